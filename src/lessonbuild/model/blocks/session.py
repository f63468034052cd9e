"""Blocks that a session is made of: how it opens, what happens when, what learners are asked to do."""

from dataclasses import dataclass

from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import Block, BulletList, Composed, NumberedList, Paragraph, Role, Table
from lessonbuild.model.text import Run, Style, Text, text


@dataclass(frozen=True, slots=True)
class Cover(Composed):
    """The first thing seen: what this is, for whom, how long, when."""

    title: Text
    subtitle: Text
    facts: tuple[Text, ...] = ()

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(self.subtitle, Role.LEAD), *(Paragraph(fact) for fact in self.facts))


@dataclass(frozen=True, slots=True)
class Closing(Composed):
    """The last thing seen."""

    text: Text
    facts: tuple[Text, ...] = ()

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(self.text, Role.LEAD), *(Paragraph(fact) for fact in self.facts))


@dataclass(frozen=True, slots=True)
class Divider(Composed):
    """A phase begins: its number, name, clock time, minutes, and what learners will do in it."""

    number: int
    name: Text
    clock: str
    minutes: str  # "30 minutes"
    does: Text

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph((*text(f"{self.clock} · {self.minutes}"),), Role.LABEL), Paragraph(self.does, Role.LEAD))


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the agenda."""

    clock: str
    minutes: str
    name: Text
    what: Text


@dataclass(frozen=True, slots=True)
class Agenda(Composed):
    """What happens when."""

    head: tuple[Text, Text, Text, Text]  # the words for clock, minutes, name, what
    rows: tuple[AgendaRow, ...]
    ends: str

    def parts(self) -> tuple[Block, ...]:
        rows = tuple((text(r.clock), text(r.minutes), r.name, r.what) for r in self.rows)
        return (Table(self.head, rows, f"{len(rows)} rows; ends {self.ends}", numeric=(1,)),)


@dataclass(frozen=True, slots=True)
class Poll(Composed):
    """A question with options that everybody answers at once; the question is the section's title."""

    options: tuple[Text, ...]

    def parts(self) -> tuple[Block, ...]:
        letters = "ABCDEFGHIJ"
        return (BulletList(tuple((Run(f"{letters[i]}  ", Style.STRONG), *o) for i, o in enumerate(self.options))),)


@dataclass(frozen=True, slots=True)
class Discussion(Composed):
    """A question to talk about, which is the section's title, with prompts that open it up."""

    prompts: tuple[Text, ...]
    how: Text = ()  # "In pairs, two minutes"

    def parts(self) -> tuple[Block, ...]:
        how = (Paragraph(self.how, Role.LABEL),) if self.how else ()
        return (*how, BulletList(self.prompts))


@dataclass(frozen=True, slots=True)
class Activity(Composed):
    """What to do now: read from ten metres."""

    task: Text
    steps: tuple[Text, ...]
    hand_in: Text
    minutes: int
    minutes_word: str  # "minutes"
    until: str  # "until 10:35"
    hand_in_label: str = ""

    def parts(self) -> tuple[Block, ...]:
        clock = text(f"{self.minutes} {self.minutes_word}, {self.until}", Style.STRONG)
        hand_in = (Paragraph(named(text(self.hand_in_label), self.hand_in)),) if self.hand_in else ()
        return (Paragraph(self.task, Role.LEAD), NumberedList(self.steps), *hand_in, Paragraph(clock, Role.LABEL))
