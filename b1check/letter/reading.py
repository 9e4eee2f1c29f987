"""Reads a letter: from analysed blocks to what it says, one step after the other."""

from __future__ import annotations

import datetime as dt

from b1check.letter import action, checklist, clauses, deadlines, decision, doctype, promises, roles
from b1check.letter.model import DocumentType, Letter
from b1check.letter.text import LetterText


def read(text: LetterText, *, type: DocumentType | None = None, sent: dt.date | None = None) -> Letter:
    """Return what the document says to its reader.

    Args:
        text: the document with the analysis of its blocks.
        type: its sort; guessed when None.
        sent: the day on which it is sent, for a document that does not tell.
    """
    parts = roles.assign(text)
    sort = doctype.given(type) if type else doctype.guess(text, parts)
    date = deadlines.letter_date(text)
    sent = date.date if date and date.date else sent
    due = deadlines.find(text, sent)
    asked = action.find(text, parts, sort.type, due)
    promised = promises.find(text, parts, sort.type, due, sent)
    decided = decision.find(text, parts, sort.type)
    legal = clauses.find(text, parts, sort.type, asked)
    reachable = checklist.contact(text, parts)
    return Letter(
        type=sort,
        date=date,
        sent=sent,
        parts=roles.with_core(parts, checklist.core(text, parts, decided, asked)),
        action=asked,
        deadlines=deadlines.with_promises(
            deadlines.with_events(due, action.days(text, parts, sort.type, asked), sent), promised, sent
        ),
        promises=promised,
        clauses=legal,
        decision=decided,
        contact=reachable,
        checklist=checklist.judge(
            text, parts, sort, action=asked, decision=decided, deadlines=due, clauses=legal, reachable=reachable
        ),
    )
