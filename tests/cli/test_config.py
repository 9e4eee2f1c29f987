"""``b1check config``: what holds for a document, and who said so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from b1check import config, layers
from b1check.config import Config
from b1check.origins import DEFAULT

from .conftest import Invoke

BASE = """profile = "ondernemer"
ignore = ["web"]
[terms.preferred]
"met punt." = "inwoner"
[rules.lange-zin]
severity = "tip"
options = { words = { tip = 15 } }
"""
TEAM = """extend = "../b1check.toml"
exclude = ["concept/**"]
templates = ["sjabloon*"]
[documents]
"aan*" = "aanmaning"
[rules.engels-woord]
on = true
[[overrides]]
paths = ["niets"]
address = "je"
[[overrides]]
paths = ["aan*"]
fail-on = "tip"
ignore = [
  "jargon",
]
[overrides.rules.lange-zin]
on = false
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    (tmp_path / "b1check.toml").write_text(BASE, encoding="utf-8")
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "b1check.toml").write_text(TEAM, encoding="utf-8")
    return folder


def origins(b1check: Invoke, *args: str) -> dict[str, tuple[object, list[str]]]:
    shown = b1check("config", "--format", "json", *args)
    assert shown.exit_code == 0, shown.stderr
    return {one["key"]: (one["value"], one["origins"]) for one in json.loads(shown.stdout)["settings"]}


@pytest.mark.usefixtures("team")
def test_every_value_has_the_file_and_line_that_said_it(b1check: Invoke) -> None:
    found = origins(b1check, "--show", "team/aan.txt", "--ignore", "tijd", "--select", "woorden")
    assert found["profile"] == ("ondernemer", ["b1check.toml:1"])
    assert found["ignore"] == (
        ["web", "jargon", "tijd"],
        ["b1check.toml:2", "team/b1check.toml:14", "optie --ignore"],
    )
    assert found["select"] == (["woorden"], ["optie --select"])
    assert found["address"] == (None, [DEFAULT])
    assert found["fail-on"] == ("tip", ["team/b1check.toml:13"])
    assert found["exclude"] == (["concept/**"], ["team/b1check.toml:2"])
    assert found['terms.preferred."met punt."'] == ("inwoner", ["b1check.toml:4"])
    assert found["rules.lange-zin.options.words.tip"] == (15, ["b1check.toml:7"])
    assert found["rules.lange-zin.on"] == (False, ["team/b1check.toml:18"])
    assert found["rules.engels-woord.on"] == (True, ["team/b1check.toml:7"])
    assert found["rules.beleidstaal.severity"] == ("tip", ["profiel ondernemer"])


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("name", ["team/aan.txt", "team/b.txt", "c.txt"])
def test_what_is_shown_is_what_holds(b1check: Invoke, name: str) -> None:
    found = origins(b1check, "--show", name)
    holds = config.find(Path(name)).model_dump(mode="json", by_alias=True)
    for key, (value, _) in found.items():
        if "." not in key:
            assert holds[key] == value, key
    assert {key for key, _ in ((key, found[key]) for key in holds if key in found)} == {
        str(field.alias)
        for field_name, field in Config.model_fields.items()
        if field_name not in {"folder", "overrides", "documents", "languagetool", "servicenormen", "terms", "rules"}
    }
    for rule, said in holds["rules"].items():
        for part in ("on", "severity"):
            if said[part] is not None:
                assert found[f"rules.{rule}.{part}"][0] == said[part]


@pytest.mark.usefixtures("team")
def test_people_read_a_table_and_what_it_means(b1check: Invoke) -> None:
    lines = b1check("config", "--show", "team/aan.txt").stdout.splitlines()
    assert lines[0] == "Instellingen voor team/aan.txt:"
    assert any(line.split() == ["profile", '"ondernemer"', "b1check.toml:1"] for line in lines)
    assert lines[-1] == "Soort document: aanmaning."
    excluded = b1check("config", "--show", "team/concept/x.txt").stdout
    assert excluded.endswith("Let op: deze tekst staat bij exclude. b1check slaat de tekst over.\n")
    assert "een open veld" in b1check("config", "--show", "team/sjabloon.txt").stdout.lower()


def test_without_a_file_all_is_standard(b1check: Invoke) -> None:
    shown = b1check("config")
    assert shown.stdout.startswith("Instellingen voor deze map:\n")
    assert shown.stdout.endswith("Er is geen bestand met instellingen gevonden. Maak er een met: b1check init\n")
    assert {origin for _, origin in origins(b1check).values() for origin in origin} == {DEFAULT}


@pytest.mark.usefixtures("team")
def test_another_file_or_none_can_be_named(b1check: Invoke) -> None:
    assert origins(b1check, "--show", "c.txt", "--config", "team/b1check.toml")["exclude"][0] == ["concept/**"]
    assert origins(b1check, "--show", "team/aan.txt", "--no-config")["profile"] == ("inwoner", [DEFAULT])


def test_an_old_name_has_its_own_line_and_one_warning(
    b1check: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "RENAMED", {("level",): ("fail-on",)})
    (tmp_path / "b1check.toml").write_text('\nlevel = "tip"\n', encoding="utf-8")
    shown = b1check("config", "--format", "json")
    assert '"b1check.toml:2"' in shown.stdout
    (tmp_path / "a.txt").write_text("Dit is goed.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Dit is goed.", encoding="utf-8")
    checked = b1check("check", ".")
    assert checked.stderr.count("level heet nu fail-on. Verander de naam") == 1


def test_a_rule_that_does_not_exist_is_an_error(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text('ignore = ["lange-zn"]\n', encoding="utf-8")
    shown = b1check("config")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "Bedoelt u lange-zin?" in shown.stderr
