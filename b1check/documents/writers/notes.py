"""Notes beside a text: comments of Word and LibreOffice at the words that they are about.

Everything else in the file stays as it is. Notes that were put there before are replaced, but for those that people
answered or settled.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import NamedTuple

from b1check.documents import directives
from b1check.documents.document import Document
from b1check.documents.source import SourceRange
from b1check.errors import WriteError
from b1check.findings import Span

_WRITERS = {"docx": "docx_notes", "odt": "odt_notes"}
OTHER_FORMAT = (
    "In dit soort bestand kan b1check geen opmerkingen zetten. Dat kan alleen in .docx en .odt. Sla het op in een van "
    "die vormen. Of maak een rapport met: --format html"
)
CHANGED = "Dit bestand is intussen veranderd. b1check heeft geen opmerkingen gezet. Probeer het opnieuw."

_BAD_SIGNS = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note to put beside the text.

    Attributes:
        title: its first line.
        lines: the lines below that.
        span: the words that it is about, in the source; None for a note about all of it, which comes at its start.
        words: those words as the reader sees them, for a note that cannot stand right at them.
    """

    title: str
    lines: tuple[str, ...] = ()
    span: Span | None = None
    words: str = ""

    @property
    def text(self) -> tuple[str, ...]:
        """All lines, without signs that a file cannot hold."""
        return tuple(_BAD_SIGNS.sub("\ufffd", line) for line in (self.title, *self.lines))

    @property
    def beside(self) -> Note:
        """The same note for a place beside its words: it says so."""
        return replace(
            self, lines=(f"Let op: dit gaat over ‘{self.words}’. Die woorden staan hier vlakbij.", *self.lines)
        )


@dataclass(frozen=True, slots=True)
class Signature:
    """Who puts the notes there, and when.

    Attributes:
        date: the moment, in whole seconds, as the clock on the wall shows it.
        author: the name that the notes bear.
        initials: the same in short.
    """

    date: dt.datetime
    author: str = "b1check"
    initials: str = "b1"

    @property
    def moment(self) -> str:
        """The moment as files have it (ISO 8601), without a time zone."""
        return self.date.strftime("%Y-%m-%dT%H:%M:%S")


class Noted(NamedTuple):
    """A file with notes.

    Attributes:
        data: the bytes of the file.
        placed: number of notes that were put at words.
        beside: how many of those could not stand right at their words.
        kept: how many notes there were already that somebody answered or settled; those are not put there again.
    """

    data: bytes
    placed: int
    beside: int
    kept: int


class Kept(NamedTuple):
    """A note that is there already and stays: its text, and where it stands in the source."""

    text: str
    place: SourceRange | None


def can_note(format: str) -> bool:
    """Tell whether a file in ``format`` has room for notes."""
    return format in _WRITERS


def put(data: bytes, document: Document, notes: Sequence[Note], signature: Signature) -> Noted:
    """Return the file with ``notes`` beside its text.

    Args:
        data: the content of the file.
        document: what was read from it.
        notes: in the order of the text.
        signature: who puts them there.

    Raises:
        WriteError: when there can be no notes in it, or it is not the file that was read.
        ReadError: when it cannot be read at all.
    """
    if document.format not in _WRITERS:
        raise WriteError(OTHER_FORMAT)
    writer = import_module(f"b1check.documents.writers.{_WRITERS[document.format]}")
    made: Noted = writer.put(data, document, notes, signature)
    return made


def flat(text: str) -> str:
    """Return ``text`` so that two notes can be compared: programs differ in white space."""
    return " ".join(text.split())


def is_ours(author: str, text: str, signature: Signature) -> bool:
    """Tell whether a note is one of ours; what switches remarks off never is."""
    return author == signature.author and directives.parse(text) is None


def new_ones(notes: Sequence[Note], kept: Sequence[Kept]) -> list[Note]:
    """Return ``notes`` without those that are there already."""
    return [note for note in notes if not any(_same(note, one) for one in kept)]


def _same(note: Note, kept: Kept) -> bool:
    if flat(" ".join(note.text)) != kept.text and flat(" ".join(note.beside.text)) != kept.text:
        return False
    if note.span is None or kept.place is None:
        return True
    return note.span.start < kept.place.end and kept.place.start < note.span.end
