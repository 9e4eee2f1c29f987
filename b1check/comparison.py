"""Compares two versions of a document: what became of the score, of the findings, and of the facts.

Whether a new version still says the same cannot be told by a program. That an amount, a day or a name is gone can.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from b1check import stated
from b1check.documents.document import Document
from b1check.findings import Finding, Reach, Severity, Span
from b1check.report import Quote, Report
from b1check.stated import FactKind, Stated

Fate = Literal["weg", "nieuw", "anders geschreven"]
_BEFORE = re.compile(r"\b(?:tot|v[oó][oó]r)\s+$", re.IGNORECASE)
_FRIDAY = 4
_ROUNDING = 0.05
"""Points; a smaller change of a score or a component is no change."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document: what it holds, and what the checker says of it."""

    document: Document
    report: Report


@dataclass(frozen=True, slots=True)
class ComponentChange:
    """What one component does to the score.

    Attributes:
        name: Dutch name of the component.
        old: points in the old version, below 0 where it takes some.
        new: points in the new version.
    """

    name: str
    old: float
    new: float

    @property
    def gain(self) -> float:
        """Points that the new version wins; below 0 what it loses."""
        return round(self.new - self.old, 1)


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """What became of the score.

    Attributes:
        old: score of the old version, 0 to 100, high is easy; None without a score.
        new: that of the new version.
        old_difficulty: the same for a text of any length, high is hard; None without a sentence.
        new_difficulty: that of the new version.
        components: what each component does, in the order of the report; empty unless both have a score.
    """

    old: float | None
    new: float | None
    old_difficulty: float | None
    new_difficulty: float | None
    components: tuple[ComponentChange, ...] = ()

    @property
    def dropped(self) -> bool:
        """Tell whether the new version is harder: by the scores, or by the difficulty where one has no score."""
        if self.old is not None and self.new is not None:
            return self.new < self.old - _ROUNDING
        if self.old_difficulty is not None and self.new_difficulty is not None:
            return self.new_difficulty > self.old_difficulty + _ROUNDING
        return False


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What became of the findings of one rule.

    Attributes:
        rule: name of the rule.
        old: number of findings in the old version.
        new: number of findings in the new version.
        gone: findings of the old version that the new one has no more.
        added: findings that only the new version has, in the order of the text.
    """

    rule: str
    old: int
    new: int
    gone: int
    added: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """What became of a fact.

    Attributes:
        kind: what sort of fact.
        fate: gone, new, or the same said in another form ("14 dagen" and "2 weken").
        old: the words in the old version, the first time; None for a new fact.
        new: the words in the new version; None for a fact that is gone.
    """

    kind: FactKind
    fate: Fate
    old: Quote | None
    new: Quote | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side.

    Attributes:
        old_name: name of the old version.
        new_name: name of the new version.
        old_line_word: what a line number counts in the old version: "regel" or "alinea".
        new_line_word: the same for the new version.
        score: what became of the score.
        rules: the rules of which findings went or came, in the order of their names.
        facts: the facts that are gone, new or written in another form; by kind, then in the order of the text.
        errors: Dutch remarks about rules that failed.
    """

    old_name: str
    new_name: str
    old_line_word: str
    new_line_word: str
    score: ScoreChange
    rules: tuple[RuleChange, ...]
    facts: tuple[FactChange, ...]
    errors: tuple[str, ...] = ()

    def of(self, fate: Fate) -> tuple[FactChange, ...]:
        """Return the facts with this fate."""
        return tuple(fact for fact in self.facts if fact.fate == fate)

    @property
    def new_errors(self) -> int:
        """Number of findings of severity fout that only the new version has."""
        return sum(finding.severity is Severity.FOUT for change in self.rules for finding in change.added)

    @property
    def worse(self) -> bool:
        """Tell whether a person must look: a fact is gone, the score dropped, or there is a new finding "fout"."""
        return bool(self.of("weg")) or self.score.dropped or self.new_errors > 0


