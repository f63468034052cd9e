"""What an export shows that is worth a question: one file a rule, named by its code.

A rule takes the subject and yields symptoms. It says in its docstring what it looks for, from which threshold on,
and where the threshold comes from: the FinOps Framework's sample goals, or ourselves. An export shows symptoms, not
causes; so a finding asks somebody, and never judges.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lessonbuild.auditing.budget import Budget
from lessonbuild.auditing.findings import (
    budget_forecast,
    budget_over,
    commitment_room,
    concentration,
    corrections,
    credits_ending,
    data_gaps,
    discount_on_waste,
    growth,
    never_stops,
    non_production_weekends,
    price_change,
    spike,
    step_change,
    tag_drift,
    unowned_cost,
    unused_commitment,
)
from lessonbuild.auditing.findings.finding import Finding, said
from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Certainty, Evidence, Symptom
from lessonbuild.model.spending import Export
from lessonbuild.words import words

__all__ = ["Certainty", "Evidence", "Finding", "find"]

RULES: tuple[Callable[[Subject], Iterator[Symptom]], ...] = (
    budget_forecast.symptoms,
    budget_over.symptoms,
    commitment_room.symptoms,
    concentration.symptoms,
    corrections.symptoms,
    credits_ending.symptoms,
    data_gaps.symptoms,
    discount_on_waste.symptoms,
    growth.symptoms,
    never_stops.symptoms,
    non_production_weekends.symptoms,
    price_change.symptoms,
    spike.symptoms,
    step_change.symptoms,
    tag_drift.symptoms,
    unowned_cost.symptoms,
    unused_commitment.symptoms,
)


def find(export: Export, budget: Budget | None, language: str = "en") -> tuple[Finding, ...]:
    """All findings, the largest amount first, those without one last; each with its number and what it overlaps."""
    subject = Subject(export, budget)
    found = sorted((symptom for rule in RULES for symptom in rule(subject)), key=_rank)
    w = words(language)
    return tuple(
        replace(said(symptom, export.currency, w), number=number, overlaps=_overlaps(symptom, found))
        for number, symptom in enumerate(found, 1)
    )


def _rank(symptom: Symptom) -> tuple[bool, float, str]:
    """Gains and losses alike by their size; concentration is information, and stands after what is to be asked."""
    aside = symptom.amount is None or symptom.code == concentration.CODE
    return aside, -abs(float(symptom.amount or 0)), symptom.code


def _overlaps(symptom: Symptom, found: Sequence[Symptom]) -> tuple[int, ...]:
    """The numbers of the findings whose amounts may hold some of the same money."""
    return tuple(number for number, other in enumerate(found, 1) if other is not symptom and symptom.meets(other))
