"""Opening a zipped document from a stranger: nothing is unpacked before its size is known to be sane."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from b1check.errors import ReadError

MAX_ENTRIES = 2_000
MAX_TOTAL = 100_000_000
MAX_PART = 50_000_000
MAX_RATIO = 200
# Small parts may shrink to nearly nothing: a thousand equal empty paragraphs are no attack.
_RATIO_FROM = 10_000_000
_CHUNK = 1 << 16

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1

_PASSWORD = "Dit bestand heeft een wachtwoord. Open het in Word, haal het wachtwoord eraf en sla het op."
_OLD_WORD = "Dit is een oud Word-bestand (.doc), al heet het .docx. Open het in Word en sla het op als .docx."
_NOT_WORD = "Dit is geen Word-bestand, al heet het .docx. Open het en sla het op als Word-document (.docx)."
_BROKEN = "Dit Word-bestand is beschadigd. Open het in Word, laat Word het herstellen en sla het opnieuw op."
_TOO_LARGE = "Dit Word-bestand wordt uitgepakt veel te groot. Open het in Word en sla het opnieuw op."
_DTD = "Dit Word-bestand bevat een onveilig onderdeel (een DTD). Open het in Word en sla het opnieuw op."


class Archive:
    """The parts of a zipped document, each read with a limit.

    Raises:
        ReadError: when the data is no zip file, has a password, or would unpack to far more than a document.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise ReadError(_PASSWORD if "EncryptedPackage".encode("utf-16-le") in data else _OLD_WORD)
        if data.count(_ENTRY) > MAX_ENTRIES:
            # Counted before the list is read, which takes long for millions of entries.
            raise ReadError(_TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReadError(_BROKEN if data.startswith(b"PK") else _NOT_WORD) from error
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._left = MAX_TOTAL
        self._check_sizes()

    def _check_sizes(self) -> None:
        parts = self._zip.infolist()
        if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
            raise ReadError(_PASSWORD)
        too_dense = any(
            part.file_size > _RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
        )
        total = sum(part.file_size for part in parts)
        if total > MAX_TOTAL or any(part.file_size > MAX_PART for part in parts) or too_dense:
            raise ReadError(_TOO_LARGE)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> list[str]:
        """Return the names of the parts, in the order of the archive."""
        return list(self._parts)

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML part.

        Raises:
            ReadError: when the part is missing or broken, holds a DTD, or unpacks to more than it said.
        """
        data = self._unpack(name)
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            # Without the zero bytes it is found in UTF-16 and UTF-32 too.
            raise ReadError(_DTD)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise ReadError(_BROKEN) from error
        info = root.getroottree().docinfo
        if info is not None and info.internalDTD is not None:
            raise ReadError(_DTD)
        return root

    def _unpack(self, name: str) -> bytes:
        """Return the bytes of a part; what a header says about its size is not trusted."""
        part = self._parts.get(name)
        if part is None:
            raise ReadError(_BROKEN)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    if size > MAX_PART or self._left < 0:
                        raise ReadError(_TOO_LARGE)
                    chunks.append(chunk)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise ReadError(_BROKEN) from error
        return b"".join(chunks)
