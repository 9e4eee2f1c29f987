"""Too many bijzinnen in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach


class SubordinateClausesOptions(Options):
    """From how many bijzinnen on, and from how many words on a sentence is looked at."""

    clauses: Grades
    min_sentence: int = 0


def _build(options: SubordinateClausesOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            count = len(grammar.subordinate_clauses(sentence))
            severity = options.clauses.severity(count)
            if severity and sentence.word_count >= options.min_sentence:
                yield Match(sentence.start, sentence.end, {"aantal": count}, severity=severity)

    return PerBlock(find)


KIND = Kind(SubordinateClausesOptions, _build, Reach.SENTENCE)
