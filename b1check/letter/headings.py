"""Headings that are themselves an order: "Stuur ons de rekening" above "Mail die uiterlijk op 15 juni"."""

from __future__ import annotations

from b1check.documents.document import BlockKind
from b1check.letter import directives
from b1check.letter.moods import Mood
from b1check.letter.text import LetterText, PlacedSentence, placed_in

_LEAST_WORDS = 3
"""A shorter heading names a subject: "Betaal online", "Let op"."""


def orders(text: LetterText) -> tuple[PlacedSentence, ...]:
    """Return the headings below the greeting that tell the reader to do something, in order."""
    found: tuple[PlacedSentence, ...] | None = text.memo.get("ordering headings")
    if found is None:
        below = (view for view in text.blocks if text.greeting is not None and view.index > text.greeting)
        headed = (placed_in(view) for view in below if view.block.kind is BlockKind.HEADING)
        found = tuple(one[0] for one in headed if len(one) == 1 and _is_order(one[0]))
        text.memo["ordering headings"] = found
    return found


def _is_order(placed: PlacedSentence) -> bool:
    if placed.text.endswith("?") or len(placed.sentence.words) < _LEAST_WORDS:
        return False
    asked = directives.find(placed)
    return asked is not None and asked.mood is Mood.ORDER and asked.at == 0 and not asked.points_back
