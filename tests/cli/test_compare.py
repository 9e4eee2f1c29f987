from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from b1check.reporters.schema import json_schema

from .conftest import Invoke

BRIEVEN = Path(__file__).resolve().parents[2] / "corpora" / "brieven"
OLD = "Geachte heer Bakker,\n\nU dient € 45,- te voldoen binnen 14 dagen. Indien u vragen heeft, bel 14 0397.\n"
NEW = "Beste meneer Bakker,\n\nBetaal € 45 binnen 2 weken. Hebt u vragen? Bel 14 0397.\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "oud.txt"
    file.write_text(OLD, encoding="utf-8")
    return file


@pytest.fixture
def new(tmp_path: Path) -> Path:
    file = tmp_path / "nieuw.txt"
    file.write_text(NEW, encoding="utf-8")
    return file


def test_a_better_version(b1check: Invoke, old: Path, new: Path) -> None:
    result = b1check("compare", "oud.txt", "nieuw.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("Oud:   oud.txt\nNieuw: nieuw.txt\n")
    assert "    dient-te" in result.stdout
    assert "  Feiten: 0 weg, 1 anders geschreven, 0 nieuw.\n" in result.stdout
    assert "    termijn  ‘14 dagen’ (regel 3), nu ‘2 weken’ (regel 3)\n" in result.stdout
    assert result.stdout.endswith("Er zijn geen feiten weg en de tekst is niet moeilijker geworden.\n")


def test_a_version_that_lost_a_fact(b1check: Invoke, old: Path, new: Path) -> None:
    new.write_text(NEW.replace("€ 45", "het bedrag"), encoding="utf-8")
    result = b1check("compare", "oud.txt", "nieuw.txt")
    assert result.exit_code == 1
    assert "  Weg. Moet de lezer dit nog weten?\n    bedrag  ‘€ 45,-’ (regel 3)\n" in result.stdout
    assert result.stdout.endswith("Kijk de nieuwe tekst na: 1 feit is weg.\n")


def test_a_harder_version(b1check: Invoke, old: Path, new: Path) -> None:
    result = b1check("compare", "nieuw.txt", "oud.txt")
    assert result.exit_code == 1
    assert "de tekst is moeilijker geworden" in result.stdout
    assert "  Nieuwe opmerkingen\n" in result.stdout


def test_the_same_text(b1check: Invoke, old: Path) -> None:
    result = b1check("compare", "oud.txt", "oud.txt")
    assert result.exit_code == 0
    assert "  Opmerkingen: 0 weg, 0 nieuw.\n" in result.stdout
    assert "  Feiten: alle bedragen, data, namen en nummers zijn gelijk.\n" in result.stdout


def test_json_in_a_file(b1check: Invoke, old: Path, new: Path, tmp_path: Path) -> None:
    result = b1check("compare", "--format", "json", "--output", "uit.json", "oud.txt", "nieuw.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    data = json.loads((tmp_path / "uit.json").read_text("utf-8"))
    schema = json_schema("compare")
    Draft202012Validator(schema).validate(data)
    assert set(data) == set(schema["required"])
    assert set(data["score"]) == set(schema["$defs"]["ScoreChange"]["required"])
    assert (data["schema_version"], data["worse"], data["score"]["dropped"]) == ("1", False, False)
    assert [(fact["kind"], fact["fate"], fact["old"]["text"], fact["new"]["line"]) for fact in data["facts"]] == [
        ("termijn", "anders geschreven", "14 dagen", 3)
    ]
    assert b1check("compare", "--format", "json", "oud.txt", "nieuw.txt").stdout == (tmp_path / "uit.json").read_text(
        "utf-8"
    )


def test_a_pair_with_scores(b1check: Invoke) -> None:
    pair = (str(BRIEVEN / f"omgevingsvergunning-dakkapel.{name}.docx") for name in ("voor", "na"))
    result = b1check("compare", "--no-config", *pair)
    assert result.exit_code == 0
    assert " beter.\n" in result.stdout
    assert "    termijn  ‘vier weken’ (alinea 18), nu ‘2 april 2026’ (alinea 27)\n" in result.stdout


def test_colours(b1check: Invoke, old: Path, new: Path) -> None:
    assert "\x1b[" in b1check("compare", "--color", "altijd", "oud.txt", "nieuw.txt").stdout
    assert "\x1b[" not in b1check("compare", "--color", "nooit", "oud.txt", "nieuw.txt").stdout


def test_new_findings_of_a_rule_are_folded(b1check: Invoke, new: Path, tmp_path: Path) -> None:
    (tmp_path / "veel.txt").write_text("\n\n".join(f"U dient brief {n} te lezen." for n in "abcd"), encoding="utf-8")
    folded = b1check("compare", "--max-per-rule", "1", "nieuw.txt", "veel.txt").stdout
    assert "    + nog 3 keer dient-te, in regel 3, 5 en 7\n" in folded
    assert "+ nog" not in b1check("compare", "--max-per-rule", "0", "nieuw.txt", "veel.txt").stdout


def test_a_file_that_is_not_there(b1check: Invoke, old: Path) -> None:
    result = b1check("compare", "oud.txt", "weg.txt")
    assert result.exit_code == 2
    assert "weg.txt: Dit bestand bestaat niet." in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["oud.txt"], "NIEUW"),
        (["oud.txt", "oud.txt", "--config", "geen.toml"], "geen.toml bestaat niet"),
        (["oud.txt", "oud.txt", "--output", "geen/uit.txt"], "De map van"),
        (["oud.txt", "oud.txt", "--config", "oud.txt", "--no-config"], "niet allebei"),
    ],
)
def test_wrong_use(b1check: Invoke, old: Path, args: list[str], message: str) -> None:
    result = b1check("compare", *args)
    assert result.exit_code == 2
    assert message in result.stderr
