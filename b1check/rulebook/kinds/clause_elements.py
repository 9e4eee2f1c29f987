"""A part that the law asks for, in which something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import Field

from b1check.letter.model import ClauseKind, DocumentType
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class ClauseElementsOptions(Options):
    """Which part, and what it must tell.

    Attributes:
        clauses: the parts.
        needs: what must be told, with Dutch words for it that fit after "Er ontbreekt nog:".
        types: sorts of documents in which it must; empty for all.
    """

    clauses: frozenset[ClauseKind] = Field(description="Over welk juridisch deel van de brief het gaat.")
    needs: Mapping[str, str] = Field(description="Wat er moet staan, elk met de woorden voor in de opmerking.")
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit moet. Leeg: in elk document."
    )


def _build(options: ClauseElementsOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if options.types and letter.type.type not in options.types:
            return
        for clause in letter.clauses:
            if clause.kind not in options.clauses:
                continue
            missing = [words for name, words in options.needs.items() if name not in clause.elements]
            if missing:
                place = clause.anchor
                yield place.block, Match(place.start, place.end, {"ontbreekt": listed(missing)})

    return PerDocument(find)


def listed(parts: Sequence[str]) -> str:
    """Return "a", "a en b" or "a, b en c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


KIND = Kind(ClauseElementsOptions, _build, Reach.DOCUMENT)
