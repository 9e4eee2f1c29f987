"""Words with a meaning in law that stand where the law has another word: a "klacht" against a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.letter.model import DocumentType
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Regex, Suggestion


class Swap(Options):
    """A word that stands for another.

    Attributes:
        found: pattern of the wrong word in a sentence; a group ``span`` is what is marked.
        near: pattern that must stand in the same sentence or the one before.
        unless: patterns that silence a sentence.
        document_has: pattern that must stand somewhere in the document; "" for none.
        types: sorts of documents in which it is wrong; empty for all.
        right: the word of the law, as a suggestion.
    """

    found: Regex = Field(description="Het woord dat hier niet hoort.")
    near: Regex = Field(default="", description="Wat er in dezelfde zin of de zin ervoor moet staan.")
    unless: tuple[Regex, ...] = Field(default=(), description="Waarbij het woord wel goed is.")
    document_has: Regex = Field(default="", description="Wat ergens in de tekst moet staan.")
    types: frozenset[DocumentType] = Field(default=frozenset(), description="In welke soorten documenten dit telt.")
    right: str = Field(description="Het woord uit de wet.")


class SwappedTermOptions(Options):
    """Which words.

    Attributes:
        swaps: the words.
    """

    swaps: tuple[Swap, ...] = Field(description="Welke woorden vaak worden verwisseld.")


def _build(options: SwappedTermOptions, _folder: Path) -> PerDocument:
    swaps = tuple(_Compiled(swap) for swap in options.swaps)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        for swap in swaps:
            if swap.is_about(view):
                yield from swap.find(view)

    return PerDocument(find)


class _Compiled:
    """A swap with its patterns compiled."""

    def __init__(self, swap: Swap) -> None:
        self._swap = swap
        self._found = re.compile(swap.found, re.IGNORECASE)
        self._near = re.compile(swap.near, re.IGNORECASE)
        self._unless = tuple(re.compile(pattern, re.IGNORECASE) for pattern in swap.unless)
        self._document_has = re.compile(swap.document_has, re.IGNORECASE)

    def is_about(self, view: DocumentView) -> bool:
        if self._swap.types and view.letter.type.type not in self._swap.types:
            return False
        return any(self._document_has.search(inside.block.text) for inside in view.blocks)

    def find(self, view: DocumentView) -> Iterator[tuple[int, Match]]:
        before = ""
        for inside in view.scope:
            for sentence in inside.sentences:
                found = self._found.search(sentence.text)
                context = f"{before} {sentence.text}"
                if found and self._near.search(context) and not any(p.search(context) for p in self._unless):
                    start, end = found.span("span" if "span" in self._found.groupindex else 0)
                    words = Suggestion(self._swap.right)
                    yield (
                        inside.index,
                        Match(sentence.start + start, sentence.start + end, {"goed": self._swap.right}, (words,)),
                    )
                before = sentence.text


KIND = Kind(SwappedTermOptions, _build)
