"""From the bytes of a text file to its text, without changing a character of it."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from b1check.errors import ReadError

_BOMS = (
    # The marks of UTF-32 come first: the little-endian one begins with that of UTF-16.
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = "windows-1252"

_SAVE_AS_TEXT = "Open het in het programma waarmee het is gemaakt en sla het op als .docx, .html of .txt."
_OTHER_FORMATS = (
    (b"%PDF-", "Dit is een PDF. Geef het bestand een naam die eindigt op .pdf."),
    (b"{\\rtf", "Dit is een RTF-bestand. Geef het een naam die eindigt op .rtf."),
    (
        b"PK\x03\x04",
        "Dit is een zip- of Word-bestand, geen tekst. Is het een Word-bestand? Geef het dan de naam .docx.",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "Dit is een oud Word-bestand (.doc). Open het in Word en sla het op als .docx.",
    ),
    (b"\x89PNG", "Dit is een plaatje, geen tekst. Geef de tekst zelf op."),
    (b"GIF8", "Dit is een plaatje, geen tekst. Geef de tekst zelf op."),
    (b"\xff\xd8\xff", "Dit is een plaatje, geen tekst. Geef de tekst zelf op."),
    (b"\x1f\x8b", f"Dit is een ingepakt bestand, geen tekst. {_SAVE_AS_TEXT}"),
)
_NO_TEXT = f"Dit bestand bevat geen gewone tekst. {_SAVE_AS_TEXT}"
_BROKEN = "De tekens in dit bestand zijn beschadigd. Sla het opnieuw op als UTF-8."

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SAMPLE = 4096

# Windows-1252 as browsers read it: the five bytes without a character stand for themselves, so that every
# byte maps to one character and back.
_BYTE_TO_WINDOWS = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
_WINDOWS_TO_BYTE = {ord(character): chr(byte) for byte, character in _BYTE_TO_WINDOWS.items()}


class Decoded(NamedTuple):
    """The text of a file, and what is needed to write it back: its encoding and byte order mark."""

    text: str
    encoding: str
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return ``text`` as bytes in the encoding of the file.

        Raises:
            UnicodeEncodeError: when the encoding has no byte for a character in ``text``.
        """
        if self.encoding == _WINDOWS:
            return text.translate(_WINDOWS_TO_BYTE).encode("latin-1")
        return self.bom + text.encode(self.encoding)


def decode(data: bytes) -> Decoded:
    """Return the text of ``data``: by its byte order mark, else UTF-8, UTF-16 or Windows-1252.

    Raises:
        ReadError: when the bytes are not text.
    """
    for magic, message in _OTHER_FORMATS:
        if data.startswith(magic):
            raise ReadError(message)
    decoded = _decode(data)
    # A stray control character happens in real letters; a binary file is full of them.
    if len(_CONTROL.findall(decoded.text)) * 100 > len(decoded.text):
        raise ReadError(_NO_TEXT)
    return decoded


def _decode(data: bytes) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strict(data[len(bom) :], encoding), encoding, bom)
    if utf16 := _utf16_without_bom(data[:_SAMPLE]):
        return Decoded(_strict(data, utf16), utf16)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1").translate(_BYTE_TO_WINDOWS), _WINDOWS)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(_BROKEN) from error


def _utf16_without_bom(sample: bytes) -> str | None:
    """Tell whether every second byte is nearly always zero, as in Western text in UTF-16."""
    half = len(sample) // 2
    if half == 0:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
