"""Which words around a legal term explain it, and which only seem to."""

from __future__ import annotations

import pytest

from b1check.documents.document import BlockKind
from b1check.language.analysis import Analyser

from . import examples

RULE = "juridische-term-zonder-uitleg"


def found_in(analyser: Analyser, *texts: tuple[str, BlockKind], **options: object) -> list[str]:
    rules = [examples.one_rule(RULE, **options)]
    return [finding.text for finding in examples.findings(rules, examples.blocks(*texts), analyser)]


def in_paragraph(analyser: Analyser, text: str) -> list[str]:
    return found_in(analyser, (text, BlockKind.PARAGRAPH))


@pytest.mark.parametrize(
    "text",
    [
        "U krijgt een beschikking: een brief met ons besluit.",
        "U krijgt een beschikking (een brief met ons besluit).",
        "U krijgt een beschikking, dat wil zeggen een brief met ons besluit.",
        "U krijgt een beschikking, een brief waarin ons besluit staat.",
        "U krijgt een beschikking. Dat is een brief met ons besluit.",
        "U krijgt een beschikking. Dat betekent dat wij een besluit hebben genomen.",
        "U krijgt een beschikking. Daarmee bedoelen we een brief met ons besluit.",
        "U krijgt een beschikking. Een beschikking is een brief met ons besluit.",
        "U krijgt een beschikking. In de beschikking staat of u geld van ons krijgt.",
        "U krijgt een brief met ons besluit. Dat noemen we een beschikking.",
        "U krijgt een brief met ons besluit. Zo'n brief heet een ‘beschikking’.",
        "U krijgt een brief met ons besluit, ook wel een beschikking genoemd.",
        "U krijgt een brief met ons besluit (beschikking).",
        "U krijgt een brief met ons besluit (dit heet een beschikking).",
        "Met een beschikking bedoelen we een brief met ons besluit.",
        "Onder ‘beschikking’ verstaan we een brief met ons besluit.",
        "Wat is een beschikking? In een beschikking staat wat wij hebben besloten.",
    ],
)
def test_explanations(text: str, analyser: Analyser) -> None:
    assert in_paragraph(analyser, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "U krijgt een beschikking.",
        "U krijgt een beschikking (BSK).",
        "U krijgt een beschikking (artikel 1:3 van de Algemene wet bestuursrecht).",
        "U krijgt een beschikking. Dat is vervelend.",
        "U krijgt een beschikking. De beschikking is 3 bladzijden lang.",
        "U krijgt een beschikking: de beschikking.",
        "U krijgt een brief. Bewaar de beschikking goed.",
        "Dat heet een beschikking.",
    ],
)
def test_no_explanations(text: str, analyser: Analyser) -> None:
    assert in_paragraph(analyser, text) == ["beschikking"]


def test_one_finding_for_a_term_in_a_document(analyser: Analyser) -> None:
    paragraph = ("Wij lezen uw zienswijze. Stuur een zienswijze vóór 3 mei 2026.", BlockKind.PARAGRAPH)
    assert found_in(analyser, paragraph, paragraph) == ["zienswijze"]


def test_heading_with_explanation_below(analyser: Analyser) -> None:
    heading = ("Zienswijze", BlockKind.HEADING)
    below = ("Dat is een brief waarin u schrijft wat u van het plan vindt.", BlockKind.PARAGRAPH)
    later = ("Stuur uw zienswijze naar ons.", BlockKind.PARAGRAPH)
    assert found_in(analyser, heading, below, later) == []
    assert found_in(analyser, heading, later) == ["zienswijze"]


def test_explanation_in_the_next_block(analyser: Analyser) -> None:
    use = ("U kunt een zienswijze sturen.", BlockKind.PARAGRAPH)
    explanation = ("Dat is een brief waarin u schrijft wat u van het plan vindt.", BlockKind.PARAGRAPH)
    assert found_in(analyser, use, explanation) == []


def test_late_explanation_does_not_help(analyser: Analyser) -> None:
    use = ("U kunt een zienswijze sturen. Dat kan tot 3 mei 2026. Bel ons als u hulp nodig hebt.", BlockKind.PARAGRAPH)
    late = ("Een zienswijze is uw mening over het plan.", BlockKind.PARAGRAPH)
    assert found_in(analyser, use, late) == ["zienswijze"]


def test_verb_and_noun_are_one_family(analyser: Analyser) -> None:
    text = "Wij kunnen het geld invorderen. De invordering kost extra geld."
    assert in_paragraph(analyser, text) == ["invorderen"]


def test_terms_of_a_glossary_are_known(analyser: Analyser) -> None:
    text = ("U betaalt leges.", BlockKind.PARAGRAPH)
    assert found_in(analyser, text, explained=["leges"]) == []


def test_quotation_is_no_first_use(analyser: Analyser) -> None:
    text = "In de brief stond: “U krijgt een beschikking.” Wij sturen de beschikking morgen."
    assert in_paragraph(analyser, text) == ["beschikking"]


def test_suggests_the_explanation_but_never_places_it(analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(RULE)], examples.one_block("U betaalt leges."), analyser)
    assert found[0].advice.startswith("Leges zijn de kosten")
    assert found[0].fixes == ()
