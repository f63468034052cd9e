"""What must hold of the first lesson's documents, whoever edits its text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lessonbuild.build import assembled, settled
from lessonbuild.documents import DOCUMENTS
from lessonbuild.documents.slides import deck as slides_of
from lessonbuild.model.blocks import Chart, Cue, Moment, RunOfShow, Screen
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Role, Section, Table, spoken
from lessonbuild.model.item import Item
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import plain, text

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
    for shown in slides_of(lesson):
        assert shown.divides or f"Slide {shown.number}  {shown.title}" in guide
        assert plain(kit["slides"].sections[shown.number - 1].title) == shown.title


def test_a_facilitator_without_a_screen_finds_all_that_is_said_in_the_guide(
    kit: dict[str, Document], lesson: Lesson
) -> None:
    guide = flat(everything(kit["facilitator-guide"]))
    said = [slide.say for phase in lesson.phases for slide in phase.slides]
    opened = [words for phase in lesson.phases for words in (phase.opening, phase.transition)]
    for words in (lesson.welcome, lesson.closing, *lesson.said.values(), *said, *opened):
        assert flat((words or "").split(".")[0]) in guide


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


def test_learners_hold_no_answer_and_nothing_that_is_meant_for_the_facilitator(
    kit: dict[str, Document], lesson: Lesson
) -> None:
    found = list(sentences(lesson))
    assert len(found) > 400
    for document in kit.values():
        if document.audience is Audience.LEARNER:
            held = flat(everything(document))
            assert not [words for words in found if words in held], document.name


def sentences(lesson: Lesson) -> Iterator[str]:
    """Every sentence of at least five words that only the facilitator may read."""
    asks = [ask.expect for phase in lesson.phases for at in (*phase.steps, *phase.slides) for ask in at.ask]
    does = [at.do for phase in lesson.phases for at in (*phase.steps, *phase.slides)]
    keys = [words for part in (lesson.answer_key, lesson.observation) for words in texts(part)]
    for words in (*asks, *does, *keys, *(question.why for question in lesson.quiz)):
        for sentence in re.split(r"(?<=[.?!:])\s+", flat(words or "")):
            if len(sentence.split()) >= 5:
                yield sentence


def texts(value: object) -> Iterator[str]:
    """Every text in an item, but not the names of exhibits, cases and worksheets."""
    match value:
        case str():
            yield value
        case Item():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name)) if name not in ("exhibits", "objectives") else ()
        case dict():
            for part in value.values():
                yield from texts(part)
        case list():
            for part in value:
                yield from texts(part)


def flat(words: str) -> str:
    """The words alone: typed and printed quotes, emphasis and blanks do not count."""
    return " ".join(re.sub(r"[*`“”\"‘’']", "", words).split())


def everything(document: Document) -> str:
    """All words of a document, said or shown."""
    parts = [plain(section.title) for section in document.sections]
    parts += [spoken(block) for section in document.sections for block in (*section.blocks, *section.notes)]
    return "\n".join(parts)


@pytest.mark.parametrize("planted", ["expect", "key", "quiz", "sign"])
def test_a_planted_answer_is_caught(planted: str, kit: dict[str, Document], lesson: Lesson) -> None:
    """The check above finds what it looks for."""
    assert lesson.answer_key
    assert lesson.observation
    words = {
        "expect": next(a.expect for p in lesson.phases for s in p.steps for a in s.ask if a.expect),
        "key": lesson.answer_key.findings[0].truth,
        "quiz": lesson.quiz[0].why,
        "sign": next(iter(lesson.observation.phases.values()))[0].missing,
    }[planted]
    leaky = replace(kit["handout"].sections[0], blocks=(Paragraph(text(words or "")),))
    held = flat(everything(replace(kit["handout"], sections=(leaky,))))
    assert [sentence for sentence in sentences(lesson) if sentence in held]


def test_an_audience_is_the_same_in_the_list_and_on_the_document(kit: dict[str, Document]) -> None:
    for name, document in kit.items():
        (listed,) = [one for one in DOCUMENTS if name == one.name or name.startswith(f"{one.name}-")]
        assert document.audience is listed.audience, name


def test_nothing_of_the_kit_is_left_out(lesson: Lesson) -> None:
    assert [publication.name for publication in DOCUMENTS if not publication.assemble(lesson)] == []


@pytest.mark.parametrize("name", ["worksheets", "role-cards", "discussion-cards", "project-brief", "invitation"])
def test_a_paper_handed_out_before_the_reveal_tells_no_cause(name: str, kit: dict[str, Document]) -> None:
    held = everything(kit[name]).casefold()
    assert not [cause for cause in CAUSES if cause in held]


CAUSES = ("idle", "runaway", "expiry tag", "oversized", "left on", "never switched off")


@pytest.mark.parametrize("cause", CAUSES)
def test_the_cases_tell_symptoms_and_no_causes(kit: dict[str, Document], cause: str) -> None:
    for name in ("case-study-halden", "case-study-halden-year"):
        assert cause not in "\n".join(spoken(b) for s in kit[name].sections for b in s.blocks).casefold(), name
