"""What each block is in a letter: sender, date, subject, core, contact, objection clause, attachments ..."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.documents.document import APART, PROSE, Block, BlockKind
from b1check.language import dates, phones
from b1check.language.patterns import Pattern
from b1check.letter import directives
from b1check.letter.model import Part, Passage
from b1check.letter.moods import Mood
from b1check.letter.text import AnalysedBlock, LetterText, PlacedSentence, by_block

_OF_KIND = {
    BlockKind.HEADING: Part.HEADING,
    BlockKind.SUBJECT: Part.SUBJECT,
    BlockKind.SALUTATION: Part.SALUTATION,
    BlockKind.ADDRESS: Part.ADDRESS,
    BlockKind.REFERENCE: Part.REFERENCE,
    BlockKind.CLOSING: Part.CLOSING,
}
_DATE_LINE = Pattern(
    r"(?:[A-Z][\w' -]{1,30},\s*)?(?:(?:verzend)?datum(?: verzending)?|dagtekening|verzonden(?: op)?)?\s*:?\s*"
    rf"(?:{dates.PATTERN})",
    re.IGNORECASE,
)
_DATE_LABEL = Pattern(r"(?:verzend)?datum\b|dagtekening\b|verzonden\b", re.IGNORECASE)
_SENDER = Pattern(
    r"\b(?:gemeente|afdeling|team|postbus|bezoekadres|omgevingsdienst|belastingkantoor|eenheid|dienst|cluster"
    r"|loket|kabinet)\b",
    re.IGNORECASE,
)
_TO_READER = Pattern(r"(?:aan\b|t\.a\.v|de heer|mevrouw|dhr|mw|familie|het bestuur)", re.IGNORECASE)
_POSTCODE = Pattern(r"\b\d{4} ?[A-Z]{2}\b")
_SUBJECT_LINE = Pattern(
    r"^[^\S\n]*(?:onderwerp|betreft|betr\.)[^\S\n]*:?[^\S\n]*(?P<words>\S[^\n]*)$", re.IGNORECASE | re.MULTILINE
)
_SUBJECT_LABEL = Pattern(r"(?:onderwerp|betreft|betr\.)\s*:?\s*", re.IGNORECASE)
_LEAST_WORDS = 2
_MOST_WORDS = 20

_ATTACHMENTS = Pattern(
    r"(?:bijlage(?:\(n\)|n)?|bijgevoegd|meegestuurd|wij sturen mee)\s*(?:\(\d+\))?\s*(?P<colon>:)?", re.IGNORECASE
)
_ATTACHMENTS_HEADING = Pattern(r"(?:bijlagen?|wij sturen mee|meegestuurd|bij deze brief)\b", re.IGNORECASE)
_MOST_IN_LABEL = 12

_REMEDY = Pattern(
    r"\b(?:bezwaar(?:schrift|clausule|en)?|beroep(?:schrift)?|rechtsmiddel\w*|voorlopige voorziening|zienswijze\w*"
    r"|klacht (?:over dit besluit|indienen bij (?:het college|burgemeester)))\b",
    re.IGNORECASE,
)
_REMEDY_USE = Pattern(
    r"\b(?:maken|maakt|maak|indienen|instellen|ingesteld|ingediend|tegen dit besluit|tegen deze (?:beslissing"
    r"|beschikking|aanslag)"
    r"|(?:bezwaar|beroep)schrift|in (?:bezwaar|beroep)|zienswijze (?:geven|indienen|naar voren)|niet (?:mee )?eens"
    r"|staat\b[^.?!]*\bopen)\b",
    re.IGNORECASE,
)
_REMEDY_PAST = Pattern(
    r"\b(?:hebt|heeft|had|hebben|is|was)\b[^.?!]*\b(?:bezwaar|beroep)\w*[^.?!]*\b(?:gemaakt|ingediend|ingesteld"
    r"|gekregen|ontvangen)\b"
    r"|\b(?:over|van|naar aanleiding van|toelichting op) uw (?:bezwaar|beroep)"
    r"|\buw (?:bezwaar|beroep)\w*,? (?:(?:mondeling|zelf|nader|graag) )?(?:toe te lichten|toelichten|gericht"
    r"|uitleggen"
    r"|behandel\w+|bespreken|te bespreken)"
    r"|\b(?:ontvangst|behandeling) van uw (?:bezwaar|beroep)|\bop uw bezwaar\w* (?:wordt|beslissen|besluiten)\b"
    r"|\b(?:ontvingen|kregen|maakte|diende)\b[^.?!]*\b(?:bezwaar|beroep)|\bgeen (?:zienswijze|gebruik)"
    r"|\bzienswijze\b[^.?!]*\bgeen\b|\bte zijner tijd\b|\btzt\b",
    re.IGNORECASE,
)
"""Objecting to something of before, or to something that is still to come."""
_REMEDY_HEADING = Pattern(
    r"niet (?:mee )?eens|rechtsbescherming|rechtsmiddel|\bbezwaar\b|\bberoep\b|verkeerd beslist|mening\b.*\bgeven"
    r"|zienswijze|\bfout\b",
    re.IGNORECASE,
)
_CONTACT_WAY = Pattern(
    r"\b(?:bel(?:t|len)?|tel(?=\.)|telefonisch|telefoon\w*|mail(?:t|en)?|e-mail|appen|contact\w*|langskomen|balie"
    r"|bereik\w*|doorkiesnummer|helpt u|terecht|wenden)\b",
    re.IGNORECASE,
)
_CONTACT_FIRST = Pattern(
    r"^(?:bel|mail)\b|\b(?:telefonisch|telefoonnummer|doorkiesnummer|contactpersoon|bereik\w*|kunt u bellen"
    r"|helpt u)\b",
    re.IGNORECASE,
)
_REQUEST = Pattern(r"(?:wilt u|willen (?:jullie|u)|kunt u|wij (?:vragen|verzoeken)|u moet)\b", re.IGNORECASE)
_ASKS_SOMETHING = Pattern(r"€|vóór|uiterlijk|binnen|verzoek|\bmoet\b", re.IGNORECASE)
_CONTACT_PLACE = Pattern(
    r"[\w.+-]+@[\w-]+\.\w|\bbalie\b|\b(?:telefoon|doorkies)nummer\b|\bhetzelfde nummer\b",
    re.IGNORECASE,
)
_QUESTIONS = Pattern(
    r"\b(?:vragen|vraag|contact\w*|hulp nodig|meer weten|nog iets weten|inlichtingen|informatie|bellen|mailen"
    r"|overleggen|"
    r"onduidelijk|niet duidelijk|bereikbaar)\b",
    re.IGNORECASE,
)


_WE_NEED = Pattern(r"\b(?:wij|we)\b[^.?!]*\b(?:nodig|missen)\b", re.IGNORECASE)
_DESK = Pattern(
    r"(?:(?:voor|bij|met)\s+)?(?:(?:nadere|verdere|meer)\s+)?"
    r"(?:inlichtingen|informatie|contact\w*|vragen|behandeld door)\b"
    r"|(?:hebt|heeft) u (?:nog |verder )*(?:een )?vra(?:ag|gen)\b|mocht u\b[^.?!]*\bvra(?:ag|gen)\b",
    re.IGNORECASE,
)
"""How a line opens that names whom to ask: "Inlichtingen: bureau Handhaving, 14 0344"."""


def assign(text: LetterText) -> tuple[Part, ...]:
    """Return the part of every block, without the core: :func:`with_core` adds that once the message is known."""
    parts = [
        _OF_KIND.get(view.block.kind, Part.BODY if view.block.kind in PROSE else Part.OTHER) for view in text.blocks
    ]
    greeting = text.greeting
    if greeting is not None:
        parts[:greeting] = [Part.ADDRESS if part is Part.SALUTATION else part for part in parts[:greeting]]
        parts[greeting] = Part.SALUTATION
        _assign_head(text, parts, greeting)
    _assign_rest(text, parts, 0 if greeting is None else greeting + 1)
    return tuple(parts)


def subject(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    """Return the words of the subject line, without its label; None when there is none."""
    for index, part in enumerate(parts):
        if part is not Part.SUBJECT:
            continue
        words = text.blocks[index].block.text
        if found := _SUBJECT_LINE.search(words):
            return text.passage(index, *found.span("words"))
        label = _SUBJECT_LABEL.match(words)
        if label is None or label.end() < len(words):
            return text.passage(index, label.end() if label else 0, len(words))
    return None


def _assign_head(text: LetterText, parts: list[Part], greeting: int) -> None:
    """Give the blocks above the salutation their parts; the sender comes once, and before the reader's address."""
    seen_sender = False
    for index in range(greeting):
        view = text.blocks[index]
        before = text.blocks[index - 1].block.text.strip() if index else ""
        parts[index] = _head(view, parts[index], before, seen_sender=seen_sender)
        seen_sender = seen_sender or parts[index] is Part.SENDER
    if Part.SUBJECT not in parts[:greeting]:
        for index in range(greeting - 1, max(greeting - 3, -1), -1):
            if parts[index] in {Part.ADDRESS, Part.BODY, Part.REFERENCE, Part.OTHER} and _reads_as_subject(
                text.blocks[index].block
            ):
                parts[index] = Part.SUBJECT
                return


