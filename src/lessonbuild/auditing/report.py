"""The report of an audit as a document: what was read, where the money went, what to ask, what could not be trusted."""

from collections.abc import Iterator, Sequence

from lessonbuild.auditing import views
from lessonbuild.auditing.budget import Budget
from lessonbuild.auditing.charts import against_budget, committed, over_time, owners_share
from lessonbuild.auditing.findings import Finding
from lessonbuild.auditing.showing import amount, figures, share
from lessonbuild.model.blocks import Callout, Named, Terms, Tone, terms_run_in
from lessonbuild.model.document import Audience, Block, BulletList, Document, Paragraph, Role, Section, Table
from lessonbuild.model.spending import Costs, Export
from lessonbuild.model.text import Run, Text, text
from lessonbuild.words import Words

_EXAMPLES = 3  # row numbers a doubt; the workbook holds more
_TAIL = 16  # characters
_TOP = 12  # rows of a ranking; the rest is one row


def report(export: Export, findings: Sequence[Finding], budget: Budget | None, w: Words) -> Document:
    """The whole report; its date is the last day of the data, since nobody reads the clock."""
    sections = (
        _read(export, w),
        _short(export, findings, w),
        _spending(export, w),
        _owners(export, w),
        *_budget(export, budget, w),
        *_commitments(export, w),
        *_findings(export, findings, w),
        *_doubts(export, w),
        _limits(w),
    )
    return Document(
        name=f"audit-{export.name}",
        title=text(w("audit.title")),
        audience=Audience.OPEN,
        sections=sections,
        lesson=w("audit.running", file=export.name, first=first(export), last=last(export)),
        language="en",
        date=last(export),
        subtitle=text(w("audit.running", file=export.name, first=first(export), last=last(export))),
    )


def first(export: Export) -> str:
    """The first day of the data."""
    return min(part.day for part in export.spend).isoformat()


def last(export: Export) -> str:
    """The last day of the data."""
    return max(part.day for part in export.spend).isoformat()


def _read(export: Export, w: Words) -> Section:
    costs = views.total(export.spend)
    said = {
        "file": export.name,
        "rows": f"{export.rows:,}",
        "version": export.version,
        "period": w("audit.period", first=first(export), last=last(export)),
        "effective": amount(costs.effective, export.currency),
        "billed": amount(costs.billed, export.currency),
        "listed": amount(costs.listed, export.currency),
        "owner": export.owner_key or w("audit.no-owner-key"),
    }
    facts = Terms(tuple(Named(text(w(f"audit.facts.{name}")), text(value)) for name, value in said.items()))
    return Section(text(w("audit.read")), (facts, Paragraph(text(w("audit.basis")))))


def _short(export: Export, findings: Sequence[Finding], w: Words) -> Section:
    """The findings in one table, which says where to begin."""
    if not findings:
        return Section(text(w("audit.short")), (Paragraph(text(w("audit.nothing"))),))
    head = tuple(text(word) for word in w.list("audit.short-head"))
    rows = tuple(
        (
            (Run(f"{finding.number}. "), Run(finding.title)),
            text("–" if finding.amount is None else amount(finding.amount, export.currency)),
            text(w(f"audit.certainty.{finding.certainty}")),
        )
        for finding in findings
    )
    sure = Terms(
        tuple(
            Named(text(w(f"audit.certainty.{name}")), text(w(f"audit.certainty-means.{name}")))
            for name in dict.fromkeys(finding.certainty for finding in findings)
        )
    )
    overlap = Callout(text(w("audit.overlap-label")), (Paragraph(text(w("audit.overlap"))),), Tone.CARE)
    return Section(text(w("audit.short")), (Table(head, rows, w("audit.short"), numeric=(1,)), overlap, sure))


def _findings(export: Export, findings: Sequence[Finding], w: Words) -> Iterator[Section]:
    if findings:
        yield Section(text(w("audit.one-by-one")), ())
    for finding in findings:
        title = (Run(f"{finding.number}. "), Run(finding.title))
        asked = Callout(text(w("audit.ask")), (Paragraph(text(finding.ask)),), Tone.KEY)
        blocks = (Paragraph(text(finding.means)), _facts(export, finding, w), *_evidence(export, finding, w), asked)
        yield Section(title, blocks, level=2)


def _facts(export: Export, finding: Finding, w: Words) -> Paragraph:
    said = [(w("audit.certain"), w(f"audit.certainty.{finding.certainty}"))]
    if finding.amount is not None:
        said.insert(0, (w("audit.amount"), f"{amount(finding.amount, export.currency)}, {finding.basis}"))
    if finding.owner:
        said.append((w("audit.owner"), finding.owner))
    if finding.overlaps:
        said.append((w("audit.overlaps"), ", ".join(map(str, finding.overlaps))))
    return Paragraph(terms_run_in(tuple(Named(text(name), text(words)) for name, words in said)))


