"""A canvas that knows to which element of the structure each word and picture on a page belongs."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from lessonbuild.writers.pdf.tagged.elements import Element, Held, Marked, UntaggedError, bounds

_PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BT"))
_WIDGET_OR_LINK = 4  # annotation flag: printed with the page


class _Tagged(str):
    """Code of a page that belongs to an element, or says that it belongs to none."""

    __slots__ = ()


class Artifact:
    """What is no content: page furniture, rules, grounds. It is not heard."""


ARTIFACT = Artifact()


class Spaces:
    """Where the words of a paragraph are parted. Lines break there, and at hyphens and in very long words as well."""

    def __init__(self, words: str) -> None:
        ends = accumulate(len(word) for word in words.split())
        self._ends = set(list(ends)[:-1])  # counted in characters without spaces
        self._drawn = 0

    def follow(self, words: str) -> bool:
        """Whether a space comes after the words, which are the next that are drawn."""
        self._drawn += sum(not sign.isspace() for sign in words)
        return self._drawn in self._ends and not words[-1:].isspace()


class TaggedText(PDFTextObject):  # type: ignore[misc]  # reportlab ships no types
    """Text of one element; a link in it is an element of its own."""

    def __init__(
        self, canvas: "TaggedCanvas", x: float, y: float, element: Element | None = None, spaces: Spaces | None = None
    ) -> None:
        super().__init__(canvas, x, y)
        self.element, self._canvas, self._spaces = element, canvas, spaces
        self._latest = 0  # where in the code the latest words begin
        self._links: dict[tuple[int, str], Element] = {}
        if element:
            self._code.append(canvas.begun(element))

    def _formatText(self, text: Any) -> str:  # noqa: N802
        if not self.element and not self._canvas.inside and str(text).strip():
            raise UntaggedError(f"text that belongs to no element: {text}")
        return str(super()._formatText(text))

    def _textOut(self, text: Any, TStar: int = 0) -> None:  # noqa: N802, N803
        """A line ends with a space where the words on it and on the next are parted by one."""
        self._latest = len(self._code)
        parted = self._spaces.follow(text) if self._spaces else False
        super()._textOut(text + " " if parted and TStar else text, TStar)

    def _linkRecord(self, link: tuple[int, str], what: str) -> None:  # noqa: N802
        """Paragraphs call this after a link's first words, and before what follows its last."""
        if not self.element:
            return
        if what == "start":
            if link not in self._links:
                self._links[link] = Element("Link")
                self.element.kids.append(self._links[link])
            self._canvas.links.append(self._links[link])
            self._code.insert(self._latest, "EMC " + self._canvas.begun(self._links[link]))
        else:
            self._code += ["EMC", self._canvas.begun(self.element)]

    def getCode(self) -> str:  # noqa: N802
        if self.element:
            self._code.append("EMC")
            return _Tagged(super().getCode())
        return str(super().getCode())


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
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
        """What is drawn up and right of the origin is one picture."""
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
        self._code.append(_Tagged(begin))
        self.inside = inside
        yield
        self.inside = None
        self._code.append(_Tagged("EMC"))

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:  # noqa: ARG002, N802
        return TaggedText(self, x, y)

    def text_of(self, element: Element, x: float, y: float, spaces: Spaces) -> TaggedText:
        """A text object for words of the element; within a picture they belong to that."""
        return TaggedText(self, x, y) if self.inside else TaggedText(self, x, y, element, spaces)

    def text_of_link(self, element: Element, x: float, y: float, spaces: Spaces, lines: int) -> TaggedText:
        """A text object for an element that is a link from its first word to its last, on so many lines."""
        if self.inside:
            return TaggedText(self, x, y)
        link = next((kid for kid in element.kids if isinstance(kid, Element)), None)
        if not link:
            link = Element("Link")
            element.kids.append(link)
        self.links += [link] * lines
        return TaggedText(self, x, y, link, spaces)

    def drawText(self, aTextObject: TaggedText) -> None:  # noqa: N802, N803
        self._code.append(aTextObject.getCode())

    def drawImage(self, *args: Any, **settings: Any) -> Any:  # noqa: N802
        if not self.inside:
            raise UntaggedError("a picture that belongs to no element")
        return super().drawImage(*args, **settings)

    def linkURL(self, url: str, rect: tuple[float, ...], relative: int = 0, **_: Any) -> None:  # noqa: N802
        """Called by paragraphs for each line of a link, in the order in which `_linkRecord` named them."""
        action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
        self.hold(self.links.pop(0), "Link", self._absRect(rect, relative), Contents=PDFString(url), A=action)

    def link_to(self, key: str, rect: tuple[float, ...], words: str, element: Element) -> None:
        """An area that leads to a bookmark."""
        target = self._bookmarkReference(key)
        self.hold(element, "Link", self._absRect(rect, 1), Contents=PDFString(words), Dest=target)

    def hold(self, element: Element, kind: str, rect: Any, **words: Any) -> PDFDictionary:
        """Lay a link or a field on the page, and into the element."""
        annotation = PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName(kind), "Rect": PDFArray(list(rect)), "F": _WIDGET_OR_LINK,
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
        if not isinstance(line, _Tagged) and not depth:
            run.append(line)
            continue
        yield from _artifact(run)
        run = []
        yield line
        depth += line.endswith(("BDC", "BMC")) - (line == "EMC") if isinstance(line, _Tagged) else 0
    yield from _artifact(run)


def _artifact(run: list[str]) -> Iterator[str]:
    """State alone needs no mark."""
    paints = any(_PAINTING & set(line.split()) for line in run)
    yield from ["/Artifact BMC", *run, "EMC"] if paints else run
