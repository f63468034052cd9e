"""Stretches of a scenario's time and their names: `may`, `q2`, `h1`, `to-jun`, `week-11`, `day-2025-08-16`."""

from collections.abc import Iterator
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_name(month: str) -> str:
    """`aug` for "2025-08"."""
    return MONTHS[int(month[5:7]) - 1]


def periods(days: tuple[date, ...]) -> dict[str, tuple[date, ...]]:
    """Every period by its name. Of a scenario longer than a year, months carry it: `aug-2026`."""
    long = days[0].replace(year=days[0].year + 1) <= days[-1] if days[0].day < 29 else False
    found: dict[str, list[date]] = {}
    for day in days:
        for name in _names(day, f"-{day.year}" if long else ""):
            found.setdefault(name, []).append(day)
    so_far: list[date] = []
    for month in dict.fromkeys(day.isoformat()[:7] for day in days):
        name = month_name(month) + (f"-{month[:4]}" if long else "")
        so_far = so_far + found[name]
        found[f"to-{name}"] = so_far
    return {name: tuple(held) for name, held in found.items()}


def _names(day: date, year: str) -> Iterator[str]:
    yield MONTHS[day.month - 1] + year
    yield f"q{(day.month + 2) // 3}{year}"
    yield f"h{(day.month + 5) // 6}{year}"
    yield f"week-{day.isocalendar().week}{year}"
    yield f"day-{day.isoformat()}"
