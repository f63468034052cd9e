"""Data files: what stands in a sheet comes back from its CSV."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Cell, Column, Formula, Sheet, Workbook
from lessonbuild.writers.csv import write

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
CELLS = st.one_of(
    st.none(),
    TEXT,
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**9), 10**9, places=6, allow_nan=False),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)


def book(rows: tuple[tuple[Cell, ...], ...], heads: tuple[str, ...]) -> Workbook:
    sheet = Sheet("Data", "A title", tuple(map(Column, heads)), rows, note="A note")
    return Workbook("data", "Data", (sheet,), "en", "2026-01-01")


def read(workbook: Workbook, brand: Brand) -> list[list[str]]:
    return list(csv.reader(StringIO(write(workbook, brand).data.decode("utf-8"), newline=""), strict=True))


@given(rows=st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_every_cell_comes_back(rows: list[tuple[Cell, Cell]], brand: Brand) -> None:
    head, *body = read(book(tuple(rows), ("a", "b")), brand)
    assert head == ["a", "b"]
    for row, cells in zip(rows, body, strict=True):
        for value, cell in zip(row, cells, strict=True):
            match value:
                case None:
                    assert cell == ""
                case Decimal() | int():
                    assert Decimal(cell) == value
                case date():
                    assert date.fromisoformat(cell) == value
                case _:
                    assert cell == value


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (Decimal("1200.50"), "1200.5"),
        (Decimal("0E-7"), "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.000001"), "0.000001"),
        (1e-07, "0.0000001"),
        (date(2025, 8, 15), "2025-08-15"),
        (Formula("B2*2", Decimal("4.00")), "4"),
        ('a, "b"\nc', '"a, ""b""\nc"'),
    ],
)
def test_a_cell_is_written_plainly(cell: Cell, written: str, brand: Brand) -> None:
    data = write(book(((cell,),), ("x",)), brand).data.decode("utf-8")
    assert data.startswith("x\r\n")
    assert data == f"x\r\n{written or chr(34) * 2}\r\n"  # a row of one empty cell is quoted, or it would be no row


def test_a_file_holds_one_sheet_and_nothing_but_its_table(brand: Brand) -> None:
    one = book((("1",),), ("x",))
    assert not write(one, brand).data.startswith(b"\xef\xbb\xbf")
    assert b"title" not in write(one, brand).data
    with pytest.raises(ValueError, match="unpack"):
        write(Workbook("data", "Data", (*one.sheets, *one.sheets), "en", "2026-01-01"), brand)
