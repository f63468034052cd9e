"""Who can tell whom: small groups, few raters, comments that name somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lessonbuild.collecting.privacy import GROUP, may_identify, shown_groups

COUNTS = some.dictionaries(some.sampled_from("abcdefgh"), some.integers(0, 20))


@given(COUNTS)
def test_no_group_under_five_is_shown(counts: dict[str, int]) -> None:
    assert all(counts[name] >= GROUP for name in shown_groups(counts))


@given(COUNTS)
def test_nobody_can_be_told_by_the_difference_from_the_whole(counts: dict[str, int]) -> None:
    held = [count for name, count in counts.items() if count and name not in shown_groups(counts)]
    assert not held or not shown_groups(counts) or (len(held) > 1 and sum(held) >= GROUP)


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    assert shown_groups({"novices": 7, "managers": 6, "developers": 4}) == frozenset({"novices"})
    assert shown_groups({"novices": 7, "managers": 6}) == {"novices", "managers"}


@pytest.mark.parametrize(
    "comment",
    ["Ask Ana about it", "ANA!", "Dvořák knew", "write to a.b@example.org", "call +44 20 7946 0958", "ask @ana_bakes"],
)
def test_a_comment_that_may_name_somebody_is_held_back(comment: str) -> None:
    assert may_identify(comment, frozenset({"ana dvořák", "ana", "dvořák"}))


@pytest.mark.parametrize("comment", ["The banana bread rose", "38 % in 2026, 1,200,000 USD", "3 € of 12 €"])
def test_other_comments_are_not(comment: str) -> None:
    assert not may_identify(comment, frozenset({"ana dvořák", "ana", "dvořák"}))
