"""What Word and PowerPoint files share: their properties, and archives that are the same bytes each time."""

import re
import zipfile
from datetime import datetime
from html import escape
from io import BytesIO
from typing import Any

from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.model.text import plain

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a zip archive can hold


def describe(properties: Any, document: Document, brand: Brand) -> None:
    """Set every core property of an opened package (python-pptx's or python-docx's object) from the document."""
    day = datetime.fromisoformat(document.date)
    properties.title = plain(document.title)
    properties.subject = document.lesson
    properties.author = properties.last_modified_by = brand.organisation
    properties.language = document.language
    properties.created = properties.modified = day
    properties.category = properties.comments = properties.keywords = ""
    properties.identifier = document.name
    properties.revision = 1
    properties.version = document.date


def app_properties(brand: Brand) -> bytes:
    """docProps/app.xml: which program made the file, for which organisation."""
    company = escape(brand.organisation, quote=False)
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{space}"><Application>lessonbuild</Application><Company>{company}</Company></Properties>'
    ).encode()


def settled(data: bytes, date: str) -> bytes:
    """The package with fixed order, fixed member dates, and `date` (ISO) for every date in its core properties.

    Packages inside it (a chart's workbook) are settled too. Raises ValueError when two members have one name:
    a reader would see only one of them, and a slide would be lost without a word.
    """
    source = zipfile.ZipFile(BytesIO(data))
    names = source.namelist()
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"members of one name in a package: {', '.join(sorted(twice))}")
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(names, key=_rank):
            target.writestr(_member(name), _content(name, source.read(name), date))
    return out.getvalue()


def _rank(name: str) -> tuple[bool, bool, str]:
    return (name != "[Content_Types].xml", name != "_rels/.rels", name)


def _content(name: str, data: bytes, date: str) -> bytes:
    if name.endswith(".xlsx"):
        return settled(data, date)
    if name == "docProps/core.xml":
        stamp = f"{date}T00:00:00Z".encode()
        return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", lambda found: found[1] + stamp, data)
    return data


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    member.create_system = 3
    return member
