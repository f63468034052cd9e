"""A scenario: what a simulated project buys, from whom, how much a day, and what happens to it in its period.

From it the ledger is computed, and from the ledger every figure of the lesson. Quantities are written as arithmetic
over the day: `conversations * 24000 / 1000000`. An event is a stretch of time with a name; drivers, dials, prices and
meters say what it changes, so that it can be switched off and the difference counted.
"""

from collections.abc import Callable
from decimal import Decimal
from math import exp
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from lessonbuild.model.item import Id, Iso, Item, Line

QUANTITY_FUNCTIONS: dict[str, Callable[..., float]] = {
    "min": min,
    "max": max,
    "s-curve": lambda day, middle, width: 1 / (1 + exp((middle - day) / width)),  # from 0 to 1, half at the middle
}
"""What quantities may be made with, besides + - * /."""


def _exact(value: Any) -> Any:
    """A number as it was written; `28%` is 0.28."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    written = str(value)
    if written.endswith("%"):
        try:
            return Decimal(written[:-1]) / 100
        except ArithmeticError:
            return value
    return value


def as_written(value: Any) -> Any:
    """An expression may be a number alone."""
    return repr(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


Exact = Annotated[Decimal, BeforeValidator(_exact), Field(allow_inf_nan=False)]
"""A number, or a percentage written with its sign: 0.28 or `28%`."""
Arithmetic = Annotated[str, BeforeValidator(as_written), Field(min_length=1)]
"""An expression of numbers and names: `conversations * 24000 / 1000000`."""
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):00)?$", examples=["2025-08-15T18:00"])]
"""A day, or an hour of it."""
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", examples=["2025-08"])]

ServiceCategory = Literal[
    "AI and Machine Learning", "Analytics", "Business Applications", "Compute", "Databases", "Developer Tools",
    "Identity", "Integration", "Internet of Things", "Management and Governance", "Media", "Migration", "Mobile",
    "Multicloud", "Networking", "Security", "Storage", "Web", "Other",
]  # fmt: skip


class Supplier(Item):
    """Who sends invoices."""

    name: str
    region: Id | None = None
    region_name: str | None = None


class Service(Item):
    """What a supplier sells, in the categories of FOCUS."""

    name: str
    supplier: Id
    category: ServiceCategory
    subcategory: str
    short: str | None = None
    """What charts call it."""


class Price(Item):
    """A list price."""

    name: str
    service: Id
    price: Exact
    per: str
    """The unit that is priced, in the plural: `Hours`, `GB-Months`, `1000000 Tokens`."""
    as_of: Iso
    spot: bool = False
    """Whether it may change at any time and its resource be taken back."""
    gpus: Annotated[int, Field(ge=1)] | None = None
    """The GPUs of a node."""
    resource: str | None = None
    """The kind of the resource: "Virtual Machine"."""
    sku: Id | None = None
    """The price of the same thing bought in the usual way: of a spot node, the node on demand."""
    model: str | None = None
    """The language model whose tokens it is of."""
    tokens: Literal["input", "output", "cached-input"] | None = None
    """Which of its tokens."""


class Driver(Item):
    """Something counted every day, on which quantities depend: conversations, resolved cases, runs."""

    name: str
    daily: Arithmetic
    weekdays: Annotated[list[Exact], Field(min_length=7, max_length=7)] | None = None
    """A factor for each weekday, Monday first."""
    noise: Exact = Decimal(0)
    """The standard deviation of the logarithm of a random factor."""
    whole: bool = False
    """Whether only whole ones exist."""


class Meter(Item):
    """A quantity bought at one price: so much a day, or so much on the first day of each month."""

    price: Id
    daily: Arithmetic | None = None
    monthly: Arithmetic | None = None
    weekdays: Annotated[list[Exact], Field(min_length=7, max_length=7)] | None = None
    noise: Exact = Decimal(0)
    from_: Iso | None = None
    to: Iso | None = None
    during: Id | None = None
    """Only while this event lasts; `hours` are its hours of the day."""
    except_: Id | None = None
    """Not while this event lasts."""
    utilization: Arithmetic | None = None
    """The share of paid hours in which a machine did any work; telemetry, with its own noise."""
    utilization_noise: Exact = Decimal(0)


class CostLine(Item):
    """One kind of purchase of one team."""

    name: str
    short: str | None = None
    team: Id
    environment: Id
    product: Id | None = None
    owner: str | None = None
    """Who answers for it, as its tag says."""
    charge: Literal["Usage", "Purchase", "Credit"] = "Usage"
    tagged: Arithmetic = "1"
    """The chance that its row of a day carries tags."""
    meters: list[Meter] = Field(min_length=1)


class Correction(Item):
    """A row that corrects a month whose invoice was sent already."""

    on: Iso
    of: Month
    line: Id
    price: Id
    amount: Exact
    """Added to the cost; negative is money back."""
    what: Line


class Commitment(Item):
    """A promise to spend: so much an hour for a year, for a discount on what it covers."""

    name: str
    service: Id
    from_: Iso
    to: Iso
    """Its last day; it may lie after the scenario's."""
    hourly: Exact
    discount: Exact
    covers: list[Id] = Field(min_length=1)
    """Prices, by id."""
    step: Exact = Decimal("0.50")
    """Sizes are sold in steps of so much an hour."""


