from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from b1check.cli import checkers
from b1check.discovery import Discovery

from ..documents.bad_files import BAD
from .conftest import LETTER, Invoke

ONE = ("--select", "dient-te")


def _problems(stderr: str) -> dict[str, str]:
    found = dict(line.split(": ", 1) for line in stderr.splitlines() if re.match(r"[\w./]+: ", line))
    return {Path(name).name: message for name, message in found.items()}


def test_one_line_for_each_bad_file_and_the_rest_goes_on(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    for bad in BAD:
        (tmp_path / bad.name).write_bytes(bad.data)
    result = b1check("check", *ONE, ".")
    assert result.exit_code == 2
    assert "brief.txt" in result.stdout
    assert "1 opmerking in 1 document" in result.stdout
    told = _problems(result.stderr)
    assert told.keys() == {bad.name for bad in BAD}
    assert "Traceback" not in result.output
    for bad in BAD:
        assert re.search(bad.words, told[bad.name]), bad.name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_things_that_are_no_files(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    (tmp_path / "apparaat.txt").symlink_to("/dev/zero")
    (tmp_path / "kring.txt").symlink_to("rondje.txt")
    (tmp_path / "rondje.txt").symlink_to("kring.txt")
    (tmp_path / "nergens.docx").symlink_to("bestaat-niet.docx")
    (tmp_path / "map.txt").mkdir()
    (tmp_path / "map.txt" / "lus").symlink_to(tmp_path)
    (tmp_path / "b1check.toml").write_text('exclude = ["concept/**"]')
    named = sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".toml" and path.name != "map.txt")
    for paths in (["."], named):
        result = b1check("check", *ONE, *paths)
        assert result.exit_code == 2
        assert "1 opmerking in 1 document" in result.stdout
        assert {name: message.split(".")[0] for name, message in _problems(result.stderr).items()} == {
            "pijp.txt": "Dit is geen gewoon bestand",
            "apparaat.txt": "Dit is geen gewoon bestand",
            "kring.txt": "Dit bestand gaat niet open",
            "rondje.txt": "Dit bestand gaat niet open",
            "nergens.docx": "Dit bestand bestaat niet",
        }


def test_a_file_that_may_not_be_read(
    b1check: Invoke, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "dicht.txt":
            raise PermissionError
        return opened(path, *args, **kwargs)  # type: ignore[call-overload]

    (tmp_path / "dicht.txt").write_text(LETTER)
    monkeypatch.setattr(Path, "open", refuse)
    result = b1check("check", *ONE, ".")
    assert (result.exit_code, "1 opmerking in 1 document: 1 let-op." in result.stdout) == (2, True)
    assert _problems(result.stderr) == {"dicht.txt": "U mag dit bestand niet lezen. Vraag de eigenaar om toegang."}


def test_old_word_files_in_a_folder_are_named_and_the_rest_goes_on(b1check: Invoke, letter: Path) -> None:
    for number in range(5):
        (letter.parent / f"oud{number}.doc").write_bytes(b"x")
    result = b1check("check", *ONE, ".")
    assert result.exit_code == 0
    assert "1 opmerking in 1 document: 1 let-op." in result.stdout
    (line,) = result.stderr.splitlines()
    assert line.startswith("Niet gecontroleerd, want b1check kan dit niet lezen: oud0.doc, oud1.doc")
    assert line.endswith("Sla dit op als .docx.")


def test_what_the_system_refuses_to_this_user(letter: Path) -> None:
    """Without the rights of an administrator, which may read all: in a process that gave those up."""
    command = [sys.executable, "-m", "b1check", "check", *ONE, "--no-config", "--no-cache", "."]
    if os.name == "nt" or (os.geteuid() == 0 and shutil.which("setpriv") is None):
        pytest.skip("setpriv van util-linux is hier niet")
    if os.geteuid() == 0:
        command = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search", *command]
    (letter.parent / "map").mkdir()
    closed = {"dicht.txt": "U mag dit bestand niet lezen.", "map": "U mag deze map niet lezen."}
    (letter.parent / "dicht.txt").write_text(LETTER)
    try:
        for name in closed:
            (letter.parent / name).chmod(0)
        done = subprocess.run(command, cwd=letter.parent, capture_output=True, text=True, timeout=120, check=False)
    finally:
        for name in closed:
            (letter.parent / name).chmod(0o700)
    assert (done.returncode, "1 opmerking in 1 document: 1 let-op." in done.stdout) == (2, True)
    assert _problems(done.stderr) == {name: f"{words} Vraag de eigenaar om toegang." for name, words in closed.items()}


def test_a_file_that_disappears(b1check: Invoke, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = checkers.discover

    def find_and_lose(*args: object, **kwargs: object) -> Discovery:
        found = find(*args, **kwargs)  # type: ignore[arg-type]
        (tmp_path / "weg.docx").unlink()
        return found

    (tmp_path / "weg.docx").write_bytes(b"x")
    monkeypatch.setattr(checkers, "discover", find_and_lose)
    result = b1check("check", *ONE, ".")
    assert (result.exit_code, "1 opmerking in 1 document: 1 let-op." in result.stdout) == (2, True)
    assert _problems(result.stderr)["weg.docx"].startswith("Dit bestand bestaat niet")


@pytest.mark.parametrize("command", ["check", "baseline", "consistency", "fix"])
def test_an_empty_name_is_not_the_folder_where_you_are(b1check: Invoke, letter: Path, command: str) -> None:
    refused = b1check(command, letter.name, "")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[0] == "PAD...: er staat een lege naam bij. Noem een bestand of een map."


def test_a_name_that_no_file_can_have(b1check: Invoke, letter: Path) -> None:
    name = "a" * 300 + ".txt"
    done = b1check("check", name, letter.name, "--select", "dient-te")
    assert (done.exit_code, done.stderr) == (2, f"{name}: Zo heet geen bestand of map. Controleer de naam.\n")
    assert "dient-te" in done.stdout
