"""Compounds of three or more words that people do not meet as one word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.language.analysis import Token
from b1check.language.familiarity import parts, zipf
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock


class LongCompoundOptions(Options):
    """Which compounds are long.

    Attributes:
        parts: number of words in it from which on it is long.
        letters: a shorter word is never reported: chance pieces look like parts ("wetenschap").
        known: compounds that are fine, and the parts that people know as one word, in lower case.
    """

    parts: int = 3
    letters: int = 18
    known: frozenset[str] = frozenset()


def _build(options: LongCompoundOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        seen: set[str] = set()
        for token in view.analysis.tokens:
            if token.lemma in seen or not _is_candidate(token, options):
                continue
            split = parts(token.lower)
            if len(split) >= options.parts:
                seen.add(token.lemma)
                yield Match(token.start, token.end, {"delen": " + ".join(split), "aantal": len(split)})

    return PerBlock(find)


def _is_candidate(token: Token, options: LongCompoundOptions) -> bool:
    """Names, and words that are frequent enough to stand in the table of frequencies, are known as a whole."""
    return (
        token.pos == "NOUN"
        and len(token.lower) >= options.letters
        and token.lower.isalpha()
        and zipf(token.lower) is None
        and zipf(token.lemma) is None
        and not {token.lower, token.lemma} & options.known
    )


KIND = Kind(LongCompoundOptions, _build)
