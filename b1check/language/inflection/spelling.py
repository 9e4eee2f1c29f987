"""Spelling rules that every inflection shares: syllables, doubled letters, f/v and s/z, trema, 't kofschip.

All functions are pure and work on lower-case words. The rules are those of the official spelling as the
*Leidraad* of the *Woordenlijst Nederlandse Taal* gives them (chapters on open and closed syllables, on trema
and hyphen, and on verb spelling).

A *raw stem* below is an infinitive or plural without its ``-en``, still in the spelling of an open syllable:
``mak`` of *maken*, ``bell`` of *bellen*, ``gev`` of *geven*.
"""

from __future__ import annotations

import re
from typing import Final

VOWELS: Final = frozenset("aeiouyáàâäéèêëíìîïóòôöúùûüý")

_VOWEL_GROUP: Final = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|(?<=q)u(?=[aeiou])|[aeiouyáàâäéèêëíìîïóòôöúùûüý]"
)
_DIGRAPHS: Final = frozenset({"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "ou", "au"})
_DEVOICED: Final = {"v": "f", "z": "s"}
_VOICED: Final = {"f": "v", "s": "z"}
_NEVER_DOUBLED: Final = frozenset("hjwx")
_TREMA: Final = {"e": "ë", "i": "ï", "u": "ü"}
_KOFSCHIP: Final = ("t", "k", "f", "s", "ch", "p", "x", "sh", "c", "q")
_CLASHES: Final = frozenset(
    {"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"}
)


def syllables(word: str) -> int:
    """Count the syllables of a word by its groups of vowels: ``beoordelen`` has four."""
    return len(_VOWEL_GROUP.findall(word.replace("qu", "kw")))


def ends_in_long_vowel(stem: str) -> bool:
    """Tell whether the vowel before the final consonant has two letters: ``boom``, ``huis``."""
    return len(stem) >= 3 and stem[-1] not in VOWELS and stem[-3:-1].replace("ë", "e") in _DIGRAPHS


def _ends_in_short_vowel(stem: str) -> bool:
    """Tell whether a word ends in one single vowel letter and one consonant: ``bel``, ``bon``."""
    if len(stem) < 2 or stem[-1] in VOWELS or stem[-2] not in VOWELS:
        return False
    groups = _VOWEL_GROUP.findall(stem.replace("qu", "kw"))
    return len(groups[-1]) == 1


def close_syllable(raw_stem: str, *, lengthen: bool = True) -> str:
    """Write a raw stem as a word of its own.

    The vowel of the syllable that closes is doubled, a doubled consonant becomes single, v and z at the end
    become f and s: ``mak`` → ``maak``, ``bell`` → ``bel``, ``gev`` → ``geef``, ``verhuiz`` → ``verhuis``,
    ``initiër`` → ``initieer``.

    Args:
        raw_stem: The infinitive or plural without ``-en``.
        lengthen: False where the last syllable has no stress and its vowel stays single: ``wandel``,
            ``open``.
    """
    if len(raw_stem) >= 2 and raw_stem[-1] == raw_stem[-2] and raw_stem[-1] not in VOWELS:
        return raw_stem[:-1]
    stem = raw_stem
    if lengthen and _ends_in_short_vowel(stem) and stem[-1] not in _NEVER_DOUBLED:
        stem = _lengthen(stem)
    return stem[:-1] + _DEVOICED.get(stem[-1], stem[-1]) if stem else stem


def _lengthen(stem: str) -> str:
    """Double the last vowel of a stem that ends in vowel and consonant; i and y are never doubled."""
    before, vowel, consonant = stem[:-2], stem[-2], stem[-1]
    if vowel in "aeou":
        return f"{before}{vowel}{vowel}{consonant}"
    if vowel == "ë":  # initiëren: ik initieer; creëren: ik creëer
        return f"{before}{'e' if before.endswith('i') else 'ë'}e{consonant}"
    return stem


def open_syllable(word: str, ending: str, *, stressed: bool = True, voiced: bool = False) -> str:
    """Attach an ending that begins with a vowel and keep the sound of the last syllable.

    ``groot`` + ``e`` → ``grote``; ``bon`` + ``en`` → ``bonnen``; ``brief`` + ``en`` (voiced) → ``brieven``;
    ``officieel`` + ``e`` → ``officiële``; ``nodig`` + ``e`` (not stressed) → ``nodige``.

    Args:
        word: The word before the ending.
        ending: What follows; it begins with a vowel.
        stressed: False where the last syllable has no stress, so that its consonant is not doubled.
        voiced: True where a final f or s becomes v or z.
    """
    if len(word) >= 3 and word[-1] not in VOWELS and word[-3:-1] in {"aa", "ee", "oo", "uu", "ëe"}:
        vowel = word[-3]
        if vowel == "e" and word[-4:-3] == "i" and word[-5:-4] not in {"", "e"}:
            vowel = "ë"  # officieel: officiële
        word = word[:-3] + vowel + word[-1]
    elif stressed and _ends_in_short_vowel(word) and word[-1] not in _NEVER_DOUBLED:
        return f"{word}{word[-1]}{ending}"
    if voiced:
        word = word[:-1] + _VOICED.get(word[-1], word[-1])
    return word + ending


def with_ge(stem: str) -> str:
    """Put the ``ge-`` of the past participle before a stem, with the trema where it is needed.

    ``werkt`` → ``gewerkt``, ``eist`` → ``geëist``, ``informeerd`` → ``geïnformeerd``, ``updatet`` →
    ``geüpdatet``. The pairs ``ij`` and ``ui`` and the group ``eeuw`` do not take it: ``geijkt``, ``geuit``.
    """
    if stem.startswith(("ij", "ui")) or stem[:1] not in _TREMA:
        return f"ge{stem}"
    return f"ge{_TREMA[stem[0]]}{stem[1:]}"


def past_ending(raw_stem: str) -> str:
    """Choose ``te`` or ``de`` by 't kofschip, on the raw stem: ``werkte``, ``leefde``, ``verhuisde``."""
    return "te" if raw_stem.endswith(_KOFSCHIP) else "de"


def add_t(stem: str) -> str:
    """Add the ``-t`` of the present tense; a stem that ends in t has it already: ``wordt``, ``zet``."""
    return stem if stem.endswith("t") else f"{stem}t"


def participle_end(stem: str, ending: str) -> str:
    """Add the d or t of a weak past participle, which is not written after d or t: ``besteed``, ``gezet``.

    Args:
        stem: The closed stem.
        ending: The ending of the past tense, ``te`` or ``de``.
    """
    return stem if stem.endswith(("d", "t")) else stem + ending[0]


def join(first: str, second: str) -> str:
    """Join two parts of a compound, with a hyphen where two vowels would be read together.

    ``aan`` + ``vangen`` → ``aanvangen``; ``mee`` + ``eten`` → ``mee-eten``; ``toe`` + ``eigenen`` →
    ``toe-eigenen``.
    """
    hyphen = "-" if first[-1:] + second[:1] in _CLASHES else ""
    return f"{first}{hyphen}{second}"
