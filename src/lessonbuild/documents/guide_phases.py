"""The guide's heart: every phase, step by step, with its cues, its three audiences and its online twin."""

from collections.abc import Iterator

from lessonbuild.documents.cues import cue, slide_cues, step_cues
from lessonbuild.documents.naming import document_title, number_range
from lessonbuild.documents.slides import Shown, deck
from lessonbuild.documents.timetable import TimedPhase, TimedStep, clock, duration, timetable
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import Act, Moment, Named, Terms
from lessonbuild.model.document import Block, Paragraph, Role, Section, Table
from lessonbuild.model.lesson import Break, Lesson
from lessonbuild.model.text import Run, strong, text
from lessonbuild.words import Words


def phase_sections(lesson: Lesson, w: Words) -> tuple[Section, ...]:
    """Every phase in order, the break in its place."""
    return tuple(_sections(lesson, w))


def _sections(lesson: Lesson, w: Words) -> Iterator[Section]:
    shown = deck(lesson)
    for phase in timetable(lesson):
        yield _phase(lesson, phase, shown, w)
        yield from _adaptation(lesson, phase, w)
        if lesson.break_ and lesson.break_.after == phase.phase.phase:
            yield _break(lesson.break_, w)


def _phase(lesson: Lesson, phase: TimedPhase, shown: tuple[Shown, ...], w: Words) -> Section:
    """What the phase is for, what it uses, and its steps."""
    p = phase.phase
    name = w("guide.phase", number=phase.number, name=w(f"phases.{p.phase}"))
    title = text(w("guide.phase-minutes", name=name, minutes=duration(p.minutes, w)))
    steps = tuple(_step(lesson, phase, timed, shown, w) for timed in phase.steps)
    return Section(title, (*_head(lesson, phase, w), *steps), place=p.place, starts_page=True)


def _head(lesson: Lesson, phase: TimedPhase, w: Words) -> tuple[Block, ...]:
    p = phase.phase
    rows = (
        ("guide.facilitator", p.facilitator),
        ("guide.learner", p.learners),
        ("guide.resources", p.resources.text),
        ("guide.objectives", "; ".join(lesson.objectives[objective].text for objective in p.objectives)),
        ("guide.technology", p.technology.text),  # last: how it is used follows
    )
    facts = Terms(tuple(Named(text(w(label)), line(words)) for label, words in rows))
    how = prose(p.technology.how) if p.technology.how else ()
    opening = (cue(Act.SAY, prose(p.opening), w),) if p.opening else ()
    return (*(prose(p.purpose) if p.purpose else ()), facts, *how, *opening)


def _step(lesson: Lesson, phase: TimedPhase, timed: TimedStep, shown: tuple[Shown, ...], w: Words) -> Moment:
    """A step: what it needs, what to say, do and ask, first for the step, then slide by slide."""
    own = [slide for slide in shown if slide.at == timed]
    blocks: list[Block] = list(step_cues(timed.step, w))
    for slide in own:
        if not slide.divides:  # what is said as the phase opens stands at its head
            number = text(f"{w('guide.slide', number=slide.number)}  ")
            blocks.append(Paragraph((*strong(number), Run(slide.title)), Role.LABEL))
            blocks += slide_cues(slide.slide, w, phase.phase) if slide.slide else slide.section.notes[1:]
    minutes = w("time.minutes-short", n=timed.step.minutes)
    facts = _facts(lesson, timed, [slide.number for slide in own], w)
    return Moment(clock(timed.start), minutes, line(timed.step.title), facts, tuple(blocks))


def _facts(lesson: Lesson, timed: TimedStep, slides: list[int], w: Words) -> tuple[Named, ...]:
    """The slides, hand-outs and cut of a step."""
    step, facts = timed.step, []
    if slides:
        numbers, several = number_range(slides), len(slides) > 1
        facts.append(Named(text(w("guide.slides", numbers=numbers) if several else w("guide.slide", number=numbers))))
    if step.hands_out:
        names = ", ".join(document_title(lesson, name, w) for name in step.hands_out)
        facts.append(Named(text(w("guide.hand-out")), text(names)))
    if step.cut_if_late:
        saves = text(f" ({w('guide.saves', n=step.saves)})") if step.saves else ()
        facts.append(Named(text(w("guide.cut")), (*line(step.cut_if_late), *saves)))
    return tuple(facts)


def _adaptation(lesson: Lesson, phase: TimedPhase, w: Words) -> Iterator[Section]:
    """The phase for the three audiences, and online."""
    p = phase.phase
    blocks: list[Block] = [Paragraph(line(p.differentiation.text), Role.LEAD)]
    for audience, how in p.differentiation.for_.items():
        blocks.append(Paragraph(strong(line(lesson.differentiation[audience].name)), Role.LABEL))
        blocks += prose(how)
    yield Section(text(w("guide.differentiation")), tuple(blocks), level=2)
    if p.virtual:
        head = tuple(text(word) for word in w.list("guide.virtual-head"))
        v = p.virtual
        producer = tuple(run for block in prose(v.producer) if isinstance(block, Paragraph) for run in block.text)
        row = (line(v.rooms), line(v.board), line(v.poll), producer)
        yield Section(text(w("guide.virtual")), (Table(head, (row,), w("guide.virtual")),), level=2)


def _break(pause: Break, w: Words) -> Section:
    minutes = duration(pause.minutes, w)
    title = w("guide.break-option" if pause.option else "guide.break", minutes=minutes)
    return Section(text(title), prose(pause.text), place=pause.place, level=2)
