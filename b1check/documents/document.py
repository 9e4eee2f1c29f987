"""A document as blocks: what the reader of a letter or a page sees, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from b1check.documents.source import SourceMap, SourceText


class BlockKind(StrEnum):
    """What a block is; readers give the first group, ``letter.parts`` refines it with the second."""

    PARAGRAPH = "alinea"
    HEADING = "kop"
    LIST_ITEM = "lijstpunt"
    TABLE_CELL = "tabelcel"
    LABEL = "label"
    """The words on a button or beside a field of a form, the caption of a table, a term in a list of terms."""
    QUOTE = "citaat"

    ADDRESS = "adres"
    REFERENCE = "kenmerk"
    SUBJECT = "onderwerp"
    SALUTATION = "aanhef"
    CLOSING = "slot"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""Running text: the blocks that length, style and score are about."""


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
    """

    kind: BlockKind
    text: str
    map: SourceMap
    level: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its blocks.

    Attributes:
        name: path or other name to show to the user.
        format: ``txt``, ``md``, ``html``, ``docx``, ``odt`` or ``eml``.
        source: the text that spans point into. For a Word file or an OpenDocument text it is the text of all its
            paragraphs, one a line, so that a line number is a paragraph number; paragraphs without text do not
            count. For a mail it is the mail as a reader sees it: who, when and about what, then the text.
        blocks: in reading order.
        title: title of the page or file, where it has one.
        notes: Dutch remarks of the reader, such as what was left out.
    """

    name: str
    format: str
    source: SourceText
    blocks: tuple[Block, ...]
    title: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def line_word(self) -> str:
        """What a line number counts in this format."""
        return "alinea" if self.format in {"docx", "odt"} else "regel"

    def prose(self) -> Iterator[tuple[int, Block]]:
        """Yield the running text with the index of each block."""
        return ((index, block) for index, block in enumerate(self.blocks) if block.kind in PROSE)
