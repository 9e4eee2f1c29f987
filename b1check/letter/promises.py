"""What the municipality says that it will do for this reader, and by when.

A promise has an actor on the side of the municipality, a verb of doing in the present tense, and holds without a
condition. "Wij behandelen uw gegevens zorgvuldig" tells what always happens; "u krijgt een vergunning" is the decision.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from b1check.language import dates, money
from b1check.language.analysis import Token
from b1check.language.patterns import Pattern
from b1check.letter import actors, directives, moments
from b1check.letter.deadlines import due_in
from b1check.letter.model import PAGES, Deadline, DocumentType, Part, Passage, Promise, Topic
from b1check.letter.moods import Mood
from b1check.letter.setting import GLADLY, Setting, clause, forms_of, is_past, order_of, settings
from b1check.letter.text import LetterText, PlacedSentence, by_place, by_sentence

_TOPICS: Mapping[Topic, str] = MappingProxyType(
    {
        "bellen": r"\b(?:bellen|bel|belt|terugbellen|opbellen|gebeld)\b",
        "contact": r"\b(?:nemen|neemt|neem)\b.{0,60}\bcontact\b|\bcontact opnemen\b",
        "besluit": r"\b(?:besluiten|beslissen|beslist|besluit|beslissing)\b",
        "antwoord": r"\b(?:laten|laat)\b.{0,60}\bweten\b|\b(?:(?:be)?antwoord\w*|reageren|reageert|berichten"
        r"|informeren|informeert)\b"
        r"|\b(?:sturen|stuurt|stuur|krijgt|ontvangt|hoort|mailen|mailt|schrijven|hoor)\b"
        r".{0,60}\b(?:brief|bericht|antwoord|reactie|mail|ons|plan|verslag|uitslag|bevestiging|overzicht|rapport"
        r"|cijfers|resultaten?|uitkomst\w*|meetgegevens)\b"
        r"|\bu\b.{0,40}\b(?:geïnformeerd|bericht)\b|\b(?:mailen|mailt)\b",
        "betaling": r"\b(?:maken|betalen|storten|maakt|betaalt|stort)\b.{0,80}\b(?:over|rekening|geld|uit|terug"
        r"|bedrag)\b"
        r"|\b(?:over|terug|uit)betal\w+|\b(?:overgemaakt|uitbetaald|terugbetaald|gestort)\b",
    }
)
_TOPIC: Mapping[Topic, Pattern] = MappingProxyType(
    {topic: Pattern(pattern, re.IGNORECASE) for topic, pattern in _TOPICS.items()}
)

_DOES = frozenset(
    """
    bellen opbellen terugbellen mailen sturen opsturen toesturen versturen verzenden toezenden schrijven
    terugschrijven laten informeren berichten antwoorden beantwoorden reageren nemen opnemen contact regelen zorgen
    komen langskomen halen ophalen weghalen plaatsen zetten neerzetten leggen aanleggen hangen ophangen maken
    vervangen planten herstellen repareren betalen terugbetalen uitbetalen storten overmaken geven brengen bezorgen
    leveren bespreken praten overleggen starten beginnen uitvoeren bouwen graven snoeien kappen opruimen schoonmaken
    verwijderen rechtleggen aanpassen organiseren openen houden onderzoeken bezoeken meten melden vertellen
    terugkomen wijzigen
    """.split()
)
"""Verbs that say what somebody does for a reader."""
_OFFICE = frozenset(
    """
    beslissen besluiten behandelen beoordelen bekijken controleren verwerken afhandelen kijken nakijken vaststellen
    berekenen toetsen bepalen inplannen plannen afronden publiceren schatten uitrekenen afschrijven inschrijven
    uitschrijven innen
    """.split()
)
"""Verbs of office work: a promise only with a term, for a letter also tells that way what always happens."""
_ALWAYS = Pattern(
    r"\b(?:altijd|meestal|soms|vaak|normaal|gewoonlijk|in principe|gewoon|zoals u gewend bent|zorgvuldig"
    r"|(?:elke?|iedere?)(?! (?:maand|week)\b)"
    r"|rekening mee|op de hoogte dat|bereikbaar|u (?:krijgt|ontvangt) (?:deze|dit) (?:mail|e-mail|brief|bericht)"
    r"|hierbij|hiermee|bij deze|op uw kosten|in rekening|(?:met|middels|door middel van|via|in) deze brief"
    r"|graag verder|bij goed gevolg|bij (?:goedkeuring|instemming|voldoende \w+)"
    r"|die (?:later|te laat|daarna) \w+|als bijlage|helpen u graag|nogmaals|als volgt|het volgende)\b",
    re.IGNORECASE,
)
_MUNICIPAL = Pattern(
    r"\b(?:medewerkers?|collega\w*|consulent\w*|team|college|gemeente|afdeling|aannemer|monteurs?|inspecteur\w*"
    r"|toezichthouders?|"
    r"\w*beheerders?|stratenmakers?|behandelaar|\w*behandelaar|contactpersoon|wethouder|burgemeester|commissie"
    r"|hoveniers?|"
    r"schilders?|loodgieter|heffingsambtenaar|adviseur|klantmanager|casemanager)\b",
    re.IGNORECASE,
)
_HIRED = Pattern(r"aannemer|monteur|stratenmaker|hovenier|schilder|loodgieter", re.IGNORECASE)
_WE = frozenset({"wij", "we", "ik"})
_THAT_ONE = frozenset({"die", "deze"})
_SHE = frozenset({"hij", "zij", "ze"})
_HEARS = Pattern(
    r"\b(?:u|je) (?:krijgt|ontvangt|hoort|verneemt)\b|\b(?:krijgt|ontvangt|hoort|verneemt) u\b"
    r"|\b(?:krijg|ontvang|hoor|verneem) je\b"
    r"|\bu\b[^.?!]*\btegemoet (?:kunt )?zien\b|\b(?:u (?:kunt|mag)|mag u)\b[^.?!]*\bverwachten\b"
    r"|\btegemoet kunt zien\b"
    r"|\bkunt u\b[^.?!]*\b(?:verwachten|tegemoetzien)\b",
    re.IGNORECASE,
)
_MESSAGE = Pattern(
    r"\b(?:brief|bericht|antwoord|reactie|besluit|beslissing|e-?mail|mail|verslag|rekening|factuur|aanslag|uitslag"
    r"|telefoontje|app(?:je)?|sms|"
    r"uitnodiging|afspraak|van ons|van mij|van de (?:afdeling|gemeente)|advies|plan|ontvangstbevestiging|nota"
    r"|overzicht)\b",
    re.IGNORECASE,
)
_OF_DECISION = Pattern(
    r"\b(?:\w*vergunning|subsidie|\w*uitkering|bijstand|\w*toeslag|\w*voorziening|vergoeding|kwijtschelding|kaart"
    r"|ontheffing|hulp|"
    r"toestemming|boete|dwangsom|uitstel|korting|ondersteuning|voorrang|gelijk|opdracht|gelegenheid|tijd|kans)\b",
    re.IGNORECASE,
)
_FROM_OTHERS = Pattern(
    r"\b(?:van|door|via)\s+(?:(?:het|de|uw|een|onze|hun)\s+)?(?:[A-Z]{2,}\b(?!\w)|(?<=de )[A-Z]\w+|(?<=het )[A-Z]\w+"
    r"|\w*(?:dienst|verzekeraar|arts|instelling|corporatie|verhuurder|leverancier|bedrijf|bank|kantoor|rechtbank"
    r"|rechter"
    r"|politie|provincie|waterschap|notaris|school|werkgever|ministerie|rijk|raad voor \w+)\b)"
)
"""Who sends it: what somebody else sends, "een brief van het CAK", is not the municipality's to promise."""
_OF_OURS = Pattern(
    r"\b(?:gemeente|college|ons|onze|wij|we|afdeling|team|belastingkantoor|omgevingsdienst|burgemeester|wethouder)\b",
    re.IGNORECASE,
)
_FREE_GIFT = frozenset({"geven", "krijgen"})
_ASKS_WHICH = Pattern(
    r"\b(?:weten|horen|hoort|vertellen|zien),?\s+(?:(?:op|in|bij|met|voor|van|tot)\s+)?"
    r"(?:welke?|wat|hoe|hoeveel|wanneer|waar|wie|of)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""The question that a promise tells the answer of: "Wij laten u weten op welke plaats u dan staat"."""
_THEN = Pattern(r"(?<!er )(?<!meer )(?<!minder )(?<!ander )(?<!anders )\bdan\b", re.IGNORECASE)
"""Under the condition of the sentence before; not the word of comparison in "later dan"."""
_COMPARES = Pattern(r"\b\w+er dan\b|\bniet anders dan\b", re.IGNORECASE)
_READER_STARTS = Pattern(
    r"\b(?:nadat|zodra|als|na) (?:u|je|uw)\b(?! (?:aanvraag|verzoek|bezwaar|brief|melding))", re.IGNORECASE
)
_MOMENT = (
    rf"(?:op|vanaf|rond|in de week (?:van|na)|tussen|met ingang van)\s+(?:de\s+)?(?:{dates.PATTERN})"
    rf"|(?:op|vanaf)\s+(?:aanstaande\s+|volgende\s+)?(?:{'|'.join(dates.WEEKDAYS)})\b"
)
_DAY = Pattern(rf"\b(?:{_MOMENT})", re.IGNORECASE)
_SOON = Pattern(
    rf"\b(?:{moments.PATTERN}|die (?:dag|ochtend|middag|avond)|diezelfde dag|dezelfde dag"
    r"|over \w+ (?:dagen|weken|maanden)|(?:elke|iedere) (?:maand|week)"
    r"|(?:een|één|\d+|twee|drie|enkele|een paar) (?:dag|dagen|week|weken|uur|maanden?) (?:van tevoren|vooraf|daarvoor"
    r"|eerder|v(?:oo|óó|óo|oó)r (?:het|de|uw|dat) \w+)|meteen|direct|dezelfde (?:avond|middag|ochtend))\b",
    re.IGNORECASE,
)
_BARE_DAY = Pattern(dates.PATTERN, re.IGNORECASE)
_ANY_MOMENT = Pattern(rf"{_DAY.source}|{_SOON.source}|{dates.PATTERN}|\b(?:binnen|uiterlijk)\b", re.IGNORECASE)
_NEGATED = Pattern(r"\b(?:niet|geen|nooit|niets)\b", re.IGNORECASE)
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.CONTACT})


