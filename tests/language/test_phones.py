"""Phone numbers in all the ways that letters write them."""

from __future__ import annotations

import pytest

from b1check.language import phones


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("14 0396", "140396"),
        ("14 030", "14030"),
        ("(0396) 55 02 14", "0396550214"),
        ("0396 - 55 02 14", "0396550214"),
        ("030 28 61 000", "0302861000"),
        ("0118 - 123 456", "0118123456"),
        ("06-12345678", "0612345678"),
        ("06 1234 5678", "0612345678"),
        ("+31 30 286 10 00", "0302861000"),
        ("+31 (0)30 286 10 00", "0302861000"),
        ("0800 - 1351", "08001351"),
    ],
)
def test_a_number_is_found_as_it_is_written(written: str, digits: str) -> None:
    text = f"Bel dan {written} voor hulp."
    (found,) = phones.find(text)
    assert (text[found.start : found.end], found.digits) == (written, digits)


@pytest.mark.parametrize(
    "text", ["U betaalt € 1.400,00.", "Zaak 2026-004512.", "In 2026 komt er 0,5 procent bij.", "Pas 0304123456789."]
)
def test_other_numbers_are_no_phone_number(text: str) -> None:
    assert not list(phones.find(text))
