"""Reader of plain text: paragraphs, lists and headings as people type them in letters and mails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from b1check.documents import directives
from b1check.documents.directives import Directive
from b1check.documents.document import Block, BlockKind, Document
from b1check.documents.readers import comments
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.markers import BULLET, NUMBER
from b1check.documents.readers.typed_headings import heads_paragraph, looks_like_heading, may_follow_heading
from b1check.documents.source import Slice, SourceMap, SourceRange, SourceText, has_unseen

# A form feed starts a new page: it ends the paragraph too.
_LINE_END = re.compile(r"\r\n|\r|\n|\f")
_RULE = re.compile(r"[-=_*~#+.—–]{2,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
# A list may begin in the middle of a paragraph with one of these; other markers need a lead-in.
_CLEAR_MARKER = re.compile(r"[-*•·▪●◦‣■✓✔➢\uf0b7\uf0a7]|\(?[1a][.)]")
_LEAD_IN_END = (":", ";", ".", "?", "!")
_SENTENCE_END = (".", "?", "!", ":", ";")
_ROW = re.compile(r"[^:.?!]{1,60}:[ \t]+\S.{0,79}|.{1,80}(?:€|EUR)[ \t]?[\d.]+(?:,\d\d|,-+)?")
# A line of a programme: "10.00 uur: inloop", "Dinsdag 5 mei papier". A wrapped sentence begins no two lines like that.
_TIMED = re.compile(
    r"\d{1,2}[.:]\d\d\b[^\d\n]*\D.{2,79}|(?:maan|dins|woens|donder|vrij|zater|zon)dag[ \t]+\d{1,2}[ \t]+\w+\b.{2,79}",
    re.IGNORECASE,
)
_HALFWAY = re.compile(r"(?:,|\b(?:en|of|om|op|tot|van|vanaf|tussen|de|het|een|in|naar|met|voor|vóór))$", re.IGNORECASE)
_WRAPPED_LENGTH = 60
_TAB_WIDTH = 4


class _Line(NamedTuple):
    """A line: its text without white space at the ends, its place, and how far it is indented."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _Piece:
    """Lines that become one block.

    Attributes:
        marker: length of the marker at the start of the first line.
        closed: the next line starts another piece.
        alone: a single line between blank lines.
    """

    kind: BlockKind
    lines: list[_Line]
    marker: int = 0
    level: int = 0
    closed: bool = False
    alone: bool = False

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def read(text: str, *, name: str) -> Document:
    """Read plain text: blank lines separate paragraphs, all other line ends stay in the text.

    A line that switches remarks off is left out, as if the lines around it followed each other.
    """
    pieces: list[_Piece] = []
    indents: list[int] = []
    found: list[tuple[Directive, SourceRange]] = []
    for chunk in _chunks(text, found):
        pieces += _pieces(chunk, indents)
    _find_headings(pieces)
    blocks = tuple(block for piece in pieces if (block := _block(text, piece)))
    return Document(name, "txt", SourceText(text), blocks, suppressions=comments.by_place(found, blocks))


def _chunks(text: str, found: list[tuple[Directive, SourceRange]]) -> Iterator[list[_Line]]:
    """Yield the lines between blank lines; a line of dashes is blank when it underlines nothing.

    Lines that switch remarks off are added to ``found``.
    """
    chunk: list[_Line] = []
    start = 0
    for line_end in [*_LINE_END.finditer(text), None]:
        line = _line(text, start, line_end.start() if line_end else len(text))
        underlines = bool(chunk) and _UNDERLINE.fullmatch(line.text)
        blank = not line.text or (not underlines and _RULE.fullmatch(line.text))
        if directive := directives.parse_line(line.text):
            found.append((directive, SourceRange(line.start, line.end)))
        elif not blank:
            chunk.append(line)
        if chunk and (blank or line_end is None or line_end.group() == "\f"):
            yield chunk
            chunk = []
        start = line_end.end() if line_end else len(text)


def _line(text: str, start: int, end: int) -> _Line:
    whole = text[start:end]
    stripped = whole.strip()
    if whole.startswith(stripped):  # most lines are not indented
        return _Line(stripped, start, 0)
    lead = whole[: len(whole) - len(whole.lstrip())]
    return _Line(stripped, start + len(lead), len(lead.expandtabs(_TAB_WIDTH)))


def _pieces(chunk: Sequence[_Line], indents: list[int]) -> list[_Piece]:
    """Cut a chunk into underlined headings, list items, quotes and paragraphs.

    ``indents`` holds how far the items of the open lists are indented, from the outer to the inner one.
    """
    pieces = [_Piece(BlockKind.PARAGRAPH, [], closed=True)]
    for line in chunk:
        last = pieces[-1]
        if _UNDERLINE.fullmatch(line.text):
            _underline(last, line.text)
        elif quote := _QUOTE.match(line.text):
            _quote(pieces, _Line(line.text[quote.end() :], line.start + quote.end(), line.indent))
        elif marker := _marker(line, last):
            level = _list_level(indents, line.indent)
            pieces.append(_Piece(BlockKind.LIST_ITEM, [line], marker, level))
        elif last.closed or last.kind is BlockKind.QUOTE or _is_after_item(line, last):
            pieces.append(_Piece(BlockKind.PARAGRAPH, [line]))
            if indents and line.indent <= indents[0]:
                indents.clear()
        else:
            last.lines.append(line)
    pieces = [piece for piece in pieces if piece.lines]
    if pieces and pieces[0].kind is BlockKind.PARAGRAPH and len(pieces[0].lines) > 1:
        first, second, *rest = pieces[0].lines
        if heads_paragraph(first.text, second.text):
            heading = _Piece(BlockKind.HEADING, [first], level=2)
            pieces[:1] = [heading, _Piece(BlockKind.PARAGRAPH, [second, *rest])]
    if len(chunk) == 1 and pieces and pieces[0].kind is BlockKind.PARAGRAPH:
        pieces[0].alone = True
    return [row for piece in pieces for row in _rows(piece)]


