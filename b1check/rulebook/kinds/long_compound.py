"""Compounds of three or more words that people do not meet as one word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

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

    parts: int = Field(default=3, description="Vanaf dit aantal delen is een woord te lang.")
    letters: int = Field(default=18, description="Bij een woord met minder letters komt er geen opmerking.")
    known: frozenset[str] = Field(
        default=frozenset(),
        description="Lange woorden die goed zijn, en delen die mensen als 1 woord kennen. In kleine letters.",
    )


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
