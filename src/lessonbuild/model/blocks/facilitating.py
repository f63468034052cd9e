"""Blocks that a facilitator works from."""

from dataclasses import dataclass
from enum import Enum

from lessonbuild.model.blocks.naming import Named, named
from lessonbuild.model.document import Block, Composed, Paragraph, Role, Table
from lessonbuild.model.text import Style, Text, text


class Act(Enum):
    """What the facilitator is cued to."""

    SAY = "say"
    DO = "do"
    ASK = "ask"
    EXPECT = "expect"  # answers that will come
    NEXT = "next"  # the sentence that leads over


@dataclass(frozen=True, slots=True)
class Cue(Composed):
    """Something to say, do or ask, under a label that is found in two seconds while standing."""

    act: Act
    label: str
    blocks: tuple[Block, ...]

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(text(self.label), Role.LABEL), *self.blocks)


@dataclass(frozen=True, slots=True)
class Moment(Composed):
    """A step of the session: when it starts, how long it takes, what it needs, and its cues."""

    clock: str
    minutes: str  # "6 min"
    title: Text
    facts: tuple[Named, ...]  # slides, hand-outs, cut if late
    blocks: tuple[Block, ...]

    def parts(self) -> tuple[Block, ...]:
        head = (*text(f"{self.clock}  {self.minutes}  ", Style.STRONG), *self.title)
        return (Paragraph(head, Role.LABEL), *(Paragraph(named(f.name, f.text)) for f in self.facts), *self.blocks)


@dataclass(frozen=True, slots=True)
class RunGroup:
    """A phase in the run of show."""

    title: Text
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class RunOfShow(Composed):
    """The whole session on one page: one row a step, under its phase."""

    head: tuple[Text, ...]
    groups: tuple[RunGroup, ...]
    description: str
    widths: tuple[float, ...] = ()

    def parts(self) -> tuple[Block, ...]:
        return tuple(Table(self.head, g.rows, self.description, g.title, widths=self.widths) for g in self.groups)
