"""Nine questions that a letter must answer for its reader; apart from the readability score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from b1check.letter.model import (
    DECISIONS,
    PAGES,
    Action,
    CheckItem,
    Clause,
    Decision,
    DocumentType,
    Part,
    Passage,
    TypeGuess,
)
from b1check.letter.text import LetterText

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "onderwerp": "Staat boven de brief waar hij over gaat?",
        "kern": "Staat de boodschap in de eerste alinea?",
        "actie": "Staat er wat de lezer moet doen?",
        "datum": "Staat er voor wanneer?",
        "hoe": "Staat er hoe of waar dat kan?",
        "gevolg": "Staat er wat er gebeurt als de lezer het niet doet?",
        "contact": "Staat er hoe de lezer u kan bereiken?",
        "waarom": "Staat er waarom u dit besluit neemt?",
        "bezwaar": "Staat er alles over bezwaar maken of in beroep gaan?",
    }
)
"""The questions, in the order of the report."""
_LEAST_SUBJECT_WORDS = 2
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|\b14\s?0\d{1,3}(?:\s?\d{1,3})?\b|\(?\b0\d{1,3}\)?[\s-]+\d{2,3}[\s-]?\d{2}[\s-]?\d{2}\b|\b0[1-9]\d{8}\b|\b0(?:800|900)[\s-]\d{3,4}\b|"
    r"\b(?:aan|bij|langs (?:bij|op)|naar) (?:de|onze) balie\b"
)
_ASKING = frozenset(
    {
        DocumentType.FINAL_DEMAND,
        DocumentType.DEMAND,
        DocumentType.REMINDER,
        DocumentType.MISSING_PAPERS,
        DocumentType.INVITATION,
        DocumentType.ENFORCEMENT,
        DocumentType.RECLAIM,
    }
)
"""Sorts that ask the reader something by nature."""
_FRIENDLY = frozenset(
    {DocumentType.INVITATION, DocumentType.STREET_LETTER, DocumentType.CONFIRMATION, DocumentType.LETTER}
)
"""Sorts in which nothing happens to a reader who does nothing."""
_NEEDED = ("wie", "termijn", "begin", "orgaan", "kanaal")
"""What a remedy clause must tell by article 3:45 and 6:8 Awb; what to put in it (6:5) is service."""


def contact(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    """Return how the reader can reach the municipality, preferably from the paragraph about contact."""
    order = sorted(range(len(parts)), key=lambda index: (parts[index] is not Part.CONTACT, index))
    for index in order:
        if parts[index] in {Part.REMEDY, Part.SENDER, Part.ADDRESS}:
            continue
        if found := _CONTACT.search(text.blocks[index].block.text):
            return text.passage(index, *found.span())
    return None


def core(text: LetterText, parts: Sequence[Part], decision: Decision | None, action: Action | None) -> int | None:
    """Return the index of the block that brings the message: the decision, or what the reader must do, or the opening."""
    if decision is not None:
        return decision.passage.block
    if action is not None:
        return action.what.block
    return next((index for index, part in enumerate(parts) if part is Part.BODY), None)


def judge(
    text: LetterText,
    parts: Sequence[Part],
    sort: TypeGuess,
    *,
    action: Action | None,
    decision: Decision | None,
    clauses: Sequence[Clause],
    reachable: Passage | None,
) -> tuple[CheckItem, ...]:
    """Return the nine questions with their answers; nothing for a page."""
    if sort.type in PAGES:
        return ()
    items = {
        "onderwerp": _subject(text, parts),
        "kern": _core_first(parts, decision, action),
        **dict(_about_action(sort.type, action)),
        "contact": (reachable is not None, reachable),
        "waarom": _reason(decision),
        "bezwaar": _remedy(sort.type, clauses),
    }
    return tuple(CheckItem(name, question, *items[name]) for name, question in QUESTIONS.items())


Answer = tuple[bool | None, Passage | None]


def _subject(text: LetterText, parts: Sequence[Part]) -> Answer:
    greeting = next((i for i, part in enumerate(parts) if part is Part.SALUTATION), len(parts))
    for index, part in enumerate(parts[: greeting + 1]):
        if part in {Part.SUBJECT, Part.HEADING}:
            words = re.sub(
                r"^(?:onderwerp|betreft|betr\.)\s*:?\s*", "", text.blocks[index].block.text, flags=re.IGNORECASE
            )
            telling = [
                word
                for word in re.findall(r"[^\W\d_]{3,}", words)
                if not re.match(r"kenmerk|zaak", word, re.IGNORECASE)
            ]
            if len(telling) >= _LEAST_SUBJECT_WORDS:
                return True, text.whole(index)
    return False, None


def _core_first(parts: Sequence[Part], decision: Decision | None, action: Action | None) -> Answer:
    told = decision.passage if decision else action.what if action else None
    if told is None:
        return None, None
    body = [index for index, part in enumerate(parts) if part in {Part.BODY, Part.CORE}]
    return bool(body) and told.block in body[:2], told


def _about_action(sort: DocumentType, action: Action | None) -> Iterator[tuple[str, Answer]]:
    if action is None:
        missing: Answer = (False if sort in _ASKING else None, None)
        yield "actie", missing
        yield from ((name, (None, None)) for name in ("datum", "hoe", "gevolg"))
        return
    yield "actie", (True, action.what)
    yield "datum", (action.when is not None, action.when)
    yield "hoe", (action.how is not None, action.how)
    if sort in _FRIENDLY and action.otherwise is None:
        yield "gevolg", (None, None)
    else:
        yield "gevolg", (action.otherwise is not None, action.otherwise)


def _reason(decision: Decision | None) -> Answer:
    if decision is None or decision.outcome == "toekenning":
        return None, None
    return decision.reason is not None, decision.reason


def _remedy(sort: DocumentType, clauses: Sequence[Clause]) -> Answer:
    remedies = [clause for clause in clauses if clause.kind in {"bezwaar", "beroep"}]
    if not remedies:
        return (False if sort in DECISIONS - {DocumentType.DEMAND} else None), None
    whole = [clause for clause in remedies if all(name in clause.elements for name in _NEEDED)]
    return bool(whole), (whole or remedies)[0].anchor
