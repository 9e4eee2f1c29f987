"""Documents with too little running text to say how readable they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class TooShortOptions(Options):
    """How much running text a measurement needs."""

    words: int = Field(default=100, description="Bij minder woorden is een tekst te kort voor een score.")
    sentences: int = Field(default=8, description="Bij minder zinnen is een tekst te kort voor een score.")


def _build(options: TooShortOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        lengths = [s.word_count for block in view.scope for s in block.sentences if s.word_count]
        words, sentences = sum(lengths), len(lengths)
        if lengths and (words < options.words or sentences < options.sentences):
            first = view.scope[0]
            values = {"woorden": words, "zinnen": sentences}
            yield first.index, Match(0, len(first.block.text), values)

    return PerDocument(find)


KIND = Kind(TooShortOptions, _build, Reach.DOCUMENT)
