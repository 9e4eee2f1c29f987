"""A document as simple HTML: to work on where its own format cannot be written, and to copy with its formatting."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from b1check.documents.document import Block, BlockKind, Document, Mark, MarkKind
from b1check.report import Report
from b1check.reporters.html.view import DocumentView, TextBlock

_SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"'<>]+", re.IGNORECASE)


def shown(document: Document) -> DocumentView:
    """Return how a page shows ``document``, without anything said about it."""
    nothing = Report(document.name, document.format, document.line_word, 0, 0, (), None)
    return DocumentView("d", document.name, "", nothing, document, {})


def simple(document: Document) -> str:
    """Return ``document`` as HTML: headings, paragraphs, lists, tables, bold words and links, and nothing else."""
    parts = []
    blocks = iter(document.blocks)
    for group in shown(document).groups:
        if group.kind == BlockKind.TABLE_CELL and group.rows:
            by_id = {block.id: next(blocks) for block in group.blocks}
            rows = (f"<tr>{''.join(f'<td>{_cell(cell, by_id)}</td>' for cell in row)}</tr>" for row in group.rows)
            parts.append("<table>\n" + "\n".join(rows) + "\n</table>")
            continue
        own = [(one, next(blocks)) for one in group.blocks]
        if group.kind == BlockKind.LIST_ITEM:
            parts.append("<ul>\n" + "\n".join(f"<li>{_inline(block, one)}</li>" for one, block in own) + "\n</ul>")
        else:
            parts += (_whole(block, one) for one, block in own)
    return "\n".join(parts) + "\n"


def page(document: Document) -> str:
    """Return :func:`simple` as a whole page."""
    title = html.escape(document.name)
    head = f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>'
    return f"{head}\n<body>\n{simple(document)}</body>\n</html>\n"


def plain(document: Document) -> str:
    """Return ``document`` as plain text, a blank line between the blocks."""
    parts = []
    for kind, same in groupby(document.blocks, key=lambda block: block.kind):
        if kind is BlockKind.LIST_ITEM:
            parts.append("\n".join(f"- {block.text}" for block in same))
        else:
            parts += (block.text for block in same)
    return "\n\n".join(parts) + "\n"


def _whole(block: Block, one: TextBlock) -> str:
    tag = f"h{min(max(block.level, 1), 6)}" if block.kind is BlockKind.HEADING else "p"
    inside = f"<{tag}>{_inline(block, one)}</{tag}>"
    return f"<blockquote>{inside}</blockquote>" if block.kind is BlockKind.QUOTE else inside


def _cell(cell: tuple[TextBlock, ...], by_id: dict[str, Block]) -> str:
    if len(cell) == 1:
        return _inline(by_id[cell[0].id], cell[0])
    return "".join(f"<p>{_inline(by_id[one.id], one)}</p>" for one in cell)


def _inline(block: Block, one: TextBlock) -> str:
    return "".join(_pieces(block, keeps_lines=one.keeps_lines))


def _pieces(block: Block, *, keeps_lines: bool) -> Iterator[str]:
    marks = [mark for mark in block.marks if _tags(mark) != ("", "")]
    edges = sorted({0, len(block.text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        text = html.escape(block.text[start:end], quote=False)
        text = text.replace("\n", "<br>" if keeps_lines else " ")
        for mark in marks:
            if mark.start <= start and end <= mark.end:
                opening, closing = _tags(mark)
                text = f"{opening}{text}{closing}"
        yield text


def _tags(mark: Mark) -> tuple[str, str]:
    if mark.kind is MarkKind.STRONG:
        return "<strong>", "</strong>"
    if mark.kind is MarkKind.LINK and _SAFE_LINK.fullmatch(mark.value):
        return f'<a href="{html.escape(mark.value)}">', "</a>"
    return "", ""
