"""A canvas that knows to which element of the structure each word and picture on a page belongs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from lessonbuild.writers.pdf.tagged.elements import Element, Held, Marked, UntaggedError, bounds
from lessonbuild.writers.pdf.tagged.targets import parted
from lessonbuild.writers.pdf.tagged.text import Greys, Spaces, TaggedCode, TaggedText, targeted

_PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BT"))
_PRINTED = 4  # the flag of an annotation that is printed with the page


class Artifact:
    """What is no content: page furniture, rules, grounds. It is not heard."""


ARTIFACT = Artifact()


class TaggedCanvas(Greys, Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Notes for each page which element its content belongs to. Text that belongs to none is an error."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.inside: Element | Artifact | None = None
        self.links: list[Element] = []  # those of the line that is drawn, until their areas are known
        self.marked: list[Element] = []  # of this page, by number
        self.owners: list[Element | list[Element]] = []  # by key of the parent tree

    def begun(self, element: Element) -> str:
        """The operator with which content of the element begins."""
        element.kids.append(Marked(self._doc.thisPageRef(), len(self.marked)))
        self.marked.append(element)
        return f"/{element.tag} <</MCID {len(self.marked) - 1}>> BDC"

    @contextmanager
    def marking(self, element: Element) -> Iterator[None]:
        """All that is drawn belongs to the element; within an artifact it is one."""
        if self.inside is ARTIFACT:
            yield
            return
        if self.inside:
            raise UntaggedError(f"content of {element.tag} within that of another element")
        with self._sequence(self.begun(element), element):
            yield

    @contextmanager
    def picturing(self, element: Element, width: float, height: float) -> Iterator[None]:
        """What is drawn up and right of the origin is one picture, which the element describes."""
        if not element.alt:
            raise UntaggedError("a picture that nothing describes")
        left, low, right, top = self._absRect((0, 0, width, height), 1)
        element.attributes = bounds(left, low, right, top)
        with self.marking(element):
            yield

    @contextmanager
    def artifact(self, part: str = "") -> Iterator[None]:
        """All that is drawn is no content; `part` is Header or Footer where it belongs to the page."""
        kind = f"<</Type /Pagination /Subtype /{part}>> BDC" if part else "BMC"
        with self._sequence(f"/Artifact {kind}", ARTIFACT):
            yield

    @contextmanager
    def _sequence(self, begin: str, inside: Element | Artifact) -> Iterator[None]:
        self._code.append(TaggedCode(begin))
        self.inside = inside
        yield
        self.inside = None
        self._code.append(TaggedCode("EMC"))

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:  # noqa: ARG002, N802
        return TaggedText(self, x, y)

    def text_of(self, element: Element, x: float, y: float, spaces: Spaces) -> TaggedText:
        """A text object for words of the element; within a picture they belong to that."""
        return TaggedText(self, x, y) if self.inside else TaggedText(self, x, y, element, spaces)

    def text_of_link(self, element: Element, x: float, y: float, spaces: Spaces, target: str, lines: int) -> TaggedText:
        """A text object for an element that is a link from its first word to its last, on so many lines."""
        if self.inside:
            return TaggedText(self, x, y)
        link = next((kid for kid in element.kids if isinstance(kid, Element)), None)
        if not link:
            link = targeted(target)
            element.kids.append(link)
        self.links += [link] * lines
        return TaggedText(self, x, y, link, spaces)

    def drawText(self, aTextObject: TaggedText) -> None:  # noqa: N802, N803
        self._code.append(aTextObject.getCode())

    def drawImage(self, *args: Any, **settings: Any) -> Any:  # noqa: N802
        if not self.inside:
            raise UntaggedError("a picture that belongs to no element")
        return super().drawImage(*args, **settings)

    def linkURL(self, url: str, rect: tuple[float, ...], relative: int = 0, **_settings: Any) -> None:  # noqa: N802
        """Called by paragraphs for each line of a link, in the order in which `_linkRecord` named them.

        What is repeated, or part of a picture, leads nowhere: its words are no link that could be heard.
        """
        if self.inside:
            return
        element, (address, _) = self.links.pop(0), parted(url)
        if address:
            action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
            self.hold(element, "Link", self._absRect(rect, relative), Contents=PDFString(address), A=action)

    def link_to(self, key: str, rect: tuple[float, ...], words: str, element: Element) -> None:
        """An area that leads to a bookmark."""
        target = self._bookmarkReference(key)
        self.hold(element, "Link", self._absRect(rect, 1), Contents=PDFString(words), Dest=target)

    def hold(self, element: Element, kind: str, rect: Any, **words: Any) -> PDFDictionary:
        """Lay a link or a field on the page, and into the element."""
        annotation = PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName(kind), "Rect": PDFArray(list(rect)), "F": _PRINTED,
            "Border": PDFArray([0, 0, 0]), "P": self._doc.thisPageRef(), "StructParent": len(self.owners), **words,
        })  # fmt: skip
        self._addAnnotation(annotation)
        self.owners.append(element)
        element.kids.append(Held(self._doc.thisPageRef(), self._doc.Reference(annotation)))
        return annotation

    def showPage(self) -> None:  # noqa: N802
        self._code[:] = _without_content(self._code)
        super().showPage()
        self.marked = []

    def _setAnnotations(self, page: PDFObject) -> None:  # noqa: N802
        """Called for each page just before it is added to the file."""
        super()._setAnnotations(page)
        assert isinstance(page, PDFPage)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]  # reportlab's pages know neither
        page.Tabs, page.StructParents = PDFName("S"), len(self.owners)
        self.owners.append(self.marked)


def _without_content(code: list[str]) -> Iterator[str]:
    """The code with all that paints outside of elements, which are rules and grounds, as artifacts."""
    run: list[str] = []
    depth = 0
    for line in code:
        if not isinstance(line, TaggedCode) and not depth:
            run.append(line)
            continue
        yield from _artifact(run)
        run = []
        yield line
        depth += line.endswith(("BDC", "BMC")) - (line == "EMC") if isinstance(line, TaggedCode) else 0
    yield from _artifact(run)


def _artifact(run: list[str]) -> Iterator[str]:
    """State alone needs no mark."""
    paints = any(_PAINTING & set(line.split()) for line in run)
    yield from ["/Artifact BMC", *run, "EMC"] if paints else run
