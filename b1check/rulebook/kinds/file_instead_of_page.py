"""Pages that hold little more than a link to a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import MarkKind
from b1check.rulebook import genre
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument

_FILE = re.compile(r"\.(?:pdf|docx?|pptx?)(?:[?#].*)?$", re.IGNORECASE)
_FORM = re.compile(r"formulier|aanvra|machtiging|print", re.IGNORECASE)


class FileInsteadOfPageOptions(Options):
    """When a page says too little itself.

    Attributes:
        words: from this number of words of running text on, the page stands on its own.
    """

    words: int = Field(description="Vanaf dit aantal woorden zegt de pagina zelf genoeg.")


def _build(options: FileInsteadOfPageOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        words = sum(inside.analysis.word_count for inside in view.scope)
        if not genre.is_page(view.document) or words >= options.words:
            return
        for inside in view.blocks:
            for mark in inside.block.marks:
                text = inside.block.text[mark.start : mark.end]
                if mark.kind is MarkKind.LINK and _FILE.search(mark.value) and not _FORM.search(text):
                    yield inside.index, Match(mark.start, mark.end, {"link": text, "woorden": words})

    return PerDocument(find)


KIND = Kind(FileInsteadOfPageOptions, _build)
