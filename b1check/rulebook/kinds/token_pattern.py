"""Words in a row, by their tags: see ``rulebook.tokenpattern`` for what a rule can ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.rulebook import grammar, tokenpattern
from b1check.rulebook.match import BlockView, Find, Glance, Kind, Match, Options, PerBlock
from b1check.rulebook.tokenpattern import Pattern


class TokenPatternOptions(Options):
    """Which patterns, and in which sentences.

    Attributes:
        patterns: each must be found; of two that overlap the first in this list counts.
        at_start: only at the start of a sentence.
        questions: also in a question.
        requires: one of these words must stand in the sentence, in lower case.
        without: words that silence a sentence, in lower case.
    """

    patterns: tuple[Pattern, ...] = Field(
        description="De woorden die de regel zoekt, stap voor stap. Past er meer dan 1 patroon? Dan telt het eerste."
    )
    at_start: bool = Field(default=False, description="Zoek alleen aan het begin van een zin.")
    questions: bool = Field(default=True, description="Kijk ook naar vragen.")
    requires: frozenset[str] = Field(
        default=frozenset(), description="Een van deze woorden moet in de zin staan. In kleine letters."
    )
    without: frozenset[str] = Field(
        default=frozenset(),
        description="Staat een van deze woorden in de zin? Dan komt er geen opmerking. In kleine letters.",
    )


def _build(options: TokenPatternOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView, wanted: Sequence[Pattern] = options.patterns) -> Iterator[Match]:
        for sentence in view.sentences:
            if not _looks_at(sentence, options):
                continue
            for ranges in tokenpattern.find_all(wanted, sentence.tokens, at_start=options.at_start):
                yield match_of(ranges)

    def among(glance: Glance) -> Find | None:
        if options.requires and options.requires.isdisjoint(glance.openings):
            return None
        wanted = [pattern for pattern in options.patterns if tokenpattern.may_be_in(pattern, glance.openings)]
        return partial(find, wanted=wanted) if wanted else None

    return PerBlock(find, among)


def _looks_at(sentence: Sentence, options: TokenPatternOptions) -> bool:
    words = sentence.forms
    return (
        (options.questions or not grammar.is_question(sentence))
        and (not options.requires or not options.requires.isdisjoint(words))
        and options.without.isdisjoint(words)
    )


def match_of(ranges: tuple[tokenpattern.Range, ...], values: Mapping[str, object] | None = None) -> Match:
    """Return a match at the first range, with the others beside it."""
    (start, end), *others = ranges
    return Match(start, end, values or {}, also=tuple(others))


KIND = Kind(TokenPatternOptions, _build)
