"""From filled forms to the bytes: read each file, find the lesson, read answers, write the workbook and the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lessonbuild.collecting.answers import Answers, Remark, answered
from lessonbuild.collecting.filled import Filled, Refused
from lessonbuild.collecting.forms import Form, forms
from lessonbuild.collecting.handing_back import hand_back
from lessonbuild.collecting.people import entries, folded, known_names, team_key
from lessonbuild.collecting.results import Outcome, Results
from lessonbuild.collecting.sheets import sheets
from lessonbuild.collecting.sources import Source, sources
from lessonbuild.costs import settle
from lessonbuild.documents.publication import full_title
from lessonbuild.model.lesson import Lesson
from lessonbuild.problems import Problem, SourceError
from lessonbuild.reading import brand_folder, read_brand, read_lesson
from lessonbuild.words import Words, words
from lessonbuild.writers import xlsx


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of it: the results, the files by name, and what could not be honoured in them."""

    results: Results
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def collect(
    paths: Sequence[Path],
    lessons: Sequence[Path],
    name: str = "results",
    *,
    names: bool = False,
    brand: str = "default",
) -> Collected:
    """Collect the forms in files and folders, against that of the lessons which they belong to. Raises SourceError.

    `names` shows who signed, and groups however small; nothing of that is ever handed back to a team.
    """
    found, look = sources(paths), read_brand(brand_folder(brand))
    lesson, ours = _lesson(found, lessons)
    results = _results(found, lesson, ours, names)
    if not results.entries:
        return Collected(results, {}, ())
    w = words(lesson.language)
    book = xlsx.write(sheets(results, name, w), look)
    handed, problems = hand_back(results, name, look, w)
    return Collected(results, {f"{name}.xlsx": book.data, **handed}, (*book.problems, *problems))


def _lesson(found: Sequence[Source], paths: Sequence[Path]) -> tuple[Lesson, dict[str, Form]]:
    """The one lesson whose forms these are: of several, that which most of them fit, in its very edition."""
    known = [(lesson, forms(lesson)) for lesson in (settle(read_lesson(path)) for path in paths)]
    if len(known) == 1:
        return known[0]
    scores = [_fitting(found, ours) for _, ours in known]
    best = max(scores)
    if scores.count(best) > 1:
        names = ", ".join(path.stem for path in paths)
        raise SourceError([Problem("which-lesson", f"the forms do not say of which lesson they are: {names}", None,
                                   "name it with --lesson")])  # fmt: skip
    return known[scores.index(best)]


def _fitting(found: Sequence[Source], ours: Mapping[str, Form]) -> tuple[int, int]:
    """How many forms are of this lesson, and how many of those of this edition."""
    fit = [made for source in found if isinstance(made := _read(source, ours), Answers)]
    return len(fit), sum(each.edition == each.form.edition for each in fit)


def _read(source: Source, ours: Mapping[str, Form]) -> Answers | Refused:
    if isinstance(source.read, Refused):
        return source.read
    filled: Filled = source.read
    try:
        if filled.form not in ours:
            raise Refused("unknown-form", form=filled.form[:60], known=", ".join(ours))
        return answered(filled, ours[filled.form], source.name)
    except Refused as refused:
        return refused


def _results(found: Sequence[Source], lesson: Lesson, ours: Mapping[str, Form], names: bool) -> Results:
    w, read = words(lesson.language), [(source.name, _read(source, ours)) for source in found]
    collected = _seconds([made for _, made in read if isinstance(made, Answers)], w)
    outcomes = tuple(
        Outcome(name, refused=made) if isinstance(made, Refused) else Outcome(name, made.form.name, made.edition)
        for name, made in read
    )
    used = {made.form.name for made in collected}
    return Results(
        lesson=full_title(lesson), language=lesson.language, date=lesson.date,
        forms=tuple(form for name, form in ours.items() if name in used), entries=entries(collected, w, names=names),
        outcomes=outcomes, known=known_names(collected), names=names,
    )  # fmt: skip


def _seconds(collected: Sequence[Answers], w: Words) -> list[Answers]:
    """The forms, with a remark on those by somebody who filled in another one for the same team."""
    met: set[tuple[str, str, str]] = set()
    made = []
    for each in collected:
        key = (each.form.name, team_key(each, w), folded(each.words(each.form.rater)))
        again = each.signed and key in met
        made.append(replace(each, remarks=(*each.remarks, Remark("second-form"))) if again else each)
        met.add(key)
    return made
