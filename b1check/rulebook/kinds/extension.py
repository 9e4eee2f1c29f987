"""Letters that put off a decision without saying until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from b1check.language import dates
from b1check.language.patterns import Pattern
from b1check.letter.model import DocumentType
from b1check.rulebook.kinds.checklist_item import anchor
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class ExtensionOptions(Options):
    """No settings."""


_NEW_DAY = Pattern(
    rf"\bnieuwe (?:uiterste )?(?:datum|dag|einddatum|termijn)\b[^.?!]*(?:{dates.PATTERN})", re.IGNORECASE
)
"""A new day that no deadline words go with: "De nieuwe datum is 20 juli"."""


def _build(_options: ExtensionOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        told = any(due.date for due in letter.deadlines) or any(_NEW_DAY.search(one.block.text) for one in view.blocks)
        if letter.type.type is DocumentType.EXTENSION and not told:
            yield anchor(letter, view)

    return PerDocument(find)


KIND = Kind(ExtensionOptions, _build, Reach.DOCUMENT)
