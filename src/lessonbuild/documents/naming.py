"""How the kit's documents and slides are called where others refer to them."""

from lessonbuild.model.lesson import Lesson
from lessonbuild.words import Words


def number_range(numbers: list[int]) -> str:
    """4, 5, 6, 9 as "4–6, 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def document_title(lesson: Lesson, name: str, w: Words) -> str:
    """How people call a document of the kit; a case study by its own title."""
    case = lesson.cases.get(name.removeprefix("case-study-")) if name.startswith("case-study-") else None
    return f"{w('documents.case-study')} “{case.title}”" if case else w(f"documents.{name}")


def short_title(lesson: Lesson, name: str, w: Words) -> str:
    """A document in a narrow column: a case study by its short name, or its number."""
    if not name.startswith("case-study-"):
        return w(f"documents.{name}")
    case = name.removeprefix("case-study-")
    number = list(lesson.cases).index(case) + 1
    return lesson.cases[case].short or f"{w('documents.case-study')} {number}"
