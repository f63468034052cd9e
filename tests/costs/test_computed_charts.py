"""Charts that are computed: their numbers are those of the ledger, and what they cannot show is refused."""

from pathlib import Path
from typing import get_args

import pytest
from pydantic import TypeAdapter

from lessonbuild.costs.charts import computed
from lessonbuild.costs.facts import Facts
from lessonbuild.costs.ledgers import Simulation
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import Chart, ChartData
from lessonbuild.reading import read_lesson

READ = read_lesson(Path(__file__).parents[2] / "content" / "finops-for-ai.yaml")
BOOK = Book(READ, {name: Facts(Simulation(scenario)) for name, scenario in READ.scenarios.items()})
DOLLARS = Showing("en", "USD")


def numbers(name: str, series: str) -> list[float]:
    values = computed(READ.charts[name], BOOK, DOLLARS).series[series]
    assert isinstance(values, list)
    return [float(value) for value in values if value is not None]


def money(name: str) -> float:
    return float(str(BOOK.value(name)))


def test_burn_up_ends_at_the_sums_of_the_ledger() -> None:
    assert numbers("halden-burn-up", "Actual")[-1] == pytest.approx(money("halden.h1.actual") / 1000)
    assert numbers("halden-burn-up", "Budget")[-1] == pytest.approx(money("halden.h1.budget") / 1000)


def test_stacked_spending_adds_up_to_what_was_spent() -> None:
    drawn = computed(READ.charts["halden-service"], BOOK, DOLLARS)
    assert sum(sum(numbers("halden-service", name)) for name in drawn.series) == pytest.approx(
        money("halden.h1.actual") / 1000
    )


def test_shares_of_each_month_make_a_hundred() -> None:
    drawn = computed(READ.charts["key-owners"], BOOK, DOLLARS)
    for month in zip(*(numbers("key-owners", name) for name in drawn.series), strict=True):
        assert sum(month) == pytest.approx(100)


def test_drivers_are_ranked_and_make_a_hundred_with_the_rest() -> None:
    shares = numbers("key-drivers", "Share")
    assert shares[:-1] == sorted(shares[:-1], reverse=True)
    assert sum(shares) == pytest.approx(100)


def test_the_bridge_closes() -> None:
    before, *terms, after = numbers("key-bridge", "Cost")
    assert before + sum(terms) == pytest.approx(after)


def test_cash_that_is_discounted_ends_at_the_value() -> None:
    assert numbers("key-cash", "Discounted")[-1] == pytest.approx(money("halden-workshop.npv-from-2026") / 1000)


def test_the_widest_swing_is_on_top_and_is_that_of_the_text() -> None:
    better = numbers("brightwater-tornado", "Better")
    assert better == sorted(better, reverse=True)
    assert better[0] == pytest.approx(money("brightwater.swing.value") / 1000)


def test_the_interval_of_a_forecast_widens_and_holds_its_middle() -> None:
    band = computed(READ.charts["key-forecast"], BOOK, DOLLARS).band
    assert band
    wide = [high - low for low, high in zip(band.low, band.high, strict=True) if low is not None and high is not None]
    assert wide == sorted(wide)


def test_no_model_on_the_frontier_is_beaten_on_cost_and_quality() -> None:
    drawn = computed(READ.charts["key-quality"], BOOK, DOLLARS)
    costs, quality = (dict(zip(drawn.categories, values, strict=True)) for values in drawn.series.values())
    for name in drawn.joined:
        assert not [o for o in drawn.categories if costs[o] < costs[name] and quality[o] >= quality[name]]


