"""Several documents at once: the same output, and an end to it all however a process ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from b1check.cli import attempts

from .conftest import LETTER, Invoke

pytestmark = pytest.mark.slow
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{number:02}.txt" for number in range(9)]
    for number, file in enumerate(files):
        file.write_text(f"Brief {number}. {LETTER}", encoding="utf-8")
    return files


def test_the_output_is_that_of_one_process(b1check: Invoke, letters: list[Path], tmp_path: Path) -> None:
    letters[3].write_text("")
    (tmp_path / "b1check.toml").write_text('[[overrides]]\npaths = ["05.txt"]\nignore = ["dient-te"]\n')
    one, two = (b1check("check", ".", "weg.txt", "--format", "json", "--jobs", jobs) for jobs in "12")
    assert (two.stdout, two.stderr, two.exit_code) == (one.stdout, one.stderr, one.exit_code)
    documents = json.loads(one.stdout)["documents"]
    found = {report["name"]: {finding["rule"] for finding in report["findings"]} for report in documents}
    assert [name for name, rules in found.items() if "dient-te" not in rules] == ["05.txt"]
    assert len(found) == 8


@ON_POSIX
def test_a_killed_process_costs_at_most_its_own_document(
    b1check: Invoke, letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1]))
    monkeypatch.setattr(attempts, "_worker", import_module("worker_tasks").deadly)
    letters[2].rename(tmp_path / "02-eens.txt")
    (tmp_path / "02-eens.lives").touch()
    letters[5].with_suffix(".lives").touch()
    done = b1check("check", ".", "--format", "jsonl", "--jobs", "2")
    assert done.exit_code == 2
    assert done.stderr == (
        "05.txt: Het controleren van dit bestand stopte 2 keer zomaar. Misschien is er te weinig geheugen. "
        "Splits het bestand, of controleer alleen dit bestand.\n"
    )
    names = [line.split('"name":')[1].split('"')[1] for line in done.stdout.splitlines()[:8]]
    assert names == [file.name for file in sorted(tmp_path.glob("*.txt")) if file.name != "05.txt"]
    assert not (tmp_path / "02-eens.lives").exists()


@ON_POSIX
@pytest.mark.parametrize("whole_group", [True, False], ids=["ctrl-c", "kill"])
def test_an_interrupt_ends_all_processes_with_one_line(whole_group: bool, letters: list[Path], tmp_path: Path) -> None:
    args = [sys.executable, "-m", "b1check", "check", *(file.name for file in letters * 30), "--jobs", "2"]
    args += ["--format", "jsonl"]
    for number in range(200):
        (tmp_path / f"meer{number}.txt").write_text(f"Nog een brief {number}. {LETTER}", encoding="utf-8")
    process = subprocess.Popen(
        [*args, "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline().startswith(b"{")
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)  # ends only when nobody holds the pipes any more
    assert process.returncode == 130
    kept = (
        "" if os.environ.get("B1CHECK_NO_CACHE") else " Die hoeft b1check de volgende keer niet opnieuw te controleren."
    )
    assert re.fullmatch(rf"Gestopt\. \d+ van de \d+ documenten (?:is|zijn) klaar\.{kept}\n", errors.decode())


@ON_POSIX
def test_who_is_killed_leaves_no_process_and_no_word_behind(letters: list[Path], tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"meer{number}.txt").write_text(f"Nog een brief {number}. {LETTER}", encoding="utf-8")
    args = [sys.executable, "-m", "b1check", "check", ".", "--jobs", "2", "--format", "jsonl"]
    process = subprocess.Popen(args, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline().startswith(b"{")
    process.kill()
    _, errors = process.communicate(timeout=60)  # ends only when the workers are gone too
    assert (process.returncode, errors) == (-signal.SIGKILL, b"")


def test_processes_are_counted_from_one(b1check: Invoke, letters: list[Path]) -> None:
    refused = b1check("check", ".", "--jobs", "0")
    assert (refused.exit_code, refused.stderr.splitlines()[0]) == (
        2,
        "--jobs: 0 kan niet. Geef een heel getal: 1 of meer.",
    )


@pytest.mark.parametrize(
    ("documents", "asked", "cores", "amount"),
    [
        (1, None, 8, 1),
        (23, None, 8, 1),
        (24, None, 2, 2),
        (2000, None, 64, 8),
        (2, 4, 2, 2),
        (100, 3, 2, 3),
        (0, 4, 2, 1),
    ],
)
def test_few_documents_are_checked_one_by_one(
    documents: int, asked: int | None, cores: int, amount: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "cores", lambda: cores)
    assert attempts._amount(documents, asked) == amount
