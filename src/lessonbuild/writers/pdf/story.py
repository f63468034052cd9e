"""The story of a document: its title, its contents, then section by section what stands on the pages."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from lessonbuild.fonts import missing_glyphs
from lessonbuild.model.blocks import (
    Canvas,
    Certificate,
    Cover,
    FieldRow,
    FormTable,
    RatingField,
    RatingTable,
    RubricGrid,
    RunOfShow,
    spoken,
)
from lessonbuild.model.document import Document, Paragraph, Section
from lessonbuild.model.place import Place
from lessonbuild.model.text import plain
from lessonbuild.problems import Problem, Severity
from lessonbuild.writers.pdf.cards import card_pages, is_cards
from lessonbuild.writers.pdf.certificates import certificate
from lessonbuild.writers.pdf.contents import contents, heading, title_block
from lessonbuild.writers.pdf.flow import flow
from lessonbuild.writers.pdf.paper import Layout
from lessonbuild.writers.pdf.stack import Exhibit, kept
from lessonbuild.writers.pdf.styles import SIDE, Head, Look, Room, look_of
from lessonbuild.writers.pdf.turned import turned

Found = dict[Problem, None]
"""Problems, each once, in the order in which they were met."""

_SHORT = 26  # lines of contents that need no page of their own


def story(document: Document, look: Look, layout: Layout, found: Found) -> Iterator[Flowable]:
    """All flowables in order; the contents list what an earlier layout found."""
    if is_cards(document):
        yield from card_pages(document, _room(look, 0.0, found, document.sections[0].place), flow)
        return
    form = is_form(document)
    side = 0.0 if document.wide or form or look.large else SIDE
    if look.head is Head.OPENING and not (document.sections and _covered(document.sections[0])):
        yield from title_block(document, look, compact=look.tight or form)
    if document.contents:
        lines = contents(layout.entries, _room(look, side, found, None))
        yield from kept(lines, look.height)
        if len(lines) > _SHORT:
            yield PageBreak()
    before = "text"
    for i, section in enumerate(document.sections):
        page = _page(section, look) if i > 0 else "text"
        if page != before:
            yield NextPageTemplate(look.part + page)
        if page != before or (section.starts_page and i > 0):
            yield PageBreak()
        before = page
        own = look_of(page, look)
        room = replace(_room(own, side, found, section.place), level=section.level)
        yield from kept(_section(section, room, repeats=i == 0 and section.title == document.title), own.height)


def _page(section: Section, look: Look) -> str:
    """The kind of page that the section wants."""
    if turned(section, look):
        return "turned"
    return "grid" if section.starts_page and _is_grid(section) else "text"


def _room(look: Look, side: float, found: Found, place: Place | None) -> Room:
    return Room(look, partial(_report, found, place), look.width - side, side, look.body)


def _report(found: Found, place: Place | None, code: str, message: str) -> None:
    found[Problem(code, message, place, severity=Severity.WARNING)] = None


def _section(section: Section, room: Room, *, repeats: bool) -> list[Flowable]:
    """The heading, where it does not repeat the document's title, and the blocks; what is only said comes last."""
    blocks = (*section.blocks, *section.notes)
    for block in (Paragraph(section.title), *blocks):
        if missing := missing_glyphs(spoken(block), room.look.brand.text.regular):
            room.report("missing-glyph", f"{room.look.brand.text.twin} cannot draw {' '.join(missing)}")
    match section.blocks:
        case [Certificate() as block]:
            return certificate(block, section.title, room, flow)
    silent = repeats or _covered(section) or not plain(section.title)
    head = [] if silent else [heading(section.title, section.level, room)]
    made = flow(blocks, room)
    for exhibit in made if section.closed else ():
        if isinstance(exhibit, Exhibit):
            exhibit.closed = True
    return [*head, *made]


def head_of(document: Document) -> Head:
    """What stands over the first page: cards, and sheets that begin a page each, leave the title to the head."""
    match document.sections:
        case [Section(blocks=[Certificate()])]:
            return Head.NONE
        case [Section(starts_page=True), *_] if not document.contents:
            return Head.TITLED
        case _:
            return Head.TITLED if is_cards(document) else Head.OPENING


def _covered(section: Section) -> bool:
    """Whether a block says the title."""
    return bool(section.blocks) and isinstance(section.blocks[0], Cover | Certificate)


def _is_grid(section: Section) -> bool:
    """Whether the section is one grid that wants a page for itself."""
    return len(section.blocks) == 1 and isinstance(section.blocks[0], RunOfShow | RubricGrid)


def is_form(document: Document) -> bool:
    """Whether the document is a form to fill in, or one grid: then it has no narrow column."""
    kinds = FieldRow | FormTable | Canvas | RatingField | RatingTable | RubricGrid | RunOfShow
    blocks = [block for section in document.sections for block in section.blocks]
    return not document.contents and any(isinstance(block, kinds) for block in blocks)


def is_one_page(document: Document) -> bool:
    """Whether the document is a grid with its explanations."""
    grids = RubricGrid | RunOfShow
    return len(document.sections) == 1 and any(isinstance(block, grids) for block in document.sections[0].blocks)
