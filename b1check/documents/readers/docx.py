"""Reader of Word files (.docx)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from b1check.documents.document import BlockKind, Document
from b1check.documents.readers.archive import Archive
from b1check.documents.readers.docx_styles import Styles, W, is_on
from b1check.documents.readers.docx_text import Paragraph, R, Story
from b1check.documents.readers.paragraphs import (
    NOTE_CHANGES,
    Role,
    Shown,
    lay_out,
    suppressions,
)
from b1check.documents.readers.pauses import pause
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
_NOTE_INSERTED = (
    "In dit Word-bestand zit nog een bestand met tekst. Die tekst is niet gecontroleerd. "
    "Open het in Word en sla het op: dan wordt het 1 tekst."
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
    notes = (*layout.notes, *package.notes())
    off = suppressions(package.comments(), layout)
    return Document(name, "docx", SourceText(layout.source), layout.blocks, package.title(), notes, off)


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
        """Yield the paragraphs in reading order: the body, its footnotes and endnotes, the margins of its pages.

        Of a file without text in its body there is nothing to read.
        """
        has_text = False
        for paragraph in self._story_of(self.main, self.body):
            pause()
            has_text = has_text or bool(paragraph.text.strip())
            yield paragraph
        if has_text:
            yield from self._notes("footnote")
            yield from self._notes("endnote")
            yield from self._margins()

    def paragraphs(self) -> Iterator[Shown]:
        """Yield the same paragraphs as a reader of the letter sees them."""
        for paragraph in self.story():
            role = Role(paragraph.apart) if paragraph.apart else self.styles.role(paragraph.element)
            yield Shown(paragraph.text, paragraph.marks, role, paragraph.cell, paragraph.anchors)

    def _story_of(self, part: str, root: etree._Element) -> Iterator[Paragraph]:
        targets = {item.get("Id", ""): item.get("Target", "") for item in self._relationships_of(part)}
        yield from Story(self.styles, targets).paragraphs(root)

    def _notes(self, kind: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of the footnotes or the endnotes, in the order in which the body refers to them."""
        references = [one for one in self.body.iter(f"{W}{kind}Reference") if not _is_deleted(one)]
        part = next(self.part_names(f"/{kind}s"), None) if references else None
        if part is None:
            return
        notes = {note.get(f"{W}id", ""): note for note in self.archive.xml(part).findall(f"{W}{kind}")}
        for reference in references:
            note = notes.pop(reference.get(f"{W}id", ""), None)
            host = next(reference.iterancestors(f"{W}p"), None)
            if note is not None and host is not None:
                for paragraph in self._story_of(part, note):
                    yield paragraph._replace(cell=None, apart=BlockKind.FOOTNOTE, host=host)

    def _margins(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the headers, then of the footers; what stands in several of them only once."""
        first = next(self.body.iter(f"{W}p"), None)
        parts = {item.get("Id", ""): item.get("Target", "") for item in self._relationships}
        seen: set[str] = set()
        for kind in ("header", "footer"):
            references = [
                reference
                for section in self.body.iter(f"{W}sectPr")
                for reference in section.iter(f"{W}{kind}Reference")
                if reference.get(f"{W}type") != "first" or _has_title_page(section)
            ]
            for reference in references:
                part = _path(self.main, parts.get(reference.get(f"{R}id", ""), ""))
                if part not in self.archive:
                    continue
                for paragraph in self._story_of(part, self.archive.xml(part)):
                    if paragraph.text not in seen:
                        seen.add(paragraph.text)
                        yield paragraph._replace(cell=None, apart=BlockKind.MARGIN, host=first)

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
        """Yield what the user should know about how the file was read."""
        if next(self.body.iter(*_CHANGES), None) is not None:
            yield NOTE_CHANGES
        if next(self.body.iter(f"{W}altChunk"), None) is not None:
            yield _NOTE_INSERTED

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


def _is_deleted(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None


def _has_title_page(section: etree._Element) -> bool:
    """Tell whether the first page of ``section`` has margins of its own."""
    switch = section.find(f"{W}titlePg")
    return switch is not None and is_on(switch)


def _path(base: str, target: str) -> str:
    """Return the name of the part that ``target`` names, seen from the part ``base``."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
