"""What in a sentence asks the reader to do something, and how firmly.

An order, "u moet", a request, an order in other words ("het is nodig dat u", "het bedrag moet zijn betaald"), or in the
right sort of letter a statement ("u betaalt", "wij ontvangen graag").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.language.analysis import Token
from b1check.letter.deadlines import due_in
from b1check.letter.model import Deadline, DocumentType
from b1check.letter.setting import Setting, order_of
from b1check.letter.text import PlacedSentence, by_sentence

_T = DocumentType
_NO_TASKS = frozenset(
    """
    bekijken bellen denken hopen kijken letten lezen mailen stellen weten zien zijn hebben worden bedenken bewaren
    gaan overleggen vragen vinden opbellen nakijken opletten gebruiken laten wachten houden
    """.split()
)
"""Orders that cost the reader nothing if he passes them over: "Lees meer op onze site", "Bel ons gerust"."""
_NO_ORDERS = frozenset("ga kijk lees zie bel mail let weet wacht denk".split())
"""The same as they stand in the text, for a lemma may be wrong."""
_SIDE_TASKS = frozenset("zetten vermelden noemen klaarleggen leggen meenemen schrijven ondertekenen meesturen".split())
"""Orders that go with the main one: "Zet uw kenmerk erbij"."""
_TASK = re.compile(
    r"\b(?:beta(?:al|l)\w*|voldoen|voldaan|overmak\w+|maakt?\b.{0,60}\bover|stort\w*|stuurt?|sturen|gestuurd"
    r"|\w+sturen|insturen|"
    r"lever\w*|ingeleverd|aan(?:ge)?lever\w*|inlever\w+|vult?|invullen|kom(?:t|en)?|meldt?|aanmelden|halen|haalt?"
    r"|ophalen|"
    r"stop(?:t|pen)?|beëindig\w*|verwijder\w*|weghalen|herstel\w*|geeft?|geven|doorgeven|vraagt?|aanvragen|verleng\w*|"
    r"reag\w+|laat|laten weten|tekent?|teken\w*|ondertekend?|indienen|dient\b.{0,80}\bin|verlengen|overleg\w+"
    r"|zorgt?|zorgen|"
    r"aanwezig|verschijn\w*|kiest?|kiezen|zet|ingediend|doet|doen|maakt? een afspraak|verstrek\w*|toon\w*|neemt?"
    r"|brengt?|brengen|"
    r"thuis zijn|klaar|gereed|overgelegd|ontruim\w*|opruim\w*|snoei\w*|terugbetal\w*|aanvul\w*|verhuis\w*"
    r"|vervang\w*|keuren)\b",
    re.IGNORECASE,
)
"""Words for something that a reader can do."""
_MUST = frozenset({"moeten", "dienen", "behoren"})
_MUST_FORMS = frozenset({"moet", "moeten", "dient", "dienen", "behoort", "behoren"})
_EXPECTED = frozenset({_T.FINAL_DEMAND, _T.DEMAND, _T.MISSING_PAPERS, _T.REMINDER, _T.RECLAIM})
"""Sorts in which the municipality waits for something from the reader."""
PAYMENT_SORTS = frozenset({_T.FINAL_DEMAND, _T.DEMAND, _T.RECLAIM})
"""Sorts that ask for money."""
_CHANCE = re.compile(r"(?:gelegenheid|tijd|kans)(?: om)?$", re.IGNORECASE)
"""The chance to do something asks less firmly than the order that follows it."""
_NEEDED = re.compile(
    r"\bis (?:het )?(?:daarom |dus |wel |ook |heel |zeer )*(?:nodig|belangrijk|noodzakelijk|van belang|verplicht"
    r"|de bedoeling|vereist|zaak) (?:dat u|om\b)|\bu bent (?:wettelijk )?verplicht\b|\bbent u verplicht\b"
    r"|\bu hoort\b[^.?!]*\bte\b|\bu (?:bent|is)\b[^.?!]{0,30}\bgehouden\b[^.?!]*\bte\b",
    re.IGNORECASE,
)
"""An order in the form of a judgement: "Het is nodig dat u ...", "U bent verplicht om ..."."""
_COULD_YOU = re.compile(
    r"^(?:(?:kunt|kun|zou|wil|willen|kunnen) (?:u|je|jullie)\b(?! (?:niet|geen|zelf niet|echt niet))"
    r"|\w+t u\b(?=[^.?!]*\b(?:alstublieft|alsnog|vóór|uiterlijk|binnen)\b[^.?!]*\?)"
    r"|zouden (?:u|jullie)\b)(?=[^.?!]*\?)(?=[^.?!]*\b(?:vóór|voor|uiterlijk|binnen|deze week|sturen|mailen|doorgeven"
    r"|opsturen|inleveren|invullen|betalen|laten weten|alstublieft|alsnog)\b)",
    re.IGNORECASE,
)
"""A request in the form of a question: "Kunt u ons het formulier vóór 3 mei sturen?"."""
_ASKS = re.compile(
    r"\b(?:wij|we|ik)\b[^.?!]{0,15}\b(?:vragen|verzoeken|vraag|verzoek|gelasten|sommeren)\b[^.?!]{0,15}\b(?:u|jullie)\b"
    r"|\bu (?:krijgt|hebt|heeft)\b[^.?!]*\b(?:tijd|gelegenheid|kans) om\b"
    r"|\bwilt u\b|\bwil (?:je|jij)\b|\bwillen (?:jullie|u)\b|\bzou(?:dt)? u\b[^.?!]*\bwillen\b"
    r"|\bu wordt\b[^.?!]{0,30}\b(?:verzocht|gelast|gelegenheid)\b|\bu (?:nog )?(?:in )?de gelegenheid\b"
    r"|\b(?:verzoeken|verzoek|vragen|vraag) (?:wij|ik|we) u\b|\bgelieve\b"
    r"|\bbesloten u te gelasten\b|\bgelast(?:en)? (?:wij )?u\b|\bvriendelijk verzoek\b|\bwilt? (?:de heer|mevrouw)\b",
    re.IGNORECASE,
)
_AWAITS = re.compile(
    r"\b(?:wij|we|ik)\b[^.?!]{0,10}\b(?:ontvang(?:en)?|verwacht(?:en)?|hebben|moeten|krijgen|horen"
    r"|zien)\b[^.?!]*\b(?:van u|uw|graag|u)\b"
    r"|\b(?:verwachten|ontvangen|ontvang|horen|zien) (?:wij|we|ik)\b[^.?!]*\b(?:u|uw|graag|alles)\b"
    r"|\bgraag (?:ontvang|hor|hoor|zie|krijg|verne|verwacht)",
    re.IGNORECASE,
)
_ASKS_BACK = re.compile(r"(?:wat|hoe\w*|waar\w*|wanneer|wie|welke?)\b[^.!]*\?", re.IGNORECASE)
"""A question that the letter goes on to answer: "Wat moet u doen?"."""
_NOT_YET = re.compile(
    r"\b(?:niet|geen|niets)\b|\b(?:heb|hebben|heeft)\b[^.?!]*\b(?:ontvangen|gekregen|gehoord|gezien)\b", re.IGNORECASE
)
"""What came or did not come before now."""
_NEEDS = re.compile(
    r"\b(?:wij|we) hebben\b[^.?!]*\b(?:van u )?nodig\b|\bheeft? van u\b[^.?!]*\bnodig\b|\bwij missen\b", re.IGNORECASE
)
_MEETS = re.compile(
    r"\b(?:uw|het|de) (?:\w+ )?(?:gesprek|afspraak|bijeenkomst|training|intake|zitting|ceremonie)\b[^.?!]{0,20}\b(?:is"
    r"|staat|begint|vindt)\b[^.?!]*\d",
    re.IGNORECASE,
)
"""When or where a meeting is: that asks the reader to come where nothing else does."""
_INVITES = re.compile(
    r"\b(?:nodigen|nodig)\b[^.?!]{0,30}\buit\b|\bkom(?:t u|t)?\b[^.?!]*\bnaar\b|\bu bent\b[^.?!]{0,40}\b(?:welkom"
    r"|uitgenodigd)\b"
    r"|\b(?:verwachten|zien) (?:wij|we) u\b|\b(?:wij|we) (?:verwachten|zien) u\b|\bbent u\b[^.?!]{0,30}\bwelkom\b"
    r"|\bu (?:hebt|heeft)\b[^.?!]{0,40}\b(?:gesprek|afspraak)\b|\bkomt u\b|\bdoet u mee\b",
    re.IGNORECASE,
)
FREE = re.compile(
    r"\b(?:u kunt|kunt u|kun je|u mag|mag u|als u wilt|desgewenst|vrijblijvend|hoeft u niet"
    r"|u hoeft\b[^.?!]*\b(?:niet|geen|niets)|"
    r"hoeft niet|niets te doen|kan ook|mag ook)\b"
    r"|\bvragen\?|\bmeer (?:informatie|weten)\b|\b(?:bezwaar|beroep|zienswijze)",
    re.IGNORECASE,
)
_HABIT = re.compile(r"\b(?:elk|elke|ieder|iedere|jaarlijks|maandelijks|altijd)\b", re.IGNORECASE)
"""What goes on all the time is no task of now."""
_STATED = re.compile(
    r"\bu (?:betaalt|stuurt|levert|maakt|meldt|komt|stopt|verwijdert|haalt|vult|geeft|zorgt|vraagt)\b"
    r"|\b(?:betaalt|stuurt|levert|maakt|meldt|geeft|zorgt) u\b",
    re.IGNORECASE,
)
"""What a letter states that the reader does: an order when it has a deadline."""
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
    placed = setting.placed
    tokens = placed.sentence.words
    if not tokens or _ASKS_BACK.match(placed.text):
        return None
    due = any(one.whom == "lezer" for one in due_in(placed, deadlines))
    put = _put(placed)
    if put is None and (order := order_of(tokens)):
        points = _of_order(placed, order, due=due)
        return (points, order.start - placed.sentence.start) if points else None
    return put or _must(setting, due=due) or _awaited(placed, sort, due=due) or _told(placed, sort, due=due)


@by_sentence
def _put(placed: PlacedSentence) -> _Asked | None:
    """A request in so many words: "wij vragen u", "wilt u", "het is nodig dat u"."""
    if asks := _ASKS.search(placed.text):
        return (1.9 if _CHANCE.search(asks[0]) else 2.3), asks.start()
    needed = _NEEDED.search(placed.text)
    return (2.2, needed.start()) if needed else None


def _must(setting: Setting, *, due: bool) -> _Asked | None:
    """What the reader must do, or what must be done without saying by whom."""
    placed = setting.placed
    for verb in placed.sentence.tokens:
        if verb.lemma not in _MUST or not verb.is_finite or verb.lower not in _MUST_FORMS:
            continue
        offset = verb.start - placed.sentence.start
        if _about_reader(placed, verb):
            return 2.2, offset
        if _leaves_to_reader(placed, verb):
            return (1.5 if due or told_to(setting) else 1.0), offset
    return None


def _awaited(placed: PlacedSentence, sort: DocumentType, *, due: bool) -> _Asked | None:
    """What the municipality waits for: "u bent welkom", "wij hebben nodig", "kunt u ...?", "wij ontvangen graag"."""
    if sort is DocumentType.INVITATION and (invites := _INVITES.search(placed.text)):
        return 1.9, invites.start()
    if sort is DocumentType.INVITATION and (meets := _MEETS.search(placed.text)):
        return 1.2, meets.start()
    if _NEEDS.search(placed.text):
        return (2.0 if sort is DocumentType.MISSING_PAPERS else 1.0), 0
    if asked := _COULD_YOU.search(placed.text):
        return (2.0 if due else 1.2), asked.start()
    awaits = _AWAITS.search(placed.text) and not _NOT_YET.search(placed.text) and not _is_perfect(placed)
    return ((1.3 if due else 1.2), 0) if awaits and (due or sort in _EXPECTED) else None


def _is_perfect(placed: PlacedSentence) -> bool:
    tokens = placed.sentence.tokens
    had = any(token.lemma == "hebben" and token.is_finite for token in tokens)
    return had and any(token.is_participle for token in tokens)


def _told(placed: PlacedSentence, sort: DocumentType, *, due: bool) -> _Asked | None:
    """What the letter states that the reader does: an order when it has a deadline, or in a letter about money."""
    stated = _stated(placed)
    if stated and due and _TASK.search(placed.text):
        return 2.2, stated.start()
    return (0.8, stated.start()) if stated and sort in PAYMENT_SORTS else None


def _of_order(placed: PlacedSentence, order: Token, *, due: bool) -> float:
    """Return how strong an order asks; 0 for one that costs the reader nothing."""
    if _SHOWS_US.match(placed.text):
        return 2.0 if due else 1.2
    if _TAKES_ALONG.match(placed.text):
        return 1.2
    if _lemma(order) in _NO_TASKS or order.lower in _NO_ORDERS:
        return 0.0
    if _lemma(order) == "zorgen" and _POINTS_BACK.search(placed.text):
        return 0.7
    return 1.2 if _lemma(order) in _SIDE_TASKS and not due else 2.0


_SHOWS_US = re.compile(r"laat (?:het |dit |dat )?(?:aan )?ons\b(?=[^.?!]*\b(?:weten|zien|horen)\b)", re.IGNORECASE)
_TAKES_ALONG = re.compile(r"neem\b[^.?!]*\bmee\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\bdat (?:wij|we|ik) (?:ze|die|dit|dat|het|deze)\b(?! \w*(?:bedrag|geld|formulier))", re.IGNORECASE
)


def _stated(placed: PlacedSentence) -> re.Match[str] | None:
    """Return the words with which a letter states that the reader does something; None where another does."""
    found = _STATED.search(placed.text)
    if found is None or _HABIT.search(placed.text):
        return None
    verb = placed.sentence.start + found.start() + (0 if found[0].lower().endswith(" u") else 2)
    others = any(
        token.dep.startswith("nsubj") and token.start < verb and token.lower not in {"u", "die", "dat"}
        for token in placed.sentence.tokens
    )
    return None if others else found


def _leaves_to_reader(placed: PlacedSentence, verb: Token) -> bool:
    """Tell of "het bedrag moet zijn betaald" whether it is the reader who must see to that.

    Somebody else is named as subject or with "door", or the sentence says what a thing must be like.
    """
    if _WE.search(placed.text) or _BY_OTHERS.search(placed.text):
        return False
    after = placed.text[verb.end - placed.sentence.start :]
    return bool(_TASK.search(placed.text) or _STATE.search(after))


_BY_OTHERS = re.compile(r"\bdoor (?:de gemeente|ons|het college|een (?:arts|deskundige|notaris))\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:zijn|worden)\s+\w+(?:d|t|en)\b|\b\w+(?:d|t|en)\s+(?:te\s+)?(?:zijn|worden)\b"
    r"|\b(?:weg|leeg|klaar|binnen|vrij|dicht|open|buiten|in ons bezit|bij ons)\s+(?:te\s+)?(?:zijn|staan|blijven"
    r"|hebben)\b",
    re.IGNORECASE,
)
"""How things must be: "zijn bijgeschreven", "te worden verwijderd", "weg te zijn"."""
_ASKED_BELOW = re.compile(
    r"\b(?:moet|moeten|doet|regelt|vragen|verwachten)\b[^.?!]{0,20}\b(?:u|jullie)\b[^.?!]{0,20}(?:\bdoen\b|\bregelen\b"
    r"|\bnodig\b|\bnu\b)|\b(?:zo|dit) (?:doet|regelt|betaalt|vraagt|moet|gaat|werkt|geeft|levert|zet|maakt|stuurt)\b"
    r"|\bwat (?:vragen|verwachten|willen) (?:wij|we)\b|\bstappen\b|\buw actie\b|\bactie\b",
    re.IGNORECASE,
)


def is_free(placed: PlacedSentence) -> bool:
    """Tell whether a sentence leaves the reader free: "u kunt ...", but not "Kunt u ons vóór 3 mei bellen?"."""
    return bool(FREE.search(placed.text)) and not _COULD_YOU.search(placed.text)


def told_to(setting: Setting) -> bool:
    """Tell whether the heading announces what the reader has to do: "Wat moet u doen?", "Zo doet u het"."""
    return bool(_ASKED_BELOW.search(setting.heading)) and not re.search(
        r"\b(?:niet|niets|geen|volgen|volgt)\b", setting.heading, re.IGNORECASE
    )


_WE = re.compile(r"\b(?:wij|we)\b", re.IGNORECASE)


def _lemma(token: Token) -> str:
    return token.lemma.lower()


def _about_reader(placed: PlacedSentence, verb: Token) -> bool:
    near = [t for t in placed.sentence.tokens if t.lower in {"u", "je"} and -3 <= t.index - verb.index <= 2]
    passive = "worden geacht" in placed.text
    return bool(near) and not passive and not re.search(r"\bdat u\b", placed.text[: verb.start - placed.sentence.start])
