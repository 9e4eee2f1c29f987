"""Measures what the cache and several processes gain: a check of a large tree, and the same check again.

    python benchmarks/cache.py
    python benchmarks/cache.py --files 200 --jobs 1

Makes a tree of copies of our corpora with another name each, which for the cache are all different documents, in a
folder that it takes away afterwards. Prints a Markdown table for docs/benchmark.md. Each time is that of a fresh
process; processor time is that of all its processes together. A change in b1check or its rules between the runs
empties the cache, as it should: measure when nobody works in the checkout.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("brieven", "webteksten")
MODULES = """
import sys
from b1check.cli import command
command.main(sys.argv[1:], standalone_mode=False)
sys.stderr.write(f"spacy {'spacy' in sys.modules}")
"""


@dataclass(frozen=True)
class Measurement:
    """One run: seconds by the clock, seconds of processor time, the largest memory of one process in MB."""

    wall: float
    cpu: float
    memory: float
    output: bytes
    loads_spacy: bool


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, help="processes of the first run; else as b1check chooses")
    parser.add_argument("--runs", type=int, default=3, help="how often to repeat the second run; the best counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        tree, kept = Path(temporary, "tree"), Path(temporary, "cache")
        size = plant(tree, options.files)
        jobs = ["--jobs", str(options.jobs)] if options.jobs else []
        print(f"{options.files} files, {size / 1e6:.1f} MB\n")
        print("| run | by the clock | processor | memory | spaCy |\n| --- | ---: | ---: | ---: | --- |")
        first = run(tree, kept, *jobs)
        show("first", first)
        for name, more in (("again", []), ("again, only totals", ["--quiet"]), ("again, JSON", ["--format", "json"])):
            best = min((run(tree, kept, *more) for _ in range(options.runs)), key=lambda measured: measured.wall)
            show(name, best)
            if not more and best.output != first.output:
                sys.exit("the second run shows something else than the first")
        entries = [path.stat().st_size for path in kept.rglob("*") if path.is_file()]
        print(f"\n{len(entries)} files in the cache, {sum(entries) / 1e6:.1f} MB")


def plant(tree: Path, amount: int) -> int:
    """Copy ``amount`` documents into ``tree``, 100 a folder, and return their size in bytes."""
    documents = sorted(path for name in FOLDERS for path in (ROOT / "corpora" / name).iterdir() if path.is_file())
    size = 0
    for number, document in enumerate(islice(cycle(documents), amount)):
        folder = tree / f"{number // 100:02}"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(document, folder / f"{number:04}-{document.name}")
        size += document.stat().st_size
    return size


def run(tree: Path, kept: Path, *options: str) -> Measurement:
    """Check the tree in a fresh process."""
    environment = {key: value for key, value in os.environ.items() if key != "B1CHECK_NO_CACHE"}
    command = [sys.executable, "-c", MODULES, "check", ".", "--cache-dir", str(kept), *options]
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, cwd=tree, env=environment, stdout=output, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)  # also counts the processes that it started and waited for
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        shown, said = output.read(), errors.read()
    if process.returncode:
        sys.exit(said.decode())
    return Measurement(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, shown, said.endswith(b"True"))


def show(name: str, measured: Measurement) -> None:
    """Print a row."""
    loads = "yes" if measured.loads_spacy else "no"
    print(f"| {name} | {measured.wall:.1f} s | {measured.cpu:.1f} s | {measured.memory:.0f} MB | {loads} |", flush=True)


if __name__ == "__main__":
    main()
