"""Reader of mails (.eml): who, when, about what, and the text in plain words.

A mail is encoded, so its bytes have no lines that a writer knows. The source of the document is therefore the mail
as a reader sees it: "Van", "Aan", "Datum" and "Onderwerp", one a line, an empty line, and the text. Lines, columns,
spans and edits are those of that text, as for a Word file: the file itself cannot be edited with them.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parsedate_tz
from typing import Any, NamedTuple

from b1check.documents.document import Block, BlockKind, Document
from b1check.documents.readers import html, plain
from b1check.documents.readers.decode import decode
from b1check.documents.source import Slice, SourceMap, SourceText
from b1check.errors import ReadError

_SIGNS = ("From", "To", "Date", "Subject", "Received", "Message-ID", "MIME-Version")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_HEADER = 5_000
_MAX_BOUNDARIES = 200
_MAX_TEXT = 10_000_000
_SHOWN_ATTACHMENTS = 10
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip

# Encodings of which mail programs use another one under this name: what the bytes themselves say goes first.
_UNSURE = frozenset({"ascii", "iso8859-1"})
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF = "application/ms-tnef"
_PGP = "-----BEGIN PGP MESSAGE-----"

_LINE_END = re.compile(r"\r\n?")
_STUFFED = re.compile(r"^ ", re.MULTILINE)
_SIGNATURE = re.compile(
    r"^(?:--[ \u00a0]?|(?:Verstuurd|Verzonden)\ vanaf\ [^\n.]{1,60}|Sent\ from\ [^\n.]{1,60})$", re.MULTILINE
)
_LINE = re.compile(r"\S[^\n]*")
_EARLIER = re.compile(
    r"""
    ^[ \t]*>.*$                                                                  # a quoted line
    | (?P<wrote>^(?:Op|On)\ [^\n]+?(?:\n(?![ \t]*>)[^\n]+?)??:[ \t]*$)            # who wrote what follows
    | ^-{2,}[ ]?(?:Oorspronkelijk|Doorgestuurd|Original|Forwarded)\ (?:bericht|message)[ ]?-{2,}[ \t]*$(?s:.*)
    | ^_{10,}\s*^(?:Van|From):\ (?s:.*)
    | ^(?:Van|From):\ [^\n]+\n(?:Verzonden|Sent):\ (?s:.*)
    | ^(?:Begin\ doorgestuurd\ bericht|Begin\ forwarded\ message):[ \t]*\n\s*(?:Van|From):\ (?s:.*)
    """,
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_WROTE = re.compile(r"\b(?:schreef|geschreven|wrote)\b", re.IGNORECASE)
# A mail program names the time or the address; "Op 3 maart schreef u ons:" is a sentence of the mail itself.
_BY_PROGRAM = re.compile(r"@|\d\d?[:.]\d\d")
_MAX_ATTRIBUTION = 400
_MAX_SIGNATURE = 15
_NO_LINE_END = re.compile(r"[^\n]")
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.?!:]$")

_NOT_MAIL = "Dit bestand heet .eml, maar er zit geen mail in. Open de mail in uw mailprogramma en sla hem op als .eml."
_OUTLOOK = "Dit is een bericht van Outlook (.msg), al heet het .eml. Geef het de naam .msg."
_BROKEN = "Deze mail is beschadigd. Open de mail in uw mailprogramma en sla hem opnieuw op."
_COMPLEX = "Deze mail bestaat uit te veel delen. Zet de tekst van de mail in een ander bestand, zoals een .docx."
_SECRET = "Deze mail is versleuteld. Open de mail in uw mailprogramma en sla de tekst op, bijvoorbeeld als .txt."
_PACKED = "Deze mail is door Outlook ingepakt (winmail.dat). Open de mail in Outlook en sla hem op als .msg."
_NO_TEXT = "In deze mail staat geen tekst die b1check kan controleren. Kies een mail met lopende tekst."
_TOO_LARGE = "De tekst van deze mail is te groot: hij mag hoogstens 10 miljoen tekens hebben. Splits de tekst."
_NOTE_EARLIER = "De tekst van eerdere mails is niet gecontroleerd."
_NOTE_SUPPRESSIONS = "In een mail kunt u geen opmerkingen uitzetten. Zet ze uit in b1check.toml."


class _Line(NamedTuple):
    """A line above the text: its kind, its Dutch label and what follows it."""

    kind: BlockKind
    label: str
    value: str

    @property
    def text(self) -> str:
        return f"{self.label}: {self.value}"


class _Body(NamedTuple):
    """The text of a mail and the blocks in it, at their places in that text."""

    text: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


def read(data: bytes, *, name: str) -> Document:
    """Read a mail; spans point into the readable text, see the top of this module.

    Raises:
        ReadError: when the file is no mail, is encrypted, or has no text of its own.
    """
    return document_of(_parsed(data), name=name, format="eml")


def document_of(message: EmailMessage, *, name: str, format: str) -> Document:
    """Return the document that ``message`` is.

    Raises:
        ReadError: when it is encrypted, or has no text of its own.
    """
    try:
        head = tuple(_head(message))
        body = _body(message)
        attachments = tuple(_attachments(message))
    except ReadError:
        raise
    except Exception as error:
        # On a damaged mail the parser of the standard library raises errors of every kind.
        raise ReadError(_BROKEN) from error
    lines = [line.text for line in head]
    above = "".join(f"{line}\n" for line in lines) + "\n" if lines else ""
    blocks = [*_head_blocks(head), *(_moved(block, len(above)) for block in body.blocks)]
    subject = next((line.value for line in head if line.kind is BlockKind.SUBJECT), "")
    notes = (*body.notes, *attachments)
    return Document(name, format, SourceText(above + body.text), tuple(blocks), subject, notes)


def _parsed(data: bytes) -> EmailMessage:
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(_OLE):
        raise ReadError(_OUTLOOK)
    if data.lower().count(b"boundary") > _MAX_BOUNDARIES:
        # Counted before the parts are taken apart, which takes long for parts in parts in parts.
        raise ReadError(_COMPLEX)
    try:
        message = BytesParser(EmailMessage, policy=POLICY).parsebytes(data)
    except Exception as error:
        # The parser of the standard library raises errors of every kind.
        raise ReadError(_BROKEN) from error
    if not any(sign in message for sign in _SIGNS):
        raise ReadError(_NOT_MAIL)
    return message


class _Headers:
    """Reads a header as the standard library does, else as it stands: reading a long one may take minutes."""

    def __call__(self, name: str, value: str) -> Any:
        value = value[:_MAX_HEADER]
        if name.lower() in {"from", "to"} and "@" not in value:
            return _UNSTRUCTURED("Subject", value)  # names without an address, as Outlook keeps them
        try:
            return _REGISTRY(name, value)
        except Exception:
            # A bracket too many makes the registry fail in many ways.
            return _UNSTRUCTURED("Subject", value)

    def __getitem__(self, name: str) -> Any:
        """Return the class of a header, which tells how often it may occur."""
        return _REGISTRY[name]


_REGISTRY = HeaderRegistry()
_UNSTRUCTURED = HeaderRegistry(use_default_map=False)
POLICY = EmailPolicy(header_factory=_Headers())
"""Reads every header, however damaged."""


def _head(message: EmailMessage) -> Iterator[_Line]:
    """Yield the lines above the text, as far as the mail says them."""
    for header, label in (("From", "Van"), ("To", "Aan")):
        if value := _value(message, header):
            yield _Line(BlockKind.REFERENCE, label, value)
    if date := _date(_value(message, "Date")):
        yield _Line(BlockKind.REFERENCE, "Datum", date)
    if value := _value(message, "Subject"):
        yield _Line(BlockKind.SUBJECT, "Onderwerp", value)


def _value(message: EmailMessage, header: str) -> str:
    return " ".join(sound(str(message.get(header, ""))).split())


def sound(text: str) -> str:
    """Return ``text`` without halves of characters, which cannot be written to a report."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _date(value: str) -> str:
    """Return the day of a date header as Dutch readers write it ("3 maart 2026"), or an empty string."""
    try:
        parts = parsedate_tz(value)
        day = dt.date(*parts[:3]) if parts else None
    except (ValueError, OverflowError, TypeError, LookupError):
        return ""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def _head_blocks(head: Sequence[_Line]) -> Iterator[Block]:
    start = 0
    for line in head:
        yield Block(line.kind, line.text, _literal(len(line.text), start))
        start += len(line.text) + 1


