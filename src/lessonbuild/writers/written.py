"""What every writer gives back: the bytes, and what could not be honoured in them."""

from dataclasses import dataclass

from lessonbuild.problems import Problem


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file. `problems` are warnings with codes: nothing is changed silently."""

    data: bytes
    problems: tuple[Problem, ...] = ()
