"""Reader of Word files (.docx)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from b1check.documents.document import Document
from b1check.documents.readers.archive import Archive
from b1check.documents.readers.docx_styles import Styles, W
from b1check.documents.readers.docx_text import Paragraph, Story
from b1check.documents.readers.paragraphs import (
    NOTE_CHANGES,
    NOTE_CONTENTS,
    NOTE_FOOTNOTES,
    NOTE_MARGINS,
    Shown,
    lay_out,
    suppressions,
)
from b1check.documents.source import SourceText
from b1check.errors import ReadError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Strict Office Open XML has other namespaces; only the ends of the names are the same.
_DOCUMENT_TYPE = "/officeDocument"

_NOT_WORD = "Dit bestand heet .docx, maar er zit geen Word-tekst in. Open het in Word en sla het op als .docx."
_STRICT = (
    "Dit Word-bestand is opgeslagen als 'Strict Open XML'. Open het in Word en sla het op als gewoon "
    "Word-document (.docx)."
)
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")


def read(data: bytes, *, name: str) -> Document:
    """Read a Word file; its source is the text of its paragraphs, one a line, in reading order.

    Raises:
        ReadError: when the file is no Word file, or not a safe one.
    """
    return document_of(Package(data), name=name)


def document_of(package: Package, *, name: str) -> Document:
    """Return the document that ``package`` holds."""
    layout = lay_out(package.paragraphs())
    notes = list(package.notes())
    if layout.skipped:
        notes.append(NOTE_CONTENTS)
    off = suppressions(package.comments(), layout)
    return Document(name, "docx", SourceText(layout.source), layout.blocks, package.title(), tuple(notes), off)


class Package:
    """The parts of a Word file that are read.

    Attributes:
        archive: all its parts.
        main: the name of the part with the text.
        body: the element that holds the text.
        styles: what its styles and its numbering say.
    """

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data)
        self.main = self._main_part()
        self._relationships = list(self._relationships_of(self.main))
        root = self.archive.xml(self.main)
        body = root.find(f"{W}body")
        if body is None:
            raise ReadError(_STRICT if etree.QName(root).localname == "document" else _NOT_WORD)
        self.body = body
        self.styles = Styles(self._related("/styles"), self._related("/numbering"))

    def story(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body in reading order, with the elements that hold their text."""
        targets = {item.get("Id", ""): item.get("Target", "") for item in self._relationships}
        yield from Story(self.styles, targets).paragraphs(self.body)

    def paragraphs(self) -> Iterator[Shown]:
        """Yield the same paragraphs as a reader of the letter sees them."""
        for paragraph in self.story():
            role = self.styles.role(paragraph.element)
            yield Shown(paragraph.text, paragraph.marks, role, paragraph.in_cell, paragraph.anchors)

    def comments(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the text of the comments beside the text."""
        for part in self._parts("/comments"):
            for comment in part.iter(f"{W}comment"):
                lines = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iter(f"{W}p"))
                yield comment.get(f"{W}id", ""), " ".join(lines)

    def part_names(self, *kinds: str) -> Iterator[str]:
        """Yield the names of the parts that the main part refers to as one of ``kinds``, such as "/comments"."""
        for item in self._relationships:
            part = _path(self.main, item.get("Target", ""))
            if item.get("Type", "").endswith(kinds) and part in self.archive:
                yield part

    def title(self) -> str:
        """Return the title in the properties of the file, or an empty string."""
        for item in self._relationships_of(""):
            if item.get("Type", "").endswith("/core-properties"):
                part = _path("", item.get("Target", ""))
                if part in self.archive:
                    return (self.archive.xml(part).findtext(_TITLE) or "").strip()
        return ""

    def notes(self) -> Iterator[str]:
        """Yield what the user should know about text that was left out."""
        if self._holds_text("/header", "/footer"):
            yield NOTE_MARGINS
        if self._holds_text("/footnotes", "/endnotes"):
            yield NOTE_FOOTNOTES
        if next(self.body.iter(*_CHANGES), None) is not None:
            yield NOTE_CHANGES

    def _main_part(self) -> str:
        for item in self._relationships_of(""):
            if item.get("Type", "").endswith(_DOCUMENT_TYPE):
                part = _path("", item.get("Target", ""))
                if part in self.archive:
                    return part
        if "word/document.xml" in self.archive:
            return "word/document.xml"
        raise ReadError(_NOT_WORD)

    def _relationships_of(self, part: str) -> Iterator[etree._Element]:
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name in self.archive:
            yield from self.archive.xml(name).iter(_RELATIONSHIP)

    def _parts(self, *kinds: str) -> Iterator[etree._Element]:
        """Yield the parts that the main part refers to as one of ``kinds``."""
        yield from map(self.archive.xml, self.part_names(*kinds))

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
