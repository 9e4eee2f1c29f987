"""Deadlines of the reader that have passed, or nearly, when the letter goes out or on the day that a page is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.language.dates import written
from b1check.letter.model import PAGES
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument


class DeadlineOrderOptions(Options):
    """How much time there must be, and where.

    Attributes:
        days: the deadline must be at least so many days after the date of the letter.
        pages: look on pages instead of in letters.
    """

    days: int = Field(default=2, description="Zoveel dagen na de datum van de brief moet de lezer nog hebben.")
    pages: bool = Field(default=False, description="Kijk op webpagina's, en niet in brieven.")


def _build(options: DeadlineOrderOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        sent = view.letter.sent
        if sent is None or (view.letter.type.type in PAGES) is not options.pages:
            return
        for due in view.letter.deadlines:
            if due.date is None or due.whom != "lezer" or due.term is not None:
                continue
            if due.date < sent + dt.timedelta(days=options.days) and not _told_as_past(
                view, due.passage.block, due.passage.start
            ):
                values = {"briefdatum": written(sent.day, sent.month, sent.year)}
                yield due.passage.block, Match(due.passage.start, due.passage.end, values)

    return PerDocument(find)


def _told_as_past(view: DocumentView, block: int, offset: int) -> bool:
    """Tell whether the sentence looks back: a reminder repeats the deadline that the reader missed."""
    sentence = view.blocks[block].analysis.sentence_at(offset)
    if sentence is None:
        return False
    words = sentence.forms
    return any("Tense=Past" in token.morph and token.is_finite for token in sentence.tokens) or bool(
        words & {"had", "moest", "was", "hebt", "heeft", "hebben", "eerder", "geboren"}
    )


KIND = Kind(DeadlineOrderOptions, _build)
