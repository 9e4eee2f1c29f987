"""Contexts in which a word is fine: the small language of the column ``niet_bij`` in a word list.

``zich … *`` means: after "zich", with at most four words in between. ``*`` is the word itself, ``a/b`` is
either word, and anything else is a word as it stands. Capitals do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

Context = Callable[[str, int, int], bool]
"""Tells of a text and a range in it whether the context is there."""

_LOOK_BACK = 300
"""Characters before the word that are looked at; more would make a long paragraph slow."""
_KEPT = 4_000
"""Of how many contexts to keep the patterns."""
_GAP = r"(?:\W+[\w'’-]+){0,4}"


def compile_contexts(contexts: Iterable[str]) -> tuple[Context, ...]:
    """Compile contexts; each holds exactly one ``*``."""
    return tuple(partial(_holds, context) for context in contexts)


@lru_cache(maxsize=_KEPT)
def _patterns(context: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what must stand before and after; most of the hundreds of contexts are never asked for."""
    left, right = (part.split() for part in context.split("*"))
    before = re.compile(_pattern(left, r"\W*$"), re.IGNORECASE) if left else None
    after = re.compile(r"\W*" + _pattern(right, ""), re.IGNORECASE) if right else None
    return before, after


def _holds(context: str, text: str, start: int, end: int) -> bool:
    before, after = _patterns(context)
    if before is not None and not before.search(text, max(0, start - _LOOK_BACK), start):
        return False
    return after is None or bool(after.match(text, end))


def _pattern(words: list[str], tail: str) -> str:
    """Return a pattern for ``words`` with anything that is no word in between."""
    pattern = ""
    for word in words:
        if word == "…":
            pattern += _GAP
        else:
            either = "|".join(re.escape(part) for part in word.split("/"))
            pattern += (r"\W+" if pattern else "") + rf"\b(?:{either})\b"
    return pattern + tail