def find(
    text: LetterText,
    parts: Sequence[Part],
    sort: DocumentType,
    deadlines: Sequence[Deadline],
    sent: dt.date | None = None,
) -> tuple[Promise, ...]:
    """Return the promises in the running text, in order; ``deadlines`` are those of the same text.

    What stands with a day before ``sent``, the day of the letter, is over and no promise.
    A page is for everybody: there only a form promises something, and only with a day.
    """
    if sort in PAGES and sort is not DocumentType.FORM:
        return ()
    found: Iterable[Promise] = (
        promise
        for setting in settings(text)
        if parts[setting.placed.block] in _RUNNING and not _depends(setting, deadlines)
        for promise in _in_sentence(setting.placed, due_in(setting.placed, deadlines))
    )
    if sort is DocumentType.FORM:
        found = (promise for promise in found if promise.when and next(dates.find(promise.when.text), None))
    found = _without_occasions(found, settings(text))
    if sort in {DocumentType.INVITATION, DocumentType.STREET_LETTER}:
        one = sort is DocumentType.STREET_LETTER and _greets_one(text)
        found = (promise for promise in found if not _is_news(promise) or (one and promise.when is not None))
    if sort is DocumentType.INVITATION:  # "Dat doen we op 4 mei" is the meeting
        found = (promise for promise in found if not _is_meeting(promise))
    return tuple(_with_moments(promise for promise in found if not _is_over(promise, sent)))


