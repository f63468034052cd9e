"""The deck's motif: the day as a column, one field a phase, as high as the phase is long. Covers and dividers show it
as stairs, light slides as a thin rail at the right edge; the phase that we are in stands in the accent.
"""

import re
from collections.abc import Sequence

from lessonbuild.model.blocks import Divider
from lessonbuild.model.document import Document
from lessonbuild.writers.pptx.grid import HEIGHT, RAIL, WIDTH, Box, span
from lessonbuild.writers.pptx.pieces import Colour, Group, Shape

Day = tuple[tuple[str, float], ...]  # each phase with its minutes

_GAP = 4.0


def day(document: Document) -> Day:
    """The phases with their lengths: the minutes on their dividers, or else how many slides they have."""
    minutes: dict[str, float] = {}
    slides: dict[str, float] = {}
    for section in document.sections:
        if section.group:
            slides[section.group] = slides.get(section.group, 0) + 1
        for block in section.blocks:
            if isinstance(block, Divider) and (found := re.match(r"\d+", block.minutes)):
                minutes[section.group] = float(found[0])
    chosen = minutes if len(minutes) > 1 else slides
    return tuple((name, length) for name, length in chosen.items() if name and length > 0)


def stairs(phases: Day, current: str) -> Group:
    """The day on a dark ground: fields that step out from the right edge as it goes on."""
    shapes = []
    for name, field in _fields(phases, Box(0, 0, WIDTH, HEIGHT)):
        left = span(round(12.2 - 4.6 * field.y / HEIGHT), 12).x
        tone = Colour.ACCENT if name == current else Colour.DUSK
        shapes.append(Shape(Box(left, field.y, WIDTH - left, field.h), fill=tone, name="Phase"))
    return Group("Day", "", tuple(shapes))


def rail(phases: Day, current: str) -> Group:
    """The day at the edge of a light slide."""
    column = Box(WIDTH - RAIL, 0, RAIL, HEIGHT)
    tones = {True: Colour.ACCENT, False: Colour.LINE}
    return Group(
        "Day", "", tuple(Shape(box, fill=tones[name == current], name="Phase") for name, box in _fields(phases, column))
    )


def _fields(phases: Day, column: Box) -> Sequence[tuple[str, Box]]:
    """The column cut into one field a phase."""
    room = column.h - _GAP * (len(phases) - 1)
    total = sum(length for _, length in phases)
    fields, y = [], column.y
    for name, length in phases:
        high = room * length / total
        fields.append((name, Box(column.x, y, column.w, high)))
        y += high + _GAP
    return fields
