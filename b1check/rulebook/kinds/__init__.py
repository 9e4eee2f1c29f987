"""The kinds of detection, one module each; a rule file names one of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from b1check.errors import RuleError
from b1check.rulebook.match import Kind

SUPPRESSION = "suppression"
"""The kind of rules about what a writer switches off in a text."""

NAMES = (
    "abbreviation",
    "address_form",
    "agreed_term",
    "agreed_words",
    "amount",
    "attachment",
    "brackets",
    "changing_name",
    "checklist_item",
    "choppy",
    "clause_absent",
    "clause_elements",
    "clause_mention",
    "clause_term",
    "conflicting_facts",
    "deadline_order",
    "decision_lacks",
    "deverbal_noun",
    "dienen",
    "distance",
    "enumeration",
    "extension",
    "file_instead_of_page",
    "heading_levels",
    "late_explanation",
    "law_name",
    "letter_length",
    "lexicon",
    "link_text",
    "listed_words",
    "long_compound",
    "mean_sentence_length",
    "mention",
    "mixed_forms",
    "nested_clause",
    "nominal_infinitive",
    "numeral",
    "numeric_date",
    "obligation_without_agent",
    "orders",
    "other_language",
    "page_opening",
    "page_title",
    "page_topics",
    "paragraph_length",
    "passive",
    "passive_share",
    "preposition_chain",
    "promise_term",
    "regex",
    "run_up",
    "sentence_length",
    "sentence_pattern",
    "several_subjects",
    "subordinate_clauses",
    SUPPRESSION,
    "swapped_term",
    "term",
    "token_pattern",
    "too_short",
    "two_dates",
    "unfamiliar",
    "vague_reference",
    "wall_of_text",
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
