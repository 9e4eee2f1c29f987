"""Edits in Word files: only the words change, as tracked changes or plainly."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from b1check.documents import readers, writers
from b1check.documents.writers import Editable, Tracked
from b1check.documents.writers.docx import NEW_PARAGRAPH
from b1check.documents.writers.edits import apply
from b1check.errors import WriteError
from b1check.findings import Edit, Span

from .word_changes import MAIN, W, accept, body_of, reject

_NS = nsdecls("w", "r") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_MOMENT = Tracked(dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC))
_CHANGED = 'w:author="b1check" w:date="2026-03-05T09:30:00Z"'


def _bytes(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _file(*paragraphs: str) -> bytes:
    """A Word file with raw XML in its body."""
    document = docx.Document()
    body = document.element.body
    for paragraph in paragraphs:
        body.insert(len(body) - 1, parse_xml(f"<w:p {_NS}>{paragraph}</w:p>"))
    return _bytes(document)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _open(data: bytes) -> Editable:
    return writers.editable(data, name="brief.docx")


def _edit(file: Editable, old: str, new: str) -> Edit:
    start = file.document.source.text.index(old)
    return Edit(Span(start, start + len(old)), new)


def _source(data: bytes) -> str:
    return readers.read_bytes(data, name="brief.docx").source.text


def _inside(data: bytes, number: int = 0) -> str:
    """The XML in a paragraph, without names of namespaces."""
    paragraph = body_of(data).findall(f".//{W}p")[number]
    xml = "".join(etree.tostring(child, encoding="unicode") for child in paragraph)
    return re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"| w:id="\d+"', "", xml).replace(f" {_CHANGED}", "")


def test_a_tracked_change_shows_the_old_and_the_new_words_in_their_layout() -> None:
    file = _open(_file(_run("Dit is ", "") + _run("geheel en al", "<w:b/>") + _run(" waar.", "")))
    data = file.write([_edit(file, "geheel en al", "helemaal")], tracked=_MOMENT)
    assert _inside(data) == (
        "<w:r><w:rPr/><w:t>Dit is </w:t></w:r>"
        "<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>geheel en al</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>helemaal</w:t></w:r></w:ins>"
        "<w:r><w:rPr/><w:t> waar.</w:t></w:r>"
    )
    assert accept(data) != data
    assert _source(accept(data)) == _source(data) == "Dit is helemaal waar."
    assert _source(reject(data)) == "Dit is geheel en al waar."


def test_words_in_several_runs_keep_their_own_layout_when_deleted() -> None:
    file = _open(_file(_run("Op gr") + _run("ond v", "<w:i/>") + _run("an de wet.")))
    data = file.write([_edit(file, "Op grond van", "Volgens")], tracked=_MOMENT)
    assert _inside(data) == (
        "<w:del><w:r><w:rPr/><w:delText>Op gr</w:delText></w:r></w:del>"
        "<w:del><w:r><w:rPr><w:i/></w:rPr><w:delText>ond v</w:delText></w:r></w:del>"
        "<w:del><w:r><w:rPr/><w:delText>an</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:rPr/><w:t>Volgens</w:t></w:r></w:ins>"
        "<w:r><w:rPr/><w:t> de wet.</w:t></w:r>"
    )
    plain = file.write([_edit(file, "Op grond van", "Volgens")])
    assert _inside(plain) == "<w:r><w:rPr/><w:t>Volgens</w:t></w:r><w:r><w:rPr/><w:t> de wet.</w:t></w:r>"


def test_what_else_is_in_a_run_stays_in_its_place() -> None:
    run = '<w:r><w:tab/><w:t xml:space="preserve">Indien u </w:t><w:br/><w:t>belt</w:t><w:tab/></w:r>'
    file = _open(_file(run))
    edits = [_edit(file, "Indien", "Als"), _edit(file, "belt", "schrijft")]
    data = file.write(edits, tracked=_MOMENT)
    assert _inside(data) == (
        "<w:r><w:tab/></w:r>"
        "<w:del><w:r><w:delText>Indien</w:delText></w:r></w:del><w:ins><w:r><w:t>Als</w:t></w:r></w:ins>"
        "<w:r><w:t> u </w:t><w:br/></w:r>"
        "<w:del><w:r><w:delText>belt</w:delText></w:r></w:del><w:ins><w:r><w:t>schrijft</w:t></w:r></w:ins>"
        "<w:r><w:tab/></w:r>"
    )
    assert _source(reject(data)) == file.document.source.text


def test_only_the_words_that_differ_are_changed() -> None:
    file = _open(_file(_run("U dient de ") + _run("brief", "<w:b/>") + _run(" te tekenen.")))
    data = file.write([_edit(file, "de brief te tekenen", "de brief mee te nemen")], tracked=_MOMENT)
    assert "<w:r><w:rPr><w:b/></w:rPr><w:t>brief</w:t></w:r>" in _inside(data)
    assert _source(data) == "U dient de brief mee te nemen."


def test_an_insertion_looks_like_the_words_before_it() -> None:
    file = _open(_file(_run("De ", "<w:i/>") + _run("wet.", "")))
    data = file.write([Edit(Span(3, 3), "nieuwe ")], tracked=_MOMENT)
    assert "<w:ins><w:r><w:rPr><w:i/></w:rPr><w:t>nieuwe </w:t></w:r></w:ins>" in _inside(data)
    data = file.write([Edit(Span(0, 0), "Let op: ")], tracked=_MOMENT)
    assert _inside(data).startswith("<w:ins>")
    assert _source(data) == "Let op: De wet."


def test_each_change_has_a_number_of_its_own() -> None:
    file = _open(_file('<w:bookmarkStart w:id="41" w:name="a"/><w:bookmarkEnd w:id="41"/>' + _run("aa bb cc")))
    data = file.write([_edit(file, "aa", "xx"), _edit(file, "cc", "yy")], tracked=_MOMENT)
    numbers = [mark.get(f"{W}id") for mark in body_of(data).iter(f"{W}ins", f"{W}del")]
    assert len(set(numbers)) == 4
    assert min(int(number) for number in numbers if number) > 41


def test_the_layout_of_new_words_has_no_history() -> None:
    history = '<w:b/><w:rPrChange w:id="7" w:author="iemand"><w:rPr/></w:rPrChange>'
    file = _open(_file(_run("oud", history) + _run(" woord")))
    data = file.write([_edit(file, "oud", "nieuw")], tracked=_MOMENT)
    assert "<w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>nieuw</w:t>" in _inside(data)


@pytest.mark.parametrize(
    "around",
    [
        f'<w:ins w:id="1" w:author="iemand">{_run("woord")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="iemand">{_run("woord")}</w:moveTo>',
        f'<w:fldSimple w:instr="DATE">{_run("woord")}</w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("woord")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{_run('woord')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{_run('woord')}</w:sdtContent></w:sdt>",
        f'<mc:AlternateContent><mc:Choice Requires="w">{_run("woord")}</mc:Choice></mc:AlternateContent>',
        "<w:r><w:t>wo</w:t><w:noBreakHyphen/><w:t>ord</w:t></w:r>",
    ],
)
def test_text_that_is_not_the_writers_own_stays_closed(around: str) -> None:
    file = _open(_file(f"{_run('Een ')}{around}{_run(' meer.')}"))
    text = file.document.source.text
    place = Span(4, text.index(" meer"))
    assert not file.can_place([Edit(place, "x")])
    assert not file.can_place([Edit(Span(0, 3), "Het"), Edit(Span(place.start, len(text)), "x")])
    assert file.can_place([Edit(Span(0, 3), "Het")])


@pytest.mark.parametrize(
    "around",
    [
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:smartTag w:element="x">{}</w:smartTag>',
    ],
)
def test_text_in_a_link_or_an_open_control_can_change(around: str) -> None:
    file = _open(_file(_run("Een ") + around.format(_run("woord"))))
    edits = [_edit(file, "woord", "zin")]
    assert file.can_place(edits)
    for data in (file.write(edits), file.write(edits, tracked=_MOMENT)):
        assert _source(data) == "Een zin"


def test_deleted_text_of_somebody_else_stays_deleted() -> None:
    gone = '<w:del w:id="3" w:author="iemand"><w:r><w:delText>heel </w:delText></w:r></w:del>'
    file = _open(_file(f"{_run('Dit is een ')}{gone}{_run('moeilijk woord.')}"))
    edits = [_edit(file, "een moeilijk", "een lastig")]
    data = file.write(edits, tracked=_MOMENT)
    assert _source(data) == "Dit is een lastig woord."
    assert _source(reject(data)) == "Dit is een moeilijk woord."
    assert 'w:author="iemand"' in etree.tostring(body_of(data), encoding="unicode")


def test_empty_paragraphs_text_boxes_and_cells_do_not_move_the_places() -> None:
    word = docx.Document()
    word.add_paragraph("")
    word.add_paragraph("Een.")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "linker cel", "rechter cel"
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in een vak</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    word.element.body.insert(0, parse_xml(f"<w:p {_NS}>{_run('Boven ')}{box}{_run('het vak')}</w:p>"))
    file = _open(_bytes(word))
    edits = [_edit(file, "het", "dat"), _edit(file, "in", "uit"), _edit(file, "Een", "Twee"), _edit(file, "rec", "REC")]
    data = file.write(edits, tracked=_MOMENT)
    assert _source(data) == "Boven dat vak\nuit een vak\nTwee.\nlinker cel\nREChter cel"


def test_all_other_parts_stay_as_they_are() -> None:
    word = docx.Document()
    word.add_paragraph("Een woord.")
    word.sections[0].footer.paragraphs[0].text = "woord"
    old = _bytes(word)
    file = _open(old)
    new = file.write([_edit(file, "woord", "zin")], tracked=_MOMENT)
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert before.namelist() == after.namelist()
        assert [name for name in before.namelist() if before.read(name) != after.read(name)] == [MAIN]
    assert docx.Document(io.BytesIO(new)).sections[0].footer.paragraphs[0].text == "woord"
    assert new == file.write([_edit(file, "woord", "zin")], tracked=_MOMENT)


def test_a_signed_file_is_left_alone() -> None:
    stream = io.BytesIO(_file(_run("Een woord.")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")
    with pytest.raises(WriteError, match="digitale handtekening"):
        _open(stream.getvalue())


@pytest.mark.parametrize("name", ["brief.odt", "brief.eml"])
def test_other_formats_are_named(name: str) -> None:
    with pytest.raises(WriteError, match=r"alleen in \.docx, \.html, \.md en \.txt"):
        writers.editable(b"x", name=name)


_PIECES = st.lists(st.tuples(st.text("ab c", min_size=1, max_size=6), st.sampled_from(["", "<w:b/>"])), max_size=4)


@settings(max_examples=60)
@given(st.lists(_PIECES, min_size=1, max_size=3), st.data())
def test_accepted_is_the_new_text_and_rejected_the_old(
    paragraphs: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    filled = [[("x", ""), *pieces] for pieces in paragraphs]
    file = _open(_file(*("".join(_run(*piece) for piece in pieces) for pieces in filled)))
    text = file.document.source.text
    edits = []
    at = 0
    for line in text.split("\n"):  # the x at the start of each line stays, so that no line goes away
        places = sorted(data.draw(st.sets(st.integers(at + 1, at + len(line)), max_size=4)))
        for start, end in zip(places[0::2], places[1::2], strict=False):
            edits.append(Edit(Span(start, end), data.draw(st.text("ab d", max_size=4))))
        at += len(line) + 1
    assert file.can_place(edits)
    tracked = file.write(edits, tracked=_MOMENT)
    new = apply(text, edits)
    assert file.with_edits(edits).source.text == new
    assert _source(file.write(edits)) == _source(tracked) == _source(accept(tracked)) == new
    assert _source(reject(tracked)) == text
    docx.Document(io.BytesIO(tracked))


_SECTION = "<w:sectPr/>"
_LOOK = '<w:jc w:val="both"/>'
_PROPERTIES = f"<w:pPr>{_LOOK}<w:rPr><w:b/></w:rPr>{_SECTION}</w:pPr>"


def _paragraphs(data: bytes) -> list[str]:
    return [_inside(data, number) for number in range(len(body_of(data).findall(f".//{W}p")))]


def test_a_new_paragraph_looks_like_the_one_that_is_cut() -> None:
    file = _open(_file(_PROPERTIES + _run("Een. ", "<w:i/>") + _run("Twee.", "<w:b/>")))
    edit = _edit(file, " Twee", f"{NEW_PARAGRAPH}Midden.{NEW_PARAGRAPH}Drie")
    assert file.can_place([edit])
    data = file.write([edit])
    own = f"<w:pPr>{_LOOK}<w:rPr><w:b/></w:rPr></w:pPr>"
    assert _paragraphs(data) == [
        f"{own}<w:r><w:rPr><w:i/></w:rPr><w:t>Een.</w:t></w:r>",
        f"{own}<w:r><w:rPr><w:i/></w:rPr><w:t>Midden.</w:t></w:r>",
        f"{_PROPERTIES}<w:r><w:rPr><w:i/></w:rPr><w:t>Drie</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>.</w:t></w:r>",
    ]
    assert file.with_edits([edit]).source.text == _source(data) == "Een.\nMidden.\nDrie."


def test_a_tracked_new_paragraph_marks_the_end_of_the_first_half() -> None:
    file = _open(_file(_PROPERTIES + _run("Een. Twee.")))
    data = file.write([_edit(file, " Twee", f" Half.{NEW_PARAGRAPH}Drie")], tracked=_MOMENT)
    assert _paragraphs(data) == [
        f"<w:pPr>{_LOOK}<w:rPr><w:ins/><w:b/></w:rPr></w:pPr><w:r><w:rPr/><w:t>Een. </w:t></w:r>"
        "<w:del><w:r><w:rPr/><w:delText>Twee</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:rPr/><w:t>Half.</w:t></w:r></w:ins>",
        f"{_PROPERTIES}<w:ins><w:r><w:rPr/><w:t>Drie</w:t></w:r></w:ins><w:r><w:rPr/><w:t>.</w:t></w:r>",
    ]
    assert _source(data) == _source(accept(data)) == "Een. Half.\nDrie."
    assert _source(reject(data)) == "Een. Twee."


@pytest.mark.parametrize("at", [0, 4, 5, 9])
def test_a_new_paragraph_at_any_place(at: int) -> None:
    file = _open(_file(_run("Een. Twee."), _run("Laatste.")))
    words = {0: f"Nul.{NEW_PARAGRAPH}", 4: NEW_PARAGRAPH, 5: f"A.{NEW_PARAGRAPH}", 9: f"{NEW_PARAGRAPH}B"}[at]
    edits = [Edit(Span(at, at), words), _edit(file, "Laatste", f"Een{NEW_PARAGRAPH}Laatste")]
    assert file.can_place(edits)
    expected = apply(file.document.source.text, edits).replace(NEW_PARAGRAPH, "\n")
    for data in (file.write(edits), file.write(edits, tracked=_MOMENT)):
        assert _source(data) == expected
        assert _source(reject(data)) in {expected, "Een. Twee.\nLaatste."}


def test_two_cuts_in_one_paragraph() -> None:
    file = _open(_file(_run("Een. Twee. Drie.")))
    edits = [Edit(Span(4, 5), NEW_PARAGRAPH), Edit(Span(10, 11), NEW_PARAGRAPH)]
    data = file.write(edits, tracked=_MOMENT)
    assert _source(data) == _source(accept(data)) == "Een.\nTwee.\nDrie."
    assert _source(reject(data)) == "Een. Twee. Drie."


def test_a_link_is_not_cut() -> None:
    file = _open(_file(_run("Kijk op ") + f'<w:hyperlink w:anchor="x">{_run("de site")}</w:hyperlink>'))
    assert not file.can_place([_edit(file, " site", f"{NEW_PARAGRAPH}site")])
    assert file.can_place([_edit(file, " op", f"{NEW_PARAGRAPH}op")])
