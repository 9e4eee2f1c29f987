"Every rule for a fault in a letter: other ways to make it, near misses, and good letters without a remark."

from __future__ import annotations

import pytest

from b1check import Checker, Config

from .test_faults import RULES

_NORMS = {"antwoord": "10 werkdagen", "bellen": "2 werkdagen", "contact": "2 werkdagen"}
_QUESTIONS = "Hebt u vragen? Bel 14 0396."
_OBJECT = (
    "Niet eens met dit besluit? Maak dan binnen 6 weken na de datum van deze brief bezwaar bij het "
    "college van Zandwijk, Postbus 12, 3840 AB Zandwijk. Zet uw naam en adres erin, en waarom u "
    "het niet eens bent."
)
_NO = (
    "Wij wijzen uw aanvraag voor een tweede inrit af, omdat er te weinig parkeerplekken zijn. U "
    "mag uw eerste inrit wel breder maken."
)
FOUND = [
    (
        "onderwerp-ontbreekt",
        "",
        (
            "Wij nodigen u uit voor een gesprek over uw schulden. Dat is op 24 maart 2026 om 10.00 uur in "
            "het stadhuis, Markt 1."
        ),
        _QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Brief",
        (
            "Uw paspoort ligt voor u klaar. Haal het vóór 1 mei 2026 op bij de balie in het stadhuis. "
            "Daarna vernietigen wij het."
        ),
        _QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw aanvraag voor een subsidie",
        (
            "Op 5 januari vroeg u subsidie aan voor een toneelavond. Wij hebben uw plan gelezen. Daarna "
            "hebben wij met de bibliotheek overlegd.\n\nDe gemeente heeft elk jaar geld voor cultuur. Niet "
            "ieder plan past bij de regels. Wij letten bijvoorbeeld op het aantal bezoekers.\n\nU krijgt "
            "de subsidie. Het gaat om € 900. Dat staat binnen 3 weken op uw rekening.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw verzoek om een drempel",
        (
            "U schreef ons op 7 januari over de Molenweg. Daar rijden de auto's hard, vindt u. U vertelde "
            "dat er veel kinderen wonen.\n\nWij krijgen vaker zulke verzoeken. Eerst tellen wij dan de "
            "auto's. Dat is in februari gebeurd, met een kastje langs de weg.\n\nWij wijzen uw verzoek af, "
            "omdat de auto's gemiddeld 27 kilometer per uur rijden. Wij hangen wel een bord op dat de "
            "snelheid toont.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw huurcontract. Wilt u ons dat mailen? Dat kan naar inkomen@zandwijk.nl. Zonder "
            "het contract nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Rekening voor uw marktplaats",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Maak dit bedrag over op NL00 BANK 0123 4567 "
            "89. Zet het nummer 8833 erbij. Betaalt u niet, dan krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw huurcontract. U moet dit vóór 24 maart 2026 inleveren. Doet u dat niet, dan "
            "nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Rekening voor uw marktplaats",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. U moet dit bedrag vóór 1 april 2026 betalen. "
            "Betaalt u te laat, dan krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Rekening voor uw marktplaats",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Maak dit bedrag vóór 1 april 2026 over op NL00 "
            "BANK 0123 4567 89. Zet het nummer 8833 erbij."
        ),
        _QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Uw aanvraag is nog niet compleet",
        ("Wij missen uw huurcontract. Wilt u ons dat vóór 24 maart 2026 mailen? Dat kan naar inkomen@zandwijk.nl."),
        _QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw vraag over de kermis",
        "U vroeg waar de kermis komt. De kaart vindt u in bijlage 1. De kermis begint op 4 juni 2026.",
        _QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw vraag over de bomen",
        ("U vroeg welke bomen wij kappen. Wij hebben een lijst bijgevoegd. In november planten wij nieuwe bomen."),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "U krijgt een parkeerkaart",
        (
            "U krijgt een gehandicaptenparkeerkaart. Wij hebben dit besloten omdat u niet verder kunt "
            "lopen dan 100 meter. De kaart is 5 jaar geldig."
        ),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "Besluit: geen kwijtschelding",
        (
            "Wij hebben besloten dat u geen kwijtschelding krijgt, omdat u meer dan € 2.000 spaargeld "
            "hebt. U kunt wel in termijnen betalen."
        ),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw aanvraag is afgewezen",
        _NO
        + ("\n\nTegen dit besluit kunt u bezwaar maken bij het college van Zandwijk, Postbus 12, 3840 AB Zandwijk."),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw aanvraag is afgewezen",
        _NO
        + (
            "\n\nBent u het niet eens met dit besluit? Stuur dan een bezwaarschrift naar het college van "
            "Zandwijk. Doe dat binnen 6 weken."
        ),
        _QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Uw aanvraag is afgewezen",
        "Wij wijzen uw aanvraag voor een tweede inrit af. U mag uw eerste inrit wel breder maken.\n\n" + _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Besluit: geen kwijtschelding",
        "Wij hebben besloten dat u geen kwijtschelding krijgt. U kunt wel in tien termijnen betalen.\n\n" + _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Uw aanvraag is afgewezen",
        "Wij wijzen uw aanvraag voor een tweede inrit af, omdat er te weinig parkeerplekken zijn.\n\n" + _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Besluit: geen kwijtschelding",
        ("Wij hebben besloten dat u geen kwijtschelding krijgt. De reden is dat u meer dan € 2.000 spaargeld hebt.\n\n")
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw verzoek om kwijtschelding",
        (
            "Uw verzoek is bekeken. Uit de gegevens blijkt dat er spaargeld is. Voor kwijtschelding "
            "bestaat dan geen grond, omdat het spaargeld boven de grens ligt. Betalen in termijnen kan "
            "wel.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning",
        (
            "U hebt € 80 nog niet betaald. Maak dat over op NL00 BANK 0123 4567 89. Zet het nummer 8833 "
            "bij uw betaling. Anders komt de deurwaarder."
        ),
        _QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning rioolheffing",
        (
            "Wij sturen u deze aanmaning omdat uw rekening nog openstaat. Betaal € 214 vóór 20 maart 2026 "
            "op NL00 BANK 0123 4567 89. Zet het nummer 8833 erbij."
        ),
        _QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom",
        (
            "Wij leggen u een last onder dwangsom op. Op uw erf staan drie autowrakken. Dat is in strijd "
            "met artikel 4 van de verordening. Verwijder deze. Doet u dat niet, dan betaalt u een dwangsom "
            "van € 500 per week.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen nog een plattegrond. Mail die naar bouw@zandwijk.nl. Sturen kan ook per post. "
            "Zonder plattegrond nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw aanvraag is afgewezen",
        _NO
        + (
            "\n\nBent u het niet eens met dit besluit? Stuur dan een klacht naar het college van Zandwijk, "
            "Postbus 12, 3840 AB Zandwijk. Doe dat binnen zes weken na de datum van deze brief."
        ),
        _QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw aanvraag is afgewezen",
        _NO
        + (
            "\n\nTegen dit besluit kunt u binnen 6 weken na de datum van deze brief een klacht indienen "
            "bij het college van Zandwijk, Postbus 12, 3840 AB Zandwijk."
        ),
        _QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Rekening",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Wij verzoeken u dit uiterlijk 1 februari 2026 "
            "over te maken op NL00 BANK 0123 4567 89. Zet het nummer 8833 erbij. Betaalt u niet, dan "
            "krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Uw inschrijving",
        (
            "U moet uw inschrijving voor 1 maart 2026 verlengen op zandwijk.nl/inschrijving. Doet u dat "
            "niet, dan vervalt uw plek."
        ),
        _QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Rekening",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Maak dit uiterlijk vrijdag 2 april 2026 over "
            "op NL00 BANK 0123 4567 89. Zet het nummer 8833 erbij. Betaalt u niet, dan krijgt u een "
            "aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Uw melding",
        "Dank voor uw melding. Zondag 9 maart 2026 leggen wij de tegel recht.",
        _QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Rekening",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Betaal dit binnen 14 dagen op NL00 BANK 0123 "
            "4567 89. Zet het nummer 8833 erbij. Betaalt u niet, dan krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw melding",
        (
            "U meldde een kapotte lantaarn in de Dorpsweg. De lamp brandt weer. Wij sturen u nog een "
            "bericht over de andere lampen."
        ),
        _QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Wij hebben uw brief ontvangen",
        "Op 1 maart 2026 ontvingen wij uw brief over de bus. U krijgt van ons een antwoord.",
        _QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Wij hebben uw klacht gekregen",
        "Op 1 maart kregen wij uw klacht over de bushalte. Wij beantwoorden uw klacht binnen 6 weken.",
        _QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Wij hebben uw vraag gekregen",
        "Op 1 maart kregen wij uw vraag over de bushalte. Mevrouw Smit belt u binnen 5 werkdagen.",
        _QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Uw aanvraag duurt langer",
        (
            "Uw aanvraag voor een omgevingsvergunning vraagt meer onderzoek. Wij hebben daarom besloten de "
            "beslistermijn te verlengen. Zodra wij meer weten, hoort u het."
        ),
        _QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Later een besluit",
        (
            "Wij kunnen uw bezwaar niet op tijd behandelen, omdat er veel bezwaren zijn. Wij verdagen de "
            "beslissing. U krijgt later een besluit."
        ),
        _QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Herinnering: uw formulier",
        (
            "Lever het formulier vóór 1 april 2026 in bij de balie van het stadhuis.\n\nHebben wij niets "
            "van u? Dan stopt uw uitkering. Lever het formulier dus uiterlijk 10 april 2026 in."
        ),
        _QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Uitnodiging voor een gesprek",
        (
            "Wij nodigen u uit voor een gesprek op dinsdag 24 maart 2026 om 10.00 uur in het stadhuis, "
            "Markt 1.\n\nHet gesprek is op dinsdag 31 maart 2026. Neem uw paspoort mee."
        ),
        _QUESTIONS,
    ),
    (
        "contact-ontbreekt",
        "Uw vraag over de kermis",
        "U vroeg waar de kermis komt. De kermis komt op het Marktplein. Op 4 juni 2026 begint het feest.",
        "",
    ),
    (
        "contact-ontbreekt",
        "Uitnodiging",
        (
            "Wij nodigen u uit voor een gesprek op dinsdag 24 maart 2026 om 10.00 uur in het stadhuis, "
            "Markt 1. Bent u er niet, dan stopt uw aanvraag."
        ),
        "",
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw verzoek om een ligplaats",
        (
            "Uw verzoek is besproken. Gelet op de drukte in de haven kan het verzoek niet worden "
            "toegewezen. Een plek aan de Kade is wel mogelijk.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen nog uw loonstrook. Stuur die binnen twee weken na de datum van deze brief naar "
            "inkomen@zandwijk.nl."
        ),
        _QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom",
        (
            "Wij leggen u een last onder dwangsom op. Op uw erf staan drie autowrakken. Verwijder deze "
            "vóór 1 april 2026. Doet u dat niet, dan betaalt u een dwangsom van € 500 per week.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw huurcontract. Mail het binnen tien dagen naar inkomen@zandwijk.nl. Zonder het "
            "contract nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
]
"""Rule, subject, body and the words about contact."""
NEAR = [
    (
        "onderwerp-ontbreekt",
        "Uw paspoort ligt klaar",
        "Haal uw paspoort vóór 1 mei 2026 op bij de balie in het stadhuis. Daarna vernietigen wij het.",
        _QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Herinnering rioolheffing 2026",
        (
            "Betaal € 214 vóór 20 maart 2026 op NL00 BANK 0123 4567 89. Zet het nummer 8833 erbij. Anders "
            "krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Maandag 9 maart: kap van de eik in de Dorpsweg",
        "Op maandag 9 maart 2026 kappen wij de eik in de Dorpsweg. De boom is ziek.",
        _QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw aanvraag is afgewezen",
        "Op 2 februari vroeg u een tweede inrit aan. "
        + _NO
        + "\n\nHet college heeft regels voor inritten. Die staan in de verordening.\n\n"
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "U krijgt de subsidie",
        (
            "U krijgt de subsidie van € 900.\n\nWij hebben uw plan gelezen en vinden het goed. Het geld "
            "staat vóór 1 april 2026 op uw rekening.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uitnodiging voor een gesprek",
        (
            "U hebt hulp in huis gevraagd. Daarover praten wij graag met u, op dinsdag 24 maart 2026 om "
            "10.00 uur bij u thuis.\n\nNeem gerust iemand mee."
        ),
        _QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw huurcontract. Wilt u ons dat mailen? Dat kan tot en met 24 maart 2026 naar "
            "inkomen@zandwijk.nl. Zonder het contract nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Rekening",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Wij verwachten het bedrag uiterlijk 1 april "
            "2026 op NL00 BANK 0123 4567 89. Zet het nummer 8833 erbij. Betaalt u niet, dan krijgt u een "
            "aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Dank voor uw melding",
        (
            "U meldde een losse tegel. Wij leggen die uiterlijk 10 maart recht. Ziet u nog een losse "
            "tegel? Meld het dan op zandwijk.nl/melden."
        ),
        _QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Herinnering: uw leenfiets",
        (
            "U hebt onze fiets nog. Breng hem vóór 1 april 2026 terug. Dat kan bij de fietsenmaker op de "
            "Kade. Komt de fiets niet, dan betaalt u € 150."
        ),
        _QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw huurcontract. Stuur dat vóór 24 maart 2026. Antwoord daarvoor op deze mail. "
            "Zonder het contract nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Vul de vragenlijst in",
        (
            "Wij vragen u de vragenlijst vóór 24 maart 2026 in te vullen. Scan daarvoor de code op deze "
            "brief. Vult u niets in, dan stopt uw aanvraag."
        ),
        _QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw huurcontract. Wilt u ons dat vóór 24 maart 2026 mailen? Dat kan naar "
            "inkomen@zandwijk.nl. Na 24 maart kunnen wij uw aanvraag niet meer behandelen."
        ),
        _QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Rekening",
        (
            "Voor uw plaats op de markt betaalt u € 312,50. Maak dit vóór 1 april 2026 over op NL00 BANK "
            "0123 4567 89. Zet het nummer 8833 erbij. Blijft uw betaling uit, dan gaat uw plaats naar een "
            "ander."
        ),
        _QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Herinnering: uw jaarverslag",
        (
            "Wij hebben uw jaarverslag nog niet. Mail het vóór 1 april 2026 naar subsidie@zandwijk.nl. "
            "Laat u dit na, dan vorderen wij de subsidie terug."
        ),
        _QUESTIONS,
    ),
    (
        "contact-ontbreekt",
        "Uw melding",
        "Wij leggen de tegel uiterlijk 10 maart recht. U bereikt ons op 0396 12 34 56.",
        "",
    ),
    (
        "contact-ontbreekt",
        "Uw melding",
        "Wij leggen de tegel uiterlijk 10 maart recht. Mailen kan naar wegen@zandwijk.nl.",
        "",
    ),
    (
        "contact-ontbreekt",
        "Uw melding",
        ("Wij leggen de tegel uiterlijk 10 maart recht. Loop voor vragen binnen bij de balie in het stadhuis."),
        "",
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw vraag over de kermis",
        (
            "U vroeg waar de kermis komt. De kermis komt op het Marktplein. Stuur bij een aanvraag altijd "
            "een kaart als bijlage mee."
        ),
        _QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw subsidie",
        "Wij hebben uw verslag met twee bijlagen ontvangen. Wij kijken er vóór 20 maart 2026 naar.",
        _QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw vraag over het park",
        "De plattegrond van het park staat op zandwijk.nl/park. Daar vindt u ook de foto's.",
        _QUESTIONS,
    ),
    ("bezwaarclausule-ontbreekt", "Uw aanvraag is afgewezen", _NO + "\n\n" + _OBJECT, _QUESTIONS),
    (
        "bezwaarclausule-ontbreekt",
        "Wij hebben uw aanvraag gekregen",
        (
            "Op 1 maart kregen wij uw aanvraag voor een parkeerkaart. U hoort uiterlijk 20 april 2026 of u "
            "de kaart krijgt."
        ),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "Uw vraag over afval",
        "U vroeg of u een tweede container mag. Dat mag. U kunt die kopen bij de milieustraat.",
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw aanvraag is afgewezen",
        _NO
        + (
            "\n\nAls belanghebbende kunt u tot en met 14 april 2026 bezwaar maken. Richt uw bezwaarschrift "
            "aan het college van Zandwijk, op bovenstaand postbusnummer. Zet uw naam, adres, de datum en "
            "uw redenen erin en onderteken het."
        ),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw bezwaar",
        ("U hebt op 2 februari bezwaar gemaakt tegen uw aanslag. Wij beslissen daar uiterlijk 20 maart 2026 over."),
        _QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw aanvraag is afgewezen",
        _NO
        + (
            "\n\nU kunt online bezwaar maken met DigiD via zandwijk.nl/bezwaar, bij het college van "
            "Zandwijk. Dat kan binnen zes weken. De termijn begint op de dag na verzending van deze brief. "
            "Schrijf uw naam en adres op, en waarom u het niet eens bent."
        ),
        _QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Uw aanvraag is afgewezen",
        (
            "Wij wijzen uw aanvraag voor een tweede inrit af. Uw straat heeft namelijk te weinig "
            "parkeerplekken. U mag uw eerste inrit wel breder maken.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "U krijgt geen subsidie",
        (
            "Wij geven u geen subsidie voor het buurtfeest. Waarom niet? Het geld voor dit jaar is op. U "
            "kunt wel gratis tafels lenen.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "U krijgt een parkeerkaart",
        ("U krijgt een gehandicaptenparkeerkaart. De kaart is 5 jaar geldig. U kunt niet overal parkeren.\n\n")
        + _OBJECT,
        _QUESTIONS,
    ),
    ("nee-zonder-wat-wel", "Uw aanvraag is afgewezen", _NO + "\n\n" + _OBJECT, _QUESTIONS),
    (
        "nee-zonder-wat-wel",
        "Besluit: geen kwijtschelding",
        (
            "Wij hebben besloten dat u geen kwijtschelding krijgt, omdat u spaargeld hebt. Betalen in tien "
            "termijnen is wel mogelijk.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "U krijgt geen subsidie",
        ("Wij geven u geen subsidie, omdat het geld op is. In plaats daarvan kunt u gratis tafels bij ons lenen.\n\n")
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw verzoek om kwijtschelding",
        (
            "Wij hebben besloten dat u geen kwijtschelding krijgt, omdat u spaargeld hebt. Betalen in "
            "termijnen kan wel.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw aanvraag",
        ("U krijgt de kaart niet. U kunt namelijk meer dan 100 meter lopen. U mag wel gratis met de buurtbus.\n\n")
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw aanvraag om een standplaats",
        ("Wij verlenen u een vergunning voor een standplaats op het plein. De vergunning geldt tot 1 mei 2028.\n\n")
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning",
        (
            "U hebt € 80 nog niet betaald. Betaal dat bedrag vóór 20 maart 2026 op NL00 BANK 0123 4567 89. "
            "Zet het nummer 8833 erbij. Anders komt de deurwaarder en dat kost extra geld."
        ),
        _QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning: huur van het graf",
        (
            "De rekening van € 870 is nog niet betaald. Wij verwachten € 888 uiterlijk vrijdag 20 maart "
            "2026 op rekening NL00 BANK 0123 4567 89. Vermeld GR-77.\n\nBetaalt u niet? Dan sturen wij u "
            "een dwangbevel."
        ),
        _QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Uw vraag over de aanmaning",
        ("U vroeg of u de aanmaning nog moet betalen. Dat hoeft niet. Wij hebben uw geld op 1 maart ontvangen."),
        _QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom",
        (
            "Wij leggen u een last onder dwangsom op. Op uw erf staan drie autowrakken. Dat is in strijd "
            "met artikel 4 van de Algemene plaatselijke verordening. Verwijder deze vóór 1 april 2026. "
            "Doet u dat niet, dan betaalt u een dwangsom van € 500 per week, met een maximum van € "
            "5.000.\n\n"
        )
        + _OBJECT,
        _QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Wij zijn van plan u een dwangsom op te leggen",
        ("Wij zagen drie autowrakken op uw erf. U kunt daar tot 20 maart 2026 op reageren via apv@zandwijk.nl."),
        _QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Uw klacht over de buren",
        (
            "U vroeg ons om op te treden tegen uw buren. Wij leggen hun geen dwangsom op, omdat zij de "
            "wrakken hebben weggehaald."
        ),
        _QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen een plattegrond. Mail die vóór 24 maart 2026 naar bouw@zandwijk.nl. Zonder "
            "plattegrond nemen wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is compleet",
        (
            "Wij hebben alle stukken ontvangen. Uw aanvraag is nu volledig. U krijgt uiterlijk 20 april "
            "2026 een besluit."
        ),
        _QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is nog niet compleet",
        (
            "Wij missen uw loonstrook.\n\nTot wanneer kunt u die sturen?\n\nTot en met 24 maart "
            "2026.\n\nHoe?\n\nPer mail naar inkomen@zandwijk.nl.\n\nWat als u niets stuurt?\n\nDan nemen "
            "wij uw aanvraag niet in behandeling."
        ),
        _QUESTIONS,
    ),
    ("term-met-wettelijke-betekenis-vervangen", "Uw aanvraag is afgewezen", _NO + "\n\n" + _OBJECT, _QUESTIONS),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw klacht",
        "U diende op 1 maart een klacht in over de balie. U krijgt uiterlijk 12 maart 2026 antwoord.",
        _QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw aanvraag is afgewezen",
        _NO
        + "\n\n"
        + _OBJECT
        + (" Hebt u een klacht over hoe wij u hebben geholpen? Dan kunt u die indienen via zandwijk.nl/klacht."),
        _QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Herinnering",
        (
            "U moest uw jaarverslag vóór 1 februari 2026 inleveren. Mail het alsnog vóór 1 april 2026 naar "
            "subsidie@zandwijk.nl. Anders stopt uw subsidie."
        ),
        _QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Uw verlenging",
        (
            "Uw kaart was geldig tot 1 februari 2026. Verleng hem vóór 1 mei 2026 op zandwijk.nl/kaart. "
            "Anders vervalt uw plek."
        ),
        _QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Uw aanvraag",
        (
            "Uw aanvraag kwam vóór 1 januari 2026 binnen. Daarom gelden de oude regels. U krijgt uiterlijk "
            "1 april 2026 een besluit."
        ),
        _QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Uitnodiging",
        ("Wij nodigen u uit voor een gesprek op dinsdag 24 maart 2026 om 10.00 uur in het stadhuis, Markt 1."),
        _QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Uw melding",
        "Wij leggen de tegel maandag recht. Dat is 9 maart 2026.",
        _QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Openingstijden",
        "Het stadhuis is op maandag open. Op 10 maart 2026 zijn wij dicht.",
        _QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Rekening",
        (
            "Betaal € 80 binnen 14 dagen na de datum van deze brief op NL00 BANK 0123 4567 89. Zet het "
            "nummer 8833 erbij. Anders krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Uw aanvraag",
        "Binnen drie weken nadat u ons het contract hebt gestuurd, krijgt u een besluit.",
        _QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Uw aangifte",
        "Een geboorte moet u binnen drie dagen na de geboorte aangeven aan de balie van het stadhuis.",
        _QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw vergoeding",
        "Na de verkiezingen krijgt u € 165 van ons. Dat geld maken wij vóór 1 mei 2026 over.",
        _QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw privacy",
        "Wij gaan zorgvuldig met uw gegevens om. Wij bewaren ze altijd veilig.",
        _QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw melding",
        ("Vorige week stuurden wij u een brief over de lamp. In februari maakten wij hem. Nu brandt hij weer."),
        _QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Wij hebben uw klacht gekregen",
        "Op 1 maart kregen wij uw klacht. U krijgt binnen 10 werkdagen antwoord van ons.",
        _QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Wij hebben uw vraag gekregen",
        "Mevrouw Smit belt u binnen 2 werkdagen.",
        _QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Uw vergunning",
        "Wij beslissen binnen 8 weken na uw aanvraag van 1 maart 2026.",
        _QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Uw aanvraag duurt langer",
        (
            "Wij verlengen de beslistermijn met zes weken, omdat er advies nodig is. U krijgt uiterlijk 1 "
            "mei 2026 een besluit."
        ),
        _QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Verleng uw kaart",
        "Uw kaart loopt af. Verleng hem vóór 1 mei 2026 op zandwijk.nl/kaart. Anders vervalt uw plek.",
        _QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Uitstel van betaling",
        (
            "U vroeg om uitstel van betaling. U mag nu tot 1 mei 2026 betalen op NL00 BANK 0123 4567 89, "
            "met nummer 8833."
        ),
        _QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Herinnering",
        (
            "Stuur uw jaarverslag vóór 1 april 2026. Mailen kan naar subsidie@zandwijk.nl. Hebben wij het "
            "1 april niet, dan stopt uw subsidie."
        ),
        _QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Uitnodiging",
        (
            "Wij nodigen u uit voor een gesprek op dinsdag 24 maart 2026 om 10.00 uur in het stadhuis. "
            "Kunt u niet? Dan kan het ook op 31 maart."
        ),
        _QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Betalen in twee keer",
        (
            "Betaal € 40 vóór 1 april 2026 en € 40 vóór 1 mei 2026 op NL00 BANK 0123 4567 89, met nummer "
            "8833. Anders krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Rekening huur zaal",
        (
            "U huurde de zaal voor € 475. Daar komt € 10 voor koffie bij. Maak het bedrag van € 485 vóór 1 "
            "april 2026 over op NL00 BANK 0123 4567 89, met nummer 8833. Anders krijgt u een aanmaning."
        ),
        _QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Uw gesprek",
        "U bereikt Anna Smit op 0396 12 34 56. Haar collega Piet Bos helpt u op 0396 12 34 57.",
        _QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Nieuwe tijden",
        (
            "In maart is de balie open op maandag van 9.00 tot 12.00 uur. Vanaf 1 april is dat maandag van "
            "9.00 tot 17.00 uur."
        ),
        _QUESTIONS,
    ),
]
"""The same; the rule has nothing to say here."""
GOOD = [
    (
        "Uw huisbezoek op dinsdag 17 maart 2026",
        (
            "U vroeg om hulp in huis. Daar praten wij graag met u over.\n\nOnze consulent Ayse Demir komt "
            "op dinsdag 17 maart 2026 om 9.30 uur bij u thuis. Het gesprek duurt een uur. Leg uw "
            "identiteitsbewijs klaar. Er mag iemand bij zijn die u vertrouwt.\n\nNa het gesprek krijgt u "
            "binnen zes weken een besluit.\n\nKomt de tijd niet uit? Bel dan 0396 12 34 56."
        ),
    ),
    (
        "Rekening: leges voor uw dakkapel",
        (
            "U kreeg van ons een vergunning voor een dakkapel. Daarvoor betaalt u € 318.\n\nWij ontvangen "
            "dit bedrag graag uiterlijk 2 april 2026. Betalen kan met de QR-code onder aan deze brief of "
            "op rekening NL00 BANK 0123 4567 89, met nummer 2026-118.\n\nBent u te laat, dan komt er € 9 "
            "bij.\n\nKunt u niet in één keer betalen? Neem dan contact op met team Belastingen: 14 0396."
        ),
    ),
    (
        "U krijgt bijzondere bijstand voor een bril",
        (
            "Goed nieuws: wij betalen uw bril. U krijgt € 140. Dit bedrag staat uiterlijk 13 maart 2026 op "
            "uw rekening.\n\nWaarom krijgt u dit?\n\nUw inkomen is lager dan € 1.400. Dat staat in artikel "
            "3 van onze beleidsregels.\n\nWat moet u doen?\n\nU hoeft niets te doen. Bewaar de bon van de "
            "bril een jaar lang.\n\nNiet eens met dit besluit?\n\nMaak dan binnen zes weken na de datum "
            "van deze brief bezwaar bij het college van Zandwijk, Postbus 12, 3840 AB Zandwijk. Zet erin: "
            "uw naam, uw adres, de datum en waarom u het niet eens bent. Zet uw handtekening.\n\nVragen? "
            "Bel 14 0396."
        ),
    ),
    (
        "Asfalt in de Parklaan op 23 en 24 maart",
        (
            "Op 23 en 24 maart 2026 leggen wij nieuw asfalt in de Parklaan. U kunt er dan niet met de auto "
            "in.\n\nWij vragen u uw auto vóór maandag 23 maart 7.00 uur weg te halen. Parkeren kan gratis "
            "op het terrein van de ijsbaan. Auto's die er dan nog staan, slepen wij weg. Dat kost € "
            "260.\n\nDe vuilniswagen komt deze week op donderdag.\n\nHebt u vragen? Mail naar "
            "wegen@zandwijk.nl."
        ),
    ),
    (
        "Wij hebben uw klacht ontvangen",
        (
            "Op 27 februari schreef u ons over de lange wachttijd aan de balie. Het spijt ons dat het zo "
            "lang duurde.\n\nPeter de Wit zoekt uit wat er gebeurde. Hij belt u binnen twee werkdagen na "
            "vandaag. Uiterlijk 13 maart 2026 krijgt u ons antwoord per brief.\n\nWilt u nog iets "
            "vertellen? Bel Peter de Wit: 0396 12 34 58."
        ),
    ),
    (
        "Wij missen nog twee papieren",
        (
            "U vroeg een uitkering aan. Wij kunnen nog niet beslissen, want wij missen:\n\n- uw "
            "huurcontract\n- de laatste drie loonstroken\n\nLever deze papieren uiterlijk 17 maart 2026 "
            "in. U kunt ze uploaden in Mijn Zandwijk of afgeven bij de balie in het stadhuis.\n\nHebben "
            "wij de papieren dan niet, dan behandelen wij uw aanvraag niet verder.\n\nLukt het niet op "
            "tijd? Laat het uw consulent weten: 0396 12 34 59."
        ),
    ),
    (
        "Wij hebben meer tijd nodig voor uw vergunning",
        (
            "U vroeg op 8 januari een vergunning voor een serre. Daar hebben wij zes weken langer voor "
            "nodig. De brandweer moet nog advies geven.\n\nU krijgt ons besluit uiterlijk 17 april 2026. U "
            "hoeft nu niets te doen.\n\nHebt u vragen? Uw contactpersoon is Rob Kok, 0396 12 34 61."
        ),
    ),
    (
        "Verleng uw bewonersvergunning",
        (
            "Uw parkeervergunning voor bewoners loopt af op 30 april 2026. Wilt u ook daarna parkeren? "
            "Verleng hem dan vóór 23 april 2026.\n\nDat doet u met DigiD op zandwijk.nl/parkeren. Hebt u "
            "geen DigiD? Kom dan naar de parkeerwinkel, Markt 9.\n\nVerlengt u niet, dan kunt u vanaf 1 "
            "mei een boete krijgen.\n\nVragen? Bel 14 0396."
        ),
    ),
    (
        "Uw aanvraag voor een kapvergunning is geweigerd",
        (
            "U krijgt geen vergunning om de linde in uw tuin te kappen. De boom is gezond en staat op de "
            "lijst met bijzondere bomen. Volgens artikel 5 van de Bomenverordening mag hij dan niet "
            "weg.\n\nWat mag wel?\n\nU mag de boom laten snoeien. Onze bomendeskundige geeft u daar gratis "
            "advies over.\n\nBezwaar maken\n\nU kunt tot en met 14 april 2026 bezwaar maken. Stuur uw "
            "bezwaarschrift naar het college van burgemeester en wethouders, Postbus 12, 3840 AB Zandwijk. "
            "Vermeld uw naam, adres, de datum en uw redenen, en onderteken het.\n\nVragen? Bel Hans "
            "Kuiper, 0396 12 34 62. Op vrijdag is dat Lies Boot, 0396 12 34 63."
        ),
    ),
    (
        "Kom kijken naar de plannen voor het Stationsplein",
        (
            "Het Stationsplein krijgt meer groen. Wij laten u graag de plannen zien.\n\nU bent welkom op "
            "woensdag 25 maart 2026, tussen 19.00 en 21.00 uur, in de foyer van theater De Kolk, "
            "Stationsplein 1. Aanmelden is niet nodig.\n\nKunt u niet komen? De plannen staan vanaf 26 "
            "maart op zandwijk.nl/stationsplein. Reageren kan daar tot en met 12 april 2026.\n\nMet vragen "
            "kunt u bellen naar Iris Mol, 0396 12 34 64."
        ),
    ),
]
"""Subject and body of whole letters that are right."""
PAGES = [
    (
        True,
        (
            "# Grafrechten verlengen\n\nU kunt het recht op een graf verlengen.\n\n## Voorwaarden\n\nU "
            "hebt recht op verlenging als u de rechthebbende bent.\n\n## Aanvragen\n\nVraag de verlenging "
            "aan met DigiD op zandwijk.nl/graf.\n\n## Kosten\n\nHet kost € 600.\n"
        ),
    ),
    (
        True,
        (
            "# Uittreksel aanvragen\n\n## Aanvragen\n\nU vraagt het uittreksel aan bij de balie.\n\n## "
            "Voorwaarden\n\nU woont in Zandwijk.\n\n## Wat neemt u mee?\n\nNeem uw paspoort mee.\n"
        ),
    ),
    (
        False,
        (
            "# Parkeervergunning aanvragen\n\n## Voorwaarden\n\nU woont in het centrum.\n\n## "
            "Aanvragen\n\nVraag de vergunning online aan met DigiD. Neem een kopie van uw kentekenbewijs "
            "mee.\n\n## Hoe lang duurt het?\n\nU krijgt binnen 2 weken antwoord.\n\n## Kosten\n\nDe "
            "vergunning kost € 40 per jaar.\n\nVragen? Bel 14 0396.\n"
        ),
    ),
    (False, "# Openingstijden van het stadhuis\n\nHet stadhuis is open op maandag van 9.00 tot 12.00 uur.\n"),
]
"""Whether a page about a product lacks something, and its text."""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config.model_validate({"servicenormen": _NORMS}))


def _seen(checker: Checker, subject: str, body: str, contact: str) -> frozenset[str]:
    head = "Gemeente Zandwijk\n\nMevrouw L. Bakker\nDorpsweg 3\n3841 AB Zandwijk\n\nDatum: 3 maart 2026"
    about = f"\nOnderwerp: {subject}" if subject else ""
    parts = (head + about, "Beste mevrouw Bakker,", body, contact, "Met vriendelijke groet,\n\nSam de Boer")
    report = checker.check_text("\n\n".join(part for part in parts if part), name="brief.txt")
    return frozenset(finding.rule for finding in report.findings)


_TOLD_AS: dict[str, frozenset[str]] = {
    "gevolg-ontbreekt": frozenset({"aanmaning-onvolledig", "herstelverzuim-onvolledig"}),
    "actie-zonder-datum": frozenset({"aanmaning-onvolledig", "herstelverzuim-onvolledig"}),
    "last-onvolledig": frozenset({"actie-zonder-datum"}),
}
"""A gap that two rules could see is told once."""


@pytest.mark.parametrize(("rule", "subject", "body", "contact"), FOUND)
def test_a_fault_made_in_another_way(rule: str, subject: str, body: str, contact: str, checker: Checker) -> None:
    assert _seen(checker, subject, body, contact) & {rule, *_TOLD_AS.get(rule, ())}


@pytest.mark.parametrize(("rule", "subject", "body", "contact"), NEAR)
def test_a_near_miss(rule: str, subject: str, body: str, contact: str, checker: Checker) -> None:
    assert rule not in _seen(checker, subject, body, contact)


@pytest.mark.parametrize(("subject", "body"), GOOD)
def test_a_good_letter_gets_no_remark(subject: str, body: str, checker: Checker) -> None:
    assert not _seen(checker, subject, body, "") & RULES


@pytest.mark.parametrize(("lacks", "page"), PAGES)
def test_what_a_page_lacks(lacks: bool, page: str, checker: Checker) -> None:
    found = {finding.rule for finding in checker.check_text(page, name="pagina.md").findings}
    assert ("productpagina-onvolledig" in found) is lacks
