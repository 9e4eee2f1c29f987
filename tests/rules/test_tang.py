"""Which words that stand far apart belong together, and which only seem to."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser

from . import examples


def texts(rule: str, text: str, analyser: Analyser) -> list[str]:
    return [
        finding.text for finding in examples.findings([examples.one_rule(rule)], examples.one_block(text), analyser)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bewoners van de wijk achter het station en de kerk krijgen in mei een nieuwe pas van ons.",
        "Stemmen bij u in de buurt Op 3 mei 2026 zijn alle lokalen in de stad open tot laat in de avond.",
        "De pas die u van ons kreeg, is nu weer geldig.",
    ],
)
def test_subject_and_verb_that_are_easy_to_follow(text: str, analyser: Analyser) -> None:
    assert texts("tang-onderwerp-werkwoord", text, analyser) == []


@pytest.mark.parametrize(
    "text",
    [
        "Wij zien dat van een snelle en goede nieuwe aanpak geen sprake is.",
        "Het is een man die voor een lange tijd bij een gevestigde winkel werkt.",
        "Wij vinden het fijn dat u niet op een onverwachte manier langskomt.",
    ],
)
def test_no_article_with_its_noun(text: str, analyser: Analyser) -> None:
    assert texts("tang-lidwoord-naamwoord", text, analyser) == []


def test_verbs_of_a_bijzin_in_between(analyser: Analyser) -> None:
    text = "Het plan heeft ook te maken met de vraag over wat er in de nieuwe straat als eerste moet worden gebouwd."
    assert texts("tang-hulpwerkwoord-deelwoord", text, analyser) == []
