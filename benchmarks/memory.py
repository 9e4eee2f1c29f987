"""Measures the memory of one checker over thousands of different texts.

    python benchmarks/memory.py
    python benchmarks/memory.py --texts 1000

The texts are the plain letters of our corpora, each time with another number in every sentence, so that no paragraph
comes back and nothing that is remembered is of use. Prints a Markdown table for docs/benchmark.md; memory is what the
process holds (RSS) after Python looked for garbage.
"""

from __future__ import annotations

import argparse
import gc
import re
import time
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from b1check import Checker, Report, decode

ROOT = Path(__file__).resolve().parents[1]
_SENTENCE_END = re.compile(r"(?<=[a-z])\.(?=\s)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=5_000)
    parser.add_argument("--rows", type=int, default=10)
    options = parser.parse_args()
    checker = Checker()
    checker.warm_up()
    step = max(options.texts // options.rows, 1)
    start = time.process_time()
    words = 0
    print("| texts | words | memory | blocks remembered | processor time |\n| ---: | ---: | ---: | ---: | ---: |")
    for number, report in enumerate(checker.check_many(islice(texts(), options.texts)), start=1):
        assert isinstance(report, Report)
        words += report.words
        if number == step // 5 or number % step == 0:
            gc.collect()
            kept = len(checker._analyser._cache)
            print(
                f"| {number:,} | {words:,} | {rss():.0f} MB | {kept:,} | {time.process_time() - start:.0f} s |",
                flush=True,
            )


def texts() -> Iterator[str]:
    """Yield texts that are all different, without end."""
    files = sorted((ROOT / "corpora" / "brieven").glob("*.txt"))
    originals = [decode(file.read_bytes()).text for file in files]
    numbers = count(100_000)
    for text in cycle(originals):
        yield _SENTENCE_END.sub(lambda _: f" {next(numbers)}.", text)


def rss() -> float:
    """Return the memory that the process holds now, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1_000


if __name__ == "__main__":
    main()
