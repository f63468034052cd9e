"""The commands. Nothing heavy is imported before a command runs, so that `--help` answers at once."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonbuild.options import (
    grey_,
    in_content,
    known_brand,
    known_documents,
    known_formats,
    large_,
    lesson_file,
    lessons_meant,
    paper_,
    results_,
    several,
    strict_,
    time_of_day,
)

if TYPE_CHECKING:
    from lessonbuild.build import Order
    from lessonbuild.problems import Problem

GROUPS, AUDIENCES = ("session", "handouts", "forms", "data"), ("facilitator", "learner")
HAS_PROBLEMS, HAS_ADVICE = 1, 3  # exit codes; click's own for wrong usage is 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lessonbuild")
def main() -> None:
    """One YAML file of a training lesson becomes everything that a session needs."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a Windows console may not know every character


@main.command()
@several
@click.option("--brand", metavar="NAME", default="default", callback=known_brand, help="A folder of assets/brands.")
@click.option("--document", "documents", metavar="NAME", multiple=True, callback=known_documents, help="Only these.")
@click.option("--group", "groups", type=click.Choice(GROUPS), multiple=True, help="Only what belongs to these.")
@click.option("--audience", type=click.Choice(AUDIENCES), help="Only what these may hold in their hands.")
@click.option("--format", "formats", metavar="FORMAT", multiple=True, callback=known_formats, help="Only these.")
@click.option("--output", metavar="FOLDER", default="output", show_default=True, type=click.Path(path_type=Path))
@click.option("--start", metavar="HH:MM", callback=time_of_day, help="The session begins at this time of day.")
@paper_
@large_
@grey_
@strict_
def build(
    *,
    lessons: tuple[Path, ...],
    brand: str,
    documents: tuple[str, ...],
    groups: tuple[str, ...],
    audience: str | None,
    formats: tuple[str, ...],
    output: Path,
    start: str | None,
    paper: str,
    large: bool,
    grey: bool,
    strict: bool,
) -> None:
    """Build lessons: paths, or names in content/; without any, all of content/."""
    from lessonbuild.build import PRINTED, Order, publications
    from lessonbuild.documents import Group
    from lessonbuild.model.document import Audience
    from lessonbuild.model.printing import Paper, Printing

    whose, printing = Audience(audience) if audience else None, Printing(Paper(paper), large, grey)
    order = Order(brand, documents, tuple(map(Group, groups)), whose, formats, output, start, printing)
    if printing.suffix and formats and not set(formats) & set(PRINTED):
        raise click.UsageError(f"paper, large print and greys are for {' and '.join(PRINTED)}")
    meant = publications(order.documents, order.groups, order.audience)
    if not meant:
        raise click.UsageError("no document is all of that; `lessonbuild list` shows them")
    if formats and not any(set(formats) & set(publication.formats) for publication in meant):
        forms = "; ".join(f"{p.name}: {', '.join(p.formats)}" for p in meant)
        raise click.UsageError(f"none of these documents comes in that format ({forms})")
    _exit(_built(lessons, order), strict)


def _built(lessons: tuple[Path, ...], order: "Order") -> list["Problem"]:
    """Build each lesson, whatever becomes of the others, and say what came of it. All problems met."""
    from lessonbuild.build import build
    from lessonbuild.problems import SourceError

    problems: list[Problem] = []
    for lesson in lessons:
        try:
            built = build(lesson, order, _progress)
        except SourceError as error:
            problems += _say(error.problems)
            click.echo(f"{lesson}: not built; what was built before is as it was", err=True)
            continue
        problems += _say(built.problems)
        left_out = f"; nothing to make {', '.join(built.left_out)} from" if built.left_out else ""
        click.echo(f"{lesson}: {_files(len(built.files))} in {built.folder}, {len(built.changed)} changed{left_out}")
    return problems


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _progress(file: Path) -> None:
    if sys.stderr.isatty():
        click.echo(f"  {file}", err=True)


@main.command(name="print")
@click.argument("lesson")
@click.option("--learners", type=click.IntRange(1), help="How many come; else as many as the lesson says.")
@click.option("--teams", type=click.IntRange(1), help="In how many teams.")
@click.option("--brand", metavar="NAME", default="default", callback=known_brand, help="A folder of assets/brands.")
@click.option("--output", metavar="FOLDER", default="output", show_default=True, type=click.Path(path_type=Path))
@click.option("--start", metavar="HH:MM", callback=time_of_day, help="The session begins at this time of day.")
@paper_
@large_
@grey_
def print_(*, lesson: str, paper: str, large: bool, grey: bool, **asked: Any) -> None:
    """Make one print-ready PDF for the facilitator, for each team and for each learner."""
    from lessonbuild.files import replace_all
    from lessonbuild.model.printing import Paper, Printing
    from lessonbuild.printing import PrintOrder, print_files
    from lessonbuild.problems import SourceError

    try:
        files, problems = print_files(
            lesson_file(lesson), PrintOrder(**asked, printing=Printing(Paper(paper), large, grey))
        )
        replace_all(files)
    except SourceError as error:
        _exit(_say(error.problems))
    _say(problems)
    click.echo(f"{lesson}: {_files(len(files))} in {next(iter(files)).parent}")


@main.command(name="list")
def list_() -> None:
    """List the lessons, the documents with audience, formats and what they are, and the brands."""
    from lessonbuild.documents import DOCUMENTS
    from lessonbuild.reading import brand_names

    click.echo("\n  ".join(["lessons:", *([file.stem for file in in_content()] or ["none"])]))
    wide = max(len(publication.name) for publication in DOCUMENTS)
    for group in GROUPS:
        click.echo(f"documents, {group}:")
        for p in DOCUMENTS:
            if p.group.value == group:
                click.echo(f"  {p.name:{wide}}  {p.audience.value:11}  {', '.join(p.formats):9}  {p.about}")
    click.echo("\n  ".join(["brands:", *brand_names()]))


