"""A form in Word as a program sees it: its fields by their tags, filled as Word fills them, and read again."""

import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BODY = "word/document.xml"


@dataclass(frozen=True)
class Field:
    """One content control."""

    element: Any

    def said(self, name: str) -> str:
        """A property of the control: "alias", "tag", "lock"."""
        return str(self.element.find(f"{W}sdtPr/{W}{name}").get(f"{W}val"))

    @property
    def kind(self) -> str:
        """text, lines, date, comboBox or checkbox."""
        kinds = ("text", "date", "comboBox", "checkbox")
        (found,) = [e for e in self.element.find(f"{W}sdtPr") if etree.QName(e).localname in kinds]
        return "lines" if found.get(f"{W}multiLine") else str(etree.QName(found).localname)

    @property
    def empty(self) -> bool:
        return self.element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None

    @property
    def value(self) -> str | bool:
        """What was filled in: words, or whether the box is ticked."""
        if self.kind == "checkbox":
            return str(self.element.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").get(f"{W14}val")) == "1"
        return "" if self.empty else self.shown

    @property
    def shown(self) -> str:
        """What the page shows."""
        parts = self.element.find(f"{W}sdtContent").iter(f"{W}t", f"{W}br", f"{W}tab")
        return "".join({f"{W}br": "\n", f"{W}tab": "\t"}.get(part.tag, part.text or "") for part in parts)

    @property
    def bookmark(self) -> str:
        """The bookmark that begins right before the control and ends right after it."""
        begin, end = self.element.getprevious(), self.element.getnext()
        assert (begin.tag, end.tag) == (f"{W}bookmarkStart", f"{W}bookmarkEnd")
        assert begin.get(f"{W}id") == end.get(f"{W}id")
        return str(begin.get(f"{W}name"))

    def fill(self, value: str | bool) -> None:
        """Fill it in as Word does: new runs in the look that the control asks for, and no grey words any more."""
        properties, content = self.element.find(f"{W}sdtPr"), self.element.find(f"{W}sdtContent")
        if isinstance(value, bool):
            properties.find(f"{W14}checkbox/{W14}checked").set(f"{W14}val", str(int(value)))
            content.find(f".//{W}t").text = "\u2612" if value else "\u2610"
            return
        properties.remove(properties.find(f"{W}showingPlcHdr"))
        run = etree.Element(f"{W}r")
        run.append(deepcopy(properties.find(f"{W}rPr")))
        for number, line in enumerate(value.split("\n")):
            if number:
                etree.SubElement(run, f"{W}br")
            etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = line
        content[:] = [run]


def part(data: bytes, name: str = _BODY) -> Any:
    """One part of the package, as XML."""
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def fields(data: bytes) -> dict[str, Field]:
    """The fields of a file by their tags, in reading order; no tag is there twice."""
    found = [*_fields(part(data))]
    tags = [field.said("tag") for field in found]
    assert len(set(tags)) == len(tags)
    return dict(zip(tags, found, strict=True))


def names(data: bytes) -> set[str]:
    """The names under which answers are collected: boxes of which one is ticked share theirs."""
    return {tag.partition(".")[0] for tag in fields(data)}


def filled(data: bytes, values: Mapping[str, str | bool]) -> bytes:
    """The file with these values in the fields of these tags."""
    document = part(data)
    for field in _fields(document):
        if (tag := field.said("tag")) in values:
            field.fill(values[tag])
    source, out = zipfile.ZipFile(BytesIO(data)), BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, etree.tostring(document) if name == _BODY else source.read(name))
    return out.getvalue()


def _fields(document: Any) -> Iterator[Field]:
    return (Field(sdt) for sdt in document.iter(f"{W}sdt") if sdt.find(f"{W}sdtPr/{W}docPartObj") is None)
