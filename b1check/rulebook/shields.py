"""Stretches of text in which rules about words have nothing to say."""

from __future__ import annotations

import re
from functools import lru_cache

from b1check.documents.document import Block, BlockKind, MarkKind

_TECHNICAL = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|"  # web and mail addresses
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}"  # names of sites and files
    r"\.(?:nl|com|org|eu|net|pdf|docx?|xlsx?|html?)(?:/\S*)?\b|"
    r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d{2,4}){2,4}\b"  # bank account (IBAN)
)
_FIELD = re.compile(r"«[^»\n]{1,60}»|\{\{[^}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|\[[a-zA-Z][^\]\n]{0,40}\]")
_QUOTATION = re.compile(r"[“„][^”“\n]{1,400}[”“]|\"[^\"\n]{1,400}\"|‘[^’\n]{1,200}’(?!\w)")
_SHIELDING_MARKS = frozenset({MarkKind.CODE, MarkKind.FOREIGN})


@lru_cache(maxsize=4096)
def shielded(block: Block, *, quotes: bool = False, fields: bool = False) -> tuple[tuple[int, int], ...]:
    """Return the ranges of ``block`` that rules leave alone, in order of their kind.

    Args:
        block: the block.
        quotes: rules that also look inside quotations set this, so that those are no shield.
        fields: the same for merge fields.
    """
    patterns = [_TECHNICAL, *([] if fields else [_FIELD]), *([] if quotes else [_QUOTATION])]
    ranges = [found.span() for pattern in patterns for found in pattern.finditer(block.text)]
    ranges += [(mark.start, mark.end) for mark in block.marks if mark.kind in _SHIELDING_MARKS]
    if block.kind is BlockKind.QUOTE and not quotes:
        ranges.append((0, len(block.text)))
    return tuple(ranges)
