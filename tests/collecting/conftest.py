"""A small lesson with all three forms, and these as they are handed out."""

import shutil
from pathlib import Path

import pytest
from filling import filled_by_pikepdf, filled_by_pypdf, filled_by_word

from lessonbuild.collecting.forms import Form, forms
from lessonbuild.costs import settle
from lessonbuild.documents import DOCUMENTS
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.model.lesson import Lesson
from lessonbuild.reading import read_lesson
from lessonbuild.writers import docx, pdf

SAMPLE = Path(__file__).parents[1] / "samples" / "sourdough.yaml"
PEERS = """
peer-feedback:
  intro: Read the plan twice.
  anonymous: I would rather not sign.
  evidence: Where do you see it?
  suggestion: What would you change?
  question: What would you ask the baker?
"""
FILLERS = {"pypdf": filled_by_pypdf, "pikepdf": filled_by_pikepdf, "word": filled_by_word}
Blanks = dict[tuple[str, str], bytes]


@pytest.fixture(scope="session")
def lesson_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lesson")
    path = folder / "sourdough.yaml"
    shutil.copytree(SAMPLE.with_suffix(""), folder / "sourdough")
    path.write_text(SAMPLE.read_text("utf-8").rstrip() + PEERS, "utf-8")
    return path


@pytest.fixture(scope="session")
def lesson(lesson_file: Path) -> Lesson:
    return settle(read_lesson(lesson_file))


@pytest.fixture(scope="session")
def ours(lesson: Lesson) -> dict[str, Form]:
    return forms(lesson)


@pytest.fixture(scope="session")
def blanks(lesson: Lesson, ours: dict[str, Form], brand: Brand) -> Blanks:
    """The forms as files, by name and filler."""
    made: Blanks = {}
    for publication in DOCUMENTS:
        for document in publication.assemble(lesson) if publication.name in ours else ():
            assert isinstance(document, Document)
            as_pdf, as_docx = (writer.write(document, brand).data for writer in (pdf, docx))
            made |= {(document.name, filler): as_docx if filler == "word" else as_pdf for filler in FILLERS}
    return made
