"""What many forms say together: mean and spread, by team, by question, by group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from lessonbuild.collecting.agreement import Agreement, agreement
from lessonbuild.collecting.forms import Form, Question
from lessonbuild.collecting.people import Entry, natural
from lessonbuild.collecting.privacy import GROUP, RATERS, shown_groups


@dataclass(frozen=True, slots=True)
class Figures:
    """Mean and spread of some answers. The spread is the standard deviation of a sample; None for a single answer."""

    count: int
    mean: float
    spread: float | None


@dataclass(frozen=True, slots=True)
class Team:
    """What the forms of one kind say of one team."""

    name: str
    form: Form
    forms: int
    raters: int  # people, not forms
    ratings: Mapping[str, Figures]  # by the id of what is rated
    earned: Mapping[str, Figures]  # points, by the same ids
    points: Figures | None  # in all; of forms on which every criterion earned some
    agreement: Agreement  # of the raters, over what is rated
    level: Figures | None  # over everything that is rated

    @property
    def enough(self) -> bool:
        """Whether peers may be quoted to the team."""
        return self.raters >= RATERS


def figures(values: Iterable[float]) -> Figures | None:
    """None of nothing."""
    found = list(values)
    if not found:
        return None
    return Figures(len(found), fmean(found), stdev(found) if len(found) > 1 else None)


def teams(entries: Sequence[Entry], form: Form) -> tuple[Team, ...]:
    """The teams that these forms are about, in the order of their names."""
    about = [entry for entry in entries if entry.answers.form == form and entry.team]
    names = sorted({entry.team for entry in about}, key=natural)
    return tuple(_team(name, form, [entry for entry in about if entry.team == name]) for name in names)


def _team(name: str, form: Form, about: Sequence[Entry]) -> Team:
    units = {question.id: ratings(about, question) for question in form.ratings}
    earned = {question.id: figures(_earned(about, question)) for question in form.ratings}
    found = {key: figures(values) for key, values in units.items()}
    return Team(
        name=name,
        form=form,
        forms=len(about),
        raters=len({entry.rater for entry in about}),
        ratings={key: value for key, value in found.items() if value},
        earned={key: value for key, value in earned.items() if value},
        points=figures(total for entry in about if (total := entry.answers.total) is not None),
        agreement=agreement(units.values()),
        level=figures(value for values in units.values() for value in values),
    )


def ratings(entries: Iterable[Entry], question: Question) -> list[int]:
    """How the question was rated, where it was."""
    return [value for entry in entries if (value := entry.answers.rating(question)) is not None]


def _earned(entries: Iterable[Entry], question: Question) -> list[float]:
    return [value for entry in entries if (value := entry.answers.points(question)) is not None]


def overall(entries: Sequence[Entry], form: Form) -> Agreement:
    """How far raters agree over all teams: each team's work under each criterion is a unit."""
    found = [[entry for entry in entries if entry.team == team.name and entry.answers.form == form]
             for team in teams(entries, form)]  # fmt: skip
    return agreement(ratings(about, question) for about in found for question in form.ratings)


def grouped(entries: Iterable[Entry], form: Form) -> dict[str, list[Entry]]:
    """The forms by the group that their writers named; those who named none are a group without a name."""
    question = next((question for question in form.questions if question.id == form.group), None)
    found: dict[str, list[Entry]] = {option: [] for option in ("", *(question.options if question else ()))}
    for entry in entries:
        if entry.answers.form == form:
            number = entry.answers.rating(question) if question else None
            found[question.options[number - 1] if question and number else ""].append(entry)
    return {name: members for name, members in found.items() if members}


def shown(parted: Mapping[str, Sequence[object]], *, everything: bool = False) -> frozenset[str]:
    """The names of the groups that may be shown by themselves."""
    return frozenset(parted) if everything else shown_groups({name: len(found) for name, found in parted.items()})


def enough(count: int) -> bool:
    """Whether so many answers may be broken down."""
    return count >= GROUP
