"""Writer of plain text, Markdown and HTML: the source is the file, so edits of the one are edits of the other."""

from __future__ import annotations

from collections.abc import Sequence

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.documents.readers.decode import Decoded, decode
from b1check.documents.writers import Tracked
from b1check.documents.writers.edits import apply
from b1check.findings import Edit

_MARKUP: dict[str, frozenset[str]] = {"txt": frozenset(), "md": frozenset("\\`*_[]<>#|~&!"), "html": frozenset("<>&")}
"""Characters that would be read as markup; a wording with one of those is not placed."""


class TextFile:
    """A text in the encoding of its file; see :class:`b1check.documents.writers.Editable`."""

    def __init__(self, decoded: Decoded, document: Document) -> None:
        self._decoded = decoded
        self.document = document

    def can_place(self, edits: Sequence[Edit]) -> bool:
        """Tell whether the new words are without markup and exist in the encoding of the file."""
        words = "".join(edit.replacement for edit in edits)
        if _MARKUP[self.document.format].intersection(words):
            return False
        try:
            self._decoded.encode(words)
        except UnicodeEncodeError:
            return False
        return True

    def with_edits(self, edits: Sequence[Edit]) -> Document:
        """Return the document as it reads after ``edits``."""
        text = apply(self._decoded.text, edits)
        return readers.read_text(text, name=self.document.name, format=self.document.format)

    def write(self, edits: Sequence[Edit], *, tracked: Tracked | None = None) -> bytes:
        """Return the bytes of the file with ``edits``."""
        del tracked  # a text has no place for the history of a change
        return self._decoded.encode(apply(self._decoded.text, edits))


def open_document(data: bytes, document: Document) -> TextFile:
    """Return ``document``, which was read from ``data``, to be written anew."""
    return TextFile(decode(data), document)
