"""Takes an alternative from a word list apart: which of its words changes, and where the others go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from b1check.language import inflection

PREPOSITIONS = frozenset(
    "aan achter bij binnen boven door in langs met na naar naast om onder op over per sinds tegen tijdens tot tussen "
    "uit van vanaf via voor volgens zonder".split()
)
_BEFORE_INFINITIVE = frozenset("moeten kunnen mogen willen laten gaan blijven".split())
_NOT_IN_VERB = frozenset("of en dat die wat u uw wij iets iemand dan".split())
"""Words that make an alternative an explanation, or leave open what to fill in."""
_MEANT = {"overleggen": "=overleggen", "voorkomen": "=voorkomen"}
"""Verbs with two readings of which only one is ever an alternative: to talk and to prevent."""
_ADVERBS = frozenset("niet te heel erg zeer nog meer minder goed slecht".split())
_TAILS = PREPOSITIONS | {"die", "dat", "waar", "waarin", "waarmee", "waarvan", "dan"}
_NOT_IN_NOUN = frozenset("of en de het een u uw wij ons onze niet te".split())


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A verb with what belongs to it: "contact opnemen met", "moeten betalen", "zich houden aan".

    Attributes:
        verb: infinitive of the verb that becomes the persoonsvorm.
        complement: words before it, such as "contact" or "in delen".
        infinitive: a second verb, which stays an infinitive: "betalen" in "moeten betalen".
        preposition: what stands before its object, or "".
        reflexive: whether it has "zich".
    """

    verb: str
    complement: str = ""
    infinitive: str = ""
    preposition: str = ""
    reflexive: bool = False


@lru_cache(maxsize=8192)
def verb_phrase(wording: str) -> VerbPhrase | None:
    """Read an alternative for a verb, or return None when it is no verb with what belongs to it."""
    words = wording.split()
    reflexive = words[0] == "zich"
    words = words[1:] if reflexive else words
    preposition = words.pop() if len(words) > 1 and words[-1] in PREPOSITIONS else ""
    if not words or not _NOT_IN_VERB.isdisjoint(words) or not _is_infinitive(words[-1]):
        return None
    words[-1] = _MEANT.get(words[-1], words[-1])
    if len(words) > 1 and words[-2] in _BEFORE_INFINITIVE:
        return VerbPhrase(words[-2], " ".join(words[:-2]), words[-1], preposition, reflexive)
    if any(word in _BEFORE_INFINITIVE or word == "te" for word in words[:-1]):
        return None
    return VerbPhrase(words[-1], " ".join(words[:-1]), "", preposition, reflexive)


def _is_infinitive(word: str) -> bool:
    if not word.endswith("n"):
        return False
    try:
        inflection.conjugate(word)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with what belongs to it: "nieuwe versie", "kopie van een stuk".

    Attributes:
        noun: the noun.
        adjectives: the words before it.
        rest: the words after it.
    """

    noun: str
    adjectives: tuple[str, ...] = ()
    rest: str = ""


@lru_cache(maxsize=8192)
def noun_phrase(wording: str) -> NounPhrase | None:
    """Read an alternative for a noun, or return None when its words cannot be told apart."""
    words = wording.split()
    end = next((at for at, word in enumerate(words) if at and word in _TAILS), len(words))
    inside, rest = words[:end], words[end:]
    if not _NOT_IN_NOUN.isdisjoint(inside):
        return None
    return NounPhrase(inside[-1], tuple(inside[:-1]), " ".join(rest))


@lru_cache(maxsize=8192)
def adjective_phrase(wording: str) -> tuple[str, str] | None:
    """Read an alternative for an adjective as adverbs and adjective: "niet compleet"; None when it is more."""
    *adverbs, adjective = wording.split()
    return (" ".join(adverbs), adjective) if _ADVERBS.issuperset(adverbs) else None
