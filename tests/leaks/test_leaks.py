"""The leak check: each kind of leak is planted in a file and seen; the kit's own learner files have none."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from pypdf import PdfReader, PdfWriter

from lessonbuild.build import Order, build, settled
from lessonbuild.leaks import leaks
from lessonbuild.leaks.secrets import secrets
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Document, Paragraph, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Text, text
from lessonbuild.writers import docx as word
from lessonbuild.writers import pdf
from lessonbuild.writers import pptx as slides

SAMPLE = Path(__file__).parents[1] / "samples" / "sourdough.yaml"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return settled(SAMPLE)


@pytest.fixture(scope="module")
def secret(lesson: Lesson) -> str:
    """A sentence of the facilitator's."""
    return next(iter(secrets(lesson).values()))[0]


def document(words: Text, notes: Text = ()) -> Document:
    section = Section(text("Bread"), (Paragraph(words),), (Paragraph(notes),) if notes else ())
    return Document("bread", text("Bread"), Audience.LEARNER, (section,), "Baking", "en", "2026-01-15")


def found(lesson: Lesson, brand: Brand, name: str, data: bytes) -> list[str]:
    return [problem.message for problem in leaks(lesson, brand.organisation, {name: data})]


@pytest.mark.parametrize(("form", "write"), [("pdf", pdf.write), ("docx", word.write), ("pptx", slides.write)])
def test_a_secret_sentence_is_seen_in_each_format(
    form: str, write: Callable[..., object], lesson: Lesson, brand: Brand, secret: str
) -> None:
    def made(words: str) -> bytes:
        return write(document(text(words)), brand).data  # type: ignore[attr-defined, no-any-return]

    assert found(lesson, brand, f"bread.{form}", made("Flour, water, salt and time.")) == []
    (message,) = found(lesson, brand, f"bread.{form}", made(f"As was said: {secret}"))
    assert secret in message
    assert message.startswith(f"bread.{form} holds")


def test_a_facilitators_note_under_a_slide_is_seen(lesson: Lesson, brand: Brand, secret: str) -> None:
    data = slides.write(document(text("Flour and water"), text(secret)), brand).data
    assert found(lesson, brand, "bread.pptx", data)


def test_an_answer_says_where_it_was_written(lesson: Lesson, brand: Brand, secret: str) -> None:
    (problem,) = leaks(lesson, brand.organisation, {"bread.pdf": pdf.write(document(text(secret)), brand).data})
    assert problem.code == "leak"
    assert problem.place
    assert problem.place.file == str(SAMPLE)


def test_a_hidden_slide_is_seen(lesson: Lesson, brand: Brand) -> None:
    deck = pptx.Presentation(BytesIO(slides.write(document(text("Flour")), brand).data))
    deck.slides[0]._element.set("show", "0")
    out = BytesIO()
    deck.save(out)
    assert any("not shown" in message for message in found(lesson, brand, "bread.pptx", out.getvalue()))


def test_hidden_words_and_hidden_sheets_are_seen(lesson: Lesson, brand: Brand) -> None:
    paper = docx.Document(BytesIO(word.write(document(text("Flour")), brand).data))
    paper.paragraphs[-1].runs[0].font.hidden = True
    out = BytesIO()
    paper.save(out)
    assert any("not shown" in message for message in found(lesson, brand, "bread.docx", out.getvalue()))
    book = openpyxl.Workbook()
    book.properties.creator = brand.organisation
    book.create_sheet("solution").sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    assert any("not shown" in message for message in found(lesson, brand, "bread.xlsx", out.getvalue()))


def test_an_authors_name_is_seen_in_office_files(lesson: Lesson, brand: Brand) -> None:
    paper = docx.Document(BytesIO(word.write(document(text("Flour")), brand).data))
    paper.core_properties.last_modified_by = "Jane Roe"
    paper.add_comment(paper.paragraphs[-1].runs, text="?", author="John Roe", initials="jr")
    out = BytesIO()
    paper.save(out)
    said = " ".join(found(lesson, brand, "bread.docx", out.getvalue()))
    assert 'names "Jane Roe"' in said
    assert 'names "John Roe"' in said


def test_an_authors_name_and_an_attachment_are_seen_in_a_pdf(lesson: Lesson, brand: Brand) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf.write(document(text("Flour")), brand).data)))
    writer.add_metadata({"/Author": "Jane Roe"})
    writer.add_attachment("key.txt", b"answers")
    out = BytesIO()
    writer.write(out)
    said = " ".join(found(lesson, brand, "bread.pdf", out.getvalue()))
    assert 'names "Jane Roe"' in said
    assert "attachment: key.txt" in said


def test_a_sentence_that_learners_read_too_is_no_secret(lesson: Lesson) -> None:
    assert not any(sentence.casefold() == "objectives" for sentence, _ in secrets(lesson).values())
    shared = lesson.model_copy(update={"audience": next(iter(secrets(lesson).values()))[0]})
    assert len(secrets(shared)) == len(secrets(lesson)) - 1


def test_the_learner_files_of_a_lesson_hold_none(lesson: Lesson, tmp_path: Path) -> None:
    built = build(SAMPLE, Order(audience=Audience.LEARNER, output=tmp_path))
    files = {file.name: file.read_bytes() for file in built.files}
    assert {file.rpartition(".")[2] for file in files} >= {"pdf", "docx"}
    assert leaks(lesson, "lessonbuild", files) == ()


def test_the_learner_files_of_the_kit_hold_none(tmp_path: Path) -> None:
    kit = Path(__file__).parents[2] / "content" / "finops-for-ai.yaml"
    built = build(kit, Order(audience=Audience.LEARNER, formats=("docx", "pptx", "xlsx"), output=tmp_path))
    assert leaks(settled(kit), "lessonbuild", {file.name: file.read_bytes() for file in built.files}) == ()


def test_a_package_that_is_broken_is_no_silent_pass(lesson: Lesson, brand: Brand) -> None:
    with pytest.raises(zipfile.BadZipFile):
        found(lesson, brand, "bread.docx", b"not a package")
