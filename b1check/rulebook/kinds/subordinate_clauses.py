"""Too many bijzinnen in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach


class SubordinateClausesOptions(Options):
    """From how many bijzinnen on, and from how many words on a sentence is looked at."""

    clauses: Grades = Field(description="Het aantal bijzinnen in 1 zin.")
    min_sentence: int = Field(default=0, description="Bij een zin met minder woorden komt er geen opmerking.")


def _build(options: SubordinateClausesOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        shut = view.shields.ranges()
        for sentence in view.sentences:
            count = _most(sentence, shut)
            severity = options.clauses.severity(count)
            if severity and sentence.word_count >= options.min_sentence:
                yield Match(sentence.start, sentence.end, {"aantal": count}, severity=severity)

    return PerBlock(find)


def _most(sentence: Sentence, quotations: Sequence[tuple[int, int]]) -> int:
    """Return the number of bijzinnen in the part with most of them, between colons and semicolons.

    A quotation has its own sentences, which are not for the writer to change.
    """
    parts: Counter[int] = Counter()
    for clause in grammar.subordinate_clauses(sentence):
        if not any(start <= clause.start < end for start, end in quotations):
            parts[sum(token.text in {":", ";"} for token in sentence.tokens if token.index < clause.index)] += 1
    return max(parts.values(), default=0)


KIND = Kind(SubordinateClausesOptions, _build, Reach.SENTENCE)
