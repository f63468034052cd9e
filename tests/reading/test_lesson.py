"""What a sound lesson file gives: values as they look, places, pictures."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.model.item import items_in
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.pictures import Picture
from lessonbuild.model.place import Place
from lessonbuild.model.scenario import Scenario
from lessonbuild.problems import SourceError
from lessonbuild.reading import read_lesson
from lessonbuild.reading.parsing import PurePython, parse
from lessonbuild.reading.references import IDS, REFERENCES
from lessonbuild.reading.scalars import scalar
from lessonbuild.reading.scenarios import REFERENCES as SCENARIO_REFERENCES
from lessonbuild.reading.source import Source

SAMPLES = Path(__file__).parents[1] / "samples"
SOURDOUGH = SAMPLES / "sourdough.yaml"


LOOKS = """
    no yes on off 1:30 12:30:45 2025-10 2026-11-23 012 08 1_000 0x1F .inf 1e999 1.2.3 - + . 1e ١٢
"""


@pytest.mark.parametrize("text", [*LOOKS.split(), "9" * 5000], ids=lambda text: text[:12])
def test_what_only_yaml_would_take_for_something_else_is_text(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("15", 15), ("-3", -3), ("1.10", 1.1), ("1e3", 1000.0), ("true", True), ("null", None), ("~", None), ("", None)],
)
def test_numbers_and_the_fixed_words_are_values(text: str, value: object) -> None:
    assert (scalar(text), type(scalar(text))) == (value, type(value))


def test_the_sample_is_read_whole_and_knows_its_places() -> None:
    lesson = read_lesson(SOURDOUGH)
    lines = SOURDOUGH.read_text("utf-8").split("\n")
    assert [phase.phase for phase in lesson.phases] == ["engage", "explore", "explain", "elaborate", "evaluate"]
    for item in items_in(lesson):
        assert item.place
        for name, field in type(item).model_fields.items():
            if name in item.model_fields_set:
                place = item.place_of(name)
                assert place
                assert lines[place.line - 1][place.column - 1 :].strip(), field.alias
    assert lesson.phases[1].place_of("minutes") == Place(str(SOURDOUGH), lines.index("    minutes: 25") + 1, 14, 2)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sample with its picture, to be changed."""
    shutil.copytree(SAMPLES / "sourdough", tmp_path / "sourdough")
    return Path(shutil.copy(SOURDOUGH, tmp_path))


def test_byte_order_mark_and_windows_line_breaks_change_nothing(copy: Path) -> None:
    copy.write_bytes(b"\xef\xbb\xbf" + SOURDOUGH.read_bytes().replace(b"\n", b"\r\n"))
    assert read_lesson(copy).model_dump() == read_lesson(SOURDOUGH).model_dump()


def test_pictures_are_loaded() -> None:
    pictures = [item for item in items_in(read_lesson(SOURDOUGH)) if isinstance(item, Picture)]
    assert [picture.data for picture in pictures] == [(SAMPLES / "sourdough" / "crumb.png").read_bytes()]


def test_a_picture_that_is_cut_short_is_refused(copy: Path) -> None:
    picture = copy.parent / "sourdough" / "crumb.png"
    picture.write_bytes(picture.read_bytes()[:2000])
    with pytest.raises(SourceError, match="is not complete"):
        read_lesson(copy)


def test_a_key_that_must_be_one_of_several_words_is_checked(copy: Path) -> None:
    copy.write_text(copy.read_text("utf-8") + "said: {agneda: Look at the clock.}\n", "utf-8")
    with pytest.raises(SourceError) as caught:
        read_lesson(copy)
    assert [(problem.code, problem.hint) for problem in caught.value.problems] == [
        ("unknown-key", 'did you mean "agenda"?')
    ]


def test_both_parsers_find_the_same_values_in_the_same_places() -> None:
    source = Source("a.yaml", SOURDOUGH.read_text("utf-8"))
    fast, slow = parse(source)[0], parse(source, PurePython)[0]
    assert (fast.data, fast.values, fast.keys, fast.literal) == (slow.data, slow.values, slow.keys, slow.literal)


