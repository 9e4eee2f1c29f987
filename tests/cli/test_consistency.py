from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from b1check.reporters.schema import json_schema

from .conftest import Invoke


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A page, a letter that contradicts it, and a page about something else."""
    files = {
        "parkeren.md": "# Parkeervergunning\n\nDat kost € 45 per jaar.\n",
        "brief.txt": "Beste mevrouw Pals,\n\nEen parkeervergunning kost € 48 per jaar.\n\nMet vriendelijke groet,\n",
        "afval.html": "<h1>Afval</h1><p>Kom naar het loket. De milieustraat is op zaterdag dicht.</p>",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_both_places_are_shown(b1check: Invoke, site: Path) -> None:
    result = b1check("consistency", ".")
    assert result.exit_code == 1
    assert result.stdout == (
        "Bedrag: parkeervergunning\n"
        "  brief.txt, regel 3: € 48 per jaar\n"
        "    Een parkeervergunning kost € 48 per jaar.\n"
        "  parkeren.md, regel 3: € 45 per jaar\n"
        "    Dat kost € 45 per jaar.\n"
        "  Welke klopt?\n"
        "\n"
        "3 documenten vergeleken. 1 keer zeggen 2 plekken iets anders.\n"
    )


def test_documents_that_agree(b1check: Invoke, site: Path) -> None:
    result = b1check("consistency", "parkeren.md", "afval.html")
    assert result.exit_code == 0
    assert result.stdout == "2 documenten vergeleken. b1check vond geen verschillen.\n"


def test_json(b1check: Invoke, site: Path) -> None:
    result = b1check("consistency", ".", "--format", "json")
    data = json.loads(result.stdout)
    assert list(data) == ["schema_version", "version", "documents", "contradictions", "terms", "problems"]
    Draft202012Validator(json_schema("consistency")).validate(data)
    (found,) = data["contradictions"]
    assert found["subject"] == ["parkeervergunning"]
    assert found["second"]["document"] == "parkeren.md"
    assert found["second"]["line"] == 3
    assert found["second"]["value"] == "€ 45 per jaar"


def test_the_house_terms_of_the_settings_are_counted(b1check: Invoke, site: Path) -> None:
    (site / "b1check.toml").write_text('[terms.preferred]\nloket = "balie"\n', encoding="utf-8")
    line = "  Afgesproken is ‘balie’: 0 keer gebruikt. Anders geschreven: ‘loket’ 1 keer.\n"
    assert line in b1check("consistency", "afval.html").stdout
    assert line not in b1check("consistency", "afval.html", "--no-config").stdout


def test_the_settings_can_pass_over_files(b1check: Invoke, site: Path) -> None:
    (site / "b1check.toml").write_text('exclude = ["brief.txt"]\n', encoding="utf-8")
    assert b1check("consistency", ".").exit_code == 0
    assert b1check("consistency", ".", "--no-config").exit_code == 1


@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_the_report_in_a_file(b1check: Invoke, site: Path, format_: str) -> None:
    result = b1check("consistency", ".", "--format", format_, "--output", "uit.rapport")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (site / "uit.rapport").read_text(encoding="utf-8") == b1check("consistency", ".", "--format", format_).stdout


def test_a_file_that_cannot_be_read_does_not_stop_the_others(b1check: Invoke, site: Path) -> None:
    result = b1check("consistency", ".", "weg.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("weg.txt: Dit bestand bestaat niet.")
    assert "1 keer zeggen 2 plekken iets anders." in result.stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "Er ontbreekt iets: PAD."),
        (("-",), "leest alleen bestanden en mappen"),
        ((".", "--config", "b1check.toml", "--no-config"), "niet allebei"),
        ((".", "--config", "weg.toml"), "weg.toml bestaat niet"),
        ((".", "--output", "weg/uit.json"), "bestaat niet. Kies een andere bij --output"),
    ],
)
def test_wrong_use(b1check: Invoke, site: Path, args: tuple[str, ...], message: str) -> None:
    result = b1check("consistency", *args)
    assert result.exit_code == 2
    assert message in result.stderr