def _without_occasions(found: Iterable[Promise], told: Sequence[Setting]) -> Iterator[Promise]:
    """Leave out what the municipality does on a day for which the reader must make room: "Op 4 mei vegen wij".

    That is the occasion of the request right behind it, and nothing that is done for this reader.
    """
    following = {(a.placed.block, a.placed.sentence.start): b for a, b in pairwise(told)}
    starts: dict[int, list[int]] = {one.placed.block: [] for one in told}
    for one in told:
        starts[one.placed.block].append(one.placed.sentence.start)
    for promise in found:
        place = promise.passage
        start = max((at for at in starts[place.block] if at <= place.start), default=0)
        behind = following.get((place.block, start))
        if behind is not None and behind.placed.block == place.block and not _OF_READER.search(place.text):
            asked = directives.find(behind.placed)
            if asked is not None and asked.mood in _MAKES_ROOM and _DAY.search(place.text):
                continue
        if behind is not None and promise.when is None and _READER_PLANS.search(behind.placed.text):
            continue  # "Onze monteur vervangt uw meter. U kiest zelf een dag"
        yield promise


def _greets_one(text: LetterText) -> bool:
    """Tell whether the letter greets somebody by name: "Beste mevrouw Bakker", and not "Beste bewoner"."""
    return text.greeting is not None and bool(_BY_NAME.search(text.blocks[text.greeting].block.text))


_BY_NAME = Pattern(r"\b(?:heer|mevrouw|meneer|familie)\s+(?:[a-z]+\s+)*[A-Z]|^(?:Beste|Dag|Hallo|Hoi) [A-Z]")


def _is_news(promise: Promise) -> bool:
    """Tell of a day in a letter to many that it says when something happens, and is no term for the reader.

    "Op 4 mei planten wij de bomen" is news; "Op 4 mei brengen wij u ..." and "Uiterlijk 4 mei is de straat open" are
    for the reader.
    """
    words = _AROUND_READER.sub("", promise.passage.text)
    if _OF_READER.search(words) or _OF_ALL.search(words):
        return False
    if promise.when is None:
        return not _NEXT.search(promise.passage.text)
    return promise.term is None and not _LIMIT.match(promise.when.text)


_AROUND_READER = Pattern(
    r"\b(?:uw|jouw|jullie) (?:\w*straat|flat|buurt|wijk|dorp|weg|laan|gebouw|stoep|plein|\w*park|omgeving)\b",
    re.IGNORECASE,
)
"""Where it happens, and not for whom."""
_OF_ALL = Pattern(r"\b(?:bewoners?|huishoudens?|inwoners?|iedereen|deelnemers?)\b", re.IGNORECASE)
_LIMIT = Pattern(r"(?:uiterlijk|v(?:oo|óó|óo|oó)r|binnen|na|twee|een|één|drie)\b", re.IGNORECASE)
_READER_PLANS = Pattern(
    r"\b(?:u|je)\b[^.?!]*\b(?:kiest|kiezen|afspraak|bepaalt)\b"
    r"|\b(?:kies|kiest u|maak|maakt u)\b[^.?!]*\b(?:dag|tijd|afspraak)\b",
    re.IGNORECASE,
)
"""The reader says when."""
_MAKES_ROOM = frozenset({Mood.ORDER, Mood.MUST, Mood.REQUEST, Mood.DUTY})
_OF_READER = Pattern(r"\b(?:u|uw|je|jij|jouw|jullie)\b", re.IGNORECASE)


def _is_meeting(promise: Promise) -> bool:
    """Tell of "Dat doen we op 4 mei" and "De keuring vindt plaats op 6 mei" that it is what the reader comes to."""
    words = promise.passage.text
    together = _TALKS.search(words) or _COMES_BY.search(words) or _TOGETHER.search(words)
    return bool(together) or (promise.term is None and bool(_DOES_SO.match(words) or _TAKES_PLACE_ON.search(words)))


_TOGETHER = Pattern(r"\b(?:samen|met elkaar)\b", re.IGNORECASE)
_AWAITS_READER = Pattern(
    r"\b(?:zitten|zit|staan|staat)\b[^?!]*\bvoor (?:u|je|jullie) klaar\b"
    r"|\b(?:praten|spreken|overleggen)\b[^.?!]*\bmet elkaar\b"
    r"|\bmet elkaar\b[^.?!]*\b(?:praten|spreken|overleggen)\b|\bverwelkomen\b",
    re.IGNORECASE,
)
"""The meeting itself, and nothing that is promised: "Wij zitten op 4 mei voor u klaar"."""
_TALKS = Pattern(
    r"\b(?:praten|spreken|bespreken)\b[^.?!]*\bmet u\b|\bmet u\b[^.?!]*\b(?:praten|spreken|bespreken)\b", re.IGNORECASE
)
_COMES_BY = Pattern(r"\b(?:komt|komen|kom)\b[^?!]*\b(?:bij u (?:thuis|langs)|op bezoek)\b", re.IGNORECASE)
_TAKES_PLACE_ON = Pattern(r"\b(?:vindt?|vinden) plaats\b|\bplaatsvind\w+", re.IGNORECASE)


