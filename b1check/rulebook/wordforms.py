"""All forms of the entries of a word list, and where an entry was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from b1check.errors import RuleError
from b1check.language import inflection
from b1check.language.analysis import Token
from b1check.language.inflection import VerbForm
from b1check.rulebook.wordlist import WordSort

Slot = str
"""A place in the paradigm, such as ``VerbForm.PRESENT_PLURAL``; the enumerations are strings."""


@dataclass(frozen=True)
class Forms:
    """All forms of a word.

    Attributes:
        word: the form of a dictionary.
        sort: what sort of word it is.
        joined: forms that are one token.
        split: forms of a separable verb without its particle.
        particle: the part that is split off, or "".
        base: the infinitive without the particle.
    """

    word: str
    sort: WordSort
    joined: Mapping[str, frozenset[Slot]]
    split: Mapping[str, frozenset[Slot]] = field(default_factory=dict)
    particle: str = ""
    base: str = ""

    @cached_property
    def starts(self) -> frozenset[str]:
        """The tokens at which the word can be found."""
        return (
            frozenset(self.joined)
            | frozenset(self.split)
            | ({self.particle} if self.particle else frozenset())
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry was found.

    Attributes:
        start: offset of the words to mark.
        end: offset after them.
        head: the token that carries the form; None when nothing is inflected.
        particle: the split-off part, where it stands apart.
        te: the "te" inside "aan te vangen".
    """

    start: int
    end: int
    head: Token | None = None
    particle: Token | None = None
    te: Token | None = None


_FINITE = frozenset(
    {
        VerbForm.PRESENT_1SG,
        VerbForm.PRESENT_2SG,
        VerbForm.PRESENT_2SG_INVERTED,
        VerbForm.PRESENT_3SG,
        VerbForm.PRESENT_PLURAL,
        VerbForm.PAST_SINGULAR,
        VerbForm.PAST_PLURAL,
        VerbForm.IMPERATIVE,
    }
)
_PAST = frozenset({VerbForm.PAST_SINGULAR, VerbForm.PAST_PLURAL})
_PARTICIPLES = frozenset(
    {
        VerbForm.PAST_PARTICIPLE,
        VerbForm.PAST_PARTICIPLE_INFLECTED,
        VerbForm.PRESENT_PARTICIPLE,
        VerbForm.PRESENT_PARTICIPLE_INFLECTED,
    }
)


def expand(word: str, sort: WordSort) -> Forms:
    """Return all forms of ``word``; a verb may carry the marks of ``inflection.particles``."""
    if sort is WordSort.VERB:
        try:
            inflection.conjugate(word)
        except ValueError as error:
            raise RuleError(f"{word} is geen werkwoord dat b1check kan vervoegen.") from error
        particle = inflection.particle_of(word) or ""
        infinitive = inflection.conjugate(word).infinitive
        split = inflection.split_verb_forms(word) if particle else {}
        base = infinitive.removeprefix(particle)
        return Forms(infinitive, sort, inflection.verb_forms(word), split, particle, base)
    if sort is WordSort.NOUN:
        return Forms(word, sort, inflection.noun_forms(word))
    if sort is WordSort.ADJECTIVE:
        return Forms(word, sort, inflection.adjective_forms(word))
    return Forms(word, sort, {word.lower(): frozenset()})


def fits(sort: WordSort, token: Token, slots: frozenset[Slot]) -> bool:
    """Tell whether the tag of ``token`` allows it to be this sort of word.

    The form says most, and a tag is wrong now and then; so only a tag that contradicts the form counts.
    """
    match sort:
        case WordSort.VERB:
            if token.pos in {"VERB", "AUX"}:
                return True
            if token.pos == "ADJ":
                return bool(slots & _PARTICIPLES)
            return token.pos == "NOUN" and VerbForm.INFINITIVE in slots and "Number=Plur" not in token.morph
        case WordSort.NOUN:
            return token.pos not in {"VERB", "AUX", "ADP", "ADV", "SCONJ"}
        case WordSort.ADJECTIVE:
            return token.pos not in {"NOUN", "AUX", "ADP"} and not token.is_finite
        case _:
            return True


def slots_of(token: Token, slots: frozenset[Slot]) -> frozenset[Slot]:
    """Return those of ``slots`` that the tag of ``token`` allows; all of them when it allows none."""
    if token.is_finite:
        past = "Tense=Past" in token.morph
        narrowed = frozenset(slot for slot in slots if slot in _FINITE and (slot in _PAST) == past)
    elif "VerbForm=Inf" in token.morph:
        narrowed = slots & {VerbForm.INFINITIVE}
    elif token.is_participle or token.pos == "ADJ":
        narrowed = slots & _PARTICIPLES or slots
    else:
        narrowed = slots
    return narrowed or slots
