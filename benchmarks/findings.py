"""Prints how many findings of `let-op` or `fout` a text gets per 100 words, and the verdicts.

``python benchmarks/findings.py`` does so for our corpora, by quality; ``python benchmarks/findings.py FILE.csv COLUMN``
for the texts in a column. What the rules cost is in ``rule_cost.py``.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from b1check import Checker, Report, Severity
from b1check.language.analysis import Analyser

CORPORA = Path(__file__).resolve().parents[1] / "corpora"


def heavy(report: Report) -> int:
    """Return the number of findings that a writer should act on."""
    return report.count(Severity.FOUT) + report.count(Severity.LET_OP)


def show(name: str, reports: Sequence[Report]) -> None:
    """Print one row of a Markdown table."""
    words, found = sum(report.words for report in reports), sum(map(heavy, reports))
    verdicts = Counter(report.score.verdict if report.score else "geen score" for report in reports)
    told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
    print(f"| {name} | {len(reports)} | {words} | {100 * found / words:.2f} | {told} |")


def corpora(checker: Checker) -> None:
    """Print a row for each quality in ``corpora/index.csv``."""
    by_quality: dict[str, list[Report]] = defaultdict(list)
    with (CORPORA / "index.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = CORPORA.parent / row["path"]
            by_quality[row["kwaliteit"]].append(checker.check_file(path if path.exists() else CORPORA / row["path"]))
    for quality, reports in by_quality.items():
        show(quality, reports)


def column(checker: Checker, path: Path, name: str) -> None:
    """Print a row for the texts in one column of a CSV file."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row[name] for row in csv.DictReader(file)]
    show(path.name, [checker.check_text(text) for text in texts])


def main() -> None:
    """Print the table."""
    Analyser().analyse(["Even laden."])
    print("| texts | number | words | per 100 words | verdicts |\n| --- | --- | --- | --- | --- |")
    if len(sys.argv) > 2:
        column(Checker(), Path(sys.argv[1]), sys.argv[2])
    else:
        corpora(Checker())


if __name__ == "__main__":
    main()
