"""What every page carries: the running head, the foot with page numbers, the edition, and whose copy it is."""

from io import BytesIO

from lessonbuild.fonts import advance
from lessonbuild.model.document import Audience
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.geometry import CARDS, CERTIFICATE
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.pictures import inline
from lessonbuild.writers.docx.text import field, paragraph, plain_run, tab, tag
from lessonbuild.writers.docx.xml import MM, Element, w

_PAGE, _PAGES = "\ue000", "\ue001"  # stand for the numbers while the words around them are chosen
_LOGO = 9 * MM  # its height
_SIZE, _TAG = 8.5, 110.0  # of the words; the width of the facilitator's tag, with room before it


def furnish(package: Package) -> None:
    """Heads and feet of the document; its first page, where it has the title itself, has no running head.

    A certificate hangs on a wall: it says nothing of copies and pages.
    """
    section = package.opened.sections[0]
    section.different_first_page_header_footer = True
    _fill(section.header, _head(_names(package), package))
    _fill(section.first_page_header, _head(_first(package), package))
    for footer in (section.footer, section.first_page_footer):
        _fill(footer, paragraph("Footer") if package.page.kind == CERTIFICATE.kind else _foot(package))


def _first(package: Package) -> list[Element]:
    """The head of the first page: whose the document is, and what it is where the page does not say so itself."""
    if package.page.kind == CERTIFICATE.kind:
        return []
    if package.page.kind == CARDS.kind:  # under it, the heading says what they are; a logo would push the cards down
        return [plain_run(package.document.lesson)]
    if package.opens:
        return _masthead(package)
    logo = [*_masthead(package), plain_run("\u2003")] if package.brand.logo else []
    return [*logo, *_names(package)]


def _names(package: Package) -> list[Element]:
    """The document's title and, where the line has room for it, the lesson's."""
    title, lesson = plain(package.document.title), f"\u2002·\u2002{package.document.lesson}"
    family = package.brand.text
    taken = _TAG if package.document.audience is Audience.FACILITATOR else 0.0
    wide = advance(title, family.bold, _SIZE) + advance(lesson, family.regular, _SIZE) + taken
    own = title == package.document.lesson or wide > package.page.text
    return [plain_run(title, "Strong"), *([] if own else [plain_run(lesson)])]


def _fill(part: object, line: Element) -> None:
    """Put the line in place of what python-docx begins a head or foot with."""
    part.is_linked_to_previous = False  # type: ignore[attr-defined]
    element = part._element  # type: ignore[attr-defined]
    element[:] = [line]


def _head(left: list[Element], package: Package) -> Element:
    """Names on the left, the facilitator's tag on the right."""
    if package.document.audience is not Audience.FACILITATOR:
        return paragraph("Header", *left)
    return paragraph("Header", *left, tab(), tag(package.words("copy.facilitator"), "dark", package))


def _masthead(package: Package) -> list[Element]:
    """The logo where there is one, else the organisation's name."""
    logo = package.brand.logo
    if not logo:
        return [plain_run(package.brand.organisation, "Strong")]
    part = package.opened.sections[0].first_page_header
    part.is_linked_to_previous = False
    relationship, image = part.part.get_or_add_image(BytesIO(logo))
    width = image.width.pt * _LOGO / image.height.pt
    alt = package.brand.logo_alt or package.brand.organisation
    return [w("r", inline(relationship, (width, _LOGO), alt, package.next_id()))]


def _foot(package: Package) -> Element:
    """Edition on the left, whose copy in the middle, page x of y on the right."""
    say, document = package.words, package.document
    edition = say("edition", date=document.date)
    left = f"{package.brand.footer} · {edition}" if package.brand.footer else edition
    copy = plain_run("" if document.audience is Audience.OPEN else say(f"copy.{document.audience.value}"))
    return paragraph("Footer", plain_run(left), tab(), copy, tab(), *_page_of(say("page.of", page=_PAGE, pages=_PAGES)))


def _page_of(words: str) -> list[Element]:
    before, _, rest = words.partition(_PAGE)
    between, _, after = rest.partition(_PAGES)
    return [plain_run(before), *field("PAGE", "1"), plain_run(between), *field("NUMPAGES", "1"), plain_run(after)]
