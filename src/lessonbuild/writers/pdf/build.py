"""From document to bytes: the story is laid out until its page numbers hold."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.words import words
from lessonbuild.writers.pdf.canvas import Part
from lessonbuild.writers.pdf.paper import Layout, lay_out
from lessonbuild.writers.pdf.story import Found, head_of, is_one_page, story
from lessonbuild.writers.pdf.styles import Look
from lessonbuild.writers.pdf.turned import turned
from lessonbuild.writers.reflowed import reflowed
from lessonbuild.writers.written import Written

_SIZES = (9.75, 9.5, 9.25, 9.0, 8.75)


def write(document: Document, brand: Brand) -> Written:
    """The document as a file of its own."""
    return together(lambda _: (document,), (), brand)


def together(
    opening: Callable[[tuple[int, ...]], tuple[Document, ...]], documents: Sequence[Document], brand: Brand
) -> Written:
    """Several documents as one file; the opening is made when it is known how many pages each of the others has.

    Lays out until page counts and headings' pages are what was assumed; three times at the most.
    """
    settled = [_settled(*_begun(document, brand, f"{n}-")) for n, document in enumerate(documents, 1)]
    opened = opening(tuple(layout.pages for *_, layout in settled))
    settled = [*(_settled(*_begun(document, brand, "")) for document in opened), *settled]
    layouts = tuple(layout for *_, layout in settled)
    for _ in range(3):
        found: Found = {}
        parts = [
            _part(document, look, layout, found) for (document, look, _), layout in zip(settled, layouts, strict=True)
        ]
        data, reached = lay_out(parts)
        if reached == layouts:
            break
        layouts = reached
    return Written(data, tuple(found))


def _part(document: Document, look: Look, layout: Layout, found: Found) -> Part:
    return Part(document, look, list(story(document, look, layout, found)), layout.pages)


def _begun(document: Document, brand: Brand, part: str) -> tuple[Document, Look]:
    """The document, and its look in a dry run."""
    if brand.printing.large:
        document = reflowed(document)
    tight = document.wide or is_one_page(document)
    wide = document.wide or (brand.printing.large and (is_one_page(document) or _begins_wide(document, brand)))
    head = head_of(document)
    return document, Look(brand, words(document.language), wide, tight=tight, head=head, dry=True, part=part)


def _begins_wide(document: Document, brand: Brand) -> bool:
    """Whether the first section, which has no page of its own, wants its page on the side: then all have."""
    look = Look(brand, words(document.language), wide=False)
    return bool(document.sections) and turned(document.sections[0], look)


def _settled(document: Document, dry: Look) -> tuple[Document, Look, Layout]:
    """The document, the look and the layout of dry runs, which draw no charts and write no file."""
    layout = _run(document, dry, Layout())
    if document.contents:
        layout = _run(document, dry, layout)
    if is_one_page(document) and layout.pages > 1:
        return document, *_smaller(document, dry, layout)
    return document, replace(dry, dry=False), layout


def _smaller(document: Document, dry: Look, layout: Layout) -> tuple[Look, Layout]:
    """The largest type of the grid with which everything stands on one page, where there is one."""
    smallest = replace(dry, grid_size=dry.smallest)
    on_one = _run(document, smallest, Layout())
    if on_one.pages > 1:
        return replace(dry, dry=False), layout
    for size in (size for size in _SIZES if size > dry.smallest):
        look = replace(dry, grid_size=size)
        if (reached := _run(document, look, Layout())).pages == 1:
            return replace(look, dry=False), reached
    return replace(smallest, dry=False), on_one


def _run(document: Document, look: Look, layout: Layout) -> Layout:
    return lay_out([_part(document, look, layout, {})])[1][0]
