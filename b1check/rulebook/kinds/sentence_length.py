"""Sentences with too many words.

Words are counted, not tokens: an amount, a phone number or an address on the web is one word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach


class SentenceLengthOptions(Options):
    """From how many words on a sentence is too long."""

    words: Grades


def _build(options: SentenceLengthOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            severity = options.words.severity(sentence.word_count)
            if severity:
                yield Match(sentence.start, sentence.end, {"aantal": sentence.word_count}, severity=severity)

    return PerBlock(find)


KIND = Kind(SentenceLengthOptions, _build, Reach.SENTENCE)
