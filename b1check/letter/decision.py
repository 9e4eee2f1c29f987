"""The decision that a letter brings: what, why, on what ground, and what is possible after a no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

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
_OBJECTION_LOST = re.compile(
    r"\bongegrond\b|\bniet-ontvankelijk\b|\bgeen gelijk\b|\bblijft (?:zo|staan|hetzelfde)\b", re.IGNORECASE
)
_DIRECT: Mapping[Outcome, re.Pattern[str]] = MappingProxyType(
    {
        "toekenning": re.compile(
            r"\bu (?:krijgt|mag|ontvangt)\b|\bkrijgt u\b|\b(?:kennen|ken)\b[^.?!]*\btoe\b|\b(?:verlenen|verleen|geven|keuren)\b|\bhebben\b[^.?!]*\b(?:toegekend|"
            r"verleend|goedgekeurd|besloten)\b|\bbesluiten\b|\bstemmen\b[^.?!]*\bin\b|\bgegrond\b",
            re.IGNORECASE,
        ),
        "afwijzing": re.compile(
            r"\bwij(?:zen|s)\b[^.?!]*\baf\b|\bhebben\b[^.?!]*\b(?:afgewezen|geweigerd|besloten)\b|\bu (?:krijgt|mag|ontvangt)\b[^.?!]*\b(?:geen|niet)\b"
            r"|\bkrijgt u\b[^.?!]*\b(?:geen|niet)\b|\b(?:weigeren|weiger)\b|\b(?:kunnen|keuren|verlenen|geven)\b[^.?!]*\b(?:geen|niet)\b|\bongegrond\b"
            r"|\bniet-ontvankelijk\b|\bgeen gelijk\b|\bbesluiten\b",
            re.IGNORECASE,
        ),
        "last": re.compile(
            r"\b(?:leggen|leg)\b[^.?!]*\bop\b|\bvorder\w*\b[^.?!]*\bterug\b|\bu moet\b|\bmoet u\b|\bbesluiten\b|\bbetaal\b|\bhebben\b[^.?!]*\bbesloten\b",
            re.IGNORECASE,
        ),
    }
)
_HIDDEN = re.compile(
    r"\b(?:afwijzend (?:is )?beslist|niet voor (?:inwilliging|toekenning|vergoeding) in aanmerking|komt\b[^.?!]*\bniet\b[^.?!]*\bin aanmerking|"
    r"(?:wordt|worden|is|zijn)\b[^.?!]*\b(?:afgewezen|geweigerd|toegekend|verleend|teruggevorderd|opgelegd|ingewilligd|ongegrond verklaard))\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:omdat|want|daarom|doordat|namelijk|immers|reden(?:en)?|waarom|vanwege|aangezien|dat komt|dit komt|uit (?:onderzoek|uw gegevens|de gegevens)|"
    r"blijkt|gebleken|voldoet|voldoen|in verband met|nu u|gelet op|overwegende|motivering|te hoog|te laag|hoger dan|lager dan|meer dan|minder dan)\b",
    re.IGNORECASE,
)
_REASON_HEADING = re.compile(r"\b(?:waarom|reden|motivering|uitleg|overweging|hoe komen wij)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:kunt u wel|u kunt wel|wel mogelijk|wat kunt u|kan wel|wat kan|misschien (?:kunt|hebt|heeft|komt|is) u?|een andere (?:mogelijkheid|regeling|oplossing)|"
    r"andere (?:mogelijkheden|hulp)|opnieuw (?:een aanvraag|aanvragen|indienen)|nieuwe aanvraag|alsnog|in plaats daarvan|voedselbank|"
    r"(?:wij|we) helpen u|helpen u graag|hulp (?:krijgen|vragen)|denken (?:graag )?met u mee|betalingsregeling|in termijnen|u kunt (?:ook|dan|opnieuw|wel))\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"\bartikel(?:en)?\s+\d[\w:.]*|\bart\.\s*\d[\w:.]*|\b[A-Z][\w]*(?:wet|verordening|regeling)\b|\b(?:Wet|Verordening|Regeling|Beleidsregels?)\s+[\w\s]{3,40}"
    r"|\b(?:Wmo|Awb|APV|Wgs|BRP)\b|\b(?:de|onze|het) (?:verordening|beleidsregels|omgevingsplan|regels (?:van|voor))\b"
)
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.OTHER, Part.HEADING})


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType) -> Decision | None:
    """Return the decision of a letter of sort ``sort``, or None when such a letter brings none."""
    running = [sentence for sentence in text.sentences if parts[sentence.block] in _RUNNING]
    outcome = _OUTCOMES.get(sort)
    if sort is DocumentType.OBJECTION_DECISION:
        lost = any(_OBJECTION_LOST.search(sentence.text) for sentence in running)
        outcome = "afwijzing" if lost else "toekenning"
    if outcome is None or not running:
        return None
    direct = next((s for s in running if _is_direct(s, outcome)), None)
    hidden = next((s for s in running if _HIDDEN.search(s.text)), None)
    told = direct or hidden
    if told is None:
        return Decision(running[0].passage, outcome, direct=False, reason=_reason(text, running))
    return Decision(
        told.passage,
        outcome,
        direct=direct is not None,
        reason=_reason(text, running),
        instead=next(filter(None, (sentence.search(_INSTEAD) for sentence in running)), None),
        ground=_ground(text, parts),
    )


def _is_direct(sentence: PlacedSentence, outcome: Outcome) -> bool:
    conditional = re.match(r"(?:als|indien|wanneer)\b", sentence.text, re.IGNORECASE) or sentence.text.endswith("?")
    return not conditional and bool(_DIRECT[outcome].search(sentence.text)) and not _HIDDEN.search(sentence.text)


def _reason(text: LetterText, running: Sequence[PlacedSentence]) -> Passage | None:
    for view in text.blocks:
        if view.block.level and _REASON_HEADING.search(view.block.text):
            return text.whole(view.index)
    return next(filter(None, (sentence.search(_REASON) for sentence in running)), None)


def _ground(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    for view in text.blocks:
        if parts[view.index] in _RUNNING and (found := _GROUND.search(view.block.text)):
            return text.passage(view.index, *found.span())
    return None
