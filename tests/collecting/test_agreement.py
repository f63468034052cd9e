"""Krippendorff's alpha: published examples, and what must hold of any ratings."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lessonbuild.collecting.agreement import agreement

# Krippendorff 2011, section C: four observers, twelve units, gaps; the ordinal alpha is printed as 0.815
PUBLISHED = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
UNITS = some.lists(some.lists(some.integers(1, 5), max_size=5), max_size=8)


def units(table: str) -> list[list[int]]:
    columns = zip(*(row.split() for row in table.strip().splitlines()), strict=True)
    return [[int(value) for value in column if value != "."] for column in columns]


def test_the_published_example() -> None:
    found = agreement(units(PUBLISHED))
    assert found.alpha == pytest.approx(0.815, abs=0.0005)
    assert (found.units, found.ratings) == (11, 40)  # the twelfth unit has one rating alone
    assert not found.few


def test_two_levels_in_an_order_are_like_two_names() -> None:
    """Krippendorff 2011, section A: two observers, ten binary units; alpha is 0.095."""
    table = "0 1 0 0 0 0 0 0 1 0\n1 1 1 0 0 1 0 0 0 0"
    assert agreement(units(table)).alpha == pytest.approx(0.095, abs=0.0005)


@pytest.mark.parametrize("rated", [[], [[3], [4]], [[2, 2], [2, 2, 2]]])
def test_where_nothing_differs_or_nobody_can_be_compared_there_is_no_alpha(rated: list[list[int]]) -> None:
    assert agreement(rated).alpha is None


@given(UNITS)
def test_alpha_never_exceeds_one_and_knows_no_order_of_raters(rated: list[list[int]]) -> None:
    found = agreement(rated)
    assert found.alpha is None or found.alpha <= 1 + 1e-9
    turned = agreement([unit[::-1] for unit in rated[::-1]])
    assert (turned.alpha is None) == (found.alpha is None)
    assert turned.alpha is None or turned.alpha == pytest.approx(found.alpha)


@given(UNITS)
def test_full_agreement_is_one(rated: list[list[int]]) -> None:
    agreed = agreement([[unit[0]] * len(unit) for unit in rated if unit])
    assert agreed.alpha is None or agreed.alpha == pytest.approx(1)


@given(UNITS)
def test_the_names_of_levels_do_not_matter_only_their_order(rated: list[list[int]]) -> None:
    found, stretched = agreement(rated), agreement([[value * value for value in unit] for unit in rated])
    assert stretched.alpha is None if found.alpha is None else stretched.alpha == pytest.approx(found.alpha)
