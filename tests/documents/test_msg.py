import datetime as dt
from collections.abc import Callable

import pytest

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.errors import ReadError

from .msg_maker import fixed, msg

_Show = Callable[[Document], list[str]]

_SENT = (
    int((dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC) - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)).total_seconds()) * 10**7
)
_CLASS = "__substg1.0_001A001F"
_BODY = "__substg1.0_1000001F"
_HTML = "__substg1.0_10130102"
_HEAD: dict[str, bytes | str] = {
    _CLASS: "IPM.Note",
    "__substg1.0_0037001F": "Uw melding over de lantaarn",
    "__substg1.0_0C1A001F": "Team Licht",
    "__substg1.0_0C1F001F": "licht@voorbeeld.example",
    "__substg1.0_0E04001F": "Mevrouw De Wit",
    "__properties_version1.0": fixed(p0039_0040=_SENT, p3FDE_0003=1252),
}


def _read(streams: dict[str, bytes | str]) -> Document:
    return readers.read_bytes(msg(streams), name="bericht.msg")


def test_a_message(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    document = _read(
        {
            **_HEAD,
            _BODY: "Beste mevrouw De Wit,\r\n\r\nWij maken de lantaarn op 5 maart.\r\n\r\n-- \r\nTeam Licht\r\n",
            "__attach_version1.0_#00000000/__substg1.0_3707001F": "kaart.pdf",
        }
    )
    assert (document.format, document.line_word, document.title) == ("msg", "regel", "Uw melding over de lantaarn")
    assert show(document) == [
        "kenmerk: Van: Team Licht <licht@voorbeeld.example>",
        "kenmerk: Aan: Mevrouw De Wit",
        "kenmerk: Datum: 3 maart 2026",
        "onderwerp: Onderwerp: Uw melding over de lantaarn",
        "alinea: Beste mevrouw De Wit,",
        "alinea: Wij maken de lantaarn op 5 maart.",
        "slot: Team Licht",
    ]
    assert any("kaart.pdf" in note for note in document.notes)
    assert_exact(document)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({_HTML: "<meta charset=utf-8><p>Wij hél­pen u.".encode()}, "Wij hélpen u."),
        ({_HTML: "<p>Wij hélpen u.".encode("cp1252")}, "Wij hélpen u."),
        ({"__substg1.0_1000001E": "Wij hélpen u.".encode("cp1252")}, "Wij hélpen u."),
        ({_BODY: "", _HTML: b"<p>Wij bellen u."}, "Wij bellen u."),
    ],
)
def test_the_text_in_each_form(body: dict[str, bytes | str], text: str) -> None:
    assert _read({**_HEAD, **body}).blocks[-1].text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"geen bericht", "zit geen bericht"),
        (msg({"WordDocument": b"x" * 100}), "zit geen bericht"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"rommel" * 300, "beschadigd"),
        (msg({**_HEAD, _BODY: "Tekst."})[:900], "beschadigd"),
        (msg({**_HEAD, _CLASS: "IPM.Note.SMIME"}), "versleuteld"),
        (msg(_HEAD), "geen tekst"),
        (b"", "leeg"),
    ],
)
def test_bad_input_gives_one_clear_message(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        readers.read_bytes(data, name="a.msg")
    assert "\n" not in str(caught.value)
