"""Lists of points, each with a title and what it means here: the form that most of a lesson's fields have."""

from collections.abc import Iterable

from lessonbuild.markdown import line, prose
from lessonbuild.model.document import Block, Paragraph, Role, Section
from lessonbuild.model.lesson import Lesson, Objective, Point
from lessonbuild.model.text import Run, Style, Text, strong, text
from lessonbuild.words import Words


def point_blocks(points: Iterable[Point]) -> tuple[Block, ...]:
    """Each point's title in bold, then its text."""
    found: list[Block] = []
    for point in points:
        found.append(Paragraph(strong(line(point.title)), Role.LABEL))
        found += prose(point.text) if point.text else ()
    return tuple(found)


def point_section(title: str, points: list[Point], level: int = 1) -> tuple[Section, ...]:
    """A section of points, or none where there are none."""
    return (Section(text(title), point_blocks(points), level=level),) if points else ()


def with_level(objective: Objective, w: Words) -> Text:
    """An objective and its level: "Analyze the role ... (Analyzing)"."""
    return (*line(objective.text), Run(f" ({w(f'levels.{objective.level}')})", Style.EMPHASIS))


def objectives(lesson: Lesson, w: Words, enabling: bool) -> tuple[Text, ...]:
    """The lesson's objectives, or the enabling ones that lead up to them."""
    return tuple(with_level(o, w) for o in lesson.objectives.values() if bool(o.supports) is enabling)
