"""When everything happens: clock times are computed from the start and the minutes, and never written."""

from collections.abc import Iterator
from dataclasses import dataclass

from lessonbuild.model.lesson import Lesson
from lessonbuild.model.phase import Phase, Step
from lessonbuild.words import Words


def clock(minutes: int) -> str:
    """Minutes since midnight as a time of day."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def duration(minutes: int, w: Words) -> str:
    """Minutes as people say them: "45 minutes", "3 hours"."""
    if minutes % 60 or minutes == 0:
        return w("time.minutes", n=minutes)
    return w("time.hour") if minutes == 60 else w("time.hours", n=minutes // 60)


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step with its start, in minutes since midnight."""

    step: Step
    start: int

    @property
    def end(self) -> int:
        """When the next step begins."""
        return self.start + self.step.minutes


@dataclass(frozen=True, slots=True)
class TimedPhase:
    """A phase with its number, from 1, and its steps in time."""

    phase: Phase
    number: int
    start: int
    steps: tuple[TimedStep, ...]

    @property
    def end(self) -> int:
        """When the phase is over."""
        return self.start + self.phase.minutes

    def showing(self, slide: str) -> TimedStep:
        """The step that shows a slide; the first one for a slide that no step names."""
        return next((timed for timed in self.steps if slide in timed.step.shows), self.steps[0])


def timetable(lesson: Lesson) -> tuple[TimedPhase, ...]:
    """The phases in time. A planned break takes its minutes after its phase; an optional one takes none."""
    return tuple(_timed(lesson))


def _timed(lesson: Lesson) -> Iterator[TimedPhase]:
    hours, minutes = lesson.starts.split(":")
    now = int(hours) * 60 + int(minutes)
    for number, phase in enumerate(lesson.phases, 1):
        steps, at = [], now
        for step in phase.steps:
            steps.append(TimedStep(step, at))
            at += step.minutes
        yield TimedPhase(phase, number, now, tuple(steps))
        now += phase.minutes
        if lesson.break_ and not lesson.break_.option and lesson.break_.after == phase.phase:
            now += lesson.break_.minutes
