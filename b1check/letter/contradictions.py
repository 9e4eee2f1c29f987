"""Compares facts: within one document, and across the documents of a run.

"Op 1 manier te begrijpen" also means that two pages do not give two amounts for the same product. Without a model of
the world that can only be told from words, so it stays careful: facts are compared only when they are about the same
words, and then every difference that could have a reason keeps it silent. Facts are filed by what they are about, so
that the time grows with their number and not with the square of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from b1check.language.dates import MONTHS
from b1check.language.patterns import Pattern
from b1check.letter.facts import QUALIFIERS, Fact

_NEAR = 0.12
"""Terms of which the lengths differ less are the same in other words: 8 weeks and 2 months."""
_MOST_VALUES = 4
"""With more values for one subject it is a list of prices, not a mistake."""
_LONG_NUMBER = 5
"""Digits of an amount in cents from which two nearly equal ones are no coincidence."""
_SHORT_NUMBER = 7
"""A number with fewer digits is 14 plus an area, such as 14 030."""
_TELLING_DIGITS = 3
"""Digits before the noughts at the end from which two amounts with the same digits are no coincidence."""
_OTHER_AMOUNT = frozenset({"#toen", "minder", "meer", "extra", "eerste", "tweede", "derde", "laatste", *MONTHS})
"""Words with which an amount may be nearly the same as another one, and right."""
_MOST_USES = 5
"""So many places of one number are compared with those of another."""
_MOST_PARTS = 60
"""An amount that is so many times another is its total: 12 months, 36 instalments."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact with the index of its document, and whether that is a letter."""

    document: int
    letter: bool
    fact: Fact


