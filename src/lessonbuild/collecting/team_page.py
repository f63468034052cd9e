"""One page for one team: what its work earned, how peers saw it, and what both wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lessonbuild.collecting.forms import Form, Question
from lessonbuild.collecting.people import Entry
from lessonbuild.collecting.privacy import RATERS, may_identify
from lessonbuild.collecting.results import Results
from lessonbuild.collecting.showing import ends, highest, listed, number, points
from lessonbuild.collecting.summary import Team, teams
from lessonbuild.model.blocks import Chart
from lessonbuild.model.document import Audience, Block, BulletList, Document, Paragraph, Role, Section, Table
from lessonbuild.model.text import Text, text
from lessonbuild.words import Words

_LONGEST = 400  # characters of a comment on the page; the facilitator has the whole


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of. `said` is what may be quoted, what matters most first."""

    team: str
    rubric: Team | None
    peers: Team | None  # only where there are enough of them
    few: bool  # whether there were peers, and too few
    said: tuple[tuple[Question, str], ...]
    kept: int  # comments that are not handed back


def pages(results: Results) -> tuple[Page, ...]:
    """A page for every team that something can be said to."""
    found: dict[str, dict[str, Team]] = {}
    for form in results.forms:
        for team in teams(results.entries, form) if form.team else ():
            found.setdefault(team.name, {})["rubric" if any(q.points for q in form.ratings) else "peers"] = team
    return tuple(_page(results, name, kinds.get("rubric"), kinds.get("peers")) for name, kinds in found.items())


def _page(results: Results, name: str, rubric: Team | None, peers: Team | None) -> Page:
    quoted = peers if peers and peers.enough else None
    comments = [found for team in (rubric, quoted) if team for found in _comments(results.entries, team)]
    comments.sort(key=lambda found: _after_a_rating(found[0], rubric or quoted))
    said = tuple((question, words) for question, words in comments if not may_identify(words, results.known))
    return Page(name, rubric, quoted, bool(peers) and quoted is None, said, len(comments) - len(said))


def _comments(entries: Sequence[Entry], team: Team) -> Iterator[tuple[Question, str]]:
    """By question; each question's in an order of its own, so that none can be followed from one to the next."""
    about = [entry.answers for entry in entries if entry.team == team.name and entry.answers.form == team.form]
    for question in team.form.comments:
        found = filter(None, (answers.words(question.id) for answers in about))
        yield from ((question, words) for words in sorted(found, key=lambda words: words[::-1]))


def _after_a_rating(question: Question, team: Team | None) -> bool:
    """Whether it is asked of one criterion: what is said of the whole comes first."""
    return team is not None and question.id.startswith(tuple(f"{rated.id}-" for rated in team.form.ratings))


def document(page: Page, results: Results, name: str, w: Words, *, quoted: int, drawn: bool) -> Document:
    """The page with so many of the comments, how many more there are, and with its chart or without."""
    title = text(w("collect.page.title", team=page.team))
    left = len(page.said) - quoted + page.kept
    sections = (
        Section(text(w("collect.page.heading")), tuple(_figures(page, drawn, w))),
        Section(text(w("collect.page.heading-comments")), tuple(_quotes(page.said[:quoted], left, w))),
    )
    return Document(
        name=name, title=title, audience=Audience.LEARNER, sections=sections, lesson=results.lesson,
        language=results.language, date=results.date, subtitle=text(results.lesson),
    )  # fmt: skip


def _figures(page: Page, drawn: bool, w: Words) -> Iterator[Block]:
    if first := page.rubric or page.peers:
        yield Paragraph(text(w("collect.page.said", forms=_forms(page, w), **ends(first.form.ratings))))
        yield _table(page, first.form, w)
        yield from _chart(page, first.form, w) if drawn else ()
    if agreed := [(what, team.agreement) for what, team in _judges(page) if team.agreement.alpha is not None]:
        said = [f"{w(f'collect.page.{what}').lower()} {number(found.alpha, 2)}" for what, found in agreed]
        units = max(found.units for _, found in agreed)
        yield Paragraph(text(w("collect.page.alpha", said=listed(said, w), units=units)), Role.SOURCE)
    if page.few:
        yield Paragraph(text(w("collect.page.few", least=RATERS)), Role.SOURCE)


