"""What is repaired in the rows, or cannot be trusted in them: each repair is a question that every row is asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from lessonbuild.auditing.columns import COSTS, TIMES, absent, undeclared
from lessonbuild.auditing.doubts import Check, counts, doubt, doubts
from lessonbuild.auditing.given import Given, quoted
from lessonbuild.model.spending import Doubt

_CORRECTION = "filled(ChargeClass) = 'Correction'"
_LISTED = "(number(ListUnitPrice)::DOUBLE * number(PricingQuantity)::DOUBLE)"
_GAP = f"abs({_LISTED} - number(ListCost)::DOUBLE)"
_USE = "lower(ChargeCategory) = 'usage' AND filled(CommitmentDiscountId) IS NULL"
_PARTS = "number(BilledCost) <> trunc(number(BilledCost))"
_WHOLE = "number(EffectiveCost) = trunc(number(EffectiveCost))"
_MISSING = {"ServiceName": "the service category", "ServiceCategory": "Other", "ChargeCategory": "Usage"}


def repairs(given: Given, currency: str, rows: int) -> Iterator[Doubt]:
    """Every doubt that a row can raise by itself, and those of whole columns."""
    checks = [*_costs(), *_values(given), *_currency(given, currency), *_list()]
    yield from chain(_times(given), doubts(given, checks), _nulls(given), _rounded(given), _columns(given, rows))


def _times(given: Given) -> Iterator[Doubt]:
    """A row whose start cannot be read belongs to no day, and is left out. Asked of the few distinct values."""
    for column in (name for name in TIMES if name in given.names and (given.is_text(name) or name == TIMES[0])):
        void = f"filled({column}) IS NULL"
        odd = f"NOT is_iso({column}) AND moment({column}) IS NOT NULL"
        lost = f"moment({column}) IS NULL" + ("" if column == TIMES[0] else f" AND NOT ({void})")
        asked = ", ".join(f"coalesce(sum(n) FILTER (WHERE {condition}), 0)::BIGINT" for condition in (odd, lost))
        values = f"SELECT {column}, count(*) AS n FROM given GROUP BY 1"
        repaired, left = given.row(f"SELECT {asked} FROM ({values})")
        if repaired:
            yield doubt(given, Check("time-not-iso", column, odd, column, f"iso({column})"), repaired)
        if left:
            yield doubt(given, Check("time-not-iso", column, lost, column), left)


def _costs() -> Iterator[Check]:
    """A cost that is no number is left out of the sums, which counts it as nothing."""
    for column in COSTS:
        yield Check("cost-not-number", column, f"number({column}) IS NULL", column)


def _values(given: Given) -> Iterator[Check]:
    for column, instead in _MISSING.items():
        if column in given.names:
            yield Check("value-missing", column, f"filled({column}) IS NULL", column, f"'{instead}'")


def _currency(given: Given, currency: str) -> Iterator[Check]:
    absent = "BillingCurrency" not in given.names
    condition = "true" if absent else "filled(trim(BillingCurrency)) IS NULL"
    yield Check("currency-missing", "BillingCurrency", condition, "BillingCurrency", quoted(currency))


def _list() -> Iterator[Check]:
    """More apart than a thousandth, and than the last decimals of a price may be rounded."""
    apart = f"{_GAP} > 0.001 * abs(number(ListCost)::DOUBLE) AND {_GAP} > 1e-7 AND {_CORRECTION} IS NOT TRUE"
    shown = "concat(ListUnitPrice, ' x ', PricingQuantity, ' is not ', ListCost)"
    yield Check("list-not-quantity", "ListCost", apart, shown)


def _nulls(given: Given) -> Iterator[Doubt]:
    """Columns that say "nothing" in two ways. The rarer way is shown."""
    names = [name for name in given.names if given.is_text(name)]
    called = [given.spelt(name) for name in names]
    asked = ", ".join(f"count(nullif({c}, '')), count(nullif(nullif({c}, 'NULL'), 'null')), count({c})" for c in called)
    rows, *numbers = given.row(
        f"SELECT count(*), {asked or 'NULL'} FROM given"
    )  # nullif: five times as quick as FILTER
    for i, (name, column) in enumerate(zip(names, called, strict=True)):
        something, unnamed, all_ = numbers[3 * i : 3 * i + 3]
        ways = (
            (rows - something, f"({column} IS NULL OR {column} = '')"),
            (all_ - unnamed, f"{column} IN ('NULL', 'null')"),
        )
        number, rarer = min(ways)
        if number:
            shown = f"CASE WHEN {ways[0][1]} THEN '\"\"' ELSE {column} END"
            yield doubt(given, Check("null-mixed", name, rarer, shown, "'null'"), number)


def _rounded(given: Given) -> Iterator[Doubt]:
    """Effective costs that lost their decimals: most are whole where the bill is not."""
    parts, both = counts(given, [f"{_USE} AND {_PARTS}", f"{_USE} AND {_PARTS} AND {_WHOLE}"])
    if both * 2 > parts:
        shown = "concat(EffectiveCost, ' where ', BilledCost, ' was billed')"
        yield doubt(
            given, Check("effective-rounded", "EffectiveCost", f"{_USE} AND {_PARTS} AND {_WHOLE}", shown), both
        )


def _columns(given: Given, rows: int) -> Iterator[Doubt]:
    for name in undeclared(given.names):
        column = given.spelt(name)
        yield doubt(given, Check("column-undeclared", name, f"filled({column}) IS NOT NULL", column), rows)
    for name in absent(given.names):
        yield Doubt("column-missing", name, rows, (), "", "")


def missing_days(given: Given) -> Iterator[Doubt]:
    """Days between the first and the last that no row of use covers: a part of the export was lost."""
    spans = sorted(given.rows("SELECT DISTINCT day, greatest(until, day) FROM charges WHERE charge <> 'Purchase'"))
    gaps = list(_gaps(spans))
    if gaps:
        yield Doubt("period-missing", TIMES[0], sum(days for _, days in gaps), (), gaps[0][0].isoformat(), "")


def _gaps(spans: list[tuple[date, date]]) -> Iterator[tuple[date, int]]:
    """The first day and the length of each stretch that no span covers; a span names its first and last day."""
    covered = spans[0][1] if spans else date.min
    for first, last in spans:
        if first > covered + timedelta(days=1):
            yield covered + timedelta(days=1), (first - covered).days - 1
        covered = max(covered, last)
