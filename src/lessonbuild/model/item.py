"""What every part of a lesson has in common: it is frozen, knows its place, and refuses unknown keys."""

from collections.abc import Iterator
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from lessonbuild.model.place import Place


class Written(Protocol):
    """The file that a lesson was written in."""

    def line_of(self, path: tuple[str | int, ...], offset: int) -> Place:
        """The place of a line of the text at a path."""


class Item(BaseModel):
    """A mapping in the lesson file. Keys are written with hyphens (`cut-if-late`), fields with underscores."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        use_attribute_docstrings=True,
    )
    _place: Place | None = PrivateAttr(default=None)
    _path: tuple[str | int, ...] = PrivateAttr(default=())
    _written: Written | None = PrivateAttr(default=None)

    @property
    def place(self) -> Place | None:
        """Where the author wrote it; none for what was made in a program."""
        return self._place

    def place_of(self, field: str, *inside: str | int, line: int = 0) -> Place | None:
        """Where the value of one field was written, or what stands `inside` it; `line` counts lines of its text from 0.

        The item's own place where that is not known.
        """
        if not self._written:
            return self._place
        key = type(self).model_fields[field].alias or field
        return self._written.line_of((*self._path, key, *inside), line)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, validate: ModelWrapValidatorHandler["Item"]) -> "Item":
        item = validate(data)
        item._place = getattr(data, "place", None)
        item._path, item._written = getattr(data, "path", ()), getattr(data, "tree", None)
        return item


class Format(str):
    """Marks a text field as Markdown: `line` for one line of it, `prose` for paragraphs and lists."""


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[str, Field(min_length=1, json_schema_extra={"format": "markdown-line"}), Format("line")]
Cell = Annotated[str, Field(json_schema_extra={"format": "markdown-line"}), Format("line")]
"""Of a table: a line, or nothing."""
Prose = Annotated[str, Field(min_length=1, json_schema_extra={"format": "markdown"}), Format("prose")]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
Iso = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", examples=["2026-11-23"])]


def items_in(value: object) -> Iterator[Item]:
    """Every Item in a lesson, outermost first, in the order in which it was written."""
    if isinstance(value, Item):
        yield value
        for name in type(value).model_fields:
            yield from items_in(getattr(value, name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from items_in(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from items_in(part)
