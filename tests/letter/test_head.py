"""What stands above a letter: a subject without a label, addresses in one line, and names that end in a full stop."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType, Letter, Part

from .letters import read

_LETTER = """Gemeente Zandwijk

{head}

Beste mevrouw Bakker,

{body}

Met vriendelijke groet,

Sam de Boer
"""


def _read(head: str, body: str, analyser: Analyser) -> Letter:
    return read(_LETTER.format(head=head, body=body), analyser)


@pytest.mark.parametrize(
    "head",
    [
        "3 maart 2026\nNummer: W-20931\nGesprek over uw scootmobiel op 28 april",
        "Zandwijk, 3 maart 2026\nKenmerk: W-20931\nHerinnering: geef uw inkomen door",
        "3 maart 2026\nRekening voor uw ligplaats in 2026",
    ],
)
def test_a_subject_below_date_and_number_needs_no_label(head: str, analyser: Analyser) -> None:
    letter = _read(head, "Wij schrijven u over uw aanvraag.", analyser)
    subject = next(item for item in letter.checklist if item.name == "onderwerp")
    assert subject.met is True
    assert subject.passage is not None
    assert subject.passage.text == head.splitlines()[-1]


def test_a_line_with_an_address_is_no_subject(analyser: Analyser) -> None:
    head = "Mevrouw G. Bakker\nDe Wilgen 3\n3840 AJ Zandwijk\n\n3 maart 2026"
    letter = _read(head, "Wij schrijven u over uw aanvraag.", analyser)
    assert next(item for item in letter.checklist if item.name == "onderwerp").met is False


def test_the_subject_tells_the_sort_without_its_label(analyser: Analyser) -> None:
    head = "3 maart 2026\nKenmerk: W-20931\nHerinnering: geef uw inkomen door"
    assert _read(head, "Geef uw inkomen door vóór 1 april 2026.", analyser).type.type is DocumentType.REMINDER


@pytest.mark.parametrize(
    "address",
    [
        "Vastgoed De Poort B.V.\nHandelsweg 90\n6043 KM Zandwijk",
        "Aan: Jan Hoekstra, Schippersgracht 2 B, 8544 LL Zandwijk",
    ],
)
def test_an_address_is_no_running_text(address: str, analyser: Analyser) -> None:
    letter = _read(f"{address}\n\n3 maart 2026", "Wij schrijven u over uw aanvraag.", analyser)
    assert letter.parts[1] is Part.ADDRESS


def test_a_table_cell_is_no_greeting(analyser: Analyser) -> None:
    text = (
        "3 maart 2026\n\n# Uw pas ligt klaar\n\nHallo meneer Bakker,\n\nUw pas is klaar. "
        "Haal hem op voor 24 mei 2026.\n\n"
        "| Dag | Open |\n| --- | --- |\n| maandag | 9.00 uur |\n\nMet vriendelijke groet,\n\nSam de Boer\n"
    )
    letter = read(text, analyser, format="md")
    assert letter.action is not None
    assert letter.action.what.text.startswith("Haal hem op")
