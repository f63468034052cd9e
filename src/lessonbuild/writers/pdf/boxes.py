"""What is set apart from running text: callouts, formulas, terms, comparisons, cards."""

from typing import Any

from reportlab.platypus import Flowable

from lessonbuild.model.blocks import Callout, Cards, Comparison, Formula, Named, Side, Terms, Tone, terms_run_in
from lessonbuild.model.document import BulletList
from lessonbuild.model.text import Text
from lessonbuild.writers.pdf.stack import Beside, Framed, Narrowed, Painter, Row, as_list, rule_over
from lessonbuild.writers.pdf.styles import Draw, Look, Room
from lessonbuild.writers.pdf.tagged.elements import listed

_NARROW = 96.0
_WHOLE = 230.0  # a box up to this height, in points, is not broken over pages


def callout(block: Callout, room: Room, draw: Draw) -> list[Flowable]:
    """A label and a few lines. The tone is told by the edge: bar, none, dashes, triangle."""
    look = room.look
    left = 26.0 if block.tone is Tone.CARE else 14.0
    colour = look.strong if block.tone is Tone.KEY else look.colours.ink
    label = look.set(block.label, look.voice(10, 14, bold=True, colour=colour), after=3, keep=True)
    inner = room.inner(min(room.width, room.width - room.spare) - left - 14, after=5)
    body = room.stack([label, *draw(block.blocks, inner)])
    framed = Framed(body, _edge(look, block.tone), (left, 9, 14, 8), before=10, after=14, whole=_WHOLE)
    return [room.main(Narrowed(framed, room.spare) if room.spare else framed)]


def _edge(look: Look, tone: Tone) -> Painter:
    def paint(canvas: Any, wide: float, high: float, first: bool, last: bool) -> None:  # noqa: ARG001
        canvas.setFillColor(look.ink(look.colours.tint))
        if tone is not Tone.OPTION:
            canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        match tone:
            case Tone.KEY:
                canvas.setFillColor(look.ink(look.colours.accent))
                canvas.rect(0, 0, 4, high, stroke=0, fill=1)
            case Tone.NOTE:
                pass
            case Tone.OPTION:
                canvas.setStrokeColor(look.ink(look.colours.muted))
                canvas.setDash([4, 3])
                canvas.setLineWidth(0.8)
                canvas.rect(0.4, 0.4, wide - 0.8, high - 0.8, stroke=1, fill=0)
            case Tone.CARE:
                _warn(canvas, look, wide, high, first)

    return paint


def _warn(canvas: Any, look: Look, wide: float, high: float, first: bool) -> None:
    """Thick lines over and under, and a triangle with an exclamation mark."""
    canvas.setStrokeColor(look.ink(look.colours.ink))
    canvas.setLineWidth(1.4)
    canvas.line(0, high, wide, high)
    canvas.line(0, 0, wide, 0)
    if not first:
        return
    path = canvas.beginPath()
    path.moveTo(7, high - 21.5)
    path.lineTo(20, high - 21.5)
    path.lineTo(13.5, high - 10)
    path.close()
    canvas.setFillColor(look.ink(look.colours.ink))
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setStrokeColor(look.ink(look.colours.paper))
    canvas.setLineWidth(1.3)
    canvas.line(13.5, high - 14, 13.5, high - 17.8)
    canvas.line(13.5, high - 19, 13.5, high - 20.2)


def formula(block: Formula, room: Room, draw: Draw) -> list[Flowable]:
    """The formula large, its terms small, an example that was worked through, and what to mind."""
    look = room.look
    inner = room.inner(room.width - room.spare - 28, look.voice(9.5, 12.5), after=3)
    items: list[Flowable] = [
        look.set(block.name, look.voice(10, 13, bold=True, colour=look.strong), after=1, keep=True),
        look.set(block.formula, look.voice(12.5, 16.5, serif=True), after=4),
        *([look.set(terms_run_in(block.terms), look.voice(9, 12), after=2)] if block.terms else []),
        *draw(block.worked(), inner),
    ]
    if block.caution:
        items.append(look.set(block.caution, look.voice(9, 12, colour=look.colours.muted), before=1))
    framed = Framed(room.stack(items), _sheet(look), (14, 8, 14, 7), before=8, after=10, whole=_WHOLE)
    return [room.main(Narrowed(framed, room.spare) if room.spare else framed)]


def _sheet(look: Look) -> Painter:
    def paint(canvas: Any, wide: float, high: float, first: bool, last: bool) -> None:
        canvas.setFillColor(look.ink(look.colours.tint))
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        canvas.setStrokeColor(look.ink(look.colours.ink))
        canvas.setLineWidth(0.9)
        if first:
            canvas.line(0, high, wide, high)
        if last:
            canvas.line(0, 0, wide, 0)

    return paint


def _named(entry: Named, room: Room) -> Beside:
    """A name, and beside it what it means."""
    look = room.look
    words = look.set(entry.text, look.body, after=4, right=room.spare)
    return room.beside(look.set(entry.name, look.label), words, _NARROW)


def terms(block: Terms, room: Room) -> list[Flowable]:
    """Words in the narrow column, meanings in the wide one."""
    rows = [_named(term, room) for term in block.terms]
    as_list(rows)
    return [*rows]


def comparison(block: Comparison, room: Room, draw: Draw) -> list[Flowable]:
    """Two columns under two rules, one of which has the accent; the verdict below."""
    look, gap = room.look, 22.0
    width = (room.full - gap) / 2
    sides = [
        _side(side, colour, room.inner(width), draw)
        for side, colour in ((block.left, look.colours.ink), (block.right, look.colours.accent))
    ]
    row: Flowable = Row(sides, [width, width], gap, look.tallest, before=10, after=8)
    if not block.verdict:
        return [row]
    row.keepWithNext = 1
    return [row, room.main(look.set(block.verdict, look.voice(11.5, 16, serif=True, bold=True), after=12))]


def _side(side: Side, colour: str, room: Room, draw: Draw) -> Flowable:
    look = room.look
    name = look.set(side.name, look.voice(12, 16, serif=True, bold=True), after=5)
    return Framed(
        room.stack([name, *draw([BulletList(side.points)], room)]), rule_over(look.ink(colour), 2), (0, 7, 0, 0)
    )


def cards(block: Cards, room: Room) -> list[Flowable]:
    """Two or three beside each other."""
    across = 3 if len(block.cards) in (3, 5, 6) and room.full > 400 else 2
    gap = 18.0
    width = (room.full - gap * (across - 1)) / across
    made = [_card(card, room) for card in block.cards]
    groups = [made[i : i + across] for i in range(0, len(made), across)]
    rows = [Row(group, [width] * len(group), gap, room.look.tallest, before=8, after=12) for group in groups]
    together = listed([(None, [card]) for card in made])
    for row in rows:
        row.element = together
    return [*rows]


def _card(card: Named, room: Room) -> Flowable:
    look = room.look
    body: list[Flowable] = [
        look.set(card.name, look.voice(11.5, 15, serif=True, bold=True), after=3),
        *_text(card.text, look),
    ]
    return Framed(room.stack(body), rule_over(look.ink(look.colours.accent), 1.6), (0, 7, 0, 0))


def _text(words: Text, look: Look) -> list[Flowable]:
    return [look.set(words, look.voice(10, 14))] if words else []
