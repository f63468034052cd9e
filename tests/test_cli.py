"""The commands as an author meets them: what they print, and their exit codes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lessonbuild.cli import AUDIENCES, GROUPS, main
from lessonbuild.documents import DOCUMENTS, Group
from lessonbuild.model.document import Audience

SAMPLES = Path(__file__).parent / "samples"
KNOT = (SAMPLES / "faulty" / "misspelt-key.yaml").read_text("utf-8").partition("\n")[2].replace("minuts", "minutes")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two lessons."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bowline.yaml").write_text(KNOT, "utf-8")
    (tmp_path / "content" / "reef-knot.yaml").write_text(KNOT.replace("bowline", "reef knot"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), "a traceback is a bug"
    return result


def spoil(name: str = "bowline") -> None:
    file = Path("content") / f"{name}.yaml"
    file.write_text(file.read_text("utf-8").replace("minutes: 10\n    fac", "minuts: 10\n    fac"), "utf-8")


QUICK = ("--document", "run-sheet", "--format", "pdf")


def test_without_a_name_every_lesson_of_content_is_built(here: Path) -> None:
    result = run("build", *QUICK)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == [
        str(Path("content/bowline.yaml")),
        str(Path("content/reef-knot.yaml")),
    ]
    assert sorted(path.parent.name for path in (here / "output" / "default").rglob("*.pdf")) == ["bowline", "reef-knot"]


@pytest.mark.parametrize("name", ["bowline", "content/bowline.yaml"])
def test_a_lesson_is_called_by_name_or_by_path(here: Path, name: str) -> None:
    result = run("build", name, *QUICK, "--output", "made")
    assert result.stdout == f"{Path('content/bowline.yaml')}: 1 file in {Path('made/default/bowline')}, 1 changed\n"
    assert (here / "made/default/bowline/run-sheet.pdf").read_bytes().startswith(b"%PDF")


def test_warnings_fail_a_strict_build_only(here: Path) -> None:
    lesson = here / "content" / "bowline.yaml"
    lesson.write_text(KNOT.replace("This knot holds a ship.", "This knot holds a ship. " * 400), "utf-8")
    assert run("build", "bowline", "--document", "slides").exit_code == 0
    result = run("build", "bowline", "--document", "slides", "--strict")
    assert result.exit_code == 3
    assert "bowline.yaml:23:9: warning: " in result.stderr
    assert (here / "output/default/bowline/slides.pptx").is_file()


def test_what_has_no_source_is_named(here: Path) -> None:
    result = run("build", "bowline", "--document", "rubric", "--document", "case-study")
    assert result.stdout.endswith("0 changed; nothing to make case-study, rubric from\n")


def test_problems_are_shown_with_line_caret_and_hint_and_the_other_lessons_are_built(here: Path) -> None:
    spoil()
    result = run("build", *QUICK)
    file = Path("content/bowline.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        f'{file}:11:5: error: unknown key "minuts" [unknown-key]\n'
        "   |\n"
        "11 |     minuts: 10\n"
        "   |     ^^^^^^\n"
        '    = did you mean "minutes"?\n'
        f"{file}: not built; what was built before is as it was\n"
    )
    assert (here / "output/default/reef-knot/run-sheet.pdf").is_file()
    assert not (here / "output/default/bowline").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "bowlin"), 'there is no lesson "bowlin"; did you mean "bowline"?'),
        (("build", "--document", "slide"), 'there is no document "slide"; did you mean "slides"?'),
        (("build", "--format", "docs"), 'there is no format "docs"; did you mean "docx"?'),
        (("build", "--brand", "defult"), 'there is no brand "defult"; did you mean "default"?'),
        (("build", "--start", "9 am"), '"9 am" is not a time of day like 09:00'),
        (("build", "--document", "slides", "--format", "pdf"), "none of these documents comes in that format"),
        (("build", "bowline", "content/bowline.yaml"), 'two lessons are called "bowline"'),
        (("show", "bowline", "run-shet"), 'the lesson has no document "run-shet"; did you mean "run-sheet"?'),
        (("check", "content"), 'there is no lesson "content"'),
        (("biuld",), "No such command"),
    ],
)
def test_wrong_usage_is_said_with_a_hint(here: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_an_empty_folder_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert (result.exit_code, "there are no lessons here" in result.stderr) == (2, True)


def test_an_output_folder_that_is_a_file_is_a_problem(here: Path) -> None:
    (here / "output").write_text("in the way", "utf-8")
    result = run("build", "bowline", *QUICK)
    assert result.exit_code == 1
    assert '"output" is a file [cannot-write]' in result.stderr
    assert (here / "output").read_text("utf-8") == "in the way"


def test_list_names_lessons_documents_and_brands(here: Path) -> None:
    result = run("list")
    assert result.stdout.startswith("lessons:\n  bowline\n  reef-knot\ndocuments, session:\n")
    assert re.search(r"^  slides +facilitator +pptx +the deck, ", result.stdout, re.MULTILINE)
    assert result.stdout.endswith("brands:\n  default\n")


def test_every_document_is_listed_and_every_group_and_audience_can_be_asked_for() -> None:
    assert set(GROUPS) == {group.value for group in Group}
    assert set(AUDIENCES) == {p.audience.value for p in DOCUMENTS}
    listed = run("list").stdout
    assert all(re.search(rf"^  {p.name} ", listed, re.MULTILINE) for p in DOCUMENTS)


def test_groups_and_audiences_choose_what_is_built(here: Path) -> None:
    names = [p.name for p in DOCUMENTS if p.audience is Audience.FACILITATOR and p.group is Group.SESSION]
    result = run("build", "bowline", "--audience", "facilitator", "--group", "session")
    assert result.exit_code == 0
    built = {path.stem for path in (here / "output/default/bowline").iterdir()}
    assert "slides" in built
    assert built <= set(names)


def test_a_choice_that_leaves_nothing_is_said(here: Path) -> None:
    result = run("build", "bowline", "--audience", "facilitator", "--document", "handout")
    assert (result.exit_code, "no document is all of that" in result.stderr) == (2, True)


def test_show_prints_the_outline(here: Path) -> None:
    result = run("show", "bowline", "slides")
    assert result.exit_code == 0
    assert "One knot holds" in result.stdout
    assert "The rabbit comes out of the hole." in result.stdout


def test_show_of_a_faulty_lesson_says_what_is_wrong(here: Path) -> None:
    spoil()
    result = run("show", "bowline", "slides")
    assert (result.exit_code, "unknown key" in result.stderr) == (1, True)


def test_check_says_how_many_problems_there_are(here: Path) -> None:
    assert run("check").stdout.splitlines() == [
        f"{Path('content/bowline.yaml')}: no problems",
        f"{Path('content/reef-knot.yaml')}: no problems",
    ]
    spoil()
    result = run("check", "bowline")
    assert (result.exit_code, result.stdout) == (1, f"{Path('content/bowline.yaml')}: 1 problem\n")


@pytest.mark.parametrize("sample", sorted((SAMPLES / "faulty").glob("*.yaml")), ids=lambda path: path.stem)
def test_no_faulty_file_makes_a_traceback(sample: Path) -> None:
    result = run("check", str(sample))
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, lessonbuild.cli; print(sorted({'pydantic', 'yaml', 'pptx', 'docx', 'lxml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"
