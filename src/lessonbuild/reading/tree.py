"""YAML as plain values, with the place of every key and every value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lessonbuild.model.place import Place
from lessonbuild.reading.source import Source

Path = tuple[str | int, ...]  # the keys and indices that lead to a value


class Mapping(dict[str, Any]):
    """A mapping that knows where it stands: a lesson's items take all three from it."""

    place: Place
    path: Path
    tree: "Tree"  # knows the places of all values; `data` is not in it yet


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file: its values, and by path where they, and their keys, were written."""

    source: Source
    data: Any
    values: dict[Path, Place] = field(repr=False)
    keys: dict[Path, Place] = field(repr=False)  # by the path of the value that the key names
    written: dict[Path, str] = field(
        repr=False
    )  # what stands there, where it was read as a number, true, false or null
    literal: dict[Path, int] = field(repr=False)  # the first line, from 0, of the text of a `|` block

    def key(self, path: Path) -> Place:
        """Where the key of a value stands; of an item of a list, or of the whole, where its value begins."""
        return self.keys.get(path) or self.value(path)

    def value(self, path: Path) -> Place:
        """Where a value stands, or else what it would stand in."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values[path]

    def line_of(self, path: Path, offset: int) -> Place:
        """The line of a text, counted from 0: exactly where it is a `|` block, else where the text begins."""
        if path not in self.literal:
            return self.value(path)
        row = self.literal[path] + offset
        line = self.source.text.split("\n")[row]
        words = line.strip()
        return self.source.place(row, line.find(words), max(1, len(words)))

    def at(self, path: Path) -> Any:
        """The value at a path. Raises KeyError, IndexError or TypeError where there is none."""
        found = self.data
        for step in path:
            found = found[step]
        return found

    def find(self, pattern: str) -> Iterator[tuple[Path, Any]]:
        """Every path that a pattern (`phases.*.steps.*.shows.*`) matches, with its value; none is no error.

        A star stands for every key or index; `#` at the end for the keys themselves.
        """
        yield from _find(self.data, tuple(pattern.split(".")), ())


def _find(value: Any, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not steps:
        yield path, value
        return
    step, rest = steps[0], steps[1:]
    if step == "#":
        yield from (((*path, key), key) for key in value) if isinstance(value, dict) else ()
    elif step == "*":
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, part in inside:
            yield from _find(part, rest, (*path, key))
    elif isinstance(value, dict) and step in value:
        yield from _find(value[step], rest, (*path, step))
