"""A document as blocks: what the reader of a letter or a page sees, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from b1check.documents.source import PagedText, SourceMap, SourceRange, SourceText


class BlockKind(StrEnum):
    """What a block is; readers give the first group, ``letter.parts`` refines it with the second."""

    PARAGRAPH = "alinea"
    HEADING = "kop"
    LIST_ITEM = "lijstpunt"
    TABLE_CELL = "tabelcel"
    LABEL = "label"
    """The words on a button or beside a field of a form, the caption of a table, a term in a list of terms."""
    QUOTE = "citaat"
    FOOTNOTE = "voetnoot"
    """A note at the foot of a page or the end of the text: it is checked like a paragraph, but has no score."""
    MARGIN = "marge"
    """What stands at the top or the bottom of every page: it tells who sends a letter, and when. No text to check."""

    ADDRESS = "adres"
    REFERENCE = "kenmerk"
    SUBJECT = "onderwerp"
    SALUTATION = "aanhef"
    CLOSING = "slot"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""Running text: the blocks that length, style and score are about."""

APART = frozenset({BlockKind.FOOTNOTE, BlockKind.MARGIN})
"""What stands outside the text: no block of it follows on the one before."""


class MarkKind(StrEnum):
    """What markup says about a stretch of text."""

    LINK = "link"
    CODE = "code"
    ABBREVIATION = "afkorting"
    DEFINITION = "definitie"
    STRONG = "vet"
    FOREIGN = "andere taal"


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup over the block text from ``start`` to ``end``; ``value`` is its target, title or language."""

    kind: MarkKind
    start: int
    end: int
    value: str = ""


class Cell(NamedTuple):
    """Where a block stands in a table.

    Attributes:
        table: a number that no other table of the document has.
        row: a number that no other row of that table has.
        column: from 0; cells without text count.
    """

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or cell.

    Attributes:
        kind: what it is.
        text: what the reader sees, without white space at its ends. In HTML and Word a line feed is a line
            end that the reader sees; in plain text and Markdown it is any line end of the source.
        map: from offsets in ``text`` to offsets in the source.
        level: of a heading 1 to 6; of a list item its depth, from 1; else 0.
        marks: markup inside the text, in order of their start.
        cell: of a cell of which the reader knows its row: where it stands; a cell can hold more blocks.
    """

    kind: BlockKind
    text: str
    map: SourceMap
    level: int = 0
    marks: tuple[Mark, ...] = ()
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """Remarks that the writer switched off; see :mod:`b1check.documents.directives` for how that is written.

    Attributes:
        names: of rules or groups, in lower case; none when the words do not have the right form.
        reason: why, in the words of the writer; "" when they do not say it.
        place: where it is written, in the source; in Word and OpenDocument files the words that the comment is about.
        holds: the part of the source that it is about; None for all of it.
    """

    names: tuple[str, ...]
    reason: str
    place: SourceRange
    holds: SourceRange | None


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its blocks.

    Attributes:
        name: path or other name to show to the user.
        format: ``txt``, ``md``, ``html``, ``docx``, ``odt``, ``rtf``, ``pdf``, ``eml`` or ``msg``.
        source: the text that spans point into. For a Word file or an OpenDocument text it is the text of all its
            paragraphs, one a line, so that a line number is a paragraph number; paragraphs without text do not
            count, and footnotes and what stands in the margins of the pages come last. For a mail it is the mail as
            a reader sees it: who, when and about what, then the text. For a PDF it is a :class:`PagedText`, in which
            a line is a page.
        blocks: in reading order.
        title: title of the page or file, where it has one.
        notes: Dutch remarks of the reader, such as what was left out.
        suppressions: what the writer switched off, in the order of the text; never part of the blocks.
    """

    name: str
    format: str
    source: SourceText
    blocks: tuple[Block, ...]
    title: str = ""
    notes: tuple[str, ...] = field(default=())
    suppressions: tuple[Suppression, ...] = ()

    @property
    def line_word(self) -> str:
        """What a line number counts in this format."""
        if isinstance(self.source, PagedText):
            return "bladzijde"
        return "alinea" if self.format in {"docx", "odt", "rtf"} else "regel"

    @property
    def written(self) -> str:
        """The source without the words that switch remarks off."""
        text = self.source.text
        if self.format in {"docx", "odt"}:  # there they stand beside it
            return text
        for suppression in reversed(self.suppressions):
            text = text[: suppression.place.start] + text[suppression.place.end :]
        return text
