from collections.abc import Callable

import pytest

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.errors import ReadError

_Show = Callable[[Document], list[str]]


def _read(body: str) -> Document:
    return readers.read_bytes(rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode("cp1252"), name="brief.rtf")


def test_a_letter(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    document = _read(
        r"{\fonttbl{\f0 Arial;}}{\header Kop van het blad\par}{\info{\title Brief}}"
        r"Dorpsstraat 1\line 1234 AB Dorp\par Beste mevrouw De Wit,\par"
        r"{\b Wat moet u doen?}\par U krijgt een ni\'ebuwe pas \u8211? dat kost {\b\i \'80 5}. Haal hem op tijd op.\par"
        r"{\pntext\f1\'B7\tab}Neem uw oude pas mee.\par"
        r"\trowd\cellx100\cellx200 \intbl Pas\cell Prijs\cell\row \intbl Nieuw\cell vijf euro\cell\row"
        r"\pard Bel ons{\field{\*\fldinst HYPERLINK x}{\fldrslt  of mail}}.\par"
    )
    assert show(document) == [
        "alinea: Dorpsstraat 1\n1234 AB Dorp",
        "alinea: Beste mevrouw De Wit,",
        "kop2: Wat moet u doen?",
        "alinea: U krijgt een niëuwe pas – dat kost € 5. Haal hem op tijd op.",
        "lijstpunt1: Neem uw oude pas mee.",
        "tabelcel: Pas",
        "tabelcel: Prijs",
        "tabelcel: Nieuw",
        "tabelcel: vijf euro",
        "alinea: Bel ons of mail.",
    ]
    assert document.line_word == "alinea"
    assert "alleen de woorden" in document.notes[0]
    assert_exact(document)


def test_the_numbers_of_a_list_that_word_writes_are_no_text(
    show: _Show, assert_exact: Callable[[Document], None]
) -> None:
    document = _read(r"Neem mee:\par{\listtext 1.\tab}uw pas\par{\listtext\tab b)\tab}geld\par 3. pot is vol\par")
    assert show(document) == ["alinea: Neem mee:", "lijstpunt1: uw pas", "lijstpunt1: geld", "alinea: 3. pot is vol"]
    assert_exact(document)


def test_text_that_was_deleted_is_told_of() -> None:
    assert len(_read(r"{\deleted oud }nieuw\par").notes) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"gewone tekst", "zit geen RTF in"),
        (b"{\\rtf1 " + b"x" * 10_000_001, "te groot"),
        (b"{\\rtf1}", "geen tekst"),
        (b"{\\rtf1 {\\pict\\bin9 123456789}}", "beschadigd"),
        (b"", "leeg"),
    ],
)
def test_bad_input_gives_one_clear_message(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        readers.read_bytes(data, name="a.rtf")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("body", ["{" * 50_000, "}" * 50_000, r"\'" * 50_000, r"\u-1?" * 20_000, r"\u55357?" * 1000])
def test_hostile_input_is_read_to_its_end(body: str) -> None:
    assert "Tekst" in _read(rf"Tekst. \par {body}").source.text
