"""Terms that are explained, but only after the reader has met them already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import APART, BlockKind
from b1check.rulebook import explained
from b1check.rulebook.kinds import lexicon
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerBlock, PerDocument, remembered

_NO_USE = frozenset(
    {BlockKind.HEADING, BlockKind.SUBJECT, BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.CLOSING, BlockKind.QUOTE}
    | APART
)
"""Blocks in which a term may stand before it is explained, or is not used at all."""
_MANY = 2
"""From this number of uses before it an explanation is late; after one use it may just be the next sentence."""
_OPENING = re.compile(r"(?:(?:een|de|het|met)\s+)?[‘“'\"]?", re.IGNORECASE)
_IS = re.compile(
    r"[’”'\"]?\s+(?:betekent|wil zeggen|houdt in|bedoelen|"
    r"(?:is|zijn)\s+(?:een|de|het|iemand|iets|wat|dat|geld|hulp)\b)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:dat|dit)\s+(?:heet|noem\w*)\b", re.IGNORECASE)


class LateExplanationOptions(Options):
    """Which terms.

    Attributes:
        lists: names of CSV files, from the folder of the rule file.
    """

    lists: tuple[str, ...] = Field(description="De woordenlijsten (.csv) naast het regelbestand.")


def _build(options: LateExplanationOptions, folder: Path) -> PerDocument:
    words = lexicon.KIND.build(lexicon.LexiconOptions(lists=options.lists, once_per_block=False), folder)
    assert isinstance(words, PerBlock)
    uses_in = remembered(words.find)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        scope = {inside.index for inside in view.scope}
        uses: dict[str, list[BlockView]] = {}
        done: set[str] = set()
        glossary = explained.glossary(view)
        for inside in view.blocks:
            if inside.block.kind in _NO_USE or inside.index in glossary:
                continue
            for match in uses_in(inside):
                term = str(match.values["woord"])
                if term in done:
                    continue
                if not _is_defined(inside, match):
                    uses.setdefault(term, []).append(inside)
                    if _is_explained(view, inside, match):
                        done.add(term)
                    continue
                done.add(term)
                earlier = [use for use in uses.get(term, []) if use.index < inside.index]
                if len(earlier) >= _MANY and inside.index in scope:
                    yield inside.index, Match(match.start, match.end, {"term": term, "keer": len(earlier)})

    return PerDocument(find)


def _is_explained(view: DocumentView, inside: BlockView, match: Match) -> bool:
    if explained.by_markup(inside.block, match.start, match.end):
        return True
    return explained.by_words(explained.place(view.blocks, inside.index, match.start, match.end))


def _is_defined(inside: BlockView, match: Match) -> bool:
    """Tell whether the sentence is there to explain the term: "Een zienswijze is ...", "Dat heet een dwangsom"."""
    sentence = inside.analysis.sentence_at(match.start)
    if sentence is None:
        return False
    before = inside.block.text[sentence.start : match.start]
    after = inside.block.text[match.end : sentence.end]
    return bool((_OPENING.fullmatch(before) and _IS.match(after)) or _CALLED.match(before))


KIND = Kind(LateExplanationOptions, _build)
