"""The values that a text refers to, and how each is shown: `{{ halden.runaway.extra | money }}`."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from lessonbuild.model.lesson import Lesson

REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_GRAMMAR = re.compile(r"\s*([a-z0-9-]+(?:\.[a-z0-9-]+)*)\s*((?:\|\s*[a-z]+\s*)*)")
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "CHF": "CHF\u00a0"}
_MINUS = "\u2212"

Value = int | float | str


class ValueReferenceError(ValueError):
    """A reference that cannot be filled, and what to do about it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def values(lesson: Lesson) -> dict[str, Value]:
    """Every value of the lesson by its dotted name."""
    table = dict(_flat(lesson.figures))
    table |= {f"sources.{name}": source.value for name, source in lesson.sources.items()}
    return table


def _flat(tree: Mapping[str, Any], above: str = "") -> list[tuple[str, Value]]:
    found: list[tuple[str, Value]] = []
    for name, value in tree.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{above}{name}.")
        elif isinstance(value, (int, float, str)):
            found.append((above + name, value))
    return found


def filled(text: str, table: Mapping[str, Value], currency: str) -> str:
    """The text with every reference replaced. Raises ValueReferenceError at the first that cannot be."""
    return REFERENCE.sub(lambda match: _shown(match.group(1), table, currency), text)


def _shown(reference: str, table: Mapping[str, Value], currency: str) -> str:
    match = _GRAMMAR.fullmatch(reference)
    if not match:
        message = f"cannot read {{{{{reference}}}}}"
        raise ValueReferenceError("value-syntax", message, "write {{ name.name }} or {{ name.name | filter }}")
    name, filters = match.group(1), [f.strip() for f in match.group(2).split("|")[1:]]
    if name not in table:
        raise ValueReferenceError(
            "unknown-value", f'unknown value "{name}"', _did_you_mean(name, table, "a figure or a source")
        )
    shown: Value = table[name]
    for word in filters:
        if word not in FILTERS:
            raise ValueReferenceError(
                "unknown-filter", f'unknown filter "{word}"', _did_you_mean(word, FILTERS, "a filter")
            )
        if isinstance(shown, str):
            raise ValueReferenceError("value-type", f'"{name}" is text; "{word}" wants a number')
        shown = FILTERS[word](shown, _SIGNS[currency])
    return _plain(shown) if not isinstance(shown, str) else shown


def _did_you_mean(name: str, known: Mapping[str, object], kind: str) -> str:
    near = get_close_matches(name, known, 1)
    return f'did you mean "{near[0]}"?' if near else f"it is not the name of {kind} of this lesson"


def _plain(value: float) -> str:
    return f"{_MINUS if value < 0 else ''}{abs(value):g}" if abs(value) < 10_000 else _count(value, "")


def _money(value: float, sign: str) -> str:
    """With as many decimals as the figure was written with, and at least two where it has any."""
    decimals = 0 if float(value).is_integer() else max(2, len(repr(float(value)).split(".")[1]))
    return f"{_MINUS if value < 0 else ''}{sign}{abs(value):,.{decimals}f}"


def _thousands(value: float, sign: str) -> str:
    return f"{_MINUS if value < 0 else ''}{sign}{abs(value) / 1000:,.0f}k"


def _millions(value: float, sign: str) -> str:
    return f"{_MINUS if value < 0 else ''}{sign}{_trimmed(abs(value) / 1_000_000)}M"


def _percent(value: float, _: str) -> str:
    return f"{_MINUS if value < 0 else ''}{abs(value):g}%"


def _count(value: float, _: str) -> str:
    return f"{_MINUS if value < 0 else ''}{abs(value):,.0f}"


def _trimmed(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


FILTERS: dict[str, Callable[[float, str], str]] = {
    "money": _money,
    "thousands": _thousands,
    "millions": _millions,
    "percent": _percent,
    "count": _count,
}
