"""The register of experiments: what was tried, by whom, until when, by which rule, and what came of it."""

from datetime import date

from lessonbuild.documents.data_file import Rows, data_file
from lessonbuild.markdown import line
from lessonbuild.model.ledger import Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Experiment, Scenario
from lessonbuild.model.text import plain
from lessonbuild.model.workbook import Cell, Column, Kind, Workbook

_COLUMNS = (
    Column("name"), Column("team"), Column("cost-line"), Column("from", Kind.DATE), Column("to", Kind.DATE),
    Column("gate", Kind.DATE), Column("rule"), Column("outcome"),
)  # fmt: skip


def experiments(lesson: Lesson) -> tuple[Workbook, ...]:
    """Their entries. `cost-line` is empty of those that have none to themselves."""
    return data_file(lesson, "experiments", _COLUMNS, _rows)


def _rows(_: str, scenario: Scenario, __: Ledger) -> Rows:
    return [_row(scenario, experiment) for experiment in scenario.experiments.values()]


def _row(scenario: Scenario, experiment: Experiment) -> tuple[Cell, ...]:
    return (
        plain(line(experiment.name)),
        scenario.teams[experiment.team],
        scenario.lines[experiment.line].name if experiment.line else None,
        date.fromisoformat(experiment.from_),
        _day(experiment.to),
        _day(experiment.gate),
        plain(line(experiment.rule)) if experiment.rule else None,
        experiment.outcome,
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
