from collections.abc import Callable

import pytest

from b1check.checker import Checker
from b1check.config import Config
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.documents.readers.markers import BULLET
from b1check.documents.source import PagedText
from b1check.errors import ReadError

from .pdf_maker import At, lines, pdf

_Show = Callable[[Document], list[str]]

_WIDE = "Dit is een lange regel van de brief die tot aan de rand van het blad loopt"


def _read(*pages: list[At], extra: str = "", trailer: str = "") -> Document:
    return readers.read_bytes(pdf(*pages, extra=extra, trailer=trailer), name="brief.pdf")


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_lines_become_paragraphs(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    document = _read(
        lines("Uw aanvraag", size=16)
        + lines(
            f"{_WIDE}\nen daarna nog door. Dit is ook\nkort.\n\nTweede alinea van de tekst.\n\n"
            "- Een punt\n- Nog een punt\n"
            "\nMet vriendelijke groet,\nJan de Wit\nadviseur",
            top=140,
        )
    )
    assert show(document) == [
        "kop1: Uw aanvraag",
        f"alinea: {_WIDE} en daarna nog door. Dit is ook\nkort.",
        "alinea: Tweede alinea van de tekst.",
        "lijstpunt1: Een punt",
        "lijstpunt1: Nog een punt",
        "alinea: Met vriendelijke groet,\nJan de Wit\nadviseur",
    ]
    assert_exact(document)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("u krijgt de gemeentelij-", "ke brief", "u krijgt de gemeentelijke brief"),
        ("wij letten op in-", "en uitgaande post", "wij letten op in- en uitgaande post"),
        ("stuur ons hierover een e-", "mail of bel", "stuur ons hierover een e-mail of bel"),
        ("u belt met de oud-", "burgemeester nu", "u belt met de oud-burgemeester nu"),
        ("u krijgt van ons een WMO-", "voorziening thuis", "u krijgt van ons een WMO-voorziening thuis"),
        ("wij praten met Noord-", "Holland erover", "wij praten met Noord-Holland erover"),
        ("u betaalt dit jaar 12 -", "maar nu nog niet", "u betaalt dit jaar 12 - maar nu nog niet"),
    ],
)
def test_a_hyphen_that_only_divides_a_word_goes(
    first: str, second: str, shown: str, assert_exact: Callable[[Document], None]
) -> None:
    start = _WIDE[: len(_WIDE) - len(first) - 1].rstrip()
    document = _read(lines(f"{start} {first}\n{second} in de rest van de zin."))
    assert _texts(document) == [f"{start} {shown} in de rest van de zin."]
    assert_exact(document)
    block = document.blocks[0]
    # Every character of the block maps to the same character; a space may stand for a line end.
    for at, character in enumerate(block.text):
        place = block.map.to_source(at, at + 1)
        assert document.source.text[place.start : place.end].replace("\n", " ") == character


def test_a_finding_knows_its_page_and_box() -> None:
    document = _read(lines("Eerste bladzijde."), [], lines(f"{_WIDE}\nen dan verder.", left=100, top=200))
    source = document.source
    assert isinstance(source, PagedText)
    block = document.blocks[1]
    words = block.text.index("blad")
    place = block.map.to_source(words, words + 4)
    assert document.line_word == "bladzijde"
    assert source.position(place.start).line == 3
    (box,) = source.boxes(*place)
    assert box.page == 3
    assert box.left == pytest.approx(100 + 6 * words, abs=1)
    assert box.right == pytest.approx(100 + 6 * (words + 4), abs=1)
    assert 195 < box.top < box.bottom < 215
    whole = block.map.to_source(0, len(block.text))
    assert [round(box.left) for box in source.boxes(*whole)] == [100, 100]
    assert source.line_text(2) == ""
    assert document.notes[-1].startswith("Op bladzijde 2 staat geen tekst")


def test_the_report_tells_the_page_and_the_box() -> None:
    data = pdf(lines("Eerste bladzijde."), lines("Indien u vragen heeft, belt u ons.", left=100, top=200))
    report = Checker(Config(select=("woorden", "contact-ontbreekt"))).check_bytes(data, name="brief.pdf")
    found = {finding.text: finding for finding in report.findings}
    (box,) = found["Indien"].boxes
    assert (found["Indien"].line, box.page, box.left) == (2, 2, 100.0)
    assert box.left < box.right < 140
    assert all(not finding.boxes for finding in report.findings if finding.block is None)


def test_two_columns_are_read_one_after_the_other() -> None:
    left = (
        "De linker kolom gaat over\nhet afval in uw straat. Wij\nhalen het op dinsdag op.\n\n"
        "Zet de bak aan de weg. Dat\nkan vanaf zeven uur."
    )
    right = (
        "De rechter kolom gaat over\nhet park bij u in de buurt.\nDaar komen nieuwe bomen in.\n\n"
        "Komt u helpen met planten?\nMeld u dan aan bij ons."
    )
    mixed = sorted([*lines(left, left=60, top=150), *lines(right, left=320, top=150)], key=lambda at: at.top)
    document = _read([At(60, 100, "Nieuws uit de wijk voor alle bewoners van de straat en het plein", 12), *mixed])
    assert [text.split()[1] for text in _texts(document)] == ["uit", "linker", "de", "rechter", "u"]
    assert _texts(document)[1].endswith("Wij halen het op dinsdag op.")


def _justified(left: float, top: float, words: str, right: float) -> list[At]:
    """The words of one line with the same white space between them, up to ``right``."""
    lengths = [6 * len(word) for word in words.split()]
    space = (right - left - sum(lengths)) / (len(lengths) - 1)
    return [At(left + sum(lengths[:n]) + n * space, top, word) for n, word in enumerate(words.split())]


