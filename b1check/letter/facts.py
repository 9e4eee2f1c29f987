"""Facts that a reader relies on: amounts, phone numbers, opening hours and terms, each with what it is about.

What a fact is about are the nouns, names and verbs around it. Two facts are about the same when those agree; that is
compared in ``b1check.consistency``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from b1check.documents.document import BlockKind
from b1check.language.analysis import Sentence
from b1check.language.dates import WEEKDAYS
from b1check.letter.model import UNITS, Passage
from b1check.letter.text import LetterText

FactKind = Literal["bedrag", "telefoonnummer", "openingstijd", "termijn"]

_AMOUNT = re.compile(r"€\s?(?P<euro>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cents>\d\d)|,-+)?|\b(?P<words>\d+)(?:,(?P<small>\d\d))?\s+euro\b")
_PHONE = re.compile(r"(?<![\w.-])(?:14\s?0\d{2,3}|\(?0\d{1,3}\)?[\s-]+\d{2,3}(?:[\s-]?\d{2}){2}|0[1-9]\d{8}|0(?:800|900)[\s-]\d{3,4}(?:\s?\d{2,4})?)(?![\w-])")
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_HOURS = re.compile(
    rf"(?P<days>{_DAY}(?:(?:\s+tot\s+en\s+met|\s+t/m|\s+en|,)\s+{_DAY})*)\s*(?:zijn wij open |open |bereikbaar )?(?:van|:|tussen)?\s*"
    r"(?P<from>\d{1,2}[.:]\d\d)\s*(?:uur\s*)?(?:tot|-|–|en)\s*(?P<to>\d{1,2}[.:]\d\d)",
    re.IGNORECASE,
)
_TERM = re.compile(rf"\bbinnen\s+(?P<count>\d{{1,2}})\s+(?P<unit>{'|'.join(UNITS)})\b", re.IGNORECASE)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SAYS_NOTHING = frozenset(
    """
    euro uur dag week maand jaar bedrag nummer telefoon telefoonnummer kost kosten betalen krijgen hebben zijn worden gaan komen staan zien
    vraag bellen bereiken open bereikbaar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gemeente brief
    """.split()
)
"""Words that stand around any amount or number, and so do not say what it is about."""
_SKIPPED = frozenset({BlockKind.ADDRESS, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and what it is about.

    Attributes:
        kind: what sort of value.
        value: the value, written in one way: cents, digits, or "8.30-17.00".
        about: lemmas of the content words around it; of opening hours the days as well.
        passage: the words.
    """

    kind: FactKind
    value: str
    about: frozenset[str]
    passage: Passage


def find(text: LetterText) -> tuple[Fact, ...]:
    """Return the facts in the text, in order."""
    return tuple(fact for view in text.blocks if view.block.kind not in _SKIPPED for fact in _in_block(text, view.index))


def _in_block(text: LetterText, index: int) -> Iterator[Fact]:
    for sentence in text.blocks[index].analysis.sentences:
        about = _about(sentence)
        for kind, start, end, value, extra in _values(sentence.text):
            passage = text.passage(index, sentence.start + start, sentence.start + end)
            yield Fact(kind, value, about | extra, passage)


def _values(text: str) -> Iterator[tuple[FactKind, int, int, str, frozenset[str]]]:
    for found in _AMOUNT.finditer(text):
        euro = (found["euro"] or found["words"]).replace(".", "")
        cents = found["cents"] or found["small"] or "00"
        yield "bedrag", *found.span(), f"{euro}{cents}", frozenset()
    for found in _PHONE.finditer(text):
        yield "telefoonnummer", *found.span(), re.sub(r"\D", "", found[0]), frozenset()
    for found in _HOURS.finditer(text):
        days = frozenset(re.findall(_DAY, found["days"].lower()))
        yield "openingstijd", *found.span(), f"{_clock(found['from'])}-{_clock(found['to'])}", days
    for found in _TERM.finditer(text):
        yield "termijn", *found.span(), f"{found['count']} {UNITS[found['unit'].lower()]}", frozenset()


def _clock(time: str) -> str:
    return time.replace(":", ".").lstrip("0")


def _about(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        token.lemma.lower()
        for token in sentence.tokens
        if token.pos in _CONTENT and token.lower.isalpha() and len(token.lower) > 2 and token.lemma.lower() not in _SAYS_NOTHING
    )
