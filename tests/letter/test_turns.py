"""Turns of speech that fresh letters brought, by their cause: each in other words than in those letters."""

from __future__ import annotations

import pytest

from b1check import Checker
from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .june import june
from .letters import read

_T = DocumentType
OBJECT = (
    "Belanghebbenden kunnen binnen zes weken na de dag van verzending bezwaar maken bij het college van burgemeester en"
    " wethouders, Postbus 10, 1234 AB Waterdam."
)

ASKED: list[tuple[str, str, DocumentType | None, str]] = [
    # a day that opens a sentence is no order
    (
        "works",
        "Woensdag 10 juni maaien wij het veld. U moet uw tent vóór 9 juni 2026 weghalen.",
        _T.STREET_LETTER,
        "tent",
    ),
    (
        "works",
        "Vrijdag 12 juni komt de kraan. Zet uw auto vóór 8.00 uur ergens anders.",
        _T.STREET_LETTER,
        "Zet uw auto",
    ),
    (
        "works",
        "Maandag 8 juni vegen wij de stoep. Haal uw fiets vóór 7 juni 2026 weg.",
        _T.STREET_LETTER,
        "Haal uw fiets",
    ),
    # a thing that must be somewhere by a day
    ("refund", "De € 80 dient op 1 juli 2026 op rekening NL00 BANK 0123 4567 89 te staan.", _T.RECLAIM, "€ 80"),
    ("refund", "Het geld moet op 3 juli 2026 op onze rekening staan.", _T.RECLAIM, "Het geld"),
    ("refund", "Het volledige bedrag hoort op 6 juli 2026 bij ons te zijn.", _T.RECLAIM, "bedrag"),
    # the municipality would like to hear
    ("choice", "Wij geven u de keus en horen graag vóór 20 juni 2026 welke dag u wilt.", None, "horen graag"),
    ("choice", "Ik stuur u drie kleuren mee en hoor graag uiterlijk 20 juni 2026 welke u kiest.", None, "hoor graag"),
    ("choice", "Wij hebben twee plekken en horen graag uiterlijk 12 juni 2026 waar u wilt staan.", None, "horen graag"),
    # to register comes first where the places are few
    (
        "feest",
        "Wij nodigen u uit voor het oogstfeest op 20 juni 2026. Er is beperkt plaats. Meld u vóór 12 juni aan.",
        _T.INVITATION,
        "Meld u",
    ),
    (
        "feest",
        "Kom op 20 juni 2026 naar de proeverij. Meld u uiterlijk 12 juni 2026 aan, want vol is vol.",
        _T.INVITATION,
        "Meld u",
    ),
    (
        "feest",
        "U bent welkom op de excursie van 20 juni 2026. Laat vóór 12 juni weten of u komt. Doet u dat niet, dan geven"
        " wij uw plek weg.",
        _T.INVITATION,
        "Laat vóór 12 juni",
    ),
    # what the municipality wants itself asks nothing
    (
        "de kade",
        "Wij willen de kade autovrij maken. Uw mening horen wij graag, uiterlijk 12 juni 2026.",
        None,
        "Uw mening",
    ),
    ("het plein", "Wij willen de markt verplaatsen. Stuur ons uw idee vóór 12 juni 2026.", None, "Stuur ons"),
    ("de haven", "Wij willen u helpen. Lever uw plan in vóór 12 juni 2026.", None, "Lever uw plan in"),
    # the last day as a noun, and a need of the municipality
    ("uw pas", "De uiterste datum om uw pas op te halen is 12 juni 2026.", None, "uiterste datum"),
    ("uw plan", "De laatste dag om uw plan in te dienen is vrijdag 12 juni 2026.", None, "laatste dag"),
    ("uw foto", "Het is van belang dat wij uw foto vóór 12 juni 2026 krijgen.", _T.MISSING_PAPERS, "van belang"),
    # an order for the day on which somebody comes
    ("controle", "Op 20 juni komen wij de kachel keuren. Zet het luik dan open.", None, "Zet het luik"),
    ("meting", "Op dinsdag 9 juni meten wij het geluid. Haal de hond dan naar binnen.", None, "Haal de hond"),
    # a payment that is told as a wish, before how to pay
    (
        "rekening",
        "De kosten zijn € 40. Wij zien uw betaling graag uiterlijk 12 juni 2026 tegemoet. Maak het bedrag over op NL00"
        " BANK 0123 4567 89.",
        _T.DEMAND,
        "uw betaling",
    ),
]
"""Subject, body, sort (None when guessed) and words of what is asked."""


