"""Hides what points to a person or an account: BSN, account number, phone number and mail address.

Every letter and digit of it becomes ``•``, and nothing else changes. So a masked text is as long as it was, and every
span still points at the same words. When in doubt it hides: a case number can look like a BSN.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from b1check.documents.document import Document
from b1check.findings import Finding, Fix
from b1check.language import phones
from b1check.report import Report

SIGN = "•"
_Value = TypeVar("_Value")

_MAIL = re.compile(r"[\w.+%'’-]+@[\w-]+(?:\.[\w-]+)*")
_ACCOUNT = re.compile(
    r"(?<!\w)(?:NL[\s.-]?\d{2}[\s.-]?[A-Z]{4}(?:[\s.-]?\d){10}"  # a Dutch account, in whatever groups
    r"|[A-Z]{2}\d{2}[A-Z\d]{11,30}"  # one of another country, in one piece ...
    r"|[A-Z]{2}\d{2}(?:[ \u00a0][A-Z\d]{4}){2,7}(?:[ \u00a0][A-Z\d]{1,3})?)(?!\w)",  # ... or in groups of four
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"(?<!\w)(?:\+|00)\d(?:[\s().–-]*\d){7,14}(?!\w)|(?<![\w,])\(?0\d(?:[\s()./–-]?\d){8}(?!\w)")
"""A phone number of another country, or ten digits with a zero in front in whatever groups."""
_PERHAPS_BSN = re.compile(r"(?<!\w)\d(?:[\s.-]?\d){8}(?!\w)|(?<!\w)\d{8}(?!\w)")
_CALLED_BSN = re.compile(
    r"\b(?:bsn|burgerservice\s?nummer|sofi\s?-?nummer)(?:-?nummer)?\W{0,20}(?:is\W{1,5})?(?P<number>\d(?:[\s.-]?\d){7,8})(?!\w)",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(r"[\d@]")
_OURS = frozenset({"rule"})
"""Fields that say nothing of the document."""
_SHORTEST = 2
"""Code points; a shorter piece of a number gives nothing away."""


def hide(text: str) -> str:
    """Return ``text`` with every number and address hidden; it keeps its length."""
    return _without(text, places(text))


def places(text: str) -> list[tuple[int, int]]:
    """Return where in ``text`` there is something to hide, in order; places may overlap."""
    found = [
        *(match.span() for match in _MAIL.finditer(text)),
        *(match.span() for match in _ACCOUNT.finditer(text)),
        *((phone.start, phone.end) for phone in phones.find(text)),
        *(match.span() for match in _LONG_NUMBER.finditer(text)),
        *(match.span() for match in _PERHAPS_BSN.finditer(text) if _is_bsn(match[0])),
        *(match.span("number") for match in _CALLED_BSN.finditer(text)),
    ]
    return sorted(found)


def hide_in(report: Report, document: Document, *, with_name: bool = True) -> tuple[Report, Document]:
    """Return the report and its document with every number and address hidden in all their texts.

    Spans and the names of rules stay as they are. What is hidden in the document is hidden wherever the report repeats
    it, also a part of it.

    Args:
        report: what was found.
        document: the text.
        with_name: hide in the name of the document too.
    """
    name = report.name
    known = dict.fromkeys(block.text[start:end] for block in document.blocks for start, end in places(block.text))
    known_values = tuple(known)
    findings = tuple(_hide_finding(finding, document, known_values) for finding in report.findings)
    suppressed = tuple(
        replace(_hidden(one, known_values), finding=_hide_finding(one.finding, document, known_values))
        for one in report.suppressed
    )
    report = _hidden(replace(report, findings=(), suppressed=()), known_values)
    if not with_name:
        report = replace(report, name=name)
    blocks = tuple(replace(block, text=_hide_all(block.text, known_values)) for block in document.blocks)
    document = replace(
        document,
        name=report.name,
        title=_hide_all(document.title, known_values),
        blocks=blocks,
        notes=report.notes,
    )
    return replace(report, findings=findings, suppressed=suppressed), document


def _hide_finding(finding: Finding, document: Document, known: Sequence[str]) -> Finding:
    """Hide in ``finding``; it can be about a piece of a number, which by itself does not look like one."""
    finding = replace(finding, fixes=tuple(fix for fix in finding.fixes if not _gives_away(fix, document, known)))
    if finding.block is None:
        return _hidden(finding, known)
    block = document.blocks[finding.block]
    pieces = []
    for span in (finding.span, *finding.also):
        if part := block.map.to_text(span.start, span.end):
            shared = ((max(start, part[0]), min(end, part[1])) for start, end in places(block.text))
            pieces += [block.text[start:end] for start, end in shared if end - start >= _SHORTEST]
    return _hidden(finding, known, pieces)


def _gives_away(fix: Fix, document: Document, known: Sequence[str]) -> bool:
    """Tell whether there is something to hide in ``fix`` or between its edits: hidden, it would spoil the text."""
    start, end = min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits)
    texts = (document.source.text[start:end], *(edit.replacement for edit in fix.edits))
    return any(_hide_all(text, known) != text for text in texts)


def _hidden(value: _Value, known: Sequence[str], pieces: Sequence[str] = ()) -> _Value:
    """Return ``value`` with all texts in it hidden, however deep; names from a fixed list stay."""
    changed: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        changed = _hide_all(value, known, pieces)
    elif isinstance(value, tuple):
        changed = tuple(_hidden(part, known, pieces) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.init and field.name not in _OURS)
        parts = ((name, getattr(value, name)) for name in names)
        changed = replace(value, **{name: _hidden(part, known, pieces) for name, part in parts})
    result: _Value = changed
    return result


def _hide_all(text: str, known: Iterable[str], pieces: Iterable[str] = ()) -> str:
    """Return ``text`` without what is to hide in it, the ``known`` numbers and addresses, and ``pieces`` of those."""
    found = [place for piece in pieces for place in _occurrences(piece, text)]
    if _MAY_HOLD.search(text):
        found += places(text)
        found += (place for value in known for place in _occurrences(value, text))
    return _without(text, found)


def _occurrences(value: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(value)
    while at >= 0:
        yield at, at + len(value)
        at = text.find(value, at + len(value))


def _without(text: str, hidden: Iterable[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in hidden:
        for at in range(start, end):
            if characters[at].isalnum():
                characters[at] = SIGN
    return "".join(characters)


def _is_bsn(number: str) -> bool:
    """Tell whether ``number`` passes the test with eleven that every BSN passes."""
    digits = [int(sign) for sign in number if sign.isdecimal()]
    digits = [0] * (9 - len(digits)) + digits
    return sum(digits) > 0 and (sum(w * d for w, d in zip(range(9, 1, -1), digits, strict=False)) - digits[8]) % 11 == 0
