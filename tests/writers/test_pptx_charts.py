"""Charts of the deck: native, editable, described, coloured by what the title speaks of, labelled at the points."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from lessonbuild.model.blocks import Chart, Mark, Target
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.text import text
from lessonbuild.writers.pptx import write
from lessonbuild.writers.pptx.labels import spread
from lessonbuild.writers.pptx.scale import scale_of

MONTHS = ("Jan", "Feb", "Mar", "Apr")
BUDGET, ACTUAL = ("Budget", (10.0, 20.0, 30.0, 40.0)), ("Actual", (9.0, 24.0, 41.0, None))
KIND = Chart.Kind


def made(kind: Chart.Kind, brand: Brand, **more: Any) -> Any:
    """The slide of a chart."""
    chart = replace(
        Chart(kind, text("Spending"), MONTHS, (BUDGET, ACTUAL), "USD thousand", "Spending leaves the budget."), **more
    )
    document = Document(
        "d", text("D"), Audience.FACILITATOR, (Section(text("Spending"), (chart,)),), "D", "en", "2026-11-23"
    )
    return Presentation(BytesIO(write(document, brand).data)).slides[0]


def chart_of(slide: Any) -> Any:
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def colours(element: Any) -> list[str]:
    return [node.get("val") for node in element.find("{*}spPr").iter("{*}schemeClr")]


def series(slide: Any, name: str) -> Any:
    return next(s for s in chart_of(slide)._chartSpace.iter("{*}ser") if s.find("{*}tx").findtext(".//{*}v") == name)


@pytest.mark.parametrize("kind", [KIND.COLUMN, KIND.BAR, KIND.LINE, KIND.STACKED])
def test_the_numbers_can_be_edited(kind: Chart.Kind, brand: Brand) -> None:
    chart = chart_of(made(kind, brand))
    assert list(chart.plots[0].categories) == list(MONTHS)
    assert [(s.name, tuple(s.values)) for s in chart.plots[0].series] == [BUDGET, ACTUAL]
    sheet = zipfile.ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'<c r="[BC]\d"[^>]*><v>([\d.]+)</v>', sheet)[2:] == ["10", "9", "20", "24", "30", "41", "40"]


def test_it_is_described_without_legend_or_title_of_its_own(brand: Brand) -> None:
    slide = made(KIND.LINE, brand)
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Spending leaves the budget."
    assert frame.is_placeholder
    assert not frame.chart.has_legend
    assert not frame.chart.has_title


def test_what_the_title_speaks_of_stands_in_the_accent(brand: Brand) -> None:
    slide = made(KIND.LINE, brand, emphasis=("Actual",))
    assert colours(series(slide, "Actual")) == ["accent1"]
    assert colours(series(slide, "Budget")) == ["accent5"]


def test_a_category_spoken_of_is_one_point_in_the_accent(brand: Brand) -> None:
    slide = made(KIND.COLUMN, brand, emphasis=("Mar",), series=(BUDGET,))
    points = list(series(slide, "Budget").iter("{*}dPt"))
    assert [(p.find("{*}idx").get("val"), colours(p)) for p in points] == [("2", ["accent1"])]
    assert colours(series(slide, "Budget")) == ["accent5"]


def test_lines_are_named_where_they_end_and_marked_where_it_matters(brand: Brand) -> None:
    slide = made(KIND.LINE, brand, marks=(Mark("Actual", "Feb", "New model"),))
    labels = {
        (name, label.find("{*}idx").get("val")): "".join(node.text for node in label.iter("{*}t"))
        for name in ("Actual", "Budget")
        for label in series(slide, name).iter("{*}dLbl")
    }
    assert labels == {("Actual", "1"): "New model", ("Actual", "2"): "Actual", ("Budget", "3"): "Budget"}


@pytest.mark.parametrize("kind", [KIND.COLUMN, KIND.LINE, KIND.STACKED])
def test_a_target_is_a_dashed_line_of_the_chart(kind: Chart.Kind, brand: Brand) -> None:
    slide = made(kind, brand, target=Target(35, "Approved"))
    line = series(slide, "Approved")
    assert line.getparent().tag.endswith("}lineChart")
    assert line.find("{*}spPr").find(".//{*}prstDash").get("val") == "dash"
    assert {v.text for v in line.find("{*}val").iter("{*}v")} == {"35"}


def test_a_waterfall_stands_on_an_invisible_base(brand: Brand) -> None:
    change = ("Change", (50.0, 20.0, -30.0, 40.0))
    slide = made(KIND.WATERFALL, brand, series=(change,), totals=("Jan", "Apr"))
    base, bars, tops = chart_of(slide)._chartSpace.iter("{*}ser")
    assert base.find("{*}spPr").find("{*}noFill") is not None
    assert [v.text for v in base.find("{*}val").iter("{*}v")] == ["0", "50", "40", "0"]
    assert [v.text for v in bars.find("{*}val").iter("{*}v")] == ["50", "20", "30", "40"]
    assert ["".join(node.text for node in label.iter("{*}t")) for label in tops.iter("{*}dLbl")] == [
        "50",
        "+20",
        "−30",
        "40",
    ]


def test_columns_whose_names_are_too_long_lie_down(brand: Brand) -> None:
    names = tuple(f"An experiment number {n} that nobody had planned for" for n in range(8))
    chart = chart_of(made(KIND.COLUMN, brand, categories=names, series=(("Cost", tuple(range(8))),)))
    assert chart._chartSpace.find(".//{*}barDir").get("val") == "bar"


@given(st.lists(st.floats(-1e6, 1e9), min_size=1, max_size=12), st.booleans())
def test_bars_stand_on_zero_and_fit_the_scale(values: list[float], valued: bool) -> None:
    names = tuple(str(n) for n in range(len(values)))
    scale = scale_of(Chart(KIND.COLUMN, (), names, (("A", tuple(values)),), "USD", "alt"), valued)
    assert scale.bottom <= 0 <= scale.top
    assert scale.bottom <= min(values) + 1e-9 * max(map(abs, values))
    assert max(values) <= scale.top * (1 + 1e-9) or max(values) < 0
    assert scale.step > 0


@pytest.mark.parametrize(("high", "top", "step"), [(425.6, 500, 100), (102.2, 125, 25), (98.0, 100, 25), (16.0, 20, 5)])
def test_a_scale_ends_near_its_highest_point(high: float, top: float, step: float) -> None:
    scale = scale_of(Chart(KIND.COLUMN, (), ("A", "B"), (("S", (1.0, high)),), "USD", "alt"), valued=False)
    assert (scale.bottom, scale.top, scale.step) == (0, top, step)


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0, 500), max_size=8))
def test_labels_moved_apart_never_cover_each_other(middles: dict[str, float]) -> None:
    placed = spread(middles, dict.fromkeys(middles, 18.0), floor := 400.0)
    heights = sorted(placed.values())
    assert all(high - low >= 17.99 for low, high in pairwise(heights))
    assert sorted(placed, key=lambda n: (placed[n], n)) == sorted(placed, key=lambda n: (placed[n], middles[n], n))
    assert all(y + 9 <= max(floor, max(middles.values()) + 9) + 0.01 for y in placed.values())


def test_points_at_one_place_still_make_axes(brand: Brand) -> None:
    points = (("Days", (5.0, 5.0)), ("Cost", (3.0, 3.0)))
    chart = chart_of(made(KIND.SCATTER, brand, categories=("Pilot", "Trial"), series=points, across="days"))
    axes = [(float(axis.find(".//{*}min").get("val")), float(axis.find(".//{*}max").get("val")))
            for axis in chart._chartSpace.iter("{*}valAx")]  # fmt: skip
    assert all(low <= 5 and low < high for low, high in axes)
