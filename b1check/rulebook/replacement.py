"""Puts an alternative in the place of a word: in the same form, with the same capital.

Where the sentence around it would have to change as well (another article, words in another order) the
alternative is only shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from b1check.findings import Applicability
from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import AdjectiveForm, Number, VerbForm
from b1check.rulebook.match import BlockEdit, Suggestion
from b1check.rulebook.wordforms import Forms, Place, slots_of
from b1check.rulebook.wordlist import Entry, WordSort

_DETERMINERS = frozenset("de het een dit dat deze die ons onze elk elke welk welke ieder iedere zo'n geen".split())
"""Words that can have to change with the gender of the noun after them."""


def suggestions(
    entry: Entry, forms: Forms | None, place: Place, sentence: Sentence, text: str
) -> tuple[Suggestion, ...]:
    """Return the alternatives of ``entry`` for the words at ``place``."""
    return tuple(_suggestion(word, entry, forms, place, sentence, text) for word in entry.alternatives)


def _suggestion(
    word: str, entry: Entry, forms: Forms | None, place: Place, sentence: Sentence, text: str
) -> Suggestion:
    edits = _edits(word, entry.sort, forms, place, sentence)
    if not edits:
        return Suggestion(word, applicability=Applicability.SHOW)
    first = edits[0]
    cased = _with_case(first.replacement, text[first.start : first.end])
    # A verb in two parts is shown with both: "trekt … af".
    shown = " … ".join(edit.replacement for edit in edits if edit.replacement)
    return Suggestion(shown, (first._replace(replacement=cased), *edits[1:]))


def _edits(word: str, sort: WordSort, forms: Forms | None, place: Place, sentence: Sentence) -> tuple[BlockEdit, ...]:
    if forms is None or sort in {WordSort.PHRASE, WordSort.FIXED}:
        return (BlockEdit(place.start, place.end, word),)
    if place.head is None or " " in word or not place.start <= place.head.start < place.end:
        return ()
    if sort is WordSort.VERB:
        return _verb(word, forms, place, place.head, sentence) if forms.joined and _is_single(forms, place) else ()
    if sort is WordSort.NOUN:
        return _noun(word, forms, place, place.head, sentence)
    return _adjective(word, forms, place, place.head)


def _is_single(forms: Forms, place: Place) -> bool:
    """Tell whether the marked words are the verb alone, not an expression with a verb in it."""
    assert place.head is not None
    return place.te is not None or (place.start, place.end) == (place.head.start, place.head.end)


def _verb(word: str, forms: Forms, place: Place, head: Token, sentence: Sentence) -> tuple[BlockEdit, ...]:
    if place.te:
        wording = inflection.inflect_verb(word, VerbForm.TO_INFINITIVE)
        return (BlockEdit(place.start, place.end, wording),) if wording else ()
    if place.particle:
        return _split_verb(word, forms, head, place.particle, sentence)
    slots = slots_of(head, forms.joined[head.lower], sentence)
    if inflection.particle_of(word):
        return _separable_for_simple(word, slots, head, sentence)
    wording = _agreed(inflection.inflect_verb(word, VerbForm(slot)) for slot in slots)
    return (BlockEdit(head.start, head.end, wording),) if wording else ()


def _separable_for_simple(word: str, slots: frozenset[str], head: Token, sentence: Sentence) -> tuple[BlockEdit, ...]:
    """In a main clause the particle would go to the end of the clause, so only forms in one word are placed."""
    if any(slot in slots for slot in VerbForm if "sg" in slot or "singular" in slot or "imperative" in slot):
        return ()
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    if before and before.lower == "te":
        wording = inflection.inflect_verb(word, VerbForm.TO_INFINITIVE)
        return (BlockEdit(before.start, head.end, wording),) if wording else ()
    if head.is_finite:
        return ()
    wording = _agreed(inflection.inflect_verb(word, VerbForm(slot)) for slot in slots)
    return (BlockEdit(head.start, head.end, wording),) if wording else ()


def _split_verb(word: str, forms: Forms, head: Token, particle: Token, sentence: Sentence) -> tuple[BlockEdit, ...]:
    """Replace a verb in two parts ("vangt ... aan"): a simple verb takes the place of the first, the second goes."""
    slots = slots_of(head, forms.split[head.lower], sentence)
    if inflection.particle_of(word):
        pairs = {inflection.inflect_split(word, VerbForm(slot)) for slot in slots}
        pair = pairs.pop() if len(pairs) == 1 else None
        if pair is None:
            return ()
        return BlockEdit(head.start, head.end, pair.verb), BlockEdit(particle.start, particle.end, pair.particle)
    wording = _agreed(inflection.inflect_verb(word, VerbForm(slot)) for slot in slots)
    if wording is None:
        return ()
    before = sentence.token(particle.index - 1)
    return BlockEdit(head.start, head.end, wording), BlockEdit(before.end, particle.end, "")


def _noun(word: str, forms: Forms, place: Place, head: Token, sentence: Sentence) -> tuple[BlockEdit, ...]:
    numbers = forms.joined[head.lower]
    before = sentence.token(head.index - 1) if head.index - 1 in sentence else None
    if Number.SINGULAR in numbers and before and (before.lower in _DETERMINERS or before.pos in {"ADJ", "DET"}):
        article = inflection.article(word)
        if article is None or article != inflection.article(forms.word):
            return ()
    wording = _agreed(inflection.inflect_noun(word, Number(number)) for number in numbers)
    return (BlockEdit(place.start, place.end, wording),) if wording else ()


def _adjective(word: str, forms: Forms, place: Place, head: Token) -> tuple[BlockEdit, ...]:
    slots = forms.joined[head.lower]
    wording = _agreed(inflection.inflect_adjective(word, AdjectiveForm(slot)) for slot in slots)
    return (BlockEdit(place.start, place.end, wording),) if wording else ()


def _agreed(wordings: Iterable[str | None]) -> str | None:
    """Return the one wording that all slots share, or None."""
    found = set(wordings)
    return found.pop() if len(found) == 1 else None


def _with_case(wording: str, original: str) -> str:
    """Give ``wording`` the capitals of ``original``."""
    if len(original) > 1 and original.isupper():
        return wording.upper()
    return wording[:1].upper() + wording[1:] if original[:1].isupper() else wording
