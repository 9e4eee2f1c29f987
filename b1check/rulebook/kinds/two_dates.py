"""Two last days for one thing that the reader has to do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.language import money
from b1check.language.analysis import Sentence
from b1check.language.dates import written
from b1check.letter import directives, facts
from b1check.letter.model import Deadline, Passage
from b1check.letter.moods import Mood
from b1check.letter.text import LetterText, PlacedSentence
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument
from b1check.rulebook.places import place_of

_LEGAL = re.compile(r"\b(?:bezwaar|beroep|zienswijze|voorlopige voorziening)", re.IGNORECASE)
_MOST = 100
"""More deadlines for one act are a calendar, and to compare them all would take minutes."""
_CONDITION = re.compile(r"\?|\b(?:als|tenzij|wanneer|indien|anders)\b", re.IGNORECASE)
_HOSTS = frozenset({"wij", "we", "ik", "nu", "ook"})
"""Words that are no reason for another day where the reader is expected: "Wij zien u graag op 11 juni"."""
_LAST_DAY = re.compile(r"\blaatste (?:\w*dag|datum|mogelijkheid)\b", re.IGNORECASE)
_WAITS = frozenset({Mood.AWAIT, Mood.HOPE, Mood.REQUEST, Mood.LACK})
"""Moods in which "wij" is no reason for another day."""
_COME = "komen"
_GLADLY = re.compile(r"graag (?:hebben|zien|ontvangen|krijgen) (?:wij|we)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"(?:avond|middag|ochtend|bijeenkomst|gesprek|afspraak|zitting|ceremonie|training|intake|overleg|inloop|rondleiding|feest"
    r"|excursie|les|cursus|spreekuur|wandeling|keuring|bezoek)$"
)
"""Nouns that tell one event from another."""
_EMPTY_VERBS = frozenset(
    "kunnen moeten willen mogen zullen zijn worden hebben doen gaan komen krijgen laten vragen zorgen".split()
)


class TwoDatesOptions(Options):
    """What counts as one thing.

    Attributes:
        reasons: words that give a second last day a reason; a sentence with one of them is not compared.
        same: groups of verbs for one act, such as betalen and overmaken.
    """

    reasons: frozenset[str] = Field(description="Woorden die een reden zijn voor een andere dag, zoals ‘uitstel’.")
    same: tuple[frozenset[str], ...] = Field(
        default=(), description="Groepen van werkwoorden die hetzelfde zeggen, zoals ‘betalen’ en ‘overmaken’."
    )


@dataclass(frozen=True, slots=True)
class _Due:
    """A deadline with its act, the things it is about, and the amounts in its sentence in cents."""

    deadline: Deadline
    sentence: Sentence
    act: str
    things: frozenset[str]
    amounts: frozenset[int]


def _build(options: TwoDatesOptions, _folder: Path) -> PerDocument:
    acts = {verb: min(group) for group in options.same for verb in group}

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        told: set[object] = set()
        if late := _omitted_later(view):
            yield late
            return
        for first, second in _pairs(_dues(view, options.reasons, acts)):
            a, b = first.deadline, second.deadline
            if _listed(view, a) and _listed(view, b):
                continue  # instalments
            if b.passage in told or not _same_thing(first, second) or a.date is None:
                continue
            told.add(b.passage)
            here, there = b.passage, a.passage
            values = {
                "eerste": written(a.date.day, a.date.month, a.date.year),
                "woorden": there.text,
                "plek": place_of(view.document, there),
            }
            near = there.block == here.block
            also = ((there.start, there.end),) if near else ()
            elsewhere = () if near else ((there.block, there.start, there.end),)
            yield here.block, Match(here.start, here.end, values, also=also, elsewhere=elsewhere)

    return PerDocument(find)


def _omitted_later(view: DocumentView) -> tuple[int, Match] | None:
    """Return the day in what happens to who does nothing, where it is later than that of the task."""
    action = view.letter.action
    if action is None or action.when is None or action.otherwise is None:
        return None
    last, day = (_date_in(view, passage) for passage in (action.when, action.otherwise))
    if last is None or day is None or last.date is None or day.date is None or day.whom != "lezer":
        return None
    others = [due for due in view.letter.deadlines if due.date is not None and due.whom == "lezer" and due.term is None]
    words = view.blocks[day.passage.block].block.text[: day.passage.start][-_OPENS:]
    if len(others) > 2 or (day.date - last.date).days <= 1 or not _DUE_BY.search(f"{words}{day.passage.text}"):
        return None
    here, there = day.passage, last.passage
    values = {
        "eerste": written(last.date.day, last.date.month, last.date.year),
        "woorden": there.text,
        "plek": place_of(view.document, there),
    }
    near = there.block == here.block
    also = ((there.start, there.end),) if near else ()
    elsewhere = () if near else ((there.block, there.start, there.end),)
    return here.block, Match(here.start, here.end, values, also=also, elsewhere=elsewhere)


_OPENS = 12
_DUE_BY = re.compile(r"\b(?:op|v[oó]{2}r|uiterlijk|tot)\b", re.IGNORECASE)


def _date_in(view: DocumentView, passage: Passage) -> Deadline | None:
    """Return the deadline with a date in a passage."""
    return next(
        (
            due
            for due in view.letter.deadlines
            if due.passage.block == passage.block
            and passage.start <= due.passage.start < passage.end
            and due.date is not None
            and due.term is None
        ),
        None,
    )


def _pairs(dues: Iterable[_Due]) -> Iterator[tuple[_Due, _Due]]:
    """Yield every two deadlines with one act, those that come first before the others."""
    by_act: dict[str, list[_Due]] = defaultdict(list)
    for due in dues:
        by_act[due.act].append(due)
    for same in by_act.values():
        yield from combinations(same[:_MOST], 2)


def _listed(view: DocumentView, due: Deadline) -> bool:
    return view.blocks[due.passage.block].block.kind is BlockKind.LIST_ITEM


def _dues(view: DocumentView, reasons: frozenset[str], acts: dict[str, str]) -> Iterator[_Due]:
    text = LetterText(view.document, view.blocks)
    dues = [due for due in view.letter.deadlines if due.whom == "lezer" and due.term is None and due.date is not None]
    if len(dues) < 2:
        return
    sentences = [view.blocks[due.passage.block].analysis.sentence_at(due.passage.start) for due in dues]
    times = Counter(map(id, sentences))
    for due, sentence in zip(dues, sentences, strict=True):
        passage = due.passage
        if sentence is None or _after_question(view, passage.block, sentence):
            continue
        asked = directives.find(PlacedSentence(passage.block, sentence))
        waits = (asked is not None and asked.mood in _WAITS) or bool(_GLADLY.match(sentence.text))
        if not _can_be_compared(sentence, reasons - _HOSTS if due.event or waits else reasons):
            continue
        if times[id(sentence)] > 1:
            continue  # two last days in one sentence are told apart there
        act = _COME if due.event else _named(sentence) or _act(sentence)
        if not act:
            continue
        spans = [(passage.start - sentence.start, passage.end - sentence.start)]
        own = facts.subject(text, passage.block, sentence, spans) - {act, *_ACTS, *_ENDS}
        own -= {"invullen": _OF_PAPER, "betalen": _OF_PAYING}.get(act, frozenset())
        own = frozenset(word for word in own if "@" not in word and "." not in word)
        if due.event:  # where it is can stand in one sentence, and what it is in another
            own = frozenset(word for word in own if _MEETING.search(word))
        amounts = frozenset(found.cents for found in money.amounts(sentence.text))
        yield _Due(due, sentence, acts.get(act, act), own, amounts)


_ACTS = MappingProxyType(
    {
        "reactie": "reageren",
        "antwoord": "reageren",
        "betaling": "betalen",
        "aanmelding": "aanmelden",
        "inschrijving": "inschrijven",
        "inlevering": "inleveren",
        "aanvulling": "aanvullen",
        "verlenging": "verlengen",
    }
)
"""Nouns that name an act."""
_ENDS = frozenset({"sluiten", "eindigen", "aflopen", "verstrijken", "laatste", "dag", "datum", "graag", "zijn"})
_PAY_DAY = re.compile(r"\b(?:laatste|uiterste)\s+betaal(?:dag|datum|moment)\b", re.IGNORECASE)
_MONEY = frozenset({"bedrag", "geld", "overschrijving", "betaling"})
_CLOSES = re.compile(
    r"\b(?:vragenlijst|enquête|lijst|formulier|peiling)\b[^.?!]*\b(?:dicht|gesloten|sluit|eindigt|tot)\b", re.IGNORECASE
)
_FILLING_IN = re.compile(r"(?:\w+ )?invullen kan\b", re.IGNORECASE)
_OF_PAPER = frozenset({"vragenlijst", "enquête", "lijst", "formulier", "peiling", "dicht", "invullen", "dichtgaan"})
_OF_PAYING = frozenset(
    {"betaaldag", "betaaldatum", "uiterst", "uiterste", "bedrag", "geld", "graag", "binnen", "jullie"}
)
_AWAITS = frozenset({"ontvangen", "verwachten", "zien", "tegemoetzien", "horen", "krijgen"}) | _ENDS


def _named(sentence: Sentence) -> str:
    """Return the act that a noun names where it is awaited or ends: "De aanmelding sluit"."""
    lemmas = {token.lemma.lower() for token in sentence.tokens}
    if _PAY_DAY.search(sentence.text) or (lemmas & _MONEY and lemmas & (_AWAITS | {"hebben"}) and "graag" in lemmas):
        return "betalen"
    if _CLOSES.search(sentence.text) or _FILLING_IN.match(sentence.text):
        return "invullen"
    named = sorted(_ACTS[lemma] for lemma in lemmas & _ACTS.keys())
    return named[0] if len(named) == 1 and lemmas & _AWAITS else ""


def _can_be_compared(sentence: Sentence, reasons: frozenset[str]) -> bool:
    words = _comparable(sentence)
    return words is not None and words.isdisjoint(reasons)


def _comparable(sentence: Sentence) -> frozenset[str] | None:
    """Return the words that can be a reason not to compare a sentence; None when it never can be compared."""
    if _comparable not in sentence.memo:
        past = any("Tense=Past" in token.morph and token.is_finite for token in sentence.tokens)
        out = past or _LEGAL.search(sentence.text) or _CONDITION.search(sentence.text)
        words = sentence.forms | {token.lemma.lower() for token in sentence.tokens}
        if _LAST_DAY.search(sentence.text):
            words -= {"laatste", "laat"}
        sentence.memo[_comparable] = None if out else words
    found: frozenset[str] | None = sentence.memo[_comparable]
    return found


def _after_question(view: DocumentView, block: int, sentence: Sentence) -> bool:
    """Tell whether the sentence before is a question, which is then the condition."""
    analysis = view.blocks[block].analysis
    position = analysis.number(sentence)
    return position > 0 and analysis.sentences[position - 1].text.endswith("?")


def _act(sentence: Sentence) -> str:
    """Return the verb that says what the reader does; "" when there are more that can."""
    verbs = [
        token
        for token in sentence.tokens
        if token.pos in {"VERB", "AUX"} and token.lemma.lower() not in _EMPTY_VERBS and token.lower != "uiterlijk"
    ]
    if not verbs:  # the tagger takes the order that a short sentence opens with for another sort of word
        first = sentence.tokens[0]
        return first.lower if first.dep == "root" and first.lower.isalpha() else ""
    return verbs[0].lemma.lower() if len(verbs) == 1 else ""


def _same_thing(first: _Due, second: _Due) -> bool:
    a, b = first.deadline, second.deadline
    if first.act != second.act or a.date == b.date or first.sentence.text == second.sentence.text:
        return False
    if first.amounts and second.amounts and first.amounts != second.amounts:
        return False
    return first.things <= second.things or second.things <= first.things


KIND = Kind(TwoDatesOptions, _build)
