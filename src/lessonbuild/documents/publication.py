"""What is published: a name, for whom, its formats, and the function that assembles it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from lessonbuild.markdown import line
from lessonbuild.model.blocks import FieldRow, TextField
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Text, text
from lessonbuild.model.workbook import Workbook
from lessonbuild.words import Words, words


class Group(Enum):
    """What a publication is to those who print it."""

    SESSION = "session"  # what the session is run with
    HANDOUTS = "handouts"  # what is read and kept
    FORMS = "forms"  # what is filled in
    DATA = "data"  # what is calculated with


@dataclass(frozen=True, slots=True)
class Publication:
    """One kind of document or workbook.

    `assemble` gives none when the lesson holds no source for it, and may give several.
    """

    name: str
    group: Group
    audience: Audience
    formats: tuple[str, ...]
    assemble: Callable[[Lesson], tuple[Document, ...] | tuple[Workbook, ...]]

    @property
    def about(self) -> str:
        """What it is, in one line: for those who choose, in the language of the command line."""
        return words("en")(f"about.{self.name}")


def words_of(lesson: Lesson) -> Words:
    """The fixed words in the lesson's language."""
    return words(lesson.language)


def full_title(lesson: Lesson) -> str:
    """Title and subtitle in one line, as the plan writes it."""
    return f"{lesson.title}: {lesson.subtitle}" if lesson.subtitle else lesson.title


def short_fields(w: Words, *names: str, begin: str = "") -> FieldRow:
    """Fields that stand beside each other, with the fixed words for their names; `begin` begins their ids."""
    fields = (TextField(f"{begin}{name}", text(w(f"form.{name}")), date=name == "date") for name in names)
    return FieldRow(tuple(fields))


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
    form: bool = False,
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
        form=form,
    )
