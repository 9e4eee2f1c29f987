"""The run as JSON: the same typed data as the API gives, in the form of ``docs/report.schema.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from b1check.report import Problem, Report, Run

_MINUS_NOTHING = re.compile(r": ?-0\.0(?=[,}\n])")
"""Looks like a number that is written as 0.0; it may also stand in a text."""


def render(run: Run, more: Mapping[str, object] | None = None) -> str:
    """Return ``run`` as JSON with the keys in a fixed order and a line end; enums are their Dutch names.

    Args:
        run: what to write.
        more: other fields, which come right after the version of the form.
    """
    values = {field.name: getattr(run, field.name) for field in fields(run)}
    return written({"schema_version": run.schema_version, **(more or {}), **values}, indent=2)


def written(values: Mapping[str, object], *, indent: int | None = None) -> str:
    """Return JSON with a line end; the values may be any of ours.

    A run of 2,000 documents is large, and pydantic writes it seven times as fast as the module ``json``.
    """
    from pydantic_core import PydanticSerializationError, to_json  # noqa: PLC0415 - ``--help`` need not wait for it

    try:
        text = to_json(values, indent=indent).decode()
    except PydanticSerializationError:  # of a name that is not UTF-8
        text = ""
    if not text or _MINUS_NOTHING.search(text):
        between = (",", ":") if indent is None else None
        text = json.dumps(values, default=as_data, ensure_ascii=False, indent=indent, separators=between)
    return f"{text}\n"


def as_data(value: Run | Report | Problem) -> dict[str, Any]:
    """Return the fields of ``value`` as JSON knows them."""
    return asdict(value, dict_factory=_fields)


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the fields of a value; adding 0.0 to a number makes 0.0 of -0.0."""
    return {name: value + 0.0 if isinstance(value, float) else value for name, value in pairs}
