"""The rules of the house, read off the source: who imports whom, who writes files, and that nobody reads the clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "lessonbuild"
MODULES = sorted(SOURCE.rglob("*.py"))

STAGES = ("reading", "costs", "checks", "documents", "writers")
# From below to above: a module may import what stands on a lower line; a stage, moreover, itself.
LEVELS = (
    ("model",),
    ("problems", "fonts", "markdown", "words"),
    (*STAGES, "files", "leaks"),
    ("build",),
    ("cli",),
)
FORMATS = {"pptx", "docx", "xlsxwriter", "reportlab", "matplotlib", "pypdf", "fontTools", "lxml", "zipfile"}
AUTHORED = ("lesson", "phase", "slide", "case", "exhibit", "assessment", "item", "pictures")
LESSON = {f"lessonbuild.model.{name}" for name in AUTHORED}


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it: `lessonbuild.model.text`, `pptx.util`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)


def part(module: str) -> str:
    """The part of the house that a module belongs to: `reading`, `model`, `cli`."""
    return module.split(".")[1] if module.startswith("lessonbuild.") else ""


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def level(name: str) -> int:
    beside_build = len(LEVELS) - 2  # a further verb
    return next((i for i, names in enumerate(LEVELS) if name in names), beside_build)


def modules(name: str = "") -> list[Path]:
    return [path for path in MODULES if not name or part(module_of(path)) == name]


@pytest.mark.parametrize("path", MODULES, ids=module_of)
def test_imports_point_downwards(path: Path) -> None:
    own = part(module_of(path))
    for name in sorted({part(module) for module in imports(path)} - {"", own}):
        assert level(name) < level(own) or own == "", f"{module_of(path)} imports {name}"
        assert not (own == "problems" and name != "model")


@pytest.mark.parametrize("path", modules("model"), ids=module_of)
def test_the_model_imports_nothing_but_itself(path: Path) -> None:
    assert {name for name in imports(path) if name.startswith("lessonbuild")} <= {
        name for name in imports(path) if name.startswith("lessonbuild.model")
    }


@pytest.mark.parametrize("path", modules("documents"), ids=module_of)
def test_a_document_sees_no_format_and_no_brand(path: Path) -> None:
    found = set(imports(path))
    assert not {name.split(".")[0] for name in found} & FORMATS
    assert not {name for name in found if name.startswith(("lessonbuild.model.brand", "lessonbuild.fonts"))}


@pytest.mark.parametrize("path", modules("writers"), ids=module_of)
def test_a_writer_sees_no_lesson(path: Path) -> None:
    assert not set(imports(path)) & LESSON


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the name of what is called: `open`, `write_text`, `datetime.now`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


WRITING = ("write_text", "write_bytes", "mkdir", "makedirs", "unlink", "touch", "rename", "symlink_to", "rmdir")


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "files.py"], ids=module_of)
def test_only_files_py_writes(path: Path) -> None:
    for name, call in calls(path):
        last = name.rpartition(".")[2]
        assert last not in WRITING, f"line {call.lineno}: {name}"
        mode = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        mode += [keyword.value.value for keyword in call.keywords if isinstance(keyword.value, ast.Constant)]
        if name == "open" or name.endswith(".open"):
            words = [word for word in mode if isinstance(word, str)]
            assert not any(set(word) & set("wax+") for word in words), f"line {call.lineno}: {name}"
    assert not {"shutil", "tempfile"} & set(imports(path))


@pytest.mark.parametrize("path", modules("writers") + modules("documents") + modules("costs"), ids=module_of)
def test_the_middle_reads_no_files_of_the_author(path: Path) -> None:
    assert not {"pathlib", "os", "glob"} & set(imports(path))
    reads = {"open", "read_text", "read_bytes"} & {name.rpartition(".")[2] for name, _ in calls(path)}
    assert not reads or _own_data(path)


def _own_data(path: Path) -> bool:
    """Whether what is read comes with the package: `importlib.resources` alone leads there."""
    return "importlib.resources" in set(imports(path))


CLOCK = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime")


@pytest.mark.parametrize("path", MODULES, ids=module_of)
def test_nobody_reads_the_clock_or_draws_lots(path: Path) -> None:
    for name, call in calls(path):
        assert not name.endswith(CLOCK), f"line {call.lineno}: {name}"
        assert name not in ("id", "hash"), f"line {call.lineno}: {name} differs from run to run"
        assert not (name.endswith("Random") and not call.args), f"line {call.lineno}: unseeded"
    assert not {"secrets", "uuid.uuid1", "uuid.uuid4"} & set(imports(path))
    assert not [name for name in imports(path) if name.startswith("random.") and name != "random.Random"]


@pytest.mark.parametrize("path", MODULES, ids=module_of)
def test_a_module_begins_with_what_it_is_for(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said
    assert len(said) > 20


@pytest.mark.parametrize("path", MODULES, ids=module_of)
def test_a_file_is_short_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_a_module_is_called_by_what_it_makes() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "base", "core", "manager", "common", "misc"}


def test_the_command_line_imports_nothing_heavy_before_a_command_runs() -> None:
    for file in ("cli.py", "options.py"):
        tree = ast.parse((SOURCE / file).read_text("utf-8"))
        at_top = {name for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) for name in _names(node)}
        assert at_top <= {"sys", "collections.abc", "pathlib", "typing", "click", "lessonbuild.options"}


def _names(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    yield from [str(node.module)] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
