"""Pages that begin with something else than what the reader came for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from b1check.documents.document import BlockKind
from b1check.rulebook import genre
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach, Regex


class PageOpeningOptions(Options):
    """What a good opening holds.

    Attributes:
        holds: patterns in the syntax of Python's ``re``; one of them is enough.
    """

    holds: tuple[Regex, ...]


def _build(options: PageOpeningOptions, _folder: Path) -> PerDocument:
    patterns = tuple(re.compile(pattern, re.IGNORECASE) for pattern in options.holds)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        first = next((inside for inside in view.blocks if inside.block.kind is BlockKind.PARAGRAPH), None)
        if first is None or not genre.is_page(view.document):
            return
        text = first.block.text
        if not any(pattern.search(text) for pattern in patterns):
            yield first.index, Match(0, len(text))

    return PerDocument(find)


KIND = Kind(PageOpeningOptions, _build, Reach.BLOCK)
