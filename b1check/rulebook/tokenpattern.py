"""Patterns of tokens: what a rule asks of one token after the other, as data.

A pattern is a row of steps. A step says what a token must be (word, lemma, part of speech, features, ending) and how
many such tokens may follow each other. Only what stands in the tags is asked, never the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Self

from pydantic import Field, model_validator

from b1check.language.analysis import Token
from b1check.rulebook.match import Options

Range = tuple[int, int]


class Step(Options):
    """One step of a pattern; a condition that is left empty asks nothing.

    Attributes:
        lower: the token is one of these words, in lower case.
        lemma: its lemma is one of these.
        pos: its part of speech is one of these.
        morph: it has all of these features, such as "VerbForm=Fin".
        ending: it ends in one of these.
        not_lower: it is none of these words.
        not_lemma: its lemma is none of these.
        not_pos: its part of speech is none of these.
        not_morph: it has none of these features.
        not_ending: it ends in none of these.
        not_after: the token before it is none of these words.
        not_after_pos: nor one of these parts of speech.
        not_first: it does not open the sentence.
        least: how many such tokens there must be; 0 makes the step optional.
        most: how many there may be.
        lazy: take as few tokens as will do; otherwise as many.
        mark: these tokens are part of the words that the writer sees marked.
    """

    lower: frozenset[str] = Field(
        default=frozenset(), description="Het woord is een van deze woorden, in kleine letters."
    )
    lemma: frozenset[str] = Field(
        default=frozenset(), description="De basisvorm van het woord is een van deze: ‘gaan’ bij ‘ging’."
    )
    pos: frozenset[str] = Field(default=frozenset(), description="De woordsoort is een van deze, zoals NOUN of VERB.")
    morph: tuple[str, ...] = Field(default=(), description="Het woord heeft al deze kenmerken, zoals VerbForm=Fin.")
    ending: tuple[str, ...] = Field(default=(), description="Het woord eindigt op een van deze.")
    not_lower: frozenset[str] = Field(default=frozenset(), description="Het woord is geen van deze woorden.")
    not_lemma: frozenset[str] = Field(default=frozenset(), description="De basisvorm is geen van deze.")
    not_pos: frozenset[str] = Field(default=frozenset(), description="De woordsoort is geen van deze.")
    not_morph: tuple[str, ...] = Field(default=(), description="Het woord heeft geen van deze kenmerken.")
    not_ending: tuple[str, ...] = Field(default=(), description="Het woord eindigt op geen van deze.")
    not_after: frozenset[str] = Field(default=frozenset(), description="Het woord ervoor is geen van deze.")
    not_after_pos: frozenset[str] = Field(
        default=frozenset(), description="De woordsoort van het woord ervoor is geen van deze."
    )
    not_first: bool = Field(default=False, description="Het woord staat niet aan het begin van de zin.")
    least: int = Field(default=1, ge=0, description="Zo vaak moet zo'n woord er staan. Met 0 mag het ontbreken.")
    most: int = Field(default=1, ge=1, description="Zo vaak mag zo'n woord er staan.")
    lazy: bool = Field(default=False, description="Neem zo weinig mogelijk woorden.")
    mark: bool = Field(default=True, description="Dit woord hoort bij de woorden die de schrijver ziet.")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.least > self.most:
            raise ValueError("least is groter dan most")
        return self

    def fits(self, token: Token, before: Token | None) -> bool:
        """Tell whether ``token`` is what this step asks for; ``before`` is the token before it in the sentence."""
        return self._fits_before(before) and self._fits_token(token)

    def _fits_before(self, before: Token | None) -> bool:
        if before is None:
            return not self.not_first
        return before.lower not in self.not_after and before.pos not in self.not_after_pos

    def _fits_token(self, token: Token) -> bool:
        return (
            (not self.lower or token.lower in self.lower)
            and (not self.lemma or token.lemma in self.lemma)
            and (not self.pos or token.pos in self.pos)
            and token.lower not in self.not_lower
            and token.lemma not in self.not_lemma
            and token.pos not in self.not_pos
            and all(feature in token.morph for feature in self.morph)
            and not any(feature in token.morph for feature in self.not_morph)
            and (not self.ending or token.lower.endswith(self.ending))
            and not token.lower.endswith(self.not_ending)
        )


Pattern = tuple[Step, ...]


def find_all(
    patterns: Iterable[Pattern], tokens: Sequence[Token], *, at_start: bool = False
) -> Iterator[tuple[Range, ...]]:
    """Yield the places of ``patterns``; of two that overlap, that of the first pattern."""
    taken: list[Range] = []
    present = {token.lower for token in tokens}
    for pattern in patterns:
        if not may_be_in(pattern, present):
            continue
        for ranges in find(pattern, tokens, at_start=at_start):
            if not any(a < end and start < b for a, b in ranges for start, end in taken):
                taken += ranges
                yield ranges


def may_be_in(pattern: Pattern, words: Set[str]) -> bool:
    """Tell whether a text with these words, in lower case, can hold ``pattern``; most name a word that few have."""
    return not any(step.least and step.lower and step.lower.isdisjoint(words) for step in pattern)


def find(pattern: Pattern, tokens: Sequence[Token], *, at_start: bool = False) -> Iterator[tuple[Range, ...]]:
    """Yield every place of ``pattern`` in ``tokens``, as the ranges of its marked tokens; places never overlap.

    Args:
        pattern: the steps.
        tokens: the tokens of a sentence.
        at_start: look only at the first token.
    """
    start = 0
    while start < (1 if at_start else len(tokens)):
        taken = _match(pattern, tokens, start)
        if taken is None:
            start += 1
            continue
        ranges = _marked(pattern, taken, tokens, start)
        if ranges:
            yield ranges
        start += max(1, sum(taken))


def _match(pattern: Pattern, tokens: Sequence[Token], start: int) -> tuple[int, ...] | None:
    """Return how many tokens each step takes from ``start`` on, or None when the pattern is not there."""
    if not pattern:
        return ()
    step, rest = pattern[0], pattern[1:]
    reach = 0
    while reach < step.most and start + reach < len(tokens):
        place = start + reach
        if not step.fits(tokens[place], tokens[place - 1] if place else None):
            break
        reach += 1
    counts = range(step.least, reach + 1)
    for count in counts if step.lazy else reversed(counts):
        after = _match(rest, tokens, start + count)
        if after is not None:
            return (count, *after)
    return None


def _marked(pattern: Pattern, taken: tuple[int, ...], tokens: Sequence[Token], start: int) -> tuple[Range, ...]:
    """Return the ranges of the marked tokens; steps side by side are one range."""
    ranges: list[Range] = []
    joined = False
    for step, count in zip(pattern, taken, strict=True):
        if count and step.mark:
            first, last = tokens[start].start, tokens[start + count - 1].end
            if joined:
                ranges[-1] = (ranges[-1][0], last)
            else:
                ranges.append((first, last))
        if count:
            joined = step.mark
        start += count
    return tuple(ranges)