def test_both_parsers_see_a_comma_that_ends_a_value() -> None:
    source = Source("a.yaml", "a: {b: max(1, 2) , c: [min(3 , max(4, 5)), 6]}\nd: max(1, 2), 3\n")
    fast, slow = parse(source)[1], parse(source, PurePython)[1]
    assert fast == slow
    assert [problem.hint for _, problem in fast] == [
        'put it in quotes: "max(1, 2)"', 'put it in quotes: "min(3 , max(4, 5))"', 'put it in quotes: "max(4, 5)"',
    ]  # fmt: skip


def test_an_alias_repeats_a_value() -> None:
    tree, problems = parse(Source("a.yaml", "a: &x [1, no]\nb: *x\n"))
    assert (tree.data, problems) == ({"a": [1, "no"], "b": [1, "no"]}, [])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        tree, problems = parse(Source("a.yaml", text))
        places = [*tree.values.values(), *(problem.place for _, problem in problems)]
    except SourceError as error:
        places = [problem.place for problem in error.problems]
    assert places
    assert all(place and place.line >= 1 and place.column >= 1 for place in places)


def test_every_id_of_the_model_is_declared_or_checked() -> None:
    """An id that stands in neither table would be a reference that nobody checks."""
    known = {pattern.replace("#", "*") for patterns in IDS.values() for pattern in patterns}
    known |= {pattern.replace("#", "*") for pattern in REFERENCES}
    named = {
        "concepts.*",
        "rubric.criteria.*",
        "figures.*",
        *(f"charts.*.{name}" for name in ("service", "team", "line", "before", "after", "commitment")),  # when computed
        *(
            f"budget-model.sheets.*.{name}" for name in ("columns.*", "rows.*", "total.*", "charts.*.over")
        ),  # when worked out
        *(f"budget-model.sheets.{name}" for name in ("*", "*.rows.*.*", "*.charts.*.columns.*")),
        *(f"tables.*.{name}-over.*" for name in ("rows", "columns")),  # periods, when computed
        "sources.*",
        "cases.*",
        "roles.*",
        "executive-briefing.slides.*.id",
        "session-feedback.statements.*",
        "session-feedback.questions.*",
        *(f"{pages}.parts.*.{kind}.*" for pages in PAGES for kind in ("fields", "statements")),
    }  # referred to by no id, or within texts; or the names of fields to fill in
    found = {name for name in _ids(Lesson.model_json_schema(by_alias=True)) if not name.startswith("scenarios.*.")}
    assert found == known - {"phases.*.phase", *PHASES} | named


def test_every_id_of_a_scenario_is_one_of_its_parts_or_checked() -> None:
    parts = {f"{name}.*" for name in ("teams", "environments", "products", "suppliers", "services", "prices", "dials")}
    parts |= {
        f"{name}.*"
        for name in ("drivers", "lines", "commitments", "events", "experiments", "measures", "periods", "reruns")
    }
    checked = {pattern.replace("#", "*") for pattern in SCENARIO_REFERENCES}
    assert set(_ids(Scenario.model_json_schema(by_alias=True))) - {"suppliers.*.region"} == parts | checked


PHASES = (
    "break.after",
    "cases.*.phase",
    "discussion.*.phase",
    "handout.notes.*.phase",
    "observation.phases.*",
    "worksheets.*.phase",
)  # phases have names, not ids
PAGES = ("worksheets.*", "reflection.paper.pages.*", "implementation-plan.pages.*", "cost-audit.pages.*")


def _ids(schema: dict[str, Any]) -> Iterator[str]:
    """The patterns of every value and key that has the form of an id."""
    form = re.compile(re.escape("[a-z0-9]+(-[a-z0-9]+)*"))

    def walk(part: dict[str, Any], path: tuple[str, ...]) -> Iterator[str]:
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        if form.search(part.get("pattern", "")):
            yield ".".join(path)
        for choice in (*part.get("anyOf", ()), *part.get("oneOf", ())):
            yield from walk(choice, path)
        for name, inside in part.get("properties", {}).items():
            yield from walk(inside, (*path, name))
        if isinstance(part.get("items"), dict):
            yield from walk(part["items"], (*path, "*"))
        for pattern, inside in part.get("patternProperties", {}).items():
            yield from (".".join((*path, "*")),) if form.search(pattern) else ()
            yield from walk(inside, (*path, "*"))
        if isinstance(part.get("additionalProperties"), dict):
            yield from walk(part["additionalProperties"], (*path, "*"))

    return walk(schema, ())
