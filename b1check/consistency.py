"""Compares facts: within one document, and across the documents of a run.

"Op 1 manier te begrijpen" also means that two pages do not give two amounts for the same product. Without a model of the
world that can only be told from words, so it stays careful: facts are compared only when what they are about agrees nearly whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from b1check.letter.facts import Fact

_AGREE = 0.6
"""Share of the words around two facts that must be the same (Jaccard); lower ones gave more false pairs than true ones."""
_LEAST_WORDS = 2
"""Words that two facts must share; one word ("vergunning") fits too many amounts."""
_DAYS = frozenset({"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact with the index of its document."""

    document: int
    fact: Fact


def within(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield pairs of facts of one document that contradict each other, in the order of the text.

    Besides facts about the same, numbers that are nearly equal count: a digit that changed or two that swapped places.
    """
    for first, second in combinations(facts, 2):
        if first.kind == second.kind and first.value != second.value:
            shared = first.about & second.about
            typo = first.kind in {"bedrag", "telefoonnummer"} and _is_slip(first.value, second.value)
            if _same_subject(first, second) or (typo and (shared or first.kind == "telefoonnummer")):
                yield first, second


def across(facts: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield pairs of facts of different documents that contradict each other."""
    by_kind: dict[str, list[Placed]] = defaultdict(list)
    for placed in facts:
        by_kind[placed.fact.kind].append(placed)
    for same_kind in by_kind.values():
        for first, second in combinations(same_kind, 2):
            if first.document != second.document and first.fact.value != second.fact.value:
                if _same_subject(first.fact, second.fact):
                    yield first, second


def _same_subject(first: Fact, second: Fact) -> bool:
    shared, either = first.about & second.about, first.about | second.about
    if first.kind == "openingstijd":
        return bool(shared & _DAYS) and len(shared - _DAYS) >= 1 and len(shared) >= _AGREE * len(either)
    return len(shared) >= _LEAST_WORDS and len(shared) >= _AGREE * len(either)


def _is_slip(first: str, second: str) -> bool:
    """Tell whether two numbers of 4 or more digits differ in one digit, or in two neighbours that swapped places."""
    if len(first) != len(second) or len(first) < 4:
        return False
    different = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(different) == 1:
        return True
    return len(different) == 2 and different[1] - different[0] == 1 and first[different[0]] == second[different[1]]
