"""The JSON Schema of ``b1check.toml``, made from the models of the settings: editors complete and explain with it.

``python -m b1check.config_schema > docs/b1check.schema.json`` writes it again after a change.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import Field
from pydantic.json_schema import GenerateJsonSchema

from b1check.config import Config

_EXTEND = "Neem eerst de instellingen uit dit bestand over, gezien vanaf de map van dit bestand."


class _File(Config):
    """What a file can hold: the settings, and the name of a file that it extends."""

    extend: str = Field(default="", description=_EXTEND)


class _WithoutTitles(GenerateJsonSchema):
    """A title that repeats the name of the field says nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file with settings; all descriptions in it are Dutch."""
    schema = _File.model_json_schema(schema_generator=_WithoutTitles)
    properties = schema["properties"]
    del properties["folder"]  # says where the file stands, and is no setting
    del properties["extend"]["default"]
    models = schema.pop("$defs")
    for model in (schema, *models.values()):
        model.pop("description", None)  # the docstring, which is English
        model.pop("title", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:b1check:config",
        "title": "Instellingen van b1check",
        **_without_null(schema),
        "properties": {"extend": properties.pop("extend"), **_without_null(properties)},
        "$defs": _without_null(models),
    }


def _without_null(part: Any) -> Any:
    """Return ``part`` of a schema without null: TOML has none, and a setting that is not there says the same."""
    if isinstance(part, list):
        return [_without_null(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {name: _without_null(value) for name, value in part.items() if value is not None}
    choices = [choice for choice in kept.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept | {"anyOf": choices} if choices else kept


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
