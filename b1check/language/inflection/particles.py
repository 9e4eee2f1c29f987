"""Separable or not: ``aanvangen`` (vangt aan) against ``aanvaarden`` (aanvaardt).

Rules after the Algemene Nederlandse Spraakkunst, chapter 12 (compound verbs). Most first parts
always separate (*aan, af, op, toe* ...). With *door, om, onder, over, voor, achter, mis, vol, weer* the verb
decides, so those verbs stand in ``separability.csv``; for one that is not there no form is shown that depends
on it.

A caller may say it himself, which beats table and rules:

* ``aan|vangen``: separable, split at the bar;
* ``=overleggen``: not separable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from b1check.language.inflection.spelling import join
from b1check.language.inflection.stems import is_loan, looks_like_verb
from b1check.language.inflection.tables import NO_FORM, table

SEPARABLE_MARK: Final = "|"
INSEPARABLE_MARK: Final = "="

_ALWAYS: Final = (
    "aan aaneen achterna achterom achterop achterover achteruit af bekend bij bijeen binnen boven "
    "buiten deel dicht dood dwars flauw gade gelijk gereed gerust gevangen goed groot hard heen hoog "
    "in ineen klaar kwijt langs lastig leeg los mede mee na naar neer omhoog omlaag omver onderuit "
    "opeen open op opzij overeen overhoop plaats recht rond samen schoon stil stop stuk tegemoet "
    "tegen tekort teleur teloor teniet tentoon terecht terug tewerk teweeg thuis toe tussen uit "
    "uiteen vast veilig verder vooraf voorbij voorop voort vooruit vrij warm weg welkom zeker zoek"
)
_SEPARATES: Final = frozenset(_ALWAYS.split())
_VERB_DECIDES: Final = frozenset({"achter", "door", "mis", "om", "onder", "over", "vol", "voor", "weer"})
_LONGEST: Final = max(map(len, _SEPARATES))
_LOANS_BEGIN_WITH: Final = frozenset({"in", "na", "op", "af", "om", "over"})
"""Particles with which many loans in -eren begin by chance: *in-formeren*, *op-ereren*."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take an infinitive.

    Attributes:
        particle: What separates, or None.
        base: The verb without its particle.
        certain: False where the choice between separable and not is a guess.
    """

    particle: str | None
    base: str
    certain: bool = True

    @property
    def infinitive(self) -> str:
        """The infinitive as it is written, without marks."""
        return self.base if self.particle is None else self.joined(self.base)

    def joined(self, form: str) -> str:
        """Write a form of the base in one word with the particle, if there is one."""
        return form if self.particle is None else join(self.particle, form)


def particle_of(infinitive: str) -> str | None:
    """Name the particle that separates from a verb, in its usual reading.

    Args:
        infinitive: The verb: ``aanvangen``, ``aanvaarden``, marked or not.

    Returns:
        The particle (``aan``), or None for a verb that is not separable.
    """
    return readings(infinitive)[0].particle


def readings(infinitive: str) -> tuple[Reading, ...]:
    """Give all ways to take an infinitive, the usual one first.

    A verb with two readings (*voorkomen*) has both, neither of them certain; the marks ``|`` and ``=`` leave
    one.
    """
    if infinitive.startswith(INSEPARABLE_MARK):
        return (Reading(None, infinitive.removeprefix(INSEPARABLE_MARK)),)
    if SEPARABLE_MARK in infinitive:
        particle, _, base = infinitive.partition(SEPARABLE_MARK)
        return (Reading(particle, base),)
    row = table("separability").get(infinitive)
    if row is not None:
        cells = [cell for column in ("particle", "also") for cell in row.get(column, ())]
        return tuple(_reading(infinitive, cell, certain=len(cells) == 1) for cell in cells)
    for length in range(min(_LONGEST, len(infinitive)), 1, -1):
        first, base = infinitive[:length], infinitive[length:].removeprefix("-")
        if first in _SEPARATES and _can_stand_alone(first, base):
            return (Reading(first, base),)
        if first in _VERB_DECIDES and looks_like_verb(base):
            return (Reading(first, base, certain=False), Reading(None, infinitive, certain=False))
    return (Reading(None, infinitive),)


def _reading(infinitive: str, particle: str, *, certain: bool) -> Reading:
    if particle == NO_FORM:
        return Reading(None, infinitive, certain)
    return Reading(particle, infinitive.removeprefix(particle).removeprefix("-"), certain)


def _can_stand_alone(particle: str, base: str) -> bool:
    return looks_like_verb(base) and not (particle in _LOANS_BEGIN_WITH and is_loan(base))
