"""Slides of few words: cover, divider, statement, quote, figure to remember, closing."""

import re
from dataclasses import replace

from lessonbuild.model.blocks import BigNumber, Closing, Cover, Divider, Quote, Statement
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Text, plain, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.day import Day, stairs
from lessonbuild.writers.pptx.grid import span
from lessonbuild.writers.pptx.layouts import layout
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Group, Para, Piece, Scene, Shape, Words

_MARK = span(1, 1, 100, 280)
_ANY: Day = tuple((str(n), length) for n, length in enumerate((2, 3, 3, 3, 1)))  # the motif of a deck without phases
_QUIET = tuple(size for size in fit.STATEMENT if size <= 40)  # beside something larger


def cover(block: Cover, title: Text, day: Day, brand: Brand) -> Scene | None:
    """The title large over the stairs of the day."""
    poster = _set("Title", "title", (block.title or title,), fit.POSTER, brand)
    subtitle = _set("Title", "subtitle", (block.subtitle,), (24, 22, 20, 18), brand)
    facts = _set("Title", "facts", block.facts, (18, 16, 14), brand)
    return _scene("Title", poster, (subtitle, facts), _stairs(day, day[0][0] if day else ""))


def divider(block: Divider, title: Text, group: str, day: Day, brand: Brand) -> Scene | None:
    """The number huge, then the name, when, how long, and what is done."""
    named = plain(block.name) in plain(title)
    clock = text(" · ".join(part for part in ("" if named else plain(block.name), block.clock, block.minutes) if part))
    pieces = (
        _set("Section", "number", (text(str(block.number)),), (144, 96), brand),
        _set("Section", "clock", (clock,), (22, 20, 18), brand),
        _set("Section", "does", (block.does,), fit.BODY, brand),
    )
    return _scene("Section", _set("Section", "title", (title,), _QUIET, brand), pieces, _stairs(day, group))


def statement(block: Statement, title: Text, brand: Brand) -> Scene | None:
    """The sentence alone, or two, each on lines of its own; a title that says the same is not said twice."""
    if plain(block.text) == plain(title):
        return _alone("Statement", "statement", title, brand)
    words = _set("Statement", "statement", _sentences(block.text), fit.STATEMENT, brand)
    return _scene("Statement", _kicker("Statement", title, brand), (words,))


def quote(block: Quote, title: Text, brand: Brand) -> Scene | None:
    """The words, and whose they are."""
    words = _set("Quote", "quote", (block.text,), _QUIET, brand)
    by = _set("Quote", "by", (block.by,), (18, 16), brand)
    if words and by:
        by = replace(by, box=by.box._replace(y=words.box.y + fit.height(words.paras, words.box.w, brand) + 20))
    mark = Shape(
        _MARK, paras=(Para(text("“"), 144, Colour.ACCENT, heading=True),), anchor=Anchor.TOP, name="Quotation mark"
    )
    return _scene("Quote", _kicker("Quote", title, brand), (words, by), (Group("Quotation mark", "", (mark,)),))


def number(block: BigNumber, title: Text, brand: Brand) -> Scene | None:
    """The figure as large as the line takes it, and close under its digits, which hang no tails, what it means."""
    value = _set("Number", "number", (text(block.value),), fit.NUMBER, brand, one_line=True)
    means = _set("Number", "means", (block.means,), (28, 26, 24, 22, 20, 18), brand)
    if value and means:
        means = replace(means, box=means.box._replace(y=means.box.y - 0.07 * value.paras[0].size))
    return _scene("Number", _kicker("Number", title, brand), (value, means))


def closing(block: Closing, title: Text, day: Day, brand: Brand) -> Scene | None:
    """The last words over the day that is done."""
    words = _set("Closing", "text", (block.text,), fit.STATEMENT, brand)
    facts = _set("Closing", "facts", block.facts, (18, 16, 14), brand)
    return _scene("Closing", _kicker("Closing", title, brand), (words, facts), _stairs(day, ""))


def _stairs(day: Day, current: str) -> tuple[Group, ...]:
    return (stairs(day or _ANY, current),)


def _sentences(words: Text) -> tuple[Text, ...]:
    """A text of one style, parted into its sentences."""
    if len(words) != 1:
        return (words,)
    return tuple((replace(words[0], text=sentence),) for sentence in re.split(r"(?<=[.?!]) ", words[0].text))


def _kicker(name: str, title: Text, brand: Brand) -> Words | None:
    return _set(name, "title", (title,), (22, 20, 18), brand)


def _alone(name: str, slot: str, title: Text, brand: Brand) -> Scene | None:
    """The title itself, in the place and the type of the sentence."""
    words = _set(name, slot, (title,), fit.STATEMENT, brand)
    return Scene(name, (), Words(words.box, words.paras, words.anchor)) if words else None


def _set(
    name: str, slot: str, texts: tuple[Text, ...], sizes: tuple[float, ...], brand: Brand, one_line: bool = False
) -> Words | None:
    """Texts in a slot's type, at the first size that fits its box; None where none does."""
    at = layout(name).slot(slot)

    def made(size: float) -> tuple[Para, ...]:
        given = [t for t in texts if t]
        return tuple(
            Para(t, size, at.colour, at.bold, at.heading, before=size * 0.3 if i else 0) for i, t in enumerate(given)
        )

    fitting = tuple(s for s in sizes if not one_line or fit.height(made(s), at.box.w, brand) <= 1.9 * s)
    paras = fit.fitted(made, fitting, at.box.w, at.box.h, brand)
    if paras is None:
        return None
    box = at.box._replace(w=fit.balanced(paras, at.box.w, brand))
    return Words(box, paras, at.anchor, slot)


def _scene(
    name: str, title: Words | None, pieces: tuple[Words | None, ...], drawn: tuple[Piece, ...] = ()
) -> Scene | None:
    """The scene, unless a part of it found no size."""
    if title is None or any(piece is None for piece in pieces):
        return None
    return Scene(name, (*drawn, *(piece for piece in pieces if piece and piece.paras)), title)
