"""A built file as whoever opens it can read it: every text in it, seen or not; who it names; what it hides."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

_NAMED = ("creator", "lastModifiedBy", "Company", "Manager")  # of a package's properties
_SHOWN = frozenset(("t", "v", "text", "f"))  # elements that hold text in Word, PowerPoint and Excel
_SAID = ("descr", "title", "alias", "author", "initials", "name")  # attributes that hold text


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a file."""

    text: str
    names: tuple[str, ...]  # of people and organisations
    hidden: tuple[str, ...]  # parts that are not shown, and files within the file


def contents(form: str, data: bytes) -> Contents:
    """What is in a file of this format: "pdf", "csv", or one of Office's."""
    match form:
        case "pdf":
            return _pdf(data)
        case "csv":
            return Contents(data.decode(), (), ())
        case _:
            return _package(data)


def _package(data: bytes) -> Contents:
    text, names, hidden = list[str](), list[str](), list[str]()
    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            content = package.read(part)
            if part.endswith(".xlsx"):
                inner = _package(content)
                text.append(inner.text)
                names += inner.names
            elif part.endswith((".xml", ".rels")):
                root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
                text.append(" ".join(_words(root)))
                names += _names(root)
                hidden += [f"{part}: hidden" for element in root.iter() if _is_hidden(element)]
    return Contents("\n".join(text), tuple(names), tuple(hidden))


def _words(root: Any) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str):
            name = _local(element.tag)
            if name in _SHOWN or name in ("title", "subject", "description", "keywords", "category"):
                yield element.text or ""
            yield from (value for key, value in element.attrib.items() if _local(key) in _SAID)


def _names(root: Any) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str):
            if _local(element.tag) in _NAMED:
                yield element.text or ""
            yield from (value for key, value in element.attrib.items() if _local(key) == "author")
            if _local(element.tag) == "cmAuthor":
                yield element.get("name", "")


def _is_hidden(element: Any) -> bool:
    """A slide that is not shown, a sheet that is not listed, words that Word does not draw."""
    if not isinstance(element.tag, str):
        return False
    name = _local(element.tag)
    return (
        (name == "sld" and element.get("show") in ("0", "false"))
        or (name == "sheet" and element.get("state") in ("hidden", "veryHidden"))
        or name == "vanish"
    )


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _pdf(data: bytes) -> Contents:
    from pypdf import PdfReader  # imported on use

    reader = PdfReader(BytesIO(data))
    pages = [page.extract_text() for page in reader.pages]
    said = list(_alternatives(reader.root_object.get("/StructTreeRoot")))
    info = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    stream = reader.root_object.get("/Metadata")
    meta = stream.get_object().get_data().decode("utf-8", "replace") if stream is not None else ""
    creators = re.findall(r"<dc:creator>.*?</dc:creator>", meta, re.DOTALL)
    names = [info.get("/Author", ""), *(re.sub(r"<[^>]*>", " ", one).strip() for one in creators)]
    hidden = [f"attachment: {name}" for name in reader.attachments]
    return Contents("\n".join([*pages, *said, *info.values(), meta]), tuple(names), tuple(hidden))


def _alternatives(element: Any) -> Iterator[str]:
    """What the structure says aloud in place of pictures."""
    element = element.get_object() if element is not None else None
    if isinstance(element, list):
        for inside in element:
            yield from _alternatives(inside)
    elif isinstance(element, dict):
        yield from (str(element[key]) for key in ("/Alt", "/ActualText") if key in element)
        yield from _alternatives(element.get("/K"))
