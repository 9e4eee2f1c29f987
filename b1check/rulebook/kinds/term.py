"""Legal terms that must stay, but that the document does not explain where it uses them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.rulebook import explained
from b1check.rulebook.kinds import law_name, lexicon
from b1check.rulebook.match import (
    BlockView,
    DocumentView,
    Find,
    Kind,
    Match,
    Options,
    PerBlock,
    PerDocument,
    remembered,
)

_NO_TEXT = frozenset({BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.CLOSING, BlockKind.QUOTE, BlockKind.MARGIN})
"""Blocks in which a term is neither used nor explained."""
_ENDING = re.compile(r"(?:ing|en|e)$")


class TermOptions(Options):
    """Which terms.

    Attributes:
        lists: names of CSV files, from the folder of the rule file; the column ``uitleg`` is what we suggest.
        explained: terms that the reader gets to know elsewhere, such as in a list of terms on the site.
    """

    lists: tuple[str, ...] = Field(
        description="De woordenlijsten (.csv) naast het regelbestand. De kolom uitleg is wat b1check voorstelt."
    )
    explained: frozenset[str] = Field(
        default=frozenset(),
        description="Woorden die u de lezer al ergens anders uitlegt, zoals in een woordenlijst op de site.",
    )


def _build(options: TermOptions, folder: Path) -> PerDocument:
    words = lexicon.KIND.build(lexicon.LexiconOptions(lists=options.lists, once_per_block=False), folder)
    assert isinstance(words, PerBlock)
    return unexplained(words, known=options.explained)


def unexplained(words: PerBlock, *, known: Iterable[str] = ()) -> PerDocument:
    """Return what finds the first use of each of ``words`` in a document, unless it is explained there or ``known``."""
    used_in = remembered(words.find)
    terms_in = remembered(lambda view: _longest(_open_to_rules(view, used_in(view))))

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        scope = {inside.index for inside in view.scope}
        done = {_family(term) for term in known} | set(_in_glossary(view, used_in))
        for block_view in view.blocks:
            terms = terms_in(block_view)
            if not terms or block_view.block.kind in _NO_TEXT:
                continue
            for match, covered in terms:
                term = _family(str(match.values["woord"]))
                fine = term not in done and _is_explained(view, block_view, match)
                report = term not in done and not fine and block_view.index in scope
                if report:
                    yield block_view.index, _match(match)
                if report or fine:
                    done.add(term)
                if term in done:
                    done |= covered

    return PerDocument(find)


def _open_to_rules(view: BlockView, matches: Iterable[Match]) -> list[Match]:
    """Leave out quotations, links, fields and names of laws, so that a term in them is not taken for its first use."""
    found = list(matches)
    if not found:
        return []
    shut = [*view.shields.ranges(), *(name.span() for name in law_name.names_in(view))]
    return [m for m in found if not any(m.start < end and start < m.end for start, end in shut)]


def _in_glossary(view: DocumentView, used_in: Find) -> Iterator[str]:
    """Yield the terms that a list of terms in the document explains, wherever that stands."""
    for index in sorted(explained.glossary(view)):
        inside = view.blocks[index]
        for match in used_in(inside):
            if _is_explained(view, inside, match):
                yield _family(str(match.values["woord"]))


def _longest(matches: Iterable[Match]) -> Iterator[tuple[Match, set[str]]]:
    """Yield matches in order, each with the terms it covers: "last onder dwangsom" covers "dwangsom"."""
    chosen: list[tuple[Match, set[str]]] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        around = next((covered for m, covered in chosen if m.start < match.end and match.start < m.end), None)
        if around is None:
            chosen.append((match, set()))
        else:
            around.add(_family(str(match.values["woord"])))
    return iter(sorted(chosen, key=lambda pair: pair[0].start))


def _family(term: str) -> str:
    """Return what a noun shares with its verb or plural: who knows "terugvordering" knows "terugvorderen"."""
    return _ENDING.sub("", term)


def _is_explained(document: DocumentView, view: BlockView, match: Match) -> bool:
    if explained.by_markup(view.block, match.start, match.end):
        return True
    if explained.by_layout(document.blocks, view.index, match.start, match.end):
        return True
    where = explained.place(document.blocks, view.index, match.start, match.end)
    return explained.by_words(where) or explained.asked_by_reader(where)


def _match(match: Match) -> Match:
    explanation = str(match.values["uitleg"])
    values = {"term": match.values["woord"]}
    return Match(match.start, match.end, values, match.suggestions, also=match.also, advice=explanation)


KIND = Kind(TermOptions, _build)
