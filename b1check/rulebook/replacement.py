"""Puts an alternative in the place of a word: in the same form, with the same capital.

The package ``rewriting`` changes the words around it that have to follow. Where it is not certain of the grammar, the
alternative is only shown.
"""

from __future__ import annotations

from b1check.findings import Applicability
from b1check.language.analysis import Sentence
from b1check.rulebook.match import BlockEdit, Suggestion
from b1check.rulebook.rewriting import nouns, reasons, replaced, verbs, words
from b1check.rulebook.rewriting.edits import NONE, Edits, capital, with_case
from b1check.rulebook.wordforms import Forms, Place
from b1check.rulebook.wordlist import Entry, WordSort


def suggestions(
    entry: Entry, forms: Forms | None, place: Place, sentence: Sentence, text: str
) -> tuple[Suggestion, ...]:
    """Return the alternatives of ``entry`` for the words at ``place``.

    The first alternative of an entry that is marked as sure is safe, when nothing but the words themselves changes.
    """
    placed = {word: _edits(word, entry, forms, place, sentence) for word in entry.alternatives}
    fitting = tuple(word for word, edits in placed.items() if edits)
    return tuple(
        _suggestion(word, edits, fitting, entry, place, sentence, text)
        if edits
        else Suggestion(word, applicability=Applicability.SHOW)
        for word, edits in placed.items()
    )


def leave_out(place: Place, sentence: Sentence, text: str) -> tuple[Suggestion, ...]:
    """Return how to take out the words at ``place``: only shown, for who writes knows what they were there for.

    Nothing at the start of a sentence, where the order of the other words would have to change.
    """
    start = place.start - 1
    if place.start <= sentence.start or text[start] != " " or text[place.end : place.end + 1] not in {" ", "."}:
        return ()
    return (Suggestion("", (BlockEdit(start, place.end, ""),), Applicability.SHOW),)


def _suggestion(
    word: str, edits: Edits, fitting: tuple[str, ...], entry: Entry, place: Place, sentence: Sentence, text: str
) -> Suggestion:
    """Return one wording; ``fitting`` are all that can be placed here."""
    cased = _cased(edits, place, sentence, text)
    # Words in more than one place are shown together: "trekt … af".
    shown = " … ".join(edit.replacement.strip() for edit in edits if edit.replacement)
    sure = (
        word == entry.alternatives[0] and entry.sure and _only_here(cased, place) and not reasons.is_quoted(place, text)
    )
    level = Applicability.SAFE if sure else Applicability.SHOW if entry.open else Applicability.REVIEW
    return Suggestion(shown or word, cased, level, reasons.of_word(word, fitting, entry, cased, place, text, level))


def _cased(edits: Edits, place: Place, sentence: Sentence, text: str) -> Edits:
    """Give ``edits`` the capitals of the words they replace; where a first word goes away, the next one gets its."""
    first = sentence.tokens[0]
    gone = next((edit for edit in edits if edit.start == first.start < edit.end and not edit.replacement), None)
    moves = gone is not None and first.text[:1].isupper()
    made: list[BlockEdit] = []
    for edit in edits:
        new = edit.replacement
        if moves and gone is not None and edit.start == gone.end:
            new = capital(new)
        elif edit.start == place.start or edit.start == first.start < edit.end:
            new = with_case(new, text[edit.start : edit.end])
        made.append(edit._replace(replacement=new))
    if moves and gone is not None and all(edit.start != gone.end for edit in edits):
        made[0] = BlockEdit(gone.start, gone.end + 1, capital(text[gone.end : gone.end + 1]))
    return tuple(made)


def _edits(word: str, entry: Entry, forms: Forms | None, place: Place, sentence: Sentence) -> Edits:
    if forms is None or entry.sort in {WordSort.PHRASE, WordSort.FIXED}:
        return words.fixed(word, place, sentence)
    match entry.sort:
        case WordSort.VERB:
            old = replaced.source(entry.word, forms, place, sentence)
            return verbs.rewrite(word, old) if old else NONE
        case WordSort.NOUN:
            return nouns.rewrite(word, forms, place, sentence)
        case _:
            return words.adjective(word, forms, place, sentence)


def _only_here(edits: Edits, place: Place) -> bool:
    """Tell whether the edits stay inside the words that were found, and the parts of a split verb."""
    parts = [(place.start, place.end)]
    parts += [(token.start - 1, token.end) for token in (place.head, place.particle) if token]
    return all(any(start <= edit.start and edit.end <= end for start, end in parts) for edit in edits)
