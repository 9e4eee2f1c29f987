"""A name for somebody who is already "u" or "wij" in the same text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.rulebook import tokenpattern
from b1check.rulebook.kinds.token_pattern import match_of
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument
from b1check.rulebook.tokenpattern import Pattern


class MentionOptions(Options):
    """Which mentions, in which texts, and how many of them are fine.

    Attributes:
        patterns: the mentions; see ``rulebook.tokenpattern``.
        requires: one of these words must stand in the running text, such as "wij".
        least: how often one of them must stand there.
        allowed: the first so many mentions are fine.
        without: words that silence a sentence, in lower case.
    """

    patterns: tuple[Pattern, ...] = Field(description="De woorden die de regel zoekt, stap voor stap.")
    requires: frozenset[str] = Field(description="Een van deze woorden moet in de tekst staan, zoals ‘wij’.")
    least: int = Field(default=1, description="Zo vaak moet zo'n woord er staan.")
    allowed: int = Field(default=0, description="Zo vaak mag het zonder opmerking.")
    without: frozenset[str] = Field(
        default=frozenset(),
        description="Staat een van deze woorden in de zin? Dan komt er geen opmerking. In kleine letters.",
    )


def _build(options: MentionOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if _times(view, options.requires) < options.least:
            return
        for number, (index, ranges) in enumerate(_mentions(view, options)):
            if number >= options.allowed:
                yield index, match_of(ranges)

    return PerDocument(find)


def _times(view: DocumentView, words: frozenset[str]) -> int:
    return sum(token.lower in words for block in view.scope for token in block.analysis.tokens)


def _mentions(view: DocumentView, options: MentionOptions) -> Iterator[tuple[int, tuple[tokenpattern.Range, ...]]]:
    """Yield all mentions in the order of the text."""
    for block in view.scope:
        for sentence in block.sentences:
            if any(token.lower in options.without for token in sentence.tokens):
                continue
            found = tokenpattern.find_all(options.patterns, sentence.tokens)
            yield from ((block.index, ranges) for ranges in sorted(found))


KIND = Kind(MentionOptions, _build)
