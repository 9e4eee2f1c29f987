"""Amounts of money in an uncommon writing: "€1500,--", "EUR 1.500", "€ 50 euro"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Suggestion

_NUMBER = r"(?P<whole>\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,12}(?!\d))(?:,(?P<cents>\d{2}|-{1,2}|=|–|—))?"
_SIGN_FIRST = re.compile(
    rf"(?P<sign>€|\bEUR)(?P<space>[ \u00a0\u202f]?){_NUMBER}(?![\d%]|[.,]\d)(?P<unit> (?:euro|EUR)\b)?"
)
_SIGN_LAST = re.compile(rf"(?<![\w.,€]){_NUMBER}[ \u00a0]?(?P<sign>€|EUR\b)(?!\s?\d)")
_ENGLISH_CENTS = re.compile(
    r"(?P<sign>€|\bEUR)[ \u00a0\u202f]?(?P<whole>\d{1,3})\.(?P<cents>\d{2})(?:,-{1,2})?(?![\d.,%]\d|\d|%)"
)
"""A point before the cents: "€ 12.50"."""
_LEADS_THOUSANDS = 4
"""Digits from which a number gets a point: "1.500"."""
_SIGNS = ("€", "EUR")
"""Without one of these there is no amount, and looking for them is cheap."""
_REASON = "De getallen blijven gelijk. Kijk of u dit bedrag bedoelt, ook achter de komma."


class AmountOptions(Options):
    """What is fine.

    Attributes:
        tight: the sign may stand against the number: "€50".
        zero_cents: an amount may end in ",00"; beside amounts with cents that looks even.
    """

    tight: bool = Field(default=False, description="Het teken mag tegen het getal staan: €50.")
    zero_cents: bool = Field(default=True, description="Een bedrag mag eindigen op ,00.")


def _build(options: AmountOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        if not any(sign in view.block.text for sign in _SIGNS):
            return
        for pattern in (_SIGN_FIRST, _SIGN_LAST, _ENGLISH_CENTS):
            for found in pattern.finditer(view.block.text):
                wording = _wording(found, options)
                if wording:
                    edit = BlockEdit(*found.span(), wording)
                    yield Match(*found.span(), {"bedrag": wording}, (Suggestion(wording, (edit,), reason=_REASON),))

    return PerBlock(find)


def _wording(found: re.Match[str], options: AmountOptions) -> str:
    """Return the usual writing, or "" when it stands there already."""
    whole, cents = found["whole"].replace(".", ""), found["cents"] or ""
    if whole.startswith("0") and len(whole) > 1:
        return ""  # a code, no amount
    keep_zeros = options.zero_cents and cents == "00"
    has_cents = cents.isdigit() and (keep_zeros or cents != "00")
    space = found.groupdict().get("space")
    between = "" if options.tight and space == "" else (space or " ")
    wording = f"€{between}{_with_points(whole)}{f',{cents}' if has_cents else ''}"
    return "" if wording == found[0] else wording


def _with_points(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".") if len(digits) >= _LEADS_THOUSANDS else digits


KIND = Kind(AmountOptions, _build)
