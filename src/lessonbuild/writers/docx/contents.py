"""The table of contents: a field that Word can renew, filled already, and the bookmarks to which it leads."""

from lessonbuild.model.document import Section
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import field_ends, paragraph, plain_run
from lessonbuild.writers.docx.xml import Element, w

_MOST = 30  # entries that it may have before it keeps to the first level


def contents(package: Package) -> list[Element]:
    """Heading and entries, without numbers of pages: those only Word knows, and it asks before it fills them in."""
    sections = package.document.sections
    depth = 2 if sum(section.level <= 2 for section in sections) <= _MOST else 1
    lines = [_entry(number, section) for number, section in enumerate(sections) if section.level <= depth]
    begin, end = field_ends(f'TOC \\o "1-{depth}" \\h \\z \\u')
    for run in reversed(begin):
        lines[0].insert(1, run)
    lines[-1].append(end)
    heading = paragraph("TOCHeading", plain_run(package.words("contents")))
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", heading, *lines))]


def marked(words: list[Element], number: int) -> list[Element]:
    """The words of the heading of this number, within its bookmark."""
    return [w("bookmarkStart", id=number, name=_bookmark(number)), *words, w("bookmarkEnd", id=number)]


def _entry(number: int, section: Section) -> Element:
    words = plain_run(plain(section.title))
    return paragraph(f"TOC{section.level}", w("hyperlink", words, anchor=_bookmark(number), history=1))


def _bookmark(number: int) -> str:
    return f"_Toc{number + 1:05d}"
