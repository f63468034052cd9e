"""What can be summed over any days: spending by line, service, supplier or team, what was bought, what was counted."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from lessonbuild.costs.measures.series import ratio
from lessonbuild.model.ledger import Charge, Covered, Ledger
from lessonbuild.model.scenario import Commitment, Scenario

Test = Callable[[Charge], bool]
NOBODY = "nobody"  # the team of what carries no tags
UNUSED = "unused"  # the team of what a commitment left over


class Spending:
    """The sums of one ledger. What has been asked for once is kept by day."""

    def __init__(self, scenario: Scenario, ledger: Ledger) -> None:
        self.scenario, self.ledger = scenario, ledger
        self._daily: dict[str, dict[date, Decimal]] = {}

    @cached_property
    def _groups(self) -> dict[str, Callable[[Charge], str]]:
        """By what spending is divided, and how a row finds its place there."""
        lines, prices, services = self.scenario.lines, self.scenario.prices, self.scenario.services
        plans = self.scenario.commitments

        def service(row: Charge) -> str:
            return plans[row.price].service if row.price in plans else prices[row.price].service

        def of_line(row: Charge, what: str) -> str:
            return str(getattr(lines[row.line], what) or "") if row.line in lines else ""

        return {
            "line": lambda row: row.line,
            "service": service,
            "supplier": lambda row: services[service(row)].supplier,
            "team": lambda row: of_line(row, "team") if row.tagged else NOBODY if row.line in lines else UNUSED,
            "product": lambda row: of_line(row, "product"),
            "environment": lambda row: of_line(row, "environment"),
        }

    def names(self) -> list[str]:
        """What can be asked for."""
        s = self.scenario
        parts = {
            "line": [*s.lines, *s.commitments], "service": s.services, "supplier": s.suppliers,
            "team": [*s.teams, NOBODY, UNUSED], "product": s.products, "environment": s.environments,
            "bought": s.prices, "listed": s.lines, "utilization": s.lines, "end": s.drivers,
        }  # fmt: skip
        plan = ("committed", "used", "unused", "covered", "eligible", "utilization")
        return [
            "budget", "actual", "billed", "listed", "over", "over-share", "tagged-share", "owned-share", "days",
            "unowned", *s.drivers,
            *(f"{kind}.{name}" for kind, names in parts.items() for name in names),
            *(f"plan.{name}.{what}" for name in s.commitments for what in plan),
        ]  # fmt: skip

    def value(self, name: str, days: tuple[date, ...]) -> Decimal | None:
        """The figure for these days; None where there is nothing to measure. Raises KeyError for an unknown name."""
        kind, _, rest = name.partition(".")
        if not rest:
            return self._whole(kind, days)
        if kind == "plan":
            plan, _, what = rest.partition(".")
            return self._plan(plan, what, days)
        if kind == "bought":
            return self._sum(name, days, lambda row: row.price == self._known(rest, self.scenario.prices), _quantity)
        if kind == "listed":
            return self._sum(name, days, lambda row: row.line == self._known(rest, self.scenario.lines), _listed)
        if kind == "utilization":
            return self._utilization(self._known(rest, self.scenario.lines), days)
        if kind == "end":
            return self.ledger.counted(rest, days[-1:])
        if name not in self.names():
            raise KeyError(name)
        place = self._groups[kind]
        return self._sum(name, days, lambda row: place(row) == rest)

    def _whole(self, name: str, days: tuple[date, ...]) -> Decimal | None:
        spent = self._sum("actual", days, lambda _: True)
        match name:
            case "actual":
                return spent
            case "billed":
                return self._sum(name, days, lambda _: True, lambda row: row.billed)
            case "listed":
                return self._sum(name, days, lambda row: row.line in self.scenario.lines, lambda row: row.listed)
            case "budget":
                return self._budget(days)
            case "over":
                return spent - self._budget(days)
            case "over-share":
                return ratio(spent - self._budget(days), self._budget(days))
            case "tagged-share":
                return self._share(name, days, is_use)
            case "owned-share":
                return self._share(name, days, is_ownable)
            case "unowned":
                return self._sum(name, days, lambda row: is_ownable(row) and not row.tagged)
            case "days":
                return Decimal(len(days))
        return self.ledger.counted(name, days)

    def _budget(self, days: tuple[date, ...]) -> Decimal:
        """The budgets of the months that the days hold whole, and of others the part that their days are."""
        held: dict[str, int] = {}
        for day in days:
            held[day.isoformat()[:7]] = held.get(day.isoformat()[:7], 0) + 1
        whole = {month: sum(1 for day in self.ledger.days if day.isoformat()[:7] == month) for month in held}
        return sum(
            (self.scenario.budget.get(month, Decimal(0)) * count / whole[month] for month, count in held.items()),
            Decimal(0),
        )

    def _share(self, name: str, days: tuple[date, ...], test: Test) -> Decimal | None:
        """The tagged part of what passes the test."""
        whole = self._sum(f"{name}/whole", days, test)
        return ratio(self._sum(f"{name}/part", days, lambda row: test(row) and row.tagged), whole)

    def _plan(self, plan: str, what: str, days: tuple[date, ...]) -> Decimal | None:
        name = f"plan.{self._known(plan, self.scenario.commitments)}.{what}"
        if what == "utilization":
            used, unused = self._plan(plan, "used", days), self._plan(plan, "unused", days)
            return ratio(used or Decimal(0), (used or Decimal(0)) + (unused or Decimal(0)))
        tests: dict[str, tuple[Test, Callable[[Charge], Decimal]]] = {
            "committed": (lambda row: row.commitment == plan and row.kind == "Purchase", lambda row: row.billed),
            "used": (lambda row: row.commitment == plan and row.covered is Covered.USED, _effective),
            "unused": (lambda row: row.commitment == plan and row.covered is Covered.UNUSED, _effective),
            "covered": (lambda row: row.commitment == plan and row.covered is Covered.USED, _listed),
            "eligible": (lambda row: is_eligible(row, self.scenario.commitments[plan]), _listed),
        }
        return self._sum(name, days, *tests[what])

    def _utilization(self, line: str, days: tuple[date, ...]) -> Decimal | None:
        """Hours worked / hours paid; None where no machine ran."""
        held = set(days)
        machines = [machine for machine in self.ledger.machines if machine.line == line and machine.day in held]
        paid = sum((machine.hours for machine in machines), Decimal(0))
        return ratio(sum((machine.hours * machine.utilization for machine in machines), Decimal(0)), paid)

    def _sum(
        self, name: str, days: tuple[date, ...], test: Test, cost: Callable[[Charge], Decimal] | None = None
    ) -> Decimal:
        daily = self.daily(name, test, cost or _effective)
        return sum((daily[day] for day in days if day in daily), Decimal(0))

    def daily(self, name: str, test: Test, cost: Callable[[Charge], Decimal]) -> dict[date, Decimal]:
        """The sum of each day; kept under its name."""
        if name not in self._daily:
            found: dict[date, Decimal] = {}
            for row in self.ledger.charges:
                if test(row):
                    found[row.day] = found.get(row.day, Decimal(0)) + cost(row)
            self._daily[name] = found
        return self._daily[name]

    def _known(self, name: str, known: Iterable[str]) -> str:
        if name not in known:
            raise KeyError(name)
        return name


def is_use(row: Charge) -> bool:
    """Use, without what a commitment left over: what can carry tags."""
    return row.kind == "Usage" and row.covered is not Covered.UNUSED


def is_eligible(row: Charge, commitment: Commitment) -> bool:
    """Use that a commitment covers, or would if it were larger."""
    return row.kind == "Usage" and not row.corrects and row.price in commitment.covers


def is_ownable(row: Charge) -> bool:
    """All that somebody could answer for: use and purchases of open months, what a commitment left over included."""
    return row.kind != "Credit" and not row.corrects and not (row.commitment and row.kind == "Purchase")


def _effective(row: Charge) -> Decimal:
    return row.effective


def _listed(row: Charge) -> Decimal:
    return row.listed


def _quantity(row: Charge) -> Decimal:
    return row.quantity
