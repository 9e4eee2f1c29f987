"""Plural and diminutive of Dutch nouns.

Rules after the Algemene Nederlandse Spraakkunst, chapters 3 (the noun) and 12 (word
formation, diminutives), and the *Leidraad* for apostrophe and trema. Irregular nouns, nouns without a plural
(``-``) and nouns with only a plural (``=``) stand in ``irregular_nouns.csv``; a row marked as last part
serves its compounds too: *stad*, *binnenstad*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from b1check.language.inflection.spelling import VOWELS, ends_in_long_vowel, open_syllable, syllables
from b1check.language.inflection.tables import NO_FORM, Row, longest_tail, table

_PLURAL_ONLY: Final = "="


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    """besluit"""
    PLURAL = "plural"
    """besluiten"""


class _Plurals(NamedTuple):
    """The plurals of a noun, the preferred one first."""

    forms: tuple[str, ...]
    certain: bool = True


def plural(noun: str) -> str | None:
    """Give the plural of a noun as a writer may see it.

    Args:
        noun: The singular: ``besluit``, ``mogelijkheid``, ``bezwaarschrift``.

    Returns:
        The plural, or None for a noun that has none (*beleid*), that is a plural (*kosten*) or that is in
        doubt.
    """
    found = _plurals(noun)
    return found.forms[0] if found.forms and found.certain else None


def noun_forms(lemma: str, *, diminutives: bool = False) -> Mapping[str, frozenset[Number]]:
    """Give every form of a noun with its number, with all variants and also those that are in doubt.

    Args:
        lemma: The singular, or the plural of a noun that has no singular.
        diminutives: Whether ``briefje`` and ``briefjes`` count as forms of *brief*.
    """
    if _row(lemma).get("plural") == (_PLURAL_ONLY,):
        return MappingProxyType({lemma: frozenset({Number.PLURAL})})
    forms: dict[str, set[Number]] = {lemma: {Number.SINGULAR}}
    for form in _plurals(lemma).forms:
        forms.setdefault(form, set()).add(Number.PLURAL)
    small = diminutive(lemma) if diminutives else None
    if small is not None:
        forms.setdefault(small, set()).add(Number.SINGULAR)
        forms.setdefault(f"{small}s", set()).add(Number.PLURAL)
    return MappingProxyType({form: frozenset(numbers) for form, numbers in forms.items()})


def inflect_noun(lemma: str, number: Number) -> str | None:
    """Give a noun in the number wanted, or None where that form does not exist or is in doubt."""
    if number is Number.PLURAL:
        return lemma if _row(lemma).get("plural") == (_PLURAL_ONLY,) else plural(lemma)
    return None if _row(lemma).get("plural") == (_PLURAL_ONLY,) else lemma


def _row(noun: str) -> Row:
    """Find the row of a noun or of the last part of a compound."""
    rows = table("irregular_nouns")
    if noun in rows:
        return rows[noun]
    tail = longest_tail(noun, _last_parts(), shortest=3)
    if tail is None:
        return MappingProxyType({})
    head = noun.removesuffix(tail)
    return {
        column: tuple(form if form in {NO_FORM, _PLURAL_ONLY} else head + form for form in forms)
        for column, forms in rows[tail].items()
        if column in {"plural", "diminutive"}
    }


@cache
def _last_parts() -> Mapping[str, Row]:
    rows = table("irregular_nouns")
    return {noun: row for noun, row in rows.items() if row.get("last_part") == ("yes",)}


def _is_plain(noun: str) -> bool:
    """Tell whether a noun is a word of small letters with a vowel, no abbreviation or number."""
    return noun.replace("-", "").isalpha() and noun.islower() and syllables(noun) > 0 and noun[-1] != "-"


def _plurals(noun: str) -> _Plurals:
    given = _row(noun).get("plural")
    if given is not None:
        return _Plurals(() if given[0] in {NO_FORM, _PLURAL_ONLY} else given)
    if not _is_plain(noun):
        return _Plurals((), certain=False)
    return _plural_after_vowel(noun) if noun[-1] in VOWELS or noun.endswith("ij") else _plural_after_consonant(noun)


_IEN: Final = re.compile(r"(?:log|graf|nom|arch|krat|crat|fon|soof|sof|path|metr|therap)ie$")
_IES: Final = re.compile(r"(?:[ntscx]|gg|kk|pp)ie$")
_PERSON_E: Final = re.compile(r"(?:[^aeiou]ende|aande|[^aeu]ige|[^aeiou]ene|lijke|^(?:ge|be|ver|ont)\w+[^aeiou]de)$")
_LOAN_E: Final = re.compile(
    r"(?:[^n]age|ine|ette|ose|ure|ade|ase|ice|ance|ière|elle|enne|esse|iste|trice|ogue|euse|itie|ide|ude|oche|iche|isme)$"
)


def _plural_after_vowel(noun: str) -> _Plurals:
    """Form the plural of a noun that ends in a vowel: ``foto's``, ``cafés``, ``organisaties``."""
    if noun.endswith("ie"):
        both = f"{noun}s", f"{noun}ën", f"{noun[:-1]}ën"
        if _IEN.search(noun):
            return _Plurals((f"{noun}ën",))
        return _Plurals(both[:1]) if _IES.search(noun) else _Plurals(both, certain=False)
    if noun.endswith("ee"):
        return _Plurals((f"{noun}ën", f"{noun}s"), certain=False)
    if noun.endswith(("eau", "ieu", "é", "je", "ay", "ey", "oy")):
        return _Plurals((f"{noun}s",))
    if noun.endswith(("ij", "ei", "ui", "aai", "ooi", "oei")):
        return _Plurals((f"{noun}en",))
    if noun.endswith("e"):
        return _plural_after_e(noun)
    if noun.endswith(("oe", "eu", "ou", "au")):
        return _Plurals((f"{noun}en", f"{noun}s"), certain=False)
    return _Plurals((f"{noun}'s",))


