"""What one field of a lesson cannot know of another: sums of minutes, lengths of rows, slides in steps."""

from collections.abc import Iterable, Iterator, Sized
from datetime import date

from lessonbuild.markdown import MarkdownError, line
from lessonbuild.model.assessment import Rubric
from lessonbuild.model.exhibit import ChartData, TableData
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.phase import Phase
from lessonbuild.problems import Problem, did_you_mean
from lessonbuild.reading.scenarios import scenario_faults
from lessonbuild.reading.tree import Path, Tree
from lessonbuild.reading.validating import Found, found
from lessonbuild.words import languages


def disagreements(lesson: Lesson, tree: Tree) -> Iterator[Found]:
    """All of them, each with the path of the value to mend."""
    yield from _head(lesson, tree)
    yield from _minutes(lesson, tree)
    for number, phase in enumerate(lesson.phases):
        yield from _slides(phase, ("phases", number), tree)
    for name, chart in lesson.charts.items():
        if isinstance(chart, ChartData):
            yield from _chart(chart, ("charts", name), tree)
    for name, table in lesson.tables.items():
        yield from _table(table, ("tables", name), tree)
    for name, scenario in lesson.scenarios.items():
        yield from scenario_faults(scenario, name, tree)
    if lesson.rubric:
        yield from _rubric(lesson.rubric, tree)
    for number, question in enumerate(lesson.quiz):
        if question.answer > len(question.options):
            message = f"the answer is option {question.answer}, and there are {len(question.options)} options"
            yield found(tree, ("quiz", number, "answer"), "no-such-option", message, "the first option is 1")


def _head(lesson: Lesson, tree: Tree) -> Iterator[Found]:
    try:
        date.fromisoformat(lesson.date)
    except ValueError:
        yield found(tree, ("date",), "no-such-date", f'there is no day "{lesson.date}"', "like 2026-11-23")
    if lesson.language.split("-")[0] not in languages():
        hint = did_you_mean(lesson.language, languages(), "languages")
        message = f'there are no words for the language "{lesson.language}"'
        yield found(tree, ("language",), "unknown-language", message, hint)


def _minutes(lesson: Lesson, tree: Tree) -> Iterator[Found]:
    for number, phase in enumerate(lesson.phases):
        steps = sum(step.minutes for step in phase.steps)
        if steps != phase.minutes:
            message = f"the phase has {phase.minutes} minutes, and its steps have {steps} together"
            hint = f"the steps: {_sum(step.minutes for step in phase.steps)}"
            yield found(tree, ("phases", number, "minutes"), "minutes-sum", message, hint)
    pause = lesson.break_.minutes if lesson.break_ and not lesson.break_.option else 0
    phases = sum(phase.minutes for phase in lesson.phases) + pause
    if phases != lesson.minutes:
        what = "phases and break" if pause else "phases"
        message = f"the lesson has {lesson.minutes} minutes, and its {what} have {phases} together"
        hint = f"the {what}: {_sum([*(phase.minutes for phase in lesson.phases), *([pause] if pause else [])])}"
        yield found(tree, ("minutes",), "minutes-sum", message, hint)


def _sum(numbers: Iterable[int]) -> str:
    numbers = list(numbers)
    return f"{' + '.join(map(str, numbers))} = {sum(numbers)}"


def _count(parts: Sized, name: str, names: str) -> str:
    return f"1 {name}" if len(parts) == 1 else f"{len(parts)} {names}"


def _slides(phase: Phase, path: Path, tree: Tree) -> Iterator[Found]:
    """Each slide is shown by one step of its phase, in the order in which the slides stand."""
    own = [slide.id for slide in phase.slides]
    order: list[str] = []
    for number, step in enumerate(phase.steps):
        for i, name in enumerate(step.shows):
            here = (*path, "steps", number, "shows", i)
            if name not in own and any(name == other for _, other in tree.find("phases.*.slides.*.id")):
                message = f'the slide "{name}" stands in another phase'
                yield found(tree, here, "slide-elsewhere", message, "move it here")
            elif name in order:
                yield found(tree, here, "slide-twice", f'the slide "{name}" is shown twice', "give the second an id")
            elif name in own and order and own.index(name) < own.index(order[-1]):
                hint = "slides stand in the order in which they are shown"
                yield found(tree, here, "slide-order", f'the slide "{name}" stands before "{order[-1]}"', hint)
            else:
                order += [name] if name in own else []
    shown = [name for step in phase.steps for name in step.shows]
    if not set(shown) <= {name for _, name in tree.find("phases.*.slides.*.id")}:
        return  # an unknown id may stand for any slide that seems unshown
    for i, name in enumerate(own):
        if name not in shown:
            hint = "name it under `shows:` of the step in which it is shown"
            message = f'no step of its phase shows the slide "{name}"'
            yield found(tree, (*path, "slides", i, "id"), "slide-unshown", message, hint)


