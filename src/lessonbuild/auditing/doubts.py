"""Doubts found by asking every row the same questions: how many answer yes, which first, and what stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lessonbuild.auditing.given import Given
from lessonbuild.model.spending import Doubt

_EXAMPLES = 5
_WIDEST = 80  # characters of a value that are shown


@dataclass(frozen=True, slots=True)
class Check:
    """A question to a row of the view `given`, in SQL; `shown` and `repaired` are SQL, too."""

    code: str
    column: str
    condition: str
    shown: str
    repaired: str = "''"
    parameters: tuple[object, ...] = ()  # of the condition


def counts(given: Given, conditions: Sequence[str], parameters: Sequence[object] = ()) -> list[int]:
    """How many rows meet each condition, in one go through the file."""
    if not conditions:
        return []
    counted = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in conditions)
    return [int(number) for number in given.row(f"SELECT {counted} FROM given", parameters)]


def doubts(given: Given, checks: Sequence[Check]) -> Iterator[Doubt]:
    """A doubt for each check that some row meets."""
    parameters = [value for check in checks for value in check.parameters]
    for check, rows in zip(checks, counts(given, [c.condition for c in checks], parameters), strict=True):
        if rows:
            yield doubt(given, check, rows)


def doubt(given: Given, check: Check, rows: int) -> Doubt:
    """The doubt with the numbers of its first rows, and what stands in the first of them."""
    asked = f"SELECT row, {check.shown}, {check.repaired} FROM given WHERE {check.condition}"
    first = list(given.rows(f"{asked} ORDER BY row LIMIT {_EXAMPLES}", check.parameters))
    _, shown, repaired = first[0] if first else (0, "", "")
    examples = tuple(int(row[0]) for row in first)
    return Doubt(check.code, check.column, rows, examples, _short(shown), _short(repaired))


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
