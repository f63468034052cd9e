"""What the model declares for each value of a file. It walks the values as written, and so works on faulty ones."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from lessonbuild.model.item import Format, Item
from lessonbuild.reading.tree import Path

Declared = type[Item] | Format


def declared(annotation: Any, value: Any, path: Path = ()) -> Iterator[tuple[Path, Declared]]:
    """The model class of every mapping, and the format of every Markdown text, by path."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from ((path, mark) for mark in arguments[1:] if isinstance(mark, Format))
        yield from declared(arguments[0], value, path)
    elif origin in (Union, types.UnionType):
        for choice in arguments:
            if _is_meant(choice, value, several=len(arguments) > 2):
                yield from declared(choice, value, path)
    elif origin is list and isinstance(value, list):
        for i, part in enumerate(value):
            yield from declared(arguments[0], part, (*path, i))
    elif origin is dict and isinstance(value, dict):
        for key, part in value.items():
            yield from declared(arguments[1], part, (*path, key))
    elif isinstance(annotation, type) and issubclass(annotation, Item) and isinstance(value, dict):
        yield path, annotation
        for field in annotation.model_fields.values():
            if field.alias and field.alias in value:
                marked = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
                yield from declared(marked, value[field.alias], (*path, field.alias))


def _is_meant(choice: Any, value: Any, several: bool) -> bool:
    """Whether a value is of one of several classes: they are told apart by `kind`."""
    if not (several and isinstance(choice, type) and issubclass(choice, Item)):
        return choice is not type(None)
    return isinstance(value, dict) and value.get("kind") in kinds(choice)


def kinds(model: type[Item]) -> tuple[str, ...]:
    """The words that `kind` may hold in a class of a union."""
    annotation = model.model_fields["kind"].annotation
    return get_args(annotation) if get_origin(annotation) is Literal else ()
