"""How often people meet a word: a compound goes by its parts, an unknown word is rarer than all known ones."""

from __future__ import annotations

import pytest

from b1check.language import familiarity


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("parkeervergunning", ("parkeer", "vergunning")),
        ("woningbouwplan", ("woningbouw", "plan")),
        ("Stadsbestuur", ("stad", "bestuur")),
        ("brief", ("brief",)),
        ("qwrtzpsdfg", ("qwrtzpsdfg",)),
    ],
)
def test_a_compound_falls_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    assert familiarity.parts(word) == parts


def test_a_compound_is_as_familiar_as_its_rarest_part() -> None:
    word = "vergunningbrief"
    assert familiarity.zipf(word) is None
    rarest = min(familiarity.zipf(part) or 0.0 for part in ("vergunning", "brief"))
    assert familiarity.familiarity(word) == rarest > 3


def test_an_unknown_word_is_rarer_than_all_in_the_table() -> None:
    assert familiarity.zipf("qwrtzpsdfg") is None
    assert familiarity.familiarity("qwrtzpsdfg") == 2.0


def test_capitals_make_no_difference() -> None:
    assert familiarity.familiarity("Brief") == familiarity.familiarity("brief") > 4
