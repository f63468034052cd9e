"""styles.xml: the table of styles as Word reads it."""

from lessonbuild.model.brand import Brand
from lessonbuild.writers.docx.cells import PAD
from lessonbuild.writers.docx.geometry import Page
from lessonbuild.writers.docx.palette import Palette
from lessonbuild.writers.docx.styles import BODY, Style, styles
from lessonbuild.writers.docx.xml import Element, W, twips, w

_KNOWN = (  # the first words of the names that Word itself knows
    *("heading", "toc", "TOC", "Normal", "Title", "Subtitle", "caption", "List", "header", "footer"),
    *("Default", "Strong", "Emphasis", "Hyperlink", "Placeholder"),
)


def styles_xml(brand: Brand, language: str, page: Page) -> Element:
    """The styles part."""
    palette = Palette(brand.colours)
    tongue = w("lang", val=language, eastAsia=language, bidi="ar-SA")
    run = w("rPr", _fonts("minor"), w("sz", val=round(BODY * 2)), w("szCs", val=round(BODY * 2)), tongue)
    defaults = w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl"))))
    return w("styles", defaults, *(_style(row, palette) for row in styles(page)), *_table_styles(palette))


def _fonts(rank: str) -> Element:
    """The theme's family for headings ("major") or for text ("minor")."""
    latin, asian, complex_ = f"{rank}HAnsi", f"{rank}EastAsia", f"{rank}Bidi"
    return w("rFonts", asciiTheme=latin, hAnsiTheme=latin, eastAsiaTheme=asian, cstheme=complex_)


def _style(row: Style, palette: Palette) -> Element:
    kind = "character" if row.character else "paragraph"
    parts = [w("name", val=row.name)]
    if row.based and row.based != row.id:
        parts.append(w("basedOn", val=row.based))
    if row.outline is not None or row.name in ("Title", "Subtitle"):
        parts.append(w("next", val="Subtitle" if row.name == "Title" else "Normal"))
    parts += [w("uiPriority", val=1), w("semiHidden")] if row.name.startswith("Default") else [w("qFormat")]
    if (paragraph := _paragraph(row, palette)) is not None:
        parts.append(paragraph)
    if (run := _run(row, palette)) is not None:
        parts.append(run)
    style = w("style", *parts, type=kind, styleId=row.id)
    if not row.name.startswith(_KNOWN):
        style.set(f"{{{W}}}customStyle", "1")
    if row.name in ("Normal", "Default Paragraph Font"):
        style.set(f"{{{W}}}default", "1")
    return style


def _paragraph(row: Style, palette: Palette) -> Element | None:
    parts: list[Element] = []
    if row.ruled:
        parts.append(w("pBdr", *(palette.edge(side, "muted", 0.5) for side in ("bottom", "between"))))
    if row.keep or row.outline is not None:
        parts.append(w("keepNext"))
    if row.outline is not None:
        parts += [w("keepLines"), w("suppressAutoHyphens"), w("outlineLvl", val=row.outline)]
    if row.list:
        parts.append(w("numPr", w("numId", val=row.list)))
    if row.tabs:
        parts.append(w("tabs", *(w("tab", val=kind, leader=leader, pos=twips(at)) for at, kind, leader in row.tabs)))
    if row.align:
        parts.append(w("jc", val=row.align))
    spacing = {"before": row.before, "after": row.after, "line": row.line}
    if given := {side: twips(value) for side, value in spacing.items() if value is not None}:
        parts.append(w("spacing", **given, **({"lineRule": "exact" if row.exact else "atLeast"} if row.line else {})))
    sides = {"left": row.left, "right": row.right, "hanging": row.hanging or None}
    if indents := {side: twips(value) for side, value in sides.items() if value is not None}:
        parts.append(w("ind", **indents))
    return w("pPr", *parts) if parts else None


def _run(row: Style, palette: Palette) -> Element | None:
    parts: list[Element] = []
    if row.heading is not None:
        parts.append(_fonts("major" if row.heading else "minor"))
    for tag, value in (("b", row.bold), ("i", row.italic)):
        if value is not None:
            parts.append(w(tag) if value else w(tag, val=0))
    if row.colour:
        parts.append(palette.words(row.colour))
    if row.size:
        parts += [w("sz", val=round(row.size * 2)), w("szCs", val=round(row.size * 2))]
    if row.underline:
        parts.append(w("u", val="single"))
    if row.ground:
        parts.append(palette.ground(row.ground))
    return w("rPr", *parts) if parts else None


def _table_styles(palette: Palette) -> tuple[Element, Element]:
    """The plain table that all are based on, and ours: hairlines across, a tinted head, a ruled total."""
    plain = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(0, 0, 0, 0))
    names = (w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    normal = w("style", *names, plain, type="table", default=1, styleId="TableNormal")
    hair = w("tblBorders", palette.edge("bottom", "line", 0.5), palette.edge("insideH", "line", 0.5))
    look = w("tblPr", hair, _margins(2, PAD, 2.5, PAD))
    head = w("tcPr", w("tcBorders", palette.edge("bottom", "muted", 0.75)), palette.ground("tint"))
    total = w("tcPr", w("tcBorders", palette.edge("top", "ink", 0.75)))
    parts = [
        w("tblStylePr", w("rPr", w("b")), cell, type=which) for which, cell in (("firstRow", head), ("lastRow", total))
    ]
    ours = w("style", w("name", val="Lesson Table"), w("basedOn", val="TableNormal"), w("qFormat"), look, *parts)
    for name, value in (("type", "table"), ("customStyle", "1"), ("styleId", "LessonTable")):
        ours.set(f"{{{W}}}{name}", value)
    return normal, ours


def _margins(*sides: float) -> Element:
    """Of cells: top, left, bottom, right."""
    pairs = zip(("top", "left", "bottom", "right"), sides, strict=True)
    return w("tblCellMar", *(w(side, w=twips(width), type="dxa") for side, width in pairs))
