"""Files that are no form of ours, damaged, or made to do harm: each is refused with its reason, and stops no other."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Blanks
from filling import BODY, W, filled_by_pypdf, filled_by_word, named, part, repacked, saved, typed
from lxml import etree
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from lessonbuild.cli import main
from lessonbuild.collecting.answers import answered
from lessonbuild.collecting.filled import Refused
from lessonbuild.collecting.forms import Form
from lessonbuild.collecting.sources import read, sources
from lessonbuild.words import words

CUSTOM = "docProps/custom.xml"
TYPES = "[Content_Types].xml"
Make = Callable[[bytes], bytes]


def action(kind: str, **more: object) -> DictionaryObject:
    made = DictionaryObject({NameObject("/S"): NameObject(f"/{kind}")})
    return DictionaryObject(made | {NameObject(f"/{key}"): value for key, value in more.items()})  # type: ignore[arg-type]


def opening(kind: str, **more: object) -> Make:
    def change(writer: object) -> None:
        writer._root_object[NameObject("/OpenAction")] = action(kind, **more)  # type: ignore[attr-defined]

    return lambda blank: saved(change, blank)


def on_a_field(key: str, value: object) -> Make:
    return lambda blank: saved(lambda writer: named(writer, "team").update({NameObject(key): value}), blank)


def with_attachment(blank: bytes) -> bytes:
    return saved(lambda writer: writer.add_attachment("bill.exe", b"MZ"), blank)


def with_xfa(blank: bytes) -> bytes:
    form = lambda writer: writer._root_object["/AcroForm"]  # noqa: E731
    return saved(lambda writer: form(writer).update({NameObject("/XFA"): TextStringObject("<xdp/>")}), blank)


def with_media(blank: bytes) -> bytes:
    def change(writer: object) -> None:
        film = DictionaryObject(
            {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Movie")}
        )
        writer.pages[0]["/Annots"].append(writer._add_object(film))  # type: ignore[attr-defined]

    return saved(change, blank)


def without_fields(blank: bytes) -> bytes:
    return saved(lambda writer: writer._root_object.pop("/AcroForm"), blank)


def without_name(blank: bytes) -> bytes:
    def change(writer: object) -> None:
        form = writer._root_object["/AcroForm"]  # type: ignore[attr-defined]
        form[NameObject("/Fields")] = ArrayObject(list(form["/Fields"])[2:])

    return saved(change, blank)


def encrypted(blank: bytes) -> bytes:
    return saved(lambda writer: writer.encrypt("secret", algorithm="RC4-128"), blank)


def circular(blank: bytes) -> bytes:
    """A field that is its own child; and one that says all the rest is below it."""

    def change(writer: object) -> None:
        form = writer._root_object["/AcroForm"]  # type: ignore[attr-defined]
        first = form["/Fields"][0].get_object()
        first[NameObject("/Kids")] = ArrayObject([form["/Fields"][0], form["/Fields"][0]])

    return saved(change, blank)


def bomb(_: bytes) -> bytes:
    """All fields in an object stream that unpacks to 300 MB."""
    packer = zlib.compressobj(9)
    packed = packer.compress(b"1 0 ") + b"".join(packer.compress(b" " * 1_000_000) for _ in range(300)) + packer.flush()
    body = b"%PDF-1.7\n"
    at = len(body)
    head = f"2 0 obj\n<</Type/ObjStm/N 1/First 4/Length {len(packed)}/Filter/FlateDecode>>stream\n"
    body += head.encode() + packed + b"\nendstream endobj\n"
    table = len(body)
    rows = bytes([0, 0, 0, 0, 0, 255]) + b"\2" + struct.pack(">I", 2) + b"\0" + b"\1" + struct.pack(">I", at) + b"\0"
    rows += b"\1" + struct.pack(">I", table) + b"\0"
    entry = f"3 0 obj\n<</Type/XRef/Size 4/W[1 4 1]/Root 1 0 R/Length {len(rows)}>>stream\n".encode()
    return body + entry + rows + f"\nendstream endobj\nstartxref\n{table}\n%%EOF".encode()


def endless(_: bytes) -> bytes:
    """A table of objects that says that the one before it is itself."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n"
    table = len(body)
    rows = b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
    tail = f"trailer<</Size 2/Root 1 0 R/Prev {table}>>\nstartxref\n{table}\n%%EOF"
    return body + rows + tail.encode()


def nested(_: bytes) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n"
        + b"[" * 100_000
        + b"]" * 100_000
        + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"
    )


def hidden_script(blank: bytes) -> bytes:
    """A script in an object that nothing leads to, its names written with escapes."""
    data = blank.replace(b"%%EOF", b"")
    at = len(data)
    start = int(blank.rsplit(b"startxref", 1)[1].split()[0])
    made = data + b"9999 0 obj\n<</S/Java#53cript/#4aS(app.alert(1))>>\nendobj\n"
    table = len(made)
    trailer = (
        f"xref\n9999 1\n{at:010} 00000 n \ntrailer<</Size 10000/Root 0 0 R/Prev {start}>>\nstartxref\n{table}\n%%EOF"
    )
    root = blank.rsplit(b"/Root", 1)[1].split(b"R")[0].strip().decode()
    return made + trailer.replace("0 0 R", f"{root} R").encode()


