"""Which files are meant, and what each of them holds: one bad file never stops the rest."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonbuild.collecting import limits
from lessonbuild.collecting.filled import Filled, Refused

_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_HEAD = 1024  # bytes in which a PDF has to say that it is one
_UNSHOWN = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LEFT_BY_PROGRAMS = ("~$", ".")
_LEFT_BY_SYSTEMS = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Source:
    """One file, and what was in it or why it is refused."""

    name: str  # as it is shown
    read: Filled | Refused


def sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """All files meant, each once, in the order of their names; of equal files the first alone is read."""
    met: dict[str, str] = {}
    made = []
    for path in _files(paths):
        name = shown(path)
        try:
            data = _bytes(path)
            same = met.setdefault(hashlib.sha256(data).hexdigest(), name)
            if same != name:
                raise Refused("same-file", file=same)
            made.append(Source(name, read(data)))
        except Refused as refused:
            made.append(Source(name, refused))
    return tuple(made)


def read(data: bytes) -> Filled:
    """What stands in a form, by what the file is, whatever it is called. Raises Refused."""
    if data.startswith(_ZIP):
        from lessonbuild.collecting.docx import read_docx

        return read_docx(data)
    if _PDF in data[:_HEAD]:
        from lessonbuild.collecting.pdf import read_pdf

        return read_pdf(data)
    if data.startswith(_OLE):
        raise Refused("old-word")
    raise Refused("not-a-form" if data else "empty-file")


def shown(path: Path) -> str:
    """The name without characters that a terminal would obey."""
    return _UNSHOWN.sub("\ufffd", str(path))


def _files(paths: Iterable[Path]) -> list[Path]:
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _inside(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=str)


def _inside(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        left = any(part.startswith(_LEFT_BY_PROGRAMS) for part in parts) or file.name.casefold() in _LEFT_BY_SYSTEMS
        if file.is_file() and not left:
            yield file


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused("no-file")
        if (size := path.stat().st_size) > limits.FILE:
            raise Refused("file-too-large", size=f"{size:,}", most=f"{limits.FILE:,}")
        return path.read_bytes()
    except OSError as error:
        raise Refused("cannot-open", what=error.strerror or type(error).__name__) from None
