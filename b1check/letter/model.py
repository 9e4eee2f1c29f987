"""What a letter says to its reader, as frozen values: what it is, what it asks, promises and legally needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from b1check.language.terms import Term


class DocumentType(StrEnum):
    """Sorts of documents of a municipality; what a reader may expect in it depends on the sort.

    A decision that lowers, stops or withdraws something is a rejection too: bad news that asks for the same answers.
    """

    GRANT = "beschikking-toekenning"
    REJECTION = "beschikking-afwijzing"
    ENFORCEMENT = "beschikking-handhaving"
    RECLAIM = "beschikking-terugvordering"
    OBJECTION_DECISION = "beslissing-op-bezwaar"
    FINAL_DEMAND = "aanmaning"
    DEMAND = "betalingsverzoek"
    REMINDER = "herinnering"
    MISSING_PAPERS = "herstelverzuim"
    INVITATION = "uitnodiging"
    CONFIRMATION = "ontvangstbevestiging"
    EXTENSION = "verlenging"
    STREET_LETTER = "bewonersbrief"
    LETTER = "brief"
    PRODUCT_PAGE = "productpagina"
    INFORMATION_PAGE = "informatiepagina"
    NEWS = "nieuwsbericht"
    FORM = "formulier"


DECISIONS = frozenset(
    {
        DocumentType.GRANT,
        DocumentType.REJECTION,
        DocumentType.ENFORCEMENT,
        DocumentType.RECLAIM,
        DocumentType.OBJECTION_DECISION,
        DocumentType.DEMAND,
    }
)
"""Documents that are a decision in the sense of article 1:3 Awb, under which a reader must learn how to object; a
demand only when it is a tax assessment."""
PAGES = frozenset({DocumentType.PRODUCT_PAGE, DocumentType.INFORMATION_PAGE, DocumentType.NEWS, DocumentType.FORM})
"""Documents for everybody, without a letter's parts."""


class Part(StrEnum):
    """What a block is in a letter."""

    SENDER = "afzender"
    ADDRESS = "adres"
    DATE = "datum"
    REFERENCE = "kenmerk"
    SUBJECT = "onderwerp"
    SALUTATION = "aanhef"
    HEADING = "kop"
    CORE = "kern"
    BODY = "tekst"
    CONTACT = "contact"
    REMEDY = "rechtsmiddel"
    CLOSING = "slot"
    ATTACHMENTS = "bijlagen"
    OTHER = "overig"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in one block.

    Attributes:
        block: index of the block in the document.
        start: offset in the text of the block.
        end: offset after the last code point.
        text: the words.
    """

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TypeGuess:
    """The sort of document.

    Attributes:
        type: what it is.
        reason: Dutch: the words or the form that tell it, or that the user said so.
        given: whether the user said so.
    """

    type: DocumentType
    reason: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class DatedPassage:
    """A date in the text; ``date`` is None where it cannot be worked out."""

    passage: Passage
    date: dt.date | None


Topic = Literal["bellen", "contact", "antwoord", "besluit", "betaling", "anders"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment before which somebody must act.

    Attributes:
        passage: the words, such as "vóór 1 juni 2026" or "binnen 6 weken na de datum van deze brief".
        whom: who must act: the reader or the municipality.
        date: the last day, where it can be worked out from the letter.
        term: the length, where the words give one.
        start: the words that say when the term begins; None when they are missing or a date is given.
        event: whether it is the day on which the reader must come somewhere.
    """

    passage: Passage
    whom: Literal["lezer", "gemeente"]
    date: dt.date | None = None
    term: Term | None = None
    start: Passage | None = None
    event: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What the reader has to do; None where the letter does not say it.

    Attributes:
        what: what to do.
        when: before when, or on which day.
        how: through which channel, or where.
        otherwise: what happens if the reader does not.
    """

    what: Passage
    when: Passage | None = None
    how: Passage | None = None
    otherwise: Passage | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What the municipality says that it will do for this reader.

    Attributes:
        passage: the clause with the promise.
        topic: what sort of promise it is.
        when: the words that say when; None when the reader cannot know.
        term: the length of time, where the words give one.
        once: whether it is something that is done once, by hand: "Wij repareren de glijbaan".
    """

    passage: Passage
    topic: Topic
    when: Passage | None = None
    term: Term | None = None
    once: bool = False


