"""The decision that a letter brings: what, why, on what ground, and what is possible after a no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from b1check.documents.document import BlockKind
from b1check.language.patterns import Pattern
from b1check.letter.model import Decision, DocumentType, Part, Passage
from b1check.letter.text import LetterText, PlacedSentence

Outcome = Literal["toekenning", "afwijzing", "last"]

_OUTCOMES: Mapping[DocumentType, Outcome] = MappingProxyType(
    {
        DocumentType.GRANT: "toekenning",
        DocumentType.REJECTION: "afwijzing",
        DocumentType.RECLAIM: "last",
        DocumentType.ENFORCEMENT: "last",
    }
)
_OBJECTION_LOST = Pattern(
    r"\bongegrond\b|\bniet-ontvankelijk\b|\bgeen gelijk\b|\bblijft (?:zo|staan|hetzelfde|in stand)\b"
    r"|\bbesluit verandert niet\b|\bu krijgt\b[^.?!]*\b(?:geen|niet)\b"
    r"|\b(?:houden|blijven)\b[^.?!]*\bbij ons besluit\b|\bhandhaven\b",
    re.IGNORECASE,
)
_OBJECTION_WON = Pattern(
    r"\bgegrond\b|\bherroep\w*\b|\btrekken\b[^.?!]*\bin\b|\bgelijk\b|\balsnog\b|\bu (?:krijgt|mag)\b", re.IGNORECASE
)
_BY_US = r"\b(?:wij|we|ik|college|burgemeester|raad|\w*ambtenaar|\w*bestuur|directeur|inspecteur|ontvanger)\b"
_DECIDE = (
    rf"{_BY_US}[^.?!]*\b(?:besloten|besluiten|besluit|beslist|beslissen)\b|\b(?:besluiten|besluit|beslissen|hebben"
    rf"|heb)\s+(?:wij|we|ik)\b[^.?!]*\b(?:besloten|te \w+en|om)\b"
)
_DIRECT: Mapping[Outcome, Pattern] = MappingProxyType(
    {
        "toekenning": Pattern(
            r"\bu (?:krijgt|mag|ontvangt)\b|\b(?:krijgt|ontvangt|mag) u\b|\b(?:kennen|ken)\b[^.?!]*\btoe\b"
            r"|\b(?:verlenen|verleen|keuren|keur|verstrekken|vergoeden)\b"
            rf"|{_BY_US}[^.?!]*\b(?:geven|geef|toegekend|verleend|goedgekeurd)\b|\bstem(?:men)?\b[^.?!]*\bin\b"
            rf"|\bgegrond\b|\btrekken\b[^.?!]*\bin\b|" + _DECIDE,
            re.IGNORECASE,
        ),
        "afwijzing": Pattern(
            r"\b(?:wij|we|ik)\b[^.?!]*\b(?:beëindigen|beëindig|verlagen|verlaag|stoppen|stop|korten|intrekken)\b"
            r"|\b(?:beëindigen|verlagen|stoppen|korten|trekken) (?:wij|we)\b"
            r"|\b(?:krijgt|ontvangt) u\b[^.?!]*\b(?:in plaats van|minder|nog maar)\b"
            r"|\bu (?:krijgt|ontvangt)\b[^.?!]*\b(?:in plaats van|minder|nog maar)\b"
            r"|\bwij(?:zen|s)\b[^.?!]*\baf\b|\bu (?:krijgt|mag|ontvangt)\b[^.?!]*\b(?:geen|niet)\b|\b(?:krijgt"
            r"|ontvangt|mag|kunt) u\b[^.?!]*\b(?:geen|niet)\b[^.?!]*"
            r"|\b(?:geven|verlenen|keuren|kennen|vergoeden|verstrekken|honoreren)\b[^.?!]*\b(?:geen|niet)\b"
            rf"|{_BY_US}[^.?!]*\b(?:afwijzen|afwijs|weigeren|weiger|afgewezen|geweigerd)\b|\bweigeren (?:wij|we)\b"
            rf"|\bongegrond\b|\bniet-ontvankelijk\b|\bgeen gelijk\b"
            r"|\bbesluit\b[^.?!]*\bblijft (?:zo|staan|hetzelfde|in stand)\b|\bbesluit verandert niet\b|\b(?:houden"
            r"|blijven)\b[^.?!]*\bbij ons besluit\b|\bhandhaven\b|" + _DECIDE,
            re.IGNORECASE,
        ),
        "last": Pattern(
            r"\b(?:leggen|leg)\b[^.?!]*\bop\b|\bvorder(?:en)?\b[^.?!]*\bterug\b|\bu (?:moet|dient)\b|\bmoet u\b"
            r"|\bgelast(?:en)?\b|\bbetaal\b|\btrekken\b[^.?!]*\bin\b|" + _DECIDE,
            re.IGNORECASE,
        ),
    }
)
_DONE: Mapping[Outcome, str] = MappingProxyType(
    {
        "toekenning": "toegekend|verleend|ingewilligd|goedgekeurd|gehonoreerd|toegewezen|verstrekt",
        "afwijzing": "beëindigd|verlaagd|stopgezet|ingetrokken|gestopt|afgewezen|geweigerd|ongegrond verklaard"
        "|niet-ontvankelijk verklaard",
        "last": "opgelegd|teruggevorderd|ingetrokken|gelast",
    }
)
_HIDDEN: Mapping[Outcome, Pattern] = MappingProxyType(
    {
        outcome: Pattern(
            rf"\b(?:wordt|worden|is|zijn)\b[^.?!]*\b(?:{done})\b"
            + (
                r"|\bafwijzend\b[^.?!]*\bbeslist\b|\bniet\b[^.?!]*\bin aanmerking\b"
                r"|\b(?:niet|geen)\b[^.?!]*\b(?:gehonoreerd|ingewilligd|toegewezen|toegekend|verleend|verstrekt"
                r"|overgegaan|goedgekeurd)\b"
                r"|\bgeen (?:aanleiding|grond|ruimte|reden)\b[^.?!]*\b(?:gezien|gevonden)\b"
                r"|\b(?:bestaat|zien wij|is er)\b[^.?!]*\bgeen (?:aanleiding|grond|ruimte|recht|reden)\b"
                r"|\bniet (?:tot|voor) (?:toekenning|inwilliging|verstrekking|verlening|vergoeding)\b"
                if outcome == "afwijzing"
                else ""
            ),
            re.IGNORECASE,
        )
        for outcome, done in _DONE.items()
    }
)
"""Ways to tell a decision without saying who takes it."""
_SAYS_WHO = Pattern(_DECIDE, re.IGNORECASE)
_SUPPOSED = Pattern(
    r"^(?:als|indien|wanneer|mocht|dan|daarna|straks|later)\b|\?$|\b(?:beslissen|besluiten) of\b|\b(?:kunnen|zullen"
    r"|moeten) (?:wij|we)\b[^.?!]*\b(?:beslissen|besluiten)\b|\b(?:eerder|destijds|bij besluit van|in (?:dat"
    r"|ons eerdere) besluit)\b|\b(?:leest|vindt) u\b"
    r"|\b(?:krijgt|ontvangt|hoort)\b[^.?!]*\b(?:(?:een|deze) brief|bericht|antwoord|(?:ons|een) besluit"
    r"|(?:onze|een) beslissing|een (?:rekening|factuur|reactie|uitnodiging|verslag))\b",
    re.IGNORECASE,
)
"""What is no decision of this letter: a condition, a question, an earlier or a later one."""
_REASON = Pattern(
    r"\b(?:omdat|want|daarom|doordat|namelijk|immers|redenen?|de reden|reden (?:hier|daar)(?:van|voor)|vanwege"
    r"|aangezien|dat komt|dit komt|blijkt|blijken"
    r"|gebleken|vastgesteld|voldoet|voldoen|in verband met|ten grondslag|niet verantwoord|"
    r"nu (?:u|uw|het|de|er)\b(?=[^.?!]*\b(?:is|zijn|bent|hebt|heeft|wordt)\b)|gelet op|overwegende|motivering"
    r"|(?:hoger|lager|meer|minder|groter|kleiner|breder) dan|te (?:hoog|laag"
    r"|veel|groot|breed|weinig)|in strijd (?:is |zijn |komt )?met|overtre\w+|zonder vergunning|"
    r"niet toegestaan|mag niet|ten onrechte|past\b[^.?!]*\b(?:niet|bij)|geen recht|hebt geen|heeft geen)\b",
    re.IGNORECASE,
)
_NO_REASON = Pattern(
    r"^(?:dit|dat|ons|het) (?:besluit|betekent|geldt|heet)\b"
    r"|^(?:dit|dat) (?:hebben|heb) (?:wij|we|ik)\b|^(?:hieronder|helaas|daarom|het spijt|in deze brief"
    r"|vragen|bel|mail)\b"
    r"|^(?:wij|we) (?:begrijpen|snappen|weten|hopen|sturen|helpen|vertrouwen)\b|^u (?:krijgt|ontvangt|kunt|mag|hoeft"
    r"|moet|vroeg|wilt)\b|\b(?:bezwaar|beroep)\b",
    re.IGNORECASE,
)
"""Sentences that come after a decision and say something else than why."""
_REASON_HEADING = Pattern(
    r"\b(?:waarom|redenen?|motivering|overweging\w*|beoordeling|toelichting|hoe komen wij|berekening)\b", re.IGNORECASE
)
_FORWARD_HEADING = Pattern(
    r"\b(?:vragen|vraag|contact|weten|duidelijk|niet (?:mee )?eens|bezwaar|beroep|alternatie\w+|hoe (?:nu|verder"
    r"|gaat)|wat (?:kunt|kan|moet|doet|nu|gebeurt|wel)|"
    r"kunt u (?:wel|iets)|andere (?:hulp|mogelijk\w*|regeling\w*))\b",
    re.IGNORECASE,
)
"""Headings of what comes next: what stands there is no reason."""
_INSTEAD_HEADING = Pattern(
    r"\b(?:alternatie\w+|wat (?:kunt u|kan|nu|wel)|(?:nog|wel) mogelijk|hoe (?:nu|verder)|kunt u (?:wel|iets)"
    r"|andere (?:hulp|mogelijk\w*|regeling\w*|oplossing\w*))\b",
    re.IGNORECASE,
)
_INSTEAD = Pattern(
    r"\b(?:u kunt|kunt u|u mag|mag u)\b(?![^.?!]*\b(?:niet|geen|bezwaar|beroep|bellen|mailen|contact|toelichting"
    r"|inlichtingen|vragen|wenden)\b)|\bstaat (?:het )?u (?:wel )?vrij\b|\bdesgewenst\b"
    r"|\bwel\b(?! (?:degelijk|eens|of niet))(?![^.?!]*\b(?:niet|geen)\b)|\bmisschien\b"
    r"|\bopnieuw (?:een )?aan\w*|\bnieuwe aanvraag\b"
    r"|\balsnog\b(?=[^.?!]*\b(?:kunt|kan|mogelijk|aan))|\bin plaats daarvan\b"
    r"|\bvoedselbank\b|\bdenken\b[^.?!]*\bmee\b|\bvraag\b[^.?!]*\baan\b|\bbetalingsregeling\b|\b(?:is"
    r"|zijn)\b[^.?!]*\bbeschikbaar\b|\been andere (?:mogelijkheid|regeling|oplossing|plek|plaats|datum|dag)\b"
    r"|\bopnieuw\b[^.?!]*\b(?:bezien|bekijken|beoordelen|behandelen|indienen)\b"
    r"|\bberoep\b[^.?!]*\bgedaan op\b",
    re.IGNORECASE,
)
_GROUND = Pattern(
    r"\bartikel(?:en)?\s+\d[\w:.]*|\bart\.\s*\d[\w:.]*|\b[A-Z][\w]*(?:wet|verordening|regeling)\b|\b(?:Wet"
    r"|Verordening|Regeling|Beleidsregels?)\s+[\w\s]{3,40}"
    r"|\b(?:Wmo|Awb|APV|Wgs|BRP)\b|\b(?:de|onze|het) (?:verordening|beleidsregels|omgevingsplan|regels (?:van"
    r"|voor))\b"
)
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.OTHER})
_BODY = _RUNNING | {Part.REMEDY, Part.HEADING}
"""An unheaded paragraph with a decision may name a zienswijze, and be taken for a remedy."""


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType) -> Decision | None:
    """Return the decision of a letter of sort ``sort``; None when it brings none, or hides it too well to point at."""
    running = [sentence for sentence in text.sentences if parts[sentence.block] in _RUNNING]
    outcome = _OUTCOMES.get(sort)
    if sort is DocumentType.OBJECTION_DECISION:
        lost = any(_OBJECTION_LOST.search(sentence.text) for sentence in running)
        won = any(_OBJECTION_WON.search(sentence.text) for sentence in running)
        outcome = "afwijzing" if lost else "toekenning" if won else None
    if outcome is None:
        return None
    firm = [sentence for sentence in running if not _SUPPOSED.search(sentence.text)]
    direct = next((sentence for sentence in firm if _is_direct(sentence, outcome)), None)
    told = direct or next((sentence for sentence in firm if _HIDDEN[outcome].search(sentence.text)), None)
    if told is None:
        return None
    sections = _sections(text)
    return Decision(
        told.passage,
        outcome,
        direct=direct is not None,
        reason=reason(text, parts) or _told_next(running, told) or _told_before(running, told),
        instead=_instead(text, running, sections)
        or (told.passage if _LESS.search(told.text) else None)
        or _still_gets(running, told),
        ground=_ground(text, parts),
    )


_LESS = Pattern(
    r"\bverla(?:gen|ging|agd)\b|\bverlaag\w*\b|\b(?:lager|minder|nog maar)\b|\bin plaats van\b|\bkort(?:en|ing)\b",
    re.IGNORECASE,
)
"""A decision after which the reader keeps part of it: that is what is possible."""


def _still_gets(running: Sequence[PlacedSentence], told: PlacedSentence) -> Passage | None:
    """Return what the reader goes on to get, beside the decision: "Vanaf januari krijgt u € 420"."""
    beside = (one for one in running if one.block == told.block and one.sentence.start <= told.sentence.start)
    return next((one.passage for one in beside if _STILL_GETS.search(one.text)), None)


_STILL_GETS = Pattern(
    r"^(?!.*\b(?:geen|niet)\b).*\b(?:krijgt u|u krijgt)\b[^.?!]*(?:€|\b(?:uur|uren|dagdelen|dagen)\b)", re.IGNORECASE
)
"""What the reader gets from now on, in a letter that brings less."""


def reason(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    """Return the words that say why: a heading such as "Waarom", or a sentence with "omdat" and the like."""
    sections = _sections(text)
    reasons = {
        index: _REASON_HEADING.search(over) for index, over in sections.items() if not _FORWARD_HEADING.search(over)
    }
    for index, found in reasons.items():
        if found and parts[index] in _RUNNING:
            return text.whole(index)
    telling = (
        sentence
        for sentence in text.sentences
        if parts[sentence.block] in _RUNNING
        and not _FORWARD_HEADING.search(sections[sentence.block])
        and not sentence.text.endswith("?")
    )
    return next(filter(None, (sentence.search(_REASON) for sentence in telling)), None)


def _told_next(running: Sequence[PlacedSentence], told: PlacedSentence) -> Passage | None:
    """Return the sentence after the decision when it seems to explain it: a reason can do without "omdat"."""
    at = running.index(told) + 1
    following = running[at] if at < len(running) else None
    if following is not None and _ASKS_WHY.match(following.text) and at + 1 < len(running):
        return running[at + 1].passage
    if following is None or following.block != told.block or following.text.endswith("?"):
        return None
    other = _INSTEAD.search(following.text) or _NO_REASON.search(following.text)
    return None if other else following.passage


def _told_before(running: Sequence[PlacedSentence], told: PlacedSentence) -> Passage | None:
    """Return the sentence right before the decision where it tells what was found or what the reader did or is."""
    at = running.index(told)
    before = running[at - 1] if at else None
    if before is None or before.block != told.block or before.text.endswith("?"):
        return None
    return before.passage if _FACT.match(before.text) and not _OCCASION.search(before.text) else None


_FACT = Pattern(
    r"(?:(?:op|sinds|in|vanaf) [^.?!,]{3,30} )?(?:u|uw \w+|er|onze \w+)\b[^.?!]*\b(?:bent|hebt|heeft|is|zijn|had"
    r"|was|woont"
    r"|werkt|verdient|zag|staat|niet|geen)\b|(?:bent|hebt|hebben|heeft) u\b",
    re.IGNORECASE,
)
_OCCASION = Pattern(
    r"\b(?:aangevraagd|gevraagd|vroeg|vraagt|verzocht|ingediend|aanvraag|verzoek|gesprek|brief|gemeld|gestuurd)\b",
    re.IGNORECASE,
)
"""What came before the decision, and no reason for it: "U hebt op 3 mei een pas aangevraagd"."""
_ASKS_WHY = Pattern(r"waarom\b[^.!]*\?", re.IGNORECASE)


def _is_direct(sentence: PlacedSentence, outcome: Outcome) -> bool:
    words = sentence.text
    if not _DIRECT[outcome].search(words):
        return False
    return bool(_SAYS_WHO.search(words)) or not _HIDDEN[outcome].search(words)


def _sections(text: LetterText) -> Mapping[int, str]:
    """Return the heading over every block, "" where there is none."""
    over: dict[int, str] = {}
    heading = ""
    for view in text.blocks:
        if view.block.kind is BlockKind.HEADING:
            heading = view.block.text
        over[view.index] = heading
    return over


def _instead(text: LetterText, running: Sequence[PlacedSentence], sections: Mapping[int, str]) -> Passage | None:
    """Return what the reader can do after a no."""
    for sentence in running:
        if _INSTEAD_HEADING.search(sections[sentence.block]):
            return sentence.passage
    for asked, answer in pairwise(running):  # the same as a question over its answer, in one paragraph
        if asked.block == answer.block and asked.text.endswith("?") and _INSTEAD_HEADING.search(asked.text):
            return answer.passage
    return next(filter(None, (sentence.search(_INSTEAD) for sentence in running)), None)


def _ground(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    for view in text.blocks:
        if parts[view.index] in _BODY and (found := _GROUND.search(view.block.text)):
            return text.passage(view.index, *found.span())
    return None
