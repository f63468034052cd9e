"""Volume, mix and price: the test vector of the facts, and that the three always close."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.costs.measures.variance import Variance, shapley, two_factors, variance
from lessonbuild.model.spending import Costs, Usage

D = Decimal


def used(price: str, quantity: object, cost: object, listed: object = None, unit: str | None = "Hours") -> Usage:
    paid = D(str(cost))
    costs = Costs(paid if listed is None else D(str(listed)), paid, paid, paid)
    return Usage("2025-01", "Nodes", price, unit, D(str(quantity)), costs)


def moved(before: list[Usage], after: list[Usage]) -> Variance:
    return variance(before, after, lambda costs: costs.effective)


def test_the_vector_of_the_facts() -> None:
    budget = [used("a", 400, 1600), used("b", 300, 300), used("c", 300, 600)]
    actual = [used("a", 700, 2100), used("b", 100, 200), used("c", 300, 300)]
    found = moved(budget, actual)
    assert (found.price, found.mix, found.volume, found.total) == (-900, 750, 250, 100)


def test_a_new_price_enters_at_its_list_price_and_its_effect_is_mix() -> None:
    found = moved([used("a", 100, 1000)], [used("a", 50, 500), used("b", 50, 100)])
    assert (found.volume, found.mix, found.price) == (0, -400, 0)
    assert [move.new for move in found.moves] == [False, True]


def test_a_discount_on_what_is_new_is_no_change_of_a_known_price() -> None:
    found = moved([used("a", 100, 1000)], [used("a", 100, 1000), used("b", 10, 80, listed=100)])
    assert (found.price, found.known_price) == (-20, 0)


def test_quantities_in_different_units_do_not_add_up() -> None:
    before = [used("a", 10, 100), used("b", 5000, 50, unit="GB")]
    found = moved(before, [used("a", 20, 200), used("b", 5000, 50, unit="GB")])
    assert (found.volume, found.mix, found.price) == (100, 0, 0)


def test_a_fee_without_a_quantity_is_one_of_its_kind() -> None:
    assert moved([used("fee", 0, 4200, unit=None)], [used("fee", 0, 4500, unit=None)]).price == 300


def test_what_comes_and_what_goes_is_volume() -> None:
    assert moved([], [used("a", 10, 100)]).volume == 100
    assert moved([used("a", 10, 100)], []).volume == -100
    assert moved([], []).total == 0


money = st.decimals(0, 10**7, places=4)
usages = st.lists(
    st.builds(used, st.sampled_from("abcdef"), money, money, money, st.sampled_from(["Hours", "GB", None])), max_size=8
)


@given(usages, usages)
def test_the_terms_close_exactly(before: list[Usage], after: list[Usage]) -> None:
    change = sum((one.costs.effective for one in after), D(0)) - sum((one.costs.effective for one in before), D(0))
    assert moved(before, after).total == change


PLANNED = ((4, 400), (1, 300), (2, 300))
BOUGHT = ((3, 700), (2, 100), (1, 300))


def test_two_factors_of_each_make_the_price_term_and_volume_with_mix() -> None:
    parts = [two_factors(*map(D, old), *map(D, new)) for old, new in zip(PLANNED, BOUGHT, strict=True)]
    assert sum(part.price for part in parts) == -900
    assert sum(part.usage for part in parts) == 750 + 250
    assert sum(part.total for part in parts) == 100


def test_the_joint_term_is_in_the_price_and_shapley_shares_it() -> None:
    found = two_factors(D(4), D(400), D(3), D(700))
    assert (found.price, found.usage) == (-700, 1200)
    assert shapley((D(4), D(400)), (D(3), D(700))) == (-550, 1050)  # the joint term is -300


def test_of_three_factors_each_has_its_effect() -> None:
    units, tokens, price = shapley((D(100), D(20), D(2)), (D(100), D(10), D(3)))
    assert (units, tokens, price) == (0, -2500, 1500)
    assert shapley((), ()) == ()
    with pytest.raises(ValueError, match="factors"):
        shapley((D(1),), (D(1), D(2)))


sizes = st.decimals(0, 10**5, places=3)
changes = st.lists(st.tuples(sizes, sizes), min_size=1, max_size=4)


@given(sizes, sizes, sizes, sizes)
def test_two_factors_close_exactly(old_price: Decimal, old: Decimal, price: Decimal, new: Decimal) -> None:
    assert two_factors(old_price, old, price, new).total == price * new - old_price * old


@given(changes)
def test_shares_of_factors_close_and_do_not_depend_on_their_order(held: list[tuple[Decimal, Decimal]]) -> None:
    before, after = [old for old, _ in held], [new for _, new in held]
    change = after_product = before_product = D(1)
    for old, new in held:
        before_product, after_product = before_product * old, after_product * new
    change = after_product - before_product
    near = (before_product + after_product + 1) * D("1e-20") + D(10) ** 20 * D("1e-25")
    shares = shapley(before, after)
    assert abs(sum(shares, D(0)) - change) <= near
    turned = shapley(before[::-1], after[::-1])[::-1]
    assert all(abs(one - other) <= near for one, other in zip(shares, turned, strict=True))
