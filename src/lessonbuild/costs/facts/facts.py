"""A name → the figure that it stands for, of one scenario."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from lessonbuild.costs.facts import alarms, bridges, events, outlooks, plans
from lessonbuild.costs.facts.periods import month_name, periods
from lessonbuild.costs.facts.spending import Spending
from lessonbuild.costs.ledgers import Simulation
from lessonbuild.costs.ledgers.timeline import Timeline
from lessonbuild.model.arithmetic import evaluated, names, parsed
from lessonbuild.model.ledger import Ledger, span
from lessonbuild.model.scenario import Rerun, Scenario

Value: TypeAlias = Decimal | date | str


class UnknownFactError(KeyError):
    """No figure has this name."""


class Facts:
    """The figures of a scenario as it was, or computed again without some of its events.

    Names are dotted: `actual`, `may.actual`, `to-jun.line.api-production`, `event.idle-cluster.saving`,
    `plan.flex.best-hourly`, `price.ga8`, `rerun.repaired.saving`. Sums of money and of counted things can be asked for
    in any period. An amount of an event or a rerun has two names more, `low` and `high`: what is still right.
    """

    def __init__(self, run: Simulation, off: tuple[str, ...] = (), sizes: dict[str, Decimal] | None = None) -> None:
        self.run, self.off, self.sizes = run, off, sizes or {}
        self._reruns: dict[str, Facts] = {}

    @property
    def scenario(self) -> Scenario:
        """What it is computed from."""
        return self.run.scenario

    @cached_property
    def ledger(self) -> Ledger:
        """Its rows."""
        return self.run.ledger(self.off, self.sizes)

    @cached_property
    def spending(self) -> Spending:
        """Its sums."""
        return Spending(self.scenario, self.ledger)

    @cached_property
    def periods(self) -> dict[str, tuple[date, ...]]:
        """The days of each period."""
        named = {name: span(*map(date.fromisoformat, (s.from_, s.to))) for name, s in self.scenario.periods.items()}
        return periods(self.ledger.days) | named

    def value(self, name: str, period: str = "") -> Value | None:
        """The figure of that name, in a period that it does not name itself; None where nothing can be measured.

        Raises UnknownFactError.
        """
        first, _, rest = name.partition(".")
        if first in self.periods and rest:
            return self.value(rest, first)
        try:
            return self._special(first, rest) if first in _SPECIAL else self._of(name, period)
        except KeyError:
            raise UnknownFactError(name) from None

    def _of(self, name: str, period: str) -> Value | None:
        days = self.periods[period] if period else self.ledger.days
        if name in self.scenario.measures:
            written = parsed(self.scenario.measures[name])
            parts = {one: self.value(one, period) for one in names(written)}
            return None if None in parts.values() else _number(evaluated(written, parts.__getitem__, {}))
        if name == "alarms":
            return Decimal(len({day for day, _, _ in self._alarms if day in days}))
        if name.startswith("plan.") and name.rsplit(".", maxsplit=1)[-1] in plans.WHAT:
            _, plan, what = name.split(".")
            return plans.plan(self.run, plan, what)
        return self.spending.value(name, days)

    @cached_property
    def _alarms(self) -> tuple[tuple[date, str, str], ...]:
        return alarms.rung(self.scenario, self.ledger)

    def _special(self, kind: str, rest: str) -> Value | None:
        path = rest.split(".") if rest else []
        if path and path[-1] in _ROOM and kind in ("event", "rerun"):
            value = self.value(f"{kind}.{rest.rpartition('.')[0]}")
            return None if not isinstance(value, Decimal) else value * (1 + _ROOM[path[-1]] * self.scenario.tolerance)
        match kind:
            case "company":
                return self.scenario.company
            case "tolerance":
                return self.scenario.tolerance
            case "event":
                return events.event(self.run, path[0], path[1])
            case "rerun":
                return self._rerun(path[0], ".".join(path[1:]))
            case "price":
                return self._price(*path)
            case "bridge":
                return self._bridge(*path)
            case "forecast":
                return self._forecast(*path)
            case "experiment":
                return self._experiment(*path)
            case "dial":
                return self.scenario.dials[rest]
        return self._when(kind)

    def _rerun(self, name: str, what: str) -> Value | None:
        facts = self.again(name)
        return self.run.total() - self.run.total(facts.off, facts.sizes) if what == "saving" else facts.value(what)

    def again(self, name: str) -> "Facts":
        """The figures of a rerun. Raises KeyError."""
        if name not in self._reruns:
            rerun = self.scenario.reruns[name]
            self._reruns[name] = Facts(self.run, tuple(rerun.without), self._sizes(rerun))
        return self._reruns[name]

    def _sizes(self, rerun: Rerun) -> dict[str, Decimal]:
        found = {}
        for name, size in rerun.sizes.items():
            if isinstance(size, Decimal):
                found[name] = size
            else:
                found[name] = plans.best_hourly(self.run, name) if size == "best" else Decimal(0)
        return found

    def _price(self, name: str, when: str = "") -> Decimal:
        """A list price on the first day; `price.ga8.last` on the last."""
        if when not in ("", "last"):
            raise KeyError(when)
        return Timeline(self.scenario).prices(self.ledger.days[-1 if when else 0])[name]

    def _bridge(self, line: str, before: str, after: str, what: str) -> Decimal:
        months = tuple(self.periods[name][0].isoformat()[:7] for name in (before, after))
        return bridges.bridge(self.scenario, self.ledger, line, (months[0], months[1]), what)

    def _forecast(self, method: str, what: str) -> Decimal | None:
        if not self.scenario.forecast:
            raise KeyError(method)
        found = outlooks.outlook(self.spending, self.scenario.forecast, method)
        if what in ("wape", "mape"):
            return outlooks.errors(self.spending, found)[what]
        if what == "total":
            return sum(found.values(), Decimal(0))
        return {month_name(month): amount for month, amount in found.items()}[what]

    def _experiment(self, name: str, what: str) -> Decimal | date | None:
        tried = self.scenario.experiments[name]
        last = date.fromisoformat(tried.to) if tried.to else self.ledger.days[-1]
        match what:
            case "from":
                return date.fromisoformat(tried.from_)
            case "to":
                return last
            case "days":
                return Decimal((last - date.fromisoformat(tried.from_)).days + 1)
            case "listed" | "effective" if tried.line:
                return sum((getattr(row, what) for row in self.ledger.charges if row.line == tried.line), Decimal(0))
        raise KeyError(what)

    def _when(self, kind: str) -> Value | None:
        months = {month: name for name in self.periods if (month := self._month(name))}
        over = [month for month, name in months.items() if (self.spending.value("over", self.periods[name]) or 0) > 0]
        match kind:
            case "months-over":
                return Decimal(len(over))
            case "over-since":
                ahead = [m for m, name in months.items() if (self._so_far(name) or 0) <= 0]
                after = [m for m in months if not ahead or m > max(ahead)]
                return date.fromisoformat(f"{after[0]}-01") if after else None
            case "exhausted":
                return self._exhausted()
        raise KeyError(kind)

    def _month(self, name: str) -> str:
        days = self.periods[name]
        is_month = name.split("-", maxsplit=1)[0] == month_name(days[0].isoformat()[:7])
        return days[0].isoformat()[:7] if is_month else ""

    def _so_far(self, name: str) -> Decimal | None:
        return self.spending.value("over", self.periods[f"to-{name}"])

    def _exhausted(self) -> date | None:
        """The day on which the whole budget was spent."""
        left = sum(self.scenario.budget.values(), Decimal(0))
        for day in self.ledger.days:
            left -= self.spending.value("actual", (day,)) or Decimal(0)
            if left <= 0:
                return day
        return None

    def names(self) -> Iterator[str]:
        """What can be asked for, the periods left out: for hints."""
        s = self.scenario
        yield from (*self.spending.names(), *s.measures, *_WHEN, "alarms", *(f"dial.{name}" for name in s.dials))
        yield from (f"event.{name}.{what}" for name in s.events for what in events.WHAT)
        yield from (f"plan.{name}.{what}" for name in s.commitments for what in plans.WHAT)
        yield from (f"price.{name}" for name in s.prices)
        yield from (f"rerun.{name}.{what}" for name in s.reruns for what in ("saving", "actual", *s.drivers))
        if s.forecast:
            yield from (
                f"forecast.{method}.{what}" for method in outlooks.METHODS for what in ("wape", "mape", "total")
            )
        yield from (f"experiment.{name}.{what}" for name in s.experiments for what in ("days", "listed", "effective"))


_WHEN = ("company", "tolerance", "months-over", "over-since", "exhausted")
_SPECIAL = frozenset({*_WHEN, "event", "rerun", "price", "bridge", "forecast", "experiment", "dial"})
_ROOM = {"low": -1, "high": 1}


def _number(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))
