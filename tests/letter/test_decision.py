"""Which sentence is the decision, what it comes to, and what it rests on."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import Decision, DocumentType

from .letters import letter, read

NO = DocumentType.REJECTION
YES = DocumentType.GRANT
ORDER = DocumentType.ENFORCEMENT
BACK = DocumentType.RECLAIM
AFTER = DocumentType.OBJECTION_DECISION


def decision(body: str, analyser: Analyser, type: DocumentType) -> Decision | None:
    return read(letter(body), analyser, type=type).decision


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Wij wijzen uw aanvraag af.", NO),
        ("Wij hebben besloten uw aanvraag af te wijzen.", NO),
        ("Daarom delen wij u mee dat wij uw aanvraag afwijzen.", NO),
        ("U krijgt geen parkeerkaart van ons.", NO),
        ("Wij geven u de vergunning niet.", NO),
        ("Helaas kunt u de kaart niet krijgen.", NO),
        ("Wij weigeren de vergunning.", NO),
        ("Het college heeft besloten geen subsidie te verlenen.", NO),
        ("U krijgt de parkeerkaart.", YES),
        ("Wij verlenen u hierbij de gevraagde vergunning.", YES),
        ("Wij kennen u een bedrag van € 500 toe.", YES),
        ("U mag een uitrit maken aan de Dorpsstraat.", YES),
        ("Wij keuren uw aanvraag goed.", YES),
        ("Ik stem in met uw plan.", YES),
        ("Wij leggen u een last onder dwangsom op.", ORDER),
        ("U moet de schutting vóór 1 mei 2026 weghalen.", ORDER),
        ("Wij gelasten u de bewoning te staken.", ORDER),
        ("Wij vorderen € 387 van u terug.", BACK),
        ("Wij hebben besloten het bedrag van u terug te vorderen.", BACK),
        ("U moet € 387 terugbetalen.", BACK),
        ("Wij verklaren uw bezwaar ongegrond.", AFTER),
        ("Uw bezwaar is ongegrond.", AFTER),
        ("U krijgt geen gelijk.", AFTER),
        ("Ons besluit blijft hetzelfde.", AFTER),
        ("Wij trekken ons besluit in. U krijgt gelijk.", AFTER),
    ],
)
def test_direct_decisions(sentence: str, type: DocumentType, analyser: Analyser) -> None:
    found = decision(f"Op 4 februari 2026 hebt u ons een brief gestuurd. {sentence}", analyser, type)
    assert found is not None
    assert found.direct
    assert found.passage.text.rstrip(".") in sentence


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Om die reden komt uw verzoek niet voor toewijzing in aanmerking.", NO),
        ("Op uw aanvraag wordt afwijzend beslist.", NO),
        ("Uw verzoek kan helaas niet worden gehonoreerd.", NO),
        ("De gevraagde voorziening wordt niet verstrekt.", NO),
        ("U komt niet in aanmerking voor de kaart.", NO),
        ("Er bestaat geen aanleiding om tot verstrekking over te gaan.", NO),
        ("Tot toekenning van de gevraagde voorziening kan niet worden overgegaan.", NO),
        ("De gevraagde vergunning wordt hierbij verleend.", YES),
        ("Het bedrag wordt van u teruggevorderd.", BACK),
        ("Er wordt een last onder dwangsom opgelegd.", ORDER),
        ("Het bezwaar wordt ongegrond verklaard.", AFTER),
    ],
)
def test_hidden_decisions(sentence: str, type: DocumentType, analyser: Analyser) -> None:
    found = decision(
        f"Op 4 februari 2026 ontvingen wij uw brief. {sentence} Hieronder staat de uitleg.", analyser, type
    )
    assert found is not None
    assert not found.direct
    assert found.passage.text == sentence


@pytest.mark.parametrize(
    "body",
    [
        "Wij hebben uw aanvraag bekeken. Bijgaand vindt u onze reactie.",
        "In deze brief leest u ons besluit.",
        "Als wij uw aanvraag afwijzen, hoort u dat.",
        "Krijgt u de kaart niet? Bel dan.",
    ],
)
def test_nothing_where_it_is_vague(body: str, analyser: Analyser) -> None:
    assert decision(body, analyser, NO) is None


@pytest.mark.parametrize(
    "type", [DocumentType.CONFIRMATION, DocumentType.LETTER, DocumentType.INVITATION, DocumentType.DEMAND]
)
def test_other_letters_bring_no_decision(type: DocumentType, analyser: Analyser) -> None:
    assert decision("Wij wijzen uw aanvraag af.", analyser, type) is None


@pytest.mark.parametrize(
    ("body", "outcome"),
    [("Uw bezwaar is ongegrond.", "afwijzing"), ("Uw bezwaar is gegrond. U krijgt de vergunning.", "toekenning")],
)
def test_outcome_of_an_objection(body: str, outcome: str, analyser: Analyser) -> None:
    found = decision(body, analyser, AFTER)
    assert found is not None
    assert found.outcome == outcome


@pytest.mark.parametrize(
    "reason",
    [
        "Wij wijzen uw aanvraag af, omdat u een eigen garage hebt.",
        "Wij wijzen uw aanvraag af. U hebt namelijk een eigen garage.",
        "Wij wijzen uw aanvraag af.\n\nWaarom krijgt u de kaart niet?\n\nU hebt een eigen garage.",
        "U hebt een eigen garage. Daarom wijzen wij uw aanvraag af.",
        "Wij wijzen uw aanvraag af. Uit ons onderzoek blijkt dat u een garage hebt.",
        "Wij wijzen uw aanvraag af. Uw inkomen is hoger dan de norm.",
        "Wij wijzen uw aanvraag af. U voldoet niet aan artikel 4 van de Parkeerverordening.",
    ],
)
def test_reasons(reason: str, analyser: Analyser) -> None:
    found = decision(reason, analyser, NO)
    assert found is not None
    assert found.reason is not None


@pytest.mark.parametrize(
    "body",
    [
        "Wij wijzen uw aanvraag af. U kunt opnieuw een kaart aanvragen.",
        "Wij wijzen uw aanvraag af.\n\nWat kunt u nu doen?\n\nVraag een dagkaart aan, want die is goedkoop.",
        "Wij wijzen uw aanvraag af.\n\nHebt u vragen over de reden?\n\nBel ons op 14 0396.",
        "Wij wijzen uw aanvraag af.\n\nNiet mee eens?\n\nMaak bezwaar. Schrijf op waarom u het niet eens bent.",
    ],
)
def test_no_reason(body: str, analyser: Analyser) -> None:
    found = decision(body, analyser, NO)
    assert found is not None
    assert found.reason is None


@pytest.mark.parametrize(
    "instead",
    [
        "U kunt wel een dagkaart kopen.",
        "U mag later opnieuw een aanvraag doen.",
        "Misschien helpt de regiotaxi u.",
        "Wilt u hulp? Bel dan het Wmo-loket, wij denken graag mee.",
        "Op het Stationsplein is nog plaats. U kunt daarvoor een aanvraag indienen.",
        "Het staat u vrij om de belbus te gebruiken.",
        "Vraag kwijtschelding aan bij het waterschap.",
        "In de parkeergarage zijn abonnementen beschikbaar.",
    ],
)
def test_what_is_possible_instead(instead: str, analyser: Analyser) -> None:
    found = decision(f"Wij wijzen uw aanvraag af, omdat u een garage hebt. {instead}", analyser, NO)
    assert found is not None
    assert found.instead is not None


@pytest.mark.parametrize(
    "body",
    [
        "Wij wijzen uw aanvraag af, omdat u een garage hebt.",
        "Wij wijzen uw aanvraag af. Uw garage is groot genoeg voor uw auto.",
        "Wij wijzen uw aanvraag af, omdat u een garage hebt.\n\nHebt u vragen?\n\nBel ons op 14 0396. Wij helpen u "
        "graag.",
        "Wij wijzen uw aanvraag af, omdat u een garage hebt.\n\nNiet mee eens?\n\nU kunt ook bezwaar maken.",
    ],
)
def test_nothing_instead(body: str, analyser: Analyser) -> None:
    found = decision(body, analyser, NO)
    assert found is not None
    assert found.instead is None


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        ("Dat staat in artikel 4 van de Parkeerverordening.", "artikel 4"),
        ("Wij volgen de Participatiewet.", "Participatiewet"),
        ("Dat staat in de Wmo.", "Wmo"),
        ("Dit is beleid.", None),
        ("Volgens onze beleidsregels kan dat niet.", "onze beleidsregels"),
    ],
)
def test_ground(ground: str, words: str | None, analyser: Analyser) -> None:
    found = decision(f"Wij wijzen uw aanvraag af. {ground}", analyser, NO)
    assert found is not None
    assert (found.ground.text if found.ground else None) == words
