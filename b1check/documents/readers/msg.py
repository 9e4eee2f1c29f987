"""Reader of messages of Outlook (.msg): the same as for a mail, from other bytes.

The file is a compound file of Microsoft with a stream for each property of the message, see [MS-OXMSG].
"""

from __future__ import annotations

import datetime as dt
import re
import struct
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import format_datetime

import olefile  # type: ignore[import-untyped]

from b1check.documents.document import Document
from b1check.documents.readers import email
from b1check.documents.readers.decode import decode
from b1check.errors import ReadError

_CLASS = 0x001A
_SUBJECT = 0x0037
_SENT = 0x0039
_RECEIVED = 0x0E06
_TO = 0x0E04
_SENDER_NAME = 0x0C1A
_SENDER_ADDRESSES = (0x5D01, 0x0C1F)
_BODY = 0x1000
_HTML = 0x1013
_FILE_NAMES = (0x3707, 0x3704)
_CODE_PAGES = (0x3FFD, 0x3FDE)

_UNICODE, _STRING, _BINARY, _NUMBER, _TIME = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040
_PROPERTIES = "__properties_version1.0"
_HEADER_LENGTH = 32
_ATTACHMENT = "__attach_version1.0_#"
_MAX_STREAM = 20_000_000
_MAX_ATTACHMENTS = 200
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)

_NOT_MESSAGE = (
    "Dit bestand heet .msg, maar er zit geen bericht van Outlook in. Open het bericht in Outlook en sla het op als "
    ".msg of .eml."
)
_BROKEN = "Dit bericht van Outlook is beschadigd. Open het in Outlook en sla het opnieuw op."
_SECRET = "Dit bericht is versleuteld. Open het in Outlook en sla de tekst op, bijvoorbeeld als .txt."


def read(data: bytes, *, name: str) -> Document:
    """Read a message of Outlook; spans point into its readable text, as for a mail.

    Raises:
        ReadError: when the file is no message, is damaged, is encrypted, or has no text of its own.
    """
    if not data.startswith(olefile.MAGIC):
        raise ReadError(_NOT_MESSAGE)
    try:
        with olefile.OleFileIO(data) as file:
            message = _message(_Properties(file))
    except ReadError:
        raise
    except Exception as error:
        # On a damaged file the library raises errors of every kind.
        raise ReadError(_BROKEN) from error
    return email.document_of(message, name=name, format="msg")


class _Properties:
    """The properties of a message and of what is attached to it."""

    def __init__(self, file: olefile.OleFileIO) -> None:
        self._file = file
        self._fixed = self._fixed_values()
        if not self._fixed and not self.text(_SUBJECT) and not self.text(_CLASS):
            raise ReadError(_NOT_MESSAGE)
        page = next((number for code in _CODE_PAGES if (number := self._number(code))), 1252)
        self._encoding = "utf-8" if page == 65001 else f"cp{page}"

    def text(self, code: int, folder: str = "") -> str:
        """Return a property that is text, or an empty string."""
        if (data := self._stream(folder, code, _UNICODE)) is not None:
            return data.decode("utf-16-le", "replace")
        if (data := self._stream(folder, code, _STRING)) is not None:
            return self.decoded(data)
        return ""

    def binary(self, code: int) -> bytes:
        """Return a property that is bytes, or none."""
        return self._stream("", code, _BINARY) or b""

    def decoded(self, data: bytes, charset: str = "") -> str:
        """Return text in the given encoding, else in that of the message."""
        for encoding in (charset, self._encoding):
            try:
                return data.decode(encoding) if encoding else decode(data).text
            except (LookupError, ValueError):
                continue
        return decode(data).text

    def time(self, code: int) -> dt.datetime | None:
        """Return a property that is a time."""
        try:
            return _EPOCH + dt.timedelta(microseconds=struct.unpack("<Q", self._fixed[code, _TIME])[0] // 10)
        except (KeyError, OverflowError):
            return None

    def attachments(self) -> Iterator[str]:
        """Yield the names of what is attached."""
        folders = dict.fromkeys(path[0] for path in self._file.listdir() if path[0].startswith(_ATTACHMENT))
        for folder in list(folders)[:_MAX_ATTACHMENTS]:
            yield next((name for code in _FILE_NAMES if (name := self.text(code, folder))), "")

    def _number(self, code: int) -> int:
        value = self._fixed.get((code, _NUMBER))
        return struct.unpack("<I4x", value)[0] if value else 0

    def _stream(self, folder: str, code: int, kind: int) -> bytes | None:
        name = f"__substg1.0_{code:04X}{kind:04X}"
        return self._content(f"{folder}/{name}" if folder else name)

    def _content(self, path: str) -> bytes | None:
        if not self._file.exists(path) or self._file.get_size(path) > _MAX_STREAM:
            return None
        return bytes(self._file.openstream(path).read())

    def _fixed_values(self) -> dict[tuple[int, int], bytes]:
        """Return the properties of a fixed length, by code and type."""
        data = (self._content(_PROPERTIES) or b"")[_HEADER_LENGTH:]
        values = {}
        for at in range(0, len(data) - 15, 16):
            kind, code = struct.unpack_from("<HH", data, at)
            values[code, kind] = data[at + 8 : at + 16]
        return values


def _message(properties: _Properties) -> EmailMessage:
    """Return the message as a mail."""
    message = EmailMessage(policy=email.POLICY)
    address = next((found for code in _SENDER_ADDRESSES if "@" in (found := properties.text(code))), "")
    name = properties.text(_SENDER_NAME)
    sender = f"{name} <{address}>" if name and address and name != address else name or address
    for header, value in (("From", sender), ("To", properties.text(_TO)), ("Subject", properties.text(_SUBJECT))):
        if shown := _shown(value):
            message[header] = shown
    if sent := properties.time(_SENT) or properties.time(_RECEIVED):
        message["Date"] = format_datetime(sent)
    plain, html = _lines(properties.text(_BODY)), _lines(_html(properties))
    if not plain.strip() and not html.strip() and "SMIME" in properties.text(_CLASS).upper():
        raise ReadError(_SECRET)
    message.set_content(plain, cte="base64")
    if html.strip():
        message.add_alternative(html, subtype="html", cte="base64")
    for file_name in properties.attachments():
        message.add_attachment(b"", maintype="application", subtype="octet-stream", filename=_shown(file_name) or None)
    return message


def _html(properties: _Properties) -> str:
    if data := properties.binary(_HTML):
        charset = _META_CHARSET.search(data[:2048])
        return properties.decoded(data, charset[1].decode("ascii") if charset else "")
    return properties.text(_HTML)


def _lines(text: str) -> str:
    return email.sound(text.replace("\0", "")).replace("\r\n", "\n").replace("\r", "\n")


def _shown(text: str) -> str:
    """Return text for a header: on one line, without characters that show nothing."""
    words = "".join(character if character.isprintable() else " " for character in email.sound(text))
    return " ".join(words.split())
