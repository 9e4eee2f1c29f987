"""Promises: what the municipality will do for this reader, with its term; no conditions, wishes, past or decisions."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .june import june

PROMISED = [
    ("Wij bellen u binnen 2 werkdagen.", "bellen", "binnen 2 werkdagen"),
    ("Een medewerker belt u volgende week.", "bellen", "volgende week"),
    ("Wij sturen u uiterlijk 1 juli 2026 een brief met ons besluit.", "besluit", "uiterlijk 1 juli 2026"),
    ("U krijgt binnen 8 weken een besluit van ons.", "besluit", "binnen 8 weken"),
    ("U hoort uiterlijk 15 juli van ons.", "antwoord", "uiterlijk 15 juli"),
    ("Wij laten u zo snel mogelijk weten wat wij gaan doen.", "antwoord", None),
    ("Op donderdag 11 juni 2026 zetten wij een nieuwe bank in uw straat.", "anders", "Op donderdag 11 juni 2026"),
    ("Onze aannemer legt de stoep uiterlijk 3 juli aan.", "anders", "uiterlijk 3 juli"),
    ("Wij maken het bedrag vóór 20 juni over op uw rekening.", "betaling", "vóór 20 juni"),
    ("In september planten wij drie nieuwe bomen.", "anders", "In september"),
    ("Morgen haalt onze monteur de oude lamp weg.", "anders", "Morgen"),
    ("Ik bel u op 9 juni om een afspraak te maken.", "bellen", "op 9 juni"),
    ("Wij nemen binnen een week contact met u op.", "contact", "binnen een week"),
    ("Onze inspecteur gaat op 10 juni kijken wat er aan de hand is.", "anders", "op 10 juni"),
    ("Wij beslissen uiterlijk 20 juli over uw aanvraag.", "besluit", "uiterlijk 20 juli"),
    ("Het geld wordt uiterlijk 30 juni op uw rekening gestort.", "betaling", "uiterlijk 30 juni"),
    ("Wij beantwoorden uw vraag binnen 10 werkdagen.", "antwoord", "binnen 10 werkdagen"),
    ("In juli laten wij een deskundige de bomen onderzoeken.", "anders", "In juli"),
    ("U kunt ons besluit uiterlijk 1 augustus verwachten.", "besluit", "uiterlijk 1 augustus"),
    ("Wij vervangen de kapotte lantaarn.", "anders", None),
    ("Wij zullen u vóór 1 september een nieuw voorstel sturen.", "anders", "vóór 1 september"),
    ("De plaatsing gebeurt in de week van 22 juni 2026.", "anders", "in de week van 22 juni 2026"),
    ("Op het plein zullen twee banken worden geplaatst.", "anders", None),
    ("In de loop van juli stellen wij een plan op.", "anders", "In de loop van juli"),
    ("Wij bellen u een dag van tevoren.", "bellen", "een dag van tevoren"),
]


@pytest.mark.parametrize(("sentence", "topic", "when"), PROMISED)
def test_a_promise_has_a_topic_and_a_term(sentence: str, topic: str, when: str | None, analyser: Analyser) -> None:
    promises = june(sentence, analyser, type=DocumentType.LETTER).promises
    assert [(p.topic, p.when.text if p.when else None) for p in promises] == [(topic, when)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij behandelen uw gegevens zorgvuldig.",
        "U krijgt een vergunning voor een dakkapel.",
        "U krijgt vanaf 1 juli een uitkering.",
        "Wij geven u een vergunning voor een uitrit.",
        "Als u niet betaalt, sturen wij een deurwaarder.",
        "Betaalt u niet? Dan sturen wij een deurwaarder.",
        "Stuurt u niets, dan stoppen wij met uw aanvraag.",
        "Wij hebben u op 3 mei gebeld.",
        "Wij belden u op 3 mei.",
        "Wij willen u graag spreken.",
        "Wij kunnen u misschien helpen.",
        "Wij vragen u het formulier vóór 1 juli te sturen.",
        "Wij nodigen u uit voor een gesprek op 9 juni 2026.",
        "Wij hopen dat u snel weer veilig over straat kunt.",
        "Wij sturen u geen nieuwe rekening.",
        "Wij verklaren uw bezwaar ongegrond.",
        "Wij bedanken u voor uw brief.",
        "U betaalt dit bedrag uiterlijk 1 juli.",
        "Wij verlengen de termijn met 4 weken.",
        "Ontvangen wij de stukken niet op tijd, dan nemen wij geen besluit.",
        "Indien dit aan de orde is, wordt u vóór 4 november geïnformeerd.",
        "U krijgt hierover een brief van het CAK.",
        "U krijgt in mei bericht van uw zorgverzekeraar.",
        "De aannemer plaatst het hek in maart 2027.",
        "Het terrein maken we elke nacht schoon.",
        "Op zaterdag 20 juni wordt gezamenlijk het pad opgeknapt.",
        "Van maandag 29 juni tot eind juli vernieuwen wij de riolering.",
        "Tijdens dit gesprek zal worden besproken welke hulp er is.",
        "Wij vragen alle bewoners hun rookmelder voor 1 juli 2026 te controleren.",
    ],
)
def test_what_depends_or_always_happens_or_is_decided_is_no_promise(sentence: str, analyser: Analyser) -> None:
    assert june(sentence, analyser, type=DocumentType.LETTER).promises == ()


def test_an_answer_under_a_question_to_some_readers_is_no_promise(analyser: Analyser) -> None:
    assert june("Kunt u niet komen?\n\nWij brengen de kaart bij u thuis.", analyser).promises == ()


def test_a_page_promises_nothing_to_one_reader(analyser: Analyser) -> None:
    body = "Wij bellen u binnen 2 werkdagen."
    assert june(body, analyser, type=DocumentType.PRODUCT_PAGE).promises == ()


def test_what_points_back_gives_its_moment_to_the_promise_before_it(analyser: Analyser) -> None:
    promises = june(
        "Daarna bellen wij u. Dat doen we uiterlijk 16 juni 2026.", analyser, type=DocumentType.LETTER
    ).promises
    assert [(p.passage.text, p.when.text if p.when else None) for p in promises] == [
        ("Daarna bellen wij u", "uiterlijk 16 juni 2026")
    ]


def test_a_promise_is_the_clause_and_not_the_sentence(analyser: Analyser) -> None:
    (promise,) = june("U hoeft niets te doen, want wij bellen u uiterlijk 9 juni.", analyser).promises
    assert promise.passage.text == "want wij bellen u uiterlijk 9 juni"
