"""An audit from the export to the bytes: read, find, report, write."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from lessonbuild.auditing.budget import read_budget
from lessonbuild.auditing.export import read_export
from lessonbuild.auditing.findings import Finding, find
from lessonbuild.auditing.report import report
from lessonbuild.auditing.sheets import sheets
from lessonbuild.model.spending import Export
from lessonbuild.problems import Problem
from lessonbuild.reading import brand_folder, read_brand
from lessonbuild.words import words
from lessonbuild.writers import xlsx
from lessonbuild.writers.written import Written

FORMATS = ("docx", "pdf")  # and the workbook


@dataclass(frozen=True, slots=True)
class Audited:
    """What came of an audit: its files by name, and what could not be honoured in them."""

    export: Export
    findings: tuple[Finding, ...]
    files: dict[str, bytes]
    problems: tuple[Problem, ...]


def audit(path: Path, budget: Path | None = None, owner: str | None = None, brand: str = "default") -> Audited:
    """Audit one export, against a budget where one is given. Raises SourceError."""
    plan = read_budget(budget) if budget else None
    export, look, w = read_export(path, owner), read_brand(brand_folder(brand)), words("en")
    findings = find(export, plan)
    document = report(export, findings, plan, w)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for form in FORMATS:
        written: Written = import_module(f"lessonbuild.writers.{form}").write(document, look)
        files[f"{document.name}.{form}"] = written.data
        problems += written.problems
    book = xlsx.write(sheets(export, findings, w), look)
    files[f"{document.name}.xlsx"] = book.data
    return Audited(export, findings, files, tuple(dict.fromkeys((*problems, *book.problems))))
