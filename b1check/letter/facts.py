"""Facts that a reader relies on: amounts, phone numbers, opening hours and terms, each with what it is about.

What a fact is about is a set of words: those of its sentence, of the heading above it and, where the sentence names no
product ("Dat kost € 45"), of the title. Two facts are about the same when those sets are the same; that is compared in
``letter.contradictions``. So every word that could make a difference must be kept, and only words that stand around any
amount or number are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from b1check.documents.document import BlockKind
from b1check.language import money, phones, terms
from b1check.language.analysis import Sentence, Token
from b1check.language.dates import MONTHS, PATTERN, WEEKDAYS
from b1check.language.patterns import Pattern
from b1check.language.terms import Term
from b1check.letter.model import Passage
from b1check.letter.text import AnalysedBlock, LetterText, PlacedSentence, by_block

FactKind = Literal["bedrag", "telefoonnummer", "openingstijd", "termijn"]

_PER = Pattern(r"\s+per\s+(?P<unit>[^\W\d]+)")
"""What an amount is for: "€ 45 per jaar"."""
_LAST_DAY = Pattern(
    rf"\b(?:v[óo]{{1,2}}r|tot|uiterlijk|tot\s+en\s+met|t/m)(?:\s+(?:op|vóór))?\s+{PATTERN}", re.IGNORECASE
)
"""When to pay says nothing about how much."""
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_PERIOD = (
    r"(?:(?:van|tussen)\s+)?\d{1,2}[.:]\d\d\s*(?:uur\s*)?(?:tot|-|–|en)\s*(?:uiterlijk\s+)?\d{1,2}[.:]\d\d(?:\s+uur)?"
)
_HOURS = Pattern(
    rf"\b(?P<days>{_DAY}(?:(?:\s+tot\s+en\s+met|\s+t/m|\s+en|\s+tot|,)\s+{_DAY})*)\s*"
    r"(?:(?:zijn\s+wij|is\s+[^\d.,;:?!]{3,40})\s+)?(?:open|bereikbaar)?:?\s*"
    rf"(?P<periods>{_PERIOD}(?:\s*(?:,|en)\s*{_PERIOD})*)",
    re.IGNORECASE,
)
_RANGE = Pattern(rf"({_DAY})\s+(?:tot\s+en\s+met|t/m|tot)\s+({_DAY})")
_PERSON = Pattern(
    r"\b(?:zij|ze|hij|ik)\s+(?:is|werkt|ben|werk)\b|\b(?:is|werkt|ben|werk)\s+(?:zij|ze|hij|ik)\b", re.IGNORECASE
)
"""Hours of somebody who works there are not those of a desk."""
_CLOCK = Pattern(r"\d{1,2}[.:]\d\d")
_START_WORDS = (
    "de het deze dit die uw onze wij we u van op waarop dagtekening datum dag verzenddatum verzending ontvangst "
    "ontvangen bekendmaking brief besluit beslissing aanvraag factuur rekening bericht bezwaar melding hebben hebt"
).split()
_START = rf"\s+(?:na|vanaf|nadat)(?:\s+(?:{'|'.join(_START_WORDS)})\b)+"
_TERM = Pattern(
    rf"\b(?:binnen|duurt|duren)\s+(?:maximaal\s+|ongeveer\s+|hoogstens\s+)?{terms.LENGTH}(?P<start>{_START})?",
    re.IGNORECASE,
)

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
QUALIFIERS = frozenset(
    """
    maximaal minimaal minstens hoogstens ongeveer vanaf nu nog al voortaan eerst eerste tweede derde vierde laatste
    daarna daarvan waarvan extra alsnog meer minder later straks vroeger samen totaal daarnaast bovendien ook anders
    weer tijdelijk normaal buiten zonder behalve
    """.split()
)
"""Small words with which an amount or a term can differ from another one about the same."""
_SAYS_NOTHING = frozenset(
    """
    euro uur bedrag nummer telefoon telefoonnummer kost kosten betalen overmaken bedragen prijs tarief krijgen
    ontvangen hebben zijn worden gaan komen staan zien vraag bellen bereiken open bereikbaar telefonisch gemeente
    brief kunnen moeten willen mogen zullen doen laten weten maken indienen tijd aanvraag aanvragen rekening
    openingstijd contact contactgegevens informatie adres u wij we ons uw duren nodig meenemen geld elk ieder heel
    beste mevrouw meneer onderwerp termijn kloppen letten let lang bel betaal maak stuur kom langskomen uiterlijk zet
    neem vragen
    """.split()
)
"""Words that stand around any amount or number, and so do not say what it is about."""
_SAME: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("besluit", "besluiten", "beslissen", "beslissing"), "besluit"),
        **dict.fromkeys(("antwoord", "antwoorden", "reactie", "reageren", "horen"), "antwoord"),
    }
)
_ACTIONS = frozenset({"besluit", "antwoord", "bezwaar", "behandeling", "behandelen"})
"""What is done with any product: by itself it does not say which."""
_GIVING = frozenset({"krijgen", "ontvangen"})
_SENDER = frozenset({"wij", "we", "ik", "college", "gemeente"})
_SKIPPED = frozenset(
    {BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.QUOTE, BlockKind.TABLE_CELL, BlockKind.LABEL, BlockKind.HEADING}
    | {BlockKind.SUBJECT, BlockKind.SALUTATION, BlockKind.MARGIN}
)
_POINTS_BACK = frozenset({"dan", "daarvoor", "hiervoor", "die", "dat", "dit", "deze", "daarna", "daar", "hij", "het"})
_TITLE_END = Pattern(r"\s+[|–-]\s+.*$")


_DIGIT = Pattern(r"\d")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and what it is about.

    Attributes:
        kind: what sort of value.
        value: the value, written in one way: cents, digits, "9.00-12.30", or a number of days.
        about: lemmas of what it is about, with everything that can make a difference.
        own: those of its own sentence.
        role: who pays, acts or can be reached in which way.
        unit: of an amount what it is for ("jaar" in "€ 45 per jaar"); of a term the words from which it counts.
        days: of opening hours the days.
        general: whether it holds for everybody, not only for the reader of this letter.
        listed: whether it stands in a list.
        passage: the words.
        sentence: the sentence around it.
    """

    kind: FactKind
    value: str
    about: frozenset[str]
    own: frozenset[str]
    role: str
    passage: Passage
    sentence: str
    unit: str = ""
    days: frozenset[str] = frozenset()
    general: bool = True
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Value:
    kind: FactKind
    start: int
    end: int
    value: str
    unit: str = ""
    days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Topic:
    """Words of the title, and of the nearest heading below it."""

    title: frozenset[str]
    heading: frozenset[str]


