"""Four fields between two axes."""

from lessonbuild.model.blocks import Named, Quadrant
from lessonbuild.model.text import Text
from lessonbuild.writers.docx.cells import cell, layout, row
from lessonbuild.writers.docx.geometry import RULE, Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import paragraph, runs, space
from lessonbuild.writers.docx.xml import Element, w

_AXIS, _HEIGHT, _PAD = 84.0, 74.0, 6.0
_SIDES = ("top", "left", "bottom", "right")


def quadrant(block: Quadrant, frame: Frame, package: Package) -> list[Element]:
    """The fields; the upward axis is named on their left, the other one under them."""
    half = (frame.width - _AXIS) / 2
    top_left, top_right, low_left, low_right = (_field(quarter, half, package) for quarter in block.quarters)
    up, across = block.up, block.across
    high = max(_HEIGHT, block.lines * RULE)
    rows = [
        row([_axis(up.name, up.high, "top", package), top_left, top_right], height=high),
        row([_axis((), up.low, "bottom", package), low_left, low_right], height=high),
        row(
            [
                _axis(across.name, (), "top", package),
                _end(across.low, half, package),
                _end(across.high, half, package, "TableNumber"),
            ]
        ),
    ]
    return [layout(rows, (_AXIS, half, half), frame, package.words("layout", what=block.alt), _PAD)]


def _field(quarter: Named, width: float, package: Package) -> Element:
    content = [paragraph("CardName", *runs(quarter.name, package))]
    content += [paragraph("Card", *runs(quarter.text, package))] if quarter.text else []
    space(content[0], before=5)
    space(content[-1], after=5)
    return cell(content, width, w("tcBorders", *(package.palette.edge(side, "muted", 0.75) for side in _SIDES)))


def _axis(name: Text, end: Text, place: str, package: Package) -> Element:
    lines = [
        paragraph(style, *runs(words, package)) for style, words in (("CardName", name), ("TableText", end)) if words
    ]
    space(lines[0], before=5)
    space(lines[-1], after=5)
    return cell(lines, _AXIS, w("vAlign", val=place))


def _end(words: Text, width: float, package: Package, style: str = "TableText") -> Element:
    made = paragraph(style, *runs(words, package))
    space(made, before=5)
    return cell([made], width)
