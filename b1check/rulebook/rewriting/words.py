"""Puts another wording in the place of an adjective, or of words that never change."""

from __future__ import annotations

from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import AdjectiveForm
from b1check.rulebook.match import BlockEdit
from b1check.rulebook.rewriting.edits import NONE, Edits
from b1check.rulebook.rewriting.phrases import adjective_phrase
from b1check.rulebook.wordforms import Forms, Place

_AMOUNTS = frozenset("iets niets wat veel weinig meer allerlei".split())
_ADVERBS = frozenset(
    [
        *("samen", "vaak", "meestal", "soms", "steeds", "altijd", "meteen", "straks", "nu", "later", "nog"),
        *("alleen", "bijna", "ongeveer", "zelf", "graag", "misschien", "weer"),
    ]
)
"""Adverbs that never stand before a noun as an adjective does."""
_COUNTING = frozenset("een enkele minimaal maximaal ongeveer circa hoogstens meerdere vele één".split())
"""Words that tell how long, after which "tijdens" does not fit: "tijdens 6 weken"."""
_OPENS_CLAUSE = frozenset("voordat nadat omdat als zodat zolang terwijl doordat hoewel totdat zodra".split())
"""Words after which a persoonsvorm must follow."""


def adjective(wording: str, forms: Forms, place: Place, sentence: Sentence) -> Edits:
    """Return the edit that puts ``wording`` in the place of the adjective, in the same form."""
    phrase, head = adjective_phrase(wording), place.head
    if head is None:
        return NONE
    slots = forms.joined.get(head.lower, frozenset())
    if AdjectiveForm.PARTITIVE in slots and not _after_amount(head, sentence):
        slots = slots - {AdjectiveForm.PARTITIVE} or slots
    if phrase is None:  # "van de gemeente": fits where no noun follows
        if slots != {AdjectiveForm.BASE} or _before_noun(head, sentence) or wording.split()[0] in {"de", "het", "een"}:
            return NONE
        return (BlockEdit(place.start, place.end, wording),)
    adverbs, word = phrase
    if word in _ADVERBS and (_before_noun(head, sentence) or slots != {AdjectiveForm.BASE}):
        return NONE
    found = {inflection.inflect_adjective(word, AdjectiveForm(slot)) for slot in slots}
    form = found.pop() if len(found) == 1 else None
    if form is None or (adverbs and slots - {AdjectiveForm.BASE, AdjectiveForm.INFLECTED}):
        return NONE
    return (BlockEdit(place.start, place.end, f"{adverbs} {form}".strip()),)


def _after_amount(head: Token, sentence: Sentence) -> bool:
    return head.index - 1 in sentence and sentence.token(head.index - 1).lower in _AMOUNTS


def _before_noun(head: Token, sentence: Sentence) -> bool:
    return head.index + 1 in sentence and sentence.token(head.index + 1).pos in {"NOUN", "ADJ", "PROPN"}


def fixed(wording: str, place: Place, sentence: Sentence) -> Edits:
    """Return the edit that puts ``wording`` in the place of words that never change."""
    if wording.split()[-1] in _OPENS_CLAUSE and _is_infinitive_clause(place, sentence):
        return NONE
    first, last = wording.split()[0], wording.split()[-1]
    inside = [token for token in sentence.tokens if place.start <= token.start < place.end]
    left, right = inside[0].index - 1, inside[-1].index + 1
    twice = (left in sentence and sentence.token(left).lower == first) or (
        right in sentence and sentence.token(right).lower == last
    )
    both = left in sentence and sentence.token(left).lower in {"en", "of", "maar"} and first in {"en", "of", "maar"}
    after = sentence.token(right) if right in sentence else None
    before = sentence.token(left).lower if left in sentence else ""
    counted = wording == "tijdens" and after is not None and (after.pos == "NUM" or after.lower in _COUNTING)
    article = before in {"de", "het", "een"} and first in {"deze", "dit", "die", "de", "het", "veel", "een"}
    return NONE if twice or both or counted or article else (BlockEdit(place.start, place.end, wording),)


def _is_infinitive_clause(place: Place, sentence: Sentence) -> bool:
    """Tell whether the clause after ``place`` has "te" and no persoonsvorm: "alvorens te beslissen"."""
    for token in sentence.tokens:
        if token.start < place.end:
            continue
        if token.is_finite or token.text in {",", ";", ":"}:
            return False
        if token.lower == "te":
            return True
    return False
