"""An empty Word document in the brand's look: every part of the package, with no template of anybody else's.

python-docx's own template is in the compatibility mode of Word 2010 and carries its styles twice; ours is 12 kB.
"""

import zipfile
from io import BytesIO

from lxml import etree

from lessonbuild.model.brand import Brand
from lessonbuild.writers.docx.geometry import Page
from lessonbuild.writers.docx.numbering import numbering_xml
from lessonbuild.writers.docx.paper import paper
from lessonbuild.writers.docx.stylesheet import styles_xml
from lessonbuild.writers.docx.xml import Element, w
from lessonbuild.writers.office import app_properties
from lessonbuild.writers.theme import theme  # one theme for both: colours can be copied from file to file

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "application/vnd.openxmlformats-officedocument."
_WORD = _TYPES + "wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = {
    "word/document.xml": _WORD + "document.main+xml",
    "word/styles.xml": _WORD + "styles+xml",
    "word/numbering.xml": _WORD + "numbering+xml",
    "word/settings.xml": _WORD + "settings+xml",
    "word/theme/theme1.xml": _TYPES + "theme+xml",
    "docProps/app.xml": _TYPES + "extended-properties+xml",
}
_MODERN = (
    *("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures"),
    *("doNotFlipMirrorIndents", "differentiateMultirowTableHeaders"),
)
_SLOTS = {
    **{"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"},
    **{name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hyperlink", "followedHyperlink")},
}
_TARGETS = (
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("theme", "theme/theme1.xml"),
)


def template(brand: Brand, language: str, page: Page, form: bool = False) -> bytes:
    """A .docx without content, with one section of this page; of a form, only the fields can be changed."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"))
        ),
        "word/_rels/document.xml.rels": _relationships(_TARGETS),
        "word/document.xml": _bytes(w("document", w("body", paper(page)))),
        "word/styles.xml": _bytes(styles_xml(brand, language, page)),
        "word/numbering.xml": _bytes(numbering_xml()),
        "word/settings.xml": _bytes(_settings(language, form)),
        "word/theme/theme1.xml": _HEAD + theme(brand).encode(),
        "docProps/app.xml": app_properties(brand),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def _settings(language: str, form: bool) -> Element:
    """Word's present layout (mode 15), and no fields to update on opening: that would ask the reader a question."""
    flags = {"compatibilityMode": 15, **dict.fromkeys(_MODERN, 1)}
    uri = "http://schemas.microsoft.com/office/word"
    modes = w("compat", *(w("compatSetting", name=name, uri=uri, val=value) for name, value in flags.items()))
    locked = (w("documentProtection", edit="forms", enforcement=1),) if form else ()  # without a password
    return w(
        "settings",
        w("zoom", percent=100),
        *locked,
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        modes,
        w("themeFontLang", val=language),
        w("clrSchemeMapping", **_SLOTS),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _relationships(targets: tuple[tuple[str, str], ...]) -> bytes:
    root = etree.Element(f"{{{_PACKAGE}relationships}}Relationships", nsmap={None: f"{_PACKAGE}relationships"})
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(
            root, f"{{{_PACKAGE}relationships}}Relationship", Id=f"rId{number}", Type=_OFFICE + kind, Target=target
        )
    return _bytes(root)


def _content_types() -> bytes:
    space = f"{_PACKAGE}content-types"
    root = etree.Element(f"{{{space}}}Types", nsmap={None: space})
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{space}}}Default", Extension=extension, ContentType=kind)
    for name, kind in _KINDS.items():
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=kind)
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
