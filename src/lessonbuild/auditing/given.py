"""The rows as they were given: every column as text, in a view that SQL reads, whatever the file was.

A CSV becomes a Parquet file of text in a scratch folder, since what is asked of it afterwards reads a few columns each
time; a Parquet file is read where it lies. The database may open nothing but these two, loads nothing from the net, and
keeps to a fixed amount of memory.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonbuild.auditing.source import Text, text_of
from lessonbuild.model.focus import columns as focus_columns
from lessonbuild.problems import Problem, SourceError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY = "850MB"  # below, DuckDB writes a file of forty columns with one thread instead of two
_MACROS = r"""
CREATE MACRO filled(t) AS CASE WHEN t IN ('', 'NULL', 'null') THEN NULL ELSE t END;
CREATE MACRO number(t) AS try_cast(filled(t) AS DECIMAL(38, 15));
CREATE MACRO is_iso(t) AS regexp_full_match(t, '\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z');
CREATE MACRO moment(t) AS CASE
    WHEN strlen(t) = 20 AND ends_with(t, 'Z') THEN try_cast(t AS TIMESTAMP)  -- quick, for nearly all
    WHEN regexp_full_match(trim(t), '\d{4}-\d\d?-\d\d?([ T]\d\d?:\d\d(:\d\d(\.\d+)?)?)?( ?(Z|UTC))?')
        THEN try_cast(trim(t) AS TIMESTAMP)
    WHEN regexp_full_match(trim(t), '\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?[+-]\d\d(:\d\d)?')
        THEN try_cast(trim(t) AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END;
CREATE MACRO iso(t) AS strftime(moment(t), '%Y-%m-%dT%H:%M:%SZ');
"""


@dataclass(frozen=True, slots=True)
class Given:
    """A file of charges, open. `columns` says by which name SQL knows each column of the file."""

    connection: "DuckDBPyConnection"
    names: tuple[str, ...]  # as they are spelt in the file
    reads: str  # the SQL that reads the file, its columns called c0, c1 ...
    types: tuple[str, ...]  # of each column, in SQL

    def rows(self, query: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """What a query gives, a few thousand at a time."""
        cursor = self.connection.execute(query, list(parameters))
        while some := cursor.fetchmany(5000):
            yield from some

    def row(self, query: str, parameters: Sequence[object] = ()) -> tuple[Any, ...]:
        """The one row that a query gives."""
        return next(self.rows(query, parameters))

    def is_text(self, name: str) -> bool:
        """Whether a column of the file may hold anything; a typed one holds values of its type, or nothing."""
        return self.types[self.names.index(name)] == "VARCHAR"

    def spelt(self, name: str) -> str:
        """What SQL calls a column of the file: FOCUS's own by their names, all others by their number."""
        return name if name in focus_columns() else f"c{self.names.index(name)}"


@contextmanager
def opened(path: Path, folder: Path) -> Iterator[Given]:
    """The file, its columns known and its rows not yet read. Raises SourceError, also for what goes wrong inside."""
    text = text_of(path)
    duckdb = _engine()
    try:
        with duckdb.connect(":memory:") as connection:
            _fence(connection, path.resolve(), folder)
            yield _described(connection, path.resolve(), text)
    except duckdb.Error as error:
        raise SourceError([_unreadable(path, str(error))]) from error


def _engine() -> Any:
    try:
        import duckdb
    except ImportError:
        hint = 'install it with: pip install "lessonbuild[audit]"'
        raise SourceError([Problem("no-engine", "an audit needs the package duckdb", None, hint)]) from None
    return duckdb


def _fence(connection: "DuckDBPyConnection", path: Path, folder: Path) -> None:
    """What the database may use and open. The file is named twice: as it is, and as a pattern that means just it."""
    paths, home = f"{quoted(path.as_posix())}, {quoted(_pattern(path))}", quoted(folder.as_posix())
    connection.execute(
        "SET threads = 2; SET enable_progress_bar = false; SET TimeZone = 'UTC';"
        f"SET memory_limit = '{_MEMORY}'; SET temp_directory = {home};"
        "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;"
        f"SET allowed_paths = [{paths}]; SET allowed_directories = [{home}];"
        "SET enable_external_access = false; SET lock_configuration = true"
    )
    connection.execute(_MACROS)


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _pattern(path: Path) -> str:
    """The path for functions that take patterns: `*`, `?` and `[` stand for themselves."""
    return re.sub(r"([*?\[])", r"[\1]", path.as_posix())


def _described(connection: "DuckDBPyConnection", path: Path, text: Text | None) -> Given:
    if text:
        reads = _reads_csv(path, text, _numbered(text.columns))
        return Given(connection, text.columns, reads, ("VARCHAR",) * len(text.columns))
    reads = f"read_parquet({quoted(_pattern(path))}, hive_partitioning = false, binary_as_string = true)"
    described = connection.execute(f"DESCRIBE SELECT * FROM {reads}").fetchall()
    names, types = tuple(str(row[0]) for row in described), tuple(str(row[1]) for row in described)
    return Given(connection, names, f"{reads} AS t({', '.join(_numbered(names))})", types)


def _reads_csv(path: Path, text: Text, called: Sequence[str]) -> str:
    named = ", ".join(f"'{name}': 'VARCHAR'" for name in called)
    packed = "gzip" if text.gzipped else "none"
    return (
        f"read_csv({quoted(_pattern(path))}, auto_detect = false, header = true, columns = {{{named}}}, "
        f"delim = {quoted(text.delimiter)}, quote = '\"', escape = '\"', compression = '{packed}', "
        "hive_partitioning = false)"
    )


def _as_text(name: str, type_: str) -> str:
    """A typed column as FOCUS writes it in a CSV."""
    if type_ == "VARCHAR":
        return name
    if type_.startswith(("TIMESTAMP", "DATE")):
        return f"strftime({name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%SZ')"
    if type_ == 'STRUCT("key" VARCHAR, "value" VARCHAR)[]':
        return f"to_json(map_from_entries({name}))::VARCHAR"
    nested = type_.startswith(("MAP", "STRUCT")) or type_.endswith("]")
    return f"to_json({name})::VARCHAR" if nested else f"{name}::VARCHAR"


def _as_moment(name: str, type_: str) -> str:
    return f"{name}::TIMESTAMP" if type_.startswith(("TIMESTAMP", "DATE")) else f"moment({name})"


def ready(given: Given, folder: Path) -> None:
    """Make a view `given` of all rows: `row` is the number of the row, an absent column is null throughout.

    `starts` and `ends` are the charge period, so that typed times are not written out and read again.
    """
    reads = given.reads if given.reads.startswith("read_parquet") else _staged(given, folder / "rows.parquet")
    called = list(zip(map(given.spelt, given.names), _numbered(given.names), given.types, strict=True))
    moments = {name: _as_moment(number, type_) for name, number, type_ in called}
    held = [f"{_as_text(number, type_)} AS {name}" for name, number, type_ in called]
    held += [f"NULL::VARCHAR AS {name}" for name in focus_columns() if name not in moments]
    held += [
        f"{moments['ChargePeriodStart']} AS starts",
        f"{moments.get('ChargePeriodEnd', 'NULL::TIMESTAMP')} AS ends",
    ]
    given.connection.execute(f"CREATE VIEW given AS SELECT file_row_number + 1 AS row, {', '.join(held)} FROM {reads}")


def _staged(given: Given, file: Path) -> str:
    shape = "FORMAT parquet, COMPRESSION lz4, ROW_GROUP_SIZE 61440"
    given.connection.execute(f"COPY (SELECT * FROM {given.reads}) TO {quoted(file.as_posix())} ({shape})")
    return f"read_parquet({quoted(_pattern(file))}) AS t({', '.join(_numbered(given.names))})"


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    """What SQL calls the columns of the file: a name may be anything."""
    return tuple(f"c{i}" for i in range(len(names)))


def _unreadable(path: Path, said: str) -> Problem:
    """What DuckDB says of a broken file, without its advice on SQL."""
    said = said.partition("Possible")[0]
    line = re.search(r"Line: (\d+)", said)
    place = f"line {line.group(1)}" if line else "a row"
    reasons = {
        "Expected Number of Columns": f"{place} has not as many cells as the first",
        "quote": f"{place} opens a quotation and does not close it",
        "invalid state": "its lines end in different ways, or a quotation is broken",
        "unicode": f"{place} is not in UTF-8",
        "utf-8": f"{place} is not in UTF-8",
        "Maximum line size": f"{place} is longer than 2 MB",
        "Out of Memory": "it needs more memory than is allowed",
    }
    reason = next((reason for mark, reason in reasons.items() if mark.lower() in said.lower()), said.splitlines()[0])
    return Problem(
        "not-an-export", f'"{path.name}" cannot be read: {reason}', None, "export it anew, as CSV in UTF-8 or Parquet"
    )
