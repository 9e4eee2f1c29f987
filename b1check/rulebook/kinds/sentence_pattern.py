"""Words of a fixed shape that are wrong, or not, because of what else stands in the sentence, near it or in the text.

"Binnen 2 weken" is clear when the sentence says after what; "5 dagen" is not when the text also has "werkdagen".
Where only the words themselves count, the kind ``regex`` is simpler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from b1check.documents.document import APART
from b1check.findings import Applicability, Severity
from b1check.language.analysis import Sentence
from b1check.letter.model import ClauseKind
from b1check.rulebook import genre, grammar
from b1check.rulebook.literals import Sought, sought
from b1check.rulebook.match import (
    BlockEdit,
    BlockView,
    DocumentView,
    Kind,
    Match,
    Options,
    PerDocument,
    Regex,
    Suggestion,
    remembered,
    shared,
)
from b1check.rulebook.rewriting.edits import with_case


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
        told_in: parts of a letter that another rule reads whole; what it misses there is told once, by that rule.
        instead: other wordings to show, by the words that are found.
        ignore_case: read capitals and small letters as the same.
    """

    patterns: tuple[Regex, ...] = Field(
        description="De patronen (reguliere expressies) die de regel in een zin zoekt. Een groep met de naam "
        "span kiest de woorden.",
    )
    only_with: tuple[Regex, ...] = Field(default=(), description="In de zin moet ook een van deze patronen staan.")
    unless: tuple[Regex, ...] = Field(
        default=(), description="Staat een van deze patronen in de zin? Dan komt er geen opmerking."
    )
    unless_near: tuple[Regex, ...] = Field(
        default=(),
        description="Staat een van deze patronen in de zin, of in de zin ervoor of erna? Dan komt er geen opmerking.",
    )
    document_has: tuple[Regex, ...] = Field(
        default=(), description="Een van deze patronen moet ergens in de tekst staan."
    )
    document_lacks: tuple[Regex, ...] = Field(
        default=(), description="Staat een van deze patronen ergens in de tekst? Dan komt er geen opmerking."
    )
    page: bool | None = Field(
        default=None,
        description="Met true alleen op webpagina's, met false alleen in andere teksten. Zonder waarde: overal.",
    )
    questions: bool = Field(default=True, description="Kijk ook naar vragen.")
    at_least: int = Field(default=1, description="Zo vaak moet het patroon in de zin staan.")
    at_least_in_document: int = Field(default=1, description="Zoveel verschillende vormen moeten er in de tekst staan.")
    once: bool = Field(default=False, description="Geef in elke tekst maar 1 opmerking.")
    full_with: tuple[Regex, ...] = Field(
        default=(), description="Staat een van deze patronen niet in de zin? Dan is de opmerking een tip."
    )
    told_in: frozenset[ClauseKind] = Field(
        default=frozenset(), description="Juridische delen waarin een andere regel dit meldt."
    )
    instead: Mapping[str, str] = Field(
        default_factory=dict, description="Andere woorden om te laten zien, bij de woorden die de regel vindt."
    )
    ignore_case: bool = Field(default=True, description="Maak geen verschil tussen hoofdletters en kleine letters.")


