from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from b1check import B1CheckError
from b1check.cli import checking, streams
from b1check.reporters.text import width

from .conftest import Invoke

ENGLISH = re.compile(
    r"\b(usage|options|commands|error|show|exit|message|default|invalid|try|missing|argument|required)\b", re.I
)


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["rule", "-h"], ["score", "--help"]])
def test_help_is_dutch(b1check: Invoke, args: list[str]) -> None:
    result = b1check(*args)
    assert result.exit_code == 0
    assert result.stdout.startswith("Gebruik: b1check")
    assert "Laat deze uitleg zien." in result.stdout
    assert not ENGLISH.findall(result.stdout)


def test_without_a_command_comes_the_help(b1check: Invoke) -> None:
    result = b1check()
    assert result.exit_code == 2
    assert result.stderr.startswith("Gebruik: b1check")


def test_version(b1check: Invoke) -> None:
    assert re.fullmatch(r"b1check \d+\.\d+\.\d+\S*\n", b1check("--version").stdout)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["chek"], "Deze opdracht bestaat niet: chek. Bedoelt u check?"),
        (
            ["xyz"],
            "Deze opdracht bestaat niet: xyz. Kies uit: baseline, check, compare, config, consistency, fix, init, "
            "rule, score, serve, site, test.",
        ),
        (["--weg"], "Deze optie bestaat niet: --weg."),
        (["check", "--fromat", "x"], "Deze optie bestaat niet: --fromat. Bedoelt u --format?"),
        (["check"], "Er ontbreekt iets: PAD."),
        (["compare", "a", "b", "--format", "jsn"], "--format: jsn kan niet. Bedoelt u json? Kies uit: terminal, json."),
        (["check", "a", "--output"], "Bij --output hoort een waarde."),
        (["check", "a", "--quiet=1"], "Bij --quiet hoort geen waarde."),
        (["check", "a", "--max-per-rule", "veel"], "--max-per-rule: veel kan niet. Geef een heel getal: 0 of meer."),
        (["check", "a", "--config", "x", "--no-config"], "Gebruik --config of --no-config, niet allebei."),
        (["check", "a", "--min-severity", "erg"], "--min-severity: erg kan niet. Kies uit: auto, fout, let-op, tip."),
        (["score"], "Zet --jsonl erbij, en stuur teksten in JSON naar de opdracht."),
        (
            ["score", "brief.txt"],
            "b1check score leest geen bestanden. De score van brief.txt ziet u met: b1check check brief.txt",
        ),
        (["check", "a", "--stdin-name", "x"], "De optie --stdin-name hoort bij het pad -."),
    ],
)
def test_wrong_use_is_told_in_dutch(b1check: Invoke, tmp_path: Path, args: list[str], message: str) -> None:
    (tmp_path / "x").touch()
    result = b1check(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    first, help_line = result.stderr.splitlines()
    assert first == message
    assert re.fullmatch(r"Hulp: b1check( \w+)? --help", help_line)


def test_a_fault_of_ours_is_one_line(b1check: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_request: object) -> None:
        raise ZeroDivisionError("deel\ndoor nul")

    monkeypatch.setattr(checking, "run", fail)
    result = b1check("check", "a")
    assert result.exit_code == 2
    assert result.stderr.startswith("Er ging iets mis in b1check (ZeroDivisionError: deel door nul).")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" in b1check("--verbose", "check", "a").stderr
    monkeypatch.setenv("B1CHECK_DEBUG", "1")
    assert "Traceback" in b1check("check", "a").stderr


def test_ctrl_c_is_one_line(b1check: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_request: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "run", stop)
    result = b1check("check", "a")
    assert (result.exit_code, result.stderr) == (130, "Gestopt.\n")


def test_an_old_console_gets_the_plainest_form() -> None:
    text = "─│…‘’“”–é日"
    assert text.encode("ascii", "b1check-plainer") == b"-|...''\"\"-e?"
    assert text.encode("cp1252", "b1check-plainer") == "-|…‘’“”–é?".encode("cp1252")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("brief.txt", "Bezig met 3 van 9: brief.txt"),
        ("brieven/2026/" * 9 + "Brief aan u.docx", "Bezig met 3 van 9: …026/Brief aan u.docx"),
        ("日本/" * 9, "Bezig met 3 van 9: …日本/日本/日本/日本/"),
    ],
)
def test_of_a_long_path_the_progress_line_shows_the_end(monkeypatch: pytest.MonkeyPatch, name: str, shown: str) -> None:
    monkeypatch.setenv("COLUMNS", "41")
    stream = io.StringIO()
    progress = streams.Progress(9, stream, shown=True)
    progress.show(3, name)
    assert stream.getvalue() == f"\r{shown}"
    assert width(shown) <= 40
    progress.clear()
    assert stream.getvalue().endswith("\r" + " " * width(shown) + "\r")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rapport.txt"
    file.write_text("oud", encoding="utf-8")

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError("vol")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(B1CheckError):
            streams.write_whole(file, "nieuw")
    assert file.read_text(encoding="utf-8") == "oud"
    assert list(tmp_path.iterdir()) == [file]
    file.chmod(0o600)
    streams.write_whole(file, "nieuw")
    assert file.read_text(encoding="utf-8") == "nieuw"
    assert file.stat().st_mode & 0o077 == 0
