"""Faults of letters in the voices of many towns, what only looks like one, and whole letters that are right."""

from __future__ import annotations

import pytest

from b1check import Checker, Config

from .test_faults import RULES

NORMS = {"antwoord": "10 werkdagen", "bellen": "2 werkdagen", "contact": "2 werkdagen"}
QUESTIONS = "Hebt u vragen? Bel 14 0344."
OBJECT = (
    "Bent u het niet eens met ons besluit? Stuur dan binnen 6 weken na de datum van deze brief "
    "een bezwaarschrift naar het college van Waterdam, Postbus 10, 1234 AB Waterdam. Zet erin "
    "wie u bent en waarom u het niet eens bent."
)
FOUND: list[tuple[str, str, str, str]] = [
    (
        "onderwerp-ontbreekt",
        "",
        (
            "Uw fietsbox komt per 1 juli 2026 vrij. Haal de sleutel vóór 20 juni 2026 op bij de balie "
            "van het stadskantoor. Anders geven wij de box aan iemand anders."
        ),
        QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "",
        ("Wij werken van 8 tot en met 12 juni aan de Lindelaan. U kunt dan niet voor uw deur parkeren."),
        QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Uw brief van 4 mei 2026",
        "U vroeg ons of u uw duiven mag houden. Dat mag. Er gelden geen regels voor duiven.",
        QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Mededeling",
        "Wij hebben uw bezwaar ontvangen. U krijgt vóór 1 augustus 2026 een besluit.",
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw aanvraag voor een terras",
        (
            "Op 2 april vroeg u een vergunning voor een terras. Wij hebben uw aanvraag met zorg bekeken. "
            "Ook de politie heeft meegekeken.\n\nEen terras moet passen bij de straat. Daarom kijken wij "
            "naar de breedte van de stoep, naar de buren en naar het verkeer. Iedere aanvraag is "
            "anders.\n\nU krijgt de vergunning niet, omdat er te weinig ruimte is voor rolstoelen. U mag "
            "wel twee banken tegen uw gevel zetten.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw verzoek om een lening",
        (
            "U hebt ons in maart gesproken over uw schulden. Dat gesprek was prettig. U vertelde over uw "
            "werk en uw gezin.\n\nDe kredietbank helpt mensen in Waterdam al dertig jaar. Elk jaar vragen "
            "ongeveer tweehonderd mensen een lening. Wij kijken dan naar inkomen en uitgaven.\n\nWij "
            "hebben besloten dat u de lening krijgt. Het bedrag is € 2.400. Het geld staat binnen 2 "
            "weken op uw rekening.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw klacht over de vuilniswagen",
        (
            "Waterdam heeft sinds 2019 een eigen reinigingsdienst. De dienst werkt met twaalf wagens. "
            "Elke wagen heeft een vaste route.\n\nOp die routes zijn soms werkzaamheden. Dan rijden de "
            "wagens om. Dat gebeurt vooral in het voorjaar.\n\nWij geven u gelijk, want de wagen kwam drie "
            "keer niet. Wij wijzen uw verzoek om schadevergoeding af, omdat u geen kosten had. U kunt "
            "een extra container krijgen.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Uw aanvraag is niet compleet",
        (
            "Voor uw aanvraag om bijstand hebben wij nog een bankafschrift nodig. Lever het in bij de "
            "balie van het stadhuis. Als u dat niet doet, kunnen wij niets voor u betekenen."
        ),
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Uw hond moet een penning",
        (
            "Iedere hond heeft een penning nodig. Haal die op bij het stadskantoor, Markt 2. Zonder "
            "penning krijgt u een boete."
        ),
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Rekening voor het zwembad",
        (
            "U hebt een abonnement voor het zwembad. Wij verzoeken u € 75 over te maken op NL00 BANK "
            "0123 4567 89, met als kenmerk 8812. Doet u dat niet, dan stopt uw abonnement en sturen wij "
            "een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Herinnering: lever uw oude pas in",
        (
            "U hebt een nieuwe pas. Wij hebben de oude nog niet terug. Wilt u die in de envelop naar ons "
            "sturen? Anders blokkeren wij ook uw nieuwe pas."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Wij missen uw loonstrook",
        (
            "Bij uw aanvraag ontbreekt een loonstrook. Stuur die vóór 15 juni 2026. Anders behandelen "
            "wij uw aanvraag niet."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Rekening grafrechten",
        (
            "Voor het graf van uw vader betaalt u dit jaar € 120. Wij vragen u dit bedrag uiterlijk 30 "
            "juni 2026 te betalen. Betaalt u te laat, dan komen er kosten bij. Uw factuurnummer is 3021."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Wij hebben uw reactie nog niet",
        (
            "Vorige maand vroegen wij u om een reactie op het plan voor uw straat. Die hebben wij nog "
            "niet. U moet vóór 12 juni 2026 reageren. Daarna gaan wij ervan uit dat u akkoord bent."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Uitnodiging gesprek",
        (
            "Wij willen met u praten over uw uitkering. U wordt verwacht op dinsdag 16 juni 2026 om "
            "10.00 uur. Komt u niet, dan kan uw uitkering stoppen."
        ),
        "Hebt u vragen? Mail naar werk@waterdam.nl.",
    ),
    (
        "gevolg-ontbreekt",
        "Wij missen uw diploma",
        ("Uw inschrijving is nog niet klaar. Mail uw diploma vóór 19 juni 2026 naar cursus@waterdam.nl."),
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Herinnering: uw parkeerpas verloopt",
        ("Uw parkeerpas verloopt op 30 juni 2026. Verleng hem vóór 25 juni 2026 via waterdam.nl/parkeren."),
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Rekening muziekles",
        (
            "Uw kind volgde in mei muziekles. Maak € 84 vóór 22 juni 2026 over op NL00 BANK 0123 4567 "
            "89. Vermeld factuur 7781."
        ),
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Herinnering: geleende bakfiets",
        (
            "U leende in april een bakfiets. Wij wachten nog op de fiets. Breng hem uiterlijk 10 juni "
            "2026 naar de werf, Havenweg 1."
        ),
        QUESTIONS,
    ),
    (
        "contact-ontbreekt",
        "U krijgt een parkeerkaart",
        (
            "U krijgt een parkeerkaart voor mensen met een handicap. De kaart is geldig tot 1 juni 2031. "
            "U ontvangt hem uiterlijk 19 juni 2026 met de post.\n\n"
        )
        + OBJECT,
        "",
    ),
    (
        "contact-ontbreekt",
        "De Kerklaan gaat dicht",
        (
            "Op 15 juni begint het werk aan de Kerklaan. De straat is dan twee weken dicht. U kunt uw "
            "auto op het Raadhuisplein zetten."
        ),
        "Wij begrijpen dat dit lastig is.",
    ),
    (
        "contact-ontbreekt",
        "Wij hebben uw klacht ontvangen",
        ("Op 27 mei 2026 ontvingen wij uw klacht over het zwembad. U krijgt uiterlijk 1 juli 2026 ons antwoord."),
        "Bedankt dat u ons dit hebt laten weten.",
    ),
    (
        "contact-ontbreekt",
        "Meer tijd voor uw aanvraag",
        (
            "Wij verlengen de termijn voor ons besluit met 6 weken, omdat de brandweer nog advies geeft. "
            "U krijgt ons besluit uiterlijk 1 augustus 2026."
        ),
        "Wij vertrouwen erop u hiermee voldoende te hebben ingelicht.",
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw nieuwe regeling",
        "U betaalt vanaf juli € 40 per maand terug. Alle bedragen staan in de bijlage.",
        QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Inspraak over het park",
        "Wij maken een plan voor het park. Bij deze brief vindt u een kaart van het park.",
        QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw vergunning",
        "U krijgt de vergunning voor uw feest. De voorwaarden sturen wij mee.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Formulier voor de gehandicaptenkaart",
        (
            "Voor uw aanvraag is een verklaring van uw arts nodig. Gebruik daarvoor het bijgevoegde "
            "formulier en stuur het vóór 20 juni 2026 naar Postbus 10, 1234 AB Waterdam. Anders kunnen "
            "wij niet beslissen."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "U krijgt geen starterslening",
        (
            "Wij wijzen uw aanvraag voor een starterslening af, omdat uw huis duurder is dan € 300.000. "
            "U kunt wel een lening vragen voor isolatie."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "Vergunning voor uw dakterras verleend",
        "U krijgt de omgevingsvergunning voor uw dakterras. U mag vanaf 15 juli 2026 beginnen.",
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "U moet bijstand terugbetalen",
        (
            "U kreeg in maart te veel bijstand, omdat u ging werken. Wij vorderen daarom € 410 van u "
            "terug. Maak het vóór 1 juli 2026 over op NL00 BANK 0123 4567 89. Betaalt u niet, dan houden "
            "wij het in."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw aanvraag is afgewezen",
        (
            "Wij wijzen uw aanvraag voor een standplaats af, omdat het plein vol is. U kunt wel op de "
            "wachtlijst.\n\nU kunt binnen zes weken na de datum van deze brief bezwaar maken."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "U krijgt huishoudelijke hulp",
        (
            "U krijgt 3 uur hulp per week.\n\nNiet eens met dit besluit? Dan kunt u bezwaar maken bij het "
            "college van Waterdam, Postbus 10, 1234 AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Vergunning voor uw uitbouw",
        (
            "U krijgt de vergunning voor de uitbouw.\n\nBezwaar\n\nBelanghebbenden kunnen tegen dit besluit "
            "een bezwaarschrift indienen bij het college van burgemeester en wethouders. Doe dit binnen "
            "zes weken."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Besluit over uw leefgeld",
        (
            "Wij wijzen uw verzoek om leefgeld af, omdat u spaargeld hebt. U kunt wel hulp krijgen bij "
            "uw administratie.\n\nMaak binnen 6 weken na verzending van deze brief bezwaar als u het niet "
            "eens bent met dit besluit."
        ),
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Uw aanvraag voor een oprit",
        "Wij wijzen uw aanvraag voor een oprit af. U kunt wel een plek huren in de garage.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Geen subsidie voor uw toernooi",
        ("U krijgt geen subsidie voor uw schaaktoernooi. Misschien kunt u geld krijgen van het Fonds voor Sport.\n\n")
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Besluit op uw verzoek om een ontheffing",
        (
            "Op 4 mei vroeg u een ontheffing om met een vrachtauto door de Dorpsstraat te rijden. Wij "
            "verlenen die niet. U mag wel een kleinere auto gebruiken.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Uw urgentieverklaring",
        (
            "Helaas krijgt u geen urgentieverklaring. Wij snappen dat dit tegenvalt. U kunt wel reageren "
            "op woningen voor spoedzoekers.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Uw aanvraag voor een bijdrage",
        "U krijgt geen bijdrage voor een laptop, omdat uw inkomen hoger is dan de grens.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Uw aanvraag is afgewezen",
        "Wij wijzen uw aanvraag voor een schuurtje af, want het is te hoog voor uw straat.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Geen vervoerspas",
        ("Wij geven u geen vervoerspas. Uit het onderzoek blijkt dat u zelf met de bus kunt reizen.\n\n") + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Besluit over uw kwijtschelding",
        (
            "Uw verzoek om kwijtschelding wijzen wij af. De reden is dat u een auto hebt die meer waard "
            "is dan € 3.350.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw aanvraag voor een standplaats",
        (
            "Naar aanleiding van uw aanvraag delen wij u mede dat deze niet kan worden ingewilligd, "
            "omdat het plein vol is. U kunt zich wel op de wachtlijst laten zetten.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw verzoek om subsidie",
        (
            "Voor toekenning van de gevraagde subsidie wordt geen aanleiding gezien, omdat het project "
            "buiten Waterdam is. U kunt wel een bijdrage vragen aan de provincie.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw aanvraag voor bijstand",
        ("De gevraagde bijstand wordt toegekend met ingang van 1 juni 2026. Het bedrag is € 1.345 per maand.\n\n")
        + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw aanvraag voor een kapvergunning",
        ("Op uw aanvraag is afwijzend beslist, omdat de boom gezond is. U mag de boom wel laten snoeien.\n\n") + OBJECT,
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning: betaal uw aanslag",
        (
            "U hebt uw aanslag van € 230 nog niet betaald. Betaal het bedrag alsnog, samen met € 9 "
            "kosten. Maak € 239 over op NL00 BANK 0123 4567 89 met kenmerk 4410. Anders komt de "
            "deurwaarder."
        ),
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning hondenbelasting",
        (
            "Ondanks onze herinnering is de hondenbelasting niet betaald. Betaal binnen 2 weken na de "
            "datum van deze brief € 97 op NL00 BANK 0123 4567 89. Vermeld kenmerk 5512."
        ),
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Laatste aanmaning",
        (
            "Wij manen u aan om uw schuld te betalen. Doe dat uiterlijk 15 juni 2026 op NL00 BANK 0123 "
            "4567 89 onder vermelding van kenmerk 60021. Daarna krijgt u een dwangbevel en dat kost "
            "extra geld."
        ),
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning: huur sporthal",
        (
            "De huur van € 310 voor de sporthal is nog niet betaald, ook niet na onze herinnering. "
            "Betaal € 310 uiterlijk 16 juni 2026. Uw kenmerk is 2219. Als u niet betaalt, schakelen wij "
            "een deurwaarder in."
        ),
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom: schutting",
        (
            "Uw schutting aan de Molenweg is te hoog. Dat is in strijd met artikel 22.7 van het "
            "omgevingsplan. Wij leggen u een last onder dwangsom op. U moet de schutting verlagen tot 1 "
            "meter. Doet u dat niet, dan betaalt u € 500 per week, tot € 5.000.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom: afval in uw tuin",
        (
            "In uw tuin liggen autobanden. Wij leggen u een last onder dwangsom op. U moet de banden "
            "vóór 15 juli 2026 weghalen. Liggen ze er dan nog, dan verbeurt u een dwangsom van € 250 per "
            "dag, tot € 2.500.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Wij leggen u een dwangsom op",
        (
            "U verhuurt uw woning aan toeristen zonder vergunning. Dat mag niet volgens artikel 3 van de "
            "Huisvestingsverordening. Wij leggen u daarom een last onder dwangsom op. U moet de verhuur "
            "vóór 1 juli 2026 stoppen. Gaat u door, dan moet u een dwangsom betalen.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom",
        (
            "Op 12 mei zag onze inspecteur dat u geluid maakt boven de norm. Dat is in strijd met "
            "artikel 4:5 van de APV. Wij leggen u een last onder dwangsom op. Houdt u zich na 15 juni "
            "2026 niet aan de last, dan betaalt u € 1.000 per keer, tot € 10.000.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is onvolledig",
        (
            "Uw aanvraag voor een exploitatievergunning is onvolledig. Wij stellen u in de gelegenheid "
            "om uw aanvraag aan te vullen met een plattegrond. Stuur die naar Postbus 10, 1234 AB "
            "Waterdam. Doet u dat niet, dan nemen wij uw aanvraag niet in behandeling."
        ),
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Wij missen gegevens bij uw subsidieaanvraag",
        ("Bij uw aanvraag ontbreekt de begroting. Mail die vóór 16 juni 2026 naar subsidie@waterdam.nl."),
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Aanvulling nodig",
        (
            "Uw aanvraag voor bijzondere bijstand is niet compleet. Vul de aanvraag aan vóór 18 juni "
            "2026 via waterdam.nl/bijstand. Anders laten wij uw aanvraag buiten behandeling."
        ),
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag om een uitkering",
        (
            "Om uw aanvraag te beoordelen missen wij een kopie van uw huurcontract. Lever de kopie in "
            "bij de balie van het stadhuis. Krijgen wij niets van u, dan stellen wij uw aanvraag buiten "
            "behandeling."
        ),
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "U krijgt een vergunning",
        (
            "U krijgt de vergunning voor uw terras.\n\nNiet eens met dit besluit? Dan kunt u binnen 6 "
            "weken na de datum van deze brief een klacht indienen bij het college van Waterdam, Postbus "
            "10, 1234 AB Waterdam. Vermeld uw naam en waarom u het niet eens bent."
        ),
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Geen kapvergunning",
        (
            "U krijgt geen kapvergunning, omdat de beuk gezond is. U mag hem wel snoeien.\n\nWilt u klagen "
            "over dit besluit? Dien dan binnen 6 weken na verzending een klacht in bij het college van "
            "Waterdam, Postbus 10, 1234 AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Besluit op uw aanvraag",
        (
            "Wij wijzen uw aanvraag voor een traplift af, omdat uw badkamer beneden is. U kunt wel een "
            "tweede leuning krijgen.\n\nBent u het er niet mee eens, dien dan binnen zes weken na de datum "
            "van dit besluit een klacht in bij burgemeester en wethouders van Waterdam, Postbus 10, 1234 "
            "AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Rekening voor uw marktkraam",
        (
            "Voor uw kraam betaalt u € 52. Maak het bedrag vóór 20 mei 2026 over op NL00 BANK 0123 4567 "
            "89. Vermeld 7612. Anders sturen wij een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Wij missen uw paspoort",
        (
            "Voor uw aanvraag is een kopie van uw paspoort nodig. Wij ontvangen die graag uiterlijk 28 "
            "mei 2026 via burgerzaken@waterdam.nl. Zonder kopie stopt uw aanvraag."
        ),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Lever uw sleutel in",
        ("U verliet uw volkstuin. Breng de sleutel uiterlijk 15 mei naar de beheerder. Anders betaalt u € 40."),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Inspraak Havenplan",
        "Het Havenplan ligt klaar. U kunt tot en met 25 mei 2026 reageren via waterdam.nl/haven.",
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Uitnodiging gesprek",
        ("Wij nodigen u uit voor een gesprek op dinsdag 17 juni 2026 om 10.00 uur in het stadhuis, Markt 1."),
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "De Kade gaat dicht",
        ("De Kade is dicht van maandag 8 juni tot en met zondag 12 juli 2026 en op vrijdag 16 juli 2026."),
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Huisvuil op een andere dag",
        "Wij halen uw huisvuil niet op donderdag 11 juni, maar op vrijdag 13 juni 2026.",
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Herinnering pas",
        ("Haal uw pas uiterlijk woensdag 11 juni 2026 op bij de balie van het stadhuis. Anders vernietigen wij hem."),
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Uw aanvraag is niet compleet",
        (
            "Wij missen uw bankafschrift. Mail het binnen twee weken naar inkomen@waterdam.nl. Anders "
            "nemen wij uw aanvraag niet in behandeling."
        ),
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Rekening leges",
        (
            "Voor uw uittreksel betaalt u € 16. Betaal dit binnen 14 dagen op NL00 BANK 0123 4567 89, "
            "met kenmerk 881. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Uw heg",
        ("Uw heg hangt over de stoep. U hebt drie weken om de heg te snoeien. Daarna snoeien wij hem op uw kosten."),
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Last onder dwangsom",
        (
            "Uw bouwkeet staat op de stoep. Dat mag niet volgens artikel 2:10 van de APV. Wij leggen u "
            "een last onder dwangsom op. U moet de keet binnen vier weken weghalen. Anders betaalt u € "
            "300 per dag, tot € 3.000.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw klacht over de speeltuin",
        "Dank voor uw klacht. De glijbaan is inderdaad stuk. Wij repareren hem.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Wij hebben uw aanvraag ontvangen",
        "Uw aanvraag is binnen. Een collega neemt contact met u op.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw vraag over de boom",
        "Wij hebben de boom bekeken. U krijgt nog een brief over wat wij gaan doen.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw teveel betaalde leges",
        "U betaalde € 20 te veel. Wij storten het bedrag terug op uw rekening.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Wij hebben uw vraag ontvangen",
        "Bedankt voor uw vraag. Wij antwoorden u binnen vier weken na de datum van deze brief.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Uw bericht is aangekomen",
        "Wij bellen u binnen vijf werkdagen na vandaag over uw bericht.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Ontvangst van uw melding",
        "Wij kregen uw melding. Een medewerker neemt binnen twee weken na vandaag contact met u op.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Ontvangst van uw mail",
        "Uw mail is goed aangekomen. U ontvangt van ons binnen 20 werkdagen na vandaag een reactie.",
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Meer tijd voor uw aanvraag",
        (
            "Wij hebben meer tijd nodig voor uw aanvraag, omdat het advies nog niet klaar is. Wij "
            "verlengen de beslistermijn."
        ),
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Uw bezwaar duurt langer",
        "De commissie heeft het druk. Daarom verdagen wij de beslissing op uw bezwaar.",
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Uitstel van ons besluit",
        (
            "Ons besluit over uw vergunning komt later dan gepland, omdat wij nog een rapport "
            "verwachten. Wij verlengen de termijn hierbij."
        ),
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Verlenging beslistermijn",
        (
            "Bij brief van 3 mei beloofden wij u een besluit. Dat lukt niet, omdat een collega ziek is. "
            "De termijn wordt verlengd."
        ),
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Wij missen uw verklaring",
        (
            "Stuur uw verklaring vóór 15 juni 2026 naar post@waterdam.nl.\n\nHebben wij de verklaring op "
            "22 juni 2026 niet, dan stopt uw aanvraag."
        ),
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Rekening 2026",
        (
            "Betaal € 300 uiterlijk 30 juni 2026 op NL00 BANK 0123 4567 89, met kenmerk 12.\n\nStaat het "
            "geld vóór 15 juli 2026 niet op onze rekening, dan krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Meld u aan voor de cursus",
        "Meld u vóór 12 juni 2026 aan via waterdam.nl/cursus.\n\nDe aanmelding sluit op 19 juni 2026.",
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Reageer op het plan",
        (
            "U kunt tot en met 28 juni 2026 reageren op het plan.\n\nWij ontvangen uw reactie graag "
            "uiterlijk 21 juni 2026 via plan@waterdam.nl."
        ),
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Rekening begraafrechten",
        (
            "De begraafrechten kosten dit jaar € 145.\n\nMaak de begraafrechten van € 154 vóór 1 juli 2026 "
            "over op NL00 BANK 0123 4567 89, met nummer 71. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Openingstijden loket",
        (
            "Het loket is open op maandag van 9.00 tot 12.00 uur.\n\nKom gerust langs. Het loket is op "
            "maandag open van 9.00 tot 13.00 uur."
        ),
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Uw vraag over afval",
        (
            "U kunt de afvaldienst bellen op 0344 12 34 56.\n\nDe afvaldienst regelt een nieuwe container. "
            "Bel de afvaldienst op 0344 12 34 65."
        ),
        "",
    ),
    (
        "tegenstrijdig-in-document",
        "Uw subsidie",
        (
            "U krijgt een subsidie van € 2.350.\n\nDe subsidie van € 2.530 staat uiterlijk 20 juni 2026 op "
            "uw rekening.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
]
"""Rule, subject, body and the paragraph about contact of letters with that fault."""
NEAR: list[tuple[str, str, str, str]] = [
    (
        "onderwerp-ontbreekt",
        "Fietsbox 14",
        "Uw fietsbox komt per 1 juli 2026 vrij. Haal de sleutel vóór 20 juni 2026 op bij de balie.",
        QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Duiven",
        "U vroeg ons of u duiven mag houden. Dat mag.",
        QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "Reactie op uw vraag over een zebrapad",
        "Wij leggen geen zebrapad aan, want er rijdt weinig verkeer.",
        QUESTIONS,
    ),
    (
        "onderwerp-ontbreekt",
        "2026-113 Terras Kade 4",
        "Uw terras mag blijven staan.",
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw aanvraag voor een terras",
        (
            "Op 2 april vroeg u een vergunning voor een terras.\n\nU krijgt die vergunning. Ze geldt vanaf "
            "1 juli 2026.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Geen vergunning voor een terras",
        (
            "U krijgt geen vergunning voor een terras. Wij leggen u hieronder uit waarom.\n\nUw stoep is "
            "te smal voor rolstoelen. Daarom mag er geen terras komen. U mag wel twee banken "
            "neerzetten.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "Uw melding over de stoep",
        "Bedankt voor uw melding.\n\nWij maken de stoep vóór 1 juli 2026 recht.",
        QUESTIONS,
    ),
    (
        "kern-niet-vooraan",
        "De bus rijdt om",
        (
            "Vanaf 8 juni rijdt de bus om. De halte Markt vervalt dan.\n\nWij werken dan aan het "
            "riool.\n\nOp 3 juli is het werk klaar."
        ),
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Uw aanvraag is niet compleet",
        (
            "Wij hebben nog een bankafschrift nodig. Lever dat in bij de balie van het stadhuis. Doe dat "
            "in de week van 8 juni. Anders stopt uw aanvraag."
        ),
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Rekening voor het zwembad",
        (
            "Wij schrijven op 26 juni 2026 € 75 van uw rekening af. Zorg dat er dan genoeg geld op "
            "staat. Anders krijgt u een herinnering."
        ),
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Herinnering: lever uw pas in",
        "Stuur uw oude pas direct naar ons terug in de envelop. Anders blokkeren wij uw nieuwe pas.",
        QUESTIONS,
    ),
    (
        "actie-zonder-datum",
        "Uw pas verloopt",
        (
            "Uw pas is geldig tot 30 juni 2026. Verleng hem voor die tijd op waterdam.nl/pas. Anders "
            "kunt u niet meer parkeren."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Wij missen uw loonstrook",
        (
            "Stuur uw loonstrook vóór 15 juni 2026 op. Gebruik de envelop bij deze brief. Anders "
            "behandelen wij uw aanvraag niet."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Uw hegje",
        "Wilt u uw heg vóór 20 juni 2026 snoeien? Anders doen wij het op uw kosten.",
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Rekening",
        (
            "U betaalt € 120. Scan vóór 20 juni 2026 de QR-code en betaal met iDEAL. Uw factuurnummer is "
            "3021. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "hoe-ontbreekt",
        "Uitnodiging",
        (
            "U wordt verwacht op dinsdag 16 juni 2026 om 10.00 uur. Het gesprek is bij u thuis. Bent u "
            "er niet, dan stopt de aanvraag."
        ),
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Wij missen uw diploma",
        ("Mail uw diploma vóór 19 juni 2026 naar cursus@waterdam.nl. Wij schrijven u pas in als wij het hebben."),
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Uw pas verloopt",
        ("Verleng uw pas vóór 25 juni 2026 via waterdam.nl/pas. Met een verlopen pas krijgt u een boete."),
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Uitnodiging buurtfeest",
        "Kom op zaterdag 20 juni 2026 om 14.00 uur naar het buurtfeest in het park. Het is gratis.",
        QUESTIONS,
    ),
    (
        "gevolg-ontbreekt",
        "Herinnering: bakfiets",
        ("Breng de bakfiets uiterlijk 10 juni 2026 naar de werf, Havenweg 1. Op elke dag daarna staat € 5 boete."),
        QUESTIONS,
    ),
    (
        "contact-ontbreekt",
        "U krijgt een parkeerkaart",
        "U krijgt een parkeerkaart. Die ontvangt u uiterlijk 19 juni 2026 met de post.\n\n" + OBJECT,
        "Mijn nummer is 0344 12 34 56. U kunt mij op werkdagen bereiken.",
    ),
    (
        "contact-ontbreekt",
        "De Kerklaan gaat dicht",
        "Op 15 juni begint het werk aan de Kerklaan.",
        (
            "Loop met vragen binnen bij de bouwkeet op de hoek. Onze opzichter is er elke ochtend. Of "
            "mail kerklaan@waterdam.nl."
        ),
    ),
    (
        "contact-ontbreekt",
        "Uw klacht",
        "U krijgt uiterlijk 1 juli 2026 ons antwoord.",
        "Neem voor vragen contact op met Jan Smit via 14 0344.",
    ),
    (
        "contact-ontbreekt",
        "Meer tijd",
        "U krijgt ons besluit uiterlijk 1 augustus 2026, omdat het advies later komt.",
        "Iets niet duidelijk? Stel uw vraag aan de balie in het stadhuis, Markt 1.",
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw nieuwe regeling",
        "De bedragen staan in de bijlage.",
        "Hebt u vragen? Bel 14 0344.\n\nBijlage: overzicht van de bedragen",
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Wij missen een bijlage",
        (
            "De bijlage bij uw aanvraag ontbreekt. Stuur die vóór 15 juni 2026 naar post@waterdam.nl. "
            "Anders stopt uw aanvraag."
        ),
        QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Inspraak over het park",
        "Een kaart van het park vindt u op waterdam.nl/park.",
        QUESTIONS,
    ),
    (
        "bijlage-niet-bijgevoegd",
        "Uw verslag",
        "Bedankt voor uw brief met bijlagen. Wij lezen alles vóór 1 juli 2026.",
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "Antwoord op uw vraag",
        "U vroeg of u in uw tuin mag barbecueën. Dat mag. Let wel op de rook.",
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "Bezwaar maken tegen het voornemen kan nog niet",
        (
            "Wij zijn van plan uw vergunning in te trekken, omdat u de kraam niet gebruikt. U kunt tot "
            "en met 15 juni 2026 een zienswijze geven. Stuur die naar het college van Waterdam, Postbus "
            "10, 1234 AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "U krijgt een parkeerkaart",
        (
            "U krijgt een parkeerkaart.\n\nNiet mee eens? Bezwaar maken kan tot en met 13 juli 2026 bij "
            "het college van Waterdam, via waterdam.nl/bezwaar."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-ontbreekt",
        "U staat op de wachtlijst",
        "Wij hebben u op de wachtlijst voor een moestuin gezet. U staat op plek 12.",
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "U krijgt hulp",
        (
            "U krijgt 3 uur hulp per week.\n\nBent u het hier niet mee eens? Dan kunt u bezwaar maken. Doe "
            "dat uiterlijk 13 juli 2026. Uw bezwaarschrift stuurt u naar het college van burgemeester en "
            "wethouders, Postbus 10, 1234 AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw vergunning",
        "U krijgt de vergunning.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Vergunning uitbouw",
        (
            "U krijgt de vergunning.\n\nBelanghebbenden kunnen binnen zes weken na de dag van verzending "
            "van dit besluit een bezwaarschrift indienen bij burgemeester en wethouders van Waterdam, "
            "Postbus 10, 1234 AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "bezwaarclausule-onvolledig",
        "Uw klacht",
        "Wij hebben uw bezwaar van 3 mei ontvangen. U krijgt uiterlijk 20 juli 2026 ons besluit.",
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Geen oprit",
        (
            "Wij wijzen uw aanvraag voor een oprit af. Er zijn in uw straat te weinig parkeerplekken. U "
            "kunt wel een plek huren.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Geen subsidie",
        ("Het subsidiegeld voor 2026 is op. U krijgt daarom geen subsidie. Vraag het volgend jaar opnieuw aan.\n\n")
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Geen urgentie",
        (
            "U krijgt geen urgentie.\n\nWaarom niet?\n\nU woont pas een jaar in Waterdam. Wij vragen twee "
            "jaar.\n\nWat kunt u wel doen?\n\nU kunt reageren op woningen voor spoedzoekers.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-reden",
        "Geen ontheffing",
        (
            "Wij verlenen geen ontheffing. De Dorpsstraat is te smal voor vrachtauto's. U mag wel een "
            "kleinere auto gebruiken.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Geen bijdrage",
        (
            "U krijgt geen bijdrage voor een laptop, omdat uw inkomen te hoog is. De bibliotheek leent "
            "wel laptops uit.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Geen schuurtje",
        (
            "Wij wijzen uw aanvraag voor een schuurtje af, want het is te hoog. Een schuurtje tot 2,5 "
            "meter mag u zonder vergunning bouwen.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Geen pas",
        (
            "Wij geven u geen vervoerspas, omdat u zelf met de bus kunt reizen. Wordt uw gezondheid "
            "slechter, vraag de pas dan opnieuw aan.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "nee-zonder-wat-wel",
        "Geen kwijtschelding",
        (
            "Uw verzoek om kwijtschelding wijzen wij af, omdat uw auto te veel waard is. In termijnen "
            "betalen is wel mogelijk.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Geen standplaats",
        "Wij wijzen uw aanvraag af, omdat het plein vol is. U kunt wel op de wachtlijst.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "U krijgt bijstand",
        "Vanaf 1 juni 2026 krijgt u bijstand. Het is € 1.345 per maand.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Geen kapvergunning",
        ("Het college heeft besloten u geen kapvergunning te geven, omdat de boom gezond is. Snoeien mag wel.\n\n")
        + OBJECT,
        QUESTIONS,
    ),
    (
        "besluit-niet-herkenbaar",
        "Uw subsidie",
        ("Wij kennen u een subsidie toe van € 800. Het geld wordt vóór 1 juli 2026 naar u overgemaakt.\n\n") + OBJECT,
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning",
        (
            "Wij manen u aan om € 230 te betalen. Doe dat binnen 2 weken na de datum van deze brief op "
            "NL00 BANK 0123 4567 89 met kenmerk 4410. Betaalt u niet, dan krijgt u een dwangbevel."
        ),
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning huur",
        (
            "U hebt € 310 huur nog niet betaald. Betaal vóór 16 juni 2026 op waterdam.nl/betalen met uw "
            "factuurnummer 2219. Anders schakelen wij een deurwaarder in."
        ),
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Herinnering",
        (
            "U bent misschien vergeten € 60 te betalen. Betaal het vóór 15 juni 2026 op NL00 BANK 0123 "
            "4567 89, kenmerk 9. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "aanmaning-onvolledig",
        "Aanmaning leges",
        (
            "Uw leges van € 44 zijn nog niet voldaan. U dient dit bedrag uiterlijk 17 juni 2026 te "
            "voldoen op rekening NL00 BANK 0123 4567 89 o.v.v. 3391. Bij gebreke daarvan vaardigen wij "
            "een dwangbevel uit."
        ),
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Last onder dwangsom: schutting",
        (
            "Uw schutting is te hoog. Dat is in strijd met artikel 22.7 van het omgevingsplan. Wij "
            "leggen u een last onder dwangsom op. U moet de schutting vóór 1 juli 2026 verlagen tot 1 "
            "meter. Doet u dat niet, dan betaalt u € 500 per week, tot € 5.000.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Waarschuwing",
        (
            "Uw schutting is te hoog. Wij vragen u de schutting vóór 1 juli 2026 te verlagen. Doet u dat "
            "niet, dan kunnen wij een dwangsom opleggen."
        ),
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Dwangsom voor verhuur",
        (
            "U verhuurt uw woning zonder vergunning aan toeristen. Dat mag niet volgens artikel 3 van de "
            "Huisvestingsverordening. Stop de verhuur binnen 2 weken na de datum van deze brief. Anders "
            "moet u € 2.000 per week betalen, met een maximum van € 20.000. Dit is een last onder "
            "dwangsom.\n\n"
        )
        + OBJECT,
        QUESTIONS,
    ),
    (
        "last-onvolledig",
        "Dwangsom op ons verzoek stopt",
        "Wij heffen de last onder dwangsom op, omdat u de banden hebt weggehaald.\n\n" + OBJECT,
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Wij missen uw begroting",
        (
            "Bij uw aanvraag ontbreekt de begroting. Mail die vóór 16 juni 2026 naar "
            "subsidie@waterdam.nl. Zonder begroting behandelen wij uw aanvraag niet."
        ),
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is onvolledig",
        (
            "Wij stellen u in de gelegenheid uw aanvraag vóór 18 juni 2026 aan te vullen met een "
            "plattegrond. Dat kan via waterdam.nl/aanvullen. Gebeurt dat niet, dan stellen wij de "
            "aanvraag buiten behandeling."
        ),
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Uw aanvraag is compleet",
        ("Wij hebben nu alles wat wij nodig hebben voor uw aanvraag. U krijgt ons besluit vóór 1 juli 2026."),
        QUESTIONS,
    ),
    (
        "herstelverzuim-onvolledig",
        "Nog één papier",
        (
            "Voor uw uitkering hebben wij nog uw huurcontract nodig. Breng het uiterlijk 17 juni 2026 "
            "naar de balie in het stadhuis. Doet u dat niet, dan krijgt u geen uitkering."
        ),
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw klacht",
        "U diende een klacht in over onze balie. Wij behandelen uw klacht vóór 1 juli 2026.",
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw vergunning",
        (
            "U krijgt de vergunning.\n\nBent u het niet eens met ons besluit? Stuur dan binnen 6 weken na "
            "de datum van deze brief een bezwaarschrift naar het college van Waterdam, Postbus 10, 1234 "
            "AB Waterdam. Zet erin wie u bent en waarom u het niet eens bent.\n\nHebt u een klacht over "
            "hoe wij u hielpen? Mail dan naar klacht@waterdam.nl."
        ),
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw zienswijze",
        ("U kunt tot en met 15 juni 2026 een zienswijze indienen bij het college, Postbus 10, 1234 AB Waterdam."),
        QUESTIONS,
    ),
    (
        "term-met-wettelijke-betekenis-vervangen",
        "Uw aanslag",
        (
            "Voor 2026 betaalt u € 200 rioolheffing. Betaal vóór 30 juni 2026 op NL00 BANK 0123 4567 89, "
            "kenmerk 3. Anders krijgt u een aanmaning.\n\nBezwaar tegen deze aanslag maakt u binnen 6 "
            "weken na de dagtekening bij de heffingsambtenaar, Postbus 10, 1234 AB Waterdam."
        ),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Herinnering",
        (
            "U moest vóór 20 mei 2026 betalen. Betaal nu € 52 vóór 15 juni 2026 op NL00 BANK 0123 4567 "
            "89, kenmerk 3. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Uw pas",
        (
            "Uw oude pas was geldig tot 1 mei 2026. Haal de nieuwe vóór 15 juni op bij de balie. Anders "
            "vernietigen wij hem."
        ),
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Inspraak geweest",
        "Inwoners konden tot en met 25 mei 2026 reageren. Er kwamen 40 reacties binnen.",
        QUESTIONS,
    ),
    (
        "deadline-voor-briefdatum",
        "Uw melding",
        "Wie vóór 1 mei 2026 een aanvraag deed, krijgt in juni bericht.",
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Uitnodiging gesprek",
        "Wij nodigen u uit op woensdag 17 juni 2026 om 10.00 uur in het stadhuis, Markt 1.",
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Vuilnis",
        "Wij komen elke vrijdag. Op 11 juni slaan wij een keer over.",
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Kermis",
        "De kermis is van vrijdag 12 tot en met zondag 14 juni 2026.",
        QUESTIONS,
    ),
    (
        "datum-en-weekdag-kloppen-niet",
        "Markt",
        "De markt van zaterdag 6 juni 2026 begint om 9.00 uur.",
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Wij missen uw bankafschrift",
        (
            "Mail uw bankafschrift binnen twee weken na de datum van deze brief naar "
            "inkomen@waterdam.nl. Anders stopt uw aanvraag."
        ),
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Uw heg",
        "U hebt vanaf vandaag drie weken om de heg te snoeien. Daarna snoeien wij hem op uw kosten.",
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Rekening",
        (
            "Betaal € 16 binnen 14 dagen, dus vóór 15 juni 2026, op NL00 BANK 0123 4567 89, kenmerk 8. "
            "Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "termijn-zonder-startpunt",
        "Beton",
        "Het beton is binnen twee dagen hard. U kunt dan weer over de stoep.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw klacht over de glijbaan",
        "De glijbaan is stuk. Wij repareren hem vóór 15 juni 2026.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Onze werkwijze",
        "Wij repareren elk jaar veel speeltoestellen. Dat doen wij vooral in de winter.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw melding",
        "Vorige week repareerden wij de lamp in uw straat.",
        QUESTIONS,
    ),
    (
        "belofte-zonder-termijn",
        "Uw aanvraag",
        "Als uw aanvraag compleet is, nemen wij contact met u op.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Uw vraag",
        "Wij antwoorden u binnen tien werkdagen na vandaag.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Uw bericht",
        "Wij bellen u binnen twee werkdagen na vandaag.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Uw aanvraag",
        "Wij beslissen binnen acht weken na ontvangst op uw aanvraag.",
        QUESTIONS,
    ),
    (
        "belofte-wijkt-af-van-servicenorm",
        "Uw vraag",
        "U krijgt vóór 8 juni 2026 antwoord.",
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Meer tijd",
        (
            "Wij verlengen de beslistermijn met zes weken, omdat het advies er niet is. U krijgt ons "
            "besluit uiterlijk 15 juli 2026."
        ),
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Meer tijd",
        ("Wij hebben meer tijd nodig, omdat het advies er niet is. Ons besluit komt vóór 1 augustus 2026."),
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Verleng uw pas",
        "Verleng uw pas vóór 20 juni 2026 via waterdam.nl/pas. Anders kunt u niet meer parkeren.",
        QUESTIONS,
    ),
    (
        "verlenging-zonder-datum",
        "Uw bezwaar",
        ("Wij verdagen de beslissing op uw bezwaar, omdat de commissie vol zit. De nieuwe datum is 20 juli 2026."),
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Wij missen uw verklaring",
        (
            "Stuur uw verklaring vóór 15 juni 2026 naar post@waterdam.nl. Is de verklaring er op 15 juni "
            "niet, dan stopt uw aanvraag. Wij beslissen vóór 30 juni 2026."
        ),
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Rekening",
        (
            "Betaal € 150 vóór 1 juli 2026 en nog eens € 150 vóór 1 augustus 2026 op NL00 BANK 0123 4567 "
            "89, kenmerk 12. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Meld u aan",
        "Meld u vóór 12 juni 2026 aan via waterdam.nl/cursus. De cursus begint op 19 juni 2026.",
        QUESTIONS,
    ),
    (
        "twee-data-voor-hetzelfde",
        "Reageer op het plan",
        "U kunt tot en met 28 juni 2026 reageren. Op 5 juli 2026 beslist de raad.",
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Rekening",
        (
            "Uw rekening is € 475. Daarvan hebt u € 10 al betaald. Maak € 465 vóór 1 juli 2026 over op "
            "NL00 BANK 0123 4567 89, nummer 71. Anders krijgt u een aanmaning."
        ),
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Aanmaning",
        (
            "U hebt uw rekening van € 475 niet betaald. Daar komt € 10 bij. U moet nu € 485 betalen vóór "
            "20 juni 2026 op NL00 BANK 0123 4567 89, kenmerk 71. Anders komt de deurwaarder."
        ),
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Openingstijden",
        (
            "Het loket is op maandag open van 9.00 tot 12.00 uur. In juli is het loket op maandag open "
            "van 9.00 tot 11.00 uur."
        ),
        QUESTIONS,
    ),
    (
        "tegenstrijdig-in-document",
        "Uw subsidie",
        "U krijgt een subsidie van € 2.350. In 2025 was dat € 2.530.\n\n" + OBJECT,
        QUESTIONS,
    ),
]
"""The same of letters that do not have it."""
GOOD: list[tuple[str, str]] = [
    (
        "Uw ligplaats blijft bestaan",
        (
            "Op 6 mei 2026 vroeg u of u uw ligplaats in de Binnenhaven mag houden. Dat mag. U krijgt een "
            "vergunning voor ligplaats 14, tot 1 juni 2031.\n\nWaarom krijgt u de vergunning?\n\nUw boot is "
            "niet langer dan 12 meter. Dat is de grens in de Havenverordening.\n\nWat kost het?\n\nU betaalt "
            "€ 310 per jaar. De rekening over 2026 krijgt u uiterlijk 1 juli 2026.\n\nBent u het niet eens "
            "met dit besluit?\n\nMaak dan uiterlijk 13 juli 2026 bezwaar. Stuur uw bezwaarschrift naar het "
            "college van Waterdam, Postbus 10, 1234 AB Waterdam. Vermeld uw naam, uw adres, de datum en "
            "waarom u het niet eens bent.\n\nVragen?\n\nBel havenmeester Ton Visser, 0344 12 34 10."
        ),
    ),
    (
        "Betaal € 475 voor de huur van de sportzaal",
        (
            "Uw vereniging huurde in april en mei de sportzaal aan de Ringweg. Daarvoor betaalt u € "
            "475.\n\nApril: € 225\nMei: € 250\nSamen: € 475\n\nMaak het bedrag vóór 1 juli 2026 over op NL00 "
            "BANK 0123 4567 89, ten name van gemeente Waterdam. Vermeld nummer 2026-301. Is uw betaling "
            "er dan niet, dan sturen wij een aanmaning. Die kost € 10, dus dan betaalt u € 485.\n\nHebt u "
            "vragen over deze rekening? Mail naar zaalverhuur@waterdam.nl of bel 0344 12 34 11."
        ),
    ),
    (
        "Nog twee dingen nodig voor uw inburgering",
        (
            "U wilt in augustus beginnen met de cursus Nederlands. Wij hebben nog twee dingen van u "
            "nodig:\n\n- een kopie van uw verblijfspas, voor- en achterkant\n- een pasfoto\n\nLever ze vóór "
            "19 juni 2026 in. Dat kan bij de balie van het stadskantoor of via waterdam.nl/inburgeren. "
            "Hebben wij ze dan niet, dan kunt u pas in januari beginnen.\n\nLukt het niet op tijd? Bel uw "
            "begeleider Samira Haddad, 0344 12 34 12. Zij zoekt met u een oplossing."
        ),
    ),
    (
        "Glasbakken op de Markt worden vervangen",
        (
            "Op woensdag 10 juni 2026 vervangen wij de glasbakken op de Markt. Ze waren oud en te "
            "klein.\n\nWat merkt u ervan?\n\nVan 7.00 tot 15.00 uur staat er een kraan op de Markt. Fietsers "
            "en voetgangers kunnen erlangs. Auto's kunnen die dag omrijden via de Singel.\n\nU hoeft niets "
            "te doen. Vanaf 11 juni kunt u de nieuwe bakken gebruiken.\n\nVragen? Bel 14 0344 of kijk op "
            "waterdam.nl/glas."
        ),
    ),
    (
        "Uitnodiging: gesprek over uw woning op 23 juni",
        (
            "In uw woning is schimmel gevonden. Wij praten daar graag met u over.\n\nU bent welkom op "
            "dinsdag 23 juni 2026 om 15.30 uur in het wijkkantoor, Lindelaan 40. Het gesprek duurt een "
            "half uur. Ook uw verhuurder is erbij.\n\nNeem foto's van de schimmel mee als u die "
            "hebt.\n\nKunt u niet? Bel dan vóór 19 juni met Kees Mulder, 0344 12 34 13. Dan maken wij een "
            "andere afspraak."
        ),
    ),
    (
        "Wij hebben uw melding over de rotonde ontvangen",
        (
            "Op 29 mei 2026 meldde u dat de rotonde bij het zwembad gevaarlijk is voor fietsers. Bedankt "
            "voor uw melding.\n\nOnze verkeersdeskundige bekijkt de rotonde in de week van 8 juni. U "
            "krijgt uiterlijk 12 juni 2026 bericht van ons. Tot die tijd hoeft u niets te doen.\n\nUw "
            "melding heeft nummer 8841. Houd dat nummer bij de hand als u ons belt: 14 0344."
        ),
    ),
    (
        "Wij nemen zes weken langer voor uw bezwaar",
        (
            "Op 2 april 2026 maakte u bezwaar tegen de hoogte van uw uitkering. Wij wilden vóór 25 juni "
            "2026 beslissen. Dat lukt niet, want de commissie kan u pas in juli horen.\n\nU krijgt ons "
            "besluit nu uiterlijk 6 augustus 2026. Over de hoorzitting krijgt u vóór 1 juli een aparte "
            "brief.\n\nVragen? Bel Anja de Boer, 0344 12 34 14."
        ),
    ),
    (
        "U krijgt geen subsidie voor zonnepanelen",
        (
            "U vroeg op 20 april 2026 subsidie aan voor zonnepanelen op uw schuur. Wij wijzen uw "
            "aanvraag af.\n\nWaarom?\n\nDe subsidie is alleen voor panelen op een woning. Dat staat in "
            "artikel 3 van de Regeling duurzaam wonen. Een schuur is geen woning.\n\nWat kunt u wel "
            "doen?\n\nLegt u de panelen op uw huis, dan kunt u de subsidie opnieuw aanvragen. U kunt ook "
            "geld lenen bij het Energiefonds.\n\nBezwaar maken\n\nVindt u dat wij verkeerd hebben beslist? "
            "Stuur dan binnen 6 weken na de datum van deze brief een bezwaarschrift naar het college van "
            "burgemeester en wethouders van Waterdam, Postbus 10, 1234 AB Waterdam. Schrijf op wie u "
            "bent, over welk besluit het gaat en waarom u het er niet mee eens bent. Zet uw handtekening "
            "eronder.\n\nVragen?\n\nBel Joris Kok van team Energie, 0344 12 34 15."
        ),
    ),
    (
        "Haal uw nieuwe identiteitskaart op",
        (
            "Uw identiteitskaart ligt sinds 2 maart 2026 klaar in het stadskantoor. Wij mogen hem drie "
            "maanden bewaren.\n\nKom hem daarom vóór 9 juni 2026 ophalen. Dat kan zonder afspraak op "
            "werkdagen van 9.00 tot 16.00 uur. Neem uw oude kaart mee.\n\nBent u niet op tijd, dan moeten "
            "wij de kaart vernietigen. U betaalt dan opnieuw voor een nieuwe.\n\nKunt u niet zelf komen? "
            "Bel 14 0344. Wij kijken dan wat er kan."
        ),
    ),
    (
        "Aanmaning: betaal € 118 voor uw hond",
        (
            "Op 3 april 2026 kreeg u een rekening voor de hondenbelasting. U hebt die nog niet betaald. "
            "Ook op onze herinnering van 4 mei hebt u niet betaald.\n\nU moet nu € 118 betalen: € 109 "
            "belasting en € 9 voor deze aanmaning. Betaal het binnen 2 weken na de datum van deze brief "
            "op NL00 BANK 0123 4567 89. Vermeld kenmerk 3000 4410.\n\nBetaalt u niet, dan sturen wij een "
            "dwangbevel. Dat kost minstens € 48 extra.\n\nKunt u het bedrag niet in één keer betalen? Bel "
            "dan 0344 12 34 16 voor een regeling."
        ),
    ),
    (
        "Uw vraag over een ooievaarsnest",
        (
            "U vroeg ons op 21 mei of u een paal met een nest voor ooievaars in uw weiland mag zetten. "
            "Ja, dat mag. U hebt er geen vergunning voor nodig, want de paal is lager dan 10 meter.\n\nWij "
            "geven u nog een tip. Vogelwerkgroep Waterdam helpt gratis bij het plaatsen. U vindt de "
            "werkgroep op vogels.example.\n\nHebt u nog een vraag? Bel gerust naar Els Prins, 0344 12 34 "
            "18."
        ),
    ),
    (
        "U hebt € 860 te veel huishoudgeld gekregen",
        (
            "U krijgt een bijstandsuitkering. In maart en april 2026 werkte u bij een bakker. Dat gaf u "
            "pas op 12 mei aan ons door. Daardoor kreeg u € 860 te veel.\n\nOns besluit\n\nU moet € 860 "
            "terugbetalen. Dat staat in artikel 58 van de Participatiewet.\n\nMaak het geld vóór 15 juli "
            "2026 over op NL00 BANK 0123 4567 89, met kenmerk 71-220. U mag ook in delen betalen. Bel "
            "ons daarvoor vóór 1 juli 2026. Horen wij niets en betaalt u niet, dan houden wij elke maand "
            "€ 60 in op uw uitkering.\n\nBent u het niet eens met dit besluit? Maak dan binnen zes weken "
            "na de datum van deze brief bezwaar bij het college van Waterdam, Postbus 10, 1234 AB "
            "Waterdam. Zet in uw bezwaarschrift uw naam, adres en redenen.\n\nMet vragen kunt u bellen "
            "naar 0344 12 34 19."
        ),
    ),
    (
        "Kies een tijd voor de controle van uw cv-ketel",
        (
            "U huurt een woning van de gemeente. Dit jaar controleren wij alle ketels. Monteurs van "
            "Warmtebedrijf Noord doen dat voor ons.\n\nKies vóór 12 juni 2026 zelf een dag en een tijd op "
            "waterdam.nl/ketel. Hebt u geen internet? Bel dan 0344 12 34 20.\n\nKiest u niets, dan kiezen "
            "wij een dag voor u. U krijgt daar uiterlijk 19 juni 2026 een brief over.\n\nDe controle is "
            "gratis en duurt ongeveer een half uur."
        ),
    ),
    (
        "De speeltuin aan de Beukenlaan krijgt nieuwe toestellen",
        (
            "De oude toestellen in de speeltuin aan de Beukenlaan zijn versleten. In de week van 22 juni "
            "2026 zetten wij nieuwe neer. U kunt in die week niet in de speeltuin.\n\nKinderen uit de "
            "buurt kozen de toestellen zelf. Er komt een glijbaan, een klimnet en een schommel voor "
            "kinderen in een rolstoel.\n\nDe opening is op vrijdag 3 juli 2026 om 15.30 uur. Komt u "
            "ook?\n\nVragen? Mail naar Sofie Bos, spelen@waterdam.nl."
        ),
    ),
    (
        "Geef de namen van uw verkeersregelaars door",
        (
            "Op zaterdag 27 juni 2026 is de wielerronde. In uw vergunning staat dat u twaalf "
            "verkeersregelaars nodig hebt. Wij hebben hun namen nog niet.\n\nMail de namen en de bewijzen "
            "van de training vóór 16 juni 2026 naar evenementen@waterdam.nl. Hebben wij ze dan niet, dan "
            "mag de ronde niet doorgaan.\n\nHebt u hulp nodig? Bel Peter Smid, 0344 12 34 30."
        ),
    ),
    (
        "Rekening: € 62,50 voor uw bouwtekeningen",
        (
            "U kreeg op 18 mei 2026 kopieën van bouwtekeningen uit ons archief. Daarvoor betaalt u € "
            "62,50: 25 kopieën van € 2,50.\n\nZo betaalt u\n\nScan de QR-code, of maak het bedrag over op "
            "NL00 BANK 0123 4567 89. Zet factuurnummer 26-118 erbij. Doe dat vóór 1 juli 2026.\n\nBetaalt "
            "u later, dan krijgt u een aanmaning. Die kost € 9.\n\nVragen? Bel 0344 12 34 31."
        ),
    ),
    (
        "Wij stoppen uw aanvraag voor een bed",
        (
            "U vroeg op 2 april 2026 een bed in hoogte verstelbaar aan. Op 20 april vroegen wij u om een "
            "brief van uw arts. Wij kregen die niet. Daarom behandelen wij uw aanvraag niet verder. Dat "
            "staat in artikel 4:5 van de Algemene wet bestuursrecht.\n\nWilt u het bed nog steeds? Vraag "
            "het dan opnieuw aan en stuur de brief van uw arts meteen mee. Dat kan op "
            "waterdam.nl/wmo.\n\nNiet eens met dit besluit\n\nU kunt tot en met 13 juli 2026 bezwaar maken "
            "bij het college van Waterdam, Postbus 10, 1234 AB Waterdam. Zet uw naam en adres erin, en "
            "waarom u het niet eens bent.\n\nVragen? Bel het Wmo-loket, 0344 12 34 32."
        ),
    ),
    (
        "Bedankt voor uw brief over de bijen",
        (
            "U schreef ons op 25 mei dat u zich zorgen maakt over de bijen in het Singelpark. Wij zijn "
            "het met u eens: bijen zijn belangrijk.\n\nSinds vorig jaar maaien wij de bermen minder vaak. "
            "Ook spuiten wij geen gif meer. Dat werkt, want in april telden vrijwilligers meer bijen dan "
            "ooit.\n\nWilt u zelf iets doen? Bij de kinderboerderij kunt u gratis zaad halen.\n\nNog een "
            "vraag? Bel onze ecoloog, Linde Vos, 0344 12 34 33."
        ),
    ),
    (
        "U mag meedoen aan de inburgering",
        (
            "Gefeliciteerd, u bent vanaf 1 juli 2026 inburgeringsplichtig. Wij helpen u daarbij.\n\nEerst "
            "maken wij kennis. Dat doen wij op donderdag 18 juni 2026 om 13.00 uur in het stadskantoor, "
            "Markt 2, kamer 5. Meld u bij de balie. Neem uw verblijfspas mee.\n\nEr is een tolk bij. Het "
            "gesprek duurt een uur. Bent u er niet en belt u niet af, dan kan dat gevolgen hebben voor "
            "uw uitkering.\n\nKunt u niet op 18 juni? Bel dan uiterlijk 16 juni naar Omar Said, 0344 12 34 "
            "34."
        ),
    ),
    (
        "Wij hebben uw bezwaarschrift ontvangen",
        (
            "Op 28 mei 2026 ontvingen wij uw bezwaar tegen de WOZ-waarde van uw huis. Uw bezwaar heeft "
            "nummer WOZ-2026-77.\n\nHoe gaat het verder?\n\nEen taxateur bekijkt de waarde van uw huis "
            "opnieuw. Hij belt u daarvoor in de week van 15 juni. U krijgt ons besluit uiterlijk 31 "
            "december 2026.\n\nMoet u nu betalen?\n\nJa, betaal uw aanslag wel op tijd. Krijgt u gelijk, dan "
            "krijgt u geld terug.\n\nVragen? Bel 0344 12 34 35."
        ),
    ),
    (
        "Uw parkeervergunning gaat van kenteken veranderen",
        (
            "U hebt ons op 26 mei 2026 uw nieuwe kenteken doorgegeven. Vanaf 5 juni 2026 geldt uw "
            "parkeervergunning voor de auto met kenteken XX-00-YY.\n\nU hoeft verder niets te doen. De "
            "oude auto mag vanaf die dag niet meer op een vergunningplek staan.\n\nKlopt het kenteken "
            "niet? Bel 14 0344."
        ),
    ),
    (
        "Herinnering: kies uw zwembad-uren voor september",
        (
            "Vorige maand schreven wij u dat verenigingen hun uren voor het nieuwe seizoen kunnen "
            "kiezen. Uw vereniging heeft nog niets gekozen.\n\nVul het rooster in op waterdam.nl/zwemuren. "
            "Dat kan tot en met 21 juni 2026. Daarna verdelen wij de uren die over zijn. U hebt dan "
            "minder keus.\n\nVragen? Bel zwembadmanager Nina Pol, 0344 12 34 36."
        ),
    ),
    (
        "Vaststelling subsidie buurtfeest 2025: u betaalt € 120 terug",
        (
            "Uw buurtvereniging kreeg in 2025 een subsidie van € 900 voor een feest. Uit uw verslag "
            "blijkt dat het feest € 780 kostte.\n\nOns besluit\n\nWij stellen de subsidie vast op € 780. U "
            "kreeg € 900, dus u moet € 120 terugbetalen. Dat staat in artikel 4:46 van de Algemene wet "
            "bestuursrecht.\n\nMaak € 120 vóór 15 juli 2026 over op NL00 BANK 0123 4567 89, met kenmerk "
            "S-25-014. Betaalt u niet op tijd, dan trekken wij het bedrag af van uw volgende "
            "subsidie.\n\nBezwaar\n\nU kunt binnen zes weken na de datum van deze brief bezwaar maken. Stuur "
            "uw bezwaar naar het college van Waterdam, Postbus 10, 1234 AB Waterdam. Noem uw naam, adres "
            "en redenen.\n\nVragen? Bel 0344 12 34 37."
        ),
    ),
]
"""Subject and body of whole letters that are right."""
PAGES: list[tuple[bool, str]] = [
    (
        True,
        (
            "# Parkeren voor bezoek\n\nMet een bezoekerspas parkeert uw bezoek goedkoper.\n\n## "
            "Voorwaarden\n\nU woont in de zone betaald parkeren.\n\n## Prijs\n\nDe pas kost € 10.\n\n## Hoe lang "
            "duurt het?\n\nU krijgt de pas binnen 5 werkdagen.\n\n## Wat hebt u nodig?\n\nU hebt uw kenteken "
            "nodig.\n"
        ),
    ),
    (
        True,
        (
            "# Gevonden voorwerp melden\n\n## Melden\n\nMeld het voorwerp via waterdam.nl/gevonden.\n\n## "
            "Voorwaarden\n\nHet voorwerp is gevonden in Waterdam.\n\n## Duur\n\nWij bewaren het een jaar. U "
            "krijgt binnen 3 dagen bericht.\n"
        ),
    ),
    (
        True,
        (
            "# Rijbewijs verlengen\n\nUw rijbewijs verlengt u bij de gemeente.\n\n## Nodig\n\nNeem uw oude "
            "rijbewijs en een pasfoto mee.\n\n## Hoe lang duurt het?\n\nHet duurt 5 werkdagen.\n\n## Voor "
            "wie?\n\nU staat ingeschreven in Waterdam.\n"
        ),
    ),
    (
        False,
        (
            "# Privacyverklaring\n\nWij gaan zorgvuldig om met uw gegevens.\n\n## Uw rechten\n\nU hebt recht "
            "op inzage. Vraag inzage aan via waterdam.nl/privacy. Neem een kopie van uw paspoort mee. "
            "Inzage is gratis. U krijgt binnen 4 weken antwoord.\n"
        ),
    ),
    (
        False,
        (
            "# Hoe wij met uw gegevens omgaan\n\nVoor een aanvraag hebben wij gegevens nodig. U hebt recht "
            "op inzage. Dat kost niets. U kunt inzage aanvragen. U hoort binnen 4 weken van ons. Een "
            "klacht over privacy meldt u bij de functionaris.\n"
        ),
    ),
    (
        False,
        (
            "# Cookies\n\nDeze site gebruikt cookies. U hebt recht om cookies te weigeren. Meld een "
            "probleem via waterdam.nl/contact.\n"
        ),
    ),
    (
        False,
        (
            "# Huwelijk melden\n\n## Melden\n\nMeld uw huwelijk online met DigiD of bij de balie in het "
            "stadhuis.\n\n## Nodig\n\nU hebt uw paspoort nodig.\n\n## Voorwaarden\n\nU bent beiden 18 jaar of "
            "ouder.\n\n## Kosten\n\nMelden is gratis.\n\n## Hoe lang duurt het?\n\nU krijgt binnen 2 weken "
            "bericht.\n\nVragen? Bel 14 0344.\n"
        ),
    ),
]
"""Whether a page about a product lacks something, and its text."""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config.model_validate({"servicenormen": NORMS}))


def _seen(checker: Checker, subject: str, body: str, contact: str) -> frozenset[str]:
    head = "Gemeente Waterdam\n\nMevrouw L. Bakker\nDorpsweg 3\n1234 AB Waterdam\n\nDatum: 1 juni 2026"
    about = f"\nOnderwerp: {subject}" if subject else ""
    parts = (head + about, "Beste mevrouw Bakker,", body, contact, "Met vriendelijke groet,\n\nSam de Boer")
    report = checker.check_text("\n\n".join(part for part in parts if part), name="brief.txt")
    return frozenset(finding.rule for finding in report.findings)


TOLD_AS: dict[str, frozenset[str]] = {
    "gevolg-ontbreekt": frozenset({"aanmaning-onvolledig", "herstelverzuim-onvolledig"}),
    "actie-zonder-datum": frozenset({"aanmaning-onvolledig", "herstelverzuim-onvolledig"}),
    "hoe-ontbreekt": frozenset({"aanmaning-onvolledig"}),
    "last-onvolledig": frozenset({"actie-zonder-datum", "actie-lezer-ontbreekt"}),
    "belofte-zonder-termijn": frozenset({"verlenging-zonder-datum"}),
    "termijn-zonder-startpunt": frozenset({"bezwaarclausule-onvolledig"}),
}
"""A gap that two rules could see is told once."""


@pytest.mark.parametrize(("rule", "subject", "body", "contact"), FOUND)
def test_a_fault_is_found(rule: str, subject: str, body: str, contact: str, checker: Checker) -> None:
    assert _seen(checker, subject, body, contact) & {rule, *TOLD_AS.get(rule, ())}


@pytest.mark.parametrize(("rule", "subject", "body", "contact"), NEAR)
def test_a_near_miss_is_left_alone(rule: str, subject: str, body: str, contact: str, checker: Checker) -> None:
    assert rule not in _seen(checker, subject, body, contact)


@pytest.mark.parametrize(("subject", "body"), GOOD)
def test_a_good_letter_gets_no_remark(subject: str, body: str, checker: Checker) -> None:
    assert not _seen(checker, subject, body, "") & RULES


@pytest.mark.parametrize(("lacks", "page"), PAGES)
def test_what_a_page_lacks(lacks: bool, page: str, checker: Checker) -> None:
    found = {finding.rule for finding in checker.check_text(page, name="pagina.md").findings}
    assert ("productpagina-onvolledig" in found) is lacks
