"""YAML file → Lesson, or all that is wrong with it at once, in the order of the file."""

from collections.abc import Iterable
from pathlib import Path as FilePath

from lessonbuild.model.lesson import Lesson
from lessonbuild.problems import Problem, SourceError
from lessonbuild.reading.agreement import disagreements
from lessonbuild.reading.papers import paper_faults
from lessonbuild.reading.parsing import parse
from lessonbuild.reading.picture import load_pictures
from lessonbuild.reading.prose import markdown_faults
from lessonbuild.reading.references import unknown_ids
from lessonbuild.reading.source import read_source
from lessonbuild.reading.tree import Path
from lessonbuild.reading.validating import validated


def read_lesson(path: FilePath) -> Lesson:
    """The lesson in a file, with its pictures. Raises SourceError with all problems."""
    tree, structural = parse(read_source(path))
    lesson, faults = validated(Lesson, tree)
    found = [*structural, *faults, *unknown_ids(tree), *markdown_faults(tree)]
    pictures: list[Problem] = []
    if lesson:
        found += [*disagreements(lesson, tree), *paper_faults(lesson, tree)]
        pictures += load_pictures(lesson, path.parent)
    problems = [*(problem for _, problem in first_causes(found)), *pictures]
    if lesson is None or problems:
        raise SourceError(in_order(problems))
    return lesson


def first_causes(found: list[tuple[Path, Problem]]) -> list[tuple[Path, Problem]]:
    """Of the problems of one value, and of what it holds, the one that was found first: the others follow from it."""
    kept: dict[Path, Problem] = {}
    for path, problem in found:
        above = (path[:depth] for depth in range(len(path)))
        if path not in kept and not any(kept[p].code in _SWALLOWS for p in above if p in kept):
            kept[path] = problem
    return list(kept.items())


_SWALLOWS = {
    "tag",
    "merge-key",
    "unquoted-value",
    "comma-in-value",
    "key-type",
    "unknown-key",
    "wrong-type",
}  # what is inside was not read


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """As they stand in the file."""
    return sorted(problems, key=lambda problem: (problem.place is not None, problem.place or 0, problem.code))