@pytest.mark.parametrize(("subject", "body", "sort", "what"), ASKED)
def test_what_is_asked(subject: str, body: str, sort: DocumentType | None, what: str, analyser: Analyser) -> None:
    action = june(body, analyser, subject=subject, type=sort).action
    assert action is not None
    assert what in action.what.text
    assert action.when is not None


OTHERWISE = [
    # "je" behind a verb can be who leaves it undone
    ("Stuur je kaart vóór 12 juni 2026 terug. Doe je dat niet, dan vervalt je plek.", "vervalt je plek"),
    ("Lever je pas uiterlijk 12 juni 2026 in. Doe je het niet, dan betaal je € 10.", "betaal je"),
    ("Haal je fiets vóór 12 juni 2026 weg. Haal je hem niet weg, dan nemen wij hem mee.", "nemen wij hem mee"),
    # with "zijn" and "is" in front
    ("Stuur ons uw foto's vóór 12 juni 2026. Zijn de foto's er dan niet, dan stopt uw aanvraag.", "stopt uw aanvraag"),
    ("Ruim uw tuin op vóór 12 juni 2026. Is de tuin dan niet schoon, dan betaalt u een boete.", "een boete"),
    ("Lever uw plannen in vóór 12 juni 2026. Zijn ze er niet, dan beslissen wij zonder uw plannen.", "beslissen wij"),
    # "anders" behind an order, "zo niet", "zonder", and a price for every day
    (
        "Kom op dinsdag 9 juni 2026 om 10.00 uur. Kunt u niet? Bel dan, anders geven wij uw plek weg.",
        "geven wij uw plek",
    ),
    ("Snoei uw heg vóór 12 juni 2026. Op 15 juni kijken wij. Zo niet, dan doen wij het.", "dan doen wij het"),
    ("Betaal de huur vóór 12 juni 2026. Zonder betaling ruimen wij het graf.", "ruimen wij"),
    ("Lever de sleutel in vóór 12 juni 2026. Voor elke dag later betaalt u € 5.", "betaalt u € 5"),
    # a question with "als"
    ("Zet uw auto vóór 12 juni 2026 weg. Wat als er toch nog iets staat? Dan slepen wij het weg.", "slepen wij"),
]


@pytest.mark.parametrize(("body", "words"), OTHERWISE)
def test_what_happens_if_not(body: str, words: str, analyser: Analyser) -> None:
    action = june(body, analyser).action
    assert action is not None
    assert action.otherwise is not None
    assert words in action.otherwise.text


@pytest.mark.parametrize("weather", ["Regent het dan", "Vriest het nog", "Waait het te hard"])
def test_weather_is_no_neglect(weather: str, analyser: Analyser) -> None:
    action = june(f"Haal uw boot vóór 12 juni 2026 weg. {weather}, dan komen wij later.", analyser).action
    assert action is not None
    assert action.otherwise is None


NO_PROMISES = [
    # news for many
    (_T.STREET_LETTER, "Op dinsdag 9 juni planten wij linden langs de singel."),
    (_T.STREET_LETTER, "In de week van 8 juni 2026 schilderen wij de brug."),
    (_T.INVITATION, "Op zaterdag 13 juni openen wij het nieuwe speelveld. Kom ook."),
    (_T.STREET_LETTER, "Wij hangen in juli kasten voor zwaluwen aan de gevel van uw flat."),
    (_T.STREET_LETTER, "Wij leggen een nieuw riool aan."),
    # the reader says when
    (None, "Onze monteur vervangt de meter. U kiest zelf een dag."),
    # what is done together at a meeting
    (_T.INVITATION, "Wij praten op 12 juni 2026 met u. Wij zoeken dan samen een oplossing."),
    # an order, and what a decision lasts
    (None, "Laat ons vóór 12 juni 2026 weten wanneer u komt en wat u meebrengt."),
    (None, "Meld ons vóór 12 juni 2026 of uw kind meedoet."),
    (None, "De vergunning geldt op 13 juni 2026 van 9 tot 12 uur."),
]


@pytest.mark.parametrize(("sort", "body"), NO_PROMISES)
def test_news_and_orders_are_no_promises(sort: DocumentType | None, body: str, analyser: Analyser) -> None:
    assert june(body, analyser, type=sort, greeting="Beste bewoner,").promises == ()


