"""A chain of prepositions: "het gebruik van het plein in de wijk van de stad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Token
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock

_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "PRON", "ADV", "PROPN"})
_MAX_GROUP = 6
"""Tokens in a group, its preposition and noun included; what is longer is hardly one group."""


class PrepositionChainOptions(Options):
    """How many groups with a preposition may follow each other.

    Attributes:
        groups: grades by their number.
        not_counted: nouns that say when or where; such a group belongs to the chain but adds nothing to it.
    """

    groups: Grades = Field(description="Het aantal groepen met een voorzetsel achter elkaar.")
    not_counted: frozenset[str] = Field(
        default=frozenset(), description="Woorden die zeggen wanneer of waar. Zo'n groep telt niet mee."
    )


def _build(options: PrepositionChainOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            for chain in _chains(sentence.tokens):
                count = sum(_counts(group, options) for group in chain)
                severity = options.groups.severity(count)
                if severity:
                    yield Match(chain[0][0].start, chain[-1][-1].end, {"aantal": count}, severity=severity)

    return PerBlock(find)


def _counts(group: Sequence[Token], options: PrepositionChainOptions) -> bool:
    """Times, dates and names say little of themselves, and nobody loses the thread in them."""
    noun = group[-1]
    return noun.pos == "NOUN" and noun.lower not in options.not_counted and not any(t.pos == "NUM" for t in group)


def _chains(tokens: Sequence[Token]) -> Iterator[list[Sequence[Token]]]:
    """Yield the groups of a preposition with its noun that follow each other without a word in between."""
    chain: list[Sequence[Token]] = []
    place = 0
    while place < len(tokens):
        end = _group_end(tokens, place)
        if end is None:
            if chain:
                yield chain
            chain = []
            place += 1
        else:
            chain.append(tokens[place:end])
            place = end
    if chain:
        yield chain


def _group_end(tokens: Sequence[Token], place: int) -> int | None:
    """Return the place after the noun of the group that starts at ``place``, or None when there is no group."""
    if tokens[place].pos != "ADP" or tokens[place].lower == "te":
        return None
    for end in range(place + 1, min(place + _MAX_GROUP, len(tokens))):
        token = tokens[end]
        if token.pos == "NOUN" or (token.pos == "PROPN" and not _names_on(tokens, end)):
            return end + 1
        if token.pos not in _BEFORE_NOUN:
            return None
    return None


def _names_on(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].pos in {"PROPN", "NOUN"}


KIND = Kind(PrepositionChainOptions, _build)
