"""Tagged PDF: what is read aloud is the outline, each thing under its right name; a checker finds PDF/UA-1 kept."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import heard
import page as checker
import pytest
from pdf_structure import Heard, structure
from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as Untold
from test_pdf import BLOCKS, CHART, HUGE, LONG, document, paragraphs
from test_pdf_forms import CERTIFICATE, cards

from lessonbuild.build import settled
from lessonbuild.documents import DOCUMENTS
from lessonbuild.model.blocks import Act, Callout, Chart, Cue, Moment
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Block, BulletList, Document, NumberedList, Paragraph, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Run, Style, plain, text
from lessonbuild.words import words
from lessonbuild.writers.pdf import write
from lessonbuild.writers.pdf.canvas import Part
from lessonbuild.writers.pdf.paper import lay_out
from lessonbuild.writers.pdf.styles import Look
from lessonbuild.writers.pdf.tagged.elements import UntaggedError

LESSON = Path(__file__).parents[2] / "content" / "finops-for-ai.yaml"
PUBLISHED = [publication for publication in DOCUMENTS if "pdf" in publication.formats]


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return settled(LESSON)


def built(made: Document, brand: Brand) -> Heard:
    return structure(PdfReader(BytesIO(write(made, brand).data)))


def tagged(root: Heard, *tags: str) -> list[Heard]:
    return [each for each in root.all() if each.tag in tags]


def assert_conforms(data: bytes, folder: Path) -> None:
    path = folder / "checked.pdf"
    path.write_bytes(data)
    report = checker.validate_pdf(path, profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def assert_said(made: Document, root: Heard) -> None:
    """Title and outline, word for word; the contents, which a reader's program makes itself, are left out."""
    root.kids = [kid for kid in root.kids if not (isinstance(kid, Heard) and kid.tag == "TOC")]
    said, body = heard.bare(root.words()), heard.words(made)
    assert said[len(said) - len(body) :] == body
    subtitle = "" if plain(made.subtitle) == made.lesson else plain(made.subtitle)
    title = f"{plain(made.title)} {subtitle}".split()
    assert said[: len(said) - len(body)] in (title, [*made.lesson.split(), *title])


@pytest.mark.parametrize("publication", PUBLISHED, ids=lambda publication: publication.name)
def test_what_is_read_of_the_kit_is_its_outline_and_conforms(publication, lesson, brand, tmp_path):
    for made in publication.assemble(lesson):
        data = write(made, brand).data
        assert_said(made, structure(PdfReader(BytesIO(data))))
        assert_conforms(data, tmp_path)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_what_is_read_of_a_block_is_its_outline_and_conforms(block, brand, tmp_path):
    made = document(Paragraph(text("Before")), block, Paragraph(text("After")))
    data = write(made, brand).data
    assert_said(made, structure(PdfReader(BytesIO(data))))
    assert_conforms(data, tmp_path)


@pytest.mark.parametrize("block", HUGE, ids=lambda block: type(block).__name__)
def test_what_is_broken_over_pages_is_read_once_and_in_its_order(block, brand, tmp_path):
    made = document(*paragraphs(2), block, Paragraph(text("THE-END")))
    data = write(made, brand).data
    said = heard.bare(structure(PdfReader(BytesIO(data))).words())
    assert said[-1] == "THE-END"
    assert said.count("noon.") == heard.words(made).count("noon.")
    assert_conforms(data, tmp_path)


@pytest.mark.parametrize(
    "made", [document(CERTIFICATE, title=text("Beginning"), wide=True), cards(6)], ids=["certificate", "cards"]
)
def test_what_leaves_the_page_is_read_as_well(made, brand, tmp_path):
    data = write(made, brand).data
    assert_said(made, structure(PdfReader(BytesIO(data))))
    assert_conforms(data, tmp_path)


def test_headings_are_nested_from_the_title_and_none_skips_a_level(brand):
    levels = (1, 3, 2, 3, 1)
    sections = tuple(Section(text(f"Level-{n}"), paragraphs(1), level=n) for n in levels)
    found = tagged(built(document(sections=sections), brand), "H1", "H2", "H3", "H4")
    assert [each.tag for each in found] == ["H1", "H2", "H3", "H3", "H4", "H2"]
    assert found[0].words().strip() == "A guide"


