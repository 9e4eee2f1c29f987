"""Amounts of money and account numbers in a text, in all the ways that people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from b1check.language import numbers

AMOUNT = (
    rf"(?:(?:€|\bEUR)\s*(?:{numbers.DIGITS})(?:,(?:\d{{1,2}}(?!\d)|-+|–|=))?"
    rf"|\b(?:{numbers.DIGITS}|{numbers.WORD})(?:,(?:\d{{1,2}}|-+))?(?:\s+(?:miljoen|miljard))?\s+euro\b)"
)
"""Pattern of an amount, for use in other patterns; match it without regard to capitals."""
ACCOUNT = r"\b[A-Z]{2}\d\d\s?[A-Z]{4}\s?(?:\d\s?){9}\d\b"
"""Pattern of an international account number, for use in other patterns."""
_AMOUNT = re.compile(
    rf"(?:€|\bEUR)\s*(?P<euro>{numbers.DIGITS})(?:,(?P<cents>\d{{1,2}})(?!\d)|,-+|,–|,=)?(?:\s+(?P<scale>miljoen|miljard))?"
    rf"|\b(?P<count>{numbers.DIGITS}|{numbers.WORD})(?:,(?P<small>\d{{1,2}})|,-+)?(?:\s+(?P<big>miljoen|miljard))?"
    r"\s+euro\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(ACCOUNT)
_SCALES = {"miljoen": 10**6, "miljard": 10**9}


class Amount(NamedTuple):
    """An amount: its place in the text and its value in cents."""

    start: int
    end: int
    cents: int


class Account(NamedTuple):
    """An account number: its place in the text, and it without spaces."""

    start: int
    end: int
    number: str


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts in ``text``, in order: "€ 1.500,-", "1500 euro", "€ 2,5 miljoen"."""
    for found in _AMOUNT.finditer(text):
        whole = numbers.value(found["euro"] or found["count"])
        digits = found["cents"] or found["small"] or "0"
        scale = _SCALES.get((found["scale"] or found["big"] or "").casefold(), 1)
        yield Amount(*found.span(), round((whole + int(digits) / 10 ** len(digits)) * scale * 100))


def accounts(text: str) -> Iterator[Account]:
    """Yield the account numbers in ``text``, in order."""
    for found in _ACCOUNT.finditer(text):
        yield Account(*found.span(), "".join(found[0].split()))
