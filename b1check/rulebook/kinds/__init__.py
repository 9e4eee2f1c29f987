"""The kinds of detection, one module each; a rule file names one of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from b1check.errors import RuleError
from b1check.rulebook.match import Kind

NAMES = (
    "abbreviation",
    "address_form",
    "brackets",
    "dienen",
    "distance",
    "lexicon",
    "link_text",
    "mean_sentence_length",
    "nominal_infinitive",
    "numeric_date",
    "objection_clause",
    "paragraph_length",
    "passive",
    "regex",
    "run_up",
    "sentence_length",
    "sentence_pattern",
    "subordinate_clauses",
    "term",
    "too_short",
    "unfamiliar",
    "weekday",
)
"""All kinds; the module of a kind has its name and holds one ``KIND``."""


def get(name: str) -> Kind[Any]:
    """Return the kind called ``name``.

    Raises:
        RuleError: when there is no such kind.
    """
    if name not in NAMES:
        raise RuleError(f"Onbekende soort regel: {name}. Kies uit: {', '.join(NAMES)}.")
    kind: Kind[Any] = import_module(f"{__name__}.{name}").KIND
    return kind
