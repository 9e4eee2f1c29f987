"""What the reader has to do, before when, how, and what happens if not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from b1check.language import dates
from b1check.language.analysis import Token
from b1check.language.inflection import VerbForm, verb_forms
from b1check.letter.model import PAGES, Action, Deadline, DocumentType, Part, Passage
from b1check.letter.text import LetterText, PlacedSentence

_NO_TASKS = frozenset("bekijken bellen denken hopen kijken letten lezen mailen stellen weten zien zijn hebben".split())
"""Orders that cost the reader nothing if he passes them over: "Lees meer op onze site", "Bel ons gerust"."""
_ORDER_TAGS = frozenset({"VERB", "AUX", "PROPN"})
_MUST = frozenset("moet moeten dient dienen behoort hoeft".split())
_ASKS = re.compile(
    r"\b(?:wij|we|ik)\b[^.?!]{0,15}\b(?:vragen|verzoeken|vraag|verzoek)\b[^.?!]{0,15}\bu\b|\bwilt u\b|\bu wordt verzocht\b"
    r"|\bverzoeken wij u\b|\bvragen wij u\b|\bgelieve\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:u kunt|kunt u|kun je|u mag|mag u|als u wilt|desgewenst|vrijblijvend|hoeft u niet|u hoeft niet|hoeft niet|niets te doen)\b"
    r"|\bvragen\?|\bmeer (?:informatie|weten)\b|\b(?:bezwaar|beroep|zienswijze)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:als|indien|wanneer|mocht|heeft u|hebt u|bent u|wilt u|lukt|kunt u|komt u|gaat u|is|zijn|betaalt u|doet u)\b[^.?!]*[,?]",
    re.IGNORECASE,
)
_ON_DAY = re.compile(rf"\bop\s+(?:{dates.PATTERN})(?:\s+(?:om|van)\s+\d{{1,2}}[.:]\d\d(?:\s*uur)?)?", re.IGNORECASE)
_HOW = re.compile(
    r"\b(?:via|per|op|door|met|naar|aan|bij|in)\s+(?:het\s+|de\s+|onze\s+|ons\s+|een\s+|uw\s+|dit\s+)?(?:bijgevoegde\s+|meegestuurde\s+|gratis\s+)*"
    r"(?:[\w.+-]+@[\w-]+\.[\w.]+|(?:www\.|https?://)\S+|[\w-]+\.(?:nl|example)\S*|e-?mail\w*|mail|post|telefoon\w*|website|site|balie|gemeentehuis|"
    r"stadhuis|stadskantoor|formulier|antwoordformulier|antwoordenvelop\w*|envelop|DigiD|Mijn \w+|wijkcentrum|buurthuis|rekening(?:nummer)?|"
    r"acceptgiro|iDEAL|automatische incasso|QR-code|milieustraat|(?:nummer|telefoonnummer)\s+[\d ]+|14\s?\d{3,5})"
    r"|\bNL\d\d [A-Z]{4}[\d ]+|\b14\s\d{3,5}\b|\bPostbus \d+[^.?!]*",
)
_OTHERWISE = re.compile(
    r"\b(?:doet u (?:dat|dit) niet|betaalt u niet|als u (?:dat|dit )?niet|als u te laat|komt u niet|reageert u niet|krijgen wij\b[^.?!]*\bniet"
    r"|ontvangen wij\b[^.?!]*\b(?:niet|geen)|bent u te laat|anders\b|zonder (?:deze|die|uw)\b|als wij\b[^.?!]*\b(?:niet|geen)\b|bij niet\b"
    r"|indien\b[^.?!]*\bniet\b|indien u\b[^.?!]*\b(?:in gebreke|nalaat)|levert u\b[^.?!]*\bniet|stuurt u\b[^.?!]*\bniet|hebben wij\b[^.?!]*\bniet"
    r"|voldoet u\b[^.?!]*\bniet|heeft u\b[^.?!]*\bniet|niet of te laat|te laat (?:betaalt|bent))",
    re.IGNORECASE,
)
_EXPECTED = frozenset(
    {
        DocumentType.FINAL_DEMAND,
        DocumentType.DEMAND,
        DocumentType.MISSING_PAPERS,
        DocumentType.REMINDER,
        DocumentType.INVITATION,
        DocumentType.ENFORCEMENT,
        DocumentType.RECLAIM,
    }
)
"""Sorts that always ask something, so that a weak request counts there."""
_RUNNING = frozenset({Part.BODY, Part.CORE})
_LINES_AROUND = 3


@dataclass(frozen=True, slots=True)
class _Request:
    what: Passage
    sentence: PlacedSentence
    strength: float


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType, deadlines: Sequence[Deadline]) -> Action | None:
    """Return the main thing that the reader has to do, or None when the letter asks nothing."""
    if sort in PAGES:
        return None
    running = [sentence for sentence in text.sentences if parts[sentence.block] in _RUNNING]
    requests = [request for sentence in running for request in _requests(sentence, deadlines)]
    least = 1.0 if sort in _EXPECTED else 2.0
    best = max(requests, key=lambda request: request.strength, default=None)
    if best is None or best.strength < least:
        return None
    near = _near(running, best.sentence)
    return Action(
        best.what,
        when=_when(best, near, deadlines),
        how=next(filter(None, (sentence.search(_HOW) for sentence in near)), None),
        otherwise=_otherwise(running),
    )


def _requests(placed: PlacedSentence, deadlines: Sequence[Deadline]) -> Iterator[_Request]:
    """Yield what a sentence asks: an order, "u moet", or "wij vragen u"."""
    tokens = placed.sentence.words
    if not tokens or _FREE.search(placed.text):
        return
    due = 1.5 if _deadline_in(placed, deadlines) else 0.0
    condition = -0.8 if _CONDITION.match(placed.text) else 0.0
    if _is_order(tokens):
        yield _Request(_clause(placed, tokens[0]), placed, 2.0 + due)
    elif must := next((token for token in tokens if token.lower in _MUST and _about_reader(placed, token)), None):
        yield _Request(_clause(placed, must), placed, 2.2 + due + condition)
    elif _ASKS.search(placed.text):
        yield _Request(placed.passage, placed, 2.1 + due)


def _is_order(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence opens with a verb in the form of an order: "Stuur ons ...", not "Stuurt u ..."."""
    first = tokens[0]
    if first.lemma in _NO_TASKS or first.lower.endswith("en"):
        return False
    has_subject = len(tokens) > 1 and tokens[1].lower in {"u", "je", "wij", "we", "ik", "hij"}
    return (
        not has_subject
        and first.pos in _ORDER_TAGS
        and (first.is_finite or first.pos == "PROPN" and _is_imperative(first))
    )