def _is_over(promise: Promise, sent: dt.date | None) -> bool:
    if promise.when is None or sent is None:
        return False
    days = [day for one in dates.find(promise.when.text) if (day := one.near(sent))]
    return bool(days) and max(days) < sent


_SAME_OCCASION = Pattern(r"\bdaar(?:over|bij|mee|van|in)?\b", re.IGNORECASE)


def _with_moments(found: Iterable[Promise]) -> Iterator[Promise]:
    """Give a promise the moment of the one beside it where one of the two points back to the other.

    "U krijgt daar een brief over" has the moment of what comes before; "Dat doen wij vóór 3 mei" has that of a promise
    before it, and is none by itself.
    """
    kept: list[Promise] = []
    for promise in found:
        before = kept[-1] if kept and kept[-1].passage.block == promise.passage.block else None
        if (
            before is not None
            and before.when is None
            and promise.when is not None
            and _SAME.search(promise.passage.text)
        ):
            kept.pop()  # the same, told once more with its day: "Wij maken dat geld over vóór 1 mei"
            kept.append(promise)
            continue
        if before is not None and _DOES_SO.match(promise.passage.text):
            if before.when is None:
                kept[-1] = replace(before, when=promise.when, term=promise.term)
        elif before is not None and promise.when is None and _SAME_OCCASION.search(promise.passage.text):
            kept.append(replace(promise, when=before.when))
        else:
            kept.append(promise)
    return iter(kept)


_SAME = Pattern(
    r"^(?:dat|dit|die|deze)\b(?! (?:doen|doe|doet|gebeurt|regelen|zullen))|\b(?:dat|dit|die|deze) (?:geld|bedrag"
    r"|brief|bericht|besluit|vergoeding)\b",
    re.IGNORECASE,
)
_DOES_SO = Pattern(r"(?:dat|dit) (?:doen|doe|doet|gebeurt|regelen|zullen)\b", re.IGNORECASE)


def _depends(setting: Setting, deadlines: Sequence[Deadline]) -> bool:
    placed = setting.placed
    if setting.own_condition or setting.optional or placed.text.endswith("?") or _tells_what_always_happens(placed):
        return True
    return setting.conditional and not due_in(placed, deadlines) and not _names_a_day(placed)


@by_sentence
def _tells_what_always_happens(placed: PlacedSentence) -> bool:
    return bool(_ALWAYS.search(placed.text))


@by_sentence
def _names_a_day(placed: PlacedSentence) -> bool:
    return bool(_DAY.search(placed.text) or _SOON.search(placed.text))


@by_place
def _in_sentence(placed: PlacedSentence, deadlines: Sequence[Deadline]) -> tuple[Promise, ...]:
    """Return the promises in a sentence, with the deadlines that stand in it."""
    found: list[Promise] = []
    seen: set[tuple[int, int]] = set()
    for verb in _finite(placed):
        span = clause(placed.text, verb.start - placed.sentence.start)
        if span in seen:
            continue
        promise = _of_clause(placed, verb, span, deadlines)
        if promise is not None:
            seen.add(span)
            found.append(promise)
    return tuple(found)


def _finite(placed: PlacedSentence) -> list[Token]:
    """Return the verbs of the present; where none looks like one, the main verb: "Alle bewoners ontvangen ..."."""
    tokens = placed.sentence.tokens
    finite = [token for token in tokens if token.is_finite]
    if not finite:
        for verb, following in pairwise(tokens):  # "Een kopie zend ik u toe" is taken for a participle
            if following.lower in _WE and verb.dep == "root" and verb.pos == "VERB":
                return [verb]
        return [token for token in tokens if token.dep == "root" and token.pos == "VERB" and token.lower == token.lemma]
    return [verb for verb in finite if not is_past(verb)]


def _of_clause(
    placed: PlacedSentence, verb: Token, span: tuple[int, int], deadlines: Sequence[Deadline]
) -> Promise | None:
    words = placed.text[slice(*span)]
    if (
        _AWAITS_READER.search(words)
        or GLADLY.search(words)
        or verb is order_of(placed.sentence.words)
        or _ORDERS.search(words)
    ):
        return None
    asked = directives.find(placed)
    if asked is not None and asked.mood in _ASKS and span[0] <= asked.at < span[1]:
        return None
    if (
        _CHANGED.search(words)
        or _NEGATED.search(words)
        or (_THEN.search(_ASKS_WHICH.sub("", words)) and not _COMPARES.search(words))
    ):
        return None
    when = _when(placed, span, deadlines)
    due = next((one for one in due_in(placed, deadlines) if one.passage == when), None)
    dated = when is not None
    if not dated and _WOULD_LIKE.search(words):
        return None
    if due and _READER_STARTS.search(due.passage.text):
        return None
    if not (_is_told(placed, verb, words, dated) or _is_done(placed, verb, span, words, dated)):
        return None
    topic: Topic = next((name for name, pattern in _TOPIC.items() if pattern.search(words)), "anders")
    once = _main_verb(placed, verb, span) in _BY_HAND and not _PERIOD.search(words)
    return Promise(_trimmed(placed, span), topic, when, due.term if due else None, once)


