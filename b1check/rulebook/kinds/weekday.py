"""Dates that cannot be right: another day of the week, or a day that the month does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from b1check.language import dates
from b1check.rulebook.literals import sought
from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Suggestion

_NAMES = "|".join([*dates.WEEKDAYS, *(name[:2] for name in dates.WEEKDAYS)])
_WRITTEN = sought(
    rf"(?:\b(?P<weekday>{_NAMES})(?P<part>ochtend|morgen|middag|avond|nacht)?[.,]?\s+(?:de\s+)?)?"
    rf"(?<![\d.,/-])\b(?P<day>\d{{1,2}})(?:e|ste|de)?\s+(?P<month>{'|'.join(dates.MONTHS)})\b(?!-)(?:\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_IN_DIGITS = sought(
    rf"(?:\b(?P<weekday>{_NAMES})(?P<part>ochtend|morgen|middag|avond|nacht)?[.,]?\s+)?"
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d{2})(?![\w/-]|\.\d)",
    re.IGNORECASE,
)


class WeekdayOptions(Options):
    """This kind has no settings."""


def _build(_options: WeekdayOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        possible = [one.pattern for one in (_WRITTEN, _IN_DIGITS) if one.may_be_in(view.lower)]
        for pattern in possible:
            for found in pattern.finditer(view.block.text):
                match = _check(found)
                if match:
                    yield match

    return PerBlock(find)


def _check(found: re.Match[str]) -> Match | None:
    """Return what is wrong with a date, or None."""
    name = found["month"].lower()
    day, month = int(found["day"]), int(name) if name.isdigit() else dates.MONTHS.index(name) + 1
    year = int(found["year"]) if found["year"] else None
    if not 1 <= month <= len(dates.MONTHS) or day == 0:
        return None  # in digits it may be a number of something else
    if not dates.exists(day, month, year):
        return Match(*found.span(), {"uitleg": _length(month, year)})
    if year is None or not found["weekday"]:
        return None
    weekday = dates.WEEKDAYS[date(year, month, day).weekday()]
    given = found["weekday"].lower()
    if weekday.startswith(given):  # "ma" is short for "maandag"
        return None
    explanation = f"{_capital(dates.written(day, month, year))} is een {weekday}."
    return Match(*found.span(), {"uitleg": explanation}, (_right_weekday(found, weekday),))


def _length(month: int, year: int | None) -> str:
    """Say how long the month is: "April heeft 30 dagen.", "Februari 2027 heeft 28 dagen."."""
    name = dates.MONTHS[month - 1]
    when = f"{name} {year}" if year and month == 2 else name
    return f"{_capital(when)} heeft {dates.days_in(month, year)} dagen."


def _right_weekday(found: re.Match[str], weekday: str) -> Suggestion:
    start, end = found.span("weekday")
    wanted = weekday[: len(found["weekday"])] if len(found["weekday"]) == 2 else weekday
    word = _capital(wanted) if found["weekday"][0].isupper() else wanted
    whole = word + found[0][end - found.start() :]
    named = f"{found['day']} {found['month']}"
    reason = f"De dag of de datum is fout. b1check verandert de dag. Kijk of de datum ‘{named}’ klopt."
    return Suggestion(whole, (BlockEdit(start, end, word),), reason=reason)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


KIND = Kind(WeekdayOptions, _build)
