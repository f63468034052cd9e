"""Lesson in, lesson out whose texts hold their numbers."""

from collections.abc import Mapping
from typing import Any, TypeVar

from lessonbuild.costs.values import Value, ValueReferenceError, filled, values
from lessonbuild.model.item import Item
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.place import Place
from lessonbuild.problems import Problem, SourceError

T = TypeVar("T", bound=Item)


def settle(lesson: Lesson) -> Lesson:
    """The lesson with every `{{ value }}` filled. Raises SourceError with all references that cannot be."""
    filling = _Filling(values(lesson), lesson.currency)
    settled = filling.item(lesson)
    if filling.problems:
        raise SourceError(filling.problems)
    return settled


class _Filling:
    """One walk over a lesson: what is filled with, and the problems met."""

    def __init__(self, table: Mapping[str, Value], currency: str) -> None:
        self._table, self._currency = table, currency
        self.problems: list[Problem] = []

    def item(self, item: T) -> T:
        changed: dict[str, Any] = {}
        for name in type(item).model_fields:
            before = getattr(item, name)
            after = self._value(before, item.place_of(name))
            if after is not before:
                changed[name] = after
        return item.model_copy(update=changed) if changed else item

    def _value(self, value: Any, place: Place | None) -> Any:
        if isinstance(value, str):
            return self._text(value, place) if "{{" in value else value
        if isinstance(value, Item):
            return self.item(value)
        if isinstance(value, list):
            return _same([self._value(part, place) for part in value], value)
        if isinstance(value, dict):
            old = list(value.values())
            new = _same([self._value(part, place) for part in old], old)
            return value if new is old else dict(zip(value, new, strict=True))
        return value

    def _text(self, text: str, place: Place | None) -> str:
        try:
            return filled(text, self._table, self._currency)
        except ValueReferenceError as problem:
            self.problems.append(Problem(problem.code, str(problem), place, problem.hint))
            return text


def _same(new: list[Any], old: list[Any]) -> list[Any]:
    """The old list where nothing changed, so that what is equal stays identical."""
    return old if all(a is b for a, b in zip(new, old, strict=True)) else new
