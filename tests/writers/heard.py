"""A document as PDF says it: its outline, each block that PDF draws better than its parts said as it is drawn."""

import re
from dataclasses import replace

from lessonbuild.model import blocks as b
from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import Block, BulletList, Composed, Document, Figure, Paragraph, Section, Table
from lessonbuild.model.text import Run, Text, text
from lessonbuild.writers.outline import outline

_MARKS = re.compile(r"^ *(#+ \d+\. |- |\((lead|label|source)\) |table: ?|figure: )?")


def words(document: Document) -> list[str]:
    """Every word of the document's body in its order, without the outline's own marks."""
    lines = outline(as_drawn(document)).splitlines()[1:]
    return bare(" ".join(_MARKS.sub("", line) for line in lines))


def bare(said: str) -> list[str]:
    """The words alone: rules to write on and what parts cells and lines are none."""
    return [word for word in said.split() if not re.fullmatch(r"_+|[|/•]", word)]


def as_drawn(document: Document) -> Document:
    """The document in core blocks, in the words and the order of its pages."""
    return replace(document, sections=tuple(_section(section, document) for section in document.sections))


def _section(section: Section, document: Document) -> Section:
    silent = section is document.sections[0] and section.title == document.title
    match section.blocks:
        case [b.CutCards() | b.Cover(), *_]:
            silent = True
    drawn = tuple(part for block in (*section.blocks, *section.notes) for part in said(block))
    return replace(section, title=() if silent else section.title, blocks=drawn, notes=())


def _each(*texts: Text) -> tuple[Block, ...]:
    return tuple(Paragraph(words) for words in texts if words)


def _pairs(pairs: tuple[b.Named, ...]) -> tuple[Block, ...]:
    return tuple(part for pair in pairs for part in _each(pair.name, pair.text))


def said(block: Block) -> tuple[Block, ...]:
    """A block as it is drawn, in core blocks."""
    match block:
        case b.Chart():
            return (*_each(block.label, block.title), Figure(b"", block.alt), *_each(block.source))
        case Figure():
            return (replace(block, caption=()), *_each(block.caption))
        case b.Screen():
            chart = (*_each(block.chart.title), Figure(b"", block.chart.alt), *_each(block.chart.source))
            return (*_each(block.name), *_pairs(block.filters), *chart, block.table, block.parts()[-1])
        case b.Cards():
            return _pairs(block.cards)
        case b.Terms():
            return _pairs(block.terms)
        case b.Stages(shape=b.Stages.Shape.CYCLE):
            return tuple(
                part
                for n, stage in enumerate(block.stages, 1)
                for part in _each(text(str(n)), (*stage.name, Run("  "), *stage.text))
            )
        case b.Stages():
            return _pairs(block.stages)
        case b.Quadrant():
            return (Figure(b"", block.alt), *_pairs(block.quarters))
        case b.Agenda():
            (table,) = block.parts()
            assert isinstance(table, Table)
            end = (text(block.ends), (), (), ())
            return (replace(table, rows=(*table.rows, end)),)
        case b.Divider():
            return _each(text(f"{block.number}"), block.name, text(f"{block.clock} · {block.minutes}"), block.does)
        case b.Moment():
            facts = tuple(run for fact in block.facts for run in (*fact.name, Run(" "), *fact.text, Run(" ")))
            head = _each(text(block.clock), text(block.minutes), block.title, facts)
            return (*head, *(part for inner in block.blocks for part in said(inner)))
        case b.RunOfShow():
            rows = tuple(row for group in block.groups for row in ((group.title,), *group.rows))
            return (Table(block.head, rows, ""),)
        case b.Cover():
            return _each(block.title, block.subtitle, *block.facts)
        case b.AnswerLines():
            return ()
        case b.Checklist():
            return _each(*block.items)
        case b.RubricGrid():
            return (_rubric(block),)
        case b.Certificate():
            facts = tuple(named(fact.name, fact.text) for fact in block.facts)
            return (
                *_each(block.name.label, block.did, block.title, block.subtitle, *facts, block.reached),
                BulletList(block.objectives), *_each(*(field.label for field in block.signatures)),
            )  # fmt: skip
        case Composed():
            return tuple(part for inner in block.parts() for part in said(inner))
        case _:
            return (block,)


def _rubric(block: b.RubricGrid) -> Table:
    """Each cell under what a tick in it earns."""
    (table,) = block.parts()
    assert isinstance(table, Table)
    rows = []
    for row, criterion in zip(table.rows[:-1], block.rows, strict=True):
        cells = [(*text(worth), Run(" "), *cell) for worth, cell in zip(criterion.points, criterion.cells, strict=True)]
        rows.append(((*criterion.name, Run(f" {criterion.weight} %")), *cells, row[-1]))
    return replace(table, rows=(*rows, table.rows[-1]))
