"""Tree → model. What pydantic finds is said in an author's words, with place and hint, and each fault once."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lessonbuild.model.item import Item
from lessonbuild.problems import Problem, did_you_mean
from lessonbuild.reading.declared import declared
from lessonbuild.reading.tree import Path, Tree
from lessonbuild.reading.wording import keys, worded

T = TypeVar("T", bound=Item)
Found = tuple[Path, Problem]  # a problem with the path that it is about


def found(tree: Tree, path: Path, code: str, message: str, hint: str = "") -> Found:
    """What is wrong with the value at a path."""
    return path, Problem(code, message, tree.value(path), hint)


def validated(model: type[T], tree: Tree) -> tuple[T | None, list[Found]]:
    """The model, or else all that keeps the tree from being one."""
    try:
        return model.model_validate(tree.data), []
    except ValidationError as error:
        classes = {path: found for path, found in declared(model, tree.data) if isinstance(found, type)}
        return None, list(_problems(error.errors(include_url=False), tree, classes))


def _problems(errors: list[ErrorDetails], tree: Tree, classes: dict[Path, type[Item]]) -> Iterator[Found]:
    """Each error as a problem; a key that is missing because it is misspelt is said once."""
    located = [(_path(error["loc"], tree), error) for error in errors]
    misspelt = {
        (*path[:-1], near)
        for path, error in located
        if error["type"] == "extra_forbidden" and (near := _meant(str(path[-1]), classes.get(path[:-1])))
    }
    for path, error in located:
        if error["type"] == "missing" and path in misspelt:
            continue
        owner = path if error["type"].startswith("union") else path[:-1]
        yield path, worded(path, error, tree, classes.get(owner))


def _path(location: tuple[int | str, ...], tree: Tree) -> Path:
    """The path in the file: without pydantic's mark for keys and without the class that `kind` chose."""
    path: list[int | str] = []
    value: Any = tree.data
    for i, step in enumerate(location):
        chosen = isinstance(value, dict) and i and isinstance(location[i - 1], int) and value.get("kind") == step
        if step == "[key]" or chosen:
            continue
        path.append(step)
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
    return tuple(path)


def _meant(key: str, model: type[Item] | None) -> str:
    """The known key that a misspelt one stands for; nothing where none is near."""
    hint = did_you_mean(key, keys(model))
    return hint.split('"')[1] if hint.startswith("did you mean") else ""
