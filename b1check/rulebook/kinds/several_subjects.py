"""Letters about more than one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.letter.model import PAGES, Part
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach, Regex

_RUNNING = frozenset({Part.BODY, Part.CORE})


class SeveralSubjectsOptions(Options):
    """How a subject is recognised.

    Attributes:
        found: pattern with a group ``onderwerp``; a letter in which it has two different values is about two things.
    """

    found: Regex = Field(description="Woorden met een groep ‘onderwerp’, zoals ‘uw aanvraag voor een parkeerkaart’.")


def _build(options: SeveralSubjectsOptions, _folder: Path) -> PerDocument:
    found = re.compile(options.found, re.IGNORECASE)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if letter.type.type in PAGES:
            return
        first = ""
        for inside, part in zip(view.blocks, letter.parts, strict=True):
            for one in found.finditer(inside.block.text) if part in _RUNNING else ():
                subject = one["onderwerp"].lower()
                if first and subject != first:
                    yield inside.index, Match(*one.span(), {"eerste": first, "tweede": subject})
                    return
                first = first or subject

    return PerDocument(find)


KIND = Kind(SeveralSubjectsOptions, _build, Reach.DOCUMENT)
