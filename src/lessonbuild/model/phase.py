"""The session as it runs: phases of the 5E model, and the steps that they consist of."""

from typing import Literal

from pydantic import Field

from lessonbuild.model.item import Id, Item, Line, Minutes, Prose
from lessonbuild.model.slide import AnySlide, Ask


class Step(Item):
    """A stretch of the session in which one thing is done."""

    title: Line
    """What happens, in a few words."""
    minutes: Minutes
    say: Prose | None = None
    """What the facilitator says to open the step: speech. What belongs to one slide stands at the slide."""
    do: Prose | None = None
    """What the facilitator does."""
    ask: list[Ask] = []
    """Questions to the learners, each with the answers to expect."""
    shows: list[Id] = []
    """The slides shown, in order, by id."""
    hands_out: list[Id] = []
    """The documents handed out or used, by name."""
    cut_if_late: Line | None = None
    """What to leave out, or to shorten, when time is short."""
    saves: Minutes | None = None
    """How many minutes that wins."""


class Resources(Item):
    """What a phase uses."""

    text: Line
    documents: list[Id] = []
    """Documents of the kit, by name."""


class Adaptation(Item):
    """How a phase is adapted: the rule, and what it means for each audience."""

    text: Line
    for_: dict[Id, Prose] = {}
    """By id of the audience."""


class Technology(Item):
    """Which technology a phase uses, and how."""

    text: Line
    how: Prose | None = None


class Virtual(Item):
    """The same phase online."""

    rooms: Line
    """Which breakout rooms: how many, how composed, how long."""
    board: Line
    """Which board or shared document, with which frames."""
    poll: Line
    """Which poll, opened when."""
    producer: Prose
    """What the producer (the second person behind the scenes) does."""


class Phase(Item):
    """One of the five phases."""

    phase: Literal["engage", "explore", "explain", "elaborate", "evaluate"]
    headline: Line | None = None
    """The phase in a few words, for the agenda."""
    minutes: Minutes
    """All steps together."""
    facilitator: Line
    """What the facilitator does in this phase, in a sentence or two."""
    learners: Line
    """What the learners do in this phase."""
    task: Line | None = None
    """The same said to them, as the phase begins."""
    resources: Resources
    differentiation: Adaptation
    technology: Technology
    objectives: list[Id] = Field(min_length=1)
    """The objectives that the phase works on, by id."""
    opening: Prose | None = None
    """What the facilitator says as the phase begins."""
    purpose: Prose | None = None
    """Why the phase is there, for the facilitator."""
    virtual: Virtual | None = None
    steps: list[Step] = Field(min_length=1)
    slides: list[AnySlide] = []
    """The slides that argue, in the order in which they are shown. Title, agenda, objectives, dividers and the
    like are made from the lesson's fields."""
    transition: Line | None = None
    """The sentence that leads to the next phase."""