def _literal(length: int, source_start: int) -> SourceMap:
    return SourceMap((Slice(0, length, source_start, source_start + length, literal=True),))


def _moved(block: Block, by: int) -> Block:
    """Return ``block`` at a place ``by`` characters further on in the source."""
    slices = (
        replace(piece, source_start=piece.source_start + by, source_end=piece.source_end + by)
        for piece in block.map.slices
    )
    return replace(block, map=SourceMap(tuple(slices)))


def _body(message: EmailMessage) -> _Body:
    """Return the text of the mail: the plain one, else that of the HTML.

    Raises:
        ReadError: when there is no text, or nothing but text of earlier mails.
    """
    parts = _text_parts(message)
    for content_type, read_body in (("text/plain", _plain_body), ("text/html", _html_body)):
        for part in parts:
            if part.get_content_type() == content_type:
                text = _text(part)
                if _PGP in text:
                    raise ReadError(_SECRET)
                body = read_body(text)
                if any(block.kind is not BlockKind.CLOSING for block in body.blocks):
                    return body
    types = {part.get_content_type() for part in _parts(message)}
    raise ReadError(_SECRET if types & _ENCRYPTED else _PACKED if _TNEF in types else _NO_TEXT)


def _parts(part: Message) -> Iterator[Message]:
    """Yield the part and those inside it; a mail that is attached is one part."""
    yield part
    if part.is_multipart() and part.get_content_maintype() == "multipart":
        for child in part.get_payload():
            if isinstance(child, Message):
                yield from _parts(child)


