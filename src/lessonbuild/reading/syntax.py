"""What a YAML parser stumbled over, in an author's words.

What the line looks like decides, not the parser's sentence: libyaml and PyYAML say the same things differently.
"""

import re
from typing import NamedTuple

import yaml

from lessonbuild.problems import Problem
from lessonbuild.reading.source import Source

UNQUOTED = 'put the whole text in quotes: "{{ ... }}"'

_VALUE = re.compile(r"""\s*(?:-\s+)*(?:[^\s"':#][^:#]*:\s+)?(?P<value>\S.*?)\s*""")
_WHOLE = re.compile(r"[|>][-+0-9]*|\[.*\]|\{.*\}")  # a block's beginning, a list, a mapping: the fault is elsewhere
_QUOTES = "“”„‘’«»"
_SIGNS = {  # what an unquoted text cannot begin with, and what YAML takes it for
    "*": "an alias", "&": "an anchor", "!": "a tag", "%": "a directive", "@": "reserved", "`": "reserved",
    "[": "a list", "{": "a mapping", "|": "a block", ">": "a block", "]": "a list", "}": "a mapping", ",": "a list",
}  # fmt: skip


class _Spot(NamedTuple):
    """Where the parser gave up, and the value that its line holds."""

    source: Source
    row: int
    column: int
    line: str
    value: str
    said: str  # by the parser

    def problem(self, code: str, message: str, hint: str, column: int, width: int = 1) -> Problem:
        return Problem(code, message, self.source.place(self.row, column, width), hint)

    @property
    def start(self) -> int:
        """The column at which the value begins."""
        return self.line.find(self.value) if self.value else self.column


def syntax_problem(error: yaml.MarkedYAMLError, source: Source) -> Problem:
    """The one problem at which the parser gave up."""
    spot = _spot(error, source)
    for look in (_tab, _document, _quote, _start, _colon):
        if problem := look(spot):
            return problem
    hint = "look at the indentation, the quotes and the colons of this line and of the one above"
    return spot.problem("yaml-syntax", f"this is not YAML: {spot.said}", hint, spot.column)


def _spot(error: yaml.MarkedYAMLError, source: Source) -> _Spot:
    lines = source.text.split("\n")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "quoted scalar" in (error.context or "") and "end of" in (error.problem or ""):
        mark = error.context_mark  # where the quote begins that never ends
    row = min(mark.line, len(lines) - 1) if mark else 0
    match = _VALUE.fullmatch(lines[row])
    said = ", ".join(part for part in (error.problem, error.context) if part)
    return _Spot(source, row, mark.column if mark else 0, lines[row], match["value"] if match else "", said)


def _tab(spot: _Spot) -> Problem | None:
    indentation = spot.line[: len(spot.line) - len(spot.line.lstrip())]
    if "\t" not in indentation:
        return None
    return spot.problem("tab", "a tab in the indentation", "indent with spaces, two a level", indentation.index("\t"))


def _document(spot: _Spot) -> Problem | None:
    if spot.row and spot.line.startswith(("---", "...")):
        return spot.problem("second-document", "a second document begins", "one file holds one lesson", 0, 3)
    return None


def _quote(spot: _Spot) -> Problem | None:
    """Quotes that never end, that end too early, or that hold an escape that is none."""
    quote, inside = spot.value[:1], spot.value[1:]
    if quote not in ('"', "'") or not quote:
        return None
    if "escape" in spot.said:
        hint = "write \\\\ for a backslash, or use single quotes"
        return spot.problem("yaml-syntax", "an unknown escape in double quotes", hint, spot.column)
    if quote not in inside.replace("''", "").replace('\\"', ""):
        hint = f"add the second {quote} at the end of the text; a text of several lines is better a | block"
        return spot.problem("unclosed-quote", f"the quote {quote} is not closed", hint, spot.start)
    end = spot.start + 1 + inside.index(quote)
    hint = "put the whole text in quotes of the other kind, or make it a | block"
    return spot.problem("yaml-syntax", f"the text goes on after its closing {quote}", hint, end)


def _start(spot: _Spot) -> Problem | None:
    """A text that is not quoted and begins with what YAML reads as something else."""
    value = spot.value
    if value.startswith("{{"):
        return spot.problem("unquoted-value", "a text that begins with {{ is not quoted", UNQUOTED, spot.start)
    if value[:1] in _SIGNS and not _WHOLE.fullmatch(value):
        message = f"an unquoted text cannot begin with {value[0]}, which is {_SIGNS[value[0]]} in YAML"
        return spot.problem("yaml-syntax", message, f"put it in quotes: {quoted(value)}", spot.start)
    if value and value[0] in _QUOTES:
        hint = f"write straight quotes: {quoted(value.strip(_QUOTES))}"
        return spot.problem("smart-quotes", f"the quote {value[0]} does not quote a value", hint, spot.start)
    return None


def _colon(spot: _Spot) -> Problem | None:
    if not re.match(r":(\s|$)", spot.line[spot.column :]):
        return None
    if ": " in spot.value or spot.value.endswith(":"):
        message = "a colon with a blank after it, in a text that is not quoted"
        hint = f"put the text in quotes: {quoted(spot.value)}"
        return spot.problem("colon-in-text", message, hint, spot.column)
    hint = "give it the indentation of its neighbors, or put the text above in quotes"
    return spot.problem("indentation", "a key stands where none can be", hint, spot.column)


def quoted(value: str) -> str:
    """The value as it is to be written."""
    short = value if len(value) <= 60 else value[:57] + "..."
    return f'"{short}"' if '"' not in short else f"'{short}'" if "'" not in short else "a | block"
