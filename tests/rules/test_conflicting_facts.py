"""When two values of one document cannot both be right."""

from __future__ import annotations

import pytest

from b1check.documents.document import BlockKind
from b1check.language.analysis import Analyser

from . import examples

RULE = "tegenstrijdig-in-document"


def found_in(analyser: Analyser, *texts: str, kind: BlockKind = BlockKind.PARAGRAPH, **options: object) -> list[str]:
    document = examples.blocks(*((text, kind) for text in texts))
    return [finding.text for finding in examples.findings([examples.one_rule(RULE, **options)], document, analyser)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Een maaltijd kost € 7,20.", "Een maaltijd kost € 7,80.", "€ 7,80"),
        ("De boete is 175 euro.", "De boete is € 185.", "€ 185"),
        ("Wij betalen u € 1.364,25.", "Wij maken € 1.346,25 over voor de schade.", "€ 1.346,25"),
        ("Wij beslissen binnen zes weken.", "U krijgt binnen 8 weken een besluit.", "binnen 8 weken"),
        ("Bel het zorgloket: (0411) 65 12 00.", "Bel dan 0411 65 21 00.", "0411 65 21 00"),
        (
            "De balie is open van maandag tot en met vrijdag van 9.00 tot 17.00 uur.",
            "Op vrijdag is de balie open van 9.00 tot 12.00 uur.",
            "vrijdag is de balie open van 9.00 tot 12.00 uur",
        ),
    ],
)
def test_two_values_for_one_thing(first: str, second: str, found: str, analyser: Analyser) -> None:
    assert found_in(analyser, first, "Dit is een andere zin.", second) == [found]


@pytest.mark.parametrize(
    "texts",
    [
        ("Een kaartje kost € 6 voor volwassenen.", "Een kaartje kost € 4 voor kinderen."),
        ("De huur was € 612,40.", "De huur is € 642,40."),
        ("De pas kost € 36 per jaar.", "De pas kost € 3."),
        ("De kaart kost € 50.", "De kaart kost € 70.", "U betaalt € 20 meer."),
        ("De leges zijn minimaal € 250.", "De leges zijn maximaal € 950."),
        ("U kreeg in januari € 431,20 te veel.", "In februari kreeg u € 413,20 te veel."),
        ("De boete is € 175 of € 185.",),
        ("Wij beslissen binnen 2 maanden.", "U krijgt binnen 8 weken een besluit."),
        ("U kunt binnen 6 weken bezwaar maken.", "Wij beslissen binnen 12 weken op uw bezwaar."),
        ("Bel het team Zorg: (0411) 65 12 00.", "Bel het team Jeugd: (0411) 65 12 10."),
        ("Bel mevrouw De Wit: (0299) 41 41 23.", "Is zij er niet? Bel dan (0299) 41 41 32."),
        ("Voor begeleiding krijgt u € 312,20.", "Voor vervoer krijgt u € 321,20."),
        ("U krijgt binnen 1 week een bericht over uw klacht.", "U krijgt binnen 6 weken antwoord op uw klacht."),
        ("Betaal op NL00 MARS 0550 3318 42.", "Bel ons op 0550 331 824."),
        ("De balie is open op maandag van 9.00 tot 12.00 uur.", "De balie is open op dinsdag van 9.00 tot 17.00 uur."),
        ("Zij werkt op maandag van 9.00 tot 12.00 uur.", "Hij werkt op maandag van 9.00 tot 17.00 uur."),
    ],
)
def test_two_values_with_a_reason(texts: tuple[str, ...], analyser: Analyser) -> None:
    assert found_in(analyser, *texts) == []


def test_a_list_of_prices_is_no_contradiction(analyser: Analyser) -> None:
    texts = ("Een kaart kost € 10.", "Een kaart kost € 13.")
    assert found_in(analyser, *texts, kind=BlockKind.LIST_ITEM) == []
    assert found_in(analyser, *texts) == ["€ 13"]


def test_a_difference_that_is_a_part_of_the_first_amount_explains_nothing(analyser: Analyser) -> None:
    texts = ("Betaal € 223,40.", "Dat is € 214,40 en € 9,00 voor deze brief.", "Maak € 232,40 over.")
    assert found_in(analyser, *texts) == ["€ 232,40"]


def test_the_message_names_the_other_place(analyser: Analyser) -> None:
    document = examples.blocks(*((text, BlockKind.PARAGRAPH) for text in ("De boete is € 175.", "De boete is € 185.")))
    (finding,) = examples.findings([examples.one_rule(RULE)], document, analyser)
    line = document.source.position(document.blocks[0].map.to_source(0, 1).start).line
    assert finding.message == f"Hier staat ‘€ 185’. In regel {line} staat ‘€ 175’. Welke klopt?"


def test_the_other_place_is_marked_when_it_stands_in_the_same_paragraph(analyser: Analyser) -> None:
    document = examples.one_block("De boete is € 175. Dat is niet veel. De boete is € 185.")
    (finding,) = examples.findings([examples.one_rule(RULE)], document, analyser)
    assert [document.source.text[span.start : span.end] for span in finding.also] == ["€ 175"]


def test_only_the_sorts_that_are_asked_for(analyser: Analyser) -> None:
    texts = ("De boete is € 175.", "De boete is € 185.")
    assert found_in(analyser, *texts, facts=["termijn"]) == []
    assert found_in(analyser, *texts, facts=["bedrag"]) == ["€ 185"]