ClauseKind = Literal["bezwaar", "beroep", "zienswijze", "betaling", "herstelverzuim", "last"]

REMEDIES: frozenset[ClauseKind] = frozenset({"bezwaar", "beroep", "zienswijze"})
"""What a reader can do against a decision."""
_OF_REMEDY = ("wie", "termijn", "begin", "orgaan", "kanaal", "inhoud")
ELEMENTS: Mapping[ClauseKind, tuple[str, ...]] = MappingProxyType(
    {
        "bezwaar": _OF_REMEDY,
        "beroep": _OF_REMEDY,
        "zienswijze": _OF_REMEDY,
        "betaling": ("bedrag", "termijn", "rekening", "kenmerk", "gevolg"),
        "herstelverzuim": ("wat", "termijn", "gevolg"),
        "last": ("overtreding", "voorschrift", "maatregel", "termijn", "bedrag"),
    }
)
"""What each clause must tell, in the order of a message."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a letter that the law asks for.

    Attributes:
        kind: which.
        anchor: the words that open it.
        blocks: the indices of the blocks that it takes up.
        elements: what the law asks, by name, with the words that give it; an element that is missing has no entry.
            See :data:`ELEMENTS` for the names.
    """

    kind: ClauseKind
    anchor: Passage
    blocks: tuple[int, ...]
    elements: Mapping[str, Passage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that a letter brings.

    Attributes:
        passage: the words with the decision.
        outcome: yes, no, or something the reader must bear.
        direct: whether it says in so many words who decides what ("wij wijzen uw aanvraag af").
        reason: why.
        instead: what is possible after a no.
        ground: the law, regulation or article that it rests on.
    """

    passage: Passage
    outcome: Literal["toekenning", "afwijzing", "last"]
    direct: bool = True
    reason: Passage | None = None
    instead: Passage | None = None
    ground: Passage | None = None


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One question of the clarity checklist.

    Attributes:
        name: a key of ``checklist.QUESTIONS``, such as ``onderwerp``.
        question: Dutch.
        met: whether the letter answers it; None when this sort of letter need not.
        passage: the words that do.
    """

    name: str
    question: str
    met: bool | None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that was understood of a document.

    Attributes:
        type: what it is.
        date: date of the letter, as it stands in it.
        sent: the day from which terms count: that date, or else the day that the user named.
        parts: what each block is, in the order of the blocks.
        action: what the reader has to do; None when nothing.
        deadlines: in the order of the text.
        promises: in the order of the text.
        clauses: in the order of the text.
        decision: None when it brings none.
        contact: the words by which the reader can reach the municipality.
        checklist: the nine questions, in a fixed order; empty for a page.
    """

    type: TypeGuess
    date: DatedPassage | None
    sent: dt.date | None
    parts: tuple[Part, ...]
    action: Action | None = None
    deadlines: tuple[Deadline, ...] = ()
    promises: tuple[Promise, ...] = ()
    clauses: tuple[Clause, ...] = ()
    decision: Decision | None = None
    contact: Passage | None = None
    checklist: tuple[CheckItem, ...] = ()

    @property
    def remedies(self) -> frozenset[int]:
        """The blocks in which a letter tells what the reader can do against a decision, in the words of the law.

        Empty for a page, and for a letter that has no other running text.
        """
        if self.type.type in PAGES or not {Part.BODY, Part.CORE}.intersection(self.parts):
            return frozenset()
        blocks = (index for clause in self.clauses if clause.kind in REMEDIES for index in clause.blocks)
        return frozenset(index for index in blocks if self.parts[index] is Part.REMEDY)
