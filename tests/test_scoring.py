"""The score: when there is one, what it is made of, and that an edited letter scores higher."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check import Checker

BRIEVEN = Path(__file__).resolve().parents[1] / "corpora" / "brieven"
PAIRS = sorted(path.name.removesuffix(".voor.txt") for path in BRIEVEN.glob("*.voor.txt"))
EASY = "U krijgt van ons elke week 1 brief over uw plan. " * 12


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def test_no_score_below_a_hundred_words(checker: Checker) -> None:
    report = checker.check_text("U krijgt een brief. " * 9)
    assert report.score is None
    assert report.no_score == "Geen score: de tekst heeft 36 woorden en 9 zinnen. Nodig zijn 100 woorden en 8 zinnen."
    assert report.difficulty is not None


def test_no_score_below_eight_sentences(checker: Checker) -> None:
    text = " ".join(["Wij sturen u deze week een brief en daarin staat wat u moet doen en wat wij doen."] * 7)
    report = checker.check_text(text)
    assert report.words > 100
    assert report.score is None


def test_an_easy_text_loses_nothing(checker: Checker) -> None:
    score = checker.check_text(EASY).score
    assert score is not None
    assert (score.value, score.verdict) == (100, "past waarschijnlijk bij lezers op B1")


def test_the_contributions_add_up(checker: Checker) -> None:
    score = checker.check_file(BRIEVEN / f"{PAIRS[0]}.voor.txt").score
    assert score is not None
    total = 100 + sum(contribution.points for contribution in score.contributions)
    assert score.value == pytest.approx(max(total, 0), abs=0.6)
    assert score.contributions[0].name == "gemiddelde zinslengte"


@pytest.mark.parametrize("pair", PAIRS)
def test_the_edited_letter_scores_higher(pair: str, checker: Checker) -> None:
    before = checker.check_file(BRIEVEN / f"{pair}.voor.txt").score
    after = checker.check_file(BRIEVEN / f"{pair}.na.txt").score
    assert before is not None
    assert after is not None
    assert after.value - after.band > before.value
