"""Lengths of time in a text: "6 weken", "tien werkdagen", "anderhalve maand"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from b1check.language import numbers

Unit = Literal["minuut", "uur", "werkdag", "dag", "week", "maand", "jaar"]
UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "minuut": "minuut",
        "minuten": "minuut",
        "uur": "uur",
        "werkdag": "werkdag",
        "werkdagen": "werkdag",
        "dag": "dag",
        "dagen": "dag",
        "week": "week",
        "weken": "week",
        "maand": "maand",
        "maanden": "maand",
        "jaar": "jaar",
        "jaren": "jaar",
    }
)
"""Units of time by their singular and plural."""
_DAYS: Mapping[Unit, float] = MappingProxyType(
    {"minuut": 1 / 1440, "uur": 1 / 24, "werkdag": 1.4, "dag": 1, "week": 7, "maand": 30.4, "jaar": 365}
)
UNIT = rf"(?:volle\s+|hele\s+|kalender)?(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))})\b"
"""Pattern of a unit of time, in a group of that name; match it without regard to capitals."""
COUNT = rf"(?P<count>\d{{1,3}}(?:,\d)?|{numbers.WORD})"
"""Pattern of a number of units, in a group of that name."""
COUNT_OR_ONE = rf"(?P<count>\d{{1,3}}(?:,\d)?|{numbers.WORD}|een)"
"""The same, for a place where "een" is a number too: "binnen een week"."""
ASIDE = r"(?:\s*\([\w ]+\))?"
"""Pattern of the same number once more: "veertien (14) dagen"."""
LENGTH = rf"\b{COUNT_OR_ONE}{ASIDE}\s+{UNIT}"
"""Pattern of a length of time after a word such as "binnen", with groups ``count`` and ``unit``."""


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: ``count`` times ``unit``."""

    count: float
    unit: Unit

    @classmethod
    def of(cls, count: str, unit: str) -> Term:
        """Return the term of a number and a unit as they stand in a text: "zes", "weken"."""
        return cls(numbers.value(count), UNITS[unit.casefold()])

    @classmethod
    def parse(cls, words: str) -> Term | None:
        """Return the term that ``words`` such as "2 werkdagen" name, or None."""
        count, _, unit = words.strip().partition(" ")
        return cls(int(count), UNITS[unit.strip()]) if count.isdecimal() and unit.strip() in UNITS else None

    @property
    def days(self) -> float:
        """The length in calendar days, a working day as 7/5 of a day."""
        return self.count * _DAYS[self.unit]