_WOULD_LIKE = Pattern(
    r"\b(?:komen|komt|kom|halen|gaan|spreken|maken|willen|helpen) (?:wij|we|ik) (?:u |je |het |de |ze )?graag\b"
    r"|\b(?:wij|we|ik) (?:komen|kom|halen|gaan|spreken|maken|willen|helpen) (?:u |je |het |de |ze )?(?:\w+ )?graag\b",
    re.IGNORECASE,
)
"""What the municipality would like to do: it asks for leave, and when is still to be agreed."""
_CHANGED = Pattern(r"\bin plaats van\b|\b(?:minder|lager\w*) dan\b", re.IGNORECASE)
"""What a decision changes, and no promise: "Vanaf 1 mei ontvangt u twee in plaats van vier uren"."""
_PERIOD = Pattern(
    rf"\b(?:om\s+\d{{1,2}}(?:[.:]\d\d)?\s+uur|{'|'.join(dates.MONTHS)}|(?:voor|na)jaar|zomer|herfst|winter|week\s+\d{{1,2}}"
    r"|(?:deze|volgende|komende)\s+(?:week|maand))\b",
    re.IGNORECASE,
)
"""A part of the year: no deadline, but the reader knows when."""
_ASKS = frozenset({Mood.REQUEST, Mood.LACK, Mood.AWAIT, Mood.HOPE, Mood.CHANCE, Mood.ORDER})
"""Moods in which the municipality is the subject, and the reader is who must act."""


def _is_told(placed: PlacedSentence, verb: Token, words: str, dated: bool) -> bool:
    """Tell whether the clause says that the reader will hear or get something: "u krijgt uiterlijk 1 juli bericht"."""
    if dated and verb.lemma in {"krijgen", "ontvangen"} and _FROM_US.search(words):
        return not _OF_DECISION.search(words)
    others = _FROM_OTHERS.search(words)
    if others and not _OF_OURS.search(others[0]) and not _OF_OURS.search(words):
        return False
    if verb.lemma in {"horen", "vernemen"} and _HEARS.search(words):
        return dated or bool(_MESSAGE.search(words)) or bool(_WHETHER.search(placed.text))
    if _HEARS.search(words) and (
        verb.lemma in {"krijgen", "ontvangen", "horen", "vernemen"} or "tegemoet" in words or "verwachten" in words
    ):
        if _MESSAGE.search(words):
            return dated or not (
                _GRANTS.search(words)
                or _OF_DECISION.search(words)
                or _AMOUNT.search(words)
                or _ONLY_FROM_US.search(words)
            )
        return dated and not _OF_DECISION.search(words) and not (_SINCE.search(words) and _AMOUNT.search(words))
    if dated and _ON_ACCOUNT.search(words):
        return True
    return _is_passive(placed, verb, words, dated) or (dated and _takes_place(placed, verb))


_GRANTS = Pattern(
    r"^(?!.*\b(?:brief|bericht|antwoord|reactie|besluit|beslissing|e-?mail|mail|verslag|uitslag|telefoontje|advies)\b)"
    r"(?:u krijgt|je krijgt|u ontvangt) van (?:ons|de gemeente)\b|\b\w+verklaring\b",
    re.IGNORECASE,
)
"""What is given by the letter itself: "U krijgt van ons een voorrangsverklaring"."""
_ONLY_FROM_US = Pattern(
    r"^(?!.*\b(?:brief|bericht|antwoord|reactie|besluit|beslissing|e-?mail|mail|verslag|rekening|factuur|aanslag"
    r"|uitslag|telefoontje|app(?:je)?|sms|uitnodiging|afspraak|advies|plan|ontvangstbevestiging|nota|overzicht)\b)"
    r"[A-Z]\w+ krijg(?:t u| je)\b",
    re.IGNORECASE,
)
"""What is there for who comes, and no promise: "Handschoenen krijg je van ons"."""
_SINCE = Pattern(r"\b(?:vanaf|met ingang van|per)\b", re.IGNORECASE)
_AMOUNT = Pattern(money.AMOUNT, re.IGNORECASE)
_ON_ACCOUNT = Pattern(
    r"\b(?:staat|hebt u|heeft u|heb je)\b[^.?!]*\bop (?:uw|je|jouw|jullie) (?:bank)?rekening\b"
    r"|\b(?:staat|staan|ligt|liggen)\b[^.?!]*\b(?:bij (?:u|je|jullie)|voor (?:uw|je|jouw|jullie) (?:deur|huis)"
    r"|in (?:uw|je|jouw|jullie) (?:brievenbus|postvak|mailbox))\b"
    r"|\b(?:uw|het|de) (?:\w+e )?\w+ komt\b[^.?!]*\b(?:per post|met de post|naar u toe)\b"
    r"|\b(?:hebt|heeft) u\b[^.?!]*\b(?:(?:ons|een|het) )?"
    r"(?:antwoord|bericht|besluit|beslissing|reactie|uitslag|advies)\b"
    r"|\b(?:ligt|is)\b[^.?!]*\b(?:antwoord|besluit|beslissing|uitslag)\b[^.?!]*\bbij u\b"
    r"|\b(?:antwoord|besluit|beslissing|uitslag|brief)\b[^.?!]*\b(?:ligt|komt)\b[^.?!]*\bbij u\b",
    re.IGNORECASE,
)
_FROM_US = Pattern(r"\bvan (?:ons|mij|de gemeente)\b", re.IGNORECASE)
_WHETHER = Pattern(r"\b(?:of|wanneer|wat|hoe|welke?|waar)\b", re.IGNORECASE)
_BY_READER = Pattern(r"\b(?:verzocht|door u|uitgenodigd|geacht|aangemaand|gevraagd)\b", re.IGNORECASE)
_TAKES_PLACE = frozenset({"geschieden", "plaatsvinden", "gebeuren", "volgen"})
_MEETING = Pattern(r"(?:gesprek|bijeenkomst|afspraak|ceremonie|avond|middag|intake|zitting|overleg)$")


