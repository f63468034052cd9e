"""Opens a Word file as a package of parts, after looking at what it says of itself: sizes, names, where it leads."""

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lessonbuild.collecting import limits
from lessonbuild.collecting.filled import Refused

_ENCRYPTED = 0x1
_SMALL = 1_000_000  # bytes: a part up to this size may be packed as tightly as it likes
_OUTSIDE = re.compile(r"^(https?|mailto):", re.IGNORECASE)


class Package:
    """The parts of a Word file by name, each read once and never more of it than it said."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OSError):
            raise Refused("zip-damaged") from None
        self.names = _checked(self._zip.infolist())
        for name in self.names:
            if name.endswith(".rels"):
                _refuse_outside(self.xml(name))

    def xml(self, name: str) -> Any:
        """A part as XML, without entities, without the network. Raises Refused."""
        from lxml import etree

        data = self._bytes(name)
        if b"<!DOCTYPE" in data.replace(b"\0", b"").upper():
            raise Refused("xml-doctype", part=name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise Refused("xml-damaged", part=name) from None
        if root.getroottree().docinfo.doctype:
            raise Refused("xml-doctype", part=name)
        return root

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                return part.read(limits.INFLATED)
        except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
            raise Refused("zip-damaged") from None


def _checked(parts: list[ZipInfo]) -> tuple[str, ...]:
    """The names of the parts, if they are such as a Word file has. Raises Refused."""
    if len(parts) > limits.PARTS:
        raise Refused("zip-parts", count=len(parts), most=limits.PARTS)
    names = tuple(part.filename for part in parts)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused("zip-twice")
    for part in parts:
        _refuse_part(part)
    if (whole := sum(part.file_size for part in parts)) > limits.INFLATED:
        raise Refused("zip-bomb", size=f"{whole:,}", most=f"{limits.INFLATED:,}")
    if "[Content_Types].xml" not in names:
        raise Refused("not-word")
    return names


def _refuse_part(part: ZipInfo) -> None:
    name = part.filename
    if part.flag_bits & _ENCRYPTED:
        raise Refused("password")
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise Refused("zip-name")
    if part.file_size > _SMALL and part.file_size > limits.RATIO * max(1, part.compress_size):
        raise Refused("zip-bomb", size=f"{part.file_size:,}", most=f"{limits.RATIO * part.compress_size:,}")
    folded = name.casefold()
    if "vbaproject" in folded or "/macrosheets/" in folded:
        raise Refused("docx-macros")
    if "/embeddings/" in folded or "/activex/" in folded:
        raise Refused("docx-embeds")


def _refuse_outside(relationships: Any) -> None:
    """Links that a reader clicks are no danger; whatever a program would fetch by itself is."""
    for each in relationships:
        if str(each.get("TargetMode", "")).casefold() == "external":
            kind, target = str(each.get("Type", "")).rpartition("/")[2], str(each.get("Target", ""))
            if kind != "hyperlink" or not _OUTSIDE.match(target):
                raise Refused("docx-outside", what=kind[:40])
