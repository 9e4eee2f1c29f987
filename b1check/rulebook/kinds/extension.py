"""Letters that put off a decision without saying until when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.letter.model import DocumentType
from b1check.rulebook.kinds.checklist_item import anchor
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class ExtensionOptions(Options):
    """No settings."""


def _build(_options: ExtensionOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if letter.type.type is DocumentType.EXTENSION and not any(due.date for due in letter.deadlines):
            yield anchor(letter, view)

    return PerDocument(find)


KIND = Kind(ExtensionOptions, _build, Reach.DOCUMENT)
