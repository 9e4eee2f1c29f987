"""The piece of text around a finding, cut to one line so that its words stay in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from b1check.findings import Finding, Span
from b1check.reporters.text import clean, cut_end, cut_middle, cut_start, width

_LONG = 60
_NEAR = 8


class Piece(NamedTuple):
    """A piece of a line, and whether it belongs to the words of the finding."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text: what stands before the words of a finding, the words, and what stands after them.

    The words are more than one piece when they stand apart, such as the two parts of a verb.
    """

    before: str
    pieces: tuple[Piece, ...]
    after: str


def is_whole(finding: Finding) -> bool:
    """Tell whether the finding is about so much text that marking its words one by one says nothing."""
    return not finding.marks or len(finding.text) > _LONG


def excerpt(sentence: str, marks: Sequence[Span], columns: int) -> Excerpt:
    """Cut ``sentence`` to ``columns``, around the words in ``marks``; the first of those never goes out of sight."""
    start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
    if width(sentence[start:end]) > columns // 2:
        marks = marks[:1]
        start, end = marks[0].start, marks[0].end
    near = columns * _NEAR  # what stands further away cannot be in sight; a sentence can be a whole file
    before, after = clean(sentence[max(start - near, 0) : start]), clean(sentence[end : end + near])
    pieces = tuple(_pieces(sentence, sorted(marks)))
    if len(pieces) == 1:
        pieces = (Piece(cut_middle(pieces[0].text, columns), marked=True),)
    room = columns - sum(width(piece.text) for piece in pieces)
    # Both sides get half of the room, and what one side does not need goes to the other.
    left = min(width(before), max(room // 2, room - width(after)))
    before = cut_start(before, left)
    return Excerpt(before, pieces, cut_end(after, room - width(before)))


def _pieces(sentence: str, marks: Sequence[Span]) -> Iterator[Piece]:
    """Yield the marked words, and what stands between them."""
    at = marks[0].start
    for mark in marks:
        if mark.start > at:
            yield Piece(clean(sentence[at : mark.start]), marked=False)
        if mark.end > at:
            yield Piece(clean(sentence[max(mark.start, at) : mark.end]), marked=True)
            at = mark.end
