"""Readability from 0 to 100, in the open: 100 less what each component takes.

The components are the mean sentence length and the findings, weighed by severity, per 100 words. So remarks
and score are one system: repairing a remark takes its points away and adds none.

The weights below are a first choice, not fitted: docs/accuracy.md says how far they agree with editors.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from b1check.documents.document import PROSE
from b1check.findings import Finding, Severity
from b1check.report import Contribution, Improvement, Score
from b1check.rulebook.load import specs
from b1check.rulebook.match import BlockView
from b1check.rulebook.spec import GROUPS

MIN_WORDS = 100
MIN_SENTENCES = 8
"""Below these no score is given: it would claim more than so little text can tell (design notes, C.3)."""

TARGET_SENTENCE_LENGTH = 12.0
"""Words; just under the mean of 13.2 that Amsterdam's editors write."""
POINTS_PER_WORD = 3.0
POINTS = {Severity.FOUT: 5.0, Severity.LET_OP: 4.0, Severity.TIP: 1.5}
"""Points for one finding per 100 words."""
GREEN, AMBER = 70.0, 50.0

_COUNTED = frozenset(GROUPS) - {"meting", "brief", "web", "wet"}
"""Groups that are about the running text; structure and legal completeness are another question."""


@dataclass(frozen=True, slots=True)
class Result:
    """The score with what it is based on."""

    words: int
    sentences: int
    score: Score | None
    no_score: str
    improvements: tuple[Improvement, ...]


def score(views: Sequence[BlockView], findings: Sequence[Finding]) -> Result:
    """Score the running text in ``views``; ``findings`` are those of the same document."""
    lengths = [
        s.word_count for view in views if view.block.kind in PROSE for s in view.sentences if s.word_count
    ]
    words, sentences = sum(lengths), len(lengths)
    weighed = _weigh(views, findings)
    per_100 = 100 / words if words else 0.0
    improvements = _improvements(weighed, per_100)
    if words < MIN_WORDS or sentences < MIN_SENTENCES:
        reason = (
            f"Geen score: daarvoor zijn minstens {MIN_WORDS} woorden en {MIN_SENTENCES} zinnen lopende tekst nodig. "
            f"Deze tekst heeft er {words} en {sentences}."
        )
        return Result(words, sentences, None, reason, improvements)
    mean = words / sentences
    contributions = [
        Contribution(
            "gemiddelde zinslengte", round(mean, 1), "woorden", TARGET_SENTENCE_LENGTH,
            round(-POINTS_PER_WORD * max(0.0, mean - TARGET_SENTENCE_LENGTH), 1),
        )
    ]  # fmt: skip
    for group in GROUPS:
        in_group = [finding for finding in weighed if _group(finding) == group]
        if in_group:
            taken = sum(POINTS[finding.severity] for finding in in_group) * per_100
            rate = round(len(in_group) * per_100, 1)
            contributions.append(
                Contribution(GROUPS[group].lower(), rate, "per 100 woorden", 0.0, round(-taken, 1))
            )
    value = max(0.0, 100 + sum(contribution.points for contribution in contributions))
    band = _band(lengths, words)
    return Result(
        words, sentences, Score(round(value), band, _verdict(value), tuple(contributions)), "", improvements
    )


def _group(finding: Finding) -> str:
    return specs()[finding.rule][0].group


def _weigh(views: Sequence[BlockView], findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that count: about running text, in a group that is about running text."""
    prose = {view.index for view in views if view.block.kind in PROSE}
    return [finding for finding in findings if finding.block in prose and _group(finding) in _COUNTED]


def _improvements(findings: Sequence[Finding], per_100: float) -> tuple[Improvement, ...]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    gains = [
        Improvement(
            rule, specs()[rule][0].title, len(found), round(sum(POINTS[f.severity] for f in found) * per_100, 1),
            found[0].line,
        )
        for rule, found in by_rule.items()
    ]  # fmt: skip
    return tuple(sorted(gains, key=lambda gain: (-gain.gain, gain.rule))[:3])


def _band(lengths: Sequence[int], words: int) -> float:
    """Half the width of the 95 % interval of the sentence-length part, plus a share for the findings.

    The standard error of the mean sentence length shrinks with the root of the number of sentences; the
    findings are counts, whose rate per 100 words is uncertain by the root of the count.
    """
    count = len(lengths)
    mean = words / count
    variance = sum((length - mean) ** 2 for length in lengths) / max(count - 1, 1)
    return round(1.96 * POINTS_PER_WORD * math.sqrt(variance / count) / 2 + 100 / math.sqrt(words) / 2, 0)


def _verdict(value: float) -> str:
    if value >= GREEN:
        return "past waarschijnlijk bij lezers op B1"
    return "twijfel" if value >= AMBER else "waarschijnlijk te moeilijk"
