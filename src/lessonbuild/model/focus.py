"""The columns of FOCUS Cost and Usage, versions 1.0 to 1.4, for those who read, write and check cost data.

FOCUS is the FinOps Open Cost and Usage Specification; `focus_columns.csv` is made from it (CC BY 4.0).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_LEVELS = ("Mandatory", "Conditional", "Recommended")  # in the order of the specification's table


@dataclass(frozen=True, slots=True)
class Column:
    """A column as FOCUS declares it; `gone` is the version that dropped it."""

    name: str
    level: str  # Mandatory, Conditional, Recommended
    type: str  # Decimal, Date/Time, String, JSON
    nullable: bool  # in version 1.2; true of columns that it does not have
    since: str
    gone: str
    values: tuple[str, ...]  # the only ones allowed, where it is an enumeration

    @property
    def mandatory(self) -> bool:
        """Whether every export must have it."""
        return self.level == "Mandatory"


@lru_cache
def columns() -> dict[str, Column]:
    """Every column of any version, by name."""
    return {row["name"]: _column(row) for row in rows_of("lessonbuild.model", "focus_columns.csv")}


def columns_of(version: str) -> tuple[str, ...]:
    """The columns of one version in the order of the specification's table: by level, then by name."""
    held = [c for c in columns().values() if c.since <= version and not "" < c.gone <= version]
    return tuple(column.name for column in sorted(held, key=lambda c: (_LEVELS.index(c.level), c.name)))


def rows_of(package: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table that a package ships as CSV. Lines before its head that begin with # say whose it is."""
    lines = (files(package) / name).read_text("utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _column(row: dict[str, str]) -> Column:
    values = tuple(row["values"].split("; ")) if row["values"] else ()
    return Column(row["name"], row["level"], row["type"], row["nullable"] != "no", row["since"], row["gone"], values)
