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
from b1check.language.patterns import Pattern
from b1check.letter import channels, directives, headings, manners, moments, omissions, orders, roles, rows
from b1check.letter import subject as subjects
from b1check.letter.deadlines import due_in
from b1check.letter.model import PAGES, Action, Deadline, DocumentType, Part, Passage
from b1check.letter.moods import Mood
from b1check.letter.setting import Setting, clause, is_answered, settings
from b1check.letter.text import LetterText, PlacedSentence, by_place, by_sentence

_T = DocumentType
_OF_SORT: Mapping[DocumentType, Pattern] = MappingProxyType(
    {
        sort: Pattern(pattern, re.IGNORECASE)
        for sorts, pattern in (
            (
                (_T.FINAL_DEMAND, _T.DEMAND, _T.RECLAIM),
                r"\b\w*beta(?:al|len)\w*|\bvoldoe\w*|\bvoldaan\b|\bmaakt?\b.{0,60}\bover\b|\boverm\w+|\bstort\w*"
                r"|\bop (?:de |onze )?(?:bank)?rekening\b",
            ),
            (
                (_T.MISSING_PAPERS,),
                r"\b\w*stu(?:ur|ren)\w*|\b\w*lever\w*|\bnodig\b|\bmissen\b|\bontbre\w+|\bontvangen\b|\bhebben\b"
                r"|\bovergelegd|\boverleg\w*|\baanvul\w*|\bverstrek\w*|\bin (?:te )?dien\w*|\bmail\w*|\bvoeg\w*",
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
_ON_DAY = Pattern(
    rf"\b(?:op\s+|is\s+op\s+|is\s+|met\s+ingang\s+van\s+|vanaf\s+)?(?:{dates.PATTERN})(?:,?\s+(?:om|te"
    rf"|van)\s+\d{{1,2}}(?:[.:]\d\d)?(?:\s*uur)?)?",
    re.IGNORECASE,
)
_NOT_PLANNED = Pattern(r"\b(?:van|d\.d\.|sinds|bij brief van|geboren)\s+$", re.IGNORECASE)
_EXPECTED = frozenset(
    {_T.FINAL_DEMAND, _T.DEMAND, _T.MISSING_PAPERS, _T.REMINDER, _T.INVITATION, _T.ENFORCEMENT, _T.RECLAIM}
)
"""Sorts that always ask something, so that a weak request counts there."""
_NEVER = frozenset({_T.CONFIRMATION, _T.EXTENSION, _T.OBJECTION_DECISION, _T.REJECTION})
"""Sorts that seldom ask something: only an order with a deadline counts."""
_RUNNING = frozenset({Part.BODY, Part.CORE})
_LINES_AROUND = 3
_ORDER = 1.9
"""Points of an order and of anything firmer."""


@dataclass(frozen=True, slots=True)
class _Request:
    what: Passage
    setting: Setting
    at: int
    points: float
    asked: float


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType, deadlines: Sequence[Deadline]) -> Action | None:
    """Return the main thing that the reader has to do, or None when the letter asks nothing."""
    if sort in PAGES and sort is not DocumentType.FORM:
        return None
    running = [setting for setting in settings(text) if parts[setting.placed.block] in _RUNNING]
    requests = [
        request for at, setting in enumerate(running) for request in _requests(running, at, setting, sort, deadlines)
    ]
    if sort in orders.PAYMENT_SORTS and any(_IS_COLLECTED.search(one.placed.text) for one in running):
        requests = [one for one in requests if not _PAYS_IT.search(one.what.text)]
    best = max(requests, key=lambda request: request.points, default=None)
    if best is None or best.points < _least(sort) - _surety(running, best, sort, deadlines):
        best = _told_by_day(running, sort, deadlines)
    if (act := rows.what(text)) is not None and sort not in PAGES:
        return Action(act, rows.when(text), rows.how(text), rows.otherwise(text) or _if_not(running, best))
    if best is None:
        return None
    best = _told_above(_first_told(best, requests), requests, running)
    near = _near(running, best)
    ordered = headings.orders(text)
    heading = next((one for one in ordered if one.block == best.setting.placed.block - 1), None)
    return Action(
        heading.passage if heading and _does_so(best) else best.what,
        when=_when(best, near, sort, deadlines, running, ordered)
        or _open_day(text, parts, sort, near, running)
        or rows.when(text),
        how=channels.find(text, parts, best.setting, running, sort) or rows.how(text),
        otherwise=_if_not(running, best) or rows.otherwise(text),
    )


def _if_not(running: Sequence[Setting], best: _Request | None) -> Passage | None:
    """Return what happens if ``best`` is not done; of what no sentence asks it may stand anywhere."""
    first = best.setting if best else next(iter(running), None)
    return omissions.find(running, first) if first is not None else None


_IS_COLLECTED = Pattern(
    r"\b(?:hoeft u|u hoeft)\b[^.?!]*\b(?:niets|niet|geen)\b[^.?!]*\b(?:over te maken|te betalen|te doen)\b"
    r"|^(?!.*\b(?:als|indien|wanneer|kunnen)\b)[^?]*\b(?:schrijven (?:wij|we)|(?:wij|we) schrijven|wordt)\b[^.?!]*"
    r"\b(?:af|afgeschreven)\b[.!]?$",
    re.IGNORECASE,
)
"""Money that is taken from an account, so that the reader need not pay it himself."""
_PAYS_IT = Pattern(r"\b(?:betaalt|betalen|voldoen|over te maken|overmaken|genoeg (?:geld|saldo))\b", re.IGNORECASE)
_SAME_TASK = 4
"""So many sentences before words that only point to a task, or tell more of it, it is told itself."""
_PAYS = frozenset("betalen voldoen overmaken storten terugbetalen bijschrijven ontvangen staan maken zien".split()) | {
    "tegemoetzien"
}
"""Ways to tell that money must come."""


def _first_told(best: _Request, requests: Sequence[_Request]) -> _Request:
    """Return the request in which the task of ``best`` is told first: "Knip uw heg. Doe dat vóór 1 juli"."""
    told = directives.find(best.setting.placed)
    near = [one for one in requests if 0 < best.at - one.at <= _SAME_TASK and one.asked >= 1.0]
    for one in reversed(near):
        other = directives.find(one.setting.placed)
        if told is None or other is None or one.setting.conditional != best.setting.conditional or other.points_back:
            continue
        does_so = told.points_back and told.lemma in orders.DO_SO
        beside = best.at - one.at == 1 and one.setting.placed.block == best.setting.placed.block
        if (does_so and beside) or (told.points_back and told.mood in _TELLS_MORE and beside):
            return one
        if told.mood in _TELLS_MORE and beside and _names_act(best.setting.placed, one.setting.placed.text[other.at :]):
            return one
        if told.lemma in _PAYS and other.lemma in _PAYS and one.asked >= _ORDER:
            return one
    return best


def _does_so(request: _Request) -> bool:
    """Tell whether what is asked was named before: "Mail die uiterlijk op 15 juni", "Doe dit op tijd"."""
    told = directives.find(request.setting.placed)
    return told is not None and told.mood is Mood.ORDER and told.points_back


def _told_above(best: _Request, requests: Sequence[_Request], running: Sequence[Setting]) -> _Request:
    """Return the order right above the heading that ``best`` is a step of: "Stuur ... terug", "Zo doet u dat"."""
    heading = best.setting.heading
    if not _TELLS_HOW.match(heading):
        return best
    first = best.at
    while first and running[first - 1].heading == heading:
        first -= 1
    above = (one for one in requests if one.at == first - 1 and one.asked >= _ORDER and not one.setting.conditional)
    return next(above, best)


def _names_act(placed: PlacedSentence, ordered: str) -> bool:
    """Tell whether a participle in the sentence says that the act is done then: "teken" and "het getekende plan"."""
    done = "ge" + ordered.partition(" ")[0].lower()
    return any(done in token.lower for token in placed.sentence.words if token.lower.endswith("e"))


_TELLS_MORE = frozenset({Mood.DUTY, Mood.LACK, Mood.AWAIT, Mood.HOPE, Mood.STATEMENT})
"""Moods in which words that point back only add to what was asked."""


def days(text: LetterText, parts: Sequence[Part], sort: DocumentType, asked: Action | None) -> Iterator[Passage]:
    """Yield the day of the action, and the other days on which an invitation says that the reader is expected."""
    if asked is None:
        return
    if asked.when is not None:
        yield asked.when
    invited = sort is DocumentType.INVITATION
    expected = [asked.when] if asked.when else []
    for setting in settings(text):
        placed = setting.placed
        if parts[placed.block] not in _RUNNING or setting.conditional or setting.optional:
            continue
        if invited and orders.invites(placed) and (day := _planned(placed)):
            expected.append(day)
            yield day
        elif (
            not invited and (vague := placed.search(moments.VAGUE)) and not placed.text[: vague.start].endswith("van ")
        ):
            firm = orders.strength(setting, sort, ())
            if firm and (firm[0] >= orders.ASKED or orders.wants_soon(placed)):
                yield vague
    if invited and not any(_ON_DAY.match(day.text) for day in expected):
        running = [one for one in settings(text) if parts[one.placed.block] in _RUNNING]
        if running and (day := _open_day(text, parts, sort, running[:1], running)):
            expected.append(day)
            yield day
    if invited:
        for day in expected:
            yield from _in_subject(text, parts, day)


def _in_subject(text: LetterText, parts: Sequence[Part], when: Passage) -> Iterator[Passage]:
    """Yield the day of ``when`` once more where the subject tells it: "Gesprek over uw scootmobiel op 28 april"."""
    days = {(one.day, one.month) for one in dates.find(when.text)}
    about = roles.subject(text, parts) or subjects.find(text, parts)
    if about is None:
        return
    for found in _ON_DAY.finditer(about.text):
        if any((one.day, one.month) in days for one in dates.find(found[0])):
            yield text.passage(about.block, about.start + found.start(), about.start + found.end())


_LEAST_WITH_DAY = 1.9
"""Points from which a day or a vague moment in a request is the one before which it must be done."""
_THREAT = 1.0
"""Points less that a request needs when the letter goes on about who leaves it undone."""
_SENTENCES_TO_THREAT = 5


def _told_by_day(running: Sequence[Setting], sort: DocumentType, deadlines: Sequence[Deadline]) -> _Request | None:
    """Return what must be so on a last day of the reader, where nothing else asks: "De keet is vóór 3 mei weg".

    Not in a letter that seldom asks something, and not what the municipality or somebody else does by then.
    """
    if sort in _NEVER:
        return None
    for at, setting in enumerate(running):
        placed = setting.placed
        verbs = [token for token in placed.sentence.tokens if token.is_finite]
        due = any(one.whom == "lezer" for one in due_in(placed, deadlines))
        free = setting.conditional or setting.optional or orders.is_free(placed) or orders.explains(setting)
        theirs = {"uw rekening", "je rekening"} & placed.sentence.openings  # money that the reader gets
        still = not theirs and all(verb.lemma.lower() in _IS_SO for verb in verbs) and not manners.is_ours(placed)
        if due and still and not free and placed.sentence.words:
            return _Request(_told(placed, 0), setting, at, _LEAST_WITH_DAY, orders.FIRM)
    return None


_IS_SO = frozenset({"zijn", "hebben", "staan", "komen", "liggen", "eindigen", "luiden"})
"""Verbs that tell how things must be then, and not what somebody does."""


def _surety(running: Sequence[Setting], best: _Request, sort: DocumentType, deadlines: Sequence[Deadline]) -> float:
    """Return how many points less a request needs: what has a last day and holds for every reader is no advice."""
    setting = best.setting
    told = directives.find(setting.placed)
    due = any(one.whom == "lezer" for one in due_in(setting.placed, deadlines))
    due = due or (told is not None and told.mood in _WAITS and _planned(setting.placed) is not None)
    firm = told is not None and told.mood in _FIRM and due and not setting.conditional and not setting.optional
    return max(_HAS_DAY if firm else 0.0, _THREAT if _is_threatened(running, best, sort) else 0.0)


_FIRM = frozenset({Mood.REQUEST, Mood.NEED, Mood.ORDER, Mood.MUST, Mood.DUTY, Mood.AWAIT, Mood.LACK, Mood.HOPE})
_WAITS = frozenset({Mood.AWAIT, Mood.HOPE})
_HAS_DAY = 1.0
"""Points less that a request needs when it has a last day and depends on nothing."""


def _is_threatened(running: Sequence[Setting], best: _Request, sort: DocumentType) -> bool:
    after = best.at + 1
    told = (one.placed for one in running[after : after + _SENTENCES_TO_THREAT])
    return sort not in _NEVER and best.points >= orders.FIRM and any(omissions.threatens(one) for one in told)


def _least(sort: DocumentType) -> float:
    if sort in _EXPECTED:
        return 1.0
    return 3.2 if sort in _NEVER else 2.6


def _requests(
    running: Sequence[Setting], at: int, setting: Setting, sort: DocumentType, deadlines: Sequence[Deadline]
) -> Iterator[_Request]:
    """Yield what a sentence asks: an order, "u moet", "wij vragen u", or what an invitation says."""
    placed = setting.placed
    asked = orders.strength(setting, sort, deadlines)
    invited = sort is DocumentType.INVITATION and orders.invites(placed)
    free = orders.is_free(placed) and not _IF_WANTED.match(placed.text)
    if asked is None or (asked[0] < orders.STRONG and free and not invited):
        return
    points, at_char = asked
    own_due = [one for one in due_in(placed, deadlines) if one.whom == "lezer"]
    if sort is DocumentType.INVITATION:  # its day is no deadline, and the deadline is for who does not come
        day = _planned(placed)
        ends = [one.passage for one in own_due]
        points += 1.0 if day and not any(one.start <= day.start < one.end for one in ends) else 0.0
    else:
        near = _due_beside(running, at, deadlines) or (points >= orders.ASKED and _planned(placed))
        vague = points >= _ORDER and _is_vague(placed)
        points += 1.5 if own_due or orders.wants_soon(placed) else 0.9 if vague else 0.7 if near else 0.0
    if sort is DocumentType.INVITATION and must_register(running, setting, deadlines):
        points += _REGISTERS_FIRST
    that_day = not own_due and not setting.optional and _visited(running, at, deadlines)
    street = sort is DocumentType.STREET_LETTER and not own_due
    if (that_day and sort is not DocumentType.INVITATION) or (street and (_planned(placed) or _that_day(running, at))):
        points += 1.0
    points += max(0.0, 0.5 - 0.1 * setting.order)
    points += 0.9 if orders.told_to(setting) else -0.6 if orders.is_step(setting) else 0.0
    points += 0.7 if asked[0] >= _ORDER and _has_steps_below(running, at) else 0.0
    points -= 2.0 if orders.explains(setting) else 0.0
    firm = asked[0] >= orders.FIRM
    points += 0.7 if firm and any(omissions.threatens(one.placed) for one in running[at + 1 : at + 6]) else 0.0
    fits = _OF_SORT.get(sort)
    if fits is not None:
        told = directives.find(placed)
        ordered = sort is DocumentType.MISSING_PAPERS and bool(own_due)  # whatever its verb
        ordered = ordered and told is not None and told.mood is Mood.ORDER
        points += 1.2 if ordered or fits.search(placed.text) else -0.6
    if _street_task(sort, placed, own_due):
        points += 0.0  # "Ligt uw boot daar? Dan moet die vóór 3 mei weg": a task for many
    elif _IF_WANTED.match(placed.text) and own_due:
        points -= 0.4  # "Als u de pas wilt houden, moet u ...": most readers do
    elif setting.own_condition and not placed.text.endswith("?"):
        points -= 2.0
    elif setting.conditional and not placed.text.endswith("?"):
        points -= 0.0 if sort is DocumentType.FORM else 2.5 if sort is DocumentType.INVITATION else 2.0
    behind = (one.placed for one in running[at + 1 : at + 4] if one.placed.block == placed.block)
    if setting.optional and not own_due and not (firm and any(map(omissions.threatens, behind))):
        points -= 2.0
    sure = own_due or _is_vague(placed)
    if placed.text.endswith("?") and not sure and is_answered([one.placed for one in running[at : at + 2]], 0):
        points -= 2.5
    yield _Request(_told(placed, at_char), setting, at, points, asked[0])


def _has_steps_below(running: Sequence[Setting], at: int) -> bool:
    """Tell whether the next sentence stands under a heading that tells how: "Zo doe je dat" below "Stuur ... terug"."""
    below = running[at + 1 : at + 2]
    return any(one.heading != running[at].heading and bool(_TELLS_HOW.match(one.heading)) for one in below)


_TELLS_HOW = Pattern(r"(?:hoe|zo)\b(?!.*\bverder\b)", re.IGNORECASE)


@by_sentence
def _is_vague(placed: PlacedSentence) -> bool:
    return bool(moments.VAGUE.search(placed.text))


_IF_WANTED = Pattern(
    r"(?:als|wanneer|indien) (?:u|je)\b(?![^.?!,]*\b(?:reageren|overleggen|bellen|vragen|bezwaar|beroep|weten|uitstel"
    r"|regeling|hulp|uitleg|gesprek|zienswijze|liever|anders)\b)[^.?!,]*\b(?:wilt|wil|wenst)\b[^.?!,]*,? (?:dan )?"
    r"(?:moet|dient) u\b(?![^.?!]*\b(?:bellen|vragen|overleggen)\b)",
    re.IGNORECASE,
)
"""A condition that is the reader's own wish, and then a duty: it asks of all who want to keep or get what they have."""
_REGISTERS_FIRST = 4.0
"""Points of telling that one comes, where nobody may come without."""


def must_register(running: Sequence[Setting], asked: Setting, deadlines: Sequence[Deadline]) -> bool:
    """Tell whether an order to register must be followed by a day: "Meld u aan. Zonder aanmelding is er geen plek"."""
    if not channels.registers(asked.placed) or asked.conditional or asked.optional:
        return False
    at = running.index(asked)
    own = any(one.whom == "lezer" for one in due_in(asked.placed, deadlines))
    if not own and not _due_next(running, at, deadlines):
        return False
    behind = running[at + 1 : at + 1 + _SENTENCES_TO_THREAT]
    if any(omissions.threatens(one.placed) and one.heading == asked.heading for one in behind[:2]):
        return True
    return any(_UNREGISTERED.search(one.placed.text) for one in running)


def _due_next(running: Sequence[Setting], at: int, deadlines: Sequence[Deadline]) -> bool:
    """Tell whether the next sentence points back and gives a last day: "Dat kan tot en met 15 oktober"."""
    following = running[at + 1].placed if at + 1 < len(running) else None
    if following is None or not _POINTS_BACK.match(following.text):
        return False
    return any(one.whom == "lezer" for one in due_in(following, deadlines))


_POINTS_BACK = Pattern(r"(?:dat|dit|aanmelden|inschrijven|opgeven) (?:kan|kunt|moet|is)\b", re.IGNORECASE)
_UNREGISTERED = Pattern(
    r"\b(?:beperkte?|kleine?|weinig) (?:aantal|plaats|plek|ruimte|zaal)\b|\bvol is vol\b"
    r"|\b(?:alleen (?:met|na) aanmelding|aanmelden is (?:verplicht|nodig))\b"
    r"|\b(?:zonder (?:aanmelding|inschrijving|opgave|reservering)|(?:niet|geen)\b[^.?!]*\b(?:aangemeld|ingeschreven"
    r"|opgegeven|aanmelding)|(?:meldt? (?:u|je) (?:zich )?|schrijft? (?:u|je) (?:zich )?)(?:zich )?niet)\b"
    r"[^.]*[.?]?[^.]*\b(?:geen|niet)\b",
    re.IGNORECASE,
)


def _street_task(sort: DocumentType, placed: PlacedSentence, own_due: Sequence[Deadline]) -> bool:
    return sort is DocumentType.STREET_LETTER and bool(own_due) and placed.text.startswith("Dan ")


@by_place
def _told(placed: PlacedSentence, at: int) -> Passage:
    """Return the clause around ``at`` up to the act that is asked, without punctuation at its end."""
    start, end = clause(placed.text, at)
    asked = directives.find(placed)
    if asked is not None and asked.at == at and asked.act >= end:
        end = clause(placed.text, asked.act)[1]
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
    after = at + 1
    if own.placed.text.endswith(":"):  # what is below it as a list is one with it
        while after < len(running) and running[after].heading and running[after].heading in own.placed.text:
            after += 1
    for other in (*running[max(at - 1, 0) : at], *running[after : after + 2]):
        if other is own or (other.conditional and not own.conditional):
            continue
        if any(one.whom == "lezer" for one in due_in(other.placed, deadlines)):
            return True
    return False


def _near(running: Sequence[Setting], centre: _Request) -> list[Setting]:
    """Return the sentences around ``centre``: itself first, then those after it, then those before it."""
    at = centre.at
    after = running[at + 1 : at + 1 + _LINES_AROUND]
    return [centre.setting, *after, *reversed(running[max(at - _LINES_AROUND, 0) : at])]


def _when(
    best: _Request,
    near: Sequence[Setting],
    sort: DocumentType,
    deadlines: Sequence[Deadline],
    running: Sequence[Setting],
    ordered: Sequence[PlacedSentence],
) -> Passage | None:
    points_back = _THAT_DAY.search(best.what.text) and not due_in(best.setting.placed, deadlines)
    if points_back and (day := _own_day(best, running)):
        return day
    if sort is DocumentType.INVITATION and (day := _meeting(best, near, deadlines)):
        return day
    for setting in near:
        if setting is not best.setting and setting.conditional and not best.setting.conditional:
            continue
        if due := _last_day(setting.placed, deadlines):
            return due
    others = (
        one.placed
        for one in (*running[best.at + 1 :], *running[: best.at])
        if not one.conditional and not one.optional and orders.strength(one, sort, deadlines)
    )
    for placed in (*others, *ordered):  # "Betaal uiterlijk 26 mei" as a heading above "Maak het bedrag over"
        if due := _last_day(placed, deadlines):
            return due
    if sort is DocumentType.INVITATION:
        return None
    return _own_day(best, running) if best.points >= _LEAST_WITH_DAY else None


def _last_day(placed: PlacedSentence, deadlines: Sequence[Deadline]) -> Passage | None:
    return next((due.passage for due in due_in(placed, deadlines) if due.whom == "lezer"), None)


def _meeting(best: _Request, near: Sequence[Setting], deadlines: Sequence[Deadline]) -> Passage | None:
    """Return the day on which an invitation expects the reader: in the request, or beside one that names none."""
    placed = best.setting.placed
    if day := _planned(placed):
        own = (due.passage for due in due_in(placed, deadlines))
        return next((due for due in own if due.start <= day.start < due.end), day)
    if not orders.invites(placed):
        return None
    free = (one.placed for one in near if not one.conditional and not due_in(one.placed, deadlines))
    return next(filter(None, map(_planned, free)), None)


_WHEN_LABEL = Pattern(r"\s*(?:wanneer|datum|dag|op|dag en tijd|datum en tijd)\s*\??:?\s*", re.IGNORECASE)


def _open_day(
    text: LetterText, parts: Sequence[Part], sort: DocumentType, near: Sequence[Setting], running: Sequence[Setting]
) -> Passage | None:
    """Return the day of an invitation that no request names: in a row "Wanneer: 2 maart", or else in any sentence."""
    if sort is not DocumentType.INVITATION:
        return None
    for view in text.blocks[(text.greeting or 0) + 1 :]:
        if view.block.kind not in {BlockKind.TABLE_CELL, BlockKind.LIST_ITEM}:
            continue
        words = view.block.text
        label = _WHEN_LABEL.match(words)
        start = label.end() if label else 0
        before = text.blocks[view.index - 1].block.text
        labelled = start or (view.block.kind is BlockKind.TABLE_CELL and _WHEN_LABEL.fullmatch(before))
        if labelled and next(dates.find(words[start:]), None):
            return text.passage(view.index, start, len(words.rstrip()))
    free = (setting.placed for setting in (*near, *running) if not setting.conditional)
    about = roles.subject(text, parts) or subjects.find(text, parts)
    if about is not None and _THAT_DAY.search(near[0].placed.text) and (found := _ON_DAY.search(about.text)):
        start = about.start + found.start() + len(found[0]) - len(found[0].removeprefix("op "))
        return text.passage(about.block, start, about.start + found.end())
    return next(filter(None, map(_planned, free)), None)


def _own_day(best: _Request, running: Sequence[Setting]) -> Passage | None:
    """Return the day in the request, or in the sentence before it where it points there: "U moet dan thuis zijn"."""
    if day := _planned(best.setting.placed) or best.setting.placed.search(moments.VAGUE):
        return day
    return _that_day(running, best.at)


def _that_day(running: Sequence[Setting], at: int) -> Passage | None:
    """Return the day in the sentence before one that points there: "Haal uw auto die ochtend weg"."""
    own, before = running[at].placed, running[at - 1].placed if at else None
    same = before is not None and before.block == own.block and _THAT_DAY.search(own.text)
    return _planned(before) if before is not None and same else None


def _visited(running: Sequence[Setting], at: int, deadlines: Sequence[Deadline]) -> bool:
    """Tell whether a sentence points at the day before it on which somebody comes: "Zet de kisten dan klaar"."""
    before = running[at - 1].placed if at else None
    if before is None or orders.is_free(before) or due_in(before, deadlines):
        return False
    return _that_day(running, at) is not None


_THAT_DAY = Pattern(r"\b(?:alsdan|dan|die (?:dag|avond|middag|ochtend)|dat moment)\b", re.IGNORECASE)


@by_place
def _planned(placed: PlacedSentence) -> Passage | None:
    if any("Tense=Past" in token.morph for token in placed.sentence.tokens if token.is_finite):
        return None
    for found in _ON_DAY.finditer(placed.text):
        if not _NOT_PLANNED.search(placed.text[: found.start()]):
            lead = len(found[0]) - len(re.sub(r"^is\s+", "", found[0]))
            return placed.part(found.start() + lead, found.end())
    return None
