"""Measuring and fitting: how high paragraphs stand in a box, the largest step of the type scale at which they fit,
and where text that does not fit is parted.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from lessonbuild import fonts
from lessonbuild.model.brand import Brand, FontFamily
from lessonbuild.model.text import Run, Text, plain
from lessonbuild.writers.pptx.pieces import Para

TITLE = (30.0, 26.0, 24.0)
POSTER = (54.0, 48.0, 40.0, 36.0, 32.0, 28.0)  # the cover's title
STATEMENT = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
NUMBER = (200.0, 166.0, 138.0, 115.0, 96.0, 80.0, 66.0, 54.0, 44.0, 36.0)
TASK = (26.0, 24.0, 22.0, 20.0, 18.0)  # read from ten metres
BODY = (22.0, 20.0, 18.0)
SECONDARY = (18.0, 16.0, 14.0)
LABEL = 14.0

HEADING_SPACING = 0.95


def family(para: Para, brand: Brand) -> FontFamily:
    """The family in which a paragraph is set."""
    return brand.heading if para.heading else brand.text


def line(para: Para, brand: Brand) -> float:
    """The height of one of its lines."""
    return fonts.line_height(family(para, brand), para.size, HEADING_SPACING if para.heading else 1.0)


def lines(para: Para, width: float, brand: Brand) -> int:
    """How many lines it takes; a word wider than the box is broken between letters, as PowerPoint does."""
    face, room = family(para, brand), max(width - para.indent, para.size)
    wrapped = fonts.wrap(para.runs, face, para.size, room, para.bold)
    if fonts.widest_word(para.runs, face, para.size, para.bold) <= room:
        return len(wrapped)
    bold = fonts.face_of(face, para.runs[0].style, para.bold)
    return sum(max(1, math.ceil(fonts.advance(words, bold, para.size) / room)) for words in wrapped)


def wrapped(para: Para, width: float, brand: Brand) -> list[str]:
    """Its lines, where no word has to be broken."""
    room = max(width - para.indent, para.size)
    return fonts.wrap(para.runs, family(para, brand), para.size, room, para.bold)


def height(paras: Sequence[Para], width: float, brand: Brand) -> float:
    """How high the paragraphs stand; no space is kept before the first."""
    text = sum(lines(para, width, brand) * line(para, brand) for para in paras)
    return text + sum(para.before for para in paras[1:])


def width(runs: Text, size: float, brand: Brand, bold: bool = False, heading: bool = False) -> float:
    """The width of a text set on one line; of its longest line if it has several."""
    face = brand.heading if heading else brand.text
    return max(
        sum(fonts.advance(run.text, fonts.face_of(face, run.style, bold), size) for run in part)
        for part in _by_line(runs)
    )


def _by_line(runs: Text) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=other)] for other in others]
    return parts


def whole(paras: Sequence[Para], width: float, brand: Brand) -> bool:
    """Whether no word has to be broken between letters."""
    return all(
        fonts.widest_word(p.runs, family(p, brand), p.size, p.bold) <= width - p.indent + 0.01 for p in paras if p.runs
    )


def balanced(paras: Sequence[Para], width: float, brand: Brand) -> float:
    """The narrowest width at which large type takes no more lines: so its lines are of like length."""
    before = [lines(para, width, brand) for para in paras]
    if max(before, default=1) < 2:
        return width
    low, high = width / 2, width
    while high - low > 4:
        middle = (low + high) / 2
        same = [lines(para, middle, brand) for para in paras] == before and whole(paras, middle, brand)
        low, high = (low, middle) if same else (middle, high)
    return min(width, high * 1.01 + 2)  # kerning makes lines a little shorter than measured, never longer


Made = Callable[[float], tuple[Para, ...]]


def fitted(made: Made, sizes: Sequence[float], width: float, high: float, brand: Brand) -> tuple[Para, ...] | None:
    """The paragraphs at the first size at which they fit, or None."""
    for size in sizes:
        paras = made(size)
        if height(paras, width, brand) <= high and whole(paras, width, brand):
            return paras
    return None


def parted(paras: Sequence[Para], width: float, high: float, brand: Brand) -> list[tuple[Para, ...]]:
    """The paragraphs on as many pages as they need; a paragraph longer than a page is cut between words."""
    pages: list[tuple[Para, ...]] = []
    page: tuple[Para, ...] = ()
    waiting = list(paras)
    while waiting:
        para = waiting.pop(0)
        if height((*page, para), width, brand) <= high:
            page = (*page, para)
        elif page:
            page, kept = _without_last_label(page)
            pages.append(page)
            waiting[:0] = [*kept, para]
            page = ()
        else:
            head, tail = _cut(para, width, high, brand)
            pages.append((head,))
            waiting[:0] = [tail] if tail.runs else []
    return [*pages, page] if page else pages


def _without_last_label(page: tuple[Para, ...]) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """A bold line that names what follows goes with it."""
    if len(page) > 1 and page[-1].bold:
        return page[:-1], page[-1:]
    return page, ()


def _cut(para: Para, width: float, high: float, brand: Brand) -> tuple[Para, Para]:
    """The most that fits, and the rest; at least one word."""
    words = plain(para.runs)
    ends = [i for i, c in enumerate(words) if c in " \n"] or [len(words)]
    best = ends[0]
    low, top = 0, len(ends) - 1
    while low <= top:
        middle = (low + top) // 2
        if height((replace(para, runs=_slice(para.runs, 0, ends[middle])),), width, brand) <= high:
            best, low = ends[middle], middle + 1
        else:
            top = middle - 1
    return replace(para, runs=_slice(para.runs, 0, best)), replace(para, runs=_slice(para.runs, best + 1, len(words)))


def _slice(runs: Text, start: int, end: int) -> Text:
    """The characters from start to end, each in its run's style."""
    cut: list[Run] = []
    at = 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            cut.append(replace(run, text=piece))
        at += len(run.text)
    return tuple(cut)
