"""What each block of a letter is."""

from __future__ import annotations

import datetime as dt

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import Part

from .letters import read

LETTER = """Gemeente Waterdam
Team Vergunningen
Postbus 10, 1234 AB Waterdam

De heer K. Vos
Lindelaan 3
1235 CD Waterdam

Datum: 3 mei 2026
Kenmerk: 2026-44

Onderwerp: u krijgt een vergunning voor uw terras

Beste meneer Vos,

U krijgt een vergunning voor een terras. Dat is ons besluit.

Niet mee eens?

U kunt binnen 6 weken bezwaar maken. Stuur uw brief naar Postbus 10.

Hebt u vragen?

Bel ons op 14 0123. Dat kan op werkdagen.

Met vriendelijke groet,

S. de Wit
burgemeester en wethouders

Bijlage: tekening van het terras
"""


def test_the_parts_of_a_letter(analyser: Analyser) -> None:
    assert list(read(LETTER, analyser).parts) == [
        *(Part.SENDER, Part.ADDRESS, Part.DATE, Part.REFERENCE, Part.SUBJECT, Part.SALUTATION, Part.CORE),
        *(Part.HEADING, Part.REMEDY, Part.HEADING, Part.CONTACT, Part.CLOSING, Part.CLOSING, Part.ATTACHMENTS),
    ]


def last_of_head(head: str, analyser: Analyser) -> Part:
    parts = read(f"{head}\n\nBeste meneer Vos,\n\nWij schrijven u over uw tuin.\n", analyser).parts
    return parts[parts.index(Part.SALUTATION) - 1]


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Waterdam, 3 mei 2026", Part.DATE),
        ("Donderdag 3 mei 2026", Part.DATE),
        ("Verzenddatum: 3 mei 2026", Part.DATE),
        ("Verzonden op 3 mei 2026", Part.DATE),
        ("Betreft: uw tuin aan de Lindelaan", Part.SUBJECT),
        ("Datum: 3 mei 2026\nOnderwerp: uw tuin aan de Lindelaan", Part.SUBJECT),
        ("Herinnering: uw paspoort ligt nog bij ons", Part.SUBJECT),
        ("De heer K. Vos\nLindelaan 3\n1235 CD Waterdam", Part.ADDRESS),
        ("Gemeente Waterdam\nAfdeling Groen", Part.SENDER),
        ("Ons kenmerk: 2026-44", Part.REFERENCE),
    ],
)
def test_the_head(head: str, part: Part, analyser: Analyser) -> None:
    assert last_of_head(head, analyser) is part


def body(paragraph: str, analyser: Analyser) -> Part:
    parts = read(f"Beste meneer Vos,\n\nWij schrijven u over uw tuin.\n\n{paragraph}\n", analyser).parts
    return parts[-1]


@pytest.mark.parametrize(
    ("paragraph", "part"),
    [
        ("Hebt u vragen? Bel dan 14 0123.", Part.CONTACT),
        ("Voor inlichtingen kunt u bellen met mevrouw Bos, (0123) 45 67 89.", Part.CONTACT),
        ("Tegen dit besluit kunt u bezwaar maken bij het college.", Part.REMEDY),
        ("Als u het niet eens bent met deze beslissing, kunt u een bezwaarschrift indienen.", Part.REMEDY),
        ("Voor u staat beroep open bij de rechtbank.", Part.REMEDY),
        ("U hebt op 3 mei bezwaar gemaakt tegen ons besluit.", Part.BODY),
        ("Maak het bedrag vóór 9 juni over. Pinnen kan ook, aan de balie.", Part.CORE),
        ("Bijlage: plattegrond", Part.ATTACHMENTS),
        ("Bijlagen (2): plattegrond en foto", Part.ATTACHMENTS),
        ("Bijlagen stuurt u mee met uw brief.", Part.BODY),
    ],
)
def test_a_paragraph(paragraph: str, part: Part, analyser: Analyser) -> None:
    assert body(paragraph, analyser) is part


def test_a_page_has_no_letter_parts(analyser: Analyser) -> None:
    parts = read(
        "# Zwemmen\n\nHet zwembad is open op zondag.\n\nIn mei is het water koud.\n", analyser, format="md"
    ).parts
    assert set(parts) == {Part.HEADING, Part.CORE, Part.BODY}


def test_below_the_addressee_of_a_street_the_greeting_comes_after_date_and_subject(analyser: Analyser) -> None:
    text = (
        "Gemeente Waterdam\n\nAan de bewoners van de Kade\n\nWaterdam, 4 mei 2026\n\nOnderwerp: nieuwe bomen"
        "\n\nBeste bewoner,\n\nIn juli planten wij bomen in uw straat.\n\nMet vriendelijke groet,\n\nSam de Boer\n"
    )
    letter = read(text, analyser)
    assert letter.date is not None
    assert letter.date.date == dt.date(2026, 5, 4)
    assert Part.SALUTATION in letter.parts
    assert letter.parts.index(Part.SALUTATION) > letter.parts.index(Part.SUBJECT)
