"How towns ask, say how, what if not, and promise: a small letter for each way, with what it says."

from __future__ import annotations

import re

import pytest

from b1check.language.analysis import Analyser

from .letters import letter, read

ASKED: list[tuple[str, str, str | None, str | None, str | None, str | None]] = [
    (
        "uw leenfiets",
        (
            "U leende in januari een fiets van ons. Brengt u hem uiterlijk 20 maart 2026 terug? Dat kan op "
            "werkdagen van 9 tot 16 uur in de fietsenstalling aan de Kade 3. Komt de fiets niet terug, dan "
            "brengen wij u € 150 in rekening."
        ),
        "Brengt u hem uiterlijk 20 maart 2026 terug",
        "uiterlijk 20 maart 2026",
        "in de fietsenstalling aan de Kade 3",
        "Komt de fiets niet terug, dan brengen wij u € 150 in rekening.",
    ),
    (
        "controle van uw rookmelder",
        (
            "Iedere huurder van een gemeentelijke woning dient de rookmelder te laten controleren. Dit "
            "dient vóór 1 mei 2026 te zijn gebeurd. Een afspraak maakt u in de app Woonzaken. Zonder "
            "controle vervalt uw verzekering."
        ),
        "Iedere huurder van een gemeentelijke woning dient de rookmelder te laten controleren",
        "vóór 1 mei 2026",
        "in de app Woonzaken",
        "Zonder controle vervalt uw verzekering.",
    ),
    (
        "aanslag rioolheffing 2026",
        (
            "Voor 2026 bent u € 214 rioolheffing verschuldigd. Wij verwachten dit bedrag uiterlijk 30 "
            "april 2026 op rekening NL00 BANK 0123 4567 89. Vermeld nummer 5566. Bij niet tijdige betaling "
            "zijn wij genoodzaakt een aanmaning te sturen."
        ),
        "Wij verwachten dit bedrag",
        "uiterlijk 30 april 2026",
        "op rekening NL00 BANK 0123 4567 89",
        "Bij niet tijdige betaling zijn wij genoodzaakt een aanmaning te sturen.",
    ),
    (
        "uw bijstandsuitkering",
        (
            "Wij willen weten of uw situatie is veranderd. Daarvoor is het invullen van het "
            "inlichtingenformulier verplicht. U levert het ondertekend in vóór 24 maart 2026. Gebruik "
            "hiervoor de bijgevoegde envelop. Levert u het formulier niet in, dan schorten wij uw "
            "uitkering op."
        ),
        "U levert het ondertekend in vóór 24 maart 2026",
        "vóór 24 maart 2026",
        "Gebruik hiervoor de bijgevoegde envelop",
        "Levert u het formulier niet in, dan schorten wij uw uitkering op.",
    ),
    (
        "hondenbelasting",
        (
            "Uit onze administratie blijkt dat u een hond hebt. U bent verplicht dit bij ons te melden. "
            "Log daarvoor vóór 1 april 2026 met DigiD in op mijnzandwijk.nl. Laat u dit na, dan volgt een "
            "boete."
        ),
        "U bent verplicht dit bij ons te melden",
        "vóór 1 april 2026",
        "mijnzandwijk.nl",
        "Laat u dit na, dan volgt een boete.",
    ),
    (
        "uitnodiging hoorzitting",
        (
            "U hebt bezwaar gemaakt tegen ons besluit van 5 januari 2026. Op maandag 23 maart 2026 om "
            "14.00 uur kunt u uw bezwaar toelichten. De zitting wordt gehouden in kamer 2 van het "
            "stadhuis, Markt 1. Verschijnt u niet, dan beslist de commissie zonder u."
        ),
        "kunt u uw bezwaar toelichten",
        "Op maandag 23 maart 2026 om 14.00 uur",
        "in kamer 2 van het stadhuis, Markt 1",
        "Verschijnt u niet, dan beslist de commissie zonder u.",
    ),
    (
        "uw melding verhuizing",
        (
            "Er ontbreekt nog iets aan uw verhuismelding. Graag ontvangen wij een kopie van uw "
            "huurcontract. Antwoord op deze mail en stuur het contract mee. Wij wachten daar tot 17 maart "
            "2026 op. Daarna vervalt uw melding."
        ),
        "Graag ontvangen wij een kopie van uw huurcontract",
        "tot 17 maart 2026",
        "Antwoord op deze mail",
        "Daarna vervalt uw melding.",
    ),
    (
        "vernieuwen van uw ligplaats",
        (
            "Uw ligplaatsvergunning loopt af op 1 mei 2026. Verlengen kan alleen als u dat zelf aanvraagt. "
            "Doe dit uiterlijk 1 april 2026 via het digitale loket. Vraagt u niets aan, dan moet uw boot "
            "weg."
        ),
        "Doe dit uiterlijk 1 april 2026",
        "uiterlijk 1 april 2026",
        "via het digitale loket",
        "Vraagt u niets aan, dan moet uw boot weg.",
    ),
    (
        "sleutel van de sporthal",
        (
            "De sleutel van de sporthal hebt u nog. Die willen wij graag deze week terug hebben. U kunt "
            "hem in de brievenbus van het gemeentehuis doen. Anders moeten wij het slot vervangen, en "
            "betaalt u € 95."
        ),
        "Die willen wij graag deze week terug hebben",
        "deze week",
        "in de brievenbus van het gemeentehuis",
        "Anders moeten wij het slot vervangen, en betaalt u € 95.",
    ),
    (
        "onderzoek naar loden leidingen",
        (
            "In uw woning liggen misschien nog loden leidingen. Laat dit vóór 1 juni 2026 onderzoeken. Een "
            "afspraak maken met het bedrijf Waterproef kan op 0396 11 22 33. Voor u is het onderzoek "
            "gratis."
        ),
        "Laat dit vóór 1 juni 2026 onderzoeken",
        "vóór 1 juni 2026",
        "op 0396 11 22 33",
        None,
    ),
    (
        "last onder bestuursdwang",
        (
            "Op uw erf staat een caravan zonder vergunning. Wij dragen u op de caravan uiterlijk 31 maart "
            "2026 te verwijderen en verwijderd te houden. Voldoet u daar niet aan, dan halen wij hem weg "
            "en betaalt u de kosten."
        ),
        "Wij dragen u op de caravan",
        "uiterlijk 31 maart 2026",
        None,
        "Voldoet u daar niet aan, dan halen wij hem weg en betaalt u de kosten.",
    ),
    (
        "uw parkeervergunning",
        (
            "Uw auto is verkocht, zien wij. Geef ons daarom het nieuwe kenteken door, of zeg uw vergunning "
            "op. Dat kan tot en met 31 maart 2026 op zandwijk.nl/parkeren. Reageert u niet, dan trekken "
            "wij de vergunning in."
        ),
        "Geef ons daarom het nieuwe kenteken door",
        "tot en met 31 maart 2026",
        "op zandwijk.nl/parkeren",
        "Reageert u niet, dan trekken wij de vergunning in.",
    ),
    (
        "vragenlijst over uw hulp",
        (
            "Hoe gaat het met de hulp in huis? Wij horen graag van u. Scan de code op deze brief en vul de "
            "vragenlijst in. Dat kan tot 1 april 2026. Onder de inzenders verloten wij vijf bonnen."
        ),
        "Scan de code op deze brief en vul de vragenlijst in",
        "tot 1 april 2026",
        "Scan de code op deze brief",
        None,
    ),
    (
        "terugbetaling van uw lening",
        (
            "Op 1 februari 2026 had u € 400 moeten aflossen. Dit bedrag staat nog open. Verzocht wordt het "
            "bedrag alsnog vóór 20 maart 2026 over te boeken naar NL00 BANK 0123 4567 89. Blijft betaling "
            "uit, dan dragen wij de zaak over aan de deurwaarder."
        ),
        "Verzocht wordt het bedrag alsnog vóór 20 maart 2026 over te boeken",
        "vóór 20 maart 2026",
        "naar NL00 BANK 0123 4567 89",
        "Blijft betaling uit, dan dragen wij de zaak over aan de deurwaarder.",
    ),
    (
        "uw afspraak bij de bedrijfsarts",
        (
            "Voor uw afspraak met dokter Prins verwachten wij u donderdag 19 maart 2026 om 13.15 uur. U "
            "meldt zich bij de balie van het medisch centrum, Singel 8. Komt u niet opdagen, dan betaalt u "
            "de kosten van het consult."
        ),
        "verwachten wij u donderdag 19 maart 2026 om 13.15 uur",
        "donderdag 19 maart 2026 om 13.15 uur",
        "bij de balie van het medisch centrum, Singel 8",
        "Komt u niet opdagen, dan betaalt u de kosten van het consult.",
    ),
    (
        "uw subsidie 2025",
        (
            "Wij kunnen uw subsidie pas vaststellen na uw verantwoording. Wij ontvangen die daarom graag "
            "voor 1 april 2026, per post of via subsidies@zandwijk.nl. Is de verantwoording er dan niet, "
            "dan moet u het voorschot terugbetalen."
        ),
        "Wij ontvangen die daarom graag voor 1 april 2026",
        "voor 1 april 2026",
        "per post of via subsidies@zandwijk.nl",
        "Is de verantwoording er dan niet, dan moet u het voorschot terugbetalen.",
    ),
    (
        "snoeiwerk in uw straat",
        (
            "Tussen 16 en 20 maart snoeien wij de bomen in de Lindelaan. Wij verzoeken u in die week uw "
            "auto elders te parkeren. Auto's die in de weg staan, laten wij op uw kosten wegslepen."
        ),
        "Wij verzoeken u in die week uw auto elders te parkeren",
        None,
        None,
        "Auto's die in de weg staan, laten wij op uw kosten wegslepen.",
    ),
    (
        "bewijs van in leven zijn",
        (
            "Elk jaar vragen wij om een bewijs van in leven zijn. Onderteken de bijgaande verklaring en "
            "retourneer deze binnen vier weken na dagtekening aan Postbus 12, 3840 AB Zandwijk. Bij "
            "uitblijven daarvan staken wij de betaling van uw pensioen."
        ),
        "Onderteken de bijgaande verklaring en retourneer deze",
        "binnen vier weken na dagtekening",
        "aan Postbus 12, 3840 AB Zandwijk",
        "Bij uitblijven daarvan staken wij de betaling van uw pensioen.",
    ),
    (
        "uw marktplaats",
        (
            "Volgend jaar gelden er nieuwe regels op de markt. Kies vóór 15 april 2026 welke plaats u "
            "wilt. Stuur een appje naar 06 12 34 56 78 met uw keuze. Ontvangen wij geen keuze, dan wijzen "
            "wij u zelf een plaats toe."
        ),
        "Kies vóór 15 april 2026 welke plaats u wilt",
        "vóór 15 april 2026",
        "06 12 34 56 78",
        "Ontvangen wij geen keuze, dan wijzen wij u zelf een plaats toe.",
    ),
    (
        "gesprek over uw re-integratie",
        (
            "Graag nodig ik u uit om te praten over werk. Dat doen we op vrijdag 13 maart 2026 om 11.00 "
            "uur, bij het Werkplein, Stationsplein 4. Dit gesprek is verplicht. Als u zonder bericht "
            "wegblijft, kan dat gevolgen hebben voor uw uitkering."
        ),
        "nodig ik u uit om te praten over werk",
        "vrijdag 13 maart 2026 om 11.00 uur",
        "bij het Werkplein, Stationsplein 4",
        "Als u zonder bericht wegblijft, kan dat gevolgen hebben voor uw uitkering.",
    ),
    (
        "uw kind op de wachtlijst",
        (
            "Uw dochter staat op de wachtlijst voor zwemles. Er is nu een plek vrij. Laat ons voor 15 "
            "maart weten of u die wilt. Bel daarvoor 14 0396. Horen wij niets, dan gaat de plek naar het "
            "volgende kind."
        ),
        "Laat ons voor 15 maart weten of u die wilt",
        "voor 15 maart",
        "Bel daarvoor 14 0396",
        "Horen wij niets, dan gaat de plek naar het volgende kind.",
    ),
    (
        "energietoeslag: nog één stap",
        (
            "U hebt recht op de energietoeslag. Om het geld te krijgen moet u nog een rekeningnummer "
            "opgeven. Ga voor 1 april 2026 naar zandwijk.nl/toeslag en log in met uw DigiD. Geen internet? "
            "Kom dan naar het wijkcentrum. Wij maken het geld daarna binnen 10 werkdagen over. Na 1 april "
            "kunt u de toeslag niet meer krijgen."
        ),
        "moet u nog een rekeningnummer opgeven",
        "voor 1 april 2026",
        "zandwijk.nl/toeslag",
        "Na 1 april kunt u de toeslag niet meer krijgen.",
    ),
    (
        "controle van uw gegevens",
        (
            "Klopt uw adres nog?\n\nWat vragen wij van u?\n\nControleer de gegevens op het bijgevoegde "
            "blad. Verbeter wat niet klopt.\n\nWanneer?\n\nUiterlijk vrijdag 27 maart 2026.\n\nHoe?\n\nMet "
            "de antwoordkaart. Een postzegel is niet nodig.\n\nEn als u niets stuurt?\n\nDan gaan wij "
            "ervan uit dat alles klopt."
        ),
        "Controleer de gegevens op het bijgevoegde blad",
        "Uiterlijk vrijdag 27 maart 2026",
        "Met de antwoordkaart",
        "Dan gaan wij ervan uit dat alles klopt.",
    ),
    (
        "betaal uw parkeerboete",
        (
            "Op 4 februari stond uw auto op een plek voor vergunninghouders. Daarom kreeg u een "
            "boete.\n\n- Bedrag: € 76,20\n- Betalen vóór: 31 maart 2026\n- Rekening: NL00 BANK 0123 4567 "
            "89\n- Kenmerk: 778899\n\nMaak het bedrag op tijd over. Betaalt u te laat, dan wordt de boete "
            "hoger."
        ),
        "Maak het bedrag op tijd over",
        "31 maart 2026",
        "NL00 BANK 0123 4567 89",
        "Betaalt u te laat, dan wordt de boete hoger.",
    ),
    (
        "uw vraag over de vuilnisbak",
        (
            "U vroeg ons om een extra vuilnisbak bij het speelveld. Dat vinden wij een goed idee. Onze "
            "buitendienst plaatst de bak in de week van 16 maart. Heeft u nog een idee voor het veld? Laat "
            "het ons weten."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "wij hebben uw klacht ontvangen",
        (
            "Dank voor uw brief van 26 februari over de bus. Mevrouw Smit behandelt uw klacht. Zij belt u "
            "vóór 13 maart. Uiterlijk 14 april 2026 hebt u ons antwoord. Wilt u iets toevoegen, stuur dat "
            "dan naar klachten@zandwijk.nl."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "nieuwe openingstijden",
        (
            "Vanaf 4 mei bent u op een ander adres welkom. De balie is dan aan de Markt 3. Op donderdag "
            "zijn wij ook 's avonds open, van 17.00 tot 20.00 uur. U hoeft hiervoor niets te doen."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "werkzaamheden in de Kerkstraat",
        (
            "Van 9 tot en met 20 maart 2026 vervangen wij het riool in de Kerkstraat. Uw huis blijft te "
            "voet bereikbaar. De vuilnisauto kan niet bij u komen. Breng uw container daarom op 11 maart "
            "vóór 7.00 uur naar de hoek met de Molenweg. Onze opzichter loopt elke dag rond. Op 23 maart "
            "komen wij bij u langs om de stoep te bekijken."
        ),
        "Breng uw container daarom op 11 maart vóór 7.00 uur naar de hoek",
        "op 11 maart",
        "naar de hoek met de Molenweg",
        None,
    ),
    (
        "uw bezwaar",
        (
            "Wij ontvingen uw bezwaarschrift op 24 februari 2026. De commissie bekijkt het. Op uw bezwaar "
            "wordt uiterlijk 2 juni 2026 beslist. Een kopie van het advies zenden wij u toe."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "uw vergoeding als tolk",
        (
            "Na de zitting krijgt u € 80 van ons. Dat staat binnen twee weken op uw rekening. Een factuur "
            "sturen is niet nodig."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "uw lantaarnpaal",
        (
            "Wij hebben uw melding doorgegeven aan de aannemer. Die repareert de lamp binnen vijf "
            "werkdagen. Lukt dat niet, dan hoort u dat van ons. Over een maand sturen wij u een korte "
            "vragenlijst."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "verlopen paspoort",
        (
            "Uw paspoort verloopt op 3 juni 2026. Maak op tijd een afspraak voor een nieuw paspoort. Dit "
            "kan via zandwijk.nl/afspraak of telefonisch. Zonder geldig paspoort mag u niet buiten Europa "
            "reizen."
        ),
        "Maak op tijd een afspraak voor een nieuw paspoort",
        None,
        "via zandwijk.nl/afspraak",
        "Zonder geldig paspoort mag u niet buiten Europa reizen.",
    ),
    (
        "aanmelden buurtmoestuin",
        (
            "Er komt een moestuin aan de Dijkweg. Meedoen? Geef u dan vóór 1 april 2026 op bij Fatma "
            "Yildiz, fatma@zandwijk.nl. Er zijn twintig tuintjes. Op 18 april beginnen we samen met "
            "spitten."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "uw verzoek om kwijtschelding",
        (
            "Wij hebben nog niet alles om te beslissen. Het gaat om uw laatste drie bankafschriften. Zou u "
            "ons die willen toezenden? Mag per post of per e-mail (belastingen@zandwijk.nl). Wij zien ze "
            "graag voor 25 maart 2026 tegemoet. Zonder afschriften wijzen wij uw verzoek af."
        ),
        "Zou u ons die willen toezenden",
        "voor 25 maart 2026",
        "per post of per e-mail (belastingen@zandwijk.nl)",
        "Zonder afschriften wijzen wij uw verzoek af.",
    ),
    (
        "uw vuurwerkvergunning",
        (
            "Het evenement is op 27 april 2026. De veiligheidscheck moet uiterlijk een week daarvoor rond "
            "zijn. U regelt die zelf bij de brandweer. Zonder goedgekeurde check gaat de vergunning niet "
            "door."
        ),
        "De veiligheidscheck moet",
        "uiterlijk een week daarvoor",
        "bij de brandweer",
        "Zonder goedgekeurde check gaat de vergunning niet door.",
    ),
    (
        "herinnering zwemles",
        (
            "Voor de zwemles van Noor hebben wij nog geen betaling gezien. Kunt u de € 65 vóór 15 maart "
            "2026 voldoen? U kunt pinnen aan de kassa van het zwembad. Zonder betaling kan Noor niet meer "
            "meedoen."
        ),
        "Kunt u de € 65 vóór 15 maart 2026 voldoen?",
        "vóór 15 maart 2026",
        "aan de kassa van het zwembad",
        "Zonder betaling kan Noor niet meer meedoen.",
    ),
    (
        "uw standplaats op de kermis",
        (
            "Uw aanvraag voor de kermis hebben wij goed ontvangen. Wel vragen wij nog een bewijs van "
            "keuring. Dat moet uiterlijk 1 april 2026 in ons bezit zijn. U kunt het toesturen aan "
            "kermis@zandwijk.nl. Krijgen wij geen bewijs, dan vervalt uw plaats."
        ),
        "vragen wij nog een bewijs van keuring",
        "uiterlijk 1 april 2026",
        "aan kermis@zandwijk.nl",
        "Krijgen wij geen bewijs, dan vervalt uw plaats.",
    ),
    (
        "oproep rijvaardigheid taxi",
        (
            "U wordt verwacht op het politiebureau aan de Havenstraat 2, en wel op maandag 16 maart 2026 "
            "om 9.00 uur. Uw rijbewijs hebt u bij u. Wie niet komt, verliest de vergunning."
        ),
        "U wordt verwacht op het politiebureau",
        "maandag 16 maart 2026 om 9.00 uur",
        "op het politiebureau aan de Havenstraat 2",
        "Wie niet komt, verliest de vergunning.",
    ),
    (
        "schoolplicht van uw zoon",
        (
            "Uw zoon was in februari vier dagen niet op school. Daarover wil ik u en uw zoon spreken. Ik "
            "verwacht u allebei op donderdag 12 maart 2026 om 15.00 uur op mijn kamer in het stadhuis, "
            "Markt 1. Blijft u weg, dan maak ik proces-verbaal op."
        ),
        "Ik verwacht u allebei op donderdag 12 maart 2026",
        "op donderdag 12 maart 2026 om 15.00 uur",
        "op mijn kamer in het stadhuis, Markt 1",
        "Blijft u weg, dan maak ik proces-verbaal op.",
    ),
    (
        "uw reactie op het bestemmingsplan",
        (
            "Bedankt voor uw reactie op het plan voor de Veemarkt. De raad beslist op 21 april 2026. "
            "Daarna krijgt u binnen twee weken bericht van ons. Wilt u bij de vergadering inspreken? Meld "
            "u dan uiterlijk 17 april aan bij de griffie."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "u moet uw heg snoeien",
        (
            "De heg langs uw tuin groeit over het fietspad. Dat is gevaarlijk. Knip de heg terug tot op uw "
            "eigen grond, en doe dat binnen twee weken na de datum van deze brief. Gebeurt dat niet, dan "
            "laten wij het doen en betaalt u de rekening."
        ),
        "Knip de heg terug tot op uw eigen grond",
        "binnen twee weken na de datum van deze brief",
        None,
        "Gebeurt dat niet, dan laten wij het doen en betaalt u de rekening.",
    ),
    (
        "nieuw wachtwoord",
        (
            "Vanaf 1 juni 2026 werkt uw oude wachtwoord voor Mijn Zandwijk niet meer. Kies daarom in mei "
            "een nieuw wachtwoord. U doet dat via de knop 'Instellingen' op de website. Doet u niets, dan "
            "kunt u niet meer inloggen."
        ),
        "Kies daarom in mei een nieuw wachtwoord",
        "in mei",
        "via de knop 'Instellingen' op de website",
        "Doet u niets, dan kunt u niet meer inloggen.",
    ),
    (
        "inspectie van uw terras",
        (
            "Op 10 maart 2026 tussen 10 en 12 uur komt onze inspecteur uw terras opmeten. Zorgt u dat er "
            "dan iemand aanwezig is die de deur kan openen? Anders moet u later een nieuwe afspraak maken, "
            "en die kost € 45."
        ),
        "Zorgt u dat er dan iemand aanwezig is",
        "Op 10 maart 2026",
        None,
        "Anders moet u later een nieuwe afspraak maken, en die kost € 45.",
    ),
    (
        "uw pgb-verantwoording",
        (
            "Voor 2025 kreeg u een persoonsgebonden budget. U legt daar nu verantwoording over af. Vul "
            "daarvoor het bijgaande formulier in en stuur het uiterlijk 1 mei 2026 terug naar Postbus 12, "
            "3840 AB Zandwijk. Ontvangen wij niets, dan vorderen wij het budget terug."
        ),
        "Vul daarvoor het bijgaande formulier in",
        "uiterlijk 1 mei 2026",
        "naar Postbus 12, 3840 AB Zandwijk",
        "Ontvangen wij niets, dan vorderen wij het budget terug.",
    ),
    (
        "tijdelijk andere halte",
        (
            "Van 9 maart tot en met 3 april 2026 stopt de buurtbus niet in de Kerkstraat. U kunt instappen "
            "bij de halte Markt. De dienstregeling blijft gelijk."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "uitnodiging jubileumborrel",
        (
            "Twintig jaar wijkcentrum De Spil: dat vieren we! Kom langs op zaterdag 14 maart 2026, vanaf "
            "16.00 uur, in De Spil, Lindelaan 2. Geef even door of u komt, uiterlijk 10 maart, via "
            "despil@zandwijk.nl."
        ),
        "Kom langs op zaterdag 14 maart 2026",
        "op zaterdag 14 maart 2026",
        "in De Spil, Lindelaan 2",
        None,
    ),
    (
        "terugvordering toeslag",
        (
            "Over 2025 hebt u € 260 te veel gekregen. Dat bedrag moeten wij van u terugvragen. U wordt "
            "verzocht het binnen zes weken na dagtekening van deze brief over te maken op NL00 BANK 0123 "
            "4567 89. Als u niet op tijd betaalt, houden wij het in op uw uitkering."
        ),
        "U wordt verzocht het binnen zes weken",
        "binnen zes weken na dagtekening van deze brief",
        "op NL00 BANK 0123 4567 89",
        "Als u niet op tijd betaalt, houden wij het in op uw uitkering.",
    ),
    (
        "laadpaal in uw straat",
        (
            "U vroeg om een laadpaal. Die komt er. Het bedrijf Stroomnet plaatst de paal vóór de zomer bij "
            "nummer 14. Wij informeren uw buren een week van tevoren. U hoeft zelf niets te regelen."
        ),
        None,
        None,
        None,
        None,
    ),
    (
        "uw openstaande huur",
        (
            "U loopt twee maanden achter met de huur van uw garagebox. De achterstand is € 180. Zorg dat "
            "dit bedrag uiterlijk 16 maart 2026 op onze rekening staat: NL00 BANK 0123 4567 89. Lukt dat "
            "niet, neem dan meteen contact op. Doet u niets, dan zeggen wij de huur op."
        ),
        "Zorg dat dit bedrag uiterlijk 16 maart 2026 op onze rekening staat",
        "uiterlijk 16 maart 2026",
        "NL00 BANK 0123 4567 89",
        "Doet u niets, dan zeggen wij de huur op.",
    ),
]
"""Subject, body, and words of what is asked, before when, how, and what happens if not."""
DUE: list[tuple[str, str, list[str], list[str]]] = [
    (
        "uw leenfiets",
        (
            "U leende in januari een fiets van ons. Brengt u hem uiterlijk 20 maart 2026 terug? Dat kan op "
            "werkdagen van 9 tot 16 uur in de fietsenstalling aan de Kade 3. Komt de fiets niet terug, dan "
            "brengen wij u € 150 in rekening."
        ),
        ["uiterlijk 20 maart 2026"],
        [],
    ),
    (
        "controle van uw rookmelder",
        (
            "Iedere huurder van een gemeentelijke woning dient de rookmelder te laten controleren. Dit "
            "dient vóór 1 mei 2026 te zijn gebeurd. Een afspraak maakt u in de app Woonzaken. Zonder "
            "controle vervalt uw verzekering."
        ),
        ["vóór 1 mei 2026"],
        [],
    ),
    (
        "aanslag rioolheffing 2026",
        (
            "Voor 2026 bent u € 214 rioolheffing verschuldigd. Wij verwachten dit bedrag uiterlijk 30 "
            "april 2026 op rekening NL00 BANK 0123 4567 89. Vermeld nummer 5566. Bij niet tijdige betaling "
            "zijn wij genoodzaakt een aanmaning te sturen."
        ),
        ["uiterlijk 30 april 2026"],
        [],
    ),
    (
        "uw bijstandsuitkering",
        (
            "Wij willen weten of uw situatie is veranderd. Daarvoor is het invullen van het "
            "inlichtingenformulier verplicht. U levert het ondertekend in vóór 24 maart 2026. Gebruik "
            "hiervoor de bijgevoegde envelop. Levert u het formulier niet in, dan schorten wij uw "
            "uitkering op."
        ),
        ["vóór 24 maart 2026"],
        [],
    ),
    (
        "hondenbelasting",
        (
            "Uit onze administratie blijkt dat u een hond hebt. U bent verplicht dit bij ons te melden. "
            "Log daarvoor vóór 1 april 2026 met DigiD in op mijnzandwijk.nl. Laat u dit na, dan volgt een "
            "boete."
        ),
        ["vóór 1 april 2026"],
        [],
    ),
    (
        "uitnodiging hoorzitting",
        (
            "U hebt bezwaar gemaakt tegen ons besluit van 5 januari 2026. Op maandag 23 maart 2026 om "
            "14.00 uur kunt u uw bezwaar toelichten. De zitting wordt gehouden in kamer 2 van het "
            "stadhuis, Markt 1. Verschijnt u niet, dan beslist de commissie zonder u."
        ),
        ["Op maandag 23 maart 2026 om 14.00 uur"],
        [],
    ),
    (
        "uw melding verhuizing",
        (
            "Er ontbreekt nog iets aan uw verhuismelding. Graag ontvangen wij een kopie van uw "
            "huurcontract. Antwoord op deze mail en stuur het contract mee. Wij wachten daar tot 17 maart "
            "2026 op. Daarna vervalt uw melding."
        ),
        ["tot 17 maart 2026"],
        [],
    ),
    (
        "vernieuwen van uw ligplaats",
        (
            "Uw ligplaatsvergunning loopt af op 1 mei 2026. Verlengen kan alleen als u dat zelf aanvraagt. "
            "Doe dit uiterlijk 1 april 2026 via het digitale loket. Vraagt u niets aan, dan moet uw boot "
            "weg."
        ),
        ["uiterlijk 1 april 2026"],
        [],
    ),
    (
        "sleutel van de sporthal",
        (
            "De sleutel van de sporthal hebt u nog. Die willen wij graag deze week terug hebben. U kunt "
            "hem in de brievenbus van het gemeentehuis doen. Anders moeten wij het slot vervangen, en "
            "betaalt u € 95."
        ),
        ["deze week"],
        [],
    ),
    (
        "onderzoek naar loden leidingen",
        (
            "In uw woning liggen misschien nog loden leidingen. Laat dit vóór 1 juni 2026 onderzoeken. Een "
            "afspraak maken met het bedrijf Waterproef kan op 0396 11 22 33. Voor u is het onderzoek "
            "gratis."
        ),
        ["vóór 1 juni 2026"],
        [],
    ),
    (
        "uw parkeervergunning",
        (
            "Uw auto is verkocht, zien wij. Geef ons daarom het nieuwe kenteken door, of zeg uw vergunning "
            "op. Dat kan tot en met 31 maart 2026 op zandwijk.nl/parkeren. Reageert u niet, dan trekken "
            "wij de vergunning in."
        ),
        ["tot en met 31 maart 2026"],
        [],
    ),
    (
        "terugbetaling van uw lening",
        (
            "Op 1 februari 2026 had u € 400 moeten aflossen. Dit bedrag staat nog open. Verzocht wordt het "
            "bedrag alsnog vóór 20 maart 2026 over te boeken naar NL00 BANK 0123 4567 89. Blijft betaling "
            "uit, dan dragen wij de zaak over aan de deurwaarder."
        ),
        ["vóór 20 maart 2026"],
        [],
    ),
    (
        "uw afspraak bij de bedrijfsarts",
        (
            "Voor uw afspraak met dokter Prins verwachten wij u donderdag 19 maart 2026 om 13.15 uur. U "
            "meldt zich bij de balie van het medisch centrum, Singel 8. Komt u niet opdagen, dan betaalt u "
            "de kosten van het consult."
        ),
        ["donderdag 19 maart 2026 om 13.15 uur"],
        [],
    ),
    (
        "uw subsidie 2025",
        (
            "Wij kunnen uw subsidie pas vaststellen na uw verantwoording. Wij ontvangen die daarom graag "
            "voor 1 april 2026, per post of via subsidies@zandwijk.nl. Is de verantwoording er dan niet, "
            "dan moet u het voorschot terugbetalen."
        ),
        ["voor 1 april 2026"],
        [],
    ),
    (
        "bewijs van in leven zijn",
        (
            "Elk jaar vragen wij om een bewijs van in leven zijn. Onderteken de bijgaande verklaring en "
            "retourneer deze binnen vier weken na dagtekening aan Postbus 12, 3840 AB Zandwijk. Bij "
            "uitblijven daarvan staken wij de betaling van uw pensioen."
        ),
        ["binnen vier weken na dagtekening"],
        [],
    ),
    (
        "uw marktplaats",
        (
            "Volgend jaar gelden er nieuwe regels op de markt. Kies vóór 15 april 2026 welke plaats u "
            "wilt. Stuur een appje naar 06 12 34 56 78 met uw keuze. Ontvangen wij geen keuze, dan wijzen "
            "wij u zelf een plaats toe."
        ),
        ["vóór 15 april 2026"],
        [],
    ),
    (
        "gesprek over uw re-integratie",
        (
            "Graag nodig ik u uit om te praten over werk. Dat doen we op vrijdag 13 maart 2026 om 11.00 "
            "uur, bij het Werkplein, Stationsplein 4. Dit gesprek is verplicht. Als u zonder bericht "
            "wegblijft, kan dat gevolgen hebben voor uw uitkering."
        ),
        ["op vrijdag 13 maart 2026 om 11.00 uur"],
        [],
    ),
    (
        "uw kind op de wachtlijst",
        (
            "Uw dochter staat op de wachtlijst voor zwemles. Er is nu een plek vrij. Laat ons voor 15 "
            "maart weten of u die wilt. Bel daarvoor 14 0396. Horen wij niets, dan gaat de plek naar het "
            "volgende kind."
        ),
        ["voor 15 maart"],
        [],
    ),
    (
        "energietoeslag: nog één stap",
        (
            "U hebt recht op de energietoeslag. Om het geld te krijgen moet u nog een rekeningnummer "
            "opgeven. Ga voor 1 april 2026 naar zandwijk.nl/toeslag en log in met uw DigiD. Geen internet? "
            "Kom dan naar het wijkcentrum. Wij maken het geld daarna binnen 10 werkdagen over. Na 1 april "
            "kunt u de toeslag niet meer krijgen."
        ),
        ["voor 1 april 2026", "binnen 10 werkdagen"],
        ["Wij maken het geld daarna binnen 10 werkdagen over"],
    ),
    (
        "controle van uw gegevens",
        (
            "Klopt uw adres nog?\n\nWat vragen wij van u?\n\nControleer de gegevens op het bijgevoegde "
            "blad. Verbeter wat niet klopt.\n\nWanneer?\n\nUiterlijk vrijdag 27 maart 2026.\n\nHoe?\n\nMet "
            "de antwoordkaart. Een postzegel is niet nodig.\n\nEn als u niets stuurt?\n\nDan gaan wij "
            "ervan uit dat alles klopt."
        ),
        ["Uiterlijk vrijdag 27 maart 2026"],
        [],
    ),
    (
        "betaal uw parkeerboete",
        (
            "Op 4 februari stond uw auto op een plek voor vergunninghouders. Daarom kreeg u een "
            "boete.\n\n- Bedrag: € 76,20\n- Betalen vóór: 31 maart 2026\n- Rekening: NL00 BANK 0123 4567 "
            "89\n- Kenmerk: 778899\n\nMaak het bedrag op tijd over. Betaalt u te laat, dan wordt de boete "
            "hoger."
        ),
        ["31 maart 2026"],
        [],
    ),
    (
        "wij hebben uw klacht ontvangen",
        (
            "Dank voor uw brief van 26 februari over de bus. Mevrouw Smit behandelt uw klacht. Zij belt u "
            "vóór 13 maart. Uiterlijk 14 april 2026 hebt u ons antwoord. Wilt u iets toevoegen, stuur dat "
            "dan naar klachten@zandwijk.nl."
        ),
        ["vóór 13 maart", "Uiterlijk 14 april 2026"],
        ["Zij belt u vóór 13 maart", "Uiterlijk 14 april 2026 hebt u ons antwoord"],
    ),
    (
        "nieuwe openingstijden",
        (
            "Vanaf 4 mei bent u op een ander adres welkom. De balie is dan aan de Markt 3. Op donderdag "
            "zijn wij ook 's avonds open, van 17.00 tot 20.00 uur. U hoeft hiervoor niets te doen."
        ),
        [],
        [],
    ),
    (
        "uw bezwaar",
        (
            "Wij ontvingen uw bezwaarschrift op 24 februari 2026. De commissie bekijkt het. Op uw bezwaar "
            "wordt uiterlijk 2 juni 2026 beslist. Een kopie van het advies zenden wij u toe."
        ),
        ["uiterlijk 2 juni 2026"],
        ["Op uw bezwaar wordt uiterlijk 2 juni 2026 beslist", "Een kopie van het advies zenden wij u toe"],
    ),
    (
        "uw vergoeding als tolk",
        (
            "Na de zitting krijgt u € 80 van ons. Dat staat binnen twee weken op uw rekening. Een factuur "
            "sturen is niet nodig."
        ),
        ["binnen twee weken"],
        ["Dat staat binnen twee weken op uw rekening"],
    ),
    (
        "uw verzoek om kwijtschelding",
        (
            "Wij hebben nog niet alles om te beslissen. Het gaat om uw laatste drie bankafschriften. Zou u "
            "ons die willen toezenden? Mag per post of per e-mail (belastingen@zandwijk.nl). Wij zien ze "
            "graag voor 25 maart 2026 tegemoet. Zonder afschriften wijzen wij uw verzoek af."
        ),
        ["voor 25 maart 2026"],
        [],
    ),
    (
        "herinnering zwemles",
        (
            "Voor de zwemles van Noor hebben wij nog geen betaling gezien. Kunt u de € 65 vóór 15 maart "
            "2026 voldoen? U kunt pinnen aan de kassa van het zwembad. Zonder betaling kan Noor niet meer "
            "meedoen."
        ),
        ["vóór 15 maart 2026"],
        [],
    ),
    (
        "uw standplaats op de kermis",
        (
            "Uw aanvraag voor de kermis hebben wij goed ontvangen. Wel vragen wij nog een bewijs van "
            "keuring. Dat moet uiterlijk 1 april 2026 in ons bezit zijn. U kunt het toesturen aan "
            "kermis@zandwijk.nl. Krijgen wij geen bewijs, dan vervalt uw plaats."
        ),
        ["uiterlijk 1 april 2026"],
        [],
    ),
    (
        "schoolplicht van uw zoon",
        (
            "Uw zoon was in februari vier dagen niet op school. Daarover wil ik u en uw zoon spreken. Ik "
            "verwacht u allebei op donderdag 12 maart 2026 om 15.00 uur op mijn kamer in het stadhuis, "
            "Markt 1. Blijft u weg, dan maak ik proces-verbaal op."
        ),
        ["op donderdag 12 maart 2026"],
        [],
    ),
    (
        "u moet uw heg snoeien",
        (
            "De heg langs uw tuin groeit over het fietspad. Dat is gevaarlijk. Knip de heg terug tot op uw "
            "eigen grond, en doe dat binnen twee weken na de datum van deze brief. Gebeurt dat niet, dan "
            "laten wij het doen en betaalt u de rekening."
        ),
        ["binnen twee weken na de datum van deze brief"],
        [],
    ),
    (
        "uw pgb-verantwoording",
        (
            "Voor 2025 kreeg u een persoonsgebonden budget. U legt daar nu verantwoording over af. Vul "
            "daarvoor het bijgaande formulier in en stuur het uiterlijk 1 mei 2026 terug naar Postbus 12, "
            "3840 AB Zandwijk. Ontvangen wij niets, dan vorderen wij het budget terug."
        ),
        ["uiterlijk 1 mei 2026"],
        [],
    ),
    (
        "tijdelijk andere halte",
        (
            "Van 9 maart tot en met 3 april 2026 stopt de buurtbus niet in de Kerkstraat. U kunt instappen "
            "bij de halte Markt. De dienstregeling blijft gelijk."
        ),
        [],
        [],
    ),
    (
        "uitnodiging jubileumborrel",
        (
            "Twintig jaar wijkcentrum De Spil: dat vieren we! Kom langs op zaterdag 14 maart 2026, vanaf "
            "16.00 uur, in De Spil, Lindelaan 2. Geef even door of u komt, uiterlijk 10 maart, via "
            "despil@zandwijk.nl."
        ),
        ["op zaterdag 14 maart 2026", "uiterlijk 10 maart"],
        [],
    ),
    (
        "terugvordering toeslag",
        (
            "Over 2025 hebt u € 260 te veel gekregen. Dat bedrag moeten wij van u terugvragen. U wordt "
            "verzocht het binnen zes weken na dagtekening van deze brief over te maken op NL00 BANK 0123 "
            "4567 89. Als u niet op tijd betaalt, houden wij het in op uw uitkering."
        ),
        ["binnen zes weken na dagtekening van deze brief"],
        [],
    ),
    (
        "uw openstaande huur",
        (
            "U loopt twee maanden achter met de huur van uw garagebox. De achterstand is € 180. Zorg dat "
            "dit bedrag uiterlijk 16 maart 2026 op onze rekening staat: NL00 BANK 0123 4567 89. Lukt dat "
            "niet, neem dan meteen contact op. Doet u niets, dan zeggen wij de huur op."
        ),
        ["uiterlijk 16 maart 2026"],
        [],
    ),
]
"""Subject, body, the deadlines and the promises."""


@pytest.mark.parametrize(("subject", "body", "what", "when", "how", "otherwise"), ASKED)
def test_what_is_asked(
    subject: str,
    body: str,
    what: str | None,
    when: str | None,
    how: str | None,
    otherwise: str | None,
    analyser: Analyser,
) -> None:
    action = read(letter(body, subject=subject), analyser).action
    if what is None:
        assert action is None
        return
    assert action is not None
    found = {name: getattr(action, name) for name in ("what", "when", "how", "otherwise")}
    for name, words in {"what": what, "when": when, "how": how, "otherwise": otherwise}.items():
        passage = found[name]
        assert (passage is None) == (words is None), name
        assert passage is None or words is None or _agree(passage.text, words), name


@pytest.mark.parametrize(("subject", "body", "deadlines", "promises"), DUE)
def test_deadlines_and_promises(
    subject: str, body: str, deadlines: list[str], promises: list[str], analyser: Analyser
) -> None:
    found = read(letter(body, subject=subject), analyser)
    assert len(found.deadlines) == len(deadlines)
    assert all(_agree(one.passage.text, words) for one, words in zip(found.deadlines, deadlines, strict=True))
    assert len(found.promises) == len(promises)
    assert all(_agree(one.passage.text, words) for one, words in zip(found.promises, promises, strict=True))


def _agree(found: str, wanted: str) -> bool:
    "Tell whether two stretches share at least half of the words of the shorter one, as the benchmark does."
    mine, theirs = (set(re.findall(r"[\w.:@/€]+", text.casefold())) for text in (found, wanted))
    return len(mine & theirs) * 2 >= min(len(mine), len(theirs))
