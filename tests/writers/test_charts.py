"""Charts: what is drawn holds the words and numbers, at a readable size, apart from each other, always the same."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import Band, Chart, Mark, Target
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import text
from lessonbuild.writers.charts import figure, good_height, png
from lessonbuild.writers.charts.colours import apart, contrast, lightness, on
from lessonbuild.writers.charts.heatmap import ladder, shade_of
from lessonbuild.writers.charts.labels import spread
from lessonbuild.writers.charts.paints import paints, waterfall
from lessonbuild.writers.charts.scale import span, ticks

WIDTH, HEIGHT = 160.0, 70.0
POINT = 72 / 25.4
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


def chart(kind: Chart.Kind = Chart.Kind.COLUMN, **changes: object) -> Chart:
    made = Chart(
        kind, text("Costs rose"), MONTHS, (("Actual", (12.0, 15.0, None, 31.0, -4.0, 22.0)),), "USD thousand", "alt"
    )
    if kind is Chart.Kind.SCATTER:  # across and up
        made = replace(made, series=(("Days", (1.0, 2.0, 3.0, 9.0, 5.0, 12.0)), *made.series), across="days")
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


SIX = tuple((f"Series {n}", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)) for n in range(6))
SPOKEN = [(), ("Series 0",), ("Series 1",), ("Series 0", "Series 1"), ("Series 5",), ("Apr",)]
SEVERAL = set(Chart.Kind) - {Chart.Kind.WATERFALL, Chart.Kind.PARETO, Chart.Kind.HEATMAP, Chart.Kind.SCATTER}


@pytest.mark.parametrize("emphasis", SPOKEN)
@pytest.mark.parametrize("count", [2, 3, 4, 6])
@pytest.mark.parametrize("kind", sorted(SEVERAL, key=str))
def test_neighbouring_series_differ_on_a_grey_copy(kind, count, emphasis, brand):
    drawn = paints(chart(kind, series=SIX[:count], emphasis=emphasis), brand.colours)
    for one, other in pairwise(drawn):
        dashed = kind is Chart.Kind.LINE and one.dashes != other.dashes
        thick = kind is Chart.Kind.LINE and one.strong != other.strong
        assert abs(lightness(one.fill) - lightness(other.fill)) >= 10 or dashed or thick
        assert abs(lightness(one.chosen.colour) - lightness(other.chosen.colour)) >= 10 or dashed or thick


@pytest.mark.parametrize("emphasis", SPOKEN)
@pytest.mark.parametrize("kind", list(Chart.Kind))
def test_marks_stand_out_from_the_paper(kind, emphasis, brand):
    for paint in paints(chart(kind, series=SIX, emphasis=emphasis), brand.colours):
        assert contrast(paint.fill, brand.colours.paper) >= 3
        assert contrast(paint.chosen.colour, brand.colours.paper) >= 3


def test_a_waterfall_tells_rises_falls_and_totals_apart_in_grey(brand):
    drawn = chart(
        Chart.Kind.WATERFALL,
        categories=("Plan", "Volume", "Mix", "Actual"),
        series=(("Cost", (100.0, 12.0, -20.0, 92.0)),),
        totals=("Plan", "Actual"),
    )
    shades = waterfall(drawn, brand.colours, [True, True, False, True])
    total, rise, fall, _ = (lightness(shade.colour) for shade in shades)
    assert fall - rise >= 10
    assert rise - total >= 10


def test_the_points_that_a_scatter_speaks_of_have_a_form_of_their_own(brand):
    names = tuple("ABCDEF")
    plain = len(drawn_boxes(chart(Chart.Kind.SCATTER, categories=names), brand))
    assert len(drawn_boxes(chart(Chart.Kind.SCATTER, categories=names, emphasis=("B",)), brand)) == plain + 1


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


@pytest.mark.parametrize("width", [140.0, 160.0, 180.0])
@pytest.mark.parametrize("kind", [Chart.Kind.STACKED, Chart.Kind.SHARE])
def test_eight_parts_of_a_whole_are_named_beside_their_segments(kind, width, brand):
    drawn = chart(kind, series=tuple((f"Part {n}", (12.5,) * 6) for n in range(8)))
    artists = figure(drawn, brand, width, good_height(drawn, width)).artists
    names = [artist for artist in artists if hasattr(artist, "words") and artist.words.startswith("Part")]
    assert len(names) == 8
    assert len({artist.left for artist in names}) == 1
    assert min(artist.left for artist in names) > width * POINT * 0.7


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
        rows = tuple(
            (f"Series {n}", tuple(data.draw(row))) for n in range(max(series, 2 * (kind is Chart.Kind.SCATTER)))
        )
        marks = (Mark("Series 0", names[-1], "Here"),)
        assert figure(
            Chart(kind, text("T"), names, rows, "USD", "alt", emphasis=names[:1], marks=marks), brand, 120, 60
        ).artists

    holds()


def test_colours_of_equal_lightness_are_moved_apart(brand):
    moved = apart(["777777", "777777", "777777"], brand.colours)
    assert abs(lightness(moved[0]) - lightness(moved[1])) >= 10
    assert abs(lightness(moved[1]) - lightness(moved[2])) >= 10


def drawn_boxes(drawn, brand, colour=None):
    """Left, bottom, right, top of every filled box, of one colour if that is given."""
    found = []
    for artist in figure(drawn, brand, WIDTH, HEIGHT).artists:
        if hasattr(artist, "get_xy") and len(artist.get_xy()) == 5 and (not colour or hexed(artist) == colour):
            (left, bottom), _, (right, top), *_ = artist.get_xy()
            found.append((left, bottom, right, top))
    return found


def hexed(artist):
    return "".join(f"{round(255 * part):02X}" for part in artist.get_facecolor()[:3])


LINES = ("Training", "Model API", "Logs")


def test_a_pareto_chart_runs_to_a_hundred_on_the_axis_of_its_bars(brand):
    drawn = chart(
        Chart.Kind.PARETO, categories=LINES, series=(("Share", (60.0, 30.0, 10.0)),), target=Target(80, "Most")
    )
    assert drawn.running == (60.0, 90.0, 100.0)
    assert {"60", "30", "10", "90", "100", "Most"} <= set(words(drawn, brand))
    wide = [right - left for left, _, right, _ in drawn_boxes(drawn, brand)]
    assert wide[0] / wide[1] == pytest.approx(2)
    assert wide[0] / wide[2] == pytest.approx(6)


def test_a_tornado_shares_a_row_and_signs_both_ends(brand):
    sides = (("Worse", (-50.0, -20.0)), ("Better", (50.0, 20.0)))
    drawn = chart(Chart.Kind.TORNADO, categories=("Value", "Price"), series=sides)
    assert {"\u221250", "+50", "Worse", "Better"} <= set(words(drawn, brand))
    rows = {round(bottom) for left, bottom, right, top in drawn_boxes(drawn, brand) if right - left > 12}
    assert len(rows) == 2


def test_a_heatmap_prints_every_value_readably_and_a_dash_for_none(brand):
    rows = (("Training", (5.0, None, 95.0)), ("Serving", (40.0, 60.0, 80.0)))
    drawn = chart(Chart.Kind.HEATMAP, categories=("Jan", "Feb", "Mar"), series=rows)
    assert sorted(words(drawn, brand)) == sorted(
        ["USD thousand", "Jan", "Feb", "Mar", "Training", "Serving", "5", "–", "95", "40", "60", "80"]
    )
    cells = [a for a in figure(drawn, brand, WIDTH, HEIGHT).artists if hasattr(a, "get_xy")]
    ink = {brand.colours.ink, brand.colours.paper}
    assert all(max(contrast(hexed(cell), colour) for colour in ink) >= 4.5 for cell in cells)
    shades = [lightness(hexed(cell)) for cell in cells]
    assert shades[0] == max(shades)
    assert shades[1] == min(shades)


def test_a_scatter_names_its_points_and_joins_those_that_nothing_beats(brand):
    models = ("Grand", "Swift", "Routed")
    series = (("Cost", (90.0, 20.0, 45.0)), ("Quality", (82.0, 70.0, 80.0)))
    drawn = chart(
        Chart.Kind.SCATTER, categories=models, series=series, across="USD", joined=("Swift", "Routed", "Grand")
    )
    assert set(models) | {"USD", "USD thousand"} <= set(words(drawn, brand))
    lines = [a for a in figure(drawn, brand, WIDTH, HEIGHT).artists if hasattr(a, "get_xdata")]
    assert any(len(line.get_xdata()) == 3 and list(line.get_xdata()) == sorted(line.get_xdata()) for line in lines)


def test_a_band_lies_between_its_ends_and_is_named(brand):
    band = Band("80% interval", (None, None, 10.0, 8.0, 6.0, 4.0), (None, None, 20.0, 24.0, 28.0, 32.0))
    drawn = chart(Chart.Kind.LINE, band=band)
    assert "80% interval" in words(drawn, brand)
    areas = [a for a in figure(drawn, brand, WIDTH, HEIGHT).artists if hasattr(a, "get_xy") and len(a.get_xy()) == 9]
    assert len(areas) == 1


def test_the_parts_of_a_hundred_are_as_high_as_their_shares(brand):
    drawn = chart(
        Chart.Kind.SHARE, categories=("Jan",) * 2, series=(("A", (75.0, 50.0)), ("B", (25.0, 50.0))), decimals=0
    )
    high = [top - bottom for left, bottom, right, top in drawn_boxes(drawn, brand) if right - left > 20]
    assert high[0] / high[1] == pytest.approx(3, rel=0.08)


def test_a_heatmap_has_the_same_steps_as_its_ladder_each_readable(brand):
    steps = ladder(brand.colours)
    assert len(steps) >= 5
    lights = [lightness(step.colour) for step in steps]
    assert lights == sorted(lights, reverse=True)
    assert all(contrast(step.colour, on(step.colour, brand.colours)) >= 4.5 for step in steps)


def test_equal_numbers_of_a_heatmap_look_equal(brand):
    rows = (("Training", (5.0, 49.6, 95.0)), ("Serving", (40.0, 50.4, 80.0)))
    drawn = chart(Chart.Kind.HEATMAP, categories=("Jan", "Feb", "Mar"), series=rows)
    assert shade_of(drawn, 49.6, brand.colours) == shade_of(drawn, 50.4, brand.colours)
    assert shade_of(drawn, 49.6, brand.colours) != shade_of(drawn, 80.0, brand.colours)


def test_a_heatmap_shows_its_marks_and_target(brand):
    rows = (("Training", (5.0, None, 95.0)), ("Serving", (40.0, 60.0, 80.0)))
    drawn = chart(
        Chart.Kind.HEATMAP, categories=("Jan", "Feb", "Mar"), series=rows, target=Target(60, "Goal"),
        marks=(Mark("Serving", "Mar", "A second mark"), Mark("Serving", "Jan", "Left on")),
    )  # fmt: skip
    found = words(drawn, brand)
    assert {"● ≥ 60: Goal", "● 80 A", "40 B", "● 60", "● 95", "5", "A", "A second mark", "B", "Left on"} <= set(found)
    rings = [
        a for a in figure(drawn, brand, WIDTH, HEIGHT).artists if hasattr(a, "get_xdata") and len(a.get_xdata()) == 5
    ]
    assert len(rings) == 2


CROSSED = [
    (Chart.Kind.COLUMN, 24), (Chart.Kind.BAR, 23), (Chart.Kind.STACKED, 16), (Chart.Kind.SHARE, 16),
    (Chart.Kind.TORNADO, 24), (Chart.Kind.WATERFALL, 30), (Chart.Kind.PARETO, 60),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "aim"), CROSSED)
def test_a_target_runs_through_no_words(kind, aim, brand):
    """Words that stand on the line have a ground of their own, drawn between the line and them."""
    drawn = chart(kind, target=Target(aim, "Budget"), marks=(Mark("Actual", "Jun", "Left on for a whole weekend"),))
    artists = figure(drawn, brand, WIDTH, HEIGHT).artists
    line = next(i for i, a in enumerate(artists) if hasattr(a, "get_xdata") and a.get_linewidth() == 1.0)
    (x0, x1), (y0, y1) = artists[line].get_xdata(), artists[line].get_ydata()
    struck = [
        (i, a) for i, a in enumerate(artists)
        if hasattr(a, "words") and a.left < x1 and x0 < a.left + advance(a.words, brand.text.regular, 8.5)
        and a.base < y1 + 0.01 and y0 - 0.01 < a.base + 6
    ]  # fmt: skip
    assert struck
    for i, a in struck:
        boxes_between = [box for box in artists[line + 1 : i] if hasattr(box, "get_xy")]
        assert any(covers(box, a.left + 1, a.base + 2) for box in boxes_between), a.words


def covers(box, across, up):
    """Whether the box lies under the place."""
    left, bottom = box.get_xy().min(axis=0)
    right, top = box.get_xy().max(axis=0)
    return left <= across <= right and bottom <= up <= top
