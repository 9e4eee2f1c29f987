"""A long enumeration inside a sentence, which reads better as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pydantic import Field

from b1check.findings import Severity
from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "SYM"})
_LINKS = frozenset({"en", "of", "alsmede", "evenals"})
_INSIDE = frozenset({"van", "voor"})
"""Prepositions that tie two nouns together inside a part ("een kopie van uw paspoort")."""
_OUTSIDE = frozenset({"bij", "mee", "via", "tot", "per"})
"""Prepositions after the last part that belong to the verb ("uw naam en uw adres bij de hand")."""
_LEGAL = frozenset({"artikel", "lid", "onderdeel"})
"""Parts of the place of a law, with commas between them, are no enumeration."""
_ADDRESS = frozenset({"postbus", "antwoordnummer"})
"""Nor are the parts of an address."""


_LEAST_REAL = 3
"""An address or a list of names with a noun or two in it is no list of things."""


class EnumerationOptions(Options):
    """From how many parts on, and from how many words.

    Attributes:
        items: grades by the number of parts.
        short_items: the same for parts of mostly one word ("wonen, werken en leren").
        least_words: report nothing with fewer words; "ma, di, wo en do" is easy.
        heavy_items: grades by the number of parts when the enumeration is long.
        heavy_words: number of words from which on it is long.
        plain: words that make no long list, such as the days of the week.
    """

    items: Grades = Field(description="Het aantal delen van de opsomming.")
    short_items: Grades = Field(description="Het aantal delen, als de meeste delen uit 1 woord bestaan.")
    least_words: int = Field(description="Bij een opsomming met minder woorden komt er geen opmerking.")
    heavy_items: Grades = Field(default=Grades(), description="Het aantal delen, als de opsomming lang is.")
    heavy_words: int = Field(default=0, description="Vanaf dit aantal woorden is een opsomming lang.")
    plain: frozenset[str] = Field(
        default=frozenset(), description="Woorden die een opsomming niet moeilijk maken, zoals de dagen van de week."
    )


@dataclass(frozen=True, slots=True)
class _Enumeration:
    items: tuple[tuple[Token, ...], ...]

    @property
    def first(self) -> Token:
        return self.items[0][0]

    @property
    def last(self) -> Token:
        return self.items[-1][-1]


def _build(options: EnumerationOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            for found in _enumerations(sentence):
                severity = _severity(sentence, found, options)
                if severity:
                    values = {"aantal": len(found.items)}
                    yield Match(found.first.start, found.last.end, values, severity=severity)

    return PerBlock(find)


def _severity(sentence: Sentence, found: _Enumeration, options: EnumerationOptions) -> Severity | None:
    words = sum(found.first.index <= word.index <= found.last.index for word in sentence.words)
    if any(token.lower in _LEGAL | _ADDRESS for item in found.items for token in item):
        return None
    if words < options.least_words or sum(not _is_plain(item, options) for item in found.items) < _LEAST_REAL:
        return None
    short = median(len(item) for item in found.items) < 2
    grades = options.short_items if short else options.items
    severity = grades.severity(len(found.items))
    if severity is None and words >= options.heavy_words and _is_parallel(found.items):
        return options.heavy_items.severity(len(found.items))
    return severity


def _is_parallel(items: Sequence[Sequence[Token]]) -> bool:
    """Three parts that start alike are an enumeration; otherwise one may explain the other ("A, deel van B en C")."""
    return len({item[0].pos == "DET" or "Poss=Yes" in item[0].morph for item in items}) == 1


def _is_plain(item: Sequence[Token], options: EnumerationOptions) -> bool:
    """Names, numbers and days are read at a glance."""
    return all(token.pos in {"PROPN", "NUM", "ADP", "DET"} or token.lower in options.plain for token in item)


def _enumerations(sentence: Sentence) -> Iterator[_Enumeration]:
    """Yield "A, B, C en D": parts without a persoonsvorm, with commas between them and a last link."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if token.lower not in _LINKS or token.pos != "CCONJ":
            continue
        middle = _middle(tokens, place)
        last = _nominal_after(tokens, place + 1)
        if not middle or not last:
            continue
        first = _nominal_before(tokens, middle[0][0].index - tokens[0].index - 1)
        if first:
            yield _Enumeration((first, *middle, last))


def _middle(tokens: Sequence[Token], link: int) -> tuple[tuple[Token, ...], ...]:
    """Return the parts between the first comma and ``link``, in order."""
    items: list[tuple[Token, ...]] = []
    item: list[Token] = []
    for token in reversed(tokens[:link]):
        if token.text == ",":
            if item:
                items.insert(0, tuple(item))
            item = []
        elif not _may_be_inside(token):
            break
        else:
            item.insert(0, token)
    return tuple(items) if all(_has_noun(item) for item in items) else ()


def _may_be_inside(token: Token) -> bool:
    return not (
        token.is_finite
        or token.pos in {"SCONJ", "PUNCT", "CCONJ"}
        or "PronType=Rel" in token.morph
        or (token.pos == "ADV" and token.lower in {"dan", "daarna", "bijvoorbeeld", "zoals"})
    )


def _has_noun(item: Sequence[Token]) -> bool:
    return any(token.pos in {"NOUN", "PROPN"} for token in item) and item[0].pos in _NOMINAL


def _nominal_after(tokens: Sequence[Token], place: int) -> tuple[Token, ...]:
    """Return the part after the link: its words up to the end of the clause or a verb."""
    item: list[Token] = []
    for token in tokens[place:]:
        if token.pos == "ADP" and (
            token.lower in _OUTSIDE or not item or item[-1].pos != "NOUN" or token.dep == "compound:prt"
        ):
            break
        if token.pos not in _NOMINAL | {"ADP"} or token.pos == "NUM":
            break
        item.append(token)
    while item and item[-1].pos in {"ADP", "DET", "ADJ"}:
        item.pop()
    return tuple(item)


def _nominal_before(tokens: Sequence[Token], comma: int) -> tuple[Token, ...]:
    """Return the part before the first comma: the noun and the words that belong to it."""
    item: list[Token] = []
    for place in range(comma - 1, -1, -1):
        token = tokens[place]
        if token.pos not in _NOMINAL and not (token.lower in _INSIDE and place and tokens[place - 1].pos == "NOUN"):
            break
        item.insert(0, token)
        if token.pos == "DET" and not (place and tokens[place - 1].lower in _INSIDE):
            break
    while item and item[0].pos == "PRON" and "Poss=Yes" not in item[0].morph:
        item.pop(0)
    return tuple(item)


KIND = Kind(EnumerationOptions, _build, Reach.SENTENCE)
