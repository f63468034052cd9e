"""The structure tree of a file: elements as objects, and the way back to them from content, links and fields."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from lessonbuild.writers.pdf.tagged.elements import Element, Held, Marked, UntaggedError

Objects = dict[Element, PDFDictionary]
_HEADINGS = tuple(f"H{level}" for level in range(1, 7))


def write_tree(document: PDFDocument, elements: Sequence[Element], owners: Sequence[Element | list[Element]]) -> None:
    """Add the tree to the file; `owners` tells for each page, link and field whose content it holds."""
    root = Element("Document", list(elements))
    _nested(elements)
    objects: Objects = {}
    for element in _all(root):
        if element in objects:
            raise UntaggedError(f"{element.tag} is in the structure twice")
        objects[element] = PDFDictionary({})
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    document.Catalog.StructTreeRoot = tree
    _fill(document, root, document.Reference(tree), objects)
    tree["K"] = document.Reference(objects[root])
    tree["ParentTree"] = document.Reference(
        PDFDictionary({"Nums": PDFArray(list(_numbered(document, owners, objects)))})
    )
    tree["ParentTreeNextKey"] = len(owners)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _nested(elements: Sequence[Element]) -> None:
    """Headings are nested right: none skips a level."""
    depth = 0
    for element in elements:
        for each in _all(element):
            if each.tag in _HEADINGS:
                depth = min(int(each.tag[1:]), depth + 1)
                each.tag = f"H{depth}"


def _fill(document: PDFDocument, element: Element, parent: PDFObjectReference, objects: Objects) -> None:
    """The object of an element and those of its kids."""
    made = objects[element]
    here = document.Reference(made)
    page = next((kid.page for kid in element.kids if isinstance(kid, Marked | Held)), None)
    words = {
        "Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent, "Pg": page,
        "Alt": PDFString(element.alt) if element.alt else None,
        "ActualText": PDFString(element.actual) if element.actual else None,
        "Lang": PDFString(element.language) if element.language else None,
        "A": PDFDictionary(element.attributes) if element.attributes else None,
    }  # fmt: skip
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            _fill(document, kid, here, objects)
            kids.append(document.Reference(objects[kid]))
        else:
            kids.append(_leaf(kid, page))
    words["K"] = None if not kids else kids[0] if len(kids) == 1 else PDFArray(kids)
    made.dict.update({name: word for name, word in words.items() if word is not None})


def _leaf(kid: Marked | Held, page: PDFObjectReference | None) -> Any:
    """Content by its number alone where it is on the element's page, as most is."""
    if isinstance(kid, Held):
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": kid.page, "Obj": kid.annotation})
    if page is not None and kid.page.name == page.name:
        return kid.number
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": kid.page, "MCID": kid.number})


def _numbered(document: PDFDocument, owners: Sequence[Element | list[Element]], objects: Objects) -> Iterator[Any]:
    def of(element: Element) -> PDFObjectReference:
        if element not in objects:
            raise UntaggedError(f"{element.tag} on a page is not in the structure")
        return document.Reference(objects[element])

    for key, owner in enumerate(owners):
        yield key
        yield of(owner) if isinstance(owner, Element) else document.Reference(PDFArray([of(each) for each in owner]))
