"""What is wrong with a source or could not be honoured, as data; and how it is shown to the author."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from lessonbuild.model.place import Place

_BREAK = re.compile("\r\n|\r|\n")  # what ends a line in an editor; str.splitlines knows more
_WIDEST = 120  # characters of a source line that are shown


class Severity(Enum):
    """An error stops the build; a warning and advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `code` is stable, so that it can be looked up; `hint` says how to mend it."""

    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR


class SourceError(Exception):
    """A source cannot be used. Carries *all* problems found in it, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


def did_you_mean(name: str, known: Iterable[str], kind: str = "") -> str:
    """A hint: the nearest known name; where none is near, the names there are. `kind` says of what ("slides")."""
    names = list(known)
    folded = {n.casefold().replace("_", "-"): n for n in reversed(names)}
    if near := get_close_matches(name.casefold().replace("_", "-"), folded, 1):
        return f'did you mean "{folded[near[0]]}"?'
    if not names:
        return f"there are no {kind}" if kind else ""
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"{kind or 'known'}: {', '.join(names[:12])}{more}"


def shown(problem: Problem, source: str = "") -> str:
    """The problem as the author reads it: place, message and code, then the source line with a caret, then the hint."""
    where = f"{problem.place}: " if problem.place else ""
    parts = [f"{where}{problem.severity.value}: {problem.message} [{problem.code}]"]
    if problem.place and (lines := _BREAK.split(source)) and problem.place.line <= len(lines):
        parts += _excerpt(problem.place, lines[problem.place.line - 1])
    if problem.hint:
        parts.append(f"    = {problem.hint}")
    return "\n".join(parts)


def _excerpt(place: Place, line: str) -> list[str]:
    """The line, or the stretch of it about the place, and carets below what is meant."""
    first = max(0, place.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    stretch = "".join(" " if c == "\t" else c if c.isprintable() else "�" for c in line[first : first + _WIDEST])
    before = stretch[: place.column - 1 - first]
    meant = stretch[len(before) : len(before) + place.width]
    head, tail = "..." if first else "", "..." if first + _WIDEST < len(line) else ""
    carets = " " * (len(head) + _columns(before)) + "^" * max(1, _columns(meant))
    number = str(place.line)
    gutter = " " * len(number)
    return [f"{gutter} |", f"{number} | {head}{stretch}{tail}", f"{gutter} | {carets}"]


def _columns(words: str) -> int:
    """How many columns of a terminal the words take."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
