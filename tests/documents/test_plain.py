from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.document import Document
from b1check.documents.readers import plain

_Show = Callable[[Document], list[str]]

_LETTER = """\
Gemeente Voorbeeld
Postbus 1
1234 AB Voorbeeld

Mevrouw J. de Vries
Kerkstraat 12
1234 CD VOORBEELD

Datum: 3 maart 2026
Betreft: besluit op uw aanvraag

Geachte mevrouw De Vries,

U hebt een vergunning aangevraagd.
Wij geven u de vergunning.

Wat moet u doen?

U betaalt € 40. Neem mee:
- uw paspoort
- een foto die niet
  ouder is dan 6 maanden
    * in kleur
Daarna krijgt u de vergunning.

Met vriendelijke groet,

J. de Vries
Burgemeester

Bijlage: kaart
"""


def _read(text: str) -> Document:
    return plain.read(text, name="brief.txt")


def test_a_letter(show: _Show) -> None:
    assert show(_read(_LETTER)) == [
        "alinea: Gemeente Voorbeeld\nPostbus 1\n1234 AB Voorbeeld",
        "alinea: Mevrouw J. de Vries\nKerkstraat 12\n1234 CD VOORBEELD",
        "tabelcel: Datum: 3 maart 2026",
        "tabelcel: Betreft: besluit op uw aanvraag",
        "alinea: Geachte mevrouw De Vries,",
        "alinea: U hebt een vergunning aangevraagd.\nWij geven u de vergunning.",
        "kop2: Wat moet u doen?",
        "alinea: U betaalt € 40. Neem mee:",
        "lijstpunt1: uw paspoort",
        "lijstpunt1: een foto die niet\nouder is dan 6 maanden",
        "lijstpunt2: in kleur",
        "alinea: Daarna krijgt u de vergunning.",
        "alinea: Met vriendelijke groet,",
        "alinea: J. de Vries\nBurgemeester",
        "alinea: Bijlage: kaart",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_change_the_blocks(line_end: str, show: _Show) -> None:
    assert show(_read(_LETTER.replace("\n", line_end))) == show(_read(_LETTER))


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "– ", "1. ", "12) ", "a. ", "b) ", "(1) ", "\uf0b7\t", "o\t"])
def test_markers_stand_outside_the_text(marker: str, show: _Show) -> None:
    assert show(_read(f"Neem mee:\n\n{marker}uw paspoort\n{marker}een foto")) == [
        "alinea: Neem mee:",
        "lijstpunt1: uw paspoort",
        "lijstpunt1: een foto",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "J. de Vries",
        "-5 graden is koud.",
        "3 maart is de laatste dag.",
        "o ja, nog iets.",
        "Dit staat in artikel\n3. Dat is een wet.",
        "Dit geldt\n– ook in mei – voor iedereen.",
    ],
)
def test_what_only_looks_like_a_list(text: str, show: _Show) -> None:
    assert show(_read(text)) == [f"alinea: {text}"]


def test_a_wrapped_item_without_indent(show: _Show) -> None:
    text = "1. Dit is een lange regel die doorloopt tot voorbij de zestigste letter van de\nKerkstraat."
    assert show(_read(text)) == [f"lijstpunt1: {text[3:]}"]


def test_underlined_headings_and_rules(show: _Show) -> None:
    text = "Afval\n=====\nTekst.\n\nBak vol\n-------\n\nTekst.\n----------------------------\nMeer.\n\n***\n\nEinde."
    assert show(_read(text)) == [
        "kop1: Afval",
        "alinea: Tekst.",
        "kop2: Bak vol",
        "alinea: Tekst.",
        "alinea: Meer.",
        "alinea: Einde.",
    ]


@pytest.mark.parametrize(
    "line",
    ["Wat verandert er op 1 januari?", "Stap 1: vul het formulier in", "Aan welke regels moet u voldoen?", "Contact"],
)
def test_headings(line: str, show: _Show) -> None:
    assert show(_read(f"Eerst dit.\n\n{line}\n\nDan volgt er een zin."))[1] == f"kop2: {line}"


@pytest.mark.parametrize(
    "line",
    [
        "Geachte heer Jansen",
        "Beste bewoner",
        "Datum 3 maart 2026",
        "Voorbeeld, 3 maart 2026",
        "03-03-2026",
        "Ons kenmerk: 2026-1",
        "Betreft: uw aanvraag",
        "Zaaknummer 12345",
        "Kerkstraat 12",
        "1234 AB Voorbeeld",
        "info@voorbeeld.nl",
        "Gemeente Voorbeeld",
        "J.P. de Vries",
        "Dit is een korte zin.",
        "en dit ook",
        "Neem mee:",
        "Met vriendelijke groet",
        "Dit is een regel die veel te lang is voor een kop en toch zonder punt eindigt zoals soms gebeurt",
    ],
)
def test_no_headings(line: str, show: _Show) -> None:
    assert show(_read(f"Eerst dit.\n\n{line}\n\nDan volgt er een zin."))[1] == f"alinea: {line}"


