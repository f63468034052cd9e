"""Which columns are there, and in which order."""

from collections.abc import Iterator, Sequence

from lessonbuild.costs.focus.fault import Cell, Fault, Table, fault
from lessonbuild.model.focus import columns, columns_of

VERSION = "1.2"


def presence(table: Table) -> Iterator[Fault]:
    """Every mandatory column, each column once, and no other without the mark of custom columns."""
    declared = columns_of(VERSION)
    for name in declared:
        if columns()[name].mandatory and name not in table.columns:
            yield Fault("column-missing", name, (), "every export must have this column")
    for name in dict.fromkeys(table.columns):
        if table.columns.count(name) > 1:
            yield Fault("column-twice", name, (), "a column stands there once")
        if name not in declared and not name.startswith("x_"):
            yield Fault("column-unknown", name, (), 'columns that FOCUS does not define begin with "x_"')


def custom_columns(table: Table) -> Iterator[Fault]:
    """Custom columns stand after all others (ColumnHandling-A-013-O)."""
    declared = [i for i, name in enumerate(table.columns) if not name.startswith("x_")]
    for i, name in enumerate(table.columns):
        if name.startswith("x_") and declared and i < declared[-1]:
            yield Fault("column-order", name, (), "custom columns stand after all columns of FOCUS")


def lengths(names: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Fault]:
    """A cell for each column."""
    wrong = [number for number, row in enumerate(rows, 1) if len(row) != len(names)]
    yield from fault("row-length", "", wrong, "a row has a cell for each column")
