"""The JSON Schema of the settings: up to date, Dutch, and of one mind with the settings themselves."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from b1check import Config, ConfigError, config
from b1check.config_schema import json_schema

SCHEMA = Path(__file__).parents[1] / "docs" / "b1check.schema.json"
VALIDATOR = Draft202012Validator(json_schema())


def test_the_schema_in_the_docs_is_up_to_date() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema(), (
        "run: python -m b1check.config_schema > docs/b1check.schema.json"
    )


def test_the_schema_is_right_and_every_setting_has_a_description() -> None:
    Draft202012Validator.check_schema(json_schema())
    names = {str(field.alias) for name, field in Config.model_fields.items() if name != "folder"}
    assert set(json_schema()["properties"]) == names | {"extend"}
    for model in (json_schema(), *json_schema()["$defs"].values()):
        for name, field in model.get("properties", {}).items():
            assert field.get("description"), name
            assert field["description"].endswith((".", "NAAM")), name


def test_nothing_in_it_is_null_or_english() -> None:
    text = SCHEMA.read_text(encoding="utf-8")
    assert "null" not in text
    descriptions = [value["description"] for value in _parts(json_schema()) if "description" in value]
    assert not [text for text in descriptions if {"the", "of the", "which"} & set(text.lower().split())]


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if not isinstance(value.get("description"), dict):
            yield value
        for part in value.values():
            yield from _parts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _parts(part)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('profile = "ondernemer"\nfail-on = "tip"', True),
        ('profile = "kind"', False),
        ("fail_on = 'tip'", False),
        ('[terms.preferred]\nloket = "balie"\nKCC = ["a", "b"]', True),
        ("[terms.preferred]\nloket = []", False),
        ('[[overrides]]\npaths = ["a"]\nselect = ["woorden"]', True),
        ("[[overrides]]\nselect = ['woorden']", False),
        ('[rules.x]\nseverity = "tip"\noptions = { a = 1 }', True),
        ("[rules.x]\nernst = 'tip'", False),
        ('[servicenormen]\nbellen = "2 werkdagen"', True),
        ("[servicenormen]\nfluiten = '2 werkdagen'", False),
        ("folder = '/'", False),
    ],
)
def test_schema_and_settings_agree(text: str, right: bool, tmp_path: Path) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text(text, encoding="utf-8")
    assert VALIDATOR.is_valid(tomllib.loads(text)) is right
    if right:
        assert config.load(file).folder == tmp_path
    elif "fail_on" not in text:  # we are not as strict about the dash
        with pytest.raises(ConfigError):
            config.load(file)


def test_a_file_may_extend_another() -> None:
    assert VALIDATOR.is_valid({"extend": "../b1check.toml"})
    assert not VALIDATOR.is_valid({"extend": ["a.toml"]})
