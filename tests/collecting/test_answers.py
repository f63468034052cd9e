"""What a form says: gaps, points that disagree, boxes ticked twice, another edition, teams under one spelling."""

from dataclasses import replace

import pytest

from lessonbuild.collecting.answers import Answers, answered
from lessonbuild.collecting.filled import Filled, Refused
from lessonbuild.collecting.forms import Form
from lessonbuild.collecting.people import entries, natural
from lessonbuild.words import words

W = words("en")


def filled(form: Form, texts: dict[str, str], ticked: dict[str, tuple[int, ...]]) -> Filled:
    """A file in which all fields are there, and these are filled in."""
    boxes = {question.id for question in form.questions if question.kind.value in ("rating", "choice", "tick")}
    empty = {question.id: "" for question in form.questions if question.id not in boxes}
    return Filled(form.name, form.edition, empty | texts, dict.fromkeys(boxes, ()) | ticked, {})


def rubric(ours: dict[str, Form], source: str = "file", **texts: str) -> Answers:
    ticked = {"signs": (2,), "amounts": (3,)}
    return answered(filled(ours["rubric"], texts, ticked), ours["rubric"], source)


def codes(answers: Answers) -> list[str]:
    return [remark.code for remark in answers.remarks]


def test_gaps_are_named(ours: dict[str, Form]) -> None:
    found = rubric(ours, team="Team 1")
    assert {"assessor"} < {question.id for question in found.gaps}
    assert not {"date", "comments", "signs", "signs-points"} & {question.id for question in found.gaps}


def test_whoever_does_not_want_to_sign_leaves_no_gap(ours: dict[str, Form]) -> None:
    form = ours["peer-feedback"]
    found = answered(filled(form, {"reviewed": "1"}, {"anonymous": (1,)}), form, "file")
    assert "reviewer" not in {question.id for question in found.gaps}
    signed_all_the_same = answered(filled(form, {"reviewer": "Ana"}, {"anonymous": (1,)}), form, "file")
    (entry,) = entries([signed_all_the_same], W, names=True)
    assert entry.person == "Person 1"


def test_written_points_count_and_a_disagreement_is_said(ours: dict[str, Form]) -> None:
    found = rubric(ours, **{"signs-points": "40,5 / 50", "amounts-points": "30"})
    signs, amounts = ours["rubric"].ratings[:2]
    assert found.points(signs) == 40.5
    assert found.points(amounts) == 30
    assert codes(found) == ["points-differ"]


@pytest.mark.parametrize("written", ["many", "51", "-3", "1e3", "nan", "٤٠"])
def test_what_is_no_number_of_points_is_said_and_not_counted(written: str, ours: dict[str, Form]) -> None:
    found = rubric(ours, **{"signs-points": written})
    assert found.points(ours["rubric"].ratings[0]) == pytest.approx(100 / 3, abs=0.01)
    assert codes(found) == ["no-points"]


def test_two_boxes_for_one_answer_are_none(ours: dict[str, Form]) -> None:
    found = answered(filled(ours["rubric"], {"team": "1"}, {"signs": (1, 2)}), ours["rubric"], "file")
    assert "signs" not in found.given
    assert codes(found) == ["several-ticks"]


def test_an_edition_with_the_same_questions_is_collected_with_a_remark(ours: dict[str, Form]) -> None:
    older = replace(filled(ours["rubric"], {"team": "1"}, {}), edition="2025-01-01")
    assert codes(answered(older, ours["rubric"], "file")) == ["other-edition"]


@pytest.mark.parametrize(
    "change",
    [
        {"ticked": {"signs": (9,)}},
        {"options": {"signs": ("Bad", "Good", "Best")}},
        {"texts": {"team": "1", "conductor": "Ana"}},
    ],
)
def test_other_scales_and_questions_are_refused(change: dict[str, dict[str, object]], ours: dict[str, Form]) -> None:
    foreign = replace(filled(ours["rubric"], {"team": "1"}, {"signs": (1,)}), **change)
    with pytest.raises(Refused) as found:
        answered(foreign, ours["rubric"], "file")
    assert found.value.code == "other-questions"


def test_an_answer_that_runs_over_a_page_is_put_together(ours: dict[str, Form]) -> None:
    found = rubric(ours, **{"comments": "first", "comments-2": "second"})
    assert found.given["comments"] == "first\nsecond"


def test_a_team_is_one_team_however_it_is_spelt(ours: dict[str, Form]) -> None:
    spelt = ["Team 3", "team 03", " 3", "TEAM  3", "3."]
    assert {entry.team for entry in entries([rubric(ours, team=name) for name in spelt], W)} == {"Team 3"}
    others = ["The Bakers", "the bakers ", "Teamwork", "Brot & Co"]
    shown = {entry.team for entry in entries([rubric(ours, team=name) for name in others], W)}
    assert shown == {"The Bakers", "Teamwork", "Brot & Co"}


def test_people_are_numbered_and_named_only_on_request(ours: dict[str, Form]) -> None:
    made = [rubric(ours, team=str(n), assessor=name) for n, name in enumerate(["Ana", "Bo", "ana"])]
    hidden, named = entries(made, W), entries(made, W, names=True)
    assert {entry.person for entry in hidden} == {"Person 1", "Person 2"}
    assert {entry.person for entry in named} == {"Ana", "Bo", "ana"}
    assert [entry.rater for entry in hidden] == [entry.rater for entry in named]


def test_the_order_of_files_is_not_that_of_the_results(ours: dict[str, Form]) -> None:
    made = [rubric(ours, team=str(n), source=f"{n}") for n in range(9)]
    assert [e.answers.given for e in entries(made, W)] == [e.answers.given for e in entries(made[::-1], W)]
    assert [e.answers.source for e in entries(made, W)] != [each.source for each in made]


def test_ten_comes_after_two() -> None:
    assert sorted(["Team 10", "Team 2", "team 1"], key=natural) == ["team 1", "Team 2", "Team 10"]