def _head(view: AnalysedBlock, part: Part, before: str, *, seen_sender: bool) -> Part:
    text = view.block.text.strip()
    free = part in {Part.ADDRESS, Part.REFERENCE, Part.BODY, Part.OTHER}
    if free and (_SUBJECT_LINE.search(text) or (_SUBJECT_LABEL.fullmatch(before) and part is Part.OTHER)):
        return Part.SUBJECT
    if free and (_DATE_LINE.fullmatch(text) or (_DATE_LABEL.match(text) and "\n" not in text)):
        return Part.DATE
    if part is Part.OTHER and view.block.kind is BlockKind.TABLE_CELL:
        return Part.REFERENCE
    if part in {Part.ADDRESS, Part.BODY, Part.OTHER, Part.HEADING} and _SENDER.search(text):
        return part if seen_sender or _TO_READER.match(text) else Part.SENDER
    return part


def _reads_as_subject(block: Block) -> bool:
    words = block.text.split()
    return (
        "\n" not in block.text.strip()
        and _LEAST_WORDS <= len(words) <= _MOST_WORDS
        and not (block.kind in {BlockKind.TABLE_CELL, BlockKind.REFERENCE} and ":" in block.text)
        and not _POSTCODE.search(block.text)
        and not _SENDER.search(block.text)
        and not _TO_READER.match(block.text)
        and not _DATE_LINE.fullmatch(block.text.strip())
    )


