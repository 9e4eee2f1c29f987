"""Turns what LanguageTool says into findings beside ours; where both say something about the same words, ours stay."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from b1check.config import Terms
from b1check.documents.document import BlockKind, Document
from b1check.findings import Applicability, Edit, Finding, Fix, Reach, Severity, Span
from b1check.languagetool.answers import Remark
from b1check.rulebook import agreed
from b1check.rulebook.match import BlockView
from b1check.suppressions import COMPANION

_SAYS = "LanguageTool: {message}"
_NO_MESSAGE = "kijk hier nog eens naar."
_REASON = "LanguageTool stelt dit voor. Lees de zin na."
_LEAVE_OUT = "weglaten"
_NOT_ASKED = frozenset({BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.MARGIN, BlockKind.QUOTE})
"""Names and codes, that no dictionary has, and what somebody else wrote."""
_SENTENCES = frozenset({BlockKind.PARAGRAPH, BlockKind.FOOTNOTE})
"""What is written in whole sentences; a point of a list or a heading need not be one."""
_OF_SENTENCES = frozenset({"EINDE_KOMMA", "UPPERCASE_SENTENCE_START"})
"""Rules about how a sentence begins and ends."""
_SPELLING = "TYPOS"
_DIGIT = re.compile(r"\d")

Places = Callable[[BlockView], tuple[tuple[int, int], ...]]


def paragraphs(document: Document) -> tuple[int, ...]:
    """Return the indices of the blocks to ask LanguageTool about."""
    return tuple(index for index, block in enumerate(document.blocks) if block.kind not in _NOT_ASKED)


def words_to_keep(terms: Terms) -> Places:
    """Return what gives the places in a block of the words of the municipality itself, which are right as they are."""
    chosen = (word for wordings in terms.preferred.values() for word in wordings)
    return agreed.places(tuple(dict.fromkeys((*terms.allowed, *terms.explained, *terms.explanations, *chosen))))


def findings(
    remarks: Iterable[tuple[BlockView, Sequence[Remark]]], document: Document, ours: Iterable[Finding], keep: Places
) -> Iterator[Finding]:
    """Yield a finding for each remark that adds something, in the order of the text.

    Args:
        remarks: what LanguageTool says of blocks, with offsets in each.
        document: the document that they are from.
        ours: what our own rules found in it; only remarks about words are in the way of others.
        keep: gives the places in a block that are right as they are.
    """
    taken = _taken(ours)
    for view, said in remarks:
        if not said:
            continue
        kept = (*view.shields.ranges(), *keep(view))
        end = 0
        for remark in said:
            free = not any(remark.start < stop and start < remark.end for start, stop in kept)
            if remark.start < end or not free or _is_beside_the_point(remark, view):
                continue
            found = _finding(remark, view, document)
            if not any(found.span.overlaps(span) for span in taken[view.index]):
                end = remark.end
                yield found


def _is_beside_the_point(remark: Remark, view: BlockView) -> bool:
    """Tell whether LanguageTool takes part of a sentence for a whole one, or a code for a word."""
    if remark.rule in _OF_SENTENCES:
        return view.block.kind not in _SENTENCES
    return remark.category == _SPELLING and _DIGIT.search(view.block.text, remark.start, remark.end) is not None


def _taken(ours: Iterable[Finding]) -> dict[int | None, list[Span]]:
    taken: dict[int | None, list[Span]] = defaultdict(list)
    for finding in ours:
        if finding.reach is Reach.WORDS:
            taken[finding.block].append(finding.span)
    return taken


def _finding(remark: Remark, view: BlockView, document: Document) -> Finding:
    block = view.block
    place = block.map.to_source(remark.start, remark.end)
    position = document.source.position(place.start)
    sentence = view.analysis.sentence_at(remark.start)
    marks: tuple[Span, ...] = ()
    if sentence:
        end = min(remark.end, sentence.end)
        marks = (Span(remark.start - sentence.start, end - sentence.start),) if remark.start < end else ()
    return Finding(
        rule=f"{COMPANION}/{remark.rule}",
        severity=Severity.TIP,
        message=_SAYS.format(message=remark.message or _NO_MESSAGE),
        span=Span(place.start, place.end),
        text=block.text[remark.start : remark.end],
        line=position.line,
        column=position.column,
        sentence=sentence.text if sentence else "",
        suggestions=tuple(word for word in remark.replacements if word.strip()),
        fixes=tuple(_fixes(remark, view)),
        marks=marks,
        block=view.index,
        reach=Reach.WORDS,
    )


def _fixes(remark: Remark, view: BlockView) -> Iterator[Fix]:
    source_map = view.block.map
    if source_map.is_literal(remark.start, remark.end):
        span = Span(*source_map.to_source(remark.start, remark.end))
        for word in remark.replacements:
            yield Fix((Edit(span, word),), Applicability.REVIEW, word if word.strip() else _LEAVE_OUT, _REASON)
