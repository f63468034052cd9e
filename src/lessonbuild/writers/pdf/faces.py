"""The brand's faces as reportlab knows them, and text as the markup that its paragraphs read."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from lessonbuild.model.brand import FontFamily
from lessonbuild.model.text import Run, Style, Text
from lessonbuild.writers.pdf.tagged import glyphs
from lessonbuild.writers.pdf.tagged.targets import carried

glyphs.mend()


@dataclass(frozen=True, slots=True)
class Faces:
    """The registered names of a family's four faces."""

    regular: str
    bold: str
    italic: str
    bold_italic: str


@lru_cache(maxsize=16)
def faces(family: FontFamily) -> Faces:
    """Register the faces of a family once. Their names come from their bytes, so that two brands never collide."""
    found = Faces(*(_registered(family.twin, data) for data in _bytes(family)))
    pdfmetrics.registerFontFamily(found.regular, found.regular, found.bold, found.italic, found.bold_italic)
    pdfmetrics.registerFontFamily(found.italic, found.italic, found.bold_italic, found.italic, found.bold_italic)
    pdfmetrics.registerFontFamily(found.bold, found.bold, found.bold, found.bold_italic, found.bold_italic)
    return found


def _bytes(family: FontFamily) -> tuple[bytes, ...]:
    return family.regular, family.bold, family.italic, family.bold_italic


def _registered(name: str, data: bytes) -> str:
    unique = f"{name}-{sha256(data).hexdigest()[:10]}"
    pdfmetrics.registerFont(TTFont(unique, BytesIO(data)))
    return unique


def markup(runs: Text, link_colour: str, code_ground: str) -> str:
    """The runs as reportlab's markup."""
    return "".join(_run(run, link_colour, code_ground) for run in runs)


def _run(run: Run, link_colour: str, code_ground: str) -> str:
    words = escape(run.text).replace("  ", "\u00a0 ").replace("\t", " ").replace("\n", "<br/>")
    match run.style:
        case Style.STRONG:
            words = f"<b>{words}</b>"
        case Style.EMPHASIS:
            words = f"<i>{words}</i>"
        case Style.CODE:
            words = f'<font backColor="#{code_ground}">{words}</font>'
        case Style.PLAIN:
            pass
    target = carried(run.link, run.language)
    colour = f' color="#{link_colour}"' if run.link else ""
    return f"<a href={quoteattr(target)}{colour}>{words}</a>" if target else words
