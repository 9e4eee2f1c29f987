"""Dates in digits only, such as 03-04-2026."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from b1check.findings import Applicability
from b1check.language import dates
from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Suggestion

_DIGITS = re.compile(r"\d[-/.]\d")
"""Without these there is no date, and looking for them is cheap."""
_DAY_FIRST = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d{2})(?![\w/-]|\.\d)"
)
_SHORT_YEAR = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sign>[-/])(?P<month>\d{1,2})(?P=sign)'?(?P<year>\d{2})(?![\w/-]|[.,]\d| \d)"
)
_YEAR_FIRST = re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w/-]|\.\d)")
_IS_CODE = re.compile(
    r"\b(?:\w*nummer|nr\.?|\w*kenmerk|code|dossier|zaak|versie|kamer|perceel|kavel|artikel)\s*(?:is\s+)?:?\s*$",
    re.IGNORECASE,
)
_CENTURY = 2000

_CERTAIN = (Applicability.SAFE, "Dit is dezelfde dag. Alleen staat de maand nu in letters.")
_DOUBTFUL = (Applicability.REVIEW, "Het jaar staat er in 2 cijfers. Kijk of dit het goede jaar is.")


class NumericDateOptions(Options):
    """This kind has no settings."""


def _build(_options: NumericDateOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        text = view.block.text
        if not _DIGITS.search(text):
            return
        for pattern in (_DAY_FIRST, _SHORT_YEAR, _YEAR_FIRST):
            # Of a year in 2 digits nobody can be sure that it is one.
            certain, reason = _DOUBTFUL if pattern is _SHORT_YEAR else _CERTAIN
            for found in pattern.finditer(text):
                wording = _written(found)
                if wording and not _IS_CODE.search(text[: found.start()]):
                    edit = BlockEdit(*found.span(), wording)
                    yield Match(*found.span(), {"datum": wording}, (Suggestion(wording, (edit,), certain, reason),))

    return PerBlock(find)


def _written(found: re.Match[str]) -> str:
    """Return the date in words, or "" when the digits are no date."""
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    year += _CENTURY if year < 100 else 0
    return dates.written(day, month, year) if dates.exists(day, month, year) else ""


KIND = Kind(NumericDateOptions, _build)
