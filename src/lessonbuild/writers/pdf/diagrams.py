"""Things that follow one another, drawn as vectors with real text: processes, cycles, funnels, timelines."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any, assert_never

from reportlab.platypus import Flowable

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import Named, Stages
from lessonbuild.model.text import Run, plain, strong, text
from lessonbuild.writers.charts.colours import mixed, on
from lessonbuild.writers.pdf.stack import Beside, Framed, Painter, Piece, Stack, as_list
from lessonbuild.writers.pdf.styles import CENTRE, LEFT, RIGHT, Draw, Look, Measured, Room
from lessonbuild.writers.pdf.tagged.elements import Element, listed

_NARROW = 90.0


def stages(block: Stages, room: Room, draw: Draw) -> list[Flowable]:
    """What follows one another, in the shape that says how; as a list where a page cannot hold it."""
    match block.shape:
        case Stages.Shape.PROCESS:
            if not _fits(block, room):
                return _timeline(_numbered(block.stages), room)
            made: Flowable = Process(block, room)
        case Stages.Shape.CYCLE:
            made = _cycle(block, room)
        case Stages.Shape.FUNNEL:
            made = Funnel(block, room)
        case Stages.Shape.TIMELINE:
            return _timeline(block.stages, room)
        case _ as never:
            assert_never(never)
    return [made] if room.fits(made) else draw(block.parts(), room)


def _fits(block: Stages, room: Room) -> bool:
    """Whether each name's longest word fits its arrow."""
    width = room.full / len(block.stages) - 28
    words = [word for stage in block.stages for word in plain(stage.name).split()]
    return all(advance(word, room.look.brand.text.bold, 10) <= width for word in words)