def _chart(chart: ChartData, path: Path, tree: Tree) -> Iterator[Found]:
    names, categories = tuple(chart.series), tuple(chart.categories)
    if (not categories) == (chart.over is None):
        message = "a chart has either categories or a time that it runs over"
        yield found(tree, path, "chart-categories", message, "categories: [Jan, Feb], or over: {scenario: ...}")
    gap = "one value a category; write null where there is none"
    for name, values in chart.series.items():
        if isinstance(values, str) and chart.over is None:
            hint = "write a list, or the time that the chart runs over"
            yield found(tree, (*path, "series", name), "series-length", "one expression for several categories", hint)
        if isinstance(values, list) and len(values) != len(categories):
            held = _count(values, "value", "values")
            message = f'the series "{name}" has {held} for {len(categories)} categories'
            yield (*path, "series", name), Problem("series-length", message, tree.key((*path, "series", name)), gap)
    if chart.kind == "waterfall" and len(names) > 1:
        yield found(tree, (*path, "series"), "waterfall-series", "a waterfall has one series", "keep the changes")
    if chart.kind == "scatter" and len(names) != 2:
        message = f"a scatter has two series, across and up, and not {len(names)}"
        yield found(tree, (*path, "series"), "scatter-series", message, "first the place across, then the place up")
    named: list[tuple[Path, str, tuple[str, ...]]] = [
        *(((*path, "emphasis", i), name, (*names, *categories)) for i, name in enumerate(chart.emphasis)),
        *(((*path, "totals", i), name, categories) for i, name in enumerate(chart.totals)),
        *(((*path, "marks", i, "series"), mark.series, names) for i, mark in enumerate(chart.marks)),
        *(((*path, "marks", i, "at"), mark.at, categories) for i, mark in enumerate(chart.marks)),
    ]
    for where, name, known in named:
        if chart.over is None and name not in known:
            kind = "categories" if known == categories else "series" if known == names else "series or categories"
            message = f'"{name}" is not among the {kind} of the chart'
            yield found(tree, where, "unknown-id", message, did_you_mean(name, known, kind))


def _table(table: TableData, path: Path, tree: Tree) -> Iterator[Found]:
    width = len(table.columns) + len(table.columns_over)
    if width < 2:
        yield found(tree, (*path, "columns"), "wrong-count", "a table of one column", "it takes at least 2")
    yield from _periods(table, path, tree)
    cells = len(table.columns) + bool(table.columns_over) - bool(table.rows_over)
    for i, row in enumerate(table.rows):
        if len(row) != cells:
            message = f"the row has {_count(row, 'cell', 'cells')} for {_count(table.columns, 'column', 'columns')}"
            yield found(tree, (*path, "rows", i), "row-length", message, _cells(table))
    for i, column in enumerate(table.numeric):
        if not 1 <= column <= width:
            message = f"there is no column {column}; the table has {width}"
            yield found(tree, (*path, "numeric", i), "no-such-column", message, "the first column is 1")


def _periods(table: TableData, path: Path, tree: Tree) -> Iterator[Found]:
    """What is wrong with a table over periods; their names are known later, to the ledger."""
    for field, over in (("rows-over", table.rows_over), ("columns-over", table.columns_over)):
        for label in over:
            try:
                line(label)
            except MarkdownError as error:
                where = (*path, field, label)
                yield where, Problem("markdown", error.message, tree.key(where), error.hint)
    if table.rows_over and table.columns_over:
        message = "both the rows and the columns run over periods"
        yield found(tree, (*path, "columns-over"), "two-directions", message, "name the period in the cells of one")
    if table.rows_over and len(table.rows) > 1:
        hint = "leave one row, which stands in each period"
        yield found(tree, (*path, "rows", 1), "wrong-count", "a second row beside `rows-over`", hint)


def _cells(table: TableData) -> str:
    """What a row of the table holds."""
    if table.rows_over:
        return "the first column is what the period is called, and the row holds the others"
    return "a cell for each column, and one for all periods" if table.columns_over else 'an empty cell is ""'


def _rubric(rubric: Rubric, tree: Tree) -> Iterator[Found]:
    for name, criterion in rubric.criteria.items():
        if len(criterion.levels) != len(rubric.levels):
            message = f"the criterion has {len(criterion.levels)} levels, and the rubric has {len(rubric.levels)}"
            path = ("rubric", "criteria", name, "levels")
            yield path, Problem("rubric-levels", message, tree.key(path), ", ".join(rubric.levels))
    weights = [criterion.weight for criterion in rubric.criteria.values()]
    if sum(weights) != 100:
        whole: Path = ("rubric", "criteria")
        message = f"the weights of the criteria sum to {sum(weights)}, not to 100"
        yield whole, Problem("weights-sum", message, tree.key(whole), _sum(weights))
