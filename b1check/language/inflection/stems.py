"""From an infinitive to its stem: prefixes, and the verbs in -eren, -elen, -enen and -emen.

Rules after the Algemene Nederlandse Spraakkunst, chapters 2 (conjugation) and 12 (verbs with a prefix).
The one thing that spelling does not show is the stress of a verb in -eren: *noteren* has the stem ``noteer``,
*leveren* has ``lever``. Two-syllable stems therefore stand in ``stems.csv``; longer ones are loans with
stress.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from b1check.language.inflection.spelling import VOWELS, close_syllable, syllables
from b1check.language.inflection.tables import table

UNSTRESSED_PREFIXES: Final = ("ver", "ont", "her", "be", "ge")
"""First parts of a verb that never have stress: the past participle takes no ge-."""

INSEPARABLE_FIRST_PARTS: Final = (
    "achter",
    "onder",
    "over",
    "door",
    "voor",
    "weer",
    "aan",
    "mis",
    "vol",
    "om",
)
"""Particles that in some verbs do not separate; such a participle takes no ge- either."""

_ONSET: Final = re.compile(
    r"(?:sch[r]?|spl|spr|str|b[lr]?|ch?[lr]?|d[rw]?|f[lnr]?|g[lrn]?|h|j|k[lnrw]?|l|m|n|p[lrs]?|qu|r|s[cfhjklmnpt]?"
    r"|t[hrw]?|v[lr]?|wr?|z[w]?)?[aeiouyëïöü]"
)
_FIRST_PARTS: Final = UNSTRESSED_PREFIXES + INSEPARABLE_FIRST_PARTS
_ONE_SYLLABLE_VERBS: Final = ("doen", "gaan", "slaan", "staan", "zien", "zijn")


class Stem(NamedTuple):
    """The stem of a regular verb.

    Attributes:
        closed: The stem as a word: ``werk``, ``geef``.
        raw: The stem as it is before ``-en``; its last sound decides between -te and -de.
        certain: False where the stress, and so the spelling, is a guess.
    """

    closed: str
    raw: str
    certain: bool


class PrefixedVerb(NamedTuple):
    """A verb cut into its unstressed first part and the verb it is made of."""

    prefix: str
    base: str


def looks_like_verb(word: str) -> bool:
    """Tell whether a string can be an infinitive: an irregular verb, or a legal onset, two syllables and -en."""
    if word in table("irregular_verbs"):
        return True
    if word.endswith(_ONE_SYLLABLE_VERBS):  # the stem is irregular, so what precedes must be a prefix: herzien
        return any(word == prefix + verb for verb in _ONE_SYLLABLE_VERBS for prefix in _FIRST_PARTS)
    letters = word.replace("-", "")  # re-integreren
    return word.endswith(("en", "ën")) and syllables(word) >= 2 and _ONSET.match(word) is not None and letters.isalpha()


def split_prefix(verb: str, *, also: tuple[str, ...] = ()) -> PrefixedVerb | None:
    """Cut an unstressed prefix off a verb: ``verstrekken`` → ``ver`` + ``strekken``.

    Args:
        verb: An infinitive that is not separable.
        also: First parts that count besides the prefixes proper.

    Returns:
        Prefix and base, or None where the verb has no prefix (*vergen*, *beven*, *genereren*).
    """
    for prefix in (*also, *UNSTRESSED_PREFIXES):
        base = verb.removeprefix(prefix)
        if base == verb or not looks_like_verb(base):
            continue
        if prefix in {"be", "ge"} and base[0] in "eiu":  # beuken; with a prefix it is written beï-
            continue
        if prefix == "ge" and is_loan(base):
            continue
        return PrefixedVerb(prefix, base)
    return None


def is_loan(verb: str) -> bool:
    """Tell whether a verb ends in the stressed -eren of loans: *noteren*, not *leveren* or *leren*."""
    if not verb.endswith(("eren", "ëren")) or syllables(verb) < 3:
        return False
    return verb.removesuffix("en") not in table("stems")


def stem_of(verb: str) -> Stem:
    """Find the stem of a regular verb that is not separable, with its prefix.

    Args:
        verb: The infinitive: ``beoordelen``, ``noteren``, ``wandelen``.
    """
    raw = verb[:-2]
    core, certain, lengthen = verb, True, True
    while (cut := split_prefix(core, also=INSEPARABLE_FIRST_PARTS)) is not None:
        core = cut.base
    core_raw = core[:-2]
    known = table("stems")
    if core_raw.endswith(("el", "en", "em", "er")) and core_raw[-3:-2] != "":
        syllables_before = syllables(core_raw) - 1
        if core_raw in known:
            lengthen = False
        elif core_raw.endswith("er"):
            certain = syllables_before != 1 or close_syllable(core_raw) in known
        else:
            lengthen = syllables_before == 0 or close_syllable(core_raw) in known
    if core_raw[-2:-1] in VOWELS and core_raw[-3:-2] in VOWELS - {"u"} and core_raw[-2:-1] != "ë":
        lengthen = False  # streamen: stream
    closed = close_syllable(core_raw, lengthen=lengthen)
    return Stem(raw[: len(raw) - len(core_raw)] + closed, raw, certain)
