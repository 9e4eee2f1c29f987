"""What a server of LanguageTool answers, checked and with offsets in code points.

LanguageTool is written in Java, so its offsets count units of UTF-16: a sign such as an emoji counts for two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from pydantic import BaseModel, Field

_LONGEST = 400
"""Characters of a message; one of LanguageTool is never near that."""
_MOST = 5
"""Other wordings to keep: LanguageTool gives twenty, ever less likely ones."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark of LanguageTool.

    Attributes:
        start: offset in the text that was asked about.
        end: offset after the last code point; always more than ``start``.
        rule: the name that LanguageTool has for its rule, such as ``MORFOLOGIK_RULE_NL_NL``.
        category: the name of the category of that rule, such as ``TYPOS``.
        message: what it says, in Dutch.
        replacements: other wordings, the best first; "" to leave the words out.
    """

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


class _Value(BaseModel):
    value: str = ""


class _Category(BaseModel):
    id: str = Field(default="", pattern=r"^[\w.-]*$")


class _Rule(BaseModel):
    id: str = Field(pattern=r"^[\w.-]+$")
    category: _Category = _Category()


class _Match(BaseModel):
    offset: int = Field(ge=0)
    length: int = Field(ge=0)
    message: str
    replacements: list[_Value] = []
    rule: _Rule


class _Answer(BaseModel):
    matches: list[_Match]


def read(data: bytes, text: str) -> tuple[Remark, ...]:
    """Return what the server said of ``text``, in the order of the text.

    Args:
        data: the body of its answer.
        text: what it was asked about.

    Raises:
        ValueError: when that is no answer of LanguageTool about this text.
    """
    matches = _Answer.model_validate_json(data).matches
    units = _units(text)
    if any(match.offset + match.length > units[-1] for match in matches):
        raise ValueError("a remark lies outside the text")
    return tuple(sorted(_remarks(matches, units), key=lambda remark: (remark.start, -remark.end)))


def _remarks(matches: list[_Match], units: list[int]) -> Iterator[Remark]:
    for match in matches:
        # A place in the middle of a sign is widened to all of it.
        start = bisect_right(units, match.offset) - 1
        end = bisect_left(units, match.offset + match.length)
        if start >= end:
            continue
        message = " ".join(match.message.split())[:_LONGEST]
        values = dict.fromkeys(one.value for one in match.replacements)
        yield Remark(start, end, match.rule.id, match.rule.category.id, message, tuple(values)[:_MOST])


def _units(text: str) -> list[int]:
    """Return for every code point, and for the end, how many units of UTF-16 come before it."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return list(range(len(text) + 1))
    return [0, *accumulate(2 if sign > "\uffff" else 1 for sign in text)]
