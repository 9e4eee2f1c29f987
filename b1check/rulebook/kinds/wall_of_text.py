"""Running text that goes on for long without a heading or a list where the eye can rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.rulebook import genre
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, Reach

_HEADING_WORDS = 12


class WallOfTextOptions(Options):
    """How much may stand together; a stretch that reaches both bounds is reported.

    Attributes:
        paragraphs: number of paragraphs.
        words: number of words.
    """

    paragraphs: int = Field(
        description="Vanaf dit aantal alinea's achter elkaar komt er een opmerking, als er ook genoeg woorden staan."
    )
    words: int = Field(
        description="Vanaf dit aantal woorden achter elkaar komt er een opmerking, als er ook genoeg alinea's staan."
    )


def _build(options: WallOfTextOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if not genre.is_page(view.document):
            return
        for stretch in _stretches(view):
            words = sum(inside.analysis.word_count for inside in stretch)
            if len(stretch) >= options.paragraphs and words >= options.words:
                first = stretch[0]
                yield first.index, Match(0, len(first.block.text), {"alineas": len(stretch), "woorden": words})

    return PerDocument(find)


def _stretches(view: DocumentView) -> Iterator[list[BlockView]]:
    """Yield the runs of paragraphs with nothing else in between."""
    run: list[BlockView] = []
    for inside in view.blocks:
        if inside.block.kind is BlockKind.PARAGRAPH and not _looks_like_heading(inside):
            run.append(inside)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _looks_like_heading(view: BlockView) -> bool:
    """Tell whether it is a line in bold or a link on its own: also a place for the eye to rest."""
    text = view.block.text.rstrip()
    return view.analysis.word_count <= _HEADING_WORDS and not text.endswith((".", "!", ":", ";", ","))


KIND = Kind(WallOfTextOptions, _build, Reach.DOCUMENT)
