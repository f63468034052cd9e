"""The ledger of the first lesson: its regression facts, what must hold of any, and clean counterfactuals."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbuild.costs.facts import Facts
from lessonbuild.costs.facts.plans import best_hourly
from lessonbuild.costs.ledgers import Simulation
from lessonbuild.model.arithmetic import names, parsed
from lessonbuild.model.ledger import Charge, Covered, Ledger
from lessonbuild.reading import read_lesson

READ = read_lesson(Path(__file__).parents[2] / "content" / "finops-for-ai.yaml")
HALDEN = READ.scenarios["halden"]
RUN = Simulation(HALDEN)
LEDGER = RUN.ledger()
FACTS = Facts(RUN)
EVENTS = sorted(HALDEN.events)
CENT = Decimal("0.01")

# The worked-out project that the scenario is modelled on (USD thousand a month; savings in USD).
MONTHS = (39.1, 37.9, 74.3, 87.2, 102.2, 84.9, 58.8, 100.2, 57.2, 50.5, 48.8, 54.1)
SAVINGS = {"idle-cluster": 117_500, "runaway": 41_800, "ungated": 23_400, "oversized": 38_700, "logging": 11_400}


def money(name: str) -> Decimal:
    value = FACTS.value(name)
    assert isinstance(value, Decimal)
    return value


def sums(ledger: Ledger, key: str) -> dict[str, Decimal]:
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in ledger.charges:
        found[row.day.isoformat()[:7] if key == "month" else getattr(row, key)] += row.effective
    return dict(found)


def test_the_amounts_that_follow_from_the_story_are_exact() -> None:
    assert money("event.idle-cluster.listed") == 2 * 24 * 32 * 77 == 118_272
    assert money("experiment.self-hosting.listed") == 117 * 24 * 16 == 44_928
    assert money("event.runaway.listed") == 63 * (96 * 3 + 25 * 15) == 41_769
    assert money("plan.plan.committed") == 213 * 720 == 153_360


@pytest.mark.parametrize(("month", "thousand"), zip(LEDGER.months, MONTHS, strict=True))
def test_each_month_is_within_five_percent_of_the_worked_out_project(month: str, thousand: float) -> None:
    assert float(sums(LEDGER, "month")[month]) == pytest.approx(1000 * thousand, rel=0.05)


@pytest.mark.parametrize(("event", "saving"), SAVINGS.items())
def test_each_saving_is_within_ten_percent_of_the_worked_out_project(event: str, saving: int) -> None:
    assert float(money(f"event.{event}.saving")) == pytest.approx(saving, rel=0.10)


def test_the_plan_and_the_repairs_are_near_those_of_the_worked_out_project() -> None:
    assert float(money("plan.plan.loss")) == pytest.approx(36_188, rel=0.10)
    assert float(money("plan.plan.against-best")) == pytest.approx(48_235, rel=0.10)
    assert money("plan.plan.best-hourly") == Decimal("6.50")
    assert float(money("rerun.repaired.saving")) == pytest.approx(309_464, rel=0.10)
    assert float(money("rerun.plan-kept.saving")) == pytest.approx(217_324, rel=0.10)


def test_savings_do_not_add_up() -> None:
    separately = sum((money(f"event.{event}.saving") for event in SAVINGS), money("plan.plan.against-best"))
    assert separately < money("rerun.repaired.saving")
    assert sum((money(f"event.{event}.saving") for event in SAVINGS), Decimal(0)) > money("rerun.plan-kept.saving")


def test_used_and_unused_make_the_purchase_on_every_day() -> None:
    purchased, spread = defaultdict(Decimal), defaultdict(Decimal)
    for row in LEDGER.charges:
        purchased[row.day] += row.billed if row.commitment and row.kind == "Purchase" else 0
        spread[row.day] += row.effective if row.covered else 0
    assert purchased == spread


def test_price_times_quantity_is_list_cost_to_the_last_digit() -> None:
    assert all(row.quantity * row.unit == row.listed for row in LEDGER.charges if not row.corrects)


def test_billed_and_effective_add_up_to_the_same() -> None:
    assert sum(row.billed for row in LEDGER.charges) == sum(row.effective for row in LEDGER.charges)


@pytest.mark.parametrize("event", EVENTS)
def test_switching_an_event_off_changes_only_what_depends_on_it(event: str) -> None:
    """Rows before the commitment: what of them it covers follows from all of the day's rows together."""
    touched = depends_on(event)
    kept, without = RUN.use(), RUN.use([event])
    for before, after in zip(kept.charges, without.charges, strict=True):
        assert rows_of(before, touched) == rows_of(after, touched)


def rows_of(rows: tuple[Charge, ...], left_out: set[str]) -> list[Charge]:
    return [row for row in rows if row.line not in left_out]


