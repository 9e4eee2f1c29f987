"""Comments in Word files: at the words that they are about, and nothing else changes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from b1check.documents import readers
from b1check.documents.writers import notes
from b1check.documents.writers.notes import Note, Noted, Signature
from b1check.errors import WriteError
from b1check.findings import Span

from .note_signs import W, in_word, parts
from .word_notes import add_notes, reference

_NS = nsdecls("w", "r", "wp", "a") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_SIGNED = Signature(dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC))
_MAIN = "word/document.xml"


def _bytes(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _file(*paragraphs: str, after: str = "") -> bytes:
    """A Word file with raw XML in its body."""
    document = docx.Document()
    body = document.element.body
    for paragraph in paragraphs:
        body.insert(len(body) - 1, parse_xml(f"<w:p {_NS}>{paragraph}</w:p>"))
    if after:
        body.insert(len(body) - 1, parse_xml(after.replace(">", f" {_NS}>", 1)))
    return _bytes(document)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _about(data: bytes, *words: str, title: str = "Titel") -> list[Note]:
    source = readers.read_bytes(data, name="brief.docx").source.text
    made = []
    for one in words:
        start = source.index(one)
        made.append(Note(title, (f"Over {one}.",), Span(start, start + len(one)), one))
    return made


def _put(data: bytes, made: Sequence[Note]) -> Noted:
    document = readers.read_bytes(data, name="brief.docx")
    noted = notes.put(data, document, made, _SIGNED)
    again = readers.read_bytes(noted.data, name="brief.docx")
    assert again.source.text == document.source.text
    assert again.blocks == document.blocks
    return noted


def _words(data: bytes, *words: str) -> list[str | None]:
    """The words that the comments stand at, when they are about ``words``."""
    return [seen.words for seen in in_word(_put(data, _about(data, *words)).data)]


def _inside(data: bytes, number: int = 0) -> str:
    """The XML in a paragraph, without names of namespaces."""
    paragraph = etree.fromstring(parts(data)[_MAIN]).findall(f".//{W}p")[number]
    xml = "".join(etree.tostring(child, encoding="unicode") for child in paragraph)
    return re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"', "", xml)


def test_a_comment_at_words_in_the_middle_of_a_run() -> None:
    data = _file(_run("Dit is geheel en al waar.", "<w:b/>"))
    noted = _put(data, _about(data, "geheel en al"))
    assert (noted.placed, noted.beside, noted.kept) == (1, 0, 0)
    assert _inside(noted.data) == (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Dit is </w:t></w:r>"
        '<w:commentRangeStart w:id="0"/>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>geheel en al</w:t></w:r>"
        '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="0"/></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t> waar.</w:t></w:r>"
    )


def test_who_wrote_it_when_and_what() -> None:
    data = _file(_run("Dit is waar."))
    made = Note("Titel", ("Een regel.", "Nog een & <regel>\x00."), Span(0, 3))
    root = etree.fromstring(parts(_put(data, [made]).data)["word/comments.xml"])
    (comment,) = root
    assert dict(comment.attrib) == {
        f"{W}id": "0",
        f"{W}author": "b1check",
        f"{W}date": "2026-03-05T09:30:00Z",
        f"{W}initials": "b1",
    }
    assert ["".join(line.itertext()) for line in comment] == ["Titel", "Een regel.", "Nog een & <regel>\ufffd."]
    assert [child.tag for child in comment[0]] == [f"{W}pPr", f"{W}r", f"{W}r"]
    assert comment[0][1].find(f"{W}annotationRef") is not None
    assert comment[0][2].find(f"{W}rPr/{W}b") is not None and comment[1].find(f".//{W}b") is None


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (_run("Op gr") + _run("ond v", "<w:i/>") + _run("an de wet."), "Op grond van"),
        (_run("Lees ") + f'<w:hyperlink w:anchor="x">{_run("de gehele uitleg")}</w:hyperlink>', "gehele"),
        (
            _run("Lees ") + f'<w:hyperlink w:anchor="x">{_run("de gehele uitleg")}</w:hyperlink>{_run(" nu")}',
            "Lees de gehele",
        ),
        (
            _run("Lees ") + f'<w:hyperlink w:anchor="x">{_run("de gehele uitleg")}</w:hyperlink>{_run(" nu")}',
            "uitleg nu",
        ),
        (_run("U ") + f'<w:ins w:id="1" w:author="Jan">{_run("moet alsnog komen")}</w:ins>', "alsnog"),
        (
            _run("U komt ")
            + '<w:del w:id="1" w:author="Jan"><w:r><w:delText>niet</w:delText></w:r></w:del>'
            + _run("alsnog."),
            "komt alsnog",
        ),
        (f"<w:sdt><w:sdtContent>{_run('Indien u belt')}</w:sdtContent></w:sdt>", "Indien"),
        (f'<w:smartTag w:element="x">{_run("Indien u belt")}</w:smartTag>', "u"),
        ("<w:r><w:tab/><w:t>Indien</w:t><w:br/><w:t>u belt</w:t><w:tab/></w:r>", "Indien u"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>Indien u belt</w:t></w:r>", "Indien"),
        (_run("Zie ") + _field(' HYPERLINK "https://a.nl" ', "de gehele uitleg") + _run("."), "gehele"),
        (_run("Indien u belt."), "Indien u belt."),
    ],
)
def test_exactly_the_words(inside: str, words: str) -> None:
    data = _file(inside, _run("Nog een alinea."))
    noted = _put(data, _about(data, words))
    assert noted.beside == 0
    assert [seen.words for seen in in_word(noted.data)] == [words]


def test_the_sign_of_a_comment_stands_behind_a_link_and_a_change() -> None:
    link = f'<w:hyperlink w:anchor="x">{_run("de gehele uitleg")}</w:hyperlink>'
    change = f'<w:ins w:id="7" w:author="Jan">{_run("alsnog te laat")}</w:ins>'
    data = _file(link + change)
    body = etree.fromstring(parts(_put(data, _about(data, "gehele", "alsnog")).data)[_MAIN])
    assert [reference.getparent().getparent().tag for reference in body.iter(f"{W}commentReference")] == [f"{W}p"] * 2


@pytest.mark.parametrize(
    ("inside", "words", "widened"),
    [
        (_run("Zie ") + _field(" REF x ", "bijlage vier") + _run(" hier."), "bijlage", "bijlage vier"),
        (_run("Zie ") + _field(" REF x ", "bijlage vier") + _run(" hier."), "vier hier", "bijlage vier hier"),
        (_run("Zie ") + _field(" REF x ", "bijlage vier"), "vier", "bijlage vier"),
        (_field(" REF x ", "bijlage vier") + _run(" hier."), "vier", "bijlage vier"),
        (
            f'<w:fldSimple w:instr=" REF x ">{_run("bijlage vier")}</w:fldSimple>{_run(" hier.")}',
            "vier",
            "bijlage vier",
        ),
        (
            f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{_run('5 maart 2026')}</w:sdtContent></w:sdt>"
            + _run(" komt u."),
            "maart",
            "5 maart 2026",
        ),
    ],
)
def test_around_what_word_makes_anew(inside: str, words: str, widened: str) -> None:
    """A comment inside the result of a field would be gone after the next update."""
    data = _file(inside)
    noted = _put(data, _about(data, words))
    (seen,) = in_word(noted.data)
    assert (seen.words, noted.beside) == (widened, 1)
    assert seen.lines[1] == f"Let op: dit gaat over ‘{words}’. Die woorden staan hier vlakbij."


def test_a_whole_field_is_exact() -> None:
    data = _file(_run("Zie ") + _field(" REF x ", "bijlage vier") + _run(" hier."))
    assert _put(data, _about(data, "bijlage vier")).beside == 0


def test_beside_a_text_box() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent><w:p>{_run('Indien u belt')}</w:p></w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent><w:p>{_run('Indien u belt')}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    data = _file(_run("Naast het vak.") + box, _run("Eronder."))
    noted = _put(data, _about(data, "Indien"))
    (paragraph, *_) = etree.fromstring(parts(noted.data)[_MAIN]).iter(f"{W}p")
    assert paragraph[0].tag == f"{W}commentRangeStart" and paragraph[-2].tag == f"{W}commentRangeEnd"
    assert noted.beside == 1
    assert in_word(noted.data)[0].lines[1].startswith("Let op: dit gaat over ‘Indien’.")
    assert parts(noted.data)[_MAIN].count(b"Indien u belt") == 2


def test_beside_a_footnote_and_a_margin() -> None:
    word = docx.Document()
    body = word.element.body
    for paragraph in (_run("Eerst."), _run("Een zin.") + reference(1) + _run(" Meer.")):
        body.insert(len(body) - 1, parse_xml(f"<w:p {_NS}>{paragraph}</w:p>"))
    add_notes(word, _run(" Aldus de wet"))
    word.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    data = _bytes(word)
    noted = _put(data, _about(data, "de wet", "Meer", "Voorbeeld"))
    assert (noted.placed, noted.beside) == (3, 2)
    beside = "Let op: dit gaat over ‘{}’. Die woorden staan hier vlakbij."
    assert [(seen.words, seen.lines[1]) for seen in in_word(noted.data)] == [
        ("Eerst.", beside.format("Voorbeeld")),
        ("Meer", "Over Meer."),
        ("Een zin. Meer.", beside.format("de wet")),
    ]
    assert {name: part for name, part in parts(noted.data).items() if "note" in name or "header" in name} == {
        name: part for name, part in parts(data).items() if "note" in name or "header" in name
    }


def test_in_the_cells_of_a_table() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for number, cell in enumerate([cell for row in table.rows for cell in row.cells]):
        cell.text = f"Cel nummer {number}"
    data = _bytes(document)
    assert _words(data, "nummer 1", "Cel nummer 2") == ["nummer 1", "Cel nummer 2"]
    source = readers.read_bytes(data, name="brief.docx").source.text
    across = Note("Titel", (), Span(4, source.index("2") + 1), "nummer")
    noted = _put(data, [across])
    assert [seen.words for seen in in_word(noted.data)] == ["nummer 0"]
    assert noted.beside == 1


def test_over_several_paragraphs() -> None:
    data = _file(_run("Een gehele alinea."), "", _run("En nog een alinea."))
    assert _words(data, "gehele alinea.\nEn nog") == ["gehele alinea.En nog"]


def test_comments_may_overlap() -> None:
    data = _file(_run("Wij verzoeken u het gehele formulier in te vullen."), _run("Dank."))
    about = [
        "Wij verzoeken u het gehele formulier in te vullen.",
        "verzoeken",
        "verzoeken u het",
        "het gehele",
        "gehele",
        "gehele",
    ]
    assert sorted(map(str, _words(data, *about))) == sorted(about)
    side_by_side = _words(data, "Wij", " verzoeken", " u")
    assert side_by_side == ["Wij", " verzoeken", " u"]


def test_the_comment_about_the_whole_text_comes_first() -> None:
    data = _file("<w:pPr><w:jc w:val='left'/></w:pPr>" + _run("Indien u belt."))
    noted = _put(data, [Note("Score 62 van 100"), *_about(data, "Indien u belt.", "Indien")])
    seen = in_word(noted.data)
    assert [one.words for one in seen] == [None, "Indien", "Indien u belt."]
    assert seen[0].title == "Score 62 van 100"
    assert _inside(noted.data).startswith("<w:pPr>")


def test_words_without_length_are_the_paragraph() -> None:
    data = _file(_run("Eerst dit."), _run("Indien u belt."))
    (seen,) = in_word(_put(data, [Note("Titel", (), Span(11, 11))]).data)
    assert seen.words == "Indien u belt."


def _with_comment(text: str = "Kijk hier nog naar.", author: str = "Jan") -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    run = paragraph.add_run("Indien")
    paragraph.add_run(" u belt, is dat goed.")
    document.add_comment(run, text=text, author=author, initials="J")
    return _bytes(document)


def test_comments_of_others_stay_as_they_are() -> None:
    data = _with_comment()
    noted = _put(data, _about(data, "Indien u"))
    assert [(seen.author, seen.words) for seen in in_word(noted.data)] == [("Jan", "Indien"), ("b1check", "Indien u")]
    old, new = (etree.fromstring(parts(one)["word/comments.xml"]) for one in (data, noted.data))
    assert etree.tostring(old[0], method="c14n") == etree.tostring(new[0], method="c14n")
    assert [comment.get(f"{W}id") for comment in new] == ["0", "1"]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert parts(data)[name] == parts(noted.data)[name]


def test_all_other_parts_stay_as_they_are() -> None:
    data = _file(_run("Indien u belt."))
    old, new = parts(data), parts(_put(data, _about(data, "u")).data)
    changed = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(new) - set(old) == {"word/comments.xml"}
    assert {name for name in new if new[name] != old.get(name)} == changed
    assert list(new)[: len(old)] == list(old)


def test_the_same_input_gives_the_same_file() -> None:
    data = _file(_run("Indien u belt."))
    assert _put(data, _about(data, "u")).data == _put(data, _about(data, "u")).data


def test_comments_of_a_run_before_are_replaced() -> None:
    data = _with_comment()
    once = _put(data, [Note("Score"), *_about(data, "Indien", "is dat")]).data
    noted = _put(once, [Note("Score"), *_about(once, "belt")])
    assert [(seen.author, seen.words) for seen in in_word(noted.data)] == [
        ("b1check", None),
        ("Jan", "Indien"),
        ("b1check", "belt"),
    ]
    assert (noted.placed, noted.kept) == (1, 0)
    nothing = _put(noted.data, [])
    assert [seen.author for seen in in_word(nothing.data)] == ["Jan"]
    assert (
        _put(once, [Note("Score"), *_about(once, "Indien", "is dat")]).data
        == _put(once, [Note("Score"), *_about(once, "Indien", "is dat")]).data
    )


def test_what_switches_remarks_off_is_nobodys_to_replace() -> None:
    data = _with_comment("b1check uit: woorden - wet", author="b1check")
    noted = _put(data, [])
    assert [seen.lines for seen in in_word(noted.data)] == [("b1check uit: woorden - wet",)]
    assert readers.read_bytes(noted.data, name="brief.docx").suppressions


_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"


def _saved_by_word(data: bytes, *, settled: Sequence[int] = (), answered: Sequence[int] = ()) -> bytes:
    """The file as new versions of Word save it: with marks, lasting numbers and threads beside the comments."""
    files = parts(data)
    root = etree.fromstring(files["word/comments.xml"])
    threads, numbers, more = [], [], []
    for number, comment in enumerate(list(root)):
        comment[-1].set(f"{{{_W14}}}paraId", f"0000000{number}")
        threads.append(f'<x:commentEx x:paraId="0000000{number}" x:done="{int(number in settled)}"/>')
        numbers.append(f'<x:commentId x:paraId="0000000{number}" x:durableId="1000000{number}"/>')
        more.append(f'<x:commentExtensible x:durableId="1000000{number}"/>')
        if number in answered:
            threads.append(f'<x:commentEx x:paraId="0000009{number}" x:paraIdParent="0000000{number}" x:done="0"/>')
    files["word/comments.xml"] = etree.tostring(root)
    made = {
        "commentsExtended": (f'<x:commentsEx xmlns:x="{_W15}">{"".join(threads)}</x:commentsEx>', "2011"),
        "commentsIds": (f'<x:commentsIds xmlns:x="{_CID}">{"".join(numbers)}</x:commentsIds>', "2016/09"),
        "commentsExtensible": (
            f'<x:commentsExtensible xmlns:x="{_CEX}">{"".join(more)}</x:commentsExtensible>',
            "2018/08",
        ),
    }
    links = etree.fromstring(files["word/_rels/document.xml.rels"])
    for name, (xml, year) in made.items():
        files[f"word/{name}.xml"] = xml.encode()
        link = etree.SubElement(links, links[0].tag)
        link.set("Id", name)
        link.set("Type", f"http://schemas.microsoft.com/office/{year}/relationships/{name}")
        link.set("Target", f"{name}.xml")
    files["word/_rels/document.xml.rels"] = etree.tostring(links)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _kept_by_word(data: bytes) -> list[str]:
    names = ("commentsExtended", "commentsIds", "commentsExtensible")
    return [one.attrib.values()[0] for name in names for one in etree.fromstring(parts(data)[f"word/{name}.xml"])]


def test_what_word_keeps_about_comments_goes_with_them() -> None:
    data = _with_comment()
    saved = _saved_by_word(_put(data, _about(data, "belt", "goed")).data)
    assert len(_kept_by_word(saved)) == 9
    noted = _put(saved, _about(saved, "belt"))
    assert _kept_by_word(noted.data) == ["00000000", "00000000", "10000000"]
    assert [seen.author for seen in in_word(noted.data)] == ["Jan", "b1check"]


@pytest.mark.parametrize("how", [{"settled": [1]}, {"answered": [1]}])
def test_comments_that_people_answered_or_settled_stay_and_do_not_come_twice(how: dict[str, list[int]]) -> None:
    data = _with_comment()
    saved = _saved_by_word(_put(data, _about(data, "belt", "goed")).data, **how)
    noted = _put(saved, _about(saved, "belt", "goed"))
    assert (noted.placed, noted.kept) == (1, 1)
    assert [(seen.author, seen.words) for seen in in_word(noted.data)] == [
        ("Jan", "Indien"),
        ("b1check", "belt"),
        ("b1check", "goed"),
    ]
    assert "00000001" in _kept_by_word(noted.data) and "00000002" not in _kept_by_word(noted.data)


def test_styles_for_comments_are_used_where_the_file_has_them() -> None:
    data = _with_comment()  # python-docx brings no styles along for its comments
    document = docx.Document(io.BytesIO(data))
    for name in ("annotation text", "annotation reference"):
        number = name.title().replace(" ", "")
        style = parse_xml(f'<w:style {_NS} w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/></w:style>')
        document.styles.element.append(style)
    data = _bytes(document)
    root = etree.fromstring(parts(_put(data, _about(data, "belt")).data)["word/comments.xml"])
    assert root[-1].find(f".//{W}pStyle").get(f"{W}val") == "AnnotationText"
    assert root[-1].find(f".//{W}rStyle").get(f"{W}val") == "AnnotationReference"
    assert root[-1].find(f".//{W}sz") is None


def test_python_docx_reads_them() -> None:
    data = _with_comment()
    document = docx.Document(io.BytesIO(_put(data, _about(data, "belt")).data))
    assert [(one.author, one.initials, one.text) for one in document.comments] == [
        ("Jan", "J", "Kijk hier nog naar."),
        ("b1check", "b1", "Titel\nOver belt."),
    ]


def test_a_signed_file_stays_closed() -> None:
    files = parts(_file(_run("Indien u belt.")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in (files | {"_xmlsignatures/sig1.xml": b"<x/>"}).items():
            archive.writestr(name, content)
    data = stream.getvalue()
    with pytest.raises(WriteError, match="handtekening"):
        notes.put(data, readers.read_bytes(data, name="brief.docx"), [], _SIGNED)


def test_another_file_than_the_one_that_was_read() -> None:
    document = readers.read_bytes(_file(_run("Indien u belt.")), name="brief.docx")
    with pytest.raises(WriteError, match="intussen veranderd"):
        notes.put(_file(_run("Als u belt.")), document, [], _SIGNED)


def test_a_text_has_no_room_for_notes() -> None:
    with pytest.raises(WriteError, match=r"alleen in \.docx en \.odt"):
        notes.put(b"Tekst.", readers.read_bytes(b"Tekst.", name="brief.txt"), [], _SIGNED)


_TEXT = st.text("ab c", min_size=1, max_size=6)
_INSIDE = st.recursive(
    st.one_of(
        _TEXT.map(_run),
        st.just("<w:r><w:tab/></w:r>"),
        st.tuples(_TEXT, _TEXT).map(
            lambda pair: (
                f'<w:r><w:t xml:space="preserve">{pair[0]}</w:t><w:br/><w:t xml:space="preserve">{pair[1]}</w:t></w:r>'
            )
        ),
        _TEXT.map(lambda text: _field(" REF x ", text)),
        _TEXT.map(lambda text: _field(' HYPERLINK "https://a.nl" ', text)),
        st.just('<w:bookmarkStart w:id="9" w:name="x"/>'),
    ),
    lambda inner: st.one_of(
        inner.map(lambda xml: f'<w:hyperlink w:anchor="x">{xml}</w:hyperlink>' if "hyperlink" not in xml else xml),
        inner.map(lambda xml: f'<w:ins w:id="1" w:author="x">{xml}</w:ins>' if "hyperlink" not in xml else xml),
        st.lists(inner, min_size=1, max_size=3).map("".join),
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(st.lists(_INSIDE, min_size=1, max_size=3), st.data())
def test_anywhere_in_any_file(paragraphs: list[str], data: st.DataObject) -> None:
    """The words are those of the note, or more when it says so; the text never changes, and twice is once."""
    file = _file(_run("Begin."), *paragraphs)
    source = readers.read_bytes(file, name="brief.docx").source.text
    places = st.tuples(st.integers(0, len(source)), st.integers(0, len(source))).map(sorted)
    made = [
        Note(f"Nummer {number}", (), Span(start, end), source[start:end])
        for number, (start, end) in enumerate(data.draw(st.lists(places, max_size=5)))
        if source[start:end].strip() and source[start:end] == source[start:end].strip("\n")
    ]
    noted = _put(file, made)
    by_title = {seen.title: seen for seen in in_word(noted.data)}
    assert len(by_title) == len(made)
    exact = 0
    for note in made:
        seen = by_title[note.title]
        words, shown = note.words, seen.words or ""
        if "\n" in words:  # paragraphs with nothing but a tab are no lines of the source
            words, shown = "".join(words.split()), "".join(shown.split())
        if seen.lines[1:] == ():
            assert shown == words
            exact += 1
        else:
            assert words in shown
    assert noted.beside == len(made) - exact
    assert in_word(_put(noted.data, made).data) == in_word(noted.data)
