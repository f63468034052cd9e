"""What stands in a filled form, before anything is known of its questions; and why a file is refused."""

from collections.abc import Mapping
from dataclasses import dataclass


class Refused(Exception):  # noqa: N818 - a refusal is no error of ours
    """A file that is not collected. `code` is stable; its words are `collect.refused.CODE`, with these values."""

    def __init__(self, code: str, **values: object) -> None:
        self.code, self.values = code, values
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Filled:
    """What one file holds: which form of which edition it is, and what is in its fields, by the names of the fields.

    A field that is there and empty has an empty answer. Boxes of one question are counted from 1, in their order.
    """

    form: str
    edition: str
    texts: Mapping[str, str]
    ticked: Mapping[str, tuple[int, ...]]
    options: Mapping[str, tuple[str, ...]]  # the words beside the boxes of a question, where the file says them

    @property
    def empty(self) -> bool:
        """Whether nobody wrote or ticked anything."""
        return not any(self.texts.values()) and not any(self.ticked.values())
