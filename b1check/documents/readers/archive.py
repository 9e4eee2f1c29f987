"""Opening a zipped document from a stranger: nothing is unpacked before its size is known to be sane."""

from __future__ import annotations

import io
import zipfile
import zlib
from copy import copy
from typing import NamedTuple

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


class Product(NamedTuple):
    """Whose files an archive holds, in the words of the messages to the user."""

    file: str
    document: str
    program: str
    suffix: str

    @property
    def password(self) -> str:
        """Said of a file that is encrypted."""
        return f"Dit bestand heeft een wachtwoord. Open het in {self.program}, haal het wachtwoord eraf en sla het op."

    @property
    def old_word(self) -> str:
        """Said of a file of Word from before .docx."""
        return (
            f"Dit is een oud Word-bestand (.doc), al heet het {self.suffix}. Open het in Word en sla het op als .docx."
        )

    @property
    def other(self) -> str:
        """Said of a file that is no archive."""
        return (
            f"Dit is geen {self.file}, al heet het {self.suffix}. Open het en sla het op als {self.document} "
            f"({self.suffix})."
        )

    @property
    def broken(self) -> str:
        """Said of a file that is damaged."""
        return (
            f"Dit {self.file} is beschadigd. Open het in {self.program}, laat {self.program} het herstellen en sla het "
            "opnieuw op."
        )

    @property
    def too_large(self) -> str:
        """Said of a file that unpacks to far more than a document."""
        return f"Dit {self.file} wordt uitgepakt veel te groot. Open het in {self.program} en sla het opnieuw op."

    @property
    def dtd(self) -> str:
        """Said of a file with a part that may pull in other text."""
        return (
            f"Dit {self.file} bevat een onveilig onderdeel (een DTD). Open het in {self.program} en sla het opnieuw op."
        )


WORD = Product("Word-bestand", "Word-document", "Word", ".docx")
OPEN_DOCUMENT = Product("OpenDocument-bestand", "OpenDocument-tekst", "LibreOffice", ".odt")


class Archive:
    """The parts of a zipped document, each read with a limit.

    Args:
        data: the bytes of the file.
        product: whose file it should be, for the messages.

    Raises:
        ReadError: when the data is no zip file, has a password, or would unpack to far more than a document.
    """

    def __init__(self, data: bytes, product: Product = WORD) -> None:
        self.product = product
        if data.startswith(_OLE):
            raise ReadError(
                self.product.password if "EncryptedPackage".encode("utf-16-le") in data else self.product.old_word
            )
        if data.count(_ENTRY) > MAX_ENTRIES:
            # Counted before the list is read, which takes long for millions of entries.
            raise ReadError(self.product.too_large)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReadError(self.product.broken if data.startswith(b"PK") else self.product.other) from error
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._left = MAX_TOTAL
        self._check_sizes()

    def _check_sizes(self) -> None:
        parts = self._zip.infolist()
        if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
            raise ReadError(self.product.password)
        too_dense = any(
            part.file_size > _RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
        )
        total = sum(part.file_size for part in parts)
        if total > MAX_TOTAL or any(part.file_size > MAX_PART for part in parts) or too_dense:
            raise ReadError(self.product.too_large)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> list[str]:
        """Return the names of the parts, in the order of the archive."""
        return list(self._parts)

    def infos(self) -> list[zipfile.ZipInfo]:
        """Return what the archive says of each part, in its order, for an archive that is made like it."""
        return [copy(part) for part in self._parts.values()]

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML part.

        Raises:
            ReadError: when the part is missing or broken, holds a DTD, or unpacks to more than it said.
        """
        data = self.unpack(name)
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            # Without the zero bytes it is found in UTF-16 and UTF-32 too.
            raise ReadError(self.product.dtd)
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
            raise ReadError(self.product.broken) from error
        info = root.getroottree().docinfo
        if info is not None and info.internalDTD is not None:
            raise ReadError(self.product.dtd)
        return root

    def unpack(self, name: str) -> bytes:
        """Return the bytes of a part; what a header says about its size is not trusted.

        Raises:
            ReadError: when the part is missing or broken, or unpacks to more than it said.
        """
        part = self._parts.get(name)
        if part is None:
            raise ReadError(self.product.broken)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    if size > MAX_PART or self._left < 0:
                        raise ReadError(self.product.too_large)
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
            raise ReadError(self.product.broken) from error
        return b"".join(chunks)
