"""What in a sentence asks the reader to do something, and how firmly.

An order, "u moet", a request, an order in other words ("het is nodig dat u", "het bedrag moet zijn betaald"), or in the
right sort of letter a statement ("u betaalt", "wij ontvangen graag").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from b1check.language import dates
from b1check.language.analysis import Token
from b1check.letter import moments
from b1check.letter.deadlines import due_in
from b1check.letter.model import Deadline, DocumentType
from b1check.letter.setting import GLADLY, Setting, depends, is_past, order_of
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
    r"|de bedoeling|vereist|zaak) (?:dat (?:u|uw|jullie)|dat (?!wij|we)[^.?!]*\b(?:ontvangen|binnen|betaald|ingeleverd"
    r"|ondertekend|ingevuld|aanwezig|\w*gestuurd)\b|om\b)|\bu bent (?:wettelijk )?verplicht\b|\bbent u verplicht\b"
    r"|\b(?:is|zijn) (?:wettelijk )?verplicht\b(?=[^.?!]*\b(?:vóór|uiterlijk|binnen)\b)"
    r"|\bu hoort\b[^.?!]*\bte\b|\bu (?:bent|is)\b[^.?!]{0,30}\bgehouden\b[^.?!]*\bte\b",
    re.IGNORECASE,
)
"""An order in the form of a judgement: "Het is nodig dat u ...", "U bent verplicht om ..."."""
_COULD_YOU = re.compile(
    r"^(?:(?:kunt|kun|zou|wil|willen|kunnen) (?:u|je|jullie)\b(?! (?:niet|geen|zelf niet|echt niet))"
    r"|\w+t u\b(?=[^.?!]*\b(?:alstublieft|alsnog|vóór|uiterlijk|binnen)\b[^.?!]*\?)"
    r"|komt u\b(?=[^.?!]*\b(?:ophalen|halen|langs|brengen|tekenen|betalen)\b)"
    r"|zouden (?:u|jullie)\b)(?=[^.?!]*\?)(?=[^.?!]*\b(?:vóór|voor|uiterlijk|binnen|deze week|sturen|mailen|doorgeven"
    r"|opsturen|inleveren|invullen|betalen|laten weten|alstublieft|alsnog|ophalen|halen|brengen|tekenen)\b)",
    re.IGNORECASE,
)
"""A request in the form of a question: "Kunt u ons het formulier vóór 3 mei sturen?"."""
_GROUP = (
    r"(?:(?:alle|de|onze) )?(?:bewoners|inwoners|buurtbewoners|omwonenden|ouders|eigenaren|eigenaars|huurders"
    r"|ondernemers|bedrijven|leden|deelnemers|gebruikers|buren|aanvragers|ontvangers|verenigingen|houders"
    r"|belanghebbenden)"
)
"""A letter to many can call its readers by what they are."""
_ASKS = re.compile(
    rf"\b(?:wij|we|ik)\b[^.?!]{{0,15}}\b(?:vragen|verzoeken|vraag|verzoek|roepen)\b[^.?!]{{0,15}}\b{_GROUP}\b"
    rf"|\b(?:vragen|verzoeken|vraag|verzoek|roepen) (?:wij|we|ik) {_GROUP}\b"
    r"|\b(?:het|ons|mijn|onze|mijn|de) (?:\w+ )?(?:verzoek|vraag)(?: aan u)? is\b(?=[^.?!]*\b(?:om|of)\b)"
    rf"|\b{_GROUP}\b[^.?!]{{0,20}}\b(?:worden|wordt)\b[^.?!]{{0,20}}\b(?:verzocht|gevraagd|opgeroepen)\b"
    r"|\bmogen (?:wij|we) u (?:verzoeken|vragen)\b|\bmag ik u (?:verzoeken|vragen)\b"
    r"|\bop prijs (?:stellen|gesteld)\b[^.?!]*\b(?:als|wanneer|indien) u\b"
    r"|\b(?:ik|wij|we) (?:sommeer|sommeren|gelast|gelasten) u\b"
    r"|\bvragen (?:wij|we) (?:u )?(?:nog|alleen nog|alleen) (?:een|de|het|uw)\b"
    r"|^zorgt u\b[^.!]*\bdat\b|^denkt u (?:eraan|er aan|aan)\b"
    r"|\baan u (?:de vraag|het verzoek)\b|\b(?:dragen|draag) (?:(?:wij|we|ik) )?u\b[^.?!]*\bop\b[^.?!]*\bte\b"
    r"|\b(?:wij|we|ik)\b[^.?!]{0,15}\b(?:vragen|verzoeken|vraag|verzoek|gelasten|sommeren)\b[^.?!]{0,15}\b(?:u"
    r"|jullie)\b"
    r"|\bu (?:krijgt|hebt|heeft)\b[^.?!]*\b(?:tijd|gelegenheid|kans) om\b"
    r"|\b(?:geven|geef|bieden|stellen) (?:(?:wij|we) )?u\b[^.?!]*\b(?:tijd|gelegenheid|kans) om\b"
    r"|\bwilt u\b|\bwil (?:je|jij)\b|\bwillen (?:jullie|u)\b|\bzou(?:dt)? u\b[^.?!]*\bwillen\b"
    r"|\b(?:wij|we|ik) (?:maan|manen)\b[^.?!]{0,15}\bu\b|\b(?:maan|manen) (?:wij|we|ik) u\b"
    r"|\bu wordt\b[^.?!]{0,30}\b(?:verzocht|gelast|gelegenheid)\b|\bu (?:nog )?(?:in )?de gelegenheid\b"
    r"|\b(?:verzoeken|verzoek|vragen|vraag) (?:wij|ik|we) u\b|\bgelieve\b"
    r"|^(?:er wordt |vriendelijk )?verzocht wordt\b|^er wordt (?:u )?verzocht\b"
    r"|\bwordt (?:u )?verzocht\b[^.?!]*\bte \w+en\b"
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
    r"\bkom(?:t|en)?\b(?=.*\d).*\b(?:bij u|langs)\b"
    r"|\b(?:afspraak|tijd|gesprek|plek)\b.*\b(?:gemaakt|gepland|ingepland|gereserveerd)\b.*\d|"
    r"\b(?:uw|het|de) (?:\w+ )?\w*(?:gesprek|afspraak|bijeenkomst|training|intake|zitting|ceremonie)\b[^.?!]{0,20}"
    r"\b(?:is|staat|begint|vindt)\b[^.?!]*\d",
    re.IGNORECASE,
)
"""When or where a meeting is: that asks the reader to come where nothing else does."""
_INVITES = re.compile(
    r"\b(?:nodigen|nodig)\b[^.?!]{0,30}\buit\b|\broep(?:en)?\b[^.?!]{0,15}\bu\b[^.?!]{0,15}\bop\b"
    r"|\bkom(?:t u|t)?\b[^.?!]*\bnaar\b"
    r"|\bu (?:en [^.?!]{0,30})?(?:bent|zijn)\b[^.?!]{0,40}\b(?:welkom|uitgenodigd)\b"
    r"|\bverwacht(?:en)?\b[^.?!]{0,15}\bu (?:graag |beiden |allebei )?(?:op|in|bij|om|dan|daar)\b"
    r"|\bu wordt\b[^.?!]{0,20}\bverwacht\b|\bwordt u\b[^.?!]{0,60}\bverwacht\b"
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
    due = any(one.whom == "lezer" for one in due_in(setting.placed, deadlines)) or wants_soon(setting.placed)
    return _strength(setting.placed, setting.heading, sort, due=due)


@by_sentence
def wants_soon(placed: PlacedSentence) -> bool:
    """Tell whether the municipality would like to get something by a vague moment: "Die willen wij graag deze week"."""
    return bool(GLADLY.search(placed.text) and moments.VAGUE.search(placed.text))


@by_place
def _strength(placed: PlacedSentence, heading: str, sort: DocumentType, *, due: bool) -> _Asked | None:
    """Do the same for a sentence under ``heading``, which has a deadline for the reader when it is ``due``."""
    tokens = placed.sentence.words
    if not tokens or _ASKS_BACK.match(placed.text):
        return None
    put = _put(placed)
    if put is None and (order := _order(placed)):
        points = _of_order(placed, order, due=due)
        return (points, order.start - placed.sentence.start) if points else None
    return put or _must(placed, heading, due=due) or _awaited(placed, sort, due=due) or _told(placed, sort, due=due)


def _order(placed: PlacedSentence) -> Token | None:
    """Return the order with which a sentence opens, or what follows its colon or condition: "..., stuur dan ..."."""
    words = placed.sentence.words
    if order := order_of(words):
        return order
    sign = "," if depends(placed) else ":"
    place = next((token.index for token in placed.sentence.tokens if token.text == sign), None)
    after = [token for token in words if place is not None and token.index > place]
    if not after or after[0].pos != "VERB" or not after[0].is_finite or _lemma(after[0]) in _NO_ORDER_LATER:
        return None
    named = any(child.dep.startswith("nsubj") for child in placed.sentence.children(after[0]))
    return None if named else order_of(after)


_NO_ORDER_LATER = frozenset("mogen kunnen zullen moeten willen zijn hebben worden gaan komen".split())
"""Verbs of which a form after a comma has a subject: "Als u niet betaalt, mag de deurwaarder ..."."""


@by_sentence
def _put(placed: PlacedSentence) -> _Asked | None:
    """A request in so many words: "wij vragen u", "wilt u", "het is nodig dat u"."""
    asks = _ASKS.search(placed.text)
    if asks and not (asks.start() == 0 and depends(placed)):  # "Wilt u hem verlengen, stuur dan ..."
        again = _AGAIN if _DOES_SO.search(placed.text) else 0.0
        return (1.9 if _CHANCE.search(asks[0]) else 2.3) - again, asks.start()
    needed = _NEEDED.search(placed.text)
    return (2.2, needed.start()) if needed else None


_DOES_SO = re.compile(
    r"\b(?:dat|dit|daar)\s+(?:(?:nu|alsnog|snel|direct|meteen|zo snel mogelijk|op tijd)\s+)*"
    r"(?:(?:te|wilt|willen|alsnog)\s+)*(?:doen|regelen)\b",
    re.IGNORECASE,
)
"""What is asked stands in another sentence: "Wij vragen u om dat nu te doen"."""


def _must(placed: PlacedSentence, heading: str, *, due: bool) -> _Asked | None:
    """What the reader must do, or what must be done without saying by whom."""
    for verb in placed.sentence.tokens:
        if verb.lemma not in _MUST or not verb.is_finite or verb.lower not in _MUST_FORMS:
            continue
        offset = verb.start - placed.sentence.start
        if _HAD_TO.search(placed.text[:offset]):
            continue
        if _about_reader(placed, verb) or _EVERYONE.match(placed.text):
            return 2.2, offset
        if _leaves_to_reader(placed, verb):
            points = 1.5 if due or _tells_what_to_do(heading) else 1.0
            return points - (_AGAIN if _says_again(placed) else 0.0), offset
    return None


_HAD_TO = re.compile(r"\b(?:had|hadden)\b[^.?!,]*$", re.IGNORECASE)
"""Before "moeten" as an infinitive: "had u € 400 moeten aflossen" tells of the past."""
_EVERYONE = re.compile(
    rf"(?:(?:iedereen|ieder|elk(?:e)?|iedere|alle|wie)\b(?! (?:week|dag|maand|jaar|keer|avond|ochtend))|{_GROUP}\b)"
    r"[^.?!]*\b(?:moet|moeten|dient|dienen)\b(?! (?:wij|we)\b)",
    re.IGNORECASE,
)
"""The reader is one of those who must: "Iedereen die meehelpt, moet eerst naar een training"."""
_AGAIN = 0.8
"""Points less for words that only add a day to what was asked before."""


def _says_again(placed: PlacedSentence) -> bool:
    """Tell of "Dit moet vóór 3 mei gebeurd zijn" and "Het geld dient op tijd te zijn ontvangen" that more was said."""
    first = placed.sentence.words[0]
    points_back = first.lower in {"dit", "dat", "het"} and first.pos == "PRON"
    return points_back or bool(_IS_RECEIVED.search(placed.text))


_IS_RECEIVED = re.compile(
    r"\b(?:te\s+)?(?:zijn|hebben)\s+(?:ontvangen|bijgeschreven)\b|\b(?:ontvangen|bijgeschreven)\s+(?:te\s+)?(?:zijn"
    r"|hebben)\b"
    r"|\bin ons bezit\b",
    re.IGNORECASE,
)


def _awaited(placed: PlacedSentence, sort: DocumentType, *, due: bool) -> _Asked | None:
    """What the municipality waits for: "u bent welkom", "wij hebben nodig", "kunt u ...?", "wij ontvangen graag"."""
    opens = _SINCE.match(placed.text)
    if sort is DocumentType.INVITATION and not opens and (invites := _INVITES.search(placed.text)):
        return 1.9, invites.start()
    if sort is DocumentType.INVITATION and (chance := _CAN_COME.search(placed.text)):
        return 1.9, chance.start()
    if sort is DocumentType.INVITATION and (meets := _MEETS.search(placed.text)):
        return 1.2, meets.start()
    if _NEEDS.search(placed.text):
        return (2.0 if sort is DocumentType.MISSING_PAPERS else 1.0), 0
    if asked := _COULD_YOU.search(placed.text):
        return (2.0 if due else 1.2), asked.start()
    if due and (expects := _EXPECTS.search(placed.text)):
        return 1.5, expects.start()
    if due and sort in PAYMENT_SORTS and (money := _AWAITS_MONEY.search(placed.text)):
        return 2.0, money.start()
    awaits = (
        (_AWAITS.search(placed.text) or GLADLY.search(placed.text))
        and not _NOT_YET.search(placed.text)
        and not _is_perfect(placed)
    )
    again = _AGAIN if _ITS.search(placed.text) else 0.0
    return ((1.3 if due else 1.2) - again, 0) if awaits and (due or sort in _EXPECTED) else None


_EXPECTS = re.compile(
    r"\b(?:wij|we) (?:verwachten|rekenen erop|gaan ervan uit)\b[^.?!]{0,10} dat (?!wij|we)", re.IGNORECASE
)
_AWAITS_MONEY = re.compile(
    r"\b(?:(?:wij|we) (?:verwachten|ontvangen)|(?:verwachten|ontvangen) (?:wij|we))\b[^.?!]{0,20}"
    r"(?:€|\b\w*(?:bedrag|betaling)\b)",
    re.IGNORECASE,
)
"""Money that must come: "Wij verwachten € 80 uiterlijk 1 mei op rekening"."""
_ITS = re.compile(
    r"\b(?:ontvang(?:en)?|verwacht(?:en)?|krijgen|horen|zien) (?:(?:wij|we|ik) )?(?:dat|dit|deze|die|ze)\b"
    r"(?=\W*$| (?:graag|van|voor|vóór|uiterlijk|binnen|op|alsnog|nog|dan)\b)",
    re.IGNORECASE,
)
"""What is awaited was named before: "Wij ontvangen deze graag vóór 1 april"."""


def invites(placed: PlacedSentence) -> bool:
    """Tell whether a sentence says that the reader is expected somewhere."""
    opens = _SINCE.match(placed.text)  # "Vanaf 4 mei bent u welkom op ons nieuwe adres"
    return not opens and any(one.search(placed.text) for one in (_INVITES, _MEETS, _CAN_COME))


_CAN_COME = re.compile(
    rf"(?:(?:{dates.PATTERN})[^.?!]*\b\d{{1,2}}(?:[.:]\d\d)?\s*uur\b[^.?!]*\b(?:kunt|mag) u\b"
    rf"|\b(?:kunt|mag) u\b[^.?!]*(?:{dates.PATTERN})[^.?!]*\b\d{{1,2}}(?:[.:]\d\d)?\s*uur\b"
    rf"|\bop\s+(?:{dates.PATTERN})[^.?!]*\b(?:kunt|mag) u (?:uw|over|met|in)\b)"
    r"(?=[^.?!]*\b(?:\w*lichten|\w*praten|vertellen|langskomen|komen|kennismaken|tekenen|bespreken|horen|meedenken"
    r"|ontmoeten|bezoeken|bekijken|stellen|uitleggen|spreken|doen)\b)",
    re.IGNORECASE,
)
"""A day and an hour at which the reader can have a say: "Op 4 mei om 14.00 uur kunt u uw bezwaar toelichten"."""


_SINCE = re.compile(r"(?:vanaf|met ingang van|sinds)\b", re.IGNORECASE)


def _is_perfect(placed: PlacedSentence) -> bool:
    tokens = placed.sentence.tokens
    had = any(token.lemma == "hebben" and token.is_finite for token in tokens)
    return had and any(token.is_participle for token in tokens)


def _told(placed: PlacedSentence, sort: DocumentType, *, due: bool) -> _Asked | None:
    """What the letter states that the reader does: an order when it has a deadline, or in a letter about money."""
    if not placed.text.endswith("?") and (verb := _reader_does(placed)):
        offset = verb.start - placed.sentence.start
        if due or offset == 0:  # "Stuurt u ons ..." is a polite order
            return 2.2, offset
    if (so := _SO_YOU_DO.match(placed.text)) and not _HABIT.search(placed.text):
        return (2.2 if due else 1.3), so.start("verb")
    stated = _stated(placed)
    return (0.8, stated.start()) if stated and sort in PAYMENT_SORTS else None


_SO_YOU_DO = re.compile(
    r"(?:dat|dit|die|deze) (?P<verb>doet|regelt|betaalt|stuurt|levert|meldt|vraagt|haalt|brengt|maakt|vult|geeft) u\b"
    r"(?![^.?!]*\b(?:niet|zelf|zo)\b)",
    re.IGNORECASE,
)
"""What was named before, as something that the reader does: "Dat doet u vóór 3 mei"."""


def _reader_does(placed: PlacedSentence) -> Token | None:
    """Return the verb of an act with the reader as its subject: "U levert het formulier vóór 3 mei in"."""
    if _HABIT.search(placed.text) or depends(placed):
        return None
    tokens = placed.sentence.tokens
    inverted = tokens[0].pos in {
        "VERB",
        "ADV",
        "ADP",
        "SCONJ",
    }  # after a noun in front "u" is who it is done to: "Het CAK stuurt u"
    for first, second in pairwise(tokens):
        verb = second if first.lower in _READER else first if second.lower in _READER and inverted else None
        acts = verb and verb.pos == "VERB" and verb.is_finite and not is_past(verb) and _lemma(verb) not in _NO_ACTS
        if verb is not None and acts and not _is_whose(placed, verb):
            return verb
    return None


_READER = frozenset({"u", "je", "jullie"})


def _is_whose(placed: PlacedSentence, verb: Token) -> bool:
    """Tell whether somebody else is the subject of ``verb``, so that the reader beside it is not."""
    return any(
        child.dep.startswith("nsubj") and child.lower not in {"u", "je", "jullie", "die", "dat"}
        for child in placed.sentence.children(verb)
    )


_NO_ACTS = frozenset(
    """
    hebben zijn worden krijgen ontvangen horen vernemen vinden lezen zien weten kunnen mogen willen hoeven moeten gaan
    wonen staan zitten denken begrijpen merken gebruiken verdienen blijven houden vragen schrijven wensen bedoelen
    kennen zullen herkennen verwachten hopen liggen lopen voelen danken bedanken helpen verzoeken dienen gelasten
    informeren bellen mailen nodigen uitnodigen brengen missen verliezen verbeuren vervallen genieten
    """.split()
)
"""What a reader does without being asked, or what is done to him: "Wij bellen u"."""


def _of_order(placed: PlacedSentence, order: Token, *, due: bool) -> float:
    """Return how strong an order asks; 0 for one that costs the reader nothing."""
    if _NOT_TO_DO.match(placed.text):
        return 0.0
    if _COMES_IN_TIME.match(placed.text):
        return 0.7
    if _SHOWS_US.match(placed.text):
        return 2.0 if due else 1.2
    if _TAKES_ALONG.match(placed.text):
        return 1.2
    if order.lower == "laat" and _HAS_DONE.match(placed.text):
        return 2.0
    if _MAILS_IT.match(placed.text):
        return 2.0 if due else 1.2
    if _lemma(order) in _NO_TASKS or order.lower in _NO_ORDERS:
        return 0.0
    if _lemma(order) == "zorgen" and _POINTS_BACK.search(placed.text):
        return 0.7
    return 1.2 if _lemma(order) in _SIDE_TASKS and not due else 2.0


_SHOWS_US = re.compile(r"laat (?:het |dit |dat )?(?:aan )?ons\b(?=[^.?!]*\b(?:weten|zien|horen)\b)", re.IGNORECASE)
_MAILS_IT = re.compile(
    r"mail (?:het|hem|die|deze|ze|dit|ons (?:dan )?(?:uw|de|het|een)|uw|de|een)\b(?! (?:\w+ )?(?:vra\w+|mail"
    r"|bericht|e-mail))",
    re.IGNORECASE,
)
"""A thing to send by mail, and no question: "Mail het formulier vóór 3 mei"."""
_HAS_DONE = re.compile(
    r"laat\b(?! (?:het )?(?:u|je|ons|mij)\b)[^.?!]*?\b(?!weten|zien|horen|staan|liggen|zitten|gaan|vallen"
    r"|helpen)\w{4,}en\b(?=[\s.!,]*$| (?:door|bij)\b)",
    re.IGNORECASE,
)
"""To have something done: "Laat uw rookmelder vóór 1 mei controleren"."""
_NOT_TO_DO = re.compile(r"(?!vergeet\b)\w+\b[^.,?!]*\bniet\b(?! later| te laat| alleen)", re.IGNORECASE)
"""An order that forbids: "Zet uw auto niet in de straat"."""
_COMES_IN_TIME = re.compile(r"kom (?:\w+ )?op tijd\W*$", re.IGNORECASE)
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


_BY_OTHERS = re.compile(
    r"\bdoor (?:de gemeente|ons|het college|een (?:arts|deskundige|notaris))\b(?! (?:\w+ )?ontvangen)", re.IGNORECASE
)
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
    return bool(FREE.search(placed.text) or _MAY.search(placed.text)) and not _COULD_YOU.search(placed.text)


_MAY = re.compile(rf"\b{_GROUP}\b[^.?!]*\b(?:kunnen|mogen)\b|\bwie wil\b", re.IGNORECASE)


def told_to(setting: Setting) -> bool:
    """Tell whether the heading announces what the reader has to do: "Wat moet u doen?", "Zo doet u het"."""
    return _tells_what_to_do(setting.heading)


def _tells_what_to_do(heading: str) -> bool:
    return bool(_ASKED_BELOW.search(heading)) and not re.search(
        r"\b(?:niet|niets|geen|volgen|volgt)\b", heading, re.IGNORECASE
    )


def is_step(setting: Setting) -> bool:
    """Tell whether the sentence says how to do what was asked before: under "Hoe ...?", or with "daarna"."""
    return bool(_HOW.match(setting.heading) or _NEXT.search(setting.placed.text))


_HOW = re.compile(r"hoe\b", re.IGNORECASE)
_NEXT = re.compile(r"^(?:\w+\s+)?(?:daarna|vervolgens)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:wij|we)\b", re.IGNORECASE)


def _lemma(token: Token) -> str:
    return token.lemma.lower()


def _about_reader(placed: PlacedSentence, verb: Token) -> bool:
    near = [t for t in placed.sentence.tokens if t.lower in {"u", "je"} and -3 <= t.index - verb.index <= 2]
    passive = "worden geacht" in placed.text
    return bool(near) and not passive and not re.search(r"\bdat u\b", placed.text[: verb.start - placed.sentence.start])
