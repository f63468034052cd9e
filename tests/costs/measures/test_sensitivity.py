"""Sensitivity: one input at a time, the widest first, and the value at which a decision turns."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures.sensitivity import swings, turning_point

D = Decimal
BASE = {"cases": D(1000), "worth": D(2), "share": D("0.5"), "cost": D(800)}
RANGES = {"share": (D("0.3"), D("0.6")), "cost": (D(600), D(900)), "cases": (D(900), D(1200)), "worth": (D(1), D(3))}


def margin(given: Mapping[str, Decimal]) -> Decimal:
    return given["cases"] * given["worth"] * given["share"] - given["cost"]


def test_the_widest_swing_comes_first_with_both_ends() -> None:
    found = swings(margin, BASE, RANGES)
    assert [(one.name, one.width) for one in found] == [("worth", 1000), ("share", 600), ("cases", 300), ("cost", 300)]
    cost = found[-1]
    assert (cost.low, cost.high, cost.at_low, cost.at_high) == (600, 900, 400, 100)  # more cost, less margin


def test_one_input_moves_while_the_others_stay_so_that_swings_do_not_add_up() -> None:
    both = margin({**BASE, "worth": D(3), "share": D("0.6")}) - margin(BASE)
    alone = sum(one.at_high - margin(BASE) for one in swings(margin, BASE, RANGES) if one.name in ("worth", "share"))
    assert (both, alone) == (800, 700)
    assert swings(margin, BASE, {}) == ()


def test_what_is_no_input_has_no_swing() -> None:
    with pytest.raises(KeyError, match="shere"):
        swings(margin, BASE, {"shere": (D(0), D(1))})
    with pytest.raises(KeyError, match="shere"):
        turning_point(margin, BASE, "shere", D(0), D(1))


def test_a_decision_turns_where_the_result_passes_zero() -> None:
    found = turning_point(margin, BASE, "share", D(0), D(1))
    assert found
    assert abs(found - D("0.4")) < D("1e-15")
    falling = turning_point(margin, BASE, "cost", D(0), D(5000))
    assert falling
    assert abs(falling - 1000) < D("1e-12")


def test_a_turning_point_may_be_an_end_a_jump_or_nowhere() -> None:
    assert turning_point(margin, BASE, "cost", D(1000), D(2000)) == 1000
    assert turning_point(margin, BASE, "cost", D(500), D(1000)) == 1000
    assert turning_point(margin, BASE, "share", D("0.5"), D(1)) is None
    jump = turning_point(lambda inputs: D(1) if inputs["x"] >= 3 else D(-1), {"x": D(0)}, "x", D(0), D(10))
    assert jump
    assert abs(jump - 3) < D("1e-15")


def test_two_turns_within_the_range_are_not_seen() -> None:
    assert turning_point(lambda inputs: (inputs["x"] - 3) * (inputs["x"] - 4), {"x": D(0)}, "x", D(0), D(9)) is None


@given(st.decimals(-100, 100, places=3), st.decimals("0.01", 50, places=2), st.sampled_from([1, -1]))
def test_the_turning_point_of_a_line_is_where_it_is_zero(zero: Decimal, slope: Decimal, way: int) -> None:
    found = turning_point(lambda inputs: way * slope * (inputs["x"] - zero), {"x": D(0)}, "x", D(-101), D(101))
    assert found is not None
    assert abs(found - zero) < D("1e-12")
