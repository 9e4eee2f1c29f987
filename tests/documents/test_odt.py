import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b1check.documents.document import Block, Document
from b1check.documents.readers import archive, odt, read_bytes
from b1check.errors import ReadError

_Show = Callable[[Document], list[str]]
_Marks = Callable[[Block], list[tuple[str, str, str]]]
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NS = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
_NS += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_MIMETYPE = "application/vnd.oasis.opendocument.text"


def _zip(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", _MIMETYPE, zipfile.ZIP_STORED)
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def _content(body: str, styles: str = "") -> str:
    return (
        f"<office:document-content {_NS}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def _odt(body: str, automatic: str = "", **parts: str | bytes) -> bytes:
    """An OpenDocument text with raw XML in its body; other parts by their name without .xml."""
    return _zip({"content.xml": _content(body, automatic)} | {f"{name}.xml": part for name, part in parts.items()})


def _read(body: str, automatic: str = "", **parts: str | bytes) -> Document:
    return read_bytes(_odt(body, automatic, **parts), name="brief.odt")


def _style(name: str, parent: str = "", family: str = "paragraph", properties: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


_BOLD = _style("T1", family="text", properties='fo:font-weight="bold"')
_FOOTER = (
    f"<office:document-styles {_NS}><office:master-styles><style:master-page style:name='Standard'>"
    "<style:header><text:p/></style:header><style:footer><text:p>Postbus 1</text:p></style:footer>"
    "</style:master-page></office:master-styles></office:document-styles>"
)
_META = f"<office:document-meta {_NS}><office:meta><dc:title> Besluit </dc:title></office:meta></office:document-meta>"


def test_a_letter(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    document = _read(
        '<text:h text:outline-level="1">Besluit op uw aanvraag</text:h>'
        "<text:p>Beste bewoner,</text:p><text:p/>"
        '<text:h text:outline-level="2">Wat moet u doen?</text:h>'
        "<text:p>Neem mee:</text:p>"
        "<text:list><text:list-header><text:p>Inleiding</text:p></text:list-header>"
        "<text:list-item><text:p>uw paspoort</text:p><text:p>dat geldig is</text:p>"
        "<text:list><text:list-item><text:p>een foto</text:p></text:list-item></text:list></text:list-item>"
        '<text:list-item><text:h text:outline-level="9">Kop in lijst</text:h></text:list-item></text:list>'
        "<text:p>• getypt</text:p>"
        "<table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>Soort</text:p></table:table-cell>"
        "<table:table-cell><text:list><text:list-item><text:p>Prijs</text:p></text:list-item></text:list>"
        "</table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>gratis</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>weg</text:p></table:covered-table-cell></table:table-row></table:table>"
        "<table:table><table:table-row><table:table-cell><text:p>een kader</text:p></table:table-cell>"
        "</table:table-row></table:table>",
        styles=_FOOTER,
        meta=_META,
    )
    assert show(document) == [
        "kop1: Besluit op uw aanvraag",
        "alinea: Beste bewoner,",
        "kop2: Wat moet u doen?",
        "alinea: Neem mee:",
        "alinea: Inleiding",
        "lijstpunt1: uw paspoort",
        "alinea: dat geldig is",
        "lijstpunt2: een foto",
        "kop6: Kop in lijst",
        "lijstpunt1: getypt",
        "tabelcel: Soort",
        "tabelcel: Prijs",
        "tabelcel: gratis",
        "alinea: een kader",
        "marge: Postbus 1",
    ]
    assert (document.format, document.title, document.line_word) == ("odt", "Besluit", "alinea")
    assert document.notes == (
        "De kop- en voetteksten zijn niet gecontroleerd. b1check zoekt er wel gegevens in, zoals de datum.",
    )
    assert [document.source.position(b.map.to_source(0, 1).start).line for b in document.blocks] == list(range(1, 16))
    assert_exact(document)


def test_comments_that_switch_remarks_off() -> None:
    def comment(words: str, name: str = "") -> str:
        named = f' office:name="{name}"' if name else ""
        return f"<office:annotation{named}><dc:creator>Jan</dc:creator><text:p>{words}</text:p></office:annotation>"

    end = '<office:annotation-end office:name="a"/>'
    document = _read(
        f"<text:p>Een {comment('b1check uit: lange-zin - wet', 'a')}twee{end} drie.</text:p>"
        f"<text:p>Vier.{comment('B1check uit: lange-zin – wet')}{comment('Klopt dit?', 'b')}</text:p>"
        f"<text:p>{comment('b1check uit in deze tekst: woorden - wet', 'c')}</text:p>"
    )
    source = document.source.text
    held = [(one.names, one.reason, one.holds and source[slice(*one.holds)]) for one in document.suppressions]
    assert sorted(held, key=str) == [
        (("lange-zin",), "wet", "Vier."),
        (("lange-zin",), "wet", "twee"),
        (("woorden",), "wet", None),
    ]
    assert [block.text for block in document.blocks] == ["Een twee drie.", "Vier."]


def test_spans_links_spaces_and_breaks(marks: _Marks, assert_exact: Callable[[Document], None]) -> None:
    document = _read(
        '<text:p>Een  vet<text:span text:style-name="T1">ge<text:span>drukt</text:span></text:span>\n woord,'
        '<text:s text:c="2"/><text:a xlink:href="http://x.nl">een <text:span>link</text:span></text:a>'
        "<text:tab/>en<text:soft-page-break/> één<text:line-break/>regel par\u00adkeren</text:p>",
        _BOLD,
    )
    block = document.blocks[0]
    assert block.text == "Een vetgedrukt woord,  een link\ten één\nregel parkeren"
    assert marks(block) == [("vet", "gedrukt", ""), ("link", "een link", "http://x.nl")]
    assert document.source.line_count == 1
    assert_exact(document)


def test_the_cells_of_a_table_know_their_place() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    wide = 'table:number-columns-spanned="2"'
    inner = f"<table:table><table:table-row>{cell('x')}{cell('y')}</table:table-row></table:table>"
    document = _read(
        "<table:table>"
        f"<table:table-row>{cell('breed', wide)}<table:covered-table-cell/>{cell('c')}"
        "</table:table-row>"
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{cell("diep")}</table:table-row>'
        f"<table:table-row>{cell('a')}<table:table-cell>{inner}</table:table-cell></table:table-row>"
        f"</table:table><table:table><table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"
        "</table:table>"
    )
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("breed", (1, 0, 0)),
        ("c", (1, 0, 2)),
        ("diep", (1, 1, 2)),
        ("a", (1, 2, 0)),
        ("x", (1, 2, 1)),
        ("y", (1, 2, 1)),
        ("x", (4, 0, 0)),
        ("y", (4, 0, 1)),
    ]


def test_footnotes_come_after_the_text_and_the_margins_last(
    show: _Show, assert_exact: Callable[[Document], None]
) -> None:
    def note(text: str, kind: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
        )

    margin = "<style:{0}><text:p>{1}</text:p></style:{0}>"
    styles = f"<office:document-styles {_NS}><office:master-styles>" + "".join(
        f"<style:master-page style:name='{name}'>{inside}</style:master-page>"
        for name, inside in (
            ("Eerste", margin.format("header", "Gemeente Voorbeeld") + margin.format("header-left", "links")),
            ("Tweede", margin.format("header", "Gemeente Voorbeeld") + margin.format("footer", "Pagina 2")),
            ("Derde", '<style:footer style:display="false"><text:p>weg</text:p></style:footer>'),
        )
    )
    styles += "</office:master-styles></office:document-styles>"
    document = _read(
        f"<text:p>Een{note('Achteraan', 'endnote')} zin{note('Zie <text:s/>artikel 1', 'footnote')}.</text:p>"
        "<text:p>Het einde.</text:p>",
        styles=styles,
    )
    assert show(document) == [
        "alinea: Een zin.",
        "alinea: Het einde.",
        "voetnoot: Zie  artikel 1",
        "voetnoot: Achteraan",
        "marge: Gemeente Voorbeeld",
        "marge: Pagina 2",
    ]
    assert document.notes == (
        "De voetnoten tellen als de laatste alinea's: vanaf alinea 3.",
        "De kop- en voetteksten zijn niet gecontroleerd. b1check zoekt er wel gegevens in, zoals de datum.",
    )
    assert_exact(document)
    with pytest.raises(ReadError, match="geen tekst"):
        _read(f"<text:p>{note('Los', 'footnote')}</text:p>", styles=styles)


def test_what_is_deleted_or_hidden_is_left_out(show: _Show) -> None:
    hidden = _style("T2", family="text", properties='text:display="none"')
    document = _read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>oud</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Wij <text:change text:change-id="a"/><text:change-start/>nieuw<text:change-end/>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>voetnoot</text:p>"
        "</text:note-body></text:note><office:annotation><text:p>mening</text:p></office:annotation>"
        '<text:span text:style-name="T2">geheim</text:span>'
        '<text:hidden-text text:is-hidden="true">geheim</text:hidden-text> hier.</text:p>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>geheim</text:p>'
        '<text:section text:display="none"><text:p>geheim</text:p></text:section>'
        "<text:section><text:p>Wel te zien</text:p></text:section>"
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title><text:p>Inhoud"
        "</text:p></text:index-title><text:p>Kop 1</text:p></text:index-body></text:table-of-content>",
        hidden,
    )
    assert show(document) == ["alinea: Wij nieuw hier.", "alinea: Wel te zien", "voetnoot: voetnoot"]
    assert [re.findall("inhoudsopgave|voetnoten|wijzigingen", note) for note in document.notes] == [
        ["inhoudsopgave"],
        ["voetnoten"],
        ["wijzigingen"],
    ]
    assert document.source.text.splitlines() == ["Wij nieuw hier.", "Wel te zien", "Inhoud", "Kop 1", "voetnoot"]


def test_the_fields_of_a_form_are_read(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    loext = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    document = _read(
        f'<text:p>Beste <loext:content-control {loext}><loext:list-item loext:value="x"/>mevrouw <text:span>Jansen'
        "</text:span></loext:content-control>, welkom.</text:p>"
    )
    assert show(document) == ["alinea: Beste mevrouw Jansen, welkom."]
    assert_exact(document)


def test_text_boxes_come_after_their_paragraph(show: _Show) -> None:
    box = "<draw:frame><draw:text-box><text:p>In het kader</text:p></draw:text-box></draw:frame>"
    shape = "<draw:g><draw:custom-shape><text:p>In de vorm</text:p></draw:custom-shape></draw:g>"
    assert show(_read(f"{shape}<text:p>Voor {box}na</text:p>")) == [
        "alinea: In de vorm",
        "alinea: Voor na",
        "alinea: In het kader",
    ]


def test_fields_show_what_the_writer_sees(show: _Show) -> None:
    document = _read(
        "<text:p>Beste <text:database-display>&lt;Naam aanvrager&gt;</text:database-display>, "
        "<text:database-display>Jansen</text:database-display> op <text:date>3 maart 2026</text:date> "
        "<text:placeholder>&lt;Bedrag&gt;</text:placeholder></text:p>"
    )
    assert show(document) == ["alinea: Beste «Naam aanvrager», Jansen op 3 maart 2026 <Bedrag>"]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("Title", "kop1: x"),
        ("Subtitle", "kop2: x"),
        ("Heading_20_3", "kop3: x"),
        ("P1", "kop2: x"),
        ("P2", "kop4: x"),
        ("Quotations", "citaat: x"),
        ("Caption", "label: x"),
        ("Rond", "alinea: x"),
        ("Text_20_body", "alinea: x"),
        ("Table_20_Contents", "alinea: x"),
    ],
)
def test_styles(style: str, shown: str, show: _Show) -> None:
    styles = (
        _style("P1", "Heading_20_2")
        + _style("Rond", "Rond")
        + '<style:style style:name="P2" style:family="paragraph" style:default-outline-level="4"/>'
    )
    assert show(_read(f'<text:p text:style-name="{style}">x</text:p>', styles)) == [shown]


def test_a_list_without_bullets_is_text(show: _Show) -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format=""/>'
        '<text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>'
    )
    item = "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
    body = f'<text:list text:style-name="L1"><text:list-item><text:p>a</text:p>{item}</text:list-item></text:list>'
    assert show(_read(body, styles)) == ["alinea: a", "lijstpunt2: b"]


