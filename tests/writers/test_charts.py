"""Charts: what is drawn holds the words and numbers, at a readable size, apart from each other, always the same."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import Chart, Mark, Target
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import text
from lessonbuild.writers.charts import figure, good_height, png
from lessonbuild.writers.charts.colours import apart, contrast, lightness, paints
from lessonbuild.writers.charts.labels import spread
from lessonbuild.writers.charts.scale import span, ticks

WIDTH, HEIGHT = 160.0, 70.0
POINT = 72 / 25.4
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


def chart(kind: Chart.Kind = Chart.Kind.COLUMN, **changes: object) -> Chart:
    made = Chart(
        kind, text("Costs rose"), MONTHS, (("Actual", (12.0, 15.0, None, 31.0, -4.0, 22.0)),), "USD thousand", "alt"
    )
    return replace(made, **changes)


def words(drawn: Chart, brand: Brand, width: float = WIDTH, height: float = HEIGHT) -> list[str]:
    return [artist.words for artist in figure(drawn, brand, width, height).artists if hasattr(artist, "words")]


def boxes(drawn: Chart, brand: Brand) -> list[tuple[float, float, float, float, str]]:
    """Left, bottom, right, top of the ink of all words."""
    found = []
    for artist in figure(drawn, brand, WIDTH, HEIGHT).artists:
        if hasattr(artist, "words"):
            bold = artist.font.get_weight() == "bold"
            wide = advance(
                artist.words, brand.text.bold if bold else brand.text.regular, artist.font.get_size_in_points()
            )
            found.append((artist.left, artist.base, artist.left + wide, artist.base + 6, artist.words))
    return found


@pytest.mark.parametrize("kind", list(Chart.Kind))
def test_every_kind_tells_unit_categories_and_the_title_is_left_to_the_document(kind, brand):
    found = words(chart(kind), brand)
    assert any("USD thousand" in word for word in found)
    assert set(MONTHS) - {"Mar"} <= set(found)  # a waterfall has no step without a value, but names it
    assert "Costs rose" not in found


@pytest.mark.parametrize("kind", list(Chart.Kind))
def test_words_stay_on_the_sheet_and_off_each_other(kind, brand):
    drawn = chart(
        kind,
        marks=(Mark("Actual", "Apr", "The cluster ran idle"), Mark("Actual", "Jun", "A second mark")),
        target=Target(18, "Budget 18"),
        emphasis=("Apr",),
    )
    found = boxes(drawn, brand)
    for left, bottom, right, top, word in found:
        assert left >= -0.5, word
        assert right <= WIDTH * POINT + 0.5, word
        assert bottom >= -0.5, word
        assert top <= HEIGHT * POINT + 0.5, word
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            assert wide <= 0.5 or high <= 0.5, f"{a[4]!r} is drawn over {b[4]!r}"


def test_marks_and_targets_are_written_out(brand):
    drawn = chart(marks=(Mark("Actual", "Apr", "Left on"),), target=Target(20, "Budget"))
    assert {"Left on", "Budget"} <= set(words(drawn, brand))


def test_columns_with_room_carry_their_values_with_a_true_minus(brand):
    assert {"12", "15", "31", "\u22124", "22"} <= set(words(chart(), brand))


def test_several_series_are_all_named(brand):
    series = (("Budget", (10.0,) * 6), ("Actual", (12.0, 15.0, 14.0, 31.0, 8.0, 22.0)), ("Forecast", (9.0,) * 6))
    for kind in (Chart.Kind.COLUMN, Chart.Kind.BAR, Chart.Kind.LINE, Chart.Kind.STACKED):
        assert {"Budget", "Actual", "Forecast"} <= set(words(chart(kind, series=series), brand)), kind


def test_lines_that_end_early_are_named_as_well(brand):
    series = (("Actual", (1.0, 2.0, 3.0, None, None, None)), ("Forecast", (None, None, 3.0, 4.0, 5.0, 6.0)))
    assert {"Actual", "Forecast"} <= set(words(chart(Chart.Kind.LINE, series=series), brand))


@pytest.mark.parametrize("kind", [Chart.Kind.COLUMN, Chart.Kind.LINE, Chart.Kind.STACKED, Chart.Kind.BAR])
def test_forty_categories_are_thinned_out_but_the_emphasised_one_stays(kind, brand):
    names = tuple(f"Week number {n}" for n in range(1, 41))
    drawn = chart(
        kind, categories=names, series=(("Cost", tuple(float(n) for n in range(40))),), emphasis=("Week number 18",)
    )
    found = [word for word in words(drawn, brand) if word.startswith("Week number")]
    assert "Week number 18" in found
    assert 4 <= len(found) < 40


def test_a_waterfall_signs_its_changes_and_not_its_totals(brand):
    drawn = chart(
        Chart.Kind.WATERFALL,
        categories=("Plan", "Volume", "Mix", "Actual"),
        series=(("Cost", (100.0, 12.0, -20.0, 92.0)),),
        totals=("Plan", "Actual"),
    )
    assert {"100", "+12", "\u221220", "92"} <= set(words(drawn, brand))


def test_the_picture_is_the_same_each_time_and_names_no_program(brand):
    data = png(chart(), brand, 80, 45)
    assert data == png(chart(), brand, 80, 45)
    picture = Image.open(BytesIO(data))
    assert picture.size == (int(80 / 25.4 * 200), int(45 / 25.4 * 200))
    assert round(picture.info["dpi"][0]) == 200
    assert "Software" not in picture.info


def test_neighbouring_series_differ_on_a_grey_copy(brand):
    series = tuple((f"Series {n}", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)) for n in range(6))
    for emphasis in ((), ("Series 1",)):
        fills = [
            paint.fill for paint in paints(chart(Chart.Kind.STACKED, series=series, emphasis=emphasis), brand.colours)
        ]
        gaps = [abs(lightness(a) - lightness(b)) for a, b in pairwise(fills)]
        assert min(gaps) >= (5 if emphasis else 16)


def test_names_of_series_can_be_read_on_paper(brand):
    series = tuple((f"Series {n}", (1.0,) * 6) for n in range(6))
    for kind in Chart.Kind:
        for paint in paints(chart(kind, series=series), brand.colours):
            assert contrast(paint.words, brand.colours.paper) >= 4.5


def test_the_emphasised_series_has_the_accent_and_no_other(brand):
    series = (("Budget", (1.0,) * 6), ("Actual", (2.0,) * 6))
    fills = [paint.fill for paint in paints(chart(series=series, emphasis=("Actual",)), brand.colours)]
    assert fills[1] == brand.colours.accent
    assert fills[0] != brand.colours.accent


def test_bars_get_higher_sheets_with_more_rows():
    few, many = chart(Chart.Kind.BAR), chart(Chart.Kind.BAR, categories=MONTHS * 4, series=(("A", (1.0,) * 24),))
    assert good_height(few, 160) < good_height(many, 160)


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6), st.integers(3, 8))
def test_ticks_are_few_and_span_the_values(low, size, most):
    found = ticks(low, low + size, most)
    assert 2 <= len(found) <= most
    slack = size * 1e-6 + 1e-6
    assert found[0] <= low + slack
    assert found[-1] >= low + size - slack


@given(st.lists(st.floats(-1e5, 1e5), min_size=1, max_size=20))
def test_bars_stand_on_zero(values):
    low, high = span(values, zero=True)
    assert low <= 0 <= high
    assert low < high


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_labels_are_spread_without_touching(wanted):
    placed = sorted(spread(wanted, [10.0] * len(wanted), 0, 100))
    assert all(b - a >= 9.5 for a, b in pairwise(placed))
    assert placed[0] >= 4.9
    assert placed[-1] <= 95.1


@pytest.mark.parametrize("kind", list(Chart.Kind))
def test_no_numbers_break_a_chart(brand, kind):
    @settings(max_examples=15, deadline=None)
    @given(st.integers(1, 40), st.integers(1, 6), st.data())
    def holds(categories, series, data):
        value = st.none() | st.floats(-1e7, 1e7, allow_nan=False)
        names = tuple(f"Category {n}" for n in range(categories))
        row = st.lists(value, min_size=categories, max_size=categories)
        rows = tuple((f"Series {n}", tuple(data.draw(row))) for n in range(series))
        marks = (Mark("Series 0", names[-1], "Here"),)
        assert figure(
            Chart(kind, text("T"), names, rows, "USD", "alt", emphasis=names[:1], marks=marks), brand, 120, 60
        ).artists

    holds()


def test_colours_of_equal_lightness_are_moved_apart(brand):
    moved = apart(["777777", "777777", "777777"], brand.colours)
    assert abs(lightness(moved[0]) - lightness(moved[1])) >= 16
    assert abs(lightness(moved[1]) - lightness(moved[2])) >= 16
