"""Last days and promises that are told in other words, and what only looks like one. All letters are of 1 June 2026."""

from __future__ import annotations

import pytest

from b1check import Checker, Config
from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .june import june

LETTER = """Gemeente Waterdam
Postbus 10
1234 AB Waterdam

Datum: 1 juni 2026

Onderwerp: uw bijdrage en wat wij daarvoor nodig hebben

Geachte mevrouw Bakker,

{body}

Met vriendelijke groet,

P. de Boer
"""

DUE = [
    ("Graag zien wij het geld van u op 22 juni 2026 binnen.", "op 22 juni 2026"),
    ("Op 22 juni 2026 staat het hele bedrag op onze rekening.", "Op 22 juni 2026"),
    ("De enquête gaat dicht op 22 juni 2026.", "22 juni 2026"),
    ("De inschrijflijst sluit op 22 juni 2026.", "22 juni 2026"),
    ("U betaalt elke maand € 30. Uw laatste betaling is op 1 oktober 2026.", "1 oktober 2026"),
    ("De uiterste inleverdag is 22 juni 2026.", "22 juni 2026"),
    ("Inlevering van de stukken is mogelijk tot en met 22 juni 2026.", "22 juni 2026"),
    ("Het loket op de site blijft voor u open tot 22 juni 2026.", "22 juni 2026"),
    ("Is er na 22 juni 2026 geen antwoord van u, dan kiezen wij iemand anders.", "na 22 juni 2026"),
    ("Is het formulier er op 22 juni 2026 niet, dan stopt uw aanvraag.", "op 22 juni 2026"),
    ("Hebben wij op 22 juni 2026, de laatste dag, geen brief van u? Dan stopt het.", "op 22 juni 2026"),
    ("Zonder rapport vóór 22 juni 2026 stoppen wij de behandeling.", "vóór 22 juni 2026"),
    ("Betaal uw rekening voor het eind van september 2026.", "voor het eind van september 2026"),
]
"""A sentence, and the words of its only deadline, which is for the reader."""


@pytest.mark.parametrize(("sentence", "words"), DUE)
def test_a_last_day_in_other_words(sentence: str, words: str, analyser: Analyser) -> None:
    found = june(sentence, analyser, type=DocumentType.LETTER).deadlines
    assert [one.whom for one in found] == ["lezer"]
    assert words in found[0].passage.text


ORDERS = [
    ("Vanaf maandag 13 juli 2026 blijft uw paard achter een hek.", "Vanaf maandag 13 juli 2026"),
    ("Daarom geldt met ingang van 13 juli 2026 een verbod op muziek in uw zaak.", "met ingang van 13 juli 2026"),
    ("Dit is wat wij willen: vanaf 13 juli 2026 houdt u elke verkoop bij.", "vanaf 13 juli 2026"),
]


@pytest.mark.parametrize(("sentence", "words"), ORDERS)
def test_an_order_holds_from_a_day(sentence: str, words: str, analyser: Analyser) -> None:
    penalty = "Dit is een last onder dwangsom. Vanaf 20 juli 2026 kost een overtreding u € 200 per keer."
    found = june(f"{sentence}\n\n{penalty}", analyser, type=DocumentType.ENFORCEMENT).deadlines
    assert [one.passage.text for one in found] == [words]
    assert not june(sentence, analyser, type=DocumentType.LETTER).deadlines


NOT_DUE = [
    "De regeling is bedoeld voor woningen van vóór 1 juli 2000.",
    "U mag het riet niet vóór 15 juli 2026 maaien.",
    "Het college had uiterlijk 20 juni 2026 moeten beslissen. Dat lukt niet.",
    "Komt de lekkage binnen een maand terug? Dan repareren wij die gratis.",
    "Teruggave bij opzeggen binnen drie weken: de helft.",
    "Het geld kunt u binnen 56 dagen door uw bank laten terughalen.",
    "- eerste dag: 3 juli 2026;\n- laatste dag: 20 juli 2026.",
]


@pytest.mark.parametrize("body", NOT_DUE)
def test_what_is_no_last_day(body: str, analyser: Analyser) -> None:
    assert not june(body, analyser, type=DocumentType.LETTER).deadlines


