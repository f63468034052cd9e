"""The form in a file: fields to type in, boxes to tick, one of several to choose.

The page shows their lines and boxes, in print as well; a widget lies over them and draws what is filled in, no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from lessonbuild.model.brand import FontFamily
from lessonbuild.writers.pdf.tagged.elements import Element
from lessonbuild.writers.pdf.tagged.marking import TaggedCanvas
from lessonbuild.writers.pdf.tagged.typing_face import typing_face

_READ_ONLY, _MULTILINE, _RADIO = 1, 1 << 12, 1 << 15  # flags of fields, ISO 32000-1, 12.7
_SIZE = 10  # points, of what is typed
_FACE = "LBForm"

Area = tuple[float, float, float, float]
"""Left, low, right, top, in points from the origin of what is drawn."""


@dataclass(slots=True)
class _Group:
    """Boxes of which one is chosen, or none: a second click takes it back."""

    field: PDFDictionary
    buttons: list[PDFObjectReference] = field(default_factory=list)
    options: list[PDFString] = field(default_factory=list)


class Form:
    """All fields of a file, in the order in which they are drawn."""

    def __init__(self, canvas: TaggedCanvas, scale: float) -> None:
        self._canvas, self._size = canvas, _SIZE * scale
        self._fields: list[PDFObjectReference] = []
        self._names: set[str] = set()
        self._groups: dict[tuple[str, str], _Group] = {}
        self._shapes: dict[str, PDFObjectReference] = {}

    def text(
        self, name: str, asked: str, area: Area, *, lines: int = 1, size: float = 0, to_right: bool = False
    ) -> Element:
        """A field to type in; `asked` is what is heard, and shown under the pointer.

        It has no appearance of its own as long as it is empty: programs that fill it would write into a shared one.
        """
        element = Element("Form")
        self._lay(
            element, area, FT=PDFName("Tx"), T=PDFString(self._free(name)), TU=PDFString(asked),
            DA=PDFString(_typed(size or self._size)), Ff=_MULTILINE * (lines > 1), Q=2 * to_right,
        )  # fmt: skip
        return element

    def tick(self, element: Element, name: str, asked: str, size: float) -> None:
        """A box to tick, from the origin up."""
        looks = PDFDictionary({"Yes": self._shape(_tick(size), size), "Off": self._shape("", 1)})
        self._lay(
            element, (0, 0, size, size), FT=PDFName("Btn"), T=PDFString(self._free(name)), TU=PDFString(asked),
            V=PDFName("Off"), AS=PDFName("Off"), AP=PDFDictionary({"N": looks}),
        )  # fmt: skip

    def choose(self, element: Element, name: str, asked: str, option: str, size: float) -> None:
        """One of the boxes that share the name and the question, of which one is chosen, or none."""
        group = self._group(name, asked)
        state = str(len(group.buttons))
        looks = PDFDictionary({state: self._shape(_dot(size), size), "Off": self._shape("", 1)})
        button = self._lay(
            element, (0, 0, size, size), alone=False, Parent=self._canvas._doc.Reference(group.field),
            TU=PDFString(f"{asked}: {option}" if asked else option), AS=PDFName("Off"), AP=PDFDictionary({"N": looks}),
        )  # fmt: skip
        group.buttons.append(button)
        group.options.append(PDFString(option))

    def finish(self, family: FontFamily, **facts: str) -> None:
        """Put the form into the file, if it has any; the facts become fields that nobody sees and every export has."""
        if not self._fields:
            return
        document = self._canvas._doc
        for group in self._groups.values():
            group.field["Kids"], group.field["Opt"] = PDFArray(group.buttons), PDFArray(group.options)
        face = typing_face(document, family.twin, family.regular)
        fixed = [
            document.Reference(PDFDictionary({
                "FT": PDFName("Tx"), "T": PDFString(f"lessonbuild-{name}"), "TU": PDFString(name),
                "V": PDFString(value), "Ff": _READ_ONLY, "DA": PDFString(_typed(self._size)),
            }))
            for name, value in facts.items()
        ]  # fmt: skip
        document.Catalog.AcroForm = PDFDictionary({
            "Fields": PDFArray([*fixed, *self._fields]), "DA": PDFString(_typed(self._size)),
            "DR": PDFDictionary({"Font": PDFDictionary({_FACE: face})}),
        })  # fmt: skip

    def _lay(self, element: Element, area: Area, *, alone: bool = True, **words: Any) -> PDFObjectReference:
        widget = self._canvas.hold(element, "Widget", self._canvas._absRect(area, 1), **words)
        reference = self._canvas._doc.Reference(widget)
        if alone:
            self._fields.append(reference)
        return reference

    def _group(self, name: str, asked: str) -> _Group:
        if (name, asked) not in self._groups:
            made = PDFDictionary({
                "FT": PDFName("Btn"), "Ff": _RADIO, "T": PDFString(self._free(name)),
                "TU": PDFString(asked or name), "V": PDFName("Off"),
            })  # fmt: skip
            self._fields.append(self._canvas._doc.Reference(made))
            self._groups[name, asked] = _Group(made)
        return self._groups[name, asked]

    def _free(self, name: str) -> str:
        """The name, with a number where it is taken: an answer that runs over a page has a second field."""
        free = next(each for each in _numbered(name) if each not in self._names)
        self._names.add(free)
        return free

    def _shape(self, code: str, size: float) -> PDFObjectReference:
        """A drawing of so many points each way; the same one for all fields that look alike."""
        if code not in self._shapes:
            words = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": PDFArray([0, 0, size, size])}
            stream = PDFStream(PDFDictionary(words), code.encode(), filters=[PDFZCompress])
            self._shapes[code] = self._canvas._doc.Reference(stream)
        return self._shapes[code]


def _typed(size: float) -> str:
    """How words are set that are typed: face, size in points, black."""
    return f"/{_FACE} {fp_str(size)} Tf 0 g"


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _tick(size: float) -> str:
    """Two strokes from corner to corner of the box's inside."""
    low, high = fp_str(size * 0.22), fp_str(size * 0.78)
    return f"{fp_str(size * 0.11)} w {low} {low} m {high} {high} l {low} {high} m {high} {low} l S"


def _dot(size: float) -> str:
    """A full circle half as wide as the box: four curves."""
    middle, r = size / 2, size / 4
    k = r * 0.5523
    around = (
        (r, 0),
        (r, k),
        (k, r),
        (0, r),
        (-k, r),
        (-r, k),
        (-r, 0),
        (-r, -k),
        (-k, -r),
        (0, -r),
        (k, -r),
        (r, -k),
        (r, 0),
    )
    start, *points = [fp_str(middle + x, middle + y) for x, y in around]
    curves = (" ".join(points[i : i + 3]) + " c" for i in range(0, 12, 3))
    return f"{start} m {' '.join(curves)} f"