def find(text: LetterText) -> tuple[Fact, ...]:
    """Return the facts in the text, in order."""
    return tuple(_facts(text))


def subject(text: LetterText, block: int, sentence: Sentence, spans: Sequence[tuple[int, int]] = ()) -> frozenset[str]:
    """Return what ``sentence`` of ``block`` is about, apart from the ``spans`` in it (offsets in the sentence)."""
    analysis = text.blocks[block].analysis
    return _own(analysis.sentences, analysis.number(sentence), spans)


def _facts(text: LetterText) -> Iterator[Fact]:
    kinds = {view.block.kind for view in text.blocks}
    letter = BlockKind.SALUTATION in kinds
    title_at = _title_block(text.blocks)
    title = _nouns(text.blocks[title_at]) if title_at is not None else frozenset()
    topic = _Topic(title, frozenset())
    for view in text.blocks:
        kind = view.block.kind
        if kind is BlockKind.HEADING and view.index != title_at:
            topic = _Topic(title, _nouns(view))
        if kind not in _SKIPPED:
            yield from _in_block(view, topic, letter=letter)


def _title_block(blocks: Sequence[AnalysedBlock]) -> int | None:
    """Return the index of the line with the subject of a letter, or the heading of a page."""
    subjects = (view.index for view in blocks if view.block.kind is BlockKind.SUBJECT)
    headings = (view.index for view in blocks if view.block.kind is BlockKind.HEADING and view.block.level <= 1)
    return next(subjects, next(headings, None))


@by_block
def _nouns(view: AnalysedBlock) -> frozenset[str]:
    end = len(_TITLE_END.sub("", view.block.text))
    words = (token for token in view.analysis.tokens if token.start < end)
    return _kept(token for token in words if token.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or token.lower == "trouwen")


@by_block
def _in_block(view: AnalysedBlock, topic: _Topic, *, letter: bool) -> tuple[Fact, ...]:
    """Return the facts in a block below the headings in ``topic``."""
    return tuple(_of_sentences(view, topic, letter=letter))


def _of_sentences(view: AnalysedBlock, topic: _Topic, *, letter: bool) -> Iterator[Fact]:
    sentences = view.analysis.sentences
    for position, sentence in enumerate(sentences):
        if not _DIGIT.search(sentence.text) and not _TERM.search(sentence.text):
            continue
        values = tuple(_values(sentence.text))
        if not values:
            continue
        placed = PlacedSentence(view.index, sentence)
        own = _own(sentences, position)
        resolved = frozenset(_resolved(word, topic) for word in own)
        about = _about(resolved, topic)
        for value in values:
            yield Fact(
                kind=value.kind,
                value=value.value,
                about=about,
                own=resolved,
                role=_role(sentence, value.kind),
                passage=placed.part(value.start, value.end),
                sentence=sentence.text,
                unit=value.unit,
                days=value.days,
                general=not letter or not _is_personal(sentence, value.kind),
                listed=view.block.kind is BlockKind.LIST_ITEM,
            )


def _resolved(word: str, topic: _Topic) -> str:
    """Return the product that a general word stands for: on the page "Parkeervergunning" a "vergunning" is that one."""
    longer = {other for other in topic.title | topic.heading if other != word and other.endswith(word)}
    return longer.pop() if len(word) > 2 and len(longer) == 1 else word


