"""What the facilitator alone holds: what is to be found, answers, misconceptions, scoring, and what to watch for."""

from typing import Literal

from pydantic import Field

from lessonbuild.model.item import Id, Item, Line, Prose


class Finding(Item):
    """Something that the data show to those who look."""

    title: Line
    truth: Prose
    """What happened."""
    evidence: Line
    """Which exhibits agree on it."""
    amount: Line
    """The amount, its basis, and what is accepted."""
    finds: Line
    """Which role is in a position to find it."""
    owner: Line
    """Who could act next time."""
    fix: Line


class Trap(Item):
    """What looks like a finding and is none."""

    title: Line
    text: Prose


class Misconception(Item):
    """What learners often believe, and what helps."""

    belief: Line
    """In a learner's words."""
    reply: Line


class Answer(Item):
    """A model answer, with the exhibits that hold its figures."""

    text: Prose
    exhibits: list[Id] = []
    """Charts and tables, by id."""


class AnswerKey(Item):
    """The answers to what learners are asked. The quiz brings its own."""

    intro: Prose
    findings: list[Finding] = []
    traps: list[Trap] = []
    cases: dict[Id, list[Prose]] = {}
    """By case: an answer to each of its questions, in their order."""
    worksheets: dict[Id, Answer] = {}
    """By worksheet."""
    misconceptions: list[Misconception] = []
    scoring: Answer | None = None
    """How answers become points."""


class Sign(Item):
    """What can be seen or heard when learning happens."""

    look: Line
    """What a team does or says, as it can be observed."""
    short: Line
    """The same in two or three words, for the head of a column."""
    objectives: list[Id] = Field(min_length=1)
    missing: Line
    """What to ask or do when it cannot be seen."""


class Observation(Item):
    """The formative assessment: what to look for in each phase."""

    intro: Prose
    marks: dict[str, Line] = {}
    """The signs that are written into the table, and what each means."""
    phases: dict[Literal["engage", "explore", "explain", "elaborate", "evaluate"], list[Sign]] = Field(min_length=1)
