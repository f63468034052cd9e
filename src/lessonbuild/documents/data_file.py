"""Data files: tables of the simulated project that the lesson's brief is about."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from lessonbuild.model.ledger import Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Scenario
from lessonbuild.model.workbook import Cell, Column, Sheet, Workbook

Rows = Sequence[tuple[Cell, ...]]


def data_file(
    lesson: Lesson, name: str, columns: tuple[Column, ...], rows: Callable[[str, Scenario, Ledger], Rows]
) -> tuple[Workbook, ...]:
    """One file, or none where the lesson has no project on a scenario, or the scenario no such rows.

    A lesson that is not settled has no ledgers and gives no file.
    """
    id_ = lesson.project.scenario if lesson.project else None
    if id_ is None or id_ not in lesson.ledgers:
        return ()
    scenario = lesson.scenarios[id_]
    held = tuple(rows(id_, scenario, lesson.ledgers[id_]))
    sheet = Sheet(name, scenario.account, columns, held)
    return (Workbook(name, scenario.account, (sheet,), lesson.language, lesson.date, lesson.currency),) if held else ()


def exact(value: Decimal) -> Decimal:
    """The same number, written without zeros at its end and without an exponent."""
    return value.normalize() + 0
