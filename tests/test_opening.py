"""What is told at once of the first pages of a long text."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check import Checker, Config, Finding, ReadError, Span

LETTERS = sorted((Path(__file__).resolve().parents[1] / "corpora" / "brieven").glob("*.txt"))
AGAIN = 0.02
"""Share of what is told at first that the whole text may take back."""


def _long(first: int) -> str:
    return "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in LETTERS[first : first + 4])


def _told(findings: tuple[Finding, ...]) -> list[tuple[str, Span]]:
    return [(finding.rule, finding.span) for finding in findings]


@pytest.mark.slow
def test_the_whole_text_takes_back_hardly_anything_and_finds_the_same_as_without() -> None:
    told, back = 0, 0
    for first in range(0, 80, 4):
        text = _long(first)
        checker = Checker()
        opening = checker.check_opening(text)
        whole = checker.check_text(text)
        assert whole == Checker().check_text(text)
        assert len(opening) < len(whole.findings)
        assert all(text[one.span.start : one.span.end] == one.text for one in opening)
        told += len(opening)
        back += len(set(_told(opening)) - set(_told(whole.findings)))
    assert told > 400
    assert back <= AGAIN * told


def test_of_a_long_text_the_first_paragraphs_are_told_and_no_more() -> None:
    text = "\n\n".join(["Indien u vragen heeft, kunt u ons bellen."] * 20)
    opening = Checker().check_opening(text, characters=100)
    assert [one.rule for one in opening] == ["formeel-verbindingswoord"] * 3
    assert opening[2].line == 5


def test_a_text_that_is_not_longer_has_no_opening() -> None:
    checker = Checker()
    assert checker.check_opening("Indien u vragen heeft, kunt u ons bellen.") == ()
    assert checker.check_opening("Indien u vragen heeft, kunt u ons bellen.\n\n" * 2, characters=60) == ()


HARD = "Indien u vragen heeft, kunt u ons bellen."


def test_what_the_writer_switched_off_stays_away() -> None:
    off = "[b1check uit: formeel-verbindingswoord - uit de wet]"
    opening = Checker().check_opening(f"{HARD}\n\n{off}\n{HARD}\n\n{HARD}\n\n{HARD}", characters=120)
    assert [one.line for one in opening] == [1, 6]
    ignoring = Checker(Config.model_validate({"ignore": ["formeel-verbindingswoord"]}))
    assert ignoring.check_opening(f"{HARD}\n\n" * 9, characters=120) == ()


def test_a_paragraph_that_is_too_long_is_refused() -> None:
    with pytest.raises(ReadError, match="alinea van meer dan"):
        Checker().check_opening("a" * 100_001 + "\n\nDag.", characters=10)
