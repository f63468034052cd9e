"""What a reference in a text shows, and what is said of one that cannot be shown."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lessonbuild.costs import settle
from lessonbuild.costs.values import ValueProblem
from lessonbuild.costs.values.filters import Showing, applied, names, plain
from lessonbuild.problems import SourceError
from lessonbuild.reading import read_lesson

DOLLARS = Showing("en", "USD")
LESSON = """\
title: Bread
date: 2026-01-01
minutes: 30
audience: Bakers
objectives: {bake: {level: Applying, text: Bake a loaf}}
phases:
  - phase: engage
    minutes: 30
    facilitator: Ask.
    learners: Answer.
    task: Bake.
    objectives: [bake]
    resources: {text: Flour}
    differentiation: {text: Help}
    technology: {text: An oven}
    steps: [{title: Bake, minutes: 30, do: Bake.}]
key-messages:
  - A loaf costs {{ bread.loaf | money2 }}.
figures:
  bread:
    flour: 0.9
    hours: 2
    wage: 30
    loaf: bread.flour + bread.wage * bread.hours / 40
sources:
  waste: {value: 12%, what: percent of bread, date: "2024", source: Somebody, certainty: low}
"""


def lesson(tmp_path: Path, old: str = "", new: str = "") -> Path:
    assert old in LESSON
    path = tmp_path / "bread.yaml"
    path.write_text(LESSON.replace(old, new, 1) if old else LESSON, "utf-8")
    return path


@pytest.mark.parametrize(
    ("value", "filters", "shown"),
    [
        ("41769", "money", "$41,769"),
        ("41769.5", "money", "$41,770"),
        ("0.1473", "money3", "$0.147"),
        ("-9147", "money", "−$9,147"),
        ("5.2", "price", "$5.20"),
        ("0.023", "price", "$0.023"),
        ("32.00", "price", "$32"),
        ("117512", "thousands", "$118K"),
        ("117512", "thousands1", "$117.5K"),
        ("1987658", "thousands", "$1,988K"),
        ("62000000", "millions", "$62M"),
        ("407900000", "millions1", "$407.9M"),
        ("0.0893", "percent1", "8.9%"),
        ("-0.2", "percent", "−20%"),
        ("14342", "count signed", "+14,342"),
        ("-871", "count signed", "−871"),
        ("0", "count signed", "0"),
        ("117512", "by-thousand count1", "117.5"),
        ("0", "by-thousand dash1", "–"),
        ("-12", "amount count", "12"),
        ("0.325", "in-hundred count1", "32.5"),
        ("3", "words", "three"),
        ("5", "words capital", "Five"),
        ("77", "words", "77"),
    ],
)
def test_a_filter_says_how_a_number_is_shown(value: str, filters: str, shown: str) -> None:
    through: Decimal | date | str = Decimal(value)
    for name in filters.split():
        through = applied(through, name, DOLLARS, "x")
    assert through == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("date", "15 August 2025"),
        ("day", "15 August"),
        ("month", "August"),
        ("weekday", "Friday"),
        ("iso", "2025-08-15"),
    ],
)
def test_a_date_is_shown_in_words(name: str, shown: str) -> None:
    assert applied(date(2025, 8, 15), name, DOLLARS, "x") == shown


def test_numbers_follow_the_language_and_currency_of_the_lesson() -> None:
    german = Showing("de", "EUR")
    assert applied(Decimal("41769.5"), "money2", german, "x") == "41.769,50\xa0€"
    assert applied(Decimal("62000000"), "millions", german, "x") == "62\xa0Mio.\xa0€"
    assert applied(Decimal("117512"), "thousands", german, "x") == "117.512\xa0€", (
        "German has no short form of thousands"
    )
    assert applied(Decimal("0.089"), "percent1", german, "x") == "8,9\xa0%"
    assert applied(date(2025, 8, 15), "month", german, "x") == "August"


def test_without_a_filter_a_number_has_at_most_two_decimals() -> None:
    assert [plain(Decimal(value), DOLLARS) for value in ("96", "1.5", "0.333333", "12345")] == [
        "96", "1.5", "0.33", "12,345",
    ]  # fmt: skip


@pytest.mark.parametrize("name", names())
def test_every_filter_shows_one_kind_of_value_and_refuses_the_others(name: str) -> None:
    codes = [refusal(value, name) for value in (Decimal("1.5"), date(2025, 1, 1), "text")]
    assert sorted(codes) == ["", "value-type", "value-type"]


def refusal(value: Decimal | date | str, name: str) -> str:
    try:
        applied(value, name, DOLLARS, "x")
    except ValueProblem as problem:
        return problem.code if problem.hint else "without a hint"
    return ""


def test_a_figure_is_computed_from_others(tmp_path: Path) -> None:
    assert settle(read_lesson(lesson(tmp_path))).key_messages == ["A loaf costs $2.40."]


def test_changing_a_figure_changes_what_is_made_of_it(tmp_path: Path) -> None:
    settled = settle(read_lesson(lesson(tmp_path, "wage: 30", "wage: 50")))
    assert settled.key_messages == ["A loaf costs $3.40."]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "hint"),
    [
        ("bread.loaf | money2", "bread.laof | money2", "unknown-value", 18, 'did you mean "bread.loaf"?'),
        ("| money2", "| mony", "unknown-filter", 18, 'did you mean "money"?'),
        ("| money2", "| month", "value-type", 18, "it can be shown with money"),
        ("{{ bread.loaf | money2 }}", "{{ Bread Loaf }}", "value-syntax", 18, "write {{ name.name }}"),
        ("{{ bread.loaf | money2 }}", "{{ __import__('os') }}", "value-syntax", 18, "write {{ name.name }}"),
        ("bread.wage * bread.hours / 40", "bread.loaf", "circular-value", 24, "type one of them"),
        ("bread.hours / 40", "bread.hours / 0", "arithmetic", 24, ""),
        ("bread.hours / 40", "bread.hours-bread.flour", "unknown-value", 24, ""),
        ("bread.flour + bread.wage", "open(bread.flour)", "arithmetic", 24, "there are min, max"),
        ("    flour: 0.9", "    flour: 0.9 kg", "arithmetic", 21, "is an operator missing?"),
    ],
)
def test_what_cannot_be_had_is_said_at_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int, hint: str
) -> None:
    with pytest.raises(SourceError) as caught:
        settle(read_lesson(lesson(tmp_path, old, new)))
    first = caught.value.problems[0]
    assert first.place
    assert (first.code, first.place.line) == (code, line)
    assert first.hint.startswith(hint)


def test_all_references_of_a_text_that_fail_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        settle(
            read_lesson(
                lesson(tmp_path, "{{ bread.loaf | money2 }}", "{{ a }} and {{ b }} and {{ sources.waste | percent }}")
            )
        )
    assert [problem.message for problem in caught.value.problems] == ['unknown value "a"', 'unknown value "b"']
