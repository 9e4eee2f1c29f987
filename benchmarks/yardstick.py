"""Measures how many words a second the command checks, next to another linter on the same text.

    python benchmarks/yardstick.py
    python benchmarks/yardstick.py --proselint /path/to/venv/bin/proselint --runs 3

The texts are the .txt documents of ``corpora/``. Every figure of a command is of a whole process,
start included, with files in the cache of the operating system and without our own cache. ``proselint`` (English,
regular expressions, no parser) is a yardstick for the engine only: it looks for other things in another language.
LiNT-II asks for ``nl_core_news_lg``, which no package registry has, so it is not measured.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from b1check import Checker

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measure, and print a Markdown table for docs/benchmark.md."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--proselint", type=Path, help="the command of proselint, from an environment of its own")
    arguments.add_argument("--runs", type=int, default=3)
    chosen = arguments.parse_args()
    files = sorted((ROOT / "corpora").glob("*/*.txt"))
    words = sum(len(file.read_bytes().split()) for file in files)  # some are not in UTF-8
    names = [str(file) for file in files]
    check = [sys.executable, "-m", "b1check", "check", *names, "--no-cache", "--quiet"]
    print(f"{len(files)} documents, {words:,} words, median of {chosen.runs}\n")
    print("| what | seconds | words/s |\n| --- | ---: | ---: |")
    _row("`b1check check --jobs 1`", [*check, "--jobs", "1"], words, chosen.runs)
    _row("`b1check check --jobs 2`", [*check, "--jobs", "2"], words, chosen.runs)
    if chosen.proselint:
        _row("`proselint check`", [str(chosen.proselint), "check", *names], words, chosen.runs)
    _warm(files, words)


def _row(name: str, command: Sequence[str], words: int, runs: int) -> None:
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)
        seconds.append(time.perf_counter() - start)
        if done.returncode not in {0, 1}:  # 1 means that there are remarks
            raise SystemExit(f"{name} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    middle = statistics.median(seconds)
    print(f"| {name} | {middle:.1f} | {words / middle:,.0f} |")


def _warm(files: Sequence[Path], words: int) -> None:
    """Check in this process, with rules and pipeline loaded."""
    checker = Checker()
    checker.warm_up()
    start = time.perf_counter()
    for file in files:
        checker.check_file(file)
    seconds = time.perf_counter() - start
    print(f"| `Checker.check_file`, warm | {seconds:.1f} | {words / seconds:,.0f} |")


if __name__ == "__main__":
    main()
