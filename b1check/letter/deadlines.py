"""Deadlines: the date of a letter, and the moments before which the reader or the municipality must act."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import Literal

from b1check.documents.document import BlockKind
from b1check.language import dates, terms
from b1check.language.analysis import Token
from b1check.language.patterns import Pattern
from b1check.language.terms import Term
from b1check.letter import directives, duties, headings
from b1check.letter.model import DatedPassage, Deadline, Passage, Promise
from b1check.letter.moods import Mood
from b1check.letter.setting import GLADLY, clause, is_past, order_of, settings
from b1check.letter.text import AnalysedBlock, LetterText, PlacedSentence, by_place, by_sentence

Whom = Literal["lezer", "gemeente"]

_LENGTH = terms.LENGTH
_VOOR = r"v(?:oo|óó|óo|oó)r"
_HOUR = r"\d{1,2}(?:[.:]\d\d)?\s*uur"
_AT_HOUR = rf"(?:,?\s+(?:(?:om|{_VOOR})\s+)?{_HOUR})?"

_BEFORE_DATE = Pattern(
    rf"\b(?:(?P<open>{_VOOR}|tot)|(?:uiterlijk|ten\s+laatste|niet\s+later\s+dan|op\s+zijn\s+laatst)"
    rf"(?:\s+(?:op|tot\s+en\s+met|t/m|per|{_VOOR}))?|tot\s+en\s+met|t/m|(?:op|tot)\s+of\s+{_VOOR})(?::|\s+\|)?\s+(?:de\s+|op\s+)?"
    rf"(?P<date>{dates.PATTERN}){_AT_HOUR}",
    re.IGNORECASE,
)
_VAGUE = Pattern(
    rf"\b(?:(?:deze\s+(?:week|maand)|vandaag|morgen)\s+nog|nog\s+(?:deze\s+(?:week|maand)|vandaag)"
    rf"|{_VOOR}\s+(?:(?:de|het)\s+(?:einde?\s+van\s+(?:de|deze|het|dit)\s+(?:week|maand|jaar|schooljaar)|weekend"
    r"|(?:zomer|herfst|kerst|voorjaars|mei)?vakantie|bouwvak|zomer|winter|feestdagen|jaarwisseling|kerst)"
    rf"|die\s+(?:tijd|datum|dag)|de\s+(?:laatste|uiterste)\s+\w*(?:dag|datum)\b(?!\s+van)|(?:aanstaande\s+|komende\s+)?(?:{'|'.join(dates.WEEKDAYS)})\b(?:(?:\s+om)?\s+{_HOUR})?"
    rf"(?!\s+\d)|(?:het\s+)?einde?\s+(?:van\s+)?(?:de\s+maand\s+)?(?:{'|'.join(dates.MONTHS)})(?:\s+(?:19|20)\d\d)?)|uiterlijk\s+(?:om\s+)?{_HOUR}"
    rf"|uiterlijk\s+(?:op\s+)?(?:(?:begin|half|eind|medio|in)\s+(?:{'|'.join(dates.MONTHS)})\b(?:\s+(?:19|20)\d\d)?"
    rf"|(?:aanstaande\s+|volgende\s+week\s+)?(?:{'|'.join(dates.WEEKDAYS)})\b(?!\s+\d)|vandaag|morgen"
    rf"|volgende\s+week))\b",
    re.IGNORECASE,
)
_BY_HOUR = Pattern(
    rf"\b(?:(?:(?:die|dezelfde)\s+(?:dag|ochtend|middag|avond)|(?:op\s+)?(?:{dates.PATTERN}))\s+)?"
    rf"(?:{_VOOR}|uiterlijk\s+om)\s+{_HOUR}\b",
    re.IGNORECASE,
)
"""An hour of a day that was named before: "Zet uw auto die dag vóór 7.30 uur weg"."""
_EVERY_TIME = Pattern(
    r"\b(?:zoals (?:altijd|gewoonlijk|anders)|(?:elke|iedere) (?:week|maand|keer|ochtend|avond|\w*dag))\b",
    re.IGNORECASE,
)
_PUTS = frozenset({Mood.REQUEST, Mood.NEED, Mood.ORDER, Mood.MUST, Mood.DUTY})
_LAST_DAY = Pattern(
    rf"\b(?:de\s+|uw\s+)?(?:laatste|uiterste)\s+\w*(?:dag|datum)\b[^.?!;]{{0,40}}?(?:\bis\b|:|\|)[^.?!;|]{{0,20}}?"
    rf"(?P<date>{dates.PATTERN})",
    re.IGNORECASE,
)
_ENDS = Pattern(
    rf"\b(?:\w*termijn|inschrijving|aanmelding|inspraak|\w*lijst|\w*formulier|enquête|stemming|peiling)\b"
    rf"[^.?!;]{{0,50}}?\b(?:eindigt|verstrijkt|sluit|verloopt|loopt|(?:gaat|is)\s+(?:dicht|gesloten))"
    rf"\s+(?:dus\s+)?(?:af\s+)?(?:op|tot(?:\s+en\s+met)?)\s+(?P<date>{dates.PATTERN})"
    rf"|\b(?:de|uw|jouw)\s+laatste\s+(?:keer|betaling|termijn|aflossing)\s+(?:is|betaalt u|valt)"
    rf"\s+(?:dus\s+)?(?:op\s+)?(?P<last>{dates.PATTERN})",
    re.IGNORECASE,
)
_MUST_ON = Pattern(
    rf"\b(?:moet(?:en)?|dien(?:t|en)|(?:be)?hoor(?:t|en)|horen)\b[^.?!;]{{0,90}}?(?P<words>\b(?:op\s+)?(?P<date>{dates.PATTERN})"
    rf"{_AT_HOUR})",
    re.IGNORECASE,
)
"""A day in an order about how things must be; :data:`_MUST_BE` tells that they must."""
_MUST_BE = Pattern(
    r"\b(?:moet(?:en)?|dien(?:t|en)|(?:be)?hoor(?:t|en)|horen)\b(?! (?:u|je)\b)[^.?!;]*"
    r"\b(?:(?:te\s+)?zijn|bij\s+ons|binnen"
    r"|betaald"
    r"|klaar|hersteld|weg|ingeleverd|gereed|leeg|te staan|bijgeschreven)\b",
    re.IGNORECASE,
)
_OPENS_START = (
    rf",?\s+(?:(?:te\s+rekenen|gerekend|aanvangende?|ingaande?|beginnende?)\s+(?:op|vanaf|met\s+ingang\s+van|na)"
    rf"|na|nadat|vanaf|{_VOOR}dat|vóór)\b"
)
_WITHIN = Pattern(
    rf"\b(?:binnen(?:\s+nu\s+en)?|in\s+uiterlijk|uiterlijk(?:\s+binnen)?)\s+"
    rf"(?:(?:een|de)\s+(?:wettelijke\s+)?termijn\s+van\s+|maximaal\s+|uiterlijk\s+|ten\s+hoogste\s+)?{_LENGTH}"
    rf"(?P<start>{_OPENS_START})?",
    re.IGNORECASE,
)
_AFTER_LETTER = Pattern(
    rf"{_LENGTH}(?P<start>\s+na(?:dat)?\b(?=[^.;:?!]{{0,40}}\b(?:datum|dagtekening|verzend\w*|brief|vandaag)\b))",
    re.IGNORECASE,
)
_AHEAD = Pattern(
    rf"\b(?:ten\s+minste|tenminste|minstens|minimaal|uiterlijk|tot(?:\s+uiterlijk)?|niet\s+later\s+dan)\s+{_LENGTH}"
    rf"(?P<start>\s+(?:{_VOOR}(?:dat|afgaand\s+aan)?|van\s+tevoren|vooraf)\b)",
    re.IGNORECASE,
)
_TERM_IS = Pattern(
    rf"\btermijn\b(?:[^.?!;,]{{0,50}}?\b(?:is|bedraagt|duurt)|\s+van(?=[^.?!;,]{{0,25}}(?:begint|vangt|gaat|start"
    rf"|loopt)))"
    rf"\s+(?:nu\s+)?(?P<length>{_LENGTH})"
    r"(?P<start>\s+(?:en\s+)?(?:begint|vangt\s+aan|vangt|gaat\s+in|gaat|start|loopt)\b[^.;?!]*)?",
    re.IGNORECASE,
)
_HAVE = Pattern(
    r"(?:(?P<for>\b(?:u (?:hebt|heeft|krijgt)|(?:hebt|heeft|krijgt) u)\s+(?:nog\s+)?(?:daarvoor|hiervoor)\s+)"
    rf"|\b(?:hebt|heeft|hebben|heb|krijgt)\b[^.?!;:]{{0,40}}?)(?P<length>(?:\bnog\s+)?{_LENGTH})"
    r"(?(for)|(?=\s+(?:de\s+)?(?:om|tijd)\b))",
    re.IGNORECASE,
)
_GENERAL = Pattern(r"\b(?:meestal|normaal|normaliter|gewoonlijk|gemiddeld|doorgaans|in principe)\b", re.IGNORECASE)
"""What usually happens is no deadline."""
_OPEN_UNTIL = Pattern(
    r"\b(?:u|je)\b[^.?!]*\b(?:kunt|kan|mag|hebt|heeft|krijgt|moet)\b|\b(?:kunt|kan|mag|hebt|heeft|krijgt"
    r"|moet)\s+(?:u|je)\b|\bkan\b|\b(?:kunnen|mogen)\b(?![^.?!]{0,30}\b(?:wij|we)\b)",
    re.IGNORECASE,
)
_UNTIL_TASK = Pattern(
    r"\b(?:reag\w+|stemmen|bezwaar|beroep|zienswijzen?|mening|tijd|gelegenheid|meedoen)\b",
    re.IGNORECASE,
)
_GOES_ON_UNTIL = frozenset(
    """
    parkeren rijden wonen blijven gebruiken lopen fietsen doorgaan staan liggen houden genieten wachten duren gelden
    zijn hebben worden werken varen zwemmen sporten reizen vinden bezoeken zien
    """.split()
)
"""What lasts until a day, where other verbs with "kunnen" say what can be done until then."""
_TIME_UNTIL = Pattern(
    r"\bu\s+(?:hebt|heeft|krijgt)(?:\s+(?:daarvoor|hiervoor|daar|hier|nog|dus|dan|de tijd|tijd|voor))*\s+$"
    r"|\b(?:hebt|heeft|krijgt)\s+u(?:\s+(?:daarvoor|hiervoor|nog|dus|dan|de tijd|tijd))*\s+$",
    re.IGNORECASE,
)
"""Before "tot 5 mei": the reader has time until then."""
_CAN_UNTIL = Pattern(
    r"(?:dat|dit|het|\w+en|inleveren|uw \w+|de \w+) (?:kan|mag|is mogelijk)(?: nog)?\s+$"
    r"|\w+ing\b[^.?!,;]{0,80}?\b(?:is|blijft)(?: nog)? mogelijk\s+$"
    r"|[^.?!,;]{0,80}?\b(?:is|blijft|staat) (?:nog )?(?:voor (?:u|je|jullie) )?open(?: voor (?:u|je|jullie))?\s+$"
    r"|(?:dat|dit|het) kunt u(?: nog)? doen\s+$"
    r"|(?:wij|we) wachten(?: \w+){0,3}\s+$|(?:daar|hier|daarop) wachten (?:wij|we)(?: \w+){0,2}\s+$",
    re.IGNORECASE,
)
_LEFT_UNDONE_ON = Pattern(
    rf"^(?:(?:als|indien|wanneer|mocht(?:en)?)\b|\w+\s+(?:wij|we|u|de|het|uw|er|dit|dat|die|je|jullie)\b"
    rf"|(?:is|zijn|staat|staan|hebben)\b(?=[^.?!]*[?]|[^.?!]*,\s+dan\b))(?:[^.?!,]|,(?=\d))*?"
    rf"(?P<words>\b(?:op|na)\s+(?P<date>{dates.PATTERN}))"
    rf"(?:[^.?!,]|, de (?:laatste|uiterste) [^.?!,]*,)*\b(?:niet|geen|niets)\b[^.?!]*[,?]",
    re.IGNORECASE,
)
"""The last day once more: "Staat het geld er op 1 juni niet, dan krijgt u een aanmaning"."""
_NOT = Pattern(r"\b(?:geen|niet)\b", re.IGNORECASE)
_NO_TERM_NOUN = Pattern(r"\b(?:uitnodiging|afspraak|gesprek|bijeenkomst|agenda|planning|programma)\s+$", re.IGNORECASE)
_EXTENDS = Pattern(r"\b(?:verleng\w*|verdag\w*|verdaag\w*)\b", re.IGNORECASE)

_MUNICIPAL = frozenset(
    "wij we ik gemeente college burgemeester heffingsambtenaar afdeling team medewerker collega commissie "
    "belastingkantoor gemeenteraad consulent aannemer monteur inspecteur beheerder rechter rechtbank".split()
)
_HEAD = frozenset({BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.TABLE_CELL, BlockKind.LABEL, BlockKind.PARAGRAPH})
_DATE_LABEL = Pattern(r"\b(?:datum|verzenddatum|dagtekening|verzonden|verstuurd|geplaatst|nieuws)\b", re.IGNORECASE)
_NOT_OF_THIS = Pattern(
    r"\b(?:uw\s+(?:brief|aanvraag|bericht|kenmerk|melding|verzoek)|geboren|geboortedatum|bijlage\w*|rapport"
    r"|d\.d\.)(?=\W|$)",
    re.IGNORECASE,
)
_ALONE = Pattern(rf"(?:[A-Z][\w' -]{{1,30}},\s*)?(?:{dates.PATTERN})\.?", re.IGNORECASE)
_SHORT = 40
_FAR = 300
"""Characters before a date in which words can tell what it is the date of."""
_FIRST_BLOCKS = 6


def letter_date(text: LetterText) -> DatedPassage | None:
    """Return the date of the letter: behind a label such as "Datum" above the salutation, or else the first one there.

    When there is none, the top and the bottom of the pages may tell it.
    A document without a salutation has a date only behind a label such as "Geplaatst op", or in a line by itself.
    """
    greeting = text.greeting
    head = text.blocks[: greeting if greeting is not None else _FIRST_BLOCKS]
    found = [one for view in head if view.block.kind in _HEAD for one in _dates_of(text, view)]
    labelled = [one for label, one in found if label]
    if labelled:
        return labelled[0]
    alone = [
        one for _, one in found if greeting is not None or _ALONE.fullmatch(text.blocks[one.passage.block].block.text)
    ]
    return alone[0] if alone else _date_in_margin(text)


def _date_in_margin(text: LetterText) -> DatedPassage | None:
    """Return the date of the letter at the top or the bottom of its pages: behind a label, or in a line by itself."""
    margins = [view for view in text.blocks if view.block.kind is BlockKind.MARGIN]
    found = [one for view in margins for one in _dates_of(text, view)]
    return next((one for label, one in found if label or _ALONE.fullmatch(text.whole(one.passage.block).text)), None)


def _dates_of(text: LetterText, view: AnalysedBlock) -> Iterator[tuple[bool, DatedPassage]]:
    """Yield the dates in a block above the salutation; True for one that has a label."""
    before = text.blocks[view.index - 1].block.text if view.index else ""
    for line in re.finditer(r"[^\n]+", view.block.text):
        for one in dates.find(line[0]):
            ahead = line[0][max(0, one.start - _FAR) : one.start]
            if _NOT_OF_THIS.search(ahead) or (one.start == 0 and _NOT_OF_THIS.search(before[-_SHORT:])):
                continue
            labelled = bool(_DATE_LABEL.search(ahead)) or (bool(_DATE_LABEL.search(before)) and len(line[0]) < _SHORT)
            place = text.passage(view.index, line.start() + one.start, line.start() + one.end)
            yield labelled, DatedPassage(place, one.date())


def find(text: LetterText, sent: dt.date | None) -> tuple[Deadline, ...]:
    """Return the deadlines in the running text, in order; ``sent`` is the day on which the letter goes out."""
    told = [
        deadline
        for sentence in (*text.sentences, *headings.orders(text))
        for deadline in _in_sentence(sentence, sent)
        if not _is_daily(text, sentence, deadline)
        and not (
            text.blocks[sentence.block].block.kind is BlockKind.LIST_ITEM
            and _is_period(text, text.blocks[sentence.block])
            and _LAST_DAY.match(deadline.passage.text)
        )
    ]
    for more in (*_in_rows(text, sent), *_in_answers(text, sent), *_of_order(text, sent)):
        place = more.passage
        if not any(place.block == one.passage.block and _overlap(place, one.passage) for one in told):
            told.append(more)
    return _in_order(told)


def _is_daily(text: LetterText, placed: PlacedSentence, due: Deadline) -> bool:
    """Tell of an hour for a thing, "De bak moet vóór 7.30 uur buiten staan", that no day in its paragraph goes with."""
    if due.date is not None or not _BY_HOUR.fullmatch(due.passage.text) or _OF_DAY.match(due.passage.text):
        return False
    asked = directives.find(placed)
    duty = asked is not None and asked.mood is Mood.DUTY
    return duty and not any(dates.find(text.blocks[placed.block].block.text))


_OF_DAY = Pattern(r"(?:die|dezelfde)\b", re.IGNORECASE)
_ASKS_WHEN = Pattern(
    r"\b(?:tot wanneer|tot welke|voor wanneer|vóór wanneer|wanneer|uiterste|reageren|tijd)\b", re.IGNORECASE
)
_LASTS = Pattern(r"\b(?:duurt|duren|hoe ?lang|afgesloten|dicht|open|werk\w*|geldt|geldig)\b", re.IGNORECASE)
_UNTIL = Pattern(rf"(?:tot(?:\s+en\s+met)?|t/m)\s+(?P<date>{dates.PATTERN}){_AT_HOUR}(?=\W*$)", re.IGNORECASE)


def _in_answers(text: LetterText, sent: dt.date | None) -> Iterator[Deadline]:
    """Yield the last day that a heading or a question asks for: "Tot wanneer?" and below it "Tot en met 20 maart."."""
    question = ""
    for setting in settings(text):
        placed = setting.placed
        found = _last_day_first(placed)
        asked = f"{setting.heading} {question}" if found else ""
        question = placed.text if placed.text.endswith("?") else ""
        if found and _ASKS_WHEN.search(asked) and not _LASTS.search(asked):
            date = next(dates.find(found["date"])).near(sent)
            if date and not re.match(r"tot\s+en|t/m", found[0], re.IGNORECASE):
                date -= dt.timedelta(days=1)
            yield Deadline(placed.part(*found.span()), "lezer", date=date)


@by_sentence
def _last_day_first(placed: PlacedSentence) -> re.Match[str] | None:
    return _UNTIL.match(placed.text)


def _of_order(text: LetterText, sent: dt.date | None) -> Iterator[Deadline]:
    """Yield the day from which an order under penalty holds: "Vanaf 9 november staat alles in het register"."""
    if sent is None or not any(_PENALTY.search(view.block.text) for view in text.blocks):
        return
    for placed in text.sentences:
        found = _holds_from(placed)
        date = next(dates.find(found["date"])).near(sent) if found else None
        if found and date and date > sent:
            yield Deadline(placed.part(*found.span("words")), "lezer", date=date)


@by_sentence
def _holds_from(placed: PlacedSentence) -> re.Match[str] | None:
    found = _FROM_DAY.search(placed.text)
    if found is None:
        return None
    starts = placed.text.rfind(": ", 0, found.end()) + 1  # "Wat wij van u willen: vanaf 1 mei ..."
    return None if _NO_ORDER.search(placed.text, starts) else found


_PENALTY = Pattern(r"\b(?:last onder (?:dwangsom|bestuursdwang)|dwangsom)\b", re.IGNORECASE)
_FROM_DAY = Pattern(
    rf"(?:^|\b(?:moet(?:en)?|dient|geldt|gelden|blijft|blijven|draagt|houdt|mag|mogen)\b[^.?!;]{{0,40}}?|:\s+)"
    rf"(?P<words>\b(?:vanaf|met ingang van)\s+(?P<date>{dates.PATTERN}))",
    re.IGNORECASE,
)
_NO_ORDER = Pattern(
    r"\?|\b(?:bezwaar|beroep|rente|dan|als|wij|we|ik)\b|\b(?:betaalt|kost|bereikbaar|open|ter inzage)\b", re.IGNORECASE
)
"""What else can begin on a day in such a letter: a penalty, a term, or what the municipality does."""
_DUE_LABEL = Pattern(
    r"\b(?:betaal\w*|betalen|voldoen|inleveren|reageren|aanmelden|opsturen|uiterste?|uiterlijk|laatste dag"
    r"|vervaldatum)\b",
    re.IGNORECASE,
)


def _in_rows(text: LetterText, sent: dt.date | None) -> Iterator[Deadline]:
    """Yield the last days in rows such as "Betalen vóór: 1 april 2026", below the greeting."""
    for view in text.blocks[(text.greeting or 0) + 1 :]:
        row = view.block.kind is BlockKind.LIST_ITEM and ":" in view.block.text
        if view.block.kind is not BlockKind.TABLE_CELL and not row:
            continue
        words = view.block.text
        before = text.blocks[view.index - 1].block
        label = before.text if before.kind is BlockKind.TABLE_CELL else ""
        for found in dates.find(words):
            ahead = words[: found.start] or label
            if row and not ahead.rstrip().endswith(":"):
                continue
            if len(ahead) < _SHORT and _DUE_LABEL.search(ahead) and not _is_period(text, view):
                yield Deadline(text.passage(view.index, found.start, found.end), "lezer", date=found.near(sent))


_FIRST_DAY = Pattern(r"\b(?:eerste (?:\w*dag|datum)|begin(?:t|datum)?|start(?:datum)?|vanaf|van)\b", re.IGNORECASE)


def _is_period(text: LetterText, view: AnalysedBlock) -> bool:
    """Tell of a row whether the one before it has the first day of the same: together they are a period."""
    before = text.blocks[max(view.index - 2, 0) : view.index]
    return any(one.block.kind is view.block.kind and _FIRST_DAY.match(one.block.text) for one in before)


def with_events(due: Sequence[Deadline], days: Iterable[Passage], sent: dt.date | None) -> tuple[Deadline, ...]:
    """Return ``due`` with the ``days`` on which the reader must do something or come, in order."""
    found = list(due)
    for day in days:
        if not any(one.passage.block == day.block and _overlap(one.passage, day) for one in found):
            on = next(dates.find(day.text), None)
            found.append(Deadline(day, "lezer", date=on.near(sent) if on else None, event=True))
    return _in_order(found)


def _in_order(due: Sequence[Deadline]) -> tuple[Deadline, ...]:
    return tuple(sorted(due, key=lambda one: (one.passage.block, one.passage.start)))


_AT_ONCE = Pattern(r"meteen|direct|dezelfde (?:dag|avond|middag|ochtend)", re.IGNORECASE)
"""The moment of something else, and no last day by itself."""


def with_promises(due: Sequence[Deadline], promised: Sequence[Promise], sent: dt.date | None) -> tuple[Deadline, ...]:
    """Return ``due`` with the days on which the municipality promises to do something, in order."""
    known = [(one.passage.block, one.passage.start, one.passage.end) for one in due]
    more = []
    for promise in promised:
        when = promise.when
        if when is not None and _AT_ONCE.fullmatch(when.text):
            continue
        if when is None or any(b == when.block and s < when.end and when.start < e for b, s, e in known):
            continue
        known.append((when.block, when.start, when.end))
        on = None if _OPEN_DAY.match(when.text) else next(dates.find(when.text), None)
        day = on.near(sent) if on else _tomorrow(when.text, sent)
        more.append(Deadline(when, "gemeente", date=day))
    return _in_order([*due, *more])


_OPEN_DAY = Pattern(r"(?:in|vanaf|rond|met ingang van|tussen)\b", re.IGNORECASE)
"""Before such words a day does not say by when something is done."""


def _tomorrow(words: str, sent: dt.date | None) -> dt.date | None:
    ahead = {"vandaag": 0, "morgen": 1, "overmorgen": 2}.get(words.lower())
    return sent + dt.timedelta(days=ahead) if sent and ahead is not None else None


@by_place
def _in_sentence(placed: PlacedSentence, sent: dt.date | None) -> tuple[Deadline, ...]:
    if (
        not _WORTH_A_LOOK.search(placed.text)
        or _QUOTES.match(placed.text)
        or _GENERAL.search(placed.text)
        or duties.is_for_others(placed)
    ):
        return ()
    taken: list[Deadline] = []
    for deadline in (*_by_date(placed, sent), *_by_term(placed, sent)):
        if not any(_overlap(deadline.passage, other.passage) for other in taken):
            taken.append(deadline)
    return tuple(sorted(taken, key=lambda deadline: deadline.passage.start))


_QUOTES = Pattern(r"(?:in|volgens) (?:uw|de|het|ons|onze|artikel) [^.?!,]{0,50}\bstaat dat\b", re.IGNORECASE)
"""What a permit or a law says, and no term of this letter: "In uw vergunning staat dat u binnen een maand ..."."""
_WORTH_A_LOOK = Pattern(
    rf"\b(?:{_VOOR}|tot|uiterlijk|laatst\w*|later|moet|moeten|loopt|eindigt|sluit|verloopt|verstrijkt|binnen|weken"
    rf"|dagen|termijn|hebt|heeft"
    rf"|hebben|na|t/m|\w+inste|minimaal|minstens|dien\w*|(?:be)?hoort?|nog|dicht|graag|uiterste)\b|t/m|\b(?:op|na)\s+[^.?!]*\d[^.?!]*\b(?:niet|geen|niets|rekening)\b",
    re.IGNORECASE,
)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _by_date(placed: PlacedSentence, sent: dt.date | None) -> Iterator[Deadline]:
    for found in _LAST_DAY.finditer(placed.text):
        date = next(dates.find(found["date"])).near(sent)
        ours = "|" not in found[0] and _actor(placed.sentence.tokens) == "gemeente"
        whom: Whom = _whom(placed, found.start()) if ours else "lezer"
        yield Deadline(placed.part(*found.span()), whom, date=date)
    for found in _BEFORE_DATE.finditer(placed.text):
        date = next(dates.find(found["date"])).near(sent)
        if (
            not _is_due(placed, found)
            or _is_missed(placed, found.start())
            or _looks_back(placed, found.start(), date, sent)
        ):
            continue
        if date and found["open"]:
            date -= dt.timedelta(days=1)
        yield Deadline(placed.part(*found.span()), _whom(placed, found.start()), date=date)
    for pattern, group in ((_ENDS, 0), (_MUST_ON, "words")):
        if pattern is _MUST_ON and (not _MUST_BE.search(placed.text) or _U_MUST.search(placed.text)):
            continue
        for found in pattern.finditer(placed.text):
            named = "last" if pattern is _ENDS and found["last"] else "date"
            if _NOT_A_LIMIT.search(placed.text[: found.start(named)]):
                continue
            date = next(dates.find(found[named])).near(sent)
            yield Deadline(placed.part(*found.span(group)), "lezer", date=date)
    yield from _by_moment(placed, sent)


def _by_moment(placed: PlacedSentence, sent: dt.date | None) -> Iterator[Deadline]:
    """Yield an hour, a vague moment, and the days that must be read from what is said about them."""
    by_hour, asked = _BY_HOUR.search(placed.text), directives.find(placed)
    if by_hour and asked and asked.mood in _PUTS and not _EVERY_TIME.search(placed.text):
        day = next(dates.find(by_hour[0]), None)
        yield Deadline(placed.part(*by_hour.span()), "lezer", date=day.near(sent) if day else None)
    for pattern in _IN_BY:
        for found in pattern.finditer(placed.text):
            date = next(dates.find(found["date"])).near(sent)
            if date and sent and date > sent:
                yield Deadline(placed.part(*found.span("words")), "lezer", date=date)
    for found in _VAGUE.finditer(placed.text):
        yield Deadline(placed.part(*found.span()), _whom(placed, found.start()))
    if told := _LEFT_UNDONE_ON.search(placed.text):
        date = next(dates.find(told["date"])).near(sent)
        if date and sent and date > sent:
            yield Deadline(placed.part(*told.span("words")), "lezer", date=date)


_IN_BY = (
    Pattern(
        r"\bgraag (?:hebben|zien|ontvangen|krijgen) (?:wij|we|ik)\b"
        rf"[^.?!;]{{0,80}}?(?P<words>\bop\s+(?P<date>{dates.PATTERN}))"
        r"(?=[^.?!;]{0,80}\b(?:binnen|terug|tegemoet)\b)",
        re.IGNORECASE,
    ),
    Pattern(
        rf"\b(?:wij|we|ik) (?:hebben|zien|ontvangen|krijgen) [^.?!;]{{0,80}}?\bgraag [^.?!;]{{0,80}}?(?P<words>\bop\s+"
        rf"(?P<date>{dates.PATTERN}))(?=[^.?!;]{{0,80}}\b(?:binnen|terug|tegemoet)\b)",
        re.IGNORECASE,
    ),
    Pattern(
        rf"(?P<words>\bop\s+(?P<date>{dates.PATTERN}))\s+(?:staat|is|moet)\s+(?:dit|dat|het|uw|jouw)\b"
        r"(?![^.?!]*\b(?:niet|geen)\b)[^.?!;]{0,80}\b(?:op (?:onze|de) rekening|bij ons(?: binnen)?)\b",
        re.IGNORECASE,
    ),
)
"""A day on which the municipality must have it: "Op 1 juli staat dit bedrag op onze rekening"."""
_U_MUST = Pattern(r"\bu (?:moet|dient|behoort)\b|\b(?:moet|dient|behoort) u\b", re.IGNORECASE)
"""Then a day is an appointment, or the deadline has words of its own."""
_NOT_A_LIMIT = Pattern(r"\b(?:vanaf|van|sinds|na|tussen|met ingang van)\s+$", re.IGNORECASE)


def _is_due(placed: PlacedSentence, found: re.Match[str]) -> bool:
    """Tell whether "tot 5 mei" or "voor 5 mei" says before when somebody must act, and not how long something lasts."""
    opener = found[0].lower()
    before = placed.text[: found.start()]
    if opener.startswith("voor ") and _NO_TERM_NOUN.search(before):
        return False
    if found["open"] and not opener.startswith("tot") and _NOT_BEFORE.search(before):
        return False
    if not opener.startswith(("tot", "t/m")) or opener.startswith("tot of"):
        return True
    if re.search(r"\bgraag\b", before):
        return True
    if _NOT.search(placed.text) or re.search(r"\bsinds\b[^,.]{0,40}$", before):
        return False
    if _TIME_UNTIL.search(before) or _CAN_UNTIL.match(before):
        return True
    return bool(_OPEN_UNTIL.search(placed.text)) and bool(_UNTIL_TASK.search(placed.text) or _can_be_done(placed))


_NOT_BEFORE = Pattern(r"\b(?:van|uit|(?:niet|nooit)(?: (?:al|meer|eerder))?)\s+$", re.IGNORECASE)
"""Before "vóór 15 juni": how old something is, or when it may not begin yet."""


def _can_be_done(placed: PlacedSentence) -> bool:
    """Tell whether an infinitive in the sentence says what can be done once, and not what lasts."""
    infinitives = [token for token in placed.sentence.tokens if "VerbForm=Inf" in token.morph and token.pos == "VERB"]
    named = _DOING.match(placed.text)
    acts = {token.lemma.lower() for token in infinitives} | ({named[1].lower()} if named else set())
    return bool(acts - _GOES_ON_UNTIL)


_DOING = Pattern(r"(\w+en) (?:kan|is mogelijk)\b")
"""An act as the subject of a sentence: "Aanmelden kan tot 5 mei"."""


def _looks_back(placed: PlacedSentence, offset: int, date: dt.date | None, sent: dt.date | None) -> bool:
    """Tell whether the clause tells what was due before: "u moest vóór 1 mei betalen"; a day to come never was."""
    if date and sent and date > sent:
        return False
    start, end = clause(placed.text, offset)
    base = placed.sentence.start
    tokens = placed.sentence.tokens
    inside = [token for token in tokens if start <= token.start - base < end]
    finite = [t for t in inside if t.is_finite] or [t for t in tokens if t.is_finite]
    if finite and all(is_past(token) and not token.lower.startswith(("zou", "gelast")) for token in finite):
        return True
    perfect = any(t.is_participle for t in inside) and any(t.lemma in {"hebben", "zijn"} for t in finite)
    must = any(t.lemma in {"moeten", "dienen"} for t in finite)
    return bool(date and sent and date <= sent and perfect and not must)


def _is_missed(placed: PlacedSentence, offset: int) -> bool:
    """Tell of "Wij zouden uiterlijk 3 mei beslissen" and "Het lukt niet om binnen 8 weken ..." that it fails."""
    start, end = clause(placed.text, offset)
    return bool(_MEANT.search(placed.text[start:end]) or _FAILS.search(placed.text[start : max(start, offset)]))


_MEANT = Pattern(
    r"\b(?:wij|we|ik) zouden?\b(?! graag)|\bzouden? (?:wij|we|ik)\b(?! graag)"
    r"|\b(?:had|hadden)\b[^.?!]*\b(?:moeten|zullen|willen)\b",
    re.IGNORECASE,
)
_FAILS = Pattern(
    r"\b(?:lukt|lukte|gelukt|mogelijk|haalbaar|kunnen|kan)\b[^.?!]{0,15}\bniet\b[^.?!]{0,40}\bom\b[^.?!]*$"
    r"|\bniet\s+(?:mogelijk|gelukt|haalbaar)\b[^.?!]*\bom\b[^.?!]*$",
    re.IGNORECASE,
)
"""What could not be done in time, before the words that tell the time."""


def _describes(placed: PlacedSentence, offset: int) -> bool:
    """Tell whether the clause only says how things will be: "De verf is binnen een uur droog"."""
    start, end = clause(placed.text, offset)
    base = placed.sentence.start
    inside = [token for token in placed.sentence.tokens if start <= token.start - base < end]
    finite = [token for token in inside if token.is_finite]
    copula = bool(finite) and all(token.lemma == "zijn" and token.dep == "cop" for token in finite)
    people = {"u", "wij", "we", "ik", "ons"} | _MUNICIPAL
    return copula and not any(token.is_participle or token.lower in people for token in inside)


def _by_term(placed: PlacedSentence, sent: dt.date | None) -> Iterator[Deadline]:
    for pattern in (_AHEAD, _WITHIN, _AFTER_LETTER):
        for found in pattern.finditer(placed.text):
            if _is_missed(placed, found.start()) or _looks_back(placed, found.start(), None, None):
                continue
            if _describes(placed, found.start()) or _BY_ITSELF.search(placed.text):
                continue
            if _FOR_CASE.search(placed.text[: found.start()]) or _BY_OTHERS.match(placed.text, found.end()):
                continue
            start = _start(placed, found) if found["start"] else None
            end = start.end - placed.sentence.start if start else found.end() - len(found["start"] or "")
            yield _of_term(placed, (found.start(), end), found, start, sent)
    if _EXTENDS.search(placed.text):
        return
    for found in _TERM_IS.finditer(placed.text):
        start = placed.part(*found.span("start")) if found["start"] else None
        yield _of_term(placed, (found.start("length"), found.end()), found, start, sent)
    for found in _HAVE.finditer(placed.text):
        yield _of_term(placed, found.span("length"), found, None, sent)


_BY_ITSELF = Pattern(
    r"^(?:komen|komt|keert|keren|gaat|gaan|wordt|worden|treedt|valt|is|zijn|raakt|raken)\s+"
    r"(?:de|het|dat|dit|die|deze|er)\b"
    r"(?![^?]*\b(?:niet|geen|niets)\b)[^.?!]*\?",
    re.IGNORECASE,
)
"""A question about what may happen: "Komt de lekkage binnen een maand terug?"."""
_FOR_CASE = Pattern(r"\bbij\s+(?:het\s+)?\w+(?:en|ing)\s+$", re.IGNORECASE)
"""Before a term: it belongs to a case of a rule, "Teruggave bij intrekken binnen vier weken"."""
_BY_OTHERS = Pattern(r"\s+door (?:uw|de|een|jouw) \w+ laten\b", re.IGNORECASE)
"""After a term: somebody else does it, "binnen 56 dagen door uw bank laten terugzetten"."""


def _of_term(
    placed: PlacedSentence, span: tuple[int, int], found: re.Match[str], start: Passage | None, sent: dt.date | None
) -> Deadline:
    term = Term.of(found["count"], found["unit"])
    last = _last_day(start.text, term, sent) if start else None
    return Deadline(placed.part(*span), _whom(placed, span[0]), date=last, term=term, start=start)


_GOES_ON = frozenset("van der na vanaf".split())
"""Prepositions after which the words about the start go on: "na de dag van verzending"."""
_AT = frozenset("boven bovenaan op in onder".split())
_WRITING = frozenset("brief besluit beschikking rekening factuur aanslag schrijven nota bericht mail".split())
_RELATIVE = frozenset("waarop waarin dat die waarmee".split())
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "X", "SYM"})


def _start(placed: PlacedSentence, found: re.Match[str]) -> Passage:
    """Return the words about the start of a term: up to the first verb, or a new group of words."""
    base = placed.sentence.start
    opens, offset = found.start("start"), found.end("start")
    words = found["start"].lower()
    tokens = [token for token in placed.sentence.tokens if token.start - base >= offset]
    if words.endswith(("tevoren", "vooraf")):
        tokens = []
    in_clause = words.endswith(("nadat", "rdat"))
    length = _clause_length(tokens) if in_clause else _group_length(tokens)
    end = tokens[length - 1].end - base if length else offset
    lead = len(found["start"]) - len(found["start"].lstrip(", "))
    return placed.part(opens + lead, end)


def _clause_length(tokens: Sequence[Token]) -> int:
    """Return how many of ``tokens`` belong to a subordinate clause: to the last of its verbs."""
    seen = False
    for count, token in enumerate(tokens):
        is_verb = token.pos in {"VERB", "AUX"}
        if not token.is_word or (seen and not is_verb and token.lower != "te"):
            return count
        seen = seen or (is_verb and token.is_finite) or (is_verb and token.is_participle)
    return len(tokens)


def _group_length(tokens: Sequence[Token]) -> int:
    """Return how many of ``tokens`` belong to a group such as "de dag van verzending van dit besluit"."""
    complete = False
    for count, token in enumerate(tokens):
        word = token.lower
        ends = not token.is_word or token.is_finite or word == "te" or token.pos in {"CCONJ", "AUX"}
        if complete and (word in _RELATIVE or token.pos == "SCONJ"):
            return count + _clause_length(tokens[count:])
        if ends or (complete and not _continues(tokens, count)):
            return count
        if word in _GOES_ON or (token.pos == "ADP" and complete):
            complete = False
        elif token.pos in _NOUNS or word in {"vandaag", "heden", "die", "dato"} or token.pos == "VERB":
            complete = True
            following = tokens[count + 1].pos if count + 1 < len(tokens) else ""
            if token.pos == "NUM" and following in _NOUNS:
                complete = False
    return len(tokens)


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token after a complete group still belongs to it."""
    token = tokens[at]
    if token.lower in _GOES_ON:
        return True
    if token.lower in _AT:
        own = {following.lower for following in tokens[at + 1 : at + 4]}
        return bool(own & _WRITING) and not own & {"uw", "onze", "ons"}
    previous = tokens[at - 1]
    return token.pos == "NUM" or (token.pos == "PROPN" and previous.pos == "PROPN")


