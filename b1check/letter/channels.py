"""How a reader does what a letter asks: through which site, account, address or desk, or at which place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.documents.document import BlockKind
from b1check.language import dates, money
from b1check.language.analysis import Token
from b1check.language.patterns import Pattern
from b1check.letter import directives, manners
from b1check.letter.model import DocumentType, Part, Passage
from b1check.letter.moods import Mood
from b1check.letter.orders import PAYMENT_SORTS
from b1check.letter.setting import Setting
from b1check.letter.text import LetterText, PlacedSentence, by_place, by_sentence

_SITE = (
    r"(?:[\w.+-]+@[\w-]+\.[\w.]*\w|(?:www\.|https?://)[^\s,;]*[\w/]|(?:[\w-]+\.)+(?:nl|example|eu"
    r"|com)(?:/[\w/-]*\w)?)"
)
_ACCOUNT = (
    r"(?:over\s+)?(?:naar|op|over op)?\s*(?:(?:de|onze|ons|bank)\s*)*(?:bank)?(?:rekening(?:nummer)?"
    rf"|IBAN)?:?\s*{money.ACCOUNT}"
)
_MEANS = (
    r"(?:(?!de |het |onze |een )\w+e |gratis )*(?:e-?mail(?:adres)?|mail|post|telefoon\w*"
    r"|website|site|balie|gemeentehuis|\w*loket|meldknop|"
    r"stadhuis|stadskantoor|\w*formulier|antwoordenvelop\w*|envelop\w*|Mijn \w+|acceptgiro|iDEAL"
    r"|automatische incasso|"
    r"QR-code|milieustraat|afspraak|overmaking|incasso|pin|sms|\w*app|appje|\w*portaal|beeldbellen|videobellen"
    r"|Teams|WhatsApp"
    r"|app(?: [A-Z]\w+)?)"
)
_PLACE = (
    r"(?:\w*(?:huis|kantoor|centrum|zaal|school|kamer|balie|gebouw|bibliotheek|locatie|kerk|hal|loket|speelplein"
    r"|park|plein|café|hotel|restaurant|theater|bad|museum|terrein|gymzaal|plaats|werf|Werkplein))"
)
_HOW_ACCOUNT = Pattern(rf"\b{_ACCOUNT}", re.IGNORECASE)
_HOW_SITE = Pattern(
    rf"\b(?:ga naar|via|op|per|aan|naar|mail naar|met)\s+(?:(?:het|de|onze|ons|een|uw)\s+)?(?:(?:e-?mailadres"
    rf"|website|site|adres|pagina)\s+)?{_SITE}|{_SITE}",
    re.IGNORECASE,
)
_HOW_POST = Pattern(
    r"\b(?:aan|naar|bij)\s+(?:de\s+|het\s+)?[^.?!:;]{0,80}\b(?:Postbus|Antwoordnummer) \d+"
    r"(?:,?\s*\d{4} ?[A-Z]{2}\s+\w+)?"
    r"|\b(?:Postbus|Antwoordnummer) \d+",
    re.IGNORECASE,
)
_HOW_MEANS = Pattern(
    rf"\b(?:via|per|op|door|met|naar|aan|bij|in)\s+(?:het\s+|de\s+|onze\s+|ons\s+|een\s+|uw\s+"
    rf"|dit\s+)?{_MEANS}\b(?:\s+\d+\b)?"
    rf"(?:\s+(?:in|van|op|aan)\s+(?:het|de|ons|onze)\s+{_PLACE}\b)?(?:,\s+[A-Z][\w ]+\d+\w?)?"
    r"|\bde app [A-Z]\w+|\b(?:gebruikt? (?:u )?(?:\w+ )?|met )(?:het|dit|een) \w*formulier\b(?: dat [^.?!]*)?"
    r"|\bdoor overmaking\b|\blangs elektronische weg\b"
    r"|\b(?:telefonisch|schriftelijk|digitaal)\b(?:,?\s+(?:via|bij|naar)\s+(?!wie\b)[^.,;:?!]+)?|\bmaak(?:t u"
    r"|t)? gebruik van"
    r" (?:de|het) (?:\w+ )?(?:QR-)?\w+"
    r"|\bcontant(?: of met pin)?\b|\b(?:bel(?:len)?|op nummer|telefoonnummer|via) (?:naar )?(?:14 ?\d{3,5}"
    r"|\(?0\d+\)? ?[\d ]+\d)",
    re.IGNORECASE,
)
_HOW_PLACE = Pattern(
    r"\b(?:in|bij|op|naar)\s+(?!\d)(?:[^\s.,?!]+\s+){0,6}[^\s.,?!]+,\s+(?:[A-Z][\w’'-]+\s+)+\d+[a-z]?\b|"
    rf"\b(?:in|bij|op|naar)\s+(?:het\s+|de\s+|onze\s+|ons\s+|uw\s+)?{_PLACE}\b(?:\s+\d+\b)?(?:\s+(?:[A-Z]\w+|van"
    rf"|de|het|in|aan|\w+huis)\b)*(?:,\s+(?:[A-Z][\w’'-]+\s+)+\d+\w?)?"
    r"|\b(?:in|bij|naar)\s+(?:(?:de|het)\s+)?(?:De |Het |'t )?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*"
    r",\s+(?:[A-Z][\w’'-]+\s+)+\d+\w?"
    r"|\b(?:in|bij|naar)\s+(?:De|Het|'t)\s+[A-Z][\w’'-]+"
    r"|\b(?:op|aan) uw (?:huis)?adres(?:\s+(?:[A-Z][\w’'-]+\s+)+\d+[a-z]?\b)?"
    r"|(?<!hulp )(?<!zorg )(?<!huishouden )(?<!ondersteuning )\bthuis\b(?! (?:wonen|woont))"
    r"|\bbij (?:u|jou|je) (?:thuis|langs|aan huis)\b|\b(?:in|op|aan) (?:de |het )?[A-Z]\w+(?:straat|laan|weg"
    r"|plein|kade"
    r"|gracht|dijk|hof|markt)\s+\d+\w?"
)
_HOW_DESK = Pattern(
    r"\b(?:inleveren|lever\b|afgeven|geef\b[^.?!]*\baf\b|brengen|breng\b|ophalen|haal\b|afhalen|langs)[^.?!]*?"
    r"(?P<words>\b(?:bij|aan)\s+(?:de|het|onze|ons|een)\s+(?!college|gemeente\b)\w+(?:\s+in\s+(?:de|het"
    r"|ons)\s+\w+)?)",
    re.IGNORECASE,
)
"""Somebody or somewhere to hand something in: "Inleveren is mogelijk bij de beheerder in het tuinhuis"."""
_HOW_BY = Pattern(
    r"\b(?:hetgeen|wat) (?:inhoudt|betekent),? dat (?P<act>[^.?!]*)|"
    r"\bvoldoe(?:t|n)\b[^.?!,]*?(?P<when>\b(?:als|wanneer|indien) u\b[^.?!]*)|"
    r"\b(?:(?:hieraan|daaraan|eraan|aan (?:de|deze|dit|het|die) (?:last|besluit|verplichting|eis|opdracht|verzoek"
    r"|bevel)) voldoen|voldoet (?:u )?(?:hieraan|daaraan|eraan|aan (?:de|deze|het|dit) \w+))\b"
    r"[^.?!,]*?(?P<words>\bdoor\b[^.?!]*?\bte (?:laten )?\w+)"
    r"|\b(?:dat|dit) (?:doet|kunt|kan|regelt) u? ?(?P<more>door\b[^.?!]*\bte \w+)"
    r"|\blaten \w+ (?P<hired>door (?:een|uw) (?:\w+e? )?\w+)|^laat\b[^.?!]*\b(?P<other>door (?:een|uw) (?:\w+e? )?\w+)",
    re.IGNORECASE,
)
"""An act that does it: "U voldoet hieraan door de schutting weg te halen"."""
_WHERE_LABEL = Pattern(r"(?:waar|plaats|locatie|adres)\s*\??:?\s*", re.IGNORECASE)
_PAYING = (_HOW_ACCOUNT,)
_PAYING_ANYWAY = (_HOW_ACCOUNT, _HOW_SITE)
_COMING = (_HOW_PLACE, _HOW_DESK)
_PAYS = Pattern(
    r"\b(?:(?:het|dit|dat) (?:geld|bedrag)|\w*betal(?:en|ing)|betaald|voldaan|voldoen|betaal|overmaken"
    r"|over te maken|maakt?\b[^.?!]*\bover"
    r"|overgemaakt|stort|storten)\b",
    re.IGNORECASE,
)
_BRINGS = Pattern(r"\b(?:breng\w*|terug\w*|lever\w*|inlever\w*|stuur\w*|sturen)\b(?! betalen)", re.IGNORECASE)
"""What is asked is a thing and no money, in a letter that also names a price."""
_COMES = Pattern(r"\b(?:kom|komt|komen|langskomen|ophalen|halen|haal|haalt)\b", re.IGNORECASE)
_LINES_AROUND = 3
_HOW_PHONE = Pattern(
    r"(?P<call>\b(?:belt|bel|bellen)\s+(?:u\s+)?(?:daarvoor|hiervoor)\b[^.?!]*\d)|"
    r"\b(?:app|appen|sms|sms'en|bel|bellen|belt|appt)\b[^.?!]*?"
    r"(?P<words>\b(?:naar|op|via|met)?\s*(?:(?:het )?nummer\s+)?(?:14 ?0\d{2,3}\b|\(?0\d[\d ()-]{6,}\d))",
    re.IGNORECASE,
)
_HOW_PAPER = Pattern(
    r"(?P<words>\b(?:de|het|dit|een)\s+(?:\w+\s+)?(?:\w*envelop\w*|\w*formulier))\b(?=[^.?!]*\bgebruik\w*)",
    re.IGNORECASE,
)
"""What the municipality sent along for it: "U kunt de antwoordenvelop gebruiken"."""
_HOW_FORM = Pattern(
    r"\bvul(?:t u|t)?\b(?!\s+(?:op|in)\b)[^.?!,]*\b\w*(?:formulier|strook|antwoordkaart|vragenlijst|bon)\b"
    r"[^.?!,]*\bin\b"
    r"(?:\s+(?:dat|die)\b[^.?!]*)?",
    re.IGNORECASE,
)
"""A paper to fill in, that goes before where it must be sent."""
_LOGIN = Pattern(r"\bmet (?:uw )?DigiD\b", re.IGNORECASE)
_SENDING = (_HOW_SITE, _HOW_POST, _HOW_MEANS, _HOW_DESK, _HOW_BY, _HOW_PHONE, _HOW_PAPER)


def find(
    text: LetterText, parts: Sequence[Part], asked: Setting, running: Sequence[Setting], sort: DocumentType
) -> Passage | None:
    """Return the channel: in the sentence itself, then after it, then under a later heading, then in a table."""
    at = running.index(asked)
    own = asked.placed
    if (steps := _steps(running, at)) and not _own_channel(own, sort):
        ways = (step.search(_HOW_FORM) or _own_channel(step, sort) for step in steps)
        return next(filter(None, ways), steps[0].passage)
    if answer := _bare_answer(running, at):
        return answer
    later = _later(running, at)
    earlier = [s.placed for s in reversed(running[:at]) if not s.conditional]
    comes = (sort is DocumentType.INVITATION and not registers(own)) or bool(_COMES.search(own.text))
    for patterns in _channels(sort, own):
        for placed in (own, *later, *earlier[:_LINES_AROUND]):
            if placed is not own and patterns is _SENDING and (form := placed.search(_HOW_FORM)):
                return form
            if placed is not own and _is_elsewhere(placed, comes=patterns is _COMING):
                continue
            ours = manners.is_ours(placed) and not _SEES_READER.search(placed.text)
            if placed is not own and (patterns is not _COMING or not comes) and (ours or _REPORTS.match(placed.text)):
                continue
            points = _POINTS_THE_WAY.search(placed.text) or _SEES_READER.search(placed.text)
            if placed is not own and patterns is _COMING and not points:
                continue
            found = [one for pattern in patterns if (one := _first(placed, pattern)) and one.text.strip()]
            if found:
                sooner = _by_itself(placed) if patterns is _SENDING and placed is not own else None
                return sooner if sooner and sooner.start < found[0].start else _joined(placed, found)
        if patterns in {_PAYING, _COMING} and (cell := _in_table(text, parts, patterns)):
            return cell
    invited = sort is DocumentType.INVITATION and not registers(own)
    return (
        _told_otherwise(running, at, comes=invited) or manners.find(running, at, comes=invited) or _login(running, at)
    )


def _later(running: Sequence[Setting], at: int) -> list[PlacedSentence]:
    """Return the sentences after the request that may tell how it is done: without a condition, and about the task."""
    asked = running[at]
    return [
        one.placed
        for one in running[at + 1 :]
        if not one.own_condition
        and (not one.conditional or _answers(asked, one))
        and (one.heading == asked.heading or not _OF_CHOICE.search(one.heading))
    ]


def _bare_answer(running: Sequence[Setting], at: int) -> Passage | None:
    """Return what answers a question about the way without a verb of its own: "Waar kunt u staan? Op het veld"."""
    following = running[at + 1 : at + 1 + _SENTENCES_AFTER]
    free = (one for one in following if not one.conditional and not _has_verb(one.placed))
    return next((one.placed.passage for one in free if _answers_how(running, one)), None)


def _is_elsewhere(placed: PlacedSentence, *, comes: bool) -> bool:
    """Tell whether a sentence is a question, or tells where more is told, what the reader may do, or whom to reach."""
    if placed.text.endswith("?") or _MAY_ALSO.search(placed.text) or _REACHES.search(placed.text):
        return True
    if not _TELLS_MORE.search(placed.text) or (comes and _STREET_NUMBER.search(placed.text)):
        return False
    return not (_SEES_READER.search(placed.text) or _FINDS_IT.search(placed.text))


def _login(running: Sequence[Setting], at: int) -> Passage | None:
    """Return the words about an account to log in with, where nothing else is told of how it is done."""
    around = (running[at], *running[at + 1 :], *reversed(running[max(at - _LINES_AROUND, 0) : at]))
    free = (one.placed for one in around if one is running[at] or not one.conditional)
    return next(filter(None, (placed.search(_LOGIN) for placed in free)), None)


_OF_CHOICE = Pattern(
    r"\bnog mogelijk\b|\bwel mogelijk\b|\bwat kan(?: er)? (?:nog |wel)|\bkunt u (?:nog|wel|ook)\b|\balternatie\w+\b"
    r"|^bezwaar\b|\bniet (?:mee )?eens\b|^waarom\b",
    re.IGNORECASE,
)
"""Headings over another thing than the task: what is possible besides it, or why."""
_REACHES = Pattern(
    r"\b(?:telefonisch|schriftelijk|digitaal)\b[^.?!]*\b(?:bereikbaar|bereiken|geïnformeerd|contact)\b"
    r"|\b(?:bereikbaar|bereiken|bereikt)\b[^.?!]*\b(?:telefonisch|schriftelijk|digitaal)\b",
    re.IGNORECASE,
)
"""How somebody can be reached, and not how the task is done: "De beheerder is telefonisch bereikbaar"."""
_REPORTS = Pattern(
    r"(?:na (?!te\b)\w+|nadat|daarna|achteraf|na afloop|zodra|als u klaar bent)\b[^.?!]*\b(?:meldt?|laat|geeft?"
    r"|stuurt?"
    r"|mailt?|belt?)\b",
    re.IGNORECASE,
)
"""What the reader tells when it is done: "Na herstel meldt u dit via ..."."""
_MAY_ALSO = Pattern(r"\b(?:u mag|mag u)\b(?! (?:dat|dit|het|hem|ze|die|deze|een foto)\b)", re.IGNORECASE)
"""What the reader may do besides: "U mag de takken naar de milieustraat brengen"."""


_STREET_NUMBER = Pattern(r"\b(?:aan|in|op) (?:de |het )?[A-Z]\w+ \d+")


def _told_otherwise(running: Sequence[Setting], at: int, *, comes: bool) -> Passage | None:
    """Return how the act goes from what the grammar tells, where no word for a channel is known.

    In the request itself where something goes to ("Breng hem naar de hoek met de Molenweg"); beside it in a sentence
    about how it can be done ("Dat kan bij de beheerder"), under a heading that asks for it, or in another order that
    is a channel by itself ("Scan de code", "Antwoord op deze mail").
    """
    own = running[at]
    around = (own, *running[at + 1 : at + 1 + _SENTENCES_AFTER], *reversed(running[max(at - 2, 0) : at]))
    for setting in around:
        held = setting.conditional and not own.conditional and not _answers(own, setting)
        if setting is not own and (setting.own_condition or held):
            continue
        if setting is not own and (_MAY_ALSO.search(setting.placed.text) or _FOR_MORE.match(setting.placed.text)):
            continue
        if found := _by_itself(setting.placed):
            return found
        asks_how = bool(_HOW_HEADING.match(setting.heading)) or _answers_how(running, setting)
        told = asks_how or (_POINTS_BACK.match(setting.placed.text) and not _TELLS_MORE.search(setting.placed.text))
        meets = _MEETS_AT.search(setting.placed.text) or _SEES_READER.search(setting.placed.text)
        where = comes and setting is not own and bool(meets)
        told = bool(told) and not where
        onwards = setting is not own and _goes_on(running[at], setting)
        if onwards and (group := _towards(setting.placed, own=True, comes=False)):
            return group
        if (told or where or setting is own) and (group := _towards(setting.placed, own=not told, comes=comes)):
            return group
    if comes and (address := own.placed.search(_ADDRESS)):
        return address
    return None


_FOR_MORE = Pattern(r"voor (?:een |meer )?(?:toelichting|uitleg|inlichtingen|vragen|informatie)\b", re.IGNORECASE)


def _has_verb(placed: PlacedSentence) -> bool:
    return any(token.is_finite for token in placed.sentence.tokens)


def _answers_how(running: Sequence[Setting], setting: Setting) -> bool:
    """Tell whether the sentence right before it in the block asks for it: "Waar kunt u staan? Op het veld"."""
    at = running.index(setting)
    before = running[at - 1].placed if at else None
    asks = before is not None and before.text.endswith("?") and _HOW_HEADING.match(before.text)
    return bool(asks) and before is not None and before.block == setting.placed.block


def _goes_on(asked: Setting, setting: Setting) -> bool:
    """Tell whether an order right behind the request says what to do next: "Kruis ... aan en gooi het in de bus"."""
    following = directives.find(setting.placed)
    near = 0 < setting.order - asked.order <= 2 and setting.placed.block == asked.placed.block
    return near and following is not None and following.mood is Mood.ORDER and not setting.conditional


_MEETS_AT = Pattern(
    r"\d\s*uur\b|\b(?:start|starten|begint|beginnen|verzamel\w*|plaats|gehouden"
    r"|zijn (?:we|wij)|(?:wij|we) zijn|staat|zit|zitten)\b",
    re.IGNORECASE,
)
"""When a meeting begins; then where follows: "We starten om 10.00 uur bij de kinderboerderij"."""
_ADDRESS = Pattern(r"(?<=, )(?:[A-Z][\w’'-]+\s+)+\d+[a-z]?\b")


def _own_channel(placed: PlacedSentence, sort: DocumentType) -> Passage | None:
    for patterns in _channels(sort, placed):
        if found := [one for pattern in patterns if (one := _first(placed, pattern)) and one.text.strip()]:
            return _joined(placed, found)
    return None


def _steps(running: Sequence[Setting], at: int) -> Sequence[PlacedSentence]:
    """Return the orders under a heading such as "Zo doet u dat" below the request."""
    found = []
    for setting in running[at + 1 : at + 1 + _SENTENCES_AFTER]:
        if setting.heading != running[at].heading and _STEPS.match(setting.heading) and not setting.own_condition:
            asked = directives.find(setting.placed)
            if asked is not None and asked.mood is Mood.ORDER:
                found.append(setting.placed)
            elif not found:
                break
    return found


_STEPS = Pattern(r"(?:zo|hoe|wat (?:moet|kunt) u (?:precies )?doen|waar)\b", re.IGNORECASE)


def _answers(asked: Setting, setting: Setting) -> bool:
    """Tell whether a sentence comes right after a request in the form of a question, which sets no condition."""
    near = 0 < setting.order - asked.order <= 2 and setting.placed.block == asked.placed.block
    return near and asked.placed.text.endswith("?")


_SENTENCES_AFTER = 5
_HOW_HEADING = Pattern(r"(?:hoe|waar|op welke manier)\b", re.IGNORECASE)
_POINTS_BACK = Pattern(
    r"(?:dat|dit|het|die|deze|daar|u|hem|haar|ze|\w+en|(?:een|de|het|uw) (?:\w+e )?\w+(?: \w+en)?)\s+"
    r"(?:(?:(?:kan|kunt|kunnen|mag|moet|doet|gaat|geschiedt|gebeurt|loopt|verloopt|is mogelijk|regelt|geeft"
    r"|meldt|levert|stuurt|brengt|vraagt|maakt|zet"
    r"|gooit)\b(?!\s+(?:niet|geen|wij|we|ik)\b))|[^.?!]{0,40}\b(?:kan|is mogelijk)\b|is\b[^.?!]{0,60}\bmogelijk\b)",
    re.IGNORECASE,
)
"""How a sentence opens that says how it can be done: "Dat kan", "U kunt hem", "Inleveren kan"."""
_ITSELF = Pattern(
    r"\b(?:(?:be)?antwoord(?:en|t)?\s+(?:u\s+)?(?:(?:gewoon|daarvoor|hiervoor|dan)\s+)?(?:op\s+)?(?:deze|dit"
    r"|onze)\s+(?:e-?)?(?:mail|bericht|brief)\w*"
    r"|(?:deze|dit|onze)\s+(?:e-?)?(?:mail|bericht)(?:je)?\s+(?:te\s+)?beantwoorden"
    r"|scan\w*\s+(?:u\s+)?(?:\w+\s+)?(?:de|deze|onderstaande)\s+(?:QR-?)?code(?:\s+\w+\s+deze\s+brief)?"
    r"|gebruik\s?(?:te\s)?maken\s+van\s+(?:de|het|bijgaande?)\s+\w*(?:envelop|formulier|kaart|strook|code|lijst)\w*"
    r"|gebruik(?:t|en)?\s+(?:u\s+)?(?:hiervoor\s+|daarvoor\s+|dan\s+|alleen\s+)?(?:de|het|dit|deze"
    r"|bijgaande?)\s+(?:\w+\s+)?"
    r"\w*(?:envelop|formulier|kaart|strook|bon|app|knop|link|code|blad|lijst)\w*"
    r"|(?:klik\w*|druk\w*)\s+op\s+(?:de|deze)\s+(?:\w+\s+)?(?:link|knop)(?:\s+\w+\s+(?:deze|de)\s+\w+)?"
    r"|met\s+(?:uw|de|het)\s+(?:\w+\s+)?\w*(?:kaart|envelop|strook|formulier|code|app)"
    r"|(?:app(?:je|t|en)?|sms(?:je)?|bel|bellen)\b[^.?!]*?\b(?:naar|op)\s+(?:nummer\s+)?\(?0[\d ()-]{7,}\d"
    r"|(?:kan|kunt u)\b[^.?!]*\b(?:op|via)\s+(?:nummer\s+)?(?:14 ?0\d{2,3}\b|\(?0[\d ()-]{7,}\d)"
    r"|online(?:\s+met\s+DigiD)?\b)",
    re.IGNORECASE,
)
"""Another order that is the channel, or a channel without a preposition before it."""
_TOWARDS = frozenset("naar bij via aan in op per langs door met naast achter tegenover".split())
_PLACES = frozenset("naar bij in naast achter tegenover".split())
_GOES_TO = frozenset("naar bij via aan in".split())
_AT_SOMEBODY = frozenset({"bij"})
_MOVES = frozenset(
    """
    brengen terugbrengen inleveren leveren zetten leggen melden aanmelden geven afgeven teruggeven gooien sturen
    opsturen terugsturen retourneren indienen regelen komen gaan hangen doen stoppen afhalen ophalen halen plaatsen
    opgeven aanvragen kopen bestellen parkeren wegbrengen deponeren bezorgen
    """.split()
)
"""Verbs of which the request itself tells where something goes."""
_MOVING = tuple(_MOVES)
"""A separable verb goes like its base: "doorgeven" like "geven"."""
_NO_CHANNELS = frozenset(
    """
    dag dagen week weken maand maanden jaar jaren uur uren werkdag werkdagen ochtend middag avond keer tijd termijn
    datum periode moment toekomst gelegenheid hoogte kosten naam geval orde gang eis eigen eenmaal zaterdag zondag
    maandag dinsdag woensdag donderdag vrijdag overleg verband verzoek volgorde rekening vraag vragen bezit behandeling
    gebruik stand beroep bezwaar aanmerking afwachting ieder hand handen aantal deel delen termijnen aanvraag
    situatie buurt weekend vakantie kwartaal begin einde eind plaats ons u mij hen hem haar hun tevoren
    last besluit eis voorwaarde verplichting voorschrift gevolg elkaar
    """.split()
)
"""Nouns after such a preposition that tell when, how often or why, and not by which way."""


_EVENTS = ("avond", "bijeenkomst", "gesprek", "afspraak", "overleg", "feest", "dag", "middag", "komst")
"""Ends of words for what somebody goes to, that is no place."""


def _by_itself(placed: PlacedSentence) -> Passage | None:
    return None if _NOT_SO.search(placed.text) else placed.search(_ITSELF)


_NOT_SO = Pattern(r"\b(?:niet|geen)\b|\bvragen\b|\bvraag\b|\bmeer informatie\b", re.IGNORECASE)


@by_place
def _towards(placed: PlacedSentence, *, own: bool, comes: bool) -> Passage | None:
    """Return the first group with a preposition that tells a way or a place; in a request only one of direction.

    Where the reader ``comes`` somewhere a request of any verb tells the place.
    """
    sentence = placed.sentence
    tokens = sentence.tokens
    moves = any(token.lemma.lower().endswith(_MOVING) for token in tokens if token.pos in {"VERB", "AUX", "NOUN"})
    if _NOT_SO.search(placed.text):
        return None
    words = _TOWARDS if not own else _PLACES if comes else _GOES_TO if moves else _AT_SOMEBODY
    dated = [found.span() for found in _DATE.finditer(placed.text)]
    for token in tokens:
        if token.dep != "case" or token.lower not in words:
            continue
        head = next((one for one in tokens if one.index == token.head), None)
        if head is None or head.index < token.index or not _names(tokens, head):
            continue
        offset = token.start - sentence.start
        if (
            head.lower in _NO_CHANNELS
            or head.lower.endswith(_EVENTS)
            or any(start <= head.start - sentence.start < end for start, end in dated)
        ):
            continue
        end = _end_of(tokens, token.index, head.index) - sentence.start
        more = _STREET.match(placed.text, end)
        return placed.part(offset, more.end() if more else end)
    return None


def _names(tokens: Sequence[Token], head: Token) -> bool:
    """Tell whether a word is a noun, or the article with which a name opens: "De Wierde"."""
    if head.pos in {"NOUN", "PROPN", "X"}:
        return True
    return head.text[:1].isupper() and any(token.head == head.index and token.pos == "PROPN" for token in tokens)


_DATE = Pattern(rf"{dates.PATTERN}|\b\d{{1,2}}(?:[.:]\d\d)?\s*uur\b", re.IGNORECASE)
_STREET = Pattern(r",\s+(?:[A-Z][\w’'-]+\s+)+\d+\w?")


def _end_of(tokens: Sequence[Token], first: int, head: int) -> int:
    """Return the offset after the group from ``first``: its head, and what belongs to that and stands behind it."""
    base = tokens[0].index
    inside = set(range(first, head + 1))
    at = head + 1
    while at - base < len(tokens):
        token = tokens[at - base]
        joins = (
            token.head in inside
            or (token.dep == "case" and token.head - base < len(tokens) and tokens[token.head - base].head in inside)
            or (token.pos in {"DET", "ADJ", "NUM"} and token.head > token.index)
        )
        if not token.is_word or not joins or token.pos in {"VERB", "AUX", "ADV", "CCONJ", "SCONJ"}:
            break
        inside.add(at)
        at += 1
    last = max(inside)
    while last > head and tokens[last - base].pos in {"ADP", "DET"}:
        last -= 1
    return tokens[last - base].end


def _joined(placed: PlacedSentence, found: Sequence[Passage]) -> Passage:
    """Return the first of ``found``, with the one right behind it: "per e-mail aan info@zandwijk.nl"."""
    first = min(found, key=lambda one: one.start)
    beside = [one for one in found if first.start < one.start <= first.end + 2 < one.end]
    end = max((one.end for one in beside), default=first.end)
    return placed.part(first.start - placed.sentence.start, end - placed.sentence.start)


def _first(placed: PlacedSentence, pattern: Pattern) -> Passage | None:
    """Return the first place of ``pattern``: its named group that holds words, or else all of it."""
    groups = (placed.search(pattern, name) for name in pattern.groupindex)
    return next(filter(None, groups), None) if pattern.groupindex else placed.search(pattern)


_FINDS_IT = Pattern(
    r"\b(?:u vindt|vindt u) (?:hem|ze|deze|die|(?:het|de) (?:\w*formulier|vragenlijst))\b", re.IGNORECASE
)
"""Where the thing itself is: "U vindt hem op zandwijk.nl"."""
_SEES_READER = Pattern(
    r"\b(?:zien|verwachten|ontvangen|spreken|ontmoeten) (?:wij|we|ik) (?:u|je|jullie|elkaar)\b"
    r"|\b(?:wij|we|ik) (?:zien|verwachten|ontvangen|spreken|ontmoeten|komen|bezoeken) (?:bij )?(?:u|je|jullie"
    r"|elkaar)\b"
    r"|\b(?:u|je) bent (?:\w+ ){0,3}welkom\b|\b(?:bent|ben) (?:u|je) (?:\w+ ){0,3}welkom\b"
    r"|\b(?:komt|komen) (?:dan |graag )?bij (?:u|je|jullie) (?:thuis|langs|aan huis)\b",
    re.IGNORECASE,
)
_TELLS_MORE = Pattern(
    r"\bstaa(?:t|n)\b[^.?!]*\b(?:voorbeeld\w*|uitleg|toelichting|informatie|voorwaarden)\b|"
    r"\b(?:vindt(?! plaats)|leest|ziet|lees|kijk|zien|lezen|volgen|bekijken|raadplegen)\b|\bmeer (?:weten"
    r"|informatie|uitleg)\b|\bvoor (?:een |meer )?(?:toelichting|uitleg|inlichtingen|vragen|informatie)\b",
    re.IGNORECASE,
)
"""A sentence about where more is told, and not about how the task is done."""
_POINTS_THE_WAY = Pattern(
    r"^(?:dat|dit|die|deze|hij|u|(?:de|het|uw) \w+ (?:is|begint|start|vindt|houden|wordt)|het (?:gesprek|overleg)"
    r"|de (?:bijeenkomst|afspraak|ceremonie|avond|training)|wij|we|op|ga|kom|meld"
    r"|breng|lever|parkeer|zet|haal)\b[^.?!]*"
    r"|^(?:in|bij|op|aan) [^.?!]{3,90}[.;]?$|^(?:\w+\s+){1,5}(?:ligt|liggen|staat|staan)\s+(?:\w+\s+){0,2}(?:bij"
    r"|in|op|klaar)\b",
    re.IGNORECASE,
)
"""How a sentence opens that goes on about the task: "Dat kan aan de balie", "Parkeer hem op het terrein", or says where
something lies: "Uw pas ligt bij de balie"."""


REGISTERS = frozenset({"aanmelden", "opgeven", "inschrijven", "reserveren"})
"""Acts with which somebody tells that he comes."""


_TELLS_IT_COMES = Pattern(
    r"\b(?:laat|meld|geef|mail|app|bel|horen|hoor|vernemen)\b[^.?!]*\b(?:of|dat|met hoeveel \w+)\b"
    r"[^.?!]*\b(?:u|je|jullie)\b"
    r"[^.?!]*\b(?:komt|komen|kom|meedoet|meedoen|aanwezig|erbij|meeneemt)\b",
    re.IGNORECASE,
)
"""To register in other words: "Laat ons weten of u komt"."""


@by_sentence
def registers(placed: PlacedSentence) -> bool:
    """Tell whether a sentence orders the reader to tell that he comes: "Meld u aan", "Laat weten of u komt"."""
    told = directives.find(placed)
    if told is None:
        return False
    return told.lemma in REGISTERS or bool(_SIGNS_UP.match(placed.text) or _TELLS_IT_COMES.search(placed.text))


_SIGNS_UP = Pattern(
    r"(?:meld|geef|schrijf) (?:u|je|jullie)(?: zelf)?\b(?! (?:bij|in) de)[^.?!]*\b(?:aan|op|in)\b(?=[,.!]|$| via| bij)",
    re.IGNORECASE,
)
"""The same where the verb and its particle are far apart."""


def _channels(sort: DocumentType, asked: PlacedSentence) -> Sequence[Sequence[Pattern]]:
    if registers(asked):
        return (_SENDING,)
    if (sort in PAYMENT_SORTS and not _BRINGS.search(asked.text)) or _PAYS.search(asked.text):
        return (_PAYING_ANYWAY, _PAYING, _SENDING)
    if sort is DocumentType.INVITATION or _COMES.search(asked.text):
        return (_COMING, _SENDING)
    return (_SENDING, _COMING)


def _in_table(text: LetterText, parts: Sequence[Part], patterns: Sequence[Pattern]) -> Passage | None:
    salutation = next((i for i, part in enumerate(parts) if part is Part.SALUTATION), -1)
    for view in text.blocks[salutation + 1 :]:
        if view.block.kind is not BlockKind.TABLE_CELL:
            continue
        words = view.block.text
        label = text.blocks[view.index - 1].block.text if view.index else ""
        if patterns is _COMING and _WHERE_LABEL.fullmatch(label) and not words.rstrip().endswith(("?", ":")):
            return text.whole(view.index)
        if patterns is _COMING and (own := _WHERE_LABEL.match(words)) and own.end() < len(words):
            return text.passage(view.index, own.end(), len(words))
        for pattern in patterns:
            if found := pattern.search(words):
                return text.passage(view.index, *found.span())
    return None
