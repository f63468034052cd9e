"""What a reference in a text shows."""

import pytest

from lessonbuild.costs.values import ValueReferenceError, filled

TABLE = {
    "halden.extra": 41769,
    "halden.cost": 0.147,
    "halden.benefit": 5.2,
    "halden.change": -9147,
    "sources.audit": 62_000_000,
    "rate": 8.9,
}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ halden.extra | money }}", "$41,769"),
        ("{{halden.extra|thousands}}", "$42k"),
        ("{{ halden.cost | money }}", "$0.147"),
        ("{{ halden.benefit | money }}", "$5.20"),
        ("{{ halden.change | money }}", "\u2212$9,147"),
        ("{{ sources.audit | millions }}", "$62M"),
        ("{{ rate | percent }} over", "8.9% over"),
        ("{{ halden.extra | count }} and {{ rate }}", "41,769 and 8.9"),
        ("no reference", "no reference"),
    ],
)
def test_a_filter_says_how_a_number_is_shown(text: str, shown: str) -> None:
    assert filled(text, TABLE, "USD") == shown


def test_money_takes_the_lessons_currency() -> None:
    assert filled("{{ halden.extra | money }}", TABLE, "EUR") == "€41,769"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("{{ halden.extar | money }}", "unknown-value", 'did you mean "halden.extra"?'),
        ("{{ halden.extra | mony }}", "unknown-filter", 'did you mean "money"?'),
        ("{{ Halden Extra }}", "value-syntax", "write {{ name.name }} or {{ name.name | filter }}"),
        ("{{ __import__('os') }}", "value-syntax", "write {{ name.name }} or {{ name.name | filter }}"),
    ],
)
def test_what_cannot_be_filled_is_said_with_a_hint(text: str, code: str, hint: str) -> None:
    with pytest.raises(ValueReferenceError) as caught:
        filled(text, TABLE, "USD")
    assert (caught.value.code, caught.value.hint) == (code, hint)
