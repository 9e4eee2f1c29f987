"""What was worked out beforehand is what would be worked out now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from b1check.rulebook import lists, literals, load, prepared, recognise, wordforms, wordlist
from b1check.rulebook.wordlist import WordSort

ENOUGH = 0.9
"""New words and patterns may come before the file is written anew: that makes a start slower, and nothing else."""
WRITE = "write the file anew: python -m training.prepared"


def _words() -> set[tuple[str, WordSort]]:
    entries = (
        entry
        for spec, path in load.specs().values()
        for file in lists.of_spec(spec, path)
        for entry in wordlist.read(file)
    )
    found = {recognise.inflected(entry) for entry in entries}
    return {one for one in found if one and one[1] is not WordSort.FIXED}


def _patterns() -> set[str]:
    texts = {text for spec, _ in load.specs().values() for text in _texts(spec.options)}
    return {text for text in texts if prepared.pieces(text) is not None}


def _texts(options: Any) -> Iterator[str]:
    if isinstance(options, str):
        yield options
    elif isinstance(options, dict | list):
        for value in options.values() if isinstance(options, dict) else options:
            yield from _texts(value)


def test_words_begin_as_their_forms_do() -> None:
    known = {one: found for one in _words() if (found := prepared.starts(one[1], one[0])) is not None}
    assert len(known) >= ENOUGH * len(_words()), WRITE
    wrong = [word for (word, sort), found in known.items() if {*found} != wordforms.expand(word, sort).starts]
    assert wrong == [], WRITE


def test_patterns_need_what_their_parse_says() -> None:
    patterns = _patterns()
    assert len(patterns) > 250, WRITE
    wrong = [pattern for pattern in patterns if {*(prepared.pieces(pattern) or ())} != literals.parsed_pieces(pattern)]
    assert wrong == [], WRITE
    for pattern in patterns:
        re.compile(pattern)


def test_what_was_not_prepared_is_worked_out() -> None:
    assert prepared.starts(WordSort.VERB, "flabberen") is None
    assert "flabbert" in wordforms.starts("flabberen", WordSort.VERB)
    assert literals.pieces(r"\bflabber(?:en|t)\b") == {"flabber"}


def test_a_pattern_that_is_not_right_is_still_refused() -> None:
    spec, path = load.specs()["dubbele-ontkenning"]
    with pytest.raises(load.RuleError, match="patroon klopt niet"):
        load.build(spec, path, options={"patterns": ["(flabber"]})
