"""Words and what they mean; formulas with their terms and a worked example."""

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import Formula, Named, Terms, terms_run_in
from lessonbuild.model.text import Run, Style, Text, plain
from lessonbuild.writers.docx.boxes import boxed
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Flow, Package
from lessonbuild.writers.docx.styles import BODY
from lessonbuild.writers.docx.text import amend, inset, paragraph, runs, space, tab
from lessonbuild.writers.docx.xml import Element, w

_BESIDE = 120.0  # up to this width, terms stand in a column of their own


def terms(block: Terms, frame: Frame, package: Package) -> list[Element]:
    """Short terms in a column, their meanings beside them; long ones at the head of their meaning."""
    return _terms(block.terms, frame if frame.inset else package.prose, package)


def formula(block: Formula, frame: Frame, package: Package, flow: Flow) -> list[Element]:
    """The formula in a box, its terms, and the example in from the margin."""
    outer = frame if frame.inset else package.prose
    inner = outer.within(left=14, right=10)
    box = [paragraph("CalloutLabel", *inset(inner), *runs(block.name, package))]
    box.append(paragraph("Formula", *inset(inner), *runs(block.formula, package)))
    if block.terms:
        box.append(paragraph("CalloutText", *inset(inner), *runs(terms_run_in(block.terms), package)))
    made = boxed(box, package, ("second", 3.0, "single"))
    if worked := flow(block.worked(), outer.within(left=14), package):
        space(made[-1], after=11)  # nearer to its example than to what comes next
    made += worked
    if block.caution:
        amend(made[-1], w("keepNext"))
        space(made[-1], after=2)
        made.append(paragraph("Source", *inset(outer.within(left=14)), *runs(block.caution, package)))
    return made


def _terms(named: tuple[Named, ...], frame: Frame, package: Package) -> list[Element]:
    widest = max((advance(plain(term.name), package.brand.text.bold, BODY) for term in named), default=0.0)
    if len(named) > 1 and widest <= min(_BESIDE, frame.width * 0.4):
        column = widest + 14
        wide = frame.within(right=-min(column, frame.right))  # the meanings, not the terms, are a line of text long
        made = [_beside(term, column, wide, package) for term in named]
    else:
        made = [paragraph("Term", *inset(frame), *runs(_run_in(term), package)) for term in named]
    if made:
        space(made[-1], after=8)
    return made


def _beside(term: Named, column: float, frame: Frame, package: Package) -> Element:
    return paragraph(
        "Term", *inset(frame, column, column), *runs(_strong(term.name), package), tab(), *runs(term.text, package)
    )


def _run_in(term: Named) -> Text:
    return (*_strong(term.name), Run(": "), *term.text) if term.text else _strong(term.name)


def _strong(words: Text) -> Text:
    return tuple(Run(run.text, Style.STRONG, run.link) for run in words)
