"""The lesson: everything that an author writes, in the order in which a designer thinks."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from lessonbuild.model.answer_key import AnswerKey, Observation
from lessonbuild.model.assessment import Method, PeerFeedback, QuizQuestion, Reflection, Rubric
from lessonbuild.model.case import Case
from lessonbuild.model.exhibit import Chart, TableData
from lessonbuild.model.item import Id, Iso, Item, Line, Minutes, Prose
from lessonbuild.model.ledger import Ledger
from lessonbuild.model.occasion import Attendance, Briefing, Certificate, Invitation, SessionFeedback
from lessonbuild.model.phase import Phase
from lessonbuild.model.project import DiscussionCard, Project, TeamRole
from lessonbuild.model.scenario import Exact, Scenario
from lessonbuild.model.spreadsheet import BudgetModel
from lessonbuild.model.worksheet import Form, Worksheet

Level = Literal["Remembering", "Understanding", "Applying", "Analyzing", "Evaluating", "Creating"]

MadeSlide = Literal["agenda", "objectives", "safety", "rubric", "reflection", "extensions"]


class Objective(Item):
    """What learners can do at the end."""

    level: Level
    """Its level in the revised taxonomy of Bloom (Anderson & Krathwohl 2001)."""
    text: Line
    """One measurable verb, and its object."""
    supports: Id | None = None
    """An enabling objective names the objective that it leads up to."""


class Concept(Item):
    """A word that the lesson rests on."""

    term: Line
    means: Line
    example: Line | None = None


class Point(Item):
    """One thing to know or to do, and what it means here."""

    title: Line
    text: Prose | None = None
    document: Id | None = None
    """The document of the kit that carries it out."""


class Material(Item):
    """Something to have ready."""

    item: Line
    for_: Line | None = None
    """For whom, or how many: "one a team"."""
    text: Line | None = None
    document: Id | None = None


class Learners(Item):
    """One of the audiences that the lesson is adapted to."""

    name: Line
    strategy: Line
    """How the lesson meets them."""
    entry: Prose
    """Where they start from, said to them."""
    read_first: list[Id] = []
    """Resources, by id."""
    stretch: Prose
    """A task that goes further."""
    page: Prose | None = None
    """What is on their page of the handout besides."""


class Break(Item):
    """A pause that the plan may or may not hold."""

    after: Literal["engage", "explore", "explain", "elaborate"]
    minutes: Minutes
    option: bool = False
    """Offered, not planned: then its minutes are not in the session's."""
    text: Prose


class SetUp(Item):
    """How the room, or the call, is prepared."""

    room: Prose
    online: Prose | None = None
    tasks: list[Point] = []
    """What to do when: "Two weeks before", "The day before"."""


class Contingency(Item):
    """What to do when something goes otherwise."""

    when: Line
    then: Prose


class FormulaData(Item):
    """A formula with a worked example."""

    name: Line
    formula: Line
    terms: dict[str, Line] = {}
    example: Prose
    caution: Line | None = None


class Note(Item):
    """A stretch of the handout's guided notes; it follows the slides."""

    phase: Literal["engage", "explore", "explain", "elaborate", "evaluate"]
    title: Line
    text: Prose
    exhibits: list[Id] = []
    formulas: list[Id] = []
    prompt: Line | None = None
    """A question that the learner answers in writing."""
    lines: Annotated[int, Field(ge=0, le=20)] = 0
    """How many ruled lines follow."""


class Handout(Item):
    """What learners keep."""

    welcome: Prose
    notes: list[Note] = []


class Resource(Item):
    """Something to read, watch or join. It exists, and can be found with what stands here."""

    id: Id
    title: Line
    by: Line
    year: int | None = None
    where: Line
    """Publisher, journal or web address."""
    level: Literal["foundation", "practitioner", "expert"]
    text: Line
    """What it is good for."""


class ResourceGroup(Item):
    """Resources of one sort."""

    title: Line
    items: list[Resource] = Field(min_length=1)


