"""When a text has chosen "u" or "je", and when it only says "je" for anybody."""

from __future__ import annotations

from b1check.language.analysis import Analyser

from . import examples

RULE = "u-en-je-gemengd"
PLAN = "De gemeente maakt een plan voor de wijk en vraagt de bewoners wat zij ervan vinden. " * 20


def found(text: str, analyser: Analyser, **options: object) -> list[str]:
    rules = [examples.one_rule(RULE, **options)]
    return [finding.text for finding in examples.findings(rules, examples.one_block(text), analyser)]


def test_a_long_text_about_something_else_has_chosen_nothing(analyser: Analyser) -> None:
    mixed = "Zo voorkomen wij dat je lang wacht. U hoort van ons. Dat zeggen wij u toe."
    assert found(PLAN + mixed, analyser) == []
    assert found(mixed, analyser) == ["je"]


def test_the_choice_of_the_municipality_holds_for_every_text(analyser: Analyser) -> None:
    assert found(PLAN + "Zo voorkomen wij dat je lang wacht.", analyser, form="u") == ["je"]
