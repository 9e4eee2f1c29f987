"""Facts of one document that contradict each other: two amounts, numbers, terms or opening hours for the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.letter import contradictions, facts
from b1check.letter.facts import FactKind
from b1check.letter.text import LetterText
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument
from b1check.rulebook.places import place_of


class ConflictingFactsOptions(Options):
    """Which facts to compare.

    Attributes:
        facts: the sorts of values.
    """

    facts: frozenset[FactKind] = Field(
        default=frozenset({"bedrag", "telefoonnummer", "openingstijd", "termijn"}),
        description="Wat de regel vergelijkt: bedrag, telefoonnummer, openingstijd of termijn.",
    )


def _build(options: ConflictingFactsOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        found = facts.find(LetterText(view.document, view.blocks))
        for first, second in contradictions.within([fact for fact in found if fact.kind in options.facts]):
            here, there = second.passage, first.passage
            near = there.block == here.block
            also = ((there.start, there.end),) if near else ()
            elsewhere = () if near else ((there.block, there.start, there.end),)
            values = {"eerste": there.text, "plek": place_of(view.document, there)}
            yield here.block, Match(here.start, here.end, values, also=also, elsewhere=elsewhere)

    return PerDocument(find)


KIND = Kind(ConflictingFactsOptions, _build)
