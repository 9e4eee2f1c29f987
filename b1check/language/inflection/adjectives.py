"""Inflection and degrees of Dutch adjectives.

Rules after the Algemene Nederlandse Spraakkunst, chapter 6 (inflection and degrees).
Adjectives in -en (*open*, *eigen*, *houten*) and those in a vowel (*prima*, *lila*) take no -e; irregular
ones stand in ``irregular_adjectives.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from b1check.language.inflection.spelling import VOWELS, ends_in_long_vowel, open_syllable, syllables
from b1check.language.inflection.stems import UNSTRESSED_PREFIXES
from b1check.language.inflection.tables import NO_FORM, Row, table


class AdjectiveForm(StrEnum):
    """The forms of an adjective."""

    BASE = "base"
    """groot"""
    INFLECTED = "inflected"
    """grote"""
    PARTITIVE = "partitive"
    """iets groots"""
    COMPARATIVE = "comparative"
    """groter"""
    COMPARATIVE_INFLECTED = "comparative_inflected"
    """grotere"""
    SUPERLATIVE = "superlative"
    """grootst; meest juist"""
    SUPERLATIVE_INFLECTED = "superlative_inflected"
    """grootste; meest juiste"""


_UNSTRESSED: Final = ("ig", "lijk", "el", "er", "en", "em", "isch", "baar", "zaam")
_DIPHTHONGS: Final = ("aai", "ooi", "oei", "ei", "ui")
_DOUBLES_AT_END: Final = ("snel", "fel", "schel", "parallel")


def inflected(adjective: str) -> str | None:
    """Add the -e of an adjective before its noun: ``grote``, ``nodige``, ``schriftelijke``; ``open`` stays.

    Args:
        adjective: The base form. A past participle counts as one: ``verstrekt`` → ``verstrekte``.

    Returns:
        The inflected form, or None for what is no plain word.
    """
    row = _row(adjective)
    if "inflected" in row:
        return row["inflected"][0]
    if not _is_word(adjective):
        return None
    if adjective.endswith("en") and not adjective.endswith(("een", "ien")) and syllables(adjective) > 1:
        return adjective
    if adjective[-1] in VOWELS and not adjective.endswith(_DIPHTHONGS):
        return adjective
    return _with_e(adjective, "e")


def comparative(adjective: str) -> str | None:
    """Give the comparative: ``groter``, ``duurder``, ``beter``; None where there is none (*houten*)."""
    row = _row(adjective)
    if "comparative" in row:
        return _form(row["comparative"])
    if not _is_word(adjective) or not _has_degrees(adjective):
        return None
    if adjective.endswith("r"):
        return f"{adjective}der"
    return f"{adjective}r" if adjective.endswith("e") else _with_e(adjective, "er")


def superlative(adjective: str) -> str | None:
    """Give the superlative: ``grootst``, ``best``, ``meest juist``; None where there is none (*houten*).

    After -st, -sch and in past participles Dutch uses *meest*.
    """
    row = _row(adjective)
    if "superlative" in row:
        return _form(row["superlative"])
    if not _is_word(adjective) or not _has_degrees(adjective):
        return None
    if adjective.endswith(("st", "sch", "sd")):
        return f"meest {adjective}"
    return f"{adjective}t" if adjective.endswith("s") else f"{adjective}st"


def adjective_forms(lemma: str) -> Mapping[str, frozenset[AdjectiveForm]]:
    """Give every form of an adjective that is one word, with the slots it can fill."""
    forms: dict[str, set[AdjectiveForm]] = {}
    for slot in AdjectiveForm:
        form = inflect_adjective(lemma, slot)
        if form is not None and " " not in form:
            forms.setdefault(form, set()).add(slot)
    return MappingProxyType({form: frozenset(slots) for form, slots in forms.items()})


def inflect_adjective(lemma: str, slot: AdjectiveForm) -> str | None:
    """Give an adjective in the form wanted, or None where that form does not exist."""
    match slot:
        case AdjectiveForm.BASE:
            return lemma
        case AdjectiveForm.INFLECTED:
            return inflected(lemma)
        case AdjectiveForm.PARTITIVE:
            return _partitive(lemma)
        case AdjectiveForm.COMPARATIVE:
            return comparative(lemma)
        case AdjectiveForm.COMPARATIVE_INFLECTED:
            return _plus_e(comparative(lemma))
        case AdjectiveForm.SUPERLATIVE:
            return superlative(lemma)
        case AdjectiveForm.SUPERLATIVE_INFLECTED:
            highest = superlative(lemma)
            if highest is not None and highest.startswith("meest "):
                base = inflected(lemma)
                return None if base is None else f"meest {base}"
            return _plus_e(highest)


def _row(adjective: str) -> Row:
    rows = table("irregular_adjectives")
    return rows.get(adjective, MappingProxyType({}))


def _form(cells: tuple[str, ...]) -> str | None:
    return None if cells[0] == NO_FORM else cells[0]


def _is_word(adjective: str) -> bool:
    return adjective.replace("-", "").isalpha() and adjective[1:].islower()


def _has_degrees(adjective: str) -> bool:
    """Tell whether an adjective surely has degrees; what may be a past participle (*betaald*) has not."""
    if adjective.startswith(UNSTRESSED_PREFIXES) and adjective.endswith(("d", "t")) and syllables(adjective) > 1:
        return False
    return adjective[-1] not in VOWELS or adjective.endswith(_DIPHTHONGS)


def _with_e(adjective: str, ending: str) -> str:
    """Add an ending with -e: f and s become v and z after a long vowel, f also after l and r."""
    voiced = ends_in_long_vowel(adjective) or adjective.endswith(("lf", "rf"))
    if adjective.endswith("ees"):  # Europees: Europese
        voiced = False
    unstressed = syllables(adjective) > 1 and adjective.endswith(_UNSTRESSED)
    stressed = not unstressed or adjective.endswith(_DOUBLES_AT_END)
    return open_syllable(adjective, ending, stressed=stressed, voiced=voiced)


def _partitive(adjective: str) -> str | None:
    if not _is_word(adjective) or adjective[-1] in VOWELS:
        return None
    return adjective if adjective.endswith(("s", "sch")) else f"{adjective}s"


def _plus_e(form: str | None) -> str | None:
    return None if form is None else f"{form}e"
