"""The JSON Schemas of what our commands print, made from the dataclasses and their docstrings.

``python -m b1check.reporters.schema report > docs/report.schema.json`` writes one again after a change; the others are
``compare`` and ``consistency``.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from b1check import comparison, consistency, findings, report

_Json = dict[str, Any]
_MODULES = (findings, report, comparison, consistency)
_ATTRIBUTES = re.compile(r"\n\s*Attributes:\s*\n", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)


class _WithoutTitles(GenerateJsonSchema):
    """A title that repeats the name of the field says nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


class _Printed(NamedTuple):
    """What a command prints as JSON.

    Attributes:
        command: the command.
        value: the dataclass.
        told: properties of dataclasses that are printed as well, by the name of the dataclass.
    """

    command: str
    value: type
    told: Mapping[str, tuple[str, ...]] = MappingProxyType({})


_PRINTED = {
    "report": _Printed("check", report.Run),
    "compare": _Printed(
        "compare", comparison.Comparison, MappingProxyType({"Comparison": ("worse",), "ScoreChange": ("dropped",)})
    ),
    "consistency": _Printed("consistency", consistency.ConsistencyReport),
}
NAMES = tuple(_PRINTED)
"""The schemas that there are; each stands in ``docs/<name>.schema.json``."""


def json_schema(name: str = "report") -> _Json:
    """Return the JSON Schema called ``name``, one of :data:`NAMES`."""
    command, value, told = _PRINTED[name]
    schema = TypeAdapter(value).json_schema(mode="serialization", schema_generator=_WithoutTitles)
    parts = dict(schema.pop("$defs"))
    schema["title"] = f"What b1check {command} --format json prints"
    schema["properties"]["schema_version"] = {"const": report.SCHEMA_VERSION}
    for title, part in ((value.__name__, schema), *parts.items()):
        if part["type"] == "object":
            made_from = _values()[title]
            part["properties"] |= {one: _of_property(made_from, one) for one in told.get(title, ())}
            _describe(part, made_from)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:b1check:{name}:{report.SCHEMA_VERSION}",
        "$comment": "New fields may come without a new schema_version.",
        **schema,
        "$defs": parts,
    }


def _of_property(value: type, name: str) -> _Json:
    getter = vars(value)[name].fget
    return {
        **TypeAdapter(get_type_hints(getter)["return"]).json_schema(),
        "description": (inspect.getdoc(getter) or "").strip(),
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
    return {value.__name__: value for module in _MODULES for value in _dataclasses(vars(module).values())}


def _dataclasses(values: Any) -> Iterator[type]:
    return (value for value in values if isinstance(value, type) and is_dataclass(value))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(*sys.argv[1:2]), ensure_ascii=False, indent=2) + "\n")
