"""The forms of a lesson as lists of questions, read off the same documents that were handed out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from lessonbuild.documents import DOCUMENTS
from lessonbuild.model.blocks import ChoiceField, FieldRow, RatingField, RatingTable, RubricGrid, TextField
from lessonbuild.model.document import Block, Document
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Text, plain


class Kind(Enum):
    """What an answer is."""

    WORDS = "words"
    NUMBER = "number"
    RATING = "rating"  # one point of a scale, from the lowest up
    CHOICE = "choice"  # one of several, in no order
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `id` is the name of its field in the file."""

    id: str
    asked: str
    kind: Kind
    options: tuple[str, ...] = ()
    points: tuple[float, ...] = ()  # of a rating that earns points: what each level earns
    optional: bool = False  # that it is empty is no gap


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one lesson, and which of its questions say whom it is about and who filled it in."""

    name: str
    title: str
    edition: str
    questions: tuple[Question, ...]
    team: str = ""
    rater: str = ""
    unsigned: str = ""  # the box of those who do not want to be named
    group: str = ""  # a choice by which answers are compared

    @property
    def ratings(self) -> tuple[Question, ...]:
        """What is rated, in the order of the form."""
        return tuple(question for question in self.questions if question.kind is Kind.RATING)

    @property
    def comments(self) -> tuple[Question, ...]:
        """What is answered in words, other than whom the form is about, by whom and when."""
        facts = (self.team, self.rater, "date")
        return tuple(q for q in self.questions if q.kind is Kind.WORDS and q.id not in facts)


_PARTS = {
    "rubric": {"team": "team", "rater": "assessor"},
    "peer-feedback": {"team": "reviewed", "rater": "reviewer", "unsigned": "anonymous"},
    "session-feedback": {"group": "background"},
}
_OPTIONAL = ("date", "comments")


def forms(lesson: Lesson) -> dict[str, Form]:
    """The forms whose answers are collected, by name; those that the lesson has."""
    made = [each for p in DOCUMENTS if p.name in _PARTS for each in p.assemble(lesson)]
    return {each.name: _form(each) for each in made if isinstance(each, Document)}


def _form(document: Document) -> Form:
    blocks = [block for section in document.sections for block in section.blocks]
    questions = tuple(question for block in blocks for question in _questions(block))
    questions = tuple(_with_its_rating(question, questions) for question in questions)
    known = {question.id for question in questions}
    parts = {part: name for part, name in _PARTS[document.name].items() if name in known}
    return Form(document.name, plain(document.title), document.date, questions, **parts)


def _with_its_rating(question: Question, questions: Sequence[Question]) -> Question:
    """A question that is asked after each rating, with the name of what is rated."""
    above = [q for q in questions if q.kind is Kind.RATING and question.id.startswith(f"{q.id}-")]
    if not above or question.kind is not Kind.WORDS:
        return question
    return replace(question, asked=f"{max(above, key=lambda q: len(q.id)).asked}: {question.asked}")


def _questions(block: Block) -> Iterator[Question]:
    """The questions of a block; none of what is only read. Names are those that the writers give to fields."""
    match block:
        case TextField():
            yield Question(block.id, block.asked, Kind.WORDS, optional=block.id in _OPTIONAL)
        case FieldRow():
            for field in block.fields:
                yield from _questions(field)
        case RatingField():
            yield Question(block.id, block.asked, Kind.RATING, _plain(block.scale))
        case RatingTable():
            for name, said in block.rows:
                yield Question(name, plain(said), Kind.RATING, _plain(block.scale))
        case ChoiceField(several=False):
            yield Question(block.id, plain(block.label), Kind.CHOICE, _plain(block.options))
        case ChoiceField():
            for number, option in enumerate(block.options, 1):
                name = block.id if number == 1 else f"{block.id}-{number}"
                yield Question(name, _said(block.label, option), Kind.TICK, optional=True)
        case RubricGrid():
            yield from _of_rubric(block)
        case _:
            return


def _of_rubric(block: RubricGrid) -> Iterator[Question]:
    for row in block.rows:
        points = tuple(map(float, row.points))
        yield Question(row.id, plain(row.name), Kind.RATING, _plain(block.levels), points)
        earned = f"{block.head[1]}: {plain(row.name)}"
        yield Question(row.earned, earned, Kind.NUMBER, points=(float(row.weight),), optional=True)
    most = float(sum(row.weight for row in block.rows))
    yield Question(RubricGrid.TOTAL, block.total, Kind.NUMBER, points=(most,), optional=True)


def _plain(texts: Sequence[Text]) -> tuple[str, ...]:
    return tuple(map(plain, texts))


def _said(*texts: Text) -> str:
    return " ".join(plain(words) for words in texts if words)
