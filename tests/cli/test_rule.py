from __future__ import annotations

import json

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
