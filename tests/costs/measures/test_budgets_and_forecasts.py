"""Budgets, forecasts and rankings: nothing is made of nothing, and errors are weighed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from lessonbuild.costs.measures import budgets, concentration, forecasts, series

D = Decimal


def money(*values: object) -> tuple[Decimal, ...]:
    return tuple(D(str(value)) for value in values)


MONTHS = ("2025-01", "2025-02", "2025-03", "2025-04")
PLAN = dict(zip(MONTHS, money(40, 40, 40, 40), strict=True))


def test_the_budget_burns_down_over_the_months_that_both_have() -> None:
    burned = budgets.burn({"2024-12": D(9), "2025-01": D(30), "2025-02": D(55)}, PLAN)
    assert [(b.month, b.budget_so_far, b.spent_so_far) for b in burned] == [("2025-01", 40, 30), ("2025-02", 80, 85)]


@pytest.mark.parametrize(
    ("spent", "since"),
    [((30, 60, 60, 30), "2025-02"), ((50, 20, 60, 60), "2025-03"), ((60, 60, 10, 10), None), ((), None)],
)
def test_since_when_spending_has_been_over(spent: tuple[int, ...], since: str | None) -> None:
    assert budgets.over_since(budgets.burn(dict(zip(MONTHS, money(*spent), strict=False)), PLAN)) == since


def test_variance_has_a_sign_and_no_share_of_nothing() -> None:
    assert budgets.variance(D(110), D(100)) == 10
    assert budgets.variance_share(D(90), D(100)) == D("-0.1")
    assert budgets.variance_share(D(90), D(0)) is None


def test_the_day_on_which_a_budget_is_used_up() -> None:
    days = tuple(date(2025, 1, 1) + timedelta(i) for i in range(10))
    assert budgets.exhausted(days, [D(10)] * 10, D(45)) == date(2025, 1, 5)
    assert budgets.exhausted(days, [D(10)] * 10, D(145)) == date(2025, 1, 15)  # 45 more at 10 a day
    assert budgets.exhausted(days, [D(0)] * 10, D(45)) is None
    assert budgets.exhausted((), (), D(45)) is None


def test_errors_are_weighed_by_the_cost_so_that_a_month_near_zero_decides_nothing() -> None:
    pairs = [money(100, 110), money(0, 5), money(100, 95)]
    assert forecasts.wape(pairs) == D(20) / 200
    assert forecasts.bias(pairs) == D(10) / 200
    assert forecasts.wape([]) is None
    assert forecasts.bias([money(0, 5)]) is None


def test_a_line_is_forecast_by_the_trend_and_a_level_by_either() -> None:
    rising = forecasts.forecast(money(10, 20, 30, 40, 50, 60), 2)
    assert rising
    assert (rising.method, rising.error) == ("linear-trend", 0)
    assert rising.cost == 70 + 80
    level = forecasts.forecast(money(10, 10, 10, 10), 3)
    assert level
    assert (level.method, level.cost, level.low) == ("run-rate", 30, None)  # one test makes no interval


def test_the_interval_grows_with_the_root_of_the_months() -> None:
    pairs = [money(100, 90), money(100, 110), money(100, 90), money(100, 110)]
    one, four = forecasts.interval(pairs, 1), forecasts.interval(pairs, 4)
    assert one
    assert (one, four) == (D("12.816"), 2 * one)


def test_a_forecast_from_drivers_carries_no_waste_on() -> None:
    wasteful = money(40, 40, 140, 140)  # a cluster left on since March
    assert forecasts.driver_based(D(1000), D("0.02"), D(10), D(10)) == 40
    assert forecasts.run_rate(wasteful, 1) > 100
    assert forecasts.driver_based(D(0), D("0.02"), D(10), D(10)) == 20  # a commitment is paid without volume


def test_the_mean_percentage_error_is_undefined_at_zero_and_decided_by_what_is_near() -> None:
    assert forecasts.mape([money(100, 110), money(100, 95)]) == D("0.075")
    assert forecasts.mape([money(100, 110), money(0, 5)]) is None
    assert forecasts.mape([]) is None
    near = [money(1000, 1000), money(1, 11)]
    assert forecasts.mape(near) == 5
    assert forecasts.wape(near) == D(10) / 1001


def test_the_mean_percentage_error_divides_by_the_actual_and_spares_the_low() -> None:
    assert forecasts.mape([money(50, 100)]) == 1  # divided by the forecast, it would be a half
    assert forecasts.mape([money(100, 0)]) == 1  # the most that a low forecast can miss by
    assert forecasts.mape([money(100, 500)]) == 4


def test_errors_are_scaled_by_those_of_as_last_month() -> None:
    known = money(100, 110, 90, 120)  # as last month misses by 10, 20, 30
    assert forecasts.mase([money(130, 120), money(100, 110)], known) == D("0.5")
    assert forecasts.mase([money(0, 20)], known) == 1  # defined at 0
    assert forecasts.mase([money(130, 120)], money(100, 100)) is None
    assert forecasts.mase([money(130, 120)], money(100)) is None
    assert forecasts.mase([], known) is None


def test_the_cone_widens_with_the_root_of_the_months_and_stops_at_zero() -> None:
    pairs = [money(100, 90), money(100, 110), money(100, 90), money(100, 110)]
    cone = forecasts.cone(money(100, 100, 100, 20), pairs)
    assert [one.number for one in cone] == [1, 2, 3, 4]
    assert (cone[0].low, cone[0].high) == (D("87.184"), D("112.816"))
    assert cone[3].high == 20 + 2 * D("12.816")
    assert cone[3].low == 0
    assert [one.mean for one in forecasts.cone(money(5, 6), pairs[:2])] == [5, 6]
    assert all(one.low is one.high is None for one in forecasts.cone(money(5, 6), pairs[:2]))


def test_too_few_months_have_no_forecast() -> None:
    assert forecasts.forecast(money(10, 20), 1) is None
    assert forecasts.forecast(money(10, 20, 30), 0) is None


def test_the_ranking_counts_what_makes_four_fifths_and_keeps_the_sum() -> None:
    ranks = concentration.ranked({"a": D(50), "b": D(30), "c": D(15), "d": D(5), "credit": D(-40)})
    assert [rank.share for rank in ranks] == list(money("0.5", "0.3", "0.15", "0.05"))
    assert concentration.how_many(ranks) == 2
    shown = concentration.top(ranks, 2, "other")
    assert (shown[-1].name, shown[-1].cost) == ("other", 20)
    assert sum(rank.share for rank in shown) == 1
    assert concentration.top(ranks, 9, "other") == ranks


def test_nothing_has_no_ranking() -> None:
    assert concentration.ranked({"credit": D(-5), "nothing": D(0)}) == ()
    assert concentration.how_many(()) == 0


def test_only_months_that_are_whole_are_compared() -> None:
    days = tuple(date(2025, 1, 2) + timedelta(i) for i in range(80))  # from January 2 to March 22
    assert series.complete_months(days) == ("2025-02",)
    assert series.complete_months((date(2025, 1, 1), date(2025, 2, 1))) == ("2025-01", "2025-02")  # one row a month
    assert series.complete_months(()) == ()
