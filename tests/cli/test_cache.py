"""What did not change is not checked again, and nobody sees the difference."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from b1check import Checker, Report

from .conftest import Invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("B1CHECK_NO_CACHE")
    monkeypatch.setenv("B1CHECK_CACHE_DIR", str(tmp_path / "bewaard"))
    return tmp_path / "bewaard"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the documents that were really checked."""
    names: list[str] = []
    check = Checker.check_document

    def spy(self: Checker, document: object, **about: object) -> Report:
        names.append(document.name)  # type: ignore[attr-defined]
        return check(self, document, **about)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check_document", spy)
    yield names


@pytest.mark.parametrize("format_", ["terminal", "json", "jsonl", "sarif", "html", "csv"])
def test_the_second_run_checks_nothing_and_shows_the_same(
    format_: str, b1check: Invoke, letter: Path, clean: Path, folder: Path, checked: list[str]
) -> None:
    first = b1check("check", ".", "--format", format_)
    assert checked == ["brief.txt", "goed.txt"]
    second = b1check("check", ".", "--format", format_)
    assert checked == ["brief.txt", "goed.txt"]
    assert (second.stdout, second.exit_code) == (first.stdout, first.exit_code)


def test_what_changed_is_checked_again(
    b1check: Invoke, letter: Path, clean: Path, folder: Path, checked: list[str]
) -> None:
    b1check("check", ".")
    letter.write_text("Dit is anders.\n", encoding="utf-8")
    b1check("check", ".")
    b1check("check", ".", "--ignore", "dient-te")
    (letter.parent / "b1check.toml").write_text('address = "u"\n', encoding="utf-8")
    b1check("check", ".")
    assert checked == [*("brief.txt", "goed.txt"), "brief.txt", *("brief.txt", "goed.txt"), *("brief.txt", "goed.txt")]


def test_without_the_cache_nothing_is_kept(b1check: Invoke, letter: Path, folder: Path, checked: list[str]) -> None:
    b1check("check", ".", "--no-cache")
    b1check("check", ".", "--timing")
    assert not folder.exists()
    b1check("check", "-", "--stdin-name", "brief.txt", stdin="U dient te betalen.")
    assert not list(folder.rglob("??/*"))


def test_narrowing_and_masking_work_on_what_was_kept(
    b1check: Invoke, letter: Path, folder: Path, checked: list[str]
) -> None:
    letter.write_text("Neem contact op: u dient 06 1234 5678 te bellen.\n", encoding="utf-8")
    b1check("baseline", ".", "--output", "bekend.json")
    for options_ in (["--baseline", "bekend.json"], ["--mask"]):
        fresh = b1check("check", ".", "--format", "json", "--no-cache", *options_)
        assert b1check("check", ".", "--format", "json", *options_).stdout == fresh.stdout
    assert len(checked) == 3


def test_a_cached_run_loads_no_language_pipeline_and_no_reader(letter: Path, folder: Path) -> None:
    code = (
        "import sys; from b1check.cli import command\n"
        "command.main(['check', '.', '--quiet'], standalone_mode=False)\n"
        "print(sorted({'spacy', 'numpy', 'textstat', 'docx', 'turbohtml', 'markdown_it'} & set(sys.modules)))"
    )
    args = [sys.executable, "-c", code]
    first = subprocess.run(args, cwd=letter.parent, capture_output=True, text=True, check=True).stdout
    assert "spacy" in first.splitlines()[-1]
    second = subprocess.run(args, cwd=letter.parent, capture_output=True, text=True, check=True).stdout
    assert second.splitlines()[-1] == "[]"


def test_a_file_is_no_folder_to_keep_things_in(b1check: Invoke, letter: Path) -> None:
    refused = b1check("check", ".", "--cache-dir", "brief.txt")
    assert (refused.exit_code, refused.stderr.splitlines()[0]) == (
        2,
        "brief.txt is geen map. Kies een andere bij --cache-dir.",
    )
