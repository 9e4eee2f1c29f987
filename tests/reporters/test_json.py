from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from b1check import Problem, Report, Run
from b1check.reporters.json import as_data, render, written
from b1check.reporters.schema import NAMES, json_schema

DOCS = Path(__file__).parents[2] / "docs"


def test_the_run_comes_back_from_json_as_it_was(run: Run) -> None:
    assert TypeAdapter(Run).validate_json(render(run)) == run


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_in_the_docs_is_up_to_date(name: str) -> None:
    Draft202012Validator.check_schema(json_schema(name))
    assert json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8")) == json_schema(name), (
        f"run: python -m b1check.reporters.schema {name} > docs/{name}.schema.json"
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_field_stands_in_the_schema_with_a_description(name: str) -> None:
    schema = json_schema(name)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            assert "description" in field or "$ref" in field or "const" in field or part["description"], name


def test_a_run_has_the_fields_of_the_schema(run: Run) -> None:
    schema, data = json_schema(), json.loads(render(run))
    Draft202012Validator(schema).validate(data)
    assert set(data) == set(schema["required"])
    assert set(data["documents"][0]) == set(schema["$defs"]["Report"]["required"])
    assert set(data["documents"][0]["findings"][0]) == set(schema["$defs"]["Finding"]["required"])


def test_the_version_comes_first_and_the_text_ends_with_a_line_end(run: Run) -> None:
    text = render(run)
    assert text.startswith('{\n  "schema_version": "1",\n  "version": "0.1.0",')
    assert text.endswith("}\n")


def test_nothing_is_written_as_minus_nothing(run: Run, report: Report) -> None:
    assert report.score
    zero = replace(report.score.contributions[0], points=-0.0)
    score = replace(report.score, contributions=(zero,))
    text = render(replace(run, documents=(replace(report, score=score),)))
    assert '"points": 0.0' in text
    assert "-0.0" not in text


def test_it_is_the_same_data_as_in_python(run: Run) -> None:
    assert json.loads(render(run)) == json.loads(json.dumps(as_data(run)))
    assert json.loads(written({"document": run.documents[0]})) == {"document": json.loads(render(run))["documents"][0]}


def test_a_name_that_is_not_utf8_changes_nothing_else(run: Run, report: Report) -> None:
    odd = replace(run, documents=(replace(report, name="brief\udc80.txt"),))
    plain = replace(run, documents=(replace(report, name="brief!.txt"),))
    assert render(odd) == render(plain).replace("brief!.txt", "brief\udc80.txt")
    assert written({"problem": Problem("\udc80", "")}) == '{"problem":{"name":"\udc80","message":""}}\n'


def test_enums_are_words_and_letters_stay_letters(run: Run) -> None:
    text = render(run)
    assert '"severity": "let-op"' in text
    assert "‘op grond van’" in text


def test_there_may_be_no_score(run: Run, report: Report) -> None:
    without = replace(run, documents=(replace(report, score=None, no_score="Geen score."),))
    data: dict[str, Any] = json.loads(render(without))
    assert data["documents"][0]["score"] is None
