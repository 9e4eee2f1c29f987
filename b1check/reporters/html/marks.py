"""Where the remarks of a document stand in the text of its blocks, cut into pieces that can be written one by one.

Remarks overlap: a hard word stands in a long sentence, two remarks share a word. So a block is cut wherever a remark or
markup begins or ends, and every piece knows all remarks that hold there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from b1check.documents.document import Block, Mark, MarkKind
from b1check.findings import Finding, Reach

_LONG_WORD = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a block that a remark is about.

    Attributes:
        number: of the remark in the report.
        start: offset in the text of the block.
        end: offset after the last code point.
        wide: whether it is about a sentence rather than about words.
        rank: of the severity; 0 is the heaviest.
        main: False for words that only belong to it, such as the split-off part of a verb.
    """

    number: int
    start: int
    end: int
    wide: bool
    rank: int
    main: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which everything stays the same.

    Attributes:
        text: the words.
        numbers: all remarks that hold here.
        words: the remark about the fewest words, or None.
        sentence: the heaviest remark about a sentence, or None.
        opens: whether that sentence begins here.
        closes: whether it ends here.
        badges: the remarks of which the words end here.
        strong: whether it stands in bold.
        language: code of another language, or "".
    """

    text: str
    numbers: tuple[int, ...] = ()
    words: int | None = None
    sentence: int | None = None
    opens: bool = False
    closes: bool = False
    badges: tuple[int, ...] = ()
    strong: bool = False
    language: str = ""

    @property
    def halves(self) -> tuple[str, str]:
        """The text before its last word, and that word; of a very long word nothing must be kept on one line."""
        words = self.text.rsplit(None, 1)
        last = words[-1] if words else ""
        if not self.text.endswith(last) or not 0 < len(last) <= _LONG_WORD:
            return self.text, ""
        return self.text[: -len(last)], last


def places(finding: Finding, number: int, block: Block) -> Iterator[Place]:
    """Yield where the words of ``finding`` stand in ``block``; nothing when it is about more than a sentence."""
    if finding.reach in {Reach.BLOCK, Reach.DOCUMENT}:
        return
    wide, rank = finding.reach is Reach.SENTENCE, finding.severity.rank
    if main := block.map.to_text(finding.span.start, finding.span.end):
        yield Place(number, *main, wide, rank)
        for span in finding.also:
            if part := block.map.to_text(span.start, span.end):
                yield Place(number, *part, wide, rank, main=False)


def cut(block: Block, found: Sequence[Place]) -> tuple[Piece, ...]:
    """Cut the text of ``block`` into pieces; together they are the text."""
    text, markup = block.text, [mark for mark in block.marks if mark.kind in {MarkKind.STRONG, MarkKind.FOREIGN}]
    ranges = [*((place.start, place.end) for place in found), *((mark.start, mark.end) for mark in markup)]
    edges = {0, len(text), *(edge for range in ranges for edge in range)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    begins: dict[int, list[Place]] = defaultdict(list)
    for place in found:
        begins[place.start].append(place)
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in markup:
        opening[mark.start].append(mark)
    active: list[Place] = []
    around: list[Mark] = []
    pieces = []
    for start, end in pairwise(cuts):
        active = [place for place in (*active, *begins[start]) if place.end > start]
        around = [mark for mark in (*around, *opening[start]) if mark.end > start]
        words = min((place for place in active if not place.wide), key=_narrow, default=None)
        sentence = min((place for place in active if place.wide), key=_heavy, default=None)
        pieces.append(
            Piece(
                text=text[start:end],
                numbers=tuple(sorted({place.number for place in active})),
                words=words.number if words else None,
                sentence=sentence.number if sentence else None,
                opens=sentence is not None and sentence.start == start,
                closes=sentence is not None and sentence.end == end,
                badges=tuple(sorted(place.number for place in active if place.main and place.end == end)),
                strong=any(mark.kind is MarkKind.STRONG for mark in around),
                language=next((mark.value for mark in reversed(around) if mark.kind is MarkKind.FOREIGN), ""),
            )
        )
    return tuple(pieces)


def _narrow(place: Place) -> tuple[int, int]:
    return place.end - place.start, place.number


def _heavy(place: Place) -> tuple[int, int, int]:
    return place.rank, *_narrow(place)
