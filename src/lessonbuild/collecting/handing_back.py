"""The pages to hand back, each of one page: as many comments as fit."""

import re
import unicodedata
from collections.abc import Callable

from lessonbuild.collecting.results import Results
from lessonbuild.collecting.team_page import Page, document, pages
from lessonbuild.model.brand import Brand
from lessonbuild.problems import Problem, Severity
from lessonbuild.words import Words
from lessonbuild.writers import pdf
from lessonbuild.writers.written import Written


def hand_back(results: Results, name: str, brand: Brand, w: Words) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """A PDF a team by the name of its file, and what could not be honoured in it."""
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    for number, page in enumerate(pages(results), 1):
        file = f"{name}-{_plain(page.team) or number}"
        file = f"{file}-{number}" if f"{file}.pdf" in made else file
        written, fits = _written(page, results, file, brand, w)
        made[f"{file}.pdf"] = written.data
        problems += written.problems
        if not fits:
            message = f"{page.team}: what is to be handed back takes more than a page"
            problems.append(Problem("more-than-a-page", message, None, "", Severity.WARNING))
    return made, tuple(dict.fromkeys(problems))


def _written(page: Page, results: Results, file: str, brand: Brand, w: Words) -> tuple[Written, bool]:
    """The page; whether it is one. Where not all comments fit beside the chart, they are worth more than it is."""

    def tried(quoted: int, *, drawn: bool = False) -> Written:
        return pdf.write(document(page, results, file, w, quoted=quoted, drawn=drawn), brand)

    whole = tried(len(page.said), drawn=True)
    if _one_page(whole):
        return whole, True
    quoted = _most(lambda number: _one_page(tried(number)), len(page.said))
    return tried(max(quoted, 0)), quoted >= 0


def _most(fits: Callable[[int], bool], count: int) -> int:
    """The largest number up to `count` that fits; -1 if not even 0 does."""
    if fits(count):
        return count
    low, high = -1, count
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _one_page(written: Written) -> bool:
    from io import BytesIO

    from pypdf import PdfReader

    return len(PdfReader(BytesIO(written.data)).pages) == 1


def _plain(team: str) -> str:
    """A team's name as part of the name of a file: plain letters, digits and hyphens; nothing where it has none."""
    plain = unicodedata.normalize("NFKD", team).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:40].rstrip("-")
