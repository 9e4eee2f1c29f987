"""What Word and OpenDocument files have in common: paragraphs with markup, which become lines and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from b1check.documents import directives
from b1check.documents.document import APART, Block, BlockKind, Cell, Mark, MarkKind, Suppression
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.markers import BULLET, NUMBER
from b1check.documents.source import SourceRange

LINE_BREAK = "\n"

# What a line break within a paragraph is in the source, where each line is a paragraph.
_BREAK_IN_SOURCE = " "

NOTE_MARGINS = "De kop- en voetteksten zijn niet gecontroleerd. b1check zoekt er wel gegevens in, zoals de datum."
NOTE_FOOTNOTES = "De voetnoten tellen als de laatste alinea's: vanaf alinea {}."
NOTE_CONTENTS = "De inhoudsopgave is niet gecontroleerd."
NOTE_CHANGES = "Er staan bijgehouden wijzigingen in het bestand. b1check leest de tekst alsof u die allemaal goedkeurt."


class Role(NamedTuple):
    """What a paragraph is; ``skipped`` is set for a line of the table of contents."""

    kind: BlockKind
    level: int = 0
    skipped: bool = False


class Anchor(NamedTuple):
    """Where the words that a comment is about start or end, as an offset in the text of a paragraph.

    Attributes:
        comment: name of the comment in the file.
        at: offset in the text.
    """

    comment: str
    at: int


class Part(StrEnum):
    """Which part of an element shows a piece of text."""

    TEXT = "text"
    TAIL = "tail"
    WHOLE = "whole"
    """The element as such, as a tab or a line break does."""


class Node(NamedTuple):
    """What shows a piece of text in the file."""

    element: etree._Element
    part: Part


class Shown(NamedTuple):
    """A paragraph as a reader sees it: a line feed in ``text`` is a line break.

    In a file that ``shows_number``, the number of a list item stands in its text; in others it is made anew.
    """

    text: str
    marks: tuple[Mark, ...]
    role: Role
    cell: Cell | None = None
    anchors: tuple[Anchor, ...] = ()
    shows_number: bool = False


class Layout(NamedTuple):
    """The paragraphs one a line, and the blocks in them.

    Attributes:
        source: the paragraphs.
        blocks: in the order of the source.
        notes: Dutch remarks on what was left out or put elsewhere.
        commented: the words that each comment is about, by name of the comment; the whole paragraph for a comment that
            is not about words.
    """

    source: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    commented: Mapping[str, SourceRange]


@dataclass(slots=True)
class ParagraphText:
    """The text of one paragraph while it is collected, with the text boxes that hang on it.

    ``origins`` names for each piece the element of which it is the text, character for character; None for a
    piece that stands for something else, such as a tab. ``nodes`` names for each piece what shows it in the file;
    None where that is made anew each time, such as the result of a field.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    origins: list[etree._Element | None] = field(default_factory=list)
    nodes: list[Node | None] = field(default_factory=list)

    def add(self, text: str, origin: etree._Element | None = None, node: Node | None = None) -> None:
        """Add what stands at the end of the text so far."""
        if text:
            self.pieces.append(text)
            self.origins.append(origin)
            self.nodes.append(node)
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

    def anchor(self, comment: str) -> None:
        """Note that the words of ``comment`` start or end here."""
        self.anchors.append(Anchor(comment, self.length))

    def cut(self, start: int) -> None:
        """Take out the text from ``start`` on, where a piece began, with the marks that reach into it."""
        while self.length > start:
            self.length -= len(self.pieces.pop())
            self.origins.pop()
            self.nodes.pop()
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


def placed(
    table: int, rows: Iterable[Iterable[tuple[int, etree._Element]]], around: Cell | None
) -> Iterator[tuple[Cell | None, etree._Element]]:
    """Yield the cells of a table, each with its place.

    Args:
        table: a number that no other table has.
        rows: the cells of each row, with their column.
        around: the place of the cell that the table stands in.
    """
    cells = [(Cell(table, row, column), cell) for row, found in enumerate(rows) for column, cell in found]
    for place, cell in cells:
        # A table of one cell is a frame around ordinary text, and one inside a cell is part of that.
        yield around or (place if len(cells) > 1 else None), cell


