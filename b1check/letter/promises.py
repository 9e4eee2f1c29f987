"""What the municipality says that it will do for this reader, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from b1check.language import dates
from b1check.letter.model import Deadline, Part, Passage, Promise, Topic
from b1check.letter.text import LetterText, PlacedSentence

_TOPICS: Mapping[Topic, str] = MappingProxyType(
    {
        "bellen": r"bellen|bel|belt|terugbellen|belt terug",
        "contact": r"nemen\b.{0,60}\bcontact|neemt\b.{0,60}\bcontact|neem\b.{0,60}\bcontact|contact opnemen",
        "besluit": r"besluiten|beslissen|beslist|nemen\b.{0,40}\b(?:besluit|beslissing)|besluit(?= (?:dan|over|uiterlijk|binnen))",
        "antwoord": r"laten\b.{0,60}\bweten|laat\b.{0,60}\bweten|antwoorden|antwoord|reageren|reageert|berichten|informeren|"
        r"(?:sturen|stuurt|stuur|krijgt|ontvangt|hoort)\b.{0,60}\b(?:brief|bericht|antwoord|reactie|besluit|mail|ons)",
        "betaling": r"(?:maken|betalen|storten|maakt|betaalt|stort)\b.{0,80}\b(?:over|rekening|geld|uit|terug|bedrag)",
        "anders": r"sturen|stuurt|stuur|regelen|zorgen|komen|komt|halen|haalt|plaatsen|maken|vervangen|planten|herstellen|"
        r"repareren|controleren|bekijken|onderzoeken|behandelen|uitvoeren|starten|beginnen|helpen|geven|bespreken|brengen|leveren",
    }
)
_TOPIC = MappingProxyType({topic: re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE) for topic, verbs in _TOPICS.items()})
_SENDER = re.compile(
    r"\b(?:wij|we|ik|(?:het|ons) (?:team|college)|de gemeente|(?:een|onze) (?:medewerker|collega|consulent))\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\bu\b[^,.]{0,20}\b(?:krijgt|ontvangt|hoort)\b|\b(?:krijgt|ontvangt|hoort)\s+u\b", re.IGNORECASE
)
_CONDITION = re.compile(
    r"(?:^|[,;]\s*)(?:als|indien|wanneer|mocht|zodra|tenzij|voordat)\b|^[A-Z]\w+t? u\b[^.?!]*\?|\?\s*$", re.IGNORECASE
)
_NO_PROMISE = re.compile(
    r"\b(?:kunnen|kan|kunt|mogen|moeten|moet|willen|hopen|vinden|denken|hebben|heb|heeft|waren|was|niet|geen|vragen|verzoeken|"
    r"adviseren|nodigen|bedanken|danken|weten niet|gaan ervan uit)\b",
    re.IGNORECASE,
)
"""Verbs of possibility, wish, past and request: what is said with them is no promise."""
_DAY = re.compile(rf"\b(?:op|vanaf|rond|in de week van|tussen)\s+(?:de\s+)?(?:{dates.PATTERN})", re.IGNORECASE)
_SOON = re.compile(
    r"\b(?:vandaag|morgen|(?:deze|volgende) (?:week|maand)|(?:in|eind|begin|half) (?:"
    + "|".join(dates.MONTHS)
    + r")|over \w+ (?:dagen|weken|maanden)|"
    r"elke (?:maand|week)|iedere (?:maand|week)|direct|meteen|dezelfde dag)\b",
    re.IGNORECASE,
)
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.CONTACT})


def find(text: LetterText, parts: Sequence[Part], deadlines: Sequence[Deadline]) -> tuple[Promise, ...]:
    """Return the promises in the running text, in order; ``deadlines`` are those of the same text."""
    inside = (sentence for sentence in text.sentences if parts[sentence.block] in _RUNNING)
    return tuple(promise for sentence in inside for promise in _in_sentence(sentence, deadlines))


def _in_sentence(placed: PlacedSentence, deadlines: Sequence[Deadline]) -> Iterator[Promise]:
    if _CONDITION.search(placed.text) or _NO_PROMISE.search(placed.text):
        return
    if not (_SENDER.search(placed.text) or _TO_READER.search(placed.text)):
        return
    topic = next((topic for topic, verbs in _TOPIC.items() if verbs.search(placed.text)), None)
    if topic is None or any("Tense=Past" in token.morph for token in placed.sentence.tokens if token.is_finite):
        return
    whole = placed.passage
    due = next(
        (d for d in deadlines if d.passage.block == whole.block and whole.start <= d.passage.start < whole.end), None
    )
    when: Passage | None = due.passage if due else placed.search(_DAY) or placed.search(_SOON)
    yield Promise(whole, topic, when, due.term if due else None)
