"""A FOCUS export → Export: opened, looked over, repaired where that is safe, and summed up."""

from pathlib import Path

from lessonbuild.auditing.columns import column_problems, version
from lessonbuild.auditing.given import Given, opened, ready
from lessonbuild.auditing.repairs import missing_days, repairs
from lessonbuild.auditing.spellings import spelling_doubts, spellings
from lessonbuild.auditing.sums import charges, commitments, resources, spend, usage
from lessonbuild.auditing.tags import label, owner_key, owner_problems, tag_doubts, tags_of
from lessonbuild.files import scratch
from lessonbuild.model.spending import Export
from lessonbuild.problems import Problem, SourceError

_NO_CURRENCY = "XXX"  # ISO 4217: no currency is involved


def read_export(path: Path, owner: str | None = None) -> Export:
    """The export in a CSV (also packed with gzip) or Parquet file. `owner` is the tag key that names owners.

    Raises SourceError with all problems of what the file is, of its columns, or of its rows.
    """
    with scratch() as folder, opened(path, folder) as given:
        _refuse(column_problems(given.names))
        ready(given, folder)
        return _summed(Path(path.name.removesuffix(".gz")).stem, given, owner)


def _summed(name: str, given: Given, owner: str | None) -> Export:
    currencies = _currencies(given)
    rows = sum(currencies.values())
    _refuse(_row_problems(given, currencies))
    found = spellings(given)
    charges(given, found)
    tags = tags_of(given)
    _refuse([*owner_problems(tags, owner), *_day_problems(given)])
    key = owner_key(tags, owner)
    label(given, tags, key)
    currency = next((name for name in currencies if name), _NO_CURRENCY)
    doubts = (
        *repairs(given, currency, rows),
        *spelling_doubts(given, found),
        *tag_doubts(given, tags),
        *missing_days(given),
    )
    return Export(
        name=name,
        version=version(given.names),
        currency=currency,
        rows=rows,
        owner_key=key,
        spend=tuple(spend(given)),
        usage=tuple(usage(given)),
        commitments=tuple(commitments(given)),
        resources=tuple(resources(given)),
        tags=tags.keys,
        doubts=doubts,
    )


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise SourceError(problems)


def _currencies(given: Given) -> dict[str, int]:
    """How many rows are in each; "" stands for those that name none."""
    query = (
        "SELECT coalesce(filled(upper(trim(BillingCurrency))), '') AS name, count(*) FROM given GROUP BY 1 ORDER BY 1"
    )
    return {str(name): int(rows) for name, rows in given.rows(query)}


def _row_problems(given: Given, currencies: dict[str, int]) -> list[Problem]:
    if not currencies:
        return [Problem("no-rows", "the export has a head, but no rows", None, "export a period that has charges")]
    repeated = list(given.rows("SELECT row FROM given WHERE BilledCost = 'BilledCost' ORDER BY row LIMIT 1"))
    if repeated:
        message = f"row {repeated[0][0]} is the head of another export"
        return [Problem("several-datasets", message, None, "join exports without repeating the head")]
    named = [f"{name} ({rows:,} rows)" for name, rows in currencies.items() if name]
    if len(named) > 1:
        message = f"the export has {len(named)} currencies: {', '.join(named[:8])}"
        hint = "nothing is converted: make a file of each BillingCurrency"
        return [Problem("several-currencies", message, None, hint)]
    return []


def _day_problems(given: Given) -> list[Problem]:
    if given.row("SELECT count(*) FROM (SELECT 1 FROM charges LIMIT 1)")[0]:
        return []
    (shown,) = given.row("SELECT coalesce(first(ChargePeriodStart ORDER BY row), '') FROM given")
    message = f'no row has a ChargePeriodStart that can be read; the first is "{str(shown)[:40]}"'
    return [Problem("no-times", message, None, "FOCUS writes times like 2025-08-01T00:00:00Z")]