def long_answer(blank: bytes) -> bytes:
    return saved(lambda writer: typed(writer, "comments", "€" * 2_000_000), blank)


def other_form(blank: bytes) -> bytes:
    return saved(lambda writer: typed(writer, "lessonbuild-form", "worksheets"), blank)


def other_questions(blank: bytes) -> bytes:
    return saved(lambda writer: named(writer, "team").update({NameObject("/T"): TextStringObject("orchestra")}), blank)


def many_fields(blank: bytes) -> bytes:
    def change(writer: object) -> None:
        fields = writer._root_object["/AcroForm"]["/Fields"]  # type: ignore[attr-defined]
        for number in range(2_500):
            words = {"/T": TextStringObject(f"f{number}"), "/FT": NameObject("/Tx"), "/Ff": NumberObject(0)}
            made = DictionaryObject({NameObject(key): value for key, value in words.items()})
            fields.append(writer._add_object(made))  # type: ignore[attr-defined]

    return saved(change, blank)


def script_as_stream(blank: bytes) -> bytes:
    code = DecodedStreamObject()
    code.set_data(b"this.submitForm('http://example.org')")
    return on_a_field("/AA", DictionaryObject({NameObject("/K"): action("JavaScript", JS=code)}))(blank)


PDFS: dict[str, tuple[Make, str]] = {
    "script on opening": (opening("JavaScript", JS=TextStringObject("app.alert(1)")), "pdf-script"),
    "script on a field": (script_as_stream, "pdf-script"),
    "script that nothing leads to": (hidden_script, "pdf-script"),
    "program on opening": (opening("Launch", F=TextStringObject("calc.exe")), "pdf-launch"),
    "another file on opening": (opening("GoToR", F=TextStringObject("\\\\host\\share")), "pdf-launch"),
    "sends itself": (on_a_field("/A", action("SubmitForm", F=TextStringObject("http://example.org"))), "pdf-sends"),
    "attachment": (with_attachment, "pdf-embeds"),
    "XFA": (with_xfa, "pdf-xfa"),
    "film": (with_media, "pdf-media"),
    "printed to PDF": (without_fields, "pdf-without-fields"),
    "someone else's form": (without_name, "not-our-form"),
    "password": (encrypted, "password"),
    "bomb in a stream": (bomb, "pdf-bomb"),
    "table that leads to itself": (endless, "pdf-without-fields"),
    "nested without end": (nested, "too-deep"),
    "cut off": (lambda blank: blank[: len(blank) // 3], "pdf-damaged"),
    "noise": (lambda _: b"%PDF-1.7\n" + bytes(range(256)) * 40, "pdf-damaged"),
    "two million characters": (long_answer, "answer-too-long"),
    "too many fields": (many_fields, "too-many-fields"),
    "a form that is not collected": (other_form, "unknown-form"),
    "a form with other questions": (other_questions, "other-questions"),
    "field below itself": (circular, "not-our-form"),
}


def with_part(name: str, data: bytes = b"MZ") -> Make:
    return lambda blank: repacked(blank, {name: data})


def body(change: Callable[[str], str]) -> Make:
    return lambda blank: repacked(blank, {BODY: change(etree.tostring(part(blank), encoding="unicode")).encode()})


def leading_outside(blank: bytes) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    name = "word/_rels/document.xml.rels"
    rels = etree.tostring(part(blank, name), encoding="unicode")
    one = f'<Relationship Id="rX" Type="{kind}" Target="http://example.org/x.dotm" TargetMode="External"/>'
    return repacked(blank, {name: rels.replace("</Relationships>", f"{one}</Relationships>").encode()})


LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
XXE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def twice(blank: bytes) -> bytes:
    out = BytesIO(repacked(blank, {}))
    with zipfile.ZipFile(out, "a") as target, pytest.warns(UserWarning, match="Duplicate"):
        target.writestr(BODY, b"<x/>")
    return out.getvalue()


def without_marks(blank: bytes) -> bytes:
    document = part(blank)
    for name in ("tag", "bookmarkStart"):
        for mark in list(document.iter(f"{{{W}}}{name}")):
            mark.getparent().remove(mark)
    return repacked(blank, {BODY: etree.tostring(document)})


def utf16(blank: bytes) -> bytes:
    text = XXE + etree.tostring(part(blank), encoding="unicode").replace("Write here", "&x;")
    return repacked(blank, {BODY: f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")})


def locked(blank: bytes) -> bytes:
    data = bytearray(blank)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


WORDS: dict[str, tuple[Make, str]] = {
    "zip bomb": (with_part("word/media/a.bin", b"\0" * 40_000_000), "zip-bomb"),
    "many parts": (lambda blank: repacked(blank, {f"word/{n}.xml": b"" for n in range(600)}), "zip-parts"),
    "name that leads out": (with_part("../../.bashrc"), "zip-name"),
    "name from the root": (with_part("/etc/passwd"), "zip-name"),
    "two parts of a name": (twice, "zip-twice"),
    "macros": (with_part("word/vbaProject.bin"), "docx-macros"),
    "file inside": (with_part("word/embeddings/oleObject1.bin"), "docx-embeds"),
    "template from outside": (leading_outside, "docx-outside"),
    "entities": (body(lambda text: LAUGHS + text.replace("Write here", "&b;")), "xml-doctype"),
    "entity from a file": (body(lambda text: XXE + text.replace("Write here", "&x;")), "xml-doctype"),
    "entity in UTF-16": (utf16, "xml-doctype"),
    "no XML": (body(lambda text: text[:2000]), "xml-damaged"),
    "locked": (locked, "password"),
    "cut off": (lambda blank: blank[: len(blank) // 2], "zip-damaged"),
    "no Word file": (lambda blank: repacked(blank, {}, (TYPES,)), "not-word"),
    "no name": (lambda blank: repacked(blank, {}, (CUSTOM,)), "not-our-form"),
    "no fields": (without_marks, "docx-without-controls"),
    "long answer": (body(lambda text: text.replace("Write here", "x" * 20_000).replace("<w:showingPlcHdr/>", "")),
                    "answer-too-long"),
}  # fmt: skip

OTHERS = {
    "empty": (b"", "empty-file"),
    "photo": (b"\xff\xd8\xff\xe0 JFIF", "not-a-form"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-word"),
    "other zip": (b"PK\x03\x04 nothing of the kind", "zip-damaged"),
}


def refusal(data: bytes, ours: dict[str, Form]) -> str:
    with pytest.raises(Refused) as found:  # noqa: PT012
        filled = read(data)
        if filled.form not in ours:
            raise Refused("unknown-form")
        answered(filled, ours[filled.form], "file")
    if found.value.code != "unknown-form":
        said = words("en")(f"collect.refused.{found.value.code}", **found.value.values)
        assert said[0].islower()
    return found.value.code


@pytest.mark.parametrize("name", PDFS)
def test_a_bad_pdf_is_refused(name: str, blanks: Blanks, ours: dict[str, Form]) -> None:
    make, code = PDFS[name]
    good = filled_by_pypdf(blanks["rubric", "pypdf"], {"team": "Team 1", "signs": 2})
    assert refusal(make(good), ours) == code


@pytest.mark.parametrize("name", WORDS)
def test_a_bad_word_file_is_refused(name: str, blanks: Blanks, ours: dict[str, Form]) -> None:
    make, code = WORDS[name]
    good = filled_by_word(blanks["rubric", "word"], {"team": "Team 1", "signs": 2})
    assert refusal(make(good), ours) == code


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_form_is_refused(name: str, ours: dict[str, Form]) -> None:
    data, code = OTHERS[name]
    assert refusal(data, ours) == code


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(10_000_001)
    (found,) = sources([tmp_path])
    assert isinstance(found.read, Refused)
    assert found.read.code == "file-too-large"


def test_the_same_file_counts_once(tmp_path: Path, blanks: Blanks) -> None:
    data = filled_by_pypdf(blanks["rubric", "pypdf"], {"team": "Team 1"})
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(data)
    first, second = sources([tmp_path, tmp_path / "a.pdf"])
    assert not isinstance(first.read, Refused)
    assert isinstance(second.read, Refused)
    assert second.read.code == "same-file"


def test_bad_files_stop_no_good_one(tmp_path: Path, blanks: Blanks, lesson_file: Path) -> None:
    good = filled_by_pypdf(blanks["rubric", "pypdf"], {"team": "Team 1", "signs": 2})
    word = filled_by_word(blanks["rubric", "word"], {"team": "Team 1", "signs": 2})
    folder = tmp_path / "forms"
    folder.mkdir()
    for number, (make, _) in enumerate([*PDFS.values(), *WORDS.values()]):
        (folder / f"{number:02}-bad").write_bytes(make(good if number < len(PDFS) else word))
    (folder / "99-good.pdf").write_bytes(good)
    output = tmp_path / "made" / "results.xlsx"
    done = CliRunner().invoke(main, ["collect", str(folder), "--lesson", str(lesson_file), "--output", str(output)])
    assert done.exit_code == 0, done.output
    assert f"1 of {len(PDFS) + len(WORDS) + 1} files collected" in done.output
    assert done.output.count("not collected") == len(PDFS) + len(WORDS)
    assert output.is_file()


def test_where_nothing_can_be_collected_nothing_is_written(tmp_path: Path, lesson_file: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    output = tmp_path / "made" / "results.xlsx"
    done = CliRunner().invoke(main, ["collect", str(tmp_path), "--lesson", str(lesson_file), "--output", str(output)])
    assert done.exit_code == 1
    assert "[not-a-form]" in done.output
    assert not output.exists()


def test_a_name_that_a_terminal_would_obey_is_shown_without_its_orders(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.pdf").write_bytes(b"")
    (found,) = sources([tmp_path])
    assert "\x1b" not in found.name
