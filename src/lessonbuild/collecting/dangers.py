"""What a PDF that is only filled in never holds: programs, files, and orders to the reader to go or send somewhere."""

from collections.abc import Iterator
from typing import Any

from lessonbuild.collecting import limits
from lessonbuild.collecting.filled import Refused

_ACTIONS = {  # ISO 32000-2, table 201, and those of XFA and multimedia
    **dict.fromkeys(("/JavaScript", "/Rendition"), "pdf-script"),
    **dict.fromkeys(("/Launch", "/GoToR", "/GoToE", "/Thread"), "pdf-launch"),
    **dict.fromkeys(("/SubmitForm", "/ImportData", "/ResetForm"), "pdf-sends"),
    **dict.fromkeys(("/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView"), "pdf-media"),
}
_KEYS = {
    **dict.fromkeys(("/JS", "/JavaScript", "/AA"), "pdf-script"),
    **dict.fromkeys(("/EmbeddedFiles", "/EF", "/AF", "/Collection"), "pdf-embeds"),
    "/XFA": "pdf-xfa",
    "/RichMediaContent": "pdf-media",
}
_KINDS = {
    "/FileAttachment": "pdf-embeds",
    "/EmbeddedFile": "pdf-embeds",
    **dict.fromkeys(("/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"), "pdf-media"),
}


def refuse_dangers(objects: Iterator[Any]) -> None:
    """Look through all objects, whether something leads to them or not. Raises Refused for the first danger."""
    for number, each in enumerate(objects):
        if number > limits.OBJECTS:
            raise Refused("too-many-objects", most=limits.OBJECTS)
        for code, what in _found(each, 0):
            raise Refused(code, what=what)


def _found(each: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Dangers in an object and what it holds directly; what it refers to is an object of its own."""
    if depth > limits.DEPTH:
        raise Refused("too-deep", most=limits.DEPTH)
    if isinstance(each, dict):
        yield from _in_keys(each)
        inner = [each.raw_get(key) if hasattr(each, "raw_get") else each[key] for key in each]
    else:
        inner = list(each) if isinstance(each, list) else []
    for one in inner:
        if isinstance(one, dict | list):
            yield from _found(one, depth + 1)


def _in_keys(each: Any) -> Iterator[tuple[str, str]]:
    for key in each:
        if key in _KEYS:
            yield _KEYS[key], str(key)[1:]
    for key, known in (("/S", _ACTIONS), ("/Subtype", _KINDS), ("/Type", _KINDS)):
        if key in each and (said := str(each[key])) in known:
            yield known[said], said[1:]