def _text_parts(part: Message) -> list[Message]:
    """Return the parts that hold the text: of an alternative all versions, of other parts the first with text."""
    if part.get_content_disposition() == "attachment" or part.get_content_maintype() == "message":
        return []
    if not part.is_multipart():
        return [part] if part.get_content_type() in {"text/plain", "text/html"} else []
    found = [_text_parts(child) for child in part.get_payload() if isinstance(child, Message)]
    if part.get_content_type() == "multipart/alternative":
        return [text for texts in found for text in texts]
    return next((texts for texts in found if texts), [])


def _text(part: Message) -> str:
    """Return the text of a part, whatever its transfer encoding and its charset."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data:
        return ""
    text = _LINE_END.sub("\n", sound(_decoded(data, part.get_content_charset() or "ascii")))
    if len(text) > _MAX_TEXT:
        raise ReadError(_TOO_LARGE)
    if str(part.get_param("format", "")).lower() == "flowed":
        # A space in front keeps a line from being taken for something else; it is no part of the text.
        text = _STUFFED.sub("", text)
    return text


def _decoded(data: bytes, charset: str) -> str:
    try:
        name = codecs.lookup(charset).name.replace("_", "-")
        if name not in _UNSURE | _NO_CHARSETS:
            return data.decode(charset)
    except (LookupError, ValueError):
        pass
    return decode(data).text


def _plain_body(text: str) -> _Body:
    """Read plain text; what is left out is made blank first, so that every other character keeps its place."""
    text = text.strip("\n")
    earlier = _earlier(text)
    own = _blanked(text, earlier)
    signature = _signature(own)
    read = plain.read(own[:signature], name="")
    closing = (_moved(block, signature) for block in plain.read(own[signature:], name="").blocks)
    closing = (replace(block, kind=BlockKind.CLOSING, level=0) for block in closing)
    notes = (*((_NOTE_EARLIER,) if earlier else ()), *((_NOTE_SUPPRESSIONS,) if read.suppressions else ()))
    return _Body(text, (*read.blocks, *closing), notes)


def _html_body(text: str) -> _Body:
    """Read HTML; its blocks are written below each other, with an empty line between them."""
    page = html.read(text, name="")
    lines: list[str] = []
    places: list[int] = []
    length = 0
    for block in page.blocks:
        marker = "- " if block.kind is BlockKind.LIST_ITEM else ""
        lines.append(marker + block.text)
        places.append(length + len(marker))
        length += len(lines[-1]) + 2
    rendered = "\n\n".join(lines)
    earlier = _earlier(rendered)
    signature = _signature(rendered)
    blocks: list[Block] = []
    left_out = False
    for block, place in zip(page.blocks, places, strict=True):
        if block.kind is BlockKind.QUOTE or any(start <= place < end for start, end in earlier):
            left_out = True
        elif block.text != "--":
            kind, level = (BlockKind.CLOSING, 0) if place >= signature else _kind_in_mail(block)
            blocks.append(replace(block, kind=kind, level=level, map=_literal(len(block.text), place)))
    notes = (*page.notes, _NOTE_EARLIER) if left_out else page.notes
    if page.suppressions:
        notes = (*notes, _NOTE_SUPPRESSIONS)
    return _Body(rendered, tuple(blocks), notes)


def _earlier(text: str) -> list[tuple[int, int]]:
    """Return where text of earlier mails stands, with the lines of mail programs that announce it."""
    return [found.span() for found in _EARLIER.finditer(text) if not found["wrote"] or _announces(found["wrote"])]


def _blanked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return ``text`` with spaces for the characters in ``ranges``, which stand in order; line ends stay."""
    pieces: list[str] = []
    at = 0
    for start, end in ranges:
        pieces += (text[at:start], _NO_LINE_END.sub(" ", text[start:end]))
        at = end
    return "".join((*pieces, text[at:]))


