"""What is published: a name, its formats, and the function that assembles it."""

from collections.abc import Callable
from dataclasses import dataclass

from lessonbuild.markdown import line
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Text, text
from lessonbuild.words import Words, words


@dataclass(frozen=True, slots=True)
class Publication:
    """One kind of document. `assemble` gives none when the lesson holds no source for it, and may give several."""

    name: str
    formats: tuple[str, ...]
    assemble: Callable[[Lesson], tuple[Document, ...]]


def words_of(lesson: Lesson) -> Words:
    """The fixed words in the lesson's language."""
    return words(lesson.language)


def full_title(lesson: Lesson) -> str:
    """Title and subtitle in one line, as the plan writes it."""
    return f"{lesson.title}: {lesson.subtitle}" if lesson.subtitle else lesson.title


def document(
    lesson: Lesson,
    name: str,
    audience: Audience,
    sections: tuple[Section, ...],
    *,
    title: Text = (),
    subtitle: Text = (),
    wide: bool = False,
    contents: bool = False,
) -> Document:
    """A Document of this lesson; its title is the fixed word for its name unless another is given."""
    return Document(
        name=name,
        title=title or text(words_of(lesson)(f"documents.{name}")),
        audience=audience,
        sections=sections,
        lesson=full_title(lesson),
        language=lesson.language,
        date=lesson.date,
        subtitle=subtitle or line(full_title(lesson)),
        wide=wide,
        contents=contents,
    )
