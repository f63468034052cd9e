"""Where labels of lines stand so that they cover neither a line nor one another."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lessonbuild.writers.pptx.grid import Box

Point = tuple[float, float]
_OFF = 7.0  # between a point and its label
_CLEAR = 3.0  # from a label to a line, at least


class Wanted(NamedTuple):
    """A label at a point: what it belongs to, where the point is, how wide the words are."""

    key: tuple[str, str]  # series and category
    at: Point
    width: float


class Spot(NamedTuple):
    """Where a label stands: at which side of its point (t, l, b, r), and how far down from there."""

    side: str
    down: float


def spots(
    wanted: Iterable[Wanted], lines: Sequence[Sequence[Point]], room: Box, high: float
) -> dict[tuple[str, str], Spot]:
    """For each label the spot where it covers least."""
    dots = [dot for line in lines for dot in _dotted(line)]
    taken: list[Box] = []
    chosen: dict[tuple[str, str], Spot] = {}
    for label in wanted:
        boxes = _candidates(label, high)
        best = min(boxes, key=lambda spot: _cost(boxes[spot], dots, taken, room))
        taken.append(boxes[best])
        chosen[label.key] = best
    return chosen


def _candidates(label: Wanted, high: float) -> Mapping[Spot, Box]:
    """Above, left and below, right; then off to the four corners."""
    (x, y), w = label.at, label.width
    left, right, middle = x - _OFF - w, x + _OFF, y - high / 2
    corner = high * 0.75
    return {
        Spot("t", 0): Box(x - w / 2, y - _OFF - high, w, high),
        Spot("l", 0): Box(left, middle, w, high),
        Spot("b", 0): Box(x - w / 2, y + _OFF, w, high),
        Spot("r", 0): Box(right, middle, w, high),
        Spot("l", -corner): Box(left, middle - corner, w, high),
        Spot("r", corner): Box(right, middle + corner, w, high),
        Spot("r", -corner): Box(right, middle - corner, w, high),
        Spot("l", corner): Box(left, middle + corner, w, high),
    }


def _cost(box: Box, dots: Sequence[Point], taken: Sequence[Box], room: Box) -> float:
    near = box.inset(-_CLEAR)
    covered = sum(near.x <= x <= near.right and near.y <= y <= near.bottom for x, y in dots)
    over = sum(box.x < t.right and t.x < box.right and box.y < t.bottom and t.y < box.bottom for t in taken)
    out = box.x < room.x or box.right > room.right or box.y < room.y or box.bottom > room.bottom
    return covered + 100 * over + 200 * out


def _dotted(line: Sequence[Point]) -> Iterable[Point]:
    """Points every few points along a line."""
    for (x1, y1), (x2, y2) in pairwise(line):
        many = max(2, int((abs(x2 - x1) + abs(y2 - y1)) / 4))
        for i in range(many):
            yield x1 + (x2 - x1) * i / many, y1 + (y2 - y1) * i / many


def spread(middles: Mapping[str, float], heights: Mapping[str, float], floor: float) -> dict[str, float]:
    """The middles of labels moved apart up and down until none stands on another; none moves down past the floor."""
    stacks: list[tuple[list[str], float]] = []  # labels that touch, from the top down, and their common middle
    for name in sorted(middles, key=lambda each: middles[each]):
        stack, middle = [name], middles[name]
        while stacks and stacks[-1][1] + _half(stacks[-1][0], heights) > middle - _half(stack, heights):
            stack = [*stacks.pop()[0], *stack]
            middle = _middle(stack, middles, heights)
        stacks.append((stack, middle))
    placed: dict[str, float] = {}
    for stack, middle in stacks:
        edge = middle - _half(stack, heights)
        for name in stack:
            placed[name] = edge + heights[name] / 2
            edge += heights[name]
    edge = max([floor, *(y + heights[name] / 2 for name, y in middles.items())])
    for name in reversed(placed):  # from the lowest up
        placed[name] = min(placed[name], edge - heights[name] / 2)
        edge = placed[name] - heights[name] / 2
    return placed


def _half(stack: Sequence[str], heights: Mapping[str, float]) -> float:
    return sum(heights[name] for name in stack) / 2


def _middle(stack: Sequence[str], middles: Mapping[str, float], heights: Mapping[str, float]) -> float:
    """Where the middle of a stack stands so that its labels move equally far up and down."""
    edge, total = -_half(stack, heights), 0.0
    for name in stack:
        total += middles[name] - (edge + heights[name] / 2)
        edge += heights[name]
    return total / len(stack)
