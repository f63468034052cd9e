"""The whole kit in Word and PowerPoint as those meet it who listen to it, and as Office itself looks at it."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from lxml import etree

from lessonbuild.build import assembled, settled
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.words import words
from lessonbuild.writers import docx as word
from lessonbuild.writers import pptx as powerpoint

CONTENT = Path(__file__).parents[2] / "content" / "finops-for-ai.yaml"
SHOWN = ("slides", "team-boards", "executive-briefing")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
A4 = (210.0, 297.0)


@pytest.fixture(scope="module")
def kit() -> dict[str, Document]:
    return {each.name: each for each in assembled(CONTENT)}


@pytest.fixture(scope="module")
def decks(kit: dict[str, Document], brand: Brand) -> dict[str, Any]:
    return {name: pptx.Presentation(BytesIO(powerpoint.write(kit[name], brand).data)) for name in SHOWN}


@pytest.fixture(scope="module")
def papers(kit: dict[str, Document], brand: Brand) -> dict[str, bytes]:
    return {name: word.write(each, brand).data for name, each in kit.items() if name not in SHOWN}


def slides(decks: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each slide, with its deck and number for whoever has to find it."""
    for name, deck in decks.items():
        yield from ((f"{name} {number}", slide) for number, slide in enumerate(deck.slides, 1))


def said(shape: Any) -> tuple[str, bool]:
    """The words for those who cannot see a shape, and whether it is marked as nothing to be missed."""
    own = shape._element.xpath("./*/p:cNvPr")[0]
    mark = own.find(f".//{DECORATIVE}")
    return own.get("descr", ""), mark is not None and mark.get("val") == "1"


def test_every_slide_of_a_deck_has_a_title_of_its_own(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        titles = [slide.shapes.title.text_frame.text.casefold() for slide in deck.slides]
        assert all(titles), name
        assert len(set(titles)) == len(titles), name


def test_the_title_is_read_first_and_the_foot_last(decks: dict[str, Any]) -> None:
    for name, slide in slides(decks):
        kinds = [s.placeholder_format.type.name if s.is_placeholder else "" for s in slide.shapes]
        assert kinds[0] in ("TITLE", "CENTER_TITLE"), name
        foot = [place for place, kind in enumerate(kinds) if kind in ("FOOTER", "SLIDE_NUMBER", "DATE")]
        assert foot == [*range(len(kinds) - len(foot), len(kinds))], name


def test_what_is_no_text_says_what_it_shows_or_that_nothing_is_missed(decks: dict[str, Any]) -> None:
    for name, slide in slides(decks):
        for shape in slide.shapes:
            alt, decorative = said(shape)
            if shape.has_text_frame and shape.text_frame.text.strip():
                continue
            assert bool(alt) != decorative, (name, shape.name)
            assert not re.search(r"\.(png|jpe?g|svg)$", alt), name


def test_tables_on_slides_flag_their_heads(decks: dict[str, Any]) -> None:
    tables = [shape.table for _, slide in slides(decks) for shape in slide.shapes if shape.has_table]
    assert len(tables) > 10
    assert all(table.first_row for table in tables)


def test_every_run_of_slides_notes_and_layouts_has_a_language(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        notes = [slide.notes_slide for slide in deck.slides if slide.has_notes_slide]
        for part in (*deck.slides, *notes, *deck.slide_layouts, deck.slide_master):
            for run in part._element.iter(f"{A}r", f"{A}fld"):
                assert run.find(f"{A}rPr").get("lang"), (name, "".join(run.itertext()))


def test_each_phase_is_a_section_of_the_deck(decks: dict[str, Any]) -> None:
    lesson = settled(CONTENT)
    say = words(lesson.language)
    names = [say(f"phases.{phase.phase}") for phase in lesson.phases]
    sections = [*decks["slides"].element.iter(f"{P14}section")]
    assert [section.get("name") for section in sections][1:] == names
    listed = [slide.get("id") for section in sections for slide in section.iter(f"{P14}sldId")]
    assert listed == [slide.get("id") for slide in decks["slides"].element.sldIdLst]


def test_notes_are_printed_on_a4(decks: dict[str, Any]) -> None:
    for deck in decks.values():
        size = deck.element.find(f"{P}notesSz")
        assert (int(size.get("cx")) / 36000, int(size.get("cy")) / 36000) == pytest.approx(A4, abs=0.1)


def test_no_level_of_headings_is_skipped(papers: dict[str, bytes]) -> None:
    for name, data in papers.items():
        opened = docx.Document(BytesIO(data))
        levels = [level for p in opened.paragraphs if (level := _level(p.style)) is not None]
        assert levels[:1] in ([], [0]), name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def _level(style: Any) -> int | None:
    """The level of a heading, from 0, as its style or what it is based on has it."""
    while style is not None:
        found = style.element.find(f"{W}pPr/{W}outlineLvl")
        if found is not None:
            return int(found.get(f"{W}val"))
        style = style.base_style
    return None


def test_tables_repeat_their_heads_and_say_what_they_show(papers: dict[str, bytes]) -> None:
    for name, data in papers.items():
        for table in _part(data, "word/document.xml").iter(f"{W}tbl"):
            description = table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
            headed = table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
            repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iterchildren(f"{W}tr")]
            assert description, name
            assert repeated == [headed, *[False] * (len(repeated) - 1)], (name, description)
            assert headed or description.startswith(("Layout: ", "Form: ")), (name, description)


def test_pages_heads_and_feet_are_in_the_documents_language(kit: dict[str, Document], papers: dict[str, bytes]) -> None:
    """It stands in the defaults, which hold in every part; nothing in any of them says otherwise."""
    for name, data in papers.items():
        (default,) = _part(data, "word/styles.xml").iterfind(f"{W}docDefaults//{W}lang")
        assert default.get(f"{W}val") == kit[name].language
        parts = [part for part in zipfile.ZipFile(BytesIO(data)).namelist() if re.match("word/(doc|head|foot)", part)]
        assert len(parts) >= 5, name
        others = {e.get(f"{W}val") for part in parts for e in _part(data, part).iter(f"{W}lang")}
        assert others <= {kit[name].language}


def test_each_numbered_list_begins_anew(papers: dict[str, bytes]) -> None:
    for name, data in papers.items():
        numbering = _part(data, "word/numbering.xml")
        starts = {e.get(f"{W}numId"): e.find(f".//{W}startOverride") is not None for e in numbering.iter(f"{W}num")}
        used = {e.get(f"{W}val") for e in _part(data, "word/document.xml").iter(f"{W}numId")}
        assert all(starts[each] for each in used - {"1", "2", "3"}), name
        assert "2" not in used, name  # the list of the style itself, which would go on counting


def test_the_table_of_contents_leads_to_the_headings(papers: dict[str, bytes]) -> None:
    for name, data in papers.items():
        body = _part(data, "word/document.xml")
        targets = {e.get(f"{W}name") for e in body.iter(f"{W}bookmarkStart")}
        links = [e.get(f"{W}anchor") for e in body.iter(f"{W}hyperlink") if e.get(f"{W}anchor")]
        assert set(links) <= targets, name
        assert bool(links) == any("TOC" in (e.text or "") for e in body.iter(f"{W}instrText")), name


def _part(data: bytes, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))
