"""What rules found in a block before is used again, and only where it stands at the same place."""

from __future__ import annotations

from b1check import Checker
from b1check.rulebook.match import Glance, PerBlock

HARD = "Indien u vragen hebt, kunt u ons bellen."
TEXTS = (
    f"{HARD}\n\n{HARD}\n",
    f"Hallo.\n\n{HARD}\n\n{HARD}\n",
    f"{HARD}\n\n{HARD}\n",
    f"Hallo. \n\n\n{HARD}\n\nDag.\n\n  {HARD}\n",
)


def test_two_blocks_with_the_same_words_keep_their_own_places() -> None:
    checker = Checker()
    for text in TEXTS:
        findings = checker.check_text(text).findings
        assert findings == Checker().check_text(text).findings
        assert [text[one.span.start : one.span.end] for one in findings].count("Indien") == 2


def test_a_text_that_did_not_change_has_the_same_findings() -> None:
    checker = Checker()
    first, again = (checker.check_text(TEXTS[0]).findings for _ in range(2))
    assert first == again
    assert first


def test_a_rule_is_not_asked_of_blocks_that_cannot_hold_anything_of_it() -> None:
    asked: list[Glance] = []

    def among(glance: Glance) -> None:
        asked.append(glance)

    detection = PerBlock(lambda view: (), among)
    glance = Glance("hallo", frozenset({"hallo"}))
    assert detection.narrowed(glance) is None
    assert asked == [glance]
    assert PerBlock(detection.find).narrowed(glance) is detection.find
