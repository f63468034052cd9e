"""One filled form, read against the questions of the lesson's own: answers, gaps, and what is odd about it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from lessonbuild.collecting.filled import Filled, Refused
from lessonbuild.collecting.forms import Form, Kind, Question

Answer = str | int | float | bool

_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")
_CLOSE = 0.005  # points: less is rounding


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at in a form that was collected; its words are `collect.remarks.CODE`."""

    code: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What one form says. A rating or choice is the number of its option, counted from 1."""

    form: Form
    source: str
    edition: str
    given: Mapping[str, Answer]
    gaps: tuple[Question, ...]
    remarks: tuple[Remark, ...]

    def words(self, name: str) -> str:
        """An answer in words; nothing where there is none."""
        found = self.given.get(name, "") if name else ""
        return found if isinstance(found, str) else ""

    def rating(self, question: Question) -> int | None:
        """The number of the option that was ticked."""
        found = self.given.get(question.id)
        return found if isinstance(found, int) else None

    def points(self, question: Question) -> float | None:
        """What a criterion earned: the points written beside it, or else those of the ticked level."""
        written, level = self.given.get(f"{question.id}-points"), self.rating(question)
        if isinstance(written, float):
            return written
        return question.points[level - 1] if level and question.points else None

    @property
    def total(self) -> float | None:
        """The points of all criteria; None while one is missing."""
        points = [self.points(question) for question in self.form.ratings if question.points]
        return sum(found) if points and len(found := [p for p in points if p is not None]) == len(points) else None

    @property
    def signed(self) -> bool:
        """Whether somebody put a name to it, and did not ask to be left unnamed."""
        return bool(self.words(self.form.rater)) and not self.given.get(self.form.unsigned)


def answered(filled: Filled, form: Form, source: str) -> Answers:
    """The answers of a filled form. Raises Refused where it is not this form, or holds nothing."""
    _refuse_foreign(filled, form)
    if filled.empty:
        raise Refused("nothing-filled-in")
    taken = list(_taken(filled, form))
    given = {question.id: answer for question, answer, _ in taken if answer is not None}
    remarks = [remark for _, _, remark in taken if remark]
    gaps = tuple(q for q, answer, _ in taken if answer is None and not _may_be_empty(q, form, given))
    made = Answers(form, source, filled.edition, given, gaps, ())
    remarks += [*_about_the_file(filled, form), *_about_points(made)]
    return Answers(form, source, filled.edition, given, gaps, tuple(remarks))


def _refuse_foreign(filled: Filled, form: Form) -> None:
    """A form with other questions or scales is another lesson's, or of an edition that asked something else."""
    known = {question.id: question for question in form.questions}
    strange = [name for name in (*filled.texts, *filled.ticked) if _base(name, known) not in known]
    strange += [
        name for name, words in filled.options.items() if name in known and words != known[name].options[: len(words)]
    ]
    strange += [
        name for name, ticks in filled.ticked.items() if name in known and max(ticks, default=0) > _boxes(known[name])
    ]
    if strange:
        raise Refused("other-questions", edition=filled.edition, ours=form.edition, fields=", ".join(strange[:3])[:120])
    if not any(name in known for name in (*filled.texts, *filled.ticked)):
        raise Refused("other-questions", edition=filled.edition, ours=form.edition, fields="–")


def _boxes(question: Question) -> int:
    return len(question.options) or int(question.kind is Kind.TICK)


def _base(name: str, known: Mapping[str, Question]) -> str:
    """The question of a field: an answer that runs over a page has a second field, with a number."""
    return name if name in known else re.sub(r"-[2-9]$", "", name)


def _taken(filled: Filled, form: Form) -> Iterator[tuple[Question, Answer | None, Remark | None]]:
    names = {question.id for question in form.questions}
    for question in form.questions:
        match question.kind:
            case Kind.WORDS:
                more = [f"{question.id}-{n}" for n in range(2, 10) if f"{question.id}-{n}" not in names]
                parts = [filled.texts.get(name, "") for name in (question.id, *more)]
                yield question, "\n".join(filter(None, parts)) or None, None
            case Kind.NUMBER:
                yield question, *_number(question, filled.texts.get(question.id, ""))
            case Kind.TICK:
                yield question, bool(filled.ticked.get(question.id)) or None, None
            case Kind.RATING | Kind.CHOICE:
                yield question, *_one(question, filled.ticked.get(question.id, ()))


def _number(question: Question, words: str) -> tuple[float | None, Remark | None]:
    """A number of points, with a point or a comma; of how many, may stand behind it."""
    written = words.partition("/")[0].strip()
    if not written:
        return None, None
    if _NUMBER.fullmatch(written):
        value = float(written.replace(",", "."))
        if isfinite(value) and value <= question.points[0]:
            return value, None
    values = (("question", question.asked), ("words", words[:40]), ("most", f"{question.points[0]:g}"))
    return None, Remark("no-points", values)


def _one(question: Question, ticks: tuple[int, ...]) -> tuple[int | None, Remark | None]:
    if len(ticks) > 1:
        options = ", ".join(question.options[n - 1] for n in ticks)
        return None, Remark("several-ticks", (("question", question.asked), ("options", options)))
    return (ticks[0] if ticks else None), None


def _may_be_empty(question: Question, form: Form, given: Mapping[str, Answer]) -> bool:
    return question.optional or (question.id == form.rater and bool(given.get(form.unsigned)))


def _about_the_file(filled: Filled, form: Form) -> Iterator[Remark]:
    if filled.edition != form.edition:
        yield Remark("other-edition", (("edition", filled.edition[:40] or "–"), ("ours", form.edition)))
    here = {*filled.texts, *filled.ticked}
    for question in form.questions:
        if question.id not in here:
            yield Remark("field-gone", (("question", question.asked),))


def _about_points(answers: Answers) -> Iterator[Remark]:
    """Points that do not agree with the ticked level, and a total that is not their sum."""
    for question in answers.form.ratings:
        written, level = answers.given.get(f"{question.id}-points"), answers.rating(question)
        if isinstance(written, float) and level and abs(written - question.points[level - 1]) > _CLOSE:
            values = (("question", question.asked), ("points", f"{written:g}"))
            yield Remark("points-differ", (*values, ("level", f"{question.points[level - 1]:g}")))
    written, total = answers.given.get("total-points"), answers.total
    if isinstance(written, float) and total is not None and abs(written - total) > _CLOSE:
        yield Remark("total-differs", (("written", f"{written:g}"), ("sum", f"{total:g}")))
