"""What takes something away from a reader, moments that only look like deadlines, and amounts of one bill."""

from __future__ import annotations

import pytest

from b1check import Checker
from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .letters import letter, read

_T = DocumentType
REMEDY = (
    "\n\nBezwaar\n\nU kunt binnen 6 weken na de datum van deze brief bezwaar maken bij het college van Zandwijk, "
    "Postbus 1, 1234 AB Zandwijk."
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


LOWERED = [
    ("uw toeslag wordt lager", "Vanaf 1 mei 2026 verlagen wij uw toeslag, omdat uw huur lager is."),
    ("verandering van uw begeleiding", "U krijgt vanaf 1 mei 2026 nog maar 1 uur begeleiding, want u kunt meer zelf."),
    ("uw vervoer", "Met ingang van 1 mei 2026 ontvangt u 10 in plaats van 20 ritten, omdat u een scootmobiel hebt."),
]
STOPPED = [
    (
        "einde van uw kwijtschelding",
        "Wij beëindigen uw kwijtschelding per 1 mei 2026. U hebt namelijk genoeg spaargeld.",
    ),
    ("intrekking van de terrasvergunning", "Wij trekken de vergunning voor uw terras in, omdat uw zaak dicht is."),
    ("uw gehandicaptenparkeerkaart vervalt", "Op 1 mei 2026 vervalt uw kaart. U woont niet meer in Zandwijk."),
]


@pytest.mark.parametrize(("subject", "body"), [*LOWERED, *STOPPED])
def test_what_lowers_or_stops_something_is_bad_news(subject: str, body: str, analyser: Analyser) -> None:
    assert read(letter(body + REMEDY, subject=subject), analyser).type.type is _T.REJECTION


@pytest.mark.parametrize(("subject", "body"), LOWERED)
def test_what_is_left_is_what_is_possible(subject: str, body: str, checker: Checker) -> None:
    found = {finding.rule for finding in checker.check_text(letter(body + REMEDY, subject=subject)).findings}
    assert not {"nee-zonder-wat-wel", "nee-zonder-reden"} & found


def test_after_a_stop_the_reader_must_learn_what_is_possible(checker: Checker) -> None:
    subject, body = STOPPED[0]
    found = {finding.rule for finding in checker.check_text(letter(body + REMEDY, subject=subject)).findings}
    assert "nee-zonder-wat-wel" in found


@pytest.mark.parametrize(
    ("subject", "body", "sort"),
    [
        ("uw hulp gaat door", "U houdt uw hulp in huis. Wij verlengen die tot 1 mei 2028.", _T.GRANT),
        ("uw uitkering gaat omhoog", "Vanaf 1 mei 2026 krijgt u € 90 per maand meer bijstand.", _T.GRANT),
        ("uw indicatie", "Wij verlengen uw indicatie met een jaar.", _T.GRANT),
        ("uw bezwaar", "U maakte bezwaar. U krijgt geen gelijk: ons besluit blijft gelden.", _T.OBJECTION_DECISION),
        (
            "uw bezwaar over de bak",
            "U maakte bezwaar tegen de plek van de bak. U krijgt gelijk.",
            _T.OBJECTION_DECISION,
        ),
    ],
)
def test_what_gives_or_answers_is_not(subject: str, body: str, sort: DocumentType, analyser: Analyser) -> None:
    assert read(letter(body + REMEDY, subject=subject), analyser).type.type is sort


@pytest.mark.parametrize(
    "body",
    [
        "In uw tuin staat een keet. Wij zijn van plan u een last onder dwangsom op te leggen. "
        "U kunt tot 1 mei 2026 uw zienswijze geven aan het college.",
        "Wij hebben het voornemen u een dwangsom op te leggen voor de keet. Geef uw zienswijze vóór 1 mei 2026.",
        "Voornemen last onder dwangsom: uw keet moet weg. Laat ons vóór 1 mei 2026 weten wat u ervan vindt.",
    ],
)
def test_a_plan_orders_nothing_yet(body: str, analyser: Analyser) -> None:
    assert read(letter(body, subject="uw keet"), analyser).type.type is not _T.ENFORCEMENT


@pytest.mark.parametrize("line", ["AANMANING", "Aanmaning", "Laatste aanmaning"])
def test_a_line_above_the_address_names_the_letter(line: str, analyser: Analyser) -> None:
    text = (
        f"Gemeente Zandwijk\nPostbus 1\n1234 AB Zandwijk\n\n{line}\n\nMevrouw Bos\nLindelaan 4\n1234 AB Zandwijk\n\n"
        "Datum: 3 maart 2026\n\nGeachte mevrouw Bos,\n\nU moet nog € 120 betalen. Betaal dit vóór 20 maart 2026 op "
        "rekening NL00 BANK 0123 4567 89.\n\nMet vriendelijke groet,\n\nSam\n"
    )
    assert read(text, analyser).type.type is _T.FINAL_DEMAND


@pytest.mark.parametrize(
    ("subject", "sort"),
    [
        ("Wilt u uw hek verven?", _T.LETTER),
        ("Uw dakgoot lekt op de stoep", _T.LETTER),
        ("Knip uw klimop", _T.LETTER),
        ("Nieuwe lampen in uw straat", _T.STREET_LETTER),
        ("Een andere dag voor oud papier", _T.STREET_LETTER),
    ],
)
def test_a_letter_to_one_house_about_its_own_is_no_street_letter(
    subject: str, sort: DocumentType, analyser: Analyser
) -> None:
    text = (
        "Gemeente Zandwijk\n\nAan de bewoner van Lindelaan 12\n1234 AB Zandwijk\n\nDatum 3 maart 2026\n"
        f"Onderwerp {subject}\n\nGeachte bewoner,\n\nEr verandert iets. Wilt u dit vóór "
        "1 mei 2026 lezen en doen?\n\nMet vriendelijke groet,\n\nSam\n"
    )
    assert read(text, analyser).type.type is sort


@pytest.mark.parametrize(
    ("body", "deadlines"),
    [
        (
            "Op dinsdag 7 april 2026 verven wij de strepen. Zet uw fiets die dag vóór 8.00 uur weg.",
            ["die dag vóór 8.00 uur"],
        ),
        ("Maandag 6 april 2026 komt de kraan. Haal uw auto uiterlijk om 7.00 uur weg.", ["uiterlijk om 7.00 uur"]),
        ("Op 7 april 2026 strooien wij. Uw aanhanger moet vóór 7.30 uur weg zijn.", ["vóór 7.30 uur"]),
        ("Uw bak moet op de ophaaldag vóór 7.30 uur aan de weg staan.", []),
        ("De bakken dienen zoals altijd vóór 7.30 uur aan de weg te staan.", []),
        ("Wij zouden uiterlijk 2 april 2026 beslissen. Dat lukt niet.", []),
        ("Het is niet mogelijk gebleken om binnen zes weken op uw aanvraag te beslissen.", []),
        ("Het lukt ons niet om uw aanvraag binnen 8 weken te behandelen.", []),
    ],
)
def test_an_hour_counts_with_its_day_and_a_term_that_failed_does_not(
    body: str, deadlines: list[str], analyser: Analyser
) -> None:
    assert [one.passage.text for one in read(letter(body, subject="uw straat"), analyser).deadlines] == deadlines


@pytest.mark.parametrize(
    ("body", "promises"),
    [
        ("Op dinsdag 7 april 2026 verven wij de strepen. Zet uw fiets die dag weg.", 0),
        ("Op 7 april 2026 spuiten wij het riool schoon. Houd dan het deksel van de wc dicht.", 0),
        ("Op 7 april 2026 vervangen wij de lampen in uw straat. Het licht is dan even uit.", 1),
    ],
)
def test_the_occasion_of_a_request_is_no_promise(body: str, promises: int, analyser: Analyser) -> None:
    assert len(read(letter(body, subject="werk in de straat"), analyser).promises) == promises


@pytest.mark.parametrize(
    ("body", "differs"),
    [
        ("Voor de kraam betaalt u 80 euro. Maak 90 euro over op rekening NL00 BANK 0123 4567 89.", True),
        ("U betaalt € 145 voor de les.\n\nStort € 154 op NL00 BANK 0123 4567 89 vóór 1 april 2026.", True),
        ("Betaal 60 euro voor uw graf. Wilt u niet pinnen? Maak dan 60 euro over op NL00 BANK 0123 4567 89.", False),
        ("U betaalt 80 euro. De kosten zijn 10 euro. Maak 90 euro over op NL00 BANK 0123 4567 89.", False),
        ("U betaalt € 120. Maak elke maand € 12 over op NL00 BANK 0123 4567 89.", False),
        ("U betaalt 80 euro voor de kraam. Betaalt u later? Maak dan 95 euro over.", False),
    ],
)
def test_a_bill_has_one_amount(body: str, differs: bool, checker: Checker) -> None:
    report = checker.check_text(letter(f"{body}", subject="rekening voor uw kraam"))
    assert ("tegenstrijdig-in-document" in {finding.rule for finding in report.findings}) is differs


@pytest.mark.parametrize(
    "body",
    [
        "Als u de kaart wilt houden, moet u hem vóór 1 mei 2026 verlengen.",
        "Indien u de plek wenst te behouden, dient u dat vóór 1 mei 2026 aan ons door te geven.",
        "Wanneer u mee wilt doen aan de loting, moet u vóór 1 mei 2026 het formulier insturen.",
    ],
)
def test_a_wish_before_a_duty_still_asks(body: str, analyser: Analyser) -> None:
    action = read(letter(body, subject="uw kaart loopt af"), analyser).action
    assert action is not None and action.when is not None
    assert action.when.text == "vóór 1 mei 2026"


@pytest.mark.parametrize(
    "body",
    [
        "Als u uitstel wilt, moet u vóór 1 mei 2026 bellen.",
        "Als u een regeling wilt, moet u ons dat vóór 1 mei 2026 vragen.",
    ],
)
def test_a_wish_for_help_asks_nothing(body: str, analyser: Analyser) -> None:
    assert read(letter(body, subject="uw kaart"), analyser).action is None
