"""Which parts of the clause about bezwaar are missing."""

from __future__ import annotations

import pytest

from b1check.documents.document import BlockKind
from b1check.language.analysis import Analyser

from . import examples

RULE = "bezwaarclausule-onvolledig"
DECISION = "Wij wijzen uw aanvraag af. "
WHO = "wie bezwaar mag maken"
TERM = "dat het binnen 6 weken moet"
START = "vanaf welke dag de 6 weken tellen"
BODY = "bij wie de lezer bezwaar maakt"
CHANNEL = "naar welk adres of via welke website het moet"


def missing(text: str, analyser: Analyser) -> list[str]:
    document = examples.blocks(*((part, BlockKind.PARAGRAPH) for part in text.split("\n")))
    found = examples.findings([examples.one_rule(RULE)], document, analyser)
    assert len(found) <= 1
    if not found:
        return []
    parts = found[0].message.split("ontbreekt: ")[1].rstrip(".")
    return [part for part in (WHO, TERM, START, BODY, CHANNEL) if part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("U kunt bezwaar maken.", [TERM, BODY, CHANNEL]),
        ("U kunt binnen 6 weken bezwaar maken bij het college, Postbus 1, 1234 AB Zandwijk.", [START]),
        ("U kunt binnen zes weken na de verzenddatum bezwaar maken bij de gemeente.", [CHANNEL]),
        ("U kunt binnen 6 weken na de datum van deze brief bezwaar maken. Het adres: Postbus 1, 1234 AB Wijk.", [BODY]),
        ("U kunt bezwaar maken bij het college, Postbus 1, 1234 AB Zandwijk.", [TERM]),
        ("Maak bezwaar vóór 14 mei 2026. Ga naar www.zandwijk.nl/bezwaar.", []),
        ("Belanghebbenden kunnen binnen 6 weken na de dag van verzending een bezwaarschrift indienen bij het college "
         "van burgemeester en wethouders, Postbus 1, 1234 AB Zandwijk.", []),
        ("Tegen dit besluit staat bezwaar open.", [TERM, BODY, CHANNEL]),
    ],
)  # fmt: skip
def test_missing_parts(text: str, parts: list[str], analyser: Analyser) -> None:
    assert missing(DECISION + text, analyser) == parts


def test_who_is_missing_where_nobody_is_named(analyser: Analyser) -> None:
    text = "Tegen dit besluit kan binnen 6 weken na verzending bezwaar worden gemaakt bij het college, Postbus 1."
    assert missing(text, analyser) == [WHO]


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben uw bezwaar op 3 mei 2026 gekregen.",
        "U hebt bezwaar gemaakt tegen ons besluit. Wij beslissen vóór 3 juni 2026.",
        "Ook als u bezwaar maakt, moet u op tijd betalen.",
        "U kunt tegen deze brief geen bezwaar maken.",
        "U kunt niet meer in bezwaar.",
        "Straks nemen wij een besluit. Tegen dat besluit kunt u bezwaar maken.",
        "U kunt bezwaar maken tegen het gebruik van uw gegevens.",
        "U kunt beroep instellen bij de rechtbank.",
        "U kunt een zienswijze sturen.",
        "Hebt u bezwaar tegen een foto in de krant? Bel ons dan.",
        "Hoe u bezwaar kunt maken, leest u in de bijlage.",
    ],
)
def test_texts_that_offer_no_bezwaar(text: str, analyser: Analyser) -> None:
    assert missing(DECISION + text, analyser) == []


def test_parts_may_stand_in_other_blocks(analyser: Analyser) -> None:
    text = (
        "Bent u het niet eens met ons besluit?\nDan kunt u bezwaar maken.\n"
        "U hebt 6 weken de tijd.\nDie beginnen op de dag nadat wij deze brief hebben verstuurd.\n"
        "Stuur uw bezwaar naar het college, Postbus 1, 1234 AB Zandwijk."
    )
    assert missing(text, analyser) == []


def test_page_about_decisions_of_others(analyser: Analyser) -> None:
    assert missing("Een boete kunt u laten bekijken. Daartegen kunt u bezwaar maken.", analyser) == []
