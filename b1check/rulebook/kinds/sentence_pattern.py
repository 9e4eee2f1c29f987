"""Words of a fixed shape that are wrong, or not, because of what else stands in the sentence, near it or in the text.

"Binnen 2 weken" is clear when the sentence says after what; "5 dagen" is not when the text also has "werkdagen".
Where only the words themselves count, the kind ``regex`` is simpler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import model_validator

from b1check.findings import Severity
from b1check.language.analysis import Sentence
from b1check.rulebook import genre, grammar
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument
from b1check.rulebook.shields import shielded


class SentencePatternOptions(Options):
    r"""Patterns in the syntax of Python's ``re``, looked for in one sentence at a time.

    Attributes:
        patterns: what to find; a group named ``span`` narrows the place.
        only_with: the sentence must also hold one of these, if there are any.
        unless: one of these in the sentence silences it.
        unless_near: one of these in the sentence, the one before or the one after silences it.
        document_has: the whole text, headings and address included, must hold one of these, if there are any.
        document_lacks: the whole text must hold none of these.
        page: only on web pages (true), only in other texts (false), or everywhere.
        questions: also look in questions.
        at_least: number of times the sentence must hold a pattern; the last is reported, with the others beside it.
        at_least_in_document: number of different wordings the whole text must hold; those from this one on are reported.
        once: report only the first in a document.
        mild: in a sentence with one of these the finding is a tip.
        ignore_case: read capitals and small letters as the same.
    """

    patterns: tuple[str, ...]
    only_with: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    document_has: tuple[str, ...] = ()
    document_lacks: tuple[str, ...] = ()
    page: bool | None = None
    questions: bool = True
    at_least: int = 1
    at_least_in_document: int = 1
    once: bool = False
    mild: tuple[str, ...] = ()
    ignore_case: bool = True

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        for pattern in (
            *(*self.patterns, *self.only_with, *self.unless, *self.unless_near),
            *(*self.document_has, *self.document_lacks, *self.mild),
        ):
            re.compile(pattern)
        return self


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Several patterns as one question."""

    patterns: tuple[re.Pattern[str], ...]

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def any_in(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.patterns)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return all places without overlap, in order; of two that overlap the earlier pattern wins."""
        chosen: list[tuple[int, int]] = []
        for pattern in self.patterns:
            for found in pattern.finditer(text):
                start, end = found.span("span") if "span" in pattern.groupindex else found.span()
                if not any(start < b and a < end for a, b in chosen):
                    chosen.append((start, end))
        return sorted(chosen)


def _build(options: SentencePatternOptions, _folder: Path) -> PerDocument:
    flags = re.IGNORECASE if options.ignore_case else 0

    def compiled(patterns: tuple[str, ...]) -> _Patterns:
        return _Patterns(tuple(re.compile(pattern, flags) for pattern in patterns))

    patterns, only_with, unless = compiled(options.patterns), compiled(options.only_with), compiled(options.unless)
    near, mild = compiled(options.unless_near), compiled(options.mild)
    has, lacks = compiled(options.document_has), compiled(options.document_lacks)

    def in_sentences(view: DocumentView) -> Iterator[tuple[int, Match]]:
        scope = {inside.index for inside in view.scope}
        sentences = [(inside.index, sentence) for inside in view.blocks for sentence in inside.sentences]
        for number, (index, sentence) in enumerate(sentences):
            if index not in scope:
                continue
            text = sentence.text
            places = _open(view, index, sentence, patterns.places(text))
            if len(places) < options.at_least or unless.any_in(text) or (only_with and not only_with.any_in(text)):
                continue
            if not options.questions and grammar.is_question(sentence):
                continue
            if near and near.any_in(_with_neighbours(sentences, number)):
                continue
            severity = Severity.TIP if mild.any_in(text) else None
            for match in _matches(places, sentence, severity, together=options.at_least > 1):
                yield index, match

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if options.page is not None and genre.is_page(view.document) is not options.page:
            return
        if has or lacks:
            whole = "\n".join(block.text for block in view.document.blocks)
            if (has and not has.any_in(whole)) or lacks.any_in(whole):
                return
        found = list(_different(in_sentences(view), options.at_least_in_document))
        yield from found[:1] if options.once else found

    return PerDocument(find)


def _open(
    view: DocumentView, index: int, sentence: Sentence, places: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Leave out what stands in quotations, links and fields, so that it does not count."""
    if not places:
        return places
    shut = [(a - sentence.start, b - sentence.start) for a, b in shielded(view.blocks[index].block)]
    return [(start, end) for start, end in places if not any(start < b and a < end for a, b in shut)]


def _with_neighbours(sentences: Sequence[tuple[int, Sentence]], number: int) -> str:
    around = sentences[max(number - 1, 0) : number + 2]
    return "\n".join(sentence.text for _, sentence in around)


def _matches(
    places: list[tuple[int, int]], sentence: Sentence, severity: Severity | None, *, together: bool
) -> Iterator[Match]:
    ranges = [(sentence.start + start, sentence.start + end) for start, end in places]
    if together:
        values = {"gevonden": sentence.text[slice(*places[-1])], "aantal": len(ranges)}
        yield Match(*ranges[-1], values, severity=severity, also=tuple(ranges[:-1]))
        return
    for (start, end), (a, b) in zip(ranges, places, strict=True):
        yield Match(start, end, {"gevonden": sentence.text[a:b]}, severity=severity)


def _different(matches: Iterator[tuple[int, Match]], at_least: int) -> Iterator[tuple[int, Match]]:
    """Pass on the matches from the ``at_least``-th different wording on."""
    seen: set[str] = set()
    for index, match in matches:
        seen.add(str(match.values["gevonden"]).casefold())
        if len(seen) >= at_least:
            yield index, match


KIND = Kind(SentencePatternOptions, _build)
