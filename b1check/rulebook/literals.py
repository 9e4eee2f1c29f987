"""Looks for patterns the cheap way: first for the words without which a pattern cannot match.

Most patterns name words that most texts do not have, and looking for a word costs a fiftieth of looking for a pattern.
Rust's ``regex`` and ``grep`` do the same. Which words a pattern needs is read from Python's own parse of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

from b1check.rulebook import prepared

_parse = import_module("re._parser").parse
_LEAST = 2
"""Characters; shorter pieces stand in every text."""
_MOST = 40
"""Pieces; to look for more of them costs as much as to look for the pattern."""

Pieces = frozenset[str]


@dataclass(frozen=True)
class Sought:
    """A pattern to look for.

    Attributes:
        source: the pattern as it is written.
        flags: those of ``re``.
        pieces: every match holds one of these, in lower case; empty when nothing is known of it.
    """

    source: str
    flags: int
    pieces: Pieces

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text can hold it: most are in no text, and there are more than a thousand."""
        return re.compile(self.source, self.flags)

    def may_be_in(self, lower: str) -> bool:
        """Tell whether a text can hold the pattern; ``lower`` is that text in lower case."""
        for piece in self.pieces:  # asked a thousand times a page; any() takes twice as long
            if piece in lower:
                return True
        return not self.pieces


def sought(pattern: str, flags: int = 0) -> Sought:
    """Return ``pattern``, which must compile, for looking up in many texts."""
    return Sought(pattern, flags, pieces(pattern))


def pieces(pattern: str) -> Pieces:
    """Return what :func:`parsed_pieces` does, from what was prepared of our own rules where that is there."""
    known = prepared.pieces(pattern)
    return parsed_pieces(pattern) if known is None else frozenset(known)


def parsed_pieces(pattern: str) -> Pieces:
    r"""Return pieces of text, in lower case, of which every match of ``pattern`` holds one.

    There are none when nothing is certain, and when looking for the pattern itself is just as cheap.

    >>> sorted(parsed_pieces(r"\b(?:ter|tot)\s+(?:inzage|lering)\b"))
    ['inzage', 'lering']
    """
    steps = _parse(pattern)
    anchored = bool(steps) and str(steps[0][1]) == "AT_BEGINNING"  # Python tries such a pattern in one place only
    return frozenset() if anchored else _best(_of_sequence(steps))


def _of_sequence(steps: Iterable[tuple[Any, Any]]) -> Iterator[Pieces]:
    """Yield for each part of a sequence the pieces of which it must hold one."""
    literal = ""
    for operation, argument in steps:
        name = str(operation)
        if name == "LITERAL":
            literal += chr(argument).lower()
            continue
        yield frozenset({literal})
        literal = ""
        if name == "SUBPATTERN":
            yield from _of_sequence(argument[-1])
        elif name == "BRANCH":
            branches = [_best(_of_sequence(branch)) for branch in argument[1]]
            yield frozenset().union(*branches) if all(branches) else frozenset()
        elif name in {"MAX_REPEAT", "MIN_REPEAT"} and argument[0]:
            yield from _of_sequence(argument[2])
    yield frozenset({literal})


def _best(alternatives: Iterable[Pieces]) -> Pieces:
    """Return the pieces that say most: those of which the shortest is longest, and then the fewest."""
    useful = [found for found in alternatives if found and len(found) <= _MOST and len(min(found, key=len)) >= _LEAST]
    return max(useful, key=lambda found: (len(min(found, key=len)), -len(found)), default=frozenset())
