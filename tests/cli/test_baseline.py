"""Only what is new: a baseline, and what changed in git, through the command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CLEAN, LETTER, Invoke

CONFIG = 'select = ["dient-te"]\nfail-on = "let-op"\n'
FILE = "b1check-baseline.json"
KNOWN = ("--baseline", FILE)
MORE = "U dient ook te betalen.\n"


@pytest.fixture(autouse=True)
def _config(tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text(CONFIG, encoding="utf-8")


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_what_is_known_does_not_show_or_fail_and_what_is_new_does(b1check: Invoke, letter: Path) -> None:
    assert b1check("check", "brief.txt").exit_code == 1
    made = b1check("baseline", ".")
    assert (made.exit_code, made.stdout, made.stderr) == (
        0,
        "1 opmerking in 1 document vastgelegd in b1check-baseline.json.\n",
        "",
    )
    known = b1check("check", *KNOWN, "brief.txt")
    assert (known.exit_code, known.stderr) == (0, "")
    assert "  Geen nieuwe opmerkingen.\n" in known.stdout
    assert known.stdout.endswith("Geen opmerkingen in 1 document.\nAl bekend, dus niet getoond: 1 opmerking.\n")
    write("brief.txt", f"Eerst iets nieuws.\n\n{LETTER}\n{MORE}")
    new = b1check("check", *KNOWN, "brief.txt")
    assert new.exit_code == 1
    assert "regel 5, kolom 3" in new.stdout
    assert "regel 3, kolom 3" not in new.stdout
    (report,) = json.loads(b1check("check", *KNOWN, "--format", "json", "brief.txt").stdout)["documents"]
    assert (len(report["findings"]), report["known"]) == (1, 1)
    assert [row["count"] for row in report["improvements"]] in ([], [1])


def test_the_other_forms_hold_only_what_is_new(b1check: Invoke, letter: Path) -> None:
    b1check("baseline", ".")
    write("brief.txt", LETTER + MORE)
    (issue,) = json.loads(b1check("check", *KNOWN, "--format", "gitlab", ".").stdout)
    assert issue["location"]["lines"]["begin"] == 2


def test_paths_start_at_the_file_so_it_holds_from_every_folder(
    b1check: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    b1check("baseline", "brieven")
    assert list(json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["documents"]) == ["brieven/brief.txt"]
    monkeypatch.chdir(folder)
    assert b1check("check", "--baseline", f"../{FILE}", "brief.txt").exit_code == 0
    monkeypatch.chdir(tmp_path.parent)
    assert b1check("check", "--baseline", str(tmp_path / FILE), str(folder)).exit_code == 0


def test_it_tells_that_it_is_stale_and_prune_takes_out_what_is_gone(b1check: Invoke, letter: Path) -> None:
    write("brief.txt", LETTER + MORE)
    b1check("baseline", ".")
    write("brief.txt", LETTER)
    stale = b1check("check", *KNOWN, ".")
    assert (stale.exit_code, stale.stderr) == (
        0,
        "In b1check-baseline.json staat 1 opmerking die er niet meer is. "
        "Haal die weg met: b1check baseline PAD --prune\n",
    )
    assert b1check("check", *KNOWN, ".", "--select", "lange-zin").stderr == "", "without the rule there is no telling"
    pruned = b1check("baseline", ".", "--prune")
    assert pruned.exit_code == 0
    assert pruned.stdout == "1 opmerking weggehaald uit b1check-baseline.json. Nu staat er nog 1 in.\n"
    assert b1check("check", *KNOWN, ".").stderr == ""


def test_it_never_grows(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    b1check("baseline", ".")
    before = (tmp_path / FILE).read_bytes()
    write("brief.txt", LETTER + MORE)
    again = b1check("baseline", ".")
    assert again.exit_code == 2
    assert again.stderr.startswith("Het bestand b1check-baseline.json is er al. Haal weg wat opgelost is met --prune.")
    assert len(again.stderr.splitlines()) == 1
    pruned = b1check("baseline", ".", "--prune")
    assert "Niet toegevoegd, want nieuw: 1 opmerking." in pruned.stdout
    assert (tmp_path / FILE).read_bytes() == before


def test_a_document_with_another_name_stays_known(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    b1check("baseline", ".")
    letter.rename(tmp_path / "nieuw.txt")
    assert b1check("check", *KNOWN, ".").exit_code == 0
    b1check("baseline", ".", "--prune")
    assert list(json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["documents"]) == ["nieuw.txt"]


def test_a_document_that_is_gone_leaves_the_baseline(b1check: Invoke, letter: Path, clean: Path) -> None:
    b1check("baseline", ".")
    letter.unlink()
    assert "die er niet meer is" in b1check("check", *KNOWN, ".").stderr
    assert b1check("baseline", ".", "--prune").stdout.endswith("Nu staan er nog 0 in.\n")


def test_a_document_that_cannot_be_read_stays_in_the_baseline(b1check: Invoke, letter: Path) -> None:
    b1check("baseline", ".")
    write("brief.txt", "")
    result = b1check("baseline", ".", "--prune")
    assert result.exit_code == 2
    assert result.stderr.startswith("brief.txt: ")
    assert "Nu staat er nog 1 in." in result.stdout


def test_a_wrong_baseline_is_one_line(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "anders.json").write_text("{}", encoding="utf-8")
    for arguments in (("check", "--baseline", "anders.json", "."), ("check", "--baseline", "weg.json", ".")):
        result = b1check(*arguments)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert b1check("baseline", ".", "--prune").exit_code == 2
    same = b1check("check", "--baseline", "anders.json", "--output", "anders.json", ".")
    assert same.exit_code == 2
    assert (tmp_path / "anders.json").read_text(encoding="utf-8") == "{}"


def test_a_baseline_that_cannot_be_written_leaves_nothing(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    assert b1check("baseline", ".", "--output", f"weg/{FILE}").exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert b1check("baseline", "-").exit_code == 2
    assert b1check("baseline").exit_code == 2


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def run(*arguments: str) -> None:
        who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], check=True, capture_output=True)

    return run


@needs_git
def test_only_changed_blocks_count_and_only_changed_documents_are_checked(
    b1check: Invoke, letter: Path, clean: Path, git: Callable[..., None]
) -> None:
    git("init")
    git("add", ".")
    git("commit", "-m", "Begin")
    nothing = b1check("check", "--changed-since", "HEAD", ".")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert nothing.stderr == "Er is niets te controleren: er is niets veranderd sinds HEAD.\n"
    write("brief.txt", f"{LETTER}\nDit is een nieuwe zin.\n")
    fine = b1check("check", "--changed-since", "HEAD", ".")
    assert fine.exit_code == 0
    assert "brief.txt" in fine.stdout
    assert "goed.txt" not in fine.stdout
    assert "In tekst die niet veranderd is, dus niet getoond: 1 opmerking.\n" in fine.stdout
    write("brief.txt", f"{LETTER}\n{MORE}")
    write("nieuw.txt", LETTER)
    result = b1check("check", "--changed-since", "HEAD", "--format", "json", ".")
    assert result.exit_code == 1
    found = {
        report["name"]: [one["line"] for one in report["findings"]] for report in json.loads(result.stdout)["documents"]
    }
    assert found == {"brief.txt": [3], "nieuw.txt": [1]}
    git("add", ".")
    git("commit", "-m", "Verder")
    git("mv", "nieuw.txt", "anders.txt")
    assert "niets veranderd" in b1check("check", "--changed-since", "HEAD", ".").stderr


@needs_git
def test_it_goes_together_with_a_baseline(b1check: Invoke, letter: Path, git: Callable[..., None]) -> None:
    git("init")
    git("add", ".")
    git("commit", "-m", "Begin")
    write("brief.txt", f"{LETTER}\n{MORE}")
    write("nieuw.txt", LETTER)
    b1check("baseline", "nieuw.txt")
    result = b1check("check", "--changed-since", "HEAD", *KNOWN, "--format", "json", ".")
    reports = json.loads(result.stdout)["documents"]
    assert [(one["name"], len(one["findings"]), one["known"], one["unchanged"]) for one in reports] == [
        ("brief.txt", 1, 0, 1),
        ("nieuw.txt", 0, 1, 0),
    ]


def test_without_git_it_is_one_line(b1check: Invoke, letter: Path) -> None:
    result = b1check("check", "--changed-since", "main", ".")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Deze map staat niet onder git. Ga naar een map die git bijhoudt, of laat --changed-since weg.\n"
    )
    stdin = b1check("check", "--changed-since", "main", "-", stdin=CLEAN)
    assert stdin.exit_code == 2
    assert "werkt niet met het pad -" in stdin.stderr
