"""Comments in OpenDocument texts: at the words that they are about, and nothing else changes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b1check.documents import readers
from b1check.documents.writers import notes
from b1check.documents.writers.notes import Note, Noted, Signature
from b1check.errors import WriteError
from b1check.findings import Span

from .note_signs import in_odt, parts

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NS = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
    }.items()
)
_NS += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_NS += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
_SIGNED = Signature(dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC))


def _file(body: str, **more: bytes) -> bytes:
    """An OpenDocument text with raw XML in its body."""
    content = (
        f"<office:document-content {_NS}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        file.writestr("content.xml", content)
        for name, data in ({"styles_xml": f"<office:document-styles {_NS}/>".encode()} | more).items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


def _about(data: bytes, *words: str) -> list[Note]:
    source = readers.read_bytes(data, name="brief.odt").source.text
    return [
        Note("Titel", (f"Over {one}.",), Span(source.index(one), source.index(one) + len(one)), one) for one in words
    ]


def _put(data: bytes, made: Sequence[Note]) -> Noted:
    document = readers.read_bytes(data, name="brief.odt")
    noted = notes.put(data, document, made, _SIGNED)
    again = readers.read_bytes(noted.data, name="brief.odt")
    assert again.source.text == document.source.text
    assert again.blocks == document.blocks
    return noted


def _body(data: bytes) -> str:
    content = parts(data)["content.xml"].decode()
    return content.partition("<office:text>")[2].partition("</office:text>")[0]


def test_an_annotation_as_libreoffice_writes_it() -> None:
    data = _file("<text:p>Dit is geheel en al waar.</text:p>")
    noted = _put(data, _about(data, "geheel en al"))
    assert (noted.placed, noted.beside, noted.kept) == (1, 0, 0)
    assert _body(noted.data) == (
        '<text:p>Dit is <office:annotation office:name="b1check-1"><dc:creator>b1check</dc:creator>'
        "<dc:date>2026-03-05T09:30:00</dc:date><meta:creator-initials>b1</meta:creator-initials>"
        "<text:p>Titel</text:p><text:p>Over geheel en al.</text:p></office:annotation>"
        'geheel en al<office:annotation-end office:name="b1check-1"/> waar.</text:p>'
    )


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("Op gr<text:span>ond v</text:span>an de wet.", "Op grond van"),
        ('Lees <text:a xlink:href="https://a.nl">de gehele uitleg</text:a> nu.', "gehele"),
        ('Lees <text:a xlink:href="https://a.nl">de gehele uitleg</text:a> nu.', "uitleg nu"),
        ("Indien<text:tab/>u<text:line-break/>belt", "u belt"),
        ("Indien<text:s text:c='3'/>u belt", "u belt"),
        ("  Indien\n   u <text:span> belt</text:span> ons.", "u belt ons"),
        ("  Indien\n   u <text:span> belt</text:span> ons.", "Indien"),
        ("U <text:change-start text:change-id='1'/>moet alsnog<text:change-end text:change-id='1'/> komen.", "alsnog"),
        ("U <text:bookmark text:name='x'/>moet komen.", "moet"),
        ("Indien u belt.", "Indien u belt."),
    ],
)
def test_exactly_the_words(inside: str, words: str) -> None:
    data = _file(f"<text:p>{inside}</text:p>")
    noted = _put(data, _about(data, words))
    assert noted.beside == 0
    assert [" ".join((seen.words or "").split()) for seen in in_odt(noted.data)] == [words]
    assert (in_odt(noted.data)[0].words or "").strip() == in_odt(noted.data)[0].words


@pytest.mark.parametrize("words", ["maart", "5 maart 2026"])
def test_around_what_libreoffice_makes_anew(words: str) -> None:
    data = _file("<text:p>Op <text:date>5 maart 2026</text:date> komt u.</text:p>")
    noted = _put(data, _about(data, words))
    assert [seen.words for seen in in_odt(noted.data)] == ["5 maart 2026"]
    assert noted.beside == (words == "maart")


def test_in_a_list_a_table_and_a_heading() -> None:
    data = _file(
        '<text:h text:outline-level="1">De gehele kop</text:h><text:list><text:list-item><text:p>Een punt</text:p>'
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Cel een</text:p>"
        "</table:table-cell><table:table-cell><text:p>Cel twee</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    about = ["gehele", "punt", "een", "Cel twee"]
    assert [seen.words for seen in in_odt(_put(data, _about(data, *about)).data)] == about


def test_beside_a_drawing() -> None:
    box = "<draw:frame><draw:text-box><text:p>Indien u belt</text:p></draw:text-box></draw:frame>"
    data = _file(f"<text:p>Naast het vak.{box}</text:p><text:p>Eronder.</text:p>")
    noted = _put(data, _about(data, "Indien"))
    assert noted.beside == 1
    (seen,) = in_odt(noted.data)
    assert seen.lines[1].startswith("Let op: dit gaat over ‘Indien’.")
    assert (seen.words or "").startswith("Naast het vak.")


def test_a_drawing_on_the_page_has_its_note_at_the_top() -> None:
    box = "<draw:frame><draw:text-box><text:p>Indien u belt</text:p></draw:text-box></draw:frame>"
    data = _file(f"{box}<text:p>De brief.</text:p>")
    noted = _put(data, _about(data, "Indien"))
    assert [seen.words for seen in in_odt(noted.data)] == ["De brief."]


def test_beside_a_footnote_and_a_margin() -> None:
    margin = (
        f"<office:document-styles {_NS}><office:master-styles><style:master-page><style:header>"
        "<text:p>Gemeente Voorbeeld</text:p></style:header></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    data = _file(
        "<text:p>Eerst.</text:p><text:p>Een zin<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Aldus de wet</text:p></text:note-body></text:note> met meer.</text:p>",
        styles_xml=margin.encode(),
    )
    noted = _put(data, _about(data, "de wet", "meer", "Voorbeeld"))
    assert (noted.placed, noted.beside) == (3, 2)
    around = "Een zin1Aldus de wet met meer."
    assert sorted(seen.words or "" for seen in in_odt(noted.data)) == [around, "Eerst.", "meer"]
    assert parts(noted.data)["styles.xml"] == margin.encode()


def test_annotations_may_overlap_and_the_one_about_all_comes_first() -> None:
    data = _file("<text:p>Wij verzoeken u het gehele formulier.</text:p>")
    about = ["Wij verzoeken u", "verzoeken", "verzoeken u het", "gehele", "gehele formulier.", "u"]
    seen = in_odt(_put(data, [Note("Score"), *_about(data, *about)]).data)
    assert seen[0].words is None
    assert sorted(str(one.words) for one in seen[1:]) == sorted(about)


_OTHERS = (
    '<office:annotation office:name="x1"><dc:creator>Jan</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>'
    '<text:p>Kijk nog.</text:p></office:annotation>Indien<office:annotation-end office:name="x1"/>'
)


def test_annotations_of_others_stay_and_ours_are_replaced() -> None:
    data = _file(f"<text:p>{_OTHERS} u belt, is dat goed.</text:p>")
    once = _put(data, [Note("Score"), *_about(data, "Indien u", "dat")])
    assert [seen.author for seen in in_odt(once.data)] == ["b1check", "Jan", "b1check", "b1check"]
    again = _put(once.data, _about(once.data, "belt"))
    assert [(seen.author, seen.words) for seen in in_odt(again.data)] == [("Jan", "Indien"), ("b1check", "belt")]
    assert _OTHERS in _body(again.data)
    assert _body(_put(again.data, []).data) == _body(_put(data, []).data)


@pytest.mark.parametrize("settled", ['loext:resolved="true"', 'loext:resolved="false"'], ids=["settled", "not settled"])
def test_annotations_that_are_settled_stay_and_do_not_come_twice(settled: str) -> None:
    data = _file("<text:p>Indien u belt.</text:p>")
    once = _put(data, _about(data, "belt")).data
    files = parts(once)
    files["content.xml"] = files["content.xml"].replace(
        b"<office:annotation ", f"<office:annotation {settled} ".encode()
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    noted = _put(stream.getvalue(), _about(data, "belt", "u"))
    is_settled = "true" in settled
    assert (noted.placed, noted.kept) == ((1, 1) if is_settled else (2, 0))
    assert [seen.words for seen in in_odt(noted.data)] == ["u", "belt"]


def test_all_other_parts_stay_as_they_are() -> None:
    data = _file("<text:p>Indien u belt.</text:p>", Pictures__a=b"\x00\x01", meta_xml=b"<x/>")
    old, new = parts(data), parts(_put(data, _about(data, "u")).data)
    assert list(old) == list(new)
    assert [name for name in new if new[name] != old[name]] == ["content.xml"]
    with zipfile.ZipFile(io.BytesIO(_put(data, []).data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert _put(data, _about(data, "u")).data == _put(data, _about(data, "u")).data


def test_a_signed_file_stays_closed() -> None:
    data = _file("<text:p>Indien u belt.</text:p>", **{"META-INF__documentsignatures_xml": b"<x/>"})
    with pytest.raises(WriteError, match="handtekening"):
        notes.put(data, readers.read_bytes(data, name="brief.odt"), [], _SIGNED)


def test_another_file_than_the_one_that_was_read() -> None:
    document = readers.read_bytes(_file("<text:p>Indien u belt.</text:p>"), name="brief.odt")
    with pytest.raises(WriteError, match="intussen veranderd"):
        notes.put(_file("<text:p>Als u belt.</text:p>"), document, [], _SIGNED)


_TEXT = st.text("ab \n", min_size=1, max_size=6)
_INSIDE = st.recursive(
    st.one_of(
        _TEXT,
        st.just("<text:tab/>"),
        st.just("<text:s text:c='2'/>"),
        st.just("<text:bookmark text:name='x'/>"),
        _TEXT.map(lambda text: f"<text:date>{text}</text:date>"),
        _TEXT.map(lambda text: f"<text:database-display>{text}</text:database-display>"),
    ),
    lambda inner: st.one_of(
        inner.map(lambda xml: f"<text:span>{xml}</text:span>"),
        inner.map(lambda xml: f"<text:a xlink:href='x'>{xml}</text:a>"),
        st.lists(inner, min_size=1, max_size=3).map("".join),
    ),
    max_leaves=6,
)


@settings(max_examples=100)
@given(st.lists(_INSIDE, min_size=1, max_size=3), st.data())
def test_anywhere_in_any_file(paragraphs: list[str], data: st.DataObject) -> None:
    """The words are those of the note, or more when it says so; the text never changes, and twice is once."""
    file = _file("".join(f"<text:p>{inside}</text:p>" for inside in ("Begin.", *paragraphs)))
    source = readers.read_bytes(file, name="brief.odt").source.text
    places = st.tuples(st.integers(0, len(source)), st.integers(0, len(source))).map(sorted)
    made = [
        Note(f"Nummer {number}", (), Span(start, end), source[start:end])
        for number, (start, end) in enumerate(data.draw(st.lists(places, max_size=5)))
        if source[start:end].strip()
    ]
    noted = _put(file, made)
    by_title = {seen.title: seen for seen in in_odt(noted.data)}
    assert len(by_title) == len(made)
    for note in made:
        seen = by_title[note.title]
        words, shown = ("".join(text.split()) for text in (note.words, seen.words or ""))
        assert words in shown.replace("<", "").replace(">", "") or "«" in words
        assert seen.lines[1:] or words == shown
    assert in_odt(_put(noted.data, made).data) == in_odt(noted.data)