def _numbered(entries: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(
        Named(text(str(i)), (*strong(e.name), *((Run("  "), *e.text) if e.text else ())))
        for i, e in enumerate(entries, 1)
    )


def _heard(names: Sequence[Measured], texts: Sequence[Measured | None]) -> Element:
    """A numbered list of names, each with what it means: the numbers are told, and not drawn."""
    return listed([(None, [name, words] if words else [name]) for name, words in zip(names, texts, strict=True)])


class Process(Piece):
    """Arrows from left to right, each with its name in it and its text below."""

    def __init__(self, block: Stages, room: Room) -> None:
        super().__init__()
        look = room.look
        self.look, self.count = look, len(block.stages)
        light = on(look.colours.dark, look.colours)
        self.names = [
            look.set(s.name, look.voice(10, 12.5, bold=True, colour=light), align=CENTRE) for s in block.stages
        ]
        self.texts = [look.set(s.text, look.voice(9.5, 13)) if s.text else None for s in block.stages]
        self.spaceBefore, self.spaceAfter = 10, 14
        self.element = _heard(self.names, self.texts)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.each = width, width / self.count
        self.band = max(name.wrapOn(self.canv, self.each - 26, height)[1] for name in self.names) + 14
        below = [t.wrapOn(self.canv, self.each - 14, height)[1] for t in self.texts if t]
        self.height = self.band + (max(below) + 7 if below else 0)
        return width, self.height

    def draw(self) -> None:
        low = self.height - self.band
        for i, (name, words) in enumerate(zip(self.names, self.texts, strict=True)):
            left = i * self.each
            self._arrow(left, low, first=i == 0)
            name.drawOn(self.canv, left + (9 if i == 0 else 14), low + (self.band - name.height) / 2)
            if words:
                words.drawOn(self.canv, left + (0 if i == 0 else 5), low - 7 - words.height)

    def _arrow(self, left: float, low: float, first: bool) -> None:
        right, tip = left + self.each - 3, 8.0
        path = self.canv.beginPath()
        path.moveTo(left, low)
        for x, y in (
            (right - tip, low),
            (right, low + self.band / 2),
            (right - tip, low + self.band),
            (left, low + self.band),
        ):
            path.lineTo(x, y)
        if not first:
            path.lineTo(left + tip, low + self.band / 2)
        path.close()
        self.canv.setFillColor(self.look.ink(self.look.colours.dark))
        self.canv.drawPath(path, stroke=0, fill=1)


class Ring(Piece):
    """Numbers on a ring, with arrows that lead round."""

    def __init__(self, look: Look, count: int, size: float) -> None:
        super().__init__()
        self.look, self.count, self.size = look, count, size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.size
        return width, self.size

    def draw(self) -> None:
        canvas, look, dot = self.canv, self.look, 9.5
        radius, middle = self.size / 2 - dot, self.size / 2
        canvas.setStrokeColor(look.ink(look.colours.muted))
        canvas.setFillColor(look.ink(look.colours.muted))
        canvas.setLineWidth(1.1)
        away = (dot + 3) / radius
        for i in range(self.count):
            begin, end = pi / 2 - 2 * pi * i / self.count - away, pi / 2 - 2 * pi * (i + 1) / self.count + away
            corner = middle - radius
            canvas.arc(
                corner, corner, corner + 2 * radius, corner + 2 * radius, begin * 180 / pi, (end - begin) * 180 / pi
            )
            self._tip(middle + radius * cos(end), middle + radius * sin(end), end - pi / 2)
        for i in range(self.count):
            angle = pi / 2 - 2 * pi * i / self.count
            self._number(str(i + 1), middle + radius * cos(angle), middle + radius * sin(angle), dot)

    def _tip(self, x: float, y: float, heading: float) -> None:
        path = self.canv.beginPath()
        path.moveTo(x + 2 * cos(heading), y + 2 * sin(heading))
        for turn in (2.6, -2.6):
            path.lineTo(x + 5 * cos(heading + turn), y + 5 * sin(heading + turn))
        path.close()
        self.canv.drawPath(path, stroke=0, fill=1)

    def _number(self, words: str, x: float, y: float, dot: float) -> None:
        canvas, look = self.canv, self.look
        canvas.saveState()
        canvas.setFillColor(look.ink(look.colours.dark))
        canvas.circle(x, y, dot, stroke=0, fill=1)
        canvas.setFillColor(look.ink(on(look.colours.dark, look.colours)))
        canvas.setFont(look.text.bold, 10)
        with canvas.artifact():  # the list beside it has the same numbers
            canvas.drawCentredString(x, y - 3.4, words)
        canvas.restoreState()


def _cycle(block: Stages, room: Room) -> Flowable:
    """The ring at the left, names and texts at the right, in the same numbers."""
    look, size = room.look, 88.0
    narrow = size + 24
    inner = room.inner(room.body_width(narrow))
    lines = []
    for i, stage in enumerate(block.stages, 1):
        number = look.set(text(str(i)), look.voice(10.5, 15, bold=True, colour=look.strong))
        words = (*strong(stage.name), *((Run("  "), *stage.text) if stage.text else ()))
        lines.append(inner.beside(number, look.set(words, look.body, after=5, right=inner.spare), 18))
    as_list(lines, "Decimal")
    body = Stack(lines, look.height)
    row = room.beside(Ring(look, len(block.stages), size), body, narrow, drop=2)
    return Framed(row, lambda *_: None, (0, 4, 0, 4), before=8, after=12)


class Funnel(Piece):
    """Bars that get narrower downward, each with its name in it and its text beside it."""

    def __init__(self, block: Stages, room: Room) -> None:
        super().__init__()
        look = room.look
        self.look = look
        self.names = [
            look.set(s.name, look.voice(10, 12.5, bold=True, colour=self._ink(i, look)), align=CENTRE)
            for i, s in enumerate(block.stages)
        ]
        self.texts = [look.set(s.text, look.voice(9.5, 13)) if s.text else None for s in block.stages]
        self.spaceBefore, self.spaceAfter = 10, 14
        self.element = _heard(self.names, self.texts)

    @staticmethod
    def _fill(index: int, look: Look) -> str:
        return mixed(look.colours.dark, look.colours.line, min(index * 0.17, 0.85))

    def _ink(self, index: int, look: Look) -> str:
        return on(self._fill(index, look), look.colours)

    def _wide(self, index: float) -> float:
        return self.left * (1 - 0.58 * index / len(self.names))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.left = width, width * 0.5
        self.highs = []
        for i, (name, words) in enumerate(zip(self.names, self.texts, strict=True)):
            inside = name.wrapOn(self.canv, self._wide(i + 1) - 12, height)[1] + 12
            beside = words.wrapOn(self.canv, width - self.left - 20, height)[1] + 6 if words else 0.0
            self.highs.append(max(inside, beside, 26.0))
        self.height = sum(self.highs) + 3 * (len(self.highs) - 1)
        return width, self.height

    def draw(self) -> None:
        top, middle = self.height, self.left / 2
        for i, (name, words, high) in enumerate(zip(self.names, self.texts, self.highs, strict=True)):
            over, under = self._wide(i) / 2, self._wide(i + 1) / 2
            path = self.canv.beginPath()
            path.moveTo(middle - over, top)
            for x, y in ((middle + over, top), (middle + under, top - high), (middle - under, top - high)):
                path.lineTo(x, y)
            path.close()
            self.canv.setFillColor(self.look.ink(self._fill(i, self.look)))
            self.canv.drawPath(path, stroke=0, fill=1)
            name.drawOn(self.canv, middle - under + 6, top - (high + name.height) / 2)
            if words:
                words.drawOn(self.canv, self.left + 20, top - (high + words.height) / 2)
            self.canv.setStrokeColor(self.look.ink(self.look.colours.line))
            self.canv.setLineWidth(0.5)
            self.canv.line(middle + (over + under) / 2 + 4, top - high / 2, self.left + 14, top - high / 2)
            top -= high + 3


def _timeline(entries: tuple[Named, ...], room: Room) -> list[Flowable]:
    """Dates at the left of a line, what happened at its right; it may break over pages."""
    look, out = room.look, list[Beside]()
    for i, entry in enumerate(entries):
        date = look.set(entry.name, look.voice(10, 15, bold=True), align=RIGHT if room.side else LEFT)
        words = look.set(entry.text or text(" "), look.body, right=room.spare)
        mark = Framed(words, _milestone(look, i == 0, i == len(entries) - 1), (16, 0, 0, 9), before=0, after=0)
        out.append(room.beside(date, mark, _NARROW))
    as_list(out)
    out[0].body.spaceBefore, out[-1].body.spaceAfter = 8, 10
    for mark in out[:-1] if len(out) < 8 else ():
        mark.body.keepWithNext = 1
    return [*out]


def _milestone(look: Look, first: bool, last: bool) -> Painter:
    def paint(canvas: Any, wide: float, high: float, *_: bool) -> None:  # noqa: ARG001
        canvas.setStrokeColor(look.ink(look.colours.muted))
        canvas.setLineWidth(1)
        canvas.line(4, high - 8 if first else high, 4, high - 8 if last else 0)
        canvas.setFillColor(look.ink(look.colours.accent))
        canvas.circle(4, high - 8, 3.4, stroke=0, fill=1)

    return paint
