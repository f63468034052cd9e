"""What a rule saw, before it is put into words: numbers, and the spending that its amount is part of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Basis(StrEnum):
    """Which of the four costs of FOCUS an amount is of; the words for each are `audit.bases`."""

    EFFECTIVE = "effective"
    BILLED = "billed"
    CONTRACTED = "contracted"


class Certainty(StrEnum):
    """How sure an amount is; the words for each are `audit.certainty`."""

    MEASURED = "measured"  # a sum of rows
    ESTIMATED = "estimated"  # against something that is assumed: a normal day, a discount, a trend
    INDICATED = "indicated"  # rows that fit a pattern; how much of the amount it concerns, they do not say


@dataclass(frozen=True, slots=True)
class Money:
    """An amount to be shown with the currency of the export; `signed` shows a plus as well."""

    amount: Decimal
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 1, to be shown in percent; none where there is nothing to have a share of."""

    share: Decimal | None


Value = str | int | date | Money | Share | None
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line that bears a finding out: what, when, and how much of it."""

    what: str
    when: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The spending that an amount is part of. None stands for every service, owner, environment or kind."""

    first: date
    last: date
    services: frozenset[str] | None = None
    owners: frozenset[str | None] | None = None
    environments: frozenset[str | None] | None = None
    kinds: frozenset[str] = frozenset({"use"})  # use, unused, credit, correction

    def meets(self, other: "Scope") -> bool:
        """Whether some of the same money may be in both."""
        days = self.first <= other.last and other.first <= self.last
        mine = (self.services, self.owners, self.environments, self.kinds)
        theirs = (other.services, other.owners, other.environments, other.kinds)
        return days and all(_meet(a, b) for a, b in zip(mine, theirs, strict=True))


def _meet(a: Iterable[str | None] | None, b: Iterable[str | None] | None) -> bool:
    return a is None or b is None or not set(a).isdisjoint(b)


@dataclass(frozen=True, slots=True)
class Symptom:
    """A finding in numbers. `values` fill the placeholders of its words; without a scope, nothing overlaps it."""

    code: str
    values: Values
    amount: Decimal | None
    basis: Basis
    certainty: Certainty
    evidence: tuple[Evidence, ...] = ()
    owner: str | None = None
    scope: Scope | None = None

    def meets(self, other: "Symptom") -> bool:
        """Whether the amounts of both may hold some of the same money."""
        return self.scope is not None and other.scope is not None and self.scope.meets(other.scope)
