"""A document for large print: what needs one page of a fixed shape says itself in simpler blocks, which may run on."""

from collections.abc import Iterator
from dataclasses import replace

from lessonbuild.model.blocks import Certificate, ChoiceField, CutCards, RubricGrid, TextField
from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import Block, BulletList, Document, Paragraph, Role, Section
from lessonbuild.model.text import Run, Style, text
from lessonbuild.words import words


def reflowed(document: Document) -> Document:
    """Cards become sections, a certificate stands upright, a rubric asks criterion by criterion.

    Wide cards are for one reader each, who may not see the others': each begins a page.
    """
    upright = any(
        isinstance(block, Certificate | RubricGrid) for section in document.sections for block in section.blocks
    )
    sections = tuple(made for section in document.sections for made in _sections(section, document))
    return replace(document, sections=sections, wide=document.wide and not upright)


def _sections(section: Section, document: Document) -> Iterator[Section]:
    if not all(isinstance(block, CutCards) for block in section.blocks) or not section.blocks:
        blocks = tuple(made for block in section.blocks for made in _said(block, document.language))
        yield replace(section, blocks=blocks)
        return
    for block in section.blocks:
        assert isinstance(block, CutCards)
        for card in block.cards:
            over = (Paragraph(card.over, Role.LABEL),) if card.over else ()
            yield replace(section, title=card.title, blocks=(*over, *card.blocks), starts_page=block.across == 1)


def _said(block: Block, language: str) -> tuple[Block, ...]:
    match block:
        case Certificate():
            return block.parts()
        case RubricGrid():
            return tuple(_criteria(block, language))
        case _:
            return (block,)


def _criteria(block: RubricGrid, language: str) -> Iterator[Block]:
    """The fields have the names that they have in the grid: what is collected is the same."""
    choose = words(language)("form.rubric-level")
    for row in block.rows:
        yield Paragraph(named(row.name, text(f"{row.weight} %")), Role.LEAD)
        described = zip(block.levels, row.points, row.cells, strict=True)
        yield BulletList(
            tuple(
                (*(Run(run.text, Style.STRONG) for run in level), Run(f" ({worth}): "), *cell)
                for level, worth, cell in described
            )
        )
        yield ChoiceField(row.id, (*row.name, *text(f": {choose}")), block.levels)
        yield _points(f"{row.id}-points", row.weight, block)
    yield _points("total-points", sum(row.weight for row in block.rows), block)


def _points(name: str, most: int, block: RubricGrid) -> TextField:
    word = block.total if name == "total-points" else block.head[1]
    return TextField(name, text(f"{word} / {most}"))
