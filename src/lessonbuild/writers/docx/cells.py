"""Tables as Word has them: rows of cells of fixed widths, whether they hold data, a form or a layout."""

from collections.abc import Iterable, Sequence

from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.xml import Element, W, twips, w

PAD = 5.0  # left and right in a cell, in points; as in the style of our tables
_OWN_SIZE = ("Box", "Clock", "Minutes", "PlaceholderText", "Tag")  # character styles


def grid(rows: Iterable[Element], widths: Sequence[float], frame: Frame, *look: Element) -> Element:
    """A table of fixed widths at the frame's left. `look`: its style, its words for those who cannot see it."""
    size = w("tblW", w=twips(sum(widths)), type="dxa")
    place = w("tblInd", w=twips(frame.left), type="dxa")
    properties = w("tblPr", size, place, w("tblLayout", type="fixed"), *look)
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)), *rows)


def data_look(caption: str, description: str, total: bool = False) -> tuple[Element, ...]:
    """A table with a head, and perhaps a sum in its last row."""
    flags = {"firstRow": 1, "lastRow": int(total), "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    look = w("tblLook", val="0660" if total else "0620", **flags)
    said = (w("tblCaption", val=caption),) if caption else ()
    return (w("tblStyle", val="LessonTable"), look, *said, w("tblDescription", val=description))


def layout_look(said: str, pads: tuple[float, float]) -> tuple[Element, ...]:
    """A table without a head. `pads`: above and below, left and right in each cell."""
    flags = {"firstRow": 0, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    sides = zip(("top", "left", "bottom", "right"), pads * 2, strict=True)
    margins = w("tblCellMar", *(w(side, w=twips(width), type="dxa") for side, width in sides))
    return (margins, w("tblLook", val="0600", **flags), w("tblDescription", val=said))


def layout(rows: Iterable[Element], widths: Sequence[float], frame: Frame, said: str, pad: float = 0.0) -> Element:
    """A table that is no table: things that stand beside each other, kept together. It has no head, and `said` says
    so ("Layout: ...", "Form: ...").
    """
    made = grid(rows, widths, frame, *layout_look(said, (0.0, pad)))
    keep_rows(made)
    return made


def row(
    cells: Iterable[Element], *properties: Element, head: bool = False, height: float = 0.0, exact: bool = False
) -> Element:
    """A row that no page break splits; a head is repeated on every page; `height` is the least, in points, and with
    `exact` also the most: what does not fit is cut off.
    """
    least = (w("trHeight", val=twips(height), hRule="exact" if exact else "atLeast"),) if height else ()
    repeated = (w("tblHeader"),) if head else ()
    return w("tr", w("trPr", w("cantSplit"), *repeated, *least, *properties), *cells)


def cell(content: Iterable[Element], width: float, *properties: Element) -> Element:
    """A cell. `properties`: borders, ground, span, alignment."""
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), *properties), *content)


def keep_rows(table: Element, last: bool = False) -> None:
    """Keep the table on one page: each row with the next, and with `last` also with what follows the table."""
    rows = table.findall(f"{{{W}}}tr")
    _keep(rows if last else rows[:-1])


def keep_ends(table: Element) -> None:
    """Let a long table break, but leave no row of it alone on a page, at its beginning or at its end."""
    _, *rows = table.findall(f"{{{W}}}tr")
    _keep([*rows[:1], *rows[-2:-1]])


def _keep(rows: Iterable[Element]) -> None:
    for each in rows:
        for properties in each.iterfind(f"{{{W}}}tc/{{{W}}}p/{{{W}}}pPr"):
            if properties.find(f"{{{W}}}keepNext") is None:
                properties.insert(1, w("keepNext"))


def resize(table: Element, size: float) -> None:
    """Set the words of the table in this size, lines one quarter higher; what has a size of its own keeps it."""
    line = {f"{{{W}}}line": str(twips(size * 1.25)), f"{{{W}}}lineRule": "atLeast"}
    for properties in table.iter(f"{{{W}}}pPr"):
        if properties.find(f"{{{W}}}spacing") is None:
            properties[:] = w("pPr", *properties, w("spacing"))
        spacing = properties.find(f"{{{W}}}spacing")
        spacing.attrib.update(line if spacing.get(f"{{{W}}}line") is None else {})
    for run in table.iter(f"{{{W}}}r", f"{{{W}}}sdtPr"):  # what is there, and what will be typed
        look = run.find(f"{{{W}}}rPr")
        own = [] if look is None else list(look)
        if any(part.get(f"{{{W}}}val") in _OWN_SIZE for part in own):
            continue
        if look is not None:
            run.remove(look)
        run.insert(0, w("rPr", *own, w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))))
