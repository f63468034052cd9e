"""How learning is judged: methods, rubric, peer feedback, self-check quiz, reflection."""

from typing import Annotated, Literal

from pydantic import Field

from lessonbuild.model.item import Id, Item, Line, Prose
from lessonbuild.model.worksheet import Worksheet


class Method(Item):
    """One way in which learning is assessed."""

    kind: Literal["formative", "summative"]
    what: Line
    aligns: Line
    """What it gives evidence of."""
    how: Prose | None = None
    """How it is done in this session."""
    objectives: list[Id] = []
    document: Id | None = None


class Criterion(Item):
    """One row of the rubric."""

    name: Line
    weight: Annotated[int, Field(ge=1, le=100)]
    """Its share of the total, in per cent."""
    objectives: list[Id] = Field(min_length=1)
    levels: list[Line] = Field(min_length=2)
    """What can be observed at each level, lowest first: parallel sentences, no empty words."""


class Rubric(Item):
    """An analytic rubric."""

    title: Line
    intro: Prose
    levels: list[str] = Field(min_length=2)
    """The names of the levels, lowest first."""
    criteria: dict[Id, Criterion] = Field(min_length=1)
    how: Prose | None = None
    """How to use it: who fills it in, when, what a tick means."""


class PeerFeedback(Item):
    """The form with which teams judge each other, on the rubric's criteria."""

    intro: Prose
    evidence: Line
    """The prompt for evidence: "Which number or decision shows it?"."""
    suggestion: Line
    question: Line
    anonymous: Line | None = None
    """The sentence beside the box for those who do not want to sign."""
    rules: list[Line] = []


class QuizQuestion(Item):
    """A question of the self-check quiz."""

    question: Line
    options: list[Line] = Field(min_length=2, max_length=6)
    answer: Annotated[int, Field(ge=1)]
    """The number of the right option, the first being 1."""
    why: Line
    """Why it is right, and what the most tempting wrong option misses."""
    objectives: list[Id] = []


class Paper(Item):
    """The individual reflection paper."""

    task: Prose
    words: Annotated[int, Field(ge=50)]
    due: Line
    pages: list[Worksheet] = []
    """Structure, criteria and room to write."""


class Reflection(Item):
    """Questions to look back with."""

    learners: list[Line] = []
    facilitator: list[Line] = []
    paper: Paper | None = None
