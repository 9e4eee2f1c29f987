"""How often people meet a word: a table of frequencies, and compounds judged by their parts.

Frequency says little about which words editors replace, so it only decides where the lexicon is silent. The table
comes from wordfreq (CC BY-SA 4.0, see NOTICE and ``training/frequencies.py``); its unit is Zipf: the logarithm (base
10) of the number of times a word occurs in a thousand million words. 3 is rare, 5 is everyday.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("frequencies.txt.gz")
_LINKS = ("", "s", "e", "en", "-")
_MIN_PART = 4
_KNOWN_WORDS = 20_000
"""Of how many words to remember the parts: an editor may run for weeks, and meet all that anybody types."""
_MIN_PART_ZIPF = 3.2
"""A part of a compound is a word that people meet now and then; below this, chance pieces slip in."""


@cache
def _zipf_of() -> Mapping[str, float]:
    table: dict[str, float] = {}
    for line in gzip.decompress(_TABLE.read_bytes()).decode().splitlines():
        value, *words = line.split(" ")
        table.update(dict.fromkeys(words, float(value)))
    return table


def zipf(word: str) -> float | None:
    """Return the Zipf value of ``word`` as it stands, or None when it is too rare for the table (below 2.5)."""
    return _zipf_of().get(word.lower())


def parts(word: str) -> tuple[str, ...]:
    """Split a compound into known words, the fewest and most common; a word that cannot be split is one part.

    "parkeervergunning" gives ("parkeer", "vergunning"). The link between parts (s, e, en) is left out.
    """
    return _parts(word.lower()) or (word.lower(),)


@lru_cache(maxsize=_KNOWN_WORDS)
def _parts(word: str) -> tuple[str, ...] | None:
    best: tuple[str, ...] | None = None
    for end in range(_MIN_PART, len(word) - _MIN_PART + 1):
        head = word[:end]
        if (_zipf_of().get(head) or 0.0) < _MIN_PART_ZIPF:
            continue
        for link in _LINKS:
            if not word.startswith(link, end):
                continue
            tail = word[end + len(link) :]
            if len(tail) < _MIN_PART:
                continue
            rest = (tail,) if (_zipf_of().get(tail) or 0.0) >= _MIN_PART_ZIPF else _parts(tail)
            if rest and (best is None or _cost((head, *rest)) < _cost(best)):
                best = (head, *rest)
    return best


def _cost(split: tuple[str, ...]) -> tuple[int, float]:
    return len(split), -sum(_zipf_of()[part] for part in split)


def familiarity(word: str) -> float:
    """Return how familiar ``word`` is, in Zipf: its own value, or for a compound that of its rarest part.

    A word that is neither known nor a compound of known words has 2.0, just below the table.
    """
    own = zipf(word)
    split = _parts(word.lower())
    by_parts = min(_zipf_of()[part] for part in split) if split else None
    return max(value for value in (own, by_parts, 2.0) if value is not None)
