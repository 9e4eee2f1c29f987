"""What in a sentence asks the reader to do something, and how firmly.

An order, "u moet", a request, an order in other words ("het is nodig dat u", "het bedrag moet zijn betaald"), or in the
right sort of letter a statement ("u betaalt", "wij ontvangen graag").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from b1check.language import dates
from b1check.language.patterns import Pattern
from b1check.letter import directives, invitations, moments
from b1check.letter.deadlines import due_in
from b1check.letter.model import Deadline, DocumentType
from b1check.letter.moods import Directive, Mood
from b1check.letter.setting import GLADLY, Setting
from b1check.letter.text import PlacedSentence, by_place, by_sentence

_T = DocumentType
_NO_TASKS = frozenset(
    """
    bekijken bellen denken hopen kijken letten lezen mailen stellen weten zien zijn hebben worden bedenken bewaren
    gaan overleggen vragen vinden opbellen nakijken opletten gebruiken laten wachten houden
    """.split()
)
"""Orders that cost the reader nothing if he passes them over: "Lees meer op onze site", "Bel ons gerust"."""
_NO_ORDERS = frozenset("ga kijk lees zie bel mail let weet wacht denk log".split())
"""The same as they stand in the text, for a lemma may be wrong."""
_SIDE_TASKS = frozenset(
    """
    zetten vermelden noemen klaarleggen leggen meenemen schrijven ondertekenen meesturen inloggen klikken kiezen openen
    scannen downloaden typen zoeken
    """.split()
)
"""Orders that go with the main one: "Zet uw kenmerk erbij", "Log in met DigiD"."""
_EXPECTED = frozenset({_T.FINAL_DEMAND, _T.DEMAND, _T.MISSING_PAPERS, _T.REMINDER, _T.RECLAIM})
"""Sorts in which the municipality waits for something from the reader."""
PAYMENT_SORTS = frozenset({_T.FINAL_DEMAND, _T.DEMAND, _T.RECLAIM})
"""Sorts that ask for money."""
_GROUP = (
    r"(?:(?:alle|de|onze) )?(?:bewoners|inwoners|buurtbewoners|omwonenden|ouders|eigenaren|eigenaars|huurders"
    r"|ondernemers|bedrijven|leden|deelnemers|gebruikers|buren|aanvragers|ontvangers|verenigingen|houders"
    r"|belanghebbenden)"
)
"""A letter to many can call its readers by what they are."""
_ASKS_BACK = Pattern(r"(?:wat|hoe\w*|waar\w*|wanneer|wie|welke?)\b[^.!]*\?", re.IGNORECASE)
"""A question that the letter goes on to answer: "Wat moet u doen?"."""
_MEETS = Pattern(
    r"\b(?:spreekt|ontmoet|ziet) (?:u|je) (?:met )?(?:mij|ons|[A-Z]|mevrouw|meneer|de|onze|een)|"
    r"\b(?:(?:u|je) (?:staat|bent|wordt)|(?:bent u|ben je|ben jij)) (?:[\w.]+ ){0,3}"
    r"(?:gepland|ingepland|ingeroosterd|aan de beurt)\b[^?!]*\d|"
    r"\bkom(?:t|en)?\b(?=.*\d).*\b(?:bij u|langs)\b"
    r"|\b(?:afspraak|tijd|gesprek|plek)\b.*\b(?:gemaakt|gepland|ingepland|gereserveerd)\b.*\d|"
    r"\b(?:uw|het|de) (?:\w+ )?\w*(?:gesprek|afspraak|bijeenkomst|training|intake|zitting|ceremonie)\b[^.?!]{0,20}"
    r"\b(?:is|staat|begint|vindt)\b[^.?!]*\d",
    re.IGNORECASE,
)
"""When or where a meeting is: that asks the reader to come where nothing else does."""
FREE = Pattern(
    r"\b(?:u kunt|kunt u|kun je|u mag|mag u|als u wilt|desgewenst|vrijblijvend|hoeft u niet"
    r"|u hoeft\b[^.?!]*\b(?:niet|geen|niets)|"
    r"hoeft niet|niets te doen|kan ook|mag ook)\b"
    r"|\bvragen\?|\bmeer (?:informatie|weten)\b|\b(?:bezwaar|beroep|zienswijze)",
    re.IGNORECASE,
)
_HABIT = Pattern(
    r"\b(?:per (?:maand|jaar|week|keer|uur)|elk|elke|ieder|iedere|jaarlijks|maandelijks|altijd)\b", re.IGNORECASE
)
"""What goes on all the time is no task of now."""
FIRM = 1.2
"""Points above which a sentence does not only hint at a task."""
ASKED = 2.2
"""Points of words that put a task to the reader: "wij vragen u", "u moet", "het is nodig dat u"."""
STRONG = 2.6
"""Points of a sentence that surely asks something."""


_Asked = tuple[float, int]
"""How strong a sentence asks, and the offset of the words that do."""


def strength(setting: Setting, sort: DocumentType, deadlines: Sequence[Deadline]) -> _Asked | None:
    """Return how strong a sentence asks and the offset of the words that do; None when it asks nothing."""
    due = any(one.whom == "lezer" for one in due_in(setting.placed, deadlines)) or wants_soon(setting.placed)
    return _strength(setting.placed, setting.heading, sort, due=due)


@by_sentence
def wants_soon(placed: PlacedSentence) -> bool:
    """Tell whether the municipality would like to get something by a vague moment: "Die willen wij graag deze week"."""
    return bool(GLADLY.search(placed.text) and moments.VAGUE.search(placed.text))


@by_place
def _strength(placed: PlacedSentence, heading: str, sort: DocumentType, *, due: bool) -> _Asked | None:
    """Do the same for a sentence under ``heading``, which has a deadline for the reader when it is ``due``."""
    if not placed.sentence.words or _ASKS_BACK.match(placed.text):
        return None
    found = directives.find(placed)
    firm = found is not None and found.mood in _PUT
    if sort is DocumentType.INVITATION and not firm and (invited := _invited(placed)):
        return invited
    if found is None:
        return None
    points = _points(placed, found, heading, sort, due=due)
    return (points, found.at) if points else None


_PUT = frozenset({Mood.REQUEST, Mood.NEED, Mood.CHANCE, Mood.ORDER, Mood.MUST, Mood.DUTY})
"""Moods that put a task to the reader, also in an invitation."""
_FIXED: Mapping[Mood, float] = MappingProxyType(
    {Mood.REQUEST: 2.3, Mood.CHANCE: 1.9, Mood.NEED: ASKED, Mood.MUST: ASKED, Mood.LACK: 1.0}
)


def _points(placed: PlacedSentence, found: Directive, heading: str, sort: DocumentType, *, due: bool) -> float:
    """Return how strong a directive asks in a letter of this sort; 0.0 where it asks nothing."""
    again = _AGAIN if found.points_back and found.lemma in DO_SO else 0.0
    match found.mood:
        case Mood.ORDER:
            return _of_order(placed, found, due=due)
        case Mood.DUTY:
            timed = due or _tells_what_to_do(heading) or any(dates.find(placed.text))
            points = 1.5 if timed else 1.0
            return points - (_AGAIN if found.points_back or _is_received(placed) else 0.0)
        case Mood.LACK if sort is DocumentType.MISSING_PAPERS:
            return 2.0
        case Mood.LACK if "van u" in placed.sentence.openings:
            return 2.3
        case Mood.QUESTION:
            return 2.0 if due else 1.2
        case Mood.HOPE:
            timed = due or any(dates.find(placed.text)) or bool(_AT_HOUR.search(placed.text))
            return 1.5 if timed else 1.2 if sort in _EXPECTED else 0.0
        case Mood.AWAIT:
            return _of_awaiting(placed, found, sort, due=due)
        case Mood.STATEMENT if found.lemma in DO_SO and found.points_back:
            return 2.2 if due else 1.3 if not _HABIT.search(placed.text) else 0.0
        case Mood.STATEMENT:
            firm = (due or found.at == 0) and not _HABIT.search(placed.text)
            return 2.2 if firm else 0.8 if sort in PAYMENT_SORTS else 0.0
        case _ if found.lemma in _SIDE_TASKS and not due:
            return 1.2
        case _:
            return _FIXED[found.mood] - again


_AT_HOUR = Pattern(r"\b\d{1,2}[.:]\d\d\b")
DO_SO = frozenset({"doen", "regelen", "gebeuren"})
"""Acts of which something before tells what they are: "Wij vragen u om dat nu te doen"."""
_AGAIN = 0.8
"""Points less for words that only add a day to what was asked before."""


def _is_received(placed: PlacedSentence) -> bool:
    """Tell of "Het geld dient op tijd te zijn ontvangen" that something else was asked before."""
    return bool(_RECEIVED & placed.sentence.forms)


_RECEIVED = frozenset({"ontvangen", "bijgeschreven", "bezit"})


_OWN = frozenset({"tegemoet", "graag", "gaarne", "liefst", "u", "uw", "je", "jouw", "jullie", "binnen"})


def _of_awaiting(placed: PlacedSentence, found: Directive, sort: DocumentType, *, due: bool) -> float:
    words = placed.sentence.forms
    if due and sort in PAYMENT_SORTS and ("€" in words or any(word.endswith(("bedrag", "betaling")) for word in words)):
        return 2.0
    if "terug" in words and any(dates.find(placed.text)):
        return ASKED
    again = _AGAIN if found.points_back else 0.0
    timed = due or sort in _EXPECTED or any(dates.find(placed.text)) or bool(_AT_HOUR.search(placed.text))
    glad = timed and bool(_OWN & words)
    return (1.3 if due else 1.2) - again if glad else 0.0


_INVITES = 2.3
"""Points of an invitation in so many words: more than when or where the meeting is, with its day."""


def _invited(placed: PlacedSentence) -> _Asked | None:
    """What an invitation says: "u bent welkom", the day of a meeting."""
    if _SINCE.match(placed.text):
        return None
    if (at := invitations.invites(placed)) is not None:
        return _INVITES, at
    for pattern, points in ((_CAN_COME, 1.9), (_MEETS, 1.2), (_TALKS, 1.2)):
        if found := pattern.search(placed.text):
            return points, found.start()
    return None


def invites(placed: PlacedSentence) -> bool:
    """Tell whether a sentence says that the reader is expected somewhere."""
    opens = _SINCE.match(placed.text)  # "Vanaf 4 mei bent u welkom op ons nieuwe adres"
    told = any(one.search(placed.text) for one in (_MEETS, _CAN_COME))
    return not opens and (told or invitations.invites(placed) is not None)


_TALKS = Pattern(
    r"\b(?:wij|we|ik) (?:willen|wil|gaan|ga)\b[^.?!]*\bmet (?:u|je|jullie)\b[^.?!]*\b(?:praten|spreken|bespreken)\b",
    re.IGNORECASE,
)
"""What a meeting is for, where nothing else asks to come."""
_CAN_COME = Pattern(
    rf"(?:(?:{dates.PATTERN})[^.?!]*\b\d{{1,2}}(?:[.:]\d\d)?\s*uur\b[^.?!]*\b(?:kunt|mag) u\b"
    rf"|\b(?:kunt|mag) u\b[^.?!]*(?:{dates.PATTERN})[^.?!]*\b\d{{1,2}}(?:[.:]\d\d)?\s*uur\b"
    rf"|\bop\s+(?:{dates.PATTERN})[^.?!]*\b(?:kunt|mag) u (?:uw|over|met|in)\b)"
    r"(?=[^.?!]*\b(?:\w*lichten|\w*praten|vertellen|langskomen|komen|kennismaken|tekenen|bespreken|horen|meedenken"
    r"|ontmoeten|bezoeken|bekijken|stellen|uitleggen|spreken|doen)\b)",
    re.IGNORECASE,
)
"""A day and an hour at which the reader can have a say: "Op 4 mei om 14.00 uur kunt u uw bezwaar toelichten"."""


_SINCE = Pattern(r"(?:vanaf|met ingang van|sinds)\b", re.IGNORECASE)


def _of_order(placed: PlacedSentence, order: Directive, *, due: bool) -> float:
    """Return how strong an order asks; 0 for one that costs the reader nothing."""
    if _NOT_TO_DO.match(placed.text) and not _NOT_OF_A_THING.search(placed.text):
        return 0.0
    if _COMES_IN_TIME.match(placed.text):
        return 0.7
    if _SHOWS_US.match(placed.text):
        return 2.0 if due else 1.2
    if due and _LETS_KNOW.match(placed.text):
        return 2.0
    if _TAKES_ALONG.match(placed.text):
        return 1.2
    if order.lemma == "laten" and _HAS_DONE.match(placed.text):
        return 2.0
    if _MAILS_IT.match(placed.text):
        return 2.0 if due else 1.2
    first = placed.sentence.text[order.at :].partition(" ")[0].lower()
    if order.lemma in _NO_TASKS or first in _NO_ORDERS or _LOOKS_OVER.match(placed.text):
        return 0.0
    if order.lemma == "zorgen" and _POINTS_BACK.search(placed.text):
        return 0.7
    return 1.2 if order.lemma in _SIDE_TASKS and not due else 2.0


_LOOKS_OVER = Pattern(r"(?:controleer|check|kijk|ga)\b[^.?!,]{0,20}\bof\b", re.IGNORECASE)
"""What a careful reader does anyway: "Controleer of uw naam klopt"."""
_SHOWS_US = Pattern(r"laat (?:het |dit |dat )?(?:aan )?ons\b(?=[^.?!]*\b(?:weten|zien|horen)\b)", re.IGNORECASE)
_LETS_KNOW = Pattern(r"laat\b(?! (?:u|je)\b)[^.?!]*\b(?:weten|horen)\b", re.IGNORECASE)
_MAILS_IT = Pattern(
    r"mail (?:het|hem|die|deze|ze|dit|ons (?:dan )?(?:uw|de|het|een)|uw|de|een)\b(?! (?:\w+ )?(?:vra\w+|mail"
    r"|bericht|e-mail))",
    re.IGNORECASE,
)
"""A thing to send by mail, and no question: "Mail het formulier vóór 3 mei"."""
_HAS_DONE = Pattern(
    r"laat\b(?! (?:het )?(?:u|je|ons|mij)\b)[^.?!]*?\b(?!weten|zien|horen|staan|liggen|zitten|gaan|vallen"
    r"|helpen)\w{4,}en\b(?=[\s.!,]*$| (?:door|bij)\b)",
    re.IGNORECASE,
)
"""To have something done: "Laat uw rookmelder vóór 1 mei controleren"."""
_NOT_TO_DO = Pattern(r"(?!vergeet\b)\w+\b[^.,?!]*\bniet\b(?! later| te laat| alleen)", re.IGNORECASE)
"""An order that forbids: "Zet uw auto niet in de straat"."""
_NOT_OF_A_THING = Pattern(r"\b(?:die|dat|wat|waar) (?:\w+ )?niet\b", re.IGNORECASE)
"""What a thing must not be: "Stuur een foto die niet ouder is dan een jaar"."""
_COMES_IN_TIME = Pattern(r"kom (?:\w+ )?op tijd\W*$", re.IGNORECASE)
_TAKES_ALONG = Pattern(r"neem\b[^.?!]*\bmee\b", re.IGNORECASE)
_POINTS_BACK = Pattern(
    r"\bdat (?:wij|we|ik) (?:ze|die|dit|dat|het|deze)\b(?! \w*(?:bedrag|geld|formulier))", re.IGNORECASE
)


_ASKED_BELOW = Pattern(
    r"\bmoet er (?:nu |nog )?gebeuren\b|"
    r"\b(?:moet|moeten|doet|regelt|vragen|verwachten)\b[^.?!]{0,20}\b(?:u|jullie)\b[^.?!]{0,20}(?:\bdoen\b"
    r"|\bregelen\b"
    r"|\bnodig\b|\bnu\b)|\b(?:zo|dit) (?:doet|regelt|betaalt|vraagt|moet|gaat|werkt|geeft|levert|zet|maakt|stuurt)\b"
    r"|\bwat (?:vragen|verwachten|willen) (?:wij|we)\b|\bstappen\b|\buw actie\b|\bactie\b",
    re.IGNORECASE,
)


@by_sentence
def is_free(placed: PlacedSentence) -> bool:
    """Tell whether a sentence leaves the reader free: "u kunt ...", but not "Kunt u ons vóór 3 mei bellen?"."""
    if not (FREE.search(placed.text) or _MAY.search(placed.text)):
        return False
    found = directives.find(placed)
    return found is None or found.mood is not Mood.QUESTION


_MAY = Pattern(rf"\b{_GROUP}\b[^.?!]*\b(?:kunnen|mogen)\b|\bwie wil\b", re.IGNORECASE)


def explains(setting: Setting) -> bool:
    """Tell whether the heading asks for a reason: what stands under "Waarom vragen wij dit?" asks nothing."""
    return bool(_WHY.match(setting.heading))


_WHY = Pattern(r"(?:waarom|de reden|onze reden)\b", re.IGNORECASE)


def told_to(setting: Setting) -> bool:
    """Tell whether the heading announces what the reader has to do: "Wat moet u doen?", "Zo doet u het"."""
    return _tells_what_to_do(setting.heading)


@lru_cache(maxsize=1_024)  # sentence after sentence stands under the same heading
def _tells_what_to_do(heading: str) -> bool:
    return bool(_ASKED_BELOW.search(heading)) and not re.search(
        r"\b(?:niet|niets|geen|volgen|volgt)\b", heading, re.IGNORECASE
    )


def is_step(setting: Setting) -> bool:
    """Tell whether the sentence says how to do what was asked before: under "Hoe ...?", or with "daarna"."""
    return bool(_HOW.match(setting.heading)) or _comes_next(setting.placed)


@by_sentence
def _comes_next(placed: PlacedSentence) -> bool:
    return bool(_NEXT.search(placed.text))


_HOW = Pattern(r"hoe\b", re.IGNORECASE)
_NEXT = Pattern(r"^(?:\w+\s+)?(?:daarna|vervolgens)\b", re.IGNORECASE)
