"""The run as JSON: the same typed data as the API gives, in the form of ``docs/report.schema.json``."""

from __future__ import annotations

import json
from dataclasses import asdict

from b1check.report import Run


def render(run: Run) -> str:
    """Return ``run`` as JSON with the keys in a fixed order and a line end; enums are their Dutch names."""
    data = asdict(run)
    ordered = {"schema_version": data.pop("schema_version"), **data}
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"
