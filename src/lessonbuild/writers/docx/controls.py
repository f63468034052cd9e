"""Content controls: what is filled in on a screen. Each has a title, a tag, and a bookmark around it.

The tag is the name of the field, the same as in the form in PDF. Of boxes of which one is to be ticked, each has the
name of the question and its own number, `name.1`, since Word has nothing like a radio button. A control cannot be
deleted, and its grey words give way to what is typed.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from lxml import etree

from lessonbuild.model.blocks import TextField
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.docx.numbering import BOX_CODES, BOX_FONT, BOX_GLYPH, box_drop, box_fonts
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.placeholders import grey, reference
from lessonbuild.writers.docx.text import plain_run
from lessonbuild.writers.docx.xml import W14, Element, w

_MOST = 64  # characters that Word allows a title and a tag
_LONGEST = 40  # characters that Word allows the name of a bookmark
_PLAIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[0-9]+)?")
_DAY = "yyyy-MM-dd"  # what is picked is read back the same in every language


def answer(field: TextField, package: Package, look: str = "Entry") -> list[Element]:
    """The field of a question: words without any formatting, or a day to pick."""
    if not field.date:
        return _empty(field.id, field.asked, _text(field.lines), "words", look, package)
    calendar = w(
        "date",
        w("dateFormat", val=_DAY),
        w("lid", val=package.document.language),
        w("storeMappedDataAs", val="date"),
        w("calendar", val="gregorian"),
    )
    return _empty(field.id, field.asked, calendar, "day", look, package)


def typed(name: str, asked: str, lines: int, package: Package) -> list[Element]:
    """A cell or a box to type in, without any formatting; in several lines where the paper has several."""
    return _empty(name, asked, _text(lines), "cell", "CellEntry", package)


def number(name: str, asked: str, offered: Sequence[str], package: Package) -> list[Element]:
    """A field for a number: one of those offered, or any other."""
    items = (w("listItem", displayText=each, value=each) for each in dict.fromkeys(offered))
    kind = w("comboBox", *items) if offered else w("text")
    return _empty(name, asked, kind, "number", "CellEntry", package)


def tick(name: str, asked: str, package: Package) -> list[Element]:
    """A box of 5 mm to tick."""
    return _box(package.fields.free(name), asked, package)


def choices(
    name: str, asked: str, options: Sequence[Text], package: Package, *, several: bool = False
) -> Iterator[list[Element]]:
    """A box for each option: fields of their own where several may be ticked, else parts of one field."""
    group = "" if several else package.fields.free(name)
    for place, option in enumerate(options, 1):
        tag = package.fields.free(name) if several else f"{group}.{place}"
        yield _box(tag, _title(asked, plain(option)), package)


def tag_of(name: str) -> str:
    """The tag for the field of this name: the name itself, but of a very long one the beginning and a fingerprint."""
    if len(name) <= _MOST:
        return name
    group, dot, place = name.partition(".")
    return f"{group[:50]}-{_fingerprint(group)}{dot}{place}"


def bookmark_of(name: str) -> str:
    """The bookmark for the field of this name: each hyphen is one underscore, the dot before a number is two.

    So the name can be read out of the bookmark again. Of a name that is too long, or that a bookmark could not begin
    with, it is the beginning and after three underscores a fingerprint: there the tag says the name.
    """
    if _PLAIN.fullmatch(name) and len(marked := name.replace(".", "__").replace("-", "_")) <= _LONGEST:
        return marked
    return f"f_{re.sub('[^a-z0-9]+', '_', name.lower())[:25]}___{_fingerprint(name)}"


def _fingerprint(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:10]


def _title(asked: str, option: str = "") -> str:
    """What is asked, and the option that a box stands for, in so many characters as Word allows."""
    tail = f": {_cut(option, _MOST // 2)}" if option and asked else option
    return f"{_cut(asked, _MOST - len(tail))}{tail}"


def _cut(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}\u2026"


def _box(name: str, asked: str, package: Package) -> list[Element]:
    states = (("checkedState", BOX_CODES[1]), ("uncheckedState", BOX_CODES[0]))
    kind = _word14("checkbox", None, _word14("checked", {"val": "0"}))
    kind.extend(_word14(state, {"val": code, "font": BOX_FONT}) for state, code in states)
    look = w("rPr", w("rStyle", val="Box"), box_fonts(), box_drop())
    return _control(name, asked, package, look, kind, plain_run(BOX_GLYPH, "Box", box_fonts(), box_drop()))


def _text(lines: int) -> Element:
    return w("text", multiLine=1) if lines > 1 else w("text")


def _empty(name: str, asked: str, kind: Element, words: str, look: str, package: Package) -> list[Element]:
    """A field with grey words. What is typed gets the character style `look`: the paragraph's own style is grey too,
    for programs that keep no style of words in a control.
    """
    free, typed = package.fields.free(name), w("rPr", w("rStyle", val=look))
    return _control(free, asked, package, typed, reference(words), w("showingPlcHdr"), kind, grey(words, package))


def _word14(tag: str, attributes: dict[str, str] | None, *children: Element) -> Element:
    element = etree.Element(f"{{{W14}}}{tag}", nsmap={"w14": W14})
    for name, value in (attributes or {}).items():
        element.set(f"{{{W14}}}{name}", value)
    element.extend(children)
    return element


def _control(name: str, asked: str, package: Package, look: Element, *parts: Element) -> list[Element]:
    """The control within its bookmark. `parts`: what it is, and last what it holds."""
    *kind, content = parts
    made = package.next_id()
    said = (w("alias", val=_title(asked) or name), w("tag", val=tag_of(name)), w("id", val=made))
    properties = w("sdtPr", look, *said, w("lock", val="sdtLocked"), *kind)
    control = w("sdt", properties, w("sdtContent", content))
    return [w("bookmarkStart", id=made, name=bookmark_of(name)), control, w("bookmarkEnd", id=made)]
