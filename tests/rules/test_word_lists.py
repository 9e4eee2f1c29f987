"""What must hold for all word lists together; see ``b1check.rulebook.lists``."""

from __future__ import annotations

from functools import cache

import pytest

from b1check.language.analysis import Analyser
from b1check.rulebook import lists, load, wordlist
from b1check.rulebook.wordlist import WordSort

from . import examples

RULES = [name for name, (spec, _) in load.specs().items() if "lists" in spec.options]


@cache
def _shelf() -> lists.Shelf:
    return lists.shelve(load.specs().values())


def test_there_are_enough() -> None:
    assert sum(len(entries) for entries in _shelf().homes.values()) >= 1_800


@pytest.mark.parametrize("name", RULES)
def test_lists_are_in_order_and_words_stand_there_once(name: str) -> None:
    assert list(lists.failures(examples.one_rule(name), _shelf())) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", RULES)
def test_entries_are_found_in_their_own_example(name: str, analyser: Analyser) -> None:
    assert list(lists.unfound(examples.one_rule(name), analyser)) == []


def test_nouns_of_verbs_are_nouns_with_verbs() -> None:
    entries = wordlist.read(load.rules_folder() / "zinsbouw" / "naamwoorden-van-werkwoorden.csv")
    assert len(entries) >= 120
    assert all(entry.sort is WordSort.NOUN and entry.alternatives for entry in entries)


def test_terms_have_an_explanation_in_short_sentences() -> None:
    for entry in wordlist.read(load.rules_folder() / "jargon" / "juridische-termen.csv"):
        sentences = entry.explanation.split(". ")
        assert entry.explanation.endswith("."), entry.word
        assert all(len(sentence.split()) <= 20 for sentence in sentences), entry.word
