"""What was misread in letters never seen, by its cause: each in other words than in those letters."""

from __future__ import annotations

import pytest

from b1check import Checker
from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .june import june
from .letters import letter, read

_T = DocumentType


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


SORTS = [
    # what somebody else decided is not decided in this letter
    (
        _T.INVITATION,
        "uw naturalisatie",
        (
            "De minister heeft op 2 mei 2026 besloten dat u mag blijven. Kom op dinsdag 9 juni "
            "2026 om 10.00 uur naar de ceremonie."
        ),
    ),
    (
        _T.INVITATION,
        "gesprek op 9 juni 2026",
        (
            "Het UWV heeft besloten dat u weer mag werken. Kom op dinsdag 9 juni 2026 om 10.00 "
            "uur naar ons kantoor voor een gesprek."
        ),
    ),
    (
        _T.INVITATION,
        "afspraak over uw kind",
        (
            "De rechter heeft besloten dat u uw zoon weer mag zien. Wij nodigen u uit voor een "
            "gesprek op dinsdag 9 juni 2026."
        ),
    ),
    # a bill that is not called a bill
    (
        _T.DEMAND,
        "kosten van de zaal",
        "De huur van de zaal is € 90. Wij vragen u dit bedrag vóór 9 juni 2026 te betalen.",
    ),
    (_T.DEMAND, "uw kraam op de markt", "Uw kraam kost € 45. Gelieve het bedrag uiterlijk 9 juni 2026 over te maken."),
    (
        _T.DEMAND,
        "kosten van het afschrift",
        ("Een afschrift kost € 14. Graag dit bedrag voldoen op rekening NL00 BANK 0123 4567 89."),
    ),
    # a paper that lacks where nobody applied for anything
    (
        _T.LETTER,
        "uw hulp bij de schoonmaakdag",
        "Fijn dat u weer helpt. Wij missen nog uw maat. Stuur ons die vóór 9 juni 2026.",
    ),
    (_T.LETTER, "het koor van 12 juni", "Leuk dat u meezingt. Uw foto ontbreekt nog. Stuur hem vóór 9 juni 2026."),
    (
        _T.LETTER,
        "uw hond op de foto",
        ("Dank u voor het meedoen. Eén ding mist nog: de naam van uw hond. Mail hem vóór 9 juni 2026."),
    ),
    # and where somebody did
    (
        _T.MISSING_PAPERS,
        "uw aanvraag",
        "Wij missen nog uw huurcontract bij uw aanvraag. Stuur ons dat vóór 9 juni 2026.",
    ),
]


@pytest.mark.parametrize(("sort", "subject", "body"), SORTS)
def test_sort(sort: DocumentType, subject: str, body: str, analyser: Analyser) -> None:
    assert read(letter(body, subject=subject), analyser).type.type is sort


ASKED = [
    ("Lees het contract en onderteken het vóór 9 juni 2026.", "onderteken het vóór 9 juni 2026"),
    ("Bekijk de lijst goed en stuur hem vóór 9 juni 2026 terug.", "stuur hem vóór 9 juni 2026 terug"),
    ("Download het formulier en vul het vóór 9 juni 2026 in.", "vul het vóór 9 juni 2026 in"),
    ("In juli 2026 komen er nieuwe struiken: rozen en hazelaars.", None),
    ("In maart 2027 staan er andere bomen: eiken en beuken.", None),
    ("In de bak zitten dan bloemen: tulpen en rozen.", None),
]


@pytest.mark.parametrize(("body", "what"), ASKED)
def test_what_is_asked(body: str, what: str | None, analyser: Analyser) -> None:
    action = june(body, analyser, type=_T.LETTER).action
    assert (action is None) if what is None else (action is not None and what in action.what.text)


WAYS = [
    (
        _T.ENFORCEMENT,
        (
            "Wij gelasten u de schuur vóór 9 juni 2026 te verwijderen. U kunt aan dit besluit "
            "voldoen door de schuur te laten slopen."
        ),
        "door de schuur te laten slopen",
    ),
    (
        _T.ENFORCEMENT,
        ("Wij gelasten u het gebruik vóór 9 juni 2026 te stoppen. U voldoet aan de last door de kamers leeg te halen."),
        "door de kamers leeg te halen",
    ),
    (
        _T.ENFORCEMENT,
        (
            "Wij gelasten u het hek vóór 9 juni 2026 te verlagen. U kunt aan deze verplichting "
            "voldoen door het hek in te korten."
        ),
        "door het hek in te korten",
    ),
    (_T.REMINDER, "Geef uw keuze vóór 9 juni 2026 door. Vul de strook in die u hierbij krijgt.", "Vul de strook in"),
    (
        _T.REMINDER,
        "Verleng uw abonnement vóór 9 juni 2026. Vul het aanvraagformulier in.",
        "Vul het aanvraagformulier in",
    ),
    (
        _T.REMINDER,
        "Zeg uw tuin vóór 9 juni 2026 op. U moet dat zelf doen. Vul de antwoordkaart in.",
        "Vul de antwoordkaart in",
    ),
    (_T.LETTER, "Wij verzoeken u de heg te snoeien. De opzichter is telefonisch bereikbaar.", None),
    (_T.LETTER, "Wij verzoeken u het hek te verven. U kunt mevrouw Bos telefonisch bereiken.", None),
    (_T.LETTER, "Wij verzoeken u de stoep te vegen. U wordt schriftelijk geïnformeerd.", None),
]


