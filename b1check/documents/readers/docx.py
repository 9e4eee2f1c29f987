"""Reader of Word files (.docx)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter

from lxml import etree

from b1check.documents.document import Block, BlockKind, Document, Mark
from b1check.documents.readers.archive import Archive
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.docx_styles import Role, Styles, W
from b1check.documents.readers.docx_text import LINE_BREAK, Paragraph, Story
from b1check.documents.readers.markers import BULLET
from b1check.documents.source import SourceText
from b1check.errors import ReadError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Strict Office Open XML has other namespaces; only the ends of the names are the same.
_DOCUMENT_TYPE = "/officeDocument"

# What a line break within a paragraph is in the source, where each line is a paragraph.
_BREAK_IN_SOURCE = " "

_NOT_WORD = "Dit bestand heet .docx, maar er zit geen Word-tekst in. Open het in Word en sla het op als .docx."
_STRICT = (
    "Dit Word-bestand is opgeslagen als 'Strict Open XML'. Open het in Word en sla het op als gewoon "
    "Word-document (.docx)."
)
_NOTE_MARGINS = "De kop- en voetteksten zijn niet gecontroleerd."
_NOTE_FOOTNOTES = "De voetnoten zijn niet gecontroleerd."
_NOTE_CONTENTS = "De inhoudsopgave is niet gecontroleerd."
_NOTE_CHANGES = "Het bestand bevat bijgehouden wijzigingen. De tekst is gecontroleerd alsof die allemaal zijn aanvaard."
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")


def read(data: bytes, *, name: str) -> Document:
    """Read a Word file; its source is the text of its paragraphs, one a line, in reading order.

    Raises:
        ReadError: when the file is no Word file, or not a safe one.
    """
    package = _Package(data)
    text, blocks, skipped = _blocks(package)
    notes = list(package.notes())
    if skipped:
        notes.append(_NOTE_CONTENTS)
    return Document(name, "docx", SourceText(text), tuple(blocks), package.title(), tuple(notes))


class _Package:
    """The parts of a Word file that are read."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._main = self._main_part()
        self._relationships = list(self._relationships_of(self._main))
        root = self._archive.xml(self._main)
        body = root.find(f"{W}body")
        if body is None:
            raise ReadError(_STRICT if etree.QName(root).localname == "document" else _NOT_WORD)
        self.body = body
        self.styles = Styles(self._related("/styles"), self._related("/numbering"))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body in reading order."""
        targets = {item.get("Id", ""): item.get("Target", "") for item in self._relationships}
        return Story(self.styles, targets).paragraphs(self.body)

    def title(self) -> str:
        """Return the title in the properties of the file, or an empty string."""
        for item in self._relationships_of(""):
            if item.get("Type", "").endswith("/core-properties"):
                part = _path("", item.get("Target", ""))
                if part in self._archive:
                    return (self._archive.xml(part).findtext(_TITLE) or "").strip()
        return ""

    def notes(self) -> Iterator[str]:
        """Yield what the user should know about text that was left out."""
        if self._holds_text("/header", "/footer"):
            yield _NOTE_MARGINS
        if self._holds_text("/footnotes", "/endnotes"):
            yield _NOTE_FOOTNOTES
        if next(self.body.iter(*_CHANGES), None) is not None:
            yield _NOTE_CHANGES

    def _main_part(self) -> str:
        for item in self._relationships_of(""):
            if item.get("Type", "").endswith(_DOCUMENT_TYPE):
                part = _path("", item.get("Target", ""))
                if part in self._archive:
                    return part
        if "word/document.xml" in self._archive:
            return "word/document.xml"
        raise ReadError(_NOT_WORD)

    def _relationships_of(self, part: str) -> Iterator[etree._Element]:
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name in self._archive:
            yield from self._archive.xml(name).iter(_RELATIONSHIP)

    def _parts(self, *kinds: str) -> Iterator[etree._Element]:
        """Yield the parts that the main part refers to as one of ``kinds``."""
        for item in self._relationships:
            part = _path(self._main, item.get("Target", ""))
            if item.get("Type", "").endswith(kinds) and part in self._archive:
                yield self._archive.xml(part)

    def _related(self, kind: str) -> etree._Element | None:
        return next(self._parts(kind), None)

    def _holds_text(self, *kinds: str) -> bool:
        texts = (element.text for part in self._parts(*kinds) for element in part.iter(f"{W}t"))
        return any(text and text.strip() for text in texts)


def _path(base: str, target: str) -> str:
    """Return the name of the part that ``target`` names, seen from the part ``base``."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))


def _blocks(package: _Package) -> tuple[str, list[Block], bool]:
    """Return the source text, the blocks, and whether a table of contents was left out."""
    lines: list[str] = []
    blocks: list[Block] = []
    skipped = False
    start = 0
    for paragraph in package.paragraphs():
        if not paragraph.text.strip():
            continue
        role = package.styles.role(paragraph.element)
        skipped |= role.skipped
        if not role.skipped:
            blocks += _paragraph_blocks(paragraph, role, start)
        lines.append(paragraph.text.replace(LINE_BREAK, _BREAK_IN_SOURCE))
        start += len(lines[-1]) + 1
    return "\n".join(lines), blocks, skipped


def _paragraph_blocks(paragraph: Paragraph, role: Role, start: int) -> list[Block]:
    """Return the block of a paragraph that starts at ``start`` in the source; blank lines in it divide it."""
    kind, level = role.kind, role.level
    if paragraph.in_cell and kind is not BlockKind.HEADING:
        kind, level = BlockKind.TABLE_CELL, 0
    at = len(paragraph.text) - len(paragraph.text.lstrip())
    marker = BULLET.match(paragraph.text, at)
    if marker and kind is BlockKind.PARAGRAPH:
        kind, level, at = BlockKind.LIST_ITEM, 1, marker.end()
    builder = BlockBuilder()
    blocks: list[Block | None] = []
    for offset, opens, mark in _changes(paragraph):
        for number, line in enumerate(paragraph.text[at:offset].split(LINE_BREAK)):
            if number and builder.last_character == LINE_BREAK:
                blocks.append(builder.take(kind, level))
            elif number:
                builder.replaced(LINE_BREAK, start + at - 1, start + at)
            builder.literal(line, start + at)
            at += len(line) + 1
        at = offset
        if mark and opens:
            builder.open_mark(mark.kind, mark.value)
        elif mark:
            builder.close_mark(mark.kind)
    blocks.append(builder.take(kind, level))
    found = [block for block in blocks if block]
    if kind is BlockKind.LIST_ITEM:
        found[1:] = [replace(block, kind=BlockKind.PARAGRAPH, level=0) for block in found[1:]]
    return found


def _changes(paragraph: Paragraph) -> list[tuple[int, bool, Mark | None]]:
    """Return where marks end and start, in order, and the end of the text."""
    ends = [(mark.end, False, mark) for mark in paragraph.marks]
    starts = [(mark.start, True, mark) for mark in paragraph.marks]
    return [*sorted(ends + starts, key=itemgetter(0, 1)), (len(paragraph.text), False, None)]
