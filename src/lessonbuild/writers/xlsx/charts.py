"""Native charts of a sheet's columns, in the brand's colours: they follow when a number changes."""

from datetime import date, timedelta
from typing import Any

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Kind, Series, Sheet
from lessonbuild.writers.charts.colours import apart, mixed
from lessonbuild.writers.xlsx.formulas import HEAD
from lessonbuild.writers.xlsx.layout import FIRST
from lessonbuild.writers.xlsx.numbers import DAY

_TYPES = {
    Series.Shape.LINE: {"type": "line"},
    Series.Shape.COLUMN: {"type": "column"},
    Series.Shape.STACKED: {"type": "column", "subtype": "stacked"},
    Series.Shape.BAR: {"type": "bar"},
}
_AXIS_FORMATS = {Kind.SHARE: "0%", Kind.COUNT: "#,##0"}
_QUARTER = timedelta(days=92)  # days of more than that are told by their months
_DASHES = ("solid", "dash", "round_dot")


def chart(book: Any, tab: str, sheet: Sheet, series: Series, last: int, brand: Brand, form: str) -> Any:
    """The chart; `last` is the last row of data in the file, `form` the number format of its first column."""
    made = book.add_chart(_TYPES[series.shape])
    for options in _series(tab, series, last, brand):
        made.add_series(options)
    _title(made, series, brand)
    _axes(made, sheet, series, brand, form)
    made.set_legend({"none": True} if len(series.columns) == 1 else {"position": "bottom", "font": _font(brand)})
    made.set_chartarea({"border": {"none": True}, "fill": {"color": f"#{brand.colours.paper}"}})
    made.set_plotarea({"border": {"none": True}, "fill": {"none": True}})
    return made


def _series(tab: str, series: Series, last: int, brand: Brand) -> list[dict[str, Any]]:
    """Names and values are references; neighbours differ in lightness too, and dashes tell a colour's second use."""
    palette = apart(list(brand.colours.series), brand.colours)
    out = []
    for number, column in enumerate(series.columns):
        colour = f"#{palette[number % len(palette)]}"
        dash = _DASHES[number // len(palette) % len(_DASHES)]
        line = {"color": colour, "width": 2.25, "dash_type": dash}
        look: dict[str, Any] = {"line": line} if series.shape is Series.Shape.LINE else _bar(series, colour, brand)
        names = [tab, FIRST, series.categories, last, series.categories]
        values = [tab, FIRST, column, last, column]
        out.append({"name": [tab, HEAD, column], "categories": names, "values": values, **look})
    return out


def _bar(series: Series, colour: str, brand: Brand) -> dict[str, Any]:
    """A fill; segments of a stack are parted by the colour of the paper."""
    stacked = series.shape is Series.Shape.STACKED
    border = {"color": f"#{brand.colours.paper}", "width": 0.75} if stacked else {"none": True}
    return {"fill": {"color": colour}, "border": border, "gap": 60}


def _title(made: Any, series: Series, brand: Brand) -> None:
    font = {"name": brand.heading.name, "size": 12, "bold": True, "color": f"#{brand.colours.ink}"}
    made.set_title({"name": "title", "name_font": font, "overlay": False})
    made.title.name = series.title  # set_title takes words like "Q3!A1" for a reference


def _axes(made: Any, sheet: Sheet, series: Series, brand: Brand, form: str) -> None:
    """The values' axis says its unit and has light lines; the categories' has neither."""
    line = {"color": f"#{brand.colours.line}", "width": 0.75}
    grid = {"color": f"#{mixed(brand.colours.line, brand.colours.paper, 0.45)}", "width": 0.75}
    kind = sheet.columns[series.columns[0]].kind
    shared = {"num_font": _font(brand), "line": line, "major_tick_mark": "none", "minor_tick_mark": "none"}
    values: dict[str, Any] = {
        **shared, "name": "unit", "name_font": _font(brand), "num_format": _axis_format(kind, form),
        "major_gridlines": {"visible": True, "line": grid}, "line": {"none": True},
    }  # fmt: skip
    if series.ends:
        values["min"], values["max"] = series.ends
    categories = {**shared, **_category_axis(sheet, series), "major_gridlines": {"visible": False}}
    if series.shape is Series.Shape.BAR:  # the first row on top, and the values still below
        made.set_y_axis({**categories, "reverse": True})
        made.set_x_axis({**values, "label_position": "high"})
        made.x_axis["title"].name = series.unit
    else:
        made.set_x_axis(categories)
        made.set_y_axis(values)
        made.y_axis["title"].name = series.unit


def _axis_format(kind: Kind, form: str) -> str:
    """Round numbers need no decimals, which a column's own format has."""
    return _AXIS_FORMATS.get(kind, form if form == "#,##0" else "General")


def _category_axis(sheet: Sheet, series: Series) -> dict[str, Any]:
    if sheet.columns[series.categories].kind is not Kind.DATE:
        return {"text_axis": True, "label_position": "low"}
    days = [cell for row in sheet.rows if isinstance(cell := row[series.categories], date)]
    months = {"num_format": "yyyy-mm", "major_unit": 1, "major_unit_type": "months"}
    by_month = all(day.day == 1 for day in days) or max(days) - min(days) > _QUARTER
    return {"date_axis": True, "label_position": "low", **(months if by_month else {"num_format": DAY})}


def _font(brand: Brand) -> dict[str, Any]:
    return {"name": brand.text.name, "size": 9, "bold": False, "color": f"#{brand.colours.muted}"}
