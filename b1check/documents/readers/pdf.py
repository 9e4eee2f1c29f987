"""Reader of PDF files: what stands on the pages as paragraphs, with for every word its page and its place there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from b1check.documents.document import Block, Document
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.pauses import pause
from b1check.documents.readers.pdf_justified import rejoined
from b1check.documents.readers.pdf_layout import Part, Row, parts, without_margins
from b1check.documents.readers.pdf_text import PdfPage, pages
from b1check.documents.source import Box, PagedText, Printed
from b1check.errors import ReadError

_PDF = b"%PDF-"
_HEADER_WITHIN = 1024

_NOT_PDF = "Dit bestand heet .pdf, maar er zit geen PDF in. Kies een ander bestand, of geef het de goede naam."
_SCANNED = (
    "Deze PDF is gescand: er staan alleen plaatjes van tekst in. Kies het bestand waarvan de PDF is gemaakt, of laat "
    "een programma de tekst herkennen."
)
_NOTE_MARGINS = "De kop- en voetteksten en de paginanummers zijn niet gecontroleerd."
_NOTE_PLACES = "Een PDF zegt niet wat een alinea is. b1check leidt dat af uit de plaats van de regels."

# "in- en uitschrijven": the hyphen stands for a part of the word that comes later.
_LATER = re.compile(r"(?:en|of|tot|als|dan wel|noch)\b")
_KEEPS_HYPHEN = re.compile(r"(?:^|[\s(])(?:[a-zA-Z]|oud|niet|ex|\w*[A-Z0-9]\w*)-$")
_HYPHENATED = re.compile(r"\w-$")


def read(data: bytes, *, name: str) -> Document:
    """Read a PDF; its source is the text of its pages, each page one line in the count of lines.

    Raises:
        ReadError: when the file is no PDF, is damaged, has a password or holds nothing but pictures.
    """
    if _PDF not in data[:_HEADER_WITHIN]:
        raise ReadError(_NOT_PDF)
    found = [page._replace(lines=rejoined(page.lines)) for page in pages(data)]
    if not any(page.lines for page in found):
        raise ReadError(_SCANNED)
    kept, left_out = without_margins(found)
    written = _Written(len(found))
    for part in parts(kept):
        pause()
        written.add(part)
    notes = [_NOTE_PLACES]
    if left_out:
        notes.append(_NOTE_MARGINS)
    notes += _empty(found)
    return Document(name, "pdf", written.source(), tuple(written.blocks), notes=tuple(notes))


def _empty(found: Sequence[PdfPage]) -> Iterator[str]:
    """Yield which pages have no text."""
    numbers = [str(number) for number, page in enumerate(found, 1) if not page.lines]
    if len(numbers) == 1:
        yield f"Op bladzijde {numbers[0]} staat geen tekst, of alleen een plaatje van tekst. Die is niet gecontroleerd."
    elif numbers:
        yield (
            f"Op {len(numbers)} bladzijden staat geen tekst, of alleen een plaatje van tekst: {', '.join(numbers)}. "
            "Die zijn niet gecontroleerd."
        )


class _Written:
    """Writes the parts below each other and remembers which character came from where."""

    def __init__(self, page_count: int) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._length = 0
        self._printed: list[Printed] = []
        self._starts = [0] * page_count
        self._page = 1

    def add(self, part: Part) -> None:
        """Write ``part`` as a block."""
        if self._length:
            self._write("\n\n")
        builder = BlockBuilder()
        for number, row in enumerate(part.rows):
            skip = part.marker if number == 0 else 0
            after = part.rows[number + 1] if number + 1 < len(part.rows) else None
            start, text = self._row(row), row.text
            ended = after is not None and part.breaks[number + 1]
            hyphen = after is not None and not ended and _is_hyphenated(text, after.text)
            builder.literal(text[skip : len(text) - hyphen], start + skip)
            if after is None:
                continue
            self._write("\n")
            if ended:
                builder.literal("\n", self._length - 1)
            elif not hyphen and not (_HYPHENATED.search(text) and not _LATER.match(after.text)):
                builder.replaced(" ", self._length - 1, self._length)
        if block := builder.take(part.kind, part.level):
            self.blocks.append(block)

    def source(self) -> PagedText:
        """Return all that was written."""
        for page in range(self._page, len(self._starts)):
            self._starts[page] = self._length
        return PagedText("".join(self._pieces), self._starts, self._printed)

    def _row(self, row: Row) -> int:
        """Write ``row`` and return where it starts."""
        start = self._length
        while self._page < row.first.page:
            self._starts[self._page] = start
            self._page += 1
        for number, piece in enumerate(row.pieces):
            if number:
                self._write("\t")
            box = Box(piece.page, piece.left, piece.top, piece.right, piece.bottom)
            self._printed.append(Printed(self._length, self._length + len(piece.text), box, piece.lefts, piece.rights))
            self._write(piece.text)
        return start

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _is_hyphenated(line: str, after: str) -> bool:
    """Tell whether the hyphen at the end of ``line`` only divides a word over two lines."""
    if not _HYPHENATED.search(line) or not after[:1].islower() or _LATER.match(after):
        return False
    return not _KEEPS_HYPHEN.search(line)
