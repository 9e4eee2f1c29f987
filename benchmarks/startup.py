"""Measures what a user waits for: the help, the first finding, the pipeline, the speed, the memory.

    python benchmarks/startup.py --runs 10

Prints a Markdown table for docs/benchmark.md. Each time is that of a fresh process, with the files of Python
and of the pipeline already in the cache of the operating system.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT / "corpora"
LETTER = CORPORA / "brieven" / "schuldhulp-uitnodiging.voor.txt"
COMMAND = [sys.executable, "-m", "b1check"]

LOAD = """
import time
start = time.perf_counter()
from b1check.language.pipeline import import_spacy, load
import_spacy()
imported = time.perf_counter()
load()
print(imported - start, time.perf_counter() - imported)
"""

SPEED = """
import sys, time
from pathlib import Path
from b1check import Checker
from b1check.documents.readers import read
from b1check.language.analysis import Analyser
documents = [read(Path(path)) for path in sys.argv[1:]]
texts = [block.text for document in documents for block in document.blocks]
warm = Checker()
warm.check_document(documents[0])
start = time.perf_counter()
analyses = Analyser().analyse(texts)
analysed = time.perf_counter()
words = sum(analysis.word_count for analysis in analyses)
checker = Checker()
checker.rules
rules = time.perf_counter()
for document in documents:
    checker.check_document(document)
print(words, words / (analysed - start), words / (time.perf_counter() - rules))
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table: what was measured, what we aim at, and the values of all runs."""

    name: str
    aim: str
    unit: str
    values: tuple[float, ...]
    more_is_better: bool = False

    def row(self) -> str:
        """Return the row in Markdown, with the best and the median value."""
        best = (max if self.more_is_better else min)(self.values)
        return f"| {self.name} | {self.aim} | {best:,.0f} | {statistics.median(self.values):,.0f} | {self.unit} |"


def help_time() -> float:
    """Return how long ``b1check --help`` takes, in ms."""
    start = time.perf_counter()
    subprocess.run([*COMMAND, "--help"], check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def first_finding() -> tuple[float, float]:
    """Return when the first finding in a letter of one page is on the screen, in ms, and the memory, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, "check", "--no-cache", str(LETTER)], stdout=subprocess.PIPE)
    assert process.stdout
    for line in process.stdout:
        if line.startswith(b"  regel"):
            break
    seen = 1000 * (time.perf_counter() - start)
    process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    unit = 1024 if sys.platform == "darwin" else 1  # macOS counts bytes, Linux kilobytes
    return seen, usage.ru_maxrss / unit / 1024


def numbers_from(code: str, *args: str) -> list[float]:
    """Run ``code`` in a fresh process and return the numbers that it prints."""
    done = subprocess.run([sys.executable, "-c", code, *args], check=True, capture_output=True, text=True)
    return [float(number) for number in done.stdout.split()]


def repeat(times: int, measure: Callable[[], T]) -> list[T]:
    """Measure once to warm the cache of the operating system, and then ``times`` times."""
    measure()
    return [measure() for _ in range(times)]


def measures(runs: int) -> Iterator[Measure]:
    """Take all measures."""
    yield Measure("`b1check --help`", "< 150", "ms", tuple(repeat(runs, help_time)))
    seen, memory = zip(*repeat(runs, first_finding), strict=True)
    yield Measure("first finding, letter of one page", "< 1,500", "ms", seen)
    yield Measure("largest memory of that process", "≤ 200", "MB", memory)
    spacy, load = zip(*repeat(runs, lambda: numbers_from(LOAD)), strict=True)
    yield Measure("import spaCy", "", "ms", tuple(1000 * value for value in spacy))
    yield Measure("load the pipeline", "≤ 200", "ms", tuple(1000 * value for value in load))
    folders = (CORPORA / "brieven", CORPORA / "webteksten")
    files = sorted(str(path) for folder in folders for path in folder.iterdir())
    words, analysed, checked = zip(*repeat(runs, lambda: numbers_from(SPEED, *files)), strict=True)
    yield Measure(f"analysis of {words[0]:,.0f} words", "≥ 12,000", "words/s", analysed, more_is_better=True)
    yield Measure("analysis, rules and score", "", "words/s", checked, more_is_better=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {runs} runs\n")
    print("| measure | aim | best | median | unit |")
    print("| --- | ---: | ---: | ---: | --- |")
    for measure in measures(runs):
        print(measure.row(), flush=True)


if __name__ == "__main__":
    main()
