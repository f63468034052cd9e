"""Each rule fires on its case, and none on a quiet export."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files

import pytest
import yaml

from lessonbuild.auditing.budget import Budget
from lessonbuild.auditing.findings import RULES, Finding, find
from lessonbuild.model.spending import Commitment, Costs, Doubt, Export, Resource, Spend, TagKey, Usage
from lessonbuild.words import words

D = Decimal
DAYS = tuple(date(2025, 1, 1) + timedelta(i) for i in range(181))  # January to June
MONTHS = tuple(f"2025-0{number}" for number in range(1, 7))
Edit = Callable[[Export], Export]


def same(cost: object) -> Costs:
    return Costs(*[D(str(cost))] * 4)


def spent(day: date, cost: object, service: str = "Assistant API", **changes: object) -> Spend:
    """AI by the token, owned, in production; the changes say what is otherwise."""
    part = Spend(
        day, service, "AI and Machine Learning", "support", "prod", "Usage", "Standard", None, False, same(cost)
    )
    return replace(part, **changes)  # type: ignore[arg-type]


def quiet() -> Export:
    """Half a year in which nothing happens: 1,000 a day of inference, and dev that rests at weekends."""
    spend = [spent(day, 1000 + i % 5) for i, day in enumerate(DAYS)]
    spend += [spent(day, 100, "Notebooks", environment="dev", owner="ml") for day in DAYS if day.weekday() < 5]
    usage = [Usage(month, "Assistant API", "input", "Tokens", D(3000), same(30_000)) for month in MONTHS]
    tags = (TagKey("team", 300, D(190_000)), TagKey("environment", 300, D(190_000)))
    return Export("x", "1.2", "USD", 400, "team", tuple(spend), tuple(usage), (), (), tags, ())


def adding(*more: Spend) -> Edit:
    return lambda export: replace(export, spend=(*export.spend, *more))


def every_day(cost: object, days: Iterable[date] = DAYS, **changes: object) -> tuple[Spend, ...]:
    return tuple(spent(day, cost, **changes) for day in days)  # type: ignore[arg-type]


def holding(used: int, unused: int, covered: int) -> Edit:
    """A commitment over the half year, and its rows."""

    def edit(export: Export) -> Export:
        held = Commitment("plan-1", "Plan", DAYS[0], DAYS[-1], D(used + unused), D(used), D(unused), D(covered))
        purchase = spent(DAYS[0], 0, "Nodes", charge="Purchase", owner=None)
        purchase = replace(purchase, costs=Costs(D(0), D(0), D(used + unused), D(0)))
        row = spent(DAYS[9], 0, "Nodes", category="Compute", pricing="Committed", commitment="Used")
        row = replace(row, costs=Costs(D(covered), D(covered), D(0), D(used)))
        rest = replace(row, owner=None, commitment="Unused", costs=Costs(D(0), D(0), D(0), D(unused)))
        days = [replace(row, day=day, costs=_part(row.costs)) for day in DAYS]
        rests = [replace(rest, day=day, costs=_part(rest.costs)) for day in DAYS]
        return replace(export, spend=(*export.spend, purchase, *days, *rests), commitments=(held,))

    return edit


def _part(costs: Costs) -> Costs:
    count = len(DAYS)
    return Costs(costs.listed / count, costs.contracted / count, costs.billed / count, costs.effective / count)


def using(service: str, *lines: tuple[str, int, int]) -> Edit:
    """Usage of a service: (month, quantity, cost)."""
    return lambda export: replace(
        export, usage=(*export.usage, *(Usage(m, service, "p", "Hours", D(q), same(c)) for m, q, c in lines))
    )


def running(*daily: int, first: date = DAYS[0]) -> Edit:
    def edit(export: Export) -> Export:
        costs = tuple(map(D, daily))
        last = first + timedelta(len(costs) - 1)
        one = Resource("node-1", "Notebooks", "ml", first, last, sum(costs, D(0)), costs)
        return replace(export, resources=(one,))

    return edit


def without_days(first: int, last: int) -> Edit:
    gone = set(DAYS[first : last + 1])
    return lambda export: replace(export, spend=tuple(p for p in export.spend if p.day not in gone))


def tagged(*keys: str) -> Edit:
    return lambda export: replace(export, tags=tuple(TagKey(k, 9 - i, D(900 - i)) for i, k in enumerate(keys)))


def doubting(*doubts: Doubt) -> Edit:
    return lambda export: replace(export, doubts=doubts)


COST_DOUBT = Doubt("cost-not-number", "EffectiveCost", 3, (1, 2, 3), "n/a", "0")
WEEKENDS = [day for day in DAYS if day.weekday() >= 5]

FIRES: list[tuple[str, Edit, int | None]] = [
    ("unowned-cost", adding(*every_day(200, owner=None)), 181 * 200),
    ("tag-drift", tagged("environment", "env", " Environment", "team"), 899 + 898),
    ("tag-drift", doubting(Doubt("tag-key-drift", "Tags", 4, (7,), " Team", "team")), None),
    ("unused-commitment", holding(8_000, 12_000, 10_000), 12_000),
    ("commitment-room", adding(*every_day(400, service="Nodes", category="Compute")), 9_000),
    ("spike", adding(*every_day(9000, DAYS[100:104])), 36_000),
    ("step-change", adding(*every_day(2000, DAYS[90:150])), 120_000),
    ("never-stops", running(*[100] * 77), 7_700),
    ("non-production-weekends", adding(*every_day(90, WEEKENDS, environment="dev", owner="ml")), 90 * len(WEEKENDS)),
    ("concentration", lambda export: export, None),
    ("price-change", using("Nodes", ("2025-01", 100, 5000), ("2025-06", 100, 4000)), -1000),
    ("growth", using("Nodes", ("2025-01", 100, 5000), ("2025-06", 160, 8000)), 3000),
    (
        "credits-ending",
        adding(*(spent(date(2025, month, 1), -6000, charge="Credit", owner=None) for month in (1, 2, 3))),
        6000,
    ),
    ("corrections", adding(spent(DAYS[30], -75, correction=True)), -75),
    ("discount-on-waste", holding(5_000, 2_000, 10_000), 2_000),
    ("data-gaps", without_days(40, 42), None),
    ("data-gaps", doubting(COST_DOUBT), None),
]


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(("code", "edit", "amount"), FIRES, ids=[code for code, _, _ in FIRES])
def test_the_rule_fires_on_its_case_with_its_amount(code: str, edit: Edit, amount: int | None) -> None:
    (found,) = [finding for finding in find(edit(quiet()), None) if finding.code == code]
    if amount is not None:
        assert found.amount is not None
        assert abs(found.amount - amount) <= D("0.01") * abs(amount)


def test_nothing_fires_on_a_quiet_export_but_the_ranking() -> None:
    assert codes(find(quiet(), Budget(tuple((month, D(40_000)) for month in MONTHS)))) == ["concentration"]


def test_nothing_at_all_is_found_in_nothing() -> None:
    empty = replace(quiet(), spend=(), usage=(), tags=())
    assert find(empty, Budget((("2025-01", D(5)),))) == ()
    free = replace(empty, spend=(spent(DAYS[0], 0),))
    assert find(free, Budget((("2025-01", D(0)),))) == ()


def test_every_rule_has_a_case_here() -> None:
    named = {rule.__module__.rpartition(".")[2].replace("_", "-") for rule in RULES}
    assert named == {code for code, _, _ in FIRES} | {"budget-over", "budget-forecast"}
    assert named == set(
        yaml.safe_load((files("lessonbuild.words") / "en.yaml").read_text("utf-8"))["audit"]["findings"]
    )


def test_over_budget_says_since_when() -> None:
    plan = Budget(tuple((month, D(35_000 if month < "2025-03" else 30_000)) for month in MONTHS))
    (found,) = [finding for finding in find(quiet(), plan) if finding.code == "budget-over"]
    assert "since 2025-05" in found.means


def test_the_forecast_is_measured_against_the_whole_budget() -> None:
    months = (*MONTHS, "2025-07", "2025-08")
    held, short = (Budget(tuple((m, D(amount)) for m in months)) for amount in (33_500, 30_000))
    assert "budget-forecast" not in codes(find(quiet(), held))
    (found,) = [finding for finding in find(quiet(), short) if finding.code == "budget-forecast"]
    assert "2025-08" in found.means  # the day on which it is used up


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (holding(8_000, 2_000, 12_000), "unused-commitment"),  # 80 percent used, 67 needed
        (holding(9_500, 500, 10_000), "discount-on-waste"),
        (adding(*every_day(400, service="Nodes", category="Compute", pricing="Dynamic")), "commitment-room"),
        (running(*([100] * 5 + [0, 0]) * 11, first=date(2025, 1, 6)), "never-stops"),
        (running(*[100] * 20), "never-stops"),
        (tagged("zone1", "zone2", "name", "namespace", "team", "tier"), "tag-drift"),
        (using("Nodes", ("2025-01", 100, 5000), ("2025-06", 110, 5500)), "growth"),  # months differ in days
        (adding(*(spent(date(2025, m, 1), -6000, charge="Credit") for m in range(1, 7))), "credits-ending"),
        (doubting(replace(COST_DOUBT, column="Tags")), "data-gaps"),
        (doubting(replace(COST_DOUBT, column="ChargePeriodStart", repaired="2025-01-01")), "data-gaps"),
    ],
)
def test_what_looks_like_it_and_is_not_does_not_fire(edit: Edit, code: str) -> None:
    assert code not in codes(find(edit(quiet()), None))


def everything() -> tuple[Finding, ...]:
    export = quiet()
    for _, edit, _ in FIRES:
        if edit is not FIRES[5][1]:
            export = edit(export)
    return find(export, Budget((*((month, D(30_000)) for month in MONTHS), ("2025-07", D(1)))))


def test_the_largest_comes_first_and_each_has_its_number() -> None:
    found = everything()
    sizes = [abs(finding.amount or 0) for finding in found if finding.code != "concentration"]
    assert sizes == sorted(sizes, reverse=True)
    assert [finding.number for finding in found] == list(range(1, len(found) + 1))


def test_overlaps_are_told_on_both_sides() -> None:
    spike = adding(*every_day(9000, DAYS[100:104], owner=None))(quiet())
    found = {finding.code: finding for finding in find(spike, None)}
    assert found["spike"].overlaps == (found["unowned-cost"].number,)
    assert found["unowned-cost"].overlaps == (found["spike"].number,)


def test_commitments_left_unused_overlap_each_other_and_no_use() -> None:
    edited = adding(*every_day(9000, DAYS[100:104]))(holding(5_000, 6_000, 10_000)(quiet()))
    found = {finding.code: finding for finding in find(edited, None)}
    assert found["unused-commitment"].overlaps == ()
    assert found["spike"].overlaps == ()


def test_each_finding_says_everything_and_asks() -> None:
    for finding in everything():
        assert "?" in finding.ask
        assert not re.search(r"[{}]|None|Decimal", finding.title + finding.means + finding.ask)
        assert finding.basis
        assert words("en")(f"audit.certainty.{finding.certainty}")
