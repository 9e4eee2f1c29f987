"""Words that a municipality does not want, each with what it says instead: its own terms, names for inside use.

The words are matched as they stand, so that names and abbreviations can be listed; a list with all forms of ordinary
words is the kind ``lexicon``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Regex, Suggestion

_REASON = "Dit woord staat in de lijst van de regel. Kijk of de zin nog goed loopt: een lidwoord verandert niet mee."


class ListedWordsOptions(Options):
    """Which words.

    Attributes:
        words: what to write instead, by word or words; "" when there is nothing better to write. A word in small
            letters is also found with a capital.
        unless: patterns, in the syntax of Python's ``re``, that silence a word that they overlap.
        article: take "de", "het", "een", "ons" or "onze" before the word along, for advice that brings its own.
        keep: words of ``words`` to leave alone after all, for a municipality that wants one of them.
    """

    words: Mapping[str, str] = Field(
        description='De woorden, met daarachter wat u liever schrijft. Weet u niets beters? Zet dan "" '
        "achter het woord.",
    )
    unless: tuple[Regex, ...] = Field(default=(), description="Patronen van stukken tekst waarin het woord goed is.")
    article: bool = Field(
        default=False,
        description="Neem ook het lidwoord ervoor mee, zoals ‘de’ of ‘het’. Zet dan ook in uw woorden een lidwoord.",
    )
    keep: frozenset[str] = Field(default=frozenset(), description="Woorden uit de lijst die bij u wel mogen.")


def _build(options: ListedWordsOptions, _folder: Path) -> PerBlock:
    wanted = {word: instead for word, instead in options.words.items() if word not in options.keep}
    by_lower = {word: instead for word, instead in wanted.items() if word.islower()}
    listed = "|".join(_pattern(word) for word in sorted(wanted, key=len, reverse=True))
    article = r"(?:[Dd]e|[Hh]et|[Ee]en|[Oo]n(?:s|ze))\s+" if options.article else "(?!)"
    pattern = re.compile(rf"(?<![\w-])(?P<article>{article})?(?P<word>{listed})(?![\w-])") if wanted else None
    exempt = tuple(re.compile(unless, re.IGNORECASE) for unless in options.unless)

    def find(view: BlockView) -> Iterator[Match]:
        text = view.block.text
        shut = [found.span() for unless in exempt for found in unless.finditer(text)]
        for found in pattern.finditer(text) if pattern else ():
            start, end = found.span()
            if not any(start < b and a < end for a, b in shut):
                word = found["word"]
                instead = wanted[word] if word in wanted else by_lower[word.lower()]
                yield _match(view, start, end, instead)

    return PerBlock(find)


def _pattern(word: str) -> str:
    """Let a word in small letters also start with a capital."""
    first, rest = re.escape(word[0]), re.escape(word[1:])
    return f"[{first}{first.upper()}]{rest}" if word.islower() and word[0].isalpha() else first + rest


def _match(view: BlockView, start: int, end: int, instead: str) -> Match:
    word = view.block.text[start:end]
    if not instead:
        return Match(start, end, {"gevonden": word, "advies": ""})
    opens = any(sentence.start == start for sentence in view.sentences)
    wording = instead[:1].upper() + instead[1:] if opens else instead
    return Match(
        start,
        end,
        {"gevonden": word, "advies": wording},
        (Suggestion(wording, (BlockEdit(start, end, wording),), reason=_REASON),),
    )


KIND = Kind(ListedWordsOptions, _build)
