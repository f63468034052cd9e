"""Charts and tables of the lesson as blocks, with their labels and sources."""

from lessonbuild.markdown import line
from lessonbuild.model.blocks import Chart, Mark, Target
from lessonbuild.model.document import Block, Paragraph, Role, Table
from lessonbuild.model.exhibit import ChartData, TableData
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Run, Style, Text, plain, text
from lessonbuild.words import Words


def chart(data: ChartData, w: Words, label: Text = ()) -> Chart:
    """The chart as a block."""
    return Chart(
        kind=Chart.Kind(data.kind),
        title=line(data.title),
        categories=tuple(data.categories),
        series=tuple((name, tuple(values)) for name, values in data.series.items()),
        unit=data.unit,
        alt=plain(line(data.insight)),
        label=label,
        emphasis=tuple(data.emphasis),
        marks=tuple(Mark(m.series, m.at, m.text) for m in data.marks),
        target=Target(data.target.value, data.target.label) if data.target else None,
        totals=tuple(data.totals),
        decimals=data.decimals,
        source=source(data.source, w),
    )


def table(data: TableData, label: Text = ()) -> Table:
    """The table as a block; a label ("Exhibit 3") stands before its title."""
    bold = tuple(Run(run.text, Style.STRONG, run.link) for run in label)
    caption = (*bold, Run("  "), *line(data.title)) if label else line(data.title)
    return Table(
        head=tuple(line(cell) for cell in data.columns),
        rows=tuple(tuple(line(cell) if cell else () for cell in row) for row in data.rows),
        description=plain(line(data.insight)),
        caption=caption,
        numeric=tuple(column - 1 for column in data.numeric),
        total=data.total,
    )


def exhibit(lesson: Lesson, name: str, w: Words, number: int | str | None = None) -> tuple[Block, ...]:
    """The chart or table of that name, with its source; labelled where a number or letter is given."""
    label = text(w("exhibit", number=number)) if number else ()
    if name in lesson.charts:
        return (chart(lesson.charts[name], w, label),)
    data = lesson.tables[name]
    return (table(data, label), *source_block(data.source, w))


def source(words: str | None, w: Words) -> Text:
    """ "Source: ..." in the lesson's language, or nothing."""
    return line(w("source", source=words)) if words else ()


def source_block(words: str | None, w: Words) -> tuple[Block, ...]:
    """The source as a paragraph under what it belongs to, or nothing."""
    return (Paragraph(source(words, w), Role.SOURCE),) if words else ()
