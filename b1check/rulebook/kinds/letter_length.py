"""Letters that are long, and long letters without headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import PROSE, BlockKind
from b1check.letter.model import PAGES, Part
from b1check.rulebook.match import DocumentView, Grades, Kind, Match, Options, PerDocument, Reach

_LEGAL = frozenset({Part.REMEDY})


class LetterLengthOptions(Options):
    """From how many words on.

    Attributes:
        words: words of running text, the part about objection left out.
        headings: only letters with fewer headings than this; 0 for all.
    """

    words: Grades = Field(description="Vanaf hoeveel woorden lopende tekst.")
    headings: int = Field(
        default=0, description="Alleen brieven met minder tussenkoppen dan dit getal. Met 0: alle brieven."
    )


def _build(options: LetterLengthOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if letter.type.type in PAGES:
            return
        running = [
            inside
            for inside, part in zip(view.blocks, letter.parts, strict=True)
            if inside.block.kind in PROSE and part not in _LEGAL
        ]
        headings = sum(inside.block.kind is BlockKind.HEADING for inside in view.blocks)
        words = sum(inside.analysis.word_count for inside in running)
        severity = options.words.severity(words)
        if severity and running and not (options.headings and headings >= options.headings):
            yield running[0].index, Match(0, len(running[0].block.text), {"aantal": words}, severity=severity)

    return PerDocument(find)


KIND = Kind(LetterLengthOptions, _build, Reach.DOCUMENT)
