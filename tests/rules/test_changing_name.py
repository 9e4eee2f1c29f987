"""When two names in one document are taken for one thing."""

from __future__ import annotations

import pytest

from b1check.documents.document import BlockKind
from b1check.language.analysis import Analyser

from . import examples

RULE = "term-wisselt"


def found_in(analyser: Analyser, *texts: str, **options: object) -> list[str]:
    document = examples.blocks(*((text, BlockKind.PARAGRAPH) for text in texts))
    return [finding.text for finding in examples.findings([examples.one_rule(RULE, **options)], document, analyser)]


def test_first_use_of_the_second_name(analyser: Analyser) -> None:
    texts = ["Wij lezen uw aanvraag.", "Uw verzoek is nieuw. Uw verzoek ligt klaar.", "Uw aanvraag is weg."]
    assert found_in(analyser, *texts) == ["verzoek"]


def test_each_other_name_once(analyser: Analyser) -> None:
    texts = ["Dit besluit geldt nu.", "Deze beslissing geldt nu.", "Deze beschikking geldt nu, en deze beslissing ook."]
    assert found_in(analyser, *texts) == ["beslissing", "beschikking"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Uw aanvraag is klaar.", "Uw aanvraag ligt hier."),
        ("Uw aanvraag is klaar.", "Een verzoek kost niets."),
        ("Uw aanvraag is klaar.", "Uw verzoek om uitstel niet."),
        ("Uw aanvraag is klaar.", "Dit besluit geldt."),
        ("Uw aanvraag is klaar.", "U schreef: “Mijn buurman leest uw verzoek.”"),
    ],
)
def test_no_second_name(texts: tuple[str, ...], analyser: Analyser) -> None:
    assert found_in(analyser, *texts) == []


def test_least(analyser: Analyser) -> None:
    texts = ("Uw aanvraag is klaar.", "Uw verzoek ligt hier.")
    assert found_in(analyser, *texts, least=2) == []
    assert found_in(analyser, *texts, *texts, least=2) == ["verzoek"]
