"""What was worked out of our own rules beforehand, so that no start has to do it again.

The forms of all words in our lists and the parse of all patterns take half a second together. Both follow from the
words and patterns alone, so the answers stand in ``prepared.json`` beside this module, by what they are about;
``python -m training.prepared`` writes that file. What is not in it, such as a word of a municipality, is worked out
where it is asked for: a file that lags behind makes a start slower, and never wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypedDict

FILE = Path(__file__).with_name("prepared.json")


class Prepared(TypedDict):
    """The content of the file.

    ``starts`` has by sort and word what it can begin with, separated by commas; ``pieces`` has by the name of a
    pattern the pieces of which every match holds one.
    """

    starts: Mapping[str, str]
    pieces: Mapping[str, Sequence[str]]


@cache
def _content() -> Prepared:
    content: Prepared = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def starts(sort: str, word: str) -> Sequence[str] | None:
    """Return what ``word`` can begin with; see ``wordforms.starts``. None when that was not prepared."""
    found = _content()["starts"].get(f"{sort} {word}")
    return None if found is None else found.split(",")


def pieces(pattern: str) -> Sequence[str] | None:
    """Return the pieces of ``pattern``; see ``literals.pieces``. None when they were not prepared."""
    return _content()["pieces"].get(name(pattern))


def name(pattern: str) -> str:
    """Return the name of a pattern in the file: a hash, for with the patterns it would be twice as large."""
    return blake2b(pattern.encode(), digest_size=8).hexdigest()
