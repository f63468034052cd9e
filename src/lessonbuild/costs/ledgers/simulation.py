"""A scenario, computed as often as questions ask for: with all events, without one, with another commitment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lessonbuild.costs.ledgers.commitments import applied
from lessonbuild.costs.ledgers.use import Use
from lessonbuild.model.ledger import Charge, Ledger
from lessonbuild.model.scenario import Scenario

Sizes = Mapping[str, Decimal]  # of commitments, in currency an hour


@dataclass(frozen=True)
class Simulation:
    """Remembers what it has computed: a year takes a tenth of a second, and questions repeat themselves."""

    scenario: Scenario
    _use: dict[frozenset[str], Use] = field(default_factory=dict, repr=False)
    _totals: dict[tuple[object, ...], Decimal] = field(default_factory=dict, repr=False)

    def use(self, off: Iterable[str] = ()) -> Use:
        """The use without some of the events."""
        without = frozenset(off)
        if without not in self._use:
            self._use[without] = Use(self.scenario, without)
        return self._use[without]

    def ledger(self, off: Iterable[str] = (), sizes: Sizes | None = None) -> Ledger:
        """The ledger without some of the events, and with commitments of other sizes; 0 for none."""
        use = self.use(off)
        return Ledger(use.days, self._charges(use, sizes or {}), use.machines, use.drivers)

    def total(self, off: Iterable[str] = (), sizes: Sizes | None = None) -> Decimal:
        """Its effective cost."""
        key = (frozenset(off), frozenset((sizes or {}).items()))
        if key not in self._totals:
            rows = self._charges(self.use(off), sizes or {})
            self._totals[key] = sum((row.effective for row in rows), Decimal(0))
        return self._totals[key]

    def saving(self, off: Iterable[str] = (), sizes: Sizes | None = None) -> Decimal:
        """What would have been saved: the effective cost as it was, less that of the year computed again."""
        return self.total() - self.total(off, sizes)

    def _charges(self, use: Use, sizes: Sizes) -> tuple[Charge, ...]:
        charges: list[Charge] = []
        for day, bought in zip(use.days, use.charges, strict=True):
            rows = bought
            for name, commitment in self.scenario.commitments.items():
                rows = tuple(applied(rows, day, name, commitment, sizes.get(name, commitment.hourly)))
            charges += rows
        return tuple(charges)
