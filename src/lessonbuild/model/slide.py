"""The slides that an author writes. A slide's `kind` says what it is (a chart, a poll, a task), not how it looks."""

from typing import Annotated, Literal

from pydantic import Field

from lessonbuild.model.item import Id, Item, Line, Minutes, Prose
from lessonbuild.model.pictures import Picture


class Ask(Item):
    """A question to the learners and what they are likely to answer."""

    question: Line
    """The question, as it is asked aloud."""
    expect: Prose | None = None
    """Answers to expect, and what to make of them."""


class Slide(Item):
    """What every kind of slide has."""

    id: Id
    """The name by which steps refer to the slide."""
    title: Line
    """Where the slide argues: the assertion, as a sentence of at most two lines."""
    say: Prose
    """What the facilitator says while the slide is shown: speech, not the slide's text again."""
    do: Prose | None = None
    """What the facilitator does: starts the poll, points at a bar."""
    ask: list[Ask] = []
    """Questions to the learners."""
    transition: Line | None = None
    """The sentence that leads to the next slide."""
    source: Line | None = None
    """Where the slide's figures come from; small at the foot."""


class Entry(Item):
    """A name with a sentence."""

    name: Line
    text: Line | None = None


class StatementSlide(Slide):
    """One sentence, large, to stop and think about."""

    kind: Literal["statement"]
    text: Line


class PointsSlide(Slide):
    """An assertion with a few lines of text or a short list."""

    kind: Literal["points"]
    body: Prose


class QuestionSlide(Slide):
    """The title is a question to discuss; prompts open it up."""

    kind: Literal["question"]
    prompts: list[Line] = Field(min_length=1, max_length=4)
    how: Line | None = None
    """In which form: "In pairs, two minutes"."""


class PollSlide(Slide):
    """The title is a question that everybody answers at once."""

    kind: Literal["poll"]
    options: list[Line] = Field(min_length=2, max_length=6)


class NumberSlide(Slide):
    """One figure to remember."""

    kind: Literal["number"]
    value: Line
    means: Line


class SideOfComparison(Item):
    """One side of a comparison."""

    name: Line
    points: list[Line] = Field(min_length=1, max_length=5)


class ComparisonSlide(Slide):
    """Two things side by side."""

    kind: Literal["comparison"]
    left: SideOfComparison
    right: SideOfComparison
    verdict: Line | None = None


class CardsSlide(Slide):
    """Two to six equal ideas."""

    kind: Literal["cards"]
    cards: list[Entry] = Field(min_length=2, max_length=6)


class StagesSlide(Slide):
    """Things that follow one another: once, round and round, fewer each time, or by date."""

    kind: Literal["process", "cycle", "funnel", "timeline"]
    stages: list[Entry] = Field(min_length=2, max_length=6)
    shows: Line
    """What the drawing shows, for those who cannot see it."""


class AxisOfQuadrant(Item):
    """A direction and what its two ends mean."""

    name: Line
    low: Line
    high: Line


class QuadrantSlide(Slide):
    """Two axes and four fields."""

    kind: Literal["quadrant"]
    across: AxisOfQuadrant
    up: AxisOfQuadrant
    quarters: list[Entry] = Field(min_length=4, max_length=4)
    """Top left, top right, bottom left, bottom right."""
    shows: Line


class TableSlide(Slide):
    """A short table."""

    kind: Literal["table"]
    table: Id
    """One of the lesson's `tables`."""
    body: Prose | None = None


class ChartSlide(Slide):
    """A chart, and one sentence beside it. The slide's title is the assertion that the chart proves."""

    kind: Literal["chart"]
    chart: Id
    """One of the lesson's `charts`."""
    body: Prose | None = None


class FormulaSlide(Slide):
    """A formula with its worked example."""

    kind: Literal["formula"]
    formula: Id
    """One of the lesson's `formulas`."""


class ActivitySlide(Slide):
    """A task: what to do, how, what to hand in, and until when."""

    kind: Literal["activity"]
    task: Line
    steps: list[Line] = Field(min_length=1, max_length=5)
    hand_in: Line
    minutes: Minutes | None = None
    """How long; without it, the minutes of the step that shows the slide."""


class PictureSlide(Slide):
    """A picture that carries meaning."""

    kind: Literal["picture"]
    picture: Picture
    body: Prose | None = None


class QuoteSlide(Slide):
    """Somebody's words."""

    kind: Literal["quote"]
    text: Line
    by: Line


class ScreenSlide(Slide):
    """A drawn stand-in for a program's window, for those who have no account."""

    kind: Literal["screen"]
    window: Line
    """The name in the window's bar."""
    filters: list[Entry]
    chart: Id
    table: Id
    look: list[Line] = Field(min_length=1, max_length=4)
    """Where to look, in order."""


class WorksheetSlide(Slide):
    """The tables and boxes of a worksheet, to fill in together on the screen."""

    kind: Literal["worksheet"]
    worksheet: Id
    """One of the lesson's `worksheets`."""


Argued = (
    StatementSlide
    | PointsSlide
    | QuestionSlide
    | PollSlide
    | NumberSlide
    | ComparisonSlide
    | CardsSlide
    | StagesSlide
    | QuadrantSlide
    | TableSlide
    | ChartSlide
    | FormulaSlide
    | PictureSlide
    | QuoteSlide
    | ScreenSlide
    | WorksheetSlide
)

ArguedSlide = Annotated[Argued, Field(discriminator="kind")]
"""A slide that stands by itself: it needs no step of the session to know its minutes."""

AnySlide = Annotated[Argued | ActivitySlide, Field(discriminator="kind")]