_FROM_LETTER = Pattern(
    r"\b(?:datum|dagtekening|verzend\w*|verzonden|verstuurd|versturen|bekendmaking|brief|schrijven|vandaag|heden)\b",
    re.IGNORECASE,
)
_NOT_FROM_LETTER = Pattern(r"\bontvang\w*|\buw\b", re.IGNORECASE)


def _last_day(start: str, term: Term, sent: dt.date | None) -> dt.date | None:
    """Return the last day of a term that counts from a date or from the day on which the letter was sent."""
    if term.unit not in {"dag", "week", "maand", "jaar"}:
        return None
    if on := next(dates.find(start), None):
        first = on.near(sent)
        if first and re.search(r"\b(?:vanaf|ingang|op)\b", start, re.IGNORECASE):
            first -= dt.timedelta(days=1)  # the day itself counts
    else:
        first = sent if _FROM_LETTER.search(start) and not _NOT_FROM_LETTER.search(start) else None
    if first is None or re.match(rf"(?:{_VOOR}|van tevoren)", start, re.IGNORECASE):
        return None
    if term.unit in {"dag", "week"}:
        return first + dt.timedelta(days=round(term.days))
    months = first.month - 1 + round(term.count) * (12 if term.unit == "jaar" else 1)
    year, month = first.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(first.day, dates.days_in(month, year)))


