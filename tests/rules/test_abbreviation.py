"""What is an abbreviation that needs its full form, and what only looks like one."""

from __future__ import annotations

import pytest

from b1check.documents.document import BlockKind, Mark, MarkKind
from b1check.language.analysis import Analyser

from . import examples

RULE = "afkorting-niet-uitgelegd"


def found_in(analyser: Analyser, *texts: tuple[str, BlockKind]) -> list[str]:
    found = examples.findings([examples.one_rule(RULE)], examples.blocks(*texts), analyser)
    return [finding.text for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "U krijgt hulp volgens de Wet maatschappelijke ondersteuning (Wmo).",
        "U krijgt hulp volgens de Wet maatschappelijke ondersteuning (hierna: Wmo).",
        "Uw burgerservicenummer (BSN) staat op uw paspoort.",
        "Uw BSN (burgerservicenummer) staat op uw paspoort.",
        "Bel de Sociale Verzekeringsbank, SVB.",
        "VOG betekent Verklaring Omtrent het Gedrag.",
        "BRP: Basisregistratie Personen.",
        "Vraag een verklaring van Nederlanderschap (VBN) aan.",
        "Wij maken de kaart met het programma Power BI.",
        "Ook het UWV krijgt uw nieuwe adres.",
        "Koning Willem II en hoofdstuk XIV.",
        "Kom naar zaal 3 op Plein 5, 1234 AB Zandwijk.",
        "Uw kenteken is 12-ABC-3 en uw kenmerk is ZK/2026-BRP-12.",
        "Betaal op rekening NL91 ABNA 0417 1643 00.",
        "BETAAL OP TIJD. LET OP DE DATUM.",
        "De heer A.B.C. de Wit helpt u.",
        "Kijk op www.zandwijk.nl/BRP of mail BRP@zandwijk.nl.",
        "De medewerker zei: “Vraag een VOG aan.”",
    ],
)
def test_fine(text: str, analyser: Analyser) -> None:
    assert found_in(analyser, (text, BlockKind.PARAGRAPH)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vraag een VOG aan bij COVOG.", ["VOG", "COVOG"]),
        ("De RMC's helpen u.", ["RMC"]),
        ("De WOZ-waarde is € 300.000.", ["WOZ"]),
        ("U krijgt een pgb. Een pgb is handig.", ["pgb"]),
        ("Wij hebben uw gegevens gecontroleerd in ons systeem (GWS).", ["GWS"]),
        ("U hebt recht op hulp uit de wmo.", ["wmo"]),
    ],
)
def test_unexplained(text: str, words: list[str], analyser: Analyser) -> None:
    assert found_in(analyser, (text, BlockKind.PARAGRAPH)) == words


def test_first_use_in_prose_counts(analyser: Analyser) -> None:
    heading = ("Uw pgb", BlockKind.HEADING)
    use = ("Het pgb gaat in op 1 mei 2026.", BlockKind.PARAGRAPH)
    explained = ("Uw persoonsgebonden budget (pgb)", BlockKind.HEADING)
    assert found_in(analyser, heading, use) == ["pgb"]
    assert found_in(analyser, explained, use) == []


def test_full_form_at_the_start_of_a_sentence_has_a_capital(analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(RULE)], examples.one_block("OZB betaalt u per jaar."), analyser)
    assert found[0].suggestions == ("Onroerendezaakbelasting (OZB)",)


@pytest.mark.parametrize("text", ["Bel het Wmo-loket.", "De Wmo's van toen en nu zijn anders."])
def test_only_advice_inside_a_longer_word(text: str, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(RULE)], examples.one_block(text), analyser)
    assert found[0].advice == "Wmo betekent: Wet maatschappelijke ondersteuning."
    assert found[0].suggestions == ()


def test_function_below_the_greeting_is_no_text(analyser: Analyser) -> None:
    greeting = ("Met vriendelijke groet,\nnamens de burgemeester,", BlockKind.PARAGRAPH)
    assert found_in(analyser, greeting, ("K. Bakker\nteamleider Wmo", BlockKind.PARAGRAPH)) == []
    assert found_in(analyser, ("K. Bakker belt u over de Wmo.", BlockKind.PARAGRAPH)) == ["Wmo"]


def test_title_in_markup_explains(analyser: Analyser) -> None:
    mark = Mark(MarkKind.ABBREVIATION, 10, 13, "Basisregistratie Personen")
    document = examples.blocks(("U staat in BRP.", BlockKind.PARAGRAPH), marks=(mark,))
    assert examples.findings([examples.one_rule(RULE)], document, analyser) == ()
