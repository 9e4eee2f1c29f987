"""Facts in one form: what is the same, and what is not."""

from __future__ import annotations

import pytest

from b1check import stated
from b1check.documents import readers
from b1check.stated import FactKind, Stated


def find(text: str, format: str = "txt") -> tuple[Stated, ...]:
    return stated.find(readers.read_text(text, format=format).blocks)


def only(text: str, kind: FactKind) -> Stated:
    (one,) = (fact for fact in find(text) if fact.kind is kind)
    return one


SAME = [
    (FactKind.AMOUNT, "Het kost € 1.500,- per jaar.", "Het kost €1500 per jaar."),
    (FactKind.AMOUNT, "U betaalt EUR 1.500,00.", "U betaalt 1500 euro."),
    (FactKind.AMOUNT, "U betaalt vijftig euro.", "U betaalt € 50."),
    (FactKind.AMOUNT, "Het kost € 1,5 miljoen.", "Het kost € 1.500.000."),
    (FactKind.PERCENTAGE, "Dat is vijf procent.", "Dat is 5%."),
    (FactKind.MEASURE, "De schutting is 1,5 meter hoog.", "De schutting is 1,50 m hoog."),
    (FactKind.MEASURE, "Het dak is vijftig m² groot.", "Het dak is 50 vierkante meter groot."),
    (FactKind.DATE, "Het begint op 03-04-2026.", "Het begint op vrijdag 3 april 2026."),
    (FactKind.DATE, "Het begint op 3 april.", "Het begint op 3 april 2026."),
    (FactKind.TERM, "Dat duurt zes weken.", "Dat duurt 6 weken."),
    (FactKind.TERM, "Dat moet binnen een week.", "Dat moet binnen 1 week."),
    (FactKind.TERM, "Dat duurt vierentwintig maanden.", "Dat duurt 24 maanden."),
    (FactKind.TIME, "Kom om 9.30 uur.", "Kom om 09:30 uur."),
    (FactKind.TIME, "Kom om 9 uur.", "Kom om 9.00 uur."),
    (FactKind.PHONE, "Bel (0397) 12 34 56.", "Bel 0397-123456."),
    (FactKind.PHONE, "Bel +31 6 12345678.", "Bel 06 - 12 34 56 78."),
    (FactKind.PHONE, "Bel 140397.", "Bel 14 0397."),
    (FactKind.MAIL, "Mail naar Info@dorp.example.", "Mail naar info@dorp.example"),
    (FactKind.SITE, "Kijk op https://www.dorp.example/afval/.", "Kijk op dorp.example/afval."),
    (FactKind.REFERENCE, "Ons kenmerk: Z-2026.0123", "Kenmerk Z 2026 0123"),
    (FactKind.REFERENCE, "Maak over naar NL00 BANK 0123 4567 89.", "Maak over naar NL00BANK0123456789."),
    (FactKind.ARTICLE, "Zie art. 3:45 Awb.", "Zie artikel 3:45 van de Algemene wet bestuursrecht."),
    (FactKind.ARTICLE, "Artikel 2, lid 1, van de Wmo 2015.", "Artikel 2 van de Wet maatschappelijke ondersteuning."),
    (FactKind.ARTICLE, "Zie artikel 3:45 van de Awb.", "Zie artikel 3:45."),
    (FactKind.ADDRESS, "Het is bij Dorpsstraat 12 b.", "Het is bij Dorpsstraat 12B."),
    (FactKind.ADDRESS, "Stuur het naar 1234AB Dorp.", "Stuur het naar 1234 AB Dorp."),
    (FactKind.NAME, "U spreekt met mevrouw S. van den Berg.", "U spreekt met S. van den Berg."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_the_same_fact_in_two_forms(kind: FactKind, one: str, other: str) -> None:
    assert only(one, kind).same(only(other, kind))


DIFFERENT = [
    (FactKind.AMOUNT, "Het kost € 15,00.", "Het kost € 1.500."),
    (FactKind.DATE, "Het begint op 3 april 2026.", "Het begint op 4 april 2026."),
    (FactKind.DATE, "Het begint op 3 april 2026.", "Het begint op 3 april 2027."),
    (FactKind.TERM, "Dat duurt 14 dagen.", "Dat duurt 2 weken."),
    (FactKind.TERM, "Dat duurt 5 dagen.", "Dat duurt 5 werkdagen."),
    (FactKind.PHONE, "Bel 0397 12 34 56.", "Bel 0397 12 34 65."),
    (FactKind.ARTICLE, "Zie artikel 3:45 van de Awb.", "Zie artikel 3:45 van de Woo."),
    (FactKind.ADDRESS, "Het is bij Dorpsstraat 12.", "Het is bij Dorpsstraat 21."),
]


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_another_fact(kind: FactKind, one: str, other: str) -> None:
    assert not only(one, kind).same(only(other, kind))


def kinds(text: str) -> list[tuple[FactKind, str]]:
    return [(fact.kind, fact.text) for fact in find(text)]


def test_words_belong_to_one_fact() -> None:
    assert kinds("Maak € 93,60 over naar NL00 BANK 0123 4567 89.") == [
        (FactKind.AMOUNT, "€ 93,60"),
        (FactKind.REFERENCE, "NL00 BANK 0123 4567 89"),
    ]
    assert kinds("Bel op 3 april 2026 om 9.30 uur naar 06 12345678.") == [
        (FactKind.DATE, "3 april 2026"),
        (FactKind.TIME, "9.30"),
        (FactKind.PHONE, "06 12345678"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wij planten 3 bomen in de wijk.",
        "U krijgt een brief. Daarna belt u ons.",
        "Dat geldt voor het jaar 2026-2027 en voor 12.500 mensen.",
        "Bel Team Invordering.",
        "Wij volgen de Algemene wet bestuursrecht.",
        "Vraag het de gemeente of het College.",
    ],
)
def test_what_is_no_fact(text: str) -> None:
    assert kinds(text) == []


def test_both_days_of_a_shared_month() -> None:
    days = [fact.key for fact in find("Wij werken op 21 en 22 mei 2026.") if fact.kind is FactKind.DATE]
    assert sorted(days) == [("5-21", "2026"), ("5-22", "2026")]


def test_the_first_day_of_a_period() -> None:
    days = [fact.key for fact in find("Van maandag 12 tot en met vrijdag 16 oktober.")]
    assert sorted(days) == [("10-12", ""), ("10-16", "")]
    assert [fact.key for fact in find("Kom naar kamer 3, maandag 5 oktober.")] == [("10-5", "")]


def test_the_line_above_a_postcode_is_an_address() -> None:
    found = find("De heer T. Kuiper\nHelmgras 27\n6192 BR Dorp")
    assert [fact.key for fact in found if fact.kind is FactKind.ADDRESS] == [("helmgras", "27"), ("postcode", "6192br")]


def test_a_long_number_for_a_payment_is_no_phone_number() -> None:
    assert kinds("Noem betalingskenmerk 8841 2026 0045 1900.") == [(FactKind.REFERENCE, "8841 2026 0045 1900")]


def test_both_times_of_opening_hours() -> None:
    assert [fact.key for fact in find("Open: 9.00 - 17.00 uur.")] == [("9:00",), ("17:00",)]
    assert [fact.key for fact in find("Open van 9 tot 17 uur.")] == [("9:00",), ("17:00",)]


def test_a_length_in_hours_is_a_term() -> None:
    assert kinds("Zeg het 24 uur van tevoren.") == [(FactKind.TERM, "24 uur")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De heer J.P. de Vries woont daar.", [("vries",)]),
        ("Dat doet Sterre Bakker. Wij bellen u.", [("sterre", "bakker")]),
        ("Bakker belt u.", []),
        ("Met groet,\n\nmr. K. Wiersma", [("wiersma",)]),
        ("U bent maandag welkom in De Ark.", [("ark",)]),
    ],
)
def test_names(text: str, names: list[tuple[str, ...]]) -> None:
    assert [fact.key for fact in find(text) if fact.kind is FactKind.NAME] == names


def test_the_letter_before_a_heading_is_no_initial() -> None:
    assert find("<h2>A. Gegevens</h2><p>Vul het in.</p>", "html") == ()


def test_the_targets_of_links_are_facts() -> None:
    page = '<p>Lees <a href="https://www.dorp.example/afval">meer</a> of <a href="mailto:a@dorp.example">mail</a>.</p>'
    assert [(fact.kind, fact.key) for fact in find(page, "html")] == [
        (FactKind.SITE, ("dorp.example/afval",)),
        (FactKind.MAIL, ("a@dorp.example",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("14 dagen", ("dag", 14)), ("2 weken", ("dag", 14)), ("1 jaar", ("maand", 12)), ("5 werkdagen", None)],
)
def test_the_length_of_a_term(text: str, expected: tuple[str, float] | None) -> None:
    assert stated.length(only(f"Dat duurt {text}.", FactKind.TERM)) == expected


def test_hours_that_no_clock_has_are_a_length_of_time() -> None:
    facts = find("U werkt van 20 tot 36 uur per week. Bel van 9 tot 12 uur.")
    assert [fact.key for fact in facts if fact.kind is FactKind.TERM] == [("36", "uur")]
    assert [fact.key for fact in facts if fact.kind is FactKind.TIME] == [("9:00",), ("12:00",)]


@pytest.mark.parametrize(("text", "count"), [("Ons kenmerk: Z-26", 0), ("Ons kenmerk: Z-026", 1)])
def test_a_reference_has_four_signs_or_more(text: str, count: int) -> None:
    assert sum(fact.kind is FactKind.REFERENCE for fact in find(text)) == count
