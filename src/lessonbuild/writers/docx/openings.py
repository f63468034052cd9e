"""What opens a document or a part of it: covers, dividers, and sentences and figures that stand alone."""

from lessonbuild.model.blocks import BigNumber, Cover, Divider, Quote, Statement
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import inset, paragraph, plain_run, runs
from lessonbuild.writers.docx.xml import Element, w


def statement(block: Statement, frame: Frame, package: Package) -> list[Element]:
    """One sentence, large."""
    return [paragraph("Statement", *inset(frame), *runs(block.text, package))]


def quote(block: Quote, frame: Frame, package: Package) -> list[Element]:
    """Somebody's words, large, and kept with whose they are."""
    said = paragraph("Statement", w("keepNext"), *inset(frame), *runs(block.text, package))
    return [said, paragraph("Source", *inset(frame), *runs(block.by, package))]


def big_number(block: BigNumber, frame: Frame, package: Package) -> list[Element]:
    """The figure, and under it what it means."""
    figure = paragraph("BigNumber", *inset(frame), plain_run(block.value))
    return [figure, paragraph("Lead", *inset(frame), *runs(block.means, package))] if block.means else [figure]


def cover(block: Cover, frame: Frame, package: Package) -> list[Element]:
    """What the first page has not said yet: the title only where it is not the document's, then subtitle and facts."""
    made = []
    if plain(block.title) != plain(package.document.title):
        made.append(paragraph("Statement", *inset(frame), *runs(block.title, package)))
    if block.subtitle and plain(block.subtitle) != plain(package.document.subtitle):
        made.append(paragraph("Lead", *inset(frame), *runs(block.subtitle, package)))
    return [*made, *(paragraph(frame.style, *inset(frame), *runs(fact, package)) for fact in block.facts)]


def divider(block: Divider, frame: Frame, package: Package) -> list[Element]:
    """Number and name of the phase, its time, and what is done in it."""
    head = paragraph("Divider", *inset(frame), plain_run(f"{block.number}\u2002"), *runs(block.name, package))
    when = paragraph("Label", *inset(frame), plain_run(f"{block.clock} · {block.minutes}"))
    return [head, when, paragraph("Lead", *inset(frame), *runs(block.does, package))]
