"""A build from the file to the files: complete, all or nothing, and the same each time."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from lessonbuild.build import Built, Order, assembled, build
from lessonbuild.documents import DOCUMENTS
from lessonbuild.files import replace_all
from lessonbuild.problems import SourceError

SAMPLES = Path(__file__).parent / "samples"
SOURDOUGH = SAMPLES / "sourdough.yaml"
LEFT_OUT = (
    "case-study", "project-brief", "peer-feedback", "budget-model", "budget-model-solution",
    "cost-data", "cost-data-learner", "usage", "budget", "experiments", "commitments",
)  # fmt: skip
OF_THE_FIRST_LESSON = re.compile(r"\b(finops|ai|cloud|clouds)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(SOURDOUGH, Order(output=tmp_path_factory.mktemp("output")))


def test_a_lesson_on_another_subject_builds_in_all_formats(built: Built) -> None:
    wanted = [f"{p.name}.{form}" for p in DOCUMENTS if p.name not in LEFT_OUT for form in p.formats]
    assert [file.name for file in built.files] == wanted
    assert built.folder.parts[-2:] == ("default", "sourdough")
    assert sorted(path.name for path in built.folder.iterdir()) == sorted(wanted)


def test_documents_without_a_source_are_left_out_and_named(built: Built) -> None:
    assert built.left_out == LEFT_OUT


def _words(file: Path) -> str:
    """All text that a file shows or keeps."""
    if file.suffix == ".pdf":
        reader = PdfReader(file)
        return "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
    with zipfile.ZipFile(file) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join(re.sub(r"<[^>]*>", " ", part) for part in parts)


def test_nothing_of_the_first_lesson_is_in_the_second(built: Built) -> None:
    for file in built.files:
        words = _words(file)
        assert "sourdough" in words.casefold() or file.stem == "executive-briefing"  # of the learner's own organization
        assert not OF_THE_FIRST_LESSON.findall(words), file.name


def test_a_second_build_changes_no_file(built: Built) -> None:
    before = {file: file.stat().st_mtime_ns for file in built.files}
    again = build(SOURDOUGH, Order(output=built.folder.parents[1]))
    assert again.changed == ()
    assert {file: file.stat().st_mtime_ns for file in again.files} == before


def _in_another_process(seed: str, folder: Path) -> dict[str, str]:
    arguments = [sys.executable, "-m", "lessonbuild.cli", "build", str(SOURDOUGH), "--output", str(folder)]
    elsewhere = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"}
    done = subprocess.run(arguments, check=False, capture_output=True, text=True, env=elsewhere)
    assert done.returncode == 0, done.stderr
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*.*")}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (_in_another_process(seed, tmp_path / seed) for seed in ("1", "7"))
    assert len(one) == sum(len(p.formats) for p in DOCUMENTS if p.name not in LEFT_OUT)
    assert one == other


def test_only_what_is_named_is_built_and_a_start_moves_the_clock(tmp_path: Path) -> None:
    built = build(SOURDOUGH, Order(documents=("run-sheet",), formats=("pdf",), output=tmp_path, start="06:05"))
    assert [file.name for file in built.files] == ["run-sheet.pdf"]
    assert "06:05" in _words(built.files[0])
    assert "18:30" not in _words(built.files[0])


def test_documents_come_in_the_order_of_the_table_of_contents() -> None:
    names = [document.name for document in assembled(SOURDOUGH)]
    assert names == [publication.name for publication in DOCUMENTS if publication.name not in LEFT_OUT]


def test_a_failed_build_leaves_the_last_good_files(tmp_path: Path) -> None:
    lesson = tmp_path / "knot.yaml"
    good = (SAMPLES / "faulty" / "misspelt-key.yaml").read_text("utf-8").replace("minuts", "minutes")
    lesson.write_text(good, "utf-8")
    order = Order(documents=("run-sheet",), formats=("pdf",), output=tmp_path / "output")
    before = {file: file.read_bytes() for file in build(lesson, order).files}
    lesson.write_text(good.replace("minutes: 10", "minuts: 10"), "utf-8")
    with pytest.raises(SourceError):
        build(lesson, order)
    assert {file: file.read_bytes() for file in before} == before
    assert [path.name for path in (tmp_path / "output" / "default" / "knot").iterdir()] == ["run-sheet.pdf"]


def test_files_are_replaced_together_or_not_at_all(tmp_path: Path) -> None:
    good, locked = tmp_path / "good.txt", tmp_path / "locked"
    good.write_bytes(b"old")
    locked.mkdir()
    with pytest.raises(SourceError, match="is a file"):
        replace_all({good: b"new", good / "inside.txt": b"new"})
    assert good.read_bytes() == b"old"
    with pytest.raises(SourceError, match="it is a folder"):
        replace_all({locked: b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "locked"]


def test_equal_bytes_are_not_written_again(tmp_path: Path) -> None:
    files = {tmp_path / "a": b"1", tmp_path / "b": b"2"}
    assert replace_all(files) == tuple(files)
    assert replace_all({**files, tmp_path / "b": b"3"}) == (tmp_path / "b",)
    assert (tmp_path / "b").read_bytes() == b"3"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="Windows has other rights; root has all")
def test_a_folder_without_permission_is_a_problem(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SourceError, match="nothing can be written"):
            replace_all({tmp_path / "a": b"1"})
    finally:
        tmp_path.chmod(0o700)
