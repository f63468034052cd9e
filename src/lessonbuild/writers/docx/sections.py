"""The document's frame: title, table of contents, headings; between them its blocks."""

from dataclasses import replace

from lessonbuild.model.blocks import AnswerLines, FormTable, Moment, RatingTable, RunOfShow, TextField
from lessonbuild.model.document import Block, Paragraph, Role, Section, Table
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.blocks import flow
from lessonbuild.writers.docx.columns import SIZES, fit
from lessonbuild.writers.docx.contents import contents, marked
from lessonbuild.writers.docx.cues import moment_body, moment_head
from lessonbuild.writers.docx.geometry import CARDS, CERTIFICATE, LOW, PORTRAIT, Page, printed, turned
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.paper import changed, ended
from lessonbuild.writers.docx.tables import gap
from lessonbuild.writers.docx.text import amend, paragraph, runs, space, style_of
from lessonbuild.writers.docx.xml import Element, local, w

_SHORT = 20  # lines of a form that stays on one page


def body(package: Package) -> list[Element]:
    """All paragraphs and tables of the document, in order."""
    made = _opening(package)
    made += contents(package) if package.document.contents else []
    pages = [_page(section, package) for section in package.document.sections]
    page = package.page if package.document.contents else pages[0]
    for number, (section, own) in enumerate(zip(package.document.sections, pages, strict=True)):
        package.place = section.place
        if own != page:
            made, page = ended(made, page), own
        made += _section(section, number, replace(package, page=own))
    package.body[-1] = changed(package.body[-1], page)
    return [*made, gap()] if local(made[-1]) == "tbl" else made


def _opening(package: Package) -> list[Element]:
    """Title and subtitle. The title is a heading itself where the first section has the same."""
    if not package.opens:
        return []
    document = package.document
    words = runs(document.title, package)
    made = [paragraph("DocumentHeading", *marked(words, 0)) if package.titled else paragraph("Title", *words)]
    if document.subtitle and plain(document.subtitle) != plain(document.title):
        made.append(paragraph("Subtitle", *runs(document.subtitle, package)))
    else:
        space(made[-1], after=20)
    return made


def _page(section: Section, package: Package) -> Page:
    """The page of a section, where its table wants another than the document's.

    A run of show within a longer document has less margin above and below, so that it is one page. In large print, a
    table whose words are too wide for the page turns it.
    """
    page, printing = package.page, package.brand.printing
    if printing.large:
        return turned(page) if page.height > page.width and _crowded(section, package) else page
    alone = len(section.blocks) == 1 and isinstance(section.blocks[0], RunOfShow)
    return printed(LOW, printing) if alone and section.starts_page and page.kind == PORTRAIT.kind else page


def _crowded(section: Section, package: Package) -> bool:
    """Whether a table would have to break words."""
    for block in section.blocks:
        match block:
            case Table():
                table = block
            case FormTable() | RatingTable():
                (table,) = (part for part in block.parts() if isinstance(part, Table))
            case RunOfShow():
                table = Table(block.head, tuple(row for group in block.groups for row in group.rows), "")
            case _:
                continue
        if fit(table, package.page.text, package.brand.text, SIZES[:1]).crowded:
            return True
    return False


def _section(section: Section, number: int, package: Package) -> list[Element]:
    """A heading, what follows it, and what is said with it."""
    turned = (section.starts_page or package.page.kind == CARDS.kind) and (number > 0 or package.document.contents)
    turn: tuple[Element, ...] = (w("pageBreakBefore"), w("spacing", before=0)) if turned else ()
    if number == 0 and not package.opens:
        turn = (w("spacing", before=0),)  # as on the pages that follow
    first, *rest = section.blocks or (None,)
    if isinstance(first, Moment) and section.level == 2 and plain(first.title) == plain(section.title):
        head = paragraph("Moment", *turn, *marked(moment_head(first, package), number))  # the title is said once
        return [
            head,
            *moment_body(first, package.frame, package, flow),
            *flow((*rest, *section.notes), package.frame, package),
        ]
    made = flow((*section.blocks, *section.notes), package.frame, package)
    if made and style_of(made[0]) == "Lead":
        amend(made[0], w("keepNext"))  # else a heading and its lead may end a page
    if _one_task(section):
        for element in made[:-1]:
            amend(element, w("keepNext"))
    if package.page.kind == CERTIFICATE.kind or (number == 0 and package.opens and package.titled):
        return made
    style = "CardsHeading" if package.page.kind == CARDS.kind else f"Heading{section.level}"
    return [paragraph(style, *turn, *marked(runs(section.title, package), number)), *made]


def _one_task(section: Section) -> bool:
    """Questions to answer in writing that have room on one page: none of them is left for the next."""
    lines = [_written(block) for block in section.blocks]
    return bool(lines) and not section.notes and 0 not in lines and sum(lines) <= _SHORT


def _written(block: Block) -> int:
    """The lines of a field or a part of one; 0 for what is nothing to write on."""
    match block:
        case TextField():
            return block.lines + 2
        case AnswerLines():
            return block.count
        case Paragraph(role=Role.LABEL):
            return 2
        case _:
            return 0
