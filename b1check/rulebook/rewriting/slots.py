"""Tells which form of the old verb stands there, where the tag alone does not."""

from __future__ import annotations

from collections.abc import Mapping

from b1check.language.inflection import FINITE, AdjectiveForm, VerbForm
from b1check.rulebook.rewriting.replaced import MODALS, PERFECT, Source, auxiliaries, te_before
from b1check.rulebook.rewriting.words import by_noun
from b1check.rulebook.wordforms import opens_noun

_ONLY_ARTICLES = frozenset({"de", "een", "onze", "elke", "iedere"})
"""Words that always open a noun phrase, so that no persoonsvorm follows them."""
_BOTH_PARTICIPLES = frozenset({VerbForm.PAST_PARTICIPLE, VerbForm.PAST_PARTICIPLE_INFLECTED})
_AS_PARTICIPLE: Mapping[str, VerbForm] = {
    AdjectiveForm.BASE: VerbForm.PAST_PARTICIPLE,
    AdjectiveForm.INFLECTED: VerbForm.PAST_PARTICIPLE_INFLECTED,
}
_AFTER_NOUN = frozenset({"PUNCT", "VERB", "AUX", "SCONJ"})


def as_participle(slots: frozenset[str], old: Source) -> frozenset[str]:
    """Read a form that looks like an infinitive as a participle beside its auxiliary: "wordt verstaan"."""
    possible = old.forms.joined.get(old.head.lower, frozenset())
    if possible >= _BOTH_PARTICIPLES and slots & _BOTH_PARTICIPLES and _before_noun(old):
        return frozenset({_AS_PARTICIPLE[slot] for slot in by_noun(old.head, old.sentence)})
    if slots & FINITE and VerbForm.PAST_PARTICIPLE_INFLECTED in possible and _stands_before_noun(old):
        return frozenset({VerbForm.PAST_PARTICIPLE_INFLECTED})
    unclear = slots & FINITE or (slots == {VerbForm.PAST_PARTICIPLE} and not auxiliaries(old) & PERFECT)
    if unclear and VerbForm.INFINITIVE in possible and not old.is_split and _follows_modal(old):
        return frozenset({VerbForm.INFINITIVE})
    if slots <= FINITE and VerbForm.PAST_PARTICIPLE in possible and not old.is_split and _closes_perfect(old):
        return frozenset({VerbForm.PAST_PARTICIPLE})
    if slots == {VerbForm.INFINITIVE} and VerbForm.PAST_PARTICIPLE in possible and te_before(old) is None:
        return frozenset({VerbForm.PAST_PARTICIPLE}) if auxiliaries(old) & {"worden", "zijn", "hebben"} else slots
    return slots


def _before_noun(old: Source) -> bool:
    return old.head.index + 1 in old.sentence and old.sentence.token(old.head.index + 1).pos == "NOUN"


def _stands_before_noun(old: Source) -> bool:
    """Tell whether the verb stands between an article and a noun: "de verstrekte pas"."""
    at = old.head.index
    if at - 1 not in old.sentence or at + 1 not in old.sentence:
        return False
    before, after = old.sentence.token(at - 1), old.sentence.token(at + 1)
    if before.lower in _ONLY_ARTICLES:
        return True
    return (before.pos == "DET" or "Poss=Yes" in before.morph) and after.pos in {"NOUN", "ADJ"}


def _closes_perfect(old: Source) -> bool:
    """Tell whether "hebben", "zijn" or "worden" stands before the verb in its clause, so that it is a participle."""
    for at in range(old.head.index - 1, old.sentence.tokens[0].index - 1, -1):
        token = old.sentence.token(at)
        if token.pos in {"PUNCT", "SCONJ", "CCONJ"} or "PronType=Rel" in token.morph:
            return False
        if token.is_finite:
            return token.lemma in {"hebben", "worden", "zijn"}
    return False


def _follows_modal(old: Source) -> bool:
    """Tell whether a modal verb stands before the verb in its clause, so that it is an infinitive whatever its tag."""
    for at in range(old.head.index - 1, old.sentence.tokens[0].index - 1, -1):
        token = old.sentence.token(at)
        if token.pos in {"PUNCT", "SCONJ", "CCONJ"}:
            return False
        if token.is_finite:
            return token.lemma in MODALS
    return False


def is_other_word(slots: frozenset[str], old: Source) -> bool:
    """Tell whether a participle is a noun ("de geadresseerde") or tells how something is done ("gefaseerd gebouwd").

    Such a noun may look like a persoonsvorm.
    """
    at = old.head.index
    before, following = (old.sentence.token(place) if place in old.sentence else None for place in (at - 1, at + 1))
    if slots & FINITE and before and before.lower in {"de", "het"} and following and following.is_finite:
        return True  # "het verstrekte is niet goed"
    if not slots & {VerbForm.PAST_PARTICIPLE, VerbForm.PAST_PARTICIPLE_INFLECTED} or slots & FINITE:
        return False
    possible = old.forms.joined.get(old.head.lower, frozenset())
    attributive = following is not None and (following.pos == "ADJ" or opens_noun(old.head, old.sentence))
    if possible & FINITE and not auxiliaries(old) and not attributive:
        return True  # "de gemeente verricht": the tag may be wrong
    if slots == {VerbForm.PAST_PARTICIPLE} and not attributive and not auxiliaries(old) and not _closes_perfect(old):
        return True  # "wij doen dit gestandaardiseerd" tells how
    if slots == {VerbForm.PAST_PARTICIPLE_INFLECTED} and (following is None or following.pos in _AFTER_NOUN):
        return True
    if old.head.pos == "NOUN":
        return following is None or following.pos not in {"NOUN", "ADJ"}
    return following is not None and following.pos == "VERB"
