"""Forty forms, filled by programs in PDF and in Word, are collected without loss."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import FILLERS, Blanks
from filling import filled_by_word, saved_by_libreoffice

from lessonbuild.collecting.answers import answered
from lessonbuild.collecting.collect import Collected, collect
from lessonbuild.collecting.forms import Form, Kind, Question
from lessonbuild.collecting.sources import read

WORDS = (
    "It costs 3 € more, “not less”, they’d say – and that’s 5 % …",
    "Закваска поднялась за четыре часа, «как и ожидалось»",
    "Zoë naïvely wrote: čeština, język, ελληνικά, ½ × 2 = 1",
    "=1+1\nand a second line\n\nand a fourth, after an empty one",
    "面团发得很好 🍞 مرحبا",
    '<w:t>&amp; </w:t> "quoted" \\(back\\)slash) %PDF-1.7',
)
PLAN = [*["rubric"] * 10, *["peer-feedback"] * 16, *["session-feedback"] * 14]


def value(question: Question, number: int) -> str | int | bool:
    """An answer to each question, another one in each form."""
    seed = number + sum(map(ord, question.id))
    match question.kind:
        case Kind.RATING | Kind.CHOICE:
            return seed % len(question.options) + 1
        case Kind.TICK:
            return seed % 2 == 0
        case Kind.NUMBER:
            return f"{seed % int(question.points[0] + 1)}"
        case Kind.WORDS:
            return f"{WORDS[seed % len(WORDS)]} ({number})"


def given(form: Form, number: int) -> dict[str, str | int | bool]:
    made = {question.id: value(question, number) for question in form.questions}
    return made | ({form.team: f"Team {number % 3 + 1}"} if form.team else {})


def filled_forms(
    ours: dict[str, Form], blanks: Blanks
) -> Iterator[tuple[str, Form, dict[str, str | int | bool], bytes]]:
    for number, name in enumerate(PLAN):
        filler = list(FILLERS)[number % len(FILLERS)]
        answers = given(ours[name], number)
        yield f"{number:02}.{filler}", ours[name], answers, FILLERS[filler](blanks[name, filler], answers)


def test_forty_forms_lose_nothing(ours: dict[str, Form], blanks: Blanks) -> None:
    made = list(filled_forms(ours, blanks))
    assert len(made) == 40
    for file, form, answers, data in made:
        found = answered(read(data), form, file)
        expected = {
            question.id: float(str(answers[question.id])) if question.kind is Kind.NUMBER else answers[question.id]
            for question in form.questions
            if answers[question.id] is not False
        }
        assert dict(found.given) == expected, file
        assert found.edition == form.edition
        assert not found.gaps, file


@pytest.mark.parametrize("name", ["rubric", "peer-feedback", "session-feedback"])
def test_a_word_form_is_read_the_same_after_a_program_that_forgets_tags(
    name: str, ours: dict[str, Form], blanks: Blanks
) -> None:
    some = dict(list(given(ours[name], 7).items())[::2])
    data = filled_by_word(blanks[name, "word"], some)
    assert read(saved_by_libreoffice(data)) == read(data)
    assert read(saved_by_libreoffice(blanks[name, "word"])).empty


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("name", ["rubric", "peer-feedback", "session-feedback"])
def test_a_form_as_it_is_handed_out_is_empty(name: str, filler: str, blanks: Blanks) -> None:
    assert read(blanks[name, filler]).empty


@pytest.fixture(scope="module")
def folder(ours: dict[str, Form], blanks: Blanks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("forms")
    for file, _, _, data in filled_forms(ours, blanks):
        (made / f"{file}.{'docx' if file.endswith('word') else 'pdf'}").write_bytes(data)
    return made


@pytest.fixture(scope="module")
def collected(folder: Path, lesson_file: Path) -> Collected:
    return collect([folder], [lesson_file])


def test_forty_files_are_forty_entries(collected: Collected) -> None:
    assert len(collected.results.entries) == 40
    assert not [outcome for outcome in collected.results.outcomes if outcome.refused]


def test_equal_forms_give_equal_bytes(collected: Collected, folder: Path, lesson_file: Path) -> None:
    assert collect([folder], [lesson_file]).files == collected.files
