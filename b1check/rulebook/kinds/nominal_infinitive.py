"""Naamwoordstijl with an infinitive: "het indienen van een aanvraag"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock, Suggestion
from b1check.rulebook.rewriting import infinitives

_MAX_ADJECTIVES = 2
_MODALS = frozenset(
    "kan kunt kunnen kon konden moet moeten moest moesten mag mogen mocht wil wilt willen zal zult zullen zou".split()
)


_THINK = frozenset({"denk", "denkt", "denken"})


class NominalInfinitiveOptions(Options):
    """Which cases of "het ...-en van" hide who does what.

    Attributes:
        nouns: nouns that look like an infinitive but are none ("het leven van mensen").
        prepositions: what follows the infinitive.
        behind: words right before "het" after which a bijzin reads better ("door het invullen van").
        formal: verbs that are stiff in this form anywhere ("het indienen van bezwaar").
    """

    nouns: frozenset[str] = Field(
        default=frozenset(), description="Woorden die op een werkwoord lijken, maar het niet zijn, zoals ‘leven’."
    )
    prepositions: frozenset[str] = Field(
        default=frozenset({"van", "door"}), description="De woorden die erachter staan, zoals ‘van’."
    )
    behind: frozenset[str] = Field(
        default=frozenset(), description="De woorden vlak voor ‘het’ waarbij er een opmerking komt, zoals ‘door’."
    )
    formal: frozenset[str] = Field(
        default=frozenset(), description="Werkwoorden waarbij er altijd een opmerking komt, zoals ‘indienen’."
    )


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
                    if _names_a_thing(view, tokens, place) or not _is_stiff(tokens, place, verb, options):
                        continue
                    wording = _wording(token, verb, preposition, sentence, view.analysis.text)
                    yield Match(token.start, preposition.end, {"werkwoord": verb.lower}, (wording,) if wording else ())

    return PerBlock(find)


def _wording(article: Token, verb: Token, van: Token, sentence: Sentence, text: str) -> Suggestion | None:
    if van.lower != "van" or verb.index != article.index + 1:
        return None
    return infinitives.verbal(verb.lower, article, van, sentence, text)


def _names_a_thing(view: BlockView, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the name of a task fits.

    That is so in a list or a row ("dweilen en het verschonen van het bed"), for what information is about ("meer over
    het indienen van een klacht") and for an example ("denk aan het kappen van een boom").
    """
    if place == 0:
        return view.block.kind is BlockKind.LIST_ITEM
    if tokens[place - 1].lower in {",", ";", "en", "of", "zoals", "over"}:
        return True
    return any(token.lower in _THINK for token in tokens[:place])


def _is_stiff(tokens: Sequence[Token], place: int, verb: Token, options: NominalInfinitiveOptions) -> bool:
    before = tokens[place - 1].lower if place else ""
    return before in options.behind or verb.lower in options.formal


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
