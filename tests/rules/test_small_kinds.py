"""Tricky cases of the smaller kinds: dates, address, links, brackets, length."""

from __future__ import annotations

import pytest

from b1check.documents.document import BlockKind, Mark, MarkKind
from b1check.findings import Applicability
from b1check.language.analysis import Analyser

from . import examples


def texts(rule: str, text: str, analyser: Analyser, **options: object) -> list[str]:
    rules = [examples.one_rule(rule, **options)]
    return [finding.text for finding in examples.findings(rules, examples.one_block(text), analyser)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kom op maandag 6 mei 2026.", "6 mei 2026 is een woensdag."),
        ("Kom op Maandag 6 MEI 2026.", "6 mei 2026 is een woensdag."),
        ("Kom op 30 februari.", "Februari heeft 29 dagen."),
        ("Kom op 29 februari 2027.", "Februari 2027 heeft 28 dagen."),
        ("Kom op 31 juni 2026.", "Juni heeft 30 dagen."),
        ("Kom op 31-06-2026.", "Juni heeft 30 dagen."),
    ],
)
def test_wrong_dates(text: str, message: str, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule("datum-en-weekdag-kloppen-niet")], examples.one_block(text), analyser)
    assert [finding.message for finding in found] == [f"Deze datum kan niet kloppen. {message}"]


@pytest.mark.parametrize(
    "text",
    [
        "Kom op woensdag 6 mei 2026 of 29 februari 2028.",
        "Kom op maandag 6 mei.",
        "Er zijn 45 mei-bomen en 32 maart-acties.",
        "Het nummer is 99-99-2026 of 2026-31-04.",
        "Het kost 31,50 april tot en met juni.",
    ],
)
def test_no_wrong_dates(text: str, analyser: Analyser) -> None:
    assert texts("datum-en-weekdag-kloppen-niet", text, analyser) == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Betaal op 1-2-2026.", "Betaal op 1 februari 2026."),
        ("Betaal op 01/02/2026.", "Betaal op 1 februari 2026."),
        ("Betaal op 01.02.2026.", "Betaal op 1 februari 2026."),
        ("Betaal op 2026-02-01.", "Betaal op 1 februari 2026."),
        ("Betaal op 1-2-26.", "Betaal op 1 februari 2026."),
    ],
)
def test_numeric_dates(text: str, fix: str, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule("numerieke-datum")], examples.one_block(text), analyser)
    assert examples.first_fixes(text, found) == fix


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06-12-34 56 78.",
        "Zaaknummer 12-05-2026.",
        "Het dossier: 12-05-2026/3.",
        "Artikel 1.2.26 en paragraaf 3.4.2026.1.",
        "Kies 1/2 of 3/4.",
        "Op 31-02-2026 gebeurt niets.",
        "In 2025-2026 en in 2026-123.",
    ],
)
def test_no_numeric_dates(text: str, analyser: Analyser) -> None:
    assert texts("numerieke-datum", text, analyser) == []


def test_form_of_the_municipality(analyser: Analyser) -> None:
    assert texts("u-en-je-gemengd", "Je kunt bellen.", analyser) == []
    assert texts("u-en-je-gemengd", "Je kunt bellen.", analyser, form="u") == ["Je"]
    assert texts("u-en-je-gemengd", "U kunt uw pas halen.", analyser, form="je") == ["U", "uw"]


@pytest.mark.parametrize(
    "text",
    [
        "U kunt bellen. Je weet maar nooit.",
        "U zei: “Ik help je graag.”",
        "U kunt mailen naar vraag-je@zandwijk.nl.",
        "Kom om 10 u. Jij hoort erbij.",
        "U leest de u-vorm en de je-vorm.",
    ],
)
def test_no_mixed_address(text: str, analyser: Analyser) -> None:
    assert texts("u-en-je-gemengd", text, analyser) == []


def test_mixed_address_across_blocks(analyser: Analyser) -> None:
    document = examples.blocks(
        ("Wat moet je doen?", BlockKind.HEADING), ("U belt ons. Wij helpen u.", BlockKind.PARAGRAPH)
    )
    found = examples.findings([examples.one_rule("u-en-je-gemengd")], document, analyser)
    assert [(finding.text, finding.block) for finding in found] == [("je", 0)]


@pytest.mark.parametrize(
    ("link", "flagged"),
    [("hier", True), ("Lees meer »", True), ("Klik  hier!", True), ("hier parkeren", False), ("zandwijk.nl", False)],
)
def test_link_texts(link: str, flagged: bool, analyser: Analyser) -> None:
    text = f"Kijk {link} voor uitleg."
    mark = Mark(MarkKind.LINK, 5, 5 + len(link), "/x")
    document = examples.blocks((text, BlockKind.PARAGRAPH), marks=(mark,))
    found = examples.findings([examples.one_rule("linktekst")], document, analyser)
    assert [finding.text for finding in found] == ([link] if flagged else [])


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("U moet (ook als u al eens eerder hebt betaald) bellen.", True),
        ("U moet (ook als u betaalt) bellen (of mailen naar ons).", True),
        ("In Friesland (in 1995) en Limburg (in 1997) geldt dit.", False),
        ("Uw pgb (persoonsgebonden budget) is € 50 (per week).", False),
        ("Neem bijlage(n) en kind(eren) mee.", False),
        ("De OZB (een belasting voor mensen met een eigen huis) stijgt.", False),
        ("Dat mag. (Dat staat in de wet die u op onze site vindt.)", False),
        ("Bel ons (maandag tot en met vrijdag van 9.00 tot 17.00 uur).", False),
    ],
)
def test_brackets(text: str, flagged: bool, analyser: Analyser) -> None:
    assert bool(texts("haakjes", text, analyser)) is flagged


def test_placeholder_is_never_filled_in(analyser: Analyser) -> None:
    rules = [examples.one_rule("placeholder-blijft-staan")]
    found = examples.findings(rules, examples.one_block("Betaal vóór [datum invullen]."), analyser)
    assert [finding.text for finding in found] == ["[datum invullen]"]
    assert all(fix.applicability is Applicability.SHOW for finding in found for fix in finding.fixes)


@pytest.mark.parametrize(
    "text",
    [
        "Beste {{naam}}, uw afspraak is op [datum].",
        "De maat is XXL.",
        "Wat vindt u ... vertel het ons!",
        "Is 3 < 5?",
    ],
)
def test_no_placeholders(text: str, analyser: Analyser) -> None:
    assert texts("placeholder-blijft-staan", text, analyser) == []


def test_too_short_counts_prose_only(analyser: Analyser) -> None:
    sentence = "Wij hebben uw brief met uw vraag over de bomen in uw straat gelezen."
    enough = examples.one_block(" ".join([sentence] * 8))
    headings = examples.blocks(*[(sentence, BlockKind.HEADING)] * 8)
    few_sentences = examples.one_block(" en ".join([sentence.rstrip(".")] * 9) + ".")
    rules = [examples.one_rule("te-kort-om-te-meten")]
    assert examples.findings(rules, enough, analyser) == ()
    assert examples.findings(rules, headings, analyser) == ()
    assert len(examples.findings(rules, few_sentences, analyser)) == 1
