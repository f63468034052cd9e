"""The widths of a table's columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbuild.fonts import widest_word
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Table
from lessonbuild.model.text import text
from lessonbuild.writers.docx.columns import fit, lines, lowest

ROOM = 459.0
WORDS = st.text("abc mno -", max_size=60)


def table(*rows: tuple[str, ...], widths: tuple[float, ...] = ()) -> Table:
    head, *rest = (tuple(text(cell) for cell in row) for row in rows)
    return Table(head, tuple(rest), "A table.", widths=widths)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=6), shares=st.booleans())
def test_no_column_is_narrower_than_its_longest_word_and_all_fit_the_room(
    brand: Brand, rows: list[tuple[str, ...]], shares: bool
) -> None:
    made = table(*rows, widths=(1, 5, 2) if shares else ())
    found = fit(made, ROOM, brand.text)
    assert not found.crowded
    assert sum(found.widths) <= ROOM + 0.01
    for column, width in enumerate(found.widths):
        assert width >= max(widest_word(row[column], brand.text, found.size) for row in made.rows)


def test_a_table_of_short_words_keeps_its_natural_width(brand: Brand) -> None:
    assert sum(fit(table(("Lever", "USD"), ("Spot", "9")), ROOM, brand.text).widths) < ROOM / 2


def test_words_grow_smaller_before_they_break(brand: Brand) -> None:
    wide = tuple("m" * 11 for _ in range(5))
    found = fit(table(wide, wide), ROOM, brand.text)
    assert found.size < 9.5
    assert not found.crowded


def test_a_table_too_wide_for_any_size_says_so(brand: Brand) -> None:
    wide = tuple("m" * 40 for _ in range(5))
    found = fit(table(wide, wide), ROOM, brand.text)
    assert found.crowded
    assert sum(found.widths) == pytest.approx(ROOM)


def test_columns_trade_width_until_rows_are_low(brand: Brand) -> None:
    long = "a sentence that goes on for much longer than its neighbours do, and then on again"
    rows = (("One", "Two", "Three"), ("short words here", long, "short"), ("so", f"{long} {long}", "words as short"))
    made, even = table(*rows), fit(table(*rows, widths=(1, 1, 1)), ROOM, brand.text)
    assert sum(lines(made, lowest(made, ROOM, brand.text, 9.5), brand.text)) < sum(lines(made, even, brand.text))
