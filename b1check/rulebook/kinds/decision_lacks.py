"""A decision that does not tell something its reader needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from b1check.letter.model import Decision, DocumentType
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach


class DecisionLacksOptions(Options):
    """What must be told of which decisions.

    Attributes:
        lacks: what is missing: who decides what, why, on what ground, or what is possible instead.
        outcomes: of which decisions.
        types: in which sorts of documents; empty for all.
    """

    lacks: Literal["direct", "reason", "ground", "instead"] = Field(
        description="Wat mist: wie besluit (direct), waarom (reason), welke regel (ground) of wat wel kan (instead)."
    )
    outcomes: frozenset[Literal["toekenning", "afwijzing", "last"]] = Field(description="Bij welke besluiten dit moet.")
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit moet. Leeg: in elk document."
    )


def _build(options: DecisionLacksOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        decision = view.letter.decision
        if options.types and view.letter.type.type not in options.types:
            return
        if decision is not None and decision.outcome in options.outcomes and _is_missing(decision, options.lacks):
            place = decision.passage
            yield place.block, Match(place.start, place.end)

    return PerDocument(find)


def _is_missing(decision: Decision, what: str) -> bool:
    told = {
        "direct": decision.direct,
        "reason": decision.reason is not None,
        "ground": decision.ground is not None,
        "instead": decision.instead is not None,
    }
    return not told[what]


KIND = Kind(DecisionLacksOptions, _build, Reach.DOCUMENT)