def test_a_step_of_the_session_is_a_heading_under_that_of_its_section(brand):
    step = Moment("09:06", "6 min", text("A step"), (), (Cue(Act.SAY, "Say", (Paragraph(text("Hi")),)),))
    found = tagged(built(document(step), brand), "H1", "H2", "H3")
    assert [(each.tag, each.words().strip()) for each in found[1:]] == [("H2", "Beginning"), ("H3", "A step")]


def test_a_title_that_only_the_running_head_has_is_the_first_heading(brand):
    sections = tuple(Section(text(f"Sheet-{n}"), paragraphs(1), starts_page=True) for n in range(3))
    found = tagged(built(document(sections=sections), brand), "H1", "H2")
    assert [each.words().strip() for each in found] == ["A guide", "Sheet-0", "Sheet-1", "Sheet-2"]
    assert [each.tag for each in found] == ["H1", "H2", "H2", "H2"]


def test_a_title_too_long_for_the_running_head_is_read_in_full(brand):
    long = text("A title that goes on and on " * 8)
    made = document(title=long, sections=tuple(Section(text("S"), paragraphs(1), starts_page=True) for _ in "ab"))
    (found,) = tagged(built(made, brand), "H1")
    assert found.words().split() == plain(long).split()


def test_an_exhibit_that_waits_for_the_next_page_is_read_where_the_text_has_it(brand):
    blocks = (*paragraphs(7), CHART, *(Paragraph(text(f"after-{n} " + LONG * 2)) for n in range(6)))
    data = write(document(*blocks), brand).data
    pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert "after-0" in pages[0]
    assert "Exhibit 3" in pages[1]
    said = structure(PdfReader(BytesIO(data))).words()
    assert said.index("Exhibit 3") < said.index("after-0")


@pytest.mark.parametrize(
    ("block", "labels"),
    [
        (BulletList((text("one"), text("two"))), ["•", "•"]),
        (NumberedList((text("one"), text("two")), 7), ["7.", "8."]),
    ],
)
def test_a_list_has_items_with_label_and_body(block: Block, labels: list[str], brand: Brand) -> None:
    (made,) = tagged(built(document(block), brand), "L")
    assert [kid.tag for kid in made.kids] == ["LI", "LI"]
    assert [[kid.tag for kid in item.kids] for item in made.kids] == [["Lbl", "LBody"]] * 2
    assert [label.words().strip() for label in tagged(made, "Lbl")] == labels
    assert [body.words().strip() for body in tagged(made, "LBody")] == ["one", "two"]


def test_a_table_over_many_pages_is_one_table_with_one_head(brand):
    rows = tuple((text(f"node-{n:03d}"), text("idle")) for n in range(120))
    made = document(Table((text("Resource"), text("State")), rows, "What is idle"))
    assert len(PdfReader(BytesIO(write(made, brand).data)).pages) > 2
    (table,) = tagged(built(made, brand), "Table")
    assert [kid.tag for kid in table.kids] == ["TR"] * 121
    assert [(cell.scope, cell.words().strip()) for cell in tagged(table, "TH")] == [
        ("Column", "Resource"),
        ("Column", "State"),
    ]
    assert [row.words().split() for row in table.kids[1:]] == [[f"node-{n:03d}", "idle"] for n in range(120)]


def test_the_bands_of_a_run_of_show_head_the_whole_width(brand):
    block = next(block for block in BLOCKS if type(block).__name__ == "RunOfShow")
    (table,) = tagged(built(document(block), brand), "Table")
    band = table.kids[1].kids
    assert [(cell.tag, cell.scope, cell.across, cell.words().strip()) for cell in band] == [("TH", "Row", 2, "Phase 1")]