class _Place(NamedTuple):
    """Words in a sentence, with the other words that belong to them, as offsets in the sentence."""

    start: int
    end: int
    also: tuple[int, int] | None = None

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Several patterns as one question."""

    patterns: tuple[Sought, ...]

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def any_in(self, text: str) -> bool:
        return any(one.pattern.search(text) for one in self.patterns)

    def possible_in(self, lower: str) -> _Patterns:
        """Return the patterns that a text can hold; ``lower`` is that text in lower case."""
        return _Patterns(tuple(one for one in self.patterns if one.may_be_in(lower)))

    def places(self, text: str) -> list[_Place]:
        """Return all places without overlap, in order; of two that overlap the earlier pattern wins."""
        chosen: list[_Place] = []
        for one in self.patterns:
            for found in one.pattern.finditer(text):
                place = _place(found)
                if not any(place.overlaps((other.start, other.end)) for other in chosen):
                    chosen.append(place)
        return sorted(chosen)


_BETWEEN = "\n\0\n"
"""Between texts that are searched together: no pattern matches across it."""


def _place(found: re.Match[str]) -> _Place:
    groups = found.re.groupindex
    also = found.span("also") if "also" in groups and found["also"] else None
    return _Place(*found.span("span" if "span" in groups else 0), also)


def _build(options: SentencePatternOptions, _folder: Path) -> PerDocument:
    flags = re.IGNORECASE if options.ignore_case else 0

    def compiled(patterns: tuple[str, ...]) -> _Patterns:
        return _Patterns(tuple(sought(pattern, flags) for pattern in patterns))

    patterns, only_with, unless = compiled(options.patterns), compiled(options.only_with), compiled(options.unless)
    near, full_with = compiled(options.unless_near), compiled(options.full_with)
    has, lacks = compiled(options.document_has), compiled(options.document_lacks)

    def is_silent(sentence: Sentence) -> bool:
        return (
            unless.any_in(sentence.text)
            or (bool(only_with) and not only_with.any_in(sentence.text))
            or (not options.questions and grammar.is_question(sentence))
        )

    def in_block(inside: BlockView) -> Sequence[list[_Place]]:
        """Return the places in every sentence; nothing at all where no sentence has any."""
        here = patterns.possible_in(inside.lower)
        found = [here.places(sentence.text) for sentence in inside.sentences] if here else []
        return found if any(found) else ()

    places_in = remembered(in_block)

    def in_sentences(view: DocumentView) -> Iterator[tuple[int, Match]]:
        told = {index for one in view.letter.clauses if one.kind in options.told_in for index in one.blocks}
        scope = (inside for inside in view.scope if inside.index not in told)
        for inside, found in [(inside, found) for inside in scope if (found := places_in(inside))]:
            for number, (sentence, held) in enumerate(zip(inside.sentences, found, strict=True)):
                if len(held) < options.at_least or is_silent(sentence):
                    continue
                places = _open(view, inside.index, sentence, held)
                if len(places) < options.at_least or (near and near.any_in(_around(view, inside.index, number))):
                    continue
                severity = Severity.TIP if full_with and not full_with.any_in(sentence.text) else None
                for match in _matches(places, sentence, severity, together=options.at_least > 1):
                    yield inside.index, _with_wording(match, options.instead)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if options.page is not None and genre.is_page(view.document) is not options.page:
            return
        found = list(_different(in_sentences(view), options.at_least_in_document))
        if found and (has or lacks):
            whole, lower = _everything(view)
            possible = lacks.possible_in(lower)
            if (has and not has.any_in(whole)) or possible.any_in(whole):
                return
        yield from found[:1] if options.once else found

    return PerDocument(find)


@shared
def _everything(view: DocumentView) -> tuple[str, str]:
    """Return all text, and the source: the foot of a page is no block, but it may say when the office is open.

    And the same in lower case.

    What stands apart is no part of the lines above it: the address of the sender does not belong to a signature.
    """
    document = view.document
    apart = [block for block in document.blocks if block.kind in APART]
    text = "\n".join(block.text for block in document.blocks if block.kind not in APART)
    source = document.written[: apart[0].map.to_source(0, 1).start if apart else None]
    whole = _BETWEEN.join([text, source, *(block.text for block in apart)])
    return whole, whole.lower()


def _open(view: DocumentView, index: int, sentence: Sentence, places: list[_Place]) -> list[_Place]:
    """Leave out what stands in quotations, links and fields, so that it does not count."""
    shut = [(a - sentence.start, b - sentence.start) for a, b in view.blocks[index].shields.ranges()]
    return [place for place in places if not any(place.overlaps(other) for other in shut)]


def _around(view: DocumentView, index: int, number: int) -> str:
    """Return the sentence with that number in a block, with the one before it and the one after."""
    at = view.first_sentences[index] + number
    around = view.sentences[max(at - 1, 0) : at + 2]
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


def _with_wording(match: Match, instead: Mapping[str, str]) -> Match:
    """Show the wording for the words of ``match``, if there is one."""
    found = str(match.values["gevonden"])
    wording = instead.get(" ".join(found.lower().split()))
    if wording is None:
        return match
    edit = BlockEdit(match.start, match.end, with_case(wording, found))
    return replace(match, suggestions=(Suggestion(wording, (edit,), Applicability.SHOW),))


def _different(matches: Iterator[tuple[int, Match]], at_least: int) -> Iterator[tuple[int, Match]]:
    """Pass on the matches from the ``at_least``-th different wording on."""
    seen: set[str] = set()
    for index, match in matches:
        seen.add(str(match.values["gevonden"]).casefold())
        if len(seen) >= at_least:
            yield index, match


KIND = Kind(SentencePatternOptions, _build)
