"""What of a worksheet is a table or a canvas: the same on paper and on a screen that a team writes on."""

from lessonbuild.documents.publication import words_of
from lessonbuild.markdown import line
from lessonbuild.model.blocks import Canvas, CanvasBox, FormTable
from lessonbuild.model.document import Block
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Run, Style, plain, text
from lessonbuild.model.worksheet import BoxesPart, GridPart


def grid(name: str, part: GridPart) -> FormTable:
    """The table to fill in: what is printed, then empty rows. `name` begins the ids of its cells."""
    width = len(part.columns)
    printed = tuple(
        tuple(line(cell) if cell else () for cell in (*row, *[""] * (width - len(row)))) for row in part.rows
    )
    return FormTable(
        id=name,
        head=tuple(line(column) for column in part.columns),
        rows=(*printed, *(((),) * width for _ in range(part.blank))),
        description=plain(line(part.shows)),
        lines=part.lines,
        ticks=tuple(column - 1 for column in part.tick),
        total=part.total,
        widths=tuple(part.shares),
    )


def canvas(name: str, part: BoxesPart) -> Canvas:
    """The boxes of a canvas; `name` begins their ids."""
    boxes = tuple(
        CanvasBox(f"{name}-{number}", line(box.name), line(box.prompt) if box.prompt else (), box.lines)
        for number, box in enumerate(part.boxes, 1)
    )
    return Canvas(boxes, part.across, ", ".join(plain(box.name) for box in boxes))


def screen_blocks(lesson: Lesson, name: str) -> tuple[Block, ...]:
    """What of a worksheet is filled in together on a screen: its first table, or its canvas as one."""
    for number, part in enumerate(lesson.worksheets[name].parts, 1):
        match part:
            case GridPart():
                return (grid(f"{name}-{number}", part),)
            case BoxesPart():
                return (_as_table(f"{name}-{number}", canvas(f"{name}-{number}", part), lesson),)
    return ()


def _as_table(name: str, boxes: Canvas, lesson: Lesson) -> FormTable:
    head = tuple(text(word) for word in words_of(lesson).list("board.canvas-head"))
    rows = tuple((tuple(Run(r.text, Style.STRONG) for r in box.name), box.prompt, ()) for box in boxes.boxes)
    return FormTable(name, head, rows, boxes.description, widths=(3, 5, 9))
