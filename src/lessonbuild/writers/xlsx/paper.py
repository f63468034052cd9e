"""The sheet on paper: A4 by its width, a page wide, the head on every page, title above and page numbers below."""

from typing import Any

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Workbook
from lessonbuild.words import words
from lessonbuild.writers.xlsx.formulas import HEAD
from lessonbuild.writers.xlsx.layout import Layout

_A4 = 9
_LONGEST = 200  # characters of a title in a header, which holds 255 with its codes


def set_paper(page: Any, workbook: Workbook, brand: Brand, decided: Layout) -> None:
    """Set the page up."""
    page.set_paper(_A4)
    page.set_landscape() if decided.landscape else page.set_portrait()
    page.set_margins(left=0.7, right=0.7, top=0.9, bottom=0.9)
    page.fit_to_pages(1, int(decided.one_page))
    page.repeat_rows(HEAD)
    face = f'&9&"{brand.text.name},Regular"'
    of = words(workbook.language)("page.of", page="&P", pages="&N")
    page.set_header(f"&L{face}{_escaped(workbook.title)}")
    page.set_footer(f"&L{face}{_escaped(brand.footer or brand.organisation)}&R{face}{of}")


def _escaped(text: str) -> str:
    """A text in which an ampersand is no code."""
    return text[: _LONGEST // 2 if "&" in text else _LONGEST].replace("&", "&&")