_AWAITED = Pattern(
    r"\b(?:wij|we) wachten\b|\bwachten (?:wij|we)\b|\bbij (?:ons|de gemeente) (?:binnen|zijn)\b"
    r"|\b(?:is|zijn|staat) (?:bij ons )?binnen\b|\bbinnen (?:zijn|is|hebben)\b|\bzorg(?:t u)?\b"
    r"|\bgraag\b[^.?!]{0,60}\bvan u\b|\bdat (?:wij|we) (?:uw|de|het|ze|deze) [^.?!]{0,60}\bhebben\b",
    re.IGNORECASE,
)
"""What must have come in by then is for the reader, where no directive says so."""


def _is_asked(placed: PlacedSentence, start: int, end: int) -> bool:
    """Tell whether a directive in a stretch of the sentence puts something to the reader."""
    found = directives.find(placed)
    if found is None or found.mood in {Mood.STATEMENT, Mood.DUTY, Mood.QUESTION, Mood.ORDER, Mood.MUST}:
        return False
    return start <= found.at < end or start <= found.act < end


_REMEDY = Pattern(
    r"\b(?:bezwaar(?:schrift)?|beroep(?:schrift)?|zienswijze)\b[^.?!]*\b(?:maken|indienen|ingediend|instellen|zijn"
    r"|ontvangen|open|geven|sturen|gaan|kenbaar)\b"
    r"|\bkunt u\b|\bkunnen\b|\bkan\b|\bu kunt\b|\bu mag\b",
    re.IGNORECASE,
)
_HEARS = Pattern(
    r"\bu (?:krijgt|ontvangt|hoort|verneemt|leest)\b|\b(?:krijgt|ontvangt|hoort|verneemt) u\b|\btegemoet\b"
    r"|\bverwachten\b"
    r"|\bdoor (?:ons|de gemeente)\b|\bkunt u\b[^.?!]*\bverwachten\b"
    r"|\bword(?:t|en)? u\b[^.?!]*\b(?:ge\w+d|bericht)\b|\bu wordt\b[^.?!]*\b(?:ge\w+d|bericht)\b",
    re.IGNORECASE,
)
_DECIDED = Pattern(r"\b(?:wordt|zal|zullen|wij|we)\b[^.?!]*\b(?:beslist|besloten|beslissen)\b", re.IGNORECASE)
_RECEIVED = Pattern(
    r"\b(?:door|van)\s+(?:ons|de gemeente)\s+(?:\w+\s+)?(?:ontvangen|te zijn ontvangen)"
    r"|\bontvangen\s+(?:is|zijn|hebben|te)\b"
    r"|\b(?:is|zijn|worden)\s+(?:\w+\s+)?ontvangen\b(?<!heeft ontvangen)|\bte\s+(?:zijn|hebben)\s+ontvangen\b"
    r"|\bbijgeschreven\b|\bin\s+(?:ons|het)\s+bezit\b|\bop onze rekening\b"
    r"|\bbij (?:ons|mij) (?:\w+ )?(?:terug|binnen|bekend)\b",
    re.IGNORECASE,
)
"""What the municipality must have by then is for the reader to send."""
_WITHOUT = Pattern(r"\bzonder\s+(?:\w+\s+){1,4}$", re.IGNORECASE)
"""What the reader must have sent by then: "Zonder offerte vóór 1 juni sluiten wij de zaak"."""
_OPENING_TERM = Pattern(rf"binnen\b[^,]*\b(?:nadat|{_VOOR}dat)\b", re.IGNORECASE)
_OF_TERM = frozenset({"termijn", "dag", "betaaldag", "datum"})
_WE = Pattern(r"\b(?:wij|we|ik)\b", re.IGNORECASE)
_MUST = frozenset({"moeten", "dienen", "behoren", "horen"})


