"""Experiments in stages: what the right to stop is worth."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures.experiments import (
    Stage,
    cheapest_order,
    cost_per_decision,
    cost_per_informative,
    cost_per_success,
    kill_rate,
    option_value,
    past_gates,
    perfect_information,
    staged_value,
    unstaged_value,
)

STAGES = [(Decimal(4), Decimal("0.40")), (Decimal(11), Decimal("0.625")), (Decimal(30), Decimal("0.80"))]


@dataclass(frozen=True)
class Run:
    cost: Decimal
    decided: bool
    adopted: bool
    past_gate: Decimal


@dataclass(frozen=True)
class Measured(Run):
    evidence: bool


def test_three_gates_turn_a_loss_into_a_gain() -> None:
    assert unstaged_value(Decimal("0.2"), Decimal(150), Decimal(45)) == -15
    assert staged_value(STAGES, Decimal(150)) == Decimal("14.1")
    assert option_value(STAGES, Decimal(150)) == Decimal("29.1")


@given(
    st.lists(st.tuples(st.decimals(0, 100, places=2), st.decimals(0, 1, places=2)), max_size=5), st.integers(0, 1000)
)
def test_the_right_to_stop_never_costs(stages: list[tuple[Decimal, Decimal]], value: int) -> None:
    assert option_value(stages, Decimal(value)) >= 0


def test_where_nobody_stops_stages_are_worth_nothing() -> None:
    assert option_value([(cost, Decimal(1)) for cost, _ in STAGES], Decimal(150)) == 0


def test_the_cheapest_way_to_fail_comes_first() -> None:
    assert cheapest_order(list(reversed(STAGES))) == tuple(STAGES)
    assert cheapest_order([(Decimal(1), Decimal(1)), STAGES[2]])[-1][1] == 1


def test_an_experiment_is_worth_what_it_may_change() -> None:
    good, bad = (Decimal("0.3"), [Decimal(100), Decimal(0)]), (Decimal("0.7"), [Decimal(-50), Decimal(0)])
    assert perfect_information([good, bad]) == 30


def test_failures_are_part_of_the_price_of_success() -> None:
    tried = [
        Run(Decimal(2266), True, False, Decimal(0)),
        Run(Decimal(44928), False, False, Decimal(40320)),
        Run(Decimal(1000), True, True, Decimal(0)),
    ]
    assert cost_per_success(tried) == 48194
    assert cost_per_decision(tried) == 24097
    assert kill_rate(tried) == Decimal("0.5")
    assert past_gates(tried) == 40320
    assert cost_per_success(tried[:2]) is None


chances = st.integers(0, 100).map(lambda percent: Decimal(percent) / 100)
tests = st.lists(st.tuples(st.integers(0, 1000).map(Decimal), chances), max_size=5)


@given(tests, st.integers(-1000, 10_000).map(Decimal))
def test_the_right_to_stop_is_worth_the_cost_of_what_is_skipped(stages: list[Stage], value: Decimal) -> None:
    skipped, reached = Decimal(0), Decimal(1)
    for cost, passed in stages:
        skipped += (1 - reached) * cost
        reached *= passed
    assert abs(option_value(stages, value) - skipped) < Decimal("1e-15")


@given(tests)
def test_no_other_order_of_tests_costs_less(stages: list[Stage]) -> None:
    best = staged_value(cheapest_order(stages), Decimal(150))
    assert all(staged_value(order, Decimal(150)) <= best + Decimal("1e-15") for order in permutations(stages))


def test_to_know_is_worth_nothing_where_the_choice_stays_the_same() -> None:
    half = Decimal("0.5")
    assert perfect_information([(half, [Decimal(9), Decimal(1)]), (half, [Decimal(8), Decimal(2)])]) == 0
    with pytest.raises(ValueError, match="argument"):
        perfect_information([(half, [Decimal(9), Decimal(1)]), (half, [Decimal(8)])])


def test_to_abandon_is_no_decision_and_to_stop_without_evidence_informs_nobody() -> None:
    tried = [
        Measured(Decimal(2_300), True, False, Decimal(0), True),
        Measured(Decimal(44_928), False, False, Decimal(40_320), False),
        Measured(Decimal(10_000), True, True, Decimal(0), True),
        Measured(Decimal(2_772), True, False, Decimal(0), False),
    ]
    assert cost_per_decision(tried) == 20_000
    assert cost_per_informative(tried) == 30_000
    assert cost_per_success(tried) == 60_000
    assert kill_rate(tried) == Decimal(2) / 3
    abandoned = tried[1:2]
    assert cost_per_decision(abandoned) is cost_per_informative(abandoned) is kill_rate(abandoned) is None
    assert past_gates(abandoned) == 40_320
    assert past_gates([]) == 0
