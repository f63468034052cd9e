"""From values to points on the paper: round ticks, and numbers as a chart prints them."""

from dataclasses import dataclass
from math import ceil, floor, log10

from lessonbuild.model.blocks import Chart


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values (low to high) to points (start to end)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The point of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values that span low to high, `most` at the most (3 at the least)."""
    if high - low < 1e-9:  # finer than the ticks, which are rounded
        high = low + (abs(low) if abs(low) > 1e-9 else 1.0)
    rough = (high - low) / max(most - 1, 2)
    power = 10.0 ** floor(log10(rough))
    step = next(
        step
        for step in (m * power * ten for ten in (1, 10) for m in (1, 2, 2.5, 5))
        if step >= rough * 0.999 and ceil(high / step - 1e-9) - floor(low / step + 1e-9) < most
    )
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(i * step, 10) for i in range(first, last + 1)]


def span(values: list[float], zero: bool) -> tuple[float, float]:
    """The lowest and highest value to show. Bars always stand on zero; lines do where it costs little room."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if zero or 0 <= low <= 0.6 * high or 0.6 * low <= high <= 0:
        low, high = min(low, 0.0), max(high, 0.0)
    return (low, high) if high > low else (min(low, 0.0), max(high, 0.0, low + 1.0))


def tick_words(values: list[float]) -> list[str]:
    """The ticks as words, all with as many decimals as the finest needs."""
    decimals = next((d for d in range(6) if all(abs(round(v, d) - v) < 1e-9 for v in values)), 6)
    return [minus(f"{value:,.{decimals}f}") for value in values]


def minus(number: str) -> str:
    """The number with a true minus sign."""
    return number.replace("-", "\u2212")


def shown(chart: Chart, value: float, signed: bool = False) -> str:
    """A value as the chart prints it; `signed` for changes."""
    return ("+" if signed and value > 0 else "") + minus(chart.shown(value))
