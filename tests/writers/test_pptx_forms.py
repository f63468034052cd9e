"""Tables that a team fills in on a screen, and decks that know no phases."""

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from lessonbuild.model import blocks as b
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Section
from lessonbuild.model.text import Run, Style, Text, text
from lessonbuild.writers.pptx import write
from lessonbuild.writers.pptx.grid import BODY_BOTTOM, BODY_TOP

HEAD = (text("Finding"), text("Evidence"), text("Owner"))


def form(*rows: tuple[str, ...], **more: Any) -> b.FormTable:
    cells = tuple(tuple(text(cell) for cell in row) for row in rows)
    return b.FormTable("f", HEAD, cells, "Form: a row a finding", **more)


def slides(brand: Brand, *blocks: Block, notes: tuple[Block, ...] = ()) -> list[Any]:
    sections = tuple(Section(text(f"Slide {n}"), (block,), notes) for n, block in enumerate(blocks, 1))
    document = Document("boards", text("Boards"), Audience.LEARNER, sections, "L", "en", "2026-11-23")
    return list(Presentation(BytesIO(write(document, brand).data)).slides)


def table_of(slide: Any) -> Any:
    return next(shape.table for shape in slide.shapes if shape.has_table)


@pytest.mark.parametrize("widths", [(), (4.0, 4.0, 2.0)])
def test_a_form_fills_the_slide_with_equal_rows_to_write_in(widths: tuple[float, ...], brand: Brand) -> None:
    (slide,) = slides(brand, form(("Example", "Two exhibits", "Who"), ("", "", ""), ("", "", ""), widths=widths))
    frame = next(shape for shape in slide.shapes if shape.has_table)
    assert frame.table.first_row
    assert frame.top == Pt(BODY_TOP)
    assert sum(row.height for row in frame.table.rows) == pytest.approx(Pt(BODY_BOTTOM - BODY_TOP), abs=Pt(1))
    assert sum(column.width for column in frame.table.columns) == pytest.approx(Inches(12.133), abs=Pt(2))
    open_ = [frame.table.rows[n].height for n in (2, 3)]
    assert open_[0] == open_[1] >= Inches(1)


def test_the_columns_to_write_in_get_the_room(brand: Brand) -> None:
    (slide,) = slides(brand, form(("Flour", "", ""), ("Water", "", "")))
    first, second, third = (column.width for column in table_of(slide).columns)
    assert second > 2 * first
    assert third > 2 * first


def test_rows_that_do_not_fit_go_on_none_lower_than_half_an_inch(brand: Brand) -> None:
    made = slides(brand, form(*(("", "", ""),) * 20))
    tables = [table_of(slide) for slide in made]
    assert len(tables) > 1
    assert sum(len(table.rows) - 1 for table in tables) == 20
    for table in tables:
        assert [cell.text for cell in table.rows[0].cells] == ["Finding", "Evidence", "Owner"]
        assert min(row.height for row in list(table.rows)[1:]) >= Inches(0.5) - 1
        assert {int(end.get("sz")) for end in table._tbl.iter("{*}endParaRPr")} <= {1400, 1600, 1800}


def test_what_one_writes_in_is_set_off_and_a_tick_stands_in_the_middle(brand: Brand) -> None:
    (slide,) = slides(brand, form(("Flour", "", ""), ticks=(2,)))
    printed, open_, tick = table_of(slide).rows[1].cells
    assert printed._tc.tcPr.find("{*}noFill") is not None
    assert open_._tc.tcPr.find("{*}solidFill") is not None
    assert tick._tc.find(".//{*}pPr").get("algn") == "ctr"


def test_a_deck_without_phases_has_its_cover_its_notes_and_no_rail(brand: Brand) -> None:
    notes = (b.Cue(b.Act.SAY, "Say", (Paragraph(text("I ask for [amount].")),)),)
    cover, ask = slides(
        brand, b.Cover(text("[What you ask for]"), ()), b.Statement(text("[The decision]")), notes=notes
    )
    assert (cover.slide_layout.name, ask.slide_layout.name) == ("Title", "Statement")
    assert cover.notes_slide.notes_text_frame.text == "Say: I ask for [amount]."
    assert [shape.name for shape in cover.shapes].count("Day") == 1
    assert "Day" not in [shape.name for shape in ask.shapes]


def test_a_figure_that_begins_the_sentence_beside_a_chart_is_large(brand: Brand) -> None:
    chart = b.Chart(b.Chart.Kind.LINE, (), ("Jan", "Feb"), (("Cost", (1.0, 2.0)),), "USD", "Cost doubles.")
    said: Text = (Run("33%", Style.STRONG), Run(" over by the end of June"))
    sections = (Section(text("Cost doubled"), (chart, Paragraph(said))),)
    document = Document("d", text("D"), Audience.FACILITATOR, sections, "D", "en", "2026-11-23")
    (slide,) = Presentation(BytesIO(write(document, brand).data)).slides
    figure, sentence = next(
        s for s in slide.placeholders if s.has_text_frame and "33%" in s.text_frame.text
    ).text_frame.paragraphs
    assert (figure.text, sentence.text) == ("33%", "over by the end of June")
    assert figure.runs[0].font.size == 2 * sentence.runs[0].font.size
