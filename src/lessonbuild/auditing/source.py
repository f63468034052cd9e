"""A file of charges before its rows are read: what it is, whatever its name says, and which columns it has."""

import csv
import gzip
import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from lessonbuild.problems import Problem, SourceError

_DELIMITERS = ",;\t|"
_LONGEST = 1_000_000  # characters that a head may have
_OTHERS = {
    b"PK\x03\x04": "a zip archive or a workbook",
    b"\x28\xb5\x2f\xfd": "packed with zstd",
    b"SQLi": "a database",
    b"%PDF": "a PDF",
    b"\xff\xfe": "text in UTF-16",
    b"\xfe\xff": "text in UTF-16",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A CSV file: how it is packed, what parts its cells, and its columns as they are spelt."""

    gzipped: bool
    delimiter: str
    columns: tuple[str, ...]


def text_of(path: Path) -> Text | None:
    """What a CSV file says of itself; nothing for a Parquet file. Raises SourceError for whatever is neither."""
    start = _first_bytes(path)
    if start == b"PAR1":
        return None
    if not start:
        raise _refused("no-rows", f'"{path.name}" is empty', "export it anew")
    if other := next((what for mark, what in _OTHERS.items() if start.startswith(mark)), ""):
        raise _not_read(path, f"it is {other}")
    gzipped = start.startswith(b"\x1f\x8b")
    head = _head(path, gzipped)
    delimiter = max(_DELIMITERS, key=lambda sign: len(_cells(head, sign)))
    names = _cells(head, delimiter)
    if len(names) < 2 or not all(names) or not head.replace("\t", " ").isprintable():
        raise _not_read(path, "its first row names no columns")
    return Text(gzipped, delimiter, tuple(names))


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except FileNotFoundError:
        raise _refused("no-such-file", f'there is no file "{path}"', "look at the path") from None
    except IsADirectoryError:
        hint = "an audit is of one file: join them first"
        raise _refused("several-datasets", f'"{path}" is a folder', hint) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _refused("cannot-read", f'"{path}" cannot be read: {reason}', "may you open it?") from None


def _head(path: Path, gzipped: bool) -> str:
    """The first record, without the mark that some programs put before it. A name may hold a line break."""
    try:
        with _unpacked(path, gzipped) as file, io.TextIOWrapper(file, "utf-8-sig", newline="") as lines:
            head = ""
            while (line := lines.readline(_LONGEST)) and len(head) < _LONGEST:
                head += line
                if head.strip() and head.count('"') % 2 == 0:
                    break
            return head.strip("\r\n").replace("\r", " ").replace("\n", " ")
    except (UnicodeDecodeError, EOFError, OSError, zlib.error) as error:
        raise _not_read(path, "its first row is not text in UTF-8") from error


def _unpacked(path: Path, gzipped: bool) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb") if gzipped else path.open("rb"))


def _cells(head: str, delimiter: str) -> Sequence[str]:
    return next(csv.reader([head], delimiter=delimiter), [])


def _not_read(path: Path, reason: str) -> SourceError:
    hint = "hand in a FOCUS export as CSV in UTF-8 (also packed with gzip) or as Parquet"
    return _refused("not-an-export", f'"{path.name}" cannot be read: {reason}', hint)


def _refused(code: str, message: str, hint: str) -> SourceError:
    return SourceError([Problem(code, message, None, hint)])
