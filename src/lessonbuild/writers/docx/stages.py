"""Stages that follow one another: beside each other, below each other, or as a funnel."""

from lessonbuild.fonts import widest_word
from lessonbuild.model.blocks import Named, Stages
from lessonbuild.writers.docx.cells import cell, layout, row
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import inset, paragraph, plain_run, runs, space, tab
from lessonbuild.writers.docx.xml import Element, twips, w

_GAP = 12.0
_NARROWEST = 78.0  # of a stage beside others
_NUMBER = 30.0  # the column of numbers where stages stand below each other
_ONWARD, _AGAIN = "\u2192", "\u21ba"


def stages(block: Stages, frame: Frame, package: Package) -> list[Element]:
    """Beside each other where their words have room, else below each other; a funnel narrows."""
    if block.shape is Stages.Shape.FUNNEL:
        return [_bar(stage, number, block, frame, package) for number, stage in enumerate(block.stages)]
    count = len(block.stages)
    width = (frame.width - _GAP * (count - 1)) / count
    widest = max(widest_word(stage.name, package.brand.text, 10.5, bold=True) for stage in block.stages)
    beside = width >= max(_NARROWEST, widest + 1)
    return [_beside(block, width, frame, package) if beside else _below(block, frame, package)]


def _beside(block: Stages, width: float, frame: Frame, package: Package) -> Element:
    widths = [width]
    cells: list[Element] = []
    for number, stage in enumerate(block.stages, 1):
        if cells:
            cells.append(cell([paragraph("Card")], _GAP))
            widths += [_GAP, width]
        rule = w("tcBorders", package.palette.edge("top", "accent" if number == 1 else "second", 2.25))
        cells.append(cell(_stage(block, number, stage, width, package), width, rule))
    return layout([row(cells)], widths, frame, package.words("layout", what=block.alt))


def _stage(block: Stages, number: int, stage: Named, width: float, package: Package) -> list[Element]:
    stop = w("tabs", w("tab", val="right", pos=twips(width)))
    head = (
        []
        if _dated(block)
        else [paragraph("StageNumber", stop, plain_run(str(number)), tab(), plain_run(_arrow(block, number)))]
    )
    made = [*head, paragraph("CardName", *runs(stage.name, package))]
    made += [paragraph("Card", *runs(stage.text, package))] if stage.text else []
    space(made[0], before=4)
    space(made[-1], after=8)
    return made


def _arrow(block: Stages, number: int) -> str:
    if number < len(block.stages):
        return _ONWARD
    return _AGAIN if block.shape is Stages.Shape.CYCLE else ""


def _dated(block: Stages) -> bool:
    """The names are dates: a number beside them would only be in their way."""
    return block.shape is Stages.Shape.TIMELINE


def _below(block: Stages, frame: Frame, package: Package) -> Element:
    left = frame.width * 0.24 if _dated(block) else _NUMBER
    widths = (left, frame.width - left)
    rows = []
    for number, stage in enumerate(block.stages, 1):
        name, words = paragraph("CardName", *runs(stage.name, package)), paragraph("Card", *runs(stage.text, package))
        mark = name if _dated(block) else paragraph("StageNumber", plain_run(str(number)))
        beside = [words] if _dated(block) else [name, words] if stage.text else [name]
        for content in ([mark], beside):
            space(content[0], before=4)
            space(content[-1], after=5)
        pair = zip(([mark], beside), widths, strict=True)
        rows.append(
            row(
                cell(content, width, w("tcBorders", package.palette.edge("bottom", "line", 0.5)))
                for content, width in pair
            )
        )
    return layout(rows, widths, frame, package.words("layout", what=block.alt))


def _bar(stage: Named, number: int, block: Stages, frame: Frame, package: Package) -> Element:
    """One bar of a funnel: a tinted paragraph, narrower than the one above."""
    step = min(34.0, frame.width * 0.3 / len(block.stages)) * number
    edges = w("pBdr", *(package.palette.edge(side, "tint", 0.5, 6) for side in ("top", "left", "bottom", "right")))
    name = runs(stage.name, package)
    for run in name:
        run.insert(0, w("rPr", w("b")))
    words = [plain_run("\n"), *runs(stage.text, package)] if stage.text else []
    last = number == len(block.stages) - 1
    keep = () if last else (w("keepNext"),)
    inner = frame.within(left=step + 7, right=step + 7)
    made = paragraph(
        "Card", *keep, *inset(inner), edges, package.palette.ground("tint"), w("jc", val="center"), *name, *words
    )
    space(made, before=8, after=16 if last else 8)
    return made
