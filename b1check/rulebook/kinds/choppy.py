"""Very short sentences in a row, without a word that ties them together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock, Reach


class ChoppyOptions(Options):
    """What is short, and how many in a row are too many.

    Attributes:
        words: a sentence with at most this many words is short.
        sentences: this many short sentences in a row are reported.
        links: words that tie a sentence to the one before it, in lower case.
    """

    words: int = Field(default=5, description="Een zin met hoogstens dit aantal woorden is kort.")
    sentences: int = Field(default=4, description="Vanaf dit aantal korte zinnen achter elkaar komt er een opmerking.")
    links: frozenset[str] = Field(
        description="Woorden die een zin verbinden met de zin ervoor, zoals ‘daarom’. In kleine letters."
    )


def _build(options: ChoppyOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for is_short, group in groupby(view.sentences, key=lambda sentence: _is_short(sentence, options)):
            run: Sequence[Sentence] = tuple(group)
            if is_short and len(run) >= options.sentences:
                yield Match(run[0].start, run[-1].end, {"aantal": len(run)})

    return PerBlock(find)


def _is_short(sentence: Sentence, options: ChoppyOptions) -> bool:
    """Questions and lines without a persoonsvorm (an address, a time) are no choppy sentences."""
    return (
        sentence.word_count <= options.words
        and any(token.is_finite for token in sentence.tokens)
        and not any(token.lower in options.links for token in sentence.tokens)
        and not grammar.is_question(sentence)
    )


KIND = Kind(ChoppyOptions, _build, Reach.BLOCK)
