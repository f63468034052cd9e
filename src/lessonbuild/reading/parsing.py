"""YAML text → Tree. Strict where YAML is loose: no duplicate or merge keys, tags, alias bombs, or guessed types."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from lessonbuild.model.place import Place
from lessonbuild.problems import Problem, SourceError
from lessonbuild.reading.scalars import scalar
from lessonbuild.reading.source import EMPTY, UNPRINTABLE, Source
from lessonbuild.reading.syntax import UNQUOTED, quoted, syntax_problem
from lessonbuild.reading.tree import Mapping, Path, Tree

MOST_VALUES = 100_000  # a full lesson has about 5,000
DEEPEST = 40

_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_SMART = {"“": "”", "‘": "’", "„": "“", "«": "»", "”": "”"}


class PurePython(yaml.SafeLoader):
    """PyYAML's own parser, for where it was installed without libyaml; ten times slower."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (PyYAML's own way: every plain scalar then arrives as written)


if yaml.__with_libyaml__:

    class Fastest(yaml.CSafeLoader):
        """libyaml's parser."""

        yaml_implicit_resolvers = {}  # noqa: RUF012
else:
    Fastest = PurePython  # type: ignore[misc, assignment]


def parse(source: Source, loader: type[Any] = Fastest) -> tuple[Tree, list[tuple[Path, Problem]]]:
    """The tree, and what is wrong in it with the path of each. Raises SourceError where no tree can be made."""
    try:
        _limit(source, loader)
        reader = loader(source.text)
        try:
            root = reader.get_single_node()
        finally:
            reader.dispose()
    except yaml.MarkedYAMLError as error:
        raise SourceError([_refused(error, source)]) from None
    if root is None:
        raise SourceError([Problem("empty-file", "there are only comments", source.place(0, 0), EMPTY)])
    builder = _Builder(source)
    data = builder.value(root, (), 0)
    return replace(builder.tree, data=data), builder.problems


def _limit(source: Source, loader: type[Any]) -> None:
    """Refuse what would exhaust memory or stack, before a tree is made: libyaml's composer recurses without limit."""
    depth = 0
    events: Iterator[Any] = yaml.parse(source.text, Loader=loader)
    for count, event in enumerate(events):
        opens = isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
        closes = isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))
        depth += opens - closes
        if depth > DEEPEST or count > 2 * MOST_VALUES:
            mark = event.start_mark
            raise SourceError([_too_much(source.place(mark.line, mark.column), depth)])


def _refused(error: yaml.MarkedYAMLError, source: Source) -> Problem:
    """What the parser says; libyaml from 0.2.6 on gives up by itself on too many brackets, before the first event."""
    if "nesting depth" in (error.problem or "") and error.problem_mark:
        return _too_much(source.place(error.problem_mark.line, error.problem_mark.column), DEEPEST + 1)
    return syntax_problem(error, source)


def _too_much(place: Place, depth: int) -> Problem:
    if depth > DEEPEST:
        message = f"values are nested more than {DEEPEST} deep, or contain themselves"
        hint = "a lesson needs no more than ten; look for brackets that are not closed"
        return Problem("too-deep", message, place, hint)
    hint = "an alias (*name) may repeat too much"
    return Problem("too-many-values", f"more than {MOST_VALUES:,} values", place, hint)


