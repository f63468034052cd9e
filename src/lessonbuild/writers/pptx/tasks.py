"""What learners are asked to do: a task against the clock, a poll, a discussion."""

from dataclasses import replace

from lessonbuild.model.blocks import Activity, Discussion, Poll
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Style, Text, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.layouts import layout
from lessonbuild.writers.pptx.pieces import Bullet, Colour, Para, Piece, Scene, Shape, Words
from lessonbuild.writers.pptx.prose import rules

_BAR = 22.0
_NUMBERED = 1.5  # how far steps stand right of their numbers, in their size


def activity(block: Activity, bottom: float, brand: Brand) -> Scene | None:
    """The task, its steps and what to hand in; on the dark side the minutes, a bar that empties, and the end."""
    at = layout("Activity with timer")
    task, steps, hand_in = at.slot("task").box, at.slot("steps").box, _hand_in(block)
    foot = fit.height(hand_in, task.w, brand)
    for size in _sizes(block.steps, task.w, brand):
        head = (Para(block.task, size, Colour.DARK, bold=True),)
        top = fit.height(head, task.w, brand)
        room = Box(task.x, task.y + top + 24, task.w, bottom - foot - 20 - task.y - top - 24)
        rows = _spaced(block.steps, size, Bullet.NUMBER, room, brand)
        if rows and fit.whole((*head, *rows, *hand_in), task.w, brand):
            return Scene(at.name, (
                Words(task._replace(w=fit.balanced(head, task.w, brand), h=top), head, slot="task"),
                Words(steps._replace(y=room.y, h=room.h), rows, slot="steps"),
                *_foot(hand_in, foot, bottom), *_clock(block),
            ))  # fmt: skip
    return None


def _sizes(steps: tuple[Text, ...], width: float, brand: Brand) -> tuple[float, ...]:
    """The steps of type to try, first those at which every step of the task takes one line."""
    level = [s for s in fit.TASK[:3] if all(fit.width(step, s, brand) <= width - s * _NUMBERED for step in steps)]
    return (*level, *(size for size in fit.TASK if size not in level))


def _hand_in(block: Activity) -> tuple[Para, ...]:
    if not block.hand_in:
        return ()
    label = (Run(f"{block.hand_in_label}: ", Style.STRONG),) if block.hand_in_label else ()
    return (Para((*label, *block.hand_in), 22, Colour.INK),)


def _foot(paras: tuple[Para, ...], high: float, bottom: float) -> tuple[Words, ...]:
    at = layout("Activity with timer").slot("hand-in")
    return (Words(Box(at.box.x, bottom - high, at.box.w, high), paras, at.anchor, "hand-in"),) if paras else ()


def _clock(block: Activity) -> tuple[Piece, ...]:
    at = layout("Activity with timer")
    minutes, unit, until = (at.slot(name) for name in ("minutes", "unit", "until"))
    track = Box(minutes.box.x, 310, minutes.box.w, _BAR)
    return (
        Words(minutes.box, (Para(text(str(block.minutes)), 120, Colour.PAPER, bold=True),), minutes.anchor, "minutes"),
        Words(unit.box, (Para(text(block.minutes_word), 26, Colour.PALE),), unit.anchor, "unit"),
        Shape(track, fill=Colour.DUSK, name="Time"),
        Shape(track, fill=Colour.ACCENT, name="Time left", seconds=block.minutes * 60),
        Words(until.box, (Para(text(block.until), 30, Colour.PAPER, bold=True),), until.anchor, "until"),
    )


def _spaced(
    items: tuple[Text, ...], size: float, bullet: Bullet, room: Box, brand: Brand, most: float = 1.2
) -> tuple[Para, ...]:
    """The items spread over the room, with at most `most` of their size between them; nothing if they do not fit."""
    indent = size * (1.9 if bullet is Bullet.LETTER else _NUMBERED if bullet is Bullet.NUMBER else 0)
    tight = tuple(Para(item, size, before=size * 0.4, bullet=bullet, indent=indent) for item in items)
    spare = room.h - fit.height(tight, room.w, brand)
    if spare < 0 or not tight or not fit.whole(tight, room.w, brand):
        return ()
    air = min(size * most, size * 0.4 + spare / len(items))
    lettered = bullet is Bullet.LETTER
    return tuple(replace(para, before=air, number=i if lettered else 1) for i, para in enumerate(tight, 1))


def poll(block: Poll, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Large lettered options, a hairline between any two."""
    box = layout("Poll").slot("options").box._replace(y=area.y, h=area.h)
    for size in (28.0, 26.0, 24.0, *fit.BODY):
        if paras := _spaced(block.options, size, Bullet.LETTER, box.inset(0, 8), brand, 1.5):
            room = box.below(8)
            return (*rules(paras, room, brand), Words(room, paras, slot="options"))
    return None


def discussion(block: Discussion, title: Text, bottom: float, brand: Brand) -> Scene | None:
    """The question large on the left, prompts that open it up on the right."""
    at = layout("Question")
    question, how = at.title.box, at.slot("how")
    prompts = at.slot("prompts").box._replace(h=bottom - at.slot("prompts").box.y)

    def asked(size: float) -> tuple[Para, ...]:
        return (Para(title, size, Colour.DARK, heading=True),)

    def told(size: float) -> tuple[Para, ...]:
        return (Para(block.how, size, Colour.ACCENT, bold=True),)

    large = [size for size in fit.STATEMENT[1:] if size >= 40]
    fewest = sorted(large, key=lambda size: fit.lines(asked(size)[0], question.w, brand))  # and of those the largest
    ask = fit.fitted(asked, (*fewest, *fit.STATEMENT), question.w, question.h - (486 - bottom), brand)
    tell = fit.fitted(told, fit.TASK[1:], how.box.w, how.box.h, brand)
    sized = (_spaced(block.prompts, size, Bullet.NONE, prompts, brand, 2.2) for size in (28, *fit.TASK, 16))
    rows = next((found for found in sized if found), ())
    if ask is None or tell is None or (block.prompts and not rows):
        return None
    lines = rules(tuple(replace(row, bullet=Bullet.DASH) for row in rows), prompts, brand)
    pieces: tuple[Piece, ...] = (*lines, Words(prompts, rows, slot="prompts"))
    if block.how:
        pieces = (*pieces, Words(how.box._replace(y=bottom - how.box.h), tell, how.anchor, "how"))
    return Scene(at.name, pieces, Words(question._replace(w=fit.balanced(ask, question.w, brand)), ask))
