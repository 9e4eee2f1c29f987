"""Facts of one document that contradict each other: two amounts, numbers, terms or opening hours for the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from b1check.letter import contradictions, facts
from b1check.letter.facts import Fact, FactKind
from b1check.letter.text import LetterText
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, shared
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
        for first, second in contradictions.within([fact for fact in _facts(view) if fact.kind in options.facts]):
            here, there = second.passage, first.passage
            near = there.block == here.block
            also = ((there.start, there.end),) if near else ()
            elsewhere = () if near else ((there.block, there.start, there.end),)
            values = {"eerste": there.text, "plek": place_of(view.document, there)}
            yield here.block, Match(here.start, here.end, values, also=also, elsewhere=elsewhere)

    return PerDocument(find)


@shared
def _facts(view: DocumentView) -> Sequence[Fact]:
    """Return the facts of a document: more rules than one compare them."""
    return facts.find(LetterText(view.document, view.blocks))


KIND = Kind(ConflictingFactsOptions, _build)
