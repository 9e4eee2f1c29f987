"""Sentences that begin with "deze" without a noun, after a sentence with several things that it can mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock


class VagueReferenceOptions(Options):
    """Which words refer.

    Attributes:
        words: words that refer, in small letters.
        candidates: number of things in the sentence before from which on it is unclear which is meant.
    """

    words: frozenset[str] = Field(description="Woorden die naar iets anders wijzen, zoals ‘deze’. In kleine letters.")
    candidates: int = Field(
        default=2, description="Vanaf dit aantal dingen in de zin ervoor is het niet duidelijk wat u bedoelt."
    )


def _build(options: VagueReferenceOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for before, sentence in zip(view.sentences, view.sentences[1:], strict=False):
            first = sentence.words[0] if sentence.words else None
            if first is None or first.lower not in options.words:
                continue
            verb = _finite_after(sentence, first)
            if verb is None:
                continue
            nouns = _candidates(before, plural="Number=Plur" in verb.morph)
            if len(nouns) >= options.candidates:
                values = {"gevonden": first.text, "eerste": nouns[-1].text, "tweede": nouns[-2].text}
                yield Match(first.start, first.end, values)

    return PerBlock(find)


def _finite_after(sentence: Sentence, first: Token) -> Token | None:
    """Return the persoonsvorm right after the word; then no noun belongs to it."""
    following = sentence.token(first.index + 1) if first.index + 1 in sentence else None
    return following if following is not None and following.is_finite else None


def _candidates(sentence: Sentence, *, plural: bool) -> list[Token]:
    """Return the different nouns of ``sentence`` that "deze" can mean: of the same number, and no het-words."""
    found: dict[str, Token] = {}
    for token in sentence.tokens:
        if token.pos != "NOUN" or ("Number=Plur" in token.morph) is not plural:
            continue
        if plural or "Gender=Neut" not in token.morph:
            found.setdefault(token.lemma, token)
    return list(found.values())


KIND = Kind(VagueReferenceOptions, _build)