def _evidence(export: Export, finding: Finding, w: Words) -> tuple[Block, ...]:
    """The lines behind a finding; a single one says what its text says."""
    if len(finding.evidence) < 2:
        return ()
    largest = max((abs(e.amount) for e in finding.evidence if e.amount is not None), default=None)
    rows = tuple(
        (text(e.what), text(e.when), text("–" if e.amount is None else figures(e.amount, largest)))
        for e in finding.evidence
    )
    head = tuple(text(word.format(currency=export.currency)) for word in w.list("audit.evidence-head"))
    return (Table(head, rows, w("audit.evidence"), numeric=(2,)),)


def _spending(export: Export, w: Words) -> Section:
    services = views.ranked(views.by(export.spend, lambda part: part.service))
    return Section(
        text(w("audit.spending")),
        (over_time(export, w), _ranking(services, "audit.service", export, w)),
    )


def _owners(export: Export, w: Words) -> Section:
    owners = views.ranked(views.by(export.spend, lambda part: part.owner or w("audit.nobody")))
    return Section(text(w("audit.owners")), (*owners_share(export, w), _ranking(owners, "audit.owner", export, w)))


def _ranking(groups: list[tuple[str, Costs]], what: str, export: Export, w: Words) -> Table:
    """The largest groups, and the rest in one row; the sum is that of the export."""
    whole = views.total(export.spend)
    shown = [*groups[:_TOP]]
    if rest := groups[_TOP:]:
        shown.append((w("audit.rest", count=len(rest)), views.total_of(costs for _, costs in rest)))
    rows = [_row(name, costs, whole) for name, costs in (*shown, (w("form.total"), whole))]
    head = (w(what), *(w(f"audit.head.{name}", currency=export.currency) for name in _COLUMNS))
    return Table(tuple(text(word) for word in head), tuple(rows), w(what), numeric=(1, 2, 3, 4), total=True)


_COLUMNS = ("effective", "share", "billed", "listed")


def _row(name: str, costs: Costs, whole: Costs) -> tuple[Text, ...]:
    cells = (
        name,
        figures(costs.effective, whole.effective),
        share(costs.effective, whole.effective),
        figures(costs.billed, whole.billed),
        figures(costs.listed, whole.listed),
    )
    return tuple(text(cell) for cell in cells)


def _budget(export: Export, budget: Budget | None, w: Words) -> Iterator[Section]:
    if budget:
        yield Section(text(w("audit.budget")), against_budget(export, budget, w))


def _commitments(export: Export, w: Words) -> Iterator[Section]:
    if not export.commitments:
        return
    head = tuple(text(w(f"audit.commitment-head.{n}", currency=export.currency)) for n in _COMMITTED)
    most = max(max(one.purchased, one.used, one.unused) for one in export.commitments)
    rows = tuple(
        tuple(
            text(cell)
            for cell in (
                one.name or _last_part(one.id),
                f"{one.first} – {one.last}",
                figures(one.purchased, most),
                figures(one.used, most),
                figures(one.unused, most),
                share(one.used, one.used + one.unused),
            )
        )
        for one in export.commitments
    )
    table = Table(head, rows, w("audit.commitments"), numeric=(2, 3, 4, 5))
    yield Section(text(w("audit.commitments")), (*committed(export, w), table))


def _last_part(name: str) -> str:
    """An identifier by what tells it from others; the workbook holds the whole of it."""
    return f"…{name[-_TAIL:]}" if len(name) > _TAIL else name


_COMMITTED = ("name", "period", "purchased", "used", "unused", "utilization")


def _doubts(export: Export, w: Words) -> Iterator[Section]:
    """What was repaired on reading, and what was left as it stood."""
    if not export.doubts:
        return
    head = tuple(text(word) for word in w.list("audit.doubts-head"))
    rows = tuple(
        tuple(
            text(cell)
            for cell in (
                doubt.code,
                doubt.column,
                f"{doubt.rows:,}",
                ", ".join(map(str, doubt.examples[:_EXAMPLES])),
                doubt.shown,
                doubt.repaired or w("audit.left"),
            )
        )
        for doubt in export.doubts
    )
    table = Table(head, rows, w("audit.doubts"), numeric=(2,), widths=(4, 5, 2, 4, 5, 4))
    yield Section(text(w("audit.doubts")), (Paragraph(text(w("audit.doubts-intro"))), table))


def _limits(w: Words) -> Section:
    points = BulletList(tuple(text(point) for point in w.list("audit.limits-points")))
    return Section(text(w("audit.limits")), (Paragraph(text(w("audit.limits-intro")), Role.BODY), points))
