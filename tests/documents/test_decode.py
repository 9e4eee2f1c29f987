import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.readers.decode import decode
from b1check.errors import ReadError

_LETTER = "Beste mevrouw Müller,\r\nU betaalt € 40 vóór 1 mei – graag.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encodings_of_real_letters(encoding: str) -> None:
    data = _LETTER.encode(encoding)
    decoded = decode(data)
    assert decoded.text == _LETTER
    assert decoded.encode(decoded.text) == data


def test_big_endian_byte_order_marks() -> None:
    assert decode(codecs.BOM_UTF16_BE + _LETTER.encode("utf-16-be")).text == _LETTER
    assert decode(codecs.BOM_UTF32_BE + _LETTER.encode("utf-32-be")).text == _LETTER


@given(st.binary(max_size=200).map(lambda data: b"Een zin van genoeg letters om tekst te zijn. " * 30 + b"\xe9" + data))
def test_windows_1252_keeps_every_byte(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError:
        return
    assert decoded.encode(decoded.text) == data


def test_the_five_bytes_without_a_character() -> None:
    data = b"Een lange zin om te lezen. " * 30 + b"\x81\x8d\x8f\x90\x9d \x80"
    assert decode(data).text.endswith("\x81\x8d\x8f\x90\x9d €")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "oud Word-bestand"),
        (b"\x89PNG\r\n\x1a\n", "plaatje"),
        (b"{\\rtf1 Hallo}", "RTF"),
        (bytes(range(256)) * 4, "geen gewone tekst"),
        (b"Hallo\0\0\0\0wereld", "geen gewone tekst"),
        (b"\xff\xfeH\0a", "beschadigd"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, word: str) -> None:
    with pytest.raises(ReadError, match=word):
        decode(data)
