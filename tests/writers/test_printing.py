"""Paper, large print and greys, in PDF and Word: read back from the files themselves."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from lessonbuild.model.blocks import (
    Chart,
    CutCard,
    CutCards,
    FormTable,
    RubricGrid,
    RubricRow,
)
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, BulletList, Document, Figure, Paragraph, Section
from lessonbuild.model.printing import Paper, Printing
from lessonbuild.model.text import text
from lessonbuild.writers import docx, pdf
from lessonbuild.writers.charts.colours import contrast
from lessonbuild.writers.greys import grey, printed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "Yeast wants a warm place and time, which is why the loaf of a hurried baker is flat. " * 6


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 30)).save(out, "PNG")
    return out.getvalue()


CHART = Chart(
    Chart.Kind.COLUMN, text("Loaves rose"), ("Mon", "Tue"), (("Rye", (3.0, 5.0)), ("Spelt", (2.0, 1.0))), "loaves",
    "Columns: loaves a day.",
)  # fmt: skip
WIDE = FormTable(
    "tries", tuple(map(text, ("Fermentation", "Temperature", "Measurements", "Responsible", "Observations"))),
    tuple((text("Sourdough"), (), (), (), ()) for _ in range(3)), "What was tried",
)  # fmt: skip
CARDS = CutCards(
    tuple(CutCard((), text(name), (BulletList((text(f"{name} knows"),)),)) for name in ("Miller", "Baker")),
    1,
    2,
    "cards",
)
RUBRIC = RubricGrid(
    (text("Flat"), text("Risen")),
    (RubricRow("crumb", text("Crumb"), 60, (text("dense"), text("open")), ("30", "60")),),
    ("Criterion", "Points"), "Total", "Form: one criterion",
)  # fmt: skip


def document(*blocks: object, **settings: object) -> Document:
    sections = (Section(text("Bread"), tuple(blocks)),)  # type: ignore[arg-type]
    made = Document("bread", text("Bread and time"), Audience.LEARNER, sections, "Baking", "en", "2026-01-15")
    return replace(made, **settings)  # type: ignore[arg-type]


BOTH = document(Paragraph(text(LONG)), CHART, Figure(_picture(), "A red cloth"), WIDE)


def sizes_of_type(data: bytes) -> dict[float, int]:
    """How many characters of a PDF stand in each size, in points on the paper."""
    found: dict[float, int] = {}

    def note(words: str, matrix: list[float], line: list[float], _font: object, size: float) -> None:
        real = round(size * abs(line[3]) * abs(matrix[3]), 1)
        found[real] = found.get(real, 0) + len(words.strip())

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=note)
    return found


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def words_of_pdf(data: bytes) -> set[str]:
    return set(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


@pytest.mark.parametrize(("printing", "size"), [(Printing(), (595, 842)), (Printing(Paper.LETTER), (612, 792))])
def test_pages_have_the_size_of_the_paper(brand: Brand, printing: Printing, size: tuple[int, int]) -> None:
    made = printed(brand, printing)
    for page in PdfReader(BytesIO(pdf.write(BOTH, made).data)).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size
    root = etree.fromstring(parts(docx.write(BOTH, made).data)["word/document.xml"])
    for page in root.iter(f"{W}pgSz"):
        assert (round(int(page.get(f"{W}w")) / 20), round(int(page.get(f"{W}h")) / 20)) == size


def test_a_wide_document_is_wide_on_letter_too(brand: Brand) -> None:
    made = pdf.write(document(Paragraph(text(LONG)), wide=True), printed(brand, Printing(Paper.LETTER)))
    assert PdfReader(BytesIO(made.data)).pages[0].mediabox[2:] == [792, 612]


def test_large_print_is_eighteen_points_and_nothing_is_under_sixteen(brand: Brand) -> None:
    found = sizes_of_type(pdf.write(BOTH, printed(brand, Printing(large=True))).data)
    assert max(found, key=lambda size: found[size]) == 18
    assert min(size for size, count in found.items() if count) >= 15.9


def test_large_print_in_word_is_eighteen_points_and_nothing_is_under_sixteen(brand: Brand) -> None:
    made = parts(docx.write(BOTH, printed(brand, Printing(large=True))).data)
    styles = etree.fromstring(made["word/styles.xml"])
    sizes = {style.get(f"{W}styleId"): style.find(f"{W}rPr/{W}sz") for style in styles.iter(f"{W}style")}
    points = {name: int(size.get(f"{W}val")) / 2 for name, size in sizes.items() if size is not None}
    assert points["Normal"] == 18
    assert {name for name, size in points.items() if size < 16} == {"TableEnd", "CardsGap"}  # which hold no words


def test_large_print_says_every_word(brand: Brand) -> None:
    usual, large = (
        words_of_pdf(pdf.write(BOTH, printed(brand, Printing(large=large))).data) for large in (False, True)
    )
    assert usual - large <= {"1", "lessonbuild", "learner's", "·"}, "in the foot"


def test_a_table_whose_words_are_too_wide_turns_its_pages(brand: Brand) -> None:
    sections = (
        Section(text("Bread"), (Paragraph(text(LONG)),)),
        Section(text("Tries"), (WIDE,)),
        Section(text("Then"), ()),
    )
    made = pdf.write(document(sections=sections), printed(brand, Printing(large=True)))
    wide = [page.mediabox.width > page.mediabox.height for page in PdfReader(BytesIO(made.data)).pages]
    assert wide[0] is False and True in wide and wide[-1] is False  # noqa: PT018
    assert "Observations" in words_of_pdf(made.data)
    assert not made.problems


def test_cards_of_large_print_begin_a_page_each(brand: Brand) -> None:
    made = pdf.write(document(CARDS), printed(brand, Printing(large=True)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages]
    assert ["Miller" in page for page in pages] == [True, False]
    assert ["Baker" in page for page in pages] == [False, True]


def test_a_rubric_of_large_print_has_the_fields_of_the_grid(brand: Brand) -> None:
    fields = [
        set(
            PdfReader(BytesIO(pdf.write(document(RUBRIC), printed(brand, Printing(large=large))).data)).get_fields()
            or {}
        )
        for large in (False, True)
    ]
    assert fields[0] == fields[1]
    assert "crumb-points" in fields[0]


def test_greys_are_as_light_as_the_colours_were(brand: Brand) -> None:
    made = printed(brand, Printing(grey=True)).colours
    for role in ("ink", "accent", "second", "dark", "muted"):
        was, now = (contrast(getattr(colours, role), colours.paper) for colours in (brand.colours, made))
        assert now == pytest.approx(was, rel=0.02)
    assert grey("FFFFFF") == "FFFFFF"
    assert grey("000000") == "000000"


def test_a_grey_pdf_has_no_colour_and_its_greys_take_no_coloured_ink(brand: Brand) -> None:
    reader = PdfReader(BytesIO(pdf.write(BOTH, printed(brand, Printing(grey=True))).data))
    for page in reader.pages:
        code = page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
        assert not re.findall(r"[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b", code)
        assert {image.image.mode for image in page.images if image.image} <= {"L", "1"}


def test_a_grey_word_file_has_no_colour(brand: Brand) -> None:
    made = parts(docx.write(BOTH, printed(brand, Printing(grey=True))).data)
    for name, data in made.items():
        if name.endswith(".xml"):
            for colour in re.findall(rb'(?:color w:val|w:fill|srgbClr val)="([0-9A-F]{6})"', data):
                assert colour[:2] == colour[2:4] == colour[4:], (name, colour)
        if name.endswith(".png"):
            picture = Image.open(BytesIO(data)).convert("RGB")
            assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(1 << 24) or ()), name


def test_files_say_what_they_are() -> None:
    assert Printing().suffix == ""
    assert Printing(Paper.LETTER, large=True, grey=True).suffix == ".letter.large.grey"


def test_equal_documents_give_equal_bytes(brand: Brand) -> None:
    made = printed(brand, Printing(Paper.LETTER, large=True, grey=True))
    assert pdf.write(BOTH, made).data == pdf.write(BOTH, made).data
    assert docx.write(BOTH, made).data == docx.write(BOTH, made).data