def _plural_after_e(noun: str) -> _Plurals:
    """Form the plural of a noun in -e: adjectival persons take -n, loans -s, the rest is in doubt."""
    if _PERSON_E.search(noun):
        return _Plurals((f"{noun}n",))
    if _LOAN_E.search(noun):
        return _Plurals((f"{noun}s",))
    return _Plurals((f"{noun}s", f"{noun}n"), certain=noun.endswith("te") and syllables(noun) >= 2)


_UNSTRESSED_S: Final = ("el", "ër", "em", "en", "er", "erd", "aard", "ster")
_FOREIGN: Final = re.compile(r"(?:ea[bdfgklmnprt]|[^a]ai[lnrd]|ck|sh|y[a-z]?|oa[a-z]|[^aeiou]ch)$")
_IN_DOUBT: Final = ("ier", "on", "um", "air", "ueel")


def _plural_after_consonant(noun: str) -> _Plurals:
    """Form the plural of a noun that ends in a consonant: ``huizen``, ``brieven``, ``inwoners``."""
    if noun.endswith("heid") and len(noun) > 5:
        return _Plurals((f"{noun.removesuffix('heid')}heden",))
    regular = _plural_en(noun)
    doubtful = noun.endswith(_IN_DOUBT) and not noun.endswith("oon") and syllables(noun) > 1
    if doubtful or _FOREIGN.search(noun):
        return _Plurals((regular, f"{noun}s"), certain=False)
    if syllables(noun) > 1:
        if noun.endswith(_UNSTRESSED_S) and not ends_in_long_vowel(noun):
            return _Plurals((f"{noun}s",))
        if noun.endswith(("aard", "elaar", "enaar", "eraar", "eur", "oir")):
            return _Plurals((f"{noun}s",))
        if noun.endswith("or") and not noun.endswith("oor"):
            return _Plurals((f"{noun}en", f"{noun}s"))
    return _Plurals((regular,))


def _plural_en(noun: str) -> str:
    """Add -en: f and s become v and z after a long vowel, f also after l and r."""
    long_vowel = ends_in_long_vowel(noun)
    voiced = long_vowel if noun.endswith("s") else long_vowel or noun.endswith(("lf", "rf"))
    return open_syllable(noun, "en", voiced=voiced)


def diminutive(noun: str) -> str | None:
    """Give the diminutive of a noun: ``briefje``, ``formuliertje``, ``boompje``, ``autootje``.

    Args:
        noun: The singular.

    Returns:
        The diminutive, or None for a noun that is a plural only or no plain word.
    """
    row = _row(noun)
    if "diminutive" in row:
        return row["diminutive"][0]
    if row.get("plural") == (_PLURAL_ONLY,) or not _is_plain(noun):
        return None
    if noun[-1] in VOWELS or noun.endswith("ij"):
        return _diminutive_after_vowel(noun)
    return noun + _diminutive_ending(noun) if not noun.endswith("ing") else _diminutive_of_ing(noun)


def _diminutive_after_vowel(noun: str) -> str:
    """Add -tje; one open vowel is doubled so that it stays long: ``autootje``, ``taxietje``, ``baby'tje``."""
    last = noun[-1]
    if last == "é":
        return f"{noun[:-1]}eetje"
    if noun[-2:-1] in VOWELS:
        return f"{noun}tje" if noun[-2:] not in {"io", "ia", "eo", "ea"} else f"{noun}{last}tje"
    if last in "aou":
        return f"{noun}{last}tje"
    if last == "i":
        return f"{noun}etje"
    return f"{noun}'tje" if last == "y" else f"{noun}tje"


def _diminutive_of_ing(noun: str) -> str:
    """Choose between -etje after a stressed or a third syllable (``ringetje``) and -kje (``woninkje``)."""
    root = noun.removesuffix("ing")
    unstressed = root.endswith(("el", "er", "en", "ig", "em")) and not ends_in_long_vowel(root)
    if unstressed or syllables(noun) == 1:
        return f"{noun}etje"
    return f"{root}inkje"


def _diminutive_ending(noun: str) -> str:
    """Choose the ending after a consonant; a short stressed syllable takes -etje: ``bonnetje``."""
    last = noun[-1]
    if noun.endswith("ng"):
        return "etje"
    if last not in "lmnrw":
        return "je"
    long_sound = ends_in_long_vowel(noun) or noun[-2:-1] not in VOWELS
    unstressed = syllables(noun) > 1 and noun.endswith(("el", "em", "en", "er", "or", "um", "am"))
    if last == "w":
        return "tje"
    if long_sound or unstressed:
        return "pje" if last == "m" else "tje"
    return f"{last}etje"
