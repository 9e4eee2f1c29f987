"""Small letters in other words than those of the gold data: how a task is done, and what a letter asks as a whole."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import Passage

from .letters import read

HEAD = """Gemeente Zandwijk
Team {team}

Mevrouw A. de Boer
Lindelaan 4
1234 AB Zandwijk

Zandwijk, 3 maart 2026
Onderwerp: {subject}

Beste mevrouw De Boer,

{body}

Hebt u vragen? Bel dan met team {team}, telefoon 0123 45 67 89.

Met vriendelijke groet,

Kees Smit
"""
REMEDY = (
    "\n\nBezwaar\nU kunt binnen zes weken na de datum van deze brief bezwaar maken bij het college van Zandwijk, "
    "Postbus 1, 1230 AA Zandwijk.\n"
)
WAYS = [
    (
        "Zorg",
        "papieren voor uw aanvraag",
        (
            "U vroeg bijstand aan. Wij missen nog papieren. Stuur ons vóór 20 maart 2026 uw "
            "loonstroken.\n\n"
            "U kunt de loonstroken inscannen en uploaden in uw persoonlijke pagina op "
            "zandwijk.example/mijn."
        ),
        "uploaden in uw persoonlijke pagina op zandwijk.example/mijn",
    ),
    (
        "Zorg",
        "papieren voor uw aanvraag",
        (
            "U vroeg bijstand aan. Uw aanvraag is nog niet compleet. Geef vóór 20 maart 2026 uw "
            "inkomsten door aan uw klantmanager, mevrouw Visser."
        ),
        "aan uw klantmanager, mevrouw Visser",
    ),
    (
        "Zorg",
        "papieren voor uw aanvraag",
        (
            "U vroeg bijstand aan. Uw aanvraag is nog niet compleet. Wij hebben uw huurcontract nodig "
            "vóór 20 maart 2026. Afgeven kan aan de receptie van het stadskantoor."
        ),
        "aan de receptie van het stadskantoor",
    ),
    (
        "Belasting",
        "aanmaning",
        (
            "U hebt de aanslag hondenbelasting van € 80 niet betaald. Betaal dit bedrag vóór 20 maart "
            "2026. Gebruik daarvoor NL00 BANK 0123 4567 89 en zet erbij: 4451."
        ),
        "NL00 BANK 0123 4567 89",
    ),
    (
        "Belasting",
        "aanmaning",
        (
            "U hebt de aanslag hondenbelasting van € 80 niet betaald. Betaal dit bedrag vóór 20 maart "
            "2026.\n\n"
            "Betalen kan met de QR-code onderaan."
        ),
        "met de QR-code onderaan",
    ),
    (
        "Belasting",
        "rekening voor uw standplaats",
        (
            "U moet € 120 betalen voor uw standplaats. Betaal vóór 20 maart 2026. Wij schrijven het "
            "bedrag niet af: u maakt het zelf over. Ons rekeningnummer is NL00 BANK 0123 4567 89."
        ),
        "Ons rekeningnummer is NL00 BANK 0123 4567 89",
    ),
    (
        "Belasting",
        "rekening voor uw standplaats",
        (
            "U moet € 120 betalen voor uw standplaats, uiterlijk 20 maart 2026. Dat gaat het "
            "makkelijkst via iDEAL op zandwijk.example/betalen."
        ),
        "via iDEAL op zandwijk.example/betalen",
    ),
    (
        "Belasting",
        "rekening voor uw standplaats",
        (
            "Voor uw standplaats bent u € 120 verschuldigd. Wij verzoeken u dit bedrag uiterlijk 20 "
            "maart 2026 te voldoen met bijgaande acceptgiro."
        ),
        "met bijgaande acceptgiro",
    ),
    (
        "Burgerzaken",
        "uw paspoort ligt klaar",
        ("Uw paspoort ligt klaar. Haal het op vóór 20 maart 2026. U vindt ons op de Markt 5, naast de bibliotheek."),
        "op de Markt 5",
    ),
    (
        "Burgerzaken",
        "uw rijbewijs verloopt",
        (
            "Uw rijbewijs verloopt op 20 april 2026. Verleng het vóór 20 maart 2026.\n\n"
            "Zo verlengt u het\n\n"
            "- Log in met DigiD op zandwijk.example/rijbewijs.\n"
            "- Kies een pasfoto.\n"
            "- Betaal met iDEAL."
        ),
        "Log in met DigiD op zandwijk.example/rijbewijs",
    ),
    (
        "Wmo",
        "gesprek over hulp thuis",
        (
            "Wij nodigen u uit voor een gesprek over hulp thuis op dinsdag 24 maart 2026 om 10.00 uur. "
            "De consulent komt bij u aan huis."
        ),
        "De consulent komt bij u aan huis",
    ),
    (
        "Wmo",
        "gesprek over hulp thuis",
        (
            "Wij nodigen u uit voor een gesprek over hulp thuis op dinsdag 24 maart 2026 om 10.00 uur. "
            "We spreken elkaar via beeldbellen: u krijgt een link in uw mail."
        ),
        "via beeldbellen",
    ),
    (
        "Wmo",
        "gesprek over hulp thuis",
        (
            "Wij nodigen u uit voor een gesprek over hulp thuis.\n\n"
            "Datum: dinsdag 24 maart 2026\n"
            "Tijd: 10.00 uur\n"
            "Plaats: wijkgebouw De Spil, Torenstraat 8"
        ),
        "wijkgebouw De Spil, Torenstraat 8",
    ),
    (
        "Jeugd",
        "bijeenkomst voor pleegouders",
        (
            "Komt u ook naar de bijeenkomst voor pleegouders op donderdag 26 maart 2026 om 19.30 uur? "
            "Wij ontvangen u in de aula van het Zandwijk College."
        ),
        "in de aula van het Zandwijk College",
    ),
    (
        "Jeugd",
        "bijeenkomst voor pleegouders",
        (
            "Komt u ook naar de bijeenkomst voor pleegouders op donderdag 26 maart 2026? De koffie "
            "staat vanaf 19.00 uur klaar in buurthuis 't Trefpunt."
        ),
        "in buurthuis 't Trefpunt",
    ),
    (
        "Groen",
        "snoei uw heg",
        ("Uw heg hangt over het fietspad. Snoei de heg vóór 20 maart 2026. Haal alles weg wat buiten uw tuin groeit."),
        "Haal alles weg wat buiten uw tuin groeit",
    ),
    (
        "Groen",
        "melding lekkage",
        (
            "Uit controle blijkt dat uw riool lekt. Laat het riool vóór 20 maart 2026 herstellen. "
            "Schakel daarvoor een erkende loodgieter in."
        ),
        "Schakel daarvoor een erkende loodgieter in",
    ),
    (
        "Handhaving",
        "last onder dwangsom",
        (
            "Wij leggen u een last onder dwangsom op. U handelt in strijd met artikel 5 van de "
            "Omgevingswet. U dient de schutting vóór 20 maart 2026 te verwijderen. U voldoet aan de "
            "last als u de schutting verlaagt tot 1 meter."
        ),
        "als u de schutting verlaagt tot 1 meter",
    ),
    (
        "Subsidie",
        "verantwoording subsidie",
        (
            "Stuur ons vóór 20 maart 2026 uw verslag. Dat mag als pdf naar subsidies@zandwijk.example "
            "of op papier naar Postbus 10."
        ),
        "naar subsidies@zandwijk.example",
    ),
    (
        "Subsidie",
        "verantwoording subsidie",
        "Dien uw verslag vóór 20 maart 2026 in. Het adres is Postbus 10, 1230 AA Zandwijk.",
        "Het adres is Postbus 10, 1230 AA Zandwijk",
    ),
    (
        "Subsidie",
        "verantwoording subsidie",
        ("Wij ontvangen uw verslag graag vóór 20 maart 2026. Een e-mail naar subsidies@zandwijk.example is genoeg."),
        "naar subsidies@zandwijk.example",
    ),
    (
        "Afval",
        "kies uw container",
        ("Geef vóór 20 maart 2026 door welke container u wilt. Scan de code op de achterkant of bel 14 0123."),
        "Scan de code op de achterkant",
    ),
    (
        "Afval",
        "kies uw container",
        (
            "Laat ons vóór 20 maart 2026 weten welke container u wilt. Kruis uw keuze aan op het "
            "kaartje en doe het zonder postzegel op de bus."
        ),
        "Kruis uw keuze aan op het kaartje en doe het zonder postzegel op de bus",
    ),
    (
        "Afval",
        "kies uw container",
        ("Geef vóór 20 maart 2026 uw keuze door. U regelt dit in een paar minuten op zandwijk.example/container."),
        "op zandwijk.example/container",
    ),
    (
        "Afval",
        "oude container terug",
        ("Lever uw oude container vóór 20 maart 2026 in. Zet hem leeg aan de straat, dan halen wij hem op."),
        "Zet hem leeg aan de straat",
    ),
    (
        "Afval",
        "oude container terug",
        (
            "Wij vragen u uw oude container vóór 20 maart 2026 terug te brengen. De gemeentewerf op de "
            "Havenweg 12 neemt hem aan."
        ),
        "De gemeentewerf op de Havenweg 12",
    ),
    (
        "Werk",
        "afspraak maken",
        "Maak vóór 20 maart 2026 een afspraak met uw werkcoach. Bel daarvoor 0123 99 88 77.",
        "Bel daarvoor 0123 99 88 77",
    ),
    (
        "Werk",
        "afspraak maken",
        ("Maak vóór 20 maart 2026 een afspraak met uw werkcoach. Dat kan telefonisch: 0123 99 88 77."),
        "telefonisch: 0123 99 88 77",
    ),
    (
        "Werk",
        "afspraak maken",
        (
            "Maak vóór 20 maart 2026 een afspraak met uw werkcoach. U kunt haar bellen of mailen "
            "(l.kok@zandwijk.example)."
        ),
        "bellen of mailen (l.kok@zandwijk.example)",
    ),
    (
        "Werk",
        "meld uw inkomsten",
        ("Meld uw inkomsten over februari vóór 20 maart 2026. Hiervoor gebruikt u het wijzigingsformulier."),
        "gebruikt u het wijzigingsformulier",
    ),
    (
        "Werk",
        "meld uw inkomsten",
        "Meld uw inkomsten over februari vóór 20 maart 2026. Dit kan uitsluitend digitaal.",
        "digitaal",
    ),
    (
        "Werk",
        "meld uw inkomsten",
        ("Meld uw inkomsten over februari vóór 20 maart 2026.\n\nHoe?\n\nIn de Werkapp, onder Inkomsten."),
        "In de Werkapp",
    ),
    (
        "Parkeren",
        "verleng uw vergunning",
        ("Verleng uw parkeervergunning vóór 20 maart 2026. Ga daarvoor naar het parkeerloket aan de Stationsweg 3."),
        "naar het parkeerloket aan de Stationsweg 3",
    ),
    (
        "Parkeren",
        "verleng uw vergunning",
        ("Verleng uw parkeervergunning vóór 20 maart 2026. Inloggen doet u met DigiD op zandwijk.example/parkeren."),
        "op zandwijk.example/parkeren",
    ),
    (
        "Erfpacht",
        "akkoord",
        ("Onderteken de overeenkomst en retourneer deze vóór 20 maart 2026. Een retourenveloppe is bijgevoegd."),
        "Een retourenveloppe is bijgevoegd",
    ),
    (
        "Erfpacht",
        "akkoord",
        ("Onderteken de overeenkomst vóór 20 maart 2026. Dat doet u digitaal, via de link in de mail van SignRequest."),
        "digitaal, via de link in de mail",
    ),
    (
        "Onderwijs",
        "meld uw kind aan",
        ("Meld uw kind vóór 20 maart 2026 aan voor de zomerschool. Aanmelden gaat via de leerkracht van uw kind."),
        "via de leerkracht van uw kind",
    ),
    (
        "Onderwijs",
        "meld uw kind aan",
        (
            "Meld uw kind vóór 20 maart 2026 aan voor de zomerschool. Stuur een appje naar 06 12 34 56 "
            "78 met de naam van uw kind."
        ),
        "Stuur een appje naar 06 12 34 56 78",
    ),
    (
        "Subsidie",
        "verantwoording subsidie",
        ("Stuur ons vóór 20 maart 2026 uw verslag. Op zandwijk.example/subsidie leest u wat erin moet staan."),
        None,
    ),
    (
        "Belasting",
        "aanmaning",
        (
            "U hebt de aanslag hondenbelasting van € 80 niet betaald. Betaal dit bedrag vóór 20 maart "
            "2026. Wij hebben u op 3 februari 2026 per post een herinnering gestuurd."
        ),
        None,
    ),
    (
        "Afval",
        "kies uw container",
        ("Laat ons vóór 20 maart 2026 weten welke container u wilt. Wij brengen hem in april bij u thuis."),
        None,
    ),
    (
        "Werk",
        "afspraak maken",
        ("Maak vóór 20 maart 2026 een afspraak met uw werkcoach. Neem uw paspoort mee naar het gesprek."),
        None,
    ),
    (
        "Groen",
        "snoei uw heg",
        "Snoei uw heg vóór 20 maart 2026. Onze opzichter komt daarna in uw straat kijken.",
        None,
    ),
    (
        "Inkomen",
        "gegevens over uw huur",
        (
            "U vraagt huurhulp aan. Wij kunnen nog niet beslissen, want uw huurcontract ontbreekt. Wilt"
            " u dat contract vóór 2 april 2026 aan ons geven? U kunt het kopiëren en in de brievenbus "
            "van het gemeentehuis doen."
        ),
        "in de brievenbus van het gemeentehuis",
    ),
    (
        "Inkomen",
        "gegevens over uw huur",
        (
            "U vraagt huurhulp aan. Wij missen uw huurcontract. Bezorg ons dit vóór 2 april 2026, het "
            "liefst digitaal via Mijn Zandwijk."
        ),
        "via Mijn Zandwijk",
    ),
    (
        "Inkomen",
        "gegevens over uw huur",
        (
            "U vraagt huurhulp aan. Wij missen uw huurcontract. Wij krijgen dat graag vóór 2 april "
            "2026. Upload het contract bij uw aanvraag. U logt daarvoor in met DigiD."
        ),
        "Upload het contract bij uw aanvraag",
    ),
    (
        "Heffing",
        "aanslag rioolrecht",
        (
            "Uw aanslag rioolrecht bedraagt € 210. U dient dit bedrag vóór 30 april 2026 te betalen. "
            "Geef uw bank opdracht het over te schrijven naar NL00 BANK 0123 4567 89."
        ),
        "naar NL00 BANK 0123 4567 89",
    ),
    (
        "Heffing",
        "aanslag rioolrecht",
        (
            "Uw aanslag rioolrecht bedraagt € 210. Betaal vóór 30 april 2026. U kunt bij ons pinnen, "
            "aan de balie op Raadhuisplein 1."
        ),
        "aan de balie op Raadhuisplein 1",
    ),
    (
        "Heffing",
        "aanmaning rioolrecht",
        (
            "U betaalde uw rioolrecht niet. Betaal € 228 vóór 30 april 2026.\n\n"
            "Onze gegevens:\n"
            "- IBAN: NL00 BANK 0123 4567 89\n"
            "- op naam van gemeente Zandwijk\n"
            "- kenmerk 8812"
        ),
        "NL00 BANK 0123 4567 89",
    ),
    (
        "Heffing",
        "aanmaning rioolrecht",
        (
            "U betaalde uw rioolrecht niet. Betaal € 228 vóór 30 april 2026. Dat kan in één keer met de"
            " betaallink in uw mail."
        ),
        "met de betaallink in uw mail",
    ),
    (
        "Loket",
        "uw parkeerpas",
        ("Uw nieuwe parkeerpas is klaar. Kom de pas halen vóór 2 april 2026. Wij zijn te vinden aan de Kaai 7."),
        "aan de Kaai 7",
    ),
    (
        "Loket",
        "uw parkeerpas",
        (
            "Uw parkeerpas verloopt op 1 mei 2026. Vraag vóór 2 april 2026 een nieuwe pas aan. Een "
            "nieuwe pas vraagt u aan in de parkeerapp."
        ),
        "in de parkeerapp",
    ),
    (
        "Loket",
        "uw parkeerpas",
        (
            "Uw parkeerpas verloopt op 1 mei 2026. Verleng de pas vóór 2 april 2026. Stap 1: open "
            "zandwijk.example/pas. Stap 2: vul uw pasnummer in."
        ),
        "open zandwijk.example/pas",
    ),
    (
        "Wijkteam",
        "kennismaking met uw begeleider",
        (
            "U krijgt begeleiding van Jet Bos. Zij wil u graag leren kennen. Wij nodigen u uit op "
            "maandag 13 april 2026 om 11.00 uur. Het gesprek is op ons kantoor aan de Oude Dijk 44."
        ),
        "op ons kantoor aan de Oude Dijk 44",
    ),
    (
        "Wijkteam",
        "kennismaking met uw begeleider",
        (
            "Wij nodigen u uit voor een kennismaking op maandag 13 april 2026 om 11.00 uur. Jet Bos "
            "belt u dan op het nummer dat wij van u hebben."
        ),
        "Jet Bos belt u dan",
    ),
    (
        "Sport",
        "open dag",
        ("Kom op zaterdag 18 april 2026 naar onze open dag! Vanaf 10 uur bent u welkom op sportpark De Hoef."),
        "op sportpark De Hoef",
    ),
    (
        "Sport",
        "huur van het veld",
        (
            "Geef vóór 2 april 2026 door of u het veld wilt blijven huren. Reageren kan met een mailtje"
            " aan sport@zandwijk.example."
        ),
        "aan sport@zandwijk.example",
    ),
    (
        "Sport",
        "huur van het veld",
        (
            "Wij vragen u vóór 2 april 2026 te laten weten of u het veld blijft huren. Belt u daarvoor "
            "met Ria Vos, 0123 44 55 66."
        ),
        "Belt u daarvoor met Ria Vos, 0123 44 55 66",
    ),
    (
        "Bouwen",
        "tekeningen aanvullen",
        (
            "Uw aanvraag om een dakkapel is onvolledig. Wij verzoeken u de tekeningen uiterlijk 2 april"
            " 2026 aan te vullen. Aanvullingen kunnen uitsluitend worden ingediend via het "
            "Omgevingsloket."
        ),
        "via het Omgevingsloket",
    ),
    (
        "Bouwen",
        "tekeningen aanvullen",
        (
            "Uw aanvraag om een dakkapel is onvolledig. Wij verzoeken u de tekeningen uiterlijk 2 april"
            " 2026 in tweevoud te doen toekomen aan de afdeling Bouwen, postbus 40, 1230 AA Zandwijk."
        ),
        "aan de afdeling Bouwen, postbus 40",
    ),
    (
        "Toezicht",
        "last onder bestuursdwang",
        (
            "Wij gelasten u de caravan uiterlijk 2 april 2026 te verwijderen. Dit in verband met strijd"
            " met artikel 5.8 van de APV. U kunt aan deze last voldoen door de caravan op een "
            "stallingsterrein te plaatsen. Doet u dit niet, dan voeren wij de caravan af op uw kosten."
        ),
        "door de caravan op een stallingsterrein te plaatsen",
    ),
    (
        "Toezicht",
        "uw hond aan de lijn",
        ("Uw hond liep los. Houd uw hond vanaf 2 april 2026 aangelijnd. Dat is verplicht in de bebouwde kom."),
        None,
    ),
    (
        "Groen",
        "uw boom",
        ("Uw boom is ziek. Kap de boom vóór 2 april 2026. U moet daarvoor een bedrijf met een certificaat inhuren."),
        "een bedrijf met een certificaat inhuren",
    ),
    (
        "Groen",
        "uw boom",
        "Uw boom is ziek. Kap de boom vóór 2 april 2026. Daarvoor is geen vergunning nodig.",
        None,
    ),
    (
        "Reiniging",
        "grofvuil",
        ("Bied uw grofvuil vóór 2 april 2026 aan. U brengt het zelf naar het milieupark, Rondweg 20."),
        "naar het milieupark, Rondweg 20",
    ),
    (
        "Reiniging",
        "grofvuil",
        "Meld uw grofvuil vóór 2 april 2026 aan. Wij halen het daarna bij u thuis op.",
        None,
    ),
    (
        "Reiniging",
        "kerstbomen",
        ("Zet uw kerstboom op woensdag 7 april 2026 vóór 8.00 uur buiten. Leg hem plat naast uw container."),
        "Leg hem plat naast uw container",
    ),
    (
        "Scholen",
        "keuze school",
        ("Kies vóór 2 april 2026 een school voor uw kind. Vul uw keuze in op zandwijk.example/school."),
        "op zandwijk.example/school",
    ),
    (
        "Kiezen",
        "hulp op het stembureau",
        (
            "Stuur ons vóór 2 april 2026 uw bankgegevens. Gebruik hiervoor het antwoordkaartje. Een "
            "postzegel hoeft niet."
        ),
        "het antwoordkaartje",
    ),
    (
        "Kiezen",
        "hulp op het stembureau",
        "Stuur ons vóór 2 april 2026 uw bankgegevens. Een formulier vindt u in de bijlage.",
        "Een formulier vindt u in de bijlage",
    ),
    (
        "Verhuur",
        "sleutel zaal",
        "Breng de sleutel vóór 2 april 2026 terug. Is het kantoor dicht? Gooi hem dan in de bus.",
        None,
    ),
    (
        "Verhuur",
        "sleutel zaal",
        "Breng de sleutel vóór 2 april 2026 terug bij de beheerder van de zaal.",
        "bij de beheerder van de zaal",
    ),
    (
        "Verhuur",
        "borg",
        (
            "Wij willen u de borg terugbetalen. Laat ons vóór 2 april 2026 uw rekeningnummer weten. "
            "Antwoord gewoon op deze e-mail."
        ),
        "Antwoord gewoon op deze e-mail",
    ),
    (
        "Buurt",
        "ideeën voor het plein",
        (
            "Geef vóór 2 april 2026 uw mening over het plein. Dat doet u door de vragenlijst in te "
            "vullen die bij deze brief zit."
        ),
        "door de vragenlijst in te vullen",
    ),
    (
        "Buurt",
        "ideeën voor het plein",
        (
            "Denk mee over het plein! Schrijf uw idee vóór 2 april 2026 op een kaartje en hang het in "
            "de boom bij de kerk."
        ),
        "hang het in de boom bij de kerk",
    ),
    (
        "Water",
        "watermeter",
        (
            "Geef vóór 2 april 2026 de stand van uw watermeter door. Doe dit 24 uur per dag via onze "
            "telefooncomputer: 0800 12 12."
        ),
        "via onze telefooncomputer",
    ),
    (
        "Water",
        "watermeter",
        (
            "Geef vóór 2 april 2026 de stand van uw watermeter door. Het kan ook met een foto via "
            "WhatsApp: 06 11 22 33 44."
        ),
        "met een foto via WhatsApp",
    ),
]
"""Team, subject, body, and the words that tell how; None where none do."""
WHOLE = [
    (
        "Inkomen",
        "uw uitkering wordt lager",
        (
            "Vanaf 1 april 2026 verlagen wij uw uitkering met 20 procent. U woont sinds februari samen "
            "met uw zoon. Daarom hebt u minder nodig."
        ),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Inkomen",
        "stopzetting van uw uitkering",
        ("Per 1 april 2026 zetten wij uw uitkering stop. U hebt namelijk een baan gevonden en verdient genoeg."),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Wmo",
        "einde van uw huishoudelijke hulp",
        ("U had hulp bij het huishouden tot 1 maart 2026. Die hulp loopt niet door. Uw gezondheid is beter geworden."),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Wmo",
        "minder uren begeleiding",
        ("U krijgt vanaf 1 april 2026 nog 2 uur begeleiding per week. Dat was 4 uur. U kunt meer zelf dan vorig jaar."),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Vergunningen",
        "intrekking van uw standplaatsvergunning",
        (
            "Wij trekken uw vergunning voor de standplaats op de markt in. U hebt de plek een jaar lang"
            " niet gebruikt (artikel 7 van de Marktverordening)."
        ),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Parkeren",
        "uw bezoekerspas vervalt",
        (
            "Op 1 april 2026 vervalt uw bezoekerspas. U woont niet meer in Zandwijk. Lever de pas vóór "
            "15 april 2026 in bij de balie van het stadhuis."
        ),
        True,
        "beschikking-afwijzing",
        "Lever de pas vóór 15 april 2026 in",
        "vóór 15 april 2026",
        "bij de balie van het stadhuis",
        None,
    ),
    (
        "Subsidie",
        "lagere subsidie",
        ("Wij stellen uw subsidie lager vast: op € 1.200 in plaats van € 1.500. U organiseerde 8 van de 10 lessen."),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Wmo",
        "uw hulp gaat door",
        "U houdt uw hulp bij het huishouden. Wij verlengen die tot 1 april 2028.",
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Inkomen",
        "uw uitkering gaat omhoog",
        "Vanaf 1 april 2026 krijgt u € 80 per maand meer bijstand.",
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Inkomen",
        "terugbetalen",
        (
            "U kreeg € 450 te veel bijstand. Dat geld vorderen wij terug. Maak het bedrag vóór 1 mei "
            "2026 over naar NL00 BANK 0123 4567 89. Doet u dat niet, dan houden wij het in op uw "
            "uitkering."
        ),
        True,
        "beschikking-terugvordering",
        "Maak het bedrag vóór 1 mei 2026 over",
        "vóór 1 mei 2026",
        "naar NL00 BANK 0123 4567 89",
        "Doet u dat niet, dan houden wij het in op uw uitkering",
    ),
    (
        "Parkeren",
        "uw vergunning loopt af",
        (
            "Uw vergunning is geldig tot 1 mei 2026. Wilt u hem houden? Verleng hem dan vóór 15 april "
            "2026 op zandwijk.example/parkeren. Doet u niets, dan stopt de vergunning vanzelf."
        ),
        False,
        "herinnering",
        "Verleng hem dan vóór 15 april 2026",
        "vóór 15 april 2026",
        "op zandwijk.example/parkeren",
        "Doet u niets, dan stopt de vergunning vanzelf",
    ),
    (
        "Heffingen",
        "AANMANING",
        (
            "Wij hebben uw betaling van € 95 nog niet gezien. U hebt tot en met 20 maart 2026 om alsnog"
            " te betalen. Gebruik hiervoor rekening NL00 BANK 0123 4567 89, met kenmerk 5512. Blijft "
            "betaling uit, dan schakelen wij een deurwaarder in."
        ),
        False,
        "aanmaning",
        "U hebt tot en met 20 maart 2026 om alsnog te betalen",
        "tot en met 20 maart 2026",
        "rekening NL00 BANK 0123 4567 89",
        "Blijft betaling uit, dan schakelen wij een deurwaarder in",
    ),
    (
        "Heffingen",
        "rekening begraafplaats",
        (
            "Voor het onderhoud van het graf betaalt u € 60 per jaar. De rekening voor 2026 moet vóór 1"
            " april 2026 zijn voldaan, op NL00 BANK 0123 4567 89 onder vermelding van graf 12. Anders "
            "rekenen wij € 15 extra."
        ),
        False,
        "betalingsverzoek",
        "De rekening voor 2026 moet vóór 1 april 2026 zijn voldaan",
        "vóór 1 april 2026",
        "op NL00 BANK 0123 4567 89",
        "Anders rekenen wij € 15 extra",
    ),
    (
        "Werk",
        "uw afspraak",
        (
            "U staat gepland op dinsdag 24 maart 2026 om 9.15 uur bij onze bedrijfsarts, Stationsplein "
            "3. Komt u niet opdagen, dan heeft dat gevolgen voor uw uitkering."
        ),
        False,
        "uitnodiging",
        "U staat gepland op dinsdag 24 maart 2026 om 9.15 uur",
        "op dinsdag 24 maart 2026 om 9.15 uur",
        "bij onze bedrijfsarts, Stationsplein 3",
        "Komt u niet opdagen, dan heeft dat gevolgen voor uw uitkering",
    ),
    (
        "Jeugd",
        "praat mee",
        (
            "Vertel ons op woensdag 25 maart 2026 wat u van de speeltuin vindt! Wij staan vanaf 15.00 "
            "uur met een kraam naast de glijbaan. Aanmelden is niet nodig."
        ),
        False,
        "uitnodiging",
        "Vertel ons op woensdag 25 maart 2026 wat u van de speeltuin vindt",
        "op woensdag 25 maart 2026",
        "naast de glijbaan",
        None,
    ),
    (
        "Milieu",
        "opruimen van uw erf",
        (
            "Bij controle op 20 februari 2026 zagen wij asbest op uw erf. U overtreedt daarmee artikel "
            "4 van het Asbestbesluit. Ruim het asbest vóór 1 mei 2026 op. Huur daarvoor een erkend "
            "bedrijf in. Doet u dit niet op tijd, dan leggen wij een dwangsom op."
        ),
        False,
        "brief",
        "Ruim het asbest vóór 1 mei 2026 op",
        "vóór 1 mei 2026",
        "Huur daarvoor een erkend bedrijf in",
        "Doet u dit niet op tijd, dan leggen wij een dwangsom op",
    ),
    (
        "Klachten",
        "uw klacht is binnen",
        (
            "Wij kregen op 1 maart 2026 uw klacht over de huisvuilwagen. Mevrouw Pol zoekt uit wat er "
            "is gebeurd. U hoort uiterlijk 14 april 2026 van haar."
        ),
        False,
        "ontvangstbevestiging",
        None,
        None,
        None,
        None,
    ),
    (
        "Vergunningen",
        "uitstel van ons besluit",
        (
            "U vroeg een kapvergunning aan. Ons besluit komt later dan u van ons gewend bent, want het "
            "advies van de boomexpert is er nog niet. Wij beslissen vóór 1 mei 2026."
        ),
        False,
        "verlenging",
        None,
        None,
        None,
        None,
    ),
    (
        "Vergunningen",
        "uw kapvergunning",
        (
            "U mag de kastanje in uw voortuin kappen. Plant vóór 1 december 2026 een nieuwe boom terug."
            " Stuur ons daarvan een foto naar bomen@zandwijk.example."
        ),
        True,
        "beschikking-toekenning",
        "Plant vóór 1 december 2026 een nieuwe boom terug",
        "vóór 1 december 2026",
        "Stuur ons daarvan een foto naar bomen@zandwijk.example",
        None,
    ),
    (
        "Sociaal Domein",
        "verklaring van uw huisarts",
        (
            "U vroeg een invalidenparkeerkaart aan. Voor onze beoordeling hebben wij een verklaring van"
            " uw huisarts nodig. Bezorg ons die uiterlijk 27 maart 2026. Scannen en mailen naar "
            "kaart@zandwijk.example mag, maar een kopie per post is ook goed. Komt de verklaring te "
            "laat, dan beslissen wij zonder."
        ),
        False,
        "herstelverzuim",
        "Bezorg ons die uiterlijk 27 maart 2026",
        "uiterlijk 27 maart 2026",
        "mailen naar kaart@zandwijk.example",
        "Komt de verklaring te laat, dan beslissen wij zonder",
    ),
    (
        "Belastingen",
        "tweede herinnering hondenbelasting",
        (
            "Op 1 februari 2026 stuurden wij u al een herinnering. Uw betaling van € 64 is nog steeds "
            "niet binnen. Maak het bedrag uiterlijk 27 maart 2026 over op NL00 BANK 0123 4567 89. Is "
            "dat te veel ineens? Bel ons dan voor een regeling. Zonder betaling of regeling krijgt u "
            "een aanmaning van € 9."
        ),
        False,
        "herinnering",
        "Maak het bedrag uiterlijk 27 maart 2026 over",
        "uiterlijk 27 maart 2026",
        "op NL00 BANK 0123 4567 89",
        "Zonder betaling of regeling krijgt u een aanmaning van € 9",
    ),
    (
        "Schuldhulp",
        "uw eerste gesprek",
        (
            "Fijn dat u hulp zoekt. Op donderdag 26 maart 2026 om 13.00 uur spreekt u met Lotte Kuiper."
            " Zij zit in het Huis van de Buurt, Zonnelaan 90. Neem uw post van de laatste maanden mee. "
            "Kunt u niet? Bel dan uiterlijk een dag van tevoren."
        ),
        False,
        "uitnodiging",
        "spreekt u met Lotte Kuiper",
        "Op donderdag 26 maart 2026 om 13.00 uur",
        "in het Huis van de Buurt, Zonnelaan 90",
        None,
    ),
    (
        "Buitenruimte",
        "werk aan het riool in uw straat",
        (
            "Vanaf maandag 30 maart 2026 vernieuwen wij het riool in de Lindelaan. De straat is dan "
            "drie weken dicht voor auto's. U kunt uw auto kwijt op het Marktplein. Uw vuilnisbak zetten"
            " wij elke dinsdag voor u aan het einde van de straat."
        ),
        False,
        "bewonersbrief",
        None,
        None,
        None,
        None,
    ),
    (
        "Handhaving",
        "voornemen last onder dwangsom",
        (
            "In uw schuur slapen mensen. Dat mag niet volgens artikel 4.2 van het omgevingsplan. Wij "
            "zijn van plan u een last onder dwangsom op te leggen. U kunt tot 1 april 2026 uw "
            "zienswijze geven aan het college."
        ),
        False,
        "brief",
        None,
        None,
        None,
        None,
    ),
    (
        "Vergunningen",
        "omgevingsvergunning dakopbouw",
        (
            "Wij verlenen u de vergunning voor een dakopbouw. Aan de vergunning zijn voorschriften "
            "verbonden. Meld de start van de bouw uiterlijk twee dagen van tevoren via het "
            "Omgevingsloket."
        ),
        True,
        "beschikking-toekenning",
        "Meld de start van de bouw uiterlijk twee dagen van tevoren",
        "uiterlijk twee dagen van tevoren",
        "via het Omgevingsloket",
        None,
    ),
    (
        "Vergunningen",
        "uw aanvraag voor een uitrit",
        (
            "U mag geen uitrit maken aan de Lindelaan. De uitrit komt te dicht bij de kruising (artikel"
            " 2.12 APV). Aan de Beukstraat mag het wel. Vraag daarvoor een nieuwe vergunning aan."
        ),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Inkomen",
        "uw bezwaar",
        (
            "U maakte bezwaar tegen de verlaging van uw bijstand. U krijgt gelijk. Wij betalen u alsnog"
            " € 340. Dat staat uiterlijk 27 maart 2026 op uw rekening."
        ),
        False,
        "beslissing-op-bezwaar",
        None,
        None,
        None,
        None,
    ),
    (
        "Leerplicht",
        "verlof buiten de vakantie",
        (
            "U vroeg verlof voor uw dochter van 11 tot en met 15 mei 2026. Dat verlof geef ik niet. "
            "Werk is geen reden voor extra verlof."
        ),
        True,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Afval",
        "uw klacht over zwerfvuil",
        (
            "Dank voor uw melding. U schrijft dat er veel afval ligt bij de speeltuin. Wij plaatsen "
            "daar vóór 1 april 2026 twee extra bakken."
        ),
        False,
        "brief",
        None,
        None,
        None,
        None,
    ),
    (
        "Griffie",
        "inspreken bij de raad",
        (
            "U wilt inspreken in de vergadering van 8 april 2026. Stuur uw tekst vóór 6 april 2026, "
            "12.00 uur, naar griffie@zandwijk.example. Zonder tekst kunt u niet spreken."
        ),
        False,
        "brief",
        "Stuur uw tekst vóór 6 april 2026, 12.00 uur",
        "vóór 6 april 2026, 12.00 uur",
        "naar griffie@zandwijk.example",
        "Zonder tekst kunt u niet spreken",
    ),
    (
        "Wonen",
        "urgentie",
        (
            "U vroeg voorrang voor een huurwoning. Wij hebben uw aanvraag toegewezen. De urgentie geldt"
            " zes maanden. Reageer elke week op ten minste twee woningen op woonsite.example. Reageert "
            "u niet genoeg, dan trekken wij de urgentie in."
        ),
        True,
        "beschikking-toekenning",
        "Reageer elke week op ten minste twee woningen",
        None,
        "op woonsite.example",
        "Reageert u niet genoeg, dan trekken wij de urgentie in",
    ),
    (
        "Sport",
        "contract tennisbaan",
        (
            "Bij deze brief zit het nieuwe huurcontract. Wilt u het tekenen en voor 27 maart 2026 "
            "terugsturen? Dat mag gratis: Antwoordnummer 5, 1230 VB Zandwijk. Krijgen wij het niet, dan"
            " verhuren wij de baan aan een ander."
        ),
        False,
        "brief",
        "Wilt u het tekenen en voor 27 maart 2026 terugsturen?",
        "voor 27 maart 2026",
        "Antwoordnummer 5",
        "Krijgen wij het niet, dan verhuren wij de baan aan een ander",
    ),
    (
        "Burgerzaken",
        "uw adres klopt niet",
        (
            "De post die wij u stuurden kwam terug. Wij twijfelen of u nog op de Lindelaan woont. Geef "
            "vóór 27 maart 2026 uw juiste adres door, met het formulier Verhuizing op onze site. Anders"
            " schrijven wij u uit."
        ),
        False,
        "brief",
        "Geef vóór 27 maart 2026 uw juiste adres door",
        "vóór 27 maart 2026",
        "met het formulier Verhuizing op onze site",
        "Anders schrijven wij u uit",
    ),
    (
        "Cultuur",
        "subsidie koor",
        (
            "Uw koor ontvangt dit jaar € 900 subsidie. U dient het inhoudelijk verslag vóór 1 februari "
            "2027 te overleggen. Dit geschiedt langs elektronische weg, via het subsidieportaal. Bij "
            "overschrijding van deze datum kan de subsidie worden ingetrokken."
        ),
        True,
        "beschikking-toekenning",
        "U dient het inhoudelijk verslag vóór 1 februari 2027 te overleggen",
        "vóór 1 februari 2027",
        "langs elektronische weg, via het subsidieportaal",
        "Bij overschrijding van deze datum kan de subsidie worden ingetrokken",
    ),
    (
        "Veiligheid",
        "controle rookmelders",
        (
            "Woensdag 25 maart 2026 controleren wij tussen 9 en 12 uur de rookmelders in uw flat. Wilt "
            "u dan thuis zijn? Een buurman met uw sleutel mag ook. Is er niemand, dan maken wij een "
            "nieuwe afspraak op uw kosten."
        ),
        False,
        "brief",
        "Wilt u dan thuis zijn?",
        "Woensdag 25 maart 2026",
        "thuis",
        "Is er niemand, dan maken wij een nieuwe afspraak op uw kosten",
    ),
    (
        "Vergunningen",
        "uw terrasvergunning",
        (
            "U krijgt de vergunning voor uw terras, van 1 april tot 1 november 2026. Houd een strook "
            "van 1,5 meter vrij voor voetgangers. Ruim het terras elke avond vóór 23.00 uur op. Hang de"
            " vergunning achter het raam, zodat onze controleurs die kunnen zien."
        ),
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Klachten",
        "antwoord op uw klacht",
        (
            "U klaagde op 12 februari 2026 over de bus die te hard rijdt. Wij hebben met het busbedrijf"
            " gesproken. De chauffeurs weten nu dat zij daar 30 mogen rijden. Ziet u het nog eens? "
            "Schrijf dan de tijd en het busnummer op en stuur die naar ons. Dan kunnen wij het bedrijf "
            "aanspreken."
        ),
        False,
        "brief",
        None,
        None,
        None,
        None,
    ),
    (
        "Burgerzaken",
        "u bent ingeschreven",
        (
            "U staat sinds 1 maart 2026 ingeschreven op de Lindelaan 4. Controleer of uw naam goed "
            "geschreven is. Klopt er iets niet? Laat het ons dan weten vóór 1 mei 2026. Zet uw naam ook"
            " op de brievenbus, dan komt de post goed aan."
        ),
        False,
        "brief",
        None,
        None,
        None,
        None,
    ),
    (
        "Inkomen",
        "energietoeslag",
        (
            "U krijgt € 500 energietoeslag. Wij maken het geld uiterlijk 31 maart 2026 over. U hoeft "
            "daar niets voor te doen. Verandert er iets in uw inkomen? Geef dat dan binnen een week "
            "door via Mijn Zandwijk."
        ),
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Openbare werken",
        "Lindelaan drie dagen dicht",
        (
            "Van maandag 6 april tot en met woensdag 8 april 2026 krijgt de Lindelaan nieuw asfalt. U "
            "kunt dan niet met de auto bij uw huis komen. De omleiding staat op borden. Brandweer en "
            "ambulance kunnen er altijd door. Zet uw container op dinsdag gewoon op de hoek."
        ),
        False,
        "bewonersbrief",
        None,
        None,
        None,
        None,
    ),
    (
        "Belastingen",
        "kwijtschelding",
        (
            "Wij schelden uw rioolheffing kwijt. U hoeft de aanslag van € 210 niet te betalen. Hebt u "
            "al een deel betaald? Dan krijgt u dat binnen zes weken terug op uw rekening."
        ),
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Zorg",
        "wachtlijst dagbesteding",
        (
            "U vroeg dagbesteding aan. U mag komen bij De Zonnehoek, maar er is nu geen plek. U staat "
            "op plaats 4 van de lijst. Wij verwachten dat er in juni 2026 plek is. De Zonnehoek belt u "
            "dan. Gaat het slechter met u? Bel dan uw consulent."
        ),
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Sport",
        "ontvangst van uw inschrijving",
        (
            "Wij hebben uw inschrijving voor de zwemvierdaagse ontvangen. Bewaar deze mail goed: u laat"
            " hem op de eerste dag zien aan de kassa. Het zwemmen begint op maandag 18 mei 2026 om "
            "18.00 uur."
        ),
        False,
        "ontvangstbevestiging",
        None,
        None,
        None,
        None,
    ),
    (
        "Jeugd",
        "hulp voor uw zoon",
        (
            "Uw zoon Daan krijgt hulp van een psycholoog, in totaal 12 keer. De hulp begint vóór 1 mei "
            "2026. Praktijk Jong neemt contact met u op voor de eerste afspraak. Komt Daan een keer "
            "niet? Meld dat dan minstens 24 uur van tevoren bij de praktijk."
        ),
        True,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Verkeer",
        "uw vraag over een drempel",
        (
            "U vroeg ons om een drempel in de Lindelaan. Die komt er niet. Uit een meting blijkt dat "
            "bijna iedereen daar 30 rijdt. Wel zetten wij in mei 2026 een bord neer dat de snelheid "
            "laat zien."
        ),
        False,
        "brief",
        None,
        None,
        None,
        None,
    ),
    (
        "Belastingen",
        "uw aanslag 2026",
        (
            "Dit is uw aanslag voor afval en riool. U betaalt in totaal € 412,60. Wij schrijven dit "
            "bedrag in tien delen af, voor het eerst op 31 maart 2026. U hoeft dus zelf niets over te "
            "maken. Zorg dat er genoeg geld op uw rekening staat."
        ),
        False,
        "betalingsverzoek",
        None,
        None,
        None,
        None,
    ),
    (
        "Onderwijs",
        "schoolkosten",
        (
            "Voor de overblijf over januari tot en met maart bent u ons € 54 schuldig. Wij hebben al "
            "twee keer om betaling gevraagd. Zorg dat het geld uiterlijk 20 maart 2026 bij ons is. Ons "
            "IBAN is NL00 BANK 0123 4567 89. Lukt betalen niet, bel dan. Hebben wij op 20 maart niets, "
            "dan volgt een incassobureau."
        ),
        False,
        "aanmaning",
        "Zorg dat het geld uiterlijk 20 maart 2026 bij ons is",
        "uiterlijk 20 maart 2026",
        "Ons IBAN is NL00 BANK 0123 4567 89",
        "Hebben wij op 20 maart niets, dan volgt een incassobureau",
    ),
    (
        "Vrijwilligers",
        "lintje",
        (
            "De burgemeester wil u op vrijdag 24 april 2026 graag ontmoeten. Houd die ochtend vrij! Wij"
            " halen u om 10.00 uur thuis op met een oude auto. Trekt u iets moois aan?"
        ),
        False,
        "uitnodiging",
        "De burgemeester wil u op vrijdag 24 april 2026 graag ontmoeten",
        "op vrijdag 24 april 2026",
        "Wij halen u om 10.00 uur thuis op",
        None,
    ),
    (
        "Wmo",
        "eigen bijdrage",
        (
            "Voor uw scootmobiel betaalt u € 21 per maand aan het CAK. Het CAK stuurt u daarvoor een "
            "rekening. Denkt u dat het bedrag niet klopt? Bel het CAK op 0800 1925."
        ),
        False,
        "brief",
        None,
        None,
        None,
        None,
    ),
    (
        "Werk en Inkomen",
        "wijziging uitkering",
        (
            "Naar aanleiding van uw wijzigingsformulier d.d. 10 februari 2026 delen wij u mede dat wij "
            "hebben besloten uw uitkering met ingang van 1 maart 2026 te herzien naar de norm voor een "
            "kostendeler. De reden hiervan is dat uw dochter 27 jaar is geworden.\n\n"
            "Tegen dit besluit kan een belanghebbende binnen zes weken na de dag van verzending bezwaar"
            " maken bij het college van burgemeester en wethouders van Zandwijk, Postbus 1, 1230 AA "
            "Zandwijk.\n"
        ),
        False,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Werk en Inkomen",
        "maatregel",
        (
            "U bent op 2 februari 2026 zonder bericht niet verschenen bij uw trajectbegeleider. Wij "
            "hebben besloten uw uitkering gedurende één maand met 30 procent te verlagen op grond van "
            "artikel 18 van de Participatiewet.\n\n"
            "Tegen dit besluit kan een belanghebbende binnen zes weken na de dag van verzending bezwaar"
            " maken bij het college van burgemeester en wethouders van Zandwijk, Postbus 1, 1230 AA "
            "Zandwijk.\n"
        ),
        False,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Wmo",
        "beëindiging indicatie",
        (
            "Hierbij berichten wij u dat de aan u toegekende indicatie voor dagbesteding per 1 mei 2026"
            " wordt beëindigd, aangezien u bent verhuisd naar een zorginstelling.\n\n"
            "Tegen dit besluit kan een belanghebbende binnen zes weken na de dag van verzending bezwaar"
            " maken bij het college van burgemeester en wethouders van Zandwijk, Postbus 1, 1230 AA "
            "Zandwijk.\n"
        ),
        False,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Vergunningverlening",
        "weigering",
        (
            "Wij hebben besloten de door u gevraagde omgevingsvergunning voor een dakterras te "
            "weigeren, nu het bouwplan in strijd is met redelijke eisen van welstand.\n\n"
            "Tegen dit besluit kan een belanghebbende binnen zes weken na de dag van verzending bezwaar"
            " maken bij het college van burgemeester en wethouders van Zandwijk, Postbus 1, 1230 AA "
            "Zandwijk.\n"
        ),
        False,
        "beschikking-afwijzing",
        None,
        None,
        None,
        None,
    ),
    (
        "Vergunningverlening",
        "verlening ligplaatsvergunning",
        (
            "Op uw aanvraag van 3 januari 2026 hebben wij besloten u ontheffing te verlenen voor het "
            "innemen van een ligplaats. De leges bedragen € 145; hiervoor ontvangt u separaat een "
            "factuur.\n\n"
            "Tegen dit besluit kan een belanghebbende binnen zes weken na de dag van verzending bezwaar"
            " maken bij het college van burgemeester en wethouders van Zandwijk, Postbus 1, 1230 AA "
            "Zandwijk.\n"
        ),
        False,
        "beschikking-toekenning",
        None,
        None,
        None,
        None,
    ),
    (
        "Invordering",
        "vordering",
        (
            "Ondanks onze herinnering van 2 februari 2026 is de vordering ad € 612,40 tot op heden "
            "onbetaald gebleven. Wij stellen u thans voor de laatste maal in de gelegenheid het "
            "verschuldigde te voldoen, en wel vóór 20 maart 2026 op bankrekening NL00 BANK 0123 4567 89"
            " onder vermelding van debiteurnummer 77812. Bij gebreke van tijdige betaling zal zonder "
            "verdere sommatie tot invordering worden overgegaan."
        ),
        False,
        "aanmaning",
        "Wij stellen u thans voor de laatste maal in de gelegenheid het verschuldigde te voldoen",
        "vóór 20 maart 2026",
        "op bankrekening NL00 BANK 0123 4567 89",
        ("Bij gebreke van tijdige betaling zal zonder verdere sommatie tot invordering worden overgegaan"),
    ),
    (
        "Grondzaken",
        "jaarlijkse pacht",
        (
            "Ingevolge de pachtovereenkomst bent u over 2026 een pachtsom verschuldigd van € 340. "
            "Gelieve dit bedrag uiterlijk 1 april 2026 over te maken op rekening NL00 BANK 0123 4567 "
            "89, onder vermelding van perceel K 214. Bij te late betaling wordt wettelijke rente in "
            "rekening gebracht."
        ),
        False,
        "betalingsverzoek",
        "Gelieve dit bedrag uiterlijk 1 april 2026 over te maken",
        "uiterlijk 1 april 2026",
        "op rekening NL00 BANK 0123 4567 89",
        "Bij te late betaling wordt wettelijke rente in rekening gebracht",
    ),
    (
        "Juridische Zaken",
        "hoorzitting bezwaarschrift",
        (
            "De bezwaarschriftencommissie stelt u in de gelegenheid uw bezwaarschrift mondeling toe te "
            "lichten. De hoorzitting vindt plaats op woensdag 8 april 2026 te 16.00 uur in kamer 1.12 "
            "van het stadhuis. Indien u verhinderd bent, verzoeken wij u dit vóór 1 april 2026 te "
            "melden."
        ),
        False,
        "uitnodiging",
        "De hoorzitting vindt plaats op woensdag 8 april 2026",
        "op woensdag 8 april 2026 te 16.00 uur",
        "in kamer 1.12 van het stadhuis",
        None,
    ),
    (
        "Juridische Zaken",
        "beslissing op uw bezwaarschrift",
        (
            "Wij hebben, conform het advies van de commissie, besloten uw bezwaren ongegrond te "
            "verklaren en het bestreden besluit te handhaven. De motivering treft u aan in het "
            "bijgevoegde advies.\n\n"
            "Tegen deze beslissing kunt u binnen zes weken na verzending beroep instellen bij de "
            "rechtbank Midden-Nederland, Postbus 16005, 3500 DA Utrecht.\n\n"
            "Bijlage: advies"
        ),
        False,
        "beslissing-op-bezwaar",
        None,
        None,
        None,
        None,
    ),
    (
        "Omgeving",
        "aanvraag omgevingsvergunning onvolledig",
        (
            "Bij toetsing van uw aanvraag is gebleken dat de constructieberekening en een "
            "situatietekening ontbreken. U wordt verzocht deze bescheiden binnen vier weken na "
            "dagtekening van deze brief in te dienen via het Omgevingsloket. Indien de gevraagde "
            "bescheiden niet tijdig zijn ontvangen, kan de aanvraag buiten behandeling worden gesteld."
        ),
        False,
        "herstelverzuim",
        ("U wordt verzocht deze bescheiden binnen vier weken na dagtekening van deze brief in te dienen"),
        "binnen vier weken na dagtekening van deze brief",
        "via het Omgevingsloket",
        (
            "Indien de gevraagde bescheiden niet tijdig zijn ontvangen, kan de aanvraag buiten "
            "behandeling worden gesteld"
        ),
    ),
    (
        "Toezicht",
        "last onder dwangsom",
        (
            "Ter plaatse is geconstateerd dat op uw perceel een houten keet is gebouwd zonder de "
            "vereiste omgevingsvergunning, hetgeen in strijd is met artikel 5.1 van de Omgevingswet. "
            "Wij leggen u de last op de keet vóór 1 juni 2026 af te breken en afgebroken te houden, op "
            "straffe van een dwangsom van € 1.000 per week tot een maximum van € 10.000.\n\n"
            "Tegen dit besluit kan een belanghebbende binnen zes weken na de dag van verzending bezwaar"
            " maken bij het college van burgemeester en wethouders van Zandwijk, Postbus 1, 1230 AA "
            "Zandwijk.\n"
        ),
        False,
        "beschikking-handhaving",
        "de keet vóór 1 juni 2026 af te breken",
        "vóór 1 juni 2026",
        None,
        "op straffe van een dwangsom van € 1.000 per week",
    ),
    (
        "Onderwijs",
        "aanvraag leerlingenvervoer",
        (
            "De ontvangst van uw aanvraag leerlingenvervoer d.d. 20 februari 2026 wordt hierbij "
            "bevestigd. Op de aanvraag zal binnen acht weken worden beslist. Tussentijdse wijzigingen "
            "in uw situatie dient u schriftelijk door te geven."
        ),
        False,
        "ontvangstbevestiging",
        None,
        None,
        None,
        None,
    ),
    (
        "Onderwijs",
        "beslistermijn",
        (
            "Aangezien het medisch advies nog niet voorhanden is, zien wij ons genoodzaakt de "
            "beslistermijn met vier weken te verlengen. Uiterlijk 20 april 2026 ontvangt u onze "
            "beslissing."
        ),
        False,
        "verlenging",
        None,
        None,
        None,
        None,
    ),
    (
        "Burgerzaken",
        "adresonderzoek",
        (
            "Uit ontvangen meldingen maken wij op dat u niet langer woonachtig bent op het adres "
            "Lindelaan 4. U dient uiterlijk 24 maart 2026 aangifte van adreswijziging te doen bij het "
            "loket Burgerzaken, Markt 1. Laat u dit na, dan wordt uw persoonslijst opgeschort."
        ),
        False,
        "brief",
        "U dient uiterlijk 24 maart 2026 aangifte van adreswijziging te doen",
        "uiterlijk 24 maart 2026",
        "bij het loket Burgerzaken, Markt 1",
        "Laat u dit na, dan wordt uw persoonslijst opgeschort",
    ),
]
"""Team, subject, body, whether it tells how to object; then the type, what, when, how and what if not."""


def _agree(found: Passage | None, words: str | None) -> bool:
    """Tell whether both are missing, or share half of the words of the shorter one."""
    if found is None or words is None:
        return found is None and words is None
    mine, theirs = ([word.strip(".,;:!?()") for word in one.casefold().split()] for one in (found.text, words))
    least = min(len(mine), len(theirs))
    return sum(min(mine.count(word), theirs.count(word)) for word in set(mine)) >= least / 2


@pytest.mark.parametrize(("team", "subject", "body", "how"), WAYS)
def test_how_it_is_done(team: str, subject: str, body: str, how: str | None, analyser: Analyser) -> None:
    action = read(HEAD.format(team=team, subject=subject, body=body), analyser).action
    told = action.how if action else None
    assert _agree(told, how), told


@pytest.mark.parametrize(("team", "subject", "body", "remedy", "sort", "what", "when", "how", "otherwise"), WHOLE)
def test_what_a_letter_is_and_asks(
    team: str,
    subject: str,
    body: str,
    remedy: bool,
    sort: str,
    what: str | None,
    when: str | None,
    how: str | None,
    otherwise: str | None,
    analyser: Analyser,
) -> None:
    found = read(HEAD.format(team=team, subject=subject, body=body + REMEDY * remedy), analyser)
    assert found.type.type == sort
    told = {name: getattr(found.action, name, None) for name in ("what", "when", "how", "otherwise")}
    for name, words in {"what": what, "when": when, "how": how, "otherwise": otherwise}.items():
        assert _agree(told[name], words), (name, told[name])
