"""Allocation and commitments: shares are of the right whole, and nothing is counted twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures import allocation, commitments, series
from lessonbuild.model.spending import Commitment, Costs, Spend

D = Decimal
DAY = date(2025, 6, 2)
PLAIN = Spend(DAY, "Nodes", "Compute", "ml", None, "Usage", "Standard", None, False, Costs(D(100), D(90), D(90), D(90)))


def costing(listed: int, contracted: int, billed: int, effective: int) -> Costs:
    return Costs(D(listed), D(contracted), D(billed), D(effective))


# A plan of 600 that covers use of 500 at list prices with 400 of it, and of which 200 is left unused.
PURCHASE = replace(PLAIN, owner=None, charge="Purchase", costs=costing(600, 600, 600, 0))
COVERED = replace(PLAIN, pricing="Committed", commitment="Used", costs=costing(500, 500, 0, 400))
UNUSED = replace(PLAIN, owner=None, pricing="Committed", commitment="Unused", costs=costing(200, 200, 0, 200))
PLAN = (PURCHASE, COVERED, UNUSED)
HELD = Commitment("plan", None, DAY, DAY, D(600), D(400), D(200), D(500))
SPOT = replace(PLAIN, pricing="Dynamic", costs=costing(1000, 1000, 300, 300))
TAX = replace(PLAIN, owner=None, charge="Tax", pricing=None, costs=costing(50, 50, 50, 50))
CREDIT = replace(PLAIN, owner=None, charge="Credit", pricing=None, costs=costing(-70, -70, -70, -70))


def test_a_purchase_and_what_it_covers_are_counted_once_on_either_basis() -> None:
    assert series.total(PLAN, series.effective) == 600
    assert series.total(PLAN, lambda part: part.costs.billed) == 600


def test_used_and_unused_are_the_purchase_where_the_export_covers_its_life() -> None:
    assert commitments.spreads_its_purchase(HELD)
    assert not commitments.spreads_its_purchase(replace(HELD, unused=D(50)))


def test_the_owned_share_with_and_without_what_was_left_unused() -> None:
    spend = (*PLAN, TAX, CREDIT, replace(PLAIN, owner=None, costs=costing(100, 100, 100, 100)))
    assert allocation.owned_share(spend, with_unused=False) == D(400) / 500
    assert allocation.owned_share(spend, with_unused=True) == D(400) / 700


def test_the_owned_share_of_nothing_is_none() -> None:
    assert allocation.owned_share([], with_unused=True) is None
    assert allocation.owned_share([replace(PLAIN, costs=costing(0, 0, 0, 0))], with_unused=True) is None
    assert allocation.owned_share_by_month([TAX], with_unused=True) == {"2025-06": None}


def test_coverage_leaves_out_spot_taxes_credits_purchases_and_the_unused_part() -> None:
    assert commitments.coverage((*PLAN, PLAIN, SPOT, TAX, CREDIT)) == D(500) / 600


def test_a_covered_service_is_eligible_whatever_its_category() -> None:
    odd = replace(COVERED, service="Warehouse", category="Analytics")
    other = replace(PLAIN, service="Warehouse", category="Analytics")
    assert commitments.coverage((odd, other)) == D(500) / 600
    assert commitments.coverage((other,)) is None


def test_the_effective_savings_rate_holds_what_was_left_unused() -> None:
    assert commitments.effective_savings_rate((*PLAN, PLAIN)) == 1 - D(400 + 90 + 200) / 600
    assert commitments.effective_savings_rate(()) is None


def test_utilization_discount_and_break_even() -> None:
    assert commitments.utilization(HELD) == D(400) / 600
    assert commitments.discount([HELD]) == D("0.2")
    assert commitments.break_even(D("0.28")) == D("0.72")
    assert commitments.utilization(replace(HELD, used=D(0), unused=D(0))) is None
    assert commitments.discount([]) is None


@given(
    st.lists(st.integers(0, 500).map(Decimal), min_size=1, max_size=40),
    st.integers(1, 99).map(lambda percent: Decimal(percent) / 100),
)
def test_no_size_saves_more_than_the_quantile(demand: list[Decimal], discount: Decimal) -> None:
    best = commitments.best_size(demand, discount)
    most = commitments.saving(best, demand, discount)
    assert most >= -D("1e-20")
    for size in range(0, 501, 5):
        assert commitments.saving(D(size), demand, discount) <= most + D("1e-20")


def test_there_is_no_best_size_of_nothing() -> None:
    assert commitments.best_size([], D("0.3")) == 0
    assert commitments.best_size([D(5)], D(0)) == 0
    assert commitments.best_size([D(0), D(0), D(0), D(9)], D("0.3")) == 0  # most days need nothing


@given(
    st.lists(st.integers(0, 100).map(Decimal), min_size=1, max_size=30),
    st.integers(1, 99).map(lambda percent: Decimal(percent) / 100),
)
def test_trying_every_size_finds_the_quantile_within_a_step(demand: list[Decimal], discount: Decimal) -> None:
    step = D("0.25")
    tried = [number * step for number in range(401)]
    best = max(tried, key=lambda size: commitments.saving(size, demand, discount))
    found = commitments.best_size(demand, discount)
    alike = commitments.saving(found, demand, discount) - commitments.saving(best, demand, discount)
    flat = len(demand) * discount == int(len(demand) * discount)  # then every size between two days saves the same
    assert abs(found - best) <= step or (flat and abs(alike) <= D("1e-20"))


def test_a_commitment_saves_only_above_its_break_even() -> None:
    discount = D("0.28")
    for used, sign in ((D("0.71"), -1), (D("0.72"), 0), (D("0.73"), 1)):
        demand = [D(100) * used]
        saved = commitments.saving(D(72), demand, discount)  # reaches 100 of demand
        assert (saved > 0) - (saved < 0) == sign
    assert commitments.break_even(discount) == D("0.72")


def test_what_a_day_leaves_unused_is_lost_and_not_kept_for_the_next() -> None:
    size, discount = D(8), D("0.2")  # reaches 10 a day
    assert commitments.saving(size, [D(10), D(10)], discount) == 4
    assert commitments.saving(size, [D(0), D(20)], discount) == -6  # the same use in all


def test_the_effective_savings_rate_may_be_negative() -> None:
    assert commitments.effective_savings_rate((replace(COVERED, costs=costing(100, 100, 0, 80)), UNUSED)) == D("-1.8")


def test_the_payback_of_a_plan_paid_at_once() -> None:
    assert commitments.payback_months(D(720), D(80)) == 9
    assert commitments.payback_months(D(720), D(0)) is None
    assert commitments.payback_months(D(720), D(-5)) is None


def test_a_ladder_lets_a_part_end_at_even_distances() -> None:
    rungs = commitments.ladder(D(6), term=12, parts=4)
    assert [(rung.start, rung.end, rung.size) for rung in rungs] == [
        (0, 12, D("1.5")), (3, 15, D("1.5")), (6, 18, D("1.5")), (9, 21, D("1.5")),
    ]  # fmt: skip
    assert commitments.ladder(D(6), term=12, parts=1) == (commitments.Rung(0, 12, D(6)),)
    for parts in (0, 13):
        with pytest.raises(ValueError, match="ladder"):
            commitments.ladder(D(6), term=12, parts=parts)


@given(st.integers(1, 36), st.data())
def test_a_ladder_renewed_holds_its_size_once_all_is_bought(term: int, data: st.DataObject) -> None:
    parts = data.draw(st.integers(1, term))
    rungs = commitments.ladder(D(60), term, parts)
    for month in range(rungs[-1].start, 2 * term):  # each part is bought anew when it ends
        held = sum(rung.size for rung in rungs if rung.start <= month)
        assert abs(held - 60) < D("1e-20")
    gaps = [after.end - before.end for before, after in pairwise(rungs)]
    assert not gaps or max(gaps) - min(gaps) <= 1
