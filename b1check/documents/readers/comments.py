"""Comments in which a writer switches remarks off: from where they stand to the part of the text that they hold for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from b1check.documents.directives import Directive
from b1check.documents.document import Block, Suppression
from b1check.documents.source import SourceRange


class Comment(NamedTuple):
    """A comment that switches remarks off.

    Attributes:
        directive: what it says.
        place: where it stands in the source.
        block: index of the block that it stands in, or else of the next one; the number of blocks when there is none.
    """

    directive: Directive
    place: SourceRange
    block: int


def by_block(comments: Iterable[Comment], blocks: Sequence[Block]) -> tuple[Suppression, ...]:
    """Return what ``comments`` switch off: each holds for its block, or for the row of the table that is in.

    Args:
        comments: in the order of the text.
        blocks: the blocks of the document.
    """
    found = list(comments)
    extents = _extents(blocks) if found else []
    made = []
    for directive, place, block in found:
        here = extents[block] if block < len(extents) else SourceRange(place.end, place.end)
        holds = None if directive.whole else here
        made.append(Suppression(directive.names, directive.reason, place, holds))
    return tuple(made)


def by_place(comments: Iterable[tuple[Directive, SourceRange]], blocks: Sequence[Block]) -> tuple[Suppression, ...]:
    """Return the same for comments of which only the place is known, as in plain text."""
    ends = [block.map.slices[-1].source_end for block in blocks]
    found = []
    at = 0
    for directive, place in comments:
        while at < len(blocks) and ends[at] <= place.start:
            at += 1
        found.append(Comment(directive, place, at))
    return by_block(found, blocks)


def _extents(blocks: Sequence[Block]) -> list[SourceRange]:
    """Return for each block its source, or that of all cells in its row."""
    extents = [SourceRange(block.map.slices[0].source_start, block.map.slices[-1].source_end) for block in blocks]
    in_cells = [(index, block.cell) for index, block in enumerate(blocks) if block.cell]
    for _, cells in groupby(in_cells, key=lambda one: one[1][:2]):
        row = [index for index, _ in cells]
        whole = SourceRange(extents[row[0]].start, extents[row[-1]].end)
        for index in row:
            extents[index] = whole
    return extents
