"""Reads a filled PDF form: the fields as any reader saves them, nothing that would have to be carried out."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from lessonbuild.collecting import limits
from lessonbuild.collecting.dangers import refuse_dangers
from lessonbuild.collecting.filled import Filled, Refused

_FACTS = ("lessonbuild-form", "lessonbuild-edition")


def read_pdf(data: bytes) -> Filled:
    """What stands in the file. Raises Refused."""
    from pypdf import apply_configuration

    with (
        _quiet(),
        apply_configuration(
            zlib_maximum_output_length=limits.STREAM, stream_decoding_work_maximum_length=limits.INFLATED
        ),
    ):
        try:
            return _read(data)
        except Refused:
            raise
        except RecursionError:
            raise Refused("too-deep", most=limits.DEPTH) from None
        except (MemoryError, OverflowError):
            raise Refused("pdf-bomb") from None
        except Exception as error:  # whatever a damaged file makes the library raise
            raise Refused("pdf-damaged", what=type(error).__name__) from None


@contextmanager
def _quiet() -> Iterator[None]:
    """The library's own remarks would stand between the lines of the report."""
    logger = logging.getLogger("pypdf")
    before, logger.disabled = logger.level, False
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _read(data: bytes) -> Filled:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise Refused("password")
    refuse_dangers(_objects(reader))
    root = _seen(reader.trailer.get("/Root"))
    form = _seen(root.get("/AcroForm")) if isinstance(root, dict) else None
    fields = list(_fields(_seen(form.get("/Fields")))) if isinstance(form, dict) else []
    if not fields:
        raise Refused("pdf-without-fields")
    return _filled(fields)


def _objects(reader: Any) -> Iterator[Any]:
    """Every object of the file, used or not; what the library cannot read, no field can be in."""
    from pypdf.errors import LimitReachedError, PdfReadError
    from pypdf.generic import IndirectObject

    numbers = {(n, generation) for generation, table in reader.xref.items() for n in table}
    numbers |= {(n, 0) for n in reader.xref_objStm}
    if len(numbers) > limits.OBJECTS:
        raise Refused("too-many-objects", most=limits.OBJECTS)
    yield reader.trailer
    for number, generation in sorted(numbers):
        try:
            yield reader.get_object(IndirectObject(number, generation, reader)) if number else None
        except LimitReachedError:
            raise Refused("pdf-bomb") from None
        except PdfReadError:
            continue


def _seen(each: Any) -> Any:
    return each.get_object() if hasattr(each, "get_object") else each


def _fields(kids: Any) -> Iterator[tuple[str, Any]]:
    """Every field with its full name, each once, in any depth: readers may gather fields under a parent."""
    waiting = [("", kid) for kid in reversed(kids or [])]
    met = set()
    while waiting:
        parent, reference = waiting.pop()
        key = getattr(reference, "idnum", None)
        field = _seen(reference)
        if not isinstance(field, dict) or (key is not None and key in met):
            continue
        met.add(key)
        if len(met) > limits.FIELDS:
            raise Refused("too-many-fields", most=limits.FIELDS)
        name = ".".join(part for part in (parent, str(_seen(field.get("/T")) or "")) if part)
        below = [kid for kid in _list(field.get("/Kids")) if isinstance(_seen(kid), dict) and "/T" in _seen(kid)]
        if below:
            waiting += [(name, kid) for kid in reversed(below)]
        elif name:
            yield name, field


def _list(each: Any) -> list[Any]:
    found = _seen(each)
    return list(found) if isinstance(found, list) else []


def _filled(fields: list[tuple[str, Any]]) -> Filled:
    texts: dict[str, str] = {}
    ticked: dict[str, tuple[int, ...]] = {}
    options: dict[str, tuple[str, ...]] = {}
    for name, field in fields:
        if _seen(field.get("/FT")) == "/Btn":
            ticked[name] = _buttons(field)
            options[name] = tuple(limits.answer(name, _words(word)) for word in _list(field.get("/Opt")))
        else:
            texts[name] = limits.answer(name, _words(field.get("/V")))
    form, edition = (texts.pop(fact, "") for fact in _FACTS)
    if not form:
        raise Refused("not-our-form")
    return Filled(form, edition, texts, ticked, {name: words for name, words in options.items() if words})


def _words(value: Any) -> str:
    """A text as the reader saved it: a string in any of PDF's encodings, a stream, or one of a list."""
    found = _seen(value)
    if found is None:
        return ""
    if isinstance(found, list):
        return _words(found[0]) if found else ""
    data = found.get_data() if hasattr(found, "get_data") else found
    if isinstance(data, bytes):
        return _decoded(data)
    return str(data) if isinstance(data, str) else ""


def _decoded(data: bytes) -> str:
    """UTF-16 and UTF-8 say so in their first bytes; all else is PDFDocEncoding (ISO 32000-2, 7.9.2.2)."""
    from pypdf.generic import TextStringObject, create_string_object

    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    made = create_string_object(data)
    return str(made) if isinstance(made, TextStringObject) else data.decode("latin-1")


def _buttons(field: Any) -> tuple[int, ...]:
    """The numbers of the ticked boxes. The field's value decides; where a reader left none, the look of the boxes."""
    boxes = [_seen(kid) for kid in _list(field.get("/Kids"))] or [field]
    states = [_state(box) for box in boxes]
    value = _seen(field.get("/V"))
    if value is not None and (said := str(value)) not in ("/Off", ""):
        if found := [n for n, names in enumerate(states, 1) if said in names or f"/{said}" in names]:
            return (found[0],)
        words = [_words(word) for word in _list(field.get("/Opt"))]
        if said in words:
            return (words.index(said) + 1,)
    shown = [str(_seen(box.get("/AS"))) for box in boxes]
    return tuple(n for n, state in enumerate(shown, 1) if state not in ("/Off", "None", ""))


def _state(box: Any) -> set[str]:
    """The names of a box's looks other than empty."""
    looks = _seen(box.get("/AP"))
    normal = _seen(looks.get("/N")) if isinstance(looks, dict) else None
    return {str(name) for name in normal if name != "/Off"} if isinstance(normal, dict) else set()
