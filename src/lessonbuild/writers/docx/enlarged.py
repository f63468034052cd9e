"""Large print: the file was laid out on a page that is smaller, and here every length in it grows to the paper's."""

from collections.abc import Callable
from typing import Any

from lessonbuild.writers.docx.xml import Element, W, local

_LEAST = 32  # half points: no style in which something is read is smaller (UKAAF)
_TINY = 8  # half points: what is smaller only holds a place
_SIDES = frozenset(("before", "after", "left", "right", "hanging", "firstLine", "start", "end"))
_LENGTHS = {
    "ind": _SIDES, "tab": frozenset(("pos",)), "gridCol": frozenset(("w",)), "trHeight": frozenset(("val",)),
    "pgSz": frozenset(("w", "h")), "pgMar": frozenset(("top", "right", "bottom", "left", "header", "footer", "gutter")),
    "defaultTabStop": frozenset(("val",)), "position": frozenset(("val",)),
    "framePr": frozenset(("w", "h", "x", "y", "hSpace", "vSpace")),
}  # fmt: skip
_IF_TWIPS = frozenset(("tblW", "tcW", "tblInd", "top", "left", "bottom", "right", "start", "end"))
_DRAWN = {"extent": ("cx", "cy"), "ext": ("cx", "cy"), "off": ("x", "y"), "effectExtent": ("l", "t", "r", "b")}


def enlarge(root: Element, scale: float) -> None:
    """Multiply the sizes of type, distances, tables, pages and drawings of a part.

    Sizes outside of styles were measured to fit what they stand in, and grow as everything does.
    """
    least = _LEAST if local(root) == "styles" else 0
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = local(element)
        if tag in ("sz", "szCs") and element.get(f"{{{W}}}val"):
            _change(element, "val", lambda size: _type(size, scale, least))
        elif tag == "spacing":
            fixed = element.get(f"{{{W}}}lineRule") in ("exact", "atLeast")
            for name in (*_SIDES, "val", *(("line",) if fixed else ())):
                _change(element, name, lambda length: length * scale)
        elif tag in _IF_TWIPS and element.get(f"{{{W}}}type") == "dxa":
            _change(element, "w", lambda length: length * scale)
        for name in _LENGTHS.get(tag, ()):
            _change(element, name, lambda length: length * scale)
        for name in _DRAWN.get(tag, ()):
            if element.get(name) is not None:
                element.set(name, str(round(int(element.get(name)) * scale)))


def _type(size: float, scale: float, least: int) -> float:
    return size * scale if size < _TINY else max(size * scale, least)


def _change(element: Any, name: str, new: Callable[[float], float]) -> None:
    key = f"{{{W}}}{name}"
    if (value := element.get(key)) is not None and value.lstrip("-").isdigit():
        element.set(key, str(round(new(int(value)))))


def enlarge_package(opened: Any, scale: float) -> None:
    """The same for every part of an opened package (python-docx's) that has lengths."""
    main = opened.part
    parts = [main, *(part for part in main.package.iter_parts() if part.partname.startswith("/word/"))]
    for part in dict.fromkeys(parts):
        if (root := getattr(part, "element", None)) is not None:
            enlarge(root, scale)
