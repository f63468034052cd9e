"""Print packs: one file for each who holds paper, under a cover whose counts agree with what follows."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from lessonbuild.printing import PrintOrder, print_files

SAMPLE = Path(__file__).parents[1] / "samples" / "sourdough.yaml"


@pytest.fixture(scope="module")
def packs() -> dict[str, PdfReader]:
    files, _ = print_files(SAMPLE, PrintOrder(learners=24, teams=6))
    return {file.stem: PdfReader(BytesIO(data)) for file, data in files.items()}


def test_each_pack_is_one_file_in_a_folder_of_its_own() -> None:
    files, _ = print_files(SAMPLE, PrintOrder(output=Path("out")))
    assert {file.parent for file in files} == {Path("out/default/sourdough/print")}
    assert {file.name for file in files} <= {"facilitator.pdf", "team.pdf", "learner.pdf"}


def test_the_cover_says_how_many_on_which_paper(packs: dict[str, PdfReader]) -> None:
    learner = packs["learner"].pages[0].extract_text()
    assert "24 learners in 6 teams" in learner
    assert "A4" in learner
    assert re.search(r"3–\d+\s+24\s", learner)


def test_every_document_begins_on_the_front_of_a_sheet(packs: dict[str, PdfReader]) -> None:
    for reader in packs.values():
        text = [page.extract_text() for page in reader.pages]
        begins = [number for number, page in enumerate(text, 1) if re.search(r"Page 1 of \d+", page)]
        assert len(begins) > 1
        assert all(number % 2 for number in begins)


def test_the_pages_that_the_cover_names_are_where_it_says(packs: dict[str, PdfReader]) -> None:
    for reader in packs.values():
        text = [page.extract_text() for page in reader.pages]
        for first, last in re.findall(r"(\d+)–(\d+)", text[0]):
            count = int(last) - int(first) + 1
            assert f"Page 1 of {count}" in text[int(first) - 1] or count == 1


def test_the_structure_is_one_and_bookmarks_lead_to_their_pages(packs: dict[str, PdfReader]) -> None:
    for reader in packs.values():
        assert reader.root_object["/MarkInfo"]["/Marked"]
        pages = [reader.get_destination_page_number(one) for one in reader.outline if not isinstance(one, list)]
        assert pages == sorted(pages)
        assert pages[-1] > 0


def test_equal_orders_give_equal_bytes() -> None:
    order = PrintOrder(learners=8, teams=2)
    assert print_files(SAMPLE, order) == print_files(SAMPLE, order)
