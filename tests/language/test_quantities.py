"""Numbers, amounts, account numbers and lengths of time, found by their form."""

from __future__ import annotations

import re

import pytest

from b1check.language import money, numbers, terms
from b1check.language.terms import Term


@pytest.mark.parametrize(
    ("word", "value"),
    [("tweeëntwintig", 22), ("negenennegentig", 99), ("zes", 6), ("één", 1), ("een", 1), ("1.500", 1500)],
)
def test_numbers(word: str, value: int) -> None:
    assert numbers.value(word) == value


def test_the_article_een_is_no_number() -> None:
    assert "een" not in numbers.WORDS


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 1.500,-", 150_000),
        ("€1500", 150_000),
        ("EUR 82,40", 8_240),
        ("1500 euro", 150_000),
        ("vijftig euro", 5_000),
        ("€ 2 miljoen", 200_000_000),
    ],
)
def test_one_amount_in_many_writings(text: str, cents: int) -> None:
    [found] = money.amounts(f"Dat kost {text}.")
    assert found.cents == cents
    assert re.search(money.AMOUNT, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["NL00BANK0123456789", "NL00 BANK 0123 4567 89"])
def test_an_account_number_with_and_without_spaces(text: str) -> None:
    [found] = money.accounts(f"Betaal op {text}.")
    assert found.number == "NL00BANK0123456789"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("binnen 6 weken", Term(6, "week")),
        ("binnen veertien (14) dagen", Term(14, "dag")),
        ("binnen een volle maand", Term(1, "maand")),
        ("binnen anderhalve week", Term(1.5, "week")),
    ],
)
def test_lengths_of_time(text: str, term: Term) -> None:
    found = re.search(terms.LENGTH, text, re.IGNORECASE)
    assert found is not None
    assert Term.of(found["count"], found["unit"]) == term


def test_a_term_of_the_settings() -> None:
    assert Term.parse("10 werkdagen") == Term(10, "werkdag")
    assert Term.parse("gauw") is None


@pytest.mark.parametrize(
    ("term", "days"),
    [
        (Term(5, "werkdag"), 7),
        (Term(2, "week"), 14),
        (Term(12, "uur"), 0.5),
        (Term(1, "jaar"), 365),
        (Term(3, "dag"), 3),
    ],
)
def test_a_length_in_calendar_days(term: Term, days: float) -> None:
    assert term.days == pytest.approx(days)


@pytest.mark.parametrize(
    ("words", "term"), [("2 werkdagen", Term(2, "werkdag")), ("twee dagen", None), ("2 euro", None)]
)
def test_a_length_in_the_settings(words: str, term: Term | None) -> None:
    assert Term.parse(words) == term
