"""``b1check check --annotate``."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result

Invoke = Callable[..., Result]
MOMENT = ("--comment-date", "2026-03-05T09:30")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter in Word."""
    document = docx.Document()
    document.add_paragraph("U dient het formulier in te vullen. Dat is niet moeilijk.")
    file = tmp_path / "brief.docx"
    document.save(str(file))
    return file


def _comments(file: Path) -> list[tuple[str, str]]:
    return [(comment.author, comment.text) for comment in docx.Document(str(file)).comments]


def test_a_copy_with_comments(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    old = letter.read_bytes()
    result = b1check("check", "brief.docx", "--annotate", "nieuw.docx", "--select", "dient-te", *MOMENT)
    assert result.exit_code == 0
    assert "dient-te" in result.stdout
    assert result.stderr == "nieuw.docx: 1 opmerking in de kantlijn gezet\n"
    assert letter.read_bytes() == old
    (_, summary), (author, remark) = _comments(tmp_path / "nieuw.docx")
    assert summary.startswith("Geen score\n") and "1 opmerking: 1 let-op." in summary
    assert author == "b1check"
    assert "‘dient … te’ is formeel" in remark or "dient" in remark
    assert "\nWaarom: " in remark and remark.endswith("\nRegel: dient-te (let-op)")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.docx", "nieuw.docx"]


def test_the_same_moment_gives_the_same_file(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    for name in ("een.docx", "twee.docx"):
        b1check("check", "brief.docx", "--annotate", name, *MOMENT)
    assert (tmp_path / "een.docx").read_bytes() == (tmp_path / "twee.docx").read_bytes()


def test_the_copy_can_be_checked_again(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    b1check("check", "brief.docx", "--annotate", "een.docx", *MOMENT)
    b1check("check", "een.docx", "--annotate", "twee.docx", *MOMENT)
    assert _comments(tmp_path / "een.docx") == _comments(tmp_path / "twee.docx") != []


def test_only_what_was_asked_for_is_noted(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    result = b1check("check", "brief.docx", "--annotate", "nieuw.docx", "--min-severity", "fout", *MOMENT)
    assert "0 opmerkingen in de kantlijn" in result.stderr
    ((_, summary),) = _comments(tmp_path / "nieuw.docx")
    assert "Er zijn geen opmerkingen bij de tekst." in summary and "Niet getoond: " in summary


def test_a_program_still_reads_the_report(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    result = b1check("check", "brief.docx", "--annotate", "nieuw.docx", "--format", "json")
    found = json.loads(result.stdout)["documents"][0]["findings"]
    assert len(_comments(tmp_path / "nieuw.docx")) == len(found) + 1


def test_a_folder_gets_a_copy_of_each_document(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "brieven" / "map").mkdir(parents=True)
    letter.rename(tmp_path / "brieven" / "map" / "brief.docx")
    (tmp_path / "klaar").mkdir()
    result = b1check("check", "brieven", "--annotate", "klaar")
    assert result.exit_code == 0
    assert len(_comments(tmp_path / "klaar" / "map" / "brief.docx")) > 1


def test_a_text_has_no_margin(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "tekst.txt").write_text("U dient te betalen.\n", encoding="utf-8")
    (tmp_path / "klaar").mkdir()
    result = b1check("check", ".", "--annotate", "klaar")
    assert result.exit_code == 2
    assert (
        "tekst.txt: In dit soort bestand kan b1check geen opmerkingen zetten. Dat kan alleen in .docx en .odt"
        in result.stderr
    )
    assert "tekst.txt" in result.stdout, "the report is there all the same"
    assert [path.name for path in (tmp_path / "klaar").iterdir()] == ["brief.docx"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["brief.docx", "--annotate", "brief.docx"], "staat het bestand zelf"),
        (["brief.docx", "--annotate", "brief.docx", "--overwrite"], "staat het bestand zelf"),
        (["brief.docx", "--annotate", "link.docx", "--overwrite"], "staat het bestand zelf"),
        (["brief.docx", "--annotate", "."], "staat het bestand zelf"),
        (["brief.docx", "--annotate", "er-al.docx"], "er-al.docx bestaat al"),
        (["brief.docx", "--annotate", "brief.odt"], "eindigt op .docx"),
        (["tekst.txt", "--annotate", "nieuw.txt"], "alleen in .docx en .odt"),
        (["https://voorbeeld.example/pagina", "--annotate", "nieuw.docx"], "alleen in .docx en .odt"),
        (["brief.docx", "er-al.docx", "--annotate", "nieuw.docx"], "hoort dan een map"),
        (["tekst.txt", "brief.docx", "--annotate", "nergens/"], "hoort dan een map"),
        (["brief.docx", "--annotate", "weg/nieuw.docx"], "De map van weg"),
        (["brief.docx", "--annotate", "nieuw.docx", "--mask"], "niet allebei"),
        (["brief.docx", "--annotate", "nieuw.docx", "--output", "nieuw.docx"], "hetzelfde bestand"),
        (["-", "--annotate", "nieuw.docx"], "werkt niet met het pad -"),
        (["brief.docx", "--overwrite"], "hoort bij --annotate"),
        (["brief.docx", "--comment-date", "2026-03-05"], "hoort bij --annotate"),
        (["brief.docx", "--annotate", "nieuw.docx", "--comment-date", "morgen"], "Schrijf een dag zo"),
    ],
)
def test_nothing_is_written_when_it_cannot_be_right(
    b1check: Invoke, letter: Path, tmp_path: Path, options: list[str], said: str
) -> None:
    (tmp_path / "tekst.txt").write_text("U dient te betalen.\n", encoding="utf-8")
    (tmp_path / "er-al.docx").write_bytes(letter.read_bytes())
    (tmp_path / "link.docx").symlink_to(letter)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    result = b1check("check", *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_copy_can_be_replaced(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "er-al.docx").write_bytes(b"oud")
    assert b1check("check", "brief.docx", "--annotate", "er-al.docx", "--overwrite").exit_code == 0
    assert zipfile.is_zipfile(tmp_path / "er-al.docx")


def test_nothing_is_left_when_writing_fails(
    b1check: Invoke, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = b1check("check", "brief.docx", "--annotate", "nieuw.docx")
    assert result.exit_code == 2
    assert "brief.docx: nieuw.docx is niet te maken." in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["brief.docx"]
