"""Fills forms as programs do: pypdf, pikepdf, and Word, whose habits of saving are written down here."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BODY = "word/document.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Given = Mapping[str, str | int | bool]
"""By the name of a field: words, the number of the ticked box from 1 on, or whether the only box is ticked."""


def filled_by_pypdf(blank: bytes, given: Given) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(blank)))
    values = {name: _state(value) for name, value in given.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _state(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "/Yes" if value else "/Off"
    return f"/{value - 1}" if isinstance(value, int) else value


def filled_by_pikepdf(blank: bytes, given: Given) -> bytes:
    import pikepdf

    with pikepdf.open(BytesIO(blank)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            value = given.get(str(field.T))
            if isinstance(value, bool):
                field.V = field.AS = pikepdf.Name.Yes if value else pikepdf.Name.Off
            elif isinstance(value, int):
                field.V = pikepdf.Name(f"/{value - 1}")
                for number, kid in enumerate(field.Kids, 1):
                    kid.AS = field.V if number == value else pikepdf.Name.Off
            elif value is not None:
                field.V = pikepdf.String(value)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def filled_by_word(blank: bytes, given: Given) -> bytes:
    """What is typed in pieces of several runs, marks of the spelling checker between them, lines parted by w:br."""
    document = part(blank)
    for control in document.iter(f"{{{W}}}sdt"):
        properties = control.find(f"{{{W}}}sdtPr")
        tag = properties.find(f"{{{W}}}tag")
        name, _, number = ("" if tag is None else tag.get(f"{{{W}}}val")).partition(".")
        box = properties.find(f"{{{W14}}}checkbox")
        if name not in given:
            continue
        if box is not None:
            ticked = given[name] is True or (number and given[name] == int(number))
            box.find(f"{{{W14}}}checked").set(f"{{{W14}}}val", str(int(bool(ticked))))
            control.find(f".//{{{W}}}t").text = "\u2612" if ticked else "\u2610"
        else:
            _type(control, properties, str(given[name]))
    return repacked(blank, {BODY: etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)})


def saved_by_libreoffice(data: bytes) -> bytes:
    """What LibreOffice 7.4 leaves of a form: no tags, and grey words that look like answers."""
    document = part(data)
    for name in ("tag", "showingPlcHdr"):
        for mark in list(document.iter(f"{{{W}}}{name}")):
            mark.getparent().remove(mark)
    return repacked(data, {BODY: etree.tostring(document)})


def _type(control: Any, properties: Any, words: str) -> None:
    shows = properties.find(f"{{{W}}}showingPlcHdr")
    if shows is not None:
        properties.remove(shows)
    content = control.find(f"{{{W}}}sdtContent")
    content[:] = []
    for number, line in enumerate(words.split("\n")):
        half = len(line) // 2
        for place, piece in enumerate((line[:half], line[half:])):
            run = etree.SubElement(content, f"{{{W}}}r", {f"{{{W}}}rsidR": "00A77B3E"})
            if number and not place:
                etree.SubElement(run, f"{{{W}}}br")
            etree.SubElement(run, f"{{{W}}}t", {_SPACE: "preserve"}).text = piece
            etree.SubElement(content, f"{{{W}}}proofErr", {f"{{{W}}}type": "spellStart"})


def part(data: bytes, name: str = BODY) -> Any:
    """One part of a package, as XML."""
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def repacked(data: bytes, changed: Mapping[str, bytes], left_out: tuple[str, ...] = ()) -> bytes:
    """A package with parts changed or added."""
    source, out = zipfile.ZipFile(BytesIO(data)), BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in dict.fromkeys([*source.namelist(), *changed]):
            if name not in left_out:
                target.writestr(name, changed[name] if name in changed else source.read(name))
    return out.getvalue()


def saved(change: Any, blank: bytes) -> bytes:
    """A PDF after a change to its writer: `change(writer)`."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(blank)))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def named(writer: Any, name: str) -> Any:
    """The field of a name in a PDF that is being written."""
    fields = writer._root_object["/AcroForm"]["/Fields"]
    return next(f.get_object() for f in fields if f.get_object()["/T"] == name)


def typed(writer: Any, name: str, words: str) -> None:
    named(writer, name)[NameObject("/V")] = TextStringObject(words)