def test_wide_spaces_in_a_justified_line_make_no_table(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    texts = ("De gemeente haalt het afval elke", "dag op in de hele wijk en rond het", "winkelcentrum met park")
    texts += ("en ook nog rond de school en het", "speelveldje erachter en", "meer.")
    page = [At(60, 90, "Nieuws uit de wijk", 18)]
    for left in (60, 320):
        for number, text in enumerate(texts):
            top = 130 + 12 * number
            page += [At(left, top, text)] if number == 5 else _justified(left, top, text, left + 204)
    document = _read(page)
    sentence = " ".join(texts)
    assert show(document) == ["kop1: Nieuws uit de wijk", f"alinea: {sentence}", f"alinea: {sentence}"]
    assert_exact(document)
    at = sentence.index("winkelcentrum")
    place = document.blocks[2].map.to_source(at, at + 22)
    assert document.source.text[place.start : place.end] == "winkelcentrum met park"
    assert [round(box.right - box.left) for box in document.source.boxes(place.start, place.end)] == [204]


def test_amounts_under_text_of_the_same_width_stay_apart() -> None:
    rows = [_justified(60, 150 + 14 * row, cells, 336) for row, cells in enumerate(("2025 € 20", "2026 € 30"))]
    page = [
        *lines("Hier staat wat u elk jaar aan ons moet betalen", left=60, top=100),
        *(at for row in rows for at in row),
    ]
    assert "2025\t€\t20" in _read(page).source.text


def test_the_bullet_of_any_symbol_font_is_a_bullet() -> None:
    markers = [BULLET.match(f"{sign} punt") for sign in "\uf095\uf0b7\ue00a"]
    assert [found.end() for found in markers if found] == [2, 2, 2]
    assert BULLET.match("\uf041\uf042 punt") is None


def test_a_table_is_read_row_by_row(show: _Show) -> None:
    rows = [("Soort", "Prijs"), ("Paspoort", "€ 83"), ("Rijbewijs", "€ 52")]
    cells = [
        At(70 + 200 * column, 100 + 14 * row, text) for row, pair in enumerate(rows) for column, text in enumerate(pair)
    ]
    shown = show(_read([*cells, *lines(_WIDE, top=200)]))
    assert shown[:6] == [f"tabelcel: {text}" for pair in rows for text in pair]


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    pages = [
        [At(70, 20, "Gemeente Voorbeeld"), *lines(f"{_WIDE} {number}."), At(70, 800, f"Pagina {number} van 3")]
        for number in range(1, 4)
    ]
    document = _read(*pages)
    assert _texts(document) == [f"{_WIDE} {number}." for number in range(1, 4)]
    assert any("kop- en voetteksten" in note for note in document.notes)
    # What stands in the margin of one page only is text.
    assert "Gemeente Voorbeeld" in _texts(_read(pages[0]))


def test_a_sentence_goes_on_on_the_next_page() -> None:
    document = _read(lines(f"{_WIDE}\n{_WIDE}"), lines("en hier is de zin afgelopen."))
    assert _texts(document) == [f"{_WIDE} {_WIDE} en hier is de zin afgelopen."]
    block = document.blocks[0]
    words = block.text.index("afgelopen")
    assert document.source.position(block.map.to_source(words, words + 1).start).line == 2


def test_a_stamp_across_the_page_is_left_out() -> None:
    stamp = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (CONCEPT) Tj ET\n"
    assert _texts(_read(lines(f"{_WIDE}\n{_WIDE}."), extra=stamp)) == [f"{_WIDE} {_WIDE}."]


def test_what_looks_typed_stays() -> None:
    document = _read(lines("Beste {{ naam }}, dit kost € 12,50 (per keer)."))
    assert _texts(document) == ["Beste {{ naam }}, dit kost € 12,50 (per keer)."]


_LOCK = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    f"/O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<{'00' * 16}> <{'00' * 16}>]"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([]), "gescand"),
        (pdf(lines("Tekst."), trailer=_LOCK), "wachtwoord"),
        (b"%PDF-1.4\n" + b"rommel" * 100, "beschadigd"),
        (b"Gewone tekst", "zit geen PDF in"),
        (b"PK\x03\x04", "zit geen PDF in"),
        (pdf(*[[]] * 1001), "te lang"),
    ],
)
def test_bad_input_gives_one_clear_message(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        readers.read_bytes(data, name="a.pdf")
    assert "\n" not in str(caught.value)


def test_a_damaged_table_of_contents_is_no_problem() -> None:
    data = pdf(lines("Dit is een zin."))
    damaged = data.replace(b"0000000", b"0009999").replace(b"startxref\n", b"startxref\n9")
    assert _texts(readers.read_bytes(damaged, name="a.pdf")) == ["Dit is een zin."]


@pytest.mark.parametrize(
    "page",
    [
        [At(20 + 90 * (n % 6), 40 + 12 * (n // 6), f"cel {n}") for n in range(360)],
        [At((n * 197) % 550, (n * 311) % 780, f"woord{n}", 4) for n in range(399)],
        [At((n * 197) % 550, (n * 311) % 780, f"woord{n}", 4) for n in range(2_000)],
        [At(20, 40, "woord " * 2_000)],
    ],
)
def test_a_strange_page_is_read_to_its_end(page: list[At], assert_exact: Callable[[Document], None]) -> None:
    document = _read(page)
    assert_exact(document)
    assert len(document.source) > 100