class _Builder:
    """One walk over the nodes: values, places, and the problems met."""

    def __init__(self, source: Source) -> None:
        self._source, self._lines, self._count = source, source.text.split("\n"), 0
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.written: dict[Path, str] = {}
        self.literal: dict[Path, int] = {}
        self.tree = Tree(source, None, self.values, self.keys, self.written, self.literal)
        self.problems: list[tuple[Path, Problem]] = []

    def value(self, node: yaml.Node, path: Path, depth: int) -> Any:
        self._count += 1
        if self._count > MOST_VALUES or depth > DEEPEST:
            outer = self.keys.get(path[:2]) or self._place(node)  # where an alias brought in too much
            raise SourceError([_too_much(outer, depth)])
        self.values[path] = self._place(node)
        if node.tag not in _TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            self._report(
                "tag", f"the tag {tag} is not read", path, node, "leave it out; quotes make a text of anything"
            )
        match node:
            case yaml.ScalarNode():
                return self._scalar(node, path)
            case yaml.SequenceNode():
                return [self.value(part, (*path, i), depth + 1) for i, part in enumerate(node.value)]
            case yaml.MappingNode():
                return self._mapping(node, path, depth)
            case _:  # there is no fourth kind of node
                raise TypeError(type(node).__name__)

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        words: str = node.value
        if match := UNPRINTABLE.search(words):
            message = f"an invisible control character U+{ord(match[0]):04X}"
            self._report("control-character", message, path, node, "take out the escape that stands for it")
        if node.style == "|":
            self.literal[path] = node.start_mark.line + 1
        if node.style:
            return words
        if len(words) > 1 and _SMART.get(words[0]) == words[-1]:
            hint = f'write straight quotes: "{words[1:-1]}"; or straight quotes around all, if they are to be seen'
            self._report("smart-quotes", f"the quotes {words[0]}...{words[-1]} do not quote a value", path, node, hint)
        if whole := self._cut(node):
            message = f"a comma ends a value between {{ }} or [ ]: {words}"
            self._report("comma-in-value", message, path[:-1], node, f"put it in quotes: {quoted(whole)}")
        value = scalar(words)
        if value is not words:
            self.written[path] = words
        return value

    def _cut(self, node: yaml.ScalarNode) -> str:
        """What was meant where a comma within ( ) has ended a value in { } or [ ]; elsewhere no comma ends one."""
        end, opened = node.end_mark, 0
        after = self._lines[end.line][end.column :].lstrip()
        if not after.startswith(",") or node.value.count("(") <= node.value.count(")"):
            return ""
        rest = self._lines[node.start_mark.line][node.start_mark.column :]
        for length, letter in enumerate(rest):
            opened += {"(": 1, ")": -1}.get(letter, 0)
            if opened < 0 or (opened == 0 and letter in ",]}"):
                return rest[:length].strip()
        return ""

    def _mapping(self, node: yaml.MappingNode, path: Path, depth: int) -> Mapping:
        mapping = Mapping()
        if self._lines[node.start_mark.line].startswith("{{", node.start_mark.column):
            self._report("unquoted-value", "a text that begins with {{ is not quoted", path, node, UNQUOTED)
            return mapping
        for key_node, value_node in node.value:
            if self._is_key(key_node, mapping, path):
                inner = (*path, key_node.value)
                self.keys[inner] = self._place(key_node)
                mapping[key_node.value] = self.value(value_node, inner, depth + 1)
        mapping.place = self.keys.get(path) or self.values[path]
        mapping.path, mapping.tree = path, self.tree
        return mapping

    def _is_key(self, node: yaml.Node, mapping: Mapping, path: Path) -> bool:
        if not isinstance(node, yaml.ScalarNode):
            self._report("key-type", "a key must be a word", path, node, "a text that begins with { or [ needs quotes")
            return False
        key = node.value
        if key == "<<":
            self._report("merge-key", "merge keys (<<) are not read", path, node, "write out the keys that are meant")
            return False
        if UNPRINTABLE.search(key):
            self._report("control-character", "a key with an invisible control character", path, node, "retype it")
            return False
        if key in mapping:
            first = self.keys[(*path, key)].line
            self._report("duplicate-key", f'the key "{key}" stands twice', (*path, key), node, f"first on line {first}")
            return False
        return True

    def _report(self, code: str, message: str, path: Path, node: yaml.Node, hint: str) -> None:
        self.problems.append((path, Problem(code, message, self._place(node), hint)))

    def _place(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
            return self._source.place(start.line, start.column)
        last = end.column if end.line == start.line else len(self._lines[start.line])
        return self._source.place(start.line, start.column, max(1, last - start.column))
