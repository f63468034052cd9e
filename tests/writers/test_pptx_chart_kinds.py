"""Every kind of chart, read back from the deck: native, its numbers, units, marks, target, colours and description."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from lessonbuild.model.blocks import Band, Chart, Mark, Target
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.text import text
from lessonbuild.writers.charts.colours import Shade, contrast, lightness
from lessonbuild.writers.charts.heatmap import shade_of
from lessonbuild.writers.pptx import write
from lessonbuild.writers.theme import colours as theme_colours

KIND = Chart.Kind
MONTHS = ("Jan", "Feb", "Mar", "Apr")
BUDGET, ACTUAL = ("Budget", (10.0, 20.0, 30.0, 40.0)), ("Actual", (9.0, 24.0, 41.0, 38.0))
PARTS = (("GPU", (60.0, 50.0, 40.0, 30.0)), ("API", (40.0, 50.0, 60.0, 70.0)))


def block(kind: Chart.Kind, categories: tuple[str, ...], series: Any, at: str, unit: str, **more: Any) -> Chart:
    """A chart with a mark at its second category and a target."""
    marks, target = (Mark(series[-1][0], at, "Left on"),), Target(35, "Approved")
    given: dict[str, Any] = {"marks": marks, "target": target, "alt": f"A {kind.value} of money."} | more
    return Chart(kind, text("Spending"), categories, series, unit, **given)


BLOCKS = {
    made.kind: made
    for made in (
        block(KIND.COLUMN, MONTHS, (BUDGET, ACTUAL), "Feb", "USD thousand"),
        block(KIND.BAR, MONTHS, (BUDGET, ACTUAL), "Feb", "USD thousand"),
        block(KIND.LINE, MONTHS, (BUDGET, ACTUAL), "Feb", "USD thousand"),
        block(KIND.STACKED, MONTHS, (BUDGET, ACTUAL), "Feb", "USD thousand"),
        block(
            KIND.WATERFALL, ("Plan", "Volume", "Mix", "Actual"), (("Cost", (100.0, 12.0, -20.0, 92.0)),), "Volume",
            "USD thousand", totals=("Plan", "Actual"),
        ),
        block(KIND.SHARE, MONTHS, PARTS, "Feb", "% of spending"),
        block(KIND.PARETO, ("Training", "API", "Logs"), (("Share", (60.0, 30.0, 10.0)),), "API", "% of spending"),
        block(
            KIND.TORNADO, ("Value", "Price"), (("Worse", (-50.0, -20.0)), ("Better", (50.0, 20.0))), "Price",
            "Change of NPV, USD thousand",
        ),
        block(
            KIND.HEATMAP, ("Jan", "Feb", "Mar"), (("Training", (5.0, None, 95.0)), ("Serving", (40.0, 60.0, 80.0))),
            "Feb", "% of hours",
        ),
        block(
            KIND.SCATTER, ("Swift", "Routed", "Grand"), (("Cost", (20.0, 45.0, 90.0)), ("Quality", (30.0, 80.0, 82.0))),
            "Routed", "% right", across="USD a case", joined=("Swift", "Routed", "Grand"), emphasis=("Routed",),
        ),
    )
}  # fmt: skip
CHARTS = [kind for kind in KIND if kind is not KIND.HEATMAP]
EVERY = pytest.mark.parametrize("kind", list(KIND))
EVERY_CHART = pytest.mark.parametrize("kind", CHARTS)


def slide(chart: Chart, brand: Brand) -> Any:
    """The only slide of a deck with this chart."""
    sections = (Section(text("Title"), (chart,)),)
    deck = Document("d", text("D"), Audience.FACILITATOR, sections, "D", "en", "2026-11-23")
    slides = list(Presentation(BytesIO(write(deck, brand).data)).slides)
    assert len(slides) == 1
    return slides[0]


def frame(on: Any) -> Any:
    """The frame of its chart or table."""
    (found,) = [shape for shape in on.shapes if shape.has_chart or shape.has_table]
    return found


def space(on: Any) -> Any:
    return frame(on).chart._chartSpace


def said(on: Any) -> set[str]:
    """All lines of words on the slide and in its chart; those of a label also as one."""
    trees = [on._element, *([space(on)] if frame(on).has_chart else [])]
    paras = [para for tree in trees for para in tree.iter("{*}p")]
    bodies = [body for tree in trees for tag in ("{*}txBody", "{*}rich") for body in tree.iter(tag)]
    return {"".join(run.text or "" for run in each.iter("{*}t")) for each in (*paras, *bodies)}


def held(on: Any) -> dict[str, tuple[list[str], list[float | None]]]:
    """By the name of each series its categories and values, None where there is none."""
    return {
        ser.find("{*}tx").findtext(".//{*}v"): (
            [node.text for node in ser.find("{*}cat").iter("{*}v")] if ser.find("{*}cat") is not None else [],
            _numbers(ser.find("{*}val") if ser.find("{*}val") is not None else ser.find("{*}yVal")),
        )
        for ser in space(on).iter("{*}ser")
    }


def _numbers(node: Any) -> list[float | None]:
    given = {int(pt.get("idx")): float(pt.findtext("{*}v")) for pt in node.iter("{*}pt")}
    return [given.get(i) for i in range(int(node.find(".//{*}ptCount").get("val")))]


def sheet(on: Any) -> dict[str, str]:
    """The cells of the workbook behind the chart, by name: "B2"."""
    book = zipfile.ZipFile(BytesIO(frame(on).chart.part.chart_workbook.xlsx_part.blob))
    strings = [
        "".join(t.text or "" for t in item.iter("{*}t")) for item in etree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    found = {}
    for cell in etree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter("{*}c"):
        if value := cell.findtext("{*}v"):
            found[cell.get("r")] = strings[int(value)] if cell.get("t") == "s" else f"{float(value):g}"
    return found


def test_there_is_a_chart_of_every_kind() -> None:
    assert set(BLOCKS) == set(KIND)


@EVERY
def test_it_is_a_native_object_with_the_charts_description(kind: Chart.Kind, brand: Brand) -> None:
    on = slide(BLOCKS[kind], brand)
    assert frame(on).has_table == (kind is KIND.HEATMAP)
    assert frame(on)._element.nvGraphicFramePr.cNvPr.get("descr") == f"A {kind.value} of money."
    assert not list(on._element.iter("{*}pic"))


@EVERY
def test_units_marks_and_target_stand_on_the_slide(kind: Chart.Kind, brand: Brand) -> None:
    words = said(slide(BLOCKS[kind], brand))
    assert BLOCKS[kind].unit in words
    assert any("Left on" in line for line in words)
    assert any("Approved" in line for line in words)
    assert BLOCKS[kind].across in words or not BLOCKS[kind].across


@pytest.mark.parametrize("kind", [KIND.COLUMN, KIND.BAR, KIND.LINE, KIND.STACKED, KIND.SHARE, KIND.TORNADO])
def test_series_are_read_back_as_they_are(kind: Chart.Kind, brand: Brand) -> None:
    found = held(slide(BLOCKS[kind], brand))
    for name, values in BLOCKS[kind].series:
        assert found[name] == (list(BLOCKS[kind].categories), list(values))


@EVERY_CHART
def test_words_like_formulas_are_words(kind: Chart.Kind, brand: Brand) -> None:
    names = [f"={name}" for name in BLOCKS[kind].categories]
    chart = replace(BLOCKS[kind], categories=tuple(names), marks=(), totals=(), joined=(), target=Target(35, "=1+1"))
    found = sheet(slide(chart, brand))
    assert set(names) <= set(found.values())
    assert "=1+1" in found.values() or kind is KIND.TORNADO or kind is KIND.BAR  # there a line drawn beside the chart


@EVERY_CHART
def test_everything_drawn_stands_in_the_cells_that_it_refers_to(kind: Chart.Kind, brand: Brand) -> None:
    on = slide(BLOCKS[kind], brand)
    there, references = sheet(on), [*space(on).iter("{*}numRef"), *space(on).iter("{*}strRef")]
    assert len(references) >= 3 * len(BLOCKS[kind].series)
    for reference in references:
        place = re.fullmatch(r"Sheet1!\$(\w)\$(\d+)(?::\$\w\$(\d+))?", reference.findtext("{*}f"))
        assert place
        rows = range(int(place[2]), int(place[3] or place[2]) + 1)
        drawn = {int(pt.get("idx")): pt.findtext("{*}v") for pt in reference.iter("{*}pt")}
        if reference.tag.endswith("numRef"):
            drawn = {i: f"{float(value):g}" for i, value in drawn.items()}
        held_there = {i: there[f"{place[1]}{row}"] for i, row in enumerate(rows) if f"{place[1]}{row}" in there}
        assert held_there == drawn


def test_a_waterfall_is_stacked_on_an_unseen_base(brand: Brand) -> None:
    on = slide(BLOCKS[KIND.WATERFALL], brand)
    found = held(on)
    base, bars = found["–"][1], found["Cost"][1]
    assert base == [0, 100, 92, 0]
    assert bars == [100, 12, 20, 92]
    assert space(on).find(".//{*}grouping").get("val") == "stacked"
    unseen = next(s for s in space(on).iter("{*}ser") if s.find("{*}tx").findtext(".//{*}v") == "–")
    assert unseen.find("{*}spPr").find("{*}noFill") is not None
    assert {"100", "Left on+12", "−20", "92"} <= said(on)


def test_a_pareto_has_its_shares_and_their_running_sum(brand: Brand) -> None:
    found = held(slide(BLOCKS[KIND.PARETO], brand))
    assert found["Share"][1] == [60, 30, 10]
    assert found["Σ"][1] == [60, 90, 100]


def test_a_pareto_of_long_names_lies_and_says_its_running_sum(brand: Brand) -> None:
    names = tuple(f"A line of spending that somebody has named at length, number {n}" for n in range(8))
    series = (("Share", (30.0, 20.0, 15.0, 10.0, 10.0, 5.0, 5.0, 5.0)),)
    chart = replace(BLOCKS[KIND.PARETO], categories=names, series=series, marks=(), target=Target(80, "Most"))
    words = said(slide(chart, brand))
    assert {"30  Σ 30", "20  Σ 50", "10  Σ 85  ≥ Most"} <= words


def test_parts_of_a_hundred_stand_on_one_axis_of_a_hundred(brand: Brand) -> None:
    axis = space(slide(BLOCKS[KIND.SHARE], brand)).find(".//{*}valAx")
    assert axis.find(".//{*}max").get("val") == "100"
    assert axis.find(".//{*}min").get("val") == "0"


def test_a_tornado_signs_both_sides_of_zero(brand: Brand) -> None:
    on = slide(replace(BLOCKS[KIND.TORNADO], marks=()), brand)
    formats = {n.get("formatCode") for s in space(on).iter("{*}ser") for n in s.findall("{*}dLbls/{*}numFmt")}
    assert formats == {"+#,##0;−#,##0;#,##0"}
    assert space(on).find(".//{*}overlap").get("val") == "100"
    assert space(on).find(".//{*}barDir").get("val") == "bar"


def test_a_scatter_has_its_places_its_line_and_its_target(brand: Brand) -> None:
    on = slide(BLOCKS[KIND.SCATTER], brand)
    found = {
        s.find("{*}tx").findtext(".//{*}v"): (_numbers(s.find("{*}xVal")), _numbers(s.find("{*}yVal")))
        for s in space(on).iter("{*}ser")
    }
    assert found["Quality"] == ([20, 45, 90], [30, 80, 82])
    assert found["–"] == ([20, 45, 90], [30, 80, 82])
    ends, heights = found["Approved"]
    axis = space(on).find(".//{*}valAx")
    assert ends == [float(axis.find(f".//{{*}}{end}").get("val")) for end in ("min", "max")]
    assert heights == [35, 35]
    assert {"Swift", "Routed: Left on", "Grand", "Approved", "USD a case"} <= said(on)


def test_a_band_is_read_back_with_both_edges(brand: Brand) -> None:
    band = Band("80% interval", (None, 20.0, 25.0, 30.0), (None, 30.0, 45.0, 60.0))
    on = slide(replace(BLOCKS[KIND.LINE], band=band), brand)
    found = held(on)
    assert found["≥"][1] == list(band.low)
    assert found["↕"][1] == [None, 10, 20, 30]
    assert found["≥ "][1] == list(band.low)
    assert found["80% interval"][1] == list(band.high)
    assert "80% interval" in said(on)
    lines = {s.find("{*}tx").findtext(".//{*}v") for s in space(on).find(".//{*}lineChart").iter("{*}ser")}
    assert {"≥ ", "80% interval", "Budget", "Actual"} <= lines


def test_a_heatmap_is_a_table_of_its_values_marks_and_target(brand: Brand) -> None:
    table = frame(slide(BLOCKS[KIND.HEATMAP], brand)).table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["", "Jan", "Feb", "Mar"],
        ["Training", "5", "–", "● 95"],
        ["Serving", "● 40", "● 60 A", "● 80"],
    ]
    assert {"A  Left on", "● ≥ 35: Approved"} <= said(slide(BLOCKS[KIND.HEATMAP], brand))


def test_a_marked_cell_is_framed_on_all_sides_also_by_its_neighbours(brand: Brand) -> None:
    table = frame(slide(BLOCKS[KIND.HEATMAP], brand)).table
    framed = {
        (r, c, edge.tag[-1])
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row.cells)
        for edge in cell._tc.tcPr
        if re.search(r"\}ln[LRTB]$", edge.tag) and [n.get("val") for n in edge.iter("{*}schemeClr")] == ["tx1"]
    }
    own = {(2, 2, side) for side in "LRTB"}
    assert framed == own | {(2, 1, "R"), (2, 3, "L"), (1, 2, "B")}


def test_a_heatmap_has_the_shades_of_every_format_and_readable_words(brand: Brand) -> None:
    chart = BLOCKS[KIND.HEATMAP]
    table = frame(slide(chart, brand)).table
    for r, (_, values) in enumerate(chart.series, 1):
        for c, value in enumerate(values, 1):
            cell = table.cell(r, c)
            if value is None:
                assert cell._tc.tcPr.find("{*}noFill") is not None
                continue
            ground = seen(cell._tc.tcPr.find("{*}solidFill"), brand)
            assert ground == shade_of(chart, value, brand.colours).colour
            ink = seen(cell.text_frame.paragraphs[0].runs[0]._r.rPr.find("{*}solidFill"), brand)
            assert contrast(ground, ink) >= 4.5


def seen(fill: Any, brand: Brand) -> str:
    """The colour that a fill of the theme shows."""
    node = fill.find("{*}schemeClr")
    slots = theme_colours(brand) | {"tx1": brand.colours.ink, "bg1": brand.colours.paper, "tx2": brand.colours.dark}
    scaled = node.find("{*}lumMod")
    if scaled is None:
        return Shade(slots[node.get("val")]).colour
    share = int(scaled.get("val")) // 1000
    return Shade(slots[node.get("val")], share if node.find("{*}lumOff") is not None else -share).colour


@EVERY
def test_all_colours_are_the_themes(kind: Chart.Kind, brand: Brand) -> None:
    on = slide(BLOCKS[kind], brand)
    trees = [frame(on)._element, *([space(on)] if frame(on).has_chart else [])]
    assert [node for tree in trees for node in tree.iter("{*}srgbClr", "{*}sysClr", "{*}prstClr")] == []
    assert [node for tree in trees for node in tree.iter("{*}schemeClr")]


MANY = tuple((f"Series {n}", tuple(float(n + c + 1) for c in range(4))) for n in range(5))


@pytest.mark.parametrize("emphasis", [(), ("Series 0",), ("Series 1",), ("Series 4",), ("Mar",)])
@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("kind", [KIND.COLUMN, KIND.BAR, KIND.STACKED, KIND.SHARE, KIND.LINE, KIND.TORNADO])
def test_neighbours_differ_in_grey_or_by_their_dashes(
    kind: Chart.Kind, count: int, emphasis: tuple[str, ...], brand: Brand
) -> None:
    on = slide(
        replace(BLOCKS[kind], categories=MONTHS, series=MANY[:count], emphasis=emphasis, marks=(), target=None), brand
    )
    looks = []
    for ser in space(on).iter("{*}ser"):
        line = ser.find("{*}spPr").find("{*}ln") if kind is KIND.LINE else None
        node = ser.find("{*}spPr") if line is None else line
        dash = node.find("{*}prstDash") if kind is KIND.LINE else None
        looks.append((seen(node.find("{*}solidFill"), brand), None if dash is None else dash.get("val")))
    assert len(looks) == count
    for (one, dash), (other, dash_too) in pairwise(looks):
        assert abs(lightness(one) - lightness(other)) >= 10 or dash != dash_too
    assert all(contrast(colour, brand.colours.paper) >= 3 for colour, _ in looks)