def lay_out(paragraphs: Iterable[Shown]) -> Layout:
    """Put ``paragraphs`` below each other; those without text do not count."""
    lines: list[str] = []
    blocks: list[Block] = []
    commented: dict[str, list[_Place]] = {}
    found: dict[BlockKind | None, str] = {}
    start = 0
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        for comment, at in paragraph.anchors:
            place = _Place(start + min(at, len(paragraph.text)), start, start + len(paragraph.text))
            commented.setdefault(comment, []).append(place)
        kind, _, skipped = paragraph.role
        if skipped:
            found[None] = NOTE_CONTENTS
        else:
            blocks += _blocks(paragraph, start)
        if kind in APART and kind not in found:
            found[kind] = NOTE_MARGINS if kind is BlockKind.MARGIN else NOTE_FOOTNOTES.format(len(lines) + 1)
        lines.append(paragraph.text.replace(LINE_BREAK, _BREAK_IN_SOURCE))
        start += len(lines[-1]) + 1
    return Layout(
        "\n".join(lines), tuple(blocks), tuple(found.values()), {name: _words(at) for name, at in commented.items()}
    )


class _Place(NamedTuple):
    """A place in the source, and the paragraph that it is in."""

    at: int
    start: int
    end: int


def _words(places: Sequence[_Place]) -> SourceRange:
    """Return the words between the first and the last of ``places``; without words the paragraph."""
    first, last = min(places), max(places)
    return SourceRange(first.at, last.at) if first.at < last.at else SourceRange(first.start, first.end)


def suppressions(comments: Iterable[tuple[str, str]], layout: Layout) -> tuple[Suppression, ...]:
    """Return what ``comments`` switch off.

    Args:
        comments: name and text of each.
        layout: where their words are.
    """
    found = []
    for name, text in comments:
        directive = directives.parse(text)
        place = layout.commented.get(name)
        if directive and directive.whole:  # it may be beside a paragraph without text
            place = place or SourceRange(0, len(layout.source.partition("\n")[0]))
            found.append(Suppression(directive.names, directive.reason, place, None))
        elif directive and place:
            found.append(Suppression(directive.names, directive.reason, place, place))
    return tuple(sorted(found, key=lambda one: one.place))


def _blocks(paragraph: Shown, start: int) -> list[Block]:
    """Return the block of a paragraph that starts at ``start`` in the source; blank lines in it divide it."""
    kind, level, _ = paragraph.role
    cell = None
    if paragraph.cell and kind is not BlockKind.HEADING:
        kind, level, cell = BlockKind.TABLE_CELL, 0, paragraph.cell
    at = len(paragraph.text) - len(paragraph.text.lstrip())
    marker = BULLET.match(paragraph.text, at)
    if marker and kind is BlockKind.PARAGRAPH:
        kind, level, at = BlockKind.LIST_ITEM, 1, marker.end()
    elif paragraph.shows_number and kind is BlockKind.PARAGRAPH and (typed := NUMBER.match(paragraph.text, at)):
        kind, level, at = BlockKind.LIST_ITEM, 1, typed.end()
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
    found = [replace(block, cell=cell) if cell else block for block in blocks if block]
    if kind is BlockKind.LIST_ITEM:
        found[1:] = [replace(block, kind=BlockKind.PARAGRAPH, level=0) for block in found[1:]]
    return found


def _changes(paragraph: Shown) -> list[tuple[int, bool, Mark | None]]:
    """Return where marks end and start, in order, and the end of the text."""
    ends = [(mark.end, False, mark) for mark in paragraph.marks]
    starts = [(mark.start, True, mark) for mark in paragraph.marks]
    return [*sorted(ends + starts, key=itemgetter(0, 1)), (len(paragraph.text), False, None)]
