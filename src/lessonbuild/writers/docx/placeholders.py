"""The grey words of empty fields, kept in the file: Word puts them back when what was typed is taken out again."""

from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import paragraph, plain_run
from lessonbuild.writers.docx.xml import Element, w

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def grey(words: str, package: Package) -> Element:
    """The words of this name ("day") as a run in the look of grey words."""
    return plain_run(package.words(f"fill.{words}"), "PlaceholderText")


def reference(words: str) -> Element:
    """What in a field's properties says to which words it returns."""
    return w("placeholder", w("docPart", val=_name(words)))


def keep(package: Package) -> None:
    """Put all grey words into the file, with the styles that they need, if it has any field."""
    if not package.fields.taken:
        return
    main = package.opened.part
    parts = w("docParts", *(_part(words, package) for words in package.words.names("fill")))
    words = Part(
        PackURI("/word/glossary/document.xml"),
        f"{_WORD}document.glossary+xml",
        _bytes(w("glossaryDocument", parts)),
        main.package,
    )
    main.relate_to(words, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    styles = _bytes(main._styles_part.element)
    look = Part(PackURI("/word/glossary/styles.xml"), f"{_WORD}styles+xml", styles, main.package)
    words.relate_to(look, RELATIONSHIP_TYPE.STYLES)


def _part(words: str, package: Package) -> Element:
    key = str(uuid5(NAMESPACE_URL, f"lessonbuild:{words}")).upper()
    properties = w(
        "docPartPr",
        w("name", val=_name(words)),
        w("category", w("name", val="General"), w("gallery", val="placeholder")),
        w("types", w("type", val="bbPlcHdr")),
        w("behaviors", w("behavior", val="content")),
        w("guid", val=f"{{{key}}}"),
    )
    return w("docPart", properties, w("docPartBody", paragraph("Normal", grey(words, package))))


def _name(words: str) -> str:
    return f"Lesson{words.capitalize()}"


def _bytes(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