def _is_passive(placed: PlacedSentence, verb: Token, words: str, dated: bool) -> bool:
    """Tell whether something "wordt" or "zal worden" done: the first only with a day, for rules are told that way."""
    if _in_subclause(placed, verb, words) or _BY_READER.search(words):
        return False
    base = placed.sentence.start
    after = [t for t in placed.sentence.tokens if t.index > verb.index and t.start - base < _end(placed, words)]
    done = any(token.is_participle or _PARTICIPLE.match(token.lower) for token in after if token.pos in {"VERB", "ADJ"})
    if verb.lemma == "zullen":
        return done and any(token.lower == "worden" for token in after) and not _DURING.match(words)
    own = placed.text.find(words)
    dated_here = dated and bool(_ANY_MOMENT.search(placed.text, own, own + len(words)))
    return verb.lemma == "worden" and dated_here and done and bool(_FOR_SOMEONE.search(words))


_DURING = Pattern(r"tijdens\b", re.IGNORECASE)
"""What is done at a meeting is no promise: "Tijdens het gesprek zal worden besproken ..."."""
_PARTICIPLE = Pattern(r"ge\w+|\w{2,6}ge\w+(?:d|t|en)$|(?:be|ver|ont|her)\w{2,}(?:d|t|en)$")
"""A form that looks like a participle, also with a part in front: "toegezonden"."""
_FOR_SOMEONE = Pattern(r"\b(?:u|uw|je|jouw|jullie|ons|onze|de gemeente|geplaatst|gestort|overgemaakt)\b", re.IGNORECASE)
"""Who it is done for or by; without that it tells what happens: "Op zaterdag wordt het pad opgeknapt"."""


def _end(placed: PlacedSentence, words: str) -> int:
    return placed.text.find(words) + len(words)


def _takes_place(placed: PlacedSentence, verb: Token) -> bool:
    """Tell of "de plaatsing geschiedt op 3 mei" whether something is done for the reader, and is no meeting."""
    if verb.lemma not in _TAKES_PLACE:
        return False
    subject = next((child for child in placed.sentence.children(verb) if child.dep.startswith("nsubj")), None)
    return subject is not None and subject.pos == "NOUN" and not _MEETING.search(subject.lower)


def _in_subclause(placed: PlacedSentence, verb: Token, words: str) -> bool:
    before = words[: words.find(verb.text)].lower().split()
    return any(word in {"dat", "die", "of", "is", "zijn", "was", "waarop", "waarin", "waar"} for word in before)


def _is_done(placed: PlacedSentence, verb: Token, span: tuple[int, int], words: str, dated: bool) -> bool:
    """Tell whether somebody of the municipality does something in the clause."""
    main = _main_verb(placed, verb, span)
    if main is None or not _acts(placed, verb, span, dated) or (main in _SENDS and "mee" in placed.sentence.forms):
        return False  # what is sent along is there already
    if main == "vragen" and not re.search(r"\bu\b", words):  # of somebody else
        return dated or bool(_NEXT.search(words))
    if verb.lower in _WILL and (main not in _STATES or (dated and _TO_READER.search(words))):
        return True
    if main in _OFFICE or (main not in _DOES and main not in _STATES | _DECIDES):
        known = main in _OFFICE or bool(forms_of(main))
        return known and ((dated and not _NEW_RULE.match(words)) or bool(_NEXT.search(words) and main not in _OFFICE))
    if main not in _DOES:
        return False
    if _NEW_RULE.match(words) and not re.search(r"\b(?:u|uw)\b", words):
        return False
    if main in _FREE_GIFT and not dated:
        return False
    if main in _FREE_GIFT and _OF_DECISION.search(words):
        return False
    if main in {"houden", "komen", "maken", "nemen", "laten", "zorgen", "beginnen", "starten", "leggen", "openen"}:
        return dated or bool(_FOR_READER.search(words))
    return (
        dated or bool(_FOR_READER.search(words)) or main in _HANDS_ON or (main in _SENDS and _to_reader(placed, verb))
    )


_SENDS = frozenset("zenden toezenden toesturen sturen opsturen mailen bezorgen brengen".split())


def _to_reader(placed: PlacedSentence, verb: Token) -> bool:
    """Tell whether the reader is who it is done to: "Een kopie zenden wij u toe"."""
    return any(
        child.lower in {"u", "jullie"} and not child.dep.startswith("nsubj") for child in placed.sentence.children(verb)
    )


