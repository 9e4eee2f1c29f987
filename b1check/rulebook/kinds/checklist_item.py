"""A question of the checklist that the letter does not answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from b1check.letter.model import ELEMENTS, DocumentType, Letter, Part
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach

_OPENING = (Part.CORE, Part.BODY, Part.SUBJECT, Part.SALUTATION)


class ChecklistItemOptions(Options):
    """Which question, in which documents.

    Attributes:
        item: name of the question.
        types: sorts of documents in which it is asked; empty for all letters.
        left_to_law: sorts of documents of which another rule lists what the law asks, each with the name of the
            element that answers the question; missing there, it is told once, by that rule.
    """

    item: Literal["onderwerp", "kern", "actie", "datum", "hoe", "gevolg", "contact", "waarom", "bezwaar"] = Field(
        description="Welke vraag de brief moet beantwoorden."
    )
    types: frozenset[DocumentType] = Field(
        default=frozenset(), description="Soorten documenten waarin dit moet. Leeg: in elke brief."
    )
    left_to_law: Mapping[DocumentType, str] = Field(
        default_factory=dict,
        description="Soorten documenten waarin een regel over de wet hetzelfde meldt, met het onderdeel dat dan mist.",
    )


def _build(options: ChecklistItemOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if options.types and letter.type.type not in options.types:
            return
        item = next((item for item in letter.checklist if item.name == options.item), None)
        if item is not None and item.met is False and not _is_told(letter, options.left_to_law):
            yield anchor(letter, view)

    return PerDocument(find)


def _is_told(letter: Letter, left_to_law: Mapping[DocumentType, str]) -> bool:
    element = left_to_law.get(letter.type.type)
    asked = (clause for clause in letter.clauses if element in ELEMENTS[clause.kind])
    return any(element not in clause.elements for clause in asked)


def anchor(letter: Letter, view: DocumentView) -> tuple[int, Match]:
    """Return the place for a remark about something that is missing.

    That is the sentence with what is asked or decided, else the opening.
    """
    told = letter.action.what if letter.action else letter.decision.passage if letter.decision else None
    values = {"soort": str(letter.type.type)}
    if told is not None:
        sentence = view.blocks[told.block].analysis.sentence_at(told.start)
        start, end = (sentence.start, sentence.end) if sentence else (told.start, told.end)
        return told.block, Match(start, end, values)
    index = next((i for part in _OPENING for i, own in enumerate(letter.parts) if own is part), 0)
    return index, Match(0, len(view.blocks[index].block.text), values)


KIND = Kind(ChecklistItemOptions, _build, Reach.DOCUMENT)
