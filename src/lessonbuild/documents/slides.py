"""The facilitator's slides. What follows from the lesson's fields (title, agenda, objectives, dividers, rubric,
reflection, what comes after) is made here; only arguments are written as slides by the author.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lessonbuild.documents.cues import cue, slide_cues, step_cues, when
from lessonbuild.documents.points import point_blocks
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.slide_blocks import label, slide_blocks
from lessonbuild.documents.timetable import TimedPhase, TimedStep, clock, duration, timetable
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import Act, Agenda, AgendaRow, Cards, Chart, Closing, Cover, Discussion, Divider, Named
from lessonbuild.model.document import Audience, Block, BulletList, Document, NumberedList, Paragraph, Section
from lessonbuild.model.lesson import Lesson, MadeSlide
from lessonbuild.model.slide import AnySlide
from lessonbuild.model.text import Run, plain, text
from lessonbuild.words import Words


def slides(lesson: Lesson) -> tuple[Document, ...]:
    """The deck: one section a slide."""
    sections = tuple(shown.section for shown in deck(lesson))
    return (document(lesson, "slides", Audience.FACILITATOR, sections, title=line(lesson.title)),)


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide where it stands in the deck: its number, and the step during which it is shown."""

    number: int
    at: TimedStep
    section: Section
    slide: AnySlide | None  # the author's; none for what is made from fields

    @property
    def title(self) -> str:
        """As the deck shows it."""
        return plain(self.section.title)

    @property
    def divides(self) -> bool:
        """Whether it only opens a phase."""
        return isinstance(self.section.blocks[0], Divider)


def deck(lesson: Lesson) -> tuple[Shown, ...]:
    """Every slide in order."""
    return tuple(Shown(n, at, section, slide) for n, (at, section, slide) in enumerate(_deck(lesson), 1))


def _deck(lesson: Lesson) -> Iterator[tuple[TimedStep, Section, AnySlide | None]]:
    w, timed = words_of(lesson), timetable(lesson)
    for section in _opening(lesson, timed, w):
        yield timed[0].steps[0], section, None
    for phase in timed:
        yield phase.steps[0], _divider(phase, w), None
        if phase is timed[-1]:
            yield from ((phase.steps[0], section, None) for section in _rubric(lesson, phase, w))
        for slide in phase.phase.slides:
            yield phase.showing(slide.id), _authored(lesson, phase, slide, w), slide
    for section in _ending(lesson, timed[-1], w):
        yield timed[-1].steps[-1], section, None


def _notes(at: TimedStep, cues: tuple[Block, ...], w: Words) -> tuple[Block, ...]:
    return (label(when(at, w)), *cues)


def _authored(lesson: Lesson, phase: TimedPhase, slide: AnySlide, w: Words) -> Section:
    at = phase.showing(slide.id)
    first = at.step.shows[:1] == [slide.id]
    cues = (*(step_cues(at.step, w) if first else ()), *slide_cues(slide, w, phase.phase))
    blocks = slide_blocks(lesson, slide, at)
    return Section(line(slide.title), blocks, _notes(at, cues, w), slide.place, group=_name(phase, w))


def _name(phase: TimedPhase, w: Words) -> str:
    return w(f"phases.{phase.phase.phase}")


def _opening(lesson: Lesson, timed: tuple[TimedPhase, ...], w: Words) -> Iterator[Section]:
    """Title, agenda, objectives, ground rules."""
    first = timed[0].steps[0]
    say = (cue(Act.SAY, prose(lesson.welcome), w),) if lesson.welcome else ()
    hours = f"{clock(timed[0].start)}–{clock(timed[-1].end)} · {duration(lesson.minutes, w)}"
    cover = Cover(
        line(lesson.title), line(lesson.subtitle) if lesson.subtitle else (), (line(lesson.audience), text(hours))
    )
    yield Section(line(lesson.title), (cover,), (label(f"{clock(first.start)} · {lesson.title}"), *say), lesson.place)
    said = _Said(lesson, first, w)
    yield Section(text(w("slides.agenda")), (_agenda(timed, w),), said.notes("agenda", _order(timed, w)))
    main = tuple(line(o.text) for o in lesson.objectives.values() if not o.supports)
    messages = tuple(Paragraph(line(message)) for message in lesson.key_messages)
    yield Section(text(w("slides.objectives")), (NumberedList(main),), said.notes("objectives", messages))
    if lesson.safety:
        cards = Cards(tuple(Named(line(point.title)) for point in lesson.safety))
        yield Section(text(w("slides.safety")), (cards,), said.notes("safety", point_blocks(lesson.safety)))