@pytest.mark.parametrize(
    "body",
    [
        "Op dinsdag 9 juni brengen wij u een nieuwe bak.",
        "Uw nieuwe pas komt in de week van 8 juni 2026 per post.",
        "De sleutel komt op 9 juni 2026 naar u toe.",
        "Uiterlijk 12 juni 2026 is het werk klaar en halen wij de hekken weg.",
        "Op donderdag 11 juni 2026 laten wij u weten wanneer wij verder gaan.",
    ],
)
def test_what_is_for_the_reader_stays_a_promise(body: str, analyser: Analyser) -> None:
    assert june(body, analyser, type=_T.STREET_LETTER).promises


SORTS = [
    (_T.RECLAIM, "te veel gekregen toeslag", "U kreeg € 30 te veel. Dat geld moet u terugbetalen vóór 12 juni 2026."),
    (
        _T.DEMAND,
        "kosten van een sleutel",
        "Een sleutel kost € 35. Maak dat vóór 12 juni over op NL00 BANK 0123 4567 89.",
    ),
    (_T.DEMAND, "plek op de kermis", "Uw plek kost € 90. Maak dit bedrag over op rekening NL00 BANK 0123 4567 89."),
    (_T.REMINDER, "uw rijbewijs", "Sinds 3 april ligt uw rijbewijs bij ons klaar. Haal het vóór 3 juli 2026 op."),
    (_T.REMINDER, "denk aan de schoolkeuze", "U gaf nog geen school door. Doe dat vóór 15 juni 2026."),
    (
        _T.MISSING_PAPERS,
        "uw aanvraag",
        "Wij hebben uw aanvraag. Het loonstrookje zat er niet bij. Stuur dat vóór 12 juni.",
    ),
    (
        _T.EXTENSION,
        "uitstel van ons antwoord",
        "U zou vandaag ons antwoord krijgen. Dat lukt niet. U krijgt het 9 juli.",
    ),
    (_T.STREET_LETTER, "uw boot aan de kade", "Wij vernieuwen de kade. Haal uw boot weg vóór 12 juni 2026."),
    (_T.INVITATION, "prijs voor uw tuin", "De wethouder nodigt je uit voor de prijsuitreiking op 12 juni 2026."),
    (_T.INVITATION, "de nieuwe sporthal", "Uw club is uitgenodigd voor de opening op 12 juni 2026 om 15.00 uur."),
    (_T.INVITATION, "doe mee met de vogeltelling", "Op zaterdag 13 juni tellen we vogels in het park."),
    (
        _T.MISSING_PAPERS,
        "uw aanvraag voor een kiosk",
        "Er ontbreken twee stukken bij uw aanvraag. Mail ze vóór 12 juni 2026.",
    ),
    (_T.MISSING_PAPERS, "er mist iets bij uw aanvraag", "Stuur ons vóór 12 juni 2026 een tekening."),
    (
        _T.MISSING_PAPERS,
        "uw aanvraag is nog niet af",
        "Er mist nog een foto bij uw aanvraag. Mail die vóór 12 juni 2026.",
    ),
]


@pytest.mark.parametrize(("sort", "subject", "body"), SORTS)
def test_sort(sort: DocumentType, subject: str, body: str, analyser: Analyser) -> None:
    greeting = "Beste booteigenaar," if sort is _T.STREET_LETTER else "Beste mevrouw Bakker,"
    assert june(body, analyser, subject=subject, greeting=greeting).type.type is sort


DECIDED = [
    (_T.GRANT, "uw aanvraag voor een laadpaal", "Er komt een laadpaal voor uw deur."),
    (_T.GRANT, "uw aanvraag parkeerplaats", "Uw aanvraag is in orde. De parkeerplaats komt er."),
    (_T.GRANT, "uw verzoek om een boom", "U vroeg om een boom voor uw huis. De boom wordt in maart geplant."),
    (
        _T.REJECTION,
        "vergoeding gaat omlaag",
        "U krijgt vanaf 1 juli 2026 € 80 minder voor de opvang, want u werkt minder.",
    ),
    (_T.REJECTION, "uw toeslag wordt lager", "Vanaf 1 juli 2026 wordt uw toeslag lager, want u verdient meer."),
    (_T.ENFORCEMENT, "boete voor uw hond", "U liet uw hond los op het strand. Daarom krijgt u een boete van € 100."),
]


