"""How lines end: a title parts where its sense does, and no paragraph ends in one short word.

Words that belong together are joined with no-break spaces, which hold in every viewer whose type is a little wider
or narrower than ours. Nothing is joined that would cost a line.
"""

from dataclasses import replace

from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Text, plain, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.pieces import Align, Cell, Grid, Group, Para, Piece, Shape, Words

_SHORT = 0.3  # of the width: a last line shorter than that takes words from the line before
_UNEVEN = 0.2  # of the longer line: a phrase shorter than that is no line of its own
_KEPT = "\u00a0"


def tidied(piece: Piece, brand: Brand) -> Piece:
    """The piece, its paragraphs ending well."""
    match piece:
        case Words():
            return replace(piece, paras=_all(piece.paras, piece.box.w, brand))
        case Shape():
            return replace(piece, paras=_all(piece.paras, piece.box.w - 2 * piece.pad, brand))
        case Group():
            inside = tuple(tidied(child, brand) for child in piece.pieces)
            return replace(piece, pieces=inside)  # type: ignore[arg-type]  # each child stays of its kind
        case Grid():
            return replace(piece, rows=tuple(_row(row, piece, brand) for row in piece.rows))
        case _:
            return piece


def _row(row: tuple[Cell, ...], grid: Grid, brand: Brand) -> tuple[Cell, ...]:
    inner = [cell.inner(i, width, grid.pad) for i, (cell, width) in enumerate(zip(row, grid.widths, strict=True))]
    return tuple(replace(cell, para=ended(cell.para, wide, brand)) for cell, wide in zip(row, inner, strict=True))


def _all(paras: tuple[Para, ...], width: float, brand: Brand) -> tuple[Para, ...]:
    return tuple(ended(para, width, brand) for para in paras)


def ended(para: Para, width: float, brand: Brand) -> Para:
    """The paragraph with its last words joined until its last line is no orphan."""
    before = fit.wrapped(para, width, brand)
    if len(before) < 2 or para.align is not Align.LEFT:
        return para
    spaces = [i for i, c in enumerate(plain(para.runs)) if c == " "]
    best = para
    for count in range(1, min(4, len(spaces)) + 1):
        if _length(fit.wrapped(best, width, brand)[-1], para, brand) >= _SHORT * width:
            break
        joined = replace(para, runs=_joined(para.runs, spaces[-count:]))
        if fit.lines(joined, width, brand) != len(before) or not fit.whole((joined,), width, brand):
            break
        best = joined
    return best


def parted(title: Words, width: float, brand: Brand, named: bool = False) -> Words:
    """A title of two lines broken where its sense is, if both parts fit in the width; a name always from what it names.

    Any other title only ends well.
    """
    para = title.paras[0]
    lines = fit.lines(para, title.box.w, brand)
    for end in _breaks(plain(para.runs), named) if lines == 2 or (named and lines == 1) else ():
        words = plain(para.runs)
        first, second = (_length(part, para, brand) for part in (words[:end], words[end + 1 :]))
        if max(first, second) <= width and min(first, second) >= _UNEVEN * max(first, second):
            box = title.box._replace(w=min(width, max(first, second) * 1.01 + 2))
            return replace(title, box=box, paras=(_broken(para, end, box.w, brand),))
    return replace(title, paras=_all(title.paras, title.box.w, brand))


def _breaks(words: str, named: bool) -> list[int]:
    """Where a title may part, the best place first: after the name, or after the sign that is nearest to its middle."""
    signs = ":" if named else ",;:.?!"
    ends = [i + 1 for i, c in enumerate(words[:-2]) if c in signs and words[i + 1] == " "]
    return ends[:1] if named else sorted(ends, key=lambda i: abs(i - len(words) / 2))


def _broken(para: Para, end: int, width: float, brand: Brand) -> Para:
    """The paragraph with as many words joined after the break as do not fit on the line before it."""
    words = plain(para.runs)
    spaces = [i for i, c in enumerate(words) if c == " " and i > end]
    for count in range(len(spaces) + 1):
        made = replace(para, runs=_joined(para.runs, spaces[:count]))
        if len(fit.wrapped(made, width, brand)[0]) == end:
            return made
    return para


def _length(words: str, para: Para, brand: Brand) -> float:
    return fit.width(text(words), para.size, brand, para.bold, para.heading) if words else 0.0


def _joined(runs: Text, spaces: list[int]) -> Text:
    """The runs with no-break spaces at these places of their text."""
    made, at = [], 0
    for run in runs:
        inside = {place - at for place in spaces}
        made.append(replace(run, text="".join(_KEPT if i in inside else c for i, c in enumerate(run.text))))
        at += len(run.text)
    return tuple(made)