def test_a_name_after_the_closing_is_no_heading(show: _Show) -> None:
    text = "Met vriendelijke groet,\n\nJan Jansen\n\nBent u het er niet mee eens? Bel ons dan."
    assert show(_read(text))[1] == "alinea: Jan Jansen"


_LONG = "Belanghebbenden kunnen binnen zes weken na de verzenddatum bezwaar maken bij het college."


def test_a_heading_right_above_its_paragraph(show: _Show) -> None:
    assert show(_read(f"Bezwaar maken\n{_LONG}")) == ["kop2: Bezwaar maken", f"alinea: {_LONG}"]
    for text in (f"{_LONG[:60]}\n{_LONG}", f"Beste bewoners,\n{_LONG}", f"Datum: 3 mei\n{_LONG}", "Kade 1\nUtrecht"):
        assert show(_read(text)) == [f"alinea: {text}"]


def test_a_heading_above_a_paragraph_with_an_address(show: _Show) -> None:
    text = "Kunt u niet betalen?\n\nKijk op www.voorbeeld.example of bel ons op 14 030."
    assert show(_read(text))[0] == "kop1: Kunt u niet betalen?"


def test_a_heading_needs_text_after_it(show: _Show) -> None:
    assert show(_read("Een zin.\n\nWat nu?")) == ["alinea: Een zin.", "alinea: Wat nu?"]


def test_pages_tabs_special_spaces_and_quotes(show: _Show) -> None:
    text = "Datum:\t3 maart\u00a02026  \n\u00a0\nEen zin.\fPagina twee.\n\n> vraag een\n>> twee\n>\n> drie\nAntwoord."
    assert show(_read(text)) == [
        "alinea: Datum:\t3 maart\u00a02026",
        "alinea: Een zin.",
        "alinea: Pagina twee.",
        "citaat: vraag een\ntwee",
        "citaat: drie",
        "alinea: Antwoord.",
    ]


_FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "- ",
            "1. ",
            "a) ",
            "> ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\f",
            "\t",
            "  ",
            "\u00a0",
            "---",
            "===",
            "Kop",
            "woord ",
            "Zin. ",
            "😀",
            "\u00ad",
            "\u2028",
            "\x0b",
            "\0",
            "•",
            "o\t",
            "Geachte ",
            ":",
        ]
    ),
    max_size=30,
).map("".join)


@given(_FRAGMENTS)
def test_every_character_maps_to_itself(assert_exact: Callable[[Document], None], text: str) -> None:
    document = _read(text)
    assert_exact(document)
    shown = "".join(block.text for block in document.blocks)
    assert all(shown.count(word) == text.count(word) for word in ("Kop", "woord", "Zin", "😀"))


def test_lines_with_a_label_or_an_amount_are_rows_of_a_table() -> None:
    document = _read("Dag: maandag 4 mei 2026\nTijd: 10.00 uur\nPlaats: het stadhuis")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("tabelcel", "Dag: maandag 4 mei 2026"),
        ("tabelcel", "Tijd: 10.00 uur"),
        ("tabelcel", "Plaats: het stadhuis"),
    ]
    costs = _read("Hondenbelasting (1 hond): € 84,60\nKosten van deze brief € 9,00")
    assert {block.kind.value for block in costs.blocks} == {"tabelcel"}


def test_wrapped_sentences_with_a_colon_stay_a_paragraph() -> None:
    document = _read("U krijgt van ons het volgende: een brief\nen een pasje voor de container.")
    assert [block.kind.value for block in document.blocks] == ["alinea"]


@pytest.mark.parametrize(
    "lines",
    [
        ["10.00 uur inloop met koffie", "10.30 uur opening door de wethouder", "12.00 uur einde"],
        ["10.00 - 11.00 uur inloop", "11.00 - 12.00 uur wandeling"],
        ["Dinsdag 5 mei papier", "Woensdag 6 mei gft"],
    ],
)
def test_lines_of_a_programme_are_rows_of_a_table(lines: list[str]) -> None:
    document = _read("\n".join(["Het programma is:", *lines]))
    assert [block.text for block in document.blocks] == ["Het programma is:", *lines]
    assert [block.kind.value for block in document.blocks] == ["alinea", *["tabelcel"] * len(lines)]


def test_a_wrapped_sentence_with_times_stays_a_paragraph() -> None:
    document = _read(
        "De zitting is op maandag 4 mei om\n10.00 uur in de raadzaal en duurt tot\n11.00 uur op zijn laatst."
    )
    assert [block.kind.value for block in document.blocks] == ["alinea"]
