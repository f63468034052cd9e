"""How the numbers of a column are shown: one format for all of them, so that their digits stand below each other."""

from collections.abc import Sequence
from datetime import date

from lessonbuild.model.workbook import Column, Formula, Kind
from lessonbuild.writers.xlsx.values import Held

DAY = "yyyy-mm-dd"


def number_formats(columns: tuple[Column, ...], cells: Sequence[Sequence[Held]]) -> tuple[str, ...]:
    """The format of each column in Excel's words, from what stands in it.

    Money has no decimals where a column reaches a thousand, nor in hundreds beside it: nobody decides on cents there.
    """
    amounts = [[abs(value) for cell in column if (value := _value(cell))] for column in cells]
    money = [found for column, found in zip(columns, amounts, strict=True) if column.kind is Kind.MONEY]
    large = max((amount for found in money for amount in found), default=0) >= 1000
    return tuple(_format(column.kind, found, large) for column, found in zip(columns, amounts, strict=True))


def number_format(kind: Kind, cell: Held) -> str:
    """The format of a cell that is of another kind than its column."""
    amount = abs(_value(cell))
    return _format(kind, [amount] if amount else [], amount >= 1000)


def _format(kind: Kind, amounts: list[float], large: bool) -> str:
    match kind:
        case Kind.TEXT:
            return "General"
        case Kind.COUNT:
            return "#,##0"
        case Kind.SHARE:
            return "0.0%"
        case Kind.DATE:
            return DAY
        case Kind.NUMBER:
            return _grouped(_needed(amounts))
        case Kind.PRICE:
            return "#,##0.00##"
        case Kind.MONEY:
            return _grouped(_decimals(amounts, large))


def _grouped(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _needed(amounts: list[float]) -> int:
    """The decimals that the numbers have, at most four; thousands need none."""
    if max(amounts, default=0) >= 1000:
        return 0
    return next((places for places in range(4) if all(round(amount, places) == amount for amount in amounts)), 4)


def _decimals(amounts: list[float], large: bool) -> int:
    """As many as the size of a column asks for; more where a price per token would be shown as nothing."""
    largest, least = max(amounts, default=0), min(amounts, default=1)
    if not amounts:
        return 0 if large else 2
    if largest >= 10:
        return 0 if large and largest >= 100 else 2
    return next((places for places, reach in ((2, 0.01), (4, 0.001), (6, 0.00001)) if least >= reach), 8)


def _value(cell: Held) -> float:
    value = cell.value if isinstance(cell, Formula) else cell
    return float(value) if isinstance(value, int | float) else 0.0


def shown(cell: Held, form: str) -> str:
    """The cell as it will be read, to measure it."""
    value = cell.value if isinstance(cell, Formula) else cell
    match value:
        case None:
            return ""
        case date():
            return f"{value:%Y-%m-%d}"
        case str():
            return value
        case _ if form == "0.0%":
            return f"{value:.1%}"
        case _ if form.startswith("#"):
            return f"{value:,.{len(form.partition('.')[2])}f}"
        case _:
            return f"{value:.11g}"
