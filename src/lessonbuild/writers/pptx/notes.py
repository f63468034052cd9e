"""Speaker notes: cues under their labels, in the size at which they fit on one notes page."""

from collections.abc import Iterable
from dataclasses import replace

from lessonbuild.model.blocks import Cue
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, Composed, Paragraph, Role, Section, Table
from lessonbuild.model.text import Run, Style, Text, plain, text
from lessonbuild.problems import Problem, Severity
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.master import NOTES_BODY
from lessonbuild.writers.pptx.pieces import Para
from lessonbuild.writers.pptx.prose import is_text, paras

_SIZES = (12.0, 11.0, 10.5, 10.0, 9.5, 9.0)


def notes_paras(section: Section, brand: Brand) -> tuple[tuple[Para, ...], list[Problem]]:
    """The notes of a slide, and a warning where they do not fit at twelve points."""
    found = fit.fitted(lambda size: _paras(section.notes, size), _SIZES, NOTES_BODY.w, NOTES_BODY.h, brand)
    made = found or _paras(section.notes, _SIZES[-1])
    if not made or max(para.size for para in made) >= _SIZES[0]:
        return made, []
    message = f"the notes of “{plain(section.title)}” do not fit on a page at {_SIZES[0]:g} pt"
    return made, [Problem("notes-long", message, section.place, "say less, or part the slide", Severity.WARNING)]


def _paras(blocks: Iterable[Block], size: float) -> tuple[Para, ...]:
    return tuple(para for block in blocks for para in _block(block, size))


def _block(block: Block, size: float) -> tuple[Para, ...]:
    match block:
        case Cue():
            return _labelled(block.label, block.blocks, size)
        case Paragraph() if block.role is Role.LABEL:
            return (Para(block.text, size, bold=True, before=size * 0.7),)
        case Paragraph():
            return (Para(block.text, size, before=size * 0.4),)
        case Table():
            return tuple(Para(_row(row), size, before=size * 0.3) for row in (block.head, *block.rows))
        case Composed() if not is_text(block):
            return _paras(block.parts(), size)
        case _:
            return (
                tuple(replace(p, size=size, before=size * 0.4) for p in paras((block,), size)) if is_text(block) else ()
            )


def _labelled(label: str, blocks: tuple[Block, ...], size: float) -> tuple[Para, ...]:
    """The label in bold, the first paragraph on its line."""
    made = _paras(blocks, size)
    if made and isinstance(blocks[0], Paragraph):
        runs = (Run(f"{label}: ", Style.STRONG), *made[0].runs)
        return (replace(made[0], runs=runs, before=size * 0.7), *made[1:])
    return (Para((Run(f"{label}:", Style.STRONG),), size, before=size * 0.7), *made)


def _row(row: tuple[Text, ...]) -> Text:
    joined: Text = ()
    for cell in row:
        joined = (*joined, *(text("  |  ") if joined else ()), *cell)
    return joined
