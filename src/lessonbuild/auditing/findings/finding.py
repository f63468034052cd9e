"""A finding as it is read: what was seen, its amount with its basis, what would settle it, and whom to ask."""

from dataclasses import dataclass
from decimal import Decimal

from lessonbuild.auditing.findings.symptom import Certainty, Evidence, Money, Share, Symptom, Value, Values
from lessonbuild.auditing.showing import amount, percent
from lessonbuild.words import Words


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in words. Amounts of findings overlap, and are never to be added up."""

    code: str
    title: str
    means: str
    ask: str
    amount: Decimal | None  # in the currency of the export
    basis: str  # which cost the amount is of, in words
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    owner: str | None  # whom to ask first, as the owner tag names them
    number: int = 0  # from 1, in the order of the findings
    overlaps: tuple[int, ...] = ()  # numbers of findings whose amounts may hold some of the same money


def said(symptom: Symptom, currency: str, w: Words) -> Finding:
    """The symptom in the words of `audit.findings`."""
    values: Values = {name: _shown(value, currency, w) for name, value in symptom.values.items()}
    title, means, ask = (w(f"audit.findings.{symptom.code}.{part}", **values) for part in ("title", "means", "ask"))
    basis = w(f"audit.bases.{symptom.basis}")
    return Finding(
        symptom.code, title, means, ask, symptom.amount, basis, symptom.certainty, symptom.evidence, symptom.owner
    )


def _shown(value: Value, currency: str, w: Words) -> str:
    match value:
        case Money():
            return f"{'+' if value.signed and value.amount > 0 else ''}{amount(value.amount, currency)}"
        case Share():
            return "–" if value.share is None else percent(value.share)
        case None:
            return w("audit.nobody")
        case int():
            return f"{value:,}"
        case _:
            return str(value)
