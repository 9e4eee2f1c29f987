"""Words that the municipality does not use, each with the word it uses instead, in all their forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from b1check.rulebook import agreed, recognise
from b1check.rulebook.kinds import lexicon
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock
from b1check.rulebook.wordlist import Entry

_MOST = 4


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Wordings = Annotated[tuple[str, ...], BeforeValidator(_as_tuple), Field(min_length=1, max_length=_MOST)]


class AgreedWordsOptions(Options):
    """Which words.

    Attributes:
        words: what to write instead, by word; the best first.
        forbidden: what to do, by word for which there is no other.
    """

    words: Mapping[str, Wordings] = Field(
        default_factory=dict, description="Wat u liever schrijft, per woord. U mag 1 tot 4 andere woorden noemen."
    )
    forbidden: Mapping[str, str] = Field(
        default_factory=dict,
        description="Woorden die u niet gebruikt, elk met een zin over wat de schrijver wel kan doen.",
    )


def _build(options: AgreedWordsOptions, _folder: Path) -> PerBlock:
    written = agreed.names({word: use for word, use in options.words.items() if agreed.is_name(word)})
    unwanted = agreed.names({word: () for word in options.forbidden if agreed.is_name(word)})
    entries = [
        *_entries((word, use, "") for word, use in options.words.items()),
        *_entries((word, (), advice) for word, advice in options.forbidden.items()),
    ]
    inflected = lexicon.detection(recognise.index(entries))

    def find(view: BlockView) -> Iterator[Match]:
        advised = (_advised(match, options.forbidden) for match in unwanted.find(view))
        seen: set[tuple[int, int]] = set()  # a word is filed under every sort it can be; the first that fits counts
        for match in chain(written.find(view), advised, inflected.find(view)):
            if (match.start, match.end) not in seen:
                seen.add((match.start, match.end))
                yield match

    return PerBlock(find)


def _entries(rows: Iterable[tuple[str, tuple[str, ...], str]]) -> Iterator[Entry]:
    for word, use, advice in rows:
        if not agreed.is_name(word):
            yield from agreed.entries(word, use, advice)


def _advised(match: Match, advice: Mapping[str, str]) -> Match:
    word = str(match.values["woord"])
    return Match(match.start, match.end, match.values, advice=advice[word] or f"Schrijf een ander woord dan ‘{word}’.")


KIND = Kind(AgreedWordsOptions, _build)
