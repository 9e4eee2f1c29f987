"""Every row of the lists of imagery and of words with two meanings is found in its own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check.language.analysis import Analyser
from b1check.rulebook import wordlist
from b1check.rulebook.load import rules_folder
from b1check.rulebook.wordlist import Entry

from . import examples

LISTS = {
    "beeldspraak": rules_folder() / "woorden" / "beeldspraak.csv",
    "woord-met-juridische-bijbetekenis": rules_folder() / "woorden" / "bijbetekenis.csv",
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
def test_rows_stand_in_order_and_once(path: Path) -> None:
    words = [entry.word for entry in wordlist.read(path)]
    assert words == sorted(set(words))
