"""From the lines on the pages of a PDF to paragraphs in reading order: a PDF says where letters stand, and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from b1check.documents.document import BlockKind
from b1check.documents.readers.markers import BULLET, NUMBER
from b1check.documents.readers.pdf_text import Line, PdfPage

_MARGIN = 0.1
"""The part of the height of a page, above and below, in which headers, footers and page numbers stand."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|blz\.?|bladzijde|page|p\.)\s*)?[-–|]?\s*\d{1,4}\s*[-–|]?(?:\s*(?:van|of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SAME_HEIGHT = 4.0

_MAX_SEGMENTS = 400
_GUTTER = 0.9
_SHORT_CELL = 40
_WORDS_IN_PROSE = 4
_MARKER_LENGTH = 3

_SENTENCE_END = re.compile(r"[.?!:;][\"'”’)\]]*$")
_NEW_PARAGRAPH = 1.3
_LARGER = 1.12
_MUCH_LARGER = 1.5
_HEADING_LENGTH = 120
_OTHER_SIZE = 0.08


class Row(NamedTuple):
    """A line of a column, with the pieces of it that stand apart; ``is_table`` when they are cells."""

    pieces: tuple[Line, ...]
    is_table: bool = False

    @property
    def first(self) -> Line:
        """The leftmost piece."""
        return self.pieces[0]

    @property
    def last(self) -> Line:
        """The rightmost piece."""
        return self.pieces[-1]

    @property
    def text(self) -> str:
        """The text, with a tab for each wide gap."""
        return "\t".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Part:
    """A paragraph, heading, list item or cell.

    Attributes:
        kind: what it is.
        level: of a heading or list item.
        rows: its lines.
        breaks: for each row whether the writer ended the line before it, and not the width of the page.
        marker: the length of the list mark at its start.
    """

    kind: BlockKind
    level: int
    rows: list[Row]
    breaks: list[bool] = field(default_factory=list)
    marker: int = 0

    @property
    def text(self) -> str:
        """Its words, with the line ends of the page."""
        return "\n".join(row.text for row in self.rows)


def without_margins(pages: Sequence[PdfPage]) -> tuple[list[PdfPage], bool]:
    """Return the pages without headers, footers and page numbers, and whether there were any."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_print_of(line) for line in page.lines if _in_margin(line, page)})

    def is_margin(line: Line, page: PdfPage) -> bool:
        if not _in_margin(line, page):
            return False
        text, height = _print_of(line)
        repeated = sum(seen[text, height + step] for step in (-1, 0, 1)) > 1
        return repeated or bool(_PAGE_NUMBER.fullmatch(line.text))

    kept = [page._replace(lines=tuple(line for line in page.lines if not is_margin(line, page))) for page in pages]
    if not any(page.lines for page in kept):
        return list(pages), False
    return kept, any(len(one.lines) < len(other.lines) for one, other in zip(kept, pages, strict=True))


def _in_margin(line: Line, page: PdfPage) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)


def _print_of(line: Line) -> tuple[str, int]:
    """Return what the same line on another page has in common with this one."""
    return _DIGITS.sub("#", line.text), round(line.top / _SAME_HEIGHT)


def parts(pages: Sequence[PdfPage]) -> list[Part]:
    """Return the parts of the text in reading order; one that goes on on the next page is one part."""
    body = _body_size(line for page in pages for line in page.lines)
    found: list[Part] = []
    for page in pages:
        for column in _columns(page.lines):
            for part in _parts(column, body):
                if not (found and _goes_on(found[-1], part, found)):
                    found.append(part)
    return found


def _body_size(lines: Iterable[Line]) -> float:
    """Return the size in which most characters stand."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _goes_on(before: Part, part: Part, found: Sequence[Part]) -> bool:
    """Add ``part`` to the one before when it is the rest of its sentence, on the next page or in the next column."""
    if before.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or part.kind is not BlockKind.PARAGRAPH:
        return False
    other = before.rows[-1].first.page != part.rows[0].first.page or before.rows[-1].first.top > part.rows[0].first.top
    if not other or _SENTENCE_END.search(before.rows[-1].text) or not part.rows[0].text[:1].islower():
        return False
    before.rows += part.rows
    before.breaks += [False, *part.breaks[1:]]
    return True


