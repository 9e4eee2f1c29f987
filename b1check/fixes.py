"""Applies fixes to a document, one by one, and checks after each that the text got better.

A fix stays only when nothing else gets worse: see :func:`_is_better`. Because the text is checked anew after each
fix, the next one always fits the text as it is then, and two fixes can never be in each other's way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from b1check.documents.document import Document
from b1check.documents.writers import Editable, Tracked
from b1check.documents.writers.edits import after, apply, new_spans, old_offset, without_idle
from b1check.errors import ReadError
from b1check.findings import Applicability, Edit, Finding, Fix, Severity, Span
from b1check.report import Report

MAX_PASSES = 5
"""How often the text is gone through: a fix can make room for another one before it."""

SAFE = frozenset({Applicability.SAFE})
SAFE_AND_REVIEW = frozenset({Applicability.SAFE, Applicability.REVIEW})

_SMALLEST = 1e-9


class Decision(Enum):
    """What is to be done with a fix that is offered."""

    APPLY = auto()
    SKIP = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """A fix that makes the text better.

    Attributes:
        finding: the finding that it repairs, with offsets in the text as it is then.
        fix: the fix, with offsets in that same text.
        before: the sentence that it changes, or the line when it changes no single sentence.
        after: the same with the fix.
    """

    finding: Finding
    fix: Fix
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of applying fixes.

    Attributes:
        file: the document before, to be written anew.
        document: the document after.
        edits: what was changed, in the source of the document before; in order and without overlap.
        applied: the fixes, in the order in which they were applied.
        before: the report of the document before.
        after: the report of the document after.
    """

    file: Editable
    document: Document
    edits: tuple[Edit, ...]
    applied: tuple[Offer, ...]
    before: Report
    after: Report

    @property
    def text(self) -> str:
        """The source of the document after."""
        return self.document.source.text

    def write(self, tracked: Tracked | None = None) -> bytes:
        """Return the bytes of the file after; in Word plainly or as ``tracked`` changes."""
        return self.file.write(self.edits, tracked=tracked)

    def left(self, applicability: Applicability) -> int:
        """Return how many remarks still have a fix of just this ``applicability`` as their best one."""
        return sum(bool(found.fixes) and found.fixes[0].applicability is applicability for found in self.after.findings)


@dataclass(frozen=True, slots=True)
class _State:
    """A document with ``edits``, and what the check says of it."""

    document: Document
    edits: tuple[Edit, ...]
    report: Report


def fix(
    original: Editable,
    check: Callable[[Document], Report],
    *,
    levels: Collection[Applicability] = SAFE,
    decide: Callable[[Offer], Decision] = lambda _offer: Decision.APPLY,
) -> Fixed:
    """Apply the fixes of ``original`` that make it better.

    Args:
        original: the document; it does not change.
        check: checks a document.
        levels: which fixes to apply.
        decide: says of each fix, in the order of the text, what to do with it.

    Raises:
        ReadError: when the document is too large to check.
    """
    start = _State(original.document, (), check(original.document))
    return _Repair(original, check, levels, decide).run(start)


