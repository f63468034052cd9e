"""One fault that pydantic found, as an author reads it: decided by its type code, never by its sentence."""

import re
from typing import Any

from pydantic_core import ErrorDetails

from lessonbuild.model.item import Item
from lessonbuild.problems import Problem, did_you_mean
from lessonbuild.reading.tree import Path, Tree

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
_PATTERNS = {
    r"\d{4}-": "year, month and day, like 2026-11-23",
    r"[0-5]\d": "hours and minutes of a day, like 09:00",
    "a-fA-F": 'six hexadecimal digits after #, in quotes, like "#1B2430"; or the name of a colour of the palette',
    "a-z0-9": "lower-case letters and digits in words joined by hyphens, like `first-loaf`",
}


def worded(path: Path, error: ErrorDetails, tree: Tree, owner: type[Item] | None) -> Problem:
    """The problem at a path; `owner` is the class of the mapping that the key stands in."""
    code, limits = error["type"], error.get("ctx", {})
    match code:
        case "extra_forbidden":
            hint = did_you_mean(str(path[-1]), keys(owner), "known keys")
            return Problem("unknown-key", f'unknown key "{path[-1]}"', tree.key(path), hint)
        case "missing":
            message = f'the key "{path[-1]}" is missing'
            return Problem("missing-key", message, tree.key(path[:-1]), _description(owner, str(path[-1])))
        case "union_tag_not_found":
            hint = "it says what this is, like `kind: statement`"
            return Problem("missing-key", 'the key "kind" is missing', tree.key(path), hint)
        case "literal_error":
            return _wrong_word(path, str(limits["expected"]), tree, of_key=error["loc"][-1] == "[key]")
        case "union_tag_invalid":
            return _wrong_word((*path, "kind"), str(limits["expected_tags"]), tree)
        case "string_pattern_mismatch":
            return _wrong_form(path, error, tree)
        case _ if code in _WANTED:
            return _wrong_type(path, code, error["input"], tree)
        case _:
            return _wrong_size(path, error, tree)


def _wrong_size(path: Path, error: ErrorDetails, tree: Tree) -> Problem:
    code, limits, name = error["type"], error.get("ctx", {}), _name(path)
    fewer, more = code == "too_short", code == "greater_than_equal"
    match code:
        case "string_too_short":
            return Problem("empty-text", f"{name} is empty", tree.value(path), "write something, or leave the key out")
        case "too_short" | "too_long":
            message = f"{name} has too {'few' if fewer else 'many'} entries: {limits['actual_length']}"
            bound = f"at least {limits['min_length']}" if fewer else f"at most {limits['max_length']}"
            return Problem("wrong-count", message, tree.key(path), f"it takes {bound}")
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {limits['ge']}" if more else f"at most {limits['le']}"
            message = f"{name} is too {'small' if more else 'large'}: {error['input']}"
            return Problem("out-of-range", message, tree.value(path), f"it can be {bound}")
        case _:
            return Problem(code.replace("_", "-"), f"{name}: {error['msg']}", tree.value(path))


def _wrong_form(path: Path, error: ErrorDetails, tree: Tree) -> Problem:
    pattern = error["ctx"]["pattern"]
    hint = next((words for mark, words in _PATTERNS.items() if mark in pattern), pattern)
    if error["loc"][-1] == "[key]":
        return Problem("wrong-form", f'"{path[-1]}" does not have the form of an id', tree.key(path), hint)
    message = f"{_name(path)} does not have the right form: {_shown(error['input'])}"
    return Problem("wrong-form", message, tree.value(path), hint)


def keys(model: type[Item] | None) -> tuple[str, ...]:
    """The keys that a mapping may have, as an author writes them."""
    return tuple(str(field.alias) for field in model.model_fields.values()) if model else ()


def _wrong_word(path: Path, known: str, tree: Tree, of_key: bool = False) -> Problem:
    words = re.findall(r"'([^']*)'", known)  # pydantic lists them as "'a', 'b' or 'c'"
    if of_key:
        key = str(path[-1])
        return Problem("unknown-key", f'unknown key "{key}"', tree.key(path), did_you_mean(key, words, "known keys"))
    written = tree.written.get(path) or str(tree.at(path))
    message = f"{_name(path)} cannot be {_shown(written)}"
    return Problem("wrong-value", message, tree.value(path), did_you_mean(written, words, "one of"))


def _wrong_type(path: Path, code: str, value: Any, tree: Tree) -> Problem:
    wanted = _WANTED[code]
    name, place = _name(path), tree.value(path)
    if value is None:
        return Problem("empty-value", f"{name} is empty; it must be {wanted}", tree.key(path), "or leave the key out")
    message = f"{name} is {_kind(value, tree.written.get(path))}, and must be {wanted}"
    return Problem("wrong-type", message, place, _type_hint(code, value, tree.written.get(path)))


def _type_hint(code: str, value: Any, written: str | None) -> str:
    match code, value:
        case "string_type", bool() | int() | float():
            return f'put it in quotes: "{written}"'
        case "string_type", dict() if len(value) == 1:
            key, inside = next(iter(value.items()))
            return f'a colon made a key of it; put the text in quotes: "{key}: {inside if inside is not None else ""}"'
        case "string_type", list():
            return "take off the - or the brackets; a text that begins with [ needs quotes"
        case "int_type" | "float_type", str() if re.fullmatch(r"-?\d+(\.\d+)?", value):
            return f"take off the quotes: {value}"
        case "int_type" | "float_type", str() if number := re.search(r"\d+", value):
            return f"write the number alone: {number[0]}"
        case "bool_type", _:
            return "write true or false, without quotes"
        case "list_type", dict():
            return 'begin each item with "- "'
        case "list_type", _:
            return f"put it in brackets: [{written or value}]; or on lines of their own, each after '- '"
        case _, list():
            return 'leave out the "- " before the keys'
        case _:
            return f"write {_WANTED[code]}"


def _kind(value: Any, written: str | None) -> str:
    match value:
        case bool():
            return f"{written} (true or false)"
        case int() | float():
            return f"the number {written or value}"
        case str():
            return f"the text {_shown(value)}"
        case list():
            return "a list"
        case _:
            return "keys with values"


def _shown(value: Any) -> str:
    words = " ".join(str(value).split())
    return f'"{words}"' if len(words) <= 40 else f'"{words[:37]}..."'


def _name(path: Path) -> str:
    """How an author calls the value: by its key, or by its number in a list."""
    if not path:
        return "the file"
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {_name(path[:-1])}"
    return f'"{path[-1]}"'


def _description(model: type[Item] | None, key: str) -> str:
    """What the model says of a key, and how to write it."""
    found = next((f.description for f in model.model_fields.values() if f.alias == key), "") if model else ""
    return (found or "").split("\n")[0] or f"add a line `{key}: ...`"
