"""Deadlines: the date of a letter, and the moments before which the reader or the municipality must act."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from b1check.documents.document import BlockKind
from b1check.language import dates
from b1check.language.analysis import Sentence, Token
from b1check.letter.model import UNITS, DatedPassage, Deadline, Passage, Term
from b1check.letter.text import LetterText, PlacedSentence

Whom = Literal["lezer", "gemeente"]

_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        word: value
        for value, word in enumerate(
            "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien".split(), 1
        )
    }
    | {"één": 1, "twintig": 20, "dertig": 30}
)
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = rf"(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))})"
_LENGTH = re.compile(rf"\b{_COUNT}\s+(?:volle\s+|hele\s+)?{_UNIT}\b", re.IGNORECASE)
_DAY = rf"(?:{'|'.join(dates.WEEKDAYS)})"

_BEFORE_DATE = re.compile(
    r"\b(?:(?P<open>v[óo]{1,2}r|tot)|(?:uiterlijk|ten laatste|niet later dan|op zijn laatst)(?:\s+(?:op|tot en met|t/m))?"
    r"|uiterlijk\s+v[óo]{1,2}r|tot\s+en\s+met|t/m|(?:op\s+of|tot\s+of)\s+v[óo]{1,2}r)\s+(?:de\s+|op\s+)?"
    rf"(?P<date>{dates.PATTERN})",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:binnen|in\s+uiterlijk|uiterlijk)\s+(?:uiterlijk\s+|een\s+termijn\s+van\s+|maximaal\s+)?{_COUNT}\s+{_UNIT}\b"
    r"(?P<start>\s+(?:na(?:dat)?|vanaf|te\s+rekenen|gerekend|voor(?:dat)?|v[óo]{2}r(?:dat)?)\b[^.;:?!()]*)?"
    rf"|\b{_COUNT.replace('count', 'later')}\s+{_UNIT.replace('unit', 'measure')}\b"
    r"(?P<after>\s+(?:na(?:dat)?|v[óo]{2}r(?:dat)?)\b[^.;:?!()]*)",
    re.IGNORECASE,
)
_EVENT_END = re.compile(
    r"\s+(?:(?:bezwaar|beroep|een\s+(?:bezwaar|beroep)schrift|een\s+besluit|contact)\b|(?:en|maar|of)\s+(?:u|wij|we|dan)\b|"
    r"(?:maken|indienen|betalen|betaald|sturen|reageren|beslissen|ontvangen|hebben|zijn|krijgen|beslist|inleveren|aan\s+ons|"
    r"naar\s+ons|bij\s+ons|op\s+ons)\b).*$|,.*$",
    re.IGNORECASE,
)
"""Where the words about the start of a term stop: the verb or the object of the sentence comes next."""
_REMEDY = re.compile(r"\b(?:bezwaar|beroep|zienswijze)", re.IGNORECASE)
_MUNICIPAL = frozenset(
    "wij we ik gemeente college burgemeester heffingsambtenaar afdeling team medewerker collega commissie "
    "belastingkantoor gemeenteraad consulent".split()
)
_READER = frozenset("u uw je jij jullie".split())
_HEAD = frozenset({BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.TABLE_CELL, BlockKind.LABEL, BlockKind.PARAGRAPH})
_DATE_LABEL = re.compile(r"\b(?:datum|verzenddatum|dagtekening|verzonden|verstuurd|geplaatst|nieuws)\b", re.IGNORECASE)
_NOT_OF_THIS = re.compile(r"\b(?:uw\s+(?:brief|aanvraag|bericht|kenmerk)|geboren|geboortedatum)\b", re.IGNORECASE)


def letter_date(text: LetterText) -> DatedPassage | None:
    """Return the date of the letter: behind a label such as "Datum" above the salutation, or else the first one there.

    A document without a salutation has a date only behind a label, such as "Geplaatst op".
    """
    greeting = next((b.index for b in text.blocks if b.block.kind is BlockKind.SALUTATION), None)
    head = text.blocks[: greeting if greeting is not None else min(len(text.blocks), 6)]
    found: list[tuple[bool, DatedPassage]] = []
    for view in head:
        if view.block.kind not in _HEAD:
            continue
        label_before = view.index > 0 and bool(_DATE_LABEL.search(text.blocks[view.index - 1].block.text))
        for line in re.finditer(r"[^\n]+", view.block.text):
            for one in dates.find(line[0]):
                if _NOT_OF_THIS.search(line[0][: one.start]):
                    continue
                labelled = bool(_DATE_LABEL.search(line[0][: one.start])) or (label_before and len(line[0]) < 40)
                place = text.passage(view.index, line.start() + one.start, line.start() + one.end)
                found.append((labelled, DatedPassage(place, one.date())))
    labelled_dates = [one for labelled, one in found if labelled]
    if labelled_dates:
        return labelled_dates[0]
    return found[0][1] if found and greeting is not None else None


def find(text: LetterText, sent: dt.date | None) -> tuple[Deadline, ...]:
    """Return the deadlines in the running text, in order; ``sent`` is the day on which the letter goes out."""
    return tuple(deadline for sentence in text.sentences for deadline in _in_sentence(sentence, sent))


def _in_sentence(placed: PlacedSentence, sent: dt.date | None) -> Iterator[Deadline]:
    found = [*_by_date(placed, sent), *_by_term(placed, sent)]
    yield from sorted(found, key=lambda deadline: deadline.passage.start)


def _by_date(placed: PlacedSentence, sent: dt.date | None) -> Iterator[Deadline]:
    for found in _BEFORE_DATE.finditer(placed.text):
        before = placed.text[: found.start()].rstrip().lower()
        if re.search(r"\b(?:van|vanaf|tussen)\b[^,.]{0,40}$", before):  # "van 1 mei tot en met 5 mei" is a period
            continue
        date = next(dates.find(found["date"])).date(after=sent)
        if date and found["open"]:
            date -= dt.timedelta(days=1)
        passage = placed.part(*found.span())
        yield Deadline(passage, _whom(placed, found.start()), date=date)


def _by_term(placed: PlacedSentence, sent: dt.date | None) -> Iterator[Deadline]:
    for found in _WITHIN.finditer(placed.text):
        count, unit = found["count"] or found["later"], found["unit"] or found["measure"]
        term = Term(_number(count), UNITS[unit.lower()])
        group = "start" if found["start"] else "after"
        start = _start(placed, found, group) if found[group] else None
        end = start.end - placed.sentence.start if start else found.end() - len(found[group] or "")
        passage = placed.part(found.start(), end)
        last = _last_day(sent, term) if start and _from_letter(start.text) else None
        yield Deadline(passage, _whom(placed, found.start()), date=last, term=term, start=start)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _start(placed: PlacedSentence, found: re.Match[str], group: str) -> Passage:
    words = _EVENT_END.sub("", found[group]).rstrip()
    offset = found.start(group) + len(words) - len(words.lstrip())
    return placed.part(offset, found.start(group) + len(words))


def _from_letter(start: str) -> bool:
    """Tell whether a term counts from the day on which the letter was sent."""
    return bool(
        re.search(
            r"\b(?:datum|dagtekening|verzenddatum|verzending|verzonden|verstuurd|versturen|bekendmaking|brief)\b",
            start,
            re.IGNORECASE,
        )
    ) and not re.search(r"\bontvangst\b|\buw\b", start, re.IGNORECASE)


def _last_day(sent: dt.date | None, term: Term) -> dt.date | None:
    if sent is None or term.unit not in {"dag", "week"}:
        return None
    return sent + dt.timedelta(days=round(term.days))


def _whom(placed: PlacedSentence, offset: int) -> Whom:
    """Tell who must act: the subject nearest to the deadline; a sentence about objecting is about the reader."""
    if _REMEDY.search(placed.text) and not re.search(r"\b(?:wij|we)\b[^,.]*\bbesl", placed.text, re.IGNORECASE):
        return "lezer"
    sentence, at = placed.sentence, placed.sentence.start + offset
    subjects = [token for token in sentence.tokens if _is_actor(sentence, token)]
    if not subjects:
        return "lezer"
    clause = _clause_bounds(placed.text, offset)
    inside = [t for t in subjects if clause[0] <= t.start - sentence.start < clause[1]]
    nearest = min(inside or subjects, key=lambda token: abs(token.start - at))
    return "gemeente" if nearest.lower in _MUNICIPAL else "lezer"


def _is_actor(sentence: Sentence, token: Token) -> bool:
    if token.lower in {"wij", "we", "ik"}:
        return True
    return token.dep.startswith("nsubj") and (token.lower in _MUNICIPAL or token.lower in _READER)


def _clause_bounds(text: str, offset: int) -> tuple[int, int]:
    """Return the stretch around ``offset`` between commas, semicolons and "en/maar" with a new subject."""
    edges = [m.start() for m in re.finditer(r"[,;:]|\b(?:en|maar|dan)\s+(?=(?:wij|we|u|ik|het college)\b)", text)]
    left = max((edge for edge in edges if edge < offset), default=0)
    right = min((edge for edge in edges if edge > offset), default=len(text))
    return left, right