@pytest.mark.parametrize(("sort", "body", "how"), WAYS)
def test_how(sort: DocumentType, body: str, how: str | None, analyser: Analyser) -> None:
    action = june(body, analyser, type=sort).action
    assert action is not None
    assert (action.how is None) if how is None else (action.how is not None and how in action.how.text)


THREATS = [
    "Kom je niet? Dan stoppen wij met de lessen.",
    "Betaal je niet op tijd? Dan krijg je een boete.",
    "Let op: doet u niets? Dan vervalt uw plek.",
]


@pytest.mark.parametrize("threat", THREATS)
def test_what_if_not(threat: str, analyser: Analyser) -> None:
    action = june(f"Stuur het formulier vóór 9 juni 2026 terug. {threat}", analyser, type=_T.LETTER).action
    assert action is not None
    assert action.otherwise is not None
    assert action.otherwise.text.endswith(threat.removeprefix("Let op: ")[-20:])


@pytest.mark.parametrize(
    "threat",
    [("Indien uw betaling deze brief heeft gekruist, kunt u deze als niet geschreven beschouwen.")],
)
def test_paid_already_is_no_threat(threat: str, analyser: Analyser) -> None:
    read_so = june(f"Betaal € 40 vóór 9 juni 2026 op NL00 BANK 0123 4567 89. {threat}", analyser, type=_T.FINAL_DEMAND)
    assert read_so.action is not None
    assert read_so.action.otherwise is None
    assert "gevolg" not in read_so.clauses[0].elements


REGISTERS = [
    (
        "Wij nodigen u uit voor een lunch op dinsdag 9 juni 2026 om 12.00 uur. Meld u aan "
        "vóór 2 juni 2026 via lunch@waterdam.nl. Zonder aanmelding kunnen wij u geen eten "
        "geven."
    ),
    (
        "U bent welkom op het feest op dinsdag 9 juni 2026. Meld u uiterlijk 2 juni 2026 aan "
        "via feest@waterdam.nl. Zonder aanmelding komt u niet binnen."
    ),
    (
        "Wij nodigen u uit voor een rondleiding op dinsdag 9 juni 2026. Meld u vóór 2 juni "
        "2026 aan via gids@waterdam.nl. Zonder aanmelding is er geen plek in de bus."
    ),
]


@pytest.mark.parametrize("body", REGISTERS)
def test_who_must_register_is_asked_that(body: str, analyser: Analyser) -> None:
    action = june(body, analyser, type=_T.INVITATION).action
    assert action is not None
    assert action.what.text.startswith("Meld u")
    assert action.when is not None
    assert "2 juni 2026" in action.when.text
    assert action.how is not None
    assert "@waterdam.nl" in action.how.text


PROMISES = [
    ("Onze monteur, Piet Bos, belt u uiterlijk 9 juni 2026.", 1),
    ("Onze adviseur, Anna de Wit, bezoekt u op 9 juni 2026.", 1),
    ("Onze toezichthouder, de heer Smit, mailt u vóór 9 juni 2026.", 1),
    ("Een kopie van het rapport ontvangt u als bijlage.", 0),
    ("Het advies sturen wij u als bijlage.", 0),
    ("De tekening krijgt u als bijlage van ons.", 0),
]


@pytest.mark.parametrize(("body", "number"), PROMISES)
def test_promises(body: str, number: int, analyser: Analyser) -> None:
    assert len(june(body, analyser, type=_T.CONFIRMATION).promises) == number


ATTACHED = [
    ("Vul het formulier in dat u bij deze brief vindt.", "Bijlage: folder over de buurt", True),
    ("Bij deze brief vindt u een plattegrond.", "Bijlage: lijst met prijzen", True),
    ("Lees de bijgevoegde folder.", "Bijlage: plattegrond", True),
    ("Vul het formulier in dat u bij deze brief vindt.", "Bijlage: antwoordformulier", False),
    ("Bij deze brief vindt u een plattegrond.", "Bijlage: kaart van de wijk", False),
    ("Lees de bijgevoegde folder.", "Bijlage: brochure", False),
    ("Lees de bijgevoegde folder.", "Bijlagen: 2", False),
]


@pytest.mark.parametrize(("body", "listed", "seen"), ATTACHED)
def test_what_the_list_of_attachments_lacks(body: str, listed: str, seen: bool, checker: Checker) -> None:
    found = {finding.rule for finding in checker.check_text(f"{letter(body)}\n{listed}\n", format="txt").findings}
    assert ("bijlage-niet-bijgevoegd" in found) is seen


@pytest.mark.parametrize(
    ("subject", "seen"),
    [
        ("gesprek op maandag 9 juni 2026", True),
        ("bezoek op vrijdag 10 juni 2026", True),
        ("markt op zaterdag 14 juni 2026", True),
        ("gesprek op dinsdag 9 juni 2026", False),
    ],
)
def test_a_wrong_day_in_the_subject(subject: str, seen: bool, checker: Checker) -> None:
    found = {
        finding.rule for finding in checker.check_text(letter("U bent welkom.", subject=subject), format="txt").findings
    }
    assert ("datum-en-weekdag-kloppen-niet" in found) is seen
