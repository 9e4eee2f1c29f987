"""Readability from 0 to 100, high is easy, with everything it is made of.

Each sentence is measured (``measures``). What it differs from the target in each measure takes or gives points
(``weights``), and the score of a text is the mean of its sentences. The weights were fitted on originals and rewrites
by professional editors: a higher score means "more like what they write", not "better understood".

Sums are exact (``math.fsum``): those of ``sum`` are others on Python 3.11 than on 3.12, and then so is the last digit.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from b1check.documents.document import PROSE
from b1check.findings import Finding, Reach, Severity, Span
from b1check.language.analysis import Sentence
from b1check.readability import measures
from b1check.readability.measures import COMPONENTS, GROUP_MEASURES, MEASURES
from b1check.readability.weights import Weights, load
from b1check.report import BlockScore, Contribution, Improvement, Measured, Score, SentenceScore
from b1check.rulebook.match import BlockView
from b1check.rulebook.spec import RuleSpec

MIN_WORDS = 100
MIN_SENTENCES = 8
"""Below these no score is given: it would claim more than so little text can tell (Jansen and Boersma 2013)."""
GREEN, AMBER = 75.0, 55.0
"""Scores from which a text is green and amber; how they were chosen stands in docs/accuracy.md."""
MIN_GAIN = 0.3
"""Points; what wins less is not worth doing first."""
_CONFIDENCE = 1.96
"""Standard errors to either side of a 95 % interval."""

Specs = Mapping[str, tuple[RuleSpec, Path]]
"""Rules with their files, by name."""


@dataclass(frozen=True, slots=True)
class Result:
    """The score with what it is based on; see ``Report`` for most fields.

    ``gains`` says by group of rules what a finding costs, ``places`` in which sentences findings count.
    """

    words: int
    sentences: int
    difficulty: float | None
    score: Score | None
    no_score: str
    measures: tuple[Measured, ...]
    blocks: tuple[BlockScore, ...]
    gains: Mapping[str, float]
    places: frozenset[tuple[int | None, str]]


class _Scored(NamedTuple):
    """A sentence with its place in the source, its measures and what they take from the score."""

    view: BlockView
    sentence: Sentence
    place: Span
    values: tuple[float, ...]
    taken: float


def score(views: Sequence[BlockView], findings: Sequence[Finding], specs: Specs) -> Result:
    """Score the running text in ``views``.

    Args:
        views: the blocks that count: no legal clauses, nothing in another language.
        findings: what the standard rules found in them; settings must not change the score.
        specs: the rules, by name.
    """
    weights = load()
    scored = _scored(views, findings, specs, weights)
    words, sentences = sum(one.sentence.word_count for one in scored), len(scored)
    if not scored:
        nothing = "Geen score: er is geen lopende tekst in het Nederlands."
        return Result(0, 0, None, None, nothing, (), (), {}, frozenset())
    taken = math.fsum(one.taken for one in scored) / sentences
    gains = {group: weights.points[_index(measure)] / sentences for group, measure in GROUP_MEASURES.items()}
    places = frozenset((one.view.index, one.sentence.text) for one in scored)
    result = Result(
        words=words,
        sentences=sentences,
        difficulty=round(taken, 3),
        score=None,
        no_score="",
        measures=_measured(scored, weights),
        blocks=_blocks(scored, weights),
        gains=gains,
        places=places,
    )
    if words < MIN_WORDS or sentences < MIN_SENTENCES:
        return replace(result, no_score=_too_short(words, sentences))
    value = _clipped(weights.base - taken)
    given = Score(
        value=round(value, 0),
        band=_band(scored),
        verdict=_verdict(value),
        contributions=tuple(_contribution(component, result.measures) for component in COMPONENTS),
        base=weights.base,
    )
    return replace(result, score=given)


def gain(finding: Finding, result: Result, specs: Specs) -> float:
    """Return the points that the score wins when the cause of ``finding`` goes; 0 when it does not count."""
    group = specs[finding.rule][0].group
    return round(result.gains.get(group, 0.0), 2) if _counts(finding, result.places) else 0.0


def _counts(finding: Finding, places: frozenset[tuple[int | None, str]]) -> bool:
    return finding.reach in {Reach.WORDS, Reach.SENTENCE} and (finding.block, finding.sentence) in places


def _index(name: str) -> int:
    return next(number for number, measure in enumerate(MEASURES) if measure.name == name)


def _scored(views: Sequence[BlockView], findings: Sequence[Finding], specs: Specs, weights: Weights) -> list[_Scored]:
    by_block: dict[int | None, list[tuple[int, str]]] = defaultdict(list)
    for finding in findings:
        if finding.reach in {Reach.WORDS, Reach.SENTENCE}:
            by_block[finding.block].append((finding.span.start, specs[finding.rule][0].group))
    scored = []
    for view in views:
        if view.block.kind not in PROSE:
            continue
        inside = sorted(by_block.get(view.index, ()))
        for sentence in view.sentences:
            if sentence.word_count:
                place = _span(view, sentence.start, sentence.end)
                first, after = (bisect_left(inside, (offset,)) for offset in (place.start, place.end))
                values, taken = _remembered(sentence, tuple(group for _, group in inside[first:after]), weights)
                scored.append(_Scored(view, sentence, place, values, taken))
    return scored


def _remembered(sentence: Sentence, groups: tuple[str, ...], weights: Weights) -> tuple[tuple[float, ...], float]:
    """Return the measures of ``sentence``, with findings of ``groups``, and what they take from the score.

    They are mostly the same as the time before.
    """
    known: tuple[tuple[str, ...], Weights, tuple[float, ...], float] | None = sentence.memo.get(_Scored)
    if known is None or known[0] != groups or known[1] is not weights:
        values = measures.vector(sentence, groups)
        known = sentence.memo[_Scored] = (groups, weights, values, _taken(values, weights))
    return known[2], known[3]


def _taken(values: Sequence[float], weights: Weights) -> float:
    parts = zip(values, weights.target, weights.points, strict=True)
    return math.fsum((value - target) * points for value, target, points in parts)


def _clipped(value: float) -> float:
    return min(100.0, max(0.0, value))


def _measured(scored: Sequence[_Scored], weights: Weights) -> tuple[Measured, ...]:
    rows = []
    columns = zip(*(one.values for one in scored), strict=True)
    for measure, column, target, points in zip(MEASURES, columns, weights.target, weights.points, strict=True):
        mean = math.fsum(column) / len(scored)
        rows.append(
            Measured(
                name=measure.name,
                title=measure.title,
                component=measure.component,
                value=round(mean, 4),
                target=round(target, 4),
                points=round((target - mean) * points, 2) + 0.0,  # never -0.0
            )
        )
    return tuple(rows)


def _contribution(component: str, measured: Sequence[Measured]) -> Contribution:
    """Add up the measures of a component; the first of them is the one that a writer knows it by."""
    own = [row for row in measured if row.component == component]
    head = own[0]
    return Contribution(
        name=component,
        value=round(head.value, 2),
        unit=f"{head.title} per zin",
        target=round(head.target, 2),
        points=round(math.fsum(row.points for row in own), 1) + 0.0,
    )


def _blocks(scored: Sequence[_Scored], weights: Weights) -> tuple[BlockScore, ...]:
    by_block: dict[int, list[_Scored]] = defaultdict(list)
    for one in scored:
        by_block[one.view.index].append(one)
    blocks = []
    for inside in by_block.values():
        view = inside[0].view
        sentences = tuple(SentenceScore(one.place, round(_clipped(weights.base - one.taken), 0)) for one in inside)
        mean = weights.base - math.fsum(one.taken for one in inside) / len(inside)
        blocks.append(BlockScore(_span(view, 0, len(view.block.text)), round(_clipped(mean), 0), sentences))
    return tuple(blocks)


def _span(view: BlockView, start: int, end: int) -> Span:
    place = view.block.map.to_source(start, end)
    return Span(place.start, place.end)


def improvements(findings: Sequence[Finding], specs: Specs) -> tuple[Improvement, ...]:
    """Return what to do first, three at most: errors, and then what wins most points.

    Args:
        findings: what is shown to the writer, each with its gain.
        specs: the rules, by name.
    """
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule in specs:  # else it is of somebody else, such as LanguageTool
            by_rule[finding.rule].append(finding)
    rows = [
        (
            any(finding.severity is Severity.FOUT for finding in found),
            Improvement(
                rule, specs[rule][0].title, len(found), round(math.fsum(one.gain for one in found), 1), found[0].line
            ),
        )
        for rule, found in by_rule.items()
    ]
    worth = [(wrong, row) for wrong, row in rows if wrong or row.gain >= MIN_GAIN]
    return tuple(row for _, row in sorted(worth, key=lambda pair: (not pair[0], -pair[1].gain, pair[1].rule))[:3])


def _band(scored: Sequence[_Scored]) -> float:
    """Return half the width of the 95 % interval of the mean over the sentences; wider with fewer sentences."""
    count = len(scored)
    mean = math.fsum(one.taken for one in scored) / count
    variance = math.fsum((one.taken - mean) ** 2 for one in scored) / (count - 1)
    return max(1.0, round(_CONFIDENCE * math.sqrt(variance / count), 0))


def _too_short(words: int, sentences: int) -> str:
    have = f"{words} {'woord' if words == 1 else 'woorden'} en {sentences} {'zin' if sentences == 1 else 'zinnen'}"
    return f"Geen score: de tekst heeft {have}. Nodig zijn {MIN_WORDS} woorden en {MIN_SENTENCES} zinnen."


def _verdict(value: float) -> str:
    if value >= GREEN:
        return "past waarschijnlijk bij lezers op B1"
    return "twijfel" if value >= AMBER else "waarschijnlijk te moeilijk"