def _announces(line: str) -> bool:
    return bool(len(line) <= _MAX_ATTRIBUTION and _WROTE.search(line) and _BY_PROGRAM.search(line))


def _signature(text: str) -> int:
    """Return where the signature starts, or the end of the text; a line of dashes with much below it starts none."""
    lines = [line.start() for line in _LINE.finditer(text)]
    found = _SIGNATURE.search(text, lines[-_MAX_SIGNATURE - 1] if len(lines) > _MAX_SIGNATURE else 0)
    return found.start() if found else len(text)


def _kind_in_mail(block: Block) -> tuple[BlockKind, int]:
    """Return the kind of a block; mails use tables for their layout, so a cell with a sentence is a paragraph."""
    if block.kind is BlockKind.TABLE_CELL and _SENTENCE.match(block.text):
        return BlockKind.PARAGRAPH, 0
    return block.kind, block.level


def _attachments(message: EmailMessage) -> Iterator[str]:
    """Yield a remark with the names of the attachments; pictures that stand in the text are none."""
    names = []
    for part in _parts(message):
        disposition = part.get_content_disposition()
        inside = part.get_content_maintype() == "image" and disposition != "attachment"
        file_name = " ".join(sound(part.get_filename() or "").split())
        if part.get_content_type() == "message/rfc822" and part is not message:
            names.append(file_name or "een mail")
        elif disposition == "attachment" or (file_name and not inside):
            names.append(file_name or "een bestand zonder naam")
    if names:
        more = len(names) - _SHOWN_ATTACHMENTS
        listed = ", ".join(names[:_SHOWN_ATTACHMENTS]) + (f" en nog {more}" if more > 0 else "")
        is_one = len(names) == 1
        yield f"{'De bijlage is' if is_one else 'De bijlagen zijn'} niet gecontroleerd: {listed}."
