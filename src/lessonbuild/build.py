"""The pipeline: read → settle → check → assemble → write → files, in the order in which it happens."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from lessonbuild.checks import check
from lessonbuild.costs import settle
from lessonbuild.documents import DOCUMENTS, Group, Publication
from lessonbuild.files import replace_all
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Document
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.printing import USUAL, Printing
from lessonbuild.model.workbook import Workbook
from lessonbuild.problems import Problem
from lessonbuild.reading import brand_folder, read_brand, read_lesson
from lessonbuild.writers.greys import printed
from lessonbuild.writers.written import Written

PRINTED = ("pdf", "docx")  # the formats that have paper


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built; where nothing is named, everything."""

    brand: str = "default"
    documents: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    audience: Audience | None = None
    formats: tuple[str, ...] = ()
    output: Path = Path("output")
    start: str | None = None  # "09:00", instead of the lesson's own
    printing: Printing = USUAL


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it."""

    folder: Path
    files: tuple[Path, ...]
    changed: tuple[Path, ...]
    left_out: tuple[str, ...]  # documents that the lesson has no source for
    problems: tuple[Problem, ...]  # advice and warnings


def build(path: Path, order: Order, progress: Callable[[Path], None] = lambda _: None) -> Built:
    """Build one lesson. Everything is made before the first file is replaced. Raises SourceError."""
    lesson = settled(path, order.start)
    brand = printed(read_brand(brand_folder(order.brand)), order.printing)
    problems = list(check(lesson, brand))
    folder = order.output / brand.name / path.stem
    made: dict[Path, bytes] = {}
    left_out = []
    for publication in publications(order.documents, order.groups, order.audience):
        documents = publication.assemble(lesson)
        left_out += [] if documents else [publication.name]
        for file, document, form in _goals(documents, publication, order, folder):
            progress(file)
            written = written_as(form, document, brand)
            made[file] = written.data
            problems += written.problems
    return Built(folder, tuple(made), replace_all(made), tuple(left_out), tuple(dict.fromkeys(problems)))


def settled(path: Path, start: str | None = None) -> Lesson:
    """The lesson in a file, with its numbers filled in; `start` replaces its time of day. Raises SourceError."""
    lesson = settle(read_lesson(path))
    return lesson.model_copy(update={"starts": start}) if start else lesson


def assembled(path: Path) -> tuple[Document, ...]:
    """Every document of the lesson in a file, workbooks left out. Raises SourceError."""
    lesson = settled(path)
    made = [document for publication in DOCUMENTS for document in publication.assemble(lesson)]
    return tuple(document for document in made if isinstance(document, Document))


def publications(
    names: tuple[str, ...] = (), groups: tuple[Group, ...] = (), audience: Audience | None = None
) -> tuple[Publication, ...]:
    """Those of these names, of these groups, for this audience, in the order of the table of contents.

    What is not given limits nothing.
    """
    return tuple(
        publication
        for publication in DOCUMENTS
        if (not names or publication.name in names)
        and (not groups or publication.group in groups)
        and audience in (None, publication.audience)
    )


def written_as(form: str, document: Document | Workbook, brand: Brand) -> Written:
    """The document or workbook in one format. Its writer is imported here: slides alone need no PDF library."""
    written: Written = import_module(f"lessonbuild.writers.{form}").write(document, brand)
    return written


def _goals(
    documents: Sequence[Document | Workbook], publication: Publication, order: Order, folder: Path
) -> Iterator[tuple[Path, Document | Workbook, str]]:
    """The files to make. Paper, large print and greys are for what is printed: they leave the other formats out."""
    suffix = order.printing.suffix
    for document in documents:
        for form in publication.formats:
            if (not order.formats or form in order.formats) and (not suffix or form in PRINTED):
                yield folder / f"{document.name}{suffix}.{form}", document, form
