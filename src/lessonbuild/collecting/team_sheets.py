"""The sheets with a row a team: means that the spreadsheet works out from all answers, spread, agreement."""

import re
from collections.abc import Sequence
from statistics import fmean

from lessonbuild.collecting.agreement import FEW
from lessonbuild.collecting.forms import Form, Question
from lessonbuild.collecting.privacy import RATERS
from lessonbuild.collecting.results import Results
from lessonbuild.collecting.showing import alpha, ends, highest, listed, number, points
from lessonbuild.collecting.summary import Figures, Team, overall, teams
from lessonbuild.model.workbook import Cell, Column, Formula, Series, Sheet
from lessonbuild.model.workbook import Kind as Holds
from lessonbuild.words import Words

_LITERAL = re.compile(r"[\w .,'’()&/-]+")  # what a spreadsheet's criteria take as it stands
_OPERATOR = re.compile(r"^[<>=]|[*?~]")


def team_sheet(results: Results, form: Form, last: int, w: Words) -> Sheet:
    """One form's summary; `last` is the last row of the sheet with all answers."""
    found = teams(results.entries, form)
    pointed = any(team.points for team in found)
    rows = tuple(_row(team, last, pointed, w) for team in found)
    said = alpha(overall(results.entries, form), w)
    note = w("collect.sheets.teams-note", alpha=said, few=FEW, **ends(form.ratings))
    title = w(f"collect.sheets.{form.name}-title", title=form.title)
    charts = _charts(form, found, pointed, w) if sum(team.level is not None for team in found) > 1 else ()
    return Sheet(w(f"collect.sheets.{form.name}"), title, _columns(form, pointed, w), rows, note=note, charts=charts)


def _columns(form: Form, pointed: bool, w: Words) -> tuple[Column, ...]:
    def head(name: str, kind: Holds = Holds.NUMBER) -> Column:
        return Column(w(f"collect.sheets.{name}"), kind)

    counts = (head("team", Holds.TEXT), head("forms", Holds.COUNT), head("raters", Holds.COUNT))
    earned = (head("points"), Column(_spread("points", w), Holds.NUMBER)) if pointed else ()
    rated = (Column(question.asked, Holds.NUMBER) for question in form.ratings)
    level = (head("level"), Column(_spread("level", w), Holds.NUMBER))
    quoted = () if pointed else (head("handed-back", Holds.TEXT),)
    return (*counts, *earned, *rated, *level, head("agreement"), head("units", Holds.COUNT), *quoted)


def _spread(of: str, w: Words) -> str:
    return f"{w('collect.sheets.spread')}, {w(f'collect.sheets.{of}').lower()}"


def _row(team: Team, last: int, pointed: bool, w: Words) -> tuple[Cell, ...]:
    form, agreement = team.form, team.agreement
    handed = w("collect.sheets.yes") if team.enough else w("collect.sheets.too-few", least=RATERS)
    earned = (_mean(team, "total", team.points, last, w), _rounded(team.points)) if pointed else ()
    rated = (_mean(team, question.id, team.ratings.get(question.id), last, w) for question in form.ratings)
    level = None if team.level is None else round(team.level.mean, 2)
    agreed = None if agreement.alpha is None else round(agreement.alpha, 2)
    quoted = () if pointed else (handed,)
    return (
        team.name,
        team.forms,
        team.raters,
        *earned,
        *rated,
        level,
        _rounded(team.level),
        agreed,
        agreement.units,
        *quoted,
    )


def _rounded(figures: Figures | None) -> float | None:
    return round(figures.spread, 2) if figures and figures.spread is not None else None


def _mean(team: Team, field: str, figures: Figures | None, last: int, w: Words) -> Cell:
    """A mean over the answers. A team whose name means something else to a spreadsheet gets the number alone."""
    if figures is None:
        return None
    if not _LITERAL.fullmatch(team.name) or _OPERATOR.search(team.name):
        return round(figures.mean, 2)
    sheet = f"'{w('collect.sheets.answers')}'"

    def column(letter: str) -> str:
        return f"{sheet}!${letter}$2:${letter}${last}"

    asked = f'{column("B")},"{team.form.name}",{column("C")},$A{{row}},{column("E")},"{field}"'
    return Formula(f"ROUND(AVERAGEIFS({column('H')},{asked}),2)", round(figures.mean, 2))


def _charts(form: Form, found: Sequence[Team], pointed: bool, w: Words) -> tuple[Series, ...]:
    first = 5 if pointed else 3
    columns = tuple(range(first, first + len(form.ratings)))
    said = _highest(form, found, w)
    count = len(form.ratings[0].options)
    levels = Series(
        said, Series.Shape.COLUMN, 0, columns, w("collect.sheets.levels-unit", count=count),
        w("collect.sheets.chart-alt", count=len(found), said=said), (0, count),
    )  # fmt: skip
    return (*_points_chart(form, found, w), levels) if pointed else (levels,)


def _points_chart(form: Form, found: Sequence[Team], w: Words) -> tuple[Series, ...]:
    highest_sum = sum(question.points[-1] for question in form.ratings if question.points)
    most = points(highest_sum)
    best, value = highest((team.name, team.points.mean) for team in found if team.points)
    said = w("collect.sheets.points-chart", teams=listed(best, w), points=points(value), most=most)
    alt = w("collect.sheets.chart-alt", count=len(found), said=said)
    return (
        Series(said, Series.Shape.COLUMN, 0, (3,), w("collect.sheets.points-unit", most=most), alt, (0, highest_sum)),
    )


def _highest(form: Form, found: Sequence[Team], w: Words) -> str:
    """The criteria with the highest mean over the teams."""

    def mean(question: Question) -> float:
        return fmean(team.ratings[question.id].mean for team in found if question.id in team.ratings)

    rated = [q for q in form.ratings if any(q.id in team.ratings for team in found)]
    best, value = highest((question.asked, mean(question)) for question in rated)
    count = len(form.ratings[0].options)
    return w("collect.sheets.levels-chart", criteria=listed(best, w), mean=number(value), count=count)
