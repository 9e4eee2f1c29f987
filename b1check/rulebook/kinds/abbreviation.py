"""Abbreviations that are not written out where the document uses them first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.rulebook import explained
from b1check.rulebook.match import (
    BlockEdit,
    BlockView,
    DocumentView,
    Kind,
    Match,
    Options,
    PerDocument,
    Suggestion,
    remembered,
)

_PLACEHOLDER = re.compile(r"X+")
_ROMAN = re.compile(r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})")
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b")
_CHUNK = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_CAPITALS_BESIDE = re.compile(r"\b[A-ZÀ-Ý]{2,}\b")
_REST_OF_WORD = re.compile(r"[-'’][\w-]+")
_NAME = r"((?:[A-Z][\w-]+(?:\s+(?:van|voor|en|de|het))*\s*)+)"
_NAME_BEFORE = re.compile(_NAME + r",?\s*$")
_NAME_AFTER = re.compile(r"[’”'\"]?,?\s+" + _NAME)
_NAME_IN_FRONT = re.compile(r"[a-zë-ï,]\s(?!(?:Wet|Besluit|Verordening|Regeling)\s)[A-Z][a-z]+\s$")
"""A word with a capital, in the middle of a sentence, makes one name with the abbreviation."""
_LONG_NAME = 40
_WORDS_BEFORE_BRACKET = 8
_SMALL_WORDS = frozenset("de het een van voor en of op in omtrent over met".split())
_GREETING = re.compile(
    r"(?:Met\s+(?:vriendelijke|hartelijke)\s+groet|Hoogachtend|Namens\b|Vriendelijke\s+groet)", re.IGNORECASE
)
_SIGN = re.compile(r"[’”'\"]?(?::|\s+[–—=-]\s|\s+(?:betekent|is|staat voor|is de afkorting van)\s)\s*(.*)")
_WORDS_AFTER_SIGN = 8
_NO_TEXT = frozenset(
    {BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.CLOSING, BlockKind.TABLE_CELL, BlockKind.MARGIN}
)
"""Blocks in which an abbreviation is neither used nor explained."""


class AbbreviationOptions(Options):
    """Which abbreviations every reader knows, and how others are written in full.

    Attributes:
        known: abbreviations that need no explanation: of daily life, of well-known organisations, and words
            that people write in capitals for stress.
        full: full form by abbreviation; also makes known those that are not written in capitals only.
    """

    known: frozenset[str] = Field(
        default=frozenset(), description="Afkortingen die iedereen kent. Daarbij hoeft geen uitleg."
    )
    full: Mapping[str, str] = Field(
        default_factory=dict, description="De volle vorm van elke afkorting. b1check stelt die voor."
    )


def _build(options: AbbreviationOptions, _folder: Path) -> PerDocument:
    pattern = _pattern(options.full)
    known = {word.casefold() for word in options.known}
    full = {word.casefold(): form for word, form in options.full.items()}
    places_in = remembered(partial(_abbreviations, pattern=pattern))

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        scope = {inside.index for inside in view.scope}
        done = set(known) | set(_in_glossary(view, places_in))
        for block_view in view.blocks:
            if block_view.block.kind in _NO_TEXT or not places_in(block_view) or _is_signature(view, block_view):
                continue
            for start, end in places_in(block_view):
                key = block_view.block.text[start:end].casefold()
                if key in done:
                    continue
                if _is_explained(view, block_view, start, end):
                    done.add(key)
                elif block_view.index in scope:
                    done.add(key)
                    yield block_view.index, _match(block_view, start, end, full.get(key, ""))

    return PerDocument(find)


def _pattern(full: Mapping[str, str]) -> re.Pattern[str]:
    """Match any word in capitals, and the words of ``full`` in any writing."""
    listed = "|".join(re.escape(word) for word in sorted(full, key=len, reverse=True))
    mixed = f"|(?i:{listed})" if listed else ""
    return re.compile(rf"(?<![\w.&@-])(?:[A-Z]{{2,6}}{mixed})(?![\w&@]|\.\w)")


def _is_signature(document: DocumentView, view: BlockView) -> bool:
    """Tell whether the block is a name with a function, right below the greeting of a letter."""
    above = document.blocks[view.index - 1].block.text if view.index else ""
    return bool(_GREETING.match(above)) and not view.block.text.endswith((".", "?", "!"))


def _in_glossary(view: DocumentView, places_in: Callable[[BlockView], Iterable[tuple[int, int]]]) -> Iterator[str]:
    """Yield the abbreviations that a list of terms in the document explains, wherever that stands."""
    for index in sorted(explained.glossary(view)):
        inside = view.blocks[index]
        for start, end in places_in(inside):
            if _is_explained(view, inside, start, end):
                yield inside.block.text[start:end].casefold()


def _abbreviations(view: BlockView, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of abbreviations, without codes, postcodes, Roman numerals and shouted text."""
    text = view.block.text
    written = list(pattern.finditer(text))
    if not written or text.isupper():
        return
    shut = list(view.shields.ranges())
    shut += [found.span() for found in _POSTCODE.finditer(text)]
    shut += [found.span() for found in _CHUNK.finditer(text) if _DIGIT.search(found[0])]
    for found in written:
        start, end = found.span()
        overlaps = any(start < b and a < end for a, b in shut)
        if not (overlaps or _is_no_word(found[0]) or _is_shouted(text, start, end) or _is_name(text, start, end)):
            yield start, end