def test_a_table_is_described(brand):
    made = document(Table((text("A"), text("B")), ((text("1"), text("2")),), "What it shows"))
    reader = PdfReader(BytesIO(write(made, brand).data))
    said = [
        each.get_object().get("/A", {}).get("/Summary")
        for each in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    ]
    assert "What it shows" in said


@pytest.mark.parametrize("block", [b for b in BLOCKS if type(b).__name__ in ("Figure", "Screen", "Quadrant")] + [CHART])
def test_a_picture_is_heard_as_what_it_shows_and_lies_within_its_page(block, brand):
    reader = PdfReader(BytesIO(write(document(block), brand).data))
    (figure,) = tagged(structure(reader), "Figure")
    assert figure.alt == "alt"
    (found,) = [
        each
        for number in range(1, int(reader.trailer["/Size"]))
        if isinstance(each := reader.get_object(number), dict) and each.get("/S") == "/Figure"
    ]
    left, low, right, top = (float(side) for side in found["/A"]["/BBox"])
    assert 0 < left < right < float(reader.pages[0].mediabox.right)
    assert 0 < low < top < float(reader.pages[0].mediabox.top)


def linked(words_before: str, words_in: str) -> Paragraph:
    return Paragraph((*text(words_before), Run(words_in, Style.PLAIN, "https://example.org/a"), *text(" and on")))


@pytest.mark.parametrize("lines", [1, 40])
@pytest.mark.parametrize("before", ["See ", ""])
def test_a_link_holds_its_words_and_its_areas(before: str, lines: int, brand: Brand) -> None:
    block = linked(before, "the source " * lines)
    if not before:
        block = Paragraph(block.text[:1])
    root = built(document(block), brand)
    (link,) = tagged(root, "Link")
    assert link.words().split() == ["the", "source"] * lines
    areas = [kid for kid in link.kids if not isinstance(kid, Heard | str)]
    assert len(areas) == len({tuple(area["/Rect"]) for area in areas})
    assert len(areas) > 3 if lines > 1 else len(areas) == 1
    for area in areas:
        assert (area["/Subtype"], area["/Contents"], area["/A"]["/URI"]) == ("/Link", *["https://example.org/a"] * 2)


@pytest.mark.parametrize("before", ["See ", ""])
def test_a_link_in_a_head_that_is_repeated_is_one_link(before: str, brand: Brand) -> None:
    head = (*text(before), Run("the source", Style.PLAIN, "https://example.org/a"))
    rows = tuple((text(f"node-{n:03d}"), text("idle")) for n in range(120))
    reader = PdfReader(BytesIO(write(document(Table((head, text("State")), rows, "d")), brand).data))
    assert len(reader.pages) > 2
    assert sum(len(page.get("/Annots", [])) for page in reader.pages) == 1
    assert len(tagged(structure(reader), "Link")) == 1


FRENCH = Run("mise en place", language="fr")


@pytest.mark.parametrize(
    ("runs", "tag"),
    [
        ((Run("The "), FRENCH, Run(" comes first")), "Span"),
        ((FRENCH,), "Span"),
        ((Run("The "), replace(FRENCH, link="https://example.org/m"), Run(" comes first")), "Link"),
        ((replace(FRENCH, link="https://example.org/m"),), "Link"),
    ],
)
def test_words_in_another_language_say_so(runs: tuple[Run, ...], tag: str, brand: Brand, tmp_path: Path) -> None:
    data = write(document(Paragraph(runs)), brand).data
    reader = PdfReader(BytesIO(data))
    (found,) = [each for each in structure(reader).all() if each.language]
    assert (found.tag, found.language, found.words().strip()) == (tag, "fr", "mise en place")
    areas = [kid["/A"]["/URI"] for kid in found.kids if not isinstance(kid, Heard | str)]
    assert areas == (["https://example.org/m"] if tag == "Link" else [])
    assert len(reader.pages[0].get("/Annots", [])) == len(areas)
    assert_conforms(data, tmp_path)


