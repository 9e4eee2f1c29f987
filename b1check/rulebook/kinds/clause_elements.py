"""A part that the law asks for, in which something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from b1check.findings import Severity
from b1check.letter.clauses import lacking
from b1check.letter.model import ELEMENTS, ClauseKind, DocumentType
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class ClauseElementsOptions(Options):
    """Which part, and what it must tell.

    Attributes:
        clauses: the parts.
        needs: what must be told, with Dutch words for it that fit after "Er ontbreekt nog:".
        types: sorts of documents in which it must; empty for all.
        service: what the law does not ask in so many words; the remark is let op where only that is missing.
    """

    clauses: frozenset[ClauseKind] = Field(description="Over welk juridisch deel van de brief het gaat.")
    needs: Mapping[str, str] = Field(description="Wat er moet staan, elk met de woorden voor in de opmerking.")
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit moet. Leeg: in elk document."
    )
    service: frozenset[str] = Field(
        default=frozenset(),
        description="Wat de lezer helpt, maar niet letterlijk in de wet staat. Mist alleen dit, dan is het let op.",
    )

    @model_validator(mode="after")
    def _known(self) -> Self:
        known = {name for clause in self.clauses for name in ELEMENTS[clause]}
        for option, names in (("needs", self.needs), ("service", self.service)):
            if wrong := sorted(set(names) - known):
                raise ValueError(f"Onbekend bij {option}: {listed(wrong)}. Kies uit: {', '.join(sorted(known))}.")
        return self


def _build(options: ClauseElementsOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if options.types and letter.type.type not in options.types:
            return
        for clause in letter.clauses:
            if clause.kind not in options.clauses:
                continue
            missing = lacking(clause, options.needs)
            if missing:
                place = clause.anchor
                severity = Severity.LET_OP if options.service.issuperset(missing) else None
                values = {"ontbreekt": listed([options.needs[name] for name in missing])}
                yield place.block, Match(place.start, place.end, values, severity=severity)

    return PerDocument(find)


def listed(parts: Sequence[str]) -> str:
    """Return "a", "a en b" or "a, b en c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


KIND = Kind(ClauseElementsOptions, _build, Reach.DOCUMENT)
