"""The breadth of ways in which letters ask, promise and give a last day, each in a letter of its own."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .letters import letter, read

ASKS = [
    (
        "uw verzekering van de kinderopvang",
        "Vergeet niet om het ondertekende contract voor 1 april 2026 terug te sturen. Dat kan in de "
        "bijgevoegde envelop.",
        "contract",
        "voor 1 april 2026",
        "envelop",
    ),
    (
        "uw inschrijving",
        "Het verzoek aan u is om uw gegevens te controleren en fouten uiterlijk 20 maart 2026 door te "
        "geven via www.zandwijk.nl/gegevens.",
        "fouten",
        "uiterlijk 20 maart 2026",
        "www.zandwijk.nl/gegevens",
    ),
    (
        "onderhoud aan uw dak",
        "Denkt u eraan de steiger uiterlijk 20 maart 2026 weg te halen?",
        "steiger",
        "uiterlijk 20 maart 2026",
        None,
    ),
    (
        "controle van uw uitkering",
        "Voor de controle zijn uw loonstroken nodig. Levert u die voor 20 maart 2026 in bij de balie van het stadhuis.",
        "Levert",
        "voor 20 maart 2026",
        "balie",
    ),
    (
        "het graf van uw vader",
        "De rechten op het graf lopen af. Aan u de vraag of u die wilt verlengen. Wij horen dat graag "
        "vóór 1 mei 2026. U kunt daarvoor mailen naar graven@zandwijk.nl.",
        "",
        "vóór 1 mei 2026",
        "graven@zandwijk.nl",
    ),
    (
        "uw aanvraag voor een uitkering",
        "Een kopie van uw huurcontract ontbreekt nog. Die moet uiterlijk 20 maart 2026 bij ons binnen "
        "zijn. Mailen kan naar inkomen@zandwijk.nl. Ontvangen wij de kopie niet, dan kunnen wij niet "
        "verder.",
        "",
        "uiterlijk 20 maart 2026",
        "inkomen@zandwijk.nl",
    ),
    (
        "snoeien van uw heg",
        "Uw heg hangt over de stoep. Snoei hem vóór 1 april 2026. Doet u dat niet, dan doen wij het op uw kosten.",
        "Snoei",
        "vóór 1 april 2026",
        None,
    ),
    (
        "uw kampeerauto",
        "De camper mag hier niet langer staan. Wij verwachten dat hij voor 15 maart 2026 weg is.",
        "",
        "voor 15 maart 2026",
        None,
    ),
    (
        "uitnodiging voor de veteranenlunch",
        "Op woensdag 24 juni 2026 is er weer een lunch voor veteranen. U en uw partner zijn van harte "
        "uitgenodigd. De lunch begint om 12.00 uur in hotel De Zwaan, Markt 3. Komt u? Geef u dan op "
        "vóór 10 juni 2026.",
        "uitgenodigd",
        "woensdag 24 juni 2026",
        "hotel De Zwaan",
    ),
    (
        "afspraak met de wijkagent",
        "Wij hebben voor u een afspraak gemaakt op 9 april 2026 om 14.00 uur. Die is in het wijkhuis, Dorpsstraat 4.",
        "afspraak",
        "op 9 april 2026 om 14.00 uur",
        "in het wijkhuis",
    ),
    (
        "intake taalles",
        "Uw intake is op maandag 13 april 2026 om 9.15 uur bij Taalhuis De Brug, Kade 2. Kom op tijd. "
        "Bent u er niet, dan gaat uw plek naar iemand anders.",
        "intake",
        "op maandag 13 april 2026 om 9.15 uur",
        "De Brug",
    ),
    (
        "uw rekening",
        "Wij verzoeken u vriendelijk om € 212,50 binnen 30 dagen na de datum van deze brief over te "
        "maken op NL00 BANK 0123 4567 89. Vermeld daarbij nummer 443322.",
        "€ 212,50",
        "binnen 30 dagen na de datum van deze brief",
        "NL00",
    ),
    (
        "laatste herinnering milieupas",
        "U hebt uw milieupas nog niet opgehaald. Vanaf 1 april 2026 is uw pas niet meer geldig. Kom "
        "daarom nog deze maand naar de milieustraat.",
        "Kom",
        "deze maand",
        "milieustraat",
    ),
    (
        "enquête over uw straat",
        "Doe mee met onze vragenlijst! Vul hem in voor 1 mei 2026 op zandwijk.nl/straat. Invullen duurt 5 minuten.",
        "Vul hem in",
        "voor 1 mei 2026",
        "zandwijk.nl/straat",
    ),
    (
        "werk aan de Dorpsstraat",
        "Vanaf maandag 6 april 2026 werken wij in uw straat. Parkeer uw auto uiterlijk zondag 5 april "
        "ergens anders. Auto's die er dan nog staan, slepen wij weg.",
        "Parkeer",
        "uiterlijk zondag 5 april",
        None,
    ),
    (
        "watermeter",
        "Tussen 6 en 10 april 2026 komt een monteur langs om de meter te vervangen. Zorg dat u thuis "
        "bent. U moet de meterkast vóór 6 april leegmaken.",
        "meterkast",
        "vóór 6 april",
        None,
    ),
    (
        "aanmaning",
        "Ondanks onze rekening van 12 januari is de betaling van € 96 uitgebleven. Gelieve dit bedrag "
        "thans binnen 14 dagen na dagtekening te voldoen op rekening NL00 BANK 0123 4567 89 onder "
        "vermelding van 11223. Bij gebreke hiervan wordt een dwangbevel uitgevaardigd.",
        "voldoen",
        "binnen 14 dagen na dagtekening",
        "NL00",
    ),
    (
        "uw subsidie",
        "U krijgt € 500 subsidie. U moet ons vóór 1 maart 2027 laten zien hoe u het geld hebt gebruikt. "
        "Stuur daarvoor de rekeningen naar subsidie@zandwijk.nl. Doet u dat niet, dan moet u het geld "
        "terugbetalen.",
        "laten zien",
        "vóór 1 maart 2027",
        "subsidie@zandwijk.nl",
    ),
    (
        "uw paspoort",
        "In de week van 4 mei 2026 moet u uw vingerafdruk opnieuw laten nemen. Maak hiervoor een "
        "afspraak op zandwijk.nl.",
        "vingerafdruk",
        "In de week van 4 mei 2026",
        "zandwijk.nl",
    ),
    (
        "controle rookmelders",
        "Wij vragen alle bewoners hun rookmelder voor 1 juli 2026 te controleren.",
        "controleren",
        "voor 1 juli 2026",
        None,
    ),
    (
        "uw aanvraag",
        "U dient de volgende stukken aan te leveren:\n\n- een kopie van uw paspoort\n- een "
        "bankafschrift\n\nWij ontvangen deze graag voor 1 april 2026 op inkomen@zandwijk.nl.",
        "stukken",
        "voor 1 april 2026",
        "inkomen@zandwijk.nl",
    ),
    (
        "stappen",
        "Volg deze stappen:\n\n1. Ga naar zandwijk.nl/pas.\n2. Log in met DigiD.\n3. Vraag de pas aan vóór 1 mei 2026.",
        "Vraag de pas aan",
        "vóór 1 mei 2026",
        "zandwijk.nl/pas",
    ),
    (
        "deelname",
        "Om mee te kunnen doen is het noodzakelijk dat u het formulier vóór 1 mei 2026 ondertekent en terugstuurt.",
        "formulier",
        "vóór 1 mei 2026",
        None,
    ),
    (
        "betaling kinderopvang",
        "Er staat nog € 55 open. Zou u dit bedrag voor 1 april 2026 willen overmaken naar NL00 BANK 0123 4567 89?",
        "overmaken",
        "voor 1 april 2026",
        "NL00",
    ),
    (
        "hond aanmelden",
        "U hebt een hond, maar die staat niet bij ons geregistreerd. Dat moet wel. U doet dat uiterlijk "
        "1 april 2026 via zandwijk.nl/hond.",
        "",
        "uiterlijk 1 april 2026",
        "zandwijk.nl/hond",
    ),
    (
        "gevaarlijke boom",
        "Wij sommeren u de boom binnen 3 weken na verzending van deze brief te verwijderen.",
        "boom",
        "binnen 3 weken na verzending van deze brief",
        None,
    ),
    (
        "huisbezoek",
        "Onze consulent Mia Bos komt op vrijdag 10 april 2026 om 11.00 uur bij u thuis. Zij kijkt welke "
        "hulp u nodig hebt. Leg uw medicijnlijst klaar. Bent u verhinderd? Bel dan 14 0396.",
        "",
        "vrijdag 10 april 2026",
        "bij u thuis",
    ),
    (
        "overlast",
        "Met ingang van 1 april 2026 dient u de muziek na 22.00 uur uit te zetten.",
        "muziek",
        "1 april 2026",
        None,
    ),
    (
        "wij hebben nog foto's van u nodig",
        "Voor uw schadeclaim missen we foto's van de fiets. Stuur er minstens 3 mee vóór 20 maart 2026. "
        "U kunt ze appen naar 06 12 34 56 78. Hebben we op 20 maart niets, dan leggen wij uw claim weg.",
        "Stuur er",
        "vóór 20 maart 2026",
        "06",
    ),
    (
        "aanvulling aanvraag",
        "Uw aanvraag is nog niet volledig. Wij verzoeken u de ontbrekende verklaring uiterlijk 24 maart "
        "2026 alsnog te overleggen, per e-mail aan wmo@zandwijk.nl dan wel per post. Bij uitblijven "
        "daarvan wordt de aanvraag buiten behandeling gelaten.",
        "overleggen",
        "uiterlijk 24 maart 2026",
        "wmo@zandwijk.nl",
    ),
    (
        "factuur huur dorpshuis",
        "Hierbij ontvangt u de factuur voor de huur van de grote zaal. Het verschuldigde bedrag is € "
        "180. De betaling zien wij graag vóór 1 april 2026 tegemoet op NL00 BANK 0123 4567 89, onder "
        "vermelding van 2026-18.",
        "betaling",
        "vóór 1 april 2026",
        "NL00",
    ),
    (
        "aanmaning",
        "U hebt op onze herinnering niet gereageerd. U moet nu € 54 betalen, en wel binnen 2 weken na de"
        " datum van deze brief. Doe dat op rekening NL00 BANK 0123 4567 89 met kenmerk 998877. Blijft uw"
        " betaling uit, dan gaat een deurwaarder aan het werk. Die kosten betaalt u.",
        "U moet nu",
        "binnen 2 weken na de datum van deze brief",
        "NL00",
    ),
    (
        "kom kennismaken met de nieuwe wijkwethouder",
        "Donderdag 16 april 2026 is wethouder Smit bij u in de buurt. Loop tussen 15.00 en 17.00 uur "
        "binnen in de bibliotheek, Plein 2. De koffie staat klaar.",
        "Loop",
        "16 april 2026",
        "bibliotheek",
    ),
    (
        "uw bibliotheekboeken",
        "Wij wachten nog op 2 boeken die u hebt geleend. Breng ze deze week terug. Daarna kost elke dag € 0,25.",
        "Breng ze",
        "deze week",
        None,
    ),
    (
        "last onder dwangsom, hekwerk",
        "U hebt zonder vergunning een hek van 2 meter geplaatst. Dat is in strijd met het omgevingsplan."
        " Wij dragen u op het hek vóór 1 mei 2026 te verlagen tot 1 meter. Doet u dit niet, dan moet u €"
        " 1.000 betalen.",
        "hek vóór 1 mei 2026",
        "vóór 1 mei 2026",
        None,
    ),
    (
        "te veel ontvangen kinderopvangbijdrage",
        "Wij hebben u over januari € 210 te veel betaald. Dit bedrag vragen wij terug. Maak het voor 1 "
        "mei 2026 over op NL00 BANK 0123 4567 89. Kunt u dat niet ineens missen, bel dan voor een "
        "regeling.",
        "Maak het",
        "voor 1 mei 2026",
        "NL00",
    ),
    (
        "uw reactie op ons voorstel",
        "Vorige maand stuurden wij u een voorstel voor de grondruil. Wij hebben nog niets van u "
        "vernomen. Graag vernemen wij voor 1 april 2026 of u akkoord gaat. U kunt hiervoor het formulier"
        " gebruiken dat erbij zat.",
        "Graag vernemen",
        "voor 1 april 2026",
        "formulier",
    ),
    (
        "vragenlijst mantelzorg",
        "Als mantelzorger weet u wat er beter kan. Wilt u ons helpen door de vragenlijst in te vullen? U"
        " vindt hem op zandwijk.nl/mantelzorg. Invullen kan tot en met 31 maart 2026.",
        "vragenlijst",
        "31 maart 2026",
        "zandwijk.nl/mantelzorg",
    ),
    (
        "uw aanvraag ontheffing",
        "Uw aanvraag voldoet nog niet aan de indieningsvereisten. Ik stel u in de gelegenheid om binnen "
        "vier weken na verzending van dit schrijven alsnog de volgende bescheiden over te leggen: een "
        "situatieschets en een kopie van het kentekenbewijs. U kunt de bescheiden richten aan het "
        "college, Postbus 12, 3840 AB Zandwijk. Indien de gegevens niet tijdig zijn ontvangen, zal de "
        "aanvraag buiten behandeling worden gesteld.",
        "gelegenheid",
        "binnen vier weken na verzending van dit schrijven",
        "Postbus 12",
    ),
    (
        "aanmaning precariobelasting",
        "Ik sommeer u het nog verschuldigde bedrag ad € 212,00 binnen veertien dagen na dagtekening "
        "dezes te voldoen door overmaking op rekeningnummer NL00 BANK 0123 4567 89. Bij niet-tijdige "
        "betaling zal tot dwanginvordering worden overgegaan.",
        "sommeer",
        "binnen veertien dagen na dagtekening",
        "NL00",
    ),
    (
        "factuur begrafenisrechten",
        "Wij verzoeken u beleefd zorg te dragen voor betaling van € 640,00 vóór 15 april 2026, onder "
        "vermelding van factuurnummer 26-0090, op rekening NL00 BANK 0123 4567 89.",
        "zorg te dragen",
        "vóór 15 april 2026",
        "NL00",
    ),
    (
        "inlevering jaarrekening",
        "Bij brief van 12 januari 2026 hebben wij u verzocht de jaarrekening over te leggen. Tot op "
        "heden hebben wij deze niet mogen ontvangen. Derhalve verzoeken wij u dit alsnog te doen vóór 1 "
        "april 2026. Toezending kan geschieden per e-mail: subsidies@zandwijk.nl.",
        "verzoeken wij u dit alsnog",
        "vóór 1 april 2026",
        "subsidies@zandwijk.nl",
    ),
    (
        "last onder bestuursdwang",
        "Geconstateerd is dat u een caravan zonder ontheffing op de openbare weg heeft geplaatst, in "
        "strijd met artikel 5:6 van de APV. Wij gelasten u de caravan uiterlijk op 20 april 2026 te "
        "verwijderen en verwijderd te houden. Geeft u hieraan geen gevolg, dan zullen wij de caravan op "
        "uw kosten doen verwijderen.",
        "caravan",
        "uiterlijk op 20 april 2026",
        None,
    ),
    (
        "terugvordering bijstand",
        "Gebleken is dat u over februari 2026 ten onrechte een bedrag van € 512,30 heeft ontvangen. Dit "
        "bedrag wordt van u teruggevorderd. U dient het bedrag binnen zes weken na verzending van deze "
        "beschikking terug te betalen op NL00 BANK 0123 4567 89. Blijft betaling achterwege, dan wordt "
        "het bedrag verrekend met uw uitkering.",
        "terug te betalen",
        "binnen zes weken na verzending van deze beschikking",
        "NL00",
    ),
    (
        "oproep taxatie",
        "Onze taxateur zal uw woning op woensdag 15 april 2026 tussen 13.00 en 15.00 uur bezoeken. Wij "
        "verzoeken u alsdan aanwezig te zijn.",
        "aanwezig",
        "woensdag 15 april 2026",
        None,
    ),
    (
        "herinnering enquête",
        "Onlangs ontving u van ons een enquête. Mocht u die nog niet hebben ingevuld, dan verzoeken wij "
        "u dit vóór 21 maart 2026 te doen via zandwijk.nl/enquete.",
        "verzoeken wij u",
        "vóór 21 maart 2026",
        "zandwijk.nl/enquete",
    ),
]
"""Subject, body, and words of what is asked, when and how."""
ASKS_NOTHING = [
    (
        "uw rekening voor de marktkraam",
        "De rekening voor het eerste kwartaal bedraagt € 212,50. Het bedrag wordt op 1 april 2026 van uw"
        " rekening afgeschreven. U hoeft niets te doen.",
    ),
    (
        "verkiezingen",
        "Op woensdag 18 maart 2026 kunt u stemmen. Neem uw stempas en identiteitsbewijs mee. Bewaar deze brief.",
    ),
    (
        "werk aan de Dorpsstraat",
        "Vanaf maandag 6 april 2026 werken wij in uw straat. Houd rekening met lawaai. Sluit uw ramen "
        "als u last hebt van stof. De bushalte vervalt tot 1 mei 2026.",
    ),
    (
        "uw melding",
        "Dank voor uw melding. Wij lossen het probleem binnen 2 weken op. Ziet u nog meer kapotte "
        "lampen? Meld dat dan op zandwijk.nl/melden.",
    ),
    (
        "uw bezwaar",
        "Wij hebben uw bezwaar ontvangen op 2 maart 2026. U hoeft nu niets te doen. Wij nemen uiterlijk "
        "15 mei 2026 een besluit. Wilt u uw bezwaar toelichten? Dan kan dat op een hoorzitting.",
    ),
    ("zwembad", "Het zwembad is van 6 april tot en met 1 juni 2026 dicht. Uw abonnement loopt langer door."),
    (
        "verhuizing van ons loket",
        "Vanaf 1 mei 2026 vindt u ons op de Markt 4. Let op: het oude adres is dan dicht. Noteer het nieuwe adres.",
    ),
    (
        "toekenning hulp bij het huishouden",
        "U krijgt 3 uur hulp per week. De hulp begint op 6 april 2026. Verandert er iets in uw situatie?"
        " Geef dat dan binnen 2 weken door.",
    ),
    (
        "uw woning",
        "Op grond van ons onderzoek stellen wij u in de gelegenheid om vóór 1 mei 2026 uw zienswijze te geven.",
    ),
    ("huurder gezocht", "Bewoners die willen meedoen, kunnen zich tot 1 mei 2026 aanmelden via buurt@zandwijk.nl."),
    (
        "uw container",
        "Uw container moet op de ophaaldag voor 7.30 uur buiten staan. De kalender vindt u op zandwijk.nl.",
    ),
    (
        "wij snoeien de bomen",
        "In week 15 snoeien wij de bomen in uw straat. Dat duurt één dag. U hoeft niets te doen. De "
        "takken nemen wij mee.",
    ),
    (
        "uw mail over de speeltuin",
        "U vroeg of de schommel terugkomt. Dat gaat lukken. Wij plaatsen hem in week 18. Ik mail u een "
        "week van tevoren de precieze dag.",
    ),
    (
        "nieuw paspoortloket",
        "Vanaf 1 mei 2026 zit het paspoortloket op een andere plek. Maak vooraf altijd een afspraak. Dat"
        " kan op zandwijk.nl of via 14 0396.",
    ),
    (
        "u krijgt een traplift",
        "U krijgt een traplift. Dat hebben wij besloten na het gesprek op 2 februari. Firma LiftGoed "
        "belt u uiterlijk 20 maart 2026 om een afspraak te maken. U betaalt een eigen bijdrage van € 21 "
        "per maand.",
    ),
    (
        "wij hebben uw aanvraag gekregen",
        "Op 1 maart 2026 kregen wij uw aanvraag voor bijstand. Wij zoeken nu uit of u daar recht op "
        "hebt. Dat duurt maximaal 8 weken. U krijgt dus uiterlijk 26 april een besluit. Geef "
        "veranderingen in uw situatie meteen door.",
    ),
    (
        "wij hebben meer tijd nodig",
        "Het lukt ons niet om vóór 15 maart op uw aanvraag te beslissen. De welstandscommissie moet nog "
        "advies geven. Wij beslissen nu uiterlijk 26 april 2026.",
    ),
    (
        "ons besluit op uw bezwaar",
        "U maakte bezwaar tegen de weigering van uw uitweg. Wij geven u gelijk. U krijgt de vergunning alsnog.",
    ),
    (
        "stemmen met een volmacht",
        "Kunt u op 18 maart 2026 niet zelf stemmen? Dan mag iemand anders dat voor u doen. Vul de "
        "achterkant van uw stempas in.",
    ),
    (
        "uw aanvraag omgevingsvergunning",
        "Ingevolge artikel 16.64 van de Omgevingswet besluiten wij de beslistermijn met zes weken te "
        "verlengen. De nieuwe datum waarop uiterlijk op uw aanvraag wordt beslist is 11 mei 2026.",
    ),
    (
        "ontvangst bezwaarschrift",
        "Hierbij bevestigen wij de goede ontvangst van uw bezwaarschrift d.d. 20 februari 2026. Wij "
        "zullen u te zijner tijd uitnodigen voor een hoorzitting. Op uw bezwaar wordt beslist binnen "
        "twaalf weken na afloop van de bezwaartermijn.",
    ),
    (
        "aansluiting riolering",
        "Naar aanleiding van uw brief van 3 februari bericht ik u dat de aansluiting in de maand mei zal"
        " worden gerealiseerd. De kosten komen voor rekening van de gemeente.",
    ),
    (
        "toekenning leerlingenvervoer",
        "Naar aanleiding van uw aanvraag delen wij u mede dat wij hebben besloten uw zoon voor het "
        "schooljaar 2026-2027 in aanmerking te brengen voor taxivervoer. De vervoerder zal uiterlijk een"
        " week voor aanvang van het schooljaar contact met u opnemen.",
    ),
    (
        "uw verzoek om planschade",
        "Wij hebben besloten niet aan uw verzoek tegemoet te komen. Op grond van het advies van de "
        "schadecommissie is van een nadeliger positie geen sprake.",
    ),
]
SORTS = [
    (
        "herstelverzuim",
        "wij hebben nog foto's van u nodig",
        "Voor uw schadeclaim missen we foto's van de fiets. Stuur er minstens 3 mee vóór 20 maart 2026. "
        "U kunt ze appen naar 06 12 34 56 78. Hebben we op 20 maart niets, dan leggen wij uw claim weg.",
    ),
    (
        "herstelverzuim",
        "aanvulling aanvraag",
        "Uw aanvraag is nog niet volledig. Wij verzoeken u de ontbrekende verklaring uiterlijk 24 maart "
        "2026 alsnog te overleggen, per e-mail aan wmo@zandwijk.nl dan wel per post. Bij uitblijven "
        "daarvan wordt de aanvraag buiten behandeling gelaten.",
    ),
    (
        "betalingsverzoek",
        "factuur huur dorpshuis",
        "Hierbij ontvangt u de factuur voor de huur van de grote zaal. Het verschuldigde bedrag is € "
        "180. De betaling zien wij graag vóór 1 april 2026 tegemoet op NL00 BANK 0123 4567 89, onder "
        "vermelding van 2026-18.",
    ),
    (
        "aanmaning",
        "aanmaning",
        "U hebt op onze herinnering niet gereageerd. U moet nu € 54 betalen, en wel binnen 2 weken na de"
        " datum van deze brief. Doe dat op rekening NL00 BANK 0123 4567 89 met kenmerk 998877. Blijft uw"
        " betaling uit, dan gaat een deurwaarder aan het werk. Die kosten betaalt u.",
    ),
    (
        "uitnodiging",
        "kom kennismaken met de nieuwe wijkwethouder",
        "Donderdag 16 april 2026 is wethouder Smit bij u in de buurt. Loop tussen 15.00 en 17.00 uur "
        "binnen in de bibliotheek, Plein 2. De koffie staat klaar.",
    ),
    (
        "uitnodiging",
        "intakegesprek schuldhulp",
        "We willen graag met u praten over uw schulden. We hebben tijd voor u gereserveerd op maandag 13"
        " april 2026 om 10.00 uur, op het stadskantoor, kamer 2.14. Kom alstublieft, want zonder gesprek"
        " kunnen we u niet helpen.",
    ),
    (
        "herinnering",
        "uw bibliotheekboeken",
        "Wij wachten nog op 2 boeken die u hebt geleend. Breng ze deze week terug. Daarna kost elke dag € 0,25.",
    ),
    (
        "herinnering",
        "denk aan uw belastingaangifte",
        "Op 1 februari stuurden wij u een formulier. Dat hebben wij nog niet terug. Zou u het alsnog "
        "willen invullen en opsturen, liefst vóór 25 maart 2026? U kunt de antwoordenvelop gebruiken. "
        "Zonder formulier schatten wij het bedrag.",
    ),
    (
        "bewonersbrief",
        "wij snoeien de bomen",
        "In week 15 snoeien wij de bomen in uw straat. Dat duurt één dag. U hoeft niets te doen. De "
        "takken nemen wij mee.",
    ),
    (
        "brief",
        "uw mail over de speeltuin",
        "U vroeg of de schommel terugkomt. Dat gaat lukken. Wij plaatsen hem in week 18. Ik mail u een "
        "week van tevoren de precieze dag.",
    ),
    (
        "brief",
        "nieuw paspoortloket",
        "Vanaf 1 mei 2026 zit het paspoortloket op een andere plek. Maak vooraf altijd een afspraak. Dat"
        " kan op zandwijk.nl of via 14 0396.",
    ),
    (
        "beschikking-toekenning",
        "u krijgt een traplift",
        "U krijgt een traplift. Dat hebben wij besloten na het gesprek op 2 februari. Firma LiftGoed "
        "belt u uiterlijk 20 maart 2026 om een afspraak te maken. U betaalt een eigen bijdrage van € 21 "
        "per maand.",
    ),
    (
        "ontvangstbevestiging",
        "wij hebben uw aanvraag gekregen",
        "Op 1 maart 2026 kregen wij uw aanvraag voor bijstand. Wij zoeken nu uit of u daar recht op "
        "hebt. Dat duurt maximaal 8 weken. U krijgt dus uiterlijk 26 april een besluit. Geef "
        "veranderingen in uw situatie meteen door.",
    ),
    (
        "verlenging",
        "wij hebben meer tijd nodig",
        "Het lukt ons niet om vóór 15 maart op uw aanvraag te beslissen. De welstandscommissie moet nog "
        "advies geven. Wij beslissen nu uiterlijk 26 april 2026.",
    ),
    (
        "beschikking-handhaving",
        "last onder dwangsom, hekwerk",
        "U hebt zonder vergunning een hek van 2 meter geplaatst. Dat is in strijd met het omgevingsplan."
        " Wij dragen u op het hek vóór 1 mei 2026 te verlagen tot 1 meter. Doet u dit niet, dan moet u €"
        " 1.000 betalen.",
    ),
    (
        "beschikking-terugvordering",
        "te veel ontvangen kinderopvangbijdrage",
        "Wij hebben u over januari € 210 te veel betaald. Dit bedrag vragen wij terug. Maak het voor 1 "
        "mei 2026 over op NL00 BANK 0123 4567 89. Kunt u dat niet ineens missen, bel dan voor een "
        "regeling.",
    ),
    (
        "beslissing-op-bezwaar",
        "ons besluit op uw bezwaar",
        "U maakte bezwaar tegen de weigering van uw uitweg. Wij geven u gelijk. U krijgt de vergunning alsnog.",
    ),
    (
        "brief",
        "stemmen met een volmacht",
        "Kunt u op 18 maart 2026 niet zelf stemmen? Dan mag iemand anders dat voor u doen. Vul de "
        "achterkant van uw stempas in.",
    ),
    (
        "herinnering",
        "uw reactie op ons voorstel",
        "Vorige maand stuurden wij u een voorstel voor de grondruil. Wij hebben nog niets van u "
        "vernomen. Graag vernemen wij voor 1 april 2026 of u akkoord gaat. U kunt hiervoor het formulier"
        " gebruiken dat erbij zat.",
    ),
    (
        "brief",
        "vragenlijst mantelzorg",
        "Als mantelzorger weet u wat er beter kan. Wilt u ons helpen door de vragenlijst in te vullen? U"
        " vindt hem op zandwijk.nl/mantelzorg. Invullen kan tot en met 31 maart 2026.",
    ),
    (
        "herstelverzuim",
        "uw aanvraag ontheffing",
        "Uw aanvraag voldoet nog niet aan de indieningsvereisten. Ik stel u in de gelegenheid om binnen "
        "vier weken na verzending van dit schrijven alsnog de volgende bescheiden over te leggen: een "
        "situatieschets en een kopie van het kentekenbewijs. U kunt de bescheiden richten aan het "
        "college, Postbus 12, 3840 AB Zandwijk. Indien de gegevens niet tijdig zijn ontvangen, zal de "
        "aanvraag buiten behandeling worden gesteld.",
    ),
    (
        "aanmaning",
        "aanmaning precariobelasting",
        "Ik sommeer u het nog verschuldigde bedrag ad € 212,00 binnen veertien dagen na dagtekening "
        "dezes te voldoen door overmaking op rekeningnummer NL00 BANK 0123 4567 89. Bij niet-tijdige "
        "betaling zal tot dwanginvordering worden overgegaan.",
    ),
    (
        "betalingsverzoek",
        "factuur begrafenisrechten",
        "Wij verzoeken u beleefd zorg te dragen voor betaling van € 640,00 vóór 15 april 2026, onder "
        "vermelding van factuurnummer 26-0090, op rekening NL00 BANK 0123 4567 89.",
    ),
    (
        "herinnering",
        "inlevering jaarrekening",
        "Bij brief van 12 januari 2026 hebben wij u verzocht de jaarrekening over te leggen. Tot op "
        "heden hebben wij deze niet mogen ontvangen. Derhalve verzoeken wij u dit alsnog te doen vóór 1 "
        "april 2026. Toezending kan geschieden per e-mail: subsidies@zandwijk.nl.",
    ),
    (
        "beschikking-handhaving",
        "last onder bestuursdwang",
        "Geconstateerd is dat u een caravan zonder ontheffing op de openbare weg heeft geplaatst, in "
        "strijd met artikel 5:6 van de APV. Wij gelasten u de caravan uiterlijk op 20 april 2026 te "
        "verwijderen en verwijderd te houden. Geeft u hieraan geen gevolg, dan zullen wij de caravan op "
        "uw kosten doen verwijderen.",
    ),
    (
        "beschikking-terugvordering",
        "terugvordering bijstand",
        "Gebleken is dat u over februari 2026 ten onrechte een bedrag van € 512,30 heeft ontvangen. Dit "
        "bedrag wordt van u teruggevorderd. U dient het bedrag binnen zes weken na verzending van deze "
        "beschikking terug te betalen op NL00 BANK 0123 4567 89. Blijft betaling achterwege, dan wordt "
        "het bedrag verrekend met uw uitkering.",
    ),
    (
        "verlenging",
        "uw aanvraag omgevingsvergunning",
        "Ingevolge artikel 16.64 van de Omgevingswet besluiten wij de beslistermijn met zes weken te "
        "verlengen. De nieuwe datum waarop uiterlijk op uw aanvraag wordt beslist is 11 mei 2026.",
    ),
    (
        "ontvangstbevestiging",
        "ontvangst bezwaarschrift",
        "Hierbij bevestigen wij de goede ontvangst van uw bezwaarschrift d.d. 20 februari 2026. Wij "
        "zullen u te zijner tijd uitnodigen voor een hoorzitting. Op uw bezwaar wordt beslist binnen "
        "twaalf weken na afloop van de bezwaartermijn.",
    ),
    (
        "bewonersbrief",
        "verkeersmaatregelen",
        "In verband met asfalteringswerkzaamheden zal de Dorpsweg van 13 tot en met 17 april 2026 voor "
        "alle verkeer zijn afgesloten. Bewoners worden verzocht hun voertuigen voor aanvang van de "
        "werkzaamheden te verwijderen. Na 13 april aangetroffen voertuigen worden verwijderd.",
    ),
    (
        "brief",
        "aansluiting riolering",
        "Naar aanleiding van uw brief van 3 februari bericht ik u dat de aansluiting in de maand mei zal"
        " worden gerealiseerd. De kosten komen voor rekening van de gemeente.",
    ),
    (
        "beschikking-toekenning",
        "toekenning leerlingenvervoer",
        "Naar aanleiding van uw aanvraag delen wij u mede dat wij hebben besloten uw zoon voor het "
        "schooljaar 2026-2027 in aanmerking te brengen voor taxivervoer. De vervoerder zal uiterlijk een"
        " week voor aanvang van het schooljaar contact met u opnemen.",
    ),
    (
        "beschikking-afwijzing",
        "uw verzoek om planschade",
        "Wij hebben besloten niet aan uw verzoek tegemoet te komen. Op grond van het advies van de "
        "schadecommissie is van een nadeliger positie geen sprake.",
    ),
    (
        "uitnodiging",
        "oproep taxatie",
        "Onze taxateur zal uw woning op woensdag 15 april 2026 tussen 13.00 en 15.00 uur bezoeken. Wij "
        "verzoeken u alsdan aanwezig te zijn.",
    ),
    (
        "herinnering",
        "herinnering enquête",
        "Onlangs ontving u van ons een enquête. Mocht u die nog niet hebben ingevuld, dan verzoeken wij "
        "u dit vóór 21 maart 2026 te doen via zandwijk.nl/enquete.",
    ),
]
DUE = [
    ("Uiterlijk 1 mei 2026 hoort u of u de woning krijgt.", 1, [("Uiterlijk 1 mei 2026", "gemeente")]),
    ("U mag binnen 8 weken een beslissing van ons verwachten.", 1, [("binnen 8 weken", "gemeente")]),
    ("Binnen 3 werkdagen nadat wij uw papieren hebben, bellen wij u.", 1, [("Binnen 3 werkdagen", "gemeente")]),
    ("De uitslag krijgt u eind april per post.", 1, [("eind april", "gemeente")]),
    ("Eind mei sturen wij alle deelnemers een verslag.", 1, [("Eind mei", "gemeente")]),
    ("Uw nieuwe pas wordt vóór 1 juni bij u thuisbezorgd.", 1, [("vóór 1 juni", "gemeente")]),
    ("Onze medewerker neemt volgende week contact met u op.", 1, [("volgende week", "gemeente")]),
    ("De werkzaamheden duren tot en met 5 juni 2026.", 0, []),
    ("De markt is van 1 april tot en met 30 september elke zaterdag open.", 0, []),
    ("Uw vergunning is geldig tot en met 31 december 2027.", 0, []),
    ("De nieuwe regels gelden vanaf 1 juli 2026.", 0, []),
    ("U krijgt vanaf 1 juli € 40 per maand.", 0, []),
    ("Op 1 juli 2026 gaat de nieuwe bibliotheek open.", 0, []),
    ("Op 3 maart vroeg u een uitkering aan.", 0, []),
    ("Het advies van de GGD verwachten wij in april.", 0, []),
    ("De gemeenteraad neemt op 24 juni 2026 een besluit over het plan.", 0, []),
    ("Wij houden u op de hoogte.", 0, []),
    ("Zodra het besluit genomen is, sturen wij u dat toe.", 0, []),
    ("Wij gaan zorgvuldig met uw gegevens om.", 0, []),
    ("U kunt tot 1 mei 2026 reageren op het plan.", 0, [("tot 1 mei 2026", "lezer")]),
    ("Tot uiterlijk 1 mei 2026 kunt u uw mening geven via zandwijk.nl.", 0, [("uiterlijk 1 mei 2026", "lezer")]),
    ("Aanmelden kan tot en met 12 april.", 0, [("tot en met 12 april", "lezer")]),
    ("Reageer voor het einde van de maand.", 0, [("voor het einde van de maand", "lezer")]),
    ("Het formulier moet op 3 april bij ons binnen zijn.", 0, [("3 april", "lezer")]),
    ("Binnen een maand na de verhuizing moet u zich inschrijven.", 0, [("Binnen een maand na de verhuizing", "lezer")]),
    ("Wij zorgen ervoor dat de lamp vóór vrijdag 20 maart is gemaakt.", 1, [("vóór vrijdag 20 maart", "gemeente")]),
    ("Ik kom graag bij u langs op dinsdag 7 april.", 1, [("op dinsdag 7 april", "gemeente")]),
    ("Het geld staat uiterlijk 15 april op uw rekening.", 1, [("uiterlijk 15 april", "gemeente")]),
    ("U ontvangt de rekening half april.", 1, [("half april", "gemeente")]),
    ("Wij streven ernaar om uw aanvraag vóór 1 juni te behandelen.", 1, [("vóór 1 juni", "gemeente")]),
    ("In mei beginnen wij met planten.", 1, [("In mei", "gemeente")]),
    ("De verhuizer belt u een week van tevoren.", 1, [("een week van tevoren", "gemeente")]),
    ("U had uiterlijk 1 februari 2026 moeten betalen.", 0, []),
    ("Wij vroegen u om vóór 1 februari 2026 te reageren.", 0, []),
    ("De aanslag had u vóór 31 januari 2026 moeten voldoen.", 0, []),
    ("Uw bezwaar is te laat: de termijn eindigde op 2 februari 2026.", 0, []),
    ("De bus rijdt tot 1 mei om.", 0, []),
    ("U kunt tot 1 mei niet in de straat parkeren.", 0, []),
    ("Parkeren is gratis tot 1 mei 2026.", 0, []),
    ("Wij werken van 7.00 tot 16.00 uur en zijn op 3 april klaar.", 0, []),
    ("Haal uw fiets op vóór maandag 6 april, 9.00 uur.", 0, [("vóór maandag 6 april, 9.00 uur", "lezer")]),
    ("Laat het ons uiterlijk woensdag weten.", 0, [("uiterlijk woensdag", "lezer")]),
    ("Wij zullen de schade aan uw muur in week 20 herstellen.", 1, [("in week 20", "gemeente")]),
    ("Uw klacht wordt door onze klachtencoördinator binnen 6 weken afgehandeld.", 1, [("binnen 6 weken", "gemeente")]),
    ("U krijgt bericht van het CAK over de eigen bijdrage.", 0, []),
    ("Het besluit ligt tot en met 14 april ter inzage in het gemeentehuis.", 0, []),
    ("Wij komen hier uiterlijk in juni bij u op terug.", 1, [("uiterlijk in juni", "gemeente")]),
]
"""A sentence, the number of promises in it, and the words of its deadlines with who must act."""


@pytest.mark.parametrize(("subject", "body", "what", "when", "how"), ASKS)
def test_what_is_asked_before_when_and_how(
    subject: str, body: str, what: str, when: str | None, how: str | None, analyser: Analyser
) -> None:
    action = read(letter(body, subject=subject), analyser).action
    assert action is not None
    assert what in action.what.text
    assert when is None or (action.when is not None and when.lower() in action.when.text.lower())
    assert how is None or (action.how is not None and how in action.how.text)


@pytest.mark.parametrize(("subject", "body"), ASKS_NOTHING)
def test_a_letter_that_informs_asks_nothing(subject: str, body: str, analyser: Analyser) -> None:
    assert read(letter(body, subject=subject), analyser).action is None


@pytest.mark.parametrize(("sort", "subject", "body"), SORTS)
def test_the_sort_of_letter(sort: str, subject: str, body: str, analyser: Analyser) -> None:
    assert read(letter(body, subject=subject), analyser).type.type.value == sort


@pytest.mark.parametrize(("sentence", "promises", "due"), DUE)
def test_promises_and_deadlines(sentence: str, promises: int, due: list[tuple[str, str]], analyser: Analyser) -> None:
    found = read(letter(sentence, subject="uw brief over de Dorpsstraat"), analyser, type=DocumentType.LETTER)
    assert len(found.promises) == promises
    assert [one.whom for one in found.deadlines] == [whom for _, whom in due]
    assert all(words in one.passage.text for one, (words, _) in zip(found.deadlines, due, strict=True))
