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

MANY = 40
"""With more fixes than this the first of each paragraph are tried together, for each check takes time."""

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
        replaced: the words that change: those of the remark, or all that one edit replaces.
    """

    finding: Finding
    fix: Fix
    before: str
    after: str
    replaced: str


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
    decide: Callable[[Offer], Decision] | None = None,
) -> Fixed:
    """Apply the fixes of ``original`` that make it better.

    Args:
        original: the document; it does not change.
        check: checks a document.
        levels: which fixes to apply.
        decide: says of each fix, in the order of the text, what to do with it; without it all are applied.

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
        decide: Callable[[Offer], Decision] | None,
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
        state = self._together(start) if self._decide is None else start
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
                offer = _offer(state.document.source.text, finding, repair)
                decision = self._decide(offer) if self._decide else Decision.APPLY
                if decision is Decision.APPLY:
                    self._applied.append(offer)
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
        better = self._with(state, repair.edits)
        return better if better and _is_better(state.report, better.report, finding, repair) else None

    def _with(self, state: _State, changes: Sequence[Edit]) -> _State | None:
        """Return the document with ``changes``, or None when it cannot be written."""
        edits = without_idle(self._original.document.source.text, after(state.edits, changes))
        new = apply(state.document.source.text, changes)
        if new in self._seen or not self._original.can_place(edits):
            return None
        try:
            document = self._original.with_edits(edits)
            if document.source.text != new or len(document.blocks) != len(state.document.blocks):
                return None
            return _State(document, edits, self._check(document))
        except ReadError:
            return None

    def _together(self, state: _State) -> _State:
        """Apply fixes a paragraph at a time, where there are many; what is left is for the passes one by one."""
        tried: set[tuple[str, int, str]] = set()
        while len(chosen := self._first_of_each_block(state, tried)) and self._usable(state.report) > MANY:
            tried.update(self._key(state, finding, repair) for finding, repair in chosen)
            while chosen:
                better = self._with(state, [edit for _, repair in chosen for edit in repair.edits])
                if better is None or _is_worse(state.report, better.report):
                    return state
                good = _good(state, better, chosen)
                if len(good) == len(chosen):
                    # The last one first, so that the places of the others hold at each step.
                    self._applied += (_offer(state.document.source.text, *pair) for pair in reversed(chosen))
                    self._seen.add(better.document.source.text)
                    state = better
                    break
                chosen = good
        return state

    def _usable(self, report: Report) -> int:
        return sum(any(repair.applicability in self._levels for repair in found.fixes) for found in report.findings)

    def _first_of_each_block(self, state: _State, tried: Collection[tuple[str, int, str]]) -> list[tuple[Finding, Fix]]:
        """Return for each block the first fix that was not ``tried``, in the order of the text."""
        first: dict[int, tuple[Finding, Fix]] = {}
        for finding in state.report.findings:
            if finding.block is None or finding.block in first:
                continue
            for repair in finding.fixes:
                fresh = repair.applicability in self._levels and self._key(state, finding, repair) not in tried
                edits = after(state.edits, repair.edits) if fresh else ()
                if fresh and self._original.can_place(edits):
                    first[finding.block] = finding, repair
                    break
        return sorted(first.values(), key=lambda pair: pair[1].edits[0].span)


def _good(old: _State, new: _State, chosen: Sequence[tuple[Finding, Fix]]) -> list[tuple[Finding, Fix]]:
    """Return those of ``chosen``, one a block, after which their own block is no worse."""
    places = iter(new_spans([edit for _, repair in chosen for edit in repair.edits]))
    before, now = _by_block(old.report.findings), _by_block(new.report.findings)
    values = _block_values(old), _block_values(new)
    good = []
    for finding, repair in chosen:
        changed = [next(places) for _ in repair.edits]
        block = finding.block
        inside = now.get(block, [])
        more = _counts(inside) - _counts(before.get(block, []))
        if (
            not any(found.rule == finding.rule and any(map(found.span.overlaps, changed)) for found in inside)
            and all(finding.severity.reaches(severity) for _, severity in more)
            and not _rises(values[0].get(block), values[1].get(block))
        ):
            good.append((finding, repair))
    return good


def _by_block(findings: Sequence[Finding]) -> dict[int | None, list[Finding]]:
    blocks: dict[int | None, list[Finding]] = {}
    for finding in findings:
        blocks.setdefault(finding.block, []).append(finding)
    return blocks


def _block_values(state: _State) -> dict[int | None, float]:
    """Return the negated score of each block, so that more is worse, as in a difficulty."""
    starts = {block.map.to_source(0, 1).start: index for index, block in enumerate(state.document.blocks)}
    return {starts.get(block.span.start): -block.value for block in state.report.blocks}


def _is_better(old: Report, new: Report, finding: Finding, repair: Fix) -> bool:
    """Tell whether ``repair`` took ``finding`` away, and nothing else got worse.

    The text may not get harder, and there may be no new remark that is heavier than the one that was repaired.
    """
    if _is_worse(old, new):
        return False
    changed = new_spans(repair.edits)
    if any(found.rule == finding.rule and any(map(found.span.overlaps, changed)) for found in new.findings):
        return False
    more = _counts(new.findings) - _counts(old.findings)
    return all(finding.severity.reaches(severity) for _, severity in more)


def _is_worse(old: Report, new: Report) -> bool:
    """Tell whether the document as a whole is harder to read, or could not be checked as well."""
    harder = _rises(old.difficulty, new.difficulty)
    costs = old.score is not None and new.score is not None and _rises(new.score.value, old.score.value)
    return harder or costs or not set(new.errors) <= set(old.errors)


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
    whole = repair.edits[0].span if len(repair.edits) == 1 else finding.span
    replaced = text[whole.start : whole.end].strip() or finding.text
    return Offer(finding, repair, before, apply(before, moved), replaced)
