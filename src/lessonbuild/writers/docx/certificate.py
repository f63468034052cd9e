"""The certificate: one wide page with somebody's name on it."""

from collections.abc import Callable

from lessonbuild.fonts import wrap
from lessonbuild.model.blocks import Certificate, TextField
from lessonbuild.model.blocks.naming import named
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.cells import cell, layout, resize, row
from lessonbuild.writers.docx.controls import answer
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.pictures import inline
from lessonbuild.writers.docx.text import paragraph, plain_run, runs, tab
from lessonbuild.writers.docx.xml import MM, Element, twips, w

_BAND, _INDENT = 9 * MM, 17 * MM  # the dark band at the left, and from it to the words
_NAME = 120 * MM  # the line for the name
_MEASURE = 200 * MM  # the widest that words may be
_SIGN, _GAP = 68 * MM, 8 * MM  # the longest line to sign on, and from one to the next
_PEN, _WORD = 17 * MM, 8 * MM  # the height that signing takes, and that of the words below the lines
_LOGO = 12 * MM  # its height
_SIZES = ((28.0, 10.5), (26.0, 10.5), (24.0, 10.0), (22.0, 9.5), (20.0, 9.0))  # of the title, and of the objectives
_UNDER = 15.0  # of the subtitle
_FIXED = 190.0  # the height of what has one size, and of the air: word, name, label of the objectives


def certificate(block: Certificate, frame: Frame, package: Package) -> list[Element]:
    """A band the height of the page; beside it the words from the top, and at the foot the lines to sign on."""
    room = frame.width - _BAND - _INDENT
    widths = _columns(len(block.signatures), room)
    high = package.page.room - _PEN - _WORD - 6
    inset = w("tcMar", w("left", w=twips(_INDENT), type="dxa"))
    words = cell(_words(block, room, high, package), room + _INDENT, w("gridSpan", val=len(widths)), inset)
    rows = [
        row([_band(package), words], height=high, exact=True),
        row([_band(package), *_foot(block, widths, _line, package)], height=_PEN, exact=True),
        row([_band(package), *_foot(block, widths, _word, package)], height=_WORD, exact=True),
    ]
    return [layout(rows, [_BAND, *widths], frame, package.words("form-table", what=plain(block.title)))]


def _columns(count: int, room: float) -> list[float]:
    """The indent, the signatures, each with its distance to the next, and what is left."""
    sign = min(_SIGN, room / count - _GAP)
    signs = [width for _ in range(count) for width in (sign, _GAP)]
    return [_INDENT, *signs, room - sum(signs)] if room - sum(signs) > 1 else [_INDENT, *signs]


def _band(package: Package) -> Element:
    return cell([paragraph("TableText")], _BAND, package.palette.ground("dark"))


def _words(block: Certificate, room: float, high: float, package: Package) -> list[Element]:
    """From the word "certificate" to the objectives."""
    free = room - min(room, _MEASURE)
    title, small = _fitted(block, room - free, high, package)
    made = [_first(room, package), *_name(block.name, room, package)]
    made.append(paragraph("CertificateText", _free(free), *runs(block.did, package)))
    made.append(paragraph("CertificateTitle", _free(free), *runs(block.title, package)))
    resize(made[-1], title)
    made += [paragraph("CertificateUnder", _free(free), *runs(block.subtitle, package))] if block.subtitle else []
    made += [paragraph("CertificateFact", *runs(named(fact.name, fact.text), package)) for fact in block.facts]
    made.append(paragraph("CertificateReached", *runs(block.reached, package)))
    for words in block.objectives:
        made.append(paragraph("CertificatePoint", *runs(words, package)))
        resize(made[-1], small)
    return made


def _free(right: float) -> Element:
    return w("ind", left=0, right=twips(right))


def _first(room: float, package: Package) -> Element:
    """What this is, which is the page's heading, and who gives it."""
    brand = package.brand
    stop = w("tabs", w("tab", val="right", pos=twips(room)))
    giver = plain_run(brand.organisation, "Minutes")
    if brand.logo:
        relationship, image = package.picture(brand.logo)
        size = (image.width.pt * _LOGO / image.height.pt, _LOGO)
        giver = w("r", inline(relationship, size, brand.logo_alt or brand.organisation, package.next_id()))
    return paragraph("CertificateWord", stop, *runs(package.document.title, package), tab(), giver)


def _name(field: TextField, room: float, package: Package) -> list[Element]:
    """A line to write or to type a name on, and the word for it underneath."""
    rule = w("pBdr", package.palette.edge("bottom", "ink", 0.75, 2))
    line = paragraph(
        "CertificateName", rule, _free(max(0.0, room - _NAME)), *answer(field, package, "CertificateEntry")
    )
    return [line, paragraph("CertificateLabel", *runs(field.label, package))]


def _foot(
    block: Certificate, widths: list[float], draw: Callable[[TextField, float, Package], Element], package: Package
) -> list[Element]:
    """A cell for each signature, and blank ones between them."""
    fields = {2 * number + 1: field for number, field in enumerate(block.signatures)}
    return [
        draw(fields[column], width, package) if column in fields else cell([paragraph("CertificateLabel")], width)
        for column, width in enumerate(widths)
    ]


def _line(field: TextField, width: float, package: Package) -> Element:
    rule = w("tcBorders", package.palette.edge("bottom", "ink", 0.75))
    return cell([paragraph("CertificateSign", *answer(field, package))], width, rule, w("vAlign", val="bottom"))


def _word(field: TextField, width: float, package: Package) -> Element:
    return cell([paragraph("CertificateLabel", *runs(field.label, package))], width)


def _fitted(block: Certificate, width: float, high: float, package: Package) -> tuple[float, float]:
    """The largest sizes of title and objectives with which the page holds everything."""
    for title, small in _SIZES:
        if _high(block, width, title, small, package) <= high:
            return title, small
    message = "the certificate holds more than its page has room for"
    package.warn("certificate-overfull", message, "shorten the title or the objectives")
    return _SIZES[-1]


def _high(block: Certificate, width: float, title: float, small: float, package: Package) -> float:
    family = package.brand.text
    high = _FIXED + len(wrap(block.did, family, 12, width)) * 17
    high += len(wrap(block.title, package.brand.heading, title, width)) * title * 1.25
    high += len(wrap(block.subtitle, package.brand.heading, _UNDER, width)) * 28 + 17 * len(block.facts)
    return high + sum(len(wrap(words, family, small, width - 12)) * small * 1.25 + 2 for words in block.objectives)
