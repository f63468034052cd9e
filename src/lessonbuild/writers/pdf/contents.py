"""What stands before and between the text: the title, the table of contents, the headings."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from lessonbuild.model.document import Document
from lessonbuild.model.text import Text, plain, text
from lessonbuild.writers.pdf.canvas import Entry, Page
from lessonbuild.writers.pdf.stack import Beside, Holder, Piece, Stack
from lessonbuild.writers.pdf.styles import GUTTER, RIGHT, Look, Measured, Room
from lessonbuild.writers.pdf.tagged.elements import Element, within

_MANY = 24  # entries, above which the contents name the chapters only


class Heading(Piece):
    """A heading that notes where it stands, for bookmarks and contents, and never is the last of a page."""

    keepWithNext = 1  # noqa: N815

    def __init__(self, body: Measured, words: str, level: int, before: float, after: float) -> None:
        super().__init__()
        self.body, self.words, self.level = body, words, level
        self.spaceBefore, self.spaceAfter = before, after
        body.element.tag = f"H{level + 1}"

    def heard(self) -> tuple[Flowable]:
        return (self.body,)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self.body.wrapOn(self.canv, width, height)
        return self.width, self.height

    def draw(self) -> None:
        if isinstance(self.canv, Page):
            self.canv.heading(self.words, self.level, self.height)
        self.body.drawOn(self.canv, 0, 0)


def heading(title: Text, level: int, room: Room) -> Flowable:
    """A section's heading: three sizes, twice as much space above as below."""
    look = room.look
    match level:
        case 1:
            voice, before, after = look.voice(18, 22, serif=True, bold=True), 24, 9
        case 2:
            voice, before, after = look.voice(13, 17, serif=True, bold=True), 16, 6
        case _:
            voice, before, after = look.voice(11, 15, bold=True), 12, 4
    made = Heading(look.set(title, voice), plain(title), level, before, after)
    return room.main(made) if level > 2 else made


def title_block(document: Document, look: Look, compact: bool) -> list[Flowable]:
    """The document's title, under the lesson's; smaller where the page has to hold a form or a grid."""
    subtitle = () if plain(document.subtitle) == document.lesson else document.subtitle
    over: list[Flowable] = []
    if not look.tight and document.lesson != plain(document.title):
        kicker = look.voice(9.5, 13, bold=True, colour=look.strong)
        over.append(look.set(text(document.lesson), kicker, after=2 if compact else 5, keep=True))
    voice = look.voice(20, 24, serif=True) if compact else look.voice(28, 33, serif=True)
    title = Heading(look.set(document.title, voice), plain(document.title), 0, 0, 6 if subtitle else 0)
    under = [look.set(subtitle, look.voice(13, 18, colour=look.colours.muted), keep=True)] if subtitle else []
    block = Stack([*over, title, *under], look.height)
    block.spaceAfter, block.keepWithNext = (10 if compact else 24), 0
    return [block]


def contents(entries: Sequence[Entry], room: Room) -> list[Flowable]:
    """Page numbers in the narrow column, titles in the wide one, each a link."""
    look = room.look
    listed = [entry for entry in entries if 0 < entry.level < 3]
    if len(listed) > _MANY:
        listed = [entry for entry in listed if entry.level == 1]
    label = look.set(
        text(look.words("contents")), look.voice(13, 17, serif=True, bold=True), before=14, after=9, keep=True
    )
    head = Stack([label], look.height)
    table = head.element = Element("TOC", [within("Caption", [label])])
    return [head, *(_line(entry, room, table) for entry in listed)]


class Linked(Holder):
    """Words that lead to a heading when they are clicked."""

    def __init__(self, body: Measured, key: str, words: str) -> None:
        super().__init__()
        self.body, self.key, self.words = body, key, words
        self.link = Element("Link", [body.element])
        body.element.tag = "Span"

    def first(self) -> Flowable:
        return self.body

    last = first

    def elements(self) -> list[Element]:
        return [self.link]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self.body.wrapOn(self.canv, width, height)
        return self.width, self.height

    def draw(self) -> None:
        self.body.drawOn(self.canv, 0, 0)
        self.canv.link_to(self.key, (0, 0, self.width, self.height), self.words, self.link)


def _line(entry: Entry, room: Room, table: Element) -> Flowable:
    """The title is heard before the page, which stands at its left."""
    look, main = room.look, entry.level == 1
    voice = look.voice(10.5, 14, bold=main, colour=look.colours.ink if main else look.colours.muted)
    title = Linked(look.set(text(entry.words), voice, before=3 if main else 0), entry.key, entry.words)
    page = look.set(text(str(entry.page)), voice, align=RIGHT)
    made = Beside(page, title, room.side or 40.0, (room.side or 40.0) - 2 * GUTTER)
    made.element = table
    table.kids.append(Element("TOCI", [Element("Reference", [title.link]), page.element]))
    return made
