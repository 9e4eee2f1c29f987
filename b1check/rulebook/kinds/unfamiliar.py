"""Words that people seldom meet; decides only where the lexicon is silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Token
from b1check.language.familiarity import familiarity
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


class UnfamiliarOptions(Options):
    """Below which Zipf value a word is unfamiliar, and which words never are.

    Attributes:
        below: Zipf value; 3 is about once in a million words.
        known: words that are fine in this place, in lower case.
    """

    below: float = Field(
        description="Hoe vaak een woord voorkomt, op de schaal van Zipf. Daaronder is het een moeilijk woord. "
        "3 is 1 keer in een miljoen woorden.",
    )
    known: frozenset[str] = Field(default=frozenset(), description="Woorden die uw lezers kennen. In kleine letters.")


def _build(options: UnfamiliarOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        seen: set[str] = set()
        for token in view.analysis.tokens:
            if token.lemma in seen or not _is_content(token) or {token.lower, token.lemma} & options.known:
                continue
            if max(familiarity(token.lower), familiarity(token.lemma)) < options.below:
                seen.add(token.lemma)
                yield Match(token.start, token.end)

    return PerBlock(find)


def _is_content(token: Token) -> bool:
    """Names, numbers and abbreviations are no words to know."""
    return token.pos in _CONTENT and token.lower.isalpha() and token.text[:1].islower()


KIND = Kind(UnfamiliarOptions, _build)
