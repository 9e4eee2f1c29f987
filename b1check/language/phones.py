"""Dutch phone numbers in a text, in all the ways that people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMBER = re.compile(r"(?<![\w.,/-])(?<!\d\s)(?:14\s?0\d{2,3}|(?:\+31|0031|\(0|0)[\d\s()–-]{5,16}\d)(?![\w/]|-\w)")
_LENGTH = 10
_SHORT = ("14", "0800", "0900")


class Phone(NamedTuple):
    """A phone number: its place in the text and its digits, the country code as 0."""

    start: int
    end: int
    digits: str


def find(text: str) -> Iterator[Phone]:
    """Yield the phone numbers in ``text``, in order; an account number can look like one."""
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found[0].replace("(0)", "") if found[0].startswith(("+", "00")) else found[0])
        digits = re.sub(r"^(?:0031|31(?=\d{9}$))", "0", digits)
        if len(digits) == _LENGTH or digits.startswith(_SHORT):
            yield Phone(*found.span(), digits)
