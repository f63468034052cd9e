"""References in a text, `{{ halden.event.runaway.saving | money }}`, and the text with their values in it."""

import re

from lessonbuild.costs.values.book import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing, applied, plain

REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_GRAMMAR = re.compile(r"\s*([a-z0-9-]+(?:\.[a-z0-9-]+)*)\s*((?:\|\s*[a-z0-9-]+\s*)*)")


def filled(text: str, book: Book, showing: Showing, period: str = "") -> str:
    """The text with every reference replaced, in a table over periods by its value in one of them.

    Raises ValueProblem at the first that cannot be.
    """
    return REFERENCE.sub(lambda match: shown(match[1], book, showing, period), text)


def shown(reference: str, book: Book, showing: Showing, period: str = "") -> str:
    """What stands between the braces, as text. Raises ValueProblem."""
    match = _GRAMMAR.fullmatch(reference)
    if not match:
        message = f"cannot read {{{{{reference}}}}}"
        raise ValueProblem("value-syntax", message, "write {{ name.name }} or {{ name.name | filter }}")
    name, filters = match[1], [word.strip() for word in match[2].split("|")[1:]]
    value = book.value(name, period)
    for word in filters:
        value = applied(value, word, showing, name)
    return plain(value, showing)
