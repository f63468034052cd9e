"""The run sheet: the whole session on one page, to stand beside the laptop."""

from lessonbuild.documents.naming import number_range, short_title
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.slides import deck
from lessonbuild.documents.timetable import TimedPhase, clock, duration, timetable
from lessonbuild.markdown import line
from lessonbuild.model.blocks import RunGroup, RunOfShow
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Text, text
from lessonbuild.words import Words


def run_sheet(lesson: Lesson) -> tuple[Document, ...]:
    """One page a lesson."""
    title = text(words_of(lesson)("documents.run-sheet"))
    sections = (Section(title, (run_of_show(lesson),)),)
    return (document(lesson, "run-sheet", Audience.FACILITATOR, sections),)


def run_of_show(lesson: Lesson) -> RunOfShow:
    """Clock, minutes, step, slides, hand-outs and what to cut, phase by phase."""
    w = words_of(lesson)
    groups = tuple(RunGroup(text(_phase_title(phase, w)), _rows(lesson, phase, w)) for phase in timetable(lesson))
    head = tuple(text(word) for word in w.list("guide.run-head"))
    return RunOfShow(head, groups, w("guide.description"), widths=(9, 6, 30, 10, 19, 46, 8))


def _phase_title(phase: TimedPhase, w: Words) -> str:
    name = w(f"phases.{phase.phase.phase}")
    return f"{phase.number}. {name} · {clock(phase.start)}–{clock(phase.end)} · {duration(phase.phase.minutes, w)}"


def _rows(lesson: Lesson, phase: TimedPhase, w: Words) -> tuple[tuple[Text, ...], ...]:
    shown = deck(lesson)
    return tuple(
        (
            text(clock(timed.start)),
            text(str(timed.step.minutes)),
            line(timed.step.title),
            text(number_range([slide.number for slide in shown if slide.at == timed])),
            text(", ".join(short_title(lesson, name, w) for name in timed.step.hands_out)),
            line(timed.step.cut_if_late) if timed.step.cut_if_late else (),
            text(str(timed.step.saves)) if timed.step.saves else (),
        )
        for timed in phase.steps
    )
