"""Offsets and positions, in all three encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as t

from b1check import Span
from lsp_server.documents import Documents
from lsp_server.positions import Lines, width

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
TEXT = "één 😀 twee\r\ne\u0301e\u0301n\rdrie\u2028vier\x0cvijf\nslot"
texts = st.text(alphabet=st.sampled_from("aé😀\u0301 \r\n\u2028\x0c\x85"), max_size=40)


@pytest.mark.parametrize(
    ("encoding", "column"), [("utf-8", len("één 😀 ".encode())), ("utf-16", 7), ("utf-32", 6)], ids=ENCODINGS
)
def test_a_column_counts_what_was_agreed_on(encoding: str, column: int) -> None:
    assert Lines(TEXT, encoding).position(TEXT.index("twee")) == t.Position(0, column)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_line_ends_of_the_protocol_end_a_line(encoding: str) -> None:
    lines = Lines(TEXT, encoding)
    assert [lines.position(TEXT.index(word)).line for word in ("één", "e\u0301", "drie", "vijf", "slot")] == [
        0,
        1,
        2,
        2,
        3,
    ]


@given(text=texts, encoding=st.sampled_from(ENCODINGS), data=st.data())
def test_there_and_back_is_the_same_offset(text: str, encoding: str, data: st.DataObject) -> None:
    lines = Lines(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # between CR and LF is no position
    assert lines.offset(lines.position(offset)) == offset


@given(text=texts, encoding=st.sampled_from(ENCODINGS), line=st.integers(0, 60), column=st.integers(0, 99))
def test_a_position_outside_the_text_is_the_end_of_its_line(text: str, encoding: str, line: int, column: int) -> None:
    lines = Lines(text, encoding)
    offset = lines.offset(t.Position(line, column))
    assert 0 <= offset <= len(text)
    assert (lines.position(offset).line, lines.position(offset).character) <= (line, column)


@given(text=texts, encoding=st.sampled_from(ENCODINGS), new=texts, data=st.data())
def test_an_edit_changes_what_stands_in_its_range(text: str, encoding: str, new: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    lines = Lines(text, encoding)
    range_ = lines.range(Span(start, end))
    start, end = lines.offset(range_.start), lines.offset(range_.end)
    documents = Documents()
    documents.encoding = encoding
    documents.open(t.TextDocumentItem("file:///a.txt", "plaintext", 1, text))
    changed = documents.change("file:///a.txt", 2, [t.TextDocumentContentChangePartial(range_, new)])
    assert changed is not None
    assert (changed.text, changed.version) == (text[:start] + new + text[end:], 2)


@given(text=texts, new=texts, data=st.data())
def test_the_lines_after_an_edit_are_those_of_the_text(text: str, new: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    edited, fresh = Lines(text).replaced(Span(start, end), new), Lines(text[:start] + new + text[end:])
    assert edited.text == fresh.text
    places = range(len(fresh.text) + 1)
    assert [edited.position(place) for place in places] == [fresh.position(place) for place in places]


@given(text=st.text(max_size=20))
def test_the_width_is_the_number_of_units(text: str) -> None:
    assert [width(text, encoding) for encoding in ENCODINGS] == [
        len(text.encode("utf-8")),
        len(text.encode("utf-16-le")) // 2,
        len(text),
    ]
