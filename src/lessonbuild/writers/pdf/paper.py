"""Laying a story out on pages: their frames, and exhibits that wait for the next page while the text runs on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import takewhile
from typing import Any

from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from lessonbuild.model.text import plain
from lessonbuild.writers.pdf.canvas import Entry, Page, Part, furnish
from lessonbuild.writers.pdf.cards import HIGH, WIDE, is_cards
from lessonbuild.writers.pdf.contents import Heading
from lessonbuild.writers.pdf.stack import Beside, Exhibit, Narrowed, Numbered, Stack
from lessonbuild.writers.pdf.styles import PAGES, Look, look_of

_FAR = 2  # sections that may begin before an exhibit that belongs to an earlier one
_SCRAP = 45.0  # points at the foot of a page that are not worth filling with text


@dataclass(frozen=True, slots=True)
class Layout:
    """What only a finished layout knows, and the next one needs."""

    pages: int = 1
    entries: tuple[Entry, ...] = ()


def lay_out(parts: Sequence[Part]) -> tuple[bytes, tuple[Layout, ...]]:
    """The file, and what came to stand where in each document. Each begins on the front of a sheet."""
    out, first = BytesIO(), parts[0]

    def new_canvas(*args: Any, **settings: Any) -> Page:
        return Page(*args, **settings, parts=parts)

    document, look = first.document, first.look
    paper = _Paper(
        out, pagesize=look.paper, pdfVersion=(1, 7), invariant=1, lang=document.language,
        initialFontName=look.text.regular, pageTemplates=[made for part in parts for made in _templates(part)],
        displayDocTitle=1, title=plain(document.title), author=look.brand.organisation, subject=document.lesson,
        creator="lessonbuild", producer="lessonbuild",
    )  # fmt: skip
    paper.build([flowable for part in parts for flowable in _begun(part, first)], canvasmaker=new_canvas)
    return out.getvalue(), tuple(Layout(part.pages, tuple(part.entries)) for part in parts)


def _begun(part: Part, first: Part) -> Iterator[Flowable]:
    """The story of a part, on the front of a new sheet."""
    name = part.look.part
    if part is not first:
        yield from (
            NextPageTemplate(f"{name}blank"),
            _Front(),
            NextPageTemplate(f"{name}{_kinds(part)[0]}"),
            PageBreak(),
        )
    yield from part.story


class _Front(ActionFlowable):  # type: ignore[misc]  # reportlab ships no types
    """Leaves the back of a sheet empty, so that what follows begins on a front."""

    def __init__(self) -> None:
        super().__init__(("front",))


def _kinds(part: Part) -> tuple[str, ...]:
    return ("cards", *PAGES) if is_cards(part.document) else PAGES


def _templates(part: Part) -> Iterator[PageTemplate]:
    """The pages that a part may have; those that its story begins with are the first."""
    for kind in _kinds(part):
        own = look_of(kind, part.look)
        frame = _grid_of_cards(own) if kind == "cards" else _frame(own)
        furnished = partial(_furnished, own, part)
        yield PageTemplate(f"{own.part}{kind}", [frame], furnished, pagesize=own.paper)
    yield PageTemplate(f"{part.look.part}blank", [_frame(part.look)], pagesize=part.look.paper)


def _furnished(look: Look, part: Part, canvas: Page, _: object) -> None:
    furnish(canvas, look, part)


_NONE = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}


def _frame(look: Look) -> Frame:
    return Frame(look.margin, look.foot, look.width, look.height, **_NONE)


def _grid_of_cards(look: Look) -> Frame:
    """In the middle of the page: what a printer that centres A4 on Letter cuts off is margin."""
    across, up = look.page
    return Frame((across - WIDE) / 2, (up - HIGH) / 2, WIDE, HIGH + 0.1, **_NONE)


class _Paper(BaseDocTemplate):  # type: ignore[misc]  # reportlab ships no types
    """Lets the text run on where exhibits have no room on the page any more: they open the next one, in their order."""

    def handle_front(self) -> None:
        """Called for `_Front`: where the page before has a front's number, its back stays empty."""
        if self.page % 2:
            self.handle_pageBreak()

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        waiting = list(takewhile(lambda flowable: isinstance(flowable, Exhibit), flowables))
        if waiting and len(waiting) < len(flowables) and self._crowds(waiting[0]):
            text = flowables[len(waiting)]
            if all(_may_pass(text, exhibit) for exhibit in waiting):
                flowables.insert(0, flowables.pop(len(waiting)))
                for exhibit in waiting:
                    exhibit.passed += _opens(text)
        super().handle_flowable(flowables)

    def _crowds(self, exhibit: Flowable) -> bool:
        """Whether the exhibit is too high for what is left of the page, and that is worth filling with text."""
        frame = self.frame
        room = frame._y - frame._y1p - exhibit.getSpaceBefore()
        return not frame._atTop and exhibit.wrapOn(self.canv, frame._aW, room)[1] > room > _SCRAP


def _opens(flowable: Flowable) -> bool:
    """Whether a section begins with it."""
    match flowable:
        case Stack():
            return any(map(_opens, flowable.items))
        case Beside() | Narrowed():
            return _opens(flowable.body)
        case _:
            return isinstance(flowable, Heading)


def _may_pass(flowable: Flowable, exhibit: Exhibit) -> bool:
    """Whether the flowable may stand before an exhibit that came earlier: text may, another exhibit not.

    A numbered exhibit may be passed by the next two sections as well (unless its own is closed), and by no other.
    """
    match flowable:
        case Stack():
            return all(_may_pass(item, exhibit) for item in flowable.items)
        case Heading():
            return isinstance(exhibit, Numbered) and not exhibit.closed and exhibit.passed < _FAR
        case Beside() | Narrowed():
            return _may_pass(flowable.body, exhibit)
        case _:
            return not isinstance(flowable, Exhibit | ActionFlowable)
