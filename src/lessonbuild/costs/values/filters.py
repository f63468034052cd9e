"""How a value is shown: `money2`, `percent1`, `month`. Numbers and dates follow the language of the lesson (Babel).

A filter of numbers may end in a digit, its decimals.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

from lessonbuild.costs.values.book import Value, ValueProblem
from lessonbuild.problems import did_you_mean
from lessonbuild.words import words

_MINUS = "\u2212"
_THOUSAND, _MILLION = Decimal(1000), Decimal(1_000_000)


@dataclass(frozen=True)
class Showing:
    """The language and the currency of a lesson."""

    language: str
    currency: str

    @property
    def locale(self) -> Locale:
        """The language, as Babel knows it."""
        return Locale.parse(self.language, sep="-")

    def number(self, value: Decimal, decimals: int, pattern: str = "#,##0", currency: str = "") -> str:
        """With so many decimals, half rounded up as people expect, and a true minus."""
        rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        made: NumberPattern = parse_pattern(pattern)
        made.frac_prec, made.scale = (decimals, decimals), 0  # the value is scaled already
        said: str = made.apply(abs(rounded), self.locale, currency=currency or None, currency_digits=False)
        return f"{_MINUS}{said}" if rounded < 0 else said


def plain(value: Value, showing: Showing) -> str:
    """Without a filter: at most two decimals."""
    if isinstance(value, date):
        return _dated("long")(value, showing)
    if isinstance(value, str):
        return value
    short = value.quantize(Decimal("0.01")).normalize()
    exponent = short.as_tuple().exponent
    return showing.number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def _money(value: Decimal, decimals: int, showing: Showing) -> str:
    pattern = showing.locale.currency_formats["standard"].pattern
    return showing.number(value, decimals, pattern, showing.currency)


def _price(value: Decimal, _: int, showing: Showing) -> str:
    """With the decimals that it has, at least two where it has any."""
    exponent = value.normalize().as_tuple().exponent
    written = max(0, -exponent) if isinstance(exponent, int) else 0
    return _money(value, max(2, written) if written else 0, showing)


def _scaled(unit: Decimal) -> Callable[[Decimal, int, Showing], str]:
    def shown(value: Decimal, decimals: int, showing: Showing) -> str:
        """In thousands or millions, as the language shortens them; in full where it has no short form."""
        pattern = showing.locale.compact_currency_formats["short"]["other"].get(str(unit))
        written = pattern.pattern if pattern else "0"
        if written == "0":
            return _money(value, 0, showing)
        return showing.number(value / unit, decimals, written.replace("0", "#,##0"), showing.currency)

    return shown


def _count(value: Decimal, decimals: int, showing: Showing) -> str:
    return showing.number(value, decimals)


def _dash(value: Decimal, decimals: int, showing: Showing) -> str:
    """A number, and an en dash for what is nothing: in a grid, zeros hide what is there."""
    return "–" if not value else showing.number(value, decimals)


def _percent(value: Decimal, decimals: int, showing: Showing) -> str:
    return showing.number(value * 100, decimals, showing.locale.percent_formats[None].pattern)


def _spelt(value: Decimal, _: int, showing: Showing) -> str:
    """As a word, up to twelve; else in figures."""
    known = words(showing.language).list("numbers")
    return known[int(value)] if value == int(value) and 0 <= value < len(known) else showing.number(value, 0)


def _dated(form: str) -> Callable[[date, Showing], str]:
    return lambda value, showing: str(format_date(value, form, locale=showing.locale))


def _day(value: date, showing: Showing) -> str:
    """Day and month, in the order of the language's long dates."""
    return str(format_date(value, "d MMMM", locale=showing.locale))


NUMBERS: Mapping[str, Callable[[Decimal, int, Showing], str]] = {
    "money": _money,
    "price": _price,
    "thousands": _scaled(_THOUSAND),
    "millions": _scaled(_MILLION),
    "count": _count,
    "dash": _dash,
    "percent": _percent,
    "words": _spelt,
}
"""Number → text."""

SCALES: Mapping[str, Callable[[Decimal], Decimal]] = {
    "by-thousand": lambda value: value / _THOUSAND,
    "by-million": lambda value: value / _MILLION,
    "in-hundred": lambda value: value * 100,
    "amount": abs,
}
"""Number → number: for a column that says its unit in its head, for an amount whose direction the words say."""

DATES: Mapping[str, Callable[[date, Showing], str]] = {
    "date": _dated("d MMMM y"),
    "day": _day,
    "day-short": _dated("d MMM"),
    "month": _dated("LLLL"),
    "month-short": _dated("LLL"),
    "weekday": _dated("EEEE"),
    "iso": lambda value, _: value.isoformat(),
}
"""Date → text."""

TEXTS: Mapping[str, Callable[[str], str]] = {
    "capital": lambda shown: shown[:1].upper() + shown[1:],
    "signed": lambda shown: shown if shown.startswith(_MINUS) or not shown.strip("0.,") else f"+{shown}",
}
"""Text → text."""


def names() -> tuple[str, ...]:
    """Every filter."""
    return (*NUMBERS, *SCALES, *DATES, *TEXTS)


def applied(value: Value, name: str, showing: Showing, about: str) -> Value:
    """The value through one filter. Raises ValueProblem where the filter is unknown or wants something else."""
    bare, decimals = (name[:-1], int(name[-1])) if name[-1].isdigit() else (name, 0)
    kinds: tuple[tuple[type, Mapping[str, Any], str], ...] = (
        (Decimal, NUMBERS, "a number"), (Decimal, SCALES, "a number"), (date, DATES, "a date"), (str, TEXTS, "a text"),
    )  # fmt: skip
    for kind, known, wanted in kinds:
        if bare not in known:
            continue
        if bare != name and known is not NUMBERS:
            raise ValueProblem("filter-decimals", f'"{bare}" shows no decimals', f"write {bare}")
        if not isinstance(value, kind):
            is_ = {Decimal: "a number", date: "a date", str: "a text"}[type(value)]
            raise ValueProblem("value-type", f'"{about}" is {is_} here; "{name}" wants {wanted}', _instead(value))
        return _shown(known, bare, value, decimals, showing)

    raise ValueProblem("unknown-filter", f'unknown filter "{name}"', did_you_mean(bare, names(), "filters"))


def _shown(known: Mapping[str, Any], name: str, value: Value, decimals: int, showing: Showing) -> Value:
    more = (decimals, showing) if known is NUMBERS else (showing,) if known is DATES else ()
    result: Value = known[name](value, *more)
    return result


def _instead(value: Value) -> str:
    fitting = DATES if isinstance(value, date) else TEXTS if isinstance(value, str) else NUMBERS
    return f"it can be shown with {', '.join(fitting)}"
