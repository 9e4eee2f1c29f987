"""A name for somebody who is already "u" or "wij" in the same text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Token
from b1check.rulebook import tokenpattern
from b1check.rulebook.kinds.token_pattern import match_of
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, remembered
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
    def required_in(block: BlockView) -> Iterator[Token]:
        return (token for token in block.analysis.tokens if token.lower in options.requires)

    def mentions_in(block: BlockView) -> Iterator[tuple[tokenpattern.Range, ...]]:
        for sentence in block.sentences:
            if sentence.forms.isdisjoint(options.without):
                yield from sorted(tokenpattern.find_all(options.patterns, sentence.tokens))

    required, mentions = remembered(required_in), remembered(mentions_in)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if sum(len(required(block)) for block in view.scope) < options.least:
            return
        found = ((block.index, ranges) for block in view.scope for ranges in mentions(block))
        for index, ranges in islice(found, options.allowed, None):
            yield index, match_of(ranges)

    return PerDocument(find)


KIND = Kind(MentionOptions, _build)
