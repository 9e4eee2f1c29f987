"""What was worked out of our own rules beforehand, so that no start has to do it again.

To read our word lists, to find the forms of their 7,000 words and to parse all patterns takes 0.6 s. All of it follows
from the words and patterns alone, so the answers stand in ``prepared.json`` beside this module, by a hash of what they
are about; ``python -m training.prepared`` writes that file. What is not in it, such as a list of a municipality, is
worked out where it is asked for: a file that lags behind makes a start slower, and never wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypedDict

FILE = Path(__file__).with_name("prepared.json")


class Openings(TypedDict):
    """What the entries of word lists begin with.

    ``rows`` has by what a sentence can begin with the numbers of the entries that begin so, from 0 and separated by
    commas; ``strict`` has the numbers of those that good plain texts use as well.
    """

    rows: Mapping[str, str]
    strict: Sequence[int]


class Prepared(TypedDict):
    """The content of the file.

    ``openings`` has by the name of the lists of a rule how their entries begin; ``pieces`` has by the name of a pattern
    the pieces of which every match holds one.
    """

    openings: Mapping[str, Openings]
    pieces: Mapping[str, Sequence[str]]


@cache
def _content() -> Prepared:
    content: Prepared = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def openings(lists: Iterable[bytes]) -> Openings | None:
    """Return what the entries of ``lists``, one after the other, begin with; None when that was not prepared."""
    return _content()["openings"].get(name(*lists))


def pieces(pattern: str) -> Sequence[str] | None:
    """Return the pieces of ``pattern``; see ``literals.pieces``. None when they were not prepared."""
    return _content()["pieces"].get(name(pattern.encode()))


def name(*contents: bytes) -> str:
    """Return the name of a pattern or of lists in the file: a hash of all of it."""
    found = blake2b(digest_size=8)
    for content in contents:
        found.update(content)
    return found.hexdigest()