def compare(old: Version, new: Version) -> Comparison:
    """Compare two versions of a document; both reports must be made with the same rules."""
    return Comparison(
        old_name=old.report.name,
        new_name=new.report.name,
        old_line_word=old.report.line_word,
        new_line_word=new.report.line_word,
        score=_score(old.report, new.report),
        rules=tuple(_rules(old.report.findings, new.report.findings)),
        facts=tuple(_facts(old.document, new.document)),
        errors=tuple(dict.fromkeys((*old.report.errors, *new.report.errors))),
    )


def _score(old: Report, new: Report) -> ScoreChange:
    change = ScoreChange(
        old.score.value if old.score else None,
        new.score.value if new.score else None,
        old.difficulty,
        new.difficulty,
    )
    if not (old.score and new.score):
        return change
    before = {part.name: part.points for part in old.score.contributions}
    after = {part.name: part.points for part in new.score.contributions}
    components = tuple(
        ComponentChange(name, before.get(name, 0.0), after.get(name, 0.0)) for name in dict.fromkeys((*before, *after))
    )
    return ScoreChange(change.old, change.new, change.old_difficulty, change.new_difficulty, components)


def _rules(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[RuleChange]:
    before, after = _by_rule(old), _by_rule(new)
    for rule in sorted({*before, *after}):
        olds, news = before[rule], after[rule]
        left = Counter(map(_fingerprint, olds))
        added = []
        for finding in news:
            if left[_fingerprint(finding)]:
                left[_fingerprint(finding)] -= 1
            else:
                added.append(finding)
        if added or left.total():
            yield RuleChange(rule, len(olds), len(news), left.total(), tuple(added))


def _by_rule(findings: Iterable[Finding]) -> defaultdict[str, list[Finding]]:
    by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    return by_rule


def _fingerprint(finding: Finding) -> str:
    """Return what makes a finding of a rule the same in two versions: its words; a whole document has only one."""
    return "" if finding.reach is Reach.DOCUMENT else " ".join(finding.text.casefold().split())


def _facts(old: Document, new: Document) -> Iterator[FactChange]:
    """Yield the facts that are not in both versions, by kind."""
    olds, news = _once(stated.find(old.blocks)), _once(stated.find(new.blocks))
    old_words, new_words = stated.words(old.blocks), stated.words(new.blocks)
    gone = [fact for fact in olds if not _survives(fact, news, new_words)]
    added = [fact for fact in news if not _survives(fact, olds, old_words)]
    pairs = [
        *_equal_terms(gone, added),
        *_worked_out(gone, added, olds, news),
        *_next_days(old, gone, new, added),
    ]
    reworded: dict[Stated, Stated] = {}
    for one, other in pairs:
        reworded.setdefault(one, other)
    paired = {*reworded, *(other for _, other in pairs)}
    changes = [
        FactChange(one.kind, "anders geschreven", _quote(old, one), _quote(new, reworded[one])) for one in reworded
    ]
    changes += [FactChange(one.kind, "weg", _quote(old, one), None) for one in gone if one not in paired]
    changes += [FactChange(one.kind, "nieuw", None, _quote(new, one)) for one in added if one not in paired]
    order = list(FactKind)
    yield from sorted(changes, key=lambda change: order.index(change.kind))


def _once(facts: Iterable[Stated]) -> list[Stated]:
    """Return each fact once, at its first place, in the form that says most: of a day with and without its year."""
    kept: list[Stated] = []
    first: dict[tuple[str, ...], Stated] = {}
    for fact in facts:
        first.setdefault((fact.kind, *fact.key), fact)
    for fact in first.values():
        at = next((index for index, one in enumerate(kept) if _is_again(one, fact)), None)
        if at is None:
            kept.append(fact)
        elif sum(map(bool, fact.key)) > sum(map(bool, kept[at].key)):
            kept[at] = fact
    return kept


def _is_again(one: Stated, other: Stated) -> bool:
    if one.kind is other.kind is FactKind.NAME:
        return set(one.key) <= set(other.key) or set(other.key) <= set(one.key)
    return one.same(other)


def _survives(fact: Stated, others: Sequence[Stated], words: frozenset[str]) -> bool:
    if fact.kind is FactKind.NAME:
        return all(word in words or set(word.split("-")) <= words for word in fact.key)
    if fact.kind is FactKind.SITE:
        (site,) = fact.key
        return any(one.kind is FactKind.SITE and f"{one.key[0]}/".startswith(f"{site}/") for one in others)
    return any(fact.same(one) for one in others)


def _equal_terms(gone: Sequence[Stated], added: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Yield terms that are as long as each other in other units: "14 dagen" and "2 weken"."""
    for one in gone:
        for other in added:
            if one.kind is other.kind is FactKind.TERM and stated.length(one) == stated.length(other) is not None:
                yield one, other


def _worked_out(
    gone: Sequence[Stated], added: Sequence[Stated], olds: Sequence[Stated], news: Sequence[Stated]
) -> Iterator[tuple[Stated, Stated]]:
    """Yield a term and the day or time that it comes to, counted from another one in the same version.

    "Binnen 6 weken" in a letter of 17 April is "tot en met 29 mei", or "vóór 30 mei".
    """
    for terms, moments, start in ((gone, added, olds), (added, gone, news)):
        for term in terms:
            if term.kind is not FactKind.TERM:
                continue
            ends = {end for fact in start for end in _ends(fact, term)}
            for fact in moments:
                if (_day(fact) or _minute(fact)) in ends:
                    yield (term, fact) if terms is gone else (fact, term)


def _next_days(
    old: Document, gone: Sequence[Stated], new: Document, added: Sequence[Stated]
) -> Iterator[tuple[Stated, Stated]]:
    """Yield days that say the same end in two ways: "tot 17 juli" and "tot en met 16 juli"."""
    for one in gone:
        for other in added:
            first, second = _day(one), _day(other)
            if first and second and abs((first - second).days) == 1:
                late, document = (one, old) if first > second else (other, new)
                if _BEFORE.search(document.blocks[late.block].text, 0, late.start):
                    yield one, other


def _day(fact: Stated) -> dt.date | None:
    if fact.kind is not FactKind.DATE or not fact.key[1]:
        return None
    month, day = map(int, fact.key[0].split("-"))
    year = int(fact.key[1])
    return dt.date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _minute(fact: Stated) -> int | None:
    """Return a time as minutes of the day."""
    if fact.kind is not FactKind.TIME:
        return None
    hour, minute = map(int, fact.key[0].split(":"))
    return 60 * hour + minute


def _ends(start: Stated, term: Stated) -> Iterator[dt.date | int]:
    """Yield the last day of ``term`` from ``start``, forward and back, and the day after, for "vóór"; or the minute."""
    day, minute, long = _day(start), _minute(start), stated.length(term)
    if minute is not None and long and long[0] == "dag":
        yield minute + round(long[1] * 1440)
    if day is None:
        return
    if long is None:
        ends = [_working_days_after(day, round(float(term.key[0])))]
    elif long[0] == "dag":
        ends = [day + dt.timedelta(days=round(long[1])), day - dt.timedelta(days=round(long[1]))]
    else:
        ends = [_months_after(day, round(long[1]))]
    for end in ends:
        yield from (end, end + dt.timedelta(days=1))


def _working_days_after(day: dt.date, count: int) -> dt.date:
    """Return the day ``count`` working days later, Monday to Friday; holidays are not known here."""
    for _ in range(count):
        day += dt.timedelta(days=3 if day.weekday() == _FRIDAY else 2 if day.weekday() == _FRIDAY + 1 else 1)
    return day


def _months_after(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _quote(document: Document, fact: Stated) -> Quote:
    place = document.blocks[fact.block].map.to_source(fact.start, fact.end)
    return Quote(fact.text, Span(place.start, place.end), document.source.position(place.start).line)