def test_a_chart_that_begins_within_a_month_counts_the_rest_of_it() -> None:
    chart = READ.charts["plan-use"]
    drawn = computed(chart, BOOK, DOLLARS)
    committed = drawn.series["Committed"]
    assert isinstance(committed, list)
    assert committed[0] == pytest.approx(29 * 0.72)  # 2 to 30 June, in thousands
    assert sum(map(float, filter(None, committed))) == pytest.approx(153.36)


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        (
            {"kind": "heatmap", "series": {"A": [None, 2.0]}, "marks": [{"series": "A", "at": "x", "text": "Here"}]},
            "has no value",
        ),
        ({"kind": "column", "band": {"name": "Usual", "low": [1.0, 1.0], "high": [2.0, 2.0]}}, "shows no `band`"),
        ({"kind": "bar", "totals": ["x"]}, "shows no `totals`"),
        ({"kind": "scatter", "series": {"A": [1.0, 2.0], "B": [1.0, None]}}, "has no place"),
    ],
)
def test_what_a_chart_would_leave_out_is_refused(chart: dict[str, object], message: str) -> None:
    given = {"title": "T", "insight": "I", "unit": "u", "categories": ["x", "y"], "series": {"A": [1.0, 2.0]}} | chart
    with pytest.raises(ValueProblem, match=message) as caught:
        computed(ChartData.model_validate(given), BOOK, DOLLARS)
    assert caught.value.code == "chart-cannot-show"
    assert caught.value.hint


@pytest.mark.parametrize("kind", get_args(ChartData.model_fields["kind"].annotation))
def test_every_kind_shows_marks_and_a_target(kind: str) -> None:
    series = {"A": [1.0, 2.0], "B": [3.0, 4.0]} if kind in ("scatter", "tornado") else {"A": [1.0, 2.0]}
    marks, target = [{"series": "A", "at": "x", "text": "Here"}], {"value": 1.0, "label": "Aim"}
    given = {"title": "T", "insight": "I", "unit": "u", "kind": kind, "categories": ["x", "y"], "series": series}
    made = computed(ChartData.model_validate(given | {"marks": marks, "target": target}), BOOK, DOLLARS)
    assert made.target
    assert [mark.text for mark in made.marks] == ["Here"]


SWINGS = [{"name": name, "figure": "halden.build", "worse": 1, "better": 2} for name in "ab"]


def drawn(**given: object) -> ChartData:
    made = TypeAdapter(Chart).validate_python({"title": "T", "insight": "I", **given})
    return computed(made, BOOK, DOLLARS)


def test_experiments_stand_at_their_days_and_cost() -> None:
    chart = drawn(kind="experiments", data="halden")
    assert list(chart.series.values()) == [[12.0, 117.0], pytest.approx([2.2656, 44.928])]
    assert "stopped at its gate" in chart.categories[0]


def test_the_alarm_is_marked_on_its_first_day() -> None:
    chart = drawn(
        kind="anomalies", data="halden", service="api", team="support-ai", **{"from": "2025-08-01", "to": "2025-08-31"}
    )
    assert [mark.at for mark in chart.marks] == ["15"]
    assert chart.band
    assert len(chart.band.high) == 31


def test_utilization_has_no_value_where_no_machine_ran() -> None:
    chart = drawn(kind="utilization", data="halden")
    trial = chart.series["GPU, self-hosting trial"]
    assert isinstance(trial, list)
    assert [value is None for value in trial] == [month not in (4, 5, 6, 7) for month in range(12)]


def test_a_commitment_is_shown_from_its_first_month_with_its_break_even() -> None:
    chart = drawn(kind="commitment-use", data="halden", commitment="plan")
    assert chart.categories[0] == "Jun"
    assert chart.target
    assert chart.target.value == pytest.approx(72)


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "burn-up", "data": "haldn"},
        {"kind": "commitment-use", "data": "halden", "commitment": "flex"},
        {"kind": "variance", "data": "halden", "line": "api-production", "before": "aug", "after": "dez"},
        {
            "kind": "sensitivity",
            "of": "no.such",
            "inputs": [{"name": n, "figure": "halden.build", "worse": 1, "better": 2} for n in "ab"],
        },
        {"kind": "cash-flow", "periods": ["a", "b"], "flows": [1.0, 2.0, 3.0], "rate": "10%"},
    ],
)
def test_what_cannot_be_computed_is_a_problem_with_a_hint(given: dict[str, object]) -> None:
    with pytest.raises(ValueProblem) as caught:
        drawn(**given)
    assert caught.value.hint
