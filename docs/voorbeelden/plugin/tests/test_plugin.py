"""The parts do their work in b1check, from the command and from Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from voorbeeld_plugin import RULES

import b1check

SUBTITLES = """\
1
00:00:01,000 --> 00:00:04,000
<i>Indien u vragen heeft,</i>
kunt u

2
00:00:04,500 --> 00:00:07,000
naar de raadsinformatieavond komen.

3
00:00:08,000 --> 00:00:09,000
Tot dan!
"""


@pytest.fixture
def film(tmp_path: Path) -> Path:
    file = tmp_path / "film.srt"
    file.write_text(SUBTITLES, encoding="utf-8")
    return file


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "b1check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_reader_joins_subtitles_and_keeps_places(film: Path) -> None:
    report = b1check.check_file(film)
    assert report.format == "srt"
    assert report.sentences == 2
    for finding in report.findings:
        assert SUBTITLES[finding.span.start : finding.span.end].startswith(finding.text.split()[0])
    assert {(finding.text, finding.line) for finding in report.findings} >= {("Indien", 3), ("raadsinformatieavond", 8)}


def test_a_file_without_subtitles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leeg.srt").write_text("Geen ondertitels.", encoding="utf-8")
    with pytest.raises(b1check.ReadError, match="geen ondertitels"):
        b1check.check_file(tmp_path / "leeg.srt")


def test_a_folder_with_subtitles_gives_a_table(film: Path) -> None:
    (film.parent / "kapot.srt").write_text("Niets", encoding="utf-8")
    done = run("check", film.parent, "--format", "tabel")
    assert done.returncode == 2  # one file could not be read
    lines = done.stdout.splitlines()
    assert lines[0] == "| document | score | fout | let-op | tip |"
    assert "film.srt | - | " in lines[2]
    assert lines[-1].endswith("kapot.srt: In dit bestand staan geen ondertitels. Sla het op als SRT.")


def test_the_rules_keep_their_promises() -> None:
    assert run("test", RULES).returncode == 0
    assert b1check.explain("raadswoord").pack == "Regels uit het voorbeeldpakket"


def test_the_versions_name_the_parts() -> None:
    told = run("--version", "--verbose").stdout
    for part in ("voorbeeld", "srt", "tabel"):
        assert f"{part} (pakket b1check-voorbeeld 1.0)" in told
