"""Values of columns that allow a few only: which stand there in another case, and which are not allowed at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lessonbuild.auditing.doubts import Check, doubt
from lessonbuild.auditing.given import Given, quoted
from lessonbuild.model.focus import columns
from lessonbuild.model.spending import Doubt

_MOST = 50  # strange values of a column that are reported one by one


@dataclass(frozen=True, slots=True)
class Spelling:
    """A value that is not allowed as it stands; `meant` is the allowed one that differs only by case and blanks."""

    column: str
    value: str
    rows: int
    meant: str


def spellings(given: Given) -> tuple[Spelling, ...]:
    """Every strange value of every enumeration in the file."""
    present = [c for c in columns().values() if c.values and c.name in given.names]
    return tuple(s for column in present for s in _strange(given, column.name, column.values))


def _strange(given: Given, column: str, allowed: tuple[str, ...]) -> Iterator[Spelling]:
    known = {_folded(value): value for value in allowed}
    found = given.rows(
        f"SELECT {column}, count(*) FROM given WHERE filled({column}) IS NOT NULL AND {column} NOT IN "
        f"({', '.join('?' * len(allowed))}) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST}",
        allowed,
    )
    yield from (Spelling(column, value, rows, known.get(_folded(value), "")) for value, rows in found)


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())


def meant(column: str, found: Mapping[str, list[Spelling]]) -> str:
    """The SQL of a column with its values as FOCUS writes them."""
    cases = "".join(f" WHEN {quoted(s.value)} THEN {quoted(s.meant)}" for s in found.get(column, ()) if s.meant)
    return f"CASE filled({column}){cases} ELSE filled({column}) END" if cases else f"filled({column})"


def spelling_doubts(given: Given, found: tuple[Spelling, ...]) -> Iterator[Doubt]:
    """A doubt for each strange value."""
    for s in found:
        code = "value-case" if s.meant else "unknown-value"
        check = Check(code, s.column, f"{s.column} = ?", s.column, quoted(s.meant), (s.value,))
        yield doubt(given, check, s.rows)
