"""Edits of a text: applied, put after each other, and made as small as they can be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.findings import Edit, Span

_PARTS = re.compile(r"\s+|\w+|.", re.DOTALL)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with ``edits``.

    Args:
        text: the text.
        edits: in order and without overlap.

    Raises:
        ValueError: when the edits overlap, are not in order, or reach outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        if not at <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"edit out of place: {edit}")
        parts += (text[at : edit.span.start], edit.replacement)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def after(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits of the old text that do what ``first`` does, and after that ``second``.

    Args:
        first: edits of the old text, in order and without overlap.
        second: edits of the text that ``first`` gives, in order and without overlap.
    """
    joined = tuple(first)
    for edit in reversed(second):
        joined = _after(joined, edit)
    return joined


def _after(first: tuple[Edit, ...], edit: Edit) -> tuple[Edit, ...]:
    """Add one edit; those of ``first`` that it touches become one edit with it."""
    start, end = edit.span.start, edit.span.end
    placed = list(zip(first, new_spans(first), strict=True))
    before = [old for old, new in placed if new.end < start]
    behind = [old for old, new in placed if new.start > end]
    touched = [(old, new) for old, new in placed if start <= new.end and new.start <= end]
    shift = sum(map(_growth, before))
    old_start, head = start - shift, ""
    old_end, tail = end - shift - sum(_growth(old) for old, _ in touched), ""
    if touched:
        (opening, opened), (closing, closed) = touched[0], touched[-1]
        if opened.start < start:
            old_start, head = opening.span.start, opening.replacement[: start - opened.start]
        if closed.end > end:
            old_end, tail = closing.span.end, closing.replacement[end - closed.start :]
    return (*before, Edit(Span(old_start, old_end), head + edit.replacement + tail), *behind)


def _growth(edit: Edit) -> int:
    return len(edit.replacement) - (edit.span.end - edit.span.start)


def new_spans(edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Return where the replacements of ``edits`` stand in the new text."""
    spans: list[Span] = []
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        spans.append(Span(start, start + len(edit.replacement)))
        shift += _growth(edit)
    return tuple(spans)


def old_offset(edits: Sequence[Edit], offset: int) -> int:
    """Return where ``offset`` of the new text stands in the old text; inside a replacement its start."""
    shift = 0
    for edit, new in zip(edits, new_spans(edits), strict=True):
        if offset < new.start:
            break
        if offset < new.end:
            return edit.span.start
        shift += _growth(edit)
    return offset - shift


def without_idle(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return ``edits`` without those that leave ``text`` as it is."""
    return tuple(edit for edit in edits if text[edit.span.start : edit.span.end] != edit.replacement)


def trimmed(text: str, edit: Edit) -> Edit:
    """Return ``edit`` without the words at both ends that it leaves as they are."""
    old, new = _PARTS.findall(text[edit.span.start : edit.span.end]), _PARTS.findall(edit.replacement)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    start = edit.span.start + sum(map(len, old[:head]))
    end = edit.span.end - sum(map(len, old[len(old) - tail :]))
    return Edit(Span(start, end), "".join(new[head : len(new) - tail]))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items ``one`` and ``other`` share at their start."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))
