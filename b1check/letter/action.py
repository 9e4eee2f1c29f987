"""What the reader has to do, before when, how, and what happens if not.

Every sentence that asks something gets points: for an order more than for a wish, for a deadline, for its place, and
for a verb that fits the sort of letter. The one with most points is the main thing; what depends on a condition or is
free counts little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from b1check.documents.document import BlockKind
from b1check.language import dates
from b1check.language.analysis import Token
from b1check.letter.deadlines import due_in
from b1check.letter.model import PAGES, Action, Deadline, DocumentType, Part, Passage
from b1check.letter.setting import Setting, clause, is_answered, order_of, settings
from b1check.letter.text import LetterText, PlacedSentence

_T = DocumentType
_NO_TASKS = frozenset(
    """
    bekijken bellen denken hopen kijken letten lezen mailen stellen weten zien zijn hebben worden bedenken bewaren
    gaan overleggen vragen vinden opbellen nakijken opletten gebruiken laten wachten houden
    """.split()
)
"""Orders that cost the reader nothing if he passes them over: "Lees meer op onze site", "Bel ons gerust"."""
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
_OF_SORT: Mapping[DocumentType, re.Pattern[str]] = MappingProxyType(
    {
        sort: re.compile(pattern, re.IGNORECASE)
        for sorts, pattern in (
            (
                (_T.FINAL_DEMAND, _T.DEMAND, _T.RECLAIM),
                r"\b\w*beta(?:al|len)\w*|\bvoldoe\w*|\bvoldaan\b|\bmaakt?\b.{0,60}\bover\b|\boverm\w+|\bstort\w*",
            ),
            (
                (_T.MISSING_PAPERS,),
                r"\b\w*stu(?:ur|ren)\w*|\b\w*lever\w*|\bnodig\b|\bmissen\b|\bontbre\w+|\bontvangen\b|\bhebben\b"
                r"|\bovergelegd|\baanvul\w*|\bverstrek\w*",
            ),
            (
                (_T.INVITATION,),
                r"\bkom\w*\b|\bwelkom\b|\bafspraak\b|\bgesprek\b|\bthuis\b|\baanwezig\b"
                r"|\baanmeld\w*|\buit\b",
            ),
            (
                (_T.ENFORCEMENT,),
                r"\bstop\w*|\bbeëindig\w*|\bverwijder\w*|\bweghalen\b|\bongedaan\b|\bgelast\w*|\bhaalt?\b"
                r"|\bzorg\w*|\bhoud\w*|\bsluit\w*",
            ),
        )
        for sort in sorts
    }
)
"""What a sort of letter asks by nature."""
_MUST = frozenset({"moeten", "dienen", "behoren"})
_ASKS = re.compile(
    r"\b(?:wij|we|ik)\b[^.?!]{0,15}\b(?:vragen|verzoeken|vraag|verzoek|gelasten|sommeren)\b[^.?!]{0,15}\bu\b"
    r"|\bwilt u\b|\bwil je\b"
    r"|\bu wordt\b[^.?!]{0,30}\b(?:verzocht|gelast|gelegenheid)\b|\bu (?:nog )?(?:in )?de gelegenheid\b"
    r"|\b(?:verzoeken|verzoek|vragen|vraag) (?:wij|ik|we) u\b|\bgelieve\b"
    r"|\bbesloten u te gelasten\b|\bgelast(?:en)? (?:wij )?u\b|\bvriendelijk verzoek\b|\bwilt? (?:de heer|mevrouw)\b",
    re.IGNORECASE,
)
_AWAITS = re.compile(
    r"\b(?:wij|we|ik)\b[^.?!]{0,10}\b(?:ontvang(?:en)?|verwacht(?:en)?|hebben|moeten|krijgen|horen"
    r"|zien)\b[^.?!]*\b(?:van u|uw|graag|u)\b"
    r"|\b(?:verwachten|ontvangen|ontvang|horen|zien) (?:wij|we|ik)\b[^.?!]*\b(?:u|uw|graag|alles)\b|\bgraag ontvang",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"\b(?:wij|we) hebben\b[^.?!]*\b(?:van u )?nodig\b|\bheeft? van u\b[^.?!]*\bnodig\b|\bwij missen\b", re.IGNORECASE
)
_INVITES = re.compile(
    r"\b(?:nodigen|nodig)\b[^.?!]{0,30}\buit\b|\bkom(?:t u|t)?\b[^.?!]*\bnaar\b|\bu bent\b[^.?!]{0,40}\b(?:welkom"
    r"|uitgenodigd)\b"
    r"|\b(?:verwachten|zien) (?:wij|we) u\b|\b(?:wij|we) (?:verwachten|zien) u\b|\bbent u\b[^.?!]{0,30}\bwelkom\b"
    r"|\bu (?:hebt|heeft)\b[^.?!]{0,40}\b(?:gesprek|afspraak)\b|\bkomt u\b|\bdoet u mee\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:u kunt|kunt u|kun je|u mag|mag u|als u wilt|desgewenst|vrijblijvend|hoeft u niet"
    r"|u hoeft\b[^.?!]*\b(?:niet|geen|niets)|"
    r"hoeft niet|niets te doen|kan ook|mag ook)\b"
    r"|\bvragen\?|\bmeer (?:informatie|weten)\b|\b(?:bezwaar|beroep|zienswijze)",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\bu (?:betaalt|stuurt|levert|maakt|meldt|komt|stopt|verwijdert|haalt|vult|geeft|zorgt|vraagt)\b"
    r"|\b(?:betaalt|stuurt|levert|maakt|meldt|geeft|zorgt) u\b",
    re.IGNORECASE,
)
"""What a letter states that the reader does: an order when it has a deadline."""
_OBJECTIVE = re.compile(r"\b(?:moeten?|dien(?:t|en))\b", re.IGNORECASE)
_ON_DAY = re.compile(
    rf"\b(?:op\s+|is\s+op\s+|is\s+|met\s+ingang\s+van\s+|vanaf\s+)?(?:{dates.PATTERN})(?:,?\s+(?:om"
    rf"|van)\s+\d{{1,2}}(?:[.:]\d\d)?(?:\s*uur)?)?",
    re.IGNORECASE,
)
_NOT_PLANNED = re.compile(r"\b(?:van|d\.d\.|sinds|bij brief van|geboren)\s+$", re.IGNORECASE)
_PAYMENT_SORTS = frozenset({_T.FINAL_DEMAND, _T.DEMAND, _T.RECLAIM})

_SITE = r"(?:[\w.+-]+@[\w-]+\.[\w.]*\w|(?:www\.|https?://)[^\s,;]*[\w/]|[\w-]+\.(?:nl|example|eu|com)(?:/[\w/-]*\w)?)"
_ACCOUNT = (
    r"(?:over\s+)?(?:naar|op|over op)?\s*(?:(?:de|onze|ons|bank)\s*)*(?:bank)?(?:rekening(?:nummer)?"
    r"|IBAN)?:?\s*NL\d\d(?:\s?[A-Z]{4})(?:\s?\d{1,4})+"
)
_MEANS = (
    r"(?:bijgevoegde |meegestuurde |gratis |digitale |ingevulde )*(?:e-?mail(?:adres)?|mail|post|telefoon\w*"
    r"|website|site|balie|gemeentehuis|"
    r"stadhuis|stadskantoor|\w*formulier|antwoordenvelop\w*|envelop\w*|DigiD|Mijn \w+|acceptgiro|iDEAL"
    r"|automatische incasso|"
    r"QR-code|milieustraat|afspraak|overmaking|incasso|pin|sms|app)"
)
_PLACE = (
    r"(?:\w*(?:huis|kantoor|centrum|zaal|school|kamer|balie|gebouw|bibliotheek|locatie|kerk|hal|loket|speelplein"
    r"|park|plein|café|museum))"
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

_OMITTED = re.compile(
    r"(?:^|[?.,]\s+)(?:doet|betaalt|komt|reageert|levert|stuurt|voldoet|gaat|heeft|hebt|bent|meldt|geeft|stopt"
    r"|houdt|verlengt|vult|haalt|hoort|krijgen|krijgt|"
    r"ontvangen|hebben|horen|is|zijn|blijft|blijven|maakt|laat|verwijdert) (?:u|wij|we|de|het|uw|er|dit|dat"
    r"|betaling)\b[^.?!]*"
    r"\b(?:niet\w*|niets|geen|te laat|later|uit|gebreke)\b"
    r"|\b(?:als|indien|wanneer|mocht|zolang)\b[^.?!]*\b(?:niet\w*|niets|geen|te laat|later dan|uitblij\w+"
    r"|in gebreke|nalaat|nalaten)\b"
    r"|\b(?:bij|in geval van) (?:het )?(?:niet\b|niet-|te late|gebreke|het uitblijven|uitblijven"
    r"|overschrijding)\b[^.?!]*"
    r"|\bbij gebreke\b"
    r"|(?:\bwant |\bof |, )anders\b|\bdwangsom van\b|\bbestuursdwang\b|^(?:anders|zonder (?:deze|die|uw|dit))\b"
    r"|\bna (?:die|deze) (?:datum|dag|termijn)\b|^(?:stuurt|doet"
    r"|betaalt) u (?:niets|niet)\b"
    r"|\bniet of te laat\b|\bte laat (?:betaalt|bent|komt)\b|\bdaarna (?:vervalt|verwijderen|moeten)\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:stop\w*|extra|kosten|boete\w*|\w*deurwaarder\w*|\w*aanmaning|dwang\w*|rente|invorder\w*|incasso\w*"
    r"|verval\w*|vervalt|afwij\w+|wijzen\b.*\baf|"
    r"buiten behandeling|niet (?:verder |meer )?(?:in )?behandel\w*|lager|terug\w*|intrek\w*|ingetrokken|verliest"
    r"|verlies\w*|vernietig\w*|schat\w*|herinnering|"
    r"verwijder\w*|verbeur\w*|besliss\w*|beslis|besluit\w*|uitschrijv\w*|uitgeschreven|geen (?:recht|hulp"
    r"|uitkering|geld|besluit|plek|plaats)|overgedragen|"
    r"overgaan|overgegaan|duurt|later|opnieuw|moeten wij|niet (?:beoordelen|behandelen|meer)|op uw kosten|gaan wij"
    r"|nemen wij|krijgt u|gebruiken wij|"
    r"helaas niet|moet u|betaalt u|verreken\w*|houden\b.*\bin|binnenlaten|beoordel\w*|gaan wij ervan uit|kan niet"
    r"|kunnen wij|vermeerder\w*|verhog\w*|verhoogd"
    r"|geldt|ongeldig|sluit\w*|sluiten)\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:bel(?:t|len)?|mail|neem(?:t)? (?:dan )?contact|overleg|eens|vragen|vraag|bezwaar|beroep|wij helpen"
    r"|laat het|geef het|meld dit|meld het|spreek|"
    r"begrijpt|duidelijk|lukt|hoeft u|al betaald|kunt u deze brief|afspraak verzetten)\b",
    re.IGNORECASE,
)
_HELP_HEADING = re.compile(
    r"\b(?:kunt u|lukt|kan|komt het|eens|duidelijk|weet u|begrijpt|er (?:nog )?iets)\b", re.IGNORECASE
)
_EXPECTED = frozenset(
    {_T.FINAL_DEMAND, _T.DEMAND, _T.MISSING_PAPERS, _T.REMINDER, _T.INVITATION, _T.ENFORCEMENT, _T.RECLAIM}
)
"""Sorts that always ask something, so that a weak request counts there."""
_NEVER = frozenset({_T.CONFIRMATION, _T.EXTENSION, _T.OBJECTION_DECISION, _T.REJECTION})
"""Sorts that seldom ask something: only an order with a deadline counts."""
_RUNNING = frozenset({Part.BODY, Part.CORE})
_LINES_AROUND = 3
_OPENING_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class _Request:
    what: Passage
    setting: Setting
    points: float


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType, deadlines: Sequence[Deadline]) -> Action | None:
    """Return the main thing that the reader has to do, or None when the letter asks nothing."""
    if sort in PAGES and sort is not DocumentType.FORM:
        return None
    running = [setting for setting in settings(text) if parts[setting.placed.block] in _RUNNING]
    requests = [
        request for at, setting in enumerate(running) for request in _requests(running, at, setting, sort, deadlines)
    ]
    best = max(requests, key=lambda request: request.points, default=None)
    if best is None or best.points < _least(sort):
        return None
    near = _near(running, best.setting)
    return Action(
        best.what,
        when=_when(best, near, sort, deadlines, running),
        how=_how(text, parts, best, running, sort),
        otherwise=_otherwise(running, best),
    )


def _least(sort: DocumentType) -> float:
    if sort in _EXPECTED:
        return 1.0
    return 3.2 if sort in _NEVER else 2.9


def _requests(
    running: Sequence[Setting], at: int, setting: Setting, sort: DocumentType, deadlines: Sequence[Deadline]
) -> Iterator[_Request]:
    """Yield what a sentence asks: an order, "u moet", "wij vragen u", or what an invitation says."""
    placed = setting.placed
    strength = _strength(setting, sort, deadlines)
    if strength is None or (_FREE.search(placed.text) and strength[0] < _STRONG):
        return
    points, at_char = strength
    own_due = [one for one in due_in(placed, deadlines) if one.whom == "lezer"]
    if sort is DocumentType.INVITATION:  # its day is no deadline, and the deadline is for who does not come
        points += 1.0 if _planned(placed) else 0.0
    else:
        points += 1.5 if own_due else 0.7 if _due_beside(running, at, deadlines) else 0.0
    if sort is DocumentType.STREET_LETTER and not own_due and _planned(placed):
        points += 1.0
    points += max(0.0, 0.5 - 0.1 * setting.order)
    fits = _OF_SORT.get(sort)
    if fits is not None:
        points += 1.2 if fits.search(placed.text) else -0.6
    if setting.own_condition and not placed.text.endswith("?"):
        points -= 2.0
    elif setting.conditional and not placed.text.endswith("?"):
        points -= 0.0 if sort is DocumentType.FORM else 2.0
    if setting.optional and not own_due:
        points -= 2.0
    if placed.text.endswith("?") and is_answered([one.placed for one in running], at):
        points -= 2.5
    yield _Request(_clause(placed, at_char), setting, points)


_STRONG = 2.6


def _strength(setting: Setting, sort: DocumentType, deadlines: Sequence[Deadline]) -> tuple[float, int] | None:
    """Return how strong a sentence asks and the offset of the words that do; None when it asks nothing."""
    placed = setting.placed
    tokens = placed.sentence.words
    if not tokens:
        return None
    base = placed.sentence.start
    due = any(one.whom == "lezer" for one in due_in(placed, deadlines))
    if asks := _ASKS.search(placed.text):
        return 2.3, asks.start()
    if order := order_of(tokens):
        points = _of_order(placed, order, due=due)
        return (points, order.start - base) if points else None
    for verb in placed.sentence.tokens:
        if (
            verb.lemma in _MUST
            and verb.is_finite
            and "Tense=Past" not in verb.morph
            and verb.lower not in {"moest", "moesten"}
        ):
            if _about_reader(placed, verb):
                return 2.2, verb.start - base
            if _TASK.search(placed.text) and not _WE.search(placed.text):
                return (1.6 if due else 1.0), verb.start - base
    if sort is DocumentType.INVITATION and (invites := _INVITES.search(placed.text)):
        return 1.9, invites.start()
    if _NEEDS.search(placed.text):
        return (2.0 if sort is DocumentType.MISSING_PAPERS else 1.0), 0
    if due and _AWAITS.search(placed.text):
        return 1.2, 0
    if due and _TASK.search(placed.text) and (stated := _stated(placed)):
        return 2.2, stated.start()
    if sort in _PAYMENT_SORTS and (stated := _stated(placed)):
        return 0.8, stated.start()
    return None


def _of_order(placed: PlacedSentence, order: Token, *, due: bool) -> float:
    """Return how strong an order asks; 0 for one that costs the reader nothing."""
    if _lemma(order) in _NO_TASKS:
        return 0.0
    if _lemma(order) == "zorgen" and _POINTS_BACK.search(placed.text):
        return 0.7
    return 1.2 if _lemma(order) in _SIDE_TASKS and not due else 2.0


_POINTS_BACK = re.compile(
    r"\bdat (?:wij|we|ik) (?:ze|die|dit|dat|het|deze)\b(?! \w*(?:bedrag|geld|formulier))", re.IGNORECASE
)


def _stated(placed: PlacedSentence) -> re.Match[str] | None:
    """Return the words with which a letter states that the reader does something; None where another does."""
    found = _STATED.search(placed.text)
    if found is None:
        return None
    verb = placed.sentence.start + found.start() + (0 if found[0].lower().endswith(" u") else 2)
    others = any(
        token.dep.startswith("nsubj") and token.start < verb and token.lower not in {"u", "die", "dat"}
        for token in placed.sentence.tokens
    )
    return None if others else found


_WE = re.compile(r"\b(?:wij|we)\b", re.IGNORECASE)


def _lemma(token: Token) -> str:
    return token.lemma.lower()


def _about_reader(placed: PlacedSentence, verb: Token) -> bool:
    near = [t for t in placed.sentence.tokens if t.lower in {"u", "je"} and -3 <= t.index - verb.index <= 2]
    passive = "worden geacht" in placed.text
    return bool(near) and not passive and not re.search(r"\bdat u\b", placed.text[: verb.start - placed.sentence.start])


def _clause(placed: PlacedSentence, at: int) -> Passage:
    """Return the clause around ``at``, without punctuation at its end."""
    start, end = clause(placed.text, at)
    if end - start < 12 or (start and not placed.text[:start].rstrip().endswith((",", ";", ":", "en", "maar"))):
        start, end = 0, len(placed.text)
    if placed.text[end:].lstrip().startswith(":"):  # "U moet nog één ding doen: ..."
        end = len(placed.text)
    while end > start and placed.text[end - 1] in " ,;:.!":
        end -= 1
    while start < end and placed.text[start] in " ,;:":
        start += 1
    return placed.part(start, end)


def _due_beside(running: Sequence[Setting], at: int, deadlines: Sequence[Deadline]) -> bool:
    own = running[at]
    for other in running[max(at - 1, 0) : at + 3]:
        if other is own or (other.conditional and not own.conditional):
            continue
        if any(one.whom == "lezer" for one in due_in(other.placed, deadlines)):
            return True
    return False


def _near(running: Sequence[Setting], centre: Setting) -> list[Setting]:
    """Return the sentences around ``centre``: itself first, then those after it, then those before it."""
    at = running.index(centre)
    after = running[at + 1 : at + 1 + _LINES_AROUND]
    return [centre, *after, *reversed(running[max(at - _LINES_AROUND, 0) : at])]


def _when(
    best: _Request,
    near: Sequence[Setting],
    sort: DocumentType,
    deadlines: Sequence[Deadline],
    running: Sequence[Setting],
) -> Passage | None:
    if sort is DocumentType.INVITATION and (day := _planned(best.setting.placed)):
        return day
    for setting in near:
        if setting is not best.setting and setting.conditional and not best.setting.conditional:
            continue
        for due in due_in(setting.placed, deadlines):
            if due.whom == "lezer":
                return due.passage
    at = running.index(best.setting)
    for setting in (*running[at + 1 :], *running[:at]):
        if not setting.conditional and not setting.optional and _strength(setting, sort, deadlines):
            for due in due_in(setting.placed, deadlines):
                if due.whom == "lezer":
                    return due.passage
    if sort is not DocumentType.INVITATION:
        return _planned(best.setting.placed) if best.points >= _STRONG else None
    return next(filter(None, (_planned(setting.placed) for setting in (*near, *running))), None)


def _planned(placed: PlacedSentence) -> Passage | None:
    if any("Tense=Past" in token.morph for token in placed.sentence.tokens if token.is_finite):
        return None
    for found in _ON_DAY.finditer(placed.text):
        if not _NOT_PLANNED.search(placed.text[: found.start()]):
            lead = len(found[0]) - len(re.sub(r"^is\s+", "", found[0]))
            return placed.part(found.start() + lead, found.end())
    return None


def _how(
    text: LetterText, parts: Sequence[Part], best: _Request, running: Sequence[Setting], sort: DocumentType
) -> Passage | None:
    """Return the channel: in the sentence itself, then after it, then under a later heading, then in a table."""
    at = running.index(best.setting)
    own = best.setting.placed
    later = [s.placed for s in running[at + 1 :] if not s.conditional and not s.own_condition]
    earlier = [s.placed for s in reversed(running[:at]) if not s.conditional]
    for patterns in _channels(sort, own):
        for placed in (own, *later, *earlier[:_LINES_AROUND]):
            for pattern in patterns:
                if (found := placed.search(pattern)) and found.text.strip():
                    return found
        if patterns in {_PAYING, _COMING} and (cell := _in_table(text, parts, patterns)):
            return cell
    return None


_PAYING = (_HOW_ACCOUNT,)
_PAYING_ANYWAY = (_HOW_ACCOUNT, _HOW_SITE)
_COMING = (_HOW_PLACE,)
_COMES = re.compile(r"\b(?:kom|komt|komen|langskomen|ophalen|halen|haal|haalt)\b", re.IGNORECASE)
_SENDING = (_HOW_SITE, _HOW_POST, _HOW_MEANS)


def _channels(sort: DocumentType, asked: PlacedSentence) -> Sequence[Sequence[re.Pattern[str]]]:
    if sort in _PAYMENT_SORTS:
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


def _otherwise(running: Sequence[Setting], best: _Request) -> Passage | None:
    """Return what happens to a reader who does nothing; a question about it together with its answer."""
    found: list[tuple[float, Passage]] = []
    for at, setting in enumerate(running):
        placed = setting.placed
        omitted = bool(_OMITTED.search(placed.text)) or _opens_with_omission(placed)
        question = placed.text.endswith("?")
        answer = running[at + 1] if question and at + 1 < len(running) else None
        if answer is not None and answer.placed.block != placed.block:
            answer = None
        under = _first_under_heading(running, at) and _threatens(setting.heading)
        if not under and not omitted:
            continue
        outcome = answer.placed.text if answer else placed.text
        if _HELP.search(outcome) and not _CONSEQUENCE.search(outcome):
            continue
        passage = _joined(placed, answer.placed if answer else None) if question else placed.passage
        if question and (answer is None or _HELP_HEADING.search(placed.text)):
            continue
        points = 2.0 if _CONSEQUENCE.search(outcome) else 0.0
        points += 0.5 if setting.order > best.setting.order else 0.0
        points += 0.7 if under else 0.0
        points -= 1.5 if _HELP.search(placed.text if question else outcome) else 0.0
        points -= 0.02 * abs(setting.order - best.setting.order)
        found.append((points, passage))
    points, passage_ = max(found, key=lambda one: one[0], default=(0.0, None))
    return passage_ if points > 0.0 else None


def _opens_with_omission(placed: PlacedSentence) -> bool:
    """Tell of a sentence with its verb in front whether something is not done: "Wordt hieraan niet voldaan, dan"."""
    tokens = placed.sentence.words
    opens = bool(tokens) and tokens[0].is_finite and order_of(tokens) is None
    words = placed.text
    return opens and bool(_LEFT_UNDONE.search(words)) and ("," in words or words.endswith("?"))


_GEVOLG = re.compile(r"\b(?:gevolg\w*|niet (?:op tijd )?(?:betalen|reageren|komen)|te laat)\b", re.IGNORECASE)
_LEFT_UNDONE = re.compile(
    r"\b(?:niet\w*|niets|geen|te laat|later|nog steeds|opnieuw|nog|weer|ongebruikt|uit)\b", re.IGNORECASE
)


def _threatens(heading: str) -> bool:
    """Tell of a heading whether the answer under it says what happens to who does nothing."""
    return bool(_OMITTED.search(heading) or _GEVOLG.search(heading)) and not _HELP_HEADING.search(heading)


def _first_under_heading(running: Sequence[Setting], at: int) -> bool:
    setting = running[at]
    return bool(setting.heading) and (at == 0 or running[at - 1].heading != setting.heading)


def _joined(first: PlacedSentence, last: PlacedSentence | None) -> Passage:
    if last is None:
        return first.passage
    between = " " * (last.sentence.start - first.sentence.end)
    return Passage(first.block, first.sentence.start, last.sentence.end, first.text + between + last.text)
