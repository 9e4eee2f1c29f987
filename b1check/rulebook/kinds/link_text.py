"""Links whose text does not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import MarkKind
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock

_AROUND = " \t\n\u00a0.,:;!?…>»›→➔<«()[]‘’“”\"'*"
_ABOUT_FILE = re.compile(r"\s*\((?:pdf|docx?|word|excel|xlsx?|externe|opent|\d)[^()]*\)\s*$", re.IGNORECASE)
"""What a site adds behind a link: "(pdf, 2 MB)", "(opent in nieuw venster)"."""


class LinkTextOptions(Options):
    """Which texts say nothing.

    Attributes:
        texts: whole texts of a link, in small letters and without the punctuation around it.
    """

    texts: frozenset[str] = Field(
        description="Teksten van links die niets zeggen, zoals ‘klik hier’. In kleine letters."
    )


def _build(options: LinkTextOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for mark in view.block.marks:
            text = view.block.text[mark.start : mark.end]
            words = " ".join(_ABOUT_FILE.sub("", text).strip(_AROUND).casefold().split())
            if mark.kind is MarkKind.LINK and words in options.texts:
                yield Match(mark.start, mark.end, {"link": text.strip()})

    return PerBlock(find)


KIND = Kind(LinkTextOptions, _build)
