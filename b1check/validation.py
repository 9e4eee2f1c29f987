"""Says in Dutch what pydantic found wrong, for settings, rule files and lines of input."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from pydantic import ValidationError

_PLACE_IN_TOML = re.compile(r"\(at line (\d+), column (\d+)\)")


def explain(error: ValidationError, known: Iterable[str] = ()) -> str:
    """Return one or two Dutch sentences about one thing that is wrong.

    Args:
        error: what pydantic found.
        known: names that are right in this place, for a guess at what was meant.
    """
    errors = error.errors()
    # A name that is misspelt is both unknown and missing; the first of these says more.
    first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(first["loc"][-1]), list(known), n=1)
        return f"Onbekende instelling: {where}." + (f" Bedoelt u {near[0]}?" if near else "")
    if first["type"] == "missing":
        return f"Er ontbreekt iets: {where}."
    if first["type"] == "value_error":
        return str(first["ctx"]["error"]) if "ctx" in first else first["msg"]
    where = where.removesuffix(".[key]")
    if first["type"] in {"literal_error", "enum"}:
        choices = re.findall(r"'([^']*)'", str(first["ctx"]["expected"]))
        near = difflib.get_close_matches(str(first["input"]), choices, n=1)
        meant = f" Bedoelt u {near[0]}?" if near else ""
        return f"De waarde van {where} kan niet: {first['input']!r}.{meant} Kies uit: {', '.join(choices)}."
    return f"De waarde van {where} kan niet: {first['input']!r}." if where else f"Dit kan niet: {first['input']!r}."


def toml_reason(error: ValueError) -> str:
    """Return two Dutch sentences about a text that is no TOML, from what the parser says."""
    place = _PLACE_IN_TOML.search(str(error))
    where = f"Kijk bij regel {place[1]}, teken {place[2]}." if place else "Kijk bij de laatste regel."
    return f"{where} Vaak ontbreekt er een aanhalingsteken of een haakje."
