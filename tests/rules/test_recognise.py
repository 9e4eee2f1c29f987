"""Words of a list in a sentence: which word is the split-off part of a verb, and which only looks like it."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.rulebook import recognise
from b1check.rulebook.wordlist import Entry


def found(word: str, text: str, analyser: Analyser) -> list[str]:
    """Return where the verb ``word`` stands in ``text``, as the head with its split-off part."""
    row = dict.fromkeys(("betekenis", "niet_bij", "uitleg", "niveau"), "")
    entry = Entry.model_validate({"woord": word, "soort": "ww", "alternatieven": "doen", "voorbeeld": text, **row})
    (analysis,) = analyser.analyse([text])
    places = (
        place
        for sentence in analysis.sentences
        for _, place in recognise.recognise(recognise.index([entry]), sentence, text)
    )
    return [" ".join(token.text for token in (place.head, place.particle) if token) for place in places]


@pytest.mark.parametrize(
    ("word", "text", "place"),
    [
        ("wegwerken", "Wij werken de achterstand weg.", "werken weg"),
        ("vormgeven", "Wij geven het plan samen met u vorm.", "geven vorm"),
        ("plaatshebben", "Het gesprek heeft plaats op het stadhuis.", "heeft plaats"),
        ("bijtellen", "Wij tellen de kosten bij uw huur bij.", "tellen bij"),
        ("aanvangen", "U hoeft nog niet met de cursus aan te vangen.", "vangen aan"),
        ("aanvangen", "De cursus is aangevangen.", "aangevangen"),
    ],
)
def test_a_verb_in_one_or_two_parts(word: str, text: str, place: str, analyser: Analyser) -> None:
    assert found(word, text, analyser) == [place]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("wegwerken", "De aannemer werkt aan de weg."),
        ("wegwerken", "Hij werkt op een drukke weg."),
        ("plaatshebben", "Heeft uw kind al een plaats?"),
        ("bijtellen", "Die punten tellen bij de uitslag niet mee."),
        ("bijtellen", "Die telt bij `--min-score` niet mee."),
        ("aanvangen", "De politie vangt de dief bij de brug. Zij komen er nu aan."),
    ],
)
def test_a_word_that_is_no_part_of_the_verb(word: str, text: str, analyser: Analyser) -> None:
    assert found(word, text, analyser) == []
