"""What only the facilitator may know of a lesson: its answers, and what is said, done, asked and expected."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from lessonbuild.model.answer_key import AnswerKey, Observation
from lessonbuild.model.assessment import QuizQuestion, Reflection
from lessonbuild.model.lesson import Contingency, Lesson, SetUp
from lessonbuild.model.occasion import Briefing
from lessonbuild.model.phase import Phase, Step, Virtual
from lessonbuild.model.place import Place
from lessonbuild.model.slide import Ask, Slide
from lessonbuild.model.spreadsheet import SheetCell

_ALL = frozenset(("*",))
_PRIVATE: dict[type[BaseModel], frozenset[str]] = {
    AnswerKey: _ALL, Observation: _ALL, Ask: _ALL, Contingency: _ALL, SetUp: _ALL, Virtual: _ALL,
    Lesson: frozenset(("welcome", "said", "closing", "debrief")), Phase: frozenset(("opening", "transition")),
    Step: frozenset(("say", "do", "cut_if_late")), Slide: frozenset(("say", "do", "transition")),
    QuizQuestion: frozenset(("why",)), Reflection: frozenset(("facilitator",)), SheetCell: frozenset(("answer",)),
}  # fmt: skip
_SHORTEST = 32  # letters and digits: a shorter sentence may stand anywhere by chance
_END = re.compile(r"(?<=[.!?:])\s+|\n\s*\n")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def bare(words: str) -> str:
    """The letters and digits alone: what is left of a text in whatever format, however its lines break."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def secrets(lesson: Lesson) -> dict[str, tuple[str, Place | None]]:
    """Each sentence that is for the facilitator alone, bare, with its words and the place where it was written.

    A sentence that the lesson has for learners too is no secret.
    """
    told = list(_texts(lesson, private=False))
    shown = " ".join(bare(words) for words, private, _ in told if not private)
    found: dict[str, tuple[str, Place | None]] = {}
    for words, private, place in told:
        for sentence in _END.split(_LINK.sub(r"\1", words)) if private else ():
            key = bare(sentence)
            if len(key) >= _SHORTEST and key not in shown:
                found.setdefault(key, (sentence.strip(), place))
    return found


def _texts(value: Any, *, private: bool, place: Place | None = None) -> Iterator[tuple[str, bool, Place | None]]:
    """Every text of the lesson, and whether it is the facilitator's."""
    match value:
        case str():
            yield value, private, place
        case Briefing():  # its slides are the learner's own, and so are the notes on them
            yield from ((words, False, where) for words, _, where in _texts(dict(value), private=False, place=place))
        case BaseModel():
            place = getattr(value, "place", None) or place
            hidden = frozenset[str]().union(*(names for kind, names in _PRIVATE.items() if isinstance(value, kind)))
            for name, inside in value:
                yield from _texts(inside, private=private or bool(hidden & {name, "*"}), place=place)
        case dict():
            for inside in value.values():
                yield from _texts(inside, private=private, place=place)
        case list() | tuple():
            for inside in value:
                yield from _texts(inside, private=private, place=place)