class Source(Item):
    """A public figure, stated once and referred to as `{{ sources.ID }}`."""

    value: Exact
    """A number, or a percentage with its sign: `98%`."""
    currency: Literal["USD", "EUR", "GBP", "CHF"] | None = None
    """Of an amount of money."""
    what: Line
    date: str
    source: Line
    certainty: Literal["high", "medium", "low"]


class Lesson(Item):
    """One lesson, one file."""

    title: Line
    subtitle: Line | None = None
    language: str = "en"
    """A language tag (`en`, `en-GB`, `de`)."""
    date: Iso
    """The date of this edition; nobody reads the clock."""
    minutes: Minutes
    """The whole session."""
    starts: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "09:00"
    audience: Line
    learners: Annotated[int, Field(ge=1, le=500)] = 24
    teams: Annotated[int, Field(ge=1, le=100)] | None = None
    """In how many teams they work; without it, in teams of four."""
    currency: Literal["USD", "EUR", "GBP", "CHF"] = "USD"
    """Of every figure that is shown with the filters `money`, `thousands` or `millions`."""
    welcome: Prose | None = None
    """What the facilitator says before anything else."""
    said: dict[MadeSlide, Prose] = {}
    """What the facilitator says on the slides that are made from fields."""
    key_messages: list[Line] = []
    """What learners should still know in a month."""

    objectives: dict[Id, Objective] = Field(min_length=1)
    concepts: dict[Id, Concept] = {}
    prior_knowledge: list[Point] = []
    materials: list[Material] = []
    differentiation: dict[Id, Learners] = {}
    set_up: SetUp | None = None

    phases: list[Phase] = Field(min_length=1)
    break_: Break | None = None
    contingency: list[Contingency] = []
    debrief: list[Line] = []

    scenarios: dict[Id, Scenario] = {}
    """What simulated projects buy, day by day. Their ledgers are computed from it, and from them every figure."""
    figures: dict[Id, Any] = {}
    """Numbers that texts refer to as `{{ name.name | filter }}`, typed once or computed from others."""
    sources: dict[Id, Source] = {}
    charts: dict[Id, Chart] = {}
    tables: dict[Id, TableData] = {}
    formulas: dict[Id, FormulaData] = {}
    cases: dict[Id, Case] = {}
    project: Project | None = None
    """The brief of the simulated project."""
    roles: dict[Id, TeamRole] = {}
    """Who works together in a team; a card each."""
    discussion: list[DiscussionCard] = []
    worksheets: dict[Id, Worksheet] = {}
    budget_model: BudgetModel | None = None
    """The spreadsheet that teams calculate with, and its solution."""

    handout: Handout | None = None
    glossary: dict[str, Line] = {}
    rubric: Rubric | None = None
    peer_feedback: PeerFeedback | None = None
    quiz: list[QuizQuestion] = []
    assessment: list[Method] = []
    answer_key: AnswerKey | None = None
    observation: Observation | None = None
    reflection: Reflection | None = None

    connections: list[Point] = []
    applications: list[Point] = []
    metacognition: list[Point] = []
    safety: list[Point] = []
    virtual: list[Point] = []
    extensions: list[Point] = []
    implementation_plan: Form | None = None
    cost_audit: Form | None = None
    executive_briefing: Briefing | None = None
    resources: list[ResourceGroup] = []

    invitation: Invitation | None = None
    attendance: Attendance | None = None
    session_feedback: SessionFeedback | None = None
    certificate: Certificate | None = None
    closing: Prose | None = None
    """The last words."""

    _ledgers: dict[str, Ledger] = PrivateAttr(default_factory=dict)

    @property
    def ledgers(self) -> Mapping[str, Ledger]:
        """The ledger of each scenario; none before the lesson is settled."""
        return self._ledgers

    def with_ledgers(self, ledgers: Mapping[str, Ledger]) -> "Lesson":
        """The lesson with its ledgers computed."""
        settled = self.model_copy()
        settled._ledgers = dict(ledgers)
        return settled
