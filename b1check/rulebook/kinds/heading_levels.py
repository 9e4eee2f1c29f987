"""Headings whose levels do not follow each other, so that a screen reader tells another order than the eye sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.rulebook import genre
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, Reach


class HeadingLevelsOptions(Options):
    """What is wrong.

    Attributes:
        one_title: report a second heading of level 1.
    """

    one_title: bool = Field(default=True, description="Geef ook een opmerking bij een tweede kop van niveau 1.")


def _build(options: HeadingLevelsOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if not genre.is_page(view.document):
            return
        previous, titles = 0, 0
        for inside in view.blocks:
            if inside.block.kind is not BlockKind.HEADING:
                continue
            level = inside.block.level
            titles += level == 1
            if previous and level > previous + 1:
                yield inside.index, _match(inside, f"Na een kop van niveau {previous} hoort niveau {previous + 1}.")
            elif options.one_title and level == 1 and titles == 2:
                yield inside.index, _match(inside, "Dit is de tweede kop van niveau 1. Een pagina heeft er 1.")
            previous = level

    return PerDocument(find)


def _match(view: BlockView, explanation: str) -> Match:
    return Match(0, len(view.block.text), {"niveau": view.block.level, "uitleg": explanation})


KIND = Kind(HeadingLevelsOptions, _build, Reach.BLOCK)
