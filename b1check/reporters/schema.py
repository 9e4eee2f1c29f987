"""The JSON Schema of a run, made from the dataclasses and their docstrings.

``python -m b1check.reporters.schema > docs/report.schema.json`` writes it again after a change.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from b1check import findings, report

_ATTRIBUTES = re.compile(r"\n\s*Attributes:\s*\n", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)


class _WithoutTitles(GenerateJsonSchema):
    """A title that repeats the name of the field says nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of what ``--format json`` prints."""
    schema = TypeAdapter(report.Run).json_schema(mode="serialization", schema_generator=_WithoutTitles)
    parts = dict(schema.pop("$defs"))
    schema["title"] = "What b1check check --format json prints"
    schema["properties"]["schema_version"] = {"const": report.SCHEMA_VERSION}
    for name, part in (("Run", schema), *parts.items()):
        if part["type"] == "object":
            _describe(part, _values()[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:b1check:report:{report.SCHEMA_VERSION}",
        "$comment": "New fields may come without a new schema_version.",
        **schema,
        "$defs": parts,
    }


def _describe(part: dict[str, Any], value: type) -> None:
    """Describe the schema and its properties with the docstring of ``value``; all fields are always there."""
    summary, *attributes = _ATTRIBUTES.split(inspect.getdoc(value) or "")
    part["description"] = summary.strip()
    for match in _ATTRIBUTE.finditer(attributes[0] if attributes else ""):
        name, text = match.groups()
        part["properties"][name].setdefault("description", " ".join(text.split()))
        part["properties"][name].pop("default", None)
    part["required"] = list(part["properties"])


def _values() -> dict[str, type]:
    return {value.__name__: value for module in (findings, report) for value in _dataclasses(vars(module).values())}


def _dataclasses(values: Any) -> Iterator[type]:
    return (value for value in values if isinstance(value, type) and is_dataclass(value))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
