"""What a check yields: frozen values without logic of their own.

All offsets are Python string indices (code points) into the text of the source.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any


class Severity(StrEnum):
    """How much a finding matters; the order of the members runs from heavy to light."""

    FOUT = "fout"
    LET_OP = "let-op"
    TIP = "tip"

    @property
    def rank(self) -> int:
        """0 for the heaviest severity; sorts findings from heavy to light."""
        return _RANKS[self]

    def reaches(self, level: Severity) -> bool:
        """Tell whether this severity is at least as heavy as ``level``."""
        return self.rank <= level.rank


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Applicability(StrEnum):
    """Whether a fix may be applied without a person looking at it."""

    SAFE = "veilig"
    """Meaning and grammar cannot change: may be applied at once."""
    REVIEW = "controleren"
    """Probably right: offered one by one."""
    SHOW = "tonen"
    """Only an idea: never applied."""


class Reach(StrEnum):
    """How much text a finding is about; only findings about words can be in each other's way."""

    WORDS = "woorden"
    SENTENCE = "zin"
    BLOCK = "alinea"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text in ``span`` by ``replacement``."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to repair a finding: edits that belong together, in order and without overlap.

    Attributes:
        edits: what to change in the source.
        applicability: whether it may be applied without a person looking at it.
        title: the wording, as a reader sees it.
        reason: why it has that applicability, in Dutch: what changes along, or what the writer must look at.
    """

    edits: tuple[Edit, ...]
    applicability: Applicability
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageBox:
    """Where words stand on a page.

    Attributes:
        page: number of the page, from 1.
        left: left side, in points from the left of the page.
        top: top, in points from the top of the page.
        right: right side, in points from the left of the page.
        bottom: bottom, in points from the top of the page.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark at one place.

    Attributes:
        rule: name of the rule, such as ``lange-zin``.
        severity: how much it matters.
        message: what the reader will stumble over, in Dutch.
        span: the words it is about, in the source.
        text: those words as the reader sees them (without markup).
        line: line in the source, from 1; in a Word or OpenDocument file the number of the paragraph, in a PDF that of
            the page.
        column: column in that line, from 1, in code points.
        sentence: the sentence around the words, for reports and fingerprints; "" for a whole document.
        suggestions: other wordings, the best first; each can stand in the text.
        advice: what to do where no other wording can be given, such as how to explain a term; or "".
        fixes: edits for those suggestions that can be placed in the source, the best first.
        also: other words that belong to it, such as the split-off part of a verb, in the source.
        marks: the words and those of ``also``, as ranges in ``sentence``; empty without a sentence.
        block: index of the block in the document, or None for a finding about the whole document.
        reach: how much text it is about.
        gain: points that the score of the document wins when its cause goes; 0 when it does not count for the score.
        elsewhere: other places in the source that it is about too, such as the other side of a contradiction.
        boxes: in a PDF, where the words stand on the page: a box for each line that they stand on; else empty.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    text: str
    line: int
    column: int
    sentence: str = ""
    suggestions: tuple[str, ...] = ()
    advice: str = ""
    fixes: tuple[Fix, ...] = ()
    also: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()
    block: int | None = None
    reach: Reach = Reach.WORDS
    gain: float = 0.0
    elsewhere: tuple[Span, ...] = ()
    boxes: tuple[PageBox, ...] = ()

    def gaining(self, points: float) -> Finding:
        """Return this finding with ``points`` as its gain, in half the time of ``dataclasses.replace``."""
        if points == self.gain:
            return self
        values: list[Any] = list(_values(self))
        values[_GAIN] = points
        return Finding(*values)


_FIELDS = tuple(one.name for one in fields(Finding))
_GAIN = _FIELDS.index("gain")
_values = attrgetter(*_FIELDS)