def _rows(piece: _Piece) -> list[_Piece]:
    """Take lines such as "Tijd: 10.00 uur" or "Kosten: € 9,00" apart: they are rows of a table, and no sentence.

    So are the lines of a programme, which may stand right under the line that announces it.
    """
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.lines) < 2:
        return [piece]
    if all(_ROW.fullmatch(line.text) for line in piece.lines):
        return [_Piece(BlockKind.TABLE_CELL, [line]) for line in piece.lines]
    above = next((at for at, line in enumerate(piece.lines) if _TIMED.fullmatch(line.text)), 0)
    lead, programme = piece.lines[:above], piece.lines[above:]
    timed = len(programme) > 1 and all(_TIMED.fullmatch(line.text) for line in programme)
    if not timed or any(_HALFWAY.search(line.text) for line in piece.lines[:-1]):
        return [piece]
    rows = [_Piece(BlockKind.TABLE_CELL, [line]) for line in programme]
    return [_Piece(BlockKind.PARAGRAPH, lead), *rows] if lead else rows


def _underline(last: _Piece, underline: str) -> None:
    """Make a heading of the single line above, if the underline is about as long; else it is a rule."""
    if last.kind is BlockKind.PARAGRAPH and len(last.lines) == 1:
        length = len(last.lines[0].text)
        if length / 2 <= len(underline) <= length * 1.5 + 3:
            last.kind = BlockKind.HEADING
            last.level = 1 if underline[0] == "=" else 2
    last.closed = True


def _quote(pieces: list[_Piece], line: _Line) -> None:
    """Add a line without its quote marks; an empty one ends the paragraph inside the quote."""
    if pieces[-1].kind is not BlockKind.QUOTE or pieces[-1].closed:
        pieces.append(_Piece(BlockKind.QUOTE, []))
    if line.text:
        pieces[-1].lines.append(line)
    else:
        pieces[-1].closed = True


def _marker(line: _Line, last: _Piece) -> int:
    """Return the length of the list marker at the start of ``line``, or 0."""
    marker = BULLET.match(line.text) or NUMBER.match(line.text)
    if not marker:
        return 0
    in_paragraph = last.kind is BlockKind.PARAGRAPH and not last.closed
    if in_paragraph and not (_CLEAR_MARKER.match(line.text) or last.lines[-1].text.endswith(_LEAD_IN_END)):
        return 0
    return marker.end()


def _list_level(indents: list[int], indent: int) -> int:
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)


def _is_after_item(line: _Line, last: _Piece) -> bool:
    """Tell whether ``line`` starts a paragraph after a list item, and is no hanging line of it."""
    if last.kind is not BlockKind.LIST_ITEM or line.indent > last.lines[0].indent:
        return False
    before = last.lines[-1].text
    wrapped = len(before) >= _WRAPPED_LENGTH and not before.endswith(_SENTENCE_END)
    return not wrapped and not line.text[0].islower()


def _find_headings(pieces: Sequence[_Piece]) -> None:
    """Make headings of the lines that stand alone, look like one and have text after them."""
    has_body = False
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        before = pieces[index - 1].text if index else ""
        if piece.kind is BlockKind.HEADING or piece.kind is not BlockKind.PARAGRAPH:
            has_body = True
        elif piece.alone and has_body and looks_like_heading(piece.text, before):
            piece.kind, piece.level = BlockKind.HEADING, 2 if index else 1
        else:
            has_body = may_follow_heading(piece.text)


def _block(text: str, piece: _Piece) -> Block | None:
    return _literal_block(text, piece) or _built_block(text, piece)


def _literal_block(text: str, piece: _Piece) -> Block | None:
    """Return the block when its text stands in the source as it is: nearly always, and then there is little to do."""
    start, end = piece.lines[0].start + piece.marker, piece.lines[-1].end
    apart = any(before.end + 1 != after.start or text[before.end] != "\n" for before, after in pairwise(piece.lines))
    if apart or start >= end or text[start].isspace() or has_unseen(text, start, end):
        return None
    whole = SourceMap((Slice(0, end - start, start, end, literal=True),))
    return Block(piece.kind, text[start:end], whole, piece.level)


def _built_block(text: str, piece: _Piece) -> Block | None:
    builder = BlockBuilder()
    skip = piece.marker
    line_end = 0
    for number, line in enumerate(piece.lines):
        if number:
            _add_line_end(builder, text, line_end)
        builder.literal(line.text[skip:], line.start + skip)
        line_end, skip = line.end, 0
    return builder.take(piece.kind, piece.level)


def _add_line_end(builder: BlockBuilder, text: str, after: int) -> None:
    """Add the line end after the offset ``after``; white space before it is left out."""
    line_end = _LINE_END.search(text, after)
    if line_end is None:
        return
    if line_end.group() == "\n":
        builder.literal("\n", line_end.start())
    else:
        builder.replaced("\n", line_end.start(), line_end.end())
