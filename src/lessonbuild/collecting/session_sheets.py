"""The sheets on the session itself: each statement with its answers, and by group where groups are large enough."""

from lessonbuild.collecting.forms import Form, Question
from lessonbuild.collecting.people import Entry
from lessonbuild.collecting.privacy import GROUP
from lessonbuild.collecting.results import Results
from lessonbuild.collecting.showing import ends, highest, number
from lessonbuild.collecting.summary import enough, figures, grouped, ratings, shown
from lessonbuild.model.workbook import Cell, Column, Series, Sheet
from lessonbuild.model.workbook import Kind as Holds
from lessonbuild.words import Words


def session_sheets(results: Results, form: Form, w: Words) -> tuple[Sheet, ...]:
    """The whole, then the groups, if there are two that may be shown."""
    about = [entry for entry in results.entries if entry.answers.form == form]
    if not form.ratings:
        return ()
    parted = grouped(about, form)
    may = [name for name in parted if name in shown(parted, everything=results.names)]
    by_group = (_by_group(results, form, parted, may, w),) if len(may) > 1 else ()
    return (_whole(results, form, about, w), *by_group)


def _whole(results: Results, form: Form, about: list[Entry], w: Words) -> Sheet:
    scale = form.ratings[0].options
    rows = tuple(_row(question, ratings(about, question), results.names, len(scale)) for question in form.ratings)
    heads = [w(f"collect.sheets.{name}") for name in ("statement", "answers", "mean", "spread")]
    kinds = (Holds.TEXT, Holds.COUNT, Holds.NUMBER, Holds.NUMBER)
    columns = (*(Column(head, kind) for head, kind in zip(heads, kinds, strict=True)),
               *(Column(f"{n} {word}", Holds.COUNT) for n, word in enumerate(scale, 1)))  # fmt: skip
    note = w("collect.sheets.session-note", least=GROUP, **ends(form.ratings))
    title = w("collect.sheets.session-title", forms=len(about))
    charts = _chart(form, rows, w)
    return Sheet(w("collect.sheets.session"), title, columns, rows, note=note, charts=charts)


def _row(question: Question, values: list[int], names: bool, levels: int) -> tuple[Cell, ...]:
    """A statement's figures; of fewer than five answers only how many there are."""
    found = figures(values)
    if not found or not (names or enough(found.count)):
        return (question.asked, len(values), None, None, *(None,) * levels)
    spread = None if found.spread is None else round(found.spread, 2)
    return (question.asked, found.count, round(found.mean, 2), spread, *(values.count(n + 1) for n in range(levels)))


def _chart(form: Form, rows: tuple[tuple[Cell, ...], ...], w: Words) -> tuple[Series, ...]:
    means = [(str(row[0]).rstrip("."), row[2]) for row in rows if isinstance(row[2], float)]
    if len(means) < 2:
        return ()
    count = len(form.ratings[0].options)
    best, mean = highest(means)
    said = w("collect.sheets.session-chart", count=count, mean=number(mean), statement=best[0])
    if len(best) > 1:
        said = w("collect.sheets.session-chart-even", count=count, mean=number(mean), statements=len(best))
    alt = w("collect.sheets.session-alt", count=len(means), said=said)
    return (Series(said, Series.Shape.BAR, 0, (2,), w("collect.sheets.levels-unit", count=count), alt, (0, count)),)


def _by_group(results: Results, form: Form, parted: dict[str, list[Entry]], may: list[str], w: Words) -> Sheet:
    unnamed = w("collect.sheets.unnamed")
    heads = [w("collect.sheets.group", name=name or unnamed, count=len(parted[name])) for name in may]
    columns = (Column(w("collect.sheets.statement")), *(Column(head, Holds.NUMBER) for head in heads))
    rows = tuple(
        (
            question.asked,
            *_means({name: ratings(about, question) for name, about in parted.items()}, may, results.names),
        )
        for question in form.ratings
    )
    note = w("collect.sheets.groups-note", least=GROUP)
    return Sheet(w("collect.sheets.groups"), w("collect.sheets.groups-title"), columns, rows, note=note)


def _means(parted: dict[str, list[int]], may: list[str], names: bool) -> list[Cell]:
    """A statement's mean in each group, unless so few answered that they, or the others, could be told."""
    told = shown(parted, everything=names)
    means = [figures(parted[name]) if name in told else None for name in may]
    return [round(found.mean, 2) if found else None for found in means]
