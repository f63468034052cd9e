"""Formulas as they stand in the file: their rows below the sheet's title, their sheets under the names on the tabs.

A `Formula` counts rows in its table: the head is row 1, the first row of data is row 2. It knows neither the title and
note that this writer puts above the head, nor a name that had to change. It may leave to the writer where it stands:
`{column}` and `{row}` are its own, `{first}` and `{last}` the first and the last row of data.
"""

import re
from collections.abc import Mapping

HEAD = 3  # the row of the head in the file, counted from 0; every sheet has the same, so that all rows move alike

_TOKEN = re.compile(
    r"""
    (?P<text>"(?:[^"]|"")*")
    | '(?P<quoted>(?:[^']|'')+)'!
    | (?<![\w.])(?P<bare>[^\W\d][\w.]*)!
    | (?<![\w.$])(?P<column>\$?[A-Za-z]{1,3}\$?)(?P<row>[0-9]{1,7})(?![\w(.])
    | (?<![\w.$:])(?P<from>\$?)(?P<first>[0-9]{1,7}):(?P<to>\$?)(?P<last>[0-9]{1,7})(?![\w.])
    """,
    re.VERBOSE,
)


def filled(formula: str, row: int, column: int, rows: int) -> str:
    """The formula with its own place in it; row and column are counted from 0, `rows` are those of data."""
    places = {"{column}": _letters(column), "{row}": str(row + 2), "{first}": "2", "{last}": str(rows + 1)}
    return re.sub(r"\{(?:column|row|first|last)\}", lambda found: places[found[0]], formula)


def _letters(column: int) -> str:
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def placed(formula: str, tabs: Mapping[str, str]) -> str:
    """The formula with its sign of equality; `tabs` has the name on the tab for the name of each sheet."""
    return "=" + _TOKEN.sub(lambda found: _token(found, tabs), formula.removeprefix("="))


def _token(found: re.Match[str], tabs: Mapping[str, str]) -> str:
    if found["row"]:
        return f"{found['column']}{int(found['row']) + HEAD}"
    if found["first"]:
        return f"{found['from']}{int(found['first']) + HEAD}:{found['to']}{int(found['last']) + HEAD}"
    name = found["quoted"].replace("''", "'") if found["quoted"] else found["bare"]
    if name and (tab := tabs.get(name, name)) != name:
        return "'" + tab.replace("'", "''") + "'!"
    return found[0]
