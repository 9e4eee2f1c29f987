"""Words of a fixed shape that are wrong, or not, because of what else stands in the sentence, near it or in the text.

"Binnen 2 weken" is clear when the sentence says after what; "5 dagen" is not when the text also has "werkdagen".
Where only the words themselves count, the kind ``regex`` is simpler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from b1check.findings import Severity
from b1check.language.analysis import Sentence
from b1check.rulebook import genre, grammar
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Regex
from b1check.rulebook.shields import shielded


class SentencePatternOptions(Options):
    r"""Patterns in the syntax of Python's ``re``, looked for in one sentence at a time.

    Attributes:
        patterns: what to find; a group named ``span`` narrows the place, and one named ``also`` holds other words
            that belong to it, so that remarks about the words in between are not in its way.
        only_with: the sentence must also hold one of these, if there are any.
        unless: one of these in the sentence silences it.
        unless_near: one of these in the sentence, the one before or the one after silences it.
        document_has: the whole text, with headings and the foot of a page, must hold one of these, if there are any.
        document_lacks: the whole text must hold none of these.
        page: only on web pages (true), only in other texts (false), or everywhere.
        questions: also look in questions.
        at_least: number of times the sentence must hold a pattern; the last is reported, with the others beside it.
        at_least_in_document: number of different wordings that the text must hold; reported from that one on.
        once: report only the first in a document.
        full_with: only in a sentence with one of these the finding has the severity of the rule, else it is a tip.
        ignore_case: read capitals and small letters as the same.
    """

    patterns: tuple[Regex, ...]
    only_with: tuple[Regex, ...] = ()
    unless: tuple[Regex, ...] = ()
    unless_near: tuple[Regex, ...] = ()
    document_has: tuple[Regex, ...] = ()
    document_lacks: tuple[Regex, ...] = ()
    page: bool | None = None
    questions: bool = True
    at_least: int = 1
    at_least_in_document: int = 1
    once: bool = False
    full_with: tuple[Regex, ...] = ()
    ignore_case: bool = True


class _Place(NamedTuple):
    """Words in a sentence, with the other words that belong to them, as offsets in the sentence."""

    start: int
    end: int
    also: tuple[int, int] | None = None

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Several patterns as one question; ``loose`` are the same with ^ and $ at every line."""

    patterns: tuple[re.Pattern[str], ...]
    loose: tuple[re.Pattern[str], ...]

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def any_in(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.patterns)

    def possible_in(self, sentences: Sequence[str]) -> _Patterns:
        """Return the patterns that some of ``sentences`` can hold; one look at all of them together is fast."""
        whole = _BETWEEN.join(sentences)
        pairs = [pair for pair in zip(self.patterns, self.loose, strict=True) if pair[1].search(whole)]
        return _Patterns(tuple(exact for exact, _ in pairs), tuple(loose for _, loose in pairs))

    def places(self, text: str) -> list[_Place]:
        """Return all places without overlap, in order; of two that overlap the earlier pattern wins."""
        chosen: list[_Place] = []
        for pattern in self.patterns:
            for found in pattern.finditer(text):
                place = _place(found)
                if not any(place.overlaps((other.start, other.end)) for other in chosen):
                    chosen.append(place)
        return sorted(chosen)


_BETWEEN = "\n\0\n"
"""Between sentences that are searched together: no pattern matches across it, and ^ and $ match beside it."""


def _place(found: re.Match[str]) -> _Place:
    groups = found.re.groupindex
    also = found.span("also") if "also" in groups and found["also"] else None
    return _Place(*found.span("span" if "span" in groups else 0), also)


def _build(options: SentencePatternOptions, _folder: Path) -> PerDocument:
    flags = re.IGNORECASE if options.ignore_case else 0

    def compiled(patterns: tuple[str, ...]) -> _Patterns:
        return _Patterns(
            tuple(re.compile(pattern, flags) for pattern in patterns),
            tuple(re.compile(pattern, flags | re.MULTILINE) for pattern in patterns),
        )

    patterns, only_with, unless = compiled(options.patterns), compiled(options.only_with), compiled(options.unless)
    near, full_with = compiled(options.unless_near), compiled(options.full_with)
    has, lacks = compiled(options.document_has), compiled(options.document_lacks)

    def is_silent(sentence: Sentence) -> bool:
        return (
            unless.any_in(sentence.text)
            or (bool(only_with) and not only_with.any_in(sentence.text))
            or (not options.questions and grammar.is_question(sentence))
        )

    def in_sentences(view: DocumentView) -> Iterator[tuple[int, Match]]:
        scope = {inside.index for inside in view.scope}
        sentences = [(inside.index, sentence) for inside in view.blocks for sentence in inside.sentences]
        possible = patterns.possible_in([sentence.text for index, sentence in sentences if index in scope])
        if not possible:
            return
        for number, (index, sentence) in enumerate(sentences):
            places = possible.places(sentence.text) if index in scope else []
            if len(places) < options.at_least or is_silent(sentence):
                continue
            places = _open(view, index, sentence, places)
            if len(places) < options.at_least or near.any_in(_with_neighbours(sentences, number)):
                continue
            severity = Severity.TIP if full_with and not full_with.any_in(sentence.text) else None
            for match in _matches(places, sentence, severity, together=options.at_least > 1):
                yield index, match

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if options.page is not None and genre.is_page(view.document) is not options.page:
            return
        found = list(_different(in_sentences(view), options.at_least_in_document))
        if found and (has or lacks):
            whole = _everything(view)
            if (has and not has.any_in(whole)) or lacks.any_in(whole):
                return
        yield from found[:1] if options.once else found

    return PerDocument(find)


def _everything(view: DocumentView) -> str:
    """Return all text, and the source: the foot of a page is no block, but it may say when the office is open."""
    return "\n".join([*(block.text for block in view.document.blocks), view.document.source.text])


def _open(view: DocumentView, index: int, sentence: Sentence, places: list[_Place]) -> list[_Place]:
    """Leave out what stands in quotations, links and fields, so that it does not count."""
    shut = [(a - sentence.start, b - sentence.start) for a, b in shielded(view.blocks[index].block)]
    return [place for place in places if not any(place.overlaps(other) for other in shut)]


def _with_neighbours(sentences: Sequence[tuple[int, Sentence]], number: int) -> str:
    around = sentences[max(number - 1, 0) : number + 2]
    return "\n".join(sentence.text for _, sentence in around)


def _matches(places: list[_Place], sentence: Sentence, severity: Severity | None, *, together: bool) -> Iterator[Match]:
    """Yield a match for every place, or ``together`` one at the last with the others beside it."""
    at = sentence.start
    for place in places[-1:] if together else places:
        others = [(other.start, other.end) for other in places[:-1]] if together else []
        parts = sorted([place[:2], place.also] if place.also else [place[:2]])
        found = " … ".join(sentence.text[start:end] for start, end in parts)
        others += [place.also] if place.also else []
        yield Match(
            at + place.start,
            at + place.end,
            {"gevonden": found, "aantal": len(places)},
            severity=severity,
            also=tuple((at + start, at + end) for start, end in others),
        )


def _different(matches: Iterator[tuple[int, Match]], at_least: int) -> Iterator[tuple[int, Match]]:
    """Pass on the matches from the ``at_least``-th different wording on."""
    seen: set[str] = set()
    for index, match in matches:
        seen.add(str(match.values["gevonden"]).casefold())
        if len(seen) >= at_least:
            yield index, match


KIND = Kind(SentencePatternOptions, _build)
