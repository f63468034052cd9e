"""Flowables that hold flowables: under each other, beside each other, in a frame. All break over pages sensibly."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reportlab.platypus import Flowable

from lessonbuild.writers.pdf.tagged.elements import Told, listed

Painter = Callable[[Any, float, float, bool, bool], None]
"""Paints the ground of a frame: canvas, width, height, whether it is the first part, whether it is the last."""


class Piece(Told, Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The base of all that is drawn here; it measures itself in `wrap` and draws itself from its lower left corner."""

    canv: Any = None  # a table asks its cells to break without lending them a canvas


class Holder(Piece):
    """A flowable whose spaces are those of what it holds, until it is given its own."""

    spaceBefore: float | None = None  # noqa: N815
    spaceAfter: float | None = None  # noqa: N815

    def first(self) -> Flowable | None:
        """Whose space before counts."""
        raise NotImplementedError

    def last(self) -> Flowable | None:
        """Whose space after counts, and whether it must stay with the next."""
        raise NotImplementedError

    def getSpaceBefore(self) -> float:  # noqa: N802
        first = self.first()
        return float(self.spaceBefore if self.spaceBefore is not None else first.getSpaceBefore() if first else 0)

    def getSpaceAfter(self) -> float:  # noqa: N802
        last = self.last()
        return float(self.spaceAfter if self.spaceAfter is not None else last.getSpaceAfter() if last else 0)

    def getKeepWithNext(self) -> int:  # noqa: N802
        last = self.last()
        return int(self.keepWithNext if hasattr(self, "keepWithNext") else last.getKeepWithNext() if last else 0)


class Stack(Holder):
    """Flowables under each other. One with `keepWithNext` is never the last of a page."""

    def __init__(self, items: Sequence[Flowable], full: float) -> None:
        super().__init__()
        self.items, self.full = list(items), full  # full: the height of an empty page

    def first(self) -> Flowable | None:
        return self.items[0] if self.items else None

    def last(self) -> Flowable | None:
        return self.items[-1] if self.items else None

    def heard(self) -> Iterable[Flowable]:
        return self.items

    def _gap(self, index: int) -> float:
        return max(self.items[index - 1].getSpaceAfter(), self.items[index].getSpaceBefore()) if index else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, used = width, 0.0
        self.tops, self.highs = list[float](), list[float]()
        for i, item in enumerate(self.items):
            used += self._gap(i)
            self.tops.append(used)
            self.highs.append(item.wrapOn(self.canv, width, max(height - used, 0))[1])
            used += self.highs[-1]
        self.height = used
        return width, used

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        for i, item in enumerate(self.items):
            if self.tops[i] + self.highs[i] <= height + 0.01:
                continue
            parts = item.splitOn(self.canv, width, height - self.tops[i]) if height > self.tops[i] else []
            if len(parts) > 1:
                return [self._part([*self.items[:i], parts[0]]), self._part([*parts[1:], *self.items[i + 1 :]])]
            return self._cut(i, height)
        return [self]

    def _cut(self, index: int, height: float) -> list[Flowable]:
        """Break before an item, or before what must stay with it; on an empty page, where the item cannot be helped."""
        cut = index
        while cut and self.items[cut - 1].getKeepWithNext():
            cut -= 1
        if not cut and index and height >= self.full * 0.8:
            cut = index
        return [self._part(self.items[:cut]), self._part(self.items[cut:])] if cut else []

    def _part(self, items: Sequence[Flowable]) -> Flowable:
        return items[0] if len(items) == 1 else Stack(items, self.full)

    def draw(self) -> None:
        for item, top, high in zip(self.items, self.tops, self.highs, strict=True):
            item.drawOn(self.canv, 0, self.height - top - high)


class Beside(Holder):
    """A small piece at the left and a body at a distance. When the body breaks, the piece stays with its beginning."""

    def __init__(
        self, piece: Flowable | None, body: Flowable, offset: float, piece_width: float = 0, drop: float = 0
    ) -> None:
        super().__init__()
        self.piece, self.body, self.offset = piece, body, offset
        self.drop = drop  # how much lower than the body the piece begins
        self.piece_width = piece_width or offset

    def first(self) -> Flowable | None:
        return self.body

    def last(self) -> Flowable | None:
        return self.body

    def heard(self) -> Iterable[Flowable | None]:
        return self.piece, self.body

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.small = self.piece.wrapOn(self.canv, self.piece_width, height)[1] + self.drop if self.piece else 0.0
        self.tall = self.body.wrapOn(self.canv, width - self.offset, height)[1]
        self.width, self.height = width, max(self.tall, self.small)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        if self.small > height:
            return []
        parts = self.body.splitOn(self.canv, width - self.offset, height)
        if len(parts) < 2:
            return []
        first = Beside(self.piece, parts[0], self.offset, self.piece_width, self.drop)
        return [first, *(Beside(None, part, self.offset) for part in parts[1:])]

    def draw(self) -> None:
        if self.piece:
            self.piece.drawOn(self.canv, 0, self.height - self.small)
        self.body.drawOn(self.canv, self.offset, self.height - self.tall)


