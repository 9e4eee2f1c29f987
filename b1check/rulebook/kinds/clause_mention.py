"""Letters with a legal part that do not mention something that belongs beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.letter.model import ClauseKind, DocumentType
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach, Regex


class ClauseMentionOptions(Options):
    """Which part, and what must be mentioned with it.

    Attributes:
        clauses: the parts.
        types: sorts of documents in which it must; empty for all.
        mention: pattern that must stand somewhere in the document.
    """

    clauses: frozenset[ClauseKind] = Field(description="Over welk juridisch deel van de brief het gaat.")
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit moet. Leeg: in elk document."
    )
    mention: Regex = Field(description="Wat er ergens in de brief moet staan.")


def _build(options: ClauseMentionOptions, _folder: Path) -> PerDocument:
    mention = re.compile(options.mention, re.IGNORECASE)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if options.types and letter.type.type not in options.types:
            return
        clause = next((one for one in letter.clauses if one.kind in options.clauses), None)
        if clause is not None and not any(mention.search(inside.block.text) for inside in view.blocks):
            yield clause.anchor.block, Match(clause.anchor.start, clause.anchor.end)

    return PerDocument(find)


KIND = Kind(ClauseMentionOptions, _build, Reach.DOCUMENT)
