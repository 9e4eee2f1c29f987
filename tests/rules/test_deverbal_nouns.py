"""Every noun of the list is found in its own example, and none of its verbs is missing."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.rulebook import wordlist
from b1check.rulebook.load import rules_folder
from b1check.rulebook.wordlist import Entry, WordSort

from . import examples

RULE = "naamwoordstijl-ing"
ENTRIES = wordlist.read(rules_folder() / "zinsbouw" / "naamwoorden-van-werkwoorden.csv")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.word)
def test_example_holds_the_noun(entry: Entry, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(RULE)], examples.one_block(entry.example), analyser)
    assert [finding.text.lower() for finding in found] == [entry.word]


def test_list_is_a_list_of_nouns_with_verbs() -> None:
    assert len(ENTRIES) >= 120
    assert len({entry.word for entry in ENTRIES}) == len(ENTRIES)
    assert all(entry.sort is WordSort.NOUN and entry.alternatives for entry in ENTRIES)
