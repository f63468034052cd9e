"""Every reference in a lesson file names something that is there.

Works on the values as they were written, so that one misspelt key elsewhere hides no unknown id here.
"""

from collections.abc import Iterator

from lessonbuild.problems import Problem, did_you_mean
from lessonbuild.reading.tree import Path, Tree
from lessonbuild.words import languages, words

# What can be referred to, and where it gets its id.
IDS = {
    "objectives": ("objectives.#",),
    "audiences": ("differentiation.#",),
    "phases": ("phases.*.phase",),
    "slides": ("phases.*.slides.*.id",),
    "charts": ("charts.#",),
    "tables": ("tables.#",),
    "charts or tables": ("charts.#", "tables.#"),
    "formulas": ("formulas.#",),
    "resources": ("resources.*.items.*.id",),
    "cases": ("cases.#",),
    "worksheets": ("worksheets.#",),
    "scenarios": ("scenarios.#",),
    "criteria": ("rubric.criteria.#",),
}

# Where something is referred to, and what. Documents are named by the kit and by the cases.
REFERENCES = {
    "objectives.*.supports": "objectives",
    "phases.*.objectives.*": "objectives",
    "phases.*.differentiation.for.#": "audiences",
    "phases.*.steps.*.shows.*": "slides",
    "phases.*.slides.*.chart": "charts",
    "phases.*.slides.*.table": "tables",
    "phases.*.slides.*.formula": "formulas",
    "phases.*.slides.*.worksheet": "worksheets",
    "executive-briefing.slides.*.chart": "charts",
    "executive-briefing.slides.*.table": "tables",
    "executive-briefing.slides.*.formula": "formulas",
    "executive-briefing.slides.*.worksheet": "worksheets",
    "differentiation.*.read-first.*": "resources",
    "break.after": "phases",
    "cases.*.phase": "phases",
    "cases.*.parts.*.exhibits.*": "charts or tables",
    "project.scenario": "scenarios",
    "charts.*.data": "scenarios",
    "charts.*.over.scenario": "scenarios",
    "budget-model.sheets.*.over.scenario": "scenarios",
    "project.parts.*.exhibits.*": "charts or tables",
    "project.deliverables.*.worksheet": "worksheets",
    "project.deliverables.*.criterion": "criteria",
    "discussion.*.phase": "phases",
    "worksheets.*.phase": "phases",
    "worksheets.*.parts.*.exhibit": "charts or tables",
    "worksheets.*.parts.*.formula": "formulas",
    "implementation-plan.pages.*.parts.*.exhibit": "charts or tables",
    "implementation-plan.pages.*.parts.*.formula": "formulas",
    "cost-audit.pages.*.parts.*.exhibit": "charts or tables",
    "cost-audit.pages.*.parts.*.formula": "formulas",
    "reflection.paper.pages.*.parts.*.exhibit": "charts or tables",
    "reflection.paper.pages.*.parts.*.formula": "formulas",
    "answer-key.cases.#": "cases",
    "answer-key.worksheets.#": "worksheets",
    "answer-key.worksheets.*.exhibits.*": "charts or tables",
    "answer-key.scoring.exhibits.*": "charts or tables",
    "observation.phases.#": "phases",
    "observation.phases.*.*.objectives.*": "objectives",
    "handout.notes.*.phase": "phases",
    "handout.notes.*.exhibits.*": "charts or tables",
    "handout.notes.*.formulas.*": "formulas",
    "rubric.criteria.*.objectives.*": "objectives",
    "quiz.*.objectives.*": "objectives",
    "assessment.*.objectives.*": "objectives",
    "assessment.*.document": "documents",
    "phases.*.steps.*.hands-out.*": "documents",
    "phases.*.resources.documents.*": "documents",
    "materials.*.document": "documents",
    "set-up.tasks.*.document": "documents",
    "prior-knowledge.*.document": "documents",
    "connections.*.document": "documents",
    "applications.*.document": "documents",
    "metacognition.*.document": "documents",
    "safety.*.document": "documents",
    "virtual.*.document": "documents",
    "extensions.*.document": "documents",
    "invitation.reading.*.document": "documents",
}

_ONCE = ("slides", "phases", "resources", "charts or tables")  # their ids stand in lists, or in two places


def unknown_ids(tree: Tree) -> Iterator[tuple[Path, Problem]]:
    """Each reference to what is not there, and each id that two things have."""
    known = {kind: tuple(str(value) for _, value in _declared(tree, kind)) for kind in IDS}
    known["documents"] = document_names(tree)
    for pattern, kind in REFERENCES.items():
        for path, name in tree.find(pattern):
            if isinstance(name, str) and name not in known[kind]:
                place = tree.key(path) if pattern.endswith("#") else tree.value(path)
                message = f'"{name}" is not among the {kind}'
                yield path, Problem("unknown-id", message, place, did_you_mean(name, known[kind], kind))
    for kind in _ONCE:
        yield from _twice(tree, kind)


def _declared(tree: Tree, kind: str) -> Iterator[tuple[Path, object]]:
    for pattern in IDS[kind]:
        yield from tree.find(pattern)


def _twice(tree: Tree, kind: str) -> Iterator[tuple[Path, Problem]]:
    first: dict[object, Path] = {}
    for path, name in _declared(tree, kind):
        if isinstance(name, str) and name in first:
            hint = f"first on line {tree.key(first[name]).line}"
            place = tree.value(path) if path[-1] in ("id", "phase") else tree.key(path)
            yield path, Problem("id-twice", f'two of the {kind} have the id "{name}"', place, hint)
        elif isinstance(name, str):
            first[name] = path


def document_names(tree: Tree) -> tuple[str, ...]:
    """The documents of the kit, and one for each case."""
    language = str(tree.data.get("language", "en")).split("-")[0] if isinstance(tree.data, dict) else "en"
    fixed = words(language if language in languages() else "en").names("documents")
    cases = tuple(f"case-study-{case}" for _, case in tree.find("cases.#"))
    return (*(name for name in fixed if name != "case-study"), *cases)
