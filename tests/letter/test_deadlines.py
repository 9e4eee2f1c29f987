"""Deadlines: which words, which day, and who must act. Every letter here is of 1 June 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from b1check.language.analysis import Analyser
from b1check.language.dates import find as find_dates

from .june import june
from .letters import read

FOUND = [
    ("Wilt u de kaart deze week nog ophalen?", "deze week nog", None, "lezer"),
    ("De aangifte dient maandag 15 juni 2026 in ons bezit te zijn.", "maandag 15 juni 2026", "2026-06-15", "lezer"),
    ("Graag horen wij vóór 1 juli 2026 van u.", "vóór 1 juli 2026", "2026-06-30", "lezer"),
    ("U hebt nog tijd tot en met 12 juni 2026.", "tot en met 12 juni 2026", "2026-06-12", "lezer"),
    ("Betaal het bedrag vóór 1 juli 2026.", "vóór 1 juli 2026", "2026-06-30", "lezer"),
    ("Stuur het formulier uiterlijk 15 juni 2026 terug.", "uiterlijk 15 juni 2026", "2026-06-15", "lezer"),
    ("Wij ontvangen uw antwoord graag uiterlijk op 20 juni.", "uiterlijk op 20 juni", "2026-06-20", "lezer"),
    ("U kunt tot en met 30 juni 2026 reageren op het plan.", "tot en met 30 juni 2026", "2026-06-30", "lezer"),
    ("De betaling moet uiterlijk 12 juni 2026 bij ons binnen zijn.", "uiterlijk 12 juni 2026", "2026-06-12", "lezer"),
    ("Het bedrag dient vóór 10-07-2026 te zijn voldaan.", "vóór 10-07-2026", "2026-07-09", "lezer"),
    (
        "U krijgt binnen 8 weken na de datum van deze brief een besluit.",
        "binnen 8 weken na de datum van deze brief",
        "2026-07-27",
        "gemeente",
    ),
    (
        "Binnen zes weken na de dag van verzending van dit besluit kan hiertegen bezwaar worden gemaakt.",
        "Binnen zes weken na de dag van verzending van dit besluit",
        "2026-07-13",
        "lezer",
    ),
    (
        "U kunt binnen 6 weken na verzending bezwaar maken bij het college.",
        "binnen 6 weken na verzending",
        "2026-07-13",
        "lezer",
    ),
    (
        "Lever de stukken binnen twee weken na dagtekening van deze brief aan ons aan.",
        "binnen twee weken na dagtekening van deze brief",
        "2026-06-15",
        "lezer",
    ),
    (
        "Wij beslissen binnen acht weken na ontvangst van uw aanvraag op uw verzoek.",
        "binnen acht weken na ontvangst van uw aanvraag",
        None,
        "gemeente",
    ),
    (
        "Binnen 3 weken nadat wij uw stukken hebben ontvangen, krijgt u bericht.",
        "Binnen 3 weken nadat wij uw stukken hebben ontvangen",
        None,
        "gemeente",
    ),
    (
        "Het beroepschrift moet worden ingediend binnen zes weken, te rekenen vanaf de dag na verzending.",
        "binnen zes weken, te rekenen vanaf de dag na verzending",
        "2026-07-13",
        "lezer",
    ),
    ("Een collega belt u binnen 2 werkdagen.", "binnen 2 werkdagen", None, "gemeente"),
    ("Wij maken het geld uiterlijk vrijdag 26 juni over.", "uiterlijk vrijdag 26 juni", "2026-06-26", "gemeente"),
    ("U hebt zes weken de tijd om bezwaar te maken.", "zes weken", None, "lezer"),
    ("Wij hebben nu nog 4 weken om een besluit te nemen.", "nog 4 weken", None, "gemeente"),
    (
        "De termijn is 6 weken en begint op de dag na de verzenddatum.",
        "6 weken en begint op de dag na de verzenddatum",
        "2026-07-13",
        "lezer",
    ),
    ("De laatste dag is 13 juli 2026.", "De laatste dag is 13 juli 2026", "2026-07-13", "lezer"),
    (
        "Geef het minstens 2 weken vóór de verhuizing aan ons door.",
        "minstens 2 weken vóór de verhuizing",
        None,
        "lezer",
    ),
    ("Het werk is uiterlijk 3 juli klaar.", "uiterlijk 3 juli", "2026-07-03", "gemeente"),
    ("Onze aannemer legt de stoep vóór 1 augustus aan.", "vóór 1 augustus", "2026-07-31", "gemeente"),
    (
        "Wij vragen u de rekening binnen 30 dagen na vandaag te betalen.",
        "binnen 30 dagen na vandaag",
        "2026-07-01",
        "lezer",
    ),
    ("Wilt u uiterlijk eind juni laten weten of u komt?", "uiterlijk eind juni", None, "lezer"),
    ("Vul het formulier in en stuur het vóór 9 januari terug.", "vóór 9 januari", "2027-01-08", "lezer"),
    ("U kunt ons tot 8 juni bellen om de afspraak te verzetten.", "tot 8 juni", "2026-06-07", "lezer"),
    (
        "Wij moeten het formulier uiterlijk 14 juni van u hebben.",
        "uiterlijk 14 juni",
        "2026-06-14",
        "lezer",
    ),
    (
        "Het college gelast u de schutting vóór 1 september 2026 te verwijderen.",
        "vóór 1 september 2026",
        "2026-08-31",
        "lezer",
    ),
]


@pytest.mark.parametrize(("sentence", "words", "date", "whom"), FOUND)
def test_a_deadline_has_its_words_its_day_and_somebody(
    sentence: str, words: str, date: str | None, whom: str, analyser: Analyser
) -> None:
    found = [(d.passage.text, d.date and d.date.isoformat(), d.whom) for d in june(sentence, analyser).deadlines]
    assert found == [(words, date, whom)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tot 24 september!",
        "U moest ons vóór 1 mei 2026 een verslag sturen.",
        "Uw pas is geldig tot 1 januari 2028.",
        "De weg is van 8 juni tot en met 19 juni dicht.",
        "De balie is open van maandag tot en met vrijdag.",
        "Het overleg met de buurt is op dinsdag 9 juni 2026 om 10.00 uur.",
        "Meestal duurt het binnen 2 weken.",
        "Meestal krijgt u binnen 2 weken een antwoord.",
        "Op 2 april ontvingen wij uw aanvraag.",
        "Wij verlengen de termijn met 4 weken.",
        "Dit is de uitnodiging voor 12 juni.",
        "Tot 5 september kunt u geen boeken lenen.",
        "Wij kregen uw brief binnen 2 dagen.",
    ],
)
def test_a_period_a_greeting_or_a_look_back_is_no_deadline(sentence: str, analyser: Analyser) -> None:
    assert june(sentence, analyser).deadlines == ()


def test_a_promised_day_is_a_deadline_of_the_municipality(analyser: Analyser) -> None:
    (due,) = june("Op donderdag 11 juni 2026 zetten wij een nieuwe bank in uw straat.", analyser).deadlines
    assert (due.whom, due.date) == ("gemeente", dt.date(2026, 6, 11))


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Waterdam, 3 mei 2026", dt.date(2026, 5, 3)),
        ("Datum: 3 mei 2026\nUw brief van: 1 april 2026", dt.date(2026, 5, 3)),
        ("Uw aanvraag: 1 april 2026\n\nVerzonden: 3 mei 2026", dt.date(2026, 5, 3)),
        ("Donderdag 3 mei 2026\nZaaknummer: 12", dt.date(2026, 5, 3)),
        ("Dagtekening 3-5-2026", dt.date(2026, 5, 3)),
        ("Gemeente Waterdam", None),
    ],
)
def test_the_date_of_a_letter(head: str, date: dt.date | None, analyser: Analyser) -> None:
    letter = read(f"{head}\n\nBeste mevrouw Bakker,\n\nU kreeg op 2 april 2026 een brief van ons.\n", analyser)
    assert (letter.date.date if letter.date else None) == date


def test_a_page_has_a_date_only_in_a_line_by_itself_or_behind_a_label(analyser: Analyser) -> None:
    alone = read("# Zwembad dicht\n\n18 augustus 2026\n\nHet zwembad gaat dicht.\n", analyser, format="md")
    assert alone.date and alone.date.date == dt.date(2026, 8, 18)
    assert read("# Zwembad dicht\n\nHet zwembad gaat dicht op 18 augustus 2026.\n", analyser, format="md").date is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("2 mei", dt.date(2026, 5, 2)), ("2 januari", dt.date(2027, 1, 2)), ("9 juli", dt.date(2026, 7, 9))],
)
def test_a_date_without_a_year_is_the_near_one(words: str, day: dt.date) -> None:
    assert next(find_dates(words)).near(dt.date(2026, 6, 1)) == day


def test_a_long_text_costs_little_for_each_sentence(analyser: Analyser) -> None:
    letter = read("Beste mevrouw Bakker,\n\n" + "Betaal het bedrag vóór 1 juli 2026. " * 400, analyser)
    assert len(letter.deadlines) == 400


def test_a_last_day_in_a_row_of_a_bill(analyser: Analyser) -> None:
    body = "Hierbij krijgt u uw rekening.\n\nBedrag: € 84,00\nBetalen vóór: 1 augustus 2026\nKenmerk: 8811"
    found = [(due.passage.text, due.whom) for due in june(body, analyser).deadlines]
    assert found == [("1 augustus 2026", "lezer")]
