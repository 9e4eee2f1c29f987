"""Puts an alternative in the place of a word: in the same form, with the same capital.

The package ``rewriting`` changes the words around it that have to follow. Where it is not certain of the grammar, the
alternative is only shown.
"""

from __future__ import annotations

from b1check.findings import Applicability
from b1check.language.analysis import Sentence
from b1check.rulebook.match import Suggestion
from b1check.rulebook.rewriting import nouns, verbs, words
from b1check.rulebook.rewriting.edits import NONE, Edits, with_case
from b1check.rulebook.wordforms import Forms, Place
from b1check.rulebook.wordlist import Entry, WordSort


def suggestions(
    entry: Entry, forms: Forms | None, place: Place, sentence: Sentence, text: str
) -> tuple[Suggestion, ...]:
    """Return the alternatives of ``entry`` for the words at ``place``.

    The first alternative of an entry that is marked as sure is safe, when nothing but the words themselves changes.
    """
    made = [_suggestion(word, entry, forms, place, sentence, text) for word in entry.alternatives]
    if made and entry.sure and _only_here(made[0], place) and not _is_quoted(place, text):
        made[0] = Suggestion(made[0].text, made[0].edits, Applicability.SAFE)
    return tuple(made)


def _suggestion(
    word: str, entry: Entry, forms: Forms | None, place: Place, sentence: Sentence, text: str
) -> Suggestion:
    edits = _edits(word, entry, forms, place, sentence)
    if not edits:
        return Suggestion(word, applicability=Applicability.SHOW)
    opening = sentence.tokens[0]
    cased = tuple(
        edit._replace(replacement=with_case(edit.replacement, text[edit.start : edit.end]))
        if edit.start == place.start or (edit.start == opening.start and edit.end > edit.start)
        else edit
        for edit in edits
    )
    # Words in more than one place are shown together: "trekt … af".
    shown = " … ".join(edit.replacement.strip() for edit in edits if edit.replacement)
    return Suggestion(shown or word, cased)


def _edits(word: str, entry: Entry, forms: Forms | None, place: Place, sentence: Sentence) -> Edits:
    if forms is None or entry.sort in {WordSort.PHRASE, WordSort.FIXED}:
        return words.fixed(word, place, sentence)
    match entry.sort:
        case WordSort.VERB:
            old = verbs.source(entry.word, forms, place, sentence)
            return verbs.rewrite(word, old) if old else NONE
        case WordSort.NOUN:
            return nouns.rewrite(word, forms, place, sentence)
        case _:
            return words.adjective(word, forms, place, sentence)


def _only_here(suggestion: Suggestion, place: Place) -> bool:
    """Tell whether the edits stay inside the words that were found, and the parts of a split verb."""
    parts = [(place.start, place.end)]
    parts += [(token.start - 1, token.end) for token in (place.head, place.particle) if token]
    return bool(suggestion.edits) and all(
        any(start <= edit.start and edit.end <= end for start, end in parts) for edit in suggestion.edits
    )


def _is_quoted(place: Place, text: str) -> bool:
    """Words between quotation marks may be the name of something."""
    return text[: place.start].rstrip()[-1:] in {"‘", "“", '"'} and text[place.end :][:1] in {"’", "”", '"'}
