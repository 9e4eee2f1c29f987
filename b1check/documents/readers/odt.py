"""Reader of OpenDocument texts (.odt), as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator

from b1check.documents.document import BlockKind, Document
from b1check.documents.readers.archive import OPEN_DOCUMENT, Archive
from b1check.documents.readers.odt_styles import OFFICE, STYLE, TEXT, Styles
from b1check.documents.readers.odt_text import Paragraph, Story
from b1check.documents.readers.paragraphs import NOTE_CHANGES, lay_out, suppressions
from b1check.documents.readers.pauses import pause
from b1check.documents.source import SourceText
from b1check.errors import ReadError

CONTENT = "content.xml"
_STYLES = "styles.xml"
_META = "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED_PACKAGE = "encrypted-package"
_ENCRYPTED = b"encryption-data"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MARGINS = tuple(f"{STYLE}{name}" for name in "header header-first footer footer-first".split())
"""Those of left pages repeat what the others say."""
_CHANGES = tuple(f"{TEXT}{name}" for name in ("changed-region", "change-start", "change"))

_NO_TEXT = (
    "Dit bestand heet .odt, maar er zit geen OpenDocument-tekst in. Open het in LibreOffice en sla het op als .odt."
)


def read(data: bytes, *, name: str) -> Document:
    """Read an OpenDocument text; its source is the text of its paragraphs, one a line, in reading order.

    Spans and edits point into that text, as for a Word file: the file itself cannot be edited with them.

    Raises:
        ReadError: when the file is no OpenDocument text, or not a safe one.
    """
    package = Package(data)
    story = Story(package.styles)
    layout = lay_out(paragraph.shown for paragraph in package.paragraphs(story))
    notes = (*layout.notes, *package.notes())
    off = suppressions(story.comments.items(), layout)
    return Document(name, "odt", SourceText(layout.source), layout.blocks, package.title(), notes, off)


class Package:
    """The parts of an OpenDocument text that are read.

    Attributes:
        archive: all its parts.
        body: the element that holds the text.
        styles: what its styles say.
    """

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data, OPEN_DOCUMENT)
        if self._is_encrypted():
            raise ReadError(OPEN_DOCUMENT.password)
        if CONTENT not in self.archive:
            raise ReadError(_NO_TEXT)
        content = self.archive.xml(CONTENT)
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise ReadError(_NO_TEXT)
        self.body = body
        self._styles = self.archive.xml(_STYLES) if _STYLES in self.archive else None
        self.styles = Styles(*(root for root in (self._styles, content) if root is not None))

    def paragraphs(self, story: Story) -> Iterator[Paragraph]:
        """Yield the paragraphs in reading order: the body, its footnotes and endnotes, the margins of its pages.

        Of a file without text in its body there is nothing to read.
        """
        has_text = False
        for paragraph in story.paragraphs(self.body):
            pause()
            has_text = has_text or bool(paragraph.shown.text.strip())
            yield paragraph
        if has_text:
            for note in sorted(story.notes, key=lambda note: note.get(f"{TEXT}note-class") == "endnote"):
                for body in note.iter(f"{TEXT}note-body"):
                    yield from story.paragraphs(body, BlockKind.FOOTNOTE)
            yield from self._margins(story)

    def _margins(self, story: Story) -> Iterator[Paragraph]:
        """Yield the paragraphs of the headers and footers; what stands in several of them only once."""
        seen: set[str] = set()
        for margin in self._styles.iter(*_MARGINS) if self._styles is not None else ():
            if margin.get(f"{STYLE}display") == "false":
                continue
            for paragraph in story.paragraphs(margin, BlockKind.MARGIN):
                if paragraph.shown.text not in seen:
                    seen.add(paragraph.shown.text)
                    yield paragraph

    def title(self) -> str:
        """Return the title in the properties of the file, or an empty string."""
        if _META not in self.archive:
            return ""
        titles = (element.text for element in self.archive.xml(_META).iter(_TITLE))
        return " ".join((next(titles, "") or "").split())

    def notes(self) -> Iterator[str]:
        """Yield what the user should know about how the file was read."""
        if next(self.body.iter(*_CHANGES), None) is not None:
            yield NOTE_CHANGES

    def _is_encrypted(self) -> bool:
        # The list of parts is not read as XML: that of old versions of OpenOffice has a DTD.
        listed = self.archive.unpack(_MANIFEST) if _MANIFEST in self.archive else b""
        return _ENCRYPTED in listed or _ENCRYPTED_PACKAGE in self.archive
