"""Every item of the plan stands word for word in the lesson file and in at least one document."""

import re
from pathlib import Path

import pytest

from lessonbuild.build import assembled
from lessonbuild.model.blocks import spoken
from lessonbuild.model.text import plain

ROOT = Path(__file__).parents[1]
PLAN = ROOT.parent / "shared" / "lesson-plan.md"
LESSON = ROOT / "content" / "finops-for-ai.yaml"

pytestmark = pytest.mark.skipif(not PLAN.exists(), reason="the plan lies outside the project and is not here")


def items(plan: str) -> list[str]:
    """List items, the cells of table rows, and what follows each bold label."""
    found: list[str] = []
    for line in plan.splitlines():
        if line.startswith("|") and not set(line) <= set("|- "):
            found += [cell.strip() for cell in line.strip("|").split("|")]
        elif (match := re.match(r"\s*[*-] (?:Alignment: )?(.+)", line)) or (
            match := re.match(r"\*\*[^*]+:\*\* (.+)", line)
        ):
            found.append(match.group(1))
    parts = [part for item in found for part in re.split(r"(?<=\*\*): ", item)]
    return [part for part in parts if part not in ("Objective", "Bloom's Taxonomy Level")]  # the head of the table


def squeezed(words: str) -> str:
    """Blanks folded, quotes straight, case ignored."""
    return (
        re.sub(r"\s+", " ", words.replace("**", "").translate(str.maketrans("‘’“”", "''\"\"")))
        .replace('"', "")
        .casefold()
    )


@pytest.fixture(scope="module")
def printed() -> str:
    sections = [s for d in assembled(LESSON) for s in d.sections]
    blocks = [b for s in sections for b in (*s.blocks, *s.notes)]
    return squeezed("\n".join([*(plain(s.title) for s in sections), *(spoken(b) for b in blocks)]))


@pytest.fixture(scope="module")
def written() -> str:
    return squeezed(LESSON.read_text("utf-8").replace("\n", " "))


def test_the_plan_is_read_whole() -> None:
    assert len(items(PLAN.read_text("utf-8"))) > 90


@pytest.mark.parametrize("item", items(PLAN.read_text("utf-8")) if PLAN.exists() else [])
def test_an_item_of_the_plan_is_in_the_lesson_and_in_a_document(item: str, printed: str, written: str) -> None:
    minutes = re.fullmatch(r"(\d+) (hours|minutes)", item)
    in_lesson = f"minutes: {int(minutes[1]) * (60 if minutes[2] == 'hours' else 1)}" if minutes else squeezed(item)
    assert in_lesson in written
    assert squeezed(item) in printed
