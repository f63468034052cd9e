"""Blocks that leave the page: cards that are cut out, and the certificate that is taken home."""

from dataclasses import dataclass
from typing import ClassVar

from lessonbuild.model.blocks.forms import FieldRow, TextField
from lessonbuild.model.blocks.naming import Named, named
from lessonbuild.model.document import Block, BulletList, Composed, Paragraph, Role
from lessonbuild.model.text import Text


@dataclass(frozen=True, slots=True)
class CutCard:
    """One card: a few words over its title, and what it says."""

    over: Text
    title: Text
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class CutCards(Composed):
    """Cards to cut out, all of one size: `across` beside each other, `down` under each other on a page.

    All cards of a page measure SHEET, in mm: within what printers reach on A4 and on Letter. Their words are set in
    the largest of SIZES, in points, in which those of every card fit.
    """

    SHEET: ClassVar[tuple[int, int]] = (180, 240)
    SIZES: ClassVar[tuple[float, ...]] = tuple(size / 2 for size in range(28, 17, -1))

    cards: tuple[CutCard, ...]
    across: int
    down: int
    description: str

    def parts(self) -> tuple[Block, ...]:
        found: list[Block] = []
        for card in self.cards:
            over = (Paragraph(card.over, Role.LABEL),) if card.over else ()
            found += [*over, Paragraph(card.title, Role.LEAD), *card.blocks]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Certificate(Composed):
    """A page with somebody's name on it: what was done, how long, what was reached, who signs."""

    name: TextField
    did: Text
    title: Text
    subtitle: Text
    facts: tuple[Named, ...]
    reached: Text  # "Objectives"
    objectives: tuple[Text, ...]
    signatures: tuple[TextField, ...]

    def parts(self) -> tuple[Block, ...]:
        facts = tuple(Paragraph(named(fact.name, fact.text)) for fact in self.facts)
        reached = (Paragraph(self.reached, Role.LABEL), BulletList(self.objectives))
        under = (Paragraph(self.subtitle, Role.LEAD),) if self.subtitle else ()
        said = (Paragraph(self.did), Paragraph(self.title, Role.LEAD), *under)
        return (self.name, *said, *facts, *reached, FieldRow(self.signatures))
