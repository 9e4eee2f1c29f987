"""Words in a row, by their tags: see ``rulebook.tokenpattern`` for what a rule can ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.rulebook import grammar, tokenpattern
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock
from b1check.rulebook.tokenpattern import Pattern


class TokenPatternOptions(Options):
    """Which patterns, and in which sentences.

    Attributes:
        patterns: each must be found; of two that overlap the first in this list counts.
        at_start: only at the start of a sentence.
        questions: also in a question.
        without: words that silence a sentence, in lower case.
    """

    patterns: tuple[Pattern, ...]
    at_start: bool = False
    questions: bool = True
    without: frozenset[str] = frozenset()


def _build(options: TokenPatternOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            if not options.questions and grammar.is_question(sentence):
                continue
            if options.without and any(token.lower in options.without for token in sentence.tokens):
                continue
            taken: list[tokenpattern.Range] = []
            for pattern in options.patterns:
                for ranges in tokenpattern.find(pattern, sentence.tokens, at_start=options.at_start):
                    if any(a < end and start < b for a, b in ranges for start, end in taken):
                        continue
                    taken += ranges
                    yield match_of(ranges)

    return PerBlock(find)


def match_of(ranges: tuple[tokenpattern.Range, ...]) -> Match:
    """Return a match at the first range, with the others beside it."""
    (start, end), *others = ranges
    return Match(start, end, also=tuple(others))


KIND = Kind(TokenPatternOptions, _build)
