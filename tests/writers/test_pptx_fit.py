"""Text that does not fit is parted between words, and nothing of it is lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Style, plain, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.pieces import Para
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
