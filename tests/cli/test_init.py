"""``b1check init``: three questions, one file, and nothing lost."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from b1check import Checker, config
from b1check.cli import streams

from .conftest import Invoke


def test_the_answers_stand_in_the_file(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "brieven").mkdir()
    made = b1check("init", stdin="ond\n9\nje\nbrieven\n")
    assert made.exit_code == 0
    assert "Voor wie schrijft u?" in made.stdout
    assert made.stdout.count("Typ een getal van 1 tot en met 3.") == 1
    assert made.stdout.endswith("Gemaakt: brieven/b1check.toml. Bekijk wat er geldt met: b1check config\n")
    found = config.load(tmp_path / "brieven" / "b1check.toml")
    assert (found.profile, found.address) == ("ondernemer", "je")
    assert list((tmp_path / "brieven").iterdir()) == [tmp_path / "brieven" / "b1check.toml"]


def test_an_empty_answer_is_the_one_between_brackets(b1check: Invoke, tmp_path: Path) -> None:
    assert b1check("init", stdin="\n\n\n").exit_code == 0
    asked = (tmp_path / "b1check.toml").read_text(encoding="utf-8")
    (tmp_path / "b1check.toml").unlink()
    quiet = b1check("init", "--yes")
    assert quiet.stdout == "Gemaakt: b1check.toml. Bekijk wat er geldt met: b1check config\n"
    assert (tmp_path / "b1check.toml").read_text(encoding="utf-8") == asked
    found = config.load(tmp_path / "b1check.toml")
    assert (found.profile, found.address) == ("inwoner", "u")


def test_options_answer_questions(b1check: Invoke, tmp_path: Path) -> None:
    made = b1check("init", "--profile", "professional", "--address", "vrij", "--folder", ".", stdin="")
    assert (made.exit_code, "?" in made.stdout) == (0, False)
    found = config.load(tmp_path / "b1check.toml")
    assert (found.profile, found.address) == ("professional", None)


@pytest.mark.parametrize("stdin", ["", "1\n", "1\nu\n"])
def test_without_an_answer_nothing_is_made(b1check: Invoke, tmp_path: Path, stdin: str) -> None:
    stopped = b1check("init", stdin=stdin)
    assert (stopped.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert stopped.stderr.startswith("Er is niets gemaakt, want er kwam geen antwoord.")


@pytest.mark.parametrize(
    ("name", "text"), [("b1check.toml", 'profile = "inwoner"\n'), ("pyproject.toml", "[tool.b1check]\n")]
)
def test_settings_that_are_there_are_kept(b1check: Invoke, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    refused = b1check("init", "--yes", "--profile", "ondernemer")
    assert refused.exit_code == 2
    assert refused.stderr == (
        f"In deze map staan al instellingen: {name}. Pas dat bestand aan, of kies een andere map.\n"
    )
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [(name, text)]


def test_a_file_that_comes_at_the_last_moment_is_kept_too(tmp_path: Path) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text("van een ander")
    with pytest.raises(FileExistsError):
        streams.create(file, b"nieuw")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("b1check.toml", "van een ander")]


def test_where_there_are_no_links_the_file_is_made_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    file = tmp_path / "b1check.toml"
    streams.create(file, b"nieuw")
    assert file.read_bytes() == b"nieuw"
    with pytest.raises(FileExistsError):
        streams.create(file, b"anders")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("b1check.toml", b"nieuw")]


def test_settings_of_the_folder_above_go_on(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text('numbers = "woorden"\n', encoding="utf-8")
    (tmp_path / "team").mkdir()
    assert b1check("init", "--yes", "--folder", "team").exit_code == 0
    found = config.find(tmp_path / "team" / "a.txt")
    assert (found.numbers, found.folder) == ("woorden", tmp_path / "team")


def test_a_folder_must_be_there_and_be_ours(b1check: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert b1check("init", "--yes", "--folder", "weg").stderr == (
        "De map weg bestaat niet. Maak de map eerst, of kies een andere.\n"
    )

    def refuse(*_: object, **__: object) -> tuple[int, str]:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(streams.tempfile, "mkstemp", refuse)
    refused = b1check("init", "--yes")
    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert refused.stderr == "Het bestand b1check.toml is niet te maken. Kijk of u in deze map mag schrijven.\n"


def test_every_setting_in_the_comments_works(b1check: Invoke, tmp_path: Path) -> None:
    b1check("init", "--yes", "--address", "vrij")
    file = tmp_path / "b1check.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^# (?=\[|[a-z-]+ = )", "", text, flags=re.MULTILINE), encoding="utf-8")
    found = config.load(file)
    assert (found.ignore, found.terms.preferred) == (("engels-woord",), {"loket": ("balie",)})
    assert found.of(tmp_path / "ondernemers" / "a.txt").profile == "ondernemer"
    assert Checker(found).rules
