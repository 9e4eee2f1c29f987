"""What surrounds a sentence: the heading above it, and whether it holds for every reader or only under a condition.

"Bel ons dan" after "Kunt u niet komen?" asks nothing of a reader who can come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from b1check.documents.document import BlockKind
from b1check.letter.text import LetterText, PlacedSentence

_QUESTION_WORD = re.compile(
    r"(?:en\s+|maar\s+)?(?:(?:aan|met|bij|voor|in|op|tot|van)\s+)?"
    r"(?:wat|hoe\w*|waar\w*|wanneer|wie|welke?|vanaf wanneer)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"(?:^|,\s*|\b(?:maar|en|of|ook|alleen|pas)\s+)(?:als|indien|wanneer|mocht(?:en)?|tenzij|stel)\b", re.IGNORECASE
)
_ZODRA_READER = re.compile(r"\bzodra\b[^.?!]*\b(?:u|uw)\b", re.IGNORECASE)
_THEN = re.compile(r",\s*dan\b|^(?:dan|in dat geval|anders)\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\b(?:u kunt|kunt u|kun je|u mag|mag u|als u wilt|staat u vrij|desgewenst|vrijblijvend|het is mogelijk)\b",
    re.IGNORECASE,
)
_ANSWER = 2
"""So many sentences after a question in the same block answer it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with what stands around it.

    Attributes:
        placed: the sentence.
        order: its place among all sentences of the running text, from 0.
        heading: the text of the heading above it, "" without one.
        conditional: whether it holds only under a condition, in the sentence itself or in a question before it.
        own_condition: whether that condition stands in the sentence itself.
        optional: whether a sentence before it in the same block leaves the reader free to do it.
    """

    placed: PlacedSentence
    order: int
    heading: str
    conditional: bool
    own_condition: bool
    optional: bool


def settings(text: LetterText) -> tuple[Setting, ...]:
    """Return the setting of every sentence in the running text, in order."""
    return tuple(_settings(text))


def _settings(text: LetterText) -> Iterator[Setting]:
    headings = _headings(text)
    block, since_question, optional = -1, _ANSWER + 1, False
    for order, placed in enumerate(text.sentences):
        if placed.block != block:
            block, since_question, optional = placed.block, _ANSWER + 1, False
        heading = headings[placed.block]
        own = depends(placed)
        asked = is_condition(placed.text)
        since_question = 0 if asked else since_question + 1
        answers = 0 < since_question <= _ANSWER
        yield Setting(placed, order, heading, own or answers or is_condition(heading), own, optional)
        optional = optional or bool(_CHOICE.search(placed.text))


def _headings(text: LetterText) -> list[str]:
    headings, last = [], ""
    for view in text.blocks:
        if view.block.kind is BlockKind.HEADING:
            last = view.block.text
        elif view.block.kind is BlockKind.SALUTATION:
            last = ""  # what stands above the salutation is a title
        headings.append(last)
    return headings


def is_condition(words: str) -> bool:
    """Tell of a sentence or heading whether it is a question that sets a condition: "Hebt u al betaald?"."""
    words = words.strip()
    if _QUESTION_WORD.match(words):
        return words.endswith("?") and bool(re.search(r"\b(?:als|indien|wanneer) (?:u|het|wij)\b", words[4:]))
    return words.endswith("?")


def depends(placed: PlacedSentence) -> bool:
    """Tell whether a sentence itself sets a condition: with "als", with "dan", or with its verb in front."""
    words = placed.text
    if _IF.search(words) or _THEN.search(words) or _ZODRA_READER.search(words):
        return True
    tokens = placed.sentence.words
    return (
        len(tokens) > 1
        and tokens[0].is_finite
        and tokens[1].lower in {"u", "wij", "we", "het", "er", "de", "uw"}
        and "," in words
        and not words.endswith("?")
        and tokens[0].lower not in {"wilt"}
        and tokens[1].lower in {"u", "wij", "we", "er"}
    )


_BREAK = re.compile(
    r"[;:]|,\s+(?=(?:en|maar|want|zodat|dan|daarna|die|dat|waarbij|waarvan|omdat|derhalve|zulks|hetgeen)\b)"
    r"|,\s+(?=\w+\s+(?:wij|we|u)\b)|\b(?:en|maar)\s+(?=(?:wij|we|u|ik|het college)\b)"
)


def clause(text: str, offset: int) -> tuple[int, int]:
    """Return the stretch of a sentence around ``offset`` that a comma or "en wij" sets apart."""
    left, right = 0, len(text)
    for found in _BREAK.finditer(text):
        if found.end() <= offset:
            left = found.end()
        elif found.start() >= offset:
            right = found.start()
            break
    return left, right
