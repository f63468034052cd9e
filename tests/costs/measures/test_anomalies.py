"""Alarms and steps: a spike is not a plateau, and a habit is neither."""

from datetime import date, timedelta
from decimal import Decimal

from lessonbuild.costs.measures.anomalies import runs
from lessonbuild.costs.measures.steps import step

DAYS = tuple(date(2025, 1, 1) + timedelta(i) for i in range(180))
FLOOR = Decimal(500)


def costs(*changes: tuple[int, int, int], level: int = 1000) -> list[Decimal]:
    """A level with a little noise; each change says (first, last, cost), both days in it."""
    made = [Decimal(level + 7 * (i * i % 11)) for i in range(len(DAYS))]
    for first, last, cost in changes:
        made[first : last + 1] = [Decimal(cost + i % 3) for i in range(last + 1 - first)]
    return made


def test_days_in_a_row_are_one_run_with_its_cost_above_normal() -> None:
    (run,) = runs(DAYS, costs((100, 103, 10_000)), FLOOR)
    assert (run.first, run.last) == (DAYS[100], DAYS[103])
    assert abs(run.extra - 4 * 9_000) < 500


def test_a_plateau_is_no_spike_but_a_step() -> None:
    plateau = costs((90, 150, 3_000))
    assert runs(DAYS, plateau, FLOOR) == ()
    found = step(DAYS, plateau)
    assert found
    assert abs((found.first - DAYS[90]).days) <= 1
    assert abs((found.last - DAYS[150]).days) <= 7
    assert abs(found.extra - 61 * 1_965) < 0.05 * 61 * 1_965


def test_a_spike_is_no_step() -> None:
    assert step(DAYS, costs((100, 108, 10_000))) is None


def test_slow_growth_is_neither() -> None:
    growth = [Decimal(1000 + 20 * i) for i in range(len(DAYS))]
    assert runs(DAYS, growth, FLOOR) == ()
    assert step(DAYS, growth) is None


def test_what_is_small_in_percent_or_in_money_is_no_spike() -> None:
    assert runs(DAYS, costs((100, 100, 1_350)), Decimal(1)) == ()
    assert runs(DAYS, costs((100, 100, 90), level=10), FLOOR) == ()


def test_a_weekly_job_and_a_monthly_fee_are_habits() -> None:
    weekly = [Decimal(5_000 if day.weekday() == 6 else 100) for day in DAYS]
    monthly = [Decimal(4_200 if day.day == 1 else 0) for day in DAYS]
    assert runs(DAYS, weekly, FLOOR) == ()
    assert runs(DAYS, monthly, FLOOR) == ()


def test_a_fee_in_a_single_month_is_not_called_a_spike() -> None:
    assert runs(DAYS[:31], [Decimal(4_200 if day.day == 1 else 0) for day in DAYS[:31]], FLOOR) == ()


def test_a_cost_out_of_nothing_is_a_spike_where_the_months_around_have_none() -> None:
    (run,) = runs(DAYS, [Decimal(2_000 if 100 <= i <= 102 else 0) for i in range(180)], FLOOR)
    assert run.extra == 6_000


def test_four_weeks_are_needed_to_know_what_is_normal() -> None:
    assert runs(DAYS[:28], costs((10, 10, 90_000))[:28], FLOOR) == ()
    assert runs((), (), FLOOR) == ()
    assert step(DAYS[:40], costs()[:40]) is None
