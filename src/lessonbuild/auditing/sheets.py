"""The workbook of an audit: the same numbers as the report, to sort and to go on with."""

from collections.abc import Callable, Sequence

from lessonbuild.auditing import views
from lessonbuild.auditing.findings import Finding
from lessonbuild.auditing.report import last
from lessonbuild.model.spending import Costs, Export, Spend
from lessonbuild.model.workbook import Cell, Column, Formula, Kind, Series, Sheet, Workbook
from lessonbuild.words import Words


def sheets(export: Export, findings: Sequence[Finding], w: Words) -> Workbook:
    """Findings, then every view, then what was repaired."""
    made = (
        _findings(findings, w),
        _view(export, "months", views.month, w, chart=True),
        _view(export, "services", lambda part: part.service, w),
        _view(export, "owners", lambda part: part.owner or w("audit.nobody"), w),
        *_commitments(export, w),
        *_resources(export, w),
        *_doubts(export, w),
    )
    return Workbook(f"audit-{export.name}", w("audit.title"), made, "en", last(export), export.currency)


def _findings(findings: Sequence[Finding], w: Words) -> Sheet:
    heads = w.list("audit.sheets.findings-head")
    kinds = (Kind.TEXT, Kind.MONEY, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TEXT)
    rows = tuple((f.title, f.amount, f.basis, f.owner, f.means, f.ask) for f in findings)
    columns = tuple(Column(head, kind) for head, kind in zip(heads, kinds, strict=True))
    return Sheet(w("audit.sheets.findings"), w("audit.short"), columns, rows, note=w("audit.overlap"))


def _view(export: Export, name: str, key: Callable[[Spend], str], w: Words, *, chart: bool = False) -> Sheet:
    """A ranking, or the months in their order, with a sum that the spreadsheet works out."""
    groups = views.by(export.spend, key)
    order = sorted(groups.items()) if chart else views.ranked(groups)
    money = tuple(Column(w(f"audit.sheets.{cost}"), Kind.MONEY) for cost in _COSTS)
    columns = (Column(w(f"audit.sheets.{name}")), *money)
    rows: list[tuple[Cell, ...]] = [(label, *_cells(costs)) for label, costs in order]
    title = w(f"audit.sheets.{name}-title", file=export.name)
    unit = w("audit.unit", currency=export.currency)
    series = (Series(title, Series.Shape.COLUMN, 0, (1,), unit, title),) if chart and len(rows) > 1 else ()
    return Sheet(
        w(f"audit.sheets.{name}"), title, columns, (*rows, _sum(views.total(export.spend), w)), total=True,
        note=w("audit.basis"), charts=series,
    )  # fmt: skip


_COSTS = ("effective", "billed", "contracted", "listed")


def _cells(costs: Costs) -> tuple[Cell, ...]:
    return (costs.effective, costs.billed, costs.contracted, costs.listed)


def _sum(whole: Costs, w: Words) -> tuple[Cell, ...]:
    sums = (Formula("SUM({column}{first}:{column}{last})", float(str(value))) for value in _cells(whole))
    return (w("form.total"), *sums)


def _commitments(export: Export, w: Words) -> tuple[Sheet, ...]:
    if not export.commitments:
        return ()
    heads = w.list("audit.sheets.commitments-head")
    kinds = (Kind.TEXT, Kind.DATE, Kind.DATE, Kind.MONEY, Kind.MONEY, Kind.MONEY, Kind.MONEY)
    columns = tuple(Column(head, kind) for head, kind in zip(heads, kinds, strict=True))
    rows = tuple(
        (one.name or one.id, one.first, one.last, one.purchased, one.used, one.unused, one.covered)
        for one in export.commitments
    )
    return (Sheet(w("audit.sheets.commitments"), w("audit.commitments"), columns, rows),)


def _resources(export: Export, w: Words) -> tuple[Sheet, ...]:
    if not export.resources:
        return ()
    heads = w.list("audit.sheets.resources-head")
    kinds = (Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.DATE, Kind.MONEY)
    columns = tuple(Column(head, kind) for head, kind in zip(heads, kinds, strict=True))
    rows = tuple((one.id, one.service, one.owner, one.first, one.last, one.effective) for one in export.resources)
    return (Sheet(w("audit.sheets.resources"), w("audit.sheets.resources-title"), columns, rows),)


def _doubts(export: Export, w: Words) -> tuple[Sheet, ...]:
    if not export.doubts:
        return ()
    columns = tuple(
        Column(head, Kind.COUNT if number == 2 else Kind.TEXT)
        for number, head in enumerate(w.list("audit.doubts-head"))
    )
    rows = tuple(
        (d.code, d.column, d.rows, ", ".join(map(str, d.examples)), d.shown, d.repaired or w("audit.left"))
        for d in export.doubts
    )
    return (Sheet(w("audit.sheets.doubts"), w("audit.doubts"), columns, rows, note=w("audit.doubts-intro")),)
