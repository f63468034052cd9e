"""What is filled in, by hand or on a screen: boxes, lines, scales."""

from copy import deepcopy

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import AnswerLines, Checklist, ChoiceField, FieldRow, RatingField, TextField
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.docx.cells import cell, layout, row
from lessonbuild.writers.docx.controls import answer, choices, tick
from lessonbuild.writers.docx.geometry import RULE, Frame, in_cell
from lessonbuild.writers.docx.numbering import BOX
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.styles import BODY
from lessonbuild.writers.docx.text import inset, paragraph, runs, space, tab
from lessonbuild.writers.docx.xml import MM, Element, W, twips, w

_GAP = 18.0  # between fields that stand beside each other
_HANG = 26.0  # from a box to its words
BOX_LINE = 23.5  # the height of a line with a box in it
_WHOLE = 5  # lines to write on that stay on one page
_NAME, _SHORTEST = 8.0, 42 * MM  # from a name to its line; the least that a line in one line with its name is long


def tick_cell(box: list[Element], width: float, *properties: Element) -> Element:
    """A cell that is one box to tick; of air it has enough without the table's."""
    flush = w("tcMar", w("top", w=0, type="dxa"), w("bottom", w=0, type="dxa"))
    return cell([paragraph("TableBox", *box)], width, flush, *properties)


def checklist(block: Checklist, frame: Frame, package: Package) -> list[Element]:
    """Things to tick off, as a list each item of which begins with a box."""
    indents = inset(frame, _HANG, _HANG) if frame.inset else ()
    made = []
    for item in block.items:
        belongs = w("numPr", w("ilvl", val=0), w("numId", val=BOX))
        box = tick(Checklist.FIELD, plain(item), package)
        made.append(paragraph("Checklist", belongs, *indents, *box, tab(), *runs(item, package)))
    if made:
        space(made[-1], after=8)
    return made


def answer_lines(block: AnswerLines, frame: Frame, package: Package) -> list[Element]:  # noqa: ARG001 (as the others)
    """Ruled lines, 8 mm apart."""
    held = {*range(min(block.count, _WHOLE) - 1), block.count - 2}  # of many lines, none is left alone on a page
    keep = [(w("keepNext"),) if number in held else () for number in range(block.count)]
    made = [paragraph("AnswerLine", *kept, *inset(frame)) for kept in keep]
    if made and not frame.cell:
        space(made[-1], after=12)
    return made


def text_field(block: TextField, frame: Frame, package: Package) -> list[Element]:
    """The label, the hint, and room to write; on one page up to five lines."""
    made = [paragraph("FieldLabel", *inset(frame), *runs(block.label, package))]
    if block.hint:
        made.append(paragraph("FieldHint", *inset(frame), *runs(block.hint, package)))
    lines = answer_lines(AnswerLines(block.lines), frame, package)
    lines[0] = _entry(lines[0], block, package)
    return made + lines


def _entry(line: Element, block: TextField, package: Package) -> Element:
    """The first line, with the field in it: what is typed begins there."""
    line.find(f"{{{W}}}pPr/{{{W}}}pStyle").set(f"{{{W}}}val", "AnswerField")
    line.extend(answer(block, package))
    return line


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
        written = [paragraph("FieldEntry", *answer(one, package))]
        cells.append(cell(written, line, deepcopy(rule), w("vAlign", val="bottom")))
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
    boxes = [*choices(block.id, plain(block.label), block.options, package, several=block.several)]
    pairs = [*zip(boxes, block.options, strict=True)]
    for start in range(0, len(pairs), across):
        keep = (w("keepNext"),) if start + across < len(block.options) else ()
        set_off = () if stops is None else (deepcopy(stops),)
        line: list[Element] = []
        for box, option in pairs[start : start + across]:
            line += [*((tab(),) if line else ()), *box, tab(), *runs(option, package)]
        made.append(paragraph("AnswerOption", *keep, *set_off, *inset(frame, _HANG, _HANG), *line))
    space(made[-1], after=9)
    return made


def rating_field(block: RatingField, frame: Frame, package: Package) -> list[Element]:
    """The scale's words over its boxes."""
    made = [paragraph("FieldLabel", *inset(frame), *runs(block.label, package))]
    if block.hint:
        made.append(paragraph("FieldHint", *inset(frame), *runs(block.hint, package)))
    width = frame.width / len(block.scale)
    boxes = choices(block.id, block.asked, block.scale, package)
    cells = [_point(word, box, width, package) for word, box in zip(block.scale, boxes, strict=True)]
    said = package.words("form-table", what=plain(block.label))
    return [*made, layout([row(cells)], [width] * len(block.scale), frame, said, pad=4)]


def _point(word: Text, box: list[Element], width: float, package: Package) -> Element:
    """One point of a scale: its word over its box."""
    rules = w("tcBorders", *(package.palette.edge(side, "line", 0.5) for side in ("top", "bottom")))
    content = [paragraph("ScaleWord", *runs(word, package)), paragraph("ScaleBox", *box)]
    return cell(content, width, rules, w("vAlign", val="bottom"))
