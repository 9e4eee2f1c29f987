"""Sentences in which a word has another meaning, or another grammar: no fix may change those by itself."""

from __future__ import annotations

import pytest

import b1check
from b1check import Applicability, Edit

STAYS = [
    "Wij hebben amper geld voor dit plan.",
    "Er kwamen amper 10 mensen naar de avond.",
    "Dit gebeurt nooit ofte nimmer.",
    "Het gaat om een probleem van tijdelijke aard.",
    "Dit is een zaak van groot belang.",
    "Op welke wijze dan ook krijgt u bericht.",
    "Wij letten op deze wijze van betalen.",
    "Hij kreeg ontslag op staande voet.",
    "Bewaar de bon van uw aankopen.",
    "U kunt de erfenis beneficiair aanvaarden.",
    "Dit staat in de memorie van toelichting.",
    "De publieke opinie is veranderd.",
    "Het is louter en alleen door u gelukt.",
    "Het onderzoek ter plekke van de brug is klaar.",
    "Hij werkt evenzeer als zij.",
    "De ingezonden stukken staan op de agenda.",
    "Zij tekent krachtens mandaat.",
    "Voor kopie conform, de griffier.",
    "De uitvoering is conform.",
    "Het regulier overleg is op maandag.",
    "Het verstrekte is niet goed.",
    "Ik was teneinde raad.",
    "U kunt ons schrijven of bellen.",
    "U vraagt een duplicaat van uw rijbewijs aan.",
    "Dit geldt voor de duur van het contract.",
    "Het feest verliep naar verwachting.",
    "Wie zich toegang verschaft, krijgt een boete.",
    "Kom zo enigszins mogelijk op tijd.",
    "Een rapport van groot belang ligt klaar.",
    "Het zgn. nulmoment is 1 mei.",
    "Te midden van de drukte viel hij.",
    "Kom zo nu en dan langs.",
    "Opdat u op tijd bent, sturen wij een brief.",
]
"""Each holds a word that is swapped at once elsewhere."""

BECOMES = {
    "De gemeente verstrekt leningen.": "De gemeente geeft leningen.",
    "De stichting verstrekte maaltijden.": "De stichting gaf maaltijden.",
    "Het bureau verricht werk voor de gemeente.": "Het bureau doet werk voor de gemeente.",
    "De reeds verstrekte gegevens kloppen.": "De al verstrekte gegevens kloppen.",
    "Wij handelen teneinde schade te voorkomen.": "Wij handelen om schade te voorkomen.",
    "Dit geldt voor de duur van 2 jaar.": "Dit geldt voor 2 jaar.",
    "Het meisje zegt dat zij thans wacht.": "Het meisje zegt dat zij nu wacht.",
    "U leest dit in ons schrijven.": "U leest dit in onze brief.",
    "De raad heeft het voorstel aanvaard.": "De raad heeft het voorstel geaccepteerd.",
    "De brug is dicht, hetgeen lastig is.": "De brug is dicht, wat lastig is.",
    "Dat kost € 200 p.j.": "Dat kost € 200 per jaar.",
    "Dat kost € 5 p.u. Wij bellen u.": "Dat kost € 5 per uur. Wij bellen u.",
    "Zij heeft getracht dit te voorkomen.": "Zij heeft geprobeerd dit te voorkomen.",
}


def _safely(text: str) -> str:
    """Return ``text`` with all fixes that change it without asking."""
    edits: list[Edit] = []
    for finding in b1check.check(text).findings:
        safe = [fix for fix in finding.fixes if fix.applicability is Applicability.SAFE]
        edits += safe[0].edits if safe else ()
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize("text", STAYS)
def test_words_with_another_meaning_stay(text: str) -> None:
    assert _safely(text) == text


@pytest.mark.parametrize("text", BECOMES)
def test_the_same_words_change_where_nothing_else_can_be_meant(text: str) -> None:
    assert _safely(text) == BECOMES[text]