@pytest.mark.parametrize(("sort", "subject", "body"), DECIDED)
def test_sort_of_a_decision(sort: DocumentType, subject: str, body: str, analyser: Analyser) -> None:
    assert june(f"{body}\n\n{OBJECT}", analyser, subject=subject).type.type is sort


@pytest.mark.parametrize("many", ["Aan de inwoners van Oudeveen", "Aan alle bewoners van de Dijk", "Aan de winkeliers"])
def test_an_address_for_many_makes_a_street_letter(many: str, analyser: Analyser) -> None:
    text = f"""Gemeente Waterdam
{many}

Datum: 1 juni 2026
Onderwerp: nieuwe bankjes

Beste lezer,

Wij zetten drie bankjes neer langs het water.

Met vriendelijke groet,

P. de Boer
"""
    assert read(text, analyser).type.type is _T.STREET_LETTER


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Bezwaar maken kan. U heeft daarvoor zes weken, vanaf morgen.", "zes weken"),
        ("U wilt reageren. U krijgt daarvoor 14 dagen vanaf de datum van deze brief.", "14 dagen"),
        ("U mag een plan indienen. Hiervoor geldt een regel. U hebt hiervoor 3 weken na vandaag.", "3 weken"),
    ],
)
def test_time_for_something_is_a_deadline(body: str, words: str, analyser: Analyser) -> None:
    assert any(words in due.passage.text for due in june(body, analyser).deadlines)


@pytest.mark.parametrize(
    "body",
    [
        "In uw contract staat dat u schade binnen een week meldt.",
        "In de verordening staat dat u binnen drie dagen bericht geeft.",
        "Volgens het contract staat dat u binnen twee weken betaalt.",
    ],
)
def test_what_stands_elsewhere_is_no_deadline(body: str, analyser: Analyser) -> None:
    assert june(body, analyser).deadlines == ()


HOW = [
    ("Zet uw bus vóór 9 juni 2026 weg. Waar kan die staan? Op het plein achter de kerk.", "plein achter de kerk", None),
    ("Haal uw kraam vóór 9 juni 2026 weg. Waar kunt u staan? Naast de sluis.", "Naast de sluis", None),
    ("Zet uw auto vóór 9 juni 2026 weg. Waar mag u staan? Op het veld bij de school.", "veld bij de school", None),
    ("Uw boot moet vóór 9 juni 2026 weg zijn. Een vrije plek vindt u in de Nieuwe Haven.", "Nieuwe Haven", None),
    ("Laat uw kachel vóór 9 juni 2026 keuren door een erkend bedrijf.", "door een erkend bedrijf", None),
    ("Stuur de kaart vóór 9 juni 2026 terug. U kunt gebruikmaken van de antwoordenvelop.", "antwoordenvelop", None),
]


@pytest.mark.parametrize(("body", "how", "sort"), HOW)
def test_a_place_in_an_answer_is_how(body: str, how: str, sort: DocumentType | None, analyser: Analyser) -> None:
    action = june(body, analyser, type=sort).action
    assert action is not None
    assert action.how is not None
    assert how in action.how.text


@pytest.mark.parametrize(
    "contact",
    [
        "Voor een toelichting belt u met Ina Smit, 0500 12 34 56.",
        "Voor uitleg kunt u bellen op 0500 12 34 56.",
        "Voor meer inlichtingen belt u 0500 12 34 56.",
    ],
)
def test_whom_to_ask_is_no_way_to_do_it(contact: str, analyser: Analyser) -> None:
    action = june(f"U moet vóór 1 april 2027 een nieuwe linde planten. {contact}", analyser).action
    assert action is not None
    assert action.how is None


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


ASK = "Vragen? Bel 0500 12 34 56."
FAULTS = [
    # papers that the letter says are with it
    ("bijlage-niet-bijgevoegd", "de kermis", "Als bijlage sturen wij u een inschrijfformulier mee.\n\nBijlage: folder"),
    ("bijlage-niet-bijgevoegd", "de kermis", "In de bijlage vindt u het aanmeldformulier.\n\nBijlage: plattegrond"),
    (
        "bijlage-niet-bijgevoegd",
        "de kermis",
        "Wij sturen u een nieuw meldformulier mee.\n\nBijlage: route van de stoet",
    ),
    # to register takes a way
    (
        "hoe-ontbreekt",
        "help mee met de zwerfvuildag",
        "Op zaterdag 13 juni 2026 ruimen we op bij het clubhuis. Geef je vóór 5 juni op. Wie zich niet opgeeft,"
        " krijgt geen lunch.",
    ),
    (
        "hoe-ontbreekt",
        "uitnodiging wandeltocht",
        "Wij nodigen u uit voor een wandeling op 13 juni 2026 vanaf het dorpshuis. Meld u vóór 5 juni aan. Zonder"
        " aanmelding kunt u niet mee.",
    ),
    (
        "hoe-ontbreekt",
        "uitnodiging kookles",
        "U bent uitgenodigd voor een kookles op 13 juni 2026 in de school. Schrijf u vóór 5 juni in. Vol is vol.",
    ),
]