_TO_READER = Pattern(r"\bz(?:ullen|al) (?:(?:wij|we|ik) )?(?:u|jullie)\b", re.IGNORECASE)
_WILL = frozenset({"zullen", "zal"})
_ORDERS = Pattern(
    r"\b(?:wij|we) wachten\b|\bwachten (?:wij|we)\b|\blaten (?:(?:wij|we) )?u graag\b[^.?!]*\bzien\b|^(?:van"
    r"|tussen)\b[^.?!]*?\b(?:tot|en|t/m)\b[^.?!]*\d[^.?!]*\b(?:wij|we)\b(?![^.?!]*\b(?:u|uw)\b)|\b(?:dragen"
    r"|draag) (?:(?:wij|we|ik) )?u op\b|\b(?:leggen|leg) (?:(?:wij|we|ik) )?u op\b",
    re.IGNORECASE,
)
_STATES = frozenset(
    """
    zijn hebben weten vinden denken kennen verwachten verzoeken hopen zien horen willen kunnen ontvangen krijgen missen
    begrijpen bedanken danken wijzen bevestigen mededelen meedelen aannemen uitgaan verwijzen uitnodigen gelasten
    sommeren vertrouwen gebruiken rekenen vragen betreuren moeten mogen hoeven blijven staan liggen vorderen
    opdragen oproepen wachten nodig bedoelen noemen spreken adviseren raden herinneren aanmanen bieden stellen
    dienen behoren werken lopen rijden gelden duren stemmen vieren herdenken toekomen
    """.split()
)
"""Verbs that say how things are, or do what they say as they say it: no promise."""
_DECIDES = frozenset(
    """
    verlenen toekennen afwijzen intrekken terugvorderen beëindigen verlagen verhogen opleggen weigeren verlengen
    verdagen inwilligen goedkeuren toestaan stoppen opschorten innemen
    """.split()
)
"""Verbs with which a decision is told."""
_NEXT = Pattern(r"\b(?:daarna|vervolgens|na (?:afloop|afronding|ontvangst|afhandeling) van)\b", re.IGNORECASE)
_NEW_RULE = Pattern(r"(?:met ingang van|vanaf|sinds|per)\b", re.IGNORECASE)
"""Opens a sentence about how things are done from a day on."""
_FOR_READER = Pattern(
    r"\b(?:bellen|bel|belt|sturen|stuur|stuurt|mailen|mail|mailt|laten|laat|informeren|nemen|neemt|neem|betalen"
    r"|brengen|komen|kom|komt|"
    r"halen|vertellen|schrijven|regelen|zorgen|antwoorden|beantwoorden|reageren) (?:(?:wij|we|ik) )?(?:hierover "
    r"|daarover |daarna |nog )?"
    r"(?:u|uw|met u|bij u|contact)\b|\bu\b[^.?!]{0,30}\bterug\b|\bop uw\b[^.?!]{0,20}\brekening\b",
    re.IGNORECASE,
)
_HANDS_ON = frozenset(
    """
    terugbellen plaatsen vervangen planten herstellen repareren weghalen ophalen ophangen hangen aanleggen overmaken
    terugbetalen uitbetalen storten opruimen verwijderen snoeien schoonmaken bellen mailen
    """.split()
)
"""What somebody does once, and not every day: a promise also without a term."""


_BY_HAND = frozenset(
    """
    plaatsen vervangen planten herstellen repareren weghalen ophalen ophangen hangen aanleggen opruimen verwijderen
    snoeien schoonmaken
    """.split()
)


def _main_verb(placed: PlacedSentence, verb: Token, span: tuple[int, int]) -> str | None:
    """Return the lemma of what is done: with "gaan", "zullen" or "laten" the infinitive; None for other auxiliaries."""
    expects = verb.lemma == "verwachten" and any(token.lower == "te" for token in placed.sentence.tokens)
    if expects or verb.lemma in {"gaan", "zullen", "komen"} or (verb.lemma == "laten" and "weten" not in placed.text):
        infinitive = _infinitive(placed, verb, span)
        if infinitive is not None:
            return "regelen" if verb.lemma == "laten" else infinitive.lemma
    if verb.pos == "AUX" or verb.lemma in {"gaan", "zullen", "kunnen", "mogen", "moeten", "willen", "hebben", "zijn"}:
        return None
    particle = placed.sentence.particle(verb)
    whole = verb.lemma if particle is None or verb.lemma.startswith(particle.lower) else particle.lower + verb.lemma
    loose = particle is not None and particle.lower != "mee"
    bare = whole.removeprefix(particle.lower) if particle is not None and loose else whole
    return bare if whole not in _KNOWN and bare in _DOES else whole


_KNOWN = _DOES | _OFFICE | _STATES | _DECIDES


def _infinitive(placed: PlacedSentence, verb: Token, span: tuple[int, int]) -> Token | None:
    base = placed.sentence.start
    after = [token for token in placed.sentence.tokens if token.index > verb.index]
    other = next((token.index for token in after if token.is_finite), None)
    return next(
        (
            token
            for token in (after if other is None else (t for t in after if t.index <= other))
            if "VerbForm=Inf" in token.morph and token.index > verb.index and span[0] <= token.start - base < span[1]
        ),
        None,
    )


_NAMES = frozenset({"NOUN", "PROPN", "X"})
_FIRST = Pattern(r"\b(?:eerst|dan|vooraf|daarvoor)\b", re.IGNORECASE)
"""Before or at something else that is told, and so not without a moment."""
_OUR_PEOPLE = Pattern(
    r"\b(?:onze|ons(?!\s+(?:laten|weten|ge\w+[dtn]|be\w+[dt]|een|de|het|dat|ook|nog|op|in|via|niet|mee)\b))\s+\w+",
    re.IGNORECASE,
)
"""Not "ons" as who gets something: "Uw bank heeft ons laten weten"."""
_CALLS = frozenset({"belt", "mailt", "schrijft", "stuurt"})
_FRONTS = frozenset({"dit", "dat", "die", "deze", "een", "uw"})
"""Words that open a thing, which is then what the reader does something with: "Dit bedrag stort u vóór 1 april"."""
_NO_SUBJECT = frozenset({"ADP", "SCONJ", "CCONJ"})
"""Words before a verb that tell that no subject stands there: "Als bewijs stuurt u ons"."""


