"""When two last days are for one thing."""

from __future__ import annotations

import pytest

from b1check.documents import readers
from b1check.documents.document import BlockKind
from b1check.language.analysis import Analyser
from b1check.letter import parts

from . import examples

RULE = "twee-data-voor-hetzelfde"


def found_in(analyser: Analyser, *texts: str) -> list[str]:
    document = examples.blocks(*((text, BlockKind.PARAGRAPH) for text in texts))
    return [finding.text for finding in examples.findings([examples.one_rule(RULE)], document, analyser)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Betaal vóór 1 mei 2026.", "Maak het geld uiterlijk 15 mei 2026 over.", "uiterlijk 15 mei 2026"),
        ("Meld u aan vóór 1 mei 2026.", "U kunt zich tot en met 7 mei 2026 aanmelden.", "tot en met 7 mei 2026"),
        ("Stuur het formulier vóór 1 mei 2026.", "Stuur het formulier uiterlijk 9 mei 2026.", "uiterlijk 9 mei 2026"),
    ],
)
def test_two_days_for_one_thing(first: str, second: str, found: str, analyser: Analyser) -> None:
    assert found_in(analyser, first, second) == [found]


@pytest.mark.parametrize(
    "texts",
    [
        ("Betaal vóór 1 mei 2026.", "Betaal uiterlijk 30 april 2026."),
        ("Betaal € 100 vóór 1 mei 2026.", "Betaal € 150 vóór 1 juni 2026."),
        ("Betaal de eerste helft vóór 1 mei 2026.", "Betaal de tweede helft vóór 1 juni 2026."),
        ("Stuur het formulier vóór 1 mei 2026.", "Stuur de foto vóór 1 juni 2026."),
        ("Betaal vóór 1 mei 2026.", "Wilt u in delen betalen? Betaal dan vóór 1 april 2026."),
        ("Betaal vóór 1 mei 2026.", "U kunt uitstel krijgen. Betaal met uitstel vóór 1 juni 2026."),
        ("U moest vóór 1 maart 2026 betalen.", "Betaal vóór 1 mei 2026."),
        ("Maak bezwaar vóór 1 mei 2026.", "Maak uw bezwaar compleet vóór 1 juni 2026."),
        ("Meld u aan vóór 1 mei 2026.", "Wij betalen u vóór 1 juni 2026."),
    ],
)
def test_two_days_with_a_reason(texts: tuple[str, ...], analyser: Analyser) -> None:
    assert found_in(analyser, *texts) == []


def test_instalments_in_a_list(analyser: Analyser) -> None:
    texts = ("Deel: vóór 1 mei 2026", "Betaal vóór 1 juni 2026", "€ 50 vóór 1 juli 2026", "€ 50 vóór 1 augustus 2026")
    document = examples.blocks(*((text, BlockKind.LIST_ITEM) for text in texts))
    assert examples.findings([examples.one_rule(RULE)], document, analyser) == ()


def test_a_third_day_is_told_once(analyser: Analyser) -> None:
    texts = ("Betaal vóór 1 mei 2026.", "Betaal vóór 8 mei 2026.", "Betaal vóór 15 mei 2026.")
    assert found_in(analyser, *texts) == ["vóór 8 mei 2026", "vóór 15 mei 2026"]


INVITATION = """Datum: 18 mei 2026
Onderwerp: uitnodiging voor de bewonersavond

Beste bewoner,

Daarom nodigen wij u uit voor een bewonersavond op donderdag 4 juni 2026.

{second}

Met vriendelijke groet,

Sam de Boer
"""


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("Wij zien u graag op donderdag 11 juni 2026 in dorpshuis De Haard.", ["op donderdag 11 juni 2026"]),
        ("Wij zien u graag op donderdag 4 juni 2026 in dorpshuis De Haard.", []),
        ("Wij nodigen u ook uit voor een rondleiding op donderdag 11 juni 2026.", []),
    ],
)
def test_two_days_for_one_event(second: str, found: list[str], analyser: Analyser) -> None:
    document = parts.label(readers.read_text(INVITATION.format(second=second), name="brief", format="txt"))
    findings = examples.findings([examples.one_rule(RULE)], document, analyser)
    assert [finding.text for finding in findings] == found