class Framed(Piece):
    """A body on a painted ground. When the body breaks, so does the ground."""

    def __init__(
        self, body: Flowable, paint: Painter, pad: tuple[float, float, float, float], *,
        before: float = 6, after: float = 10, ends: tuple[bool, bool] = (True, True), whole: float = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.whole = whole  # up to this height it does not break
        self.body, self.paint, self.pad, self.ends = body, paint, pad, ends  # pad: left, top, right, bottom
        self.spaceBefore, self.spaceAfter = before, after

    def heard(self) -> Iterable[Flowable]:
        return (self.body,)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        left, top, right, bottom = self.pad
        tall = self.body.wrapOn(self.canv, width - left - right, max(height - top - bottom, 0))[1]
        self.width, self.height = width, tall + top + bottom
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        left, top, right, bottom = self.pad
        if self.height <= self.whole:
            return []
        parts = (
            self.body.splitOn(self.canv, width - left - right, height - top - bottom) if height > top + bottom else []
        )
        if len(parts) < 2:
            return []
        rest = parts[1] if len(parts) == 2 else Stack(parts[1:], height)
        made = {"before": self.spaceBefore, "after": self.spaceAfter}
        return [
            Framed(parts[0], self.paint, self.pad, ends=(self.ends[0], False), **made),
            Framed(rest, self.paint, self.pad, ends=(False, self.ends[1]), **made),
        ]

    def draw(self) -> None:
        self.canv.saveState()
        self.paint(self.canv, self.width, self.height, *self.ends)
        self.canv.restoreState()
        self.body.drawOn(self.canv, self.pad[0], self.pad[3])


class Exhibit(Framed):
    """A picture or table under its title: the text of its section may pass it where the page has no room for it."""

    passed = 0  # how many sections have begun before it
    closed = False  # whether none may


class Numbered(Exhibit):
    """An exhibit that the text refers to by its number: the next sections may pass it as well."""


class Narrowed(Holder):
    """A flowable that leaves some of the width free at the right."""

    def __init__(self, body: Flowable, spare: float) -> None:
        super().__init__()
        self.body, self.spare = body, spare

    def first(self) -> Flowable | None:
        return self.body

    def last(self) -> Flowable | None:
        return self.body

    def heard(self) -> Iterable[Flowable]:
        return (self.body,)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.body.wrapOn(self.canv, width - self.spare, height)[1]
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        return [Narrowed(part, self.spare) for part in self.body.splitOn(self.canv, width - self.spare, height)]

    def draw(self) -> None:
        self.body.drawOn(self.canv, 0, 0)


class Row(Piece):
    """Pieces beside each other, tops aligned. It never breaks; over `tallest` points, they are set under each other."""

    def __init__(
        self, pieces: Sequence[Flowable], widths: Sequence[float], gap: float, tallest: float, *,
        before: float = 0, after: float = 7,
    ) -> None:  # fmt: skip
        super().__init__()
        self.tallest = tallest
        self.pieces, self.widths, self.gap = list(pieces), list(widths), gap
        self.spaceBefore, self.spaceAfter = before, after

    def heard(self) -> Iterable[Flowable]:
        return self.pieces

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.highs = [p.wrapOn(self.canv, w, height)[1] for p, w in zip(self.pieces, self.widths, strict=True)]
        self.width, self.height = width, max(self.highs, default=0.0)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.height < self.tallest:
            return []
        parts: list[Flowable] = Stack(self.pieces, height).splitOn(self.canv, width, height)
        return parts

    def draw(self) -> None:
        left = 0.0
        for piece, width, high in zip(self.pieces, self.widths, self.highs, strict=True):
            piece.drawOn(self.canv, left, self.height - high)
            left += width + self.gap


def as_list(rows: Sequence[Beside], numbering: str = "None") -> None:
    """The rows are a list: what stands at the left is the label of an item, what stands beside it the item."""
    made = listed([(row.piece, [row.body]) for row in rows], numbering)
    for row in rows:
        row.element = made


def rule_over(colour: Any, width: float) -> Painter:
    """A rule over what follows."""

    def paint(canvas: Any, wide: float, high: float, first: bool, last: bool) -> None:  # noqa: ARG001
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        if first:
            canvas.line(0, high - width / 2, wide, high - width / 2)

    return paint


def ground(colour: Any) -> Painter:
    """A ground in one colour."""

    def paint(canvas: Any, wide: float, high: float, first: bool, last: bool) -> None:  # noqa: ARG001
        canvas.setFillColor(colour)
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)

    return paint


def kept(items: Sequence[Flowable], full: float) -> list[Flowable]:
    """The items, each that must stay with the next bound to it."""
    out: list[Flowable] = []
    bound: list[Flowable] = []
    for item in items:
        bound.append(item)
        if not item.getKeepWithNext():
            out.append(bound[0] if len(bound) == 1 else Stack(bound, full))
            bound = []
    return [*out, *bound]