def _assign_rest(text: LetterText, parts: list[Part], start: int) -> None:
    """Give the blocks after the salutation their parts; a heading tells of the blocks under it."""
    under: Part | None = None
    for index in range(start, len(parts)):
        view = text.blocks[index]
        if view.block.kind in APART:
            under = None
        elif parts[index] is Part.HEADING:
            under = _of_heading(view.block.text)
        elif parts[index] in {Part.BODY, Part.CLOSING} and _lists_attachments(view.block.text):
            parts[index] = Part.ATTACHMENTS
        elif parts[index] is Part.CLOSING:
            under = None
        elif parts[index] is Part.BODY:
            first = view.analysis.sentences[0].text if view.analysis.sentences else ""
            parts[index] = _of_body(view, first, under)
        elif parts[index] is Part.OTHER and under in {Part.ATTACHMENTS, Part.CONTACT}:
            parts[index] = under


def _of_heading(text: str) -> Part | None:
    if _ATTACHMENTS_HEADING.match(text):
        return Part.ATTACHMENTS
    if _REMEDY_HEADING.search(text):
        return Part.REMEDY
    return Part.CONTACT if _QUESTIONS.search(text) and not _ASKS_READER.search(text) else None


_ASKS_READER = Pattern(
    r"\b(?:vragen|vraag) (?:wij|we|ik)\b|\b(?:wij|we) vragen\b|\b(?:informatie|hulp)\b.*\b(?:nodig|missen"
    r"|ontbre\w+)\b"
    r"|\bhoe vraag",
    re.IGNORECASE,
)
"""A heading over what the municipality asks: "Wat vragen wij van u?"."""


