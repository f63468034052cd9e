"""A deck for the learner's own leadership: prompts in square brackets, and notes that say how to fill each slide."""

from dataclasses import replace

from lessonbuild.documents.cues import cue, slide_cues
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.slide_blocks import argued
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import Act, Cover
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson


def executive_briefing(lesson: Lesson) -> tuple[Document, ...]:
    """One deck, where the lesson has an `executive-briefing`."""
    data = lesson.executive_briefing
    if not data:
        return ()
    w, title = words_of(lesson), line(data.title)
    do = (cue(Act.DO, prose(data.do), w),) if data.do else ()
    opening = Section(title, (Cover(title, line(data.subtitle)),), (cue(Act.SAY, prose(data.say), w), *do), data.place)
    slides = tuple(
        Section(line(slide.title), argued(lesson, slide), slide_cues(slide, w), slide.place) for slide in data.slides
    )
    made, subtitle = (opening, *slides), line(data.subtitle)
    briefing = document(lesson, "executive-briefing", Audience.LEARNER, made, title=title, subtitle=subtitle)
    return (replace(briefing, lesson=w("briefing.foot")),)  # the learner's own organization, not the workshop's title
