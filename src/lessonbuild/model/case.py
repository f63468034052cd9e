"""Case studies: a story told in parts, with exhibits that the text refers to."""

from typing import Literal

from pydantic import Field

from lessonbuild.model.item import Id, Item, Line, Prose


class Person(Item):
    """Somebody in the case."""

    name: str
    role: str
    about: Line


class Event(Item):
    """What happened when."""

    when: str
    what: Line


class CasePart(Item):
    """A heading, some paragraphs, and the exhibits that stand behind them."""

    title: Line
    text: Prose
    exhibits: list[Id] = []
    """Charts and tables of the lesson, by id; numbered in the order in which they first stand in the case."""


class Case(Item):
    """A case study. It becomes the document `case-study-ID`."""

    phase: Literal["engage", "explore", "explain", "elaborate", "evaluate"]
    title: Line
    subtitle: Line | None = None
    short: str | None = None
    """What people call it, where there is little room."""
    setting: Line
    """Company, industry and time in one line, over the first paragraph."""
    opening: Prose
    """The opening scene."""
    people: list[Person] = []
    timeline: list[Event] = []
    parts: list[CasePart] = Field(min_length=1)
    questions: list[Line] = []
    task: Prose | None = None
    """What the team is to do with it, where the case is the workshop's data."""
    about: Prose
    """What is fictional, what is real, and how the figures were made."""
