"""Text as Word has it: runs and paragraphs."""

import re
from collections.abc import Iterator

from lessonbuild.model.text import Run, Style, Text
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.xml import Element, R, W, local, twips, w

_FORBIDDEN = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LOOK = {Style.PLAIN: "", Style.STRONG: "Strong", Style.EMPHASIS: "Emphasis", Style.CODE: "Code"}


def paragraph(style: str, *parts: Element) -> Element:
    """A paragraph of this style. Parts that are properties (`keepNext`, `ind` ...) go where properties go."""
    properties = [part for part in parts if _is_property(part)]
    content = [part for part in parts if not _is_property(part)]
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


_CONTENT = frozenset(f"{{{W}}}{tag}" for tag in ("r", "hyperlink", "bookmarkStart", "bookmarkEnd", "sdt"))


def _is_property(part: Element) -> bool:
    return part.tag not in _CONTENT


def amend(element: Element, *properties: Element) -> None:
    """Give a finished paragraph these properties, in place of what it had under their names."""
    new = {local(part) for part in properties}
    old = element[0]
    element.replace(old, w("pPr", *(part for part in old if local(part) not in new), *properties))


def style_of(element: Element) -> str:
    """The style of a paragraph; of a table, which has none that counts for what stands beside it, nothing."""
    found = element.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return "" if found is None else str(found.get(f"{{{W}}}val"))


def numbered(element: Element) -> bool:
    """Whether it is an item of a list."""
    return element.find(f"{{{W}}}pPr/{{{W}}}numPr") is not None


def space(element: Element, before: float | None = None, after: float | None = None) -> None:
    """Set the distances of a finished paragraph to others than its style's, in points."""
    spacing = element[0].find(f"{{{W}}}spacing")
    if spacing is None:
        amend(element, spacing := w("spacing"))
    for side, points in (("before", before), ("after", after)):
        if points is not None:
            spacing.set(f"{{{W}}}{side}", str(twips(points)))


def inset(frame: Frame, hanging: float = 0.0, more: float = 0.0) -> tuple[Element, ...]:
    """The paragraph's indents in this frame, `more` of it on the left; none where the style's own hold."""
    if not frame.inset and not hanging and not more:
        return ()
    sides = {"left": twips(frame.left + more)} | ({"right": twips(frame.right)} if frame.inset else {})
    return (w("ind", **sides, **({"hanging": twips(hanging)} if hanging else {"firstLine": 0})),)


def runs(text: Text, package: Package) -> list[Element]:
    """The runs of a text, links and all."""
    return [_linked(run, package) if run.link else plain_run(run.text, _LOOK[run.style]) for run in text]


def plain_run(words: str, look: str = "", *properties: Element) -> Element:
    """One run; `look` is a character style. A line break in the words is one on the page."""
    styled = ((w("rStyle", val=look),) if look else ()) + properties
    return w("r", *((w("rPr", *styled),) if styled else ()), *_characters(words))


def tab() -> Element:
    """A tab, as a run."""
    return w("r", w("tab"))


def field(instruction: str, shown: str) -> list[Element]:
    """A field (PAGE, NUMPAGES) that Word lays out afresh, with what is shown until then."""
    begin, end = field_ends(instruction)
    return [*begin, plain_run(shown), end]


def field_ends(instruction: str) -> tuple[list[Element], Element]:
    """The runs before and the run after what a field shows, which may be several paragraphs."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    begin, separate, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, w("r", code), separate], end


def tag(words: str, ground: str, package: Package, *edge: Element) -> Element:
    """Words as a filled tag, with a border of the same colour unless another `edge` is given; hard blanks pad it."""
    palette = package.palette
    padded = f"\u00a0{words}\u00a0".replace(" ", "\u00a0")
    edge = edge or (palette.edge("bdr", ground, 0.75),)
    return plain_run(padded, "Tag", palette.words(palette.on(ground)), palette.ground(ground), *edge)


def _linked(run: Run, package: Package) -> Element:
    link = w("hyperlink", plain_run(run.text, "Hyperlink", *_also(run.style)), history=1)
    link.set(f"{{{R}}}id", package.link(run.link or ""))
    return link


def _also(style: Style) -> tuple[Element, ...]:
    """The style of a link's words, which cannot have two character styles."""
    return {Style.STRONG: (w("b"),), Style.EMPHASIS: (w("i"),)}.get(style, ())


def _characters(words: str) -> Iterator[Element]:
    for piece in re.split(r"([\t\n])", _FORBIDDEN.sub("", words.replace("\r\n", "\n"))):
        if piece in ("\t", "\n"):
            yield w("tab" if piece == "\t" else "br")
        elif piece:
            element = w("t")
            element.text = piece
            if piece != piece.strip() or "  " in piece:
                element.set(_XML_SPACE, "preserve")
            yield element