@main.command()
@click.argument("lesson")
@click.argument("document")
def show(lesson: str, document: str) -> None:
    """Show a document of a lesson as plain text."""
    from lessonbuild.build import settled
    from lessonbuild.documents import DOCUMENTS
    from lessonbuild.problems import SourceError, did_you_mean
    from lessonbuild.writers.outline import outline

    file = lesson_file(lesson)
    try:
        settled_lesson = settled(file)
    except SourceError as error:
        _exit(_say(error.problems))
    found = [(p.name, made) for p in DOCUMENTS for made in p.assemble(settled_lesson)]
    meant = [made for name, made in found if document in (name, made.name)]
    if not meant:
        hint = did_you_mean(document, dict.fromkeys(made.name for _, made in found), "documents of this lesson")
        raise click.UsageError(f'the lesson has no document "{document}"; {hint}')
    click.echo("\n".join(outline(made) for made in meant), nl=False)


@main.command()
@several
@click.option("--brand", metavar="NAME", default="default", callback=known_brand, help="A folder of assets/brands.")
@strict_
def check(lessons: tuple[Path, ...], brand: str, strict: bool) -> None:
    """Check lessons without building them."""
    from lessonbuild.build import settled
    from lessonbuild.checks import check as advice
    from lessonbuild.problems import SourceError
    from lessonbuild.reading import brand_folder, read_brand

    problems: list[Problem] = []
    for lesson in lessons:
        try:
            found = advice(settled(lesson), read_brand(brand_folder(brand)))
        except SourceError as error:
            found = error.problems
        problems += _say(found)
        click.echo(f"{lesson}: {len(found) or 'no'} problem{'' if len(found) == 1 else 's'}")
    _exit(problems, strict)


@main.command()
@click.argument("export", type=click.Path(path_type=Path))
@click.option("--budget", metavar="FILE", type=click.Path(path_type=Path), help="CSV with the columns month, budget.")
@click.option("--owner", metavar="TAG", help="The tag that names who answers for a cost.")
@click.option("--brand", metavar="NAME", default="default", callback=known_brand, help="A folder of assets/brands.")
@click.option("--output", metavar="FOLDER", default="output/audit", show_default=True, type=click.Path(path_type=Path))
def audit(*, export: Path, budget: Path | None, owner: str | None, brand: str, output: Path) -> None:
    """Audit a cost export (FOCUS: CSV, CSV.gz, Parquet): a report and a workbook."""
    from importlib.util import find_spec

    if not find_spec("duckdb"):
        raise click.UsageError("an audit needs DuckDB: pip install 'lessonbuild[audit]'")
    from lessonbuild.auditing.audit import audit as audited
    from lessonbuild.files import replace_all
    from lessonbuild.problems import SourceError

    try:
        made = audited(export, budget, owner, brand)
        replace_all({output / name: data for name, data in made.files.items()})
    except SourceError as error:
        _exit(_say(error.problems))
    _say(made.problems)
    found = f"{len(made.findings)} finding{'' if len(made.findings) == 1 else 's'}"
    doubts = f"; {len(made.export.doubts)} kinds of doubt, in the report with their rows" if made.export.doubts else ""
    click.echo(f"{export}: {made.export.rows:,} rows, {found}, {_files(len(made.files))} in {output}{doubts}")


@main.command()
@click.argument("sources", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--lesson", metavar="LESSON", help="Whose forms they are; without it, the one in content that they fit.")
@click.option("--names", is_flag=True, help="Show who signed, and groups under 5; nothing of that is handed back.")
@click.option("--brand", metavar="NAME", default="default", callback=known_brand, help="A folder of assets/brands.")
@results_
@strict_
def collect(
    *, sources: tuple[Path, ...], lesson: str | None, names: bool, brand: str, output: Path, strict: bool
) -> None:
    """Collect filled forms (PDF, docx): a workbook, and a page to hand back to each team."""
    from lessonbuild.collecting.collect import collect as collected
    from lessonbuild.collecting.report import lines, summary
    from lessonbuild.files import replace_all
    from lessonbuild.problems import SourceError

    lessons = lessons_meant(lesson)
    try:
        made = collected(sources, lessons, output.stem, names=names, brand=brand)
        replace_all({output.with_name(name): data for name, data in made.files.items()})
    except SourceError as error:
        _exit(_say(error.problems))
    for line in lines(made.results):
        click.echo(line)
    problems = _say(made.problems)
    click.echo(f"{summary(made.results)}, {_files(len(made.files))} in {output.parent}")
    if not made.results.entries:
        sys.exit(HAS_PROBLEMS)
    if strict and (problems or any(outcome.refused for outcome in made.results.outcomes)):
        sys.exit(HAS_ADVICE)


def _say(problems: tuple["Problem", ...]) -> list["Problem"]:
    """Print each problem with the line of its source."""
    from lessonbuild.problems import shown

    sources: dict[str, str] = {}
    for problem in problems:
        if problem.place and problem.place.file not in sources:
            sources[problem.place.file] = _source(Path(problem.place.file))
        click.echo(shown(problem, sources[problem.place.file] if problem.place else ""), err=True)
    return list(problems)


def _source(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig", errors="replace") if file.stat().st_size < 5_000_000 else ""
    except OSError:
        return ""


def _exit(problems: list["Problem"], strict: bool = False) -> None:
    from lessonbuild.problems import Severity

    if any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(HAS_PROBLEMS)
    if problems and strict:
        sys.exit(HAS_ADVICE)


if __name__ == "__main__":
    main()