class Happening(Item):
    """An event: a stretch of time, what it changes, and how to tell it."""

    name: Line
    from_: Moment
    to: Moment | None = None
    """Its last day, or the hour at which it ends; without it, it lasts to the end."""
    sets: dict[Id, Exact] = {}
    """Values of dials while it lasts."""
    prices: dict[Id, Exact] = {}
    """List prices while it lasts."""


class Experiment(Item):
    """An entry in the experiment register."""

    name: Line
    team: Id
    line: Id | None = None
    """The cost line that it has to itself."""
    from_: Iso
    to: Iso | None = None
    gate: Iso | None = None
    """The day on which it was to be decided."""
    rule: Line | None = None
    outcome: Literal["adopted", "stopped", "abandoned", "running"]


class Rerun(Item):
    """The same period computed again, otherwise."""

    without: list[Id] = []
    """Events that do not happen."""
    sizes: dict[Id, Exact | Literal["best", "none"]] = {}
    """Commitments of another size an hour: `best` is the one that would have saved most."""


class Span(Item):
    """A stretch of time that texts refer to."""

    from_: Iso
    to: Iso


class Forecast(Item):
    """A forecast from drivers: planned volume times the last month's unit cost, and what is fixed."""

    made: Month
    """The last month that is known when it is made; it looks ahead to the end of the scenario."""
    driver: Id
    volumes: dict[Month, Exact]
    """The planned volume of each month ahead."""
    variable: list[Id]
    """Cost lines that follow the volume. All others go on as in the last ten days known, fees as invoiced."""
    ends: dict[Id, Iso] = {}
    """Cost lines that are known to end, with their last day."""


class Scenario(Item):
    """A simulated project, day by day."""

    company: str
    seed: Annotated[int, Field(ge=0)]
    from_: Iso
    to: Iso
    tolerance: Exact = Decimal("0.10")
    """How far an amount may be off and still be right, as a share of it."""
    account: str
    """The billing account's name."""
    teams: dict[Id, str]
    environments: dict[Id, str]
    products: dict[Id, str] = {}
    suppliers: dict[Id, Supplier]
    services: dict[Id, Service]
    prices: dict[Id, Price]
    budget: dict[Month, Exact] = {}
    dials: dict[Id, Exact] = {}
    """Values that quantities depend on and that events change."""
    drivers: dict[Id, Driver] = {}
    lines: dict[Id, CostLine]
    corrections: list[Correction] = []
    commitments: dict[Id, Commitment] = {}
    events: dict[Id, Happening] = {}
    experiments: dict[Id, Experiment] = {}
    measures: dict[Id, Arithmetic] = {}
    """Figures of any period made of others: `unit-cost: run-cost / resolved`."""
    periods: dict[Id, Span] = {}
    """Stretches of time with a name, besides months, quarters and halves."""
    reruns: dict[Id, Rerun] = {}
    """What would have been, to be compared."""
    forecast: Forecast | None = None
