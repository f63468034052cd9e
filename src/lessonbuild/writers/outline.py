"""A document as readable text: for `lessonbuild show`, for snapshots, and to compare with what a format holds."""

from lessonbuild.model.blocks import Chart, Cue, Divider, Stages
from lessonbuild.model.document import (
    Block,
    BulletList,
    Composed,
    Document,
    Figure,
    NumberedList,
    Paragraph,
    Role,
    Table,
)
from lessonbuild.model.text import Text, plain
from lessonbuild.model.workbook import Workbook
from lessonbuild.writers.csv import said


def outline(document: Document | Workbook) -> str:
    """The whole document, one line a paragraph, item or row; indentation shows what belongs to what."""
    if isinstance(document, Workbook):
        return _sheets(document)
    lines = [f"{plain(document.title)} ({document.name}, for the {document.audience.value})"]
    for number, section in enumerate(document.sections, 1):
        lines += ["", f"{'#' * section.level} {number}. {plain(section.title)}"]
        lines += _indented(section.blocks)
        if section.notes:
            lines += ["  notes:", *("  " + line for line in _indented(section.notes))]
    return "\n".join(lines) + "\n"


def _sheets(workbook: Workbook) -> str:
    """Every row of every sheet, as its values are."""
    lines = [f"{workbook.title} ({workbook.name})"]
    for number, sheet in enumerate(workbook.sheets, 1):
        lines += ["", f"# {number}. {sheet.name}", "  " + " | ".join(column.head for column in sheet.columns)]
        lines += ["  " + " | ".join(said(cell) for cell in row) for row in sheet.rows]
    return "\n".join(lines) + "\n"


def _indented(blocks: tuple[Block, ...]) -> list[str]:
    return ["  " + line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph():
            mark = "" if block.role is Role.BODY else f"({block.role.value}) "
            return [mark + _flat(block.text)]
        case BulletList():
            return [f"- {_flat(item)}" for item in block.items]
        case NumberedList():
            return [f"{n}. {_flat(item)}" for n, item in enumerate(block.items, block.start)]
        case Table():
            caption = [f"table: {_flat(block.caption)}"] if block.caption else ["table:"]
            return [*caption, *("  " + " | ".join(_flat(cell) for cell in row) for row in (block.head, *block.rows))]
        case Figure():
            return [f"figure: {block.alt}"]
        case Composed():
            return [f"{_name(block)}:", *_indented(block.parts())]


def _name(block: Composed) -> str:
    """What the block is, and what only it knows."""
    kind = type(block).__name__.lower()
    match block:
        case Chart():
            return f"{block.kind.value} {kind}"
        case Stages():
            return block.shape.value
        case Cue():
            return block.act.value
        case Divider():
            return f"{kind} {block.number} {plain(block.name)}"
        case _:
            return kind


def _flat(text: Text) -> str:
    return plain(text).replace("\n", " / ")