def _columns(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Yield the columns of a page in reading order, each with its rows."""
    if len(lines) > _MAX_SEGMENTS:  # the search for columns takes long then: as the file has them
        yield [Row((line,)) for line in lines]
        return
    yield from _divided(list(lines))


def _divided(lines: list[Line]) -> Iterator[list[Row]]:
    if not lines:
        return
    rows = _rows(lines)
    if all(len(row.pieces) == 1 for row in rows):
        yield rows
        return
    if (gutter := _gutter(lines)) is not None:
        left, right = _beside(lines, gutter)
        if _is_table(left, right):
            yield [row._replace(is_table=len(row.pieces) > 1) for row in rows]
        else:
            yield from _divided(left)
            yield from _divided(right)
        return
    first, last = _widest_region(rows)
    if first < last:
        for part in (rows[:first], rows[first:last], rows[last:]):
            yield from _divided([piece for row in part for piece in row.pieces])
    else:
        yield rows


def _widest_region(rows: Sequence[Row]) -> tuple[int, int]:
    """Return the most rows under each other that one gutter runs through; an empty range when there are none."""
    best = (0, 0)
    at = 0
    while at < len(rows):
        if len(rows[at].pieces) == 1:
            at += 1
            continue
        first, last = at, at + 1
        while last < len(rows) and _gaps(_pieces(rows[first : last + 1])):
            last += 1
        while first > 0 and _gaps(_pieces(rows[first - 1 : last])):
            first -= 1
        if last - first > best[1] - best[0] and last - first < len(rows) and _gutter(_pieces(rows[first:last])):
            best = (first, last)
        at = last
    return best


def _pieces(rows: Sequence[Row]) -> list[Line]:
    return [piece for row in rows for piece in row.pieces]


def _rows(lines: Iterable[Line]) -> list[Row]:
    """Put the lines at the same height beside each other, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom, line.left)):
        if rows and _same_height(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [Row(tuple(sorted(row, key=lambda line: line.left))) for row in rows]


def _same_height(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where white space runs from top to bottom between two columns of at least two lines."""
    for middle in _gaps(lines):
        left, right = _beside(lines, middle)
        if min(len(left), len(right)) > 1 and min(_length(left), _length(right)) > _MARKER_LENGTH:
            return middle
    return None


def _gaps(lines: Sequence[Line]) -> list[float]:
    """Return the middles of the white space that runs from top to bottom, the widest first."""
    reach: float | None = None
    gaps: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.left):
        if reach is not None and line.left - reach > _GUTTER * line.size:
            gaps.append((line.left - reach, (line.left + reach) / 2))
        reach = line.right if reach is None else max(reach, line.right)
    return [middle for _, middle in sorted(gaps, reverse=True)]


def _beside(lines: Iterable[Line], middle: float) -> tuple[list[Line], list[Line]]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        (left if line.left < middle else right).append(line)
    return left, right


def _length(lines: Sequence[Line]) -> float:
    return median(len(line.text) for line in lines)


def _is_table(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether what stands beside each other belongs together: short pieces at the same heights."""
    fewer, more = sorted((left, right), key=len)
    level = sum(any(_same_height(line, other) for other in more) for line in fewer)
    if level * 3 <= len(fewer) * 2 or max(_length(fewer), _length(more)) >= _SHORT_CELL:
        return False
    return min(median(len(line.text.split()) for line in side) for side in (fewer, more)) < _WORDS_IN_PROSE


def _parts(rows: Sequence[Row], body: float) -> Iterator[Part]:
    """Cut a column into parts."""
    edge = max((row.last.right for row in rows), default=0.0)
    pitch = _pitch(rows)
    part: Part | None = None
    cells: list[Part] = []
    before: Row | None = None
    for row in rows:
        if cells and _goes_on_in_cells(row, cells):
            continue
        yield from cells
        cells = []
        if row.is_table:
            if part:
                yield part
            part = None
            cells = [Part(BlockKind.TABLE_CELL, 0, [Row((piece,))], [False]) for piece in row.pieces]
        elif part is None or before is None or _starts(row, before, part, pitch, edge):
            if part:
                yield part
            part = _new(row, body)
        else:
            part.breaks.append(_is_ended(before, row, edge))
            part.rows.append(row)
        before = row
    yield from cells
    if part:
        yield part


def _goes_on_in_cells(row: Row, cells: Sequence[Part]) -> bool:
    """Add the pieces of ``row`` to the cells above them, when it is no row of its own."""
    lefts = [cell.rows[0].first.left for cell in cells]
    above = [next((at for at, left in enumerate(lefts) if abs(piece.left - left) < 2), None) for piece in row.pieces]
    lower = all(piece.text[:1].islower() for piece in row.pieces)
    if len(row.pieces) >= len(cells) or None in above or (0 in above and not lower):
        return False
    if row.first.top - max(cell.rows[-1].first.top for cell in cells) > 2 * row.first.size:
        return False
    for at, piece in zip(above, row.pieces, strict=True):
        if at is not None:
            cells[at].rows.append(Row((piece,)))
            cells[at].breaks.append(False)
    return True


def _pitch(rows: Sequence[Row]) -> float:
    """Return the distance between the lines of a paragraph, as a part of the size of the letters."""
    steps = sorted(
        (after.first.top - row.first.top) / row.first.size
        for row, after in pairwise(rows)
        if _is_same_size(row, after) and after.first.top > row.first.top
    )
    return steps[len(steps) // 4] if steps else 1.2


def _is_same_size(one: Row, other: Row) -> bool:
    return abs(one.first.size - other.first.size) <= _OTHER_SIZE * one.first.size


def _starts(row: Row, before: Row, part: Part, pitch: float, edge: float) -> bool:
    """Tell whether ``row`` is the first of a new part."""
    step = (row.first.top - before.first.top) / before.first.size
    if step > _NEW_PARAGRAPH * min(pitch, 2.5) or step < 0:
        return True
    if not _is_same_size(before, row) or row.first.bold != before.first.bold:
        return part.kind is BlockKind.HEADING or not _is_same_size(before, row) or _is_ended(before, row, edge)
    if _marker(row):
        return True
    if part.kind is BlockKind.LIST_ITEM and row.first.left < part.rows[0].first.left - 0.5 * row.first.size:
        return True
    return _is_ended(before, row, edge) and bool(_SENTENCE_END.search(before.text))


def _is_ended(before: Row, row: Row, edge: float) -> bool:
    """Tell whether the first word of ``row`` had room on the line before, so that the writer ended that line."""
    first = row.first.text.split(maxsplit=1)[0]
    word = row.first.rights[len(first) - 1] - row.first.lefts[0]
    return before.last.right + word + 0.5 * before.last.size < edge


def _marker(row: Row) -> int:
    """Return the length of the list mark at the start of ``row``, or 0."""
    found = BULLET.match(row.text) or NUMBER.match(row.text)
    return found.end() if found else 0


def _new(row: Row, body: float) -> Part:
    line = row.first
    if marker := _marker(row):
        return Part(BlockKind.LIST_ITEM, 1, [row], [False], marker)
    bold = all(piece.bold for piece in row.pieces)
    short = len(row.text) <= _HEADING_LENGTH and not row.text.endswith((".", ",", ";"))
    if short and line.size > _LARGER * body:
        return Part(BlockKind.HEADING, 1 if line.size > _MUCH_LARGER * body else 2, [row], [False])
    if short and bold and not row.text.endswith(":"):
        return Part(BlockKind.HEADING, 2, [row], [False])
    return Part(BlockKind.PARAGRAPH, 0, [row], [False])
