"""The leak check: a learner's file may hold no answer, no facilitator's note, nothing hidden, and name no author."""

from collections.abc import Iterator

from lessonbuild.leaks.contents import contents
from lessonbuild.leaks.secrets import bare, secrets
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.place import Place
from lessonbuild.problems import Problem


def leaks(lesson: Lesson, organisation: str, files: dict[str, bytes]) -> tuple[Problem, ...]:
    """What the files, by name, hold that learners may not see. The only name in them is the organisation's."""
    private = secrets(lesson)
    return tuple(
        problem
        for name, data in files.items()
        for problem in _of(name, data, private, {organisation, "lessonbuild", ""})
    )


def _of(name: str, data: bytes, private: dict[str, tuple[str, Place | None]], known: set[str]) -> Iterator[Problem]:
    found = contents(name.rpartition(".")[2], data)
    text = bare(found.text)
    for key, (sentence, place) in private.items():
        if key in text:
            yield _leak(f'{name} holds what is for the facilitator alone: "{sentence}"', place)
    for hidden in found.hidden:
        yield _leak(f"{name} holds what is not shown ({hidden})")
    for person in dict.fromkeys(found.names):
        if person not in known:
            yield _leak(f'{name} names "{person}"')


def _leak(message: str, place: Place | None = None) -> Problem:
    return Problem("leak", message, place)
