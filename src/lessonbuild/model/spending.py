"""What a cost export held, summed up: the form in which measures and audits see it, whatever it was read from.

Money is exact (Decimal) and in the currency of the export. The four costs are those of FOCUS: list, contracted,
billed (on the invoice) and effective (what a use cost, with prepayments spread over it).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Costs:
    """The four costs of something."""

    listed: Decimal
    contracted: Decimal
    billed: Decimal
    effective: Decimal


@dataclass(frozen=True, slots=True)
class Spend:
    """What one day cost, of one service, owner and kind of charge: a sum over rows."""

    day: date
    service: str
    category: str  # of the service: "Compute", "AI and Machine Learning"
    owner: str | None  # whom the owner tag names; none where no tag does
    environment: str | None
    charge: str  # Usage, Purchase, Tax, Credit, Adjustment
    pricing: str | None  # Standard, Dynamic (spot), Committed, Other
    commitment: str | None  # Used or Unused, on rows that a commitment covers or that are what it left over
    correction: bool  # of a period that was closed
    costs: Costs


@dataclass(frozen=True, slots=True)
class Usage:
    """A month of one price of one service."""

    month: str  # "2025-08"
    service: str
    price: str  # the SKU price, or the SKU where the export names no price
    unit: str | None
    quantity: Decimal
    costs: Costs


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment discount over the period of the export."""

    id: str
    name: str | None
    first: date
    last: date
    purchased: Decimal  # billed for it
    used: Decimal  # effective cost of what it covered
    unused: Decimal  # effective cost of what it was paid for and nobody used
    covered: Decimal  # list cost of what it covered


@dataclass(frozen=True, slots=True)
class Resource:
    """One of the most expensive resources."""

    id: str
    service: str
    owner: str | None
    first: date
    last: date
    effective: Decimal
    daily: tuple[Decimal, ...] = ()  # effective cost of each day from the first to the last; nothing: not known


@dataclass(frozen=True, slots=True)
class TagKey:
    """A key that stands in tags: on how many rows, and on how much effective cost of use."""

    key: str
    rows: int
    effective: Decimal


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the file that was repaired, or that could not be trusted, with where it stands."""

    code: str  # "time-not-iso"
    column: str
    rows: int  # how many
    examples: tuple[int, ...]  # numbers of the first few; the first row under the head is 1
    shown: str  # a value as it stands there
    repaired: str  # what was made of it; nothing where it was left as it is


@dataclass(frozen=True, slots=True)
class Export:
    """A whole export."""

    name: str
    version: str  # of FOCUS, as its columns tell: "1.0"
    currency: str
    rows: int
    owner_key: str | None  # the tag that names owners
    spend: tuple[Spend, ...]
    usage: tuple[Usage, ...]
    commitments: tuple[Commitment, ...]
    resources: tuple[Resource, ...]
    tags: tuple[TagKey, ...]
    doubts: tuple[Doubt, ...]
