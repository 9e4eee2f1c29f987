"""Prints the judged precision of every rule, from the judgements in ``corpora/gold/precision``.

    python benchmarks/precision.py

``<rule>.csv`` holds judgements of findings in our own corpora, word for word; ``counts_*.csv`` only counts, for texts
that are not ours to share. "goed" is a finding that a communication adviser would keep.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from b1check.rulebook.load import specs

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "gold" / "precision"
BARS = {"fout": 0.97, "let-op": 0.90, "tip": 0.75}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def judgements() -> dict[str, Counter[str]]:
    """Return for every rule how many findings were right ("goed") and wrong ("fout")."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(FOLDER.glob("*.csv")):
        for row in _rows(path):
            if path.name.startswith("counts_"):
                found[row["regel"]].update(goed=int(row["goed"]), fout=int(row["fout"]))
            else:
                found[path.stem][row["oordeel"]] += 1
    return found


def main() -> None:
    """Print one line a rule, as a Markdown table."""
    print("| rule | severity | on | right | judged | precision | bar |\n| --- | --- | --- | --- | --- | --- | --- |")
    known = specs()
    for rule, count in sorted(judgements().items()):
        if rule not in known:
            continue
        spec, judged = known[rule][0], count.total()
        share = f"{count['goed'] / judged:.2f}" if judged else "-"
        on = "yes" if spec.on else "no"
        print(f"| {rule} | {spec.severity} | {on} | {count['goed']} | {judged} | {share} | {BARS[spec.severity]} |")


if __name__ == "__main__":
    main()
