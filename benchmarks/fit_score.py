"""Fits the weights of the score on pairs of an original sentence and its rewrite by a professional editor.

    python benchmarks/fit_score.py pairs_dev.csv            # cross-validated by document, with stability
    python benchmarks/fit_score.py pairs_dev.csv --write    # also writes b1check/readability/weights.toml

``pairs_dev.csv`` has the columns ``doc``, ``complex`` and ``simple``. The model is a logistic regression on the
differences between the two sides, with a ridge penalty and with signs that are fixed beforehand: every measure makes a
    python benchmarks/fit_score.py pairs_dev.csv --write    # also writes the weights
in through the rules alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from b1check import Checker
from b1check.readability.measures import MEASURES

Array = npt.NDArray[np.float64]
WEIGHTS = Path(__file__).resolve().parents[1] / "b1check" / "readability" / "weights.toml"
EASIER = frozenset({"ours"})
"""Measures of which more is easier."""
RIDGE = 10.0
BASE = 80.0
SPREAD = 8.0
"""Points for one unit of log odds: it spreads the letters in ``corpora`` over most of the scale."""
RESAMPLES = 200
_STEPS = 3000


def read(path: Path) -> list[dict[str, str]]:
    """Return the pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def joined(pairs: Sequence[dict[str, str]], side: str) -> str:
    """Return one side of the pairs of a document as a text."""
    return "\n".join(text if text[-1:] in ".!?:" else f"{text}." for text in (pair[side] for pair in pairs))


def measured(checker: Checker, texts: Sequence[str]) -> Array:
    """Return the mean of every measure over the sentences of each text; texts without a sentence get noughts."""
    reports = (checker.check_text(text) for text in texts)
    return np.array([[row.value for row in report.measures] or [0.0] * len(MEASURES) for report in reports])


def fit(differences: Array, ridge: float = RIDGE) -> Array:
    """Return the weights, none below 0, for differences (original less rewrite) in standard units."""
    size = differences.shape[1]
    weights, momentum = np.zeros(size), np.zeros(size)
    step = 1.0 / (np.linalg.norm(differences, 2) ** 2 / 4 + 2 * ridge)
    for turn in range(_STEPS):  # projected gradient with momentum (FISTA)
        margin = np.clip(differences @ momentum, -30, 30)
        slope = -differences.T @ (1 / (1 + np.exp(margin))) + 2 * ridge * momentum
        new = np.maximum(0.0, momentum - step * slope)
        momentum = new + turn / (turn + 3) * (new - weights)
        weights = new
    return weights


def wins(margin: Array) -> Array:
    """Return 1 for a pair ranked right, 0 for wrong, and a half for a tie."""
    return np.where(np.abs(margin) < 1e-9, 0.5, (margin > 0).astype(float))


def cross_validated(differences: Array, documents: Array, whole: Array, names: Sequence[str]) -> tuple[Array, Array]:
    """Return the wins of pairs and of whole documents, each with weights from the other documents."""
    pairs, docs = np.zeros(len(documents)), np.zeros(len(names))
    for place, name in enumerate(names):
        weights = fit(differences[documents != name])
        pairs[documents == name] = differences[documents == name] @ weights
        docs[place] = whole[place] @ weights
    return wins(pairs), wins(docs)


def stability(differences: Array, documents: Array, names: Sequence[str]) -> Array:
    """Return the weights of fits on documents drawn with replacement."""
    random = np.random.default_rng(20261122)
    fits = []
    for _ in range(RESAMPLES):
        drawn = random.choice(names, len(names))
        rows = np.concatenate([np.flatnonzero(documents == name) for name in drawn])
        fits.append(fit(differences[rows]))
    return np.array(fits)


def same_length(pair: dict[str, str]) -> bool:
    """Tell whether only the wording can tell the sides of a pair apart."""
    left, right = (len(pair[side].split()) for side in ("complex", "simple"))
    marks = [sum(pair[side].count(mark) for mark in ".!?") for side in ("complex", "simple")]
    return marks[0] == marks[1] and abs(left - right) <= 0.1 * max(left, 1)


def _rows(base: float, target: Array, points: Array) -> Iterator[str]:
    yield "# Written by benchmarks/fit_score.py; see there how. `target` is the mean in rewrites by editors,"
    yield "# `points` what one more takes from the score of a sentence."
    yield f"base = {base:g}"
    for measure, aim, weight in zip(MEASURES, target, points, strict=True):
        yield f"\n[measures.{measure.name}]  # {measure.title}\ntarget = {aim:.4f}\npoints = {weight:.3f}"


def main() -> None:
    """Fit, say how well it does on documents it has not seen, and write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true")
    wanted: Any = parser.parse_args()
    pairs = read(wanted.pairs)
    checker = Checker()
    by_document: dict[str, list[dict[str, str]]] = defaultdict(list)
    for pair in pairs:
        by_document[pair["doc"]].append(pair)
    names = list(by_document)
    signs = np.array([-1.0 if measure.name in EASIER else 1.0 for measure in MEASURES])
    sides = {side: measured(checker, [pair[side] for pair in pairs]) for side in ("complex", "simple")}
    whole = [measured(checker, [joined(own, side) for own in by_document.values()]) for side in ("complex", "simple")]
    spread = np.concatenate(list(sides.values())).std(axis=0) + 1e-9
    differences = (sides["complex"] - sides["simple"]) / spread * signs
    documents = np.array([pair["doc"] for pair in pairs])
    won, won_documents = cross_validated(differences, documents, (whole[0] - whole[1]) / spread * signs, names)
    same = np.array([same_length(pair) for pair in pairs])
    print(
        f"cross-validated by document: pairs {100 * won.mean():.1f}, same length {100 * won[same].mean():.1f} "
        f"({same.sum()}), documents {100 * won_documents.mean():.1f}"
    )
    weights = fit(differences)
    fits = stability(differences, documents, names)
    low, high = np.percentile(fits, [5, 95], axis=0)
    points = weights / spread * signs * SPREAD
    target = sides["simple"].mean(axis=0)
    print(
        "\n| measure | target | points for one more | standardised | 90 % of resamples |"
        "\n| --- | --- | --- | --- | --- |"
    )
    for number, measure in enumerate(MEASURES):
        print(
            f"| {measure.name} | {target[number]:.2f} | {points[number]:.2f} | {weights[number]:.2f} "
            f"| {low[number]:.2f}–{high[number]:.2f} |"
        )
    if wanted.write:
        WEIGHTS.write_text("\n".join(_rows(BASE, target, points)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
