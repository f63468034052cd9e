"""How cells look: the brand's type and colours as XlsxWriter's formats, each made once a workbook."""

from typing import Any

from lessonbuild.model.brand import Brand
from lessonbuild.writers.charts.colours import mixed

SIZE = 11.0  # points, of everything but the title
TITLE = 16.0

_Key = tuple[tuple[str, object], ...]


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any, brand: Brand) -> None:
        self._book, self._brand, self._made = book, brand, dict[_Key, Any]()
        colours = brand.colours
        self._ink, self._muted, self._line = (f"#{c}" for c in (colours.ink, colours.muted, colours.line))
        self._tint, self._input = f"#{colours.tint}", f"#{mixed(colours.second, colours.paper, 0.88)}"

    def _made_once(self, **properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            face = {"font_name": self._brand.text.name, "font_size": SIZE, "font_color": self._ink}
            self._made[key] = self._book.add_format({**face, "valign": "vcenter", **properties})
        return self._made[key]

    def title(self, wrapped: bool) -> Any:
        """Of the sheet's title."""
        return self._made_once(font_name=self._brand.heading.name, font_size=TITLE, bold=True, text_wrap=wrapped)

    def note(self, wrapped: bool) -> Any:
        """Of the note under the title."""
        return self._made_once(valign="top", font_color=self._muted, text_wrap=wrapped)

    def head(self, right: bool, indent: int) -> Any:
        """Of a column's head, over numbers on their side."""
        side = {"align": "right"} if right else {"align": "left", "indent": indent}
        rules = {"top": 1, "bottom": 1, "top_color": self._line, "bottom_color": self._muted}
        return self._made_once(bold=True, bg_color=self._tint, text_wrap=True, valign="bottom", **rules, **side)

    def cell(
        self,
        form: str,
        right: bool,
        indent: int = 0,
        tall: bool = False,
        wrapped: bool = False,
        total: bool = False,
        fillable: bool = False,
        quoted: bool = False,
    ) -> Any:
        """Of a cell under it.

        `tall`: in a row of several lines; `fillable`: by the reader; `quoted`: a text that looks like a formula, which
        stays a text when somebody edits it.
        """
        more: dict[str, object] = {"align": "right"} if right else {"align": "left", "indent": indent}
        if tall:
            more |= {"valign": "top"}
        if total:
            more |= {"bold": True, "top": 1, "top_color": self._ink}
        else:
            more |= {"bottom": 1, "bottom_color": self._line}
        if fillable:
            more |= {"bg_color": self._input, "locked": False}
        if quoted:
            more |= {"quote_prefix": True}
        return self._made_once(num_format=form, text_wrap=wrapped, **more)
