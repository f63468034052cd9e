"""What was counted, bought and measured each day, before any commitment is applied to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from lessonbuild.costs.ledgers.draws import factor, uniform
from lessonbuild.costs.ledgers.timeline import Timeline
from lessonbuild.model.arithmetic import Expression, evaluated, parsed
from lessonbuild.model.ledger import Charge, Machine, span
from lessonbuild.model.scenario import QUANTITY_FUNCTIONS, Correction, CostLine, Driver, Meter, Scenario

_EXACT = Decimal("0.001")  # to which quantities are rounded, in the unit of their price
_SHARE = Decimal("0.0001")


@dataclass(frozen=True)
class Use:
    """The use of a scenario, some of its events switched off."""

    scenario: Scenario
    off: frozenset[str] = frozenset()

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of the scenario."""
        return span(date.fromisoformat(self.scenario.from_), date.fromisoformat(self.scenario.to))

    @cached_property
    def timeline(self) -> Timeline:
        """Its events."""
        return Timeline(self.scenario, self.off)

    @cached_property
    def _named(self) -> tuple[dict[str, float], ...]:
        """By day, everything that a quantity may name: the day's number, dials and drivers."""
        known = []
        for number, day in enumerate(self.days):
            names = {"day": float(number), **{k: float(v) for k, v in self.timeline.dials(day).items()}}
            for name, driver in self.scenario.drivers.items():
                names[name] = self._driven(name, driver, day, names)
            known.append(names)
        return tuple(known)

    def _driven(self, name: str, driver: Driver, day: date, names: dict[str, float]) -> float:
        value = amount(driver.daily, names) * weekday(driver.weekdays, day)
        value *= factor(self.scenario.seed, name, day, float(driver.noise))
        return float(int(value)) if driver.whole else value

    @cached_property
    def drivers(self) -> dict[str, tuple[Decimal, ...]]:
        """What was counted each day."""
        return {
            name: tuple(Decimal(repr(round(names[name], 3))).normalize() for names in self._named)
            for name in self.scenario.drivers
        }

    @cached_property
    def charges(self) -> tuple[tuple[Charge, ...], ...]:
        """By day, the rows at list price, in the order of the cost lines."""
        return tuple(tuple(self._day(number, day)) for number, day in enumerate(self.days))

    def _day(self, number: int, day: date) -> Iterator[Charge]:
        prices = self.timeline.prices(day)
        for name, line in self.scenario.lines.items():
            tagged = self._is_tagged(name, line, number)
            for meter in line.meters:
                quantity = self._quantity(name, meter, number)
                if quantity:
                    yield charge(day, name, line, meter, quantity, prices[meter.price], tagged)
        for fix in self.scenario.corrections:
            if fix.on == day.isoformat():
                yield self._corrected(fix, number, prices[fix.price])

    def _corrected(self, fix: Correction, number: int, price: Decimal) -> Charge:
        cost, day = fix.amount, self.days[number]
        tagged = self._is_tagged(fix.line, self.scenario.lines[fix.line], number)
        return Charge(day, fix.line, fix.price, "Usage", Decimal(0), price, cost, cost, cost, tagged, corrects=fix.of)

    def _is_tagged(self, name: str, line: CostLine, number: int) -> bool:
        chance = amount(line.tagged, self._named[number])
        return uniform(self.scenario.seed, f"{name}/tags", self.days[number]) < chance

    def _hours(self, meter: Meter, day: date) -> int:
        """For how many hours of the day it runs: 24, unless it belongs to an event; 0 when it does not run."""
        if (meter.from_ and day.isoformat() < meter.from_) or (meter.to and day.isoformat() > meter.to):
            return 0
        if meter.except_ and self.timeline.hours(meter.except_, day):
            return 0
        return self.timeline.hours(meter.during, day) if meter.during else 24

    def _quantity(self, line: str, meter: Meter, number: int) -> Decimal:
        day = self.days[number]
        hours = self._hours(meter, day)
        if not hours or (meter.monthly is not None and day.day != 1):
            return Decimal(0)
        names = self._named[number] | {"hours": float(hours)}
        value = amount(meter.daily or meter.monthly or "0", names) * weekday(meter.weekdays, day)
        value *= factor(self.scenario.seed, f"{line}/{meter.price}", day, float(meter.noise))
        return Decimal(repr(value)).quantize(_EXACT).normalize() + 0

    @cached_property
    def machines(self) -> tuple[Machine, ...]:
        """What share of their paid hours machines worked."""
        return tuple(
            Machine(day, name, meter.price, quantity, self._worked(name, meter, number))
            for number, day in enumerate(self.days)
            for name, line in self.scenario.lines.items()
            for meter in line.meters
            if meter.utilization and (quantity := self._quantity(name, meter, number))
        )

    def _worked(self, line: str, meter: Meter, number: int) -> Decimal:
        day = self.days[number]
        share = amount(meter.utilization or "0", self._named[number])
        share *= factor(self.scenario.seed, f"{line}/{meter.price}/work", day, float(meter.utilization_noise))
        return Decimal(repr(min(1.0, share))).quantize(_SHARE)


def charge(
    day: date, name: str, line: CostLine, meter: Meter, quantity: Decimal, price: Decimal, tagged: bool
) -> Charge:
    """A row at list price."""
    cost = quantity * price
    return Charge(day, name, meter.price, line.charge, quantity, price, cost, cost, cost, tagged, event=meter.during)


def amount(written: str, names: dict[str, float]) -> float:
    """The value of an expression on a day."""
    return float(evaluated(_read(written), names.__getitem__, QUANTITY_FUNCTIONS, float))


def weekday(factors: Sequence[Decimal] | None, day: date) -> float:
    """The factor of the weekday; 1 of none."""
    return float(factors[day.weekday()]) if factors else 1.0


_parsed: dict[str, Expression] = {}


def _read(written: str) -> Expression:
    if written not in _parsed:
        _parsed[written] = parsed(written)
    return _parsed[written]
