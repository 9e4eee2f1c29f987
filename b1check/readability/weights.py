"""The weights of the score, as ``benchmarks/fit_score.py`` fitted them; a file of data that a reader can check."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from b1check.readability.measures import MEASURES

_FILE = Path(__file__).resolve().parent / "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """What a score is made with.

    Attributes:
        base: the score of a text that is on target everywhere.
        target: the value of each measure in what professional editors write, in the order of ``MEASURES``.
        points: points that one more takes from the score of a sentence; less than 0 where more is easier.
    """

    base: float
    target: tuple[float, ...]
    points: tuple[float, ...]


@cache
def load() -> Weights:
    """Read the weights that b1check brings."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    rows = data["measures"]
    return Weights(
        base=float(data["base"]),
        target=tuple(rows[measure.name]["target"] for measure in MEASURES),
        points=tuple(rows[measure.name]["points"] for measure in MEASURES),
    )