@dataclass(frozen=True, slots=True)
class _Said:
    """Notes of the slides that are made from fields: what is said, or else what the fields hold."""

    lesson: Lesson
    at: TimedStep
    w: Words

    def notes(self, name: MadeSlide, otherwise: tuple[Block, ...]) -> tuple[Block, ...]:
        """The head with clock time and step, then the words."""
        said = self.lesson.said.get(name)
        cues = (cue(Act.SAY, prose(said), self.w),) if said else otherwise
        return _notes(self.at, cues, self.w)


def _order(timed: tuple[TimedPhase, ...], w: Words) -> tuple[Block, ...]:
    """What learners do in each phase, by the clock."""
    return tuple(Paragraph((*text(f"{clock(p.start)}  {_name(p, w)}. "), *line(p.phase.learners))) for p in timed)


def _agenda(timed: tuple[TimedPhase, ...], w: Words) -> Agenda:
    rows = tuple(
        AgendaRow(
            clock(p.start), str(p.phase.minutes), text(_name(p, w)), line(p.phase.headline) if p.phase.headline else ()
        )
        for p in timed
    )
    clock_word, minutes, phase, what = (text(word) for word in w.list("slides.agenda-head"))
    return Agenda((clock_word, minutes, phase, what), rows, w("slides.ends", clock=clock(timed[-1].end)))


def _divider(phase: TimedPhase, w: Words) -> Section:
    """A phase begins: named by its number and headline, so that no two titles of a deck are the same."""
    name, p = _name(phase, w), phase.phase
    title = line(w("slides.divider", name=name, headline=p.headline)) if p.headline else text(name)
    block = Divider(
        phase.number, text(name), clock(phase.start), w("time.minutes", n=p.minutes), line(p.task or p.learners)
    )
    acts = (
        *((cue(Act.SAY, prose(p.opening), w),) if p.opening else ()),
        cue(Act.DO, (Paragraph(line(p.facilitator)),), w),
        *(prose(p.purpose) if p.purpose else ()),
    )
    return Section(title, (block,), _notes(phase.steps[0], acts, w), p.place, group=name)


def _rubric(lesson: Lesson, phase: TimedPhase, w: Words) -> Iterator[Section]:
    """The criteria and their weights, before the work is judged by them."""
    if not lesson.rubric:
        return
    criteria = list(lesson.rubric.criteria.values())
    said = ", ".join(f"{plain(line(c.name))} {c.weight} %" for c in criteria)
    names = tuple(plain(line(c.name)) for c in criteria)
    weights = tuple(float(c.weight) for c in criteria)
    chart = Chart(
        Chart.Kind.BAR, (), names, ((w("slides.weight"), weights),), w("slides.rubric-unit"),
        w("slides.rubric-alt", criteria=said),
    )  # fmt: skip
    notes = _Said(lesson, phase.steps[0], w).notes("rubric", prose(lesson.rubric.intro))
    yield Section(text(w("slides.rubric")), (chart,), notes, lesson.rubric.place, group=_name(phase, w))


def _ending(lesson: Lesson, phase: TimedPhase, w: Words) -> Iterator[Section]:
    """Reflection, extensions, the last words."""
    at, group = phase.steps[-1], _name(phase, w)
    said = _Said(lesson, at, w)
    if lesson.reflection and lesson.reflection.learners:
        questions = tuple(line(question) for question in lesson.reflection.learners)
        asked = Discussion(questions, text(w("slides.reflection-how")))
        notes = said.notes("reflection", (BulletList(questions),))
        yield Section(text(w("slides.reflection")), (asked,), notes, group=group)
    if lesson.extensions:
        cards = Cards(tuple(Named(line(point.title)) for point in lesson.extensions))
        notes = said.notes("extensions", point_blocks(lesson.extensions))
        yield Section(text(w("slides.extensions")), (cards,), notes, group=group)
    yield _closing(lesson, at, group, w)


def _closing(lesson: Lesson, at: TimedStep, group: str, w: Words) -> Section:
    message = line(lesson.key_messages[0]) if lesson.key_messages else line(lesson.title)
    said = prose(lesson.closing) if lesson.closing else (Paragraph((Run(w("slides.closing")),)),)
    return Section(text(w("slides.closing")), (Closing(message),), _notes(at, (cue(Act.SAY, said, w),), w), group=group)
