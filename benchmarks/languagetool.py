"""Measures what LanguageTool costs beside our own findings: time and memory, a letter at a time.

    python benchmarks/languagetool.py ~/.cache/b1check-ci/languagetool/6.6

The folder holds the jars of a server with Dutch; tests/languagetool/test_real.py fetches them. The server runs as
b1check starts it, on this computer. The letters are the plain ones of our corpora, each asked about once, so that
nothing that the server remembers of a text is of use. Prints a Markdown table for docs/benchmark.md. Memory is what
the processes hold (RSS); Linux only.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from b1check import Checker, Config, Report, decode
from b1check.languagetool.local import _SETTINGS
from b1check.languagetool.server import Server, UnavailableError

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 600.0
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jars", type=Path)
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--heap", help="the most memory that Java may use for its values, such as 512m")
    options = parser.parse_args()
    files = sorted((ROOT / "corpora" / "brieven").glob("*.txt"))[: options.letters]
    letters = [decode(file.read_bytes()).text for file in files]
    plain = Checker()
    plain.warm_up()
    began = time.monotonic()
    with running(options.jars, options.heap) as (address, process):
        first_answer(address)
        started, started_work, started_memory = time.monotonic() - began, work(process), rss(process)
        asking = {"on": True, "server": address, "timeout": PATIENCE}
        both = Checker(Config.model_validate({"languagetool": asking}))
        both.warm_up()
        alone, together, theirs = [], [], []
        remarks = words = 0
        for letter in letters:
            alone.append(timed(lambda text=letter: plain.check_text(text))[0])  # type: ignore[misc]
            before = work(process)
            took, report = timed(lambda text=letter: both.check_text(text))  # type: ignore[misc]
            if report.warnings:
                raise SystemExit(report.warnings[0])
            together.append(took)
            theirs.append(work(process) - before)
            words += report.words
            remarks += sum(finding.rule.startswith("languagetool/") for finding in report.findings)
        memory = rss(process)
    print(
        f"{len(letters)} letters, {words:,} words, {remarks} remarks of LanguageTool; ours {rss(os.getpid()):.0f} MB\n"
    )
    print("| measure | p50 | p95 | unit |\n| --- | ---: | ---: | --- |")
    print(row("a letter, b1check alone, on the clock", alone))
    print(row("a letter, with LanguageTool, on the clock", together))
    print(row("of which LanguageTool itself, processor time", theirs))
    print("\n| server of LanguageTool | |\n| --- | ---: |")
    print(f"| start to first answer, on the clock | {started:.1f} s |")
    print(f"| start to first answer, processor time | {started_work:.1f} s |")
    print(f"| memory after the first answer | {started_memory:.0f} MB |")
    print(f"| memory after all letters | {memory:.0f} MB |")


@contextmanager
def running(jars: Path, heap: str | None) -> Iterator[tuple[str, int]]:
    """Give the address and the process of a server that is on its way."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "server.properties")
        settings.write_text("".join(f"{name}={value}\n" for name, value in _SETTINGS.items()), encoding="ascii")
        command = ["java", *([f"-Xmx{heap}"] if heap else []), "-cp", f"{jars}/*", "org.languagetool.server.HTTPServer"]
        process = subprocess.Popen(
            [*command, "--port", str(port), "--config", str(settings)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.kill()
            process.wait()


def first_answer(address: str) -> None:
    """Wait until the server has answered a question in Dutch."""
    server = Server(address, Config().languagetool)
    latest = time.monotonic() + PATIENCE
    while time.monotonic() < latest:
        try:
            server.ask("Dit is een zin.", seconds=PATIENCE)
        except UnavailableError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the server did not answer")


def timed(do: Callable[[], Report]) -> tuple[float, Report]:
    """Return how many seconds ``do`` takes, and what it returns."""
    began = time.monotonic()
    done = do()
    return time.monotonic() - began, done


def work(process: int) -> float:
    """Return the processor time that a process took, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def rss(process: int) -> float:
    """Return the memory that a process holds now, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1_000


def row(name: str, seconds: list[float]) -> str:
    """Return a row in Markdown."""
    ordered = sorted(1000 * one for one in seconds)
    return f"| {name} | {statistics.median(ordered):,.0f} | {ordered[int(0.95 * (len(ordered) - 1))]:,.0f} | ms |"


if __name__ == "__main__":
    main()
