"""A budget is read whole or refused with every problem in its place."""

from decimal import Decimal
from pathlib import Path

import pytest

from lessonbuild.auditing.budget import read_budget
from lessonbuild.problems import SourceError, shown


def written(folder: Path, text: str) -> Path:
    path = folder / "budget.csv"
    path.write_text(text, "utf-8")
    return path


def test_months_come_in_their_order(tmp_path: Path) -> None:
    path = written(tmp_path, 'Budget, Month\n"42000.50", 2025-02\n\n40000,2025-01\n')
    assert read_budget(path).months == (("2025-01", Decimal(40000)), ("2025-02", Decimal("42000.50")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 empty-file"]),
        ("month,budget\n", ["1:1 no-rows"]),
        ("month;budget\n2025-01;4\n", ["1:1 not-commas"]),
        ("month,bugdet\n2025-01,4\n", ["1:7 unknown-column", "1:1 no-column"]),
        ("month,month,budget\n", ["1:7 column-twice"]),
        ("month,budget\n2025-13,4\n2025-1,5\n", ["2:1 not-a-month", "3:1 not-a-month"]),
        ("month,budget\n2025-01,4\n2025-01,-5\n", ["3:1 month-twice", "3:9 not-an-amount"]),
        ("month,budget\n2025-01,$4\n2025-02,\n", ["2:9 not-an-amount", "3:9 not-an-amount"]),
        ("month,budget\n2025-01,40,000\n", ["2:12 row-length"]),
    ],
)
def test_every_problem_is_told_in_its_place(tmp_path: Path, text: str, expected: list[str]) -> None:
    with pytest.raises(SourceError) as caught:
        read_budget(written(tmp_path, text))
    problems = caught.value.problems
    assert [f"{p.place.line}:{p.place.column} {p.code}" for p in problems if p.place] == expected
    assert all(problem.hint for problem in problems)


def test_a_problem_is_shown_with_its_line_and_a_caret(tmp_path: Path) -> None:
    path = written(tmp_path, "month,budget\nJan 2025,40000\n")
    with pytest.raises(SourceError) as caught:
        read_budget(path)
    assert "2 | Jan 2025,40000\n  | ^^^^^^^^\n" in shown(caught.value.problems[0], path.read_text("utf-8"))


def test_what_is_said_of_an_empty_file_is_about_budgets(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_budget(written(tmp_path, ""))
    assert "month,budget" in caught.value.problems[0].hint
