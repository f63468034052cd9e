"""Text that does not fit is parted between words, lines end well, and nothing of it is lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Style, plain, text
from lessonbuild.writers.pptx import ends, fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Para, Words
from lessonbuild.writers.pptx.tables import breaks

WORDS = st.lists(st.text("abcdefg-", min_size=1, max_size=14), min_size=1, max_size=80).map(" ".join)
RUNS = st.lists(st.builds(Run, WORDS, st.sampled_from(Style)), min_size=1, max_size=3).map(tuple)
quick = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(paragraphs=st.lists(RUNS, min_size=1, max_size=5))
def test_parting_keeps_every_word_in_order_and_each_page_fits(paragraphs: list[tuple[Run, ...]], brand: Brand) -> None:
    paras = [Para(runs, 18, before=9) for runs in paragraphs]
    pages = fit.parted(paras, 300, 120, brand)
    found = " ".join(plain(para.runs) for page in pages for para in page)
    assert found.split() == " ".join(plain(runs) for runs in paragraphs).split()
    assert all(fit.height(page, 300, brand) <= 120 for page in pages)


def test_a_bold_line_goes_with_what_it_names(brand: Brand) -> None:
    label, body = Para(text("Name"), 18, bold=True), Para(text("words " * 40), 18)
    first, second = fit.parted([Para(text("one line"), 18), label, body], 300, 150, brand)[:2]
    assert label not in first
    assert second[0] == label


def test_large_type_is_balanced_without_another_line(brand: Brand) -> None:
    words = text("Everyone at Halden saw a part of the bill, and nobody saw the whole of it in time")
    para = Para(words, 40, heading=True)
    narrow = fit.balanced((para,), 700, brand)
    assert narrow < 700
    assert fit.lines(para, narrow, brand) == fit.lines(para, 700, brand)


@given(st.lists(st.floats(10, 200), max_size=40), st.integers(1, 2))
def test_rows_part_without_gap_and_no_total_stands_alone(heights: list[float], keep: int) -> None:
    parts = breaks(heights, 300, keep)
    assert [n for start, end in parts for n in range(start, end)] == list(range(len(heights)))
    assert all(end - start == 1 or sum(heights[start:end]) <= 300 for start, end in parts[:-1])
    if len(parts) > 1 and parts[-2][1] - parts[-2][0] > 1:
        assert parts[-1][1] - parts[-1][0] >= keep


@quick
@given(runs=RUNS, width=st.floats(120, 600))
def test_ending_well_costs_no_line_and_changes_nothing_but_spaces(
    runs: tuple[Run, ...], width: float, brand: Brand
) -> None:
    para = Para(runs, 18)
    ended = ends.ended(para, width, brand)
    assert plain(ended.runs).replace("\u00a0", " ") == plain(runs)
    assert fit.lines(ended, width, brand) == fit.lines(para, width, brand)


def test_no_paragraph_ends_in_one_short_word(brand: Brand) -> None:
    para = Para(text("What would the year have cost without it?"), 22)
    width = fit.width(text("What would the year have cost without"), 22, brand) + 2
    assert fit.wrapped(para, width, brand)[-1] == "it?"
    assert fit.wrapped(ends.ended(para, width, brand), width, brand)[-1] == "cost\u00a0without\u00a0it?"


def test_a_title_parts_where_its_sense_does(brand: Brand) -> None:
    para = Para(text("One minute a team: the strategy you would defend"), 30, heading=True)
    (made,) = ends.parted(Words(Box(0, 0, 420, 80), (para,)), 600, brand).paras
    assert fit.wrapped(made, 420, brand)[0] == "One minute a team:"


def test_a_divider_names_its_phase_on_a_line_of_its_own(brand: Brand) -> None:
    para = Para(text("Evaluate: Would a board sign it?"), 40, heading=True)
    title = ends.parted(Words(Box(0, 0, 640, 120), (para,)), 640, brand, named=True)
    first, second = fit.wrapped(title.paras[0], title.box.w, brand)
    assert (first, second.replace("\u00a0", " ")) == ("Evaluate:", "Would a board sign it?")
