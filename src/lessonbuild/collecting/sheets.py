"""The workbook for the facilitator: what teams got, what was said of the session, every answer, every file."""

from collections.abc import Sequence

from lessonbuild.collecting.forms import Form, Kind, Question
from lessonbuild.collecting.people import Entry, natural
from lessonbuild.collecting.privacy import GROUP, may_identify
from lessonbuild.collecting.results import Results
from lessonbuild.collecting.session_sheets import session_sheets
from lessonbuild.collecting.showing import in_words, oddities, reason
from lessonbuild.collecting.summary import enough, grouped, ratings, shown
from lessonbuild.collecting.team_sheets import team_sheet
from lessonbuild.model.workbook import Cell, Column, Sheet, Workbook
from lessonbuild.model.workbook import Kind as Holds
from lessonbuild.words import Words


def sheets(results: Results, name: str, w: Words) -> Workbook:
    """Summaries first, then comments and all answers, then what is odd and what became of each file."""
    answers, places = _answers(results, w)
    made = (
        *(team_sheet(results, form, places, w) for form in results.forms if form.team),
        *(sheet for form in results.forms if not form.team for sheet in session_sheets(results, form, w)),
        *_comments(results, w),
        answers,
        *_gaps(results, w),
        _files(results, w),
    )
    return Workbook(name, w("collect.title"), made, results.language, results.date)


def _columns(heads: Sequence[str], numbers: Sequence[int] = (), counts: Sequence[int] = ()) -> tuple[Column, ...]:
    return tuple(
        Column(head, Holds.COUNT if n in counts else Holds.NUMBER if n in numbers else Holds.TEXT)
        for n, head in enumerate(heads)
    )


def _answers(results: Results, w: Words) -> tuple[Sheet, int]:
    """A row an answer, in the order of the forms; and the last row, for the formulas over them."""
    rows = tuple(row for entry in results.entries for row in _rows(results, entry, w))
    columns = _columns(w.list("collect.sheets.answers-head"), numbers=(7,), counts=(0,))
    title, note = w("collect.sheets.answers-title"), w("collect.sheets.answers-note")
    return Sheet(w("collect.sheets.answers"), title, columns, rows, note=note), len(rows) + 1


def _rows(results: Results, entry: Entry, w: Words) -> list[tuple[Cell, ...]]:
    answers, form = entry.answers, entry.answers.form
    head = (entry.number, form.name, entry.team, entry.person if form.rater else "")
    rows: list[tuple[Cell, ...]] = []
    for question in form.questions:
        if question.id in (form.team, form.rater) or question.id not in answers.given:
            continue
        answer = answers.given[question.id]
        value = answer if question.kind in (Kind.RATING, Kind.NUMBER) and not isinstance(answer, str) else None
        said = in_words(question, answer)
        if _withheld(results, form, question, said):
            said, value = w("collect.sheets.withheld", least=GROUP), None
        rows.append((*head, question.id, question.asked, said, value))
    if (total := answers.total) is not None:
        rows.append((*head, "total", w("form.total"), "", total))
    return rows


def _withheld(results: Results, form: Form, question: Question, said: str) -> bool:
    """Whether an answer that bears no name would be one of too few: of its group, or to its question."""
    if results.names or form.rater:
        return False
    if question.id == form.group:
        return said not in shown(grouped(results.entries, form))
    about = (entry for entry in results.entries if entry.answers.form == form)
    return question.kind is Kind.RATING and not enough(len(ratings(about, question)))


def _comments(results: Results, w: Words) -> tuple[Sheet, ...]:
    """All that was written, by team and question; what names no team stands together at the end."""
    nobody = w("collect.nobody")
    found = [
        (entry.team or nobody, entry.answers.form, question, said)
        for entry in results.entries
        for question in entry.answers.form.comments
        if (said := entry.answers.words(question.id))
    ]
    found.sort(key=lambda row: (row[0] == nobody, natural(row[0]), *_place(row[1], row[2], results)))
    yes = w("collect.sheets.yes")
    rows = tuple(
        (team, form.title, question.asked, said, yes if may_identify(said, results.known) else "")
        for team, form, question, said in found
    )
    columns = _columns(w.list("collect.sheets.comments-head"))
    title, note = w("collect.sheets.comments-title"), w("collect.sheets.comments-note")
    return (Sheet(w("collect.sheets.comments"), title, columns, rows, note=note),) if rows else ()


def _place(form: Form, question: Question, results: Results) -> tuple[int, int]:
    return results.forms.index(form), form.questions.index(question)


def _gaps(results: Results, w: Words) -> tuple[Sheet, ...]:
    rows = tuple(
        (entry.number, entry.answers.form.name, entry.team or w("collect.nobody"), said)
        for entry in results.entries
        for said in oddities(entry.answers, w)
    )
    columns = _columns(w.list("collect.sheets.gaps-head"), counts=(0,))
    title = w("collect.sheets.gaps-title")
    return (Sheet(w("collect.sheets.gaps"), title, columns, rows, note=w("collect.facilitator")),) if rows else ()


def _files(results: Results, w: Words) -> Sheet:
    """File by file; which row of the answers came from which file, only where names were asked for."""
    numbers = {entry.answers.source: entry.number for entry in results.entries}
    rows: list[tuple[Cell, ...]] = []
    for each in results.outcomes:
        if each.refused:
            rows.append((each.name, "", "", reason(each.refused, w), each.refused.code))
        else:
            number = f" ({numbers[each.name]})" if results.names and each.name in numbers else ""
            rows.append((each.name, each.form, each.edition, w("collect.sheets.collected") + number, ""))
    title = w("collect.sheets.files-title", count=len(rows))
    columns = _columns(w.list("collect.sheets.files-head"))
    return Sheet(w("collect.sheets.files"), title, columns, tuple(rows), note=w("collect.facilitator"))
