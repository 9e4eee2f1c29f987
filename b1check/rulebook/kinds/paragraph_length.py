"""Paragraphs that are too long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach


class ParagraphLengthOptions(Options):
    """From how many words or sentences on a paragraph is too long."""

    words: Grades = Field(description="Het aantal woorden in 1 alinea.")
    sentences: Grades = Field(description="Het aantal zinnen in 1 alinea.")


def _build(options: ParagraphLengthOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        words, sentences = view.analysis.word_count, len(view.sentences)
        reached = [s for s in (options.words.severity(words), options.sentences.severity(sentences)) if s]
        if reached:
            heaviest = min(reached, key=lambda severity: severity.rank)
            yield Match(0, len(view.block.text), {"aantal": words, "zinnen": sentences}, severity=heaviest)

    return PerBlock(find)


KIND = Kind(ParagraphLengthOptions, _build, Reach.BLOCK)
