"""How towns ask, offer, inform, promise, threaten and invite: of each sentence or two what must be read in it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .june import june

Expected = dict[str, str | list[str] | None]
CASES: list[tuple[str, str, Expected]] = [
    (
        "herstelverzuim",
        (
            "Uw dossier is bijna rond. Stuur ons nog een foto van de gevel. Dat kan tot en met 19 juni "
            "2026 via bouwen@waterdam.nl."
        ),
        {
            "what": "Stuur ons nog een foto van de gevel",
            "when": "tot en met 19 juni 2026",
            "how": "via bouwen@waterdam.nl",
            "otherwise": None,
            "due": ["tot en met 19 juni 2026"],
        },
    ),
    (
        "betalingsverzoek",
        (
            "Voor het gebruik van de kleedkamer bent u ons € 140 verschuldigd. Boek dat bedrag binnen "
            "drie weken na vandaag over op NL00 BANK 0123 4567 89."
        ),
        {
            "what": "Boek dat bedrag binnen drie weken na vandaag over op NL00 BANK 0123 4567 89",
            "when": "binnen drie weken na vandaag",
            "how": "op NL00 BANK 0123 4567 89",
            "otherwise": None,
        },
    ),
    (
        "herinnering",
        (
            "Het boek 'Waterdam in kaart' is nog bij u thuis. Lever het vóór 15 juni 2026 in bij de "
            "bibliotheek. Na die dag kost het u € 0,50 per dag."
        ),
        {
            "what": "Lever het vóór 15 juni 2026 in bij de bibliotheek",
            "when": "vóór 15 juni 2026",
            "how": "bij de bibliotheek",
            "otherwise": "Na die dag kost het u € 0,50 per dag",
        },
    ),
    (
        "brief",
        "Deel ons uiterlijk 20 juni 2026 schriftelijk mee wie de nieuwe penningmeester is.",
        {
            "what": "Deel ons uiterlijk 20 juni 2026 schriftelijk mee wie de nieuwe penningmeester is",
            "when": "uiterlijk 20 juni 2026",
            "how": "schriftelijk",
        },
    ),
    (
        "bewonersbrief",
        (
            "Op 9 juni vegen wij de Kerklaan. Haal uw auto die ochtend vóór 8.00 uur weg. Auto's die "
            "blijven staan, slepen wij weg."
        ),
        {
            "what": "Haal uw auto die ochtend vóór 8.00 uur weg",
            "otherwise": "Auto's die blijven staan, slepen wij weg",
        },
    ),
    (
        "brief",
        "Knip uw heg terug tot de rand van het trottoir. Doe dat vóór 1 juli 2026.",
        {
            "what": "Knip uw heg terug tot de rand van het trottoir",
            "when": "vóór 1 juli 2026",
        },
    ),
    (
        "herstelverzuim",
        (
            "Stuurt u ons alstublieft de jaarrekening van 2025 toe. Wij zien die graag uiterlijk 22 juni "
            "2026 verschijnen."
        ),
        {
            "what": "Stuurt u ons alstublieft de jaarrekening van 2025 toe",
            "when": "uiterlijk 22 juni 2026",
        },
    ),
    (
        "herinnering",
        ("Je hebt je stempas nog niet opgehaald. Haal hem voor 10 juni op bij de receptie van het stadskantoor."),
        {
            "what": "Haal hem voor 10 juni op bij de receptie van het stadskantoor",
            "when": "voor 10 juni",
            "how": "bij de receptie van het stadskantoor",
        },
    ),
    (
        "brief",
        (
            "Je moet voor 1 september 2026 laten zien dat je naar school gaat. Upload je inschrijfbewijs "
            "op waterdam.nl/school."
        ),
        {
            "what": "Je moet voor 1 september 2026 laten zien dat je naar school gaat",
            "when": "voor 1 september 2026",
            "how": "op waterdam.nl/school",
        },
    ),
    (
        "beschikking-handhaving",
        ("U dient de zendmast op uw dak te demonteren. De begunstigingstermijn eindigt op 1 augustus 2026."),
        {
            "what": "U dient de zendmast op uw dak te demonteren",
            "when": "De begunstigingstermijn eindigt op 1 augustus 2026",
        },
    ),
    (
        "betalingsverzoek",
        (
            "Het verschuldigde bedrag van € 62,50 dient binnen 14 dagen na dagtekening op onze rekening "
            "te zijn bijgeschreven."
        ),
        {
            "what": (
                "Het verschuldigde bedrag van € 62,50 dient binnen 14 dagen na dagtekening op onze rekening "
                "te zijn bijgeschreven"
            ),
            "when": "binnen 14 dagen na dagtekening",
        },
    ),
    (
        "brief",
        "De sleutel van de kantine hoort op 30 juni weer bij ons te liggen.",
        {
            "what": "De sleutel van de kantine hoort op 30 juni weer bij ons te liggen",
            "when": "op 30 juni",
        },
    ),
    (
        "brief",
        (
            "Voor het buurtfeest moet u nog een verkeersplan maken en aan ons laten zien. Wij hebben dat "
            "nodig vóór 17 juni 2026."
        ),
        {
            "what": "moet u nog een verkeersplan maken en aan ons laten zien",
            "when": "vóór 17 juni 2026",
        },
    ),
    (
        "beschikking-handhaving",
        ("De geplaatste dakkapel moet worden afgebroken. U krijgt hiervoor tot 1 oktober 2026 de tijd."),
        {
            "what": "De geplaatste dakkapel moet worden afgebroken",
            "when": "tot 1 oktober 2026",
        },
    ),
    (
        "brief",
        (
            "Zonder geldig keuringsrapport mag de attractie niet draaien. Het rapport moet er uiterlijk "
            "een week voor de kermis zijn."
        ),
        {
            "what": "Het rapport moet er uiterlijk een week voor de kermis zijn",
            "when": "uiterlijk een week voor de kermis",
        },
    ),
    (
        "brief",
        "Mogen wij u verzoeken het hek op slot te houden?",
        {
            "what": "Mogen wij u verzoeken het hek op slot te houden",
        },
    ),
    (
        "herstelverzuim",
        (
            "Zou u ons een uittreksel van de Kamer van Koophandel kunnen toesturen? Wij ontvangen het "
            "graag binnen twee weken na de datum van deze brief."
        ),
        {
            "what": "Zou u ons een uittreksel van de Kamer van Koophandel kunnen toesturen",
            "when": "binnen twee weken na de datum van deze brief",
        },
    ),
    (
        "brief",
        (
            "Bij dezen doen wij u het verzoek om vóór 1 juli 2026 uw rekeningnummer door te geven. "
            "Gebruik daarvoor het formulier op waterdam.nl/rekening."
        ),
        {
            "what": "om vóór 1 juli 2026 uw rekeningnummer door te geven",
            "when": "vóór 1 juli 2026",
            "how": "het formulier op waterdam.nl/rekening",
        },
    ),
    (
        "herstelverzuim",
        "Graag verneem ik voor 24 juni 2026 van u hoeveel bezoekers u verwacht.",
        {
            "what": "Graag verneem ik voor 24 juni 2026 van u hoeveel bezoekers u verwacht",
            "when": "voor 24 juni 2026",
        },
    ),
    (
        "brief",
        "Wij stellen het op prijs wanneer u uw fiets vóór 8 juni ergens anders neerzet.",
        {
            "what": "Wij stellen het op prijs wanneer u uw fiets vóór 8 juni ergens anders neerzet",
            "when": "vóór 8 juni",
        },
    ),
    (
        "herstelverzuim",
        (
            "Wij willen u vragen om het ontbrekende blad 3 van het formulier alsnog te mailen naar "
            "subsidie@waterdam.nl. Lukt dat vóór 18 juni?"
        ),
        {
            "what": (
                "Wij willen u vragen om het ontbrekende blad 3 van het formulier alsnog te mailen naar "
                "subsidie@waterdam.nl"
            ),
            "when": "vóór 18 juni",
            "how": "naar subsidie@waterdam.nl",
        },
    ),
    (
        "brief",
        "Laat u ons uiterlijk 10 juni weten of u een kraam wilt? Dat kan met de antwoordkaart.",
        {
            "what": "Laat u ons uiterlijk 10 juni weten of u een kraam wilt",
            "when": "uiterlijk 10 juni",
            "how": "met de antwoordkaart",
        },
    ),
    (
        "brief",
        ("Wij hopen dat u vóór 1 juli 2026 de vragenlijst invult. De lijst staat op waterdam.nl/enquete."),
        {
            "what": "Wij hopen dat u vóór 1 juli 2026 de vragenlijst invult",
            "when": "vóór 1 juli 2026",
            "how": "op waterdam.nl/enquete",
        },
    ),
    (
        "brief",
        "De vraag aan u is om de poort voortaan dicht te doen.",
        {
            "what": "De vraag aan u is om de poort voortaan dicht te doen",
        },
    ),
    (
        "herstelverzuim",
        (
            "Om verder te kunnen, hebben wij een verklaring van uw huisarts nodig. Die moet uiterlijk 26 "
            "juni 2026 bij ons zijn."
        ),
        {
            "what": "hebben wij een verklaring van uw huisarts nodig",
            "when": "uiterlijk 26 juni 2026",
        },
    ),
    (
        "brief",
        ("U bent wettelijk verplicht een verhuizing binnen vijf dagen te melden. Dat doet u op waterdam.nl/verhuizen."),
        {
            "what": "U bent wettelijk verplicht een verhuizing binnen vijf dagen te melden",
            "how": "op waterdam.nl/verhuizen",
        },
    ),
    (
        "brief",
        "Het is van belang dat uw tuin op 15 juni bereikbaar is voor de graafmachine.",
        {
            "what": "Het is van belang dat uw tuin op 15 juni bereikbaar is voor de graafmachine",
            "when": "op 15 juni",
        },
    ),
    (
        "herstelverzuim",
        ("Nog nodig: een kopie van uw trouwakte. Mail deze vóór 30 juni 2026 naar burgerzaken@waterdam.nl."),
        {
            "what": "Mail deze vóór 30 juni 2026 naar burgerzaken@waterdam.nl",
            "when": "vóór 30 juni 2026",
            "how": "naar burgerzaken@waterdam.nl",
        },
    ),
    (
        "betalingsverzoek",
        "Betaling is verplicht vóór 30 juni 2026. Maak gebruik van de QR-code onder aan deze brief.",
        {
            "what": "Betaling is verplicht vóór 30 juni 2026",
            "when": "vóór 30 juni 2026",
            "how": "de QR-code",
        },
    ),
    (
        "betalingsverzoek",
        "Bedrag: € 88. Te betalen vóór: 30 juni 2026. Rekening: NL00 BANK 0123 4567 89.",
        {
            "what": "Te betalen vóór: 30 juni 2026",
            "when": "vóór: 30 juni 2026",
            "how": "NL00 BANK 0123 4567 89",
        },
    ),
    (
        "betalingsverzoek",
        (
            "Betaling moet uiterlijk 25 juni 2026 plaatsvinden via waterdam.nl/betalen. Blijft uw "
            "betaling uit, dan komt er € 9 bij."
        ),
        {
            "what": "Betaling moet uiterlijk 25 juni 2026 plaatsvinden via waterdam.nl/betalen",
            "when": "uiterlijk 25 juni 2026",
            "how": "via waterdam.nl/betalen",
            "otherwise": "Blijft uw betaling uit, dan komt er € 9 bij",
        },
    ),
    (
        "herinnering",
        "Inlevering van de pas dient uiterlijk 12 juni 2026 te gebeuren bij de servicebalie.",
        {
            "what": "Inlevering van de pas dient uiterlijk 12 juni 2026 te gebeuren bij de servicebalie",
            "when": "uiterlijk 12 juni 2026",
            "how": "bij de servicebalie",
        },
    ),
    (
        "brief",
        "U zet uw handtekening onder het contract en brengt het vóór 20 juni naar het wijkkantoor.",
        {
            "what": "U zet uw handtekening onder het contract en brengt het vóór 20 juni naar het wijkkantoor",
            "when": "vóór 20 juni",
            "how": "naar het wijkkantoor",
        },
    ),
    (
        "brief",
        "Voor 1 juli meldt u zich bij de balie van Werkplein Zuid. Neem uw identiteitsbewijs mee.",
        {
            "what": "Voor 1 juli meldt u zich bij de balie van Werkplein Zuid",
            "when": "Voor 1 juli",
            "how": "bij de balie van Werkplein Zuid",
        },
    ),
    (
        "herstelverzuim",
        "Wij rekenen op uw reactie vóór 29 juni 2026.",
        {
            "what": "Wij rekenen op uw reactie vóór 29 juni 2026",
            "when": "vóór 29 juni 2026",
        },
    ),
    (
        "brief",
        "U kunt uw boom ook door ons laten snoeien. Dat kost € 80.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Als u wilt meepraten, dan kunt u zich aanmelden voor het wijkpanel.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "brief",
        "Wilt u meer weten over de plannen? Kijk dan op waterdam.nl/haven.",
        {
            "what": None,
        },
    ),
    (
        "beschikking-toekenning",
        "U krijgt een parkeerkaart. U mag de kaart ook door uw partner laten gebruiken.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "U hoeft zelf niets te doen. De gemeente past uw gegevens aan.",
        {
            "what": None,
        },
    ),
    (
        "ontvangstbevestiging",
        "Wij hebben uw klacht ontvangen. Bel ons gerust als u vragen hebt.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "brief",
        "Desgewenst kunt u bij de behandeling van uw zaak aanwezig zijn.",
        {
            "what": None,
        },
    ),
    (
        "bewonersbrief",
        "In het buurthuis staat koffie klaar. Loop gerust binnen.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Hebt u al betaald? Dan kunt u deze brief weggooien.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Bewoners die een laadpaal willen, kunnen die bij ons aanvragen.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Het staat u vrij om een tolk mee te nemen.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Voor vragen belt u met mevrouw De Wit, telefoon 14 0396.",
        {
            "what": None,
        },
    ),
    (
        "beschikking-afwijzing",
        "U krijgt geen urgentie. Verandert uw situatie? Vraag dan opnieuw urgentie aan.",
        {
            "what": None,
        },
    ),
    (
        "ontvangstbevestiging",
        "Uw aanvraag is compleet. U hoeft ons dus niets meer te sturen.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken bezwaar maken.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Wie interesse heeft, kan op zaterdag een rondleiding volgen.",
        {
            "what": None,
        },
    ),
    (
        "bewonersbrief",
        "De Kade is van 8 tot en met 12 juni dicht voor auto's. Fietsers kunnen er langs.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "brief",
        ("De raad heeft de begroting op 28 mei vastgesteld. De tarieven gaan vanaf 1 juli 2026 omhoog."),
        {
            "what": None,
            "due": [],
            "ours": [],
        },
    ),
    (
        "brief",
        "U moest vóór 1 mei 2026 betalen. Dat hebt u gedaan.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "brief",
        "Uw paspoort is geldig tot 4 maart 2031.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "brief",
        "Inwoners moesten vorig jaar vijf weken wachten op een rijbewijs. Dat is nu twee weken.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "bewonersbrief",
        "De school moet de gymzaal op 1 september leeg opleveren aan de sportclub.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Onze collega's moeten eerst de riolering leegpompen voordat de straat open kan.",
        {
            "what": None,
        },
    ),
    (
        "ontvangstbevestiging",
        "Wij hebben uw verzoek op 28 mei 2026 ontvangen. Het ligt nu bij de afdeling Groen.",
        {
            "what": None,
            "promises": [],
            "due": [],
        },
    ),
    (
        "brief",
        "In 2027 komt er een nieuwe sporthal aan de Ringweg.",
        {
            "what": None,
            "promises": [],
            "due": [],
            "ours": [],
        },
    ),
    (
        "brief",
        "Het college kan besluiten om de termijn met acht weken te verlengen.",
        {
            "what": None,
            "promises": [],
        },
    ),
    (
        "brief",
        "U krijgt van ons binnen tien werkdagen een inhoudelijk antwoord.",
        {
            "what": None,
            "promises": ["U krijgt van ons binnen tien werkdagen een inhoudelijk antwoord"],
            "ours": ["binnen tien werkdagen"],
        },
    ),
    (
        "ontvangstbevestiging",
        "Uiterlijk 10 juli 2026 ontvangt u ons besluit.",
        {
            "what": None,
            "promises": ["Uiterlijk 10 juli 2026 ontvangt u ons besluit"],
            "ours": ["Uiterlijk 10 juli 2026"],
        },
    ),
    (
        "brief",
        "Mijn collega Fatima Aydin belt u volgende week over de planning.",
        {
            "promises": ["Mijn collega Fatima Aydin belt u volgende week over de planning"],
            "ours": ["volgende week"],
        },
    ),
    (
        "brief",
        "Wij zetten in de herfst twee nieuwe bankjes bij de vijver.",
        {
            "promises": ["Wij zetten in de herfst twee nieuwe bankjes bij de vijver"],
        },
    ),
    (
        "ontvangstbevestiging",
        "Op uw aanvraag wordt binnen acht weken na ontvangst beslist.",
        {
            "what": None,
            "promises": ["Op uw aanvraag wordt binnen acht weken na ontvangst beslist"],
        },
    ),
    (
        "brief",
        "Wij beloven u dat de lantaarnpaal vóór 15 juni weer brandt.",
        {
            "promises": ["Wij beloven u dat de lantaarnpaal vóór 15 juni weer brandt"],
            "ours": ["vóór 15 juni"],
        },
    ),
    (
        "brief",
        "Wij komen hier vóór de zomervakantie bij u op terug.",
        {
            "promises": ["Wij komen hier vóór de zomervakantie bij u op terug"],
            "ours": ["vóór de zomervakantie"],
        },
    ),
    (
        "beschikking-toekenning",
        "Het geld staat uiterlijk 20 juni op uw rekening.",
        {
            "promises": ["Het geld staat uiterlijk 20 juni op uw rekening"],
        },
    ),
    (
        "brief",
        "Een kopie van het verslag zend ik u voor het einde van de maand toe.",
        {
            "promises": ["Een kopie van het verslag zend ik u voor het einde van de maand toe"],
            "ours": ["voor het einde van de maand"],
        },
    ),
    (
        "brief",
        "Zodra de paal er staat, krijgt u een mail.",
        {
            "promises": [],
        },
    ),
    (
        "ontvangstbevestiging",
        "U mag onze reactie vóór 20 juni 2026 verwachten.",
        {
            "what": None,
            "promises": ["U mag onze reactie vóór 20 juni 2026 verwachten"],
            "ours": ["vóór 20 juni 2026"],
            "due": [],
        },
    ),
    (
        "brief",
        "Onze aannemer repareert de stoep in week 27.",
        {
            "promises": ["Onze aannemer repareert de stoep in week 27"],
        },
    ),
    (
        "brief",
        "Wij repareren de speeltoestellen.",
        {
            "promises": ["Wij repareren de speeltoestellen"],
        },
    ),
    (
        "brief",
        "Wij repareren elk jaar honderden lantaarnpalen.",
        {
            "promises": [],
        },
    ),
    (
        "brief",
        "Wij gaan zorgvuldig om met uw gegevens. Wij delen ze niet met anderen.",
        {
            "promises": [],
            "what": None,
        },
    ),
    (
        "brief",
        "Het antwoord op uw vraag ligt eind juni bij u op de mat.",
        {
            "promises": ["Het antwoord op uw vraag ligt eind juni bij u op de mat"],
        },
    ),
    (
        "ontvangstbevestiging",
        "Binnen vijf werkdagen neemt een medewerker contact met u op.",
        {
            "promises": ["Binnen vijf werkdagen neemt een medewerker contact met u op"],
            "ours": ["Binnen vijf werkdagen"],
        },
    ),
    (
        "brief",
        "Morgen hangen wij een bord op bij de sloot.",
        {
            "promises": ["Morgen hangen wij een bord op bij de sloot"],
        },
    ),
    (
        "brief",
        "Wij zullen de boom laten onderzoeken.",
        {
            "promises": ["Wij zullen de boom laten onderzoeken"],
        },
    ),
    (
        "brief",
        "De uitslag delen wij uiterlijk 3 juli met u.",
        {
            "promises": ["De uitslag delen wij uiterlijk 3 juli met u"],
            "ours": ["uiterlijk 3 juli"],
        },
    ),
    (
        "aanmaning",
        (
            "Betaal € 96 vóór 15 juni 2026 op NL00 BANK 0123 4567 89. Wacht u langer, dan schakelen wij "
            "de deurwaarder in."
        ),
        {
            "what": "Betaal € 96 vóór 15 juni 2026",
            "when": "vóór 15 juni 2026",
            "how": "NL00 BANK 0123 4567 89",
            "otherwise": "Wacht u langer, dan schakelen wij de deurwaarder in",
        },
    ),
    (
        "herstelverzuim",
        ("Vul uw aanvraag vóór 20 juni 2026 aan. Hebben wij dan nog niets, dan sluiten wij het dossier."),
        {
            "what": "Vul uw aanvraag vóór 20 juni 2026 aan",
            "when": "vóór 20 juni 2026",
            "otherwise": "Hebben wij dan nog niets, dan sluiten wij het dossier",
        },
    ),
    (
        "brief",
        "Meld uw hond uiterlijk 1 juli aan. Wie dat niet doet, riskeert een boete van € 95.",
        {
            "what": "Meld uw hond uiterlijk 1 juli aan",
            "when": "uiterlijk 1 juli",
            "otherwise": "Wie dat niet doet, riskeert een boete van € 95",
        },
    ),
    (
        "beschikking-handhaving",
        ("Verwijder de caravan vóór 1 juli 2026 van de openbare weg. Bij overtreding betaalt u € 200 per dag."),
        {
            "what": "Verwijder de caravan vóór 1 juli 2026 van de openbare weg",
            "when": "vóór 1 juli 2026",
            "otherwise": "Bij overtreding betaalt u € 200 per dag",
        },
    ),
    (
        "herstelverzuim",
        (
            "Lever de tekeningen uiterlijk 17 juni 2026 aan. Indien u in gebreke blijft, laten wij uw "
            "aanvraag buiten behandeling."
        ),
        {
            "what": "Lever de tekeningen uiterlijk 17 juni 2026 aan",
            "when": "uiterlijk 17 juni 2026",
            "otherwise": "Indien u in gebreke blijft, laten wij uw aanvraag buiten behandeling",
        },
    ),
    (
        "brief",
        ("Geef vóór 30 juni 2026 door of u de tuin wilt houden. Horen we niets, dan gaat de tuin naar iemand anders."),
        {
            "what": "Geef vóór 30 juni 2026 door of u de tuin wilt houden",
            "when": "vóór 30 juni 2026",
            "otherwise": "Horen we niets, dan gaat de tuin naar iemand anders",
        },
    ),
    (
        "aanmaning",
        (
            "Na 15 juni 2026 kunt u niet meer zelf betalen en komt de deurwaarder langs. Betaal daarom "
            "nu via waterdam.nl/betaal."
        ),
        {
            "what": "Betaal daarom nu via waterdam.nl/betaal",
            "how": "via waterdam.nl/betaal",
            "otherwise": "Na 15 juni 2026 kunt u niet meer zelf betalen en komt de deurwaarder langs",
        },
    ),
    (
        "brief",
        (
            "Haal de vlonder vóór 1 augustus weg. Als de vlonder er dan nog ligt, halen wij hem weg en "
            "betaalt u de kosten."
        ),
        {
            "what": "Haal de vlonder vóór 1 augustus weg",
            "when": "vóór 1 augustus",
            "otherwise": "Als de vlonder er dan nog ligt, halen wij hem weg en betaalt u de kosten",
        },
    ),
    (
        "brief",
        "Reageer vóór 12 juni. Geen reactie betekent dat uw plek vervalt.",
        {
            "what": "Reageer vóór 12 juni",
            "when": "vóór 12 juni",
            "otherwise": "Geen reactie betekent dat uw plek vervalt",
        },
    ),
    (
        "brief",
        "Vraag de ontheffing vóór 15 juni aan via waterdam.nl/ontheffing. Zo voorkomt u een boete.",
        {
            "what": "Vraag de ontheffing vóór 15 juni aan via waterdam.nl/ontheffing",
            "when": "vóór 15 juni",
            "how": "via waterdam.nl/ontheffing",
            "otherwise": "Zo voorkomt u een boete",
        },
    ),
    (
        "brief",
        ("Stuur het contract getekend terug vóór 22 juni. Pas als wij het hebben, kan de verbouwing beginnen."),
        {
            "what": "Stuur het contract getekend terug vóór 22 juni",
            "when": "vóór 22 juni",
            "otherwise": "Pas als wij het hebben, kan de verbouwing beginnen",
        },
    ),
    (
        "uitnodiging",
        (
            "Op woensdag 17 juni 2026 om 19.30 uur praten wij in dorpshuis De Schuur over het nieuwe "
            "park. Schuift u aan?"
        ),
        {
            "what": "Schuift u aan",
            "when": "Op woensdag 17 juni 2026 om 19.30 uur",
            "how": "in dorpshuis De Schuur",
        },
    ),
    (
        "uitnodiging",
        "Graag ontmoeten wij u op donderdag 18 juni om 10.00 uur in kamer 4 van het stadhuis.",
        {
            "what": "Graag ontmoeten wij u op donderdag 18 juni om 10.00 uur",
            "when": "op donderdag 18 juni om 10.00 uur",
            "how": "in kamer 4 van het stadhuis",
        },
    ),
    (
        "uitnodiging",
        (
            "U bent van harte uitgenodigd voor de opening van het wijkcentrum op zaterdag 13 juni 2026. "
            "Meld u vóór 8 juni aan via opening@waterdam.nl."
        ),
        {
            "what": "U bent van harte uitgenodigd voor de opening van het wijkcentrum",
            "when": "op zaterdag 13 juni 2026",
            "due": ["op zaterdag 13 juni 2026", "vóór 8 juni"],
        },
    ),
    (
        "uitnodiging",
        (
            "Wij hebben voor u een afspraak gemaakt bij de arts op 22 juni 2026 om 9.15 uur. U wordt "
            "verwacht bij GGD Waterdam, Lindelaan 8."
        ),
        {
            "when": "op 22 juni 2026 om 9.15 uur",
            "how": "bij GGD Waterdam, Lindelaan 8",
        },
    ),
    (
        "uitnodiging",
        ("Kom op 16 juni langs in de bus van de gemeente. De bus staat van 14.00 tot 17.00 uur op het Marktplein."),
        {
            "what": "Kom op 16 juni langs in de bus van de gemeente",
            "when": "op 16 juni",
        },
    ),
    (
        "uitnodiging",
        "Uw huwelijksdag vieren wij graag met u op het stadhuis, op vrijdag 26 juni om 11.00 uur.",
        {
            "what": "Uw huwelijksdag vieren wij graag met u op het stadhuis",
            "when": "op vrijdag 26 juni om 11.00 uur",
            "how": "op het stadhuis",
        },
    ),
    (
        "uitnodiging",
        "De klankbordgroep komt op 24 juni 2026 bijeen. Wij rekenen op uw komst.",
        {
            "what": "Wij rekenen op uw komst",
            "when": "op 24 juni 2026",
        },
    ),
    (
        "uitnodiging",
        ("Ik wil graag met u praten over uw werk. Dat doen we op dinsdag 16 juni om 14.00 uur, bij u thuis."),
        {
            "when": "op dinsdag 16 juni om 14.00 uur",
            "how": "bij u thuis",
        },
    ),
    (
        "uitnodiging",
        ("Hierbij roepen wij u op om te verschijnen voor de commissie op 30 juni 2026, om 13.30 uur, Raadhuisplein 1."),
        {
            "what": "Hierbij roepen wij u op om te verschijnen voor de commissie",
            "when": "op 30 juni 2026, om 13.30 uur",
            "how": "Raadhuisplein 1",
        },
    ),
    (
        "uitnodiging",
        ("Doe mee met de schoonmaakdag op zaterdag 20 juni! We starten om 10.00 uur bij de kinderboerderij."),
        {
            "what": "Doe mee met de schoonmaakdag op zaterdag 20 juni",
            "when": "op zaterdag 20 juni",
            "how": "bij de kinderboerderij",
        },
    ),
    (
        "brief",
        ("Uw reactie zien wij binnen een termijn van twee weken na dagtekening van deze brief graag tegemoet."),
        {
            "when": "binnen een termijn van twee weken na dagtekening van deze brief",
            "due": ["binnen een termijn van twee weken na dagtekening van deze brief"],
        },
    ),
    (
        "brief",
        "U heeft hier veertien dagen de tijd voor.",
        {
            "due": ["veertien dagen"],
        },
    ),
    (
        "brief",
        "Tot en met zondag 14 juni kunt u stemmen.",
        {
            "due": ["Tot en met zondag 14 juni"],
        },
    ),
    (
        "brief",
        "De inschrijving sluit op 30 juni 2026 om 12.00 uur.",
        {
            "due": ["De inschrijving sluit op 30 juni 2026"],
        },
    ),
    (
        "brief",
        "Stuur de polis op. Doe dat niet later dan 25 juni.",
        {
            "what": "Stuur de polis op",
            "when": "niet later dan 25 juni",
        },
    ),
    (
        "brief",
        "Geef de wijziging door binnen 4 weken nadat die is ingegaan.",
        {
            "when": "binnen 4 weken nadat die is ingegaan",
        },
    ),
    (
        "brief",
        "Zegt u de standplaats op? Doe dat ten minste één maand van tevoren per brief.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Wij verzoeken u het terras vóór aanvang van de markt op 13 juni op te ruimen.",
        {
            "what": "Wij verzoeken u het terras vóór aanvang van de markt op 13 juni op te ruimen",
            "when": "vóór aanvang van de markt op 13 juni",
        },
    ),
    (
        "brief",
        "Breng de machine uiterlijk aanstaande vrijdag terug naar de werf.",
        {
            "what": "Breng de machine uiterlijk aanstaande vrijdag terug naar de werf",
            "when": "uiterlijk aanstaande vrijdag",
            "how": "naar de werf",
        },
    ),
    (
        "brief",
        (
            "Wij vragen u om zo snel mogelijk, maar in ieder geval vóór 18 juni, de stekker van de "
            "vriezer eruit te halen."
        ),
        {
            "what": "de stekker van de vriezer eruit te halen",
            "when": "vóór 18 juni",
        },
    ),
    (
        "herstelverzuim",
        "Stuur ons het bewijs vóór 20 juni. U mag een foto appen naar 06 00 00 00 01.",
        {
            "how": "appen naar 06 00 00 00 01",
            "when": "vóór 20 juni",
            "what": "Stuur ons het bewijs vóór 20 juni",
        },
    ),
    (
        "herinnering",
        "Verleng uw vergunning vóór 1 juli. Inloggen gaat met DigiD of eHerkenning.",
        {
            "how": "met DigiD",
            "when": "vóór 1 juli",
            "what": "Verleng uw vergunning vóór 1 juli",
        },
    ),
    (
        "brief",
        "Wilt u het ondertekende exemplaar vóór 24 juni in de brievenbus van het gemeentehuis doen?",
        {
            "what": "Wilt u het ondertekende exemplaar vóór 24 juni in de brievenbus van het gemeentehuis doen",
            "when": "vóór 24 juni",
            "how": "in de brievenbus van het gemeentehuis",
        },
    ),
    (
        "betalingsverzoek",
        "Betaal de leges van € 38 contant of met pin als u de akte ophaalt.",
        {
            "what": "Betaal de leges van € 38 contant of met pin",
            "how": "contant of met pin",
        },
    ),
    (
        "brief",
        "Meld schade binnen twee dagen, telefonisch of via het schadeformulier.",
        {
            "what": "Meld schade binnen twee dagen",
            "how": "telefonisch",
            "when": "binnen twee dagen",
        },
    ),
    (
        "brief",
        "Draai de kraan dicht vóór 9 juni 8.00 uur. Dat doet u met de rode hendel in de meterkast.",
        {
            "what": "Draai de kraan dicht vóór 9 juni 8.00 uur",
            "when": "vóór 9 juni 8.00 uur",
            "how": "met de rode hendel in de meterkast",
        },
    ),
    (
        "herstelverzuim",
        "Wij missen uw diploma. Een scan sturen mag: cursus@waterdam.nl. Wel graag voor 20 juni.",
        {
            "how": "cursus@waterdam.nl",
            "when": "voor 20 juni",
        },
    ),
    (
        "brief",
        (
            "Maak vóór 15 juni een afspraak met de consulent. Bel daarvoor 14 0396 of plan zelf in op "
            "waterdam.nl/afspraak."
        ),
        {
            "what": "Maak vóór 15 juni een afspraak met de consulent",
            "when": "vóór 15 juni",
            "how": "Bel daarvoor 14 0396",
        },
    ),
    (
        "herinnering",
        (
            "Op 4 mei schreven wij u over de kapotte dakgoot van uw garage. Wij zien nog geen "
            "verandering. Herstel de dakgoot alsnog vóór 22 juni 2026, zodat het water niet meer op de "
            "stoep komt."
        ),
        {
            "what": "Herstel de dakgoot alsnog vóór 22 juni 2026",
            "when": "vóór 22 juni 2026",
            "otherwise": None,
        },
    ),
    (
        "brief",
        (
            "Om de rekening goed te kunnen maken, is het nodig dat wij uw meterstand kennen. Geeft u die "
            "vóór 12 juni aan ons door? Dat kan online op waterdam.nl/meter."
        ),
        {
            "what": "Geeft u die vóór 12 juni aan ons door",
            "when": "vóór 12 juni",
            "how": "online op waterdam.nl/meter",
        },
    ),
    (
        "aanmaning",
        (
            "U heeft tot en met 19 juni 2026 de tijd om € 64 te betalen. Dit kan via de betaallink onder "
            "aan deze brief. Doet u dit niet, dan volgt een dwangbevel."
        ),
        {
            "what": "€ 64 te betalen",
            "when": "tot en met 19 juni 2026",
            "how": "via de betaallink",
            "otherwise": "Doet u dit niet, dan volgt een dwangbevel",
        },
    ),
    (
        "bewonersbrief",
        (
            "Wij verzoeken alle bewoners de balkons op 16 juni leeg te maken. Spullen die dan nog buiten "
            "staan, kunnen stuk gaan."
        ),
        {
            "what": "Wij verzoeken alle bewoners de balkons op 16 juni leeg te maken",
            "when": "op 16 juni",
            "otherwise": "Spullen die dan nog buiten staan, kunnen stuk gaan",
        },
    ),
    (
        "uitnodiging",
        (
            "Mijn collega Joost en ik gaan graag met u in gesprek over de buurt. Wij zijn er op maandag "
            "15 juni van 16.00 tot 18.00 uur, in de tent op het Kerkplein."
        ),
        {
            "when": "op maandag 15 juni van 16.00",
            "how": "in de tent op het Kerkplein",
        },
    ),
    (
        "brief",
        (
            "U hebt ons laten weten dat u stopt met de kraam. Wij vragen u daarom de vergunning terug te "
            "sturen. Gebruik de envelop die erbij zit. Dit moet vóór 1 juli 2026 gebeuren."
        ),
        {
            "what": "Wij vragen u daarom de vergunning terug te sturen",
            "when": "vóór 1 juli 2026",
            "how": "Gebruik de envelop die erbij zit",
        },
    ),
    (
        "betalingsverzoek",
        (
            "Wij ontvangen uw betaling van € 33 graag voor 1 juli op rekeningnummer NL00 BANK 0123 4567 "
            "89 onder vermelding van 4411. Bij te late betaling brengen wij rente in rekening."
        ),
        {
            "what": "Wij ontvangen uw betaling van € 33 graag",
            "when": "voor 1 juli",
            "how": "op rekeningnummer NL00 BANK 0123 4567 89",
            "otherwise": "Bij te late betaling brengen wij rente in rekening",
        },
    ),
    (
        "beschikking-handhaving",
        ("Wij gelasten u om de illegale steiger binnen zes weken na verzending van deze beschikking te slopen."),
        {
            "what": (
                "Wij gelasten u om de illegale steiger binnen zes weken na verzending van deze beschikking te slopen"
            ),
            "when": "binnen zes weken na verzending van deze beschikking",
        },
    ),
    (
        "brief",
        ("Vul de enquête in op waterdam.nl/groen. U kunt tot 21 juni meedoen en maakt kans op een cadeaubon."),
        {
            "what": "Vul de enquête in op waterdam.nl/groen",
            "when": "tot 21 juni",
            "how": "op waterdam.nl/groen",
        },
    ),
    (
        "herinnering",
        (
            "Uw reisdocument verloopt op 30 juli 2026. Maak op tijd een afspraak voor een nieuw "
            "paspoort: via waterdam.nl/paspoort of telefonisch."
        ),
        {
            "what": "Maak op tijd een afspraak voor een nieuw paspoort",
            "how": "via waterdam.nl/paspoort",
        },
    ),
    (
        "brief",
        "De gemeente verzoekt u vóór aanvang van de werkzaamheden uw ramen te sluiten.",
        {
            "what": "De gemeente verzoekt u vóór aanvang van de werkzaamheden uw ramen te sluiten",
        },
    ),
    (
        "brief",
        ("Ter voltooiing van het dossier zien wij de ondertekende akte gaarne uiterlijk 26 juni 2026 tegemoet."),
        {
            "what": "zien wij de ondertekende akte gaarne uiterlijk 26 juni 2026 tegemoet",
            "when": "uiterlijk 26 juni 2026",
        },
    ),
    (
        "uitnodiging",
        (
            "Hierbij nodig ik u en uw partner uit voor de uitreiking van de lintjes op vrijdag 24 april "
            "2027 om 10.30 uur in de raadzaal. Laat ons vóór 10 april 2027 weten of u komt."
        ),
        {
            "what": "nodig ik u en uw partner uit voor de uitreiking van de lintjes",
            "when": "op vrijdag 24 april 2027 om 10.30 uur",
            "how": "in de raadzaal",
        },
    ),
    (
        "brief",
        "Heeft u bezwaar tegen deze foto? Laat het ons dan weten.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "U kunt de sleutel tussen 9.00 en 12.00 uur bij ons ophalen.",
        {
            "what": None,
        },
    ),
    (
        "ontvangstbevestiging",
        "Uw aanvraag ligt bij ons. Mocht er iets ontbreken, dan vragen wij u daarom.",
        {
            "what": None,
        },
    ),
    (
        "brief",
        "De wet zegt dat de raad vóór 15 november de begroting moet vaststellen.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "brief",
        "De aannemer moet het werk op 1 september af hebben.",
        {
            "what": None,
            "due": [],
        },
    ),
    (
        "beschikking-toekenning",
        (
            "U krijgt de subsidie. U moet wel vóór 1 maart 2027 laten zien waaraan u het geld hebt "
            "besteed. Dat doet u met het formulier op waterdam.nl/verantwoording."
        ),
        {
            "what": "U moet wel vóór 1 maart 2027 laten zien waaraan u het geld hebt besteed",
            "when": "vóór 1 maart 2027",
            "how": "met het formulier op waterdam.nl/verantwoording",
        },
    ),
    (
        "beschikking-toekenning",
        ("U ontvangt het bedrag in twee delen. Het tweede deel maken wij over zodra wij uw verslag hebben."),
        {
            "what": None,
        },
    ),
    (
        "brief",
        "Wij nemen de stoeptegels voor uw huis uiterlijk 26 juni 2026 op en leggen ze recht.",
        {
            "what": None,
            "promises": ["Wij nemen de stoeptegels voor uw huis uiterlijk 26 juni 2026 op"],
            "ours": ["uiterlijk 26 juni 2026"],
        },
    ),
    (
        "brief",
        "Binnen enkele dagen krijgt u een telefoontje van de wijkbeheerder.",
        {
            "promises": ["Binnen enkele dagen krijgt u een telefoontje van de wijkbeheerder"],
        },
    ),
    (
        "ontvangstbevestiging",
        ("Volgens de wet moeten wij binnen dertien weken beslissen. U hoort dus uiterlijk 31 augustus 2026 van ons."),
        {
            "promises": ["U hoort dus uiterlijk 31 augustus 2026 van ons"],
            "ours": ["binnen dertien weken", "uiterlijk 31 augustus 2026"],
        },
    ),
    (
        "brief",
        "De nieuwe pas wordt u binnen vijf werkdagen toegestuurd.",
        {
            "promises": ["De nieuwe pas wordt u binnen vijf werkdagen toegestuurd"],
        },
    ),
    (
        "brief",
        "Wij hebben de tekening op 20 mei naar u gestuurd.",
        {
            "promises": [],
        },
    ),
    (
        "brief",
        "In de eerste week van juli leggen onze hoveniers de beplanting aan.",
        {
            "promises": ["In de eerste week van juli leggen onze hoveniers de beplanting aan"],
        },
    ),
    (
        "brief",
        "Het kan zijn dat wij u bellen.",
        {
            "promises": [],
        },
    ),
    (
        "aanmaning",
        "Betaal vandaag nog. Zo voorkomt u dat wij beslag leggen op uw loon.",
        {
            "what": "Betaal vandaag nog",
            "when": "vandaag nog",
            "otherwise": "Zo voorkomt u dat wij beslag leggen op uw loon",
        },
    ),
    (
        "herinnering",
        (
            "Verleng uw abonnement voor 20 juni bij de kassa van het zwembad. Verlengt u later, dan "
            "betaalt u opnieuw inschrijfgeld."
        ),
        {
            "what": "Verleng uw abonnement voor 20 juni",
            "when": "voor 20 juni",
            "how": "bij de kassa van het zwembad",
            "otherwise": "Verlengt u later, dan betaalt u opnieuw inschrijfgeld",
        },
    ),
    (
        "beschikking-terugvordering",
        (
            "U moet € 1.210 terugbetalen. Doe dit binnen zes weken na de datum van dit besluit. Anders "
            "schakelen wij een deurwaarder in."
        ),
        {
            "what": "U moet € 1.210 terugbetalen",
            "when": "binnen zes weken na de datum van dit besluit",
            "otherwise": "Anders schakelen wij een deurwaarder in",
        },
    ),
    (
        "uitnodiging",
        (
            "Kom kennismaken met de nieuwe wijkverpleegkundige! Zij zit elke donderdag vanaf 11 juni in "
            "gezondheidscentrum De Linde."
        ),
        {
            "what": "Kom kennismaken met de nieuwe wijkverpleegkundige",
            "how": "in gezondheidscentrum De Linde",
        },
    ),
    (
        "brief",
        "Daarom deze vraag: wilt u uw naambordje vóór 14 juni van de oude brievenbus halen?",
        {
            "what": "wilt u uw naambordje vóór 14 juni van de oude brievenbus halen",
            "when": "vóór 14 juni",
        },
    ),
    (
        "brief",
        "Inschrijven is verplicht en kan tot uiterlijk 17 juni 2026 bij het sportloket.",
        {
            "when": "uiterlijk 17 juni 2026",
            "how": "bij het sportloket",
        },
    ),
    (
        "",
        (
            "U hebt op 12 mei een woning toegewezen gekregen aan de Havenstraat 9. Wij willen graag "
            "weten of u de woning neemt.\n\nLaat ons dat uiterlijk woensdag 10 juni 2026 weten. Bel "
            "daarvoor met Mirjam Kok, 0344 12 34 40. Horen wij niets van u, dan bieden wij de woning aan "
            "iemand anders aan."
        ),
        {
            "what": "Laat ons dat uiterlijk woensdag 10 juni 2026 weten",
            "when": "uiterlijk woensdag 10 juni 2026",
            "how": "Bel daarvoor met Mirjam Kok, 0344 12 34 40",
            "otherwise": "Horen wij niets van u, dan bieden wij de woning aan iemand anders aan",
        },
    ),
    (
        "",
        (
            "Bij een controle op 20 mei 2026 bleek dat er kapotte speeltoestellen op uw "
            "kinderdagverblijf staan. U dient deze vóór 1 juli 2026 te laten herstellen door een erkend "
            "bedrijf. Het bewijs van herstel stuurt u naar toezicht@waterdam.nl. Blijft herstel uit, dan "
            "sluiten wij de buitenruimte."
        ),
        {
            "what": "U dient deze vóór 1 juli 2026 te laten herstellen",
            "when": "vóór 1 juli 2026",
            "otherwise": "Blijft herstel uit, dan sluiten wij de buitenruimte",
        },
    ),
    (
        "",
        (
            "Wij nodigen u van harte uit voor de opening van het vernieuwde zwembad. De opening is op "
            "zaterdag 27 juni 2026 om 13.00 uur. U vindt het zwembad aan de Sportlaan 2. Laat u vóór 20 "
            "juni weten met hoeveel mensen u komt? Mail naar zwembad@waterdam.nl."
        ),
        {
            "what": "Wij nodigen u van harte uit voor de opening van het vernieuwde zwembad",
            "when": "op zaterdag 27 juni 2026 om 13.00 uur",
            "how": "aan de Sportlaan 2",
        },
    ),
    (
        "",
        (
            "Ondanks onze rekening van 1 april en onze herinnering van 4 mei hebt u de leges van € 88 "
            "nog niet voldaan. Wij verzoeken u het bedrag van € 88 alsnog binnen veertien dagen na "
            "dagtekening van deze aanmaning over te maken op rekening NL00 BANK 0123 4567 89 onder "
            "vermelding van kenmerk 2026-77. Bij uitblijven van betaling zullen wij "
            "invorderingsmaatregelen treffen. De kosten daarvan zijn voor uw rekening."
        ),
        {
            "what": (
                "het bedrag van € 88 alsnog binnen veertien dagen na dagtekening van deze aanmaning over te maken"
            ),
            "when": "binnen veertien dagen na dagtekening van deze aanmaning",
            "how": "op rekening NL00 BANK 0123 4567 89",
            "otherwise": "Bij uitblijven van betaling zullen wij invorderingsmaatregelen treffen",
        },
    ),
    (
        "",
        (
            "Uw aanvraag voor een rolstoelpas kunnen wij nog niet afhandelen. Er ontbreekt een "
            "pasfoto.\n\nWat moet u doen?\n\nStuur ons een pasfoto die niet ouder is dan zes maanden. Doe "
            "dat voor 18 juni 2026. U kunt de foto uploaden op waterdam.nl/pas.\n\nWat als u niets "
            "stuurt?\n\nDan stopt uw aanvraag."
        ),
        {
            "what": "Stuur ons een pasfoto die niet ouder is dan zes maanden",
            "when": "voor 18 juni 2026",
            "how": "op waterdam.nl/pas",
            "otherwise": "Dan stopt uw aanvraag",
        },
    ),
    (
        "",
        (
            "Uw rijbewijs ligt klaar! Haal het binnen drie maanden op bij de balie in het stadskantoor. "
            "U hebt daarvoor geen afspraak nodig. Neem uw oude rijbewijs mee. Niet opgehaalde "
            "rijbewijzen vernietigen wij."
        ),
        {
            "what": "Haal het binnen drie maanden op",
            "when": "binnen drie maanden",
            "how": "bij de balie in het stadskantoor",
            "otherwise": "Niet opgehaalde rijbewijzen vernietigen wij",
        },
    ),
    (
        "",
        (
            "Wij hebben besloten dat u de overkapping achter uw woning moet verwijderen. U krijgt "
            "daarvoor acht weken de tijd, gerekend vanaf de dag na verzending van dit besluit. Als u dit "
            "niet doet, verbeurt u een dwangsom van € 500 per week met een maximum van € 5.000."
        ),
        {
            "what": "u de overkapping achter uw woning moet verwijderen",
            "when": "acht weken",
            "otherwise": "Als u dit niet doet, verbeurt u een dwangsom van € 500 per week",
        },
    ),
    (
        "",
        (
            "U bent lid van de wijkraad. De termijn van de leden loopt af. Wilt u nog een keer vier jaar "
            "lid zijn? Geef dat dan vóór 1 september 2026 door aan de griffier. Wij zoeken anders iemand "
            "anders."
        ),
        {
            "when": "vóór 1 september 2026",
            "how": "aan de griffier",
        },
    ),
    (
        "",
        (
            "Op 3 juni is het Nationale Buitenspeeldag. De Kerkstraat is dan van 12.00 tot 18.00 uur "
            "dicht voor auto's. Er zijn spelletjes en er is limonade. Alle kinderen zijn welkom."
        ),
        {
            "what": None,
        },
    ),
    (
        "",
        (
            "Vorige week hebben wij uw tuin bekeken. De wortels van de boom doen geen kwaad. Wij kappen "
            "de boom dus niet. Wij komen over een jaar weer kijken."
        ),
        {
            "what": None,
        },
    ),
    (
        "",
        (
            "Voor de WOZ-waarde hebben wij gegevens van uw bedrijfspand nodig. Gelieve bijgaand "
            "formulier in te vullen en uiterlijk 30 juni 2026 te retourneren in de antwoordenvelop. "
            "Wanneer u niet tijdig reageert, stellen wij de waarde zelf vast."
        ),
        {
            "what": "bijgaand formulier in te vullen",
            "when": "uiterlijk 30 juni 2026",
            "how": "in de antwoordenvelop",
            "otherwise": "Wanneer u niet tijdig reageert, stellen wij de waarde zelf vast",
        },
    ),
    (
        "",
        (
            "U hebt een boete van € 95 gekregen. U kunt de boete betalen met iDEAL op waterdam.nl/boete. "
            "Doe het wel voor 24 juni, want daarna wordt het € 140."
        ),
        {
            "when": "voor 24 juni",
            "how": "op waterdam.nl/boete",
        },
    ),
    (
        "",
        (
            "Graag horen we vóór 15 juni welke kleur deur u kiest. Kruis uw keuze aan op het kaartje en "
            "gooi het in de bus bij de portier. Kiest u niet, dan wordt uw deur groen."
        ),
        {
            "what": "Graag horen we vóór 15 juni welke kleur deur u kiest",
            "when": "vóór 15 juni",
            "how": "in de bus bij de portier",
            "otherwise": "Kiest u niet, dan wordt uw deur groen",
        },
    ),
]
"""The sort of letter ("" to have it guessed), its words, and what must be read; what is not named is not looked at."""


@pytest.mark.parametrize(("sort", "body", "expected"), CASES)
def test_what_a_voice_says(sort: str, body: str, expected: Expected, analyser: Analyser) -> None:
    letter = june(body, analyser, type=DocumentType(sort) if sort else None)
    action = letter.action
    found: dict[str, str | list[str] | None] = {
        name: place.text if action and (place := getattr(action, name)) else None
        for name in ("what", "when", "how", "otherwise")
    }
    found["due"] = [one.passage.text for one in letter.deadlines if one.whom == "lezer"]
    found["ours"] = [one.passage.text for one in letter.deadlines if one.whom == "gemeente"]
    found["promises"] = [one.passage.text for one in letter.promises]
    for name, words in expected.items():
        assert _agree(found[name], words), (name, found[name], words)


def _agree(found: str | list[str] | None, words: str | list[str] | None) -> bool:
    """Tell whether two stretches share at least half of the words of the shorter one; a list item by item."""
    if isinstance(found, list) and isinstance(words, list):
        return len(found) == len(words) and all(map(_agree, found, words))
    if not isinstance(found, str) or not isinstance(words, str):
        return found is words is None
    ours, theirs = (re.findall(r"\S*\w", text.casefold()) for text in (found, words))
    return 2 * (Counter(ours) & Counter(theirs)).total() >= min(len(ours), len(theirs)) > 0
