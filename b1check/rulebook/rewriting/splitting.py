"""Cuts a long sentence in two at "en", "maar", "want" or "dus", when both halves can stand alone."""

from __future__ import annotations

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockEdit, Suggestion
from b1check.rulebook.rewriting import clauses, edits

_KEPT = frozenset({"maar", "want", "dus"})
"""Words that open the second sentence; "en" goes."""
_LEAST = 4
"""Words that each half must have."""


def split(sentence: Sentence, text: str) -> Suggestion | None:
    """Return the sentence in two, or None when there is no place where both halves are full main clauses."""
    if grammar.is_question(sentence) or any(token.text in {":", ";"} for token in sentence.tokens):
        return None
    for token in sentence.tokens:
        if (token.lower == "en" or token.lower in _KEPT) and _is_border(sentence, token):
            return _cut(sentence, token, text)
    return None


def _is_border(sentence: Sentence, conjunction: Token) -> bool:
    if not _joins(sentence, conjunction):
        return False
    left = tuple(token for token in sentence.tokens if token.index < conjunction.index)
    right = tuple(token for token in sentence.tokens if token.index > conjunction.index)
    if min(_words(left), _words(right)) < _LEAST or _depth(left) or _is_list(left):
        return False
    return _is_main(sentence, left) and _is_main(sentence, right) and _has_order(right)


def _joins(sentence: Sentence, conjunction: Token) -> bool:
    """Tell whether the tree joins two main clauses here: a clause with a persoonsvorm, coordinated with the root."""
    if conjunction.head not in sentence:
        return False
    verb = sentence.token(conjunction.head)
    first = grammar.root(sentence)
    if verb.dep not in {"conj", "parataxis"} or verb.head != first.index:
        return False
    left, right = grammar.finite_of(sentence, first), grammar.finite_of(sentence, verb)
    return left is not None and right is not None and left.index < conjunction.index < right.index


def _words(tokens: tuple[Token, ...]) -> int:
    return sum(token.is_word for token in tokens)


def _depth(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a bracket or quotation mark is open after ``tokens``."""
    text = " ".join(token.text for token in tokens)
    return text.count("(") != text.count(")") or text.count("‘") > text.count("’") or text.count("“") != text.count("”")


def _is_list(left: tuple[Token, ...]) -> bool:
    """A first word such as "als" may hold for both halves: "Als u komt, krijgt u X en doen wij Y"."""
    first = left[0]
    return first.pos == "SCONJ" or "PronType=Rel" in first.morph or first.is_finite


def _is_main(sentence: Sentence, half: tuple[Token, ...]) -> bool:
    """Tell whether ``half`` has the persoonsvorm of a main clause, with its own subject, on its own side."""
    places = {token.index for token in half}
    for token in half:
        if not token.is_finite or clauses.is_subordinate(sentence, token) is not False:
            continue
        found = clauses.subject(sentence, token)
        if found is not None and found.index in places and abs(found.index - token.index) <= 1 + len(half) // 2:
            return "PronType=Rel" not in found.morph
    return False


def _has_order(right: tuple[Token, ...]) -> bool:
    """Tell whether the persoonsvorm is the second part of the right half, so that nothing of the left half is shared.

    "en wij bellen u" can stand alone; in "en bellen wij u" the first part of the sentence holds for both halves.
    """
    first = right[0]
    if first.is_finite or first.pos in {"SCONJ", "PUNCT", "CCONJ", "VERB", "AUX"} or "PronType=Rel" in first.morph:
        return False
    finite = next((token for token in right if token.is_finite), None)
    if finite is None:
        return False
    before = [token for token in right if token.index < finite.index]
    return len(before) <= 4 and not any(token.pos in {"PUNCT", "SCONJ"} for token in before)


def _cut(sentence: Sentence, conjunction: Token, text: str) -> Suggestion:
    previous = sentence.token(conjunction.index - 1)
    start = sentence.token(previous.index - 1).end if previous.text == "," else previous.end
    following = sentence.token(conjunction.index + 1)
    first = conjunction if conjunction.lower in _KEPT else following
    wording = f". {edits.capital(first.text)}"
    edit = BlockEdit(start, first.end, wording)
    whole = f"{text[sentence.start : start]}{wording}{text[first.end : sentence.end]}"
    reason = (
        f"De zin wordt 2 zinnen. De tweede begint met ‘{edits.capital(first.text)}’: lees of die los te begrijpen is."
    )
    return Suggestion(whole, (edit,), reason=reason)
