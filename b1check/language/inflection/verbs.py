"""Conjugation of Dutch verbs: simple, prefixed and separable.

Rules after the Algemene Nederlandse Spraakkunst, chapter 2 (conjugation), and the verb spelling of the
*Leidraad*. Irregular verbs stand in ``irregular_verbs.csv`` and serve their derivations: *geven* covers
*vergeven*, *toegeven* and *uitgeven*. A row for a separable verb (*opscheppen*) holds the forms of its base.

Matching and showing differ on purpose. :func:`verb_forms` gives every form a verb can have, with all variants
and both readings of *voorkomen*; :func:`inflect_verb` and :func:`inflect_split` give one form, or None where
in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from b1check.language.inflection.particles import Reading, readings
from b1check.language.inflection.spelling import (
    add_t,
    close_syllable,
    open_syllable,
    participle_end,
    past_ending,
    with_ge,
)
from b1check.language.inflection.stems import (
    INSEPARABLE_FIRST_PARTS,
    is_loan,
    looks_like_verb,
    split_prefix,
    stem_of,
)
from b1check.language.inflection.tables import NO_FORM, table


class VerbForm(StrEnum):
    """The forms of a verb, by their place in the paradigm."""

    INFINITIVE = "infinitive"
    """geven, aanvragen"""
    TO_INFINITIVE = "to_infinitive"
    """te geven, aan te vragen"""
    PRESENT_1SG = "present_1sg"
    """ik geef"""
    PRESENT_2SG = "present_2sg"
    """je geeft, u geeft; differs from the third person in je bent, u hebt, je kunt"""
    PRESENT_2SG_INVERTED = "present_2sg_inverted"
    """geef je"""
    PRESENT_3SG = "present_3sg"
    """hij geeft; also possible with u: u heeft"""
    PRESENT_PLURAL = "present_plural"
    """wij geven"""
    PAST_SINGULAR = "past_singular"
    """gaf"""
    PAST_PLURAL = "past_plural"
    """gaven"""
    PAST_PARTICIPLE = "past_participle"
    """gegeven, verstrekt"""
    PAST_PARTICIPLE_INFLECTED = "past_participle_inflected"
    """de gegeven antwoorden, de verstrekte gegevens"""
    PRESENT_PARTICIPLE = "present_participle"
    """gevend"""
    PRESENT_PARTICIPLE_INFLECTED = "present_participle_inflected"
    """gevende"""
    IMPERATIVE = "imperative"
    """geef"""


_MAIN_CLAUSE_ONLY: Final = frozenset({VerbForm.PRESENT_2SG_INVERTED, VerbForm.IMPERATIVE})
"""Forms that do not occur in one word with a particle: ``vraag je aan``, ``vraag aan``."""

FINITE: Final = frozenset(
    {
        VerbForm.PRESENT_1SG,
        VerbForm.PRESENT_2SG,
        VerbForm.PRESENT_2SG_INVERTED,
        VerbForm.PRESENT_3SG,
        VerbForm.PRESENT_PLURAL,
        VerbForm.PAST_SINGULAR,
        VerbForm.PAST_PLURAL,
        VerbForm.IMPERATIVE,
    }
)
"""The persoonsvormen: the forms of which the particle stands apart in a main clause."""

_NOT_ADJECTIVAL: Final = frozenset(
    {"zijn", "wezen", "hebben", "kunnen", "mogen", "moeten", "willen", "zullen", "hoeven"}
)

_PRINCIPAL: Final = frozenset(FINITE - {VerbForm.PRESENT_PLURAL} | {VerbForm.PAST_PARTICIPLE})
"""The forms that have a column in ``irregular_verbs.csv``."""

_WAVERING: Final = frozenset({"her", "ont", "ver"})

T = TypeVar("T")
Variants = Mapping[VerbForm, tuple[str, ...]]


class SplitForm(NamedTuple):
    """A form of a separable verb in a main clause: ``vangt`` ... ``aan``."""

    verb: str
    particle: str


@dataclass(frozen=True, slots=True)
class Conjugation(Mapping[VerbForm, str]):
    """The forms of one verb in one reading; as a mapping it gives the preferred form in one word.

    A form that the verb does not have is not in it: *zullen* has no participle, a separable verb has no
    imperative in one word.

    Attributes:
        infinitive: The infinitive without marks.
        particle: The particle that separates, or None.
        variants: All forms in one word, the preferred one first: ``raadde``, ``ried``.
        split_variants: For a separable verb the forms that stand apart from the particle in a main clause;
            else empty.
        certain: False where the reading or the stem is a guess.
    """

    infinitive: str
    particle: str | None
    variants: Variants
    split_variants: Variants
    certain: bool

    def __getitem__(self, slot: VerbForm) -> str:
        """Give the preferred form of a slot."""
        return self.variants[slot][0]

    def __iter__(self) -> Iterator[VerbForm]:
        """Go through the slots that this verb has."""
        return iter(self.variants)

    def __len__(self) -> int:
        """Count the slots that this verb has."""
        return len(self.variants)

    def split(self, slot: VerbForm) -> SplitForm | None:
        """Give the preferred form of a slot in a main clause, or None where it is never split."""
        if self.particle is None or slot not in self.split_variants:
            return None
        return SplitForm(self.split_variants[slot][0], self.particle)


def conjugate(infinitive: str) -> Conjugation:
    """Conjugate a verb in its usual reading.

    Args:
        infinitive: The verb, with or without the marks of :mod:`~b1check.language.inflection.particles`.

    Raises:
        ValueError: Where the word cannot be an infinitive.
    """
    return _conjugations(infinitive)[0]


def verb_forms(infinitive: str) -> Mapping[str, frozenset[VerbForm]]:
    """Give every form of a verb that is one word, with the slots it can fill, in all readings and variants.

    Args:
        infinitive: The verb, marked or not.

    Raises:
        ValueError: Where the word cannot be an infinitive.
    """
    return _by_surface(
        (form, slot)
        for conjugation in _conjugations(infinitive)
        for slot, forms in conjugation.variants.items()
        for form in forms
        if slot is not VerbForm.TO_INFINITIVE
    )


def split_verb_forms(infinitive: str) -> Mapping[str, frozenset[VerbForm]]:
    """Give every finite form of a separable verb as it stands apart: ``vangt`` of *aanvangen*.

    Empty for a verb that is not separable.

    Args:
        infinitive: The verb, marked or not.

    Raises:
        ValueError: Where the word cannot be an infinitive.
    """
    return _by_surface(
        (form, slot)
        for conjugation in _conjugations(infinitive)
        for slot, forms in conjugation.split_variants.items()
        for form in forms
    )


def inflect_verb(infinitive: str, slot: VerbForm) -> str | None:
    """Give one form of a verb, in one word, as a writer may see it.

    Args:
        infinitive: The verb, marked or not.
        slot: The form wanted.

    Returns:
        The form, or None where the verb does not have it or where reading or stem are in doubt.
    """
    return _agreed(infinitive, lambda conjugation: conjugation.get(slot), slot)


def inflect_split(infinitive: str, slot: VerbForm) -> SplitForm | None:
    """Give one form of a separable verb for a main clause: ``vangt`` and ``aan``.

    Args:
        infinitive: The verb, marked or not.
        slot: The form wanted.

    Returns:
        The two parts, or None for a verb or slot that is never split and where reading or stem are in doubt.
    """
    return _agreed(infinitive, lambda conjugation: conjugation.split(slot), slot)


def _agreed(infinitive: str, pick: Callable[[Conjugation], T | None], slot: VerbForm) -> T | None:
    """Give what all readings of a verb agree on, if they are certain or the slot is the infinitive."""
    try:
        conjugations = _conjugations(infinitive)
    except ValueError:
        return None
    picked = {pick(conjugation) for conjugation in conjugations}
    safe = slot is VerbForm.INFINITIVE or all(conjugation.certain for conjugation in conjugations)
    return picked.pop() if safe and len(picked) == 1 else None


def _by_surface(pairs: Iterable[tuple[str, VerbForm]]) -> Mapping[str, frozenset[VerbForm]]:
    slots: dict[str, set[VerbForm]] = {}
    for form, slot in pairs:
        slots.setdefault(form, set()).add(slot)
    return MappingProxyType({form: frozenset(found) for form, found in slots.items()})


@lru_cache(maxsize=4096)
def _conjugations(infinitive: str) -> tuple[Conjugation, ...]:
    found = readings(infinitive)
    if not all(looks_like_verb(reading.base) for reading in found):
        raise ValueError(f"not an infinitive: {infinitive!r}")
    return tuple(_conjugation(reading) for reading in found)


def _conjugation(reading: Reading) -> Conjugation:
    base = _paradigm(reading.base, row_of=reading.infinitive)
    if reading.particle is None:
        return Conjugation(reading.base, None, base.variants, MappingProxyType({}), base.certain and reading.certain)
    joined = {
        slot: tuple(reading.joined(form) for form in forms)
        for slot, forms in base.variants.items()
        if slot not in _MAIN_CLAUSE_ONLY
    }
    joined[VerbForm.TO_INFINITIVE] = (f"{reading.particle} te {reading.base}",)
    split = {slot: forms for slot, forms in base.variants.items() if slot in FINITE}
    return Conjugation(
        reading.infinitive,
        reading.particle,
        MappingProxyType(joined),
        MappingProxyType(split),
        base.certain and reading.certain,
    )


class _Paradigm(NamedTuple):
    """All forms of a verb without particle."""

    variants: Variants
    certain: bool


def _paradigm(verb: str, *, row_of: str) -> _Paradigm:
    """Build the forms of a verb without its particle.

    Args:
        verb: The infinitive without particle.
        row_of: The whole infinitive, which may have a row of its own in the table.
    """
    parts, certain = _principal_parts(verb, row_of=row_of)
    forms: dict[VerbForm, tuple[str, ...]] = {
        VerbForm.INFINITIVE: (verb,),
        VerbForm.TO_INFINITIVE: (f"te {verb}",),
        VerbForm.PRESENT_PLURAL: (verb,),
        VerbForm.PRESENT_PARTICIPLE: (f"{verb}d",),
    }
    forms |= {slot: found for slot, found in parts.items() if found != (NO_FORM,)}
    forms[VerbForm.PRESENT_PARTICIPLE_INFLECTED] = (f"{verb}de",)
    if verb not in _NOT_ADJECTIVAL and VerbForm.PAST_PARTICIPLE in forms:
        stressed = not forms.get(VerbForm.PRESENT_1SG, ("",))[0].endswith("e")  # geracet: geracete
        forms[VerbForm.PAST_PARTICIPLE_INFLECTED] = tuple(
            _inflect_participle(form, stressed=stressed) for form in forms[VerbForm.PAST_PARTICIPLE]
        )
    return _Paradigm(MappingProxyType(forms), certain)


def _inflect_participle(participle: str, *, stressed: bool) -> str:
    """Inflect a past participle: ``verstrekte``, ``bestede``, ``gedane``; those in -en stay: ``gegeven``."""
    if participle.endswith("en") and not participle.endswith("ien"):
        return participle
    return open_syllable(participle, "e", stressed=stressed)


def _principal_parts(verb: str, *, row_of: str) -> tuple[Variants, bool]:
    """Find the principal parts: from the table, from the verb that a prefix stands before, or by rule."""
    row = table("irregular_verbs").get(row_of) or table("irregular_verbs").get(verb)
    if row is not None:
        given = {VerbForm(column): cells for column, cells in row.items() if column != "infinitive"}
        if len(given) == len(_PRINCIPAL):
            return given, True
        regular, _ = _regular_parts(verb)
        return {**regular, **given}, True
    cut = split_prefix(verb, also=INSEPARABLE_FIRST_PARTS)
    if cut is None or not _is_irregular(cut.base):
        return _regular_parts(verb)
    base, certain = _principal_parts(cut.base, row_of=cut.base)
    parts = {slot: tuple(cut.prefix + form for form in forms) for slot, forms in base.items()}
    if cut.base in table("irregular_verbs") or split_prefix(cut.base, also=INSEPARABLE_FIRST_PARTS) is None:
        participles = base[VerbForm.PAST_PARTICIPLE]
        parts[VerbForm.PAST_PARTICIPLE] = tuple(cut.prefix + form.removeprefix("ge") for form in participles)
    return parts, certain


def _is_irregular(verb: str) -> bool:
    if verb in table("irregular_verbs"):
        return True
    cut = split_prefix(verb, also=INSEPARABLE_FIRST_PARTS)
    return cut is not None and _is_irregular(cut.base)


def _regular_parts(verb: str) -> tuple[Variants, bool]:
    """Conjugate a weak verb: ``werk, werkt, werkte, gewerkt``."""
    stem = stem_of(verb)
    takes_ge, ge_certain = _takes_ge(verb)
    closed = [stem.closed]
    if not stem.certain:
        closed.append(close_syllable(stem.raw, lengthen=False))
    ending = past_ending(stem.raw)
    participles = [participle_end(form, ending) for form in closed]
    with_or_without = [with_ge(form) for form in participles] if takes_ge else participles
    if not ge_certain:
        with_or_without += participles if takes_ge else [with_ge(form) for form in participles]
    parts = {
        VerbForm.PRESENT_1SG: tuple(closed),
        VerbForm.PRESENT_2SG: tuple(map(add_t, closed)),
        VerbForm.PRESENT_2SG_INVERTED: tuple(closed),
        VerbForm.PRESENT_3SG: tuple(map(add_t, closed)),
        VerbForm.PAST_SINGULAR: tuple(form + ending for form in closed),
        VerbForm.PAST_PLURAL: tuple(f"{form}{ending}n" for form in closed),
        VerbForm.PAST_PARTICIPLE: tuple(with_or_without),
        VerbForm.IMPERATIVE: tuple(closed),
    }
    return parts, stem.certain and ge_certain


def _takes_ge(verb: str) -> tuple[bool, bool]:
    """Tell whether the past participle of a weak verb has ge-, and whether that is certain.

    Prefixed verbs have none: *beoordeeld*. Loans after ver-, her- and ont- waver (*herstructureren:
    geherstructureerd*).
    """
    cut = split_prefix(verb, also=INSEPARABLE_FIRST_PARTS)
    if cut is None:
        return True, True
    return False, not (cut.prefix in _WAVERING and is_loan(cut.base))
