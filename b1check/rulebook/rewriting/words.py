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
_CONJUNCTIONS = frozenset({"en", "of", "maar"})
_JOINS = frozenset({"en", "of"})
_NEAR = 3
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
        if slots != {AdjectiveForm.BASE} or _before_noun(head, sentence) or wording.startswith(("de ", "het ", "een ")):
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
    inside = [token for token in sentence.tokens if place.start <= token.start < place.end]
    left, right = _beside(sentence, inside[0], -1), _beside(sentence, inside[-1], 1)
    if wording.rsplit(maxsplit=1)[-1] in _OPENS_CLAUSE and _is_infinitive_clause(place, sentence):
        return NONE
    if _clashes_before(wording, left, inside) or _clashes_after(wording, inside, right, sentence):
        return NONE
    return (BlockEdit(place.start, place.end, wording),)


def _beside(sentence: Sentence, token: Token, step: int) -> Token | None:
    return sentence.token(token.index + step) if token.index + step in sentence else None


def _clashes_before(wording: str, left: Token | None, inside: list[Token]) -> bool:
    """Tell whether ``wording`` cannot follow the word before it."""
    if left is None:
        return False
    first = wording.split(maxsplit=1)[0]
    twice = left.lower == first or (left.lower in _CONJUNCTIONS and first in _CONJUNCTIONS)
    article = left.lower in {"de", "het", "een"} and first in {"deze", "dit", "die", "de", "het", "veel", "een"}
    verb = inside[0].is_participle and left.pos == "AUX"  # "wordt uitgezonderd" is a lijdende vorm
    return twice or article or verb or (wording == "nu" and left.lower in {"na", "vanaf", "tot"})


def _clashes_after(wording: str, inside: list[Token], right: Token | None, sentence: Sentence) -> bool:
    """Tell whether ``wording`` cannot stand before the words after it."""
    if right is None:
        return False
    last = wording.rsplit(maxsplit=1)[-1]
    near = {token.lower for token in sentence.tokens if right.index <= token.index < right.index + _NEAR}
    joins = wording in _JOINS and not _JOINS.isdisjoint(near)  # "respectievelijk 23 en 31"
    counted = inside[0].lower == "gedurende" and (right.pos == "NUM" or right.lower in _COUNTING)
    attributive = len(inside) == 1 and inside[0].pos == "ADJ" and right.pos == "NOUN"
    adverb = attributive and (" " in wording or wording in _ADVERBS)
    loose = wording in {"dat", "dit"} and right.pos == "ADP"
    denied = last in {"niet", "geen"} and right.lower == "een"
    degree = last == "erg" and right.pos == "ADJ"  # "zodanig bijzondere": "zo bijzondere"
    return right.lower == last or joins or counted or adverb or loose or denied or degree


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