def test_every_entry_of_the_contents_is_a_link_of_its_words(brand):
    sections = tuple(Section(text(f"Chapter-{n}"), paragraphs(2)) for n in range(8))
    (contents,) = tagged(built(document(sections=sections, contents=True), brand), "TOC")
    links = tagged(contents, "Link")
    assert [link.words().strip() for link in links] == [f"Chapter-{n}" for n in range(8)]
    assert [link.kids[-1]["/Contents"] for link in links] == [f"Chapter-{n}" for n in range(8)]
    assert tagged(contents, "TOCI")[0].words().split() == ["Chapter-0", "1"]


def test_the_way_back_leads_from_every_area_and_stretch_to_its_element(brand):
    made = document(linked("See ", "this " * 60), *BLOCKS, contents=True)
    reader = PdfReader(BytesIO(write(made, brand).data))
    nums = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    back = dict(zip((int(key) for key in nums[::2]), nums[1::2], strict=True))
    areas = 0
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        assert all(each.get_object()["/Type"] == "/StructElem" for each in back[page["/StructParents"]].get_object())
        for area in page.get("/Annots", []):
            areas += 1
            kids = back[area.get_object()["/StructParent"]].get_object()["/K"]
            held = [
                kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if not isinstance(kid, int)
            ]
            assert area.idnum in [kid.raw_get("/Obj").idnum for kid in held if "/Obj" in kid]
    assert areas > 15


@pytest.mark.parametrize("audience", Audience)
def test_running_heads_rules_and_grounds_are_not_read(audience, brand):
    root = built(document(Callout(text("Label"), paragraphs(12)), *paragraphs(12), audience=audience), brand)
    said = root.words()
    assert "Page" not in said
    assert "Edition" not in said
    assert "copy" not in said
    assert said.count("A guide") == 1


def test_the_file_says_that_it_conforms_and_shows_its_title(brand):
    root = PdfReader(BytesIO(write(document(*paragraphs(1), title=text("Costs & <causes>")), brand).data)).trailer[
        "/Root"
    ]
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "Costs &amp; &lt;causes&gt;" in packet
    assert "<rdf:li>en-GB</rdf:li>" in packet
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]


class Forgotten(Untold):
    """A paragraph of reportlab's own, which tells nobody what it is."""


def test_text_that_belongs_to_no_element_is_an_error(brand):
    made = document()
    look = Look(brand, words("en"), wide=False)
    style = ParagraphStyle("s", fontName=look.text.regular)
    with pytest.raises(UntaggedError, match="belongs to no element"):
        lay_out([Part(made, look, [Forgotten("Not heard", style)])])


def test_text_whose_element_nobody_tells_of_is_an_error(brand, monkeypatch):
    made = document()
    look = Look(brand, words("en"), wide=False)
    silent = look.set(text("Drawn and not told"), look.body)
    monkeypatch.setattr(silent, "elements", list)
    with pytest.raises(UntaggedError, match="not in the structure"):
        lay_out([Part(made, look, [silent])])


def test_a_picture_that_belongs_to_no_element_is_an_error(brand):
    """An inline picture would be one: no markup of ours makes it, and none could pass unheard."""
    look = Look(brand, words("en"), wide=False)
    made = look.set(text("A picture"), look.body)
    made.draw = lambda: made.canv.drawImage(None, 0, 0)
    with pytest.raises(UntaggedError, match="picture"):
        lay_out([Part(document(), look, [made])])


def test_a_picture_that_nothing_describes_is_an_error(brand):
    with pytest.raises(UntaggedError, match="nothing describes"):
        write(document(replace(CHART, alt="")), brand)


def test_lines_are_parted_by_spaces_but_not_within_words(brand):
    words_ = "cost-effective and long- and short-term " * 30 + "x" * 400
    root = built(document(Paragraph(text(words_))), brand)
    assert words_.split() == root.words().split()[-len(words_.split()) :]


def test_a_described_chart_is_one_picture(brand):
    chart = replace(CHART, kind=Chart.Kind.COLUMN, marks=(), alt="Spending rose")
    root = built(document(chart), brand)
    assert [each.alt for each in tagged(root, "Figure")] == ["Spending rose"]
    assert "Budget" not in root.words()
