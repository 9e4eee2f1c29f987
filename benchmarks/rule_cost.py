"""Prints what the rules cost on top of the language pipeline, and which are the slowest.

    python benchmarks/rule_cost.py                  # our corpora
    python benchmarks/rule_cost.py FILE.csv COLUMN  # the texts in a column

All times are processor time of this process, so waiting for other programs does not count. All documents are checked
three times, each time by a new checker that has no analyses yet; of each step the best time counts.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from b1check import Checker
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.timing import Timing, total

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
RUNS = 3
SLOWEST = 10
Read = Callable[[], Document]


def corpora() -> Iterator[Read]:
    """Yield how to read each document of ``corpora/index.csv``."""
    with (CORPORA / "index.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = CORPORA.parent / row["path"]
            yield partial(readers.read, path if path.exists() else CORPORA / row["path"])


def column(path: Path, name: str) -> Iterator[Read]:
    """Yield how to read each text in one column of a CSV file."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield partial(readers.read_text, row[name])


def measure(reads: Sequence[Read]) -> Timing:
    """Return how long one run over all documents takes."""
    checker = Checker()
    return total(checker.check_timed(read)[1] for read in reads)


def best(runs: Sequence[Timing]) -> Timing:
    """Return the best time of every step and of every rule."""
    return Timing(
        reading=min(run.reading for run in runs),
        analysis=min(run.analysis for run in runs),
        letter=min(run.letter for run in runs),
        rules=min(run.rules for run in runs),
        score=min(run.score for run in runs),
        by_rule={rule: min(run.by_rule[rule] for run in runs) for rule in runs[0].by_rule},
    )


def main() -> None:
    """Print the steps and the slowest rules as Markdown tables."""
    reads = list(column(Path(sys.argv[1]), sys.argv[2]) if len(sys.argv) > 2 else corpora())
    timing = best([measure(reads) for _ in range(RUNS)])
    print(f"{len(reads)} documents, {len(timing.by_rule)} rules\n")
    print("| step | ms | on top of the analysis |\n| --- | ---: | ---: |")
    for step in ("reading", "analysis", "letter", "rules", "score"):
        seconds = getattr(timing, step)
        share = "" if step == "analysis" else f"{100 * seconds / timing.analysis:.1f} %"
        print(f"| {step} | {1000 * seconds:.0f} | {share} |")
    print("\n| rule | ms |\n| --- | ---: |")
    for rule, seconds in timing.slowest(SLOWEST):
        print(f"| {rule} | {1000 * seconds:.0f} |")


if __name__ == "__main__":
    main()
