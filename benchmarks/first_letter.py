"""Measures how long it takes from an empty folder to the first remarks about a letter.

    python benchmarks/first_letter.py

Does what docs/beginnen.md tells a writer to do, in a clone of the last commit: a new environment, ``pip install .``,
and a check of the letter on that page. First with an empty cache of pip, as on a new computer, and then once more.
Fetching the project, reading and typing do not count. Prints a Markdown table for docs/benchmark.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LETTER = re.compile(r"<!-- file: brief\.txt -->\n```txt\n(.*?)```", re.DOTALL)
_FOUND = 1
"""How a check ends that found something that must change."""


def main() -> None:
    """Measure and print."""
    (letter,) = _LETTER.findall((ROOT / "docs" / "beginnen.md").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        runs = [seconds(Path(folder), letter) for _ in range(2)]
    print("| step | new computer | once more |\n| --- | ---: | ---: |")
    for step in runs[0]:
        print(f"| {step} | {runs[0][step]:.0f} s | {runs[1][step]:.0f} s |")
    print(f"| together | {sum(runs[0].values()):.0f} s | {sum(runs[1].values()):.0f} s |")


def seconds(folder: Path, letter: str) -> dict[str, float]:
    """Return how long each step takes in a new clone; the cache of pip and that of b1check stand in ``folder``."""
    project = folder / "b1check"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(project)], check=True)
    (project / "brief.txt").write_text(letter, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PIP_NO_CACHE_DIR"}}
    environment |= {"PIP_CACHE_DIR": str(folder / "pip"), "XDG_CACHE_HOME": str(folder / "cache")}
    bin = ".venv/Scripts" if os.name == "nt" else ".venv/bin"
    steps = {
        "python3 -m venv .venv": [sys.executable, "-m", "venv", ".venv"],
        "pip install .": [f"{bin}/pip", "install", "--quiet", "."],
        "b1check check brief.txt": [f"{bin}/b1check", "check", "brief.txt"],
    }
    taken = {}
    for step, command in steps.items():
        start = time.perf_counter()
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
        taken[f"`{step}`"] = time.perf_counter() - start
        if done.returncode not in {0, _FOUND}:
            sys.exit(f"{step}:\n{done.stdout}{done.stderr}")
    if "Niet iedereen kent ‘bedragen’" not in done.stdout:
        sys.exit(f"this is not what the page shows:\n{done.stdout}")
    shutil.rmtree(project)
    return taken


if __name__ == "__main__":
    main()