@by_block
def _of_body(view: AnalysedBlock, first: str, under: Part | None) -> Part:
    text = view.block.text
    if _REMEDY.search(text) and _REMEDY_USE.search(text) and _is_remedy(view):
        return Part.REMEDY
    asks_first = (first.endswith("?") or bool(_DESK.match(first))) and bool(_QUESTIONS.search(text))
    asks_first = asks_first and not _REMEDY.search(text)
    if under is Part.ATTACHMENTS or (under is Part.REMEDY and not asks_first):
        return under
    offers = _QUESTIONS.search(first) and not (_REQUEST.match(first) and _ASKS_SOMETHING.search(first))
    asks = offers or (_CONTACT_FIRST.search(first) and not _ASKS_SOMETHING.search(first))
    asks = asks and not _WE_NEED.search(first) and not _requests(view) and not _SENDS.search(first)
    opens = under is Part.CONTACT or (asks and view.block.kind is BlockKind.PARAGRAPH)
    reachable = _CONTACT_PLACE.search(text) or any(phones.find(text))
    if opens and reachable and _CONTACT_WAY.search(text):
        return Part.CONTACT
    return Part.BODY


def _requests(view: AnalysedBlock) -> bool:
    """Tell whether a block opens with a request to do something else than to ask: "Wij willen u vragen om ... te"."""
    if not view.analysis.sentences:
        return False
    asked = directives.find(PlacedSentence(view.index, view.analysis.sentences[0]))
    if asked is None or asked.mood is not Mood.REQUEST:
        return False
    tells = asked.lemma == "weten" and "laten" in view.analysis.sentences[0].forms  # "te laten weten of u komt"
    return tells or asked.lemma not in _ASKING


_SENDS = Pattern(
    r"\b(?:de|het|uw|deze|dit|die|alle|ze|hem)\b(?! vra)(?:\s+(?!vra|e-?mail\b)\w+){0,4}\s+(?:te\s+)?(?:mailen"
    r"|sturen)\b"
    r"|\b(?:mailt?|stuurt?) (?:u )?(?:de|het|uw|deze|dit|die|alle|ze|hem)\b(?! (?:\w+ )?(?:vra|e-?mail|bericht))",
    re.IGNORECASE,
)
"""A thing to send, and no question: "U kunt de stukken mailen naar ..."."""
_ASKING = frozenset("bellen opnemen stellen bespreken weten hebben".split())


def _is_remedy(view: AnalysedBlock) -> bool:
    """Tell whether objecting is what the block is about, and not only its last sentence, or something of before."""
    sentences = [sentence.text for sentence in view.analysis.sentences]
    about = [
        bool(_REMEDY.search(one) or _REMEDY_HEADING.search(one)) and not _REMEDY_PAST.search(one) for one in sentences
    ]
    opens = about[:1] == [True] or (about[:2] == [False, True] and sentences[0].endswith("?"))
    return opens or sum(about) > len(about) / 2


def _lists_attachments(text: str) -> bool:
    """Tell whether a block opens with the label of a list of attachments, rather than a sentence about one."""
    found = _ATTACHMENTS.match(text)
    if found is None or text.rstrip().endswith("."):
        return False
    return found["colon"] is not None or len(text.split()) <= _MOST_IN_LABEL


def with_core(parts: tuple[Part, ...], core: int | None) -> tuple[Part, ...]:
    """Return ``parts`` with the block of index ``core`` as the one that brings the message."""
    if core is None or parts[core] is not Part.BODY:
        return parts
    return (*parts[:core], Part.CORE, *parts[core + 1 :])
