"""Shapes, lines, arcs and groups as XML. A shape without words is decoration; a group is one picture."""

from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.markup import (
    SPACES,
    Link,
    emu,
    fill,
    geometry,
    named,
    outline,
    paragraphs,
    shape,
    text_body,
    xfrm,
)
from lessonbuild.writers.pptx.pieces import Arc, Form, Group, Shape, Stroke, Words

_PLAIN = "<p:cNvSpPr/>"
_ARROW = '<a:tailEnd type="triangle"/>'


def shape_xml(piece: Shape, number: int, language: str, link: Link) -> str:
    """A shape with its words, if it has any."""
    own = named(number, piece.name, None if piece.paras else "")
    look = f"{xfrm(piece.box)}{_geometry(piece)}{fill(piece.fill)}{outline(piece.line, piece.weight)}"
    text = paragraphs(piece.paras, language, link)
    return shape(own, _PLAIN, "", look, text_body(text, piece.anchor, piece.pad))


def _geometry(piece: Shape) -> str:
    if piece.taper < 1:
        return _tapered(piece)
    if piece.form in (Form.PENTAGON, Form.CHEVRON):
        share = round(100000 * piece.point / min(piece.box.w, piece.box.h))
        return geometry(piece.form.value, f'<a:gd name="adj" fmla="val {share}"/>')
    return geometry(piece.form.value)


def _tapered(piece: Shape) -> str:
    """A band whose lower edge is shorter than its upper one."""
    w, h = emu(piece.box.w), emu(piece.box.h)
    cut = round(w * (1 - piece.taper) / 2)
    points = [f'<a:pt x="{x}" y="{y}"/>' for x, y in ((0, 0), (w, 0), (w - cut, h), (cut, h))]
    path = f"<a:moveTo>{points[0]}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{w}" h="{h}">{path}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def stroke_xml(piece: Stroke, number: int) -> str:
    """A straight line, flipped where it runs up or to the left."""
    flags = (' flipH="1"' if piece.x2 < piece.x1 else "") + (' flipV="1"' if piece.y2 < piece.y1 else "")
    extra = ('<a:prstDash val="dash"/>' if piece.dashed else "") + (_ARROW if piece.arrow else "")
    line = outline(piece.colour, piece.weight, extra=extra)
    head = f"<p:nvCxnSpPr>{named(number, 'Line', '')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
    look = f"<p:spPr>{xfrm(_box(piece), flags=flags)}{geometry('line')}{line}</p:spPr>"
    return f"<p:cxnSp {SPACES}>{head}{look}</p:cxnSp>"


def arc_xml(piece: Arc, number: int) -> str:
    """A curved arrow; PowerPoint counts angles clockwise in 60,000ths of a degree."""
    angles = [round((angle % 360) * 60000) for angle in (piece.start, piece.end)]
    adjustments = "".join(f'<a:gd name="adj{i}" fmla="val {angle}"/>' for i, angle in enumerate(angles, 1))
    line = outline(piece.colour, piece.weight, extra=_ARROW)
    look = f"{xfrm(piece.box)}{geometry('arc', adjustments)}<a:noFill/>{line}"
    return shape(named(number, "Arrow", ""), _PLAIN, "", look, "")


def group_xml(piece: Group, number: int, children: str) -> str:
    """Shapes as one; its children keep the slide's coordinates."""
    box = _around(piece)
    inside = f'<a:chOff x="{emu(box.x)}" y="{emu(box.y)}"/><a:chExt cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>'
    place = xfrm(box).replace("</a:xfrm>", inside)
    head = f"<p:nvGrpSpPr>{named(number, piece.name, piece.alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    return f"<p:grpSp {SPACES}>{head}<p:grpSpPr>{place}</p:grpSpPr>{children}</p:grpSp>"


def _around(piece: Group) -> Box:
    boxes = [_box(child) for child in piece.pieces]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _box(child: Shape | Stroke | Arc | Words) -> Box:
    if not isinstance(child, Stroke):
        return child.box
    left, top = min(child.x1, child.x2), min(child.y1, child.y2)
    return Box(left, top, abs(child.x2 - child.x1), abs(child.y2 - child.y1))
