"""Promises of the municipality without a term, or with another term than it set itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from b1check.language.terms import Term
from b1check.letter.model import DocumentType, Promise, Topic
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument

_SLACK = 0.5
"""Days by which two terms may differ and still be the same: 10 working days are 14 days."""


class PromiseTermOptions(Options):
    """Which promises.

    Attributes:
        norms: the longest term by topic, such as "2 werkdagen"; empty to look for promises without any term.
        topics: topics of promises that need a term.
        legal: terms that the law gives, by topic; a promise with that term is fine.
        types: sorts of documents to look at; empty for all.
    """

    norms: Mapping[Topic, str] = Field(default_factory=dict, description="Uw servicenorm per soort belofte.")
    topics: frozenset[Topic] = Field(
        default=frozenset(), description="Soorten beloftes waarbij een termijn moet staan."
    )
    legal: Mapping[Topic, tuple[str, ...]] = Field(
        default_factory=dict, description="Termijnen uit de wet, die voorgaan."
    )
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit telt. Leeg: in elk document."
    )


def _build(options: PromiseTermOptions, _folder: Path) -> PerDocument:
    norms = {topic: _parsed(norm) for topic, norm in options.norms.items()}
    legal = {topic: tuple(_parsed(term) for term in terms) for topic, terms in options.legal.items()}

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        if options.types and view.letter.type.type not in options.types:
            return
        delay = view.letter.type.type is DocumentType.EXTENSION and not any(due.date for due in view.letter.deadlines)
        for promise in view.letter.promises:
            place = promise.passage
            # that a delay has no new day is told by the rule about delays
            needs = promise.topic in options.topics or (promise.once and not options.norms)
            if promise.when is None and needs and not delay:
                yield place.block, Match(place.start, place.end, {"norm": "", "termijn": ""})
            elif promise.term and _is_longer(promise, norms, legal):
                assert promise.when is not None
                values = {"norm": options.norms[promise.topic], "termijn": promise.when.text}
                yield place.block, Match(promise.when.start, promise.when.end, values)

    return PerDocument(find)


def _parsed(words: str) -> Term:
    term = Term.parse(words)
    if term is None:
        raise ValueError(f"Schrijf een termijn zoals 2 werkdagen of 8 weken, niet: {words}.")
    return term


def _is_longer(promise: Promise, norms: Mapping[Topic, Term], legal: Mapping[Topic, tuple[Term, ...]]) -> bool:
    norm = norms.get(promise.topic)
    if norm is None or promise.term is None or promise.term.days <= norm.days + _SLACK:
        return False
    return all(abs(promise.term.days - term.days) > _SLACK for term in legal.get(promise.topic, ()))


KIND = Kind(PromiseTermOptions, _build)
