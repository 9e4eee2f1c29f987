from __future__ import annotations

import json
from pathlib import Path

from .conftest import Invoke


def test_a_rule_is_explained(b1check: Invoke) -> None:
    result = b1check("rule", "dient-te")
    assert result.exit_code == 0
    assert result.stdout.startswith("dient-te: ")
    for heading in ("Waarom", "Zo liever niet", "Dit is wel goed", "Bronnen"):
        assert f"\n{heading}\n  " in result.stdout
    assert "[" in result.stdout.split("Zo liever niet")[1]


def test_colours_take_the_place_of_brackets(b1check: Invoke) -> None:
    text = b1check("rule", "dient-te", "--color", "altijd").stdout
    assert "\x1b[4;31m" in text.split("Zo liever niet")[1]
    assert "[[" not in text


def test_the_list_stands_in_groups_and_columns(b1check: Invoke) -> None:
    lines = b1check("rule", "--list").stdout.splitlines()
    assert "dubbelzinnig: Tekst die je op meer manieren kunt lezen" in lines
    (line,) = (line for line in lines if line.split()[1:2] == ["dient-te"])
    assert line.startswith("  let-op  dient-te ")
    titles = {line.rindex(line.split(maxsplit=2)[2]) for line in lines if line.startswith("  ")}
    assert len(titles) == 1


def test_json(b1check: Invoke) -> None:
    one = json.loads(b1check("rule", "dient-te", "--format", "json").stdout)
    every = json.loads(b1check("rule", "--list", "--format", "json").stdout)
    assert one in every
    start, end = one["bad"][0]["spans"][0].values()
    assert one["bad"][0]["text"][start:end]


def test_an_unknown_rule_names_the_nearest(b1check: Invoke) -> None:
    result = b1check("rule", "dient-t")
    assert result.exit_code == 2
    assert result.stderr.startswith("De regel dient-t bestaat niet. Bedoelt u dient-te")
    assert "rule --list" in b1check("rule", "xyzzy").stderr


def test_a_group_is_not_a_rule(b1check: Invoke) -> None:
    assert "naam van een groep" in b1check("rule", "dubbelzinnig").stderr


def test_one_rule_or_all(b1check: Invoke) -> None:
    for args in ((), ("dient-te", "--list"), ("dient-te", "lange-zin")):
        result = b1check("rule", *args)
        assert result.exit_code == 2
        assert result.stderr == "Noem 1 regel, of bekijk alle regels met --list.\nHulp: b1check rule --help\n"


def test_every_option_shows_its_type_value_and_what_it_does(b1check: Invoke) -> None:
    text = b1check("rule", "moeilijk-woord").stdout.split("\nOpties\n")[1]
    lines = text.splitlines()
    at = lines.index("  once_per_block: true")
    assert lines[at + 1] == "    Aan of uit (true of false). Meld een woord in elke alinea maar 1 keer."


def test_rules_of_packs_are_listed_with_where_they_come_from(b1check: Invoke, tmp_path: Path) -> None:
    pack = Path(__file__).parents[1] / "packs" / "voorbeeldstad"
    (tmp_path / "b1check.toml").write_text(f"packs = ['{pack}']\n", encoding="utf-8")
    lines = b1check("rule", "--list").stdout.splitlines()
    assert "afspraken: Afspraken in Voorbeeldstad" in lines
    (line,) = (line for line in lines if line.split()[1:2] == ["stadhuis-noemen"])
    assert line.endswith("Het stadhuis heet stadhuis (van Regels van de gemeente Voorbeeldstad)")
    assert not any("lange-zin" in line and "(van" in line for line in lines)
    shown = b1check("rule", "stadhuis-noemen").stdout
    assert "Deze regel komt uit: Regels van de gemeente Voorbeeldstad\n" in shown
