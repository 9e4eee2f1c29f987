"""The run as JSON: the same typed data as the API gives, in the form of ``docs/report.schema.json``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from b1check.report import Problem, Report, Run


def render(run: Run) -> str:
    """Return ``run`` as JSON with the keys in a fixed order and a line end; enums are their Dutch names."""
    data = as_data(run)
    ordered = {"schema_version": data.pop("schema_version"), **data}
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"


def as_data(value: Run | Report | Problem) -> dict[str, Any]:
    """Return the fields of ``value`` as JSON knows them."""
    return asdict(value, dict_factory=_fields)


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the fields of a value; adding 0.0 to a number makes 0.0 of -0.0."""
    return {name: value + 0.0 if isinstance(value, float) else value for name, value in pairs}
