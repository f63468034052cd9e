"""The budget by month. The heads are fixed words, since `lessonbuild audit --budget` reads them."""

from lessonbuild.documents.data_file import Rows, data_file, exact
from lessonbuild.model.ledger import Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Scenario
from lessonbuild.model.workbook import Column, Kind, Workbook

_COLUMNS = (Column("month"), Column("budget", Kind.MONEY))


def budget(lesson: Lesson) -> tuple[Workbook, ...]:
    """What was planned for each month, in the order of the months."""
    return data_file(lesson, "budget", _COLUMNS, _rows)


def _rows(_: str, scenario: Scenario, __: Ledger) -> Rows:
    return [(month, exact(amount)) for month, amount in sorted(scenario.budget.items())]
