"""Stretches of text in which rules about words have nothing to say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b1check.documents.document import Block, BlockKind, MarkKind
from b1check.language import fields

Ranges = tuple[tuple[int, int], ...]

_TECHNICAL = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|"  # web and mail addresses
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}"  # names of sites and files
    r"\.(?:nl|com|org|eu|net|pdf|docx?|xlsx?|html?)(?:/\S*)?\b|"
    r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d{2,4}){2,4}\b"  # bank account (IBAN)
)
_SIGNS_OF_TECHNICAL = ("://", "www.", "@", *(f".{end}" for end in "nl com org eu net pdf doc xls htm".split()))
_START_OF_ACCOUNT = re.compile(r"[A-Z][A-Z]\d\d")
"""Without any of these there is nothing technical; most blocks have none, and looking for them is cheap."""
_QUOTATION = re.compile(r"[“„][^”“\n]{1,400}[”“]|\"[^\"\n]{1,400}\"|‘[^’\n]{1,200}’(?!\w)")
_SHIELDING_MARKS = frozenset({MarkKind.CODE, MarkKind.FOREIGN})


@dataclass(frozen=True, slots=True)
class Shields:
    """The ranges of a block that rules leave alone.

    Attributes:
        technical: addresses on the web, names of files, account numbers, code and other languages.
        fields: merge fields.
        quotations: what somebody else says.
    """

    technical: Ranges
    fields: Ranges
    quotations: Ranges

    def ranges(self, *, quotes: bool = False, fields: bool = False) -> Ranges:
        """Return the ranges.

        Args:
            quotes: rules that also look inside quotations set this, so that those are no shield.
            fields: the same for merge fields.
        """
        return (*self.technical, *(() if fields else self.fields), *(() if quotes else self.quotations))


def find(block: Block) -> Shields:
    """Return the shields of ``block``."""
    text = block.text
    technical = _places(_TECHNICAL, text) if _may_hold_technical(text) else ()
    marked = tuple((mark.start, mark.end) for mark in block.marks if mark.kind in _SHIELDING_MARKS)
    quoted = ((0, len(text)),) if block.kind is BlockKind.QUOTE else _places(_QUOTATION, text)
    return Shields((*technical, *marked), fields.places(text), quoted)


def _places(pattern: re.Pattern[str], text: str) -> Ranges:
    return tuple(found.span() for found in pattern.finditer(text))


def _may_hold_technical(text: str) -> bool:
    return any(sign in text for sign in _SIGNS_OF_TECHNICAL) or _START_OF_ACCOUNT.search(text) is not None
