"""What must hold for all word lists together."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from b1check.language.analysis import Analyser
from b1check.rulebook import load, wordlist
from b1check.rulebook.wordlist import Entry

from . import examples

RULES = [name for name, (spec, _) in load.specs().items() if spec.kind == "lexicon"]
MISSED_AT_MOST = 0.01
"""Share of entries that the pipeline may hide by a wrong tag in their own example."""


def entries(rule: str) -> list[Entry]:
    spec, path = load.specs()[rule]
    return [entry for name in spec.options["lists"] for entry in wordlist.read(path.parent / name)]


ALL = [entry for rule in RULES for entry in entries(rule)]


def test_there_are_enough() -> None:
    assert len(ALL) >= 1_800


def test_no_word_stands_in_two_places() -> None:
    count = Counter((entry.plain.lower(), entry.sort) for entry in ALL)
    assert [word for word, times in count.items() if times > 1] == []


def test_no_alternative_is_itself_reported() -> None:
    reported = {entry.plain.lower() for entry in ALL if not entry.strict}
    wrong = [(entry.word, word) for entry in ALL for word in entry.alternatives if word.lower() in reported]
    assert wrong == []


@cache
def _strict(rule: str) -> load.Rule:
    return examples.one_rule(rule, strict=True)


@pytest.mark.slow
def test_entries_are_found_in_their_own_example(analyser: Analyser) -> None:
    missed = [
        (name, entry.word)
        for name in RULES
        for entry in entries(name)
        if not examples.findings([_strict(name)], examples.one_block(entry.example), analyser)
    ]
    assert len(missed) <= MISSED_AT_MOST * len(ALL), missed
