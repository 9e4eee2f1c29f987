"""How long checking takes: processor time by step and by rule, so that other programs on the machine do not count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds of processor time.

    Attributes:
        reading: from the source to blocks.
        analysis: the language pipeline; next to nothing for text that was analysed before.
        letter: what sort of text it is, who sends it, what it asks and when.
        rules: all rules together, with turning their matches into findings.
        score: the score and the rest of the report.
        by_rule: each rule by itself, without its findings; empty when that was not asked for.
    """

    reading: float = 0.0
    analysis: float = 0.0
    letter: float = 0.0
    rules: float = 0.0
    score: float = 0.0
    by_rule: Mapping[str, float] = field(default_factory=dict)

    @property
    def rules_percent(self) -> float | None:
        """What the rules cost on top of the analysis, in percent; None without an analysis."""
        return 100 * self.rules / self.analysis if self.analysis else None

    def slowest(self, count: int) -> tuple[tuple[str, float], ...]:
        """Return the ``count`` rules that took most, the slowest first, with their seconds."""
        return tuple(sorted(self.by_rule.items(), key=lambda rule: (-rule[1], rule[0]))[:count])


def total(timings: Iterable[Timing]) -> Timing:
    """Add up the timings of several documents."""
    all_of_them = tuple(timings)
    by_rule: dict[str, float] = defaultdict(float)
    for one in all_of_them:
        for rule, seconds in one.by_rule.items():
            by_rule[rule] += seconds
    return Timing(
        reading=sum(one.reading for one in all_of_them),
        analysis=sum(one.analysis for one in all_of_them),
        letter=sum(one.letter for one in all_of_them),
        rules=sum(one.rules for one in all_of_them),
        score=sum(one.score for one in all_of_them),
        by_rule=dict(by_rule),
    )
