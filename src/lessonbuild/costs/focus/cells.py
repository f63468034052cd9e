"""What a single cell may hold: null or not, its type and format, the values of an enumeration."""

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from lessonbuild.costs.focus.columns import VERSION
from lessonbuild.costs.focus.fault import Fault, Row, Table, moment_of
from lessonbuild.model.focus import Column, columns, columns_of, rows_of

_NUMBER = re.compile(r"-?([0-9]+(\.[0-9]+)?|\.[0-9]+)(E-?[0-9]+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PLACEHOLDERS = ("null", "none", "n/a", "na", "-", "not applicable")
_TYPES: dict[str, tuple[str, Callable[[str], bool], str]] = {
    "Decimal": ("number", lambda cell: bool(_NUMBER.fullmatch(cell)), "a number like 1234.5, -0.01 or 1.2E-7"),
    "Date/Time": ("time", lambda cell: moment_of(cell) is not None, "a time in UTC like 2025-08-01T00:00:00Z"),
    "JSON": ("json", lambda cell: _pairs(cell) is not None, "a flat JSON object, each key once"),
}


def cells(table: Table) -> Iterator[Fault]:
    """Every cell of every column that FOCUS defines."""
    for name in columns_of(VERSION):
        column = columns()[name]
        if not column.nullable:
            yield from table.faults("null", name, _is_null(name), "must not be null")
        for code, right, text in _tests(column):
            yield from table.faults(code, name, _wrong(name, right), text)


def _is_null(name: str) -> Callable[[Row], bool]:
    return lambda row: row[name] is None


def _wrong(name: str, right: Callable[[str], bool]) -> Callable[[Row], bool]:
    """Null is never wrong here. A value that stands in many rows is looked at once."""
    held = lru_cache(None)(right)
    return lambda row: (cell := row[name]) is not None and not held(cell)


def _tests(column: Column) -> Iterator[tuple[str, Callable[[str], bool], str]]:
    """The code of each fault, what is right, and how that is said."""
    yield "empty", lambda cell: bool(cell.strip()), "null is said by nothing, not by an empty text"
    yield "placeholder", lambda cell: cell.strip().lower() not in _PLACEHOLDERS, "null is not said by a word"
    if column.type in _TYPES:
        yield _TYPES[column.type]
    if column.values:
        yield "value", lambda cell: cell in column.values, f"one of {', '.join(column.values)}"
    if column.name == "BillingCurrency":
        yield "currency", lambda cell: bool(_CURRENCY.fullmatch(cell)), "a code of ISO 4217"


def _pairs(cell: str) -> dict[str, Any] | None:
    """The pairs of a JSON object; None of anything else, of nested values and of keys that come twice."""
    try:
        found = json.loads(cell, object_pairs_hook=list, parse_constant=_refused)
    except ValueError:
        return None
    if not cell.lstrip().startswith("{") or any(isinstance(value, list) for _, value in found):
        return None
    return dict(found) if len(dict(found)) == len(found) else None


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is Python's, not JSON's")


def subcategories(table: Table) -> Iterator[Fault]:
    """A subcategory belongs to its service category."""
    allowed = {(row["category"], row["subcategory"]) for row in rows_of("lessonbuild.costs.focus", "subcategories.csv")}
    yield from table.faults(
        "subcategory",
        "ServiceSubcategory",
        lambda row: row["ServiceSubcategory"] is not None and _category(row) not in allowed,
        "one of the subcategories that FOCUS has in this service category",
    )


def _category(row: Row) -> tuple[Any, Any]:
    return row.get("ServiceCategory"), row["ServiceSubcategory"]


def price_details(table: Table) -> Iterator[Fault]:
    """Properties of a SKU price are FOCUS's own, with values of their type, or marked as custom."""
    types = {row["key"]: row["type"] for row in rows_of("lessonbuild.costs.focus", "price_details.csv")}

    def right(cell: str) -> bool:
        return all(_is_detail(types.get(key, ""), key, value) for key, value in (_pairs(cell) or {}).items())

    text = 'a property that FOCUS defines with a value of its type, or one that begins with "x_"'
    yield from table.faults("price-detail", "SkuPriceDetails", _wrong("SkuPriceDetails", right), text)


def _is_detail(type_: str, key: str, value: Any) -> bool:
    if not type_:
        return key.startswith("x_")
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value is None or (is_number if type_ == "number" else isinstance(value, str))
