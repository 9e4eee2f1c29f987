"""Writers: from a document and edits of its source to the bytes of a new file of the same format.

Everything outside the edits stays as it is. The module of a format is imported at the first document of that format.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.errors import WriteError
from b1check.findings import Edit

_WRITERS = {"txt": "text", "md": "text", "html": "text", "docx": "docx"}
_OTHER_FORMAT = (
    "In dit soort bestand kan b1check niets veranderen, alleen in .docx, .html, .md en .txt. "
    "Sla het op in een van die vormen, of bekijk de opmerkingen met: b1check check"
)


@dataclass(frozen=True, slots=True)
class Tracked:
    """Write a Word file with tracked changes.

    Attributes:
        date: the moment that the changes bear, in whole seconds.
        author: who made them.
    """

    date: dt.datetime
    author: str = "b1check"


class Editable(Protocol):
    """A document that can be written with other words in it.

    Edits are of the source of the document, in order and without overlap.
    """

    @property
    def document(self) -> Document:
        """The document as it is."""

    def can_place(self, edits: Sequence[Edit]) -> bool:
        """Tell whether the file has room for ``edits``: in Word, for instance, not in the result of a field."""

    def with_edits(self, edits: Sequence[Edit]) -> Document:
        """Return the document as it reads after ``edits``.

        Raises:
            ReadError: when nothing is left to read.
        """

    def write(self, edits: Sequence[Edit], *, tracked: Tracked | None = None) -> bytes:
        """Return the bytes of the file with ``edits``; only a Word file can have them as ``tracked`` changes."""


def editable(data: bytes, *, name: str) -> Editable:
    """Return the document in ``data``, the content of a file called ``name``, to be written anew.

    Raises:
        ReadError: when the content cannot be read as a document.
        WriteError: when b1check cannot write files of its format.
    """
    fmt = readers.format_of(name)
    if fmt not in _WRITERS:
        raise WriteError(_OTHER_FORMAT)
    document = readers.read_bytes(data, name=name)
    made: Editable = import_module(f"b1check.documents.writers.{_WRITERS[fmt]}").open_document(data, document)
    return made
