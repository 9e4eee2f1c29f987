import base64
import time
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b1check.documents.document import Document
from b1check.documents.readers import read_bytes
from b1check.errors import ReadError
from b1check.letter import parts

_Show = Callable[[Document], list[str]]
_HEAD = "From: Gemeente Zandwijk <info@zandwijk.example>\nSubject: Uw aanvraag\n"
_EARLIER = ("De tekst van eerdere mails is niet gecontroleerd.",)


def _read(data: str | bytes) -> Document:
    return read_bytes(data.encode() if isinstance(data, str) else data, name="mail.eml")


def _mail(text: str, kind: str = "plain") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Gemeente Zandwijk <info@zandwijk.example>"
    mail["Subject"] = "Uw aanvraag"
    mail.set_content(text, subtype=kind)
    return mail


def _body(document: Document) -> list[str]:
    """The blocks below the head, by kind and text."""
    return [f"{b.kind}{b.level or ''}: {b.text}" for b in document.blocks if b.kind not in {"kenmerk", "onderwerp"}]


def test_a_mail(show: _Show, assert_exact: Callable[[Document], None]) -> None:
    mail = _mail(
        "Beste Jan,\n\nU krijgt één pas, voor € 5.\n\n- een foto\n- een kopie\n\n-- \nGemeente\nTel. 14 0123\n"
    )
    mail["To"] = "Jan Jansen <jan@post.example>"
    mail["Date"] = "Tue, 3 Mar 2026 23:30:00 -0800"
    document = _read(mail.as_bytes())
    assert document.source.text == (
        "Van: Gemeente Zandwijk <info@zandwijk.example>\nAan: Jan Jansen <jan@post.example>\nDatum: 3 maart 2026\n"
        "Onderwerp: Uw aanvraag\n\n"
        "Beste Jan,\n\nU krijgt één pas, voor € 5.\n\n- een foto\n- een kopie\n\n-- \nGemeente\nTel. 14 0123"
    )
    assert show(document) == [
        "kenmerk: Van: Gemeente Zandwijk <info@zandwijk.example>",
        "kenmerk: Aan: Jan Jansen <jan@post.example>",
        "kenmerk: Datum: 3 maart 2026",
        "onderwerp: Onderwerp: Uw aanvraag",
        "alinea: Beste Jan,",
        "alinea: U krijgt één pas, voor € 5.",
        "lijstpunt1: een foto",
        "lijstpunt1: een kopie",
        "slot: Gemeente\nTel. 14 0123",
    ]
    assert (document.format, document.title, document.line_word) == ("eml", "Uw aanvraag", "regel")
    lines = [document.source.position(b.map.to_source(0, 1).start).line for b in document.blocks]
    assert lines == [1, 2, 3, 4, 6, 8, 10, 11, 14]
    for block in document.blocks:
        span = block.map.to_source(0, len(block.text))
        assert document.source.text[span.start : span.end] == block.text
    assert_exact(document)


def test_the_parts_of_a_letter_are_found_in_a_mail() -> None:
    text = "Beste Jan,\n\nWij komen morgen om 10 uur bij u langs.\n\nMet vriendelijke groet,\n\nPiet de Vries\n"
    for kind, body in (("plain", text), ("html", f"<p>{text.replace(chr(10) * 2, '</p><p>')}</p>")):
        labelled = parts.label(_read(_mail(body, kind).as_bytes()))
        assert [block.kind for block in labelled.blocks] == [
            "kenmerk", "onderwerp", "aanhef", "alinea", "slot", "slot"
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("charset", "encoding", "data"),
    [
        ("utf-8", "base64", base64.b64encode("Eén brief aan u.".encode())),
        ("iso-8859-1", "quoted-printable", b"E=E9n brief=\n aan u."),
        ("us-ascii", "8bit", "Eén brief aan u.".encode("cp1252")),
        ("bestaat-niet", "8bit", "Eén brief aan u.".encode()),
        ("punycode", "8bit", "Eén brief aan u.".encode()),
        ("utf-16", "base64", base64.b64encode("Eén brief aan u.".encode("utf-16"))),
        ("ibm850", "8bit", "Eén brief aan u.".encode("cp850")),
        ("utf-8", "onbekend", "Eén brief aan u.".encode()),
    ],
)
def test_charsets_and_transfer_encodings(charset: str, encoding: str, data: bytes) -> None:
    head = f"{_HEAD}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    assert _body(_read(head.encode() + data)) == ["alinea: Eén brief aan u."]


def test_windows_signs_under_another_name() -> None:
    head = f"{_HEAD}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
    assert _body(_read(head.encode() + b"Het kost \x80 5 \x96 of meer.")) == ["alinea: Het kost € 5 – of meer."]


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ("Subject: =?utf-8?b?w6nDqW4=?= =?iso-8859-1?q?_br=EDef?=", "onderwerp: Onderwerp: één bríef"),
        ("Subject: een lang\n onderwerp", "onderwerp: Onderwerp: een lang onderwerp"),
        ("Date: Sun, 1 Feb 2026 10:00:00 +0100", "kenmerk: Datum: 1 februari 2026"),
        ("To: a@b.example, C <d@e.example>", "kenmerk: Aan: a@b.example, C <d@e.example>"),
        ("To: " + "(" * 3000, "kenmerk: Aan: " + "(" * 3000),
    ],
)
def test_headers(header: str, shown: str, show: _Show, assert_exact: Callable[[Document], None]) -> None:
    document = _read(f"{header}\n\nEen zin.")
    assert show(document) == [shown, "alinea: Een zin."]
    assert_exact(document)


