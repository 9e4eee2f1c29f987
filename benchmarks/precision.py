"""Prints how often the remarks of every rule were right, from the judgements in ``corpora/gold/precision``.

    python benchmarks/precision.py            prints a Markdown table
    python benchmarks/precision.py --write    also writes rules/precision.csv, which ``b1check rule NAME`` shows

``<rule>.csv`` holds judgements of findings in our own corpora, word for word; ``counts_*.csv`` only counts, for texts
that are not ours to share. "goed" is a finding that a communication adviser would keep. In the column ``alternatief``
"past" is a first alternative that fits in the sentence, "past-niet" one that does not, "geen" a finding without one;
the counts have the columns ``past`` and ``past_niet`` for them. Files from before that column do not have it.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from b1check.rulebook import measured
from b1check.rulebook.load import specs
from b1check.rulebook.measured import Measured
from b1check.rulebook.packs import rules_folder

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "gold" / "precision"
BARS = {"fout": 0.97, "let-op": 0.90, "tip": 0.75}
COUNTED = ("goed", "fout", "past", "past_niet")
VERDICTS = frozenset({"goed", "fout"})
FITS = {"past": "past", "past-niet": "past_niet", "geen": None, "": None}
"""What is counted for each value of the column ``alternatief``."""


def judgements(folder: Path = FOLDER) -> dict[str, Measured]:
    """Return the counts for every rule.

    Raises:
        ValueError: when a file holds a judgement that means nothing; names the file and the row.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.glob("*.csv")):
        for number, row in enumerate(_rows(path), start=2):
            try:
                rule, counts = _counts(path, row)
            except (KeyError, ValueError) as error:
                raise ValueError(f"{path}, row {number}: cannot use {error}") from error
            found[rule].update(counts)
    return {rule: _measured(counts) for rule, counts in sorted(found.items())}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def _counts(path: Path, row: Mapping[str, str]) -> tuple[str, Mapping[str, int]]:
    """Return the rule that a row is about, and what the row adds to its counts."""
    if path.name.startswith("counts_"):
        return row["regel"], {name: int(row.get(name) or 0) for name in COUNTED}
    verdict, fits = row["oordeel"], FITS[row.get("alternatief") or ""]
    if verdict not in VERDICTS:
        raise ValueError(repr(verdict))
    return path.stem, dict.fromkeys([verdict, *([fits] if fits else [])], 1)


def _measured(counts: Counter[str]) -> Measured:
    return Measured(
        counts["goed"], counts["goed"] + counts["fout"], counts["past"], counts["past"] + counts["past_niet"]
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def table(judged: Mapping[str, Measured]) -> str:
    """Return one line for each rule that was judged, as a Markdown table."""
    lines = [
        "| rule | severity | on | right | judged | precision | bar | alternative fits | judged | share |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for rule, (spec, _) in sorted(specs().items()):
        if count := judged.get(rule):
            remarks = f"{count.right} | {count.judged} | {_share(count.right, count.judged)} | {BARS[spec.severity]}"
            fits = f"{count.fits} | {count.alternatives} | {_share(count.fits, count.alternatives)}"
            lines.append(f"| {rule} | {spec.severity} | {'yes' if spec.on else 'no'} | {remarks} | {fits} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and write the counts where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write rules/precision.csv")
    judged = judgements()
    if parser.parse_args().write:
        measured.write(rules_folder(), {rule: count for rule, count in judged.items() if rule in specs()})
    print(table(judged))


if __name__ == "__main__":
    main()
