"""A picture file of the lesson, with the words for those who cannot see it."""

from pydantic import PrivateAttr

from lessonbuild.model.item import Item, Line


class Picture(Item):
    """A PNG or JPEG file beside the lesson file; the reader loads it."""

    file: str
    """Its path, from the folder of the lesson file."""
    alt: Line
    """What it shows and why that matters, in a sentence."""
    caption: Line | None = None
    credit: Line | None = None
    """Who made it, and under which licence."""
    _data: bytes = PrivateAttr(default=b"")

    @property
    def data(self) -> bytes:
        """The file's bytes, as the reader found them."""
        return self._data
