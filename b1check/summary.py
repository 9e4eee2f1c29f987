"""Turns what was understood of a letter into values with places in its source."""

from __future__ import annotations

from b1check.documents.document import Document
from b1check.findings import Span
from b1check.letter.model import ELEMENTS, Action, Clause, Letter, Passage
from b1check.report import (
    ActionSummary,
    ChecklistAnswer,
    ClauseSummary,
    DeadlineSummary,
    LetterSummary,
    PromiseSummary,
    Quote,
)


def summarise(letter: Letter, document: Document) -> LetterSummary:
    """Return ``letter`` with every passage as a quote from ``document``."""
    place = _Places(document)
    return LetterSummary(
        type=letter.type.type,
        type_reason=letter.type.reason,
        date=letter.date.date.isoformat() if letter.date and letter.date.date else None,
        action=place.action(letter.action) if letter.action else None,
        deadlines=tuple(
            DeadlineSummary(
                place.quote(due.passage),
                due.whom,
                due.date.isoformat() if due.date else None,
                round(float(due.term.days), 1) if due.term else None,
            )
            for due in letter.deadlines
        ),
        promises=tuple(
            PromiseSummary(
                place.quote(promise.passage),
                promise.topic,
                place.maybe(promise.when),
                round(float(promise.term.days), 1) if promise.term else None,
            )
            for promise in letter.promises
        ),
        clauses=tuple(place.clause(clause) for clause in letter.clauses),
        checklist=tuple(
            ChecklistAnswer(item.name, item.question, item.met, place.maybe(item.passage)) for item in letter.checklist
        ),
    )


class _Places:
    """Finds passages in the source of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def quote(self, passage: Passage) -> Quote:
        place = self._document.blocks[passage.block].map.to_source(passage.start, passage.end)
        line = self._document.source.position(place.start).line
        return Quote(passage.text, Span(place.start, place.end), line)

    def maybe(self, passage: Passage | None) -> Quote | None:
        return self.quote(passage) if passage else None

    def action(self, action: Action) -> ActionSummary:
        return ActionSummary(
            self.quote(action.what), self.maybe(action.when), self.maybe(action.how), self.maybe(action.otherwise)
        )

    def clause(self, clause: Clause) -> ClauseSummary:
        names = ELEMENTS[clause.kind]
        return ClauseSummary(
            clause.kind,
            self.quote(clause.anchor),
            tuple(name for name in names if name in clause.elements),
            tuple(name for name in names if name not in clause.elements),
        )
