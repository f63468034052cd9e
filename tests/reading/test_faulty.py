"""Every faulty sample raises exactly the problems that its `# expect: LINE:COLUMN code` comments foretell."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbuild.problems import Problem, SourceError
from lessonbuild.reading import read_lesson

FAULTY = Path(__file__).parents[1] / "samples" / "faulty"
KNOT = (FAULTY / "misspelt-key.yaml").read_text("utf-8").partition("\n")[2].replace("minuts", "minutes")


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as caught:
        read_lesson(path)
    return caught.value.problems


def brief(problem: Problem) -> str:
    assert problem.place
    return f"{problem.place.line}:{problem.place.column} {problem.code}"


@pytest.mark.parametrize("sample", sorted(FAULTY.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_faulty_lesson_raises_what_its_comments_expect(sample: Path) -> None:
    text = sample.read_bytes().decode("utf-8", "replace")
    found = problems(sample)
    assert [brief(problem) for problem in found] == re.findall(r"^# expect: (.+)$", text, re.MULTILINE)
    assert all(problem.place and problem.place.file == str(sample) for problem in found)
    assert all(problem.hint for problem in found)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "lesson.yaml"
    path.write_bytes(data)
    return path


def test_the_sample_from_which_the_faulty_ones_are_made_is_sound(tmp_path: Path) -> None:
    assert read_lesson(written(tmp_path, KNOT.encode())).title == "Tying a bowline"


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, data: bytes) -> None:
    assert [brief(problem) for problem in problems(written(tmp_path, data))] == ["1:1 empty-file"]


def test_a_file_of_ten_megabytes_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, b"# a comment of 31 characters\n" * 350_000)
    assert [brief(problem) for problem in problems(path)] == ["1:1 file-too-large"]


def test_utf_16_is_named(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, KNOT.encode("utf-16")))
    assert (brief(problem), problem.hint) == ("1:1 not-utf-8", "save the file as UTF-8")


def test_a_byte_that_is_not_utf_8_is_found_behind_a_mark_and_windows_line_breaks(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, b"\xef\xbb\xbftitle: \xc3\xa9\r\naudience: \xc3\xa9\xe9\r\n"))
    assert brief(problem) == "2:12 not-utf-8"


def test_a_hundred_thousand_brackets_are_refused_and_crash_nothing(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, b"a: " + b"[" * 100_000))
    assert problem.code == "too-deep"


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, name: str) -> None:
    (problem,) = problems(tmp_path / name)
    assert problem.code in ("no-such-file", "unreadable-file")


def test_hints_say_what_to_write() -> None:
    def hints(name: str) -> list[str]:
        return [problem.hint for problem in problems(FAULTY / f"{name}.yaml")]

    assert hints("misspelt-key") == ['did you mean "minutes"?']
    assert hints("wrong-bloom-level") == ['did you mean "Applying"?']
    assert hints("unknown-id") == ['did you mean "tie"?', 'did you mean "knot"?']
    assert hints("number-for-text") == ['put it in quotes: "2026"']
    assert hints("colon-in-text") == ['put the text in quotes: "Bowline: the knot"']
    assert hints("value-unquoted") == ['put the whole text in quotes: "{{ ... }}"']
    assert hints("comma-in-braces")[0] == 'put it in quotes: "npv(10%, -100, rope.price)"'
    assert hints("minutes-as-text") == ["write the number alone: 10"]
    assert hints("not-utf-8") == ["save the file as UTF-8"]
    assert hints("tabs") == ["indent with spaces, two a level"]


DAMAGE = (
    "",
    "x",
    "- x",
    "a: b",
    "  : ",
    "? x",
    "&a",
    "*a",
    "title: []",
    "phases: {}",
    "minutes: -3",
    "[",
    "'",
    "  - {}",
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 430), st.sampled_from(DAMAGE)), min_size=1, max_size=3))
def test_a_damaged_file_is_read_or_refused_with_places_and_hints(damage: list[tuple[int, str]]) -> None:
    lines = (FAULTY.parent / "sourdough.yaml").read_text("utf-8").splitlines()
    for row, line in damage:
        lines[row] = line
    with TemporaryDirectory() as folder:
        path = written(Path(folder), "\n".join(lines).encode())
        found = problems(path)  # at least the picture, which is not beside this copy
    assert all(problem.place and problem.hint for problem in found)
