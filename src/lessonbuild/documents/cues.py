"""What the facilitator says, does and asks, as cues: the same in the notes of a slide and in the guide."""

from collections.abc import Iterable

from lessonbuild.documents.timetable import TimedStep, clock
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import Act, Cue
from lessonbuild.model.document import Block, Paragraph
from lessonbuild.model.phase import Phase, Step
from lessonbuild.model.slide import Ask, Slide
from lessonbuild.words import Words


def step_cues(step: Step, w: Words) -> tuple[Block, ...]:
    """What belongs to the step as a whole."""
    return (*_said(step.say, w), *_done(step.do, w), *_asked(step.ask, w))


def slide_cues(slide: Slide, w: Words, phase: Phase | None = None) -> tuple[Block, ...]:
    """What belongs to one slide, with the sentence that leads over to the next, or from its phase to the next."""
    ends = phase.transition if phase and slide is phase.slides[-1] else None
    leads = slide.transition or ends
    over = (cue(Act.NEXT, (Paragraph(line(leads)),), w),) if leads else ()
    return (*_said(slide.say, w), *_done(slide.do, w), *_asked(slide.ask, w), *over)


def cue(act: Act, blocks: Iterable[Block], w: Words) -> Cue:
    """Blocks under the label of the act."""
    return Cue(act, w(f"acts.{act.value}"), tuple(blocks))


def when(timed: TimedStep, w: Words) -> str:
    """ "09:06 · Where has your money gone? · 6 min": the head of a slide's notes."""
    return f"{clock(timed.start)} · {timed.step.title} · {w('time.minutes-short', n=timed.step.minutes)}"


def _said(words: str | None, w: Words) -> tuple[Block, ...]:
    return (cue(Act.SAY, prose(words), w),) if words else ()


def _done(words: str | None, w: Words) -> tuple[Block, ...]:
    return (cue(Act.DO, prose(words), w),) if words else ()


def _asked(asks: list[Ask], w: Words) -> tuple[Block, ...]:
    found: list[Block] = []
    for ask in asks:
        found.append(cue(Act.ASK, (Paragraph(line(ask.question)),), w))
        if ask.expect:
            found.append(cue(Act.EXPECT, prose(ask.expect), w))
    return tuple(found)
