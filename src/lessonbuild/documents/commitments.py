"""The register of commitments: what was promised to suppliers, for how long and for what discount."""

from datetime import date

from lessonbuild.documents.data_file import Rows, data_file, exact
from lessonbuild.model.ledger import Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Commitment, Scenario
from lessonbuild.model.workbook import Cell, Column, Kind, Workbook

_COLUMNS = (
    Column("name"), Column("from", Kind.DATE), Column("to", Kind.DATE), Column("hourly", Kind.MONEY),
    Column("discount", Kind.SHARE), Column("covers"),
)  # fmt: skip


def commitments(lesson: Lesson) -> tuple[Workbook, ...]:
    """Their terms. `to` is the last day, `hourly` is in the currency of the lesson, `covers` names prices."""
    return data_file(lesson, "commitments", _COLUMNS, _rows)


def _rows(_: str, scenario: Scenario, __: Ledger) -> Rows:
    return [_row(scenario, commitment) for commitment in scenario.commitments.values()]


def _row(scenario: Scenario, commitment: Commitment) -> tuple[Cell, ...]:
    return (
        commitment.name,
        date.fromisoformat(commitment.from_),
        date.fromisoformat(commitment.to),
        exact(commitment.hourly),
        exact(commitment.discount),
        "; ".join(scenario.prices[price].name for price in commitment.covers),
    )