def _whom(placed: PlacedSentence, offset: int) -> Whom:
    """Tell who must act before a deadline: what the clause around it says, or else the sentence."""
    sentence, base = placed.sentence, placed.sentence.start
    start, end = clause(placed.text, offset)
    words = placed.text[start:end]
    if _OPENING_TERM.match(words) and end < len(placed.text):  # "Binnen 3 weken nadat wij dat weten, krijgt u ..."
        start, end = end, len(placed.text)
        words = placed.text[start:end]
    if _WITHOUT.search(placed.text[start:offset]) or _CAN_UNTIL.match(placed.text[:offset]):
        return "lezer"
    asked = _is_asked(placed, start, end) or _AWAITED.search(words)
    if asked and not re.search(r"\bbesl(?:issen|ist)\b", words):
        return "lezer"
    if _DECIDED.search(words):
        return "gemeente"
    if _RECEIVED.search(words) or GLADLY.search(words):
        return "lezer"
    if order_of(placed.sentence.words) and not re.search(r"\b(?:wij|we)\b", words):
        return "lezer"
    if _HEARS.search(words) and not re.search(
        r"\bverwachten (?:wij|we)\b|\b(?:wij|we) verwachten\b"
        r"|\bu\b.*\bdoor ons\b.*\bontvangen\b",
        words,
    ):
        return "gemeente"
    inside = [token for token in sentence.tokens if start <= token.start - base < end]
    if actor := _actor(inside):
        return actor
    if _REMEDY.search(words):
        return "lezer"
    must = any(token.lemma in _MUST and token.is_finite for token in inside)
    finite = any(token.is_finite for token in inside)
    if _is_asked(placed, 0, len(placed.text)) or _AWAITED.search(placed.text):
        return "lezer"
    if not finite:
        return _actor(sentence.tokens) or "lezer"
    if must or _is_order(inside):
        return "lezer"
    return "gemeente" if any(token.dep.startswith("nsubj") for token in inside) else "lezer"