def _judges(page: Page) -> list[tuple[str, Team]]:
    return [(what, team) for what, team in (("rubric", page.rubric), ("peer", page.peers)) if team]


def _forms(page: Page, w: Words) -> str:
    """How many forms the numbers are from."""
    said = []
    for what, team in _judges(page):
        forms = w("collect.page.one") if team.forms == 1 else w("collect.page.many", count=team.forms)
        said.append(w(f"collect.page.from-{what}", forms=forms))
    return listed(said, w)


def _table(page: Page, form: Form, w: Words) -> Table:
    """Criteria down; a column for each thing that there is a number of."""
    columns: list[tuple[str, list[str]]] = []
    if page.rubric:
        columns.append((w("collect.page.level"), [_level(page.rubric, q) for q in form.ratings]))
        columns.append((w("collect.page.points"), [_points(page.rubric, q) for q in form.ratings]))
    if page.peers:
        columns.append((w("collect.page.peers"), [_level(page.peers, q) for q in form.ratings]))
    head = (text(w("collect.page.criterion")), *(text(name) for name, _ in columns))
    rows: list[tuple[Text, ...]] = [
        (text(q.asked), *(text(cells[n]) for _, cells in columns)) for n, q in enumerate(form.ratings)
    ]
    total = page.rubric.points if page.rubric else None
    if total and page.rubric:
        most = points(sum(question.points[-1] for question in form.ratings))
        said = text(w("collect.page.of", points=points(round(total.mean, 1)), most=most))
        rows.append((text(w("collect.page.total")), (), said, *((),) * (len(columns) - 2)))
    return Table(
        head, tuple(rows), w("collect.page.description", count=len(form.ratings)),
        numeric=tuple(range(1, len(head))), total=bool(total),
    )  # fmt: skip


def _level(team: Team, question: Question) -> str:
    """A mean; of peers, only where enough of them rated."""
    return number(_value(team, question))


def _points(team: Team, question: Question) -> str:
    earned = team.earned.get(question.id)
    return "–" if earned is None else points(round(earned.mean, 1))


def _chart(page: Page, form: Form, w: Words) -> Iterator[Chart]:
    """Bars for those who judged; where nothing is rated, none."""
    series = [(w(f"collect.page.{what}"), tuple(_value(team, q) for q in form.ratings)) for what, team in _judges(page)]
    first = [(q.asked, value) for q, value in zip(form.ratings, series[0][1], strict=True) if value]
    if not first:
        return
    count, (best, value) = len(form.ratings[0].options), highest(first)
    said = w("collect.page.chart", what=series[0][0], criteria=listed(best, w), mean=number(value), count=count)
    yield Chart(
        Chart.Kind.BAR, text(said), tuple(q.asked for q in form.ratings), tuple(series),
        w("collect.page.unit", count=count), w("collect.page.chart-alt", count=len(form.ratings), said=said),
        decimals=1,
    )  # fmt: skip


def _value(team: Team, question: Question) -> float | None:
    found, by_peers = team.ratings.get(question.id), team.points is None
    return None if not found or (by_peers and found.count < RATERS) else found.mean


def _quotes(said: Sequence[tuple[Question, str]], left: int, w: Words) -> Iterator[Block]:
    for question in dict.fromkeys(question for question, _ in said):
        yield Paragraph(text(question.asked), Role.LABEL)
        yield BulletList(tuple(text(_cut(words)) for each, words in said if each == question))
    if left:
        more = w("collect.page.one-more") if left == 1 else w("collect.page.more", count=left)
        yield Paragraph(text(more), Role.SOURCE)
    elif not said:
        yield Paragraph(text(w("collect.page.none")))


def _cut(words: str) -> str:
    whole = " ".join(words.split())
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"
