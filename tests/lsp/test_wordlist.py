"""A word is added to the settings without harm to what stands there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lsp_server.wordlist import allow

WORD = "maatwerkvoorziening"


def _after(folder: Path, word: str = WORD) -> str:
    addition = allow(word, folder)
    assert addition is not None
    text = addition.text or ""
    return text[: addition.span.start] + addition.replacement + text[addition.span.end :]


@pytest.mark.parametrize(
    ("before", "allowed"),
    [
        ("", [WORD]),
        ('profile = "inwoner"', [WORD]),
        ("[terms]\n", [WORD]),
        ("[terms]", [WORD]),
        ("[terms] # onze woorden\nallowed = []\n", [WORD]),
        ('[terms]\nallowed = ["loket"]\n[terms.preferred]\nburger = "inwoner"\n', ["loket", WORD]),
        ('[terms]\nallowed = [\n  "loket", # mag\n  "leges",\n]\n', ["loket", "leges", WORD]),
        ('[terms.preferred]\nburger = "inwoner"\n', [WORD]),
        ('[terms]\r\nallowed = ["loket"]\r\n', ["loket", WORD]),
    ],
)
def test_the_word_joins_those_that_are_allowed(tmp_path: Path, before: str, allowed: list[str]) -> None:
    (tmp_path / "b1check.toml").write_bytes(before.encode())
    after = _after(tmp_path)
    assert tomllib.loads(after)["terms"]["allowed"] == allowed
    kept = tomllib.loads(before)
    assert {name: value for name, value in tomllib.loads(after).items() if name != "terms"} == {
        name: value for name, value in kept.items() if name != "terms"
    }


def test_without_settings_a_new_file_is_made(tmp_path: Path) -> None:
    addition = allow('het "loket"', tmp_path)
    assert addition is not None
    assert addition.text is None
    assert addition.file == tmp_path / "b1check.toml"
    assert tomllib.loads(addition.replacement) == {"terms": {"allowed": ['het "loket"']}}


def test_settings_in_pyproject_stay_there(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.b1check]\nprofile = "ondernemer"\n[tool.other]\n', encoding="utf-8")
    assert tomllib.loads(_after(tmp_path))["tool"]["b1check"] == {"profile": "ondernemer", "terms": {"allowed": [WORD]}}


@pytest.mark.parametrize(
    "before",
    [f'[terms]\nallowed = ["{WORD}"]\n', 'terms = { allowed = ["loket"] }\n', 'terms.allowed = ["a"]\n', "[kapot"],
)
def test_nothing_is_offered_where_it_is_there_or_cannot_be_placed_with_certainty(tmp_path: Path, before: str) -> None:
    (tmp_path / "b1check.toml").write_text(before, encoding="utf-8")
    assert allow(WORD, tmp_path) is None
