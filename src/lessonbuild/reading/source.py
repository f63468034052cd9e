"""A source file as clean text: UTF-8, line breaks of one kind, no invisible control characters."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from lessonbuild.model.place import Place
from lessonbuild.problems import Problem, SourceError

EMPTY = "write `title:`, and what follows"  # what to do about a file that says nothing
LARGEST = 5_000_000  # bytes; a full lesson has about 200,000

# What YAML does not let stand in a file, and the three rare line breaks (NEL, LS, PS) that editors count differently.
UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, and the file's name as the author gave it."""

    file: str
    text: str

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """A place in this file; lines and columns count from 0, as parsers count."""
        return Place(self.file, line + 1, column + 1, width)


def read_source(path: Path) -> Source:
    """The file's text without byte-order mark and with plain line breaks. Raises SourceError."""
    source = Source(str(path), _decoded(path, _bytes(path)).replace("\r\n", "\n").replace("\r", "\n"))
    if not source.text.strip():
        raise SourceError([Problem("empty-file", "the file is empty", source.place(0, 0), EMPTY)])
    if problems := tuple(_unprintable(source)):
        raise SourceError(problems)
    return source


def _bytes(path: Path) -> bytes:
    place = Place(str(path), 1, 1)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"the file has {size / 1e6:.1f} MB; at most {LARGEST // 1_000_000} MB are read"
            hint = "split it into several lessons; pictures stay files beside it"
            raise SourceError([Problem("file-too-large", message, place, hint)])
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError([Problem("no-such-file", "there is no such file", place)]) from None
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else error.strerror or type(error).__name__
        raise SourceError([Problem("unreadable-file", f"the file cannot be read: {reason}", place)]) from None


def _decoded(path: Path, data: bytes) -> str:
    hint = "save the file as UTF-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise SourceError([Problem("not-utf-8", "the file is in UTF-16, not in UTF-8", Place(str(path), 1, 1), hint)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = error.object  # without the byte-order mark, if there was one
        before = found[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        place = Place(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"the byte 0x{found[error.start]:02X} is not UTF-8"
        raise SourceError([Problem("not-utf-8", message, place, hint)]) from None


def _unprintable(source: Source) -> list[Problem]:
    return [
        Problem(
            "control-character",
            f"an invisible control character U+{ord(match[0]):04X}",
            source.place(number, match.start()),
            "delete it, or retype the line",
        )
        for number, line in enumerate(source.text.split("\n"))
        for match in UNPRINTABLE.finditer(line)
    ][:100]
