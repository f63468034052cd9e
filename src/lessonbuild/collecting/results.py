"""All that was collected, as the workbook and the pages are made from it."""

from dataclasses import dataclass

from lessonbuild.collecting.filled import Refused
from lessonbuild.collecting.forms import Form
from lessonbuild.collecting.people import Entry


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the form that it is, or why it is refused."""

    name: str
    form: str = ""
    edition: str = ""
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The forms that were collected, of one lesson."""

    lesson: str  # its title
    language: str
    date: str  # ISO, of the lesson's edition
    forms: tuple[Form, ...]  # those of which some came back
    entries: tuple[Entry, ...]
    outcomes: tuple[Outcome, ...]
    known: frozenset[str]  # the names that forms were signed with, as they are compared
    names: bool = False  # whether these, and small groups, are shown