def _about(own: frozenset[str], topic: _Topic) -> frozenset[str]:
    products = {word for word in own - _ACTIONS - QUALIFIERS if not word.startswith("#") and not word.isdigit()}
    if not products or topic.title & own:
        return own | topic.title | topic.heading
    return own | topic.heading | {word for word in topic.title if word.isdigit()}  # "Tarieven 2026"


def _own(sentences: Sequence[Sentence], position: int, spans: Sequence[tuple[int, int]] = ()) -> frozenset[str]:
    """Return the words of a sentence, and of the one before it where that is what it is about."""
    sentence = sentences[position]
    words = _words(sentence, spans)
    first = sentence.tokens[0]
    points_back = first.lower in _POINTS_BACK and first.pos != "DET"
    if position and (points_back or sentences[position - 1].text.endswith("?")):
        words |= _words(sentences[position - 1], [])
    return words


def _words(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    key = ("words of facts", *spans)
    found: frozenset[str] | None = sentence.memo.get(key)
    if found is None:
        found = sentence.memo[key] = _words_outside(sentence, spans)
    return found


def _words_outside(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    out = [*spans, *(found.span() for found in _LAST_DAY.finditer(sentence.text))]
    out += [(account.start, account.end) for account in money.accounts(sentence.text)]
    # Between days and times can stand what is open: "op zaterdag is het zwembad open van 9.00 tot 12.00 uur".
    out += [(value.start, value.end) for value in _values(sentence.text) if value.kind != "openingstijd"]
    inside = [
        token for token in sentence.tokens if not any(start <= token.start - sentence.start < end for start, end in out)
    ]
    marks = {"#toen"} if any("Tense=Past" in token.morph and token.is_finite for token in inside) else set()
    if any(token.lower in {"niet", "geen"} for token in inside):
        marks.add("#niet")
    return _kept(inside) | marks


def _kept(tokens: Iterable[Token]) -> frozenset[str]:
    words = set()
    for token in tokens:
        if token.lower in QUALIFIERS or token.lower in MONTHS or token.text.isdigit():
            words.add(token.lower)
        elif token.pos in _CONTENT and token.lower not in WEEKDAYS and not _CLOCK.fullmatch(token.text):
            lemma = token.lemma.lower()
            lemma = _SAME.get(lemma, _SAME.get(token.lower, lemma))
            lemma = lemma.removesuffix("bedrag") or lemma
            if len(lemma) > 2 and lemma not in _SAYS_NOTHING and token.lower not in _SAYS_NOTHING:
                words.add(lemma)
    return frozenset(words)


def _values(text: str) -> Iterator[_Value]:
    for amount in money.amounts(text):
        per = _PER.match(text, amount.end)
        end, unit = (per.end(), per["unit"].lower()) if per else (amount.end, "")
        yield _Value("bedrag", amount.start, end, str(amount.cents), unit)
    accounts = list(money.accounts(text))
    for phone in phones.find(text):
        if not any(account.start <= phone.start < account.end for account in accounts):
            yield _Value("telefoonnummer", phone.start, phone.end, phone.digits)
    for found in _HOURS.finditer(text) if not _PERSON.search(text) else ():
        clocks = [time.replace(":", ".").lstrip("0") for time in _CLOCK.findall(found["periods"])]
        periods = ", ".join(f"{a}-{b}" for a, b in zip(clocks[::2], clocks[1::2], strict=False))
        yield _Value("openingstijd", *found.span(), periods, days=_days(found["days"].lower()))
    for found in _TERM.finditer(text):
        days = Term.of(found["count"], found["unit"]).days
        start = " ".join((found["start"] or "").lower().split())
        yield _Value("termijn", *found.span(), f"{days:.2f}", start)


def _days(words: str) -> frozenset[str]:
    """Return the days that ``words`` such as "maandag tot en met vrijdag" name."""
    days = set(re.findall(_DAY, words))
    for first, last in _RANGE.findall(words):
        a, b = WEEKDAYS.index(first), WEEKDAYS.index(last)
        days.update(WEEKDAYS[a : b + 1] if a <= b else ())
    return frozenset(days)


def _role(sentence: Sentence, kind: FactKind) -> str:
    lemmas = {token.lemma.lower() for token in sentence.tokens}
    sender = bool(sentence.forms & _SENDER)
    if kind == "bedrag":
        given = lemmas & _GIVING or (sender and lemmas & {"betalen", "overmaken", "geven", "vergoeden"})
        return "geven" if given else "kosten"
    if kind == "termijn":
        return "gemeente" if sender or lemmas & (_GIVING | {"horen", "duren"}) else "lezer"
    if kind == "openingstijd":
        return "bellen" if lemmas & {"bellen", "bereiken", "telefonisch", "bereikbaar", "telefoon"} else "open"
    return ""


def _is_personal(sentence: Sentence, kind: FactKind) -> bool:
    """Tell whether a letter says it of this reader alone: what somebody gets or must pay."""
    return kind == "bedrag" and (
        bool(sentence.forms & {"u", "uw", "deze", "dit", "je", "jouw"}) or _role(sentence, kind) == "geven"
    )
