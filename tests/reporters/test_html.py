"""The report as a page: what it shows, what it never lets through, and that it needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from b1check import Checker, Problem, Severity, Span
from b1check.documents import readers
from b1check.documents.document import BlockKind, Document
from b1check.documents.source import BlockTextBuilder
from b1check.findings import Finding, Reach
from b1check.letter import parts
from b1check.report import Report
from b1check.reporters.html import Page, render
from b1check.reporters.html.marks import Place, cut, places

LETTER = """\
Gemeente Marsweerd
Postbus 9004

De heer P.J. Goossens
Handelskade 3

Onderwerp: uw parkeervergunning

Geachte heer Goossens,

Indien u vragen heeft over uw aanvraag, dient u binnen 2 weken contact op te nemen met de afdeling Vergunningen.
Wij sturen u vóór 1 mei 2026 een besluit. U ontvangt dan ook een factuur van ons.

Wat moet u meesturen?

- een kopie van uw identiteitsbewijs;
- een recente pasfoto.

Met vriendelijke groet,
J. Vermaat
"""
HOSTILE = (
    "Indien u <script>alert(1)</script> leest & \"aanhaalt\" 'zo', dient u <img src=x onerror=alert(2)> te bellen.\n\n"
    "Indien\u2028u\u2029belt\u202e om\u2066 te \x07vragen\x00 </style></script><!-- dient u \u200fdit te doen.\n"
)
Make = Callable[..., "Shown"]


class Shown:
    """A page, as its source and as a tree."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tree = parser.document_fromstring(source)

    def all(self, path: str) -> list[parser.HtmlElement]:
        found: list[parser.HtmlElement] = (
            self.tree.cssselect(path) if not path.startswith("//") else self.tree.xpath(path)
        )
        return found

    def one(self, path: str) -> parser.HtmlElement:
        (found,) = self.all(path)
        return found

    def text(self, path: str) -> str:
        return " ".join(self.one(path).text_content().split())


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.fixture(scope="module")
def page(checker: Checker) -> Make:
    def make(*texts: str, format: str = "txt", masked: bool = False) -> Shown:
        pages = []
        for at, text in enumerate(texts, 1):
            document = parts.label(readers.read_text(text, name=f"map/tekst-{at}.{format}", format=format))
            pages.append(Page.of(checker.check_document(document), document))
        return Shown(render(pages, masked=masked))

    return make


@pytest.fixture(scope="module")
def letter(page: Make) -> Shown:
    return page(LETTER)


