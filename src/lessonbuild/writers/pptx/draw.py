"""Draws a decided slide: each piece becomes PowerPoint's XML, in reading order. Decides nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any, assert_never

from lessonbuild.writers.pptx.draw_chart import chart_frame
from lessonbuild.writers.pptx.draw_shapes import arc_xml, group_xml, shape_xml, stroke_xml
from lessonbuild.writers.pptx.draw_table import table_frame
from lessonbuild.writers.pptx.layouts import FOOTER, PAGE, Layout, Slot, layout
from lessonbuild.writers.pptx.markup import (
    FIELD,
    LOCKED,
    SPACES,
    escape,
    fill,
    geometry,
    named,
    paragraphs,
    shape,
    text_body,
    xfrm,
)
from lessonbuild.writers.pptx.motion import empties
from lessonbuild.writers.pptx.pieces import (
    Anchor,
    Arc,
    Colour,
    Grid,
    Group,
    Para,
    Photo,
    Piece,
    Plot,
    Shape,
    Slide,
    Stroke,
    Words,
)


@dataclass(frozen=True, slots=True)
class Pen:
    """What drawing on one slide needs: its part (for links, charts, pictures), its layout, the language, fresh ids."""

    part: Any
    layout: Layout
    language: str
    ids: Iterator[int] = field(default_factory=lambda: count(2))

    def link(self, address: str) -> str:
        """The slide's relation to a web address."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        return str(self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def draw(slide: Slide, on: Any, language: str) -> None:
    """Everything of a slide on python-pptx's new slide, whose copied placeholders are replaced by ours."""
    from pptx.oxml import parse_xml

    pen = Pen(on.part, layout(slide.layout), language)
    tree = on.shapes._spTree
    for copied in list(tree)[2:]:
        tree.remove(copied)
    for xml in (_title(slide, pen), *(_drawn(piece, pen) for piece in slide.pieces), *_feet(slide, pen)):
        tree.append(parse_xml(xml))
    for timing in _timings(slide, tree):
        on._element.append(parse_xml(timing))


def _timings(slide: Slide, tree: Any) -> Iterator[str]:
    for piece in slide.pieces:
        if isinstance(piece, Shape) and piece.seconds:
            number = next(c.get("id") for c in tree.iter("{*}cNvPr") if c.get("name") == piece.name)
            yield empties(int(number), piece.seconds)


def _title(slide: Slide, pen: Pen) -> str:
    return _placeholder(slide.title, pen.layout.title, 'type="title"', pen)


def _drawn(piece: Piece, pen: Pen) -> str:
    match piece:
        case Words():
            return words_xml(piece, pen)
        case Shape():
            return shape_xml(piece, next(pen.ids), pen.language, pen.link)
        case Stroke():
            return stroke_xml(piece, next(pen.ids))
        case Arc():
            return arc_xml(piece, next(pen.ids))
        case Group():
            number = next(pen.ids)
            return group_xml(piece, number, "".join(_drawn(child, pen) for child in piece.pieces))
        case Grid():
            return table_frame(piece, next(pen.ids), _holder(piece.slot, "tbl", pen), pen.language, pen.link)
        case Plot():
            return chart_frame(piece, pen.part, next(pen.ids), _holder(piece.slot, "chart", pen), pen.language)
        case Photo():
            return _photo(piece, pen)
        case _:
            assert_never(piece)


def words_xml(piece: Words, pen: Pen) -> str:
    """Words in their placeholder, or in a text box of their own."""
    if any(slot.name == piece.slot for slot in pen.layout.slots):
        slot = pen.layout.slot(piece.slot)
        kind = "" if slot.kind == "body" else f'type="{slot.kind}" '
        return _placeholder(piece, slot, f'{kind}idx="{pen.layout.index(slot.name)}"', pen)
    number = next(pen.ids)
    look = f"{xfrm(piece.box)}{geometry('rect')}<a:noFill/>"
    return shape(named(number, f"{piece.name} {number}"), '<p:cNvSpPr txBox="1"/>', "", look, _body(piece, pen))


def _placeholder(piece: Words, slot: Slot, kind: str, pen: Pen) -> str:
    """A placeholder; it has a place of its own only where it leaves the layout's."""
    number = next(pen.ids)
    place = "" if piece.box == slot.box else xfrm(piece.box)
    name = named(number, f"{slot.name.capitalize()} {number}")
    return shape(name, LOCKED, f"<p:ph {kind}/>", place, _body(piece, pen))


def _body(piece: Words, pen: Pen) -> str:
    return text_body(paragraphs(piece.paras, pen.language, pen.link), piece.anchor)


def _holder(name: str, kind: str, pen: Pen) -> str:
    """The placeholder that a frame stands in, if the layout has one for it."""
    if any(slot.name == name and slot.kind == kind for slot in pen.layout.slots):
        return f'<p:ph type="{kind}" idx="{pen.layout.index(name)}"/>'
    return ""


def _feet(slide: Slide, pen: Pen) -> Iterator[str]:
    """Footer and slide number, as the placeholders that they are in the layout."""
    if slide.layout == "Title":
        return
    tone = Colour.PALE if pen.layout.dark else Colour.MUTED
    feet = ((FOOTER, 30, slide.footer), (PAGE, 31, ""))
    for slot, index, words in feet if slide.footer else feet[1:]:
        look = f'lang="{pen.language}" sz="1400" b="{int(slot.bold)}">{fill(tone)}<a:latin typeface="+mn-lt"/>'
        text = f"<a:r><a:rPr {look}</a:rPr><a:t>{escape(words)}</a:t></a:r>" if words else _page_field(look)
        number = next(pen.ids)
        holder = f'<p:ph type="{slot.kind}" sz="quarter" idx="{index}"/>'
        body = text_body(f'<a:p><a:pPr algn="l"/>{text}</a:p>', slot.anchor)
        yield shape(named(number, f"{slot.name.capitalize()} {number}"), LOCKED, holder, "", body)


def _page_field(look: str) -> str:
    return f'<a:fld id="{FIELD}" type="slidenum"><a:rPr {look}</a:rPr><a:t>‹#›</a:t></a:fld>'


def _photo(piece: Photo, pen: Pen) -> str:
    """The picture as large as its box allows, undistorted, at the box's top left."""
    image, relation = pen.part.get_or_add_image_part(BytesIO(piece.data))
    wide, high = image.image.size
    scale = min(piece.box.w / wide, piece.box.h / high)
    box = piece.box._replace(w=wide * scale, h=high * scale)
    number = next(pen.ids)
    locks = '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
    own = f"{named(number, f'Picture {number}', piece.alt)}{locks}<p:nvPr>{_holder(piece.slot, 'pic', pen)}</p:nvPr>"
    picture = f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    look = f"<p:spPr>{xfrm(box)}{geometry('rect')}</p:spPr>"
    return f"<p:pic {SPACES}><p:nvPicPr>{own}</p:nvPicPr>{picture}{look}</p:pic>"


def draw_notes(paras: tuple[Para, ...], on: Any, language: str, font: str) -> None:
    """The notes page: its body filled, every placeholder where the master has it.

    The font is named, for LibreOffice finds no theme's fonts on a notes page.
    """
    from pptx.oxml import parse_xml

    notes = on.notes_slide
    pen = Pen(notes.part, layout("Text"), language)
    text = paragraphs(paras, language, pen.link).replace("+mn-lt", escape(font)).replace("+mj-lt", escape(font))
    body = notes.notes_placeholder._element
    body.remove(body.txBody)
    body.append(parse_xml(text_body(text, Anchor.TOP)))
