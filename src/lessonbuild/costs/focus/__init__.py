"""Whether cost data keep the rules of FOCUS 1.2: tables of the specification's rules, and what must add up.

The tables: `model/focus_columns.csv` for the columns with their types and values, `conditions.csv` for what a column
must hold when others hold something, `subcategories.csv` and `price_details.csv` for allowed pairs and properties. They
are read by `columns`, `cells` and `conditions`; `prices`, `commitments`, `periods` and `identities` hold the rest.
"""

from collections.abc import Callable, Iterator, Sequence

from lessonbuild.costs.focus.cells import cells, price_details, subcategories
from lessonbuild.costs.focus.columns import custom_columns, lengths, presence
from lessonbuild.costs.focus.commitments import balances, covered, purchases, unused
from lessonbuild.costs.focus.conditions import conditions
from lessonbuild.costs.focus.fault import Cell, Fault, Table
from lessonbuild.costs.focus.identities import one_of_each
from lessonbuild.costs.focus.periods import corrections, in_billing_period, starts_before_end
from lessonbuild.costs.focus.prices import contracted, credit_costs, listed, not_negative

RULES: tuple[Callable[[Table], Iterator[Fault]], ...] = (
    presence, custom_columns, cells, subcategories, price_details, conditions,
    listed, contracted, not_negative, credit_costs,
    balances, covered, unused, purchases,
    starts_before_end, in_billing_period, corrections, one_of_each,
)  # fmt: skip
"""Each is asked of the whole table, and says what is wrong in it."""


def faults(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[Fault, ...]:
    """Everything that is wrong in cost data. Cells are as a CSV file has them, None where FOCUS says null.

    Of a column that is not there only its absence is a fault, where FOCUS wants it of all suppliers. Rows that have not
    as many cells as there are columns are faults by themselves and left out of everything else.
    """
    table = Table.of(columns, rows)
    return (*lengths(columns, rows), *(fault for rule in RULES for fault in rule(table)))


__all__ = ["RULES", "Fault", "faults"]