def depends_on(event: str) -> set[str]:
    """Cost lines that name the event, a price that it sets, or, over drivers, a dial that it turns."""
    happening = HALDEN.events[event]
    moved = set(happening.sets)
    for name, driver in HALDEN.drivers.items():
        moved |= {name} if moved & set(names(parsed(driver.daily))) else set()
    found = set()
    for name, line in HALDEN.lines.items():
        for meter in line.meters:
            used = {
                word
                for written in (meter.daily, meter.monthly, line.tagged)
                if written
                for word in names(parsed(written))
            }
            if event in (meter.during, meter.except_) or meter.price in happening.prices or used & moved:
                found.add(name)
    return found


def test_the_season_leaves_more_lines_alone_than_it_moves() -> None:
    assert depends_on("december") == {"api-production", "network", "logs"}


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), off=st.sets(st.sampled_from(EVENTS), max_size=3))
def test_whatever_the_seed_and_the_events_the_ledger_balances(seed: int, off: set[str]) -> None:
    ledger = Simulation(HALDEN.model_copy(update={"seed": seed})).ledger(off)
    assert sum(sums(ledger, "month").values()) == sum(sums(ledger, "line").values())
    used = sum((row.effective for row in ledger.charges if row.covered), Decimal(0))
    assert used == sum((row.billed for row in ledger.charges if row.commitment and row.kind == "Purchase"), Decimal(0))
    assert all(row.listed >= 0 for row in ledger.charges if row.kind == "Usage" and not row.corrects)


def test_the_best_size_is_that_of_a_search_over_all_sizes() -> None:
    sizes = [Decimal(step) / 2 for step in range(0, 80)]
    searched = min(sizes, key=lambda hourly: RUN.total(sizes={"plan": hourly}))
    assert abs(best_hourly(RUN, "plan") - searched) <= HALDEN.commitments["plan"].step


def test_the_same_scenario_gives_the_same_rows() -> None:
    assert Simulation(HALDEN).ledger() == LEDGER


def test_another_seed_gives_other_rows_and_the_same_story() -> None:
    other = Simulation(HALDEN.model_copy(update={"seed": HALDEN.seed + 1}))
    assert other.ledger().charges != LEDGER.charges
    assert other.total() == pytest.approx(RUN.total(), rel=Decimal("0.05"))


def test_a_row_is_split_where_the_commitment_ends() -> None:
    split = [row for row in LEDGER.charges if row.day.isoformat() == "2025-06-10" and row.line == "lens-training"]
    assert [row.covered for row in split] == [Covered.USED, None]
    assert sum(row.quantity for row in split) == 48


# ---- figures ----------------------------------------------------------------------------------------------------


def test_the_lines_the_services_and_the_months_add_up_to_the_year() -> None:
    lines = [*HALDEN.lines, *HALDEN.commitments]
    assert sum(money(f"line.{line}") for line in lines) == money("actual")
    assert sum(money(f"service.{service}") for service in HALDEN.services) == money("actual")
    assert sum(
        money(f"{month}.actual")
        for month in ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    ) == money("actual")
    assert money("h1.actual") + money("h2.actual") == money("to-dec.actual") == money("actual")


def test_volume_mix_and_price_close() -> None:
    terms = [money(f"bridge.api-production.aug.dec.{term}") for term in ("volume", "mix", "price")]
    change = money("dec.listed.api-production") - money("aug.listed.api-production")
    assert sum(terms) == money("bridge.api-production.aug.dec.total")
    assert abs(sum(terms) - change) < CENT


def test_what_the_story_says_of_budget_tags_alarms_and_forecasts_holds() -> None:
    assert str(FACTS.value("over-since")) == "2025-03-01"
    assert money("months-over") == 5
    assert money("aug.alarms") == 4
    assert money("jan.tagged-share") < Decimal("0.75") < Decimal("0.90") < money("jul.tagged-share")
    assert money("dec.owned-share") < money("jul.owned-share")
    errors = [money(f"forecast.{method}.wape") for method in ("drivers", "run-rate", "trend")]
    assert errors == sorted(errors)


def test_moving_an_event_moves_what_it_costs() -> None:
    longer = HALDEN.events["idle-cluster"].model_copy(update={"to": "2025-06-30"})
    scenario = HALDEN.model_copy(update={"events": HALDEN.events | {"idle-cluster": longer}})
    assert Facts(Simulation(scenario)).value("event.idle-cluster.listed") == 2 * 24 * 32 * 87


def test_dearer_machines_cost_more_everywhere() -> None:
    dearer = HALDEN.prices["ga8"].model_copy(update={"price": Decimal(40)})
    facts = Facts(Simulation(HALDEN.model_copy(update={"prices": HALDEN.prices | {"ga8": dearer}})))
    assert facts.value("price.ga8") == 40
    assert facts.value("event.idle-cluster.listed") == 2 * 24 * 40 * 77
    assert facts.value("apr.actual") > money("apr.actual")  # type: ignore[operator]


def test_a_figure_without_anything_to_measure_has_no_value() -> None:
    assert FACTS.value("jan.utilization.self-hosting") is None


def test_an_unknown_figure_is_refused() -> None:
    for name in (
        "spent",
        "may.line.rent",
        "event.flood.saving",
        "plan.plan.colour",
        "rerun.other.saving",
        "price.gold",
    ):
        with pytest.raises(KeyError):
            FACTS.value(name)
