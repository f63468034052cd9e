"""What must hold of the first lesson's documents, whoever edits its text."""

import re
from pathlib import Path

import pytest

from lessonbuild.build import assembled, settled
from lessonbuild.documents.slides import numbers
from lessonbuild.model.blocks import Chart, Cue, Moment, RunOfShow, Screen
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Role, Section, Table, spoken
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import plain

PATH = Path(__file__).parents[2] / "content" / "finops-for-ai.yaml"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return settled(PATH)


@pytest.fixture(scope="module")
def kit() -> dict[str, Document]:
    return {document.name: document for document in assembled(PATH)}


@pytest.fixture(scope="module")
def deck(kit: dict[str, Document]) -> tuple[Section, ...]:
    return kit["slides"].sections


def test_the_deck_has_a_size_that_three_hours_can_carry(deck: tuple[Section, ...]) -> None:
    assert 45 <= len(deck) <= 65


def test_no_two_slides_have_the_same_title(deck: tuple[Section, ...]) -> None:
    titles = [plain(slide.title).casefold() for slide in deck]
    assert len(set(titles)) == len(titles)


def test_every_slide_has_notes_with_the_clock_time_and_something_to_say_or_do(deck: tuple[Section, ...]) -> None:
    for slide in deck:
        assert re.match(r"\d\d:\d\d", spoken(slide.notes[0])), plain(slide.title)
        assert any(isinstance(block, Cue) for block in slide.notes), plain(slide.title)


def test_no_slide_carries_more_than_45_words(deck: tuple[Section, ...]) -> None:
    for slide in deck:
        assert sum(words(block) for block in slide.blocks) <= 45, plain(slide.title)


def words(block: Block) -> int:
    """Words to be read: not the numbers of charts and tables, not sources, not clock times."""
    match block:
        case Chart() | Table() | Screen() | Paragraph(role=Role.SOURCE):
            return 0
        case _:
            said = re.sub(r"\d+ minutes, until \S+|Hand in:|Worked example|\S*\d\S*|[^\w\s]", " ", spoken(block))
            return len(said.split())


def test_at_least_eight_slides_hold_an_editable_chart(deck: tuple[Section, ...]) -> None:
    assert sum(any(isinstance(block, (Chart, Screen)) for block in slide.blocks) for slide in deck) >= 8


def test_the_guide_names_the_slide_that_the_deck_shows(kit: dict[str, Document], lesson: Lesson) -> None:
    guide = "\n".join(spoken(block) for section in kit["facilitator-guide"].sections for block in section.blocks)
    for shown in numbers(lesson).values():
        assert f"Slide {shown.number}  {shown.title}" in guide
        assert plain(kit["slides"].sections[shown.number - 1].title) == shown.title


def test_the_clock_of_the_guide_runs_from_start_to_end(kit: dict[str, Document], lesson: Lesson) -> None:
    blocks = [block for section in kit["facilitator-guide"].sections for block in section.blocks]
    clocks = [block.clock for block in blocks if isinstance(block, Moment)]
    assert clocks[0] == lesson.starts
    assert clocks == sorted(clocks)
    assert len(clocks) == sum(len(phase.steps) for phase in lesson.phases)


def test_another_start_moves_every_clock_time() -> None:
    early, late = settled(PATH), settled(PATH, "13:30")
    shows = [run_of_show(lesson) for lesson in (early, late)]
    minutes = [[int(h) * 60 + int(m) for h, m in re.findall(r"^(\d\d):(\d\d)\t", show, re.MULTILINE)] for show in shows]
    assert {b - a for a, b in zip(*minutes, strict=True)} == {270}


def run_of_show(lesson: Lesson) -> str:
    from lessonbuild.documents.run_sheet import run_sheet

    (document,) = run_sheet(lesson)
    (block,) = document.sections[0].blocks
    assert isinstance(block, RunOfShow)
    return spoken(block)


def test_learners_hold_nothing_that_is_meant_for_the_facilitator(kit: dict[str, Document], lesson: Lesson) -> None:
    learners = "\n".join(
        spoken(block)
        for document in kit.values()
        if document.audience is Audience.LEARNER
        for section in document.sections
        for block in (*section.blocks, *section.notes)
    )
    asks = [a for p in lesson.phases for holder in (*p.steps, *p.slides) for a in holder.ask if a.expect]
    private = [ask.expect for ask in asks] + [step.do for p in lesson.phases for step in p.steps if step.do]
    assert len(private) > 60
    assert not [words for words in private if words and words.split(".")[0] in learners]


@pytest.mark.parametrize("cause", ["idle", "runaway", "expiry tag", "oversized", "left on", "never switched off"])
def test_the_cases_tell_symptoms_and_no_causes(kit: dict[str, Document], cause: str) -> None:
    for name in ("case-study-halden", "case-study-halden-year"):
        assert cause not in "\n".join(spoken(b) for s in kit[name].sections for b in s.blocks).casefold(), name
