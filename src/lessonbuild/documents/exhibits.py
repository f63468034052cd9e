"""Charts and tables of the lesson as blocks, with their labels and sources."""

from lessonbuild.markdown import line
from lessonbuild.model.blocks import Band, Chart, Mark, Target
from lessonbuild.model.document import Block, Paragraph, Role, Table
from lessonbuild.model.exhibit import AnyChart, ChartData, TableData
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Run, Text, plain, strong, text
from lessonbuild.words import Words


def chart(data: AnyChart, w: Words, label: Text = ()) -> Chart:
    """The chart of a settled lesson as a block."""
    if not isinstance(data, ChartData):
        raise TypeError("charts are drawn of settled lessons")
    return Chart(
        kind=Chart.Kind(data.kind),
        title=line(data.title),
        categories=tuple(data.categories),
        series=tuple((name, _numbers(values)) for name, values in data.series.items()),
        unit=data.unit,
        alt=f"{plain(line(data.insight))} {summary(data, w)}",
        label=label,
        emphasis=tuple(data.emphasis),
        marks=tuple(Mark(m.series, m.at, m.text) for m in data.marks),
        target=Target(data.target.value, data.target.label) if data.target else None,
        totals=tuple(data.totals),
        decimals=data.decimals or 0,
        source=source(data.source, w),
        band=Band(data.band.name, _numbers(data.band.low), _numbers(data.band.high)) if data.band else None,
        across=data.across,
        joined=tuple(data.joined),
    )


def _numbers(values: object) -> tuple[float | None, ...]:
    """The numbers of a series, all computed."""
    if not isinstance(values, list):
        raise TypeError("charts are drawn of settled lessons")
    return tuple(None if value is None else float(value) for value in values)


def summary(data: ChartData, w: Words) -> str:
    """Kind, extent, and for each series where it begins and ends and where it is highest: from the chart's numbers."""
    kind, unit = w(f"chart-kinds.{data.kind}"), data.unit
    said = [w("chart-alt.head", kind=kind, unit=unit, first=data.categories[0], last=data.categories[-1])]
    for name, values in list(data.series.items())[:_SAID]:
        known = [(v, c) for v, c in zip(_numbers(values), data.categories, strict=True) if v is not None]
        if known:
            top, at = max(known, key=lambda pair: pair[0])
            ends = [f"{known[end][0]:,.{data.decimals or 0}f}".replace("-", "−") for end in (0, -1)]
            high = f"{top:,.{data.decimals or 0}f}".replace("-", "−")
            said.append(w("chart-alt.series", name=name, first=ends[0], last=ends[1], high=high, at=at))
    return " ".join(said)


_SAID = 4  # series of which the summary speaks; the table holds all


def table(data: TableData, label: Text = ()) -> Table:
    """The table as a block; a label ("Exhibit 3") stands before its title."""
    caption = (*strong(label), Run("  "), *line(data.title)) if label else line(data.title)
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
        drawn = chart(lesson.charts[name], w, label)
        return (drawn, drawn.table()) if lesson.charts[name].table else (drawn,)
    data = lesson.tables[name]
    return (table(data, label), *source_block(data.source, w))


def source(words: str | None, w: Words) -> Text:
    """ "Source: ..." in the lesson's language, or nothing."""
    return line(w("source", source=words)) if words else ()


def source_block(words: str | None, w: Words) -> tuple[Block, ...]:
    """The source as a paragraph under what it belongs to, or nothing."""
    return (Paragraph(source(words, w), Role.SOURCE),) if words else ()