@pytest.mark.parametrize("date", ["", "gisteren", "32 Mar 2026", "Tue, 3 Mar 99999999999 10:00", "0 0 0 0"])
def test_a_date_that_does_not_exist_is_left_out(date: str, show: _Show) -> None:
    assert show(_read(f"From: a\nDate: {date}\n\nEen zin.")) == ["kenmerk: Van: a", "alinea: Een zin."]


def test_plain_text_goes_before_html() -> None:
    mail = _mail("De gewone tekst.")
    mail.add_alternative("<p>De HTML.</p>", subtype="html")
    mail.add_attachment("Een notitie.", filename="notitie.txt")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="één besluit.pdf")
    document = _read(mail.as_bytes())
    assert _body(document) == ["alinea: De gewone tekst."]
    assert document.notes == ("De bijlagen zijn niet gecontroleerd: notitie.txt, één besluit.pdf.",)


def test_html_when_the_plain_text_is_empty(assert_exact: Callable[[Document], None]) -> None:
    mail = _mail(" \n")
    mail.add_alternative(
        "<h2>Uw&nbsp;pas</h2><p>Beste  Jan,</p><ul><li>een <b>foto</b></li></ul>"
        "<table><tr><td>Wij sturen u de pas binnen een week.</td><td>Menu</td></tr></table>"
        "<p>Regel 1<br>Regel 2</p><blockquote>Oude mail</blockquote><p>--</p><p>Gemeente</p>",
        subtype="html",
    )
    mail.get_payload()[1].add_related(b"x", maintype="image", subtype="png", filename="logo.png", disposition="inline")
    document = _read(mail.as_bytes())
    assert _body(document) == [
        "kop2: Uw\u00a0pas",
        "alinea: Beste Jan,",
        "lijstpunt1: een foto",
        "alinea: Wij sturen u de pas binnen een week.",
        "tabelcel: Menu",
        "alinea: Regel 1\nRegel 2",
        "slot: Gemeente",
    ]
    assert document.notes == _EARLIER
    assert [block.marks[0].start for block in document.blocks if block.marks] == [4]
    assert "\n\n- een foto\n\n" in document.source.text
    assert all(block.map.is_literal(0, len(block.text)) for block in document.blocks)
    assert_exact(document)


@pytest.mark.parametrize(
    "earlier",
    [
        "> Wanneer komt u?\n> Ik wacht.",
        "Op di 3 mrt 2026 om 09:00 schreef Jan <jan@post.example>:\n> Wanneer komt u?",
        "Op 3 mrt. 2026 heeft Jan\n<jan@post.example> het volgende geschreven:\n\n> Wanneer komt u?",
        "On 3 Mar 2026, at 09:00, Jan wrote:\n> Wanneer komt u?",
        "-----Oorspronkelijk bericht-----\nVan: Jan\n\nWanneer komt u?",
        "________________________________\nVan: Jan\nVerzonden: gisteren\n\nWanneer komt u?",
        "Begin doorgestuurd bericht:\n\nVan: Jan <jan@post.example>\nDatum: 3 maart 2026\n\nWanneer komt u?",
        "Van: Jan <jan@post.example>\nVerzonden: dinsdag 3 maart 2026\nAan: ons\n\nWanneer komt u?",
    ],
)
def test_earlier_mails_are_left_out(earlier: str, assert_exact: Callable[[Document], None]) -> None:
    document = _read(f"{_HEAD}\nWij komen morgen.\n\n{earlier}")
    assert _body(document) == ["alinea: Wij komen morgen."]
    assert document.notes == _EARLIER
    assert document.source.text.endswith(earlier)
    assert_exact(document)


def test_an_answer_between_quoted_lines_keeps_its_place() -> None:
    document = _read(f"{_HEAD}\n> Wanneer komt u?\nMorgen komen wij.\n> Hoe laat?\nOm 10 uur.\n")
    assert _body(document) == ["alinea: Morgen komen wij.", "alinea: Om 10 uur."]
    assert [document.source.position(b.map.to_source(0, 1).start) for b in document.blocks[2:]] == [(5, 1), (7, 1)]


def test_own_sentences_that_look_like_those_of_a_mail_program_stay() -> None:
    text = "Op 3 maart schreef u ons:\n\nDatum: 3 maart\n\n--\n" + "\n".join(f"Zin {n}.\n" for n in range(20))
    document = _read(f"{_HEAD}\n{text}")
    assert document.blocks[2].text == "Op 3 maart schreef u ons:"
    assert not any(block.kind == "slot" for block in document.blocks)
    assert document.notes == ()


