"""Headings that say what the letter asks or offers, in other words than those of the gold data."""

from __future__ import annotations

import pytest

from b1check import check
from b1check.language.analysis import Analyser
from b1check.letter.model import Letter
from b1check.report import Report

from .letters import read

HEAD = """Gemeente Zandwijk

Mevrouw A. de Boer
Lindelaan 4
1234 AB Zandwijk

Zandwijk, 3 maart 2026
Onderwerp: {subject}

Beste mevrouw De Boer,

{body}

Hebt u vragen? Bel dan met Kees Smit, telefoon 0123 45 67 89.

Met vriendelijke groet,

Kees Smit
"""


def understood(analyser: Analyser, subject: str, body: str) -> Letter:
    return read(HEAD.format(subject=subject, body=body), analyser)


ORDERED = [
    (
        "u krijgt een tegemoetkoming",
        "U krijgt € 90 voor uw busreizen.\n\nLever uw kaartjes in\n\nStuur die vóór 20 maart 2026 naar ons.",
        "Lever uw kaartjes in",
        "vóór 20 maart 2026",
    ),
    (
        "uw tuinhek",
        "Uw hek staat op onze grond.\n\nVerplaats het hek naar uw eigen tuin\n\nDoe dit uiterlijk 1 mei 2026.",
        "Verplaats het hek naar uw eigen tuin",
        "uiterlijk 1 mei 2026",
    ),
    (
        "uw abonnement op de sporthal",
        "Uw club heeft een nieuw bestuur.\n\nGeef de namen van het bestuur door\n\nStuur ze uiterlijk 14 april 2026.",
        "Geef de namen van het bestuur door",
        "uiterlijk 14 april 2026",
    ),
]


@pytest.mark.parametrize(("subject", "body", "what", "when"), ORDERED)
def test_words_that_point_back_to_a_heading_leave_the_task_to_it(
    analyser: Analyser, subject: str, body: str, what: str, when: str
) -> None:
    action = understood(analyser, subject, body).action
    assert action is not None
    assert action.when is not None
    assert (action.what.text, action.when.text) == (what, when)


DATED = [
    ("Betaal uiterlijk 26 mei 2026", "Maak het bedrag over op NL00 ZAND 0123 4567 89."),
    ("Betaal vóór 4 juni 2026", "Het geld moet op NL00 ZAND 0123 4567 89 komen te staan."),
    ("Maak het geld over vóór 1 juni 2026", "Gebruik daarvoor NL00 ZAND 0123 4567 89."),
]


@pytest.mark.parametrize(("heading", "below"), DATED)
def test_a_heading_can_hold_the_last_day(analyser: Analyser, heading: str, below: str) -> None:
    found = understood(
        analyser, "u moet € 80 betalen", f"U moet € 80 betalen voor uw standplaats.\n\n{heading}\n\n{below}"
    )
    (due,) = found.deadlines
    assert due.passage.text in heading
    assert found.action is not None
    assert found.action.when == due.passage


WHY = [
    ("Waarom vragen wij dit?", "In de regels staat dat u elk jaar binnen een maand uw inkomen doorgeeft."),
    ("Waarom is dit nodig?", "Volgens uw contract levert u elk kwartaal binnen twee weken de cijfers in."),
    ("De reden hiervan", "In uw vergunning staat dat u binnen een week elke verandering meldt."),
]


@pytest.mark.parametrize(("heading", "below"), WHY)
def test_what_stands_under_the_question_why_is_no_task(analyser: Analyser, heading: str, below: str) -> None:
    action = understood(
        analyser, "herinnering", f"Wij missen nog iets van u. Geef dit vóór 20 maart 2026 door.\n\n{heading}\n\n{below}"
    ).action
    assert action is not None
    assert action.what.text == "Geef dit vóór 20 maart 2026 door"


STEPS = [
    ("Goed nieuws: u krijgt de baan. Stuur ons het formulier met uw gegevens terug.", "Zo doet u dat"),
    ("U staat op de lijst voor een volkstuin. Geef ons door welke tuin u wilt.", "Zo werkt het"),
    ("Uw straat krijgt nieuwe bomen. Vertel ons welke boom u wilt.", "Hoe doet u mee?"),
]


@pytest.mark.parametrize(("body", "heading"), STEPS)
def test_a_task_with_its_steps_below_needs_no_date_to_be_one(analyser: Analyser, body: str, heading: str) -> None:
    action = understood(
        analyser,
        "goed nieuws",
        f"{body}\n\n{heading}\n\nDoe uw antwoord in de witte envelop. Een postzegel is niet nodig.",
    ).action
    assert action is not None
    assert action.what.text == body.partition(". ")[2].rstrip(".")


REMEDIES = [
    ("U kunt bezwaar maken", "Schrijf dan uiterlijk 14 april 2026 een brief aan het college van Zandwijk."),
    ("U kunt tegen dit besluit bezwaar maken", "Dat doet u uiterlijk 14 april 2026 in een brief aan het college."),
    ("Maak bezwaar bij het college", "Stuur uiterlijk 14 april 2026 een brief naar Postbus 1, 1234 AB Zandwijk."),
]


@pytest.mark.parametrize(("heading", "below"), REMEDIES)
def test_a_heading_can_offer_the_remedy(analyser: Analyser, heading: str, below: str) -> None:
    body = "Wij wijzen uw aanvraag af, omdat uw inkomen te hoog is."
    found = understood(
        analyser, "u krijgt geen toeslag", f"{body}\n\n{heading}\n\nBent u het niet met ons eens? {below}"
    )
    (clause,) = found.clauses
    assert clause.kind == "bezwaar"
    assert clause.elements["termijn"].text.endswith("14 april")


def reported(body: str) -> Report:
    return check(HEAD.format(subject="de kringloop", body=body))


@pytest.mark.parametrize(
    "body",
    [
        "De kringloop haalt spullen op. Bel daarvoor 14 0381.\n\nMeer weten? Bel mevrouw Peters van Milieu, 14 0382.",
        "Opzeggen kan bij Zorgkas Noord, telefoon 14 0397.\n\nLiever langskomen? Of bel 14 0398.",
        "Een afspraak maken? Bel 14 0311.\n\nVoor uw paspoort belt u team Burgerzaken: 14 0312.",
    ],
)
def test_short_numbers_of_different_owners_are_no_slip(body: str) -> None:
    assert "tegenstrijdig-in-document" not in [finding.rule for finding in reported(body).findings]


@pytest.mark.parametrize(
    "body",
    [
        "Wij helpen u graag. Bel 14 0311.\n\nWij zijn er elke dag. Bel 14 0312.",
        "U kunt ons bellen op 0123 45 67 91.\n\nWij zijn er elke dag. Bel 0123 45 67 19.",
    ],
)
def test_numbers_without_an_owner_that_nearly_agree_are_a_slip(body: str) -> None:
    assert "tegenstrijdig-in-document" in [finding.rule for finding in reported(body).findings]
