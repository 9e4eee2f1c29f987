"""Text that stands on many pages of a website: it is checked once, and not on each page anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from b1check.documents.document import Block, Document

_LEAST = 4
"""A text that stands on two or three pages can be there because it matters on each."""
_SHARE = 0.5
"""Of the pages: text on so many of them belongs to the website, not to the page."""

_NOTE = "Overgeslagen: {what} op veel pagina's {verb}. b1check controleert zo'n tekst alleen op de eerste pagina."


class Pages(NamedTuple):
    """The pages of a website, each with its own text only.

    Attributes:
        documents: in the given order, without those that have no text of their own.
        doubles: names of the pages that were left out, each with the name of the page that holds the same text.
    """

    documents: tuple[Document, ...]
    doubles: tuple[tuple[str, str], ...]


def without_repeats(documents: Sequence[Document]) -> Pages:
    """Leave out what stands on many pages except on the first of them, and pages that hold the same as another."""
    seen: dict[tuple[str, ...], str] = {}
    different, doubles = [], []
    for document in documents:
        whole = tuple(map(_same, document.blocks))
        if whole in seen:
            doubles.append((document.name, seen[whole]))
        else:
            seen[whole] = document.name
            different.append(document)
    repeated = _repeated(different)
    first: dict[str, str] = {}
    kept = []
    for document in different:
        for block in document.blocks:
            first.setdefault(_same(block), document.name)
        blocks = tuple(
            block for block in document.blocks if (text := _same(block)) not in repeated or first[text] == document.name
        )
        if not blocks:
            doubles.append((document.name, first[_same(document.blocks[0])]))
        elif gone := len(document.blocks) - len(blocks):
            what = "1 stuk tekst dat" if gone == 1 else f"{gone} stukken tekst die"
            note = _NOTE.format(what=what, verb="staat" if gone == 1 else "staan")
            kept.append(replace(document, blocks=blocks, notes=(*document.notes, note)))
        else:
            kept.append(document)
    return Pages(tuple(kept), tuple(doubles))


def _repeated(documents: Sequence[Document]) -> set[str]:
    pages = Counter(text for document in documents for text in set(map(_same, document.blocks)))
    least = max(_LEAST, _SHARE * len(documents))
    return {text for text, amount in pages.items() if amount >= least}


def _same(block: Block) -> str:
    return " ".join(block.text.split())
