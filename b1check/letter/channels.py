"""How a reader does what a letter asks: through which site, account, address or desk, or at which place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.documents.document import BlockKind
from b1check.letter.model import DocumentType, Part, Passage
from b1check.letter.orders import PAYMENT_SORTS
from b1check.letter.setting import Setting
from b1check.letter.text import LetterText, PlacedSentence

_SITE = r"(?:[\w.+-]+@[\w-]+\.[\w.]*\w|(?:www\.|https?://)[^\s,;]*[\w/]|[\w-]+\.(?:nl|example|eu|com)(?:/[\w/-]*\w)?)"
_ACCOUNT = (
    r"(?:over\s+)?(?:naar|op|over op)?\s*(?:(?:de|onze|ons|bank)\s*)*(?:bank)?(?:rekening(?:nummer)?"
    r"|IBAN)?:?\s*NL\d\d(?:\s?[A-Z]{4})(?:\s?\d{1,4})+"
)
_MEANS = (
    r"(?:bijgevoegde |meegestuurde |gratis |digitale |ingevulde )*(?:e-?mail(?:adres)?|mail|post|telefoon\w*"
    r"|website|site|balie|gemeentehuis|loket|meldknop|"
    r"stadhuis|stadskantoor|\w*formulier|antwoordenvelop\w*|envelop\w*|DigiD|Mijn \w+|acceptgiro|iDEAL"
    r"|automatische incasso|"
    r"QR-code|milieustraat|afspraak|overmaking|incasso|pin|sms|app(?: [A-Z]\w+)?)"
)
_PLACE = (
    r"(?:\w*(?:huis|kantoor|centrum|zaal|school|kamer|balie|gebouw|bibliotheek|locatie|kerk|hal|loket|speelplein"
    r"|park|plein|café|museum|terrein|gymzaal|plaats|werf|Werkplein))"
)
_HOW_ACCOUNT = re.compile(rf"\b{_ACCOUNT}", re.IGNORECASE)
_HOW_SITE = re.compile(
    rf"\b(?:ga naar|via|op|per|aan|naar|mail naar|met)\s+(?:(?:het|de|onze|ons|een|uw)\s+)?(?:(?:e-?mailadres"
    rf"|website|site|adres|pagina)\s+)?{_SITE}|{_SITE}",
    re.IGNORECASE,
)
_HOW_POST = re.compile(
    r"\b(?:aan|naar|bij)\s+(?:de\s+|het\s+)?[^.?!:;]{0,80}\bPostbus \d+(?:,?\s*\d{4} ?[A-Z]{2}\s+\w+)?|\bPostbus \d+",
    re.IGNORECASE,
)
_HOW_MEANS = re.compile(
    rf"\b(?:via|per|op|door|met|naar|aan|bij|in)\s+(?:het\s+|de\s+|onze\s+|ons\s+|een\s+|uw\s+"
    rf"|dit\s+)?{_MEANS}\b(?:\s+\d+\b)?"
    rf"(?:\s+(?:in|van|op|aan)\s+(?:het|de|ons|onze)\s+{_PLACE}\b)?(?:,\s+[A-Z][\w ]+\d+\w?)?"
    r"|\bde app [A-Z]\w+|\b(?:gebruikt? (?:u )?(?:\w+ )?|met )(?:het|dit|een) \w*formulier\b(?: dat [^.?!]*)?"
    r"|\bdoor overmaking\b|\btelefonisch\b|\b(?:bel(?:len)?|op nummer|telefoonnummer|via) (?:naar )?(?:14 ?\d{3,5}"
    r"|\(?0\d+\)? ?[\d ]+\d)",
    re.IGNORECASE,
)
_HOW_PLACE = re.compile(
    rf"\b(?:in|bij|op|naar)\s+(?:het\s+|de\s+|onze\s+|ons\s+|uw\s+)?{_PLACE}\b(?:\s+\d+\b)?(?:\s+(?:[A-Z]\w+|van"
    rf"|de|het|in|aan|\w+huis)\b)*(?:,\s+(?:[A-Z][\w’'-]+\s+)+\d+\w?)?"
    r"|\bthuis\b|\bbij u (?:thuis|langs)\b|\b(?:in|op|aan) (?:de |het )?[A-Z]\w+(?:straat|laan|weg|plein|kade"
    r"|gracht|dijk|hof|markt)\s+\d+\w?"
)
_WHERE_LABEL = re.compile(r"(?:waar|plaats|locatie|adres)\s*\??:?\s*", re.IGNORECASE)
_PAYING = (_HOW_ACCOUNT,)
_PAYING_ANYWAY = (_HOW_ACCOUNT, _HOW_SITE)
_COMING = (_HOW_PLACE,)
_PAYS = re.compile(
    r"\b(?:\w*betal(?:en|ing)|betaald|voldaan|voldoen|betaal|overmaken|overgemaakt|stort|storten)\b", re.IGNORECASE
)
_COMES = re.compile(r"\b(?:kom|komt|komen|langskomen|ophalen|halen|haal|haalt)\b", re.IGNORECASE)
_LINES_AROUND = 3
_SENDING = (_HOW_SITE, _HOW_POST, _HOW_MEANS)


def find(
    text: LetterText, parts: Sequence[Part], asked: Setting, running: Sequence[Setting], sort: DocumentType
) -> Passage | None:
    """Return the channel: in the sentence itself, then after it, then under a later heading, then in a table."""
    at = running.index(asked)
    own = asked.placed
    later = [s.placed for s in running[at + 1 :] if not s.conditional and not s.own_condition]
    earlier = [s.placed for s in reversed(running[:at]) if not s.conditional]
    for patterns in _channels(sort, own):
        for placed in (own, *later, *earlier[:_LINES_AROUND]):
            if placed is not own and _TELLS_MORE.search(placed.text):
                continue
            if placed is not own and patterns is _COMING and not _POINTS_THE_WAY.search(placed.text):
                continue
            found = [one for pattern in patterns if (one := placed.search(pattern)) and one.text.strip()]
            if found:
                return min(found, key=lambda one: one.start)
        if patterns in {_PAYING, _COMING} and (cell := _in_table(text, parts, patterns)):
            return cell
    return None


_TELLS_MORE = re.compile(
    r"\b(?:vindt|leest|ziet|lees|kijk|zien|lezen|volgen|bekijken|raadplegen)\b|\bmeer (?:weten|informatie|uitleg)\b",
    re.IGNORECASE,
)
"""A sentence about where more is told, and not about how the task is done."""
_POINTS_THE_WAY = re.compile(
    r"^(?:dat|dit|u|het (?:gesprek|overleg)|de (?:bijeenkomst|afspraak|ceremonie|avond|training)|wij|we|op|ga|kom|meld"
    r"|breng|lever|parkeer|zet|haal)\b[^.?!]*",
    re.IGNORECASE,
)
"""How a sentence opens that goes on about the task: "Dat kan aan de balie", "Parkeer hem op het terrein"."""


def _channels(sort: DocumentType, asked: PlacedSentence) -> Sequence[Sequence[re.Pattern[str]]]:
    if sort in PAYMENT_SORTS or _PAYS.search(asked.text):
        return (_PAYING_ANYWAY, _PAYING, _SENDING)
    if sort is DocumentType.INVITATION or _COMES.search(asked.text):
        return (_COMING, _SENDING)
    return (_SENDING, _COMING)


def _in_table(text: LetterText, parts: Sequence[Part], patterns: Sequence[re.Pattern[str]]) -> Passage | None:
    salutation = next((i for i, part in enumerate(parts) if part is Part.SALUTATION), -1)
    for view in text.blocks[salutation + 1 :]:
        if view.block.kind is not BlockKind.TABLE_CELL:
            continue
        words = view.block.text
        label = text.blocks[view.index - 1].block.text if view.index else ""
        if patterns is _COMING and _WHERE_LABEL.fullmatch(label):
            return text.whole(view.index)
        if patterns is _COMING and (own := _WHERE_LABEL.match(words)) and own.end() < len(words):
            return text.passage(view.index, own.end(), len(words))
        for pattern in patterns:
            if found := pattern.search(words):
                return text.passage(view.index, *found.span())
    return None
