"""All forms of the entries of a word list, and where an entry was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from b1check.errors import RuleError
from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import FINITE, VerbForm
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
        """What the word can begin with: one of its forms, or "aan te" of "aan te vangen"."""
        return frozenset(self.joined) | frozenset(self.split) | ({f"{self.particle} te"} if self.particle else set())

    @cached_property
    def heads(self) -> frozenset[str]:
        """The tokens of which one must be there; for a verb in two parts the other part alone is not enough."""
        return frozenset(self.joined) | frozenset(self.split) | ({self.base} if self.base else frozenset())


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


_KEPT = 4_000
"""Of how many words to keep the forms: more than a text holds."""
_PAST = frozenset({VerbForm.PAST_SINGULAR, VerbForm.PAST_PLURAL})
_PARTICIPLES = frozenset(
    {
        VerbForm.PAST_PARTICIPLE,
        VerbForm.PAST_PARTICIPLE_INFLECTED,
        VerbForm.PRESENT_PARTICIPLE,
        VerbForm.PRESENT_PARTICIPLE_INFLECTED,
    }
)
_MAY_BE_SUBJECT = frozenset({"NOUN", "PROPN", "PRON"})
_INFLECTED = frozenset({VerbForm.PAST_PARTICIPLE_INFLECTED, VerbForm.PRESENT_PARTICIPLE_INFLECTED})
_NO_NOUN_PHRASE = frozenset({"PUNCT", "AUX", "VERB", "ADP", "SCONJ", "PRON", "DET"})
"""What follows a participle that belongs to no noun after it."""
_SECOND_PERSON = frozenset("je jij u".split())
_OTHER_WORDS = frozenset("verantwoord verantwoorde voldoende".split())
"""Forms of a verb that are a word of their own, with another meaning."""
_ONLY_NOUN = ("ing", "heid", "tie", "teit", "schap", "isme", "ment", "nis", "age", "ker", "der", "ant", "ent", "aar")
_ONLY_VERB = ("ceren", "teren", "seren", "feren", "veren", "ieren", "neren")
"""Ends of words that can only be a noun or a verb, so that a tag that says otherwise is a mistake."""
_ALSO_NOUN = frozenset("alternatief complex individueel kwart materieel potentieel".split())
"""Adjectives that are nouns as well ("het complex"), so that the tag decides."""


@lru_cache(maxsize=_KEPT)
def expand(word: str, sort: WordSort) -> Forms:
    """Return all forms of ``word``; a verb may carry the marks of ``inflection.particles``.

    Raises:
        RuleError: when a verb cannot be conjugated.
    """
    if sort is WordSort.VERB:
        try:
            inflection.conjugate(word)
        except ValueError as error:
            raise RuleError(f"{word} is geen werkwoord waarvan b1check de vormen kent.") from error
        particle = inflection.particle_of(word) or ""
        infinitive = inflection.conjugate(word).infinitive
        split = inflection.split_verb_forms(word) if particle else {}
        base = infinitive.removeprefix(particle)
        joined = {form: slots for form, slots in inflection.verb_forms(word).items() if form not in _OTHER_WORDS}
        return Forms(infinitive, sort, joined, split, particle, base)
    if sort is WordSort.NOUN:
        return Forms(word, sort, inflection.noun_forms(word))
    if sort is WordSort.ADJECTIVE:
        return Forms(word, sort, inflection.adjective_forms(word))
    return Forms(word, sort, {word.lower(): frozenset()})


def fits(forms: Forms, token: Token) -> bool:
    """Tell whether the tag of ``token`` allows it to be this word.

    The form says most, and a tag is wrong now and then. So only a tag that contradicts the form counts, and for
    a noun that can be nothing else (one in -heid) not even that.
    """
    match forms.sort:
        case WordSort.VERB:
            slots = forms.joined[token.lower]
            if token.pos in {"VERB", "AUX"} or (forms.particle and slots != {VerbForm.PRESENT_1SG}):
                return True
            if token.pos == "ADJ":
                return bool(slots & _PARTICIPLES)
            if token.pos == "PROPN":  # an order at the start of a sentence: "Motiveer uw bezwaar."
                return VerbForm.IMPERATIVE in slots
            is_noun = "Number=Plur" in token.morph or VerbForm.INFINITIVE not in slots
            return forms.word.endswith(_ONLY_VERB) or (token.pos == "NOUN" and not is_noun)
        case WordSort.NOUN:
            # "Zal aanvangen" is no plural of "aanvang", whatever form the tag says.
            infinitive = token.pos == "VERB" and token.lemma == token.lower != forms.word
            is_verb = token.is_finite or "VerbForm=Inf" in token.morph or infinitive
            return forms.word.endswith(_ONLY_NOUN) or not (is_verb or token.pos in {"AUX", "ADP", "ADV", "SCONJ"})
        case WordSort.ADJECTIVE:
            if token.is_finite:
                return False
            return token.pos not in {"AUX", "ADP"} and (token.pos != "NOUN" or forms.word not in _ALSO_NOUN)
        case _:
            return True


def slots_of(token: Token, slots: frozenset[Slot], sentence: Sentence) -> frozenset[Slot]:
    """Return those of ``slots`` that the tag of ``token`` allows; all of them when it allows none.

    A form that can be a persoonsvorm is one when the sentence has no other, whatever its tag says.
    """
    if slots <= _PARTICIPLES:
        return _participles(token, slots, sentence) or slots
    only_verb = not any(other.is_finite for other in sentence.tokens if other is not token)
    if slots & FINITE and (
        token.is_finite or (only_verb and not (token.is_participle and opens_noun(token, sentence)))
    ):
        past = "Tense=Past" in token.morph
        narrowed = frozenset(slot for slot in slots & FINITE if (slot in _PAST) == past)
        if not any(other.lower in _SECOND_PERSON for other in sentence.tokens):
            narrowed -= {VerbForm.PRESENT_2SG}
    elif "VerbForm=Inf" in token.morph:
        # "is verstreken" has the ending of an infinitive, and the tag with it.
        narrowed = slots & {VerbForm.INFINITIVE} or _participles(token, slots, sentence)
    elif token.is_participle or token.pos == "ADJ":
        narrowed = _participles(token, slots, sentence)
    else:
        narrowed = slots
    return narrowed or slots


def opens_noun(token: Token, sentence: Sentence) -> bool:
    """Tell whether a participle can tell more of the noun after it: not in "de gemeente verstrekt leningen"."""
    before, after = (sentence.token(at) if at in sentence else None for at in (token.index - 1, token.index + 1))
    return after is not None and after.pos == "NOUN" and not (before and before.pos in _MAY_BE_SUBJECT)


def _participles(token: Token, slots: frozenset[Slot], sentence: Sentence) -> frozenset[Slot]:
    """Return the participles in ``slots``: the inflected one before a noun, the other at the end of a clause."""
    following = sentence.token(token.index + 1).pos if token.index + 1 in sentence else "PUNCT"
    if following == "NOUN":
        return slots & _INFLECTED or slots & _PARTICIPLES
    if following in _NO_NOUN_PHRASE:
        return slots & (_PARTICIPLES - _INFLECTED) or slots & _PARTICIPLES
    return slots & _PARTICIPLES
