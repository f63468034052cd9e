"""What one field of a worksheet or of the answer key cannot know of another: lengths of rows, numbers of answers."""

from collections.abc import Iterator

from lessonbuild.model.item import items_in
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.worksheet import BoxesPart, GridPart, Worksheet
from lessonbuild.problems import Problem
from lessonbuild.reading.tree import Path, Tree
from lessonbuild.reading.validating import Found, found

_PAGES = ("implementation-plan.pages", "cost-audit.pages", "reflection.paper.pages")


def paper_faults(lesson: Lesson, tree: Tree) -> Iterator[Found]:
    """All of them, each with the path of the value to mend."""
    for path, sheet in _worksheets(lesson, tree):
        for number, part in enumerate(sheet.parts):
            if isinstance(part, GridPart):
                yield from _grid(part, (*path, "parts", number), tree)
    yield from _boards(lesson, tree)
    yield from _answers(lesson, tree)


def _worksheets(lesson: Lesson, tree: Tree) -> Iterator[tuple[Path, Worksheet]]:
    """Every worksheet with its path, wherever it stands."""
    by_place = {item.place: item for item in items_in(lesson) if isinstance(item, Worksheet)}
    for pattern in ("worksheets.*", *(f"{pages}.*" for pages in _PAGES)):
        for path, _ in tree.find(pattern):
            yield path, by_place[tree.at(path).place]


def _grid(part: GridPart, path: Path, tree: Tree) -> Iterator[Found]:
    width = len(part.columns)
    for i, row in enumerate(part.rows):
        if len(row) > width:
            message = f"the row has {len(row)} cells for {width} columns"
            yield found(tree, (*path, "rows", i), "row-length", message, "cells that are left out are room to write")
    for i, column in enumerate(part.tick):
        if not 1 <= column <= width:
            message = f"there is no column {column}; the table has {width}"
            yield found(tree, (*path, "tick", i), "no-such-column", message, "the first column is 1")
    if part.shares and len(part.shares) != width:
        message = f"there are {len(part.shares)} shares for {width} columns"
        yield found(tree, (*path, "shares"), "shares-length", message, "one number a column")
    if not part.rows and not part.blank:
        hint = "say how many rows, like `blank: 5`, or print some under `rows:`"
        yield found(tree, path, "empty-grid", "the table has no rows", hint)


def _boards(lesson: Lesson, tree: Tree) -> Iterator[Found]:
    """What is shown on a screen to be filled in has something to fill in."""
    bare = [
        name
        for name, sheet in lesson.worksheets.items()
        if not any(isinstance(part, GridPart | BoxesPart) for part in sheet.parts)
    ]
    message, hint = 'the worksheet "{}" has no table and no boxes to fill in on a screen', "add a part of kind grid"
    for path, name in tree.find("phases.*.slides.*.worksheet"):
        if name in bare:
            yield found(tree, path, "no-board", message.format(name), hint)
    for name in bare:
        if lesson.worksheets[name].board:
            yield found(tree, ("worksheets", name, "board"), "no-board", message.format(name), hint)


def _answers(lesson: Lesson, tree: Tree) -> Iterator[Found]:
    """Each question of a case that has answers has exactly one."""
    for name, answers in lesson.answer_key.cases.items() if lesson.answer_key else ():
        asked = len(lesson.cases[name].questions) if name in lesson.cases else len(answers)
        if len(answers) != asked:
            path: Path = ("answer-key", "cases", name)
            message = f'the case "{name}" has {asked} questions; the answers here number {len(answers)}'
            yield path, Problem("answers-count", message, tree.key(path), "one answer a question, in their order")
