"""Every row of the lists in rules/jargon is found in its own example, in any place of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check.language.analysis import Analyser
from b1check.rulebook import wordlist
from b1check.rulebook.load import rules_folder
from b1check.rulebook.wordlist import Entry

from . import examples

FOLDER = rules_folder() / "jargon"
LISTS = {
    "juridische-term-zonder-uitleg": FOLDER / "juridische-termen.csv",
    "afkorting-met-punten": FOLDER / "afkortingen-met-punten.csv",
}


def rows() -> list[object]:
    return [
        pytest.param(rule, entry, id=f"{rule}-{entry.plain}")
        for rule, path in LISTS.items()
        for entry in wordlist.read(path)
    ]


@pytest.mark.parametrize(("rule", "entry"), rows())
def test_example_holds_the_entry(rule: str, entry: Entry, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(rule)], examples.one_block(entry.example), analyser)
    assert len(found) == 1


@pytest.mark.parametrize("path", LISTS.values(), ids=LISTS)
def test_no_entry_stands_there_twice(path: Path) -> None:
    words = [entry.word for entry in wordlist.read(path)]
    assert len(words) == len(set(words))


def test_terms_have_an_explanation_in_short_sentences() -> None:
    for entry in wordlist.read(LISTS["juridische-term-zonder-uitleg"]):
        sentences = entry.explanation.split(". ")
        assert entry.explanation.endswith("."), entry.word
        assert all(len(sentence.split()) <= 20 for sentence in sentences), entry.word
