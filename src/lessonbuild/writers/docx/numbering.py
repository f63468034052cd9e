"""The lists: bullets, numbers and things to tick, as numbering.xml; each numbered list gets a number of its own."""

from lessonbuild.writers.docx.xml import Element, twips, w

BULLET, NUMBER, BOX = 1, 2, 3
BOX_FONT = "MS Gothic"  # the font in which Word itself draws the boxes of its content controls
BOX_CODES = ("2610", "2612")  # empty and ticked, as Word itself draws them
BOX_GLYPH = chr(int(BOX_CODES[0], 16))


def numbering_xml() -> Element:
    """The numbering part with one list of each kind."""
    bullet = _abstract(BULLET, "bullet", "\u2022", 14, "ListBullet")
    number = _abstract(NUMBER, "decimal", "%1.", 18, "ListNumber")
    box = _abstract(BOX, "none", "", 26, "Checklist")  # each item begins with its own box
    return w("numbering", bullet, number, box, *(_num(n, n) for n in (BULLET, NUMBER, BOX)))


def box_fonts() -> Element:
    """The fonts of a box to tick."""
    return w("rFonts", ascii=BOX_FONT, hAnsi=BOX_FONT, eastAsia=BOX_FONT, hint="eastAsia")


def box_drop() -> Element:
    """How much lower than its line a box stands, in half points: its middle is then the words'."""
    return w("position", val=-6)


def restarted(list_id: int, start: int) -> Element:
    """One more list of numbers, which begins at `start`."""
    override = w("lvlOverride", w("startOverride", val=start), ilvl=0)
    return w("num", w("abstractNumId", val=NUMBER), override, numId=list_id)


def _num(list_id: int, abstract: int) -> Element:
    return w("num", w("abstractNumId", val=abstract), numId=list_id)


def _abstract(number: int, form: str, shown: str, hanging: float, style: str) -> Element:
    indent = w("pPr", w("ind", left=twips(hanging), hanging=twips(hanging)))
    parts = (
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=style),
        *((w("suff", val="nothing"),) if form == "none" else ()),
        w("lvlText", val=shown),
        w("lvlJc", val="left"),
        indent,
    )
    level = w("lvl", *parts, ilvl=0)
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)
