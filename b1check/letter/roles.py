"""What each block is in a letter: sender, date, subject, core, contact, objection clause, attachments ..."""

from __future__ import annotations

import re

from b1check.documents.document import PROSE, BlockKind
from b1check.letter.model import Part
from b1check.letter.text import AnalysedBlock, LetterText

_OF_KIND = {
    BlockKind.HEADING: Part.HEADING,
    BlockKind.SUBJECT: Part.SUBJECT,
    BlockKind.SALUTATION: Part.SALUTATION,
    BlockKind.ADDRESS: Part.ADDRESS,
    BlockKind.REFERENCE: Part.REFERENCE,
    BlockKind.CLOSING: Part.CLOSING,
}
_DATE_LINE = re.compile(
    r"^(?:[A-Z][\w' -]{1,30},\s*)?(?:(?:verzend)?datum|dagtekening|verzonden)?\s*:?\s*\d{1,2}\s+\w+\s+\d{4}$"
)
_SENDER = re.compile(
    r"\b(?:gemeente|afdeling|team|postbus|bezoekadres|omgevingsdienst|belastingkantoor)\b", re.IGNORECASE
)
_ATTACHMENTS = re.compile(r"(?:bijlagen?|bijgevoegd|meegestuurd)\b\s*(?:\(\d+\))?\s*:?", re.IGNORECASE)
_ATTACHMENTS_HEADING = re.compile(r"(?:bijlagen?|wij sturen mee|meegestuurd)\b", re.IGNORECASE)
_REMEDY = re.compile(
    r"\b(?:bezwaar(?:schrift|clausule)?|in bezwaar|beroep(?:schrift)?|rechtsmiddel\w*|voorlopige voorziening|zienswijze)\b",
    re.IGNORECASE,
)
_REMEDY_USE = re.compile(
    r"\b(?:(?:maken|maakt|maak|indienen|instellen|ingesteld|ingediend|tegen dit besluit|tegen deze (?:beslissing|beschikking|aanslag))"
    r"|(?:bezwaar|beroep)schrift|in (?:bezwaar|beroep)|zienswijze (?:geven|indienen|naar voren)|niet (?:mee )?eens)\b",
    re.IGNORECASE,
)
_CONTACT_WAY = re.compile(
    r"\b(?:bel(?:t|len)?|telefonisch|telefoonnummer|mail(?:t|en)?|e-mail|contact|langskomen|balie)\b", re.IGNORECASE
)
_CONTACT_PLACE = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|\b14\s?0\d{2,3}\b|\(?0\d{1,3}\)?[\s-]?\d{2,3}[\s-]?\d{2}[\s-]?\d{2}|\b0(?:800|900)[\s-]\d{3,4}|"
    r"\bbalie\b",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(r"\b(?:vragen|vraag|contact|hulp nodig|meer weten)\b", re.IGNORECASE)


def assign(text: LetterText) -> tuple[Part, ...]:
    """Return the part of every block, without the core: :func:`with_core` adds that once the message is known."""
    parts = [
        _OF_KIND.get(view.block.kind, Part.BODY if view.block.kind in PROSE else Part.OTHER) for view in text.blocks
    ]
    greeting = next((i for i, part in enumerate(parts) if part is Part.SALUTATION), None)
    for index, view in enumerate(text.blocks):
        parts[index] = _head(view, parts[index]) if greeting is not None and index < greeting else parts[index]
    under: Part | None = None
    for index, view in enumerate(text.blocks):
        if greeting is not None and index <= greeting:
            continue
        if parts[index] is Part.HEADING:
            under = _of_heading(view.block.text)
        elif parts[index] in {Part.BODY, Part.CLOSING} and _lists_attachments(view.block.text):
            parts[index] = Part.ATTACHMENTS
        elif parts[index] is Part.BODY:
            first = view.analysis.sentences[0].text if view.analysis.sentences else ""
            parts[index] = _of_body(view.block.text, first, under)
        elif parts[index] is Part.OTHER and under is Part.ATTACHMENTS:
            parts[index] = Part.ATTACHMENTS
    return tuple(parts)


def _head(view: AnalysedBlock, part: Part) -> Part:
    text = view.block.text.strip()
    if part in {Part.ADDRESS, Part.REFERENCE, Part.BODY, Part.OTHER} and _DATE_LINE.match(text):
        return Part.DATE
    if (
        part is Part.REFERENCE
        and re.match(r"(?:verzend)?datum|dagtekening|verzonden", text, re.IGNORECASE)
        and "\n" not in text
    ):
        return Part.DATE
    if (
        part in {Part.ADDRESS, Part.BODY, Part.OTHER}
        and _SENDER.search(text)
        and not re.match(r"(?:aan|t\.a\.v)\b", text, re.IGNORECASE)
    ):
        return Part.SENDER
    return part


def _of_heading(text: str) -> Part | None:
    if _ATTACHMENTS_HEADING.match(text):
        return Part.ATTACHMENTS
    if _REMEDY.search(text) or re.search(r"niet (?:mee )?eens", text, re.IGNORECASE):
        return Part.REMEDY
    return Part.CONTACT if _QUESTIONS.search(text) else None


def _of_body(text: str, first: str, under: Part | None) -> Part:
    if _REMEDY.search(text) and _REMEDY_USE.search(text):
        return Part.REMEDY
    if under is Part.ATTACHMENTS or under is Part.REMEDY:
        return under
    opens = under is Part.CONTACT or _QUESTIONS.search(first) or _CONTACT_WAY.search(first)
    if opens and _CONTACT_PLACE.search(text) and _CONTACT_WAY.search(text):
        return Part.CONTACT
    return Part.BODY


def _lists_attachments(text: str) -> bool:
    """Tell whether a block opens with the label of a list of attachments, rather than a sentence about one."""
    found = _ATTACHMENTS.match(text)
    return bool(found) and (found[0].endswith(":") or len(text.split()) <= 12) and not text.rstrip().endswith(".")  # type: ignore[index]


def with_core(parts: tuple[Part, ...], core: int | None) -> tuple[Part, ...]:
    """Return ``parts`` with the block of index ``core`` as the one that brings the message."""
    if core is None or parts[core] is not Part.BODY:
        return parts
    return (*parts[:core], Part.CORE, *parts[core + 1 :])
