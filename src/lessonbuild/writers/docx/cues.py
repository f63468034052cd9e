"""What a facilitator works from: cues with their labels in the narrow column, and moments with their clock times."""

from lessonbuild.model.blocks import Act, Cue, Moment, Named
from lessonbuild.model.text import Run, Style, Text
from lessonbuild.writers.docx.geometry import COLUMN, Frame
from lessonbuild.writers.docx.package import Flow, Package
from lessonbuild.writers.docx.text import amend, inset, numbered, paragraph, plain_run, runs, space, tab, tag
from lessonbuild.writers.docx.xml import Element, local, w

_STYLES = {Act.SAY: "CueSay", Act.DO: "CueDo", Act.ASK: "CueAsk", Act.EXPECT: "CueExpect", Act.NEXT: "CueNext"}


def cue(block: Cue, frame: Frame, package: Package, flow: Flow) -> list[Element]:
    """The label in the narrow column, the words beside it."""
    inner = _wide(frame, _STYLES[block.act])
    made = flow(block.blocks, inner, package)
    label = [*_label(block, package), tab()]
    if made and local(made[0]) == "p" and not numbered(made[0]):
        for run in reversed(label):
            made[0].insert(1, run)
        amend(made[0], *inset(inner, hanging=COLUMN))
    else:
        made.insert(0, paragraph(inner.style, w("keepNext"), *inset(inner, hanging=COLUMN), *label[:-1]))
        space(made[0], after=2)
    if block.act is Act.ASK:
        amend(made[-1], w("keepNext"))
    return made


def moment(block: Moment, frame: Frame, package: Package, flow: Flow) -> list[Element]:
    """A step under its own head."""
    return [paragraph("Moment", *moment_head(block, package)), *moment_body(block, frame, package, flow)]


def moment_head(block: Moment, package: Package) -> list[Element]:
    """Clock and minutes, and beside them the title: for a paragraph that hangs by the narrow column."""
    clock = [plain_run(block.clock, "Clock"), plain_run("\u2002"), plain_run(block.minutes, "Minutes"), tab()]
    return [*clock, *runs(block.title, package)]


def moment_body(block: Moment, frame: Frame, package: Package, flow: Flow) -> list[Element]:
    """What follows the head: the facts, a line each, and the blocks."""
    facts = [paragraph("MomentFact", *runs(_named(fact), package)) for fact in block.facts]
    if facts:
        space(facts[-1], after=7)
    return [*facts, *flow(block.blocks, _wide(frame, "Normal"), package)]


def _wide(frame: Frame, style: str) -> Frame:
    """The wide column, whether the frame stands in it already or not."""
    return frame.within(left=max(0.0, COLUMN - frame.left), style=style)


def _named(fact: Named) -> Text:
    name = tuple(Run(run.text, Style.STRONG, run.link) for run in fact.name)
    return (*name, Run(": "), *fact.text) if fact.text else fact.name


def _label(block: Cue, package: Package) -> list[Element]:
    """A label that differs in shape as well as in colour: filled, outlined, tinted, or an arrow."""
    palette = package.palette
    match block.act:
        case Act.SAY:
            return [tag(block.label, "dark", package)]
        case Act.ASK:
            return [tag(block.label, "accent", package)]
        case Act.DO:
            return [tag(block.label, "paper", package, palette.edge("bdr", "ink", 0.75))]
        case Act.EXPECT:
            return [tag(block.label, "tint", package, palette.edge("bdr", "muted", 0.5, line="dotted"))]
        case Act.NEXT:
            return [plain_run(f"\u2192\u00a0{block.label}", "Tag")]
