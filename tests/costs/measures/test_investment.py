"""What an investment is worth: vectors of numpy's documentation, and the traps of rates that are none or several."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures.investment import (
    TotalCost,
    crossings,
    cumulative,
    discounted_payback,
    irr,
    irrs,
    mirr,
    monthly_rate,
    npv,
    payback,
    roi,
)

TEN = Decimal("0.10")


def flows(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_the_first_flow_is_of_today_unlike_in_a_spreadsheet() -> None:
    assert npv(TEN, flows(-100, 60, 70)) == pytest.approx(Decimal("12.3967"), abs=Decimal("0.0001"))
    assert npv(TEN, flows(-100)) == -100


def test_a_rate_that_discounts_nothing_is_refused() -> None:
    with pytest.raises(ArithmeticError):
        npv(Decimal(-1), flows(1, 1))


@pytest.mark.parametrize(
    ("values", "rates"),
    [
        ((-100, 39, 59, 55, 20), (0.28095,)),
        ((-100, 0, 0, 74), (-0.0955,)),
        ((-100, 100, 0, 7), (0.06206,)),
        ((-100, 230, -132), (0.10, 0.20)),
        ((-100, 100, 0, -7), (-0.6789, -0.0833)),
        ((100, 20), ()),
        ((-100, -20), ()),
        ((), ()),
    ],
)
def test_all_rates_of_return_are_found(values: tuple[float, ...], rates: tuple[float, ...]) -> None:
    assert [float(rate) for rate in irrs(flows(*values))] == pytest.approx(list(rates), abs=1e-4)


def test_a_rate_is_told_only_where_there_is_one() -> None:
    assert irr(flows(-100, 110)) == pytest.approx(TEN)
    assert irr(flows(-100, 230, -132)) is None
    assert irr(flows(100, 20)) is None
    assert mirr(flows(-100, 230, -132), TEN, TEN) is not None


@given(st.integers(50, 5000), st.lists(st.integers(1, 1000), min_size=1, max_size=8))
def test_at_its_rate_an_investment_is_worth_nothing(cost: int, returns: list[int]) -> None:
    held = flows(-cost, *returns)
    rate = irr(held)
    assert rate is not None
    assert abs(npv(rate, held)) < Decimal("0.001") * cost


def test_money_back_is_read_off_within_a_period() -> None:
    assert payback(flows(-100, 40, 40, 40)) == Decimal("2.5")
    assert payback(flows(-100, 40)) is None
    assert discounted_payback(TEN, flows(-100, 40, 40, 40)) is None  # 99.47 of 100
    later = discounted_payback(TEN, flows(-100, 40, 40, 40, 40))
    assert later
    assert later > Decimal("2.5")


def test_money_may_come_back_more_than_once() -> None:
    assert crossings(flows(-100, 150, -100, 100)) == (Decimal(100) / 150, Decimal("2.5"))


def test_twelve_monthly_rates_make_a_year() -> None:
    assert (1 + monthly_rate(TEN)) ** 12 == pytest.approx(Decimal("1.1"))
    assert monthly_rate(TEN) < TEN / 12


def test_running_sums_end_at_the_value() -> None:
    held = flows(-100, 60, 70)
    assert cumulative(held)[-1] == 30
    assert cumulative(held, TEN)[-1] == npv(TEN, held)


def test_a_return_needs_a_cost_and_credits_expire() -> None:
    assert roi(Decimal(180), Decimal(150)) == Decimal("0.2")
    assert roi(Decimal(1), Decimal(0)) is None
    owned = TotalCost(build=Decimal(600), run=Decimal(795), people=Decimal(1150), credits=Decimal(30))
    assert (owned.total, owned.without_credits) == (2515, 2545)