def _acts(placed: PlacedSentence, verb: Token, span: tuple[int, int], dated: bool) -> bool:
    """Tell whether the subject of ``verb`` is the municipality, or somebody who works for it."""
    tokens = placed.sentence.tokens
    at = verb.index - tokens[0].index
    beside = [tokens[i].lower for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    if any(word in _WE for word in beside):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].lower in {"u", "je"} and verb.lower.endswith("t") and at == 0:
        return False
    named_first = tokens[:3] if tokens[0].lower in {"onze", "ons", "de"} else ()
    if dated and at > 2 and tokens[at - 1].text == "," and any(_MUNICIPAL.fullmatch(t.lower) for t in named_first):
        return True  # "Onze inspecteur, Henk Bos, belt u op 3 mei"
    ahead = [token for token in tokens[:at] if token.start - placed.sentence.start >= span[0]]
    to_reader = at + 1 < len(tokens) and tokens[at + 1].lower in {"u", "jullie"}
    fronted = bool(ahead) and ahead[0].lower in _FRONTS and not any(_MUNICIPAL.fullmatch(t.lower) for t in ahead)
    named_ahead = bool(ahead) and ahead[-1].pos in _NAMES and not any(t.pos in _NO_SUBJECT for t in ahead)
    if dated and to_reader and named_ahead and (not fronted or verb.lower in {"krijgt", "ontvangt"}):
        return True  # "Welzorg belt u op 3 mei": somebody else does it to the reader
    if dated and any(_MUNICIPAL.fullmatch(token.lower) for token in actors.subjects(placed.sentence, verb)):
        hired = any(_HIRED.search(token.lower) for token in actors.subjects(placed.sentence, verb))
        if not hired:
            return True
    subject = next((child for child in placed.sentence.children(verb) if child.dep.startswith("nsubj")), None)
    before = placed.text[span[0] : verb.start - placed.sentence.start]
    after = placed.text[verb.end - placed.sentence.start : span[1]]
    named = subject.pos == "PROPN" or subject.lower in _SHE if subject else False
    if subject is not None and subject.lower in _WE:
        return True
    if (
        subject is not None
        and subject.lower in _THAT_ONE
        and dated
        and verb.index > subject.index
        and not before.strip()[4:]
    ):
        return True  # "Die repareert de lamp binnen vijf werkdagen", after a sentence about who it is
    for_reader = bool(re.search(r"\b(?:u|uw)\b", after)) or dated
    if (
        subject is not None
        and subject.lower in _SHE
        and at <= 1
        and to_reader
        and verb.lower in _CALLS
        and not _FIRST.search(after)
    ):
        return True  # "Zij belt u om een dag af te spreken", after a sentence about who it is
    if subject is not None and named and dated and verb.lower not in {"krijgt", "is", "heeft"}:
        return True
    opens = before if before.strip() and not _DAY.match(before.strip()) else after[:60]
    found = _MUNICIPAL.search(before) or (
        _MUNICIPAL.search(after[:50]) if _DAY.search(before) or _SOON.search(before) else None
    )
    if found and _HIRED.search(found[0]) and not re.search(r"\b(?:[Oo]nze|u|uw)\b", placed.text[slice(*span)]):
        return False  # "De aannemer plaatst het hek in maart" tells what happens
    ours = _OUR_PEOPLE.search(opens)
    return bool(found or (ours and subject is not None and ours.end() >= 0 and subject.text in opens)) and for_reader


def _when(placed: PlacedSentence, span: tuple[int, int], deadlines: Sequence[Deadline]) -> Passage | None:
    base = placed.sentence.start
    inside = [d for d in due_in(placed, deadlines) if span[0] <= d.passage.start - base < span[1]]
    if due := next(iter(inside or due_in(placed, deadlines)), None):
        return due.passage
    for pattern in (_DAY, _SOON):
        for found in pattern.finditer(placed.text, *span):
            if not _dates_a_noun(placed, found.end()) and not _ENDS_PERIOD.search(placed.text[: found.start()]):
                return placed.part(*found.span())
    bare = _BARE_DAY.search(placed.text, *span)
    free = bare and _is_bare(placed.text, bare.start()) and not _dates_a_noun(placed, bare.end())
    return placed.part(*bare.span()) if bare and free else None


_ENDS_PERIOD = Pattern(r"\b(?:tot|t/m|tot en met|tot aan)\s+$", re.IGNORECASE)
"""Before a moment: it ends a period, and says nothing about when something is done."""


def _dates_a_noun(placed: PlacedSentence, end: int) -> bool:
    """Tell whether a day belongs to a participle before a noun: "de op 4 mei ingediende aanvraag"."""
    at = placed.sentence.start + end
    following = next((token for token in placed.sentence.tokens if token.start >= at and token.is_word), None)
    return following is not None and following.dep in {"acl", "amod"} and following.lower.endswith(("e", "en"))


def _is_bare(text: str, start: int) -> bool:
    """Tell whether a date stands by itself, "Wij komen dinsdag 9 juni", and not as in "uw brief van 9 juni"."""
    return not re.search(r"\b(?:van|sinds|dan|d\.d\.|tot|met)\s+(?:de\s+)?$", text[:start], re.IGNORECASE)


def _trimmed(placed: PlacedSentence, span: tuple[int, int]) -> Passage:
    """Return the clause without white space and punctuation at its ends; with a term before its comma."""
    start, end = span
    while end > start and placed.text[end - 1] in " ,;:.!\n":
        end -= 1
    while start < end and placed.text[start] in " ,;:\n":
        start += 1
    opening = _OPENING.match(placed.text)
    if start and opening and opening.end() >= start:
        start = 0
    return placed.part(start, end)


_OPENING = Pattern(r"(?:binnen|uiterlijk|op|na|vanaf)\b[^,]*,\s*", re.IGNORECASE)