PROMISES = [
    "Wij laten u vóór 1 augustus 2026 weten hoe hoog uw bijdrage dan is.",
    "Uiterlijk op 12 juni staat het bedrag op je rekening.",
    "De nieuwe bakken staan op dinsdag 16 juni bij u voor de deur.",
    "Zij belt u om de tekening door te nemen.",
    "Dat bedrag ontvangt u vóór 1 juli 2026 terug.",
]
NO_PROMISES = [
    "Wij zitten op dinsdag 16 juni 2026 om 10.00 uur voor u klaar.",
    "Deze verklaring tekent u zelf aan het loket, voor 16 juni 2026.",
    "Dit bedrag stort u vóór 16 juni 2026 op onze rekening.",
    "Het verschil komt de gemeente toe en dient u vóór 16 juni 2026 over te maken.",
    "De bank heeft ons laten weten dat uw rekening op 16 juni 2026 stopt.",
    "Het oude bed is van de gemeente en komen wij graag weer halen.",
    "U krijgt van ons een voorrangsverklaring.",
    "Op 18 maart 2027 stemmen we voor de gemeenteraad.",
    "Daarna schatten wij zelf hoeveel water u gebruikt.",
    "Daarom schrijven wij uw aanslag in acht delen van uw rekening af.",
    "Hij belt u eerst om een tijd af te spreken.",
]


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_promise(sentence: str, analyser: Analyser) -> None:
    assert len(june(sentence, analyser, type=DocumentType.LETTER).promises) == 1


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_what_is_no_promise(sentence: str, analyser: Analyser) -> None:
    assert not june(sentence, analyser, type=DocumentType.LETTER).promises


FAULTS = [
    (
        "tegenstrijdig-in-document",
        "De kosten daarvan zijn € 83,50. Maak het geld vóór 1 juli 2026 over.\n\nIs de € 38,50 er dan nog niet? "
        "Dan sturen wij een aanmaning.",
    ),
    (
        "tegenstrijdig-in-document",
        "U mag uw schuld van € 378,00 in zes delen betalen: elke maand € 63,00.\n\nZolang u elke maand € 36,00 "
        "betaalt, sturen wij geen aanmaning.",
    ),
    (
        "twee-data-voor-hetzelfde",
        "Wij vragen u om mee te doen aan ons onderzoek. Invullen kan tot en met 24 juli 2026.\n\nDenk er rustig over "
        "na. De vragenlijst sluit op 7 augustus 2026.",
    ),
    (
        "twee-data-voor-hetzelfde",
        "Voor de oppas geldt een eigen bijdrage van € 90. Graag zien wij dat bedrag op 20 juli 2026 binnen.\n\nHet "
        "geld maakt u over naar NL00 BANK 0000 0000 00.\n\nDe laatste betaaldag is 13 juli 2026.",
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Bij deze brief vindt u het contract in tweevoud. Stuur één exemplaar vóór 1 juli 2026 terug.\n\nBijlage: "
        "routebeschrijving",
    ),
    ("belofte-zonder-termijn", "De metingen zijn klaar. Wij sturen u de resultaten van uw eigen huis toe."),
]
NO_FAULTS = [
    (
        "tegenstrijdig-in-document",
        "De kosten zijn € 83,50. Voor een tweede bezoek betaalt u € 38,50. Is de € 38,50 er niet? Dan komen wij niet.",
    ),
    (
        "tegenstrijdig-in-document",
        "U betaalt elke maand € 63,00. Van de zorgtoeslag krijgt u elke maand € 36,00 terug.",
    ),
    (
        "twee-data-voor-hetzelfde",
        "Invullen kan tot en met 24 juli 2026. De lijst met uitslagen is te zien tot 7 augustus 2026.",
    ),
    ("bijlage-niet-bijgevoegd", "Bij deze brief vindt u het contract.\n\nBijlage: huurovereenkomst in tweevoud"),
    ("belofte-zonder-termijn", "U krijgt van ons een woonverklaring. Daarmee kunt u een huis zoeken."),
    (
        "termijn-zonder-startpunt",
        "Komt de lekkage binnen een maand terug? Dan repareren wij die gratis. Het geld kunt u binnen 56 dagen door "
        "uw bank laten terughalen.",
    ),
    (
        "verlenging-zonder-datum",
        "Wij hebben meer tijd nodig voor uw klacht, omdat een collega ziek is. Daarom verlengen wij de termijn. De "
        "nieuwe datum is 20 juli 2026.",
    ),
    (
        "bezwaarclausule-ontbreekt",
        "U mag de heffing in drie delen betalen. Wie daarmee niet akkoord gaat, kan vóór 13 juli 2026 een "
        "bezwaarschrift zenden aan de ontvanger, Postbus 1, 1234 AB Waterdam.",
    ),
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config())


@pytest.mark.parametrize(("rule", "body"), FAULTS)
def test_a_fault_in_other_words(rule: str, body: str, checker: Checker) -> None:
    assert rule in {finding.rule for finding in checker.check_text(LETTER.format(body=body), name="brief.txt").findings}


@pytest.mark.parametrize(("rule", "body"), NO_FAULTS)
def test_what_only_looks_like_a_fault(rule: str, body: str, checker: Checker) -> None:
    assert rule not in {
        finding.rule for finding in checker.check_text(LETTER.format(body=body), name="brief.txt").findings
    }
