"""A long run-up: many words before the persoonsvorm of the main clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach


class RunUpOptions(Options):
    """How long a run-up may be.

    Attributes:
        words: from how many words before the persoonsvorm on.
        clause_openers: words that open a clause as a run-up ("Als u verhuist, ..."); good B1 while it is short.
        clause_words: grades for such a run-up.
    """

    words: Grades
    clause_openers: frozenset[str] = frozenset()
    clause_words: Grades = Grades()


def _build(options: RunUpOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            finite = grammar.main_verb(sentence)
            if finite is None or grammar.is_question(sentence):
                continue
            before = [word for word in sentence.words if word.index < finite.index]
            if not before or any(token.text in {":", ";"} for token in sentence.tokens if token.index < finite.index):
                continue
            grades = options.clause_words if before[0].lower in options.clause_openers else options.words
            severity = grades.severity(len(before))
            if severity:
                values = {"aantal": len(before), "persoonsvorm": finite.text}
                yield Match(before[0].start, before[-1].end, values, severity=severity)

    return PerBlock(find)


KIND = Kind(RunUpOptions, _build, Reach.SENTENCE)