def within(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield pairs of facts of one document that contradict each other, in the order of the second one.

    Besides facts about the same, numbers that are nearly equal count: a digit that changed or two that swapped places.
    A pair of values is told once.
    """
    amounts = frozenset(int(fact.value) for fact in facts if fact.kind == "bedrag")
    pairs = [*_same_subject(facts, amounts), *_slips(facts, amounts), *_bills(facts)]
    told: set[tuple[str, str, str]] = set()
    for first, second in sorted(pairs, key=lambda pair: (_place(pair[1]), _place(pair[0]))):
        low, high = sorted((first.value, second.value))
        key = (second.kind, low, high)
        if key not in told:
            told.add(key)
            yield first, second


def across(facts: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield pairs of facts of different documents that contradict each other.

    Of every value of a subject only the first place is compared, with the first place of the first value.
    """
    filed: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for placed in facts:
        if placed.fact.general and placed.fact.about and not placed.fact.listed:
            for key in _keys(placed.fact):
                filed[key].append(placed)
    told: set[tuple[int, int]] = set()
    for same in filed.values():
        by_value: dict[str, Placed] = {}
        for placed in same:
            by_value.setdefault(placed.fact.value, placed)
        if len(by_value) > _MOST_VALUES:
            continue
        in_document: dict[int, set[str]] = defaultdict(set)
        for placed in same:
            in_document[placed.document].add(placed.fact.value)
        first, *others = by_value.values()
        for other in others:
            shared = in_document[first.document] & in_document[other.document]
            both = (id(first.fact), id(other.fact))
            if first.document == other.document or shared or both in told:
                continue
            if first.letter and other.letter and first.fact.kind in {"bedrag", "termijn"}:
                continue  # two letters are about two readers
            if _contradict(first.fact, other.fact, frozenset()):
                told.add(both)
                yield first, other


def _place(fact: Fact) -> tuple[int, int]:
    return fact.passage.block, fact.passage.start


def _keys(fact: Fact) -> Iterator[tuple[object, ...]]:
    """Yield under what a fact is filed: opening hours once for each day, a number by its sort."""
    base = (fact.kind, fact.role, fact.about)
    if fact.kind == "openingstijd":
        for day in sorted(fact.days):
            yield (*base, day)
    elif fact.kind == "telefoonnummer":
        yield (*base, _sort(fact.value))
    else:
        yield base


def _sort(number: str) -> str:
    """Return the sort of a phone number: 14 plus area, service number, or a number of somebody."""
    if len(number) < _SHORT_NUMBER:
        return "14"
    return next((start for start in ("0800", "0900", "06") if number.startswith(start)), "0")


def _same_subject(facts: Sequence[Fact], amounts: frozenset[int]) -> Iterator[tuple[Fact, Fact]]:
    filed: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.about:
            for key in _keys(fact):
                filed[key].append(fact)
    for same in filed.values():
        if len({fact.value for fact in same}) != 2 or (same[0].kind == "telefoonnummer" and not same[0].own):
            continue
        first = same[0]
        second = next(fact for fact in same if fact.value != first.value)
        if not (first.listed and second.listed) and _contradict(first, second, amounts):
            yield first, second


def _contradict(first: Fact, second: Fact, amounts: frozenset[int]) -> bool:
    """Tell whether two values of one subject cannot both be right."""
    if first.sentence == second.sentence or (first.unit and second.unit and first.unit != second.unit):
        return False
    if first.kind == "termijn":
        a, b = sorted((float(first.value), float(second.value)))
        return b - a > _NEAR * b
    if first.kind == "bedrag":
        return not _explained(int(first.value), int(second.value), amounts)
    return True


def _explained(first: int, second: int, amounts: frozenset[int]) -> bool:
    """Tell whether two amounts belong together: parts and their total, or a difference that is named too."""
    small, large = sorted((first, second))
    if small == 0 or (large % small == 0 and large // small <= _MOST_PARTS):
        return True
    difference = large - small
    if difference in amounts and small - difference not in amounts:  # else it is what the smaller one is made of
        return True
    return large + small in amounts


def _slips(facts: Sequence[Fact], amounts: frozenset[int]) -> Iterator[tuple[Fact, Fact]]:
    """Yield pairs of nearly equal numbers; found by asking for every neighbour of a number, not by comparing all."""
    filed: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind in {"bedrag", "telefoonnummer"}:
            filed[fact.kind, fact.value].append(fact)
    order = {key: number for number, key in enumerate(filed)}
    for (kind, value), number in order.items():
        for other in _neighbours(value):
            if order.get((kind, other), -1) > number:
                yield from _slips_between(filed[kind, value], filed[kind, other], amounts)


@lru_cache(maxsize=1_000)  # after an edit nearly all numbers of a text are the same as before
def _neighbours(number: str) -> tuple[str, ...]:
    """Return in order the numbers of the same length with one other digit, or with two neighbours in other places."""
    other_digit = (
        number[:at] + new + number[at + 1 :] for at, digit in enumerate(number) for new in "0123456789" if new != digit
    )
    swapped = (
        number[:at] + right + left + number[at + 2 :]
        for at, (left, right) in enumerate(pairwise(number))
        if left != right
    )
    return tuple(sorted({*other_digit, *swapped}))


def _slips_between(
    ones: Sequence[Fact], others: Sequence[Fact], amounts: frozenset[int]
) -> Iterator[tuple[Fact, Fact]]:
    for first, second in product(ones[:_MOST_USES], others[:_MOST_USES]):
        if first.sentence == second.sentence or (first.listed and second.listed):
            continue
        if first.kind == "telefoonnummer":
            if _fits(first, second) and _same_owner(first, second):
                yield first, second
        elif _mistyped(ones, others, first, second, amounts) or (
            _amount_slip(first, second) and not _explained(int(first.value), int(second.value), amounts)
        ):
            yield first, second


def _amount_slip(first: Fact, second: Fact) -> bool:
    to_pay = bool(_TO_PAY.search(first.sentence) and _TO_PAY.search(second.sentence))
    if len(first.value) < _LONG_NUMBER - to_pay or (first.unit != second.unit and first.unit and second.unit):
        return False
    named = _is_the_amount(first) or _is_the_amount(second)  # "het bedrag van € 1.250" is one that was named before
    if _reasons(first) - {"#toen"} != _reasons(second) - {"#toen"} if named else _reasons(first) != _reasons(second):
        return False
    shared = bool(first.own & second.own - QUALIFIERS)
    if _is_swap(first.value, second.value):  # of round amounts that says little: € 120 and € 210
        digits = min(len(first.value.rstrip("0")), len(second.value.rstrip("0")))
        return _fits(first, second) or ((shared or to_pay) and digits >= _TELLING_DIGITS)
    if named:
        return True
    odd = not first.value.endswith("00") and first.value[-2:] == second.value[-2:]
    return odd and (shared or _fits(first, second))


def _mistyped(ones: Sequence[Fact], others: Sequence[Fact], first: Fact, second: Fact, amounts: frozenset[int]) -> bool:
    """Tell whether an amount that the reader must know already is one named before, with two digits swapped.

    "Is de € 46,50 er dan nog niet?" after "Dat kost € 64,50"; and "€ 45 per maand" where six times € 54 is the debt.
    """
    early, late = (first, second) if _place(first) < _place(second) else (second, first)
    if not _is_swap(first.value, second.value) or len(first.value.rstrip("0")) < 2:
        return False
    once = len(others if late is second else ones) == 1
    if once and (_is_the_amount(late) or _DEFINITE.search(late.sentence.partition(late.passage.text)[0])):
        return not _explained(int(first.value), int(second.value), amounts)
    if not all(_EACH.search(fact.sentence) and _TO_PAY.search(fact.sentence) for fact in (first, second)):
        return False
    parts = [
        any(0 < int(fact.value) < whole and whole % int(fact.value) == 0 for whole in amounts) for fact in (early, late)
    ]
    return once and parts == [True, False]


_DEFINITE = Pattern(r"\b(?:de|die|deze)\s+\(?$", re.IGNORECASE)
_EACH = Pattern(r"\b(?:elke|iedere|per) (?:maand|week|kwartaal|keer)\b", re.IGNORECASE)
_THE_AMOUNT = Pattern(
    r"\b(?:het|dit|dat)\s+(?:[^\W\d]+e\s+)?(?:totaal|huur)?bedrag(?:\s+van|,|:)?\s+\(?$", re.IGNORECASE
)


def _is_the_amount(fact: Fact) -> bool:
    """Tell whether an amount is one that the reader knows already, by its article: "door het bedrag van € 80"."""
    ahead, found, _ = fact.sentence.partition(fact.passage.text)
    return bool(found) and bool(_THE_AMOUNT.search(ahead))


def _reasons(fact: Fact) -> frozenset[str]:
    """Return the words with which an amount may well differ: another month or year, then instead of now."""
    return frozenset(word for word in fact.own if word in _OTHER_AMOUNT or _YEAR.fullmatch(word))


_YEAR = Pattern(r"(?:19|20)\d\d")
_TO_PAY = Pattern(r"\b(?:betaal(?:t|d)?|betalen|maakt?|over te maken|overmaken|voldoen|stort)\b", re.IGNORECASE)
"""Words with which a letter asks for an amount: of one bill that is always the same."""


def _bills(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield the amount that a letter says its reader must pay with the other one that it asks to transfer.

    Only where both stand alone: no parts of a total, no instalments, no price for later.
    """
    owed = [fact for fact in facts if _asks_for(fact, _OWES)]
    asked = [fact for fact in facts if _asks_for(fact, _TRANSFERS)]
    if len({fact.value for fact in owed}) != 1 or len({fact.value for fact in asked}) != 1:
        return
    first, second = owed[0], asked[0]
    named = {int(fact.value) for fact in facts if fact.kind == "bedrag"}
    if first.sentence != second.sentence and not _adds_up(int(first.value), int(second.value), named):
        yield (first, second) if _place(first) < _place(second) else (second, first)


def _asks_for(fact: Fact, pattern: Pattern) -> bool:
    if fact.kind != "bedrag" or fact.unit or fact.listed:
        return False
    return bool(pattern.search(fact.sentence)) and not _NOT_THIS_BILL.search(fact.sentence)


_OWES = Pattern(
    r"\b(?:betaalt u|u betaalt|moet u|u moet|bent u|u bent|is u)\b[^.?!]*\b(?:betalen|verschuldigd)\b"
    r"|\bbetaalt u\b|\bu betaalt\b|^betaal\b",
    re.IGNORECASE,
)
_TRANSFERS = Pattern(r"\b(?:maak|maakt u|stort)\b|\b(?:over te maken|overmaken|overmaakt)\b", re.IGNORECASE)
_NOT_THIS_BILL = Pattern(
    r"\b(?:als|indien|wanneer|anders|later|termijn\w*|keer|per|elke?|iedere|maand\w*|korting|extra|niet|geen|eerst"
    r"|rest|deel|dan|eerder|vorig|kosten|waarvan|samen met|al|teveel|terug)\b|\?",
    re.IGNORECASE,
)
_MOST_AMOUNTS = 8


def _adds_up(first: int, second: int, named: AbstractSet[int]) -> bool:
    """Tell whether one of two amounts is the other one with others that are named, or a sum of those."""
    small, large = sorted((first, second))
    if small in (0, large) or large % small == 0:
        return True
    rest = sorted(named - {small, large})[:_MOST_AMOUNTS]
    sums = {0}
    for amount in rest:
        sums |= {total + amount for total in sums}
    return large - small in sums or (large in sums and len(rest) > 1)


def _fits(first: Fact, second: Fact) -> bool:
    """Tell whether one sentence names nothing that the other one does not, small words apart."""
    if ("#niet" in first.own) != ("#niet" in second.own):  # "Is zij er niet? Bel dan ..."
        return False
    a, b = (frozenset(word for word in fact.own if not word.startswith("#")) - QUALIFIERS for fact in (first, second))
    return a <= b or b <= a


def _same_owner(first: Fact, second: Fact) -> bool:
    """Tell of two short numbers whether it is said of both whose they are, or of neither.

    Short numbers differ little by nature. "Bel Wim Anker, 14 0382" is another one than "Bel daarvoor 14 0381".
    """
    named = [any(not word.startswith("#") for word in fact.own - QUALIFIERS) for fact in (first, second)]
    return len(first.value) >= _SHORT_NUMBER or named[0] == named[1]


def _is_swap(first: str, second: str) -> bool:
    """Tell whether two numbers that nearly agree differ by digits that changed places, not by one other digit."""
    return sorted(first) == sorted(second)
