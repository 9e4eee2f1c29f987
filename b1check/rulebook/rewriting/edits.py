"""Small changes in the text of a block: take words away, put words beside others, keep capitals."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockEdit

Edits = tuple[BlockEdit, ...]
NONE: Edits = ()
"""No edits: the wording can only be shown."""


def replace(token: Token, wording: str) -> BlockEdit:
    """Put ``wording`` in the place of ``token``."""
    return BlockEdit(token.start, token.end, wording)


def replace_range(tokens: Iterable[Token], wording: str) -> BlockEdit:
    """Put ``wording`` in the place of tokens that stand side by side."""
    inside = tuple(tokens)
    return BlockEdit(inside[0].start, inside[-1].end, wording)


def before(token: Token, wording: str) -> BlockEdit:
    """Put ``wording`` and a space before ``token``."""
    return BlockEdit(token.start, token.start, f"{wording} ")


def after(token: Token, wording: str) -> BlockEdit:
    """Put a space and ``wording`` after ``token``."""
    return BlockEdit(token.end, token.end, f" {wording}")


def remove(sentence: Sentence, first: Token, last: Token | None = None) -> BlockEdit:
    """Take tokens away with the space before them; at the start of a sentence with the space after them."""
    last = last or first
    if first.index - 1 in sentence:
        return BlockEdit(sentence.token(first.index - 1).end, last.end, "")
    if last.index + 1 in sentence:
        return BlockEdit(first.start, sentence.token(last.index + 1).start, "")
    return BlockEdit(first.start, last.end, "")


def ordered(edits: Iterable[BlockEdit]) -> Edits:
    """Return ``edits`` in the order of the text; none when two of them meet."""
    found = sorted(edit for edit in edits if edit.replacement or edit.start < edit.end)
    if any(left.end > right.start or left[:2] == right[:2] for left, right in pairwise(found)):
        return NONE
    return tuple(found)


def applied(edits: Edits, text: str, start: int, end: int) -> str:
    """Return ``text`` from ``start`` to ``end`` after ``edits``, which lie inside that range."""
    pieces, at = [], start
    for edit in edits:
        pieces += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*pieces, text[at:end]])


def with_case(wording: str, original: str) -> str:
    """Give ``wording`` the capitals of ``original``."""
    if len(original) > 1 and original.isupper():
        return wording.upper()
    return capital(wording) if original[:1].isupper() else wording


def capital(wording: str) -> str:
    """Write the first letter as a capital."""
    return wording[:1].upper() + wording[1:]
