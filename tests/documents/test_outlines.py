"""Each document of a small lesson, as its readable outline. `ACCEPT=1` records the outlines anew."""

import os
from pathlib import Path

import pytest

from lessonbuild.build import assembled
from lessonbuild.model.document import Document
from lessonbuild.writers.outline import outline

TESTS = Path(__file__).parents[1]
DOCUMENTS = {document.name: document for document in assembled(TESTS / "samples" / "sourdough.yaml")}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_reads_as_it_was_accepted(document: Document) -> None:
    expected = TESTS / "expected" / f"{document.name}.txt"
    made = outline(document)
    if os.environ.get("ACCEPT"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8"), "read the difference; `make test ACCEPT=1` records it"