def _is_order(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word]
    return (
        bool(words) and words[0].pos in {"VERB", "AUX", "PROPN"} and not any(t.dep.startswith("nsubj") for t in words)
    )


def _actor(tokens: Sequence[Token]) -> Whom | None:
    """Return who acts in a clause with "wij", "u" or a part of the municipality as its subject; None without one."""
    words = {token.lower for token in tokens}
    subjects = [token for token in tokens if token.dep.startswith("nsubj")]
    finite = [token for token in tokens if token.is_finite]
    if _WE.search(" ".join(words)):
        return "gemeente"
    first = finite[0].index if finite else -1
    if any(
        token in subjects or (token.index < first and not _after_preposition(tokens, at))
        for at, token in enumerate(tokens)
        if token.lower in _MUNICIPAL
    ):
        return "gemeente"
    if any(token.lower in _OF_TERM for token in subjects):
        return "lezer"
    others = [token for token in subjects if token.pos in {"NOUN", "PROPN"} and 0 <= token.index < first]
    if others:
        return None
    beside = {finite_.index + step for finite_ in finite for step in (-1, 1)}
    if any(token.lower in {"u", "je"} and (token.index in beside or token in subjects) for token in tokens):
        return "lezer"
    return None


def _after_preposition(tokens: Sequence[Token], at: int) -> bool:
    return any(token.pos == "ADP" for token in tokens[max(at - 2, 0) : at])


def due_in(placed: PlacedSentence, deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Return those of ``deadlines``, which are in the order of the text, that stand in the sentence."""
    block, sentence = placed.block, placed.sentence
    end = (block, sentence.end)
    first = bisect_left(deadlines, (block, sentence.start), key=_where)
    return tuple(takewhile(lambda deadline: _where(deadline) < end, islice(deadlines, first, None)))


def _where(deadline: Deadline) -> tuple[int, int]:
    return deadline.passage.block, deadline.passage.start
