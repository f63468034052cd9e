"""What the commands are asked: their arguments and options, and what is said of a wrong one."""

from collections.abc import Iterable
from pathlib import Path

import click

CONTENT = Path("content")
PAPERS = ("a4", "letter")


def known_documents(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of documents, if there are such."""
    if not names:
        return names
    from lessonbuild.documents import DOCUMENTS

    return _known(names, [publication.name for publication in DOCUMENTS], "document")


def known_formats(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The formats, if any document comes in them."""
    if not names:
        return names
    from lessonbuild.documents import DOCUMENTS

    return _known(names, dict.fromkeys(form for publication in DOCUMENTS for form in publication.formats), "format")


def known_brand(_: click.Context, __: click.Parameter, name: str) -> str:
    """The brand's name, if there is such a folder."""
    if name == "default":
        return name
    from lessonbuild.reading import brand_names

    return _known((name,), brand_names(), "brand")[0]


def _known(names: tuple[str, ...], known: Iterable[str], kind: str) -> tuple[str, ...]:
    from lessonbuild.problems import did_you_mean

    known = tuple(known)
    for name in names:
        if name not in known:
            raise click.BadParameter(f'there is no {kind} "{name}"; {did_you_mean(name, known, f"{kind}s")}')
    return names


def time_of_day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The time as two digits each."""
    hours, _colon, minutes = (value or "").partition(":")
    if value and not (
        hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60
    ):
        raise click.BadParameter(f'"{value}" is not a time of day like 09:00')
    return f"{int(hours):02d}:{minutes}" if value else None


def lesson_files(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[Path, ...]:
    """The files meant: by path, or by name in content/; without names, all that lie there."""
    if not names and not in_content():
        raise click.UsageError(f"there are no lessons here: no file {CONTENT / '*.yaml'}")
    files = tuple(map(lesson_file, names)) if names else in_content()
    stems = [file.stem for file in files]
    if twice := next((file for file in files if stems.count(file.stem) > 1), None):
        raise click.UsageError(f'two lessons are called "{twice.stem}" and would overwrite each other')
    return files


def in_content() -> tuple[Path, ...]:
    """All lessons that lie in content/."""
    return tuple(sorted(file for file in CONTENT.glob("*.yaml") if not file.name.startswith(".")))


def lesson_file(name: str) -> Path:
    """The file of a lesson that is called by name or by path."""
    for file in (CONTENT / f"{name}.yaml", Path(name)):
        if file.is_file():
            return file
    from lessonbuild.problems import did_you_mean

    hint = did_you_mean(Path(name).stem, [file.stem for file in in_content()], "lessons in content")
    raise click.UsageError(f'there is no lesson "{name}"; {hint}')


def lessons_meant(name: str | None) -> tuple[Path, ...]:
    """The lesson of this name or path, or all in content/."""
    if name:
        return (lesson_file(name),)
    if not (found := in_content()):
        raise click.UsageError(f"there are no lessons here: no file {CONTENT / '*.yaml'}; name one with --lesson")
    return found


def workbook_file(_: click.Context, __: click.Parameter, value: str) -> Path:
    """The file of a workbook."""
    if Path(value).suffix.lower() != ".xlsx":
        raise click.BadParameter(f'"{value}" is no name of a workbook, which ends in .xlsx')
    return Path(value)


several = click.argument("lessons", metavar="[LESSON]...", nargs=-1, callback=lesson_files)
paper_ = click.option(
    "--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help="Of PDF and Word files."
)
large_ = click.option("--large-print", "large", is_flag=True, help="PDF and Word files in 18 points.")
grey_ = click.option("--greyscale", "grey", is_flag=True, help="PDF and Word files without colours.")
strict_ = click.option("--strict", is_flag=True, help="Exit with 3 when there is any advice or warning.")
results_ = click.option(
    "--output",
    metavar="FILE",
    default="output/collected/results.xlsx",
    show_default=True,
    callback=workbook_file,
    help="The workbook; a PDF a team stands beside it.",
)
