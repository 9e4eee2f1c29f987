"""Numbers in a text, in digits or in words: "1.500", "zes", "anderhalf"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ONES = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien"
).split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _words() -> dict[str, float]:
    words: dict[str, float] = {word: value for value, word in enumerate(_ONES) if value != 1}
    for tens, ten in enumerate(_TENS, 2):
        words[ten] = 10 * tens
        for one in range(1, 10):
            link = "ën" if _ONES[one].endswith("e") else "en"
            words[f"{_ONES[one]}{link}{ten}"] = 10 * tens + one
    return words | {"één": 1, "eén": 1, "honderd": 100, "duizend": 1000, "anderhalf": 1.5, "anderhalve": 1.5}


WORDS: Mapping[str, float] = MappingProxyType(_words())
"""Numbers by their word; without "een", which is mostly no number."""
WORD = "|".join(sorted(WORDS, key=len, reverse=True))
"""Pattern of a number in words, for use in other patterns; match it without regard to capitals."""
DIGITS = r"\d{1,3}(?:\.\d{3})+|\d+"
"""Pattern of a whole number in digits, with or without points."""


def value(words: str) -> float:
    """Return the number that ``words`` such as "zes", "een" or "1.500,25" name.

    Raises:
        ValueError: when they name none.
    """
    lower = words.casefold()
    if lower == "een":
        return 1
    return WORDS[lower] if lower in WORDS else float(lower.replace(".", "").replace(",", "."))
