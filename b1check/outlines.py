"""The outline of a document: its headings and the parts of a letter, as an editor lists them."""

from __future__ import annotations

from dataclasses import dataclass

from b1check.documents import readers
from b1check.documents.document import Block, BlockKind
from b1check.findings import Span
from b1check.letter import parts

_SHOWN = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.ADDRESS,
        BlockKind.REFERENCE,
        BlockKind.SUBJECT,
        BlockKind.SALUTATION,
        BlockKind.CLOSING,
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading or a part of a letter.

    Attributes:
        kind: what it is, such as "kop" or "aanhef".
        text: its words; line ends in it are spaces.
        level: of a heading 1 to 6; else 0.
        span: the words in the source.
        end: offset in the source of the end of all that belongs to it: of a heading up to the next one of its level.
    """

    kind: str
    text: str
    level: int
    span: Span
    end: int


def outline(text: str, *, format: str = "txt") -> tuple[Part, ...]:
    """Return the outline of ``text``, written in ``format`` (``txt``, ``md`` or ``html``), in the order of the text.

    Raises:
        ReadError: when there is nothing to read in the text.
    """
    blocks = parts.label(readers.read_text(text, format=format)).blocks
    spans = [Span(*block.map.to_source(0, len(block.text))) for block in blocks]
    return tuple(
        Part(str(block.kind), " ".join(block.text.split()), block.level, spans[at], _end(at, blocks, spans))
        for at, block in enumerate(blocks)
        if block.kind in _SHOWN
    )


def _end(at: int, blocks: tuple[Block, ...], spans: list[Span]) -> int:
    """Return where the part that begins with block ``at`` ends."""
    if blocks[at].kind is not BlockKind.HEADING:
        return spans[at].end
    below = at
    for index in range(at + 1, len(blocks)):
        kind, level = blocks[index].kind, blocks[index].level
        if kind is BlockKind.CLOSING or (kind is BlockKind.HEADING and level <= blocks[at].level):
            break
        below = index
    return max(spans[below].end, spans[at].end)
