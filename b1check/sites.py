"""A website as a whole: its hardest pages, and the rules that gain most when all pages keep to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum

from b1check.findings import Finding, Severity
from b1check.report import Report


@dataclass(frozen=True, slots=True)
class RuleGain:
    """What a rule found on all pages.

    Attributes:
        rule: name of the rule.
        title: Dutch title of the rule.
        count: number of findings.
        pages: number of pages with such a finding.
        gain: points that the mean score of the website wins when they all go.
        hardest: name of the page where they take most.
    """

    rule: str
    title: str
    count: int
    pages: int
    gain: float
    hardest: str


@dataclass(frozen=True, slots=True)
class Site:
    """What was found on a website.

    Attributes:
        start: where the visit began.
        pages: number of pages that were checked.
        words: number of words in their running text.
        score: mean of the scores of the pages, in which each word weighs the same; None when no page has a score.
        below: number of pages with a score below the level at which a text suits readers on B1.
        scored: number of pages with a score.
        rules: what gains most, the largest gain first.
        doubles: pages with the same text as another, each with that other one.
        forbidden: number of pages that ``robots.txt`` forbids.
        elsewhere: number of links that turned out to lead to another website.
        other_types: how many addresses were no page, by kind of content.
        waiting: number of pages that are known and were not read.
        stopped: Dutch reason why the visit stopped early, or "".
    """

    start: str
    pages: int
    words: int
    score: float | None
    below: int
    scored: int
    rules: tuple[RuleGain, ...]
    doubles: tuple[tuple[str, str], ...] = ()
    forbidden: int = 0
    elsewhere: int = 0
    other_types: tuple[tuple[str, int], ...] = ()
    waiting: int = 0
    stopped: str = ""


def hardest_first(report: Report) -> tuple[float, str]:
    """Return by what reports are put in order, so that the hardest text comes first."""
    return (float("inf") if report.difficulty is None else -report.difficulty, report.name)


def mean_score(reports: Sequence[Report]) -> float | None:
    """Return the mean score, in which each word weighs the same."""
    scored = [(report.score.value, report.words) for report in reports if report.score]
    words = sum(amount for _, amount in scored)
    return fsum(value * amount for value, amount in scored) / words if words else None


def rule_gains(reports: Sequence[Report], title: Callable[[str], str]) -> tuple[RuleGain, ...]:
    """Return what each rule found on all pages, what gains most first.

    Args:
        reports: of the pages.
        title: gives the title of a rule.
    """
    words = sum(report.words for report in reports if report.score)
    found: defaultdict[str, list[tuple[Report, list[Finding]]]] = defaultdict(list)
    for report in reports:
        by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            by_rule[finding.rule].append(finding)
        for rule, findings in by_rule.items():
            found[rule].append((report, findings))
    rows = []
    for rule, pages in found.items():
        taken = [_points(report, findings) for report, findings in pages]
        hardest = max(zip(taken, pages, strict=True), key=lambda one: (one[0], len(one[1][1])))[1][0].name
        wrong = any(finding.severity is Severity.FOUT for _, findings in pages for finding in findings)
        amount = sum(len(findings) for _, findings in pages)
        gain = fsum(taken) / words if words else 0.0
        rows.append((wrong, RuleGain(rule, title(rule), amount, len(pages), round(gain, 1), hardest)))
    rows.sort(key=lambda row: (-row[1].gain, not row[0], -row[1].count, row[1].rule))
    return tuple(row for _, row in rows)


def _points(report: Report, findings: Sequence[Finding]) -> float:
    """Return the points that the findings take from the page, times its words."""
    return report.words * fsum(finding.gain for finding in findings) if report.score else 0.0
