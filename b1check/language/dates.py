"""Dutch dates: names of months and days, whether a date exists, and where dates stand in a text."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_LEAP_YEAR = 2000
_LOOKING_BACK = dt.timedelta(days=120)
"""So long ago a date without a year can be."""
_MONTH = "|".join((*MONTHS, "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec"))
PATTERN = (
    rf"(?:(?:{'|'.join(WEEKDAYS)})\s+)?(?:(?:de\s+)?(?:[12]?\d|3[01])(?:e|ste|de)?\s+(?:{_MONTH})\b(?:\.?\s+(?:19|20)\d\d)?"
    r"|(?<![\d.-])(?:[0-2]?\d|3[01])[-/](?:0?\d|1[0-2])[-/](?:19|20)\d\d(?![\d-]))"
)
"""Pattern of a date with at least a day and a month, for use in other patterns; match it without regard to capitals."""
_DATE = re.compile(PATTERN, re.IGNORECASE)
_WORDS = re.compile(rf"(\d{{1,2}})(?:e|ste|de)?\s+({_MONTH})\b\.?(?:\s+(\d{{4}}))?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        start: offset of the first code point, the name of the day included.
        end: offset after the last one.
        day: day of the month.
        month: from 1.
        year: None where the text gives none.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def date(self, *, after: dt.date | None = None) -> dt.date | None:
        """Return the date; without a year the first one from ``after`` on, or None when that is unknown too."""
        if self.year is not None:
            return dt.date(self.year, self.month, self.day) if exists(self.day, self.month, self.year) else None
        if after is None:
            return None
        years = range(after.year, after.year + 9)  # 29 February comes once in four years, around 2100 in eight
        dates = (dt.date(year, self.month, self.day) for year in years if exists(self.day, self.month, year))
        return next((date for date in dates if date >= after), None)

    def near(self, day: dt.date | None) -> dt.date | None:
        """Return the date as somebody means it who writes on ``day``; None when that cannot be known.

        Without a year it may lie some months back, "op 2 november"; a date further back is one of next year.
        """
        return self.date(after=day - _LOOKING_BACK if day else None)


def find(text: str) -> Iterator[FoundDate]:
    """Yield the dates in ``text`` that have a day and a month, in order; also dates that do not exist."""
    for found in _DATE.finditer(text):
        if words := _WORDS.search(found[0]):
            month = _month(words[2])
            yield FoundDate(*found.span(), int(words[1]), month, int(words[3]) if words[3] else None)
        elif digits := _DIGITS.search(found[0]):
            yield FoundDate(*found.span(), int(digits[1]), int(digits[2]), int(digits[3]))


def _month(name: str) -> int:
    start = "maa" if name.lower() == "mrt" else name.lower()[:3]
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))


def days_in(month: int, year: int | None) -> int:
    """Return how many days ``month`` (from 1) has; without a year the most it can have."""
    return monthrange(year or _LEAP_YEAR, month)[1]


def exists(day: int, month: int, year: int | None) -> bool:
    """Tell whether the date exists in the calendar; without a year, whether it ever does."""
    return 1 <= month <= len(MONTHS) and (year is None or year > 0) and 1 <= day <= days_in(month, year)


def written(day: int, month: int, year: int) -> str:
    """Return the date as a reader says it: "3 april 2026"."""
    return f"{day} {MONTHS[month - 1]} {year}"
