"""Tells how well the score separates unrelated texts of which one kind is known to be easier.

    python benchmarks/unrelated.py EASY HARD

Each side is a folder with .md or .txt files, of which a sample is taken, or ``FILE.csv:COLUMN``. Of a long text a
stretch of 5,000 characters counts. Printed: the share of pairs, one text from each side, that is ranked right (the area
under the curve).
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from b1check import Checker, ReadError

SAMPLE = 80
STRETCH = 5000


def texts(side: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a side with their format."""
    if ":" in side and side.partition(":")[0].endswith(".csv"):
        path, _, column = side.partition(":")
        csv.field_size_limit(sys.maxsize)
        with Path(path).open(encoding="utf-8", newline="") as file:
            yield from ((row[column], "txt") for row in csv.DictReader(file))
        return
    files = sorted(path for path in Path(side).rglob("*") if path.suffix in {".md", ".txt"})
    for path in random.Random(5).sample(files, min(SAMPLE, len(files))):
        text = path.read_text(encoding="utf-8")
        start = len(text) // 4 if len(text) > 2 * STRETCH else 0
        yield text[start : start + STRETCH], path.suffix[1:]


def difficulties(checker: Checker, side: str) -> list[float]:
    """Return how hard each text is; texts without a sentence are left out."""
    found = []
    for text, form in texts(side):
        try:
            difficulty = checker.check_text(text, format=form).difficulty
        except ReadError:
            continue
        if difficulty is not None:
            found.append(difficulty)
    return found


def main() -> None:
    """Print the area under the curve."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    checker = Checker()
    easy, hard = (difficulties(checker, side) for side in sys.argv[1:])
    right = sum((low < high) + 0.5 * (low == high) for low in easy for high in hard)
    share = 100 * right / (len(easy) * len(hard))
    print(f"{len(easy)} easy and {len(hard)} hard texts: {share:.1f} % of the pairs ranked right")


if __name__ == "__main__":
    main()
