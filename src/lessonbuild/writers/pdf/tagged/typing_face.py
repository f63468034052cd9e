"""The face in which a form is filled in: embedded, with the letters that a reader's program can type with it."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)

_FIRST, _LAST = 32, 255
_SIGNS = bytes(range(_FIRST, _LAST + 1)).decode("cp1252", "replace").replace("\ufffd", " ").replace("\x7f", " ")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A face with the signs of the encoding alone. Measures are thousandths of the size."""

    data: bytes
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int


@lru_cache(maxsize=8)
def _cut(face: bytes) -> _Cut:
    font = TTFont(BytesIO(face), recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(hinting=False, layout_features=[], notdef_outline=True))
    cutter.populate(text=_SIGNS)
    cutter.subset(font)
    out = BytesIO()
    font.save(out)
    glyphs, advances, head = font.getBestCmap(), font["hmtx"], font["head"]
    part = 1000 / head.unitsPerEm
    widths = tuple(round(advances[glyphs.get(ord(sign), ".notdef")][0] * part) for sign in _SIGNS)
    box = tuple(round(side * part) for side in (head.xMin, head.yMin, head.xMax, head.yMax))
    return _Cut(out.getvalue(), widths, box, round(font["hhea"].ascent * part), round(font["hhea"].descent * part))


def typing_face(document: PDFDocument, name: str, face: bytes) -> PDFObjectReference:
    """The face as a font object. Signs beyond it are kept as they were typed, and shown in the reader's own face."""
    cut = _cut(face)
    called = PDFName(f"LBFORM+{name.replace(' ', '')}")
    program = PDFStream(PDFDictionary({"Length1": len(cut.data)}), cut.data, filters=[PDFZCompress])
    described = PDFDictionary({
        "Type": PDFName("FontDescriptor"), "FontName": called, "Flags": 32, "FontBBox": PDFArray(list(cut.box)),
        "ItalicAngle": 0, "Ascent": cut.ascent, "Descent": cut.descent, "CapHeight": cut.ascent, "StemV": 80,
        "FontFile2": document.Reference(program),
    })  # fmt: skip
    font = PDFDictionary({
        "Type": PDFName("Font"), "Subtype": PDFName("TrueType"), "BaseFont": called,
        "Encoding": PDFName("WinAnsiEncoding"), "FirstChar": _FIRST, "LastChar": _LAST,
        "Widths": PDFArray(list(cut.widths)), "FontDescriptor": document.Reference(described),
    })  # fmt: skip
    return document.Reference(font)
