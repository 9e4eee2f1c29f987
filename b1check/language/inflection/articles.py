"""The article of a noun: *de* or *het*.

Suffixes after the Algemene Nederlandse Spraakkunst, chapter 3 (gender of the noun); other nouns stand in
``articles.csv``, which also serves compounds by their last part. A noun that neither covers has no answer,
and so has a noun that takes both articles: a wrong article in a letter is worse than no suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, Literal

from b1check.language.inflection.spelling import syllables
from b1check.language.inflection.tables import Row, longest_tail, table

Article = Literal["de", "het"]

_SUFFIXES: Final[tuple[tuple[str, Article], ...]] = (
    (
        "heid teit ing tie sie erij arij enis age ist eur elaar enaar theek logie nomie grafie archie tuur ette ode",
        "de",
    ),
    ("isme asme ment sel gram um tje pje kje", "het"),
)
_LONG_LAST_PART: Final = 6
"""A last part of this length beats a suffix: *percentage* is neuter, though -age is not."""

_SHORT_LAST_PARTS: Final = frozenset({"dag", "weg", "wet", "lid", "vak", "dak", "pad", "zak", "bus", "jas", "les"})
_GE_NOUN: Final = re.compile(r"ge(?:[bcdfghjklmnpqrstvwxz]+)(?:aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiou])[^aeiouy]+$")


def article(noun: str) -> Article | None:
    """Give the article of a singular noun.

    Args:
        noun: The noun: ``aanvraag``, ``besluit``, ``bezwaarschrift``.

    Returns:
        ``de`` or ``het``; None where the noun is not known or takes both.
    """
    word = noun.lower()
    tail = word if word in table("articles") else longest_tail(word, _last_parts(), shortest=_LONG_LAST_PART)
    if tail is None:
        found = _by_suffix(word)
        if found is not None:
            return found
        tail = longest_tail(word, _last_parts(), shortest=3)
    return _by_ge(word) if tail is None else _as_article(table("articles")[tail]["article"][0])


def _as_article(cell: str) -> Article | None:
    match cell:
        case "de" | "het":
            return cell
        case _:
            return None


@cache
def _last_parts() -> Mapping[str, Row]:
    """Give the nouns that may be the last part of a compound; very short ones are met by chance."""
    rows = table("articles")
    return MappingProxyType({noun: row for noun, row in rows.items() if len(noun) > 3 or noun in _SHORT_LAST_PARTS})


def _by_suffix(word: str) -> Article | None:
    if syllables(word) == 1:
        return None
    return next((found for suffixes, found in _SUFFIXES if word.endswith(tuple(suffixes.split()))), None)


def _by_ge(word: str) -> Article | None:
    """Judge a noun of ge- and one syllable, an act or a collective: *het gebruik*, *het gevaar*."""
    return "het" if _GE_NOUN.fullmatch(word) else None
