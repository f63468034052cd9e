"""Text as a flat tuple of runs: what python-pptx, python-docx and reportlab all want, and what can be measured."""

from dataclasses import dataclass, replace
from enum import Enum


class Style(Enum):
    """How a run stands out from its neighbours."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style; a link when `link` holds an address.

    `language` is a BCP 47 tag where it is not that of the document: a voice that reads aloud changes for it.
    """

    text: str
    style: Style = Style.PLAIN
    link: str | None = None
    language: str | None = None


Text = tuple[Run, ...]


def text(words: str, style: Style = Style.PLAIN) -> Text:
    """The words as one run: for what is made by the program, never for prose that an author wrote."""
    return (Run(words, style),) if words else ()


def strong(runs: Text) -> Text:
    """The runs in bold, whatever they were before."""
    return tuple(replace(run, style=Style.STRONG) for run in runs)


def plain(runs: Text) -> str:
    """The characters alone, for titles, alternative text and comparisons."""
    return "".join(run.text for run in runs)
