"""What the first lesson promises of its numbers: none is typed in prose, and changing one changes all that shows it."""

import re
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[1] / "content" / "finops-for-ai.yaml"
TYPED_ONCE = ("scenarios", "figures", "sources")  # where inputs and public figures stand
MONEY = re.compile(
    r"""
    [$€£]\s?\d                                                  # $12
    | \b(USD|EUR|GBP|CHF)\s\d                                   # USD 12
    | \b\d[\d.,]*\s?(thousand|million|billion)?\s(US\s)?(dollars?|cents?|euros?)\b
    | \b\d[\d.,]*k\b                                            # 15k
    | \b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty
        |sixty|seventy|eighty|ninety|hundred)[a-z\s-]{0,24}\b(dollars?|cents?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
FIELDS = re.compile(r"\[\$0[.0k]*\]")  # for the learner to fill in


def prose() -> list[tuple[int, str]]:
    """The lines outside the numbers' own sections, without references and comments."""
    section, found = "", []
    for number, line in enumerate(CONTENT.read_text("utf-8").split("\n"), 1):
        if head := re.match(r"([a-z-]+):", line):
            section = head[1]
        if section not in TYPED_ONCE and not line.lstrip().startswith("#"):
            found.append((number, re.sub(r"\s#\s.*", "", FIELDS.sub("", re.sub(r"\{\{.*?\}\}", "@", line)))))
    return found


def test_no_money_figure_is_typed_in_prose() -> None:
    assert [(number, line.strip()) for number, line in prose() if MONEY.search(line)] == []


@pytest.mark.parametrize("typed", ["$12", "about 5 cents", "USD 40", "a gain of 14k", "five thousand dollars", "€9.50"])
def test_typed_money_would_be_found(typed: str) -> None:
    assert MONEY.search(typed)


@pytest.mark.parametrize(
    "harmless", ["within ten percent", "three gates", "one in a hundred", "10 minutes", "ten millions of tokens"]
)
def test_other_numbers_are_left_alone(harmless: str) -> None:
    assert not MONEY.search(harmless)
