"""What a cell of a spreadsheet can hold: numbers of 15 digits, dates since 1900, texts that are not too long."""

import re
from datetime import date
from decimal import Context, Decimal

from lessonbuild.model.workbook import Cell, Entry, Formula

Held = str | int | float | date | Formula | None

DIGITS = Context(prec=15)  # what Excel keeps of a number
_WHOLE = Decimal(10) ** 15
_LARGEST = Decimal("9.99e307")
_LONGEST = 32767  # UTF-16 units of a text
_FIRST = date(1900, 1, 1)
_LONE = re.compile("[\ud800-\udfff]")  # halves of characters, which no file can hold
_SILENT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # only the text of a cell can hold those

REASONS = {
    "number-not-possible": "a spreadsheet cannot hold this number exactly; it stands as text, and no sum counts it",
    "date-not-possible": "a spreadsheet knows no dates before 1900; it stands as text",
    "text-too-long": f"a cell holds at most {_LONGEST} characters; the end is left out",
    "character-not-possible": "a character that cannot stand here is replaced",
}


def held(cell: Cell) -> tuple[Held, str]:
    """What is written for the value, and the code of what had to change (a key of REASONS), or nothing."""
    match cell:
        case None:
            return None, ""
        case str():
            return _text(cell)
        case Entry():
            return held(cell.value)
        case Formula():
            value, code = held(sayable(cell.value) if isinstance(cell.value, str) else cell.value)
            return Formula(cell.formula, value if isinstance(value, str | int | float) else str(value)), code
        case date():
            return (cell, "") if date(cell.year, cell.month, cell.day) >= _FIRST else (str(cell), "date-not-possible")
        case _:
            return _number(cell)


def sayable(words: str) -> str:
    """A title, a head or a description without the characters that XML has no place for."""
    return _SILENT.sub("\ufffd", words)


def _text(words: str) -> tuple[str, str]:
    whole = _LONE.sub("\ufffd", words)
    if len(units := whole.encode("utf-16-le")) > 2 * _LONGEST:
        return units[: 2 * _LONGEST].decode("utf-16-le", "ignore"), "text-too-long"
    return whole, "" if whole == words else "character-not-possible"


def _number(number: float | Decimal) -> tuple[Held, str]:
    """Digits after the fifteenth are dropped, as Excel drops them, unless they are of the whole part."""
    exact = Decimal(str(number))  # of a float: the shortest digits that mean it
    if not exact.is_finite() or abs(exact) > _LARGEST:
        return str(number), "number-not-possible"
    kept = DIGITS.plus(exact)
    if abs(exact) >= _WHOLE and kept != exact:
        return str(number), "number-not-possible"
    return (int(kept) if isinstance(number, int) else float(kept)), ""
