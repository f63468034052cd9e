"""What is printed of a lesson, on request: packs as files, once nothing in those of learners is found to leak."""

from dataclasses import dataclass, field
from pathlib import Path

from lessonbuild.costs import settle
from lessonbuild.leaks import leaks
from lessonbuild.model.printing import Printing
from lessonbuild.printing.packs import Run, packs
from lessonbuild.problems import Problem, SourceError
from lessonbuild.reading import brand_folder, read_brand, read_lesson
from lessonbuild.writers.greys import printed


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """For how many, on what, and where to; where nothing is said, as the lesson has it."""

    learners: int | None = None
    teams: int | None = None
    brand: str = "default"
    output: Path = Path("output")
    start: str | None = None
    printing: Printing = field(default_factory=Printing)


def print_files(lesson: Path, order: PrintOrder) -> tuple[dict[Path, bytes], tuple[Problem, ...]]:
    """The files of all packs, and what could not be honoured in them. Raises SourceError, for leaks too."""
    read = settle(read_lesson(lesson))
    read = read.model_copy(update={"starts": order.start}) if order.start else read
    brand = printed(read_brand(brand_folder(order.brand)), order.printing)
    made = packs(read, brand, Run.of(read, order.learners, order.teams))
    shared = {f"{name}.pdf": pack.data for name, pack in made.items() if name != "facilitator"}
    if found := leaks(read, brand.organisation, shared):
        raise SourceError(list(found))
    folder = order.output / brand.name / lesson.stem / "print"
    files = {folder / f"{name}{order.printing.suffix}.pdf": pack.data for name, pack in made.items()}
    return files, tuple(dict.fromkeys(problem for pack in made.values() for problem in pack.problems))
