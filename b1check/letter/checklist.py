"""Nine questions that a letter must answer for its reader; apart from the readability score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from b1check.language import dates, money, phones
from b1check.language.patterns import Pattern
from b1check.letter import clauses as clauses_of
from b1check.letter import decision as why
from b1check.letter import subject
from b1check.letter.model import (
    DECISIONS,
    PAGES,
    Action,
    CheckItem,
    Clause,
    Deadline,
    Decision,
    DocumentType,
    Part,
    Passage,
    TypeGuess,
)
from b1check.letter.setting import settings
from b1check.letter.text import LetterText

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "onderwerp": "Staat boven de brief waar hij over gaat?",
        "kern": "Staat de boodschap in de eerste alinea?",
        "actie": "Staat er wat de lezer moet doen?",
        "datum": "Staat er voor wanneer?",
        "hoe": "Staat er hoe of waar dat kan?",
        "gevolg": "Staat er wat er gebeurt als de lezer het niet doet?",
        "contact": "Staat er hoe de lezer u kan bereiken?",
        "waarom": "Staat er waarom u dit besluit neemt?",
        "bezwaar": "Staat er alles over bezwaar maken of in beroep gaan?",
    }
)
"""The questions, in the order of the report."""
_MAIL_OR_DESK = Pattern(
    r"[\w.+-]+@[\w-]+\.\w+|\b(?:aan|bij|langs (?:bij|op)|naar) (?:de|onze) balie\b"
    r"|\b(?:antwoord\w*|reager\w*|reageer) op deze e?-?mail\b|\bmail(?:t u)? (?:ons )?terug\b",
    re.IGNORECASE,
)
_TO_ASK = Pattern(
    r"\b(?:vragen|vraag|weten|(?:on)?duidelijk|toelichting|inlichtingen|informatie|contact\w*|bereik\w*|hulp|help\w*"
    r"|overleg\w*|bel|belt|bellen"
    r"|mail|mailt|mailen|telefo\w*|tel|doorkiesnummer|langskomen|kom langs|spreken|terecht|behandel\w*"
    r"|op deze e?-?mail)\b",
    re.IGNORECASE,
)
"""Words around the ways to reach the municipality."""
_ASKING = frozenset(
    {
        DocumentType.FINAL_DEMAND,
        DocumentType.DEMAND,
        DocumentType.REMINDER,
        DocumentType.MISSING_PAPERS,
        DocumentType.INVITATION,
        DocumentType.ENFORCEMENT,
        DocumentType.RECLAIM,
    }
)
"""Sorts that ask the reader something by nature."""
_ANSWERS = frozenset({DocumentType.CONFIRMATION, DocumentType.EXTENSION, DocumentType.OBJECTION_DECISION})
"""Sorts that at most remind the reader of a task from another letter."""
_SENDS = Pattern(
    r"\b(?:maak\b[^.?!]*\bover|(?:op|in|toe|na)?(?:stuur|stuurt|sturen|zend|zenden)|(?:aan|in)?(?:lever|levert"
    r"|leveren)|overleggen"
    r"|overgelegd|betaal|betaalt|betalen|voldoe\w*|overmaken|"
    r"(?:aan)?(?:meld|meldt|melden)|doorgeven|geef\b[^.?!]*\bdoor|vul\b[^.?!]*\bin|invullen|vraag\b[^.?!]*\baan"
    r"|aanvragen|reageer|reageren|laat\b[^.?!]*\bweten|laten weten|"
    r"zorg dat wij|van u nodig|te hebben|ontvangen|verstrek\w*|toe ?(?:te )?(?:zenden|sturen)|retourne\w+|indien\w*"
    r"|in te dienen|kenbaar)\b",
    re.IGNORECASE,
)
"""Tasks for which the reader needs a place to send or pay to; how to come, call or tidy up goes without saying."""
_TO_SEND = frozenset(
    {DocumentType.MISSING_PAPERS, DocumentType.DEMAND, DocumentType.FINAL_DEMAND, DocumentType.RECLAIM}
)
"""Sorts that ask for papers or money, whatever their words."""
_TO_COME = Pattern(r"\b(?:kom|komt|komen|bel|belt|bellen|langs|haal|ophalen|thuis)\b", re.IGNORECASE)
_CHANNEL = Pattern(
    r"[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|\b[\w-]+\.(?:nl|example)\b|\bNL\d\d\s?[A-Z]{4}\b|\b\d{4}\s?[A-Z]{2}\b"
    r"|\b[Pp]ostbus\b|\b[Bb]alie\b|\b[Dd]igi[Dd]\b|"
    r"\b(?:onze|de) (?:web)?site\b|\b[Oo]nline\b|\biDEAL\b|\bQR-code\b|\bacceptgiro\b|\bincasso\b"
    r"|\bantwoordenvelop\w*|\bgemeentehuis\b|\bstadhuis\b|\bstadskantoor\b|"
    r"\b[Aa]ppen\b|\b[Aa]pp naar\b|\b06[ -]?\d|\b(?:ons|dit|bovenstaand|onderstaand) adres\b"
    r"|\b(?:per|via) (?:post|e-?mail|mail|telefoon)\b|\b(?:met"
    r"|via) (?:het|dit|een) \w*formulier\b|\b14\s?0\d{2,3}\b"
)
_CONSEQUENCES = Pattern(
    clauses_of.CONSEQUENCE
    + r"|\b(?:daarna|dan) (?:mag|kunt|is|vervalt|vervallen|moeten|verliest|loopt|betaalt u) |\bverv(?:alt|allen)\b"
    r"|\bdwangsom van\b|\bboete\b|\bkost (?:dat )?u\b",
    re.IGNORECASE,
)
_ASKS = Pattern(
    r"\bkunt u\b(?=[^.!?]*\b(?:sturen|uploaden|mailen|betalen|inleveren|doorgeven|weten)\b)"
    r"|\b(?:(?:u|je) moet|moet u|moeten u|wilt u|verzoek\w*|vragen (?:wij|we) u|(?:wij|we) vragen|dien(?:t|en)"
    r"|gelegenheid|stuur|betaal|kom|lever|van u nodig|nog nodig|"
    r"ontvangen (?:wij|we)[^.?!]*graag|uitnodig\w*|nodigen|afspraak|meld|haal|maak|neem|laat|vul|zorg|verwijder|stop"
    r"|gelast\w*|doet u|vraag|graag|van u|verlang\w*|rekenen (?:wij|we))\b",
    re.IGNORECASE,
)
"""Words that may ask something; without any of them a letter surely does not say what to do."""
_OPENS_WITH: Mapping[DocumentType, Pattern] = MappingProxyType(
    {
        sort: Pattern(pattern, re.IGNORECASE)
        for sort, pattern in {
            DocumentType.DEMAND: rf"\b(?:betaal|betaalt|betalen|rekening|factuur|nota|\w*aanslag)\b|{money.AMOUNT}",
            DocumentType.FINAL_DEMAND: r"\b(?:betaal|betaalt|betaald|betalen|achterstand|openstaande?"
            r"|niet ontvangen)\b",
            DocumentType.REMINDER: r"\b(?:betaal|betaald|betalen|nog (?:niet|geen)|herinner\w*|verloopt"
            r"|loopt\b[^.?!]*\b(?:af|tot)|stopt|eindigt|geldig tot)\b",
            DocumentType.MISSING_PAPERS: r"\b(?:nodig|missen|mist|ontbre\w+|stuur|niet (?:compleet|volledig))\b",
            DocumentType.INVITATION: r"\b(?:uitnodig\w*|nodigen|nodigt?|kom|komt|komen|welkom|gesprek|afspraak"
            r"|bijeenkomst|denk mee|langs|uitgenodigd|hoorzitting|zitting|bespreken|in de gelegenheid)\b"
            r"|\b\d{1,2}[.:]\d\d\b",
            DocumentType.CONFIRMATION: r"\b(?:ontvangen|ontvingen|gekregen|kregen|binnen(?:gekomen)?|aangekomen)\b",
            DocumentType.EXTENSION: r"\b(?:verleng\w*|verdag\w*|meer tijd|langer|later|uitstel\w*|uiterlijk)\b",
        }.items()
    }
)
"""What a reader must meet in the opening of each sort of letter."""
_SHORT_OPENING = 25
"""Words up to which a first paragraph about the occasion may come before the message."""
_PLACE = Pattern(
    r"(?i:\b(?:\w*huis|\w*kantoor|\w*zaal|kamer|balie|\w*loket|locatie|adres"
    r"|bij ons|naar ons|bij u|uw (?:huis|woning)|online|teams"
    r"|telefonisch|bellen|belt|bel|kerk"
    r"|school|\w*centrum|\w*plein|\w*straat|\w*weg|\w*laan|\w*park|thuis|waar)\b)"
    r"|\b(?!Op|Om|Van|Tot|Rond|Vanaf|Tussen|Uiterlijk)[A-Z][\w’'-]{3,} \d{1,4}\b"
)
"""A place to come to, or a way to meet."""
_OPEN_UNTIL = Pattern(
    rf"\b(?:wacht|wachten|open|bewaren|ligt|liggen)\b[^.?!]*\btot (?:en met )?(?:{dates.PATTERN})"
    rf"|(?:{dates.PATTERN})[^.?!]*\buur\?",
    re.IGNORECASE,
)
"""A last day in words of what happens until then: "Uw dossier wacht tot en met 3 mei"."""
_AT_ONCE = Pattern(r"\b(?:onmiddellijk|direct|meteen|per direct|zo snel mogelijk)\b", re.IGNORECASE)
_DUE = Pattern(clauses_of.DUE, re.IGNORECASE)
_MEETING = Pattern(rf"(?:{dates.PATTERN})", re.IGNORECASE)
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.OTHER, Part.HEADING})
_NEEDED = ("wie", "termijn", "begin", "orgaan", "kanaal")
"""What a remedy clause must tell by article 3:45 and 6:8 Awb; what to put in it (6:5) is service."""


def contact(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    """Return how the reader can reach the municipality, preferably from the paragraph about contact."""
    order = sorted(range(len(parts)), key=lambda index: (parts[index] is not Part.CONTACT, index))
    for index in order:
        words = text.blocks[index].block.text
        if parts[index] in {Part.SENDER, Part.ADDRESS}:
            continue
        if parts[index] is Part.REMEDY and not _EXPLAINS.search(words):
            continue
        if phone := next(phones.find(words), None):
            return text.passage(index, phone.start, phone.end)
        # an address to send papers to is no answer to "whom can I ask?"
        if parts[index] is Part.CONTACT or _TO_ASK.search(words):
            found = _MAIL_OR_DESK.search(words)
            if found:
                return text.passage(index, *found.span())
    return None


_EXPLAINS = Pattern(
    r"^(?!.*\bbezwaarschrift)(?:voor|heeft u|hebt u|vragen|wilt u|met vragen|bij vragen)\b[^.?!]*"
    r"\b(?:toelichting|uitleg|vragen|vraag|informatie|inlichtingen|weten)\b"
    r"|^(?:praten|bellen|overleggen|hulp|uitleg)\b[^.?!]*\?",
    re.IGNORECASE | re.DOTALL,
)
"""Whom to ask, told below the part about objection: "Voor een toelichting kunt u zich wenden tot ..."."""


def core(text: LetterText, parts: Sequence[Part], decision: Decision | None, action: Action | None) -> int | None:
    """Return the index of the block with the message: the decision, what the reader must do, or else the opening."""
    if decision is not None:
        return decision.passage.block
    if action is not None:
        return action.what.block
    return next((index for index, part in enumerate(parts) if part is Part.BODY), None)


def judge(
    text: LetterText,
    parts: Sequence[Part],
    sort: TypeGuess,
    *,
    action: Action | None,
    decision: Decision | None,
    deadlines: Sequence[Deadline],
    clauses: Sequence[Clause],
    reachable: Passage | None,
) -> tuple[CheckItem, ...]:
    """Return the nine questions with their answers; nothing for a page."""
    if sort.type in PAGES:
        return ()
    about = subject.find(text, parts)
    items: dict[str, Answer] = {
        "onderwerp": (about is not None, about),
        "kern": _core_first(text, parts, sort.type, about, action, decision),
        **dict(_about_action(text, parts, sort.type, about, action, deadlines)),
        "contact": (reachable is not None, reachable),
        "waarom": _reason(text, parts, sort.type, decision, clauses),
        "bezwaar": _remedy(sort.type, clauses),
    }
    return tuple(CheckItem(name, question, *items[name]) for name, question in QUESTIONS.items())


Answer = tuple[bool | None, Passage | None]
_NOT_ASKED: Answer = (None, None)
_NO_TASK: tuple[tuple[str, Passage | None], ...] = (("datum", None), ("hoe", None), ("gevolg", None))


def _core_first(
    text: LetterText,
    parts: Sequence[Part],
    sort: DocumentType,
    about: Passage | None,
    action: Action | None,
    decision: Decision | None,
) -> Answer:
    """Tell whether the opening brings the message; False only where it surely stands further on."""
    opening = _opening(text, parts)
    if not opening:
        return _NOT_ASKED
    words = " ".join(text.blocks[index].block.text for index in opening)
    cue = _OPENS_WITH.get(sort)
    met = cue is not None and bool(cue.search(words))
    told = decision.passage if decision else action.what if action and sort in _ASKING else None
    if told is not None:
        met = met or told.block in opening
        # an order says what is decided, wherever the words "wij leggen u op" stand
        met = met or (sort is DocumentType.ENFORCEMENT and action is not None and action.what.block in opening)
        return (True, told if told.block in opening else text.whole(opening[0])) if met else (False, told)
    if met or (about is not None and _stems(about.text) & _stems(words)):
        return True, text.whole(opening[0])
    return _NOT_ASKED


def _opening(text: LetterText, parts: Sequence[Part]) -> tuple[int, ...]:
    """Return the blocks of the opening: the first paragraph, and the second after a short one."""
    body = [index for index, part in enumerate(parts) if part in {Part.BODY, Part.CORE}][:2]
    if len(body) == 2 and len(text.blocks[body[0]].block.text.split()) > _SHORT_OPENING:
        return (body[0],)
    return tuple(body)


def _stems(words: str) -> frozenset[str]:
    """Return the first five letters of the longer words, so that "herstellen" and "hersteld" agree."""
    return frozenset(word[:5].lower() for word in re.findall(r"[^\W\d_]{5,}", words))


def _about_action(
    text: LetterText,
    parts: Sequence[Part],
    sort: DocumentType,
    about: Passage | None,
    action: Action | None,
    deadlines: Sequence[Deadline],
) -> Iterator[tuple[str, Answer]]:
    """Yield the four answers about the task of the reader; a service remark in another sort of letter is no task."""
    if sort not in _ASKING:
        due = action is not None and (
            action.when is not None or (sort is DocumentType.LETTER and _is_task(text, action))
        )
        told = action if due else None
        yield "actie", (True, told.what) if told else _NOT_ASKED
        if told is None:
            yield from ((name, _NOT_ASKED) for name, _ in _NO_TASK)
            return
        when = told.when or _date(text, parts, sort, deadlines)
        yield "datum", (when is not None, when)
        sends = sort not in _ANSWERS and _SENDS.search(told.what.text)
        yield "hoe", _way(text, parts, sort, told) if told.how or sends else _NOT_ASKED
        yield "gevolg", (told.otherwise is not None, told.otherwise)
        return
    if action is None:
        asking = _first(text, parts, _ASKS)
        # a bill that asks nothing is likely no bill
        yield "actie", (True, asking) if asking else _NOT_ASKED if sort is DocumentType.DEMAND else (False, None)
        yield from ((name, _NOT_ASKED) for name, _ in _NO_TASK)
        return
    yield "actie", (True, action.what)
    in_subject = about if about is not None and _DUE.search(about.text) else None
    when = action.when or _date(text, parts, sort, deadlines) or in_subject
    yield "datum", (when is not None, when)
    yield "hoe", _way(text, parts, sort, action)
    otherwise = action.otherwise or _first(text, parts, _CONSEQUENCES)
    friendly = otherwise is None and sort is DocumentType.INVITATION
    yield "gevolg", _NOT_ASKED if friendly else (otherwise is not None, otherwise)


def _date(text: LetterText, parts: Sequence[Part], sort: DocumentType, deadlines: Sequence[Deadline]) -> Passage | None:
    """Return a deadline of the reader, or the day of a meeting."""
    asking = [one.passage for one in text.sentences if _SENDS.search(one.text)]

    def is_own(due: Deadline) -> bool:
        place = due.passage
        inside = (one for one in asking if one.block == place.block and one.start <= place.start < one.end)
        return due.whom == "lezer" or any(inside)

    own = (due.passage for due in deadlines if parts[due.passage.block] is not Part.REMEDY and is_own(due))
    found = next(own, None) or _first(text, parts, _AT_ONCE) or _first(text, parts, _OPEN_UNTIL)
    return found or (_first(text, parts, _MEETING) if sort is DocumentType.INVITATION else None)


def _is_task(text: LetterText, told: Action) -> bool:
    """Tell whether what is asked in another sort of letter is a task that must be done by some day."""
    around = text.blocks[told.what.block].block.text
    return told.otherwise is not None and not _HABIT.search(told.what.text) and not any(dates.find(around))


_HABIT = Pattern(r"\b(?:elke?|iedere?|altijd|voortaan|steeds|nooit)\b", re.IGNORECASE)
"""What goes on all the time has no last day."""


def _way(text: LetterText, parts: Sequence[Part], sort: DocumentType, action: Action) -> Answer:
    """Return how the task is done: a place to send or pay to, or the task itself where that needs no telling."""
    sends = sort in _TO_SEND and not _TO_COME.search(action.what.text)
    if sort is DocumentType.INVITATION and not _SENDS.search(action.what.text) and _REGISTERS.search(action.what.text):
        way = action.how or _channel(text, parts)
        return way is not None, way
    if sort is DocumentType.INVITATION and not _SENDS.search(action.what.text):
        place = action.how or _first(text, parts, _PLACE) or _first(text, parts, _CHANNEL)
        return place is not None, place
    if not sends and not _SENDS.search(action.what.text):
        return True, action.how or action.what
    given = action.how if action.how and parts[action.how.block] is not Part.CONTACT else None
    way = given or _channel(text, parts)
    return way is not None, way


_REGISTERS = Pattern(
    r"\b(?:meld|geef|schrijf)(?:t|en)? (?:u|je|jullie)\b(?: zich)?[^.?!]*\b(?:aan|op|in)$|\baanmelden\b|\binschrijven\b"
    r"|\bopgeven\b",
    re.IGNORECASE,
)
"""To tell that one comes: that takes a way, and not only a place."""


def _channel(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    """Return the first place to send or pay to; the number to call "if you are not sure" is none."""
    free = [one.placed for one in settings(text) if one.conditional and parts[one.placed.block] in _RUNNING]
    found = _first(text, parts, _CHANNEL)
    if found is None or not any(
        one.block == found.block and one.sentence.start <= found.start < one.sentence.end for one in free
    ):
        return found
    firm = (one.placed for one in settings(text) if not one.conditional and parts[one.placed.block] in _RUNNING)
    return next(filter(None, (placed.search(_CHANNEL) for placed in firm)), None)


def _first(text: LetterText, parts: Sequence[Part], pattern: Pattern) -> Passage | None:
    """Return the first place of ``pattern`` below the salutation, outside contact and remedies."""
    greeting = next((index for index, part in enumerate(parts) if part is Part.SALUTATION), -1)
    for view in text.blocks[greeting + 1 :]:
        if parts[view.index] in _RUNNING and (found := pattern.search(view.block.text)):
            return text.passage(view.index, *found.span())
    return None


def _reason(
    text: LetterText, parts: Sequence[Part], sort: DocumentType, decision: Decision | None, clauses: Sequence[Clause]
) -> Answer:
    """Return why: asked of a no and of a delay, and noted where a yes or a bill explains itself."""
    bill = sort is DocumentType.DEMAND and any(clause.kind == "bezwaar" for clause in clauses)
    if not bill and sort is not DocumentType.EXTENSION and sort not in DECISIONS - {DocumentType.DEMAND}:
        return _NOT_ASKED
    reason = (decision.reason if decision else None) or why.reason(text, parts)
    if reason is not None:
        return True, reason
    refused = decision is not None and decision.outcome != "toekenning"
    return (False, None) if refused or sort is DocumentType.EXTENSION else _NOT_ASKED


def _remedy(sort: DocumentType, clauses: Sequence[Clause]) -> Answer:
    remedies = [clause for clause in clauses if clause.kind in {"bezwaar", "beroep"}]
    if not remedies:
        intended = any(clause.kind == "zienswijze" for clause in clauses)
        return (False, None) if sort in DECISIONS - {DocumentType.DEMAND} and not intended else _NOT_ASKED
    whole = [clause for clause in remedies if not clauses_of.lacking(clause, _NEEDED)]
    return bool(whole), (whole or remedies)[0].anchor
