import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from b1check.documents.document import Block, Document
from b1check.documents.readers import archive, read_bytes
from b1check.documents.writers import docx_notes
from b1check.documents.writers.docx import open_document
from b1check.documents.writers.notes import Note, Signature
from b1check.errors import ReadError
from b1check.findings import Edit, Span

from .word_notes import add_notes, reference

_Show = Callable[[Document], list[str]]
_Marks = Callable[[Block], list[tuple[str, str, str]]]
_NS = nsdecls("w", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _bytes(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _read(document: WordDocument) -> Document:
    return read_bytes(_bytes(document), name="brief.docx")


def _body(*elements: str) -> WordDocument:
    """A Word file with raw XML in its body."""
    document = docx.Document()
    body = document.element.body
    for element in elements:
        xml = re.sub(r"^<([\w:]+)", rf"<\1 {_NS}", element)
        body.insert(len(body) - 1, parse_xml(xml))
    return document


def _paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _with_part(data: bytes, name: str, content: bytes | None) -> bytes:
    """The zip file with one part replaced, added or, for None, taken out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return stream.getvalue()


def test_a_letter(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    word = docx.Document()
    word.core_properties.title = "Besluit"
    word.add_heading("Besluit op uw aanvraag", 0)
    word.add_paragraph("Beste bewoner,")
    word.add_paragraph("")
    word.add_heading("Wat moet u doen?", 2)
    word.add_paragraph("Neem mee:")
    word.add_paragraph("uw paspoort", "List Bullet")
    word.add_paragraph("een foto", "List Bullet 2")
    word.add_paragraph("• getypt")
    word.add_paragraph("Citaat", "Quote")
    table = word.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Soort", "Prijs"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "gratis"
    word.sections[0].footer.paragraphs[0].text = "Postbus 1"
    document = _read(word)
    assert show(document) == [
        "kop1: Besluit op uw aanvraag",
        "alinea: Beste bewoner,",
        "kop2: Wat moet u doen?",
        "alinea: Neem mee:",
        "lijstpunt1: uw paspoort",
        "lijstpunt2: een foto",
        "lijstpunt1: getypt",
        "citaat: Citaat",
        "tabelcel: Soort",
        "tabelcel: Prijs",
        "tabelcel: gratis",
        "marge: Postbus 1",
    ]
    assert document.title == "Besluit"
    assert document.notes == (
        "De kop- en voetteksten zijn niet gecontroleerd. b1check zoekt er wel gegevens in, zoals de datum.",
    )
    assert document.line_word == "alinea"
    assert [document.source.position(b.map.to_source(0, 1).start).line for b in document.blocks] == list(range(1, 13))
    assert_exact(document)


def test_runs_links_and_bold(marks: _Marks) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Een vet")
    paragraph.add_run("ge").bold = True
    paragraph.add_run("drukt").style = "Strong"
    paragraph.add_run(" woord, ")
    target = word.part.relate_to("http://x.nl", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(
        f'<w:hyperlink {_NS} r:id="{target}" w:anchor="a">{_run("een ")}{_run("link", "<w:b/>")}</w:hyperlink>'
    )
    paragraph._p.append(link)
    paragraph.add_run(" los").bold = False
    block = _read(word).blocks[0]
    assert block.text == "Een vetgedrukt woord, een link los"
    assert marks(block) == [("vet", "gedrukt", ""), ("link", "een link", "http://x.nl#a"), ("vet", "link", "")]


def test_line_breaks_tabs_and_hyphens(assert_exact: Callable[[Document], None]) -> None:
    word = docx.Document()
    run = word.add_paragraph().add_run("Postbus 1")
    run.add_break()
    run.add_text("1234 AB\tVoorbeeld")
    run.add_break()
    run.add_break(WD_BREAK.PAGE)
    run.add_text("e")
    run._r.append(parse_xml(f"<w:noBreakHyphen {_NS}/>"))
    run.add_text("mail par")
    run._r.append(parse_xml(f"<w:softHyphen {_NS}/>"))
    run.add_text("keren \u00e9\u00ad\u00e9n")
    run._r.append(parse_xml(f'<w:sym {_NS} w:char="20AC"/>'))
    run._r.append(parse_xml(f'<w:sym {_NS} w:font="Wingdings" w:char="F0A8"/>'))
    document = _read(word)
    assert [block.text for block in document.blocks] == ["Postbus 1\n1234 AB\tVoorbeeld", "e-mail parkeren één€□"]
    assert document.source.line_count == 1
    assert_exact(document)


def test_tracked_changes_are_read_as_accepted() -> None:
    document = _read(
        _body(
            _paragraph(
                f"{_run('Wij ')}<w:ins>{_run('nieuw')}</w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del>"
                f"<w:moveFrom>{_run('weg')}</w:moveFrom><w:moveTo>{_run(' hier')}</w:moveTo>"
                f"<w:smartTag>{_run(' slim')}</w:smartTag><w:sdt><w:sdtContent>{_run(' veld')}</w:sdtContent></w:sdt>"
                f"{_run('geheim', '<w:vanish/>')}"
            )
        )
    )
    assert [block.text for block in document.blocks] == ["Wij nieuw hier slim veld"]
    assert "bijgehouden wijzigingen" in document.notes[0]


_DELETED_END = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'


def test_a_paragraph_of_which_the_end_is_deleted_runs_on(
    marks: _Marks, show: _Show, assert_exact: Callable[[Document], None]
) -> None:
    document = _read(
        _body(
            _paragraph(_run("U krijgt ") + _run("een ", "<w:b/>"), _DELETED_END),
            _paragraph("<w:del><w:r><w:delText>oude </w:delText></w:r></w:del>", _DELETED_END),
            "<w:bookmarkStart/>",
            _paragraph(_run("nieuwe", "<w:b/>") + _run(" pas.")),
            _paragraph("<w:del><w:r><w:delText>Weg.</w:delText></w:r></w:del>", _DELETED_END),
            _paragraph(_run("Haal hem op."), _DELETED_END),
            f"<w:tbl><w:tr><w:tc>{_paragraph(_run('Een'), _DELETED_END)}</w:tc><w:tc>{_paragraph(_run('Twee'))}</w:tc>"
            "</w:tr></w:tbl>",
        )
    )
    assert show(document) == [
        "alinea: U krijgt een nieuwe pas.",
        "alinea: Haal hem op.",
        "tabelcel: Een",
        "tabelcel: Twee",
    ]
    assert marks(document.blocks[0]) == [("vet", "een nieuwe", "")]
    assert_exact(document)


def test_what_runs_on_gets_its_comment_and_is_not_changed() -> None:
    word = _body(
        _paragraph(_run("U dient het formulier "), _DELETED_END),
        _paragraph(_run("in te vullen. ") + _run("Indien u belt, is dat goed.")),
        _paragraph(_run("Indien u mailt, is dat ook goed.")),
    )
    data = _bytes(word)
    document = read_bytes(data, name="brief.docx")
    file = open_document(data, document)
    starts = [found.start() for found in re.finditer("Indien", document.source.text)]
    assert [file.can_place([Edit(Span(at, at + 6), "Als")]) for at in starts] == [False, True]
    spans = [Span(2, 7), Span(0, 38), Span(starts[0], starts[0] + 6)]
    signature = Signature(dt.datetime(2026, 3, 5, tzinfo=dt.UTC))
    noted = docx_notes.put(data, document, [Note("Kijk.", span=span) for span in spans], signature)
    assert (noted.placed, noted.beside) == (3, 1)
    again = read_bytes(noted.data, name="brief.docx")
    assert [block.text for block in again.blocks] == [block.text for block in document.blocks]


def test_text_in_a_file_inside_the_file_is_told_of() -> None:
    document = _read(_body(_paragraph(_run("Een zin.")), "<w:altChunk/>"))
    assert [block.text for block in document.blocks] == ["Een zin."]
    assert [note for note in document.notes if "nog een bestand" in note]


def test_fields_show_their_result(marks: _Marks) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def code(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    address = chr(34) + "http://x.nl" + chr(34)
    nested = f"{mark('begin')}{code(' MERGEFIELD x ')}{mark('separate')}{_run('verborgen')}{mark('end')}"
    runs = [
        _run("Beste "),
        mark("begin"),
        code(" IF "),
        nested,
        code(" = 1 "),
        mark("separate"),
        _run("«Naam»"),
        mark("end"),
        _run(", zie "),
        mark("begin"),
        code(" HYPERLINK "),
        code(address),
        mark("separate"),
        _run("de site"),
        mark("end"),
        f'<w:fldSimple w:instr="PAGE">{_run(" 1")}</w:fldSimple>',
    ]
    block = _read(_body(_paragraph("".join(runs)))).blocks[0]
    assert block.text == "Beste «Naam», zie de site 1"
    assert marks(block) == [("link", "de site", "http://x.nl")]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("«Achternaam aanvrager»", "Beste «Achternaam aanvrager», hallo"),
        ("Achternaam_aanvrager", "Beste «Achternaam aanvrager», hallo"),
        ("<achternaam aanvrager>", "Beste «Achternaam aanvrager», hallo"),
        ("", "Beste «Achternaam aanvrager», hallo"),
        ("Jansen", "Beste Jansen, hallo"),
    ],
)
def test_merge_fields_show_their_name(shown: str, text: str, assert_exact: Callable[[Document], None]) -> None:
    shown = shown.replace("<", "&lt;")
    code = "<w:r><w:instrText> MERGEFIELD Achternaam_aanvrager \\* MERGEFORMAT </w:instrText></w:r>"
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    result = f"{separate}{_run(shown, '<w:b/>')}" if shown else ""
    simple = f"""<w:fldSimple w:instr='MERGEFIELD "Achternaam_aanvrager"'>{_run(shown)}</w:fldSimple>"""
    for field in (f"{begin}{code}{result}{end}", simple):
        document = _read(_body(_paragraph(f"{_run('Beste ', '<w:b/>')}{field}{_run(', hallo')}")))
        assert [block.text for block in document.blocks] == [text]
        assert_exact(document)


def test_text_boxes_once_and_after_their_paragraph(show: _Show) -> None:
    box = f"<w:txbxContent>{_paragraph(_run('In het kader'))}</w:txbxContent>"
    drawing = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = _read(_body(_paragraph(f"{_run('Voor ')}<w:r>{drawing}</w:r>{_run('na')}")))
    assert show(document) == ["alinea: Voor na", "alinea: In het kader"]


def test_tables(show: _Show) -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    def table(*rows: str) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    inner = table(cell(_paragraph(_run("binnen"))))
    document = _read(
        _body(
            table(
                cell(_paragraph(_run("a")), "<w:vMerge w:val='restart'/>") + cell(inner + _paragraph("")),
                cell(_paragraph(_run("weg")), "<w:vMerge/>")
                + cell(_paragraph(_run("kop"), "<w:outlineLvl w:val='1'/>")),
                f"<w:trPr><w:del/></w:trPr>{cell(_paragraph(_run('gewist')))}",
            ),
            table(cell(_paragraph(_run("een kader")))),
        )
    )
    assert show(document) == ["tabelcel: a", "tabelcel: binnen", "kop2: kop", "alinea: een kader"]


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ('<w:pStyle w:val="Kop1"/>', "kop1: x"),
        ('<w:pStyle w:val="Heading3"/>', "kop3: x"),
        ('<w:pStyle w:val="Eigen"/>', "kop2: x"),
        ('<w:outlineLvl w:val="0"/>', "kop1: x"),
        ('<w:pStyle w:val="Kop1"/><w:outlineLvl w:val="9"/>', "alinea: x"),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "lijstpunt2: x"),
        ('<w:pStyle w:val="ListBullet"/>', "lijstpunt1: x"),
        ('<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>', "alinea: x"),
        ('<w:pStyle w:val="Citaat"/>', "citaat: x"),
        ('<w:pStyle w:val="Caption"/>', "label: x"),
        ('<w:pStyle w:val="Rond"/>', "alinea: x"),
        ('<w:pStyle w:val="Bestaatniet"/>', "alinea: x"),
    ],
)
def test_styles(properties: str, shown: str, show: _Show) -> None:
    word = _body(_paragraph(_run("x"), properties))
    for style in (
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Stijl"/><w:basedOn w:val="Heading2"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>',
    ):
        word.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {_NS} ", 1)))
    assert show(_read(word)) == [shown]


def test_the_cells_of_a_table_know_their_place() -> None:
    word = docx.Document()
    table = word.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "breed"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "hoog"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "binnen", "in"
    frame = word.add_table(1, 1).cell(0, 0)
    frame.text = "kader"
    table = frame.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "x", "y"
    cells = [(block.text, block.cell) for block in _read(word).blocks]
    assert cells == [
        ("breed", (1, 0, 0)),
        ("02", (1, 0, 2)),
        ("10", (1, 1, 0)),
        ("11", (1, 1, 1)),
        ("binnen", (1, 1, 1)),
        ("in", (1, 1, 1)),
        ("hoog", (1, 1, 2)),
        ("20", (1, 2, 0)),
        ("21", (1, 2, 1)),
        ("kader", None),
        ("x", (4, 0, 0)),
        ("y", (4, 0, 1)),
    ]


def test_a_row_that_starts_further_on() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{_paragraph(_run(text))}</w:tc>"

    row = '<w:tr><w:trPr><w:gridBefore w:val="{}"/></w:trPr>' + cell("a") + cell("b") + "</w:tr>"
    word = _body(f"<w:tbl>{row.format(2)}{row.format('veel')}{row.format('9' * 20)}</w:tbl>")
    assert [block.cell for block in _read(word).blocks] == [
        (1, 0, 2),
        (1, 0, 3),
        (1, 1, 0),
        (1, 1, 1),
        (1, 2, 0),
        (1, 2, 1),
    ]


def test_footnotes_come_after_the_text(show: _Show, marks: _Marks, assert_exact: Callable[[Document], None]) -> None:
    word = _body(
        _paragraph(_run("Een zin.") + reference(2) + _run(" Nog een.") + reference(1, "endnote")),
        _paragraph(_run("Het") + reference(1) + _run(" einde.")),
        _paragraph(f"<w:del>{reference(3)}</w:del>" + reference(7)),
    )
    add_notes(word, _run(" Bij het einde, "), _run(" Zie ") + _run("artikel 1", "<w:b/>"), _run("weg"), _run("los"))
    add_notes(word, _run("Helemaal achteraan"), kind="endnote")
    document = _read(word)
    assert show(document) == [
        "alinea: Een zin. Nog een.",
        "alinea: Het einde.",
        "voetnoot: Zie artikel 1",
        "voetnoot: Bij het einde,",
        "voetnoot: Helemaal achteraan",
    ]
    assert marks(document.blocks[2]) == [("vet", "artikel 1", "")]
    assert document.source.text.splitlines()[2:4] == [" Zie artikel 1", " Bij het einde, "]
    assert document.notes[0] == "De voetnoten tellen als de laatste alinea's: vanaf alinea 3."
    assert_exact(document)


def test_the_margins_of_the_pages(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    word = _body(_paragraph(_run("Tekst")))
    section = word.sections[0]
    section.header.paragraphs[0].text = "Gemeente Voorbeeld"
    section.footer.paragraphs[0].text = "Pagina 1"
    section.first_page_header.paragraphs[0].text = "alleen op de eerste pagina"
    other = word.add_section()
    other.header.is_linked_to_previous = False
    other.header.paragraphs[0].text = "Gemeente Voorbeeld"
    other.header.add_paragraph("Datum: 5 maart 2026")
    shown = ["alinea: Tekst", "marge: Gemeente Voorbeeld"]
    last = ["marge: Datum: 5 maart 2026", "marge: Pagina 1"]
    assert show(_read(word)) == shown + last
    word.sections[0].different_first_page_header_footer = True
    document = _read(word)
    assert sorted(show(document)) == sorted([*shown, "marge: alleen op de eerste pagina", *last])
    assert_exact(document)


def test_without_text_in_the_body_there_is_nothing_to_read() -> None:
    word = _body(_paragraph(reference(1)))
    add_notes(word, _run("Een voetnoot"))
    word.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    with pytest.raises(ReadError, match="geen tekst"):
        _read(word)


def test_the_table_of_contents_is_named() -> None:
    word = _body(_paragraph(_run("Inhoud ... 1"), '<w:pStyle w:val="TOC1"/>'), _paragraph(_run("Tekst")))
    document = _read(word)
    assert [block.text for block in document.blocks] == ["Tekst"]
    assert document.notes == ("De inhoudsopgave is niet gecontroleerd.",)


_PARAGRAPHS = st.lists(
    st.lists(st.tuples(st.text("ab \t\n😀é\u00ad\u00a0-•", max_size=6), st.booleans()), max_size=5),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40)
@given(_PARAGRAPHS)
def test_every_character_maps_to_itself(
    assert_exact: Callable[[Document], None], paragraphs: list[list[tuple[str, bool]]]
) -> None:
    word = docx.Document()
    for runs in [*paragraphs, [("einde", False)]]:
        paragraph = word.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    document = _read(word)
    assert_exact(document)
    assert document.source.line_count == len([p for p in word.paragraphs if p.text.strip()])


_DOCX = _bytes(_body(_paragraph(_run("Tekst"))))
_DOCUMENT = zipfile.ZipFile(io.BytesIO(_DOCX)).read("word/document.xml")
_DTD = b'<!DOCTYPE w:document [<!ENTITY a "b">]>'


def _with_dtd(encoding: str) -> bytes:
    text = _DOCUMENT.decode().split("?>", 1)[1]
    return f'<?xml version="1.0" encoding="{encoding}"?>{_DTD.decode()}{text}'.encode(encoding)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Geen zip", "geen Word-bestand"),
        (b"PK\x03\x04 kapot", "beschadigd"),
        (_DOCX[: len(_DOCX) // 2], "beschadigd"),
        (archive._OLE + b"WordDocument", "oud Word-bestand"),
        (archive._OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (_with_part(_DOCX, "word/document.xml", None), "geen Word-tekst"),
        (_with_part(_DOCX, "word/document.xml", b"<w:document"), "beschadigd"),
        (_with_part(_DOCX, "word/document.xml", b""), "beschadigd"),
        (_with_part(_DOCX, "word/document.xml", b"<document/>"), "Strict"),
        (_with_part(_DOCX, "word/document.xml", b"<html/>"), "geen Word-tekst"),
        (_with_part(_DOCX, "word/document.xml", _with_dtd("utf-8")), "DTD"),
        (_with_part(_DOCX, "word/document.xml", _with_dtd("utf-16")), "DTD"),
        (_with_part(_DOCX, "word/styles.xml", _with_dtd("utf-16-be")), "DTD"),
        (_with_part(_DOCX, "word/document.xml", b"<a>" * 5000), "beschadigd"),
        (_with_part(_DOCX, "word/media/a.bin", b"\0" * 30_000_000), "te groot"),
        (_bytes(docx.Document()), "geen tekst"),
    ],
)
def test_bad_files_give_one_clear_message(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_bytes(data, name="brief.docx")


def test_a_bomb_of_many_entries() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bomb:
        for number in range(archive.MAX_ENTRIES + 1):
            bomb.writestr(f"{number}", b"")
    with pytest.raises(ReadError, match="te groot"):
        read_bytes(stream.getvalue(), name="brief.docx")


def test_a_part_that_is_larger_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 1000)
    monkeypatch.setattr(archive.Archive, "_check_sizes", lambda _: None)
    with pytest.raises(ReadError, match="te groot"):
        archive.Archive(_DOCX).xml("word/styles.xml")


def test_an_encrypted_entry() -> None:
    data = bytearray(_DOCX)
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(ReadError, match="wachtwoord"):
        read_bytes(bytes(data), name="brief.docx")


@settings(max_examples=150)
@given(st.integers(0, len(_DOCX) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(at: int, damage: bytes) -> None:
    data = _DOCX[:at] + damage + _DOCX[at + len(damage) :]
    try:
        read_bytes(data, name="brief.docx")
    except ReadError as error:
        assert str(error).endswith(".")
