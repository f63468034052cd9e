"""What is filled in by hand: boxes, lines, scales. Content controls, when they come, come here and nowhere else."""

from copy import deepcopy

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import AnswerLines, Checklist, ChoiceField, FieldRow, RatingField, TextField
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.docx.cells import cell, layout, row
from lessonbuild.writers.docx.geometry import RULE, Frame, in_cell
from lessonbuild.writers.docx.numbering import BOX, BOX_GLYPH, box_drop, box_fonts
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.styles import BODY
from lessonbuild.writers.docx.text import inset, paragraph, plain_run, runs, space, tab
from lessonbuild.writers.docx.xml import MM, Element, twips, w

_GAP = 18.0  # between fields that stand beside each other
_HANG = 26.0  # from a box to its words
BOX_LINE = 23.5  # the height of a line with a box in it
_WHOLE = 5  # lines to write on that stay on one page
_NAME, _SHORTEST = 8.0, 42 * MM  # from a name to its line; the least that a line in one line with its name is long


def tick_box() -> Element:
    """A box of 5 mm to tick."""
    return plain_run(BOX_GLYPH, "Box", box_fonts(), box_drop())


def tick_cell(width: float, *properties: Element) -> Element:
    """A cell that is one box to tick; of air it has enough without the table's."""
    flush = w("tcMar", w("top", w=0, type="dxa"), w("bottom", w=0, type="dxa"))
    return cell([paragraph("TableBox", tick_box())], width, flush, *properties)


def checklist(block: Checklist, frame: Frame, package: Package) -> list[Element]:
    """Things to tick off, as a list whose bullets are boxes."""
    indents = inset(frame, _HANG, _HANG) if frame.inset else ()
    made = []
    for item in block.items:
        belongs = w("numPr", w("ilvl", val=0), w("numId", val=BOX))
        made.append(paragraph("Checklist", belongs, *indents, *runs(item, package)))
    if made:
        space(made[-1], after=8)
    return made


def answer_lines(block: AnswerLines, frame: Frame, package: Package) -> list[Element]:  # noqa: ARG001 (as the others)
    """Ruled lines, 8 mm apart."""
    made = _lines(block.count, frame)
    if made and not frame.cell:
        space(made[-1], after=12)
    return made


def text_field(block: TextField, frame: Frame, package: Package) -> list[Element]:
    """The label, the hint, and room to write; on one page up to five lines."""
    made = [paragraph("FieldLabel", *inset(frame), *runs(block.label, package))]
    if block.hint:
        made.append(paragraph("FieldHint", *inset(frame), *runs(block.hint, package)))
    return made + answer_lines(AnswerLines(block.lines), frame, package)


def field_row(block: FieldRow, frame: Frame, package: Package) -> list[Element]:
    """Short fields beside each other; over a sheet in one line, where enough of it is left to write on."""
    count = len(block.fields)
    width = (frame.width - _GAP * (count - 1)) / count
    names = [advance(plain(one.label), package.brand.text.bold, BODY) + _NAME for one in block.fields]
    if (block.slim or package.page.tight) and width - max(names) >= _SHORTEST:
        return [_one_line(block, names, frame, package)]
    widths = [width]
    cells: list[Element] = []
    for one in block.fields:
        if cells:
            cells.append(cell([paragraph("FieldHint")], _GAP))
            widths += [_GAP, width]
        made = text_field(one, in_cell(width), package)
        space(made[0], before=4)
        cells.append(cell(made, width))
    said = ", ".join(plain(one.label) for one in block.fields)
    return [layout([row(cells)], widths, frame, package.words("form-table", what=said))]


def _one_line(block: FieldRow, names: list[float], frame: Frame, package: Package) -> Element:
    """Each name before its line. The lines are equally long."""
    line = (frame.width - sum(names) - _GAP * (len(names) - 1)) / len(names)
    rule = w("tcBorders", package.palette.edge("bottom", "muted", 0.5))
    widths: list[float] = []
    cells: list[Element] = []
    for one, name in zip(block.fields, names, strict=True):
        if cells:
            cells.append(cell([paragraph("FieldName")], _GAP))
            widths.append(_GAP)
        cells.append(cell([paragraph("FieldName", *runs(one.label, package))], name, w("vAlign", val="bottom")))
        cells.append(cell([paragraph("FieldName")], line, deepcopy(rule), w("vAlign", val="bottom")))
        widths += [name, line]
    said = ", ".join(plain(one.label) for one in block.fields)
    return layout([row(cells, height=RULE)], widths, frame, package.words("form-table", what=said))


def choice_field(block: ChoiceField, frame: Frame, package: Package) -> list[Element]:
    """The question and its options, on one page; two options in a line where all are short enough."""
    made = [paragraph("FieldLabel", *inset(frame), *runs(block.label, package))]
    widest = max(advance(plain(option), package.brand.text.bold, BODY) for option in block.options)
    across = 2 if len(block.options) > 2 and widest + _HANG + _GAP <= frame.width / 2 else 1
    half = frame.inset + frame.width / 2
    stops = w("tabs", *(w("tab", val="left", pos=twips(at)) for at in (half, half + _HANG))) if across > 1 else None
    for start in range(0, len(block.options), across):
        keep = (w("keepNext"),) if start + across < len(block.options) else ()
        set_off = () if stops is None else (deepcopy(stops),)
        line: list[Element] = []
        for option in block.options[start : start + across]:
            line += [*((tab(),) if line else ()), *_option(option, package)]
        made.append(paragraph("AnswerOption", *keep, *set_off, *inset(frame, _HANG, _HANG), *line))
    space(made[-1], after=9)
    return made


def rating_field(block: RatingField, frame: Frame, package: Package) -> list[Element]:
    """The scale's words over its boxes."""
    made = [paragraph("FieldLabel", *inset(frame), *runs(block.label, package))]
    if block.hint:
        made.append(paragraph("FieldHint", *inset(frame), *runs(block.hint, package)))
    width = frame.width / len(block.scale)
    cells = [_point(word, width, package) for word in block.scale]
    said = package.words("form-table", what=plain(block.label))
    return [*made, layout([row(cells)], [width] * len(block.scale), frame, said, pad=4)]


def _point(word: Text, width: float, package: Package) -> Element:
    """One point of a scale: its word over its box."""
    rules = w("tcBorders", *(package.palette.edge(side, "line", 0.5) for side in ("top", "bottom")))
    content = [paragraph("ScaleWord", *runs(word, package)), paragraph("ScaleBox", tick_box())]
    return cell(content, width, rules, w("vAlign", val="bottom"))


def _option(option: Text, package: Package) -> list[Element]:
    return [tick_box(), tab(), *runs(option, package)]


def _lines(count: int, frame: Frame) -> list[Element]:
    """Paragraphs whose style rules them. A few stay together; of many, none is left alone on the next page."""
    held = {*range(min(count, _WHOLE) - 1), count - 2}
    return [
        paragraph("AnswerLine", *((w("keepNext"),) if number in held else ()), *inset(frame)) for number in range(count)
    ]
