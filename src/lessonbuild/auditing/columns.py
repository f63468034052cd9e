"""Which columns of FOCUS an audit needs, and which version of it a file speaks.

FOCUS itself wants more columns than an audit reads: a file without one of those is read all the same, and says so in a
doubt.
"""

from collections.abc import Sequence

from lessonbuild.model.focus import columns
from lessonbuild.problems import Problem, did_you_mean

COSTS = ("ListCost", "ContractedCost", "BilledCost", "EffectiveCost")
TIMES = ("ChargePeriodStart", "ChargePeriodEnd", "BillingPeriodStart", "BillingPeriodEnd")
NEEDED = ("ChargePeriodStart", "ChargeCategory", "ServiceName", *COSTS)  # nothing can be summed up without them
_DATASETS = {  # the other data sets of FOCUS, by a column that stands in no other
    "ContractCommitmentId": "Contract Commitment",
    "BillingPeriodStatus": "Billing Period",
    "InvoiceDetailGrouping": "Invoice Detail",
    "PaymentTerms": "Invoice Detail",
}


def version(names: Sequence[str]) -> str:
    """The oldest version of FOCUS that has all the columns; 1.4 where those that it dropped are absent."""
    known = [columns()[name] for name in names if name in columns()]
    if "ServiceProviderName" in names and "ProviderName" not in names:
        return "1.4"
    return max((column.since for column in known), default="1.0")


def undeclared(names: Sequence[str]) -> tuple[str, ...]:
    """The columns that are neither FOCUS's nor marked as the provider's own."""
    return tuple(name for name in names if name not in columns() and not name.startswith("x_"))


def absent(names: Sequence[str]) -> tuple[str, ...]:
    """The columns that FOCUS wants in this version and an audit can do without."""
    spoken = version(names)
    wanted = (c for c in columns().values() if c.mandatory and c.since <= spoken and not ("" < c.gone <= spoken))
    return tuple(column.name for column in wanted if column.name not in (*names, *NEEDED, "BillingCurrency"))


def column_problems(names: Sequence[str]) -> list[Problem]:
    """Why a file with these columns cannot be audited: every column that is missing, or stands there twice."""
    twice = sorted({name for name in names if names.count(name) > 1})
    missing = [name for name in NEEDED if name not in names]
    other = next((title for name, title in _DATASETS.items() if name in names), "")
    if missing and other:
        message = f"these are rows of the {other} data set of FOCUS, which holds no charges"
        return [Problem("other-dataset", message, None, "hand in the export of Cost and Usage")]
    return [_missing(name, names) for name in missing] + [
        Problem("column-twice", f'the column "{name}" stands there twice', None, "leave one out") for name in twice
    ]


def _missing(name: str, names: Sequence[str]) -> Problem:
    strange = undeclared(names)
    hint = did_you_mean(name, strange)
    message = f'the column "{name}" is missing'
    if not hint.startswith("did"):
        hint = "is it a FOCUS export of Cost and Usage, with the names of the columns in the first row?"
    return Problem("column-missing", message, None, hint)
