"""Terms for which the municipality agreed on an explanation, used without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from pydantic import Field

from b1check.rulebook import agreed, recognise
from b1check.rulebook.kinds import lexicon, term
from b1check.rulebook.match import (
    BlockEdit,
    BlockView,
    DocumentView,
    Kind,
    Match,
    Options,
    PerBlock,
    PerDocument,
    Suggestion,
)

_REASON = "Dit is de uitleg die uw gemeente heeft afgesproken. Kijk of die in deze zin past."


class AgreedTermOptions(Options):
    """Which terms.

    Attributes:
        explanations: the agreed explanation, by term, without a capital or a full stop.
        explained: terms that the reader gets to know elsewhere, such as in a list of terms on the site.
    """

    explanations: Mapping[str, str] = Field(
        default_factory=dict, description="De uitleg die u hebt afgesproken, per woord. Zonder hoofdletter en punt."
    )
    explained: frozenset[str] = Field(
        default=frozenset(), description="Woorden die u de lezer al ergens anders uitlegt, zoals in een woordenlijst."
    )


def _build(options: AgreedTermOptions, _folder: Path) -> PerDocument:
    texts = {word.lower(): text for word, text in options.explanations.items()}
    entries = [
        entry
        for word, text in options.explanations.items()
        if not agreed.is_name(word)
        for entry in agreed.entries(word, (), text)
    ]
    inflected = lexicon.detection(recognise.index(entries), once_per_block=False)
    written = agreed.names({word: () for word in options.explanations if agreed.is_name(word)})

    def all_terms(view: BlockView) -> Iterator[Match]:
        for match in chain(written.find(view), inflected.find(view)):
            yield replace(match, values={**match.values, "uitleg": texts[str(match.values["woord"]).lower()]})

    unexplained = term.unexplained(PerBlock(all_terms), known=options.explained)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        for index, match in unexplained.find(view):
            yield index, _with_explanation(match, view.blocks[index], texts[str(match.values["term"]).lower()])

    return PerDocument(find)


def _with_explanation(match: Match, view: BlockView, explanation: str) -> Match:
    """Offer the agreed explanation in brackets behind the term."""
    wording = f"{view.block.text[match.start : match.end]} ({explanation})"
    edit = BlockEdit(match.end, match.end, f" ({explanation})")
    return replace(match, suggestions=(Suggestion(wording, (edit,), reason=_REASON),), advice="")


KIND = Kind(AgreedTermOptions, _build)
