"""Unit costs and utilization: the outcome is counted, the mix is stated, and idle machines are not free."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures import units, utilization

D = Decimal


def test_cost_per_unit_and_none_of_too_few() -> None:
    assert units.cost_per_unit(D(1200), D(240_000)) == D("0.005")  # the Foundation's example
    assert units.cost_per_unit(D(1200), D(0)) is None
    assert units.cost_per_unit(D(1200), D(99), fewest=D(100)) is None
    assert units.cost_per_unit(D(1200), D(100), fewest=D(100)) == 12
    assert units.cost_per_unit(D(1200), D(0), fewest=D(0)) is None


def test_a_blended_price_holds_for_its_mix_only() -> None:
    prices = {"input": D(3), "output": D(15), "cached": D("0.3")}
    chat = units.blended({"input": D(24_000), "output": D(1_700)}, prices)
    assert chat
    assert round(chat.per_million * 25_700 / 1_000_000, 9) == D("0.0975")  # a conversation of the simulated project
    assert chat.per_thousand * 1000 == chat.per_million
    assert [kind for kind, _ in chat.mix] == ["input", "output"]
    assert sum(share for _, share in chat.mix) == 1
    even = units.blended({"input": D(1), "output": D(1)}, prices)
    assert even
    assert even.per_million == 9  # the mean of the prices is that of an even mix, and far off
    assert units.blended({"input": D(0)}, prices) is None
    with pytest.raises(KeyError):
        units.blended({"reasoning": D(5)}, prices)


def test_a_cheaper_model_that_resolves_less_may_cost_more_a_case() -> None:
    grand = units.cost_per_resolved(D(98), D(400), D(820))
    swift = units.cost_per_resolved(D(20), D(480), D(800))
    assert grand
    assert swift
    assert grand < swift
    assert units.cost_per_resolved(D(20), D(480), D(0)) is None


def test_the_simulated_project_with_technology_alone_and_with_people() -> None:
    alone = units.cost_per_resolved(D(795_158), D(0), D(1_365_150))
    loaded = units.cost_per_resolved(D(795_158), D(1_150_000), D(1_365_150))
    assert (round(alone or D(0), 2), round(loaded or D(0), 2)) == (D("0.58"), D("1.42"))


def test_the_first_read_pays_for_a_cached_prompt_or_the_second_where_writing_costs_double() -> None:
    five_minutes, hour = units.cache_break_even(D("1.25"), D("0.1")), units.cache_break_even(D(2), D("0.1"))
    assert round(five_minutes or D(0), 2) == D("0.28")
    assert hour
    assert 1 < hour < 2
    assert units.cache_break_even(D("1.25"), D(1)) is None
    assert units.cache_break_even(D("0.9"), D("0.5")) == 0  # writing costs nothing more: it pays at once


shares = st.integers(0, 99).map(lambda percent: D(percent) / 100)


@given(st.integers(100, 400).map(lambda percent: D(percent) / 100), shares, st.integers(0, 500))
def test_a_cache_costs_less_just_where_it_breaks_even(write: Decimal, read: Decimal, reads: int) -> None:
    least = units.cache_break_even(write, read)
    assert least is not None
    if abs(reads - least) > D("1e-12"):
        assert (write + read * reads < 1 + reads) == (reads > least)


def test_own_machines_break_even_where_their_bill_is_that_of_the_api() -> None:
    own = units.monthly_own_cost(D(4), D(8), people=D(12_000), overhead=D(1_000))
    assert own == 4 * 730 * 8 + 13_000
    tokens = units.self_host_break_even(own, bought=D("3.80"), marginal=D("0.05"))
    assert tokens
    assert abs(tokens / 1_000_000 * D("3.75") - own) < D("1e-15")
    assert units.self_host_break_even(own, bought=D("0.05"), marginal=D("0.05")) is None


def test_a_break_even_may_be_more_than_the_machines_can_make() -> None:
    own = units.monthly_own_cost(D(4), D(1), D(0), D(0))
    tokens = units.self_host_break_even(own, bought=D("0.30"))
    assert tokens
    assert tokens > units.output(D(1_000), D(1), D(1))
    assert tokens < units.output(D(5_000), D(1), D(1))


def test_half_the_use_is_twice_the_cost_of_a_token_and_not_half_the_bill() -> None:
    full, half = (units.own_cost_per_million(D(4), D(1_000), used) for used in (D(1), D("0.5")))
    assert full
    assert half == 2 * full
    assert round(full, 3) == D("1.111")
    assert units.own_cost_per_million(D(4), D(1_000), D(0)) is None


@given(st.integers(1, 100).map(lambda percent: D(percent) / 100), st.integers(1, 50).map(Decimal))
def test_what_is_made_times_its_cost_is_the_whole_bill_however_idle(used: Decimal, machines: Decimal) -> None:
    each = units.own_cost_per_million(D(4), D(2_500), used)
    assert each
    made = units.output(D(2_500), machines, used)
    assert abs(each * made / 1_000_000 - units.monthly_own_cost(D(4), machines, D(0), D(0))) < D("1e-15")


IDLE = [(D(32), D("0.02"))] * (2 * 24 * 77)  # two nodes left on for 77 days


def test_utilization_is_busy_of_paid() -> None:
    assert utilization.utilization(D(11), D(100)) == D("0.11")
    assert utilization.utilization(D(0), D(0)) is None


def test_idle_cost_takes_whole_hours_and_waste_the_unused_part_of_each() -> None:
    assert utilization.idle_cost(IDLE, D("0.10")) == 118_272
    assert utilization.waste(IDLE) == D(118_272) * D("0.98")
    assert utilization.idle_cost(IDLE, D("0.02")) == 0  # just at the threshold
    busy = [(D(10), D("0.6"))]
    assert (utilization.idle_cost(busy, D("0.10")), utilization.waste(busy)) == (0, 4)
    assert utilization.idle_cost([], D("0.10")) == utilization.waste([]) == 0


def test_a_useful_hour_of_a_cheap_machine_that_is_busy_costs_least() -> None:
    large, small = [(D(4), D("0.11"))] * 24, [(D("0.90"), D("0.46"))] * 24
    assert round(utilization.cost_per_useful_hour(large) or D(0), 2) == D("36.36")
    assert round(utilization.cost_per_useful_hour(small) or D(0), 2) == D("1.96")


def test_one_idle_hour_does_not_decide_the_cost_of_a_useful_one() -> None:
    assert utilization.cost_per_useful_hour([(D(4), D(1)), (D(4), D(0))]) == 8
    assert utilization.cost_per_useful_hour([(D(4), D(0))]) is None
    assert utilization.cost_per_useful_hour([]) is None
