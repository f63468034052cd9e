"""How an audit shows amounts and shares: with the currency of the export, and as exact as their size deserves."""

from decimal import Decimal

_MINUS = "\u2212"


def amount(value: Decimal, currency: str) -> str:
    """ "USD 12,345"; small amounts keep the decimals without which they would be nothing."""
    return f"{_MINUS if value < 0 else ''}{currency}\u00a0{figures(abs(value))}"


def figures(value: Decimal, largest: Decimal | None = None) -> str:
    """The amount alone, for a table whose head names the currency: as exact as the largest of its column deserves."""
    size = abs(value if largest is None else largest)
    decimals = 0 if size >= 1000 or size == 0 else 2 if size >= 1 else 4
    return f"{_MINUS if value < 0 else ''}{abs(value):,.{decimals}f}"


def share(part: Decimal, whole: Decimal) -> str:
    """Per cent of a whole; an en dash where there is no whole to have a share of."""
    return f"{percent(part / whole)}" if whole else "–"


def percent(value: Decimal | float) -> str:
    """0.853 as "85.3%"."""
    shown = f"{abs(float(value)) * 100:.1f}%"
    return f"{_MINUS}{shown}" if value < 0 else shown
