"""A table over periods says in each what its value is there, and says what is wrong with it once."""

from pathlib import Path

import pytest

from lessonbuild.costs import settle
from lessonbuild.model.exhibit import TableData
from lessonbuild.problems import Problem, SourceError
from lessonbuild.reading import read_lesson

LESSON = """\
title: Bread
date: 2026-01-01
minutes: 30
audience: Bakers
objectives: {bake: {level: Applying, text: Bake a loaf}}
phases:
  - phase: engage
    minutes: 30
    facilitator: Ask.
    learners: Answer.
    task: Bake.
    objectives: [bake]
    resources: {text: Flour}
    differentiation: {text: Help}
    technology: {text: An oven}
    steps: [{title: Bake, minutes: 30, do: Bake.}]
figures: {oven: 40}
scenarios:
  bread:
    company: Bakery
    account: Bakery
    seed: 1
    from: 2025-01-01
    to: 2025-03-31
    teams: {bakers: Bakers}
    environments: {shop: Shop}
    suppliers: {mill: {name: Mill}}
    services: {flour: {name: Flour, supplier: mill, category: Other, subcategory: Other (Other)}}
    prices: {kilo: {name: Kilo, service: flour, price: 2, per: Kilos, as-of: 2025-01-01}}
    budget: {2025-01: 100, 2025-02: 100, 2025-03: 100}
    lines:
      rye: {name: Rye, team: bakers, environment: shop, meters: [{price: kilo, daily: 1}]}
      wheat: {name: Wheat, team: bakers, environment: shop, meters: [{price: kilo, daily: 2, from: 2025-02-01}]}
tables:
  spent:
    title: What flour cost
"""
DOWN = """\
    columns: [Month, Rye, "{{ oven | money }} of oven"]
    rows-over: {January: jan, February: feb, First quarter: q1}
    rows: [["{{ bread.line.rye | count }}", "{{ bread.feb.line.wheat | count }}"]]
    insight: "{{ bread.line.rye | count }} dollars of rye."
"""
ACROSS = """\
    columns: [Flour, Owner]
    columns-over: {Jan: jan, Feb: feb}
    rows:
      - [Rye, "{{ oven }}", "{{ bread.line.rye | count }}"]
      - [All, Bakers, "{{ bread.actual | count }} of {{ bread.budget | count }}"]
    numeric: [3, 4]
    insight: Two months.
"""


def table(tmp_path: Path, written: str) -> TableData:
    path = tmp_path / "bread.yaml"
    path.write_text(LESSON + written, "utf-8")
    return settle(read_lesson(path)).tables["spent"]


def problems(tmp_path: Path, written: str) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as caught:
        table(tmp_path, written)
    return caught.value.problems


def test_a_row_stands_in_each_period_behind_its_name(tmp_path: Path) -> None:
    made = table(tmp_path, DOWN)
    assert made.columns == ["Month", "Rye", "$40 of oven"]
    assert made.rows == [["January", "62", "112"], ["February", "56", "112"], ["First quarter", "180", "112"]]
    assert made.insight == "180 dollars of rye."
    assert not made.rows_over


def test_the_last_cell_of_a_row_stands_in_each_column(tmp_path: Path) -> None:
    made = table(tmp_path, ACROSS)
    assert made.columns == ["Flour", "Owner", "Jan", "Feb"]
    assert made.rows == [["Rye", "40", "62", "56"], ["All", "Bakers", "62 of 100", "168 of 100"]]
    assert not made.columns_over


@pytest.mark.parametrize(("written", "line"), [(DOWN, 39), (ACROSS, 40)])
def test_an_unknown_name_is_said_once_at_its_line(tmp_path: Path, written: str, line: int) -> None:
    (problem,) = problems(tmp_path, written.replace('bread.line.rye | count }}"', 'bread.line.rey | count }}"', 1))
    assert problem.place
    assert (problem.code, problem.place.line) == ("unknown-value", line)
    assert problem.hint == 'did you mean "bread.line.rye"?'


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    wrong = (
        ACROSS.replace("Feb: feb", "Feb: fbe").replace("bread.actual", "bread.actul").replace("| count }} of", "}} of")
    )
    found = problems(tmp_path, wrong.replace("{{ oven }}", "{{ ovne }}"))
    assert [(problem.code, problem.place.line) for problem in found if problem.place] == [
        ("unknown-period", 38), ("unknown-value", 40), ("unknown-value", 41),
    ]  # fmt: skip
    assert found[0].hint == 'did you mean "feb"?'


def test_a_period_of_another_scenario_is_no_period_of_this(tmp_path: Path) -> None:
    other = (
        LESSON[LESSON.index("  bread:\n") : LESSON.index("tables:")].replace("bread", "cake").replace("2025", "2024")
    )
    path = tmp_path / "bread.yaml"
    path.write_text(LESSON.replace("tables:", other + "tables:") + DOWN.replace("jan,", "day-2024-01-01,"), "utf-8")
    with pytest.raises(SourceError) as caught:
        settle(read_lesson(path))
    (problem,) = caught.value.problems
    assert problem.code == "unknown-period"
    assert problem.message == '"bread" has no period "day-2024-01-01"'
    assert problem.hint.startswith("did you mean")
