"""What changed on the disk is seen, also when no editor tells of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsp_server import watching
from lsp_server.checkers import Checkers

HARD = "Indien u vragen hebt, kunt u ons bellen."
RULE = """name = "marktwoord"
group = "woorden"
title = "Woord van de markt"
kind = "lexicon"
severity = "let-op"
message = "‘{gevonden}’ kennen alleen mensen van de markt. Beter: {advies}."
why = "Nieuwe ondernemers kennen dit woord niet. Schrijf wat u bedoelt."
sources = ["Eigen kennis"]

[options]
lists = ["marktwoorden.csv"]

[[bad]]
text = "U vindt het [[marktreglement]] op onze site."

[[bad]]
text = "Lees vooraf het [[marktreglement]] van onze stad."

[[good]]
text = "U vindt de regels voor de markt op onze site."
why = "hier staat wat het is"

[[good]]
text = "De markt is op zaterdag."
why = "‘markt’ is een gewoon woord"
"""
HEADER = "woord;soort;alternatieven;betekenis;niet_bij;uitleg;voorbeeld;niveau\n"
ROW = "marktreglement;zn;regels voor de markt;;;;Lees het marktreglement goed.;\n"


def test_a_file_that_changes_comes_or_goes_is_seen(tmp_path: Path) -> None:
    there, new = tmp_path / "b1check.toml", tmp_path / "pyproject.toml"
    there.write_text("", encoding="utf-8")
    for change in (
        lambda: there.write_text("ignore = []\n", encoding="utf-8"),
        lambda: os.utime(there, ns=(1, 1)),
        lambda: new.write_text("", encoding="utf-8"),
        there.unlink,
    ):
        before = watching.stamps(watching.settings_files(tmp_path))
        assert not watching.changed(before)
        change()
        assert watching.changed(before)


def test_a_file_that_is_added_to_the_rules_is_seen(tmp_path: Path) -> None:
    (tmp_path / "woorden").mkdir()
    before = watching.stamps(watching.rule_files([tmp_path, tmp_path / "is-er-niet"]))
    (tmp_path / "woorden" / "regel.toml").write_text("", encoding="utf-8")
    os.utime(tmp_path / "woorden", ns=(1, 1))  # a new file changes its folder, but not always within one tick
    assert watching.changed(before)


def test_checkers_know_what_they_read(tmp_path: Path) -> None:
    checkers = Checkers()
    checkers.config(tmp_path / "brief.txt")
    assert not checkers.stale()
    (tmp_path / "b1check.toml").write_text("kapot", encoding="utf-8")
    assert checkers.stale()
    checkers.reset()
    checkers.config(tmp_path / "brief.txt")
    assert not checkers.stale()  # told once, and not again until it changes


def test_the_server_looks_by_itself(pushed: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "brief.txt").as_uri()
    pushed.open(uri, HARD)
    assert len(pushed.pushed(uri, 1)) == 1
    (tmp_path / "b1check.toml").write_text('ignore = ["woorden"]\n', encoding="utf-8")
    assert pushed.pushed(uri, 1) == []
    (tmp_path / "b1check.toml").unlink()
    assert len(pushed.pushed(uri, 1)) == 1


def test_a_changed_list_of_words_is_seen(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    pack = tmp_path / "regels"
    (pack / "woorden").mkdir(parents=True)
    (pack / "woorden" / "marktwoord.toml").write_text(RULE, encoding="utf-8")
    words = pack / "woorden" / "marktwoorden.csv"
    words.write_text(HEADER + ROW, encoding="utf-8")
    (tmp_path / "b1check.toml").write_text('packs = ["regels"]\nselect = ["marktwoord"]\n', encoding="utf-8")
    client = start(PUSH, folder=tmp_path)
    uri = (tmp_path / "brief.txt").as_uri()
    client.open(uri, "Lees het marktreglement en de kraamkaart.")
    (found,) = client.pushed(uri, 1)
    page = (pack / "woorden" / "marktwoord.toml").as_uri()
    assert (found["code"], found["codeDescription"]["href"]) == ("marktwoord", page)
    hover = client.about("hover", uri, position=found["range"]["start"])
    assert f"[marktwoord]({page})" in hover["contents"]["value"]
    explained = client.request(
        "workspace/executeCommand", {"command": "b1check.explainRule", "arguments": ["marktwoord", uri]}
    )
    assert explained.startswith("### Woord van de markt")
    words.write_text(f"{HEADER}{ROW.replace('marktreglement', 'kraamkaart')}{ROW}", encoding="utf-8")
    assert len(client.pushed(uri, 1)) == 2


@pytest.mark.parametrize("language", ["markdown", "gfm", "html", "mhtml", "text"])
def test_the_names_that_editors_give_to_languages_are_known(pushed: Any, language: str) -> None:
    uri = f"untitled:{language}-naam"
    pushed.open(uri, HARD, language=language)
    assert len(pushed.pushed(uri, 1)) == 1
