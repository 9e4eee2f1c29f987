"""A term in a legal part of a letter that is another one than the law gives, or that begins on another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.letter.model import Clause, ClauseKind, Deadline, DocumentType, Letter
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach, Regex

_SLACK = 3
"""Days by which a last day may be late: the law moves it when it falls on a Saturday, a Sunday or a holiday."""
_WEEK = 7


class ClauseTermOptions(Options):
    """Which part, and the term of the law.

    Attributes:
        clauses: the parts.
        types: sorts of documents; empty for all.
        days: the term in days.
        longer: a longer term is fine.
        about: pattern for the sentence of a term that belongs to the part; "" for all its sentences.
        unless: pattern for a sentence about another term.
        term: what the law says of the length, as words after "de wet:".
        begin: what the law says of the first day, in the same way; "" to look only at the length.
        wrong_begin: pattern for a first day that is not that of the law.
    """

    clauses: frozenset[ClauseKind] = Field(description="Over welk juridisch deel van de brief het gaat.")
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit telt. Leeg: in elk document."
    )
    days: int = Field(description="De termijn uit de wet, in dagen.")
    longer: bool = Field(default=False, description="Een langere termijn mag ook.")
    about: Regex = Field(default="", description="Wat er in de zin met de termijn moet staan. Leeg: in elke zin.")
    unless: Regex = Field(default="", description="Staat dit in de zin? Dan gaat het over een andere termijn.")
    term: str = Field(description="Wat de wet over de lengte zegt, voor in de opmerking.")
    begin: str = Field(default="", description="Wat de wet over de eerste dag zegt, voor in de opmerking.")
    wrong_begin: Regex = Field(default="", description="Een eerste dag die niet die van de wet is.")


def _build(options: ClauseTermOptions, _folder: Path) -> PerDocument:
    about, unless = re.compile(options.about, re.IGNORECASE), re.compile(options.unless, re.IGNORECASE)
    wrong_begin = re.compile(options.wrong_begin, re.IGNORECASE)

    def belongs(sentence: Sentence | None) -> bool:
        if sentence is None or (options.unless and unless.search(sentence.text)):
            return False
        return bool(about.search(sentence.text))

    def lengths(view: DocumentView, clause: Clause) -> Iterator[tuple[int, Match]]:
        for due in view.letter.deadlines:
            place = due.passage
            if due.whom != "lezer" or place.block not in clause.blocks or not _differs(due, view.letter, options):
                continue
            if belongs(view.blocks[place.block].analysis.sentence_at(place.start)):
                yield place.block, Match(place.start, place.end, {"wet": options.term})

    def beginnings(view: DocumentView, clause: Clause) -> Iterator[tuple[int, Match]]:
        for index in clause.blocks if options.begin else ():
            for sentence in view.blocks[index].analysis.sentences:
                found = wrong_begin.search(sentence.text)
                if found and belongs(sentence):
                    start = sentence.start + found.start()
                    yield index, Match(start, sentence.start + found.end(), {"wet": options.begin})

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if options.types and letter.type.type not in options.types:
            return
        for clause in letter.clauses:
            if clause.kind in options.clauses:
                wrong = next(lengths(view, clause), None) or next(beginnings(view, clause), None)
                if wrong is not None:  # one remark a clause: the writer looks at the whole clause then
                    yield wrong

    return PerDocument(find)


def _differs(due: Deadline, letter: Letter, options: ClauseTermOptions) -> bool:
    """Tell whether the reader gets another term than that of the law; a shorter one, or a longer one too."""
    if due.term is not None:
        days = due.term.count * _WEEK if due.term.unit == "week" else due.term.days
        return days < options.days or (days > options.days and not options.longer)
    if due.date is None or letter.sent is None or due.date <= letter.sent:
        return False
    late = due.date - (letter.sent + dt.timedelta(days=options.days))
    return late.days < 0 or (late.days > _SLACK and not options.longer)


KIND = Kind(ClauseTermOptions, _build, Reach.DOCUMENT)
