"""Advice on a valid lesson, one file a check; none is given yet."""

from lessonbuild.model.brand import Brand
from lessonbuild.model.lesson import Lesson
from lessonbuild.problems import Problem


def check(lesson: Lesson, brand: Brand) -> tuple[Problem, ...]:  # noqa: ARG001 (the checks to come look at both)
    """Every check's advice, in the order of the file."""
    return ()
