"""Puts the words of a justified line of a PDF together again: in a narrow column the space between them is wide.

Such white space is as wide as that between the cells of a table. What tells them apart: between all words of a
justified line it is the same, and the line starts and ends where the other lines of its column do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from b1check.documents.readers.pdf_text import Line

_SAME_SPACE = 0.15
"""How much the spaces in one line differ, as a part of the size of the letters."""
_SAME_EDGE = 1.5
_INDENT = 3.0
_WORDS_IN_PROSE = 3
"""Between two words any space is the same as all others."""
_WIDEST = 12.0

_Edges = tuple[float, float]


def rejoined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a page, in the order of the file, with each justified line as one."""
    edges = sorted({(line.left, line.right) for line in lines if _is_prose((line,))})
    found: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at, edges)
        found.append(lines[at] if end == at + 1 else _joined(lines[at:end]))
        at = end
    return tuple(found)


def _end(lines: Sequence[Line], at: int, edges: Sequence[_Edges]) -> int:
    """Return the end of the justified line that starts at ``at``; that is the next line when there is none."""
    first = lines[at]
    space: float | None = next(_spaces(first), None)
    end = best = at + 1
    while end < len(lines) and _is_beside(lines[end - 1], lines[end]):
        between = lines[end].left - lines[end - 1].right
        space = between if space is None else space
        spaces = (between, *_spaces(lines[end]), *_spaces(lines[end - 1]))
        if any(abs(one - space) > _SAME_SPACE * first.size for one in spaces):
            break
        end += 1
        if _is_prose(lines[at:end]) and _fills(first, lines[end - 1], edges):
            best = end
    return best


def _spaces(line: Line) -> Iterator[float]:
    """Yield how wide the spaces in ``line`` are."""
    words = [at for at, character in enumerate(line.text) if character != " "]
    return (line.lefts[after] - line.rights[before] for before, after in pairwise(words) if after > before + 1)


def _is_beside(line: Line, after: Line) -> bool:
    overlap = min(line.bottom, after.bottom) - max(line.top, after.top)
    level = overlap > 0.5 * min(line.bottom - line.top, after.bottom - after.top)
    return level and line.page == after.page and 0 < after.left - line.right < _WIDEST * line.size


def _fills(first: Line, last: Line, edges: Sequence[_Edges]) -> bool:
    """Tell whether a line starts and ends where another one does; the first of a paragraph may start further on."""
    return any(
        abs(last.right - right) < _SAME_EDGE and -_SAME_EDGE < first.left - left < _INDENT * first.size
        for left, right in edges
    )


def _is_prose(lines: Sequence[Line]) -> bool:
    """Tell whether there are enough words, and not mostly amounts as in a table."""
    words = [word for line in lines for word in line.text.split()]
    return len(words) >= _WORDS_IN_PROSE and 2 * sum(any(map(str.isalpha, word)) for word in words) > len(words)


def _joined(lines: Sequence[Line]) -> Line:
    text, lefts, rights = lines[0].text, [*lines[0].lefts], [*lines[0].rights]
    for before, line in pairwise(lines):
        text += f" {line.text}"
        lefts += [before.right, *line.lefts]
        rights += [line.left, *line.rights]
    bold = sum(len(line.text) for line in lines if line.bold) * 2 > len(text)
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return lines[0]._replace(text=text, lefts=tuple(lefts), rights=tuple(rights), top=top, bottom=bottom, bold=bold)
