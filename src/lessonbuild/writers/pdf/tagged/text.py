"""Text of a page that knows to which element it belongs, and where its words are parted."""

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.textobject import PDFTextObject

from lessonbuild.writers.pdf.tagged.elements import Element, UntaggedError
from lessonbuild.writers.pdf.tagged.targets import parted

if TYPE_CHECKING:
    from lessonbuild.writers.pdf.tagged.marking import TaggedCanvas


class TaggedCode(str):
    """Code of a page that belongs to an element, or says that it belongs to none."""

    __slots__ = ()


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


class Greys:
    """Says a grey as a grey, so that a printer takes no coloured ink for it."""

    _code: list[str]

    def setFillColor(self, aColor: Any, alpha: Any = None) -> None:  # noqa: N802, N803
        """Called by everything that sets a colour."""
        said = len(self._code)
        super().setFillColor(aColor, alpha)  # type: ignore[misc]  # of the class beside this one
        self._code[said] = _grey(self._code[said])

    def setStrokeColor(self, aColor: Any, alpha: Any = None) -> None:  # noqa: N802, N803
        """The same for lines."""
        said = len(self._code)
        super().setStrokeColor(aColor, alpha)  # type: ignore[misc]  # of the class beside this one
        self._code[said] = _grey(self._code[said])


def _grey(code: str) -> str:
    match code.split():
        case [red, green, blue, "rg" | "RG" as operator] if red == green == blue:
            return f"{red} {operator[-1]}"
        case _:
            return code


class TaggedText(Greys, PDFTextObject):  # type: ignore[misc]  # reportlab ships no types
    """Text of one element; a link in it, or words in another language, are an element of their own."""

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
                self._links[link] = targeted(link[1])
                self.element.kids.append(self._links[link])
            self._canvas.links.append(self._links[link])
            self._code.insert(self._latest, "EMC " + self._canvas.begun(self._links[link]))
        else:
            self._code += ["EMC", self._canvas.begun(self.element)]

    def getCode(self) -> str:  # noqa: N802
        if self.element:
            self._code.append("EMC")
            return TaggedCode(super().getCode())
        return str(super().getCode())


def targeted(target: str) -> Element:
    """The element of a link, or of words in another language."""
    address, language = parted(target)
    return Element("Link" if address else "Span", language=language)
