"""Dates in a text: where they stand, and which day a date without a year is."""

from __future__ import annotations

import datetime as dt

import pytest

from b1check.language import dates

LETTER = dt.date(2026, 3, 3)


def only(text: str) -> dates.FoundDate:
    (found,) = dates.find(text)
    return found


@pytest.mark.parametrize(
    ("written", "day", "month", "year"),
    [
        ("woensdag 3 april 2026", 3, 4, 2026),
        ("3 april", 3, 4, None),
        ("de 3e april", 3, 4, None),
        ("5 mrt. 2026", 5, 3, 2026),
        ("12 sept 2026", 12, 9, 2026),
        ("03-04-2026", 3, 4, 2026),
        ("3/4/2026", 3, 4, 2026),
    ],
)
def test_a_date_is_found_as_it_is_written(written: str, day: int, month: int, year: int | None) -> None:
    text = f"Kom op {written} langs."
    found = only(text)
    assert text[found.start : found.end] == written
    assert (found.day, found.month, found.year) == (day, month, year)


@pytest.mark.parametrize("text", ["Bel 030-12-34-2026-1.", "Zie artikel 3.4.2026a-1.", "Wij hebben 3 aprilgrappen."])
def test_what_is_no_date(text: str) -> None:
    assert not list(dates.find(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 maart", LETTER),
        ("2 maart", dt.date(2027, 3, 2)),
        ("29 februari", dt.date(2028, 2, 29)),
        ("31 juni", None),
        ("31 juni 2026", None),
    ],
)
def test_without_a_year_it_is_the_first_from_that_day_on(text: str, day: dt.date | None) -> None:
    assert only(text).date(after=LETTER) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 november", dt.date(2025, 11, 3)),  # 120 days before the letter
        ("2 november", dt.date(2026, 11, 2)),
        ("1 april", dt.date(2026, 4, 1)),
    ],
)
def test_near_a_letter_a_date_may_lie_some_months_back(text: str, day: dt.date) -> None:
    assert only(text).near(LETTER) == day
    assert only(text).near(None) is None


def test_which_dates_exist() -> None:
    assert dates.exists(29, 2, None) and dates.exists(29, 2, 2028)
    assert not dates.exists(29, 2, 2026)
    assert not dates.exists(0, 1, 2026) and not dates.exists(1, 13, 2026)
