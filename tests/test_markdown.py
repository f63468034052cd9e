"""The subset of Markdown: what it gives, what it refuses, and that no word is lost."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.markdown import MarkdownError, line, prose
from lessonbuild.model.blocks import spoken
from lessonbuild.model.document import BulletList, NumberedList, Paragraph
from lessonbuild.model.text import Run, Style, plain

WORD = st.from_regex(r"[A-Za-zÀ-ÿ0-9]{1,9}[.,;:!?]?", fullmatch=True).filter(lambda word: not MARK.fullmatch(word))
MARK = re.compile(r"\d+\.")  # "1." at the head of a line begins a list
STYLED = st.tuples(st.sampled_from(["{}", "**{}**", "*{}*", "`{}`", "[{}](https://example.org/a)", '"{}"']), WORD)
SENTENCE = st.lists(STYLED, min_size=1, max_size=12).map(lambda parts: [(f.format(w), w) for f, w in parts])


def test_each_style_is_a_run() -> None:
    assert line("a **b**, *c*, `d--e`, [f](https://g.example)") == (
        Run("a "),
        Run("b", Style.STRONG),
        Run(", "),
        Run("c", Style.EMPHASIS),
        Run(", "),
        Run("d--e", Style.CODE),
        Run(", "),
        Run("f", link="https://g.example"),
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("it's \"so\" 'called'", "it’s “so” ‘called’"),
        ("the '90s", "the ’90s"),
        ('"Speech goes on.', "“Speech goes on."),
        ('6" wide', '6" wide'),
        (r"a \"straight\" quote", 'a "straight" quote'),
        ("**bold**'s end", "bold’s end"),
        ("a -- b", "a -- b"),
        ("{{ halden.extra | money }} a month", "{{ halden.extra | money }} a month"),
        ("1. May", "1. May"),
        ("over\ntwo lines", "over two lines"),
        ("a < b & c", "a < b & c"),
        ("[label]: https://example.org", "[label]: https://example.org"),
    ],
)
def test_characters_of_a_line(source: str, shown: str) -> None:
    assert plain(line(source)) == shown


def test_prose_has_paragraphs_and_flat_lists() -> None:
    assert prose("One\nline.\n\n- a\n- *b*\n\n3. c\n4. d\n") == (
        Paragraph((Run("One line."),)),
        BulletList(((Run("a"),), (Run("b", Style.EMPHASIS),))),
        NumberedList(((Run("c"),), (Run("d"),)), start=3),
    )


@pytest.mark.parametrize(
    ("source", "about", "offset"),
    [
        ("a\n\n# b", "heading", 2),
        ("a\n---", "heading", 0),
        ("a\n\n---", "rule", 2),
        ("a\n\n    b", "code", 2),
        ("```\na\n```", "code", 0),
        ("a\nb <b>c</b>", "HTML", 1),
        ("<div>a</div>", "HTML", 0),
        ("> a", "quotation", 0),
        ("|a|b|\n|-|-|\n|1|2|", "table", 0),
        ("a ![b](c.png)", "picture", 0),
        ("- a\n  - b", "list cannot stand in a list", 1),
        ("- a\n\n  b", "one paragraph", 2),
        ("- a\n-\n- c", "empty", 1),
        ("- a\n\n      b", "code", 2),
        ("[a](b.html)", "full address", 0),
        ('[a](https://b.example "c")', "title of a link", 0),
    ],
)
def test_what_is_outside_the_subset_is_refused_with_its_line_and_a_hint(source: str, about: str, offset: int) -> None:
    with pytest.raises(MarkdownError, match=about) as caught:
        prose(source)
    assert caught.value.offset == offset
    assert caught.value.hint


@pytest.mark.parametrize("source", ["- a", "# a", "a\n\nb", "> a", "a <b>b</b>", "![a](b)"])
def test_a_line_is_one_line(source: str) -> None:
    with pytest.raises(MarkdownError):
        line(source)


@given(SENTENCE)
def test_no_word_of_a_line_is_lost(sentence: list[tuple[str, str]]) -> None:
    found = re.sub("[“”]", "", plain(line(" ".join(source for source, _ in sentence))))
    assert found.replace('"', "").split() == [word for _, word in sentence]


@given(st.lists(st.tuples(st.sampled_from(["", "- "]), SENTENCE), min_size=1, max_size=6))
def test_no_word_of_prose_is_lost(blocks: list[tuple[str, list[tuple[str, str]]]]) -> None:
    source = "\n\n".join(mark + " ".join(written for written, _ in sentence) for mark, sentence in blocks)
    found = re.sub('[“”"]', "", " ".join(spoken(block) for block in prose(source)))
    assert found.split() == [word for _, sentence in blocks for _, word in sentence]


@given(st.text())
def test_any_text_gives_runs_or_a_markdown_error(source: str) -> None:
    with suppress(MarkdownError):  # and nothing else
        assert all(plain(item) for block in prose(source) if isinstance(block, BulletList) for item in block.items)
    with suppress(MarkdownError):
        line(source)
