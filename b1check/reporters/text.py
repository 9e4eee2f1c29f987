"""Text for a terminal: cleaned, measured in columns, wrapped and cut; and numbers the Dutch way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

ELLIPSIS = "…"
_JOINER = "\N{ZERO WIDTH JOINER}"
_WHITE_SPACE = re.compile(r"\s+")
_NARROW = re.compile("[\x00-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
"""Text in which each character takes one column, as in nearly all Dutch: Latin letters, punctuation, the euro sign."""


def clean(text: str) -> str:
    """Return ``text`` on one line, without what could steer a terminal or turn the reading direction."""
    if text.isprintable() and "  " not in text:  # nearly every text, and a run over a site has a million of them
        return text
    return _WHITE_SPACE.sub(" ", "".join(_printable(character) for character in text))


def _printable(character: str) -> str:
    match unicodedata.category(character):
        case "Cc":
            return " "
        case "Cf":
            return character if character == _JOINER else ""
        case "Cs":  # half of a pair, such as in a file name that is not UTF-8
            return "\N{REPLACEMENT CHARACTER}"
    return character


def width(text: str) -> int:
    """Return the number of columns that ``text`` takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    return sum(_column_counts(text))


def _column_counts(text: str) -> list[int]:
    counts: list[int] = []
    previous = ""
    for character in text:
        counts.append(0 if previous == _JOINER else _columns(character))
        previous = character
    return counts


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill ``text`` with spaces up to ``columns``; with ``right`` on its left side."""
    space = " " * max(columns - width(text), 0)
    return space + text if right else text + space


def wrap(text: str, columns: int, *, indent: str = "", hang: str | None = None) -> list[str]:
    """Break ``text`` into lines of at most ``columns``, each after ``indent``; later lines after ``hang``."""
    hang = indent if hang is None else hang
    lines: list[str] = []
    line = ""
    measure = len if text.isascii() or _NARROW.fullmatch(text) else width
    for word in text.split():
        start = hang if lines else indent
        longer = f"{line} {word}" if line else word
        if line and measure(start) + measure(longer) > columns:
            lines.append(start + line)
            line = word
        else:
            line = longer
    return [*lines, (hang if lines else indent) + line]


def cut_end(text: str, columns: int) -> str:
    """Return the start of ``text``: the words that fit in ``columns``, then an ellipsis if some are gone."""
    if width(text) <= columns:
        return text
    if kept := _prefix(text, columns - 2).rstrip():
        return f"{kept} {ELLIPSIS}"
    return _hard_prefix(text, columns - 1) + ELLIPSIS if columns > 0 else ""


def cut_start(text: str, columns: int) -> str:
    """Return the end of ``text``: the words that fit in ``columns``, after an ellipsis if some are gone."""
    if width(text) <= columns:
        return text
    if kept := _prefix(text[::-1], columns - 2)[::-1].lstrip():
        return f"{ELLIPSIS} {kept}"
    return ELLIPSIS + _hard_prefix(text[::-1], columns - 1)[::-1] if columns > 0 else ""


def cut_middle(text: str, columns: int) -> str:
    """Return start and end of ``text`` with an ellipsis between them when it does not fit in ``columns``."""
    if width(text) <= columns:
        return text
    tail = _prefix(text[::-1], columns // 3)[::-1].strip()
    head = cut_end(text, columns - width(tail) - 1)
    return f"{head} {tail}" if tail else head


def _prefix(text: str, columns: int) -> str:
    """Return the whole words at the start of ``text`` that fit in ``columns``; "" when the first does not."""
    cut = _hard_prefix(text, columns)
    if len(cut) == len(text) or text[len(cut)].isspace():
        return cut
    return cut[: cut.rfind(" ") + 1]


def _hard_prefix(text: str, columns: int) -> str:
    if _NARROW.fullmatch(text):
        return text[: max(columns, 0)]
    taken = 0
    for index, count in enumerate(_column_counts(text)):
        taken += count
        if taken > columns:
            return text[:index]
    return text


def number(value: float, *, decimals: int = 1, sign: bool = False) -> str:
    """Write ``value`` the Dutch way: 1.234,5."""
    written = f"{value:{'+' if sign else ''},.{decimals}f}"
    return written.translate(str.maketrans(",.", ".,"))


def count(amount: int, one: str, more: str) -> str:
    """Return "1 woord" or "2 woorden"."""
    return f"{amount} {one if amount == 1 else more}"


def listing(parts: Sequence[str], *, word: str = "en") -> str:
    """Return "a, b en c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
