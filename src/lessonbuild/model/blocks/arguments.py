"""Blocks that an argument is made of."""

from dataclasses import dataclass, replace
from enum import Enum

from lessonbuild.model.blocks.naming import Named, named, terms_run_in
from lessonbuild.model.document import Block, BulletList, Composed, NumberedList, Paragraph, Role
from lessonbuild.model.text import Run, Style, Text, text


@dataclass(frozen=True, slots=True)
class Statement(Composed):
    """One sentence that stands alone."""

    text: Text

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(self.text, Role.LEAD),)


@dataclass(frozen=True, slots=True)
class Quote(Composed):
    """Somebody's words, and whose."""

    text: Text
    by: Text

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(self.text, Role.LEAD), Paragraph(self.by, Role.SOURCE))


@dataclass(frozen=True, slots=True)
class BigNumber(Composed):
    """A figure to remember, and what it means."""

    value: str
    means: Text

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(named(text(self.value), self.means)),)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison."""

    name: Text
    points: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Composed):
    """Two things side by side, and which difference matters."""

    left: Side
    right: Side
    verdict: Text = ()

    def parts(self) -> tuple[Block, ...]:
        sides = tuple(b for s in (self.left, self.right) for b in (Paragraph(s.name, Role.LABEL), BulletList(s.points)))
        return (*sides, Paragraph(self.verdict)) if self.verdict else sides


@dataclass(frozen=True, slots=True)
class Cards(Composed):
    """Three to six equal ideas, one a card."""

    cards: tuple[Named, ...]

    def parts(self) -> tuple[Block, ...]:
        return (BulletList(tuple(named(card.name, card.text) for card in self.cards)),)


@dataclass(frozen=True, slots=True)
class Stages(Composed):
    """Things that follow one another. The shape says how."""

    class Shape(Enum):
        PROCESS = "process"  # once, left to right
        CYCLE = "cycle"  # and round again
        FUNNEL = "funnel"  # fewer pass each time
        TIMELINE = "timeline"  # the names are dates

    shape: Shape
    stages: tuple[Named, ...]
    alt: str  # what the picture of them shows

    def parts(self) -> tuple[Block, ...]:
        return (NumberedList(tuple(named(stage.name, stage.text) for stage in self.stages)),)


@dataclass(frozen=True, slots=True)
class Axis:
    """A direction of a quadrant and what its ends mean."""

    name: Text
    low: Text
    high: Text


@dataclass(frozen=True, slots=True)
class Quadrant(Composed):
    """Two axes, four fields: top left, top right, bottom left, bottom right."""

    across: Axis
    up: Axis
    quarters: tuple[Named, Named, Named, Named]
    alt: str
    lines: int = 0  # where notes are placed in it: the lines, 8 mm apart, that each field has room for

    def parts(self) -> tuple[Block, ...]:
        return (BulletList(tuple(named(quarter.name, quarter.text) for quarter in self.quarters)),)


@dataclass(frozen=True, slots=True)
class Formula(Composed):
    """A formula in words, what its terms mean, and a worked example."""

    name: Text
    formula: Text
    terms: tuple[Named, ...] = ()
    example: tuple[Block, ...] = ()
    caution: Text = ()
    example_label: str = ""

    def worked(self) -> tuple[Block, ...]:
        """The example, with its label in bold at the head of the first paragraph."""
        if not (self.example_label and self.example and isinstance(self.example[0], Paragraph)):
            return self.example
        first = (Run(f"{self.example_label}  ", Style.STRONG), *self.example[0].text)
        return (replace(self.example[0], text=first), *self.example[1:])

    def parts(self) -> tuple[Block, ...]:
        terms = (Paragraph(terms_run_in(self.terms)),) if self.terms else ()
        caution = (Paragraph(self.caution, Role.SOURCE),) if self.caution else ()
        lines = (Paragraph(self.name, Role.LABEL), Paragraph(self.formula, Role.LEAD))
        return (*lines, *terms, *self.worked(), *caution)


@dataclass(frozen=True, slots=True)
class Terms(Composed):
    """Words and what they mean, in the order given."""

    terms: tuple[Named, ...]

    def parts(self) -> tuple[Block, ...]:
        return tuple(Paragraph(named(term.name, term.text)) for term in self.terms)


class Tone(Enum):
    """What a callout is for."""

    KEY = "key"  # to be remembered
    NOTE = "note"  # on the side
    OPTION = "option"  # may be done otherwise
    CARE = "care"  # to be handled with care


@dataclass(frozen=True, slots=True)
class Callout(Composed):
    """A few lines set apart from the text, under a label."""

    label: Text
    blocks: tuple[Block, ...]
    tone: Tone = Tone.NOTE

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(self.label, Role.LABEL), *self.blocks)
