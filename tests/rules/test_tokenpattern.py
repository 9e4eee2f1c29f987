"""Patterns of tokens, on tokens made by hand: no pipeline is needed to see what a step asks."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from b1check.language.analysis import Token
from b1check.rulebook import tokenpattern
from b1check.rulebook.tokenpattern import Pattern, Step


def tokens(*words: str) -> tuple[Token, ...]:
    """Make tokens from "woord/POS"; lemma and morph are not asked here."""
    made: list[Token] = []
    at = 0
    for index, word in enumerate(words):
        text, pos = word.split("/")
        made.append(Token(index, text, text.lower(), at, at + len(text), text.lower(), pos, "", "", 0))
        at += len(text) + 1
    return tuple(made)


SENTENCE = tokens("Er/ADV", "wordt/AUX", "hard/ADV", "gewerkt/VERB", "./PUNCT")


def found(pattern: Pattern, *, at_start: bool = False) -> list[str]:
    text = " ".join(token.text for token in SENTENCE)
    places = tokenpattern.find(pattern, SENTENCE, at_start=at_start)
    return ["|".join(text[start:end] for start, end in ranges) for ranges in places]


def test_steps_side_by_side_are_one_range() -> None:
    assert found((Step(lower=frozenset({"er"})), Step(pos=frozenset({"AUX"})))) == ["Er wordt"]


def test_an_unmarked_step_splits_the_range() -> None:
    gap = Step(not_pos=frozenset({"PUNCT"}), least=0, most=5, lazy=True, mark=False)
    assert found((Step(pos=frozenset({"AUX"})), gap, Step(pos=frozenset({"VERB"})))) == ["wordt|gewerkt"]


def test_a_gap_stops_at_what_it_must_not_hold() -> None:
    gap = Step(not_lower=frozenset({"hard"}), least=0, most=5, mark=False)
    assert found((Step(pos=frozenset({"AUX"})), gap, Step(pos=frozenset({"VERB"})))) == []


def test_greedy_and_lazy_steps() -> None:
    word = frozenset({"ADV", "AUX", "VERB"})
    assert found((Step(pos=word, most=9),)) == ["Er wordt hard gewerkt"]
    assert found((Step(pos=word, most=9, lazy=True),)) == ["Er", "wordt", "hard", "gewerkt"]


def test_a_step_gives_back_what_the_next_one_needs() -> None:
    word = frozenset({"ADV", "AUX", "VERB"})
    assert found((Step(pos=word, most=9), Step(pos=frozenset({"VERB"})))) == ["Er wordt hard gewerkt"]


def test_only_at_the_start_of_the_sentence() -> None:
    adverb = (Step(pos=frozenset({"ADV"})),)
    assert found(adverb) == ["Er", "hard"]
    assert found(adverb, at_start=True) == ["Er"]


def test_what_stands_before() -> None:
    assert found((Step(pos=frozenset({"ADV"}), not_first=True),)) == ["hard"]
    assert found((Step(pos=frozenset({"ADV"}), not_after=frozenset({"wordt"})),)) == ["Er"]
    assert found((Step(pos=frozenset({"ADV"}), not_after_pos=frozenset({"AUX"})),)) == ["Er"]


def test_of_two_patterns_that_overlap_the_first_counts() -> None:
    long: Pattern = (Step(lower=frozenset({"er"})), Step(pos=frozenset({"AUX"})))
    short: Pattern = (Step(pos=frozenset({"AUX"})),)
    assert len(list(tokenpattern.find_all((long, short), SENTENCE))) == 1


def test_a_pattern_without_marked_tokens_finds_nothing() -> None:
    assert found((Step(pos=frozenset({"AUX"}), mark=False),)) == []


def test_least_is_not_more_than_most() -> None:
    with pytest.raises(ValidationError, match="least"):
        Step(least=2, most=1)