@pytest.mark.parametrize(("rule", "subject", "body"), FAULTS)
def test_a_fault_is_found(rule: str, subject: str, body: str, checker: Checker) -> None:
    assert rule in _seen(checker, subject, body)


GOOD = [
    (
        "kern-niet-vooraan",
        "last onder dwangsom voor uw zuil",
        "Uw zuil staat er zonder vergunning. Haal hem vóór 1 juli 2026 weg. Anders betaalt u een dwangsom.\n\n"
        f"Wij leggen deze last op omdat de zuil gevaarlijk is.\n\n{OBJECT}",
    ),
    (
        "belofte-zonder-termijn",
        "de brug is dicht",
        "Van 8 tot en met 26 juni is de brug dicht. Wij vervangen het wegdek.",
    ),
    ("actie-zonder-datum", "uw melding", "Dank u voor uw melding. De lamp brandt weer."),
    # a part stays, or something is possible under a heading
    (
        "nee-zonder-wat-wel",
        "uw vergoeding wordt lager",
        f"Vanaf juli krijgt u € 90 voor een taxi. Dit hebben wij besloten omdat de ritten goedkoper zijn.\n\n{OBJECT}",
    ),
    (
        "nee-zonder-wat-wel",
        "minder hulp",
        f"Wij verlagen uw hulp. Vanaf 1 juli krijgt u 2 uur per week, want uw zoon helpt.\n\n{OBJECT}",
    ),
    (
        "nee-zonder-wat-wel",
        "uw extra bak stopt",
        f"Wij beëindigen uw extra bak, omdat u alleen woont.\n\nWat is er nog mogelijk?\nUw buren delen hun"
        f" bak graag.\n\n{OBJECT}",
    ),
    # the paper is there under another name, or the way is told
    (
        "bijlage-niet-bijgevoegd",
        "de kermis",
        "Als bijlage sturen wij u een inschrijfformulier mee.\n\nBijlage: antwoordkaart",
    ),
    (
        "hoe-ontbreekt",
        "uitnodiging kookles",
        "U bent uitgenodigd voor een kookles op 13 juni 2026 in de school. Schrijf u vóór 5 juni in via"
        " koken@waterdam.nl. Vol is vol.",
    ),
    (
        "termijn-zonder-startpunt",
        "uw huur",
        "In uw huurcontract staat dat u schade binnen een week meldt. Dank dat u dit deed.",
    ),
]


@pytest.mark.parametrize(("rule", "subject", "body"), GOOD)
def test_a_good_letter_gets_no_remark(rule: str, subject: str, body: str, checker: Checker) -> None:
    assert rule not in _seen(checker, subject, body)


def _seen(checker: Checker, subject: str, body: str) -> frozenset[str]:
    body, _, attached = body.partition("\n\nBijlage: ")
    end = f"\n\nBijlage: {attached}" if attached else ""
    text = f"""Gemeente Waterdam

Mevrouw L. Bakker
Dorpsweg 3
1234 AB Waterdam

Datum: 1 juni 2026
Onderwerp: {subject}

Beste mevrouw Bakker,

{body}

{ASK}

Met vriendelijke groet,

Sam de Boer{end}
"""
    return frozenset(finding.rule for finding in checker.check_text(text, name="brief.txt").findings)


@pytest.mark.parametrize(
    "measure",
    [
        "De schuur moet uiterlijk 1 juli 2026 van het erf zijn weggehaald.",
        "Het hek dient vóór 1 juli 2026 te zijn afgebroken.",
        "De rommel moet vóór 1 juli 2026 zijn opgeruimd.",
    ],
)
def test_what_must_be_done_is_the_measure(measure: str, analyser: Analyser) -> None:
    body = f"Wij leggen u een last onder dwangsom op van € 500. {measure}"
    clauses = june(body, analyser, type=_T.ENFORCEMENT).clauses
    assert any("maatregel" in clause.elements for clause in clauses if clause.kind == "last")
