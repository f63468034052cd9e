"""The Markdown of every text is within the subset, said with the line of the file that it stands on."""

from collections.abc import Iterator

from lessonbuild.markdown import MarkdownError, line, prose
from lessonbuild.model.item import Format
from lessonbuild.model.lesson import Lesson
from lessonbuild.problems import Problem
from lessonbuild.reading.declared import declared
from lessonbuild.reading.tree import Path, Tree


def markdown_faults(tree: Tree) -> Iterator[tuple[Path, Problem]]:
    """What is outside the subset, and what is blank. Works on the values as written, faulty ones passed over."""
    for path, mark in declared(Lesson, tree.data):
        written = tree.at(path)
        if not (isinstance(mark, Format) and isinstance(written, str) and written):
            continue
        if not written.strip():
            yield (
                path,
                Problem("empty-text", "the text is blank", tree.value(path), "write something, or leave the key out"),
            )
        try:
            line(written) if mark == "line" else prose(written)
        except MarkdownError as error:
            yield path, Problem("markdown", error.message, tree.line_of(path, error.offset), error.hint)
