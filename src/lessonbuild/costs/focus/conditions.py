"""What a column must hold when others hold something; the rules are the rows of `conditions.csv`.

`must` is `null`, `given` or `not` and a value. `when` is a list of conditions that all hold: `ChargeCategory = Usage |
Purchase`, `SkuId != null`.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from lessonbuild.costs.focus.fault import Cell, Fault, Row, Table
from lessonbuild.model.focus import rows_of


@lru_cache
def _rules() -> tuple[dict[str, str], ...]:
    return tuple(rows_of("lessonbuild.costs.focus", "conditions.csv"))


def conditions(table: Table) -> Iterator[Fault]:
    """One fault for each rule that some row breaks; its text ends with the number of the rule."""
    for rule in _rules():
        text = f"must be {rule['must']} when {rule['when']} ({rule['rule']})"
        yield from table.faults("condition", rule["column"], _broken(rule), text)


def _broken(rule: dict[str, str]) -> Callable[[Row], bool]:
    column, must = rule["column"], _must(rule["must"])
    when = [_condition(text) for text in rule["when"].split("; ")]
    return lambda row: all(holds(row) for holds in when) and not must(row[column])


def _must(written: str) -> Callable[[Cell], bool]:
    if written.startswith("not "):
        return lambda cell: cell != written.removeprefix("not ")
    return lambda cell: (cell is None) == (written == "null")


def _condition(written: str) -> Callable[[Row], bool]:
    column, sign, values = written.split(" ", 2)
    named = {None if value == "null" else value for value in values.split(" | ")}
    return lambda row: (row.get(column) in named) == (sign == "=")
