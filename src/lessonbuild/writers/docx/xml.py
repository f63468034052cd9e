"""WordprocessingML elements as short calls, `w("jc", val="right")`, their children in the order of the schema."""

from typing import Any

from lxml import etree

Element = Any  # lxml ships no types

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
NAMES = {"w": W, "r": R}
MM = 72 / 25.4  # a millimetre in points; all measures in this folder are points unless they say otherwise

_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing position sz szCs u bdr shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr docPartObj comboBox date text checkbox",
    "pBdr": "top left bottom right between",
    "tcBorders": "top left bottom right insideH insideV",
    "tblBorders": "top left bottom right insideH insideV",
}
_RANK = {parent: {tag: rank for rank, tag in enumerate(tags.split())} for parent, tags in _ORDER.items()}


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the main namespace. Property elements sort their children: Word refuses any other order."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    if rank := _RANK.get(tag):
        children = tuple(sorted(children, key=lambda child: rank[local(child)]))
    element.extend(children)
    return element


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def twips(points: float) -> int:
    """Twentieths of a point, in which Word measures."""
    return round(points * 20)


def emu(points: float) -> int:
    """English metric units, in which drawings are measured."""
    return round(points * 12700)
