"""The slide master, its layouts and the notes master, as XML made from the table of layouts."""

from lessonbuild.writers.pptx.fit import HEADING_SPACING
from lessonbuild.writers.pptx.grid import Box, span
from lessonbuild.writers.pptx.layouts import FOOTER, LAYOUTS, PAGE, Layout, Slot
from lessonbuild.writers.pptx.markup import (
    FIELD,
    LOCKED,
    SPACES,
    emu,
    escape,
    fill,
    geometry,
    named,
    outline,
    shape,
    text_body,
    xfrm,
)
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Shape

NOTES_PAGE = Box(0, 0, 595.3, 841.9)  # A4, upright
NOTES_IMAGE = Box(54, 42, 224, 126)
NOTES_BODY = Box(54, 190, 487.3, 600)
NOTES_FOOT = Box(54, 800, 487.3, 18)

_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def slide_master(language: str) -> str:
    """The master: title, body, foot, and the text styles that every placeholder inherits."""
    body = Slot("body", span(1, 12))
    shapes = "".join(
        _placeholder(slot, 2 + i, None, language) for i, slot in enumerate((LAYOUTS[3].title, body, FOOTER, PAGE))
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(len(LAYOUTS)))
    return (
        f"<p:sldMaster {SPACES}>{_tree(Colour.PAPER, shapes)}{_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{_level(1, LAYOUTS[3].title)}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(_level(n, body) for n in range(1, 6))}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, Slot('other', body.box, 18))}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def slide_layout(layout: Layout, language: str) -> str:
    """One layout."""
    printed = "".join(_printed(shape, 40 + i) for i, shape in enumerate(layout.printed))
    title = _placeholder(layout.title, 2, None, language)
    slots = "".join(_placeholder(slot, 3 + i, layout.index(slot.name), language) for i, slot in enumerate(layout.slots))
    feet = (
        ""
        if layout.name == "Title"
        else "".join(_foot(slot, 30 + i, layout, language) for i, slot in enumerate((FOOTER, PAGE)))
    )
    tree = _tree(layout.ground, printed + title + slots + feet, layout.name)
    colours = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f'<p:sldLayout {SPACES} preserve="1" userDrawn="1">{tree}{colours}</p:sldLayout>'


def notes_master(language: str, font: str) -> str:
    """A notes page to read from while standing: the slide small on top, the notes large below."""
    locked = '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    look = f"{xfrm(NOTES_IMAGE)}{geometry('rect')}<a:noFill/>{outline(Colour.LINE, 0.75)}"
    image = shape(named(2, "Slide"), locked, '<p:ph type="sldImg" idx="2"/>', look, "")
    body = _placeholder(Slot("Notes", NOTES_BODY, 12), 3, 3, language)
    page = _placeholder(Slot("Page", NOTES_FOOT, 10, Colour.MUTED, "sldNum"), 4, 5, language)
    made = (
        f"<p:notesMaster {SPACES}>{_tree(Colour.PAPER, image + body + page)}{_MAP}"
        f"<p:notesStyle>{_level(1, Slot('notes', NOTES_BODY, 12))}</p:notesStyle></p:notesMaster>"
    )
    return made.replace("+mn-lt", escape(font))


def _tree(ground: Colour, shapes: str, name: str = "") -> str:
    title = f' name="{name}"' if name else ""
    back = f"<p:bg><p:bgPr>{fill(ground)}<a:effectLst/></p:bgPr></p:bg>"
    return f"<p:cSld{title}>{back}<p:spTree>{_ROOT}{shapes}</p:spTree></p:cSld>"


def _foot(slot: Slot, number: int, layout: Layout, language: str) -> str:
    tone = Colour.PALE if layout.dark else slot.colour
    return _placeholder(
        Slot(slot.name, slot.box, slot.size, tone, slot.kind, anchor=slot.anchor, bold=slot.bold),
        number,
        number,
        language,
    )


def _placeholder(slot: Slot, number: int, index: int | None, language: str) -> str:
    at = "" if index is None else f' idx="{index}"'
    if index is None and slot.kind in ("ftr", "sldNum"):
        at = f' idx="{number}"'
    size = ' sz="quarter"' if slot.kind in ("ftr", "sldNum") else ""
    holder = f'<p:ph type="{slot.kind}"{size}{at}/>'
    body = text_body(_prompt(slot, language), slot.anchor, styles=_level(1, slot))
    return shape(named(number, slot.name.capitalize()), LOCKED, holder, f"{xfrm(slot.box)}{geometry('rect')}", body)


def _prompt(slot: Slot, language: str) -> str:
    """What an empty placeholder shows to an editor: its name, or the field that it holds."""
    look = f'<a:rPr lang="{language}"/>'
    if slot.kind == "sldNum":
        return f'<a:p><a:fld id="{FIELD}" type="slidenum">{look}<a:t>‹#›</a:t></a:fld></a:p>'
    if slot.kind == "ftr":
        return f'<a:p><a:endParaRPr lang="{language}"/></a:p>'
    return f"<a:p><a:r>{look}<a:t>{slot.name.capitalize()}</a:t></a:r></a:p>"


def _level(number: int, slot: Slot) -> str:
    indent = (number - 1) * 22
    spacing = round(HEADING_SPACING * 100000) if slot.heading else 100000
    before = 0 if slot.heading or slot.size < 16 else round(slot.size * 50)
    face = "+mj-lt" if slot.heading else "+mn-lt"
    flow = 'algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'
    lines = f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc><a:spcBef><a:spcPts val="{before}"/></a:spcBef>'
    fonts = f'<a:latin typeface="{face}"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    characters = f'sz="{round(slot.size * 100)}" b="{int(slot.bold)}" kern="1200"'
    return (
        f'<a:lvl{number}pPr marL="{emu(indent)}" indent="0" {flow}>{lines}<a:buNone/>'
        f"<a:defRPr {characters}>{fill(slot.colour)}{fonts}</a:defRPr></a:lvl{number}pPr>"
    )


def _printed(piece: Shape, number: int) -> str:
    look = f"{xfrm(piece.box)}{geometry(piece.form.value)}{fill(piece.fill)}{outline(piece.line, piece.weight)}"
    return shape(named(number, piece.name, ""), "<p:cNvSpPr/>", "", look, text_body("<a:p/>", Anchor.TOP))
