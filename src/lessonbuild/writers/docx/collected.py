"""Which form a file is, and which edition of it: properties of the file, by which its answers are collected."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from lessonbuild.model.document import Document
from lessonbuild.writers.docx.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_WORDS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that Office shows as the file's own


def sign(package: Package) -> None:
    """Write form and edition into the file, if it has any field; a form in PDF says the same."""
    if not package.fields.taken:
        return
    opc = package.opened.part.package
    part = Part(PackURI("/docProps/custom.xml"), _TYPE, _properties(package.document), opc)
    opc.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _properties(document: Document) -> bytes:
    facts = {"lessonbuild-form": document.name, "lessonbuild-edition": document.date}
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VALUES})
    for number, (name, value) in enumerate(facts.items(), 2):  # 0 and 1 are taken by the format
        fact = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_WORDS, pid=str(number), name=name)
        etree.SubElement(fact, f"{{{_VALUES}}}lpwstr").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
