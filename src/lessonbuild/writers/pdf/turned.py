"""Which sections of large print are turned on their side: those with a table whose words are wider than the page."""

from lessonbuild.model.blocks import FormTable
from lessonbuild.model.document import Block, Section, Table
from lessonbuild.writers.pdf.columns import GAP, Wants
from lessonbuild.writers.pdf.styles import Look
from lessonbuild.writers.pdf.tables import SIZE


def turned(section: Section, look: Look) -> bool:
    """Whether the section needs a page on its side."""
    return look.large and not look.wide and any(_least(block, look) > look.width for block in section.blocks)


def _least(block: Block, look: Look) -> float:
    """The width that the longest words of a table's columns take; nothing for what is no table."""
    match block:
        case Table():
            wants = Wants(block, look.brand.text, look.smallest)
        case FormTable():
            wants = Wants(Table(block.head, block.rows, block.description), look.brand.text, look.size(SIZE))
            wants.gap_after[-1] = GAP / 2
        case _:
            return 0.0
    return sum(wants.least) + wants.gaps
