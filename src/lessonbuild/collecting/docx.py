"""Reads a filled Word form: its content controls by their tags, or by their bookmarks where those are lost."""

import re
from collections.abc import Iterator
from typing import Any

from lessonbuild.collecting import limits
from lessonbuild.collecting.bookmarks import EMPTY_BOX, TICKED_BOXES, bookmarked
from lessonbuild.collecting.filled import Filled, Refused
from lessonbuild.collecting.package import Package
from lessonbuild.words import languages, words

_FACTS = ("lessonbuild-form", "lessonbuild-edition")
_BOX = re.compile(r"(?P<name>.+)\.(?P<number>[1-9][0-9]?)")
_ON = ("1", "true", "on")
_GONE = ("del", "moveFrom", "Fallback", "rPr", "pPr", "sdtPr", "delText")  # struck out, said twice, or no words


def read_docx(data: bytes) -> Filled:
    """What stands in the file. Raises Refused."""
    package = Package(data)
    facts = _properties(package)
    if not facts.get(_FACTS[0]):
        raise Refused("not-our-form")
    root = package.xml(_main(package))
    fields = list(_controls(root)) or list(_bookmarks(root))
    if not fields:
        raise Refused("docx-without-controls")
    if len(fields) > limits.FIELDS:
        raise Refused("too-many-fields", most=limits.FIELDS)
    return _filled(facts[_FACTS[0]], facts.get(_FACTS[1], ""), fields)


def _filled(form: str, edition: str, fields: list[tuple[str, str | bool]]) -> Filled:
    """Words as texts, and boxes under the name that they share."""
    grey = {words(language)(f"fill.{kind}") for language in languages() for kind in words(language).names("fill")}
    texts: dict[str, str] = {}
    ticked: dict[str, tuple[int, ...]] = {}
    for name, said in fields:
        if isinstance(said, str):
            texts[name] = "" if said.strip() in grey else limits.answer(name, said)
        else:
            box = _BOX.fullmatch(name)
            group, number = (box["name"], int(box["number"])) if box else (name, 1)
            ticked[group] = (*ticked.get(group, ()), *((number,) if said else ()))
    return Filled(form, edition, texts, ticked, {})


def _local(element: Any) -> str:
    """The name without its namespace: files saved as strict Open XML have other ones."""
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _child(element: Any, name: str) -> Any:
    return next((each for each in element if _local(each) == name), None)


def _properties(package: Package) -> dict[str, str]:
    """The file's own properties, where the form and its edition are named."""
    part = next((name for name in package.names if name.casefold() == "docprops/custom.xml"), None)
    if part is None:
        return {}
    return {_attribute(each, "name"): "".join(each.itertext()).strip()[:200] for each in package.xml(part)}


def _main(package: Package) -> str:
    """The part that holds the text: its name is the writing program's choice."""
    if "_rels/.rels" in package.names:
        for each in package.xml("_rels/.rels"):
            name = str(each.get("Target", "")).lstrip("/")
            if str(each.get("Type", "")).endswith("/officeDocument") and name in package.names:
                return name
    raise Refused("not-word")


def _controls(root: Any) -> Iterator[tuple[str, str | bool]]:
    """What is in each control that has a tag: words, or whether its box is ticked."""
    for control in root.iter("{*}sdt"):
        properties = _child(control, "sdtPr")
        tag = None if properties is None else _child(properties, "tag")
        if tag is not None and (name := _attribute(tag, "val")):
            on = _checked(control)
            yield name[:200], _words(control) if on is None else on


def _bookmarks(root: Any) -> Iterator[tuple[str, str | bool]]:
    for name, said in bookmarked(root).items():
        box = said.strip()
        yield name, box in TICKED_BOXES if box in (EMPTY_BOX, *TICKED_BOXES) else said


def _checked(control: Any) -> bool | None:
    """Whether a box is ticked; None where the control is no box."""
    box = _child(_child(control, "sdtPr"), "checkbox")
    if box is None:
        return None
    state = _child(box, "checked")
    return state is not None and (_attribute(state, "val") or "1").casefold() in _ON


def _words(control: Any) -> str:
    """What was typed; nothing while the control still shows its own words."""
    shows = _child(_child(control, "sdtPr"), "showingPlcHdr")
    if shows is not None and (_attribute(shows, "val") or "1").casefold() in _ON:
        return ""
    content = _child(control, "sdtContent")
    return "" if content is None else "".join(_pieces(content)).rstrip("\n")


def _pieces(element: Any) -> Iterator[str]:
    for each in element:
        match _local(each):
            case "t":
                yield each.text or ""
            case "br" | "cr":
                yield "\n"
            case "tab":
                yield "\t"
            case "noBreakHyphen":
                yield "-"
            case "p":
                yield from _pieces(each)
                yield "\n"
            case name if name not in _GONE:
                yield from _pieces(each)
