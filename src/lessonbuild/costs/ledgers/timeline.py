"""Which events last on a day, for how many hours, and what dials and prices stand at because of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property

from lessonbuild.model.scenario import Happening, Scenario

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Timeline:
    """The events of a scenario that are not switched off."""

    scenario: Scenario
    off: frozenset[str] = frozenset()

    @cached_property
    def _spans(self) -> dict[str, tuple[datetime, datetime]]:
        end = datetime.fromisoformat(self.scenario.to) + _DAY
        return {name: extent(event, end) for name, event in self.scenario.events.items() if name not in self.off}

    def hours(self, event: str, day: date) -> int:
        """How many hours of the day it lasts; 24 of a whole one, 0 before, after, and when it is switched off."""
        if event not in self._spans:
            return 0
        midnight = datetime(day.year, day.month, day.day)
        first, last = self._spans[event]
        return max(0, int((min(last, midnight + _DAY) - max(first, midnight)).total_seconds()) // 3600)

    def dials(self, day: date) -> dict[str, Decimal]:
        """Every dial on a day: the last event that sets it, else the scenario's own value."""
        return self._set(self.scenario.dials, "sets", day)

    def prices(self, day: date) -> dict[str, Decimal]:
        """Every list price on a day."""
        return self._set({name: price.price for name, price in self.scenario.prices.items()}, "prices", day)

    def _set(self, usual: Mapping[str, Decimal], what: str, day: date) -> dict[str, Decimal]:
        found = dict(usual)
        for name, event in self.scenario.events.items():
            if getattr(event, what) and self.hours(name, day):
                found |= getattr(event, what)
        return found


def extent(event: Happening, end: datetime) -> tuple[datetime, datetime]:
    """Its first moment and the first moment after it; a last day counts whole, a last hour not at all."""
    last = datetime.fromisoformat(event.to) if event.to else end
    return datetime.fromisoformat(event.from_), last + _DAY if event.to and "T" not in event.to else last
