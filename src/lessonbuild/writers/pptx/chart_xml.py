"""The XML of a native chart, from a decided plot: series in theme colours, labels at the points, no legend or frame."""

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.pptx.chart_columns import number_format
from lessonbuild.writers.pptx.chart_labels import shows, text_properties
from lessonbuild.writers.pptx.chart_series import Series, chart_series
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.markup import A, R, escape, outline
from lessonbuild.writers.pptx.pieces import Colour, Plot
from lessonbuild.writers.pptx.scale import decimals_of, opposed
from lessonbuild.writers.pptx.scatter import scatter_xml

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'  # names that break rather than lean
_AXES = '<c:axId val="111"/><c:axId val="222"/>'
_FRAMELESS = f"<c:spPr><a:noFill/>{outline(None, 0)}</c:spPr>"
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/'
    '2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def chart_xml(piece: Plot, language: str) -> str:
    """The chart part."""
    if piece.chart.kind is Chart.Kind.SCATTER:
        return _space(piece, language, scatter_xml(piece, language), "span")
    made = chart_series(piece, language)
    areas, bars = [s for s in made if s.area], [s for s in made if not s.line and not s.area]
    lines = [s for s in made if s.line]
    plots = _area_chart(areas, piece, language) if areas else ""
    plots += _bar_chart(bars, piece, language) if bars else ""
    plots += _line_chart(lines, piece, language) if lines else ""
    axes = _category_axis(piece, language) + _value_axis(piece, language)
    return _space(piece, language, plots + axes, "gap")


def _space(piece: Plot, language: str, plots: str, blanks: str) -> str:
    """The chart part around plots and axes; `blanks` says whether lines run over gaps."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/><c:lang val="{language}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(piece)}{plots}{_FRAMELESS}</c:plotArea>"
        '<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="{blanks}"/></c:chart>'
        f"{_FRAMELESS}{text_properties(Colour.MUTED, piece.size, language)}</c:chartSpace>"
    )


def _layout(piece: Plot) -> str:
    """The plot area's own edges as shares of the frame, so that what is drawn around it meets it."""
    box, inner = piece.box, piece.inner
    at = Box((inner.x - box.x) / box.w, (inner.y - box.y) / box.h, inner.w / box.w, inner.h / box.h)
    values = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in zip("xywh", at, strict=True))
    edges = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{edges}{values}</c:manualLayout></c:layout>"


def _bar_chart(made: list[Series], piece: Plot, language: str) -> str:
    kind = piece.chart.kind
    stacked = kind in (Chart.Kind.STACKED, Chart.Kind.WATERFALL)
    direction = "bar" if kind is Chart.Kind.BAR else "col"
    grouping = "stacked" if stacked else "clustered"
    series = "".join(_series(s, piece, language, '<c:invertIfNegative val="0"/>', "") for s in made)
    over = stacked or opposed(piece.chart)
    gap = 45 if over or len(made) == 1 else 60
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{100 if over else 0}"/>{_AXES}</c:barChart>'
    )


def _area_chart(made: list[Series], piece: Plot, language: str) -> str:
    """The band of a line chart: an unseen area and the tinted one on it."""
    series = "".join(_series(s, piece, language, "", "") for s in made)
    return f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{series}{_AXES}</c:areaChart>'


def _line_chart(made: list[Series], piece: Plot, language: str) -> str:
    none = '<c:marker><c:symbol val="none"/></c:marker>'
    series = "".join(_series(s, piece, language, none, '<c:smooth val="0"/>') for s in made)
    grouping = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{grouping}{series}<c:marker val="1"/>{_AXES}</c:lineChart>'


def _series(s: Series, piece: Plot, language: str, before: str, after: str) -> str:
    """A series with its name, categories and values, each with the cells of the workbook that hold them."""
    letter, last, order = chr(ord("A") + s.column), len(s.values) + 1, s.column - 1
    name = _strings(f"Sheet1!${letter}$1", (s.name,))
    categories = _strings(f"Sheet1!$A$2:$A${last}", piece.chart.categories)
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/><c:tx>{name}</c:tx>{s.shape}{before}{s.points}'
        f"{_labels(s, piece, language)}<c:cat>{categories}</c:cat>"
        f"<c:val>{_numbers(f'Sheet1!${letter}$2:${letter}${last}', s, piece)}</c:val>{after}</c:ser>"
    )


def _strings(cells: str, words: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(word)}</c:v></c:pt>' for i, word in enumerate(words))
    cache = f'<c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{cells}</c:f>{cache}</c:strRef>"


def _numbers(cells: str, s: Series, piece: Plot) -> str:
    given = [(i, value) for i, value in enumerate(s.values) if value is not None]
    points = "".join(f'<c:pt idx="{i}"><c:v>{value:.15g}</c:v></c:pt>' for i, value in given)
    head = f'<c:formatCode>{number_format(piece.chart.decimals)}</c:formatCode><c:ptCount val="{len(s.values)}"/>'
    return f"<c:numRef><c:f>{cells}</c:f><c:numCache>{head}{points}</c:numCache></c:numRef>"


def _labels(s: Series, piece: Plot, language: str) -> str:
    if not s.valued:
        return f"<c:dLbls>{s.labels}{shows(False)}{_NO_LEADERS if s.line else ''}</c:dLbls>"
    text = text_properties(Colour.INK, piece.size, language)
    rest = f'{_format(piece.chart.decimals, piece.signed)}{_FRAMELESS}{text}<c:dLblPos val="outEnd"/>{shows(True)}'
    return f"<c:dLbls>{s.labels}{rest}</c:dLbls>"


def _format(decimals: int, signed: bool = False) -> str:
    return f'<c:numFmt formatCode="{number_format(decimals, signed)}" sourceLinked="0"/>'


def _category_axis(piece: Plot, language: str) -> str:
    bar = piece.chart.kind is Chart.Kind.BAR
    direction, side = ("maxMin", "l") if bar else ("minMax", "b")
    text = text_properties(Colour.INK if bar else Colour.MUTED, piece.size, language).replace("<a:bodyPr/>", _LEVEL)
    return (
        f'<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{direction}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="low"/>'
        f'<c:spPr>{outline(Colour.GREY, 1)}</c:spPr>{text}<c:crossAx val="222"/><c:crosses val="autoZero"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="{piece.skip}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(piece: Plot, language: str) -> str:
    """Hidden where every point carries its value; else light lines and round numbers."""
    kind = piece.chart.kind
    side, crosses = ("b", "max") if kind is Chart.Kind.BAR else ("l", "autoZero")
    between = "midCat" if kind is Chart.Kind.LINE else "between"
    grid = f"<c:majorGridlines><c:spPr>{outline(Colour.LINE, 0.75)}</c:spPr></c:majorGridlines>"
    ends = f'<c:max val="{piece.top:.10g}"/><c:min val="{piece.bottom:.10g}"/>'
    return (
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="{int(piece.valued)}"/><c:axPos val="{side}"/>{"" if piece.valued else grid}'
        f"{_format(decimals_of(piece.step))}"
        f'{_NO_TICKS}<c:tickLblPos val="nextTo"/><c:spPr>{outline(None, 0)}</c:spPr>'
        f'{text_properties(Colour.MUTED, piece.size, language)}<c:crossAx val="111"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{piece.step:.10g}"/></c:valAx>'
    )
