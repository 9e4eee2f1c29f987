"""A decision without the part about objection or appeal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import Field

from b1check.findings import Severity
from b1check.language.patterns import Pattern
from b1check.letter.model import ClauseKind, DocumentType
from b1check.rulebook.kinds.checklist_item import anchor
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class ClauseAbsentOptions(Options):
    """Which documents need which part.

    Attributes:
        types: sorts of documents.
        clauses: one of these parts must be there.
    """

    types: frozenset[DocumentType] = Field(description="Soorten documenten waarin dit deel moet staan.")
    clauses: frozenset[ClauseKind] = Field(description="Een van deze delen moet er staan.")


def _build(options: ClauseAbsentOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if letter.type.type not in options.types or any(clause.kind in options.clauses for clause in letter.clauses):
            return
        if not letter.type.given and any(_SPOKEN_OF.search(one.block.text) for one in view.blocks):
            return  # it is there, in words that the reading of clauses does not know
        if letter.decision is not None or letter.type.given:
            index, match = anchor(letter, view)
            # A guess may be wrong, and then the law asks nothing: only the user's word makes it an error.
            yield index, match if letter.type.given else replace(match, severity=Severity.LET_OP)

    return PerDocument(find)


_SPOKEN_OF = Pattern(
    r"\b(?:bezwaar(?:schrift)?|beroep(?:schrift)?)\b[^.?!]{0,80}?\b(?:zenden|sturen|stuurt|indienen|dient|maken|maakt|aantekenen"
    r"|instellen|richten|schrijven)\b|\b(?:stuur|zend|schrijf|maak|dien)\b[^.?!]{0,60}\bbezwaar(?:schrift)?\b",
    re.IGNORECASE,
)
"""How to object, in any words."""


KIND = Kind(ClauseAbsentOptions, _build, Reach.DOCUMENT)