def _is_imperative(token: Token) -> bool:
    """Tell of a word at the start of a sentence that looks like a name whether it can be an order: "Mail ..."."""
    try:
        return VerbForm.IMPERATIVE in verb_forms(token.lemma.lower()).get(token.lower, frozenset())
    except ValueError:  # its lemma is no infinitive
        return False


def _about_reader(placed: PlacedSentence, verb: Token) -> bool:
    return any(token.lower in {"u", "je"} and abs(token.index - verb.index) <= 3 for token in placed.sentence.tokens)


def _clause(placed: PlacedSentence, first: Token) -> Passage:
    end = placed.sentence.end
    return Passage(placed.block, placed.sentence.start, end, placed.text)


def _deadline_in(placed: PlacedSentence, deadlines: Sequence[Deadline]) -> Deadline | None:
    whole = placed.passage
    return next(
        (
            one
            for one in deadlines
            if one.whom == "lezer" and one.passage.block == whole.block and whole.start <= one.passage.start < whole.end
        ),
        None,
    )


def _near(running: Sequence[PlacedSentence], centre: PlacedSentence) -> list[PlacedSentence]:
    """Return the sentences around ``centre``: itself first, then those after it, then those before it."""
    at = running.index(centre)
    after = running[at + 1 : at + 1 + _LINES_AROUND]
    return [centre, *after, *reversed(running[max(at - _LINES_AROUND, 0) : at])]


def _when(best: _Request, near: Sequence[PlacedSentence], deadlines: Sequence[Deadline]) -> Passage | None:
    for sentence in near:
        if due := _deadline_in(sentence, deadlines):
            return due.passage
    return next(filter(None, (sentence.search(_ON_DAY) for sentence in near)), None)


def _otherwise(running: Sequence[PlacedSentence]) -> Passage | None:
    return next((sentence.passage for sentence in running if _OTHERWISE.search(sentence.text)), None)
