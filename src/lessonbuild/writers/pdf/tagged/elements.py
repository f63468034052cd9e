"""The structure of a document as those hear it who do not see it: elements, and flowables that tell theirs.

The structure follows the story, not the drawing: a flowable tells its elements in reading order, and while it is
drawn they note where their content came to stand. So an exhibit that waits for the next page is still heard where
the text has it, and a paragraph that is broken over pages is one paragraph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFObjectReference, PDFString
from reportlab.platypus import ActionFlowable, Flowable
from reportlab.platypus.flowables import UseUpSpace


class UntaggedError(RuntimeError):
    """Something of the story would be on a page and not in the structure: a fault of this writer."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content, by its number on that page."""

    page: PDFObjectReference
    number: int


@dataclass(frozen=True, slots=True)
class Held:
    """A link or a form field, which is no content but lies on the page."""

    page: PDFObjectReference
    annotation: PDFObjectReference


@dataclass(eq=False, slots=True)
class Element:
    """An element of the structure: `tag` is one of the standard structure types of ISO 32000-1, 14.8.4."""

    tag: str
    kids: "list[Element | Marked | Held]" = field(default_factory=list)
    alt: str = ""
    actual: str = ""  # the words, where only a part of them is drawn
    language: str = ""  # where it is not the document's
    attributes: dict[str, Any] = field(default_factory=dict)  # with their owner, O

    @property
    def plain(self) -> bool:
        """Whether nothing is known of it but that it is a paragraph."""
        return self.tag == "P" and not any(isinstance(kid, Element) for kid in self.kids)


class Told:
    """A flowable that is heard as well as seen."""

    element: Element | None = None

    def elements(self) -> list[Element]:
        """Its elements, in reading order."""
        return [self.element] if self.element else elements_of(self.heard())

    def heard(self) -> Iterable[Flowable | None]:
        """The flowables in it, in the order in which they are read."""
        return ()


def elements_of(flowables: Iterable[Flowable | None]) -> list[Element]:
    """The elements of all flowables in order; one that several of them belong to is there once."""
    found: dict[Element, None] = {}
    for flowable in flowables:
        match flowable:
            case Told():
                found |= dict.fromkeys(flowable.elements())
            case None | ActionFlowable() | UseUpSpace():
                pass
            case _:
                raise UntaggedError(f"{type(flowable).__name__} does not tell what it is")
    return list(found)


def within(tag: str, flowables: Iterable[Flowable | None]) -> Element:
    """An element that holds the flowables; a paragraph that is alone in it becomes it."""
    match elements_of(flowables):
        case [Element(plain=True) as only]:
            only.tag = tag
            return only
        case several:
            return Element(tag, list(several))


def listed(items: Sequence[tuple[Flowable | None, Sequence[Flowable]]], numbering: str = "None") -> Element:
    """A list: for each item its label, where it has one, and what it says."""
    made = Element("L", attributes={"O": PDFName("List"), "ListNumbering": PDFName(numbering)})
    for label, body in items:
        parts = [within("Lbl", [label])] if label else []
        made.kids.append(Element("LI", [*parts, within("LBody", body)]))
    return made


def scoped(scope: str, across: int = 1) -> dict[str, Any]:
    """The attributes of a table's cell: what it heads, and how many columns it is wide."""
    made: dict[str, Any] = {"O": PDFName("Table")}
    if scope:
        made["Scope"] = PDFName(scope)
    if across > 1:
        made["ColSpan"] = across
    return made if len(made) > 1 else {}


def summed_up(words: str) -> dict[str, Any]:
    """The attributes of a table whose content is described in words."""
    return {"O": PDFName("Table"), "Summary": PDFString(words)} if words else {}


def bounds(left: float, low: float, right: float, top: float) -> dict[str, Any]:
    """The attributes of a picture: where it is on its page, in points."""
    return {"O": PDFName("Layout"), "BBox": PDFArray([left, low, right, top])}
