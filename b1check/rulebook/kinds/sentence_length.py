"""Sentences with too many words.

Words are counted, not tokens: an amount, a phone number or an address on the web is one word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.findings import Severity
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach
from b1check.rulebook.rewriting import splitting


class SentenceLengthOptions(Options):
    """From how many words on a sentence is too long.

    Attributes:
        words: grades by the number of words.
        tip_verbs: report a tip only with this many persoonsvormen; a sentence that is a bit long and holds one message
            cannot be cut in two.
    """

    words: Grades = Field(description="Het aantal woorden in 1 zin.")
    tip_verbs: int = Field(default=0, description="Een tip komt er alleen bij een zin met dit aantal persoonsvormen.")


def _build(options: SentenceLengthOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            severity = options.words.severity(sentence.word_count)
            if severity is Severity.TIP and sum(token.is_finite for token in sentence.tokens) < options.tip_verbs:
                continue
            if severity:
                halves = splitting.split(sentence, view.analysis.text)
                found = (halves,) if halves else ()
                yield Match(sentence.start, sentence.end, {"aantal": sentence.word_count}, found, severity)

    return PerBlock(find)


KIND = Kind(SentenceLengthOptions, _build, Reach.SENTENCE)
