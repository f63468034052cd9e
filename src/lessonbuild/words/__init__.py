"""The fixed words of the kit ("Say", "Page 2 of 9"), one file per language, chosen by the lesson's `language`."""

from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Words:
    """The words of one language, by dotted name: `words("page.of", page=2, pages=9)`."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = MappingProxyType(table)

    def __call__(self, name: str, /, **values: object) -> str:
        return str(self._found(name)).format(**values)

    def list(self, name: str) -> tuple[str, ...]:
        """Several words under one name: the heads of a table's columns."""
        return tuple(self._found(name))

    def names(self, group: str) -> tuple[str, ...]:
        """The names in a group, in the order of the file."""
        return tuple(self._table[group])

    def _found(self, name: str) -> Any:
        found: Any = self._table
        for part in name.split("."):
            found = found[part]
        return found


def languages() -> tuple[str, ...]:
    """The languages that have a file here."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in files(__name__).iterdir() if f.name.endswith(".yaml")))


@lru_cache
def words(language: str) -> Words:
    """The words for a language tag; `en-GB` is served by `en`."""
    import yaml

    return Words(yaml.safe_load((files(__name__) / f"{language.split('-', maxsplit=1)[0]}.yaml").read_text("utf-8")))
