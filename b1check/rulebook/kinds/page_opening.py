"""Pages that begin with the law, the past or a definition instead of with what the reader came for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import Block, BlockKind
from b1check.rulebook import genre
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach, Regex


class PageOpeningOptions(Options):
    """What good and bad openings hold, as patterns in the syntax of Python's ``re``.

    Attributes:
        holds: one of these makes an opening good.
        background: one of these makes it bad; without any, every opening that is not good is bad.
    """

    holds: tuple[Regex, ...] = Field(description="Patronen. Een goed begin van een pagina past bij minstens 1 patroon.")
    background: tuple[Regex, ...] = Field(
        default=(), description="Patronen van een begin over regels of over vroeger. Alleen dan komt er een opmerking."
    )


def _build(options: PageOpeningOptions, _folder: Path) -> PerDocument:
    holds = tuple(re.compile(pattern, re.IGNORECASE) for pattern in options.holds)
    background = tuple(re.compile(pattern, re.IGNORECASE) for pattern in options.background)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if not genre.is_page(view.document):
            return
        first = next((inside for inside in view.blocks if _is_running_text(inside.block)), None)
        if first is None:
            return
        text = first.block.text
        is_bad = not background or any(pattern.search(text) for pattern in background)
        if is_bad and not any(pattern.search(text) for pattern in holds):
            yield first.index, Match(0, len(text))

    return PerDocument(find)


def _is_running_text(block: Block) -> bool:
    """Tell a paragraph from a line above the text, such as a date, a version or the path to the page."""
    return block.kind is BlockKind.PARAGRAPH and block.text.rstrip("”’)\"'").endswith((".", "!", "?", ":"))


KIND = Kind(PageOpeningOptions, _build, Reach.BLOCK)
