"""The documents that are open in the editor, as the editor last told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from pathlib import Path

from lsprotocol import types as t
from pygls import uris

from lsp_server.positions import Lines

Change = t.TextDocumentContentChangePartial | t.TextDocumentContentChangeWholeDocument

_BY_LANGUAGE = {
    "plaintext": "txt",
    "text": "txt",
    "txt": "txt",
    "markdown": "md",
    "md": "md",
    "gfm": "md",
    "html": "html",
    "mhtml": "html",
    "xhtml": "html",
}
_BY_SUFFIX = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_revisions = count(1)


def path_of(uri: str) -> Path | None:
    """Return the path of a ``file:`` URI, or None for any other."""
    path = uris.to_fs_path(uri)
    return Path(path) if path and uri.startswith("file:") else None


def format_of(path: Path) -> str | None:
    """Return how the file at ``path`` is written: ``txt``, ``md`` or ``html``; None for what an editor cannot edit."""
    return _BY_SUFFIX.get(path.suffix.lower())


@dataclass(frozen=True)
class OpenDocument:
    """One state of one document.

    Attributes:
        uri: its name for the editor.
        language: its language for the editor, such as "markdown".
        version: what the editor calls this state; None for a file that is not open.
        lines: the text.
        notebook: the URI of the notebook of which this is a cell, or "".
        revision: what we call this state; no two states share one.
    """

    uri: str
    language: str
    version: int | None
    lines: Lines
    notebook: str = ""
    revision: int = field(default_factory=lambda: next(_revisions))

    @property
    def text(self) -> str:
        """The text."""
        return self.lines.text

    @cached_property
    def path(self) -> Path | None:
        """Where the file is; None for a text that was never saved. Of a cell it is where the notebook is."""
        return path_of(self.notebook or self.uri)

    @property
    def name(self) -> str:
        """What to call it in a report."""
        return str(self.path) if self.path else "tekst"

    @property
    def format(self) -> str | None:
        """``txt``, ``md`` or ``html``; None for what b1check has nothing to say about."""
        if self.language in _BY_LANGUAGE:
            return _BY_LANGUAGE[self.language]
        return format_of(self.path) if self.path and not self.language else None


class Documents:
    """Keeps the last state of every open document.

    Attributes:
        encoding: what columns count; agreed on with the editor.
    """

    def __init__(self) -> None:
        self.encoding: str = t.PositionEncodingKind.Utf16
        self._open: dict[str, OpenDocument] = {}

    def get(self, uri: str) -> OpenDocument | None:
        """Return the document, or None when it is not open."""
        return self._open.get(uri)

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(list(self._open.values()))

    def open(self, item: t.TextDocumentItem, notebook: str = "") -> OpenDocument:
        """Remember a document that was opened, maybe as a cell of ``notebook``, and return it."""
        lines = Lines(item.text, self.encoding)
        document = OpenDocument(item.uri, str(item.language_id), item.version, lines, notebook)
        self._open[item.uri] = document
        return document

    def change(self, uri: str, version: int | None, changes: Iterable[Change]) -> OpenDocument | None:
        """Apply ``changes`` one after the other, and return the document; None when it is not open."""
        document = self._open.get(uri)
        if document is None:
            return None
        lines = document.lines
        for change in changes:
            lines = _changed(lines, change)
        changed = replace(document, version=version, lines=lines, revision=next(_revisions))
        self._open[uri] = changed
        return changed

    def close(self, uri: str) -> None:
        """Forget a document."""
        self._open.pop(uri, None)


def _changed(lines: Lines, change: Change) -> Lines:
    if isinstance(change, t.TextDocumentContentChangePartial):
        return lines.replaced(lines.span(change.range), change.text)
    return Lines(change.text, lines.encoding)
