"""Reader of RTF files, by way of striprtf: their words, a paragraph a line. What is a heading, RTF does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from b1check.documents.document import BlockKind, Document
from b1check.documents.readers.paragraphs import LINE_BREAK, Role, Shown, lay_out
from b1check.documents.readers.typed_headings import looks_like_heading, may_follow_heading
from b1check.documents.source import SourceText
from b1check.errors import ReadError

_MAGIC = b"{\\rtf"
_MAX_SIZE = 10_000_000
# Characters for private use, which stand in no letter, carry what the library does not tell apart.
_CELL, _BREAK = "\ue001", "\ue002"


def _code(character: str) -> str:
    """Return a character as RTF writes it, with a sign."""
    return rf"\u{ord(character) - 0x10000}?"


_MARKED = (
    (re.compile(r"(?<!\\)\\pntext(?![a-z])"), r"\listtext"),
    (re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-z]) ?"), _code(_CELL)),
    (re.compile(r"(?<!\\)\\line(?![a-z]) ?"), _code(_BREAK)),
)
_NUMBERED = re.compile(r"\s*\S{1,3}\t")  # as programs write the number of a list item, and hardly any writer
_PICTURE = re.compile(r"\\bin\d")
_DELETED = re.compile(r"\\(?:deleted|v)(?![a-z0-9])")

_NOT_RTF = "Dit bestand heet .rtf, maar er zit geen RTF in. Open het in Word en sla het op als .docx."
_BROKEN = "Dit RTF-bestand is beschadigd. Open het in Word en sla het op als .docx."
_TOO_LARGE = "Dit RTF-bestand is te groot: het mag hoogstens 10 MB zijn. Open het in Word en sla het op als .docx."
_NOTE_PLAIN = "Van een RTF-bestand leest b1check alleen de woorden. Wat een kop is, leidt b1check af uit de regels."
_NOTE_DELETED = "In het bestand staat ook tekst die is verwijderd of verborgen. Die tekst is meegelezen."


def read(data: bytes, *, name: str) -> Document:
    """Read an RTF file; its source is the text of its paragraphs, one a line, as for a Word file.

    Raises:
        ReadError: when the file is no RTF, is damaged or is too large.
    """
    if not data.lstrip().startswith(_MAGIC):
        raise ReadError(_NOT_RTF)
    if len(data) > _MAX_SIZE:
        raise ReadError(_TOO_LARGE)
    rtf = data.decode("cp1252", "replace")
    if _PICTURE.search(rtf):  # raw bytes, of which any may look like a word of RTF
        raise ReadError(_BROKEN)
    for word, mark in _MARKED:
        rtf = word.sub(mark.replace("\\", "\\\\"), rtf)
    try:
        text = str(rtf_to_text(rtf, errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:
        # On a damaged file the library raises errors of every kind.
        raise ReadError(_BROKEN) from error
    layout = lay_out(_with_headings(list(_paragraphs(_sound(text)))))
    notes = [_NOTE_PLAIN]
    if _DELETED.search(rtf):
        notes.append(_NOTE_DELETED)
    return Document(name, "rtf", SourceText(layout.source), layout.blocks, notes=tuple(notes))


def _paragraphs(text: str) -> Iterator[Shown]:
    for line in text.replace("\r", "\n").split("\n"):
        cells = line.split(_CELL)
        for number, cell in enumerate(cells):
            shown = cell.replace(_BREAK, LINE_BREAK)
            in_cell = len(cells) > 2 and number < len(cells) - 1  # a row of one cell is a frame around text
            # A cell of several paragraphs is several lines here, so nothing tells which cells make a row.
            role = Role(BlockKind.TABLE_CELL if in_cell else BlockKind.PARAGRAPH)
            yield Shown(shown, (), role, shows_number=bool(_NUMBERED.match(shown)))


def _with_headings(paragraphs: list[Shown]) -> list[Shown]:
    """Return the paragraphs with headings where they look like one and have text after them."""
    followed = False
    for index in range(len(paragraphs) - 1, -1, -1):
        shown = paragraphs[index]
        text = shown.text.strip()
        if not text or shown.role.kind is BlockKind.TABLE_CELL:
            continue
        before = next((one.text for one in reversed(paragraphs[:index]) if one.text.strip()), "")
        if followed and LINE_BREAK not in text and looks_like_heading(text, before):
            paragraphs[index] = shown._replace(role=Role(BlockKind.HEADING, 2))
        else:
            followed = may_follow_heading(text)
    return paragraphs


def _sound(text: str) -> str:
    """Return ``text`` without halves of characters, which cannot be written to a report."""
    return text.encode("utf-8", "replace").decode("utf-8")
