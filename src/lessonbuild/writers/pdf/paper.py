"""Laying a story out on pages: their frames, and exhibits that wait for the next page while the text runs on."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import takewhile
from typing import Any

from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, Frame, PageTemplate

from lessonbuild.model.document import Document
from lessonbuild.model.text import plain
from lessonbuild.writers.pdf.canvas import Entry, Page, furnish
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


def lay_out(story: Iterable[Flowable], document: Document, look: Look, pages: int) -> tuple[bytes, Layout]:
    """The file, and what came to stand where; `pages` is how many the foot of each page shall tell of."""
    out, made, flowables = BytesIO(), list[Page](), list(story)

    def new_canvas(*args: Any, **settings: Any) -> Page:
        made.append(Page(*args, **settings, look=look, document=document, story=flowables))
        return made[-1]

    def template(name: str, own: Look) -> PageTemplate:
        frame = _grid_of_cards(own) if name == "cards" else _frame(own)
        return PageTemplate(name, [frame], lambda canvas, _: furnish(canvas, own, document, pages), pagesize=own.paper)

    templates = [template(name, look_of(name, look)) for name in PAGES]
    if is_cards(document):
        templates.insert(0, template("cards", look))
    paper = _Paper(
        out, pagesize=look.paper, pdfVersion=(1, 7), invariant=1, lang=document.language,
        initialFontName=look.text.regular, pageTemplates=templates,
        displayDocTitle=1, title=plain(document.title), author=look.brand.organisation, subject=document.lesson,
        creator="lessonbuild", producer="lessonbuild",
    )  # fmt: skip
    paper.build([*flowables], canvasmaker=new_canvas)
    return out.getvalue(), Layout(paper.page, tuple(made[-1].entries))


_NONE = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}


def _frame(look: Look) -> Frame:
    return Frame(look.margin, look.foot, look.width, look.height, **_NONE)


def _grid_of_cards(look: Look) -> Frame:
    """In the middle of the page: what a printer that centres A4 on Letter cuts off is margin."""
    across, up = look.page
    return Frame((across - WIDE) / 2, (up - HIGH) / 2, WIDE, HIGH + 0.1, **_NONE)


class _Paper(BaseDocTemplate):  # type: ignore[misc]  # reportlab ships no types
    """Lets the text run on where exhibits have no room on the page any more: they open the next one, in their order."""

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
