"""A name with a sentence: what stages, cards, terms and facts consist of."""

from dataclasses import dataclass

from lessonbuild.model.text import Run, Text, strong


def named(name: Text, what: Text) -> Text:
    """**Name**: what it is, in one run of text."""
    return (*strong(name), Run(": "), *what) if what else strong(name)


@dataclass(frozen=True, slots=True)
class Named:
    """A name with a sentence: a stage, a card, a criterion, an event."""

    name: Text
    text: Text = ()


def terms_run_in(terms: tuple[Named, ...]) -> Text:
    """**a**: what it means; **b**: what it means. For terms that explain a line above them."""
    runs: list[Run] = []
    for term in terms:
        runs += [*((Run("; "),) if runs else ()), *named(term.name, term.text)]
    return tuple(runs)