@pytest.mark.parametrize("sign", ["-- ", "Verstuurd vanaf mijn iPhone", "Verzonden vanaf Outlook voor Android"])
def test_a_signature_also_above_a_long_earlier_mail(sign: str) -> None:
    document = _read(f"{_HEAD}\nWij komen morgen.\n\n{sign}\nJan\n\n" + "> oud\n" * 30)
    assert _body(document)[0] == "alinea: Wij komen morgen."
    assert all(line.startswith("slot: ") for line in _body(document)[1:])


def test_a_mail_of_nothing_but_dashes_is_refused_soon() -> None:
    with pytest.raises(ReadError, match="geen tekst"):
        _read(f"{_HEAD}\n" + "--\n" * 300_000)


def test_a_mail_that_is_attached_is_told_of() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Ter info"
    mail.set_content("Lees dit.")
    other = EmailMessage()
    other["Subject"] = "Oud"
    other.set_content("Wanneer komt u?")
    mail.add_attachment(other)
    document = _read(mail.as_bytes())
    assert _body(document) == ["alinea: Lees dit."]
    assert document.notes == ("De bijlage is niet gecontroleerd: een mail.",)


def test_lines_of_flowed_text() -> None:
    head = f"{_HEAD}Content-Type: text/plain; format=flowed\n\n"
    assert _body(_read(f"{head}Dit is een \nlange zin.\n\n From u.")) == [
        "alinea: Dit is een\nlange zin.",
        "alinea: From u.",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"Gewone tekst zonder kop.", "geen mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "Outlook"),
        (_HEAD.encode(), "geen tekst"),
        (f"{_HEAD}\n> alleen een citaat".encode(), "geen tekst"),
        (f"{_HEAD}\n-- \nGemeente".encode(), "geen tekst"),
        (f"{_HEAD}Content-Type: image/png\n\nabc".encode(), "geen tekst"),
        (f"{_HEAD}Content-Type: application/ms-tnef; name=winmail.dat\n\nabc".encode(), "winmail"),
        (f"{_HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nabc".encode(), "versleuteld"),
        (f"{_HEAD}\n-----BEGIN PGP MESSAGE-----\nabc".encode(), "versleuteld"),
        (f"{_HEAD}\n{'Content-Type: multipart/mixed; boundary=x' * 300}".encode(), "te veel delen"),
        (f"{_HEAD}\n".encode() + b"a" * 10_000_001, "10 miljoen"),
        (f"{_HEAD}\n".encode() + b"a" * 50_000_001, "hoogstens 50 MB"),
    ],
)
def test_bad_mails_give_one_clear_message(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        _read(data)
    assert str(caught.value).endswith(".")


def test_parts_in_parts_in_parts() -> None:
    levels = 150
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(levels))
    assert _body(_read(f"{_HEAD}{opened}\nEen zin.")) == ["alinea: Een zin."]


@pytest.mark.parametrize("header", ["From", "Content-Type", "Content-Disposition", "Date", "Content-Transfer-Encoding"])
@pytest.mark.parametrize("value", ["(", '"', "=?utf-8?q?", "a:;", ";a*0*=", "<", "\udcff"])
def test_a_header_of_nonsense_is_read_or_refused_soon(header: str, value: str) -> None:
    data = f"Subject: x\n{header}: {value * 50_000}\n\nEen zin.".encode("utf-8", "surrogateescape")
    start = time.process_time()
    try:
        assert _read(data).blocks
    except ReadError as error:
        assert str(error).endswith(".")
    assert time.process_time() - start < 10


_BODIES = st.text("ab. \n\r\t>-é😀\u00ad\u00a0:*_", max_size=80)


@settings(max_examples=150)
@given(_BODIES, st.sampled_from(["plain", "html"]))
def test_every_character_maps_to_itself(assert_exact: Callable[[Document], None], text: str, kind: str) -> None:
    content = base64.b64encode(f"{text}\n\nHet einde.\n".encode()).decode()
    head = f"{_HEAD}Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    try:
        document = _read(head + content)
    except ReadError as error:
        assert "geen tekst" in str(error)
    else:
        assert_exact(document)
        assert any("einde" in block.text for block in document.blocks)


def _example() -> bytes:
    mail = _mail("De gewone tekst.")
    mail.add_alternative("<p>De <b>HTML</b>.</p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="één.pdf")
    mail["Date"] = "Tue, 3 Mar 2026 10:00:00 +0100"
    return mail.as_bytes()


_MAIL = _example()


@settings(max_examples=200)
@given(st.integers(0, len(_MAIL) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_mail_is_read_or_refused(at: int, damage: bytes) -> None:
    for data in (_MAIL[:at], _MAIL[:at] + damage + _MAIL[at + len(damage) :]):
        try:
            document = _read(data)
        except ReadError as error:
            assert str(error).endswith(".")
        else:
            document.source.text.encode()
            assert document.blocks


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from([b"", b"From: ", b"Subject: x\n", b"Subject: x\nContent-Type: text/"]))
def test_random_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        document = _read(start + data)
    except ReadError as error:
        assert str(error).endswith(".")
    else:
        assert document.blocks
