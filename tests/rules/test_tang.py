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
        "Zwemmen met kinderen uit de klas van de school In de maand mei is er voor iedereen een gratis les in het bad.",
        "Maak, met behulp van de nieuwe lijst van mei, een helder overzicht van alle pleinen mét alle namen erbij.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Hoewel dit plan vooral over de winkel gaat, heeft het net zo goed betrekking op vragen over wat wij nu niet "
        "in de folder moet worden genoemd.",
        "Daarom heeft dit nieuwe plan voor de wijk ook betrekking op vragen over wat wij nu niet digitaal kan worden "
        "verstuurd.",
    ],
)
def test_verbs_of_a_bijzin_in_between(text: str, analyser: Analyser) -> None:
    assert texts("tang-hulpwerkwoord-deelwoord", text, analyser) == []
