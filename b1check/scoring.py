"""Readability from 0 to 100, in the open: 100 less what each component takes.

The components are the mean sentence length and the findings, weighed by severity, per 100 words. So remarks and score
are one system: repairing a remark takes its points away and adds none.

The weights below are a first choice, not fitted: docs/accuracy.md says how far they agree with editors.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from b1check.documents.document import PROSE
from b1check.findings import Finding, Severity
from b1check.report import Contribution, Improvement, Score
from b1check.rulebook.match import BlockView
from b1check.rulebook.spec import GROUPS, RuleSpec

MIN_WORDS = 100
MIN_SENTENCES = 8
"""Below these no score is given: it would claim more than so little text can tell (Jansen and Boersma 2013)."""

TARGET_SENTENCE_LENGTH = 12.0
"""Words; just under the mean of 13.2 that Amsterdam's editors write."""
POINTS_PER_WORD = 3.0
POINTS = {Severity.FOUT: 5.0, Severity.LET_OP: 4.0, Severity.TIP: 1.5}
"""Points for one finding per 100 words."""
GREEN, AMBER = 70.0, 50.0
MIN_GAIN = 1.0
"""Points; what wins less is not worth doing first."""
_CONFIDENCE = 1.96
"""Standard errors to either side of a 95 % interval."""

_COUNTED = frozenset(GROUPS) - {"meting", "brief", "web", "wet", "huisstijl"}
"""Groups that are about the running text; structure, legal completeness and the words that a municipality prefers are
another question, and so are the groups that a pack adds."""

Specs = Mapping[str, tuple[RuleSpec, Path]]
"""Rules with their files, by name."""


@dataclass(frozen=True, slots=True)
class Result:
    """The score with what it is based on; see ``Report`` for the fields."""

    words: int
    sentences: int
    difficulty: float | None
    score: Score | None
    no_score: str
    improvements: tuple[Improvement, ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """A sentence: its words, and the points of the findings in it."""

    words: int
    points: float


def score(views: Sequence[BlockView], findings: Sequence[Finding], specs: Specs) -> Result:
    """Score the running text in ``views``; ``findings`` are those of ``specs`` in the same document."""
    counted = _counted(views, findings, specs)
    measured = _measure(views, counted)
    words, sentences = sum(one.words for one in measured), len(measured)
    if not words:
        return Result(0, 0, None, None, "Geen score: er is geen lopende tekst in het Nederlands.", ())
    mean, per_100 = words / sentences, 100 / words
    points = sum(POINTS[finding.severity] for finding in counted)
    difficulty = round(POINTS_PER_WORD * mean + points * per_100, 2)
    improvements = _improvements(counted, per_100, specs)
    if words < MIN_WORDS or sentences < MIN_SENTENCES:
        return Result(words, sentences, difficulty, None, _too_short(words, sentences), improvements)
    contributions = (_sentence_length(mean), *_by_group(counted, per_100, specs))
    value = max(0.0, 100 + sum(contribution.points for contribution in contributions))
    given = Score(round(value), _band(measured, points), _verdict(value), contributions)
    return Result(words, sentences, difficulty, given, "", improvements)


def _counted(views: Sequence[BlockView], findings: Sequence[Finding], specs: Specs) -> list[Finding]:
    """Return the findings that count: about running text, in a group that is about running text."""
    prose = {view.index for view in views if view.block.kind in PROSE}
    return [finding for finding in findings if finding.block in prose and specs[finding.rule][0].group in _COUNTED]


def _measure(views: Sequence[BlockView], findings: Sequence[Finding]) -> list[_Measured]:
    """Share the points of findings over the sentences: those of a paragraph, and of equal sentences, evenly."""
    points: dict[tuple[int | None, str], float] = defaultdict(float)
    for finding in findings:
        points[finding.block, finding.sentence] += POINTS[finding.severity]
    measured = []
    for view in views:
        if view.block.kind in PROSE:
            texts = Counter(sentence.text for sentence in view.sentences if sentence.word_count)
            whole = points[view.index, ""] / max(texts.total(), 1)
            measured += [
                _Measured(sentence.word_count, whole + points[view.index, sentence.text] / texts[sentence.text])
                for sentence in view.sentences
                if sentence.word_count
            ]
    return measured


def _too_short(words: int, sentences: int) -> str:
    have = f"{words} {'woord' if words == 1 else 'woorden'} en {sentences} {'zin' if sentences == 1 else 'zinnen'}"
    return f"Geen score: de tekst heeft {have}. Nodig zijn {MIN_WORDS} woorden en {MIN_SENTENCES} zinnen."


def _sentence_length(mean: float) -> Contribution:
    taken = POINTS_PER_WORD * max(0.0, mean - TARGET_SENTENCE_LENGTH)
    return Contribution("gemiddelde zinslengte", round(mean, 1), "woorden", TARGET_SENTENCE_LENGTH, -round(taken, 1))


def _by_group(findings: Sequence[Finding], per_100: float, specs: Specs) -> tuple[Contribution, ...]:
    contributions = []
    for group, title in GROUPS.items():
        inside = [POINTS[finding.severity] for finding in findings if specs[finding.rule][0].group == group]
        if inside:
            rate, taken = round(len(inside) * per_100, 1), round(sum(inside) * per_100, 1)
            contributions.append(Contribution(title.lower(), rate, "per 100 woorden", 0.0, -taken))
    return tuple(contributions)


def _improvements(findings: Sequence[Finding], per_100: float, specs: Specs) -> tuple[Improvement, ...]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    gains = []
    for rule, found in by_rule.items():
        gain = sum(POINTS[finding.severity] for finding in found) * per_100
        gains.append(Improvement(rule, specs[rule][0].title, len(found), round(gain, 1), found[0].line))
    worth = [gain for gain in gains if gain.gain >= MIN_GAIN]
    return tuple(sorted(worth, key=lambda gain: (-gain.gain, gain.rule))[:3])


def _band(measured: Sequence[_Measured], points: float) -> float:
    """Return half the width of the 95 % interval of the score, by the jackknife over sentences.

    The score is worked out again without each sentence in turn; how much it moves says how far a text of so few
    sentences can pin it down (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11).
    """
    count, words = len(measured), sum(one.words for one in measured)
    taken = []
    for one in measured:
        rest = words - one.words
        mean = rest / (count - 1)
        taken.append(
            POINTS_PER_WORD * max(0.0, mean - TARGET_SENTENCE_LENGTH) + 100 * (points - one.points) / max(rest, 1)
        )
    centre = sum(taken) / count
    variance = (count - 1) / count * sum((value - centre) ** 2 for value in taken)
    return max(1.0, round(_CONFIDENCE * math.sqrt(variance)))


def _verdict(value: float) -> str:
    if value >= GREEN:
        return "past waarschijnlijk bij lezers op B1"
    return "twijfel" if value >= AMBER else "waarschijnlijk te moeilijk"
