"""A workbook as an Excel file: `layout.py` decides a sheet by measuring, `sheets.py` and `tables.py` draw it."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Workbook
from lessonbuild.writers.theme import theme
from lessonbuild.writers.written import Written
from lessonbuild.writers.xlsx.entries import has_entries
from lessonbuild.writers.xlsx.looks import SIZE, Looks
from lessonbuild.writers.xlsx.names import tab_names
from lessonbuild.writers.xlsx.package import package
from lessonbuild.writers.xlsx.sheets import Opened, draw_sheet
from lessonbuild.writers.xlsx.values import sayable

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(workbook: Workbook, brand: Brand) -> Written:
    """The workbook as an .xlsx, with native tables, formulas and charts.

    The rows in its formulas count from the head of a table, which is row 1 (see `formulas.py`).
    """
    workbook = replace(workbook, title=sayable(workbook.title))
    out = BytesIO()
    book = _empty(out, workbook, brand)
    names, problems = tab_names(workbook)
    tabs = dict(zip((sheet.name for sheet in workbook.sheets), names, strict=True))
    guarded = any(has_entries(sheet) for sheet in workbook.sheets)
    opened = Opened(book, workbook, brand, Looks(book, brand), tabs, guarded)
    found = [
        problem for sheet, tab in zip(workbook.sheets, names, strict=True) for problem in draw_sheet(opened, sheet, tab)
    ]
    book.close()
    return Written(package(out.getvalue(), workbook, brand), (*problems, *found))


def _empty(out: BytesIO, workbook: Workbook, brand: Brand) -> Any:
    """A file without sheets, in the brand's theme, with its properties."""
    import xlsxwriter

    face = {"font_name": brand.text.name, "font_size": SIZE, "font_color": f"#{brand.colours.ink}"}
    guards = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    options = {"in_memory": True, "use_future_functions": True, "default_format_properties": face, **guards}
    book = xlsxwriter.Workbook(out, options)
    book.use_custom_theme(StringIO(_DECLARATION + theme(brand)))
    day = datetime.fromisoformat(workbook.date)
    book.set_properties({"title": workbook.title, "author": brand.organisation, "created": day})
    return book