def _span(text: str, bold: bool) -> str:
    content = text.replace("\n", "<text:line-break/>")
    return f'<text:span text:style-name="{"T1" if bold else ""}">{content}</text:span>'


_PARAGRAPHS = st.lists(
    st.lists(st.tuples(st.text("ab \t\n😀é\u00ad\u00a0-•", max_size=6), st.booleans()), max_size=5),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60)
@given(_PARAGRAPHS)
def test_every_character_maps_to_itself(
    assert_exact: Callable[[Document], None], paragraphs: list[list[tuple[str, bool]]]
) -> None:
    shown = ["".join(_span(*run) for run in runs) for runs in [*paragraphs, [("einde", False)]]]
    document = _read("".join(f"<text:p>{runs}</text:p>" for runs in shown), _BOLD)
    assert_exact(document)
    with_text = [runs for runs in paragraphs if "".join(text for text, _ in runs).strip()]
    assert document.source.line_count == len(with_text) + 1


_ODT = _odt("<text:p>Tekst</text:p>", styles=_FOOTER, meta=_META)
_DTD = '<!DOCTYPE office:document-content [<!ENTITY a "b">]>'
_SHEET = f"<office:document-content {_NS}><office:body><office:spreadsheet/></office:body></office:document-content>"
_ENCRYPTED = b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Geen zip", "geen OpenDocument-bestand"),
        (b"PK\x03\x04 kapot", "OpenDocument-bestand is beschadigd"),
        (_ODT[: len(_ODT) // 2], "beschadigd"),
        (archive._OLE + b"WordDocument", "oud Word-bestand"),
        (_zip({"META-INF/manifest.xml": _ENCRYPTED, "content.xml": b"\x00\x01"}), "wachtwoord.*LibreOffice"),
        (_zip({"encrypted-package": b"\x00"}), "wachtwoord"),
        (_zip({}), "geen OpenDocument-tekst"),
        (_zip({"content.xml": _SHEET}), "geen OpenDocument-tekst"),
        (_zip({"content.xml": "<html/>"}), "geen OpenDocument-tekst"),
        (_zip({"content.xml": ""}), "beschadigd"),
        (_zip({"content.xml": "<a>" * 5000}), "beschadigd"),
        (_zip({"content.xml": _DTD + _content("<text:p>a</text:p>")}), "DTD"),
        (_odt("<text:p>a</text:p>", styles=_DTD + _FOOTER), "DTD"),
        (_odt("<text:p>a</text:p>", groot=b"\0" * 30_000_000), "te groot"),
        (_odt("<text:p> </text:p>"), "geen tekst"),
    ],
)
def test_bad_files_give_one_clear_message(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read_bytes(data, name="brief.odt")
    assert str(caught.value).endswith(".")


def test_many_spaces_in_one_element_stay_few() -> None:
    document = _read('<text:p>a<text:s text:c="9999"/>b<text:s text:c="x"/>c</text:p>')
    assert len(document.source.text) < 200
    assert document.source.text.endswith("b c")


@settings(max_examples=150)
@given(st.integers(0, len(_ODT) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(at: int, damage: bytes) -> None:
    data = _ODT[:at] + damage + _ODT[at + len(damage) :]
    try:
        document = read_bytes(data, name="brief.odt")
    except ReadError as error:
        assert str(error).endswith(".")
    else:
        assert document.blocks


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=200), st.integers(0, len(_ODT) - 1).map(lambda end: _ODT[:end])))
def test_random_and_cut_off_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_bytes(data, name="brief.odt")


_NAMES = st.sampled_from(
    "text:p text:h text:list text:list-item text:span text:a text:s text:note text:section table:table "
    "table:table-row table:table-cell draw:frame draw:text-box text:table-of-content text:tracked-changes".split()
)
_TREES = st.recursive(
    st.text("ab \n•", max_size=4),
    lambda inside: st.builds(
        lambda name, children: f"<{name}>{''.join(children)}</{name}>", _NAMES, st.lists(inside, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=150)
@given(_TREES)
def test_elements_in_any_order_are_read(assert_exact: Callable[[Document], None], tree: str) -> None:
    assert_exact(odt.read(_odt(tree), name="brief.odt"))
