"""Naamwoordstijl with an infinitive: "het indienen van een aanvraag"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from b1check.language.analysis import Token
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock

_MAX_ADJECTIVES = 2
_MODALS = frozenset(
    "kan kunt kunnen kon konden moet moeten moest moesten mag mogen mocht wil wilt willen zal zult zullen zou".split()
)


class NominalInfinitiveOptions(Options):
    """Which nouns look like an infinitive but are none ("het leven van mensen")."""

    nouns: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset({"van", "door"})


def _build(options: NominalInfinitiveOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            tokens = sentence.tokens
            for place, token in enumerate(tokens[:-2]):
                if token.lower != "het" or token.pos == "PRON" or _follows_modal(tokens, place):
                    continue
                after = place + 1
                while after < place + 1 + _MAX_ADJECTIVES and tokens[after].pos in {"ADJ", "ADV"}:
                    after += 1
                if after + 1 >= len(tokens):
                    continue
                verb, preposition = tokens[after], tokens[after + 1]
                if _is_infinitive(verb, options) and preposition.lower in options.prepositions:
                    yield Match(token.start, preposition.end, {"werkwoord": verb.lower})

    return PerBlock(find)


def _follows_modal(tokens: Sequence[Token], place: int) -> bool:
    """In "u kunt het betalen van ..." the infinitive belongs to "kunt", and "het" is what is paid."""
    return place > 0 and tokens[place - 1].lower in _MODALS


def _is_infinitive(token: Token, options: NominalInfinitiveOptions) -> bool:
    """An infinitive used as a noun is tagged either way, so the form decides together with the tag."""
    return (
        token.lower.endswith(("en", "aan", "doen", "zien"))
        and token.lower not in options.nouns
        and (token.pos == "VERB" or (token.pos == "NOUN" and "Number=Plur" not in token.morph))
    )


KIND = Kind(NominalInfinitiveOptions, _build)
