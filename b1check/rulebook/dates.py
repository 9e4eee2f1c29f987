"""Dutch dates: names of months and days, and whether a date exists."""

from __future__ import annotations

from calendar import monthrange

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_LEAP_YEAR = 2000


def days_in(month: int, year: int | None) -> int:
    """Return how many days ``month`` (from 1) has; without a year the most it can have."""
    return monthrange(year or _LEAP_YEAR, month)[1]


def exists(day: int, month: int, year: int | None) -> bool:
    """Tell whether the date exists in the calendar; without a year, whether it ever does."""
    return 1 <= month <= len(MONTHS) and (year is None or year > 0) and 1 <= day <= days_in(month, year)


def written(day: int, month: int, year: int) -> str:
    """Return the date as a reader says it: "3 april 2026"."""
    return f"{day} {MONTHS[month - 1]} {year}"
