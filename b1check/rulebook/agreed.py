"""Words that a municipality agreed on, found in all their forms without a word list.

Settings give a word and nothing else, so its sort is a guess: it is filed as every sort that it can be, and the tag in
the sentence decides. A word with a capital is a name or an abbreviation, and is found as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from b1check.errors import RuleError
from b1check.rulebook import recognise
from b1check.rulebook.match import BlockEdit, BlockView, Match, PerBlock, Suggestion
from b1check.rulebook.wordforms import expand
from b1check.rulebook.wordlist import Entry, WordSort

_ORDER = (WordSort.NOUN, WordSort.VERB, WordSort.ADJECTIVE, WordSort.FIXED)
"""The first sort that fits a token gives the form of the alternative."""
_REASON = "Uw gemeente heeft dit woord afgesproken. Kijk of de rest van de zin erbij past."


def entries(word: str, alternatives: Sequence[str] = (), explanation: str = "") -> tuple[Entry, ...]:
    """Return ``word`` as rows of a word list, one for every sort that it can be.

    Args:
        word: one or more words; ``~`` marks a verb in an expression, as in a word list.
        alternatives: at most 4 other wordings, the best first.
        explanation: what to do, or what the word means.
    """
    if " " in word:
        return (_entry(word, WordSort.VERB if "~" in word else WordSort.PHRASE, alternatives, explanation),)
    return tuple(_entry(word, sort, alternatives, explanation) for sort in _ORDER if _can_be(word, sort))


def _entry(word: str, sort: WordSort, alternatives: Sequence[str], explanation: str) -> Entry:
    return Entry.model_validate(
        {
            "word": word,
            "sort": sort,
            "alternatives": tuple(alternatives),
            "sense": "",
            "unless": (),
            "explanation": explanation or f"Schrijf een ander woord dan ‘{word}’",
            "example": word,
            "level": "",
        }
    )


def _can_be(word: str, sort: WordSort) -> bool:
    if sort is not WordSort.VERB:
        return True
    if not word.endswith("n"):
        return False
    try:
        expand(word, sort)
    except RuleError:
        return False
    return True


def is_name(word: str) -> bool:
    """Tell whether ``word`` is written with a capital, so that only that spelling is meant."""
    return word != word.lower()


def names(words: Mapping[str, Sequence[str]]) -> PerBlock:
    """Return what finds ``words``, each with its alternatives, as they are written."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])") if listed else None

    def find(view: BlockView) -> Iterator[Match]:
        for found in pattern.finditer(view.block.text) if pattern else ():
            instead = tuple(words[found[0]])
            suggestions = tuple(Suggestion(word, (BlockEdit(*found.span(), word),), reason=_REASON) for word in instead)
            yield Match(*found.span(), {"woord": found[0], "advies": " of ".join(instead)}, suggestions)

    return PerBlock(find)


def places(words: Sequence[str]) -> Callable[[BlockView], tuple[tuple[int, int], ...]]:
    """Return what gives the ranges of a block that ``words`` take up, in any of their forms."""
    filed = recognise.index([entry for word in words if not is_name(word) for entry in entries(word)])
    written = names({word: () for word in words if is_name(word)})

    def find(view: BlockView) -> tuple[tuple[int, int], ...]:
        inflected = (
            (place.start, place.end)
            for sentence in view.sentences
            for _, place in recognise.recognise(filed, sentence, view.analysis.text)
        )
        return (*inflected, *((match.start, match.end) for match in written.find(view)))

    return find
