"""What an investment is worth: vectors of numpy's documentation, and the traps of rates that are none or several."""

from decimal import Decimal
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures.investment import (
    TotalCost,
    crossings,
    cumulative,
    discounted,
    discounted_payback,
    irr,
    irrs,
    mirr,
    monthly_rate,
    npv,
    payback,
    roi,
)

D = Decimal
TEN = D("0.10")
CLOSE = D("1e-9")


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


AS_RUN = flows(-600, 42.5, 340.6, 539.4)  # the simulated project, thousand a year
FIXED = flows(-600, 352, 650.1, 848.9)


def test_a_spreadsheet_that_is_given_all_flows_finds_a_period_too_little() -> None:
    assert npv(TEN, flows(-100, 121)) == 10
    excel = npv(TEN, flows(0, -100, 121))  # what its NPV() makes of (-100, 121)
    assert abs(excel - D(10) / D("1.1")) < CLOSE


@pytest.mark.parametrize("rate", [D(-1), D("-1.5")])
def test_no_measure_takes_a_rate_that_discounts_nothing(rate: Decimal) -> None:
    held = flows(-1, 2, 3)
    for measured in (
        lambda: discounted_payback(rate, held),
        lambda: cumulative(held, rate),
        lambda: mirr(held, rate, TEN),
        lambda: mirr(held, TEN, rate),
        lambda: monthly_rate(rate),
    ):
        with pytest.raises(ArithmeticError, match="discounts nothing"):
            measured()


def test_the_simulated_project_as_run_and_fixed() -> None:
    assert round(npv(TEN, AS_RUN)) == 125
    assert round(npv(TEN, FIXED)) == 895
    assert [round(rate, 3) for rate in irrs(AS_RUN)] == [D("0.187")]
    assert [round(rate, 3) for rate in irrs(FIXED)] == [D("0.707")]


@pytest.mark.parametrize(
    ("held", "rates"),
    [
        ((-100, 220, -121), ["0.10000"]),  # a double root: the NPV touches 0
        ((-1, 3.3, -3.63, 1.331), ["0.10000"]),  # a triple one
        ((0, -100, 110, 0), ["0.10000"]),  # a year of waiting changes nothing
        ((-1000, 0, 0, 0, 0, 0, 0, 0.0001), ["-0.90000"]),
        ((-100, 0, 100), ["0.00000"]),
        ((-1, 1_000_000), ["999999.00000"]),
        ((-100, 100, -100), []),  # changes its sign, and yet has none
        ((0, 0), []),
    ],
)
def test_rates_that_are_double_far_off_or_nowhere_are_told_apart(held: tuple[float, ...], rates: list[str]) -> None:
    assert [round(rate, 5) for rate in irrs(flows(*held))] == [D(rate) for rate in rates]


roots = st.lists(st.integers(-90, 300).map(lambda percent: D(percent) / 100), min_size=1, max_size=5, unique=True)


@given(roots, st.integers(1, 1000))
def test_flows_made_of_rates_give_those_rates_back(rates: list[Decimal], scale: int) -> None:
    held = [D(scale)]
    for rate in rates:  # times ((1 + rate) v - 1), which is 0 at v = 1 / (1 + rate)
        held = [a * (1 + rate) - b for a, b in zip([D(0), *held], [*held, D(0)], strict=True)]
    assert list(irrs(held)) == sorted(rates)


@given(st.lists(st.integers(-100, 100).map(Decimal), max_size=9))
def test_the_value_is_zero_at_each_rate_of_return(held: list[Decimal]) -> None:
    found = irrs(held)
    signs = [flow > 0 for flow in held if flow]
    changes = sum(a != b for a, b in pairwise(signs))
    assert len(found) <= changes
    if changes % 2:  # Descartes: an odd number of roots
        assert found
    for rate in found:
        size = sum(abs(worth) for worth in discounted(rate, held))
        assert abs(npv(rate, held)) <= D("1e-8") * size


def test_ten_years_of_months_have_their_rate() -> None:
    held = flows(-1_000_000, *[15_000] * 119, -5)  # and a small payment at the end
    low, rate = irrs(held)
    assert low < -D("0.9")  # at which that payment outweighs all: of no use, and a reason to show the NPV
    annuity = (1 - (1 + rate) ** -119) / rate * 15_000
    assert abs(annuity - 1_000_000) < 5
    assert abs(npv(rate, held)) < D("0.01")


def test_the_higher_rate_of_return_may_be_the_lower_value() -> None:
    small, large = flows(-10, 20), flows(-1000, 1400)
    assert irrs(small) > irrs(large)
    assert npv(TEN, small) < npv(TEN, large)


def test_the_modified_rate_answers_where_there_are_two() -> None:
    found = mirr(flows(-100, 230, -132), TEN, TEN)
    assert found
    assert abs((1 + found) ** 2 * (100 + D(132) / D("1.21")) - 230 * D("1.1")) < CLOSE
    excel = mirr(flows(-120000, 39000, 30000, 21000, 37000, 46000), D("0.10"), D("0.12"))  # of Excel's help
    assert excel
    assert round(excel, 4) == D("0.1261")


def test_there_is_no_modified_rate_without_payment_receipt_or_second_period() -> None:
    for held in ((), (-5,), (-5, -6), (5, 6)):
        assert mirr(flows(*held), TEN, TEN) is None


def test_payback_is_read_within_the_period() -> None:
    assert payback(flows(-100, 60, 40)) == 2
    assert payback(flows(0, -100, 200)) == D("1.5")  # from today, not from the payment


def test_there_may_be_no_payback() -> None:
    assert payback(flows(-100, 40, 40)) is None
    assert payback(flows(10, 10)) is None  # nothing to be paid back
    assert payback(()) is None


def test_payback_ignores_what_comes_later() -> None:
    assert payback(flows(-100, 100, 0)) == 1
    assert payback(flows(-100, 50, 60, 900)) == 1 + D(5) / 6  # later, and yet worth more
    assert npv(TEN, flows(-100, 100, 0)) < npv(TEN, flows(-100, 50, 60, 900))


def test_discounted_payback_is_later_or_never() -> None:
    held = flows(-100, 60, 60)
    plain, waited = payback(held), discounted_payback(TEN, held)
    assert plain
    assert waited
    assert plain < waited < 2
    assert discounted_payback(D("0.3"), held) is None
    assert discounted_payback(D(0), held) == plain


@given(st.lists(st.integers(-1000, 1000).map(Decimal), min_size=1, max_size=20), st.integers(0, 50))
def test_the_curve_ends_at_the_value_and_crosses_at_the_payback(held: list[Decimal], percent: int) -> None:
    rate = D(percent) / 100
    assert abs(cumulative(held, rate)[-1] - npv(rate, held)) < CLOSE
    curve = cumulative(held)
    for time in crossings(held):
        before = ceil(time) - 1
        level = curve[before] + (time - before) * (curve[before + 1] - curve[before])
        assert abs(level) < CLOSE
        assert curve[before] < 0


def test_the_return_of_the_simulated_project_is_on_people_too() -> None:
    assert roi(D(50), D(100)) == D("-0.5")
    benefit, technology, people = 1_365_150 * D("1.456"), D(795_158), D(1_150_000)
    assert round(roi(benefit, technology + people) or D(0), 3) == D("0.022")
    assert (roi(benefit, technology) or D(0)) > 1  # without them, it looks splendid