class _Repair:
    """Goes through a document and applies its fixes."""

    def __init__(
        self,
        original: Editable,
        check: Callable[[Document], Report],
        levels: Collection[Applicability],
        decide: Callable[[Offer], Decision],
    ) -> None:
        self._original = original
        self._check = check
        self._levels = levels
        self._decide = decide
        self._applied: list[Offer] = []
        self._skipped: set[tuple[str, int, str]] = set()
        self._seen = {original.document.source.text}
        self._stopped = False

    def run(self, start: _State) -> Fixed:
        state = start
        for _ in range(MAX_PASSES):
            count = len(self._applied)
            state = self._pass(state)
            if self._stopped or len(self._applied) == count:
                break
        return Fixed(
            self._original, state.document, state.edits, tuple(self._applied), before=start.report, after=state.report
        )

    def _pass(self, state: _State) -> _State:
        """Go through the text once, from start to end."""
        place = 0
        while not self._stopped and (step := self._next(state, place)):
            state, place = step
        return state

    def _next(self, state: _State, place: int) -> tuple[_State, int] | None:
        """Apply the first fix from ``place`` on that makes the text better, and return where to go on."""
        for finding in state.report.findings:
            if finding.span.start < place:
                continue
            for repair in finding.fixes:
                if repair.applicability not in self._levels or self._key(state, finding, repair) in self._skipped:
                    continue
                better = self._attempt(state, finding, repair)
                if better is None:
                    continue
                decision = self._decide(_offer(state.document.source.text, finding, repair))
                if decision is Decision.APPLY:
                    self._applied.append(_offer(state.document.source.text, finding, repair))
                    self._seen.add(better.document.source.text)
                    return better, max(place, new_spans(repair.edits)[0].end)
                if decision is Decision.STOP:
                    self._stopped = True
                    return None
                self._skipped.add(self._key(state, finding, repair))
                break  # of a remark that is to stay nothing else is offered
        return None

    def _key(self, state: _State, finding: Finding, repair: Fix) -> tuple[str, int, str]:
        """Name a fix such that it has the same name after other fixes."""
        return finding.rule, old_offset(state.edits, finding.span.start), repair.title

    def _attempt(self, state: _State, finding: Finding, repair: Fix) -> _State | None:
        """Return the document with ``repair``, or None when it cannot be written or something gets worse."""
        old = state.document.source.text
        edits = without_idle(self._original.document.source.text, after(state.edits, repair.edits))
        new = apply(old, repair.edits)
        if new in self._seen or not self._original.can_place(edits):
            return None
        try:
            document = self._original.with_edits(edits)
            if document.source.text != new or len(document.blocks) != len(state.document.blocks):
                return None
            report = self._check(document)
        except ReadError:
            return None
        return _State(document, edits, report) if _is_better(state.report, report, finding, repair) else None


def _is_better(old: Report, new: Report, finding: Finding, repair: Fix) -> bool:
    """Tell whether ``repair`` took ``finding`` away, and nothing else got worse.

    The text may not get harder, and there may be no new remark that is heavier than the one that was repaired.
    """
    if _rises(old.difficulty, new.difficulty) or (
        old.score is not None and new.score is not None and _rises(new.score.value, old.score.value)
    ):
        return False
    changed = new_spans(repair.edits)
    if any(found.rule == finding.rule and any(map(found.span.overlaps, changed)) for found in new.findings):
        return False
    more = _counts(new.findings) - _counts(old.findings)
    return all(finding.severity.reaches(severity) for _, severity in more) and set(new.errors) <= set(old.errors)


def _rises(old: float | None, new: float | None) -> bool:
    return old is not None and new is not None and new > old + _SMALLEST


def _counts(findings: Sequence[Finding]) -> Counter[tuple[str, Severity]]:
    return Counter((finding.rule, finding.severity) for finding in findings)


def _offer(text: str, finding: Finding, repair: Fix) -> Offer:
    """Show the sentence around ``repair``, or its lines where the source has markup between the words."""
    if finding.marks and finding.sentence:
        start = finding.span.start - finding.marks[0].start
        end = start + len(finding.sentence)
        inside = all(start <= edit.span.start and edit.span.end <= end for edit in repair.edits)
        if start >= 0 and inside and text[start:end] == finding.sentence:
            return _cut(text, Span(start, end), finding, repair)
    first, last = repair.edits[0].span.start, repair.edits[-1].span.end
    end = text.find("\n", last)
    return _cut(text, Span(text.rfind("\n", 0, first) + 1, len(text) if end < 0 else end), finding, repair)


def _cut(text: str, around: Span, finding: Finding, repair: Fix) -> Offer:
    moved = [
        replace(edit, span=Span(edit.span.start - around.start, edit.span.end - around.start)) for edit in repair.edits
    ]
    before = text[around.start : around.end]
    return Offer(finding, repair, before, apply(before, moved))
