"""Letters with one fault each: the rule for it sees it, and no other rule about letters as a whole makes a remark."""

from __future__ import annotations

import pytest

from b1check import Checker, Config

_NORMS = {"antwoord": "10 werkdagen", "bellen": "2 werkdagen", "contact": "2 werkdagen"}
_QUESTIONS = "Hebt u vragen? Bel 14 0396."
_OBJECT = (
    "Niet eens met dit besluit? Maak dan binnen 6 weken na de datum van deze brief bezwaar bij het "
    "college van Zandwijk, Postbus 12, 3840 AB Zandwijk. Zet uw naam en adres erin, en waarom u het "
    "niet eens bent."
)
RULES = frozenset(
    """
    onderwerp-ontbreekt kern-niet-vooraan actie-zonder-datum actie-lezer-ontbreekt hoe-ontbreekt gevolg-ontbreekt
    contact-ontbreekt bijlage-niet-bijgevoegd bezwaarclausule-ontbreekt bezwaarclausule-onvolledig nee-zonder-reden
    nee-zonder-wat-wel besluit-niet-herkenbaar aanmaning-onvolledig last-onvolledig herstelverzuim-onvolledig
    term-met-wettelijke-betekenis-vervangen deadline-voor-briefdatum datum-en-weekdag-kloppen-niet
    belofte-zonder-termijn belofte-wijkt-af-van-servicenorm verlenging-zonder-datum twee-data-voor-hetzelfde
    tegenstrijdig-in-document termijn-zonder-startpunt bezwaartermijn-wijkt-af aanmaning-termijn-te-kort
    """.split()
)
FAULTS = [
    (
        "onderwerp-ontbreekt",
        "",
        "Op 2 maart kregen wij uw melding over een losse tegel. Wij leggen de tegel uiterlijk 10 maart recht.",
        "",
        _QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw aanvraag voor een parkeerplek",
        "Op 2 februari deed u een aanvraag. Wij hebben uw aanvraag zorgvuldig bekeken en met "
        "verschillende mensen gesproken. Ook zijn wij bij u langs geweest om de situatie te zien.\n\nHet "
        "college heeft regels voor parkeerplekken. Die staan in de Parkeerverordening. Wij kijken "
        "bijvoorbeeld of u zelf een garage hebt.\n\nWij wijzen uw aanvraag af, omdat u een garage hebt. U "
        "kunt wel een abonnement nemen op de parkeergarage.",
        _OBJECT,
        _QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Herinnering: uw jaarverslag",
        "Wij hebben uw jaarverslag over 2025 nog niet gekregen. Stuur ons het verslag alsnog. Mail het "
        "naar subsidie@zandwijk.nl. Doet u dat niet, dan stopt uw subsidie.",
        "",
        _QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Herinnering: uw jaarverslag",
        "Wij hebben uw jaarverslag over 2025 nog niet gekregen. Stuur het ons vóór 1 april 2026. Doet u "
        "dat niet, dan stopt uw subsidie.",
        "",
        _QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Herinnering: uw jaarverslag",
        "Wij hebben uw jaarverslag over 2025 nog niet gekregen. Wij vragen u het vóór 1 april 2026 te "
        "mailen naar subsidie@zandwijk.nl.",
        "",
        _QUESTIONS,
    ),
    (
        "contact-ontbreekt",
        "Uw melding",
        "Dank voor uw melding over een losse tegel. Wij leggen de tegel uiterlijk 10 maart recht.",
        "",
        "Wij hopen dat u zo weer veilig kunt lopen.",
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw vraag over afval",
        "U vroeg wanneer wij het papier ophalen. In de bijlage vindt u de kalender voor 2026. Wij halen "
        "het papier elke tweede dinsdag op.",
        "",
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "Uw aanvraag is afgewezen",
        "Wij wijzen uw aanvraag voor een tweede inrit af. Uw straat heeft te weinig parkeerplekken. U "
        "mag uw eerste inrit wel breder maken. Dit staat in artikel 4 van de Verordening fysieke "
        "leefomgeving.",
        "",
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw aanvraag is afgewezen",
        "Wij wijzen uw aanvraag voor een tweede inrit af. Uw straat heeft te weinig parkeerplekken. U "
        "mag uw eerste inrit wel breder maken.\n\nBent u het er niet mee eens? Dan kunt u bezwaar maken. "
        "Doe dat binnen 6 weken na de datum van deze brief.",
        "",
        _QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "U krijgt geen subsidie",
        "Wij geven u geen subsidie voor het buurtfeest. Dat hebben wij op 1 maart besloten. U kunt wel "
        "gratis tafels en stoelen bij ons lenen.",
        _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "U krijgt geen subsidie",
        "Wij geven u geen subsidie voor het buurtfeest, omdat het geld voor dit jaar op is. Dat staat in"
        " artikel 3 van de Subsidieverordening.",
        _OBJECT,
        _QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw verzoek om een standplaats",
        "Er is naar uw verzoek gekeken. Gebleken is dat er op het plein geen ruimte meer is. Het verzoek"
        " kan derhalve niet worden ingewilligd. Wel is er plek op de markt in Noord.",
        _OBJECT,
        _QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning",
        "U hebt € 80 nog niet betaald. Betaal dat bedrag vóór 20 maart 2026. Zet het nummer 8833 bij uw "
        "betaling. Anders komt de deurwaarder en dat kost extra geld.",
        "",
        _QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is nog niet compleet",
        "Wij missen een kopie van uw huurcontract. Mail die vóór 24 maart 2026 naar inkomen@zandwijk.nl."
        " Pas daarna kunnen wij beginnen met uw aanvraag.",
        "",
        _QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom",
        "Wij leggen u een last onder dwangsom op. U stookt afval in uw tuin. Dat mag niet van artikel "
        "10.2 van de Wet milieubeheer. U moet daarmee vóór 20 maart 2026 stoppen. Doet u dat niet, dan "
        "betaalt u elke keer een dwangsom.",
        _OBJECT,
        _QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw aanvraag is afgewezen",
        "Wij wijzen uw aanvraag voor een tweede inrit af, omdat er te weinig parkeerplekken zijn. U mag "
        "uw eerste inrit wel breder maken.\n\nNiet eens met dit besluit? Dien dan binnen 6 weken na de "
        "datum van deze brief een klacht in bij het college van Zandwijk, Postbus 12, 3840 AB Zandwijk.",
        "",
        _QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Wij hebben nog een kopie nodig",
        "Uw aanvraag is niet compleet. Stuur ons vóór 20 februari 2026 een kopie van uw loonstrook. Mail"
        " die naar inkomen@zandwijk.nl. Anders stoppen wij met uw aanvraag.",
        "",
        _QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Uitnodiging",
        "Wij nodigen u uit voor een gesprek op maandag 24 maart 2026 om 10.00 uur in het stadhuis, Markt"
        " 1. Bent u er niet, dan stopt uw aanvraag.",
        "",
        _QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Wij hebben nog een kopie nodig",
        "Uw aanvraag is niet compleet. Stuur ons binnen 2 weken een kopie van uw loonstrook. Mail die "
        "naar inkomen@zandwijk.nl. Anders stoppen wij met uw aanvraag.",
        "",
        _QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Wij hebben uw klacht gekregen",
        "Op 1 maart kregen wij uw klacht over de bushalte. Onze klachtencoördinator neemt daarover contact met u op.",
        "",
        _QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Wij hebben uw klacht gekregen",
        "Op 1 maart kregen wij uw klacht over de bushalte. U krijgt binnen 5 weken een antwoord van ons.",
        "",
        _QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Wij hebben meer tijd nodig",
        "Wij kunnen nog niet beslissen over uw aanvraag, omdat het advies van de brandweer er nog niet "
        "is. Daarom verlengen wij de termijn. U hoort van ons.",
        "",
        _QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Herinnering: uw jaarverslag",
        "Wij hebben uw jaarverslag over 2025 nog niet gekregen. Stuur het ons vóór 1 april 2026. Mailen "
        "kan naar subsidie@zandwijk.nl.\n\nHebben wij niets van u? Dan stopt uw subsidie. Stuur uw "
        "jaarverslag dus uiterlijk 15 april 2026.",
        "",
        _QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Rekening voor uw marktplaats",
        "Voor uw plaats op de markt betaalt u € 312,50. Maak € 321,50 vóór 1 april 2026 over op NL00 "
        "BANK 0123 4567 89. Zet het nummer 8833 erbij. Betaalt u niet, dan krijgt u een aanmaning.",
        "",
        _QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Uw melding",
        "Dank voor uw melding. Wij leggen de tegel uiterlijk 10 maart recht. Ligt er nog een tegel los? "
        "Bel 0396 12 34 56.",
        "",
        "Vragen? Bel ons op 0396 12 34 65.",
    ),
]
"""Rule, subject, body, objection clause and the words about contact."""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config.model_validate({"servicenormen": _NORMS}))


@pytest.mark.parametrize(("rule", "subject", "body", "objection", "contact"), FAULTS)
def test_a_letter_with_one_fault(
    rule: str, subject: str, body: str, objection: str, contact: str, checker: Checker
) -> None:
    head = "Gemeente Zandwijk\n\nMevrouw L. Bakker\nDorpsweg 3\n3841 AB Zandwijk\n\nDatum: 3 maart 2026"
    about = f"\nOnderwerp: {subject}" if subject else ""
    parts = (head + about, "Beste mevrouw Bakker,", body, objection, contact, "Met vriendelijke groet,\n\nSam de Boer")
    report = checker.check_text("\n\n".join(part for part in parts if part), name="brief.txt")
    assert {finding.rule for finding in report.findings} & RULES == {rule}
