"""What the page about privacy promises: no connection is made, and nothing is written but what was asked for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from b1check.cache import LIMIT

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "privacy.md").read_text(encoding="utf-8")
_LETTER = "Beste mevrouw Bakker,\n\nIndien u vragen heeft, dient u te bellen naar 06 12345678.\n"

# Watches everything that Python asks of the system from the start. Bytecode is not the writer's.
_WATCHED = """
import os, sys
seen = []
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system")):
        seen.append(f"{event} {arguments!r}")
    elif event == "open":
        name, mode, flags = arguments
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and isinstance(name, (str, bytes)) and "__pycache__" not in os.fsdecode(name):
            seen.append(f"write {os.fsdecode(name)}")
sys.addaudithook(watch)
from b1check.cli import command
try:
    command.main(sys.argv[1:])
finally:
    print("".join(f"\\nSEEN {one}" for one in seen))
"""


def _seen(folder: Path, *arguments: str) -> list[str]:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder / "thuis"), "B1CHECK_CACHE_DIR": str(folder / "cache")}
    run = [sys.executable, "-c", _WATCHED, *arguments]
    done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return re.findall(r"^SEEN (.*)$", done.stdout, re.MULTILINE)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    for name in ("brief.txt", "nieuw.txt"):
        (tmp_path / name).write_text(_LETTER, encoding="utf-8")
    return tmp_path


COMMANDS = {
    "check": ("check", "brief.txt", "--no-cache"),
    "fix": ("fix", "brief.txt"),
    "compare": ("compare", "brief.txt", "nieuw.txt"),
    "consistency": ("consistency", "."),
    "report": ("check", "brief.txt", "--no-cache", "--format", "html", "--output", "rapport.html"),
}
WRITTEN = {"fix": ["brief.b1.txt"], "report": ["rapport.html"]}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_connects_with_nothing_and_writes_only_what_was_asked(letters: Path, name: str) -> None:
    seen = _seen(letters, *COMMANDS[name])
    assert [event for event in seen if not event.startswith("write ")] == []
    places = {Path(event.removeprefix("write ")) for event in seen}
    wanted = {letters / file for file in WRITTEN.get(name, [])}
    # Under a name for the time being, beside the file.
    assert {place.parent.resolve() for place in places - {Path("/dev/null")}} <= {place.parent for place in wanted}
    made = {file.name for file in letters.iterdir()} - {"brief.txt", "nieuw.txt"}
    assert made == set(WRITTEN.get(name, []))


def test_a_connection_would_be_seen(letters: Path) -> None:
    seen = _seen(letters, "check", "http://127.0.0.1:9/", "--allow-private", "--no-cache")
    assert any(event.startswith("socket.connect") for event in seen)


def test_only_the_user_reads_what_is_remembered_and_it_holds_sentences(letters: Path) -> None:
    seen = _seen(letters, "check", "brief.txt")
    cache = letters / "cache"
    assert {event.split()[0] for event in seen} == {"write"}
    assert all(str(cache) in event for event in seen)
    kept = [file for file in cache.rglob("*") if file.is_file() and file.name not in {"CACHEDIR.TAG", ".gitignore"}]
    assert kept
    if sys.platform != "win32":
        assert all(file.stat().st_mode & 0o077 == 0 for file in kept)
    assert LIMIT == 256_000_000, "docs/instellingen.md tells how much"


def test_a_baseline_holds_no_text(letters: Path) -> None:
    _seen(letters, "baseline", "brief.txt")
    text = (letters / "b1check-baseline.json").read_text(encoding="utf-8")
    assert "brief.txt" in text
    assert not any(word in text for word in ("Bakker", "Indien", "bellen", "12345678"))


def test_the_page_says_the_same() -> None:
    assert "| de lijst van `b1check baseline` | in uw map | nee" in PAGE
    assert "Met `--no-cache` onthoudt b1check niets." in PAGE
