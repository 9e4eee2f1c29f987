"""The nine questions: what a letter answers, what it leaves open, and what is not asked of it."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.checklist import QUESTIONS
from b1check.letter.model import DocumentType

from .letters import letter, read

T = DocumentType


def answer(text: str, analyser: Analyser, type: DocumentType, item: str) -> bool | None:
    found = {one.name: one.met for one in read(text, analyser, type=type).checklist}
    assert list(found) == list(QUESTIONS)
    return found[item]


def test_pages_are_not_asked(analyser: Analyser) -> None:
    assert read("De gemeente knapt het plein op.", analyser, type=T.INFORMATION_PAGE).checklist == ()


SAY = "Wij hebben uw brief gelezen. U krijgt vóór 1 mei 2026 antwoord."


@pytest.mark.parametrize(
    ("head", "met"),
    [
        ("Datum: 3 maart 2026\nOnderwerp: uw parkeerkaart is klaar\n\nBeste mevrouw Bakker,", True),
        ("Datum    3 maart 2026\nKenmerk  Z26-88\nOnderwerp   uw parkeerkaart is klaar\n\nBeste mevrouw Bakker,", True),
        ("3 maart 2026\n\nHerinnering: uw parkeerkaart ligt nog bij ons\n\nDag mevrouw Bakker,", True),
        ("Betreft: aanmaning rioolheffing 2026\n\nGeachte mevrouw Bakker,", True),
        ("Aan de bewoners van de Dorpsstraat\n\nWij vernieuwen het riool in uw straat\n\nBeste bewoner,", True),
        ("Datum: 3 maart 2026\n\nBeste mevrouw Bakker,", False),
        ("Datum: 3 maart 2026\nOnderwerp: Z26-8812\n\nBeste mevrouw Bakker,", False),
        ("Datum: 3 maart 2026\nBetreft: uw brief van 3 februari 2026\n\nBeste mevrouw Bakker,", False),
        ("Gemeente Zandwijk\nPostbus 12\n3840 AB Zandwijk\n\n3 maart 2026\n\nMevrouw A. Bakker\nDorpsstraat 4\n\n"
         "Beste mevrouw Bakker,", False),
    ],
)  # fmt: skip
def test_subject(head: str, met: bool, analyser: Analyser) -> None:
    text = f"{head}\n\n{SAY}\n\nMet vriendelijke groet,\n\nSam de Boer\n"
    assert answer(text, analyser, T.LETTER, "onderwerp") is met


def test_subject_in_the_title_of_a_page_or_mail(analyser: Analyser) -> None:
    text = (
        f"<title>Uw parkeerkaart is klaar</title><p>Beste mevrouw Bakker,</p><p>{SAY}</p><p>Met vriendelijke groet,</p>"
    )
    found = {one.name: one.met for one in read(text, analyser, type=T.LETTER, format="html").checklist}
    assert found["onderwerp"] is True


def test_bold_first_line_is_a_subject(analyser: Analyser) -> None:
    head = "<p>Beste mevrouw Bakker,</p><p><strong>Uw parkeerkaart is klaar</strong></p>"
    text = f"{head}<p>{SAY}</p><p>Met vriendelijke groet,</p>"
    found = {one.name: one.met for one in read(text, analyser, type=T.LETTER, format="html").checklist}
    assert found["onderwerp"] is True


LONG = (
    "Op 4 februari 2026 hebt u bij ons een aanvraag gedaan. Wij kijken bij elke aanvraag naar de regels van de "
    "gemeente. Een medewerker heeft daarna met u gebeld en is bij u langsgekomen om de situatie te bekijken.\n\n"
    "In onze gemeente gelden regels voor parkeren. Die heeft de raad in 2024 vastgesteld voor alle wijken.\n\n"
)


@pytest.mark.parametrize(
    ("body", "type", "met"),
    [
        ("Wij wijzen uw aanvraag af, omdat u een garage hebt.", T.REJECTION, True),
        (LONG + "Wij wijzen uw aanvraag af, omdat u een garage hebt.", T.REJECTION, False),
        ("Op 4 februari vroeg u een kaart aan.\n\nU krijgt de kaart.", T.GRANT, True),
        (LONG + "Stuur ons vóór 1 april 2026 uw huurcontract.", T.MISSING_PAPERS, False),
        ("Wij missen nog papieren van u.\n\nHet gaat om uw aanvraag.\n\nStuur ons vóór 1 april 2026 uw huurcontract.",
         T.MISSING_PAPERS, True),
        ("U hebt € 82,40 nog niet betaald. Betaal dit vóór 1 april 2026.", T.FINAL_DEMAND, True),
        (LONG + "Betaal € 82,40 vóór 1 april 2026 op NL00 BANK 0123 4567 89.", T.DEMAND, False),
        ("Wij nodigen u uit voor een gesprek op 4 april 2026.", T.INVITATION, True),
    ],
)  # fmt: skip
def test_core(body: str, type: DocumentType, met: bool, analyser: Analyser) -> None:
    assert answer(letter(body), analyser, type, "kern") is met


@pytest.mark.parametrize("type", [T.LETTER, T.CONFIRMATION, T.STREET_LETTER, T.EXTENSION])
def test_core_is_never_missing_where_nothing_is_decided_or_asked(type: DocumentType, analyser: Analyser) -> None:
    assert answer(letter(LONG + "Wij kijken nu naar uw plan."), analyser, type, "kern") is not False


@pytest.mark.parametrize(
    "type", [T.GRANT, T.REJECTION, T.CONFIRMATION, T.LETTER, T.STREET_LETTER, T.OBJECTION_DECISION]
)
@pytest.mark.parametrize("item", ["datum", "hoe", "gevolg"])
def test_service_remark_is_no_task(type: DocumentType, item: str, analyser: Analyser) -> None:
    body = "U krijgt de kaart. Verandert er iets? Geef dat dan aan ons door. Leg de kaart in uw auto."
    assert answer(letter(body), analyser, type, item) is None


ASKED = "Uw aanvraag is niet compleet. Stuur ons een kopie van uw paspoort."


@pytest.mark.parametrize(
    ("body", "item", "met"),
    [
        (ASKED, "datum", False),
        (ASKED, "hoe", False),
        (ASKED, "gevolg", False),
        (ASKED + " Doe dat vóór 1 april 2026.", "datum", True),
        (ASKED + " Wij ontvangen de kopie graag binnen 2 weken na de datum van deze brief.", "datum", True),
        (ASKED + " Mail de kopie naar loket@zandwijk.nl.", "hoe", True),
        (ASKED + "\n\nHoe stuurt u dit op?\n\nGa naar zandwijk.nl/insturen.", "hoe", True),
        (ASKED + "\n\nHebt u vragen?\n\nMail naar info@zandwijk.nl of bel 14 0396.", "hoe", False),
        (ASKED + "\n\nWat gebeurt er als u niets stuurt?\n\nDan stoppen wij met uw aanvraag.", "gevolg", True),
        (ASKED + " Blijven de papieren uit, dan behandelen wij uw aanvraag niet.", "gevolg", True),
    ],
)
def test_date_way_and_consequence_of_a_task(body: str, item: str, met: bool, analyser: Analyser) -> None:
    assert answer(letter(body), analyser, T.MISSING_PAPERS, item) is met


@pytest.mark.parametrize(
    "body",
    [
        "Wij nodigen u uit voor een gesprek. Kom op 4 april 2026 om 10.00 uur naar het stadhuis.",
        "Wij willen met u praten. Wees thuis op 4 april 2026 om 10.00 uur.",
        "U hebt op 4 april 2026 een afspraak bij ons. Neem uw paspoort mee.",
        "Wij willen met u praten. Bel ons vóór 4 april 2026 voor een afspraak.",
        "Wilt u thuis zijn op 4 april 2026 om 14.00 uur? Dan komt Joyce bij u langs.",
    ],
)
def test_way_that_goes_without_saying(body: str, analyser: Analyser) -> None:
    assert answer(letter(body), analyser, T.INVITATION, "hoe") is not False
    assert answer(letter(body), analyser, T.INVITATION, "gevolg") is None


def test_invitation_without_a_place(analyser: Analyser) -> None:
    body = "Wij nodigen u uit voor een gesprek. Kom op 4 april 2026 om 10.00 uur."
    assert answer(letter(body), analyser, T.INVITATION, "hoe") is False
    assert answer(letter(body + " Het is in het stadhuis."), analyser, T.INVITATION, "hoe") is True


def test_task_in_a_request_is_missing_only_where_nothing_is_asked(analyser: Analyser) -> None:
    vague = "Wij hebben uw aanvraag bekeken. Er ontbreken nog gegevens. Zonder die gegevens nemen wij geen besluit."
    assert answer(letter(vague), analyser, T.MISSING_PAPERS, "actie") is False
    asks = "Uw aanvraag is niet compleet. U wordt in de gelegenheid gesteld de stukken aan te leveren."
    assert answer(letter(asks), analyser, T.MISSING_PAPERS, "actie") is not False


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("Hebt u vragen? Bel 14 0396.", True),
        ("Vragen? Mail naar parkeren@zandwijk.nl.", True),
        ("U kunt ook langskomen bij de balie.", True),
        ("Bel mevrouw De Vries: (0396) 55 00 00.", True),
        ("Wij zijn op werkdagen bereikbaar van 9.00 tot 12.00 uur.", False),
        ("Stuur uw nieuwe kenteken naar kaart@zandwijk.nl.", False),
    ],
)
def test_contact(body: str, met: bool, analyser: Analyser) -> None:
    assert answer(letter(f"U krijgt de kaart.\n\n{body}"), analyser, T.GRANT, "contact") is met


CLAUSE = "U kunt binnen 6 weken na de datum van deze brief bezwaar maken bij het college, Postbus 12, 3840 AB Zandwijk."


@pytest.mark.parametrize(
    ("body", "type", "met"),
    [
        ("Wij wijzen uw aanvraag af.\n\n" + CLAUSE, T.REJECTION, True),
        ("Wij wijzen uw aanvraag af.\n\nU kunt bezwaar maken.", T.REJECTION, False),
        ("Wij wijzen uw aanvraag af.", T.REJECTION, False),
        ("Betaal € 82,40 vóór 1 april 2026.", T.DEMAND, None),
        ("U kunt bezwaar maken tegen de aanslag bij de heffingsambtenaar, Postbus 12. Doe dat uiterlijk 14 april 2026.",
         T.DEMAND, True),
        ("Wij hebben uw aanvraag gekregen.", T.CONFIRMATION, None),
    ],
)  # fmt: skip
def test_remedy(body: str, type: DocumentType, met: bool | None, analyser: Analyser) -> None:
    assert answer(letter(body), analyser, type, "bezwaar") is met


@pytest.mark.parametrize(
    ("body", "type", "met"),
    [
        ("Wij wijzen uw aanvraag af, omdat u een garage hebt.", T.REJECTION, True),
        ("Wij wijzen uw aanvraag af.", T.REJECTION, False),
        ("U krijgt de kaart.", T.GRANT, None),
        ("U krijgt de kaart, omdat u in het centrum woont.", T.GRANT, True),
        ("Wij hebben meer tijd nodig, omdat de brandweer nog geen advies gaf.", T.EXTENSION, True),
        ("Wij hebben uw aanvraag gekregen.", T.CONFIRMATION, None),
    ],
)
def test_reason(body: str, type: DocumentType, met: bool | None, analyser: Analyser) -> None:
    assert answer(letter(body), analyser, type, "waarom") is met
