"""Patterns that are compiled when they are first used.

There are five hundred to read a letter with, and to compile them all takes a tenth of a second of every start. A letter
needs half of them: what a decision says, for one, is only looked for in a decision.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_Match = re.Match[str]


@dataclass(frozen=True)
class Pattern:
    r"""A regular expression with the methods of :class:`re.Pattern`.

    Those methods are kept as attributes: after the first call there is nothing between the caller and Python's own.

    Attributes:
        source: the expression as it is written.
        flags: those of ``re``.

    Raises (at the first use):
        re.error: when the expression is not right.

    >>> Pattern(r"\b(?:ter|tot)\s+inzage\b", re.IGNORECASE).search("Ligt TER inzage.").span()
    (5, 15)
    """

    source: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as Python looks for it."""
        return re.compile(self.source, self.flags)

    @cached_property
    def search(self) -> Callable[..., _Match | None]:
        """Return the first match in a text."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., _Match | None]:
        """Return the match at the start of a text."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., _Match | None]:
        """Return the match that is all of a text."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[_Match]]:
        """Yield all matches in a text."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """Return the words, or the groups, of all matches in a text."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """Return the pieces of a text between the matches."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """Return a text with something else in place of the matches."""
        return self.compiled.sub

    @cached_property
    def groupindex(self) -> Mapping[str, int]:
        """The numbers of the named groups."""
        return self.compiled.groupindex