def _is_no_word(text: str) -> bool:
    return bool(_ROMAN.fullmatch(text) or _PLACEHOLDER.fullmatch(text))


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a neighbour is in capitals too: "LET OP" and "BETAAL NU" are no abbreviations."""
    if not text[start:end].isupper():
        return False
    previous, following = text[:start].split(" ")[-2:-1], text[end:].split(" ")[1:2]
    beside = [*previous, *(following if text[end : end + 1] in {" ", ""} else [])]
    return any(_CAPITALS_BESIDE.fullmatch(word.strip(",.:;!?()‘’“”\"'")) for word in beside)


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether it is a part of a name: "VFS Global", "ACM ConsuWijzer", "Power BI"."""
    if text[start:end].isupper() and _NAME_IN_FRONT.search(text[max(0, start - _LONG_NAME) : start]):
        return True
    return text[start:end].isupper() and bool(re.match(r" (?!U\b|Uw\b)[A-Z][a-z]+[A-Z]?[a-z]+", text[end:]))


def _is_explained(document: DocumentView, view: BlockView, start: int, end: int) -> bool:
    if explained.by_markup(view.block, start, end):
        return True
    if explained.by_layout(document.blocks, view.index, start, end):
        return True
    where = explained.place(document.blocks, view.index, start, end)
    rest = _REST_OF_WORD.match(where.right)
    where = replace(where, right=where.right[rest.end() :] if rest else where.right)
    if _has_full_form(where) or explained.by_words(where, bracketed=False):
        return True
    if rest is None:
        return False
    # Of "WOZ-waarde" the whole word may be what is explained: "De WOZ-waarde is wat uw huis waard is".
    return explained.by_words(explained.place(document.blocks, view.index, start, end + rest.end()), bracketed=False)


def _has_full_form(where: explained.Place) -> bool:
    """Recognise "full form (ABC)", "ABC (full form)", "ABC, Full Form" and "Full Form ABC"."""
    letters = where.term.casefold()
    bracket = where.left.rfind("(")
    if bracket >= 0 and ")" not in where.left[bracket:]:
        before = where.left[:bracket].split()[-_WORDS_BEFORE_BRACKET:]
        if any(_spells(letters, " ".join(before[n:])) or _ends_spell(letters, before[n:]) for n in range(len(before))):
            return True
    if sign := _SIGN.match(where.right):
        words = sign[1].split()[:_WORDS_AFTER_SIGN]
        if any(_spells(letters, " ".join(words[n:])) for n in range(len(words))):
            return True
    if inside := re.match(r"[’”'\"]?\s*\(([^()]+)\)", where.right):
        words = inside[1].split()
        if any(_spells(letters, " ".join(words[n:])) for n in range(len(words))):
            return True
    beside = [found[1].split() for found in (_NAME_BEFORE.search(where.left), _NAME_AFTER.match(where.right)) if found]
    return any(_spells(letters, " ".join(words[n:])) for words in beside for n in range(len(words)))


def _ends_spell(letters: str, words: list[str]) -> bool:
    """Tell whether the first and last word begin with the first and last letter: the short name leaves out a word."""
    content = [word for word in words if word.casefold() not in _SMALL_WORDS]
    return (
        len(content) == len(letters) - 1 > 1
        and words[0].casefold().startswith(letters[0])
        and words[-1].casefold().startswith(letters[-1])
    )


def _spells(letters: str, words: str) -> bool:
    """Tell whether ``words`` begin with the first of ``letters`` and hold the others in that order."""
    text = words.casefold().lstrip("‘“'\"(")
    if not text.startswith(letters[0]) or len(text) <= len(letters) + 2:
        return False
    at = iter(text)
    return all(letter in at for letter in letters)


def _match(view: BlockView, start: int, end: int, full: str) -> Match:
    word = view.block.text[start:end]
    if full and _in_longer_word(view, end):
        # "Wet maatschappelijke ondersteuning (Wmo)-loket" is no Dutch, so only tell what it stands for.
        return Match(start, end, {"afkorting": word}, advice=f"{word} betekent: {full}.")
    return Match(start, end, {"afkorting": word}, _suggestions(view, start, end, full) if full else ())


def _in_longer_word(view: BlockView, end: int) -> bool:
    return view.block.text[end : end + 1] in {"-", "'", "’"}


def _suggestions(view: BlockView, start: int, end: int, full: str) -> tuple[Suggestion, ...]:
    """Suggest to write it out; between brackets that can only be shown."""
    text = view.block.text
    if any(sentence.start == start for sentence in view.sentences):
        full = full[:1].upper() + full[1:]
    wording = f"{full} ({text[start:end]})"
    edits = () if text[:start].endswith("(") else (BlockEdit(start, end, wording),)
    reason = f"Een afkorting kan meer betekenen. Kijk of u hier dit bedoelt: {full}."
    return (Suggestion(wording, edits, reason=reason),)


KIND = Kind(AbbreviationOptions, _build)
