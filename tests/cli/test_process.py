"""The command as a process of its own: streams, exit codes, what it imports, and a real terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import url2pathname

import pytest

from .conftest import CLEAN, LETTER

COMMAND = [sys.executable, "-m", "b1check"]
ENVIRONMENT = {
    key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}
}
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


def run(*args: str, cwd: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *args], cwd=cwd, env=ENVIRONMENT, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from b1check.cli import command\n"
        "for args in (['--help'], ['check', '--help'], ['rule', '--help'], ['test', '--help']):\n"
        "    command.main(args, standalone_mode=False)\n"
        "print(sorted({'pydantic', 'spacy', 'numpy', 'docx', 'turbohtml', 'markdown_it'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_findings_go_to_stdout_and_problems_to_stderr(letter: Path) -> None:
    done = run("check", "--select", "dient-te", "brief.txt", "weg.txt", cwd=letter.parent, capture_output=True)
    assert done.returncode == 2
    assert b"dient-te" in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stderr.decode().splitlines() == ["weg.txt: Dit bestand bestaat niet. Controleer de naam en de map."]


@ON_POSIX
@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_a_reader_that_stops_is_no_error(letter: Path, format_: str) -> None:
    read, write = os.pipe()
    os.close(read)
    done = run("check", "--format", format_, "brief.txt", cwd=letter.parent, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_old_console_gets_json_in_utf8_and_readable_text(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("U dient €\u202f5 te betalen aan het café.\n", encoding="utf-8")
    old = {**ENVIRONMENT, "PYTHONIOENCODING": "cp437"}
    args = [*COMMAND, "check", "--select", "dient-te", "brief.txt"]
    text = subprocess.run(args, cwd=tmp_path, env=old, capture_output=True, check=False)
    assert "EUR 5 te betalen aan het café.".encode("cp437") in text.stdout
    data = subprocess.run([*args, "--format", "json"], cwd=tmp_path, env=old, capture_output=True, check=False)
    assert "€\u202f5 te betalen aan het café." in data.stdout.decode("utf-8")


@ON_POSIX
def test_on_a_terminal_there_are_colours_and_a_line_that_tells_how_far_it_is(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(LETTER, encoding="utf-8")
    seen = on_terminal("check", "--select", "dient-te", ".", cwd=tmp_path)
    assert "Bezig met 1 van 6: 0.txt" in seen
    assert "Bezig met 6 van 6: 5.txt" in seen
    assert "\x1b[1mdient-te" not in seen
    assert "\x1b[1m0.txt\x1b[0m" in seen
    assert "─" * 72 in seen
    assert "─" * 73 not in seen
    # The line is gone before a report is written.
    assert re.search(r"Bezig met 1 van 6: 0.txt\r +\r\x1b\[1m0.txt", seen)


@ON_POSIX
def test_on_a_terminal_the_name_of_a_rule_opens_its_file(letter: Path) -> None:
    args = ("check", "--select", "dient-te", "brief.txt")
    (uri,) = re.findall(r"\x1b\]8;;(file://[^\x1b]+)\x1b\\", on_terminal(*args, cwd=letter.parent))
    file = Path(url2pathname(uri.removeprefix("file://")))
    assert 'name = "dient-te"' in file.read_text(encoding="utf-8")
    assert "\x1b]8" not in on_terminal(*args, "--color", "nooit", cwd=letter.parent)
    piped = run(*args, "--color", "altijd", cwd=letter.parent, capture_output=True).stdout.decode()
    assert "\x1b[" in piped
    assert "\x1b]8" not in piped


@ON_POSIX
def test_a_handful_of_files_needs_no_progress(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(CLEAN, encoding="utf-8")
    assert "Bezig" not in on_terminal("check", "--select", "dient-te", ".", cwd=tmp_path)


def on_terminal(*args: str, cwd: Path, columns: int = 72) -> str:
    """Run the command on a terminal of its own and return all that it wrote."""
    import fcntl  # noqa: PLC0415 - POSIX only
    import pty  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *args], cwd=cwd, env={**ENVIRONMENT, "TERM": "xterm"}, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    written = b""
    while chunk := _read(ours):
        written += chunk
    process.wait()
    os.close(ours)
    return written.decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


@ON_POSIX
@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2)], ids=["output", "errors", "both"])
def test_closed_streams_are_no_error(letter: Path, closed: tuple[int, ...]) -> None:
    command = [*COMMAND, "check", "--select", "dient-te", "--fail-on", "let-op", "brief.txt"]
    shell = " ".join(["exec", '"$@"', *(f"{stream}>&-" for stream in closed)])
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *command], cwd=letter.parent, env=ENVIRONMENT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert (b"dient-te" in done.stdout) == (1 not in closed)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
def test_a_full_disk_is_no_fault_of_ours(letter: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("check", "--select", "dient-te", "brief.txt", cwd=letter.parent, stdout=full, stderr=subprocess.PIPE)
    line = "Er is geen ruimte meer op de schijf. Maak ruimte en voer de opdracht nog eens uit.\n"
    assert (done.returncode, done.stderr.decode()) == (2, line)
