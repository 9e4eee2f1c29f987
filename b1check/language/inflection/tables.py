"""The irregular words, kept as CSV files beside the code and read on first use.

A cell with several forms separates them with ``/``; the first is the one to show, all are recognised. An
empty cell means that the rules give the right form; a single ``-`` means that the form does not exist.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

Row = Mapping[str, tuple[str, ...]]
"""The filled cells of one row by the name of their column."""

NO_FORM: Final = "-"
"""The cell of a form that the language does not have."""

_SHORT_HEADS: Final = frozenset({"af", "in", "na", "om", "on", "op"})


@cache
def table(name: str) -> Mapping[str, Row]:
    """Read a table of this package, by the word in its first column.

    Args:
        name: The file name without ``.csv``.

    Returns:
        The rows by their first cell.

    Raises:
        ValueError: Where a word stands in the table twice.
    """
    text = resources.files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    rows: dict[str, Row] = {}
    for record in csv.DictReader(text.splitlines()):
        key, *_ = record.values()
        if key in rows:
            raise ValueError(f"{name}.csv: {key} twice")
        rows[key] = MappingProxyType(
            {column: tuple(cell.split("/")) for column, cell in record.items() if cell and column}
        )
    return MappingProxyType(rows)


def longest_tail(word: str, rows: Mapping[str, object], *, shortest: int) -> str | None:
    """Find the longest word of a table in which a compound ends, or the word itself.

    Dutch writes compounds as one word and the last part decides the inflection and the gender (Algemene
    Nederlandse Spraakkunst, chapter 12): ``bezwaarschrift`` behaves as ``schrift``.

    Args:
        word: The compound.
        rows: The table, by word.
        shortest: The least length of a last part; a shorter one is met by chance too often.

    Returns:
        The word in the table, or None.
    """
    if word in rows:
        return word
    for start in range(2, len(word) - shortest + 1):
        if word[start:] in rows and _can_begin_compound(word[:start]):
            return word[start:]
    return None


def _can_begin_compound(head: str) -> bool:
    """Tell whether a string can be the first part of a compound: three letters with a vowel, or a short particle."""
    if len(head) < 3:
        return head in _SHORT_HEADS
    return any(letter in "aeiouy" for letter in head)
