"""Whom a form is about and who filled it in: teams under one spelling, people under numbers."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lessonbuild.collecting.answers import Answers
from lessonbuild.words import Words

_LONGEST = 60  # characters of a team's name that are shown
_NOISE = re.compile(r"[\s\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One collected form as it stands in the results."""

    number: int
    answers: Answers
    team: str  # as it is shown; nothing where no team is named
    person: str
    rater: str  # who is meant, to count raters: the same for all forms of one person


def entries(forms: Sequence[Answers], w: Words, *, names: bool = False) -> tuple[Entry, ...]:
    """The forms in an order that does not say who came when, with pseudonyms unless names are asked for."""
    order = sorted(forms, key=lambda each: (each.form.name, *_shuffled(each)))
    teams = _teams(order, w)
    people: dict[str, int] = {}
    made = []
    for number, each in enumerate(order, 1):
        rater = f"signed {folded(each.words(each.form.rater))}" if each.signed else f"unsigned {number}"
        person = w("collect.person", number=people.setdefault(rater, len(people) + 1))
        if names and each.signed:
            person = each.words(each.form.rater)
        made.append(Entry(number, each, teams.get(team_key(each, w), ""), person, rater))
    return tuple(made)


def folded(words: str) -> str:
    """Words as they are compared: without case, marks between words, and doubled blanks."""
    return _NOISE.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def team_key(answers: Answers, w: Words) -> str:
    """What is the same for "Team 3", "team 03" and "3"; nothing where no team is named."""
    key = folded(answers.words(answers.form.team))
    word = re.escape(w("form.team").casefold())
    key = re.sub(rf"^{word}(?=[ 0-9])", "", key).strip()
    return str(int(key)) if key.isascii() and key.isdecimal() and len(key) < 6 else key


def known_names(forms: Sequence[Answers]) -> frozenset[str]:
    """All who put their name to a form, and the parts of their names, as they are compared.

    A team may sign as a whole: of such a name, the words that the form itself uses are no names.
    """
    whole = {folded(each.words(each.form.rater)) for each in forms if each.form.rater} - {""}
    printed = {word for each in forms for question in each.form.questions for word in folded(question.asked).split()}
    return frozenset(whole | {part for name in whole for part in name.split() if len(part) > 2 and part not in printed})


def _shuffled(answers: Answers) -> tuple[str, str]:
    """Always the same order for the same answers, whatever the files are called."""
    said = repr((answers.form.name, sorted((key, str(value)) for key, value in answers.given.items())))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest(), answers.source


def _teams(forms: Sequence[Answers], w: Words) -> dict[str, str]:
    """How each team is shown: a number with the word before it, else the spelling that most used."""
    spellings: dict[str, Counter[str]] = {}
    for each in forms:
        if key := team_key(each, w):
            spellings.setdefault(key, Counter())[" ".join(each.words(each.form.team).split())] += 1
    return {key: _spelling(key, used, w) for key, used in spellings.items()}


def _spelling(key: str, used: Counter[str], w: Words) -> str:
    if key.isdecimal():
        return f"{w('form.team')} {key}"
    best = min(used, key=lambda name: (-used[name], name))
    return best if len(best) <= _LONGEST else f"{best[: _LONGEST - 1].rstrip()}…"


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "Team 2" before "Team 10"."""
    parts = re.split(r"([0-9]{1,9})", name.casefold())
    return tuple((1, int(part), "") if n % 2 else (0, 0, part) for n, part in enumerate(parts))
