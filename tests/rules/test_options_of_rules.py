"""The settings that a municipality can give to rules about numbers, names and the shape of a page."""

from __future__ import annotations

import pytest

from b1check.documents import readers
from b1check.documents.document import BlockKind, Document
from b1check.findings import Severity
from b1check.language.analysis import Analyser
from b1check.letter import parts

from . import examples


def found(rule: str, text: str, analyser: Analyser, **options: object) -> list[str]:
    rules = [examples.one_rule(rule, **options)]
    return [finding.text for finding in examples.findings(rules, examples.one_block(text), analyser)]


def fixed(rule: str, text: str, analyser: Analyser, **options: object) -> str:
    rules = [examples.one_rule(rule, **options)]
    return examples.first_fixes(text, examples.findings(rules, examples.one_block(text), analyser))


def page(html: str) -> Document:
    return parts.label(readers.read_text(html, name="pagina.html", format="html"))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("U hebt 6 weken de tijd.", "U hebt zes weken de tijd."),
        ("3 nieuwe bomen staan er al.", "Drie nieuwe bomen staan er al."),
        ("Betaal vóór 3 mei 2026 om 9 uur.", None),
        ("Dat kost 5 euro en is 10 meter lang.", None),
        ("Lees artikel 4 lid 2 en stap 3.", None),
        ("Wij planten 25 bomen.", None),
    ],
)
def test_numbers_in_words_where_the_municipality_wants_those(text: str, fix: str | None, analyser: Analyser) -> None:
    assert fixed("telwoord-of-cijfer", text, analyser, form="woorden") == (fix or text)


def test_numbers_in_words_are_silent_where_words_are_wanted(analyser: Analyser) -> None:
    assert found("telwoord-of-cijfer", "Reageer binnen zes weken.", analyser, form="woorden") == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("U betaalt €50.", "U betaalt € 50."),
        ("U betaalt € 1500.", "U betaalt € 1.500."),
        ("U betaalt € 93,60.", "U betaalt € 93,60."),
        ("U betaalt € 12.500,-.", "U betaalt € 12.500."),
        ("U betaalt €\u00a050.", "U betaalt €\u00a050."),
        ("U betaalt 1500 € per jaar.", "U betaalt € 1.500 per jaar."),
    ],
)
def test_amounts(text: str, fix: str, analyser: Analyser) -> None:
    assert fixed("bedrag-notatie", text, analyser) == fix


def test_amounts_may_stand_against_the_sign(analyser: Analyser) -> None:
    assert found("bedrag-notatie", "U betaalt €50.", analyser, tight=True) == []


def test_zero_cents_can_be_reported(analyser: Analyser) -> None:
    assert fixed("bedrag-notatie", "U betaalt € 50,00.", analyser, zero_cents=False) == "U betaalt € 50."


def test_a_municipality_lists_its_own_names(analyser: Analyser) -> None:
    words = {"cluster Ruimte": "de gemeente", "TIP": ""}
    text = "Bel het cluster Ruimte of ga naar het TIP. Dit is een tip."
    assert found("interne-naam", text, analyser, words=words) == ["het cluster Ruimte", "het TIP"]
    assert fixed("interne-naam", "Bel het cluster Ruimte.", analyser, words=words) == "Bel de gemeente."


def test_a_municipality_keeps_a_listed_word(analyser: Analyser) -> None:
    assert found("burger", "De burger en de klant.", analyser, keep=["burger"]) == ["klant"]


def test_no_words_is_no_crash(analyser: Analyser) -> None:
    assert found("burger", "De burger en de klant.", analyser, words={}) == []


def test_a_term_for_the_reader_weighs_more_than_a_promise(analyser: Analyser) -> None:
    text = "U moet binnen 2 weken reageren. Wij antwoorden binnen 2 weken."
    rules = [examples.one_rule("termijn-zonder-startpunt")]
    findings = examples.findings(rules, examples.one_block(text), analyser)
    assert [finding.severity for finding in findings] == [Severity.LET_OP, Severity.TIP]


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("Rijbewijs verlengen", False),
        ("Rijbewijs verlengen - Gemeente Zandwijk", False),
        ("Home", True),
        ("Gemeente Oud-Zandwijk | Home", True),
        ("", True),
        ("R" * 61, True),
    ],
)
def test_title_of_a_page(title: str, problem: bool, analyser: Analyser) -> None:
    html = f"<html><head><title>{title}</title></head><body><p>Maak een afspraak.</p></body></html>"
    findings = examples.findings([examples.one_rule("paginatitel")], page(html), analyser)
    assert bool(findings) is problem


def test_hours_in_the_foot_of_a_page_count(analyser: Analyser) -> None:
    html = "<p>Bel 14 0396 voor een afspraak.</p>{}"
    rules = [examples.one_rule("telefoonnummer-zonder-uitleg")]
    footer = "<footer>Open van 9.00 tot 17.00 uur</footer>"
    assert examples.findings(rules, page(html.format("")), analyser)
    assert not examples.findings(rules, page(html.format(footer)), analyser)


def test_words_in_a_quotation_do_not_count_as_an_exception(analyser: Analyser) -> None:
    text = "Dit mag, tenzij u te laat bent, maar “mits” is een lastig woord."
    assert found("uitzondering-op-uitzondering", text, analyser) == []


def test_a_wall_of_text_ends_at_a_line_that_looks_like_a_heading(analyser: Analyser) -> None:
    paragraph = "<p>" + "Wij kijken samen met u naar het plan en wij letten daarbij op de kosten. " * 4 + "</p>"
    rules = [examples.one_rule("muur-van-tekst")]
    assert len(examples.findings(rules, page(paragraph * 4), analyser)) == 1
    assert not examples.findings(rules, page(paragraph * 2 + "<p>Wat kost het?</p>" + paragraph * 2), analyser)


def test_a_letter_is_no_page(analyser: Analyser) -> None:
    document = examples.blocks(
        ("Beste bewoner,", BlockKind.SALUTATION), ("Vanaf volgende maand betaalt u meer.", BlockKind.PARAGRAPH)
    )
    assert examples.findings([examples.one_rule("relatieve-datum")], document, analyser)
    assert not examples.findings([examples.one_rule("tijdsgevoelige-tekst")], document, analyser)