def test_a_page_is_dutch_and_has_landmarks_and_one_heading_above_the_others(letter: Shown) -> None:
    assert letter.tree.get("lang") == "nl"
    for landmark in ("header", "main", "footer"):
        letter.one(f"body > {landmark}")
    assert letter.one("h1").text_content() == "tekst-1.txt"
    levels = [int(heading.tag[1]) for heading in letter.all("h1, h2, h3, h4, h5, h6")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_no_id_stands_twice_and_every_link_arrives(letter: Shown) -> None:
    ids = [element.get("id") for element in letter.all("[id]")]
    assert len(ids) == len(set(ids))
    targets = [link.get("href") for link in letter.all("a[href]")]
    assert len(targets) > 10
    assert [target for target in targets if target.startswith("#") and target[1:] not in ids] == []


def test_every_remark_has_a_place_in_the_text_and_an_explanation(letter: Shown, checker: Checker) -> None:
    report = checker.check_text(LETTER)
    cards = letter.all(".opm")
    assert len(cards) == len(report.findings) > 3
    for card in cards:
        number = card.get("data-nr")
        assert card.cssselect(".uitleg .boodschap")[0].text_content()
        assert card.cssselect(f"#d1-o{number}")
        if "hele tekst" not in card.cssselect(".voet")[0].text_content().lower():
            assert letter.one(f".vel #d1-t{number}").text_content().startswith(number)
            assert letter.all(f".vel a[href='#d1-o{number}']")


def test_the_words_of_a_remark_lead_to_it_and_say_what_it_is(letter: Shown) -> None:
    link = next(link for link in letter.all(".vel a.m") if link.text_content().startswith("Indien"))
    card = letter.one(f"//li[contains(@class, 'opm')][.//div[@id='{link.get('href')[1:]}']]")
    assert card.get("data-ernst") == "let-op"
    assert "als" in card.cssselect(".pijl")[0].text_content()
    said = " ".join(link.text_content().split())
    assert card.cssselect(".titel")[0].text_content() in said
    assert "let op" in said


def test_the_text_stands_there_whole_with_its_parts(letter: Shown) -> None:
    for hidden in letter.all(".vel .nr, .vel .soort"):
        hidden.drop_tree()
    shown = " ".join(letter.one(".vel").text_content().split())
    assert "Indien u vragen heeft over uw aanvraag, dient u binnen 2 weken contact op te nemen met" in shown
    assert [item.text_content().strip() for item in letter.all(".punten li")] == [
        "een kopie van uw identiteitsbewijs;",
        "een recente pasfoto.",
    ]
    assert letter.all(".b-aanhef") and letter.all(".b-adres") and letter.all(".b-kop") and letter.all(".b-slot")


def test_what_the_letter_asks_is_told_with_its_place(letter: Shown) -> None:
    told = letter.text(".actie")
    assert "Voor wanneer? binnen 2 weken" in told
    place = letter.one(".actie div:nth-child(2) a").get("href")
    assert "Indien u vragen heeft" in letter.one(place).text_content()
    assert "1 mei 2026" in letter.text(".lezer")


def test_a_text_that_is_too_short_says_so(letter: Shown) -> None:
    assert "woorden" in letter.text(".kaart-score .oordeel")
    assert not letter.all(".opbouw")


def test_the_parts_of_the_score_are_told_in_words(page: Make) -> None:
    shown = page(LETTER + "\n\nDe gemeente behandelt uw aanvraag. U hoeft nu niets te doen. Wij bellen u snel.\n" * 8)
    bars = shown.all(".staven li")
    assert len(bars) == 8
    for bar in bars:
        assert re.search(r"\d,\d .+ \(doel: \d", " ".join(bar.text_content().split()))
        assert re.fullmatch(r"[+−]?\d+(,\d)? punten", bar.cssselect(".punten-waarde")[0].text_content())
    assert "van 100" in shown.text(".score")


def test_nothing_is_fetched_and_only_our_own_script_runs(letter: Shown) -> None:
    policy = letter.one("meta[http-equiv='Content-Security-Policy']").get("content")
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        digest = base64.b64encode(hashlib.sha256(letter.one(tag).text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not letter.all("[src], link, iframe, object, img, [style], base")
    assert not re.search(r"@import|url\(", letter.one("style").text)
    assert not [name for element in letter.all("*") for name in element.attrib if name.startswith("on")]
    assert not [a.get("href") for a in letter.all("a") if not a.get("href").startswith(("#", "https://", "http://"))]


@pytest.mark.parametrize("format", ["txt", "md", "html"])
def test_what_a_text_says_is_never_markup(page: Make, format: str) -> None:
    text = HOSTILE if format != "html" else f"<main><p>{HOSTILE.replace('<', '&lt;')}</p></main>"
    shown = page(text, format=format)
    assert len(shown.all("script")) == len(shown.all("style")) == 1
    assert not shown.all("img")
    if format != "md":  # Markdown leaves markup out of the text
        assert "<script>alert(1)</script>" in shown.one("#d1-tekst").getparent().text_content()
    assert not set(shown.source) & set("\u2028\u2029\u202e\u2066\u200f\x00\x07\r")


def test_what_a_name_a_setting_or_a_writer_says_is_never_markup(checker: Checker) -> None:
    bad = "<script>x</script>\"'\u202e\udc80"
    document = readers.read_text(LETTER, name=f"map/{bad}.txt")
    report = checker.check_document(document)
    first = replace(report.findings[0], message=bad, suggestions=(bad,), advice=bad, rule=bad)
    report = replace(report, findings=(first,), notes=(bad,), errors=(bad,))
    shown = Shown(render([Page.of(report, document)], [Problem(bad, bad)]))
    assert len(shown.all("script")) == 1
    assert shown.text(".boodschap").startswith("<script>x</script>\"'")
    shown.source.encode("utf-8")


@given(st.text(min_size=1, max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=12))
def test_the_pieces_of_a_block_are_its_text_and_every_remark_has_one_number(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    builder = BlockTextBuilder()
    builder.literal(text, 0)
    shown, map = builder.build()
    if not shown:
        return
    block = readers.read_text("woord").blocks[0].__class__(BlockKind.PARAGRAPH, shown, map)
    found = [
        Place(
            number,
            min(low, len(shown) - 1),
            max(min(high, len(shown)), min(low, len(shown) - 1) + 1),
            number % 3 == 0,
            number % 2,
        )
        for number, (low, high) in enumerate(map_sorted(ranges), 1)
    ]
    made = cut(block, found)
    assert "".join(piece.text for piece in made) == shown
    assert sorted(number for piece in made for number in piece.badges) == [place.number for place in found]
    at = 0
    for piece in made:
        here = range(at, at + len(piece.text))
        assert set(piece.numbers) == {p.number for p in found if p.start < here.stop and here.start < p.end}
        at = here.stop


def map_sorted(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(min(pair), max(pair)) for pair in ranges]


@given(st.text(alphabet="ab &é\u00ad\n", max_size=60), st.integers(0, 70), st.integers(0, 70))
@settings(max_examples=200)
def test_a_span_of_the_source_finds_its_words_back(text: str, one: int, other: int) -> None:
    source = f"<p>x {text.replace('&', '&amp;')} y</p>"
    (block, *_) = readers.read_text(source, format="html").blocks
    low, high = sorted((one % (len(block.text) + 1), other % (len(block.text) + 1)))
    if low == high:
        return
    found = block.map.to_text(*block.map.to_source(low, high))
    assert found is not None
    assert found[0] <= low and high <= found[1]
    if block.map.is_literal(low, high):
        assert found == (low, high)


def test_a_span_outside_the_block_has_no_words(checker: Checker) -> None:
    first, second = readers.read_text("Een zin.\n\nNog een zin.").blocks
    assert first.map.to_text(*second.map.to_source(0, 3)) is None
    finding = Finding("r", Severity.TIP, "m", Span(10, 13), "Nog", 3, 1, block=0)
    assert list(places(finding, 1, first)) == []


def test_words_in_a_long_sentence_keep_their_own_mark(page: Make) -> None:
    words = (
        "U dient ons binnen twee weken nadat u deze brief hebt gekregen op een formulier te laten weten of u de hulp "
    )
    shown = page(
        words + "die wij u eerder op uw verzoek hebben gegeven ook in het nieuwe jaar nog nodig hebt of niet.\n"
    )
    assert shown.all(".vel .z-begin") and shown.all(".vel .z-eind")
    inner = shown.all(".vel a.m.z")
    assert inner, "a mark about words inside the sentence"
    assert all(len(piece.get("data-o").split()) > 1 for piece in inner)


def test_a_remark_about_a_paragraph_stands_beside_it(checker: Checker) -> None:
    document = readers.read_text(LETTER, name="brief.txt")
    report = checker.check_document(document)
    at = next(index for index, block in enumerate(document.blocks) if "Indien" in block.text)
    span = Span(*document.blocks[at].map.to_source(0, len(document.blocks[at].text)))
    about = Finding("lange-alinea", Severity.FOUT, "Lang.", span, "x", 1, 1, block=at, reach=Reach.BLOCK)
    shown = Shown(render([Page.of(replace(report, findings=(about,)), document)]))
    assert "heel-fout" in shown.one(f"#d1-b{at}").get("class")
    assert shown.one(".vel a.naar").get("href") == "#d1-o1"


def test_several_documents_make_one_page_with_the_hardest_first(page: Make) -> None:
    hard = "Indien u niet tijdig reageert, dient u de verschuldigde leges alsnog te voldoen bij de invordering.\n"
    shown = page("Wij bellen u morgen.\n", hard * 3, "Dank u wel.\n")
    listed = [item.cssselect("a")[0].text_content() for item in shown.all("nav ol li")]
    assert listed[0] == "tekst-2.txt"
    assert sorted(listed) == ["tekst-1.txt", "tekst-2.txt", "tekst-3.txt"]
    folds = shown.all("article > details")
    assert [fold.get("open") is not None for fold in folds] == [True, False, False]
    assert [fold.cssselect("summary h2")[0].text_content() for fold in folds] == listed
    ids = [element.get("id") for element in shown.all("[id]")]
    assert len(ids) == len(set(ids))
    assert "map" not in shown.text("nav"), "a folder that all documents share says nothing"


def test_what_was_not_checked_and_what_was_switched_off_is_told(page: Make, checker: Checker) -> None:
    text = "[b1check uit: formeel-verbindingswoord - dat staat zo in de wet]\nIndien u belt, is dat goed.\n"
    document = readers.read_text(text, name="brief.txt")
    report = checker.check_document(document)
    shown = Shown(render([Page.of(report, document)], [Problem("leeg.txt", "Dit bestand is leeg.")]))
    assert "leeg.txt: Dit bestand is leeg." in shown.text(".melding")
    assert "dat staat zo in de wet" in shown.text(".uitgezet")
    quiet = Shown(render([], [Problem("leeg.txt", "Dit bestand is leeg.")]))
    assert "leeg.txt" in quiet.text("main")


def test_a_text_without_remarks(page: Make) -> None:
    shown = page("Wij betalen u het geld op 1 mei 2026. U hoeft niets te doen.\n")
    assert "Er zijn geen opmerkingen." in shown.text(".opmerkingen")
    assert not shown.all("#balk")
    assert "b1check vindt niets wat beter kan." in shown.text(".kaart-eerst")


def test_a_page_tells_how_many_remarks_it_leaves_out(checker: Checker) -> None:
    document = readers.read_text("Wij betalen u het geld op 1 mei 2026. U hoeft niets te doen.\n")
    report = replace(checker.check_document(document), known=2, unchanged=1)
    shown = Shown(render([Page.of(report, document)]))
    assert "Al bekend, dus niet getoond: 2 opmerkingen." in shown.text(".kaart-eerst")
    assert "In tekst die niet veranderd is, dus niet getoond: 1 opmerking." in shown.text(".kaart-eerst")
    assert "Er zijn geen nieuwe opmerkingen." in shown.text(".opmerkingen")


def test_a_masked_page_says_so(page: Make) -> None:
    assert "verborgen" in page(LETTER, masked=True).text(".melding")
    assert not page(LETTER).all(".melding")


def test_the_same_report_gives_the_same_page(page: Make) -> None:
    assert page(LETTER).source == page(LETTER).source


def _report(path: Path, checker: Checker) -> tuple[Report, Document]:
    document = parts.label(readers.read(path))
    return checker.check_document(document), document


CORPORA = Path(__file__).resolve().parents[2] / "corpora"
SAMPLE = [*sorted((CORPORA / "brieven").glob("a-*"))[::6], *sorted((CORPORA / "webteksten").glob("*"))[::7]]


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_real_letters_and_pages(path: Path, checker: Checker) -> None:
    report, document = _report(path, checker)
    shown = Shown(render([Page.of(report, document)]))
    assert len(shown.all(".opm")) == len(report.findings)
    ids = {element.get("id") for element in shown.all("[id]")}
    assert not [a.get("href") for a in shown.all("a[href^='#']") if a.get("href")[1:] not in ids]
    for block, element in zip(document.blocks, shown.all("[id^='d1-b']"), strict=True):
        for extra in element.cssselect(".nr, .soort"):
            extra.drop_tree()
        assert "".join(element.text_content().split()) == "".join(block.text.split())


def test_a_table_is_a_table_with_its_empty_cells(page: Make) -> None:
    shown = page("# Tarieven\n\n| | Bedrag |\n|--|--|\n| Paspoort | € 77 |\n| Pas | |\n\nDank u.\n", format="md")
    rows = [[" ".join(cell.text_content().split()) for cell in row.cssselect("td")] for row in shown.all(".tabel tr")]
    assert rows == [["", "Bedrag"], ["Paspoort", "€ 77"], ["Pas", ""]]
    assert not shown.all(".cellen")


def test_a_table_of_which_nobody_knows_the_rows_is_loose_cells(page: Make) -> None:
    shown = page("Openingstijden\n\nMaandag: 9.00 tot 17.00 uur\nDinsdag: 9.00 tot 12.00 uur\nKosten: € 9,00\n")
    assert shown.all(".cellen")
    assert not shown.all("table")
