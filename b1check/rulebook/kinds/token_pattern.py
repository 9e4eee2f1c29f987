"""Words in a row, by their tags: see ``rulebook.tokenpattern`` for what a rule can ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.rulebook import grammar, tokenpattern
from b1check.rulebook.match import BlockView, Find, Glance, Kind, Match, Options, PerBlock, Suggestion
from b1check.rulebook.rewriting import passives
from b1check.rulebook.tokenpattern import Pattern


class TokenPatternOptions(Options):
    """Which patterns, and in which sentences.

    Attributes:
        patterns: each must be found; of two that overlap the first in this list counts.
        at_start: only at the start of a sentence.
        questions: also in a question.
        requires: one of these words must stand in the sentence, in lower case.
        without: words that silence a sentence, in lower case.
        by_us: what is found is a lijdende vorm that hides the sender: offer the sentence with "wij".
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
    by_us: bool = Field(
        default=False, description="Bied bij een lijdende vorm dezelfde zin aan met ‘wij’: u doet het zelf."
    )


def _build(options: TokenPatternOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView, wanted: Sequence[Pattern] = options.patterns) -> Iterator[Match]:
        for sentence in view.sentences:
            if not _looks_at(sentence, options):
                continue
            for ranges in tokenpattern.find_all(wanted, sentence.tokens, at_start=options.at_start):
                found = match_of(ranges)
                ours = _by_us(found, sentence, view.analysis.text) if options.by_us else None
                yield replace(found, suggestions=(ours,)) if ours else found

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


def _by_us(found: Match, sentence: Sentence, text: str) -> Suggestion | None:
    """Return the sentence with "wij" for the lijdende vorm at ``found``; None where that is not certain."""
    here = (passive for passive in grammar.passives(sentence) if passive.auxiliary.start == found.start)
    return next((wording for passive in here if (wording := passives.by_us(passive, sentence, text))), None)


def match_of(ranges: tuple[tokenpattern.Range, ...], values: Mapping[str, object] | None = None) -> Match:
    """Return a match at the first range, with the others beside it."""
    (start, end), *others = ranges
    return Match(start, end, values or {}, also=tuple(others))


KIND = Kind(TokenPatternOptions, _build)
