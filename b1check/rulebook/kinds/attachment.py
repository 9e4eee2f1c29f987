"""Attachments that the text speaks of, but that are not listed; and listed ones that nobody mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from b1check.letter.model import PAGES, Part
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument

_SPOKEN_OF = re.compile(
    r"\b(?:in|zie|als)\s+(?:de\s+)?bijlagen?(?:\s+\d)?\b|\b(?:bijgevoegd|bijgesloten|bijgaand|meegestuurd|meegezonden)e?\b"
    r"|\b(?:(?:stuur|zend) ik|(?:sturen|zenden) (?:wij|we)|(?:wij|we) (?:sturen|zenden)"
    r"|ik (?:stuur|zend))\b[^.?!]{0,60}\bmee\b"
    r"|\bvindt u [^.?!]{0,40}\bbijgaand\b"
    r"|\b(?:vindt|vinden|zit|zitten|krijgt|ontvangt) (?:u )?[^.?!]{0,40}\bbij deze brief\b"
    r"|\bbij deze brief (?:vindt|zit|zitten|krijgt|ontvangt|sturen|hoort|horen)\b"
    r"|\bu (?:hierbij|bij deze brief) (?:vindt|krijgt|ontvangt)\b",
    re.IGNORECASE,
)
_BY_READER = re.compile(
    r"\b(?:u|uw)\b[^.?!]{0,60}\b(?:bijgevoegd|meegestuurd|meegezonden)\b|^(?:stuur|voeg)\b|\bu\b[^.?!]{0,60}\bmee(?:sturen|stuurt)\b"
    r"|\bmoet u\b|\bu moet\b",
    re.IGNORECASE,
)
"""What the reader sends along is not an attachment of this letter."""


class AttachmentOptions(Options):
    """No settings."""


def _build(_options: AttachmentOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if letter.type.type in PAGES or not any(part is Part.SALUTATION for part in letter.parts):
            return
        if any(part is Part.ATTACHMENTS for part in letter.parts) or _in_head(view):
            return
        for inside in view.scope:
            for sentence in inside.sentences:
                found = _SPOKEN_OF.search(sentence.text)
                if found and not _BY_READER.search(sentence.text):
                    yield inside.index, Match(sentence.start + found.start(), sentence.start + found.end())
                    return

    return PerDocument(find)


def _in_head(view: DocumentView) -> bool:
    """Tell whether the lines with references or the signature name attachments."""
    heads = (Part.REFERENCE, Part.CLOSING, Part.OTHER)
    return any(
        part in heads and re.search(r"\bbijlagen?\b", inside.block.text, re.IGNORECASE)
        for inside, part in zip(view.blocks, view.letter.parts, strict=True)
    )


KIND = Kind(AttachmentOptions, _build)
