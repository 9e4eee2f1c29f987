"""The line above a letter that says what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from b1check.documents.document import Block, BlockKind, MarkKind
from b1check.language import dates
from b1check.language.patterns import Pattern
from b1check.letter.model import Part, Passage
from b1check.letter.text import LetterText

_LABEL = Pattern(r"(?:onderwerp|betreft|betr\.|subject)\b\s*:?\s*", re.IGNORECASE)
_LABELLED_LINE = Pattern(
    r"^[ \t]*(?:onderwerp|betreft|betr\."
    r"|subject)\b[ \t]*:?[ \t]*(?P<words>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_NOTHING = frozenset(
    """
    aan uw brief van het een betreft onderwerp kenmerk zaak zaaknummer nummer ons onze deze dit bericht informatie
    mededeling aanvraag verzoek besluit beslissing antwoord reactie e-mail mail diversen voor over met naar aanleiding
    datum nader nadere inzake ontvangen gemeente
    """.split()
) | frozenset(dates.MONTHS)
"""Words that do not tell one letter from another."""
_HEAD_LINE = Pattern(
    r"\d{4}\s?[A-Z]{2}\b|\bpostbus\b|@|\b(?:gemeente|afdeling|team|cluster|aangetekend|mevrouw|familie|de heer|dhr"
    r"|mw)\b|\baan (?:de|het|alle)\b"
    r"|^\W*(?:\w+,\s*)?\d{1,2}\s+\w+\s+\d{4}|^[^:\n]{2,25}:\s*\S+$|\w\s(?!(?:19|20)\d\d$)\d+\s?\w?$",
    re.IGNORECASE,
)
"""Lines of an address, a sender, a date or a reference."""
_OF_REFERENCE = Pattern(
    rf"^[^\S\n]*(?:\S+,[^\S\n]*)?(?:(?:{dates.PATTERN})[^\S\n]*$|\S*(?:datum|kenmerk|nummer|dossier|verzonden|uitgave"
    r"|dagtekening)\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line with the date or a number: in a block with one of those the subject can stand below it, without a label."""
_GREETING = Pattern(r"(?:beste|geachte|dag|hallo)\b[^.?!\n]{0,60},\s*$", re.IGNORECASE)
_LEAST_WORDS = 3
_MOST_WORDS = 16
_TITLED = frozenset({"html", "md", "eml", "msg"})
"""Formats whose title the reader sees; that of a Word file stands in its properties."""


def find(text: LetterText, parts: Sequence[Part]) -> Passage | None:
    """Return the line that says what the letter is about, or None when no line does."""
    greeting = _greeting(text, parts)
    for passage in _lines(text, parts, greeting):
        if _tells(_LABEL.sub("", passage.text, count=1)):
            return passage
    if text.document.format in _TITLED and _tells(text.document.title) and text.blocks:
        return text.passage(0, 0, 0)
    return None


def _greeting(text: LetterText, parts: Sequence[Part]) -> int:
    """Return the index of the salutation; after "Aan de bewoners van ..." a second one may stand below the subject."""
    first = next((index for index, part in enumerate(parts) if part is Part.SALUTATION), len(parts))
    below = range(first + 1, min(first + 4, len(parts)))
    return next((index for index in below if _GREETING.match(text.blocks[index].block.text)), first)


def _lines(text: LetterText, parts: Sequence[Part], greeting: int) -> Iterator[Passage]:
    """Yield the lines that may be the subject: first those that a label or a heading makes one."""
    head = range(min(greeting + 2, len(parts)))
    for index in head:
        block = text.blocks[index].block
        if index > greeting and not (block.kind is BlockKind.HEADING or _is_bold(block)):
            continue
        if parts[index] in {Part.SUBJECT, Part.HEADING} or _is_bold(block):
            yield text.whole(index)
        elif (found := _LABELLED_LINE.search(block.text)) and found["words"].strip():
            yield text.passage(index, *found.span("words"))
    for index in range(greeting if greeting < len(parts) else 0):
        words = text.blocks[index].block.text
        lines = list(re.finditer(r"[^\n]+", words))
        for line in lines if len(lines) == 1 or _OF_REFERENCE.search(words) else ():
            enough = _LEAST_WORDS <= len(line[0].split()) <= _MOST_WORDS
            if enough and not _HEAD_LINE.search(line[0]):
                yield text.passage(index, *line.span())


def _is_bold(block: Block) -> bool:
    """Tell whether a whole block is bold."""
    length = len(block.text.strip())
    return any(mark.kind is MarkKind.STRONG and mark.end - mark.start >= length for mark in block.marks)


def _tells(words: str) -> bool:
    return any(word.lower() not in _SAYS_NOTHING for word in re.findall(r"[^\W\d_]{4,}", words))
