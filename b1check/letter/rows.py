"""What rows of a table or a list tell of a task: "Wat: het formulier tekenen", "Inleveren vóór: 3 mei"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from b1check.documents.document import BlockKind
from b1check.language import dates
from b1check.language.patterns import Pattern
from b1check.letter.model import Passage
from b1check.letter.text import AnalysedBlock, LetterText

_ROW = Pattern(r"(?P<label>[^:]{2,40}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
_WHAT = Pattern(r"(?:wat|uw taak|taak|actie|te doen)\W*$", re.IGNORECASE)
_WHEN = Pattern(
    r"(?:wanneer|vóór wanneer|(?:uiterste |laatste |inlever|betaal|retour)(?:dag|datum)|uiterlijk"
    r"|(?:betalen|inleveren|terugsturen|reageren|opsturen) (?:vóór|tot|uiterlijk))\W*$",
    re.IGNORECASE,
)
_HOW = Pattern(r"(?:hoe|inleverwijze|manier|op welke manier|overmaken naar|terugsturen naar)\W*$", re.IGNORECASE)
_OTHERWISE = Pattern(
    r"(?:(?:niet|te laat) (?:in|op|terug)?ge\w+|(?:te laat|anders|(?:en )?zo niet|gevolg)|als u niets doet)\W*$",
    re.IGNORECASE,
)
_KINDS = frozenset({BlockKind.TABLE_CELL, BlockKind.LIST_ITEM})


def what(text: LetterText) -> Passage | None:
    """Return the act that a row tells: only an infinitive is one, for "Wat: zomerfeest" names an event."""
    for view, found in _rows(text):
        start = found.start("value")
        acts = (token for token in view.analysis.tokens if token.start >= start and "VerbForm=Inf" in token.morph)
        if _WHAT.match(found["label"]) and any(acts):
            return _value(text, view, found)
    return None


def when(text: LetterText) -> Passage | None:
    """Return the last day that a row tells."""
    found = _told(text, _WHEN)
    return found if found is not None and any(dates.find(found.text)) else None


def how(text: LetterText) -> Passage | None:
    """Return the way that a row tells."""
    return _told(text, _HOW)


def otherwise(text: LetterText) -> Passage | None:
    """Return what a row tells of who does nothing."""
    return _told(text, _OTHERWISE)


def _told(text: LetterText, label: Pattern) -> Passage | None:
    return next((_value(text, view, found) for view, found in _rows(text) if label.match(found["label"])), None)


def _rows(text: LetterText) -> Iterator[tuple[AnalysedBlock, re.Match[str]]]:
    for view in text.blocks[(text.greeting or 0) + 1 :]:
        found = _ROW.fullmatch(view.block.text.strip()) if view.block.kind in _KINDS else None
        if found is not None:
            yield view, found


def _value(text: LetterText, view: AnalysedBlock, found: re.Match[str]) -> Passage:
    before = len(view.block.text) - len(view.block.text.lstrip())
    return text.passage(view.index, before + found.start("value"), before + found.end("value"))
