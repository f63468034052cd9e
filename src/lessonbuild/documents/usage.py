"""Usage: what was counted and measured each day beside the bill, in long form; what a bill does not show."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lessonbuild.documents.data_file import data_file, exact
from lessonbuild.documents.focus_skus import resource_name
from lessonbuild.model.ledger import Ledger, Machine
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Scenario
from lessonbuild.model.workbook import Cell, Column, Kind, Workbook

_COLUMNS = (
    Column("date", Kind.DATE), Column("metric"), Column("scope"), Column("value", Kind.COUNT), Column("unit"),
)  # fmt: skip
_SHARE = Decimal("0.0001")


def usage(lesson: Lesson) -> tuple[Workbook, ...]:
    """By day: what the scenario counts, then for every resource its paid hours and the share of them that it worked.

    `scope` is the name of the resource, as on the bill; nothing of what is counted as a whole.
    """

    def rows(_: str, scenario: Scenario, ledger: Ledger) -> tuple[tuple[Cell, ...], ...]:
        by_day = _by_day(ledger.machines)
        return tuple(
            row
            for number, day in enumerate(ledger.days)
            for row in (*_counted(scenario, ledger, number), *_worked(day, by_day.get(day, [])))
        )

    return data_file(lesson, "usage", _COLUMNS, rows)


def _counted(scenario: Scenario, ledger: Ledger, number: int) -> Iterator[tuple[Cell, ...]]:
    for name, values in ledger.drivers.items():
        yield ledger.days[number], name, None, exact(values[number]), scenario.drivers[name].name


def _by_day(machines: tuple[Machine, ...]) -> dict[date, list[Machine]]:
    found: dict[date, list[Machine]] = {}
    for machine in machines:
        found.setdefault(machine.day, []).append(machine)
    return found


def _worked(day: date, machines: list[Machine]) -> Iterator[tuple[Cell, ...]]:
    """Two rows a resource; several meters of it are one."""
    names = dict.fromkeys(resource_name(machine.line, machine.price) for machine in machines)
    for name in names:
        held = [machine for machine in machines if resource_name(machine.line, machine.price) == name]
        hours = sum((machine.hours for machine in held), Decimal(0))
        share = sum((machine.hours * machine.utilization for machine in held), Decimal(0)) / hours
        yield day, "hours", name, exact(hours), "Hours"
        yield day, "utilization", name, exact(share.quantize(_SHARE)), "share of hours"
