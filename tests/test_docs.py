"""The settings in the documentation are settings that work."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from b1check import Checker, Config, config
from b1check.cache import LIMIT
from b1check.cli import attempts
from b1check.config import Override
from b1check.config_schema import json_schema
from b1check.readability import score
from b1check.readability.measures import COMPONENTS
from b1check.readability.weights import load

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "instellingen.md"
_BLOCKS = re.findall(r"```toml\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: block.splitlines()[0])
def test_every_block_of_settings_on_the_page_works(block: str, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").touch()  # the page extends the file of the folder above
    (tmp_path / "team").mkdir()
    file = tmp_path / "team" / "b1check.toml"
    file.write_text(block, encoding="utf-8")
    Draft202012Validator(json_schema()).validate(tomllib.loads(block))
    found = config.load(file)
    assert found != Config()
    assert Checker(found.of(tmp_path / "team" / "markt" / "a.docx")).rules


def test_the_numbers_on_the_page_are_those_of_the_program() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    assert f"groter dan {LIMIT // 1_000_000} MB" in page
    assert f"Bij {attempts._FEW} of meer teksten" in page
    told = re.findall(r"Dit kan erin staan: (.*)\.", page)[0]
    assert set(re.findall(r"`([\w-]+)`", told)) == {
        str(field.alias) for name, field in Override.model_fields.items() if name != "paths"
    }


def test_the_page_about_the_score_says_what_the_score_does() -> None:
    page = (_PAGE.parent / "score.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", page, re.MULTILINE))
    assert rows[f"{score.GREEN:g} of hoger"] == score._verdict(score.GREEN)
    assert rows[f"{score.AMBER:g} tot {score.GREEN:g}"] == score._verdict(score.AMBER)
    assert rows[f"onder {score.AMBER:g}"] == score._verdict(score.AMBER - 1)
    assert set(COMPONENTS) <= set(rows)
    assert f"b1check meet elke zin op {len(COMPONENTS)} punten" in page
    assert f"minder dan {score.MIN_WORDS} woorden of {score.MIN_SENTENCES} zinnen" in page
    assert f"krijgt rond de {load().base:g}." in page
