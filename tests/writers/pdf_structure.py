"""Reads a PDF back as those hear it who do not see it: the structure tree, with the words of each element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, PdfObject

Words = dict[tuple[int, int], str]
"""The text of each marked stretch of content, by the number of its page object and its own."""


@dataclass
class Heard:
    """An element: its tag, what stands in it, and its place among others."""

    tag: str
    kids: "list[Heard | str | DictionaryObject]" = field(default_factory=list)  # elements, words, links and fields
    alt: str = ""
    scope: str = ""
    across: int = 1
    language: str = ""

    def all(self) -> "Iterator[Heard]":
        """This element and all in it, in their order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Heard):
                yield from kid.all()

    def words(self) -> str:
        """What is read aloud: a picture as its description, words as they stand."""
        if self.alt:
            return f" {self.alt} "
        inside = "".join(
            kid.words() if isinstance(kid, Heard) else kid for kid in self.kids if isinstance(kid, Heard | str)
        )
        return inside if self.tag in ("Link", "Span") else f" {inside}\n"


def structure(reader: PdfReader) -> Heard:
    """The element of the whole document."""
    words: Words = {}
    for page in reader.pages:
        assert page.indirect_reference is not None
        words |= {(page.indirect_reference.idnum, n): said for n, said in _marked(reader, page).items()}
    (root,) = _several(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return _element(root.get_object(), words)


def _several(kids: PdfObject) -> list[PdfObject]:
    found = kids.get_object()
    return list(found) if isinstance(found, list) else [kids]


def _element(found: DictionaryObject, words: Words) -> Heard:
    attributes = found.get("/A", {})
    made = Heard(
        str(found["/S"])[1:], alt=str(found.get("/Alt", "")), scope=str(attributes.get("/Scope", ""))[1:],
        across=int(attributes.get("/ColSpan", 1)), language=str(found.get("/Lang", "")),
    )  # fmt: skip
    if "/ActualText" in found:
        made.kids.append(str(found["/ActualText"]))
        return made
    for kid in _several(found["/K"]) if "/K" in found else []:
        made.kids.append(_kid(kid, found, words))
    return made


def _kid(kid: PdfObject, parent: DictionaryObject, words: Words) -> "Heard | str | DictionaryObject":
    value = kid.get_object()
    if isinstance(value, int):
        return words[parent.raw_get("/Pg").idnum, int(value)]
    match value.get("/Type"):
        case "/MCR":
            return words[value.raw_get("/Pg").idnum, int(value["/MCID"])]
        case "/OBJR":
            return value["/Obj"]
        case _:
            return _element(value, words)


def _marked(reader: PdfReader, page: DictionaryObject) -> dict[int, str]:
    """The words of a page by the number of their stretch; words in no stretch and no artifact are a failure."""
    fonts = {name: _signs(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    said: dict[int, str] = {}
    stack: list[int | None] = []
    signs: dict[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                number = operands[1].get("/MCID") if operator == b"BDC" else None
                stack.append(None if number is None else int(number))
                if number is not None:
                    said[int(number)] = ""
            case b"EMC":
                stack.pop()
            case b"Tf":
                signs = fonts[operands[0]]
            case b"Tj":
                assert stack, "words on a page that are neither content nor an artifact"
                if stack[-1] is not None:
                    said[stack[-1]] += "".join(signs[code] for code in operands[0].original_bytes)
            case b"TJ" | b"'" | b'"':
                raise AssertionError(f"{operator!r} is not read here")
    assert not stack
    return said


def _signs(font: DictionaryObject) -> dict[int, str]:
    """What each code of a face says, by its map."""
    pairs = re.findall(rb"<(\w\w)> <(\w{4,})>\n", font["/ToUnicode"].get_data()) if "/ToUnicode" in font else []
    return {int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in pairs}


def fields(reader: PdfReader) -> dict[str, DictionaryObject]:
    """The form's fields by name."""
    form = reader.trailer["/Root"].get("/AcroForm")
    return {str(each.get_object()["/T"]): each.get_object() for each in form["/Fields"]} if form else {}
