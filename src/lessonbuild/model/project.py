"""The simulated project that teams work on: the brief, the people who meet in it, and prompts to talk about."""

from typing import Literal

from pydantic import Field

from lessonbuild.model.case import CasePart
from lessonbuild.model.item import Id, Item, Line, Prose


class Constraint(Item):
    """What the team cannot change, or what somebody wants of it."""

    title: Line
    text: Prose


class DataField(Item):
    """One line of the data dictionary."""

    name: Line
    what: Line
    """What it means, and what it leaves out."""
    unit: Line
    where: Line
    """In which exhibit or file it stands."""


class Deliverable(Item):
    """What the team hands in."""

    title: Line
    text: Line
    worksheet: Id | None = None
    """The worksheet that leads to it."""
    criterion: Id | None = None
    """The criterion of the rubric that judges it."""


class Project(Item):
    """The brief of the simulated project."""

    scenario: Id | None = None
    """Whose cost data the learners work with."""
    title: Line
    subtitle: Line | None = None
    setting: Line
    """Company, industry and time in one line, over the first paragraph."""
    opening: Prose
    """The opening scene."""
    parts: list[CasePart] = Field(min_length=1)
    """Company, teams, budget: headings with text and exhibits."""
    constraints: list[Constraint] = []
    data: list[DataField] = []
    """The data dictionary."""
    task: Prose
    deliverables: list[Deliverable] = Field(min_length=1)
    about: Prose
    """What is fictional, what is real, and how the figures were made."""


class TeamRole(Item):
    """A role in a cross-functional team, on a card."""

    name: Line
    person: Line | None = None
    """Who plays it in the case."""
    goals: list[Line] = Field(min_length=1, max_length=4)
    knows: list[Line] = Field(min_length=1, max_length=4)
    """What only this role knows."""
    asks: list[Line] = Field(min_length=1, max_length=4)
    """Questions that this role puts to the others."""


class DiscussionCard(Item):
    """A prompt to talk about. Cards for the polls and questions of the slides are made from these."""

    phase: Literal["engage", "explore", "explain", "elaborate", "evaluate"]
    question: Line
    hint: Line | None = None
    """What to look at, or how to begin."""
