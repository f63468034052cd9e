"""Boxes of paragraphs: a tint, and a rule on the left that says what the box is for."""

from lessonbuild.model.blocks import Callout, Tone
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Flow, Package
from lessonbuild.writers.docx.text import amend, inset, paragraph, runs, space
from lessonbuild.writers.docx.xml import Element, local, w

_RULES = {  # colour, width in points, line: told apart in grey as well
    Tone.KEY: ("accent", 4.5, "single"),
    Tone.NOTE: ("muted", 1.5, "single"),
    Tone.OPTION: ("muted", 1.5, "dashed"),
    Tone.CARE: ("ink", 1.5, "double"),
}
_LEFT, _RIGHT = 14.0, 10.0  # from the box's edges to its words


def callout(block: Callout, frame: Frame, package: Package, flow: Flow) -> list[Element]:
    """A label and what is under it, kept together as far as Word can."""
    outer = frame if frame.inset else package.prose
    inner = outer.within(left=_LEFT, right=_RIGHT, style="CalloutText")
    label = paragraph("CalloutLabel", *inset(inner), *runs(block.label, package))
    return boxed([label, *flow(block.blocks, inner, package)], package, _RULES[block.tone])


def boxed(elements: list[Element], package: Package, rule: tuple[str, float, str]) -> list[Element]:
    """Paragraphs of one box. The air between them lies inside their borders, where the tint reaches it: between
    paragraphs of different indents Word leaves the space before and after white.
    """
    palette = package.palette
    colour, width, line = rule
    shown = [element for element in elements if local(element) == "p"]
    for number, element in enumerate(shown):
        first, last = number == 0, number == len(shown) - 1
        sides = [palette.edge("left", colour, width, _space(width, line), line), palette.edge("right", "tint", 0.5, 8)]
        sides += [palette.edge("bottom", "tint", 0.5, 6 if last else 2), palette.edge("between", "tint", 0.5, 2)]
        sides += [palette.edge("top", "tint", 0.5, 6)] if first else []
        amend(element, w("pBdr", *sides), palette.ground("tint"), w("keepLines"))
        space(element, before=12 if first else 0, after=16 if last else 0)
        if not last:
            amend(element, w("keepNext"))
    return elements


def _space(width: float, line: str) -> int:
    """From the rule to the words, so that the rule's outer edge stands at the margin; a double rule is three wide."""
    return round(_LEFT - width * (3 if line == "double" else 1))
