"""The main action: what, before when, how and what otherwise; a choice or an offer is none."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import Action, DocumentType

from .june import june

ASKED = [
    (DocumentType.DEMAND, "Betaal € 120 vóór 1 juli 2026.", "Betaal € 120 vóór 1 juli 2026"),
    (DocumentType.LETTER, "Vul het formulier in en stuur het vóór 1 juli terug.", "Vul het formulier in"),
    (DocumentType.LETTER, "U moet uw hek uiterlijk 20 juni verplaatsen.", "U moet uw hek"),
    (DocumentType.REMINDER, "Wilt u de vragenlijst vóór 20 juni invullen?", "Wilt u de vragenlijst"),
    (
        DocumentType.DEMAND,
        "Wij vragen u om het bedrag binnen 30 dagen te betalen.",
        "om het bedrag binnen 30 dagen te betalen",
    ),
    (DocumentType.DEMAND, "Het bedrag moet uiterlijk 12 juni betaald zijn.", "Het bedrag moet"),
    (DocumentType.DEMAND, "De aanslag dient vóór 1 juli te worden betaald.", "De aanslag dient"),
    (DocumentType.LETTER, "Wij verwachten uw reactie uiterlijk 15 juni.", "Wij verwachten uw reactie"),
    (DocumentType.MISSING_PAPERS, "Wij missen nog twee papieren. Stuur ons die uiterlijk 15 juni.", "Stuur ons die"),
    (
        DocumentType.INVITATION,
        "Wij nodigen u uit voor een gesprek op dinsdag 9 juni 2026 om 10.00 uur.",
        "nodigen u uit",
    ),
    (DocumentType.INVITATION, "U bent van harte welkom op 9 juni 2026.", "welkom"),
    (DocumentType.ENFORCEMENT, "Wij gelasten u de schutting vóór 1 juli te verwijderen.", "te verwijderen"),
    (DocumentType.ENFORCEMENT, "U moet uiterlijk 1 juli stoppen met de verhuur.", "stoppen met de verhuur"),
    (DocumentType.RECLAIM, "U dient het bedrag uiterlijk op 19 juni terug te betalen.", "terug te betalen"),
    (DocumentType.GRANT, "Stuur ons de rekening vóór 15 december 2026.", "Stuur ons de rekening"),
    (DocumentType.MISSING_PAPERS, "U wordt verzocht de stukken binnen 2 weken aan te leveren.", "de stukken"),
    (DocumentType.REMINDER, "Haal uw paspoort vóór 1 juli op.", "Haal uw paspoort"),
    (DocumentType.LETTER, "Wij verzoeken u dringend uw auto vóór 9 juni te verplaatsen.", "uw auto"),
    (
        DocumentType.MISSING_PAPERS,
        "Gelieve de ontbrekende gegevens vóór 1 juli toe te zenden.",
        "de ontbrekende gegevens",
    ),
    (DocumentType.LETTER, "Meld u vóór 9 juni aan via www.waterdam.example.", "Meld u vóór 9 juni aan"),
    (DocumentType.LETTER, "Zet uw container uiterlijk 15 juni aan de stoeprand.", "Zet uw container"),
    (DocumentType.LETTER, "Het is belangrijk dat u vóór 1 juli uw kenteken doorgeeft.", "Het is belangrijk"),
    (DocumentType.LETTER, "Kunt u de heg vóór 1 juli snoeien?", "Kunt u de heg"),
    (DocumentType.LETTER, "Laat ons vóór 1 juli weten of u meedoet.", "Laat ons vóór 1 juli weten"),
    (DocumentType.REMINDER, "Vult u het formulier alstublieft nog in?", "Vult u het formulier"),
    (DocumentType.DEMAND, "Graag zien wij uw betaling vóór 1 juli tegemoet.", "Graag zien wij"),
    (DocumentType.STREET_LETTER, "Uw auto dient weg te zijn uit de straat op 8 juni, vóór 7.00 uur.", "Uw auto dient"),
    (DocumentType.INVITATION, "Uw gesprek is op 9 juni 2026 om 9.00 uur op het stadskantoor.", "Uw gesprek is"),
]


def asked(body: str, analyser: Analyser, type: DocumentType) -> Action | None:
    return june(body, analyser, type=type).action


@pytest.mark.parametrize(("type", "sentence", "words"), ASKED)
def test_the_letter_asks(type: DocumentType, sentence: str, words: str, analyser: Analyser) -> None:
    action = asked(sentence, analyser, type)
    assert action is not None
    assert words in action.what.text


@pytest.mark.parametrize(
    "body",
    [
        "U kunt bezwaar maken tegen dit besluit.",
        "Hebt u vragen? Bel ons dan gerust.",
        "Wilt u meer weten? Lees dan de folder op onze site.",
        "U hoeft zelf niets te doen.",
        "U hoeft daarvoor niet thuis te blijven.",
        "Wij wijzen uw aanvraag af.",
        "Bent u het er niet mee eens? Stuur dan uiterlijk 13 juli een bezwaarschrift.",
        "U kunt ons vragen om de schade te betalen. Stuur een foto en de rekening mee.",
        "Uit het onderzoek blijkt dat u in staat moet worden geacht om te lopen.",
        "Als u verhuist, moet u dat aan ons doorgeven.",
        "Wij moeten uw aanvraag nog beoordelen.",
        "Wij willen uw straat mooier maken.",
        "Lees meer op onze website.",
        "Bel ons als iets niet duidelijk is.",
    ],
)
def test_a_choice_an_offer_or_a_condition_is_no_action(body: str, analyser: Analyser) -> None:
    assert asked(body, analyser, DocumentType.LETTER) is None


def test_all_four_parts(analyser: Analyser) -> None:
    action = asked(
        "U hebt de aanslag nog niet betaald. Betaal uiterlijk 22 juni 2026 € 80.\n\n"
        "Maak het bedrag over naar rekening NL00 WATE 0123 4567 89.\n\n"
        "Betaalt u niet op tijd? Dan sturen wij een deurwaarder. Dat kost u geld.\n\n"
        "Hebt u vragen? Bel 14 0123.",
        analyser,
        DocumentType.FINAL_DEMAND,
    )
    assert action and action.when and action.how and action.otherwise
    assert action.what.text == "Betaal uiterlijk 22 juni 2026 € 80"
    assert action.when.text == "uiterlijk 22 juni 2026"
    assert "NL00 WATE 0123 4567 89" in action.how.text
    assert action.otherwise.text == "Betaalt u niet op tijd? Dan sturen wij een deurwaarder."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Stuur de papieren vóór 1 juli naar info@waterdam.example.", "info@waterdam.example"),
        ("Lever het formulier uiterlijk 9 juni in bij de balie van het stadhuis.", "bij de balie"),
        ("Meld u vóór 9 juni aan. Dat doet u op www.waterdam.example/aanmelden.", "www.waterdam.example/aanmelden"),
        ("Geef het vóór 9 juni door. Dat kan per post: Postbus 10, 1234 AB Waterdam.", "Post"),
        ("Vraag de kaart vóór 9 juni aan met DigiD.", "met DigiD"),
    ],
)
def test_how(body: str, words: str, analyser: Analyser) -> None:
    action = asked(body, analyser, DocumentType.LETTER)
    assert action and action.how and words.lower() in action.how.text.lower()


@pytest.mark.parametrize(
    ("consequence", "words"),
    [
        ("Als u te laat betaalt, krijgt u een boete.", "krijgt u een boete"),
        ("Bij niet-tijdige betaling wordt de vordering verhoogd met rente.", "verhoogd met rente"),
        ("Doet u dat niet, dan vervalt uw aanvraag.", "vervalt uw aanvraag"),
        ("Na die datum vernietigen wij de kaart.", "vernietigen wij de kaart"),
        ("Anders stoppen wij met uw aanvraag.", "stoppen wij met uw aanvraag"),
        ("Krijgen wij niets van u? Dan beslissen wij zonder uw gegevens.", "Dan beslissen wij zonder uw gegevens."),
        ("Indien betaling uitblijft, zullen wij overgaan tot invordering.", "invordering"),
    ],
)
def test_what_happens_otherwise(consequence: str, words: str, analyser: Analyser) -> None:
    action = asked(f"Betaal € 80 vóór 1 juli 2026. {consequence}", analyser, DocumentType.DEMAND)
    assert action and action.otherwise and words in action.otherwise.text


def test_the_day_of_an_invitation_is_its_when(analyser: Analyser) -> None:
    body = "Wij nodigen u uit voor een gesprek op dinsdag 9 juni 2026 om 10.00 uur in het stadhuis, Markt 1."
    letter = june(body, analyser, type=DocumentType.INVITATION)
    assert letter.action and letter.action.when and letter.action.how
    assert letter.action.when.text == "op dinsdag 9 juni 2026 om 10.00 uur"
    assert letter.action.how.text == "in het stadhuis, Markt 1"
    assert [(due.passage.text, due.whom, due.event) for due in letter.deadlines] == [
        (letter.action.when.text, "lezer", True)
    ]


def test_an_action_without_a_date_has_none(analyser: Analyser) -> None:
    action = asked("Betaal € 80 op rekening NL00 WATE 0123 4567 89.", analyser, DocumentType.DEMAND)
    assert action and action.when is None


def test_a_text_for_everybody_asks_nothing(analyser: Analyser) -> None:
    assert asked("Betaal € 80 vóór 1 juli 2026.", analyser, DocumentType.INFORMATION_PAGE) is None
