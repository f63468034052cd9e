"""Reads a Word form whose content controls have lost their tags, by the bookmarks around its fields.

LibreOffice up to 7.4 forgets the tags, and keeps the bookmarks. Their names are those that the writer of Word makes: a
hyphen is one underscore, the dot before the number of a box is two.
"""

from typing import Any

from lessonbuild.collecting.filled import Refused
from lessonbuild.collecting.limits import FIELDS

EMPTY_BOX, TICKED_BOXES = "\u2610", ("\u2611", "\u2612")
_FINGERPRINT = "___"  # before the fingerprint of a name that was too long: it cannot be read out again
_SPACES = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "p": "\n"}
_SKIPPED = ("del", "moveFrom", "Fallback", "pPr", "rPr", "sdtPr", "tblPr", "tcPr", "sectPr")


def bookmarked(root: Any) -> dict[str, str]:
    """The words within each bookmark that belongs to a field, by the field's name. Raises Refused."""
    from lxml import etree

    opened: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        kind = element.tag.rpartition("}")[2]
        if kind in _SKIPPED:
            walk.skip_subtree()
        elif kind == "bookmarkStart":
            name = _attribute(element, "name")
            if not name.startswith("_") and _FINGERPRINT not in name:
                opened[_attribute(element, "id")] = name
                found[name] = []
        elif kind == "bookmarkEnd":
            opened.pop(_attribute(element, "id"), None)
        elif opened and (said := element.text if kind == "t" else _SPACES.get(kind)):
            for name in opened.values():
                found[name].append(said)
        if len(found) > FIELDS:
            raise Refused("too-many-fields", most=FIELDS)
    return {_field(name): "".join(said).strip("\n") for name, said in found.items()}


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _field(bookmark: str) -> str:
    """ "background__2" is the second box of "background", "signs_points" the field "signs-points"."""
    return bookmark.replace("__", ".").replace("_", "-")[:200]
