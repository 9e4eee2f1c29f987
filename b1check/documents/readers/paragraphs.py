"""What Word and OpenDocument files have in common: paragraphs with markup, which become lines and blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from b1check.documents.document import Block, BlockKind, Mark, MarkKind
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.markers import BULLET

LINE_BREAK = "\n"

# What a line break within a paragraph is in the source, where each line is a paragraph.
_BREAK_IN_SOURCE = " "

NOTE_MARGINS = "De kop- en voetteksten zijn niet gecontroleerd."
NOTE_FOOTNOTES = "De voetnoten zijn niet gecontroleerd."
NOTE_CONTENTS = "De inhoudsopgave is niet gecontroleerd."
NOTE_CHANGES = "Het bestand bevat bijgehouden wijzigingen. De tekst is gecontroleerd alsof die allemaal zijn aanvaard."


class Role(NamedTuple):
    """What a paragraph is; ``skipped`` is set for a line of the table of contents."""

    kind: BlockKind
    level: int = 0
    skipped: bool = False


class Shown(NamedTuple):
    """A paragraph as a reader sees it: a line feed in ``text`` is a line break."""

    text: str
    marks: tuple[Mark, ...]
    role: Role
    in_cell: bool = False


class Layout(NamedTuple):
    """The paragraphs one a line, the blocks in them, and whether a table of contents was left out."""

    source: str
    blocks: tuple[Block, ...]
    skipped: bool


@dataclass(slots=True)
class ParagraphText:
    """The text of one paragraph while it is collected, with the text boxes that hang on it.

    ``origins`` names for each piece the element of which it is the text, character for character; None for a
    piece that stands for something else, such as a tab.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    origins: list[etree._Element | None] = field(default_factory=list)

    def add(self, text: str, origin: etree._Element | None = None) -> None:
        """Add what stands at the end of the text so far."""
        if text:
            self.pieces.append(text)
            self.origins.append(origin)
            self.length += len(text)

    def since(self, start: int) -> str:
        """Return the text from ``start`` on, where a piece began."""
        pieces: list[str] = []
        length = self.length
        for piece in reversed(self.pieces):
            if length <= start:
                break
            pieces.append(piece)
            length -= len(piece)
        return "".join(reversed(pieces))

    def cut(self, start: int) -> None:
        """Take out the text from ``start`` on, where a piece began, with the marks that reach into it."""
        while self.length > start:
            self.length -= len(self.pieces.pop())
            self.origins.pop()
        while self.marks and self.marks[-1].end > start:
            self.marks.pop()

    def mark(self, kind: MarkKind, start: int, value: str = "") -> None:
        """Mark the text from ``start`` to here, together with a mark of the same kind just before it."""
        if start == self.length:
            return
        before = self.marks[-1] if self.marks else None
        if before and (before.kind, before.value, before.end) == (kind, value, start):
            self.marks[-1] = Mark(kind, before.start, self.length, value)
        else:
            self.marks.append(Mark(kind, start, self.length, value))


def lay_out(paragraphs: Iterable[Shown]) -> Layout:
    """Put ``paragraphs`` below each other; those without text do not count."""
    lines: list[str] = []
    blocks: list[Block] = []
    skipped = False
    start = 0
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        skipped |= paragraph.role.skipped
        if not paragraph.role.skipped:
            blocks += _blocks(paragraph, start)
        lines.append(paragraph.text.replace(LINE_BREAK, _BREAK_IN_SOURCE))
        start += len(lines[-1]) + 1
    return Layout("\n".join(lines), tuple(blocks), skipped)


def _blocks(paragraph: Shown, start: int) -> list[Block]:
    """Return the block of a paragraph that starts at ``start`` in the source; blank lines in it divide it."""
    kind, level, _ = paragraph.role
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


def _changes(paragraph: Shown) -> list[tuple[int, bool, Mark | None]]:
    """Return where marks end and start, in order, and the end of the text."""
    ends = [(mark.end, False, mark) for mark in paragraph.marks]
    starts = [(mark.start, True, mark) for mark in paragraph.marks]
    return [*sorted(ends + starts, key=itemgetter(0, 1)), (len(paragraph.text), False, None)]
