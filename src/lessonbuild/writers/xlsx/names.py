"""The names on the tabs: what a spreadsheet allows, each once, and a warning for every name that had to change."""

import re
from itertools import count

from lessonbuild.model.workbook import Workbook
from lessonbuild.problems import Problem, Severity

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_RESERVED = "history"  # Excel keeps this name for itself
_LONGEST = 31  # in UTF-16 units, as Excel counts


def tab_names(workbook: Workbook) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The name of each sheet, in order, and what was changed."""
    names: list[str] = []
    for sheet in workbook.sheets:
        names.append(_unique(_allowed(sheet.name), {name.casefold() for name in names}))
    pairs = [(sheet.name, name) for sheet, name in zip(workbook.sheets, names, strict=True) if sheet.name != name]
    return tuple(names), tuple(_changed(old, new) for old, new in pairs)


def _allowed(name: str) -> str:
    bare = _cut(" ".join(_FORBIDDEN.sub("-", name).split()), _LONGEST).strip("' ")
    return bare or "Sheet"


def _unique(name: str, taken: set[str]) -> str:
    if name.casefold() not in taken | {_RESERVED}:
        return name
    numbered = (_cut(name, _LONGEST - len(end)).rstrip() + end for end in map(" {}".format, count(2)))
    return next(candidate for candidate in numbered if candidate.casefold() not in taken)


def _cut(words: str, units: int) -> str:
    return words.encode("utf-16-le", "replace")[: 2 * units].decode("utf-16-le", "ignore")


def _changed(old: str, new: str) -> Problem:
    message = f'the sheet "{old}" is called "{new}": a spreadsheet does not allow its name'
    hint = f"at most {_LONGEST} characters, none of []:*?/\\, no name twice"
    return Problem("sheet-name-changed", message, None, hint, Severity.WARNING)
