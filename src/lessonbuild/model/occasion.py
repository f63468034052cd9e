"""What surrounds a session: the invitation before it, the list on the door, the evaluation and certificate after it."""

from typing import Annotated

from pydantic import Field

from lessonbuild.model.item import Id, Item, Line, Minutes, Prose
from lessonbuild.model.slide import ArguedSlide


class PreReading(Item):
    """Something to read beforehand."""

    title: Line
    document: Id | None = None
    """The document of the kit, where it is one."""
    minutes: Minutes
    text: Line
    """What to look for."""


class Invitation(Item):
    """What participants get before the session."""

    opening: Prose
    """Why it is worth three hours of theirs."""
    bring: list[Line] = []
    reading: list[PreReading] = []
    reply: Prose | None = None
    """What the organizer needs to know: role, access needs."""
    closing: Prose | None = None


class Attendance(Item):
    """The sign-in list, by team."""

    text: Prose
    """What the list is used for, and when it is deleted."""


class OpenQuestion(Item):
    """A question answered in sentences."""

    question: Line
    lines: Annotated[int, Field(ge=1, le=12)] = 3


class SessionFeedback(Item):
    """The evaluation of the session itself."""

    intro: Prose
    objectives: Line
    """The words before each objective: "After this session I can ..."."""
    statements: dict[Id, Line] = {}
    """What else is rated: pace, material, room."""
    scale: list[Line] = Field(min_length=2, max_length=7)
    """A word for every point, lowest first."""
    background: Line | None = None
    """The question which of the audiences one belongs to."""
    questions: dict[Id, OpenQuestion] = {}


class Certificate(Item):
    """What participants take home with their name on it."""

    text: Line
    """What they have done, in a sentence."""
    signatures: list[Line] = Field(min_length=1, max_length=3)
    """Who signs."""


class Briefing(Item):
    """A deck for others to fill in and present. What is to be filled in stands in square brackets."""

    title: Line
    subtitle: Line
    say: Prose
    """What to say on the first slide."""
    do: Prose | None = None
    """How to fill it."""
    slides: list[ArguedSlide] = Field(min_length=1)
