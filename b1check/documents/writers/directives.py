"""Where the words come that switch a remark off: as close to the text as its format allows.

There are a few places to choose from. Each is tried out by reading the new text: the blocks must be what they were, and
the words must hold for the right part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from b1check.documents import directives, readers
from b1check.documents.document import Block, BlockKind, Document
from b1check.documents.writers.edits import apply
from b1check.errors import ReadError
from b1check.findings import Edit, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_TAGS = re.compile(r"[ \t]*(?:<[^<>]*>[ \t]*)+")
_MARKER = re.compile(r"[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])")
_END_TAG = re.compile(r"</")
_BEFORE_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_TEXTS = frozenset({"txt", "md", "html"})


def switch_off(
    document: Document, at: int, names: Sequence[str], reason: str = "", *, whole: bool = False
) -> Edit | None:
    """Return the edit that switches rules off for the block at ``at``, an offset in the source, or for all blocks.

    Args:
        document: a text; in other formats the words stand in a comment that the writer's own program makes.
        at: where the remark is; None is returned when no block is there.
        names: of rules or groups.
        reason: why; :data:`b1check.documents.directives.REASON_HERE` when it is empty.
        whole: for the whole text.

    Returns:
        An insertion; None when there is no place for it.
    """
    block = document.blocks[0] if whole else _block_at(document, at)
    if document.format not in _TEXTS or block is None:
        return None
    words = directives.written(names, reason, document.format, whole=whole)
    for offset, text in _places(document, block, words):
        edit = Edit(Span(offset, offset), text)
        if _is_right(document, edit, block, names, whole=whole):
            return edit
    return None


def _block_at(document: Document, at: int) -> Block | None:
    return next((block for block in document.blocks if _start(block) <= at < _end(block)), None)


def _start(block: Block) -> int:
    return block.map.slices[0].source_start


def _end(block: Block) -> int:
    return block.map.slices[-1].source_end


def _places(document: Document, block: Block, words: str) -> Iterator[tuple[int, str]]:
    """Yield where ``words`` may come, with what is around them there; the best place first."""
    text = document.source.text
    line = document.source.line_start(document.source.position(_start(block)).line)
    before = text[line : _start(block)]
    indent = before[: len(before) - len(before.lstrip())]
    above = (line, f"{indent}{words}{_line_end(text)}")
    if document.format == "txt":
        yield above
    elif document.format == "html":
        if _TAGS.fullmatch(before) and not _END_TAG.search(before):
            yield above
        yield _start(block), words
    else:
        if block.kind in _BEFORE_TEXT and not _MARKER.match(before):
            yield above
        last = _LINE_END.search(text, _end(block))
        yield (last.start() if last else len(text)), f" {words}"
        yield _end(block), f" {words}"
        yield above


def _line_end(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _is_right(document: Document, edit: Edit, block: Block, names: Sequence[str], *, whole: bool) -> bool:
    """Tell whether the text reads as before, and the words that came hold for ``block``, or the row it is in."""
    try:
        new = readers.read_text(apply(document.source.text, [edit]), name=document.name, format=document.format)
    except ReadError:
        return False
    if [_look(one) for one in new.blocks] != [_look(one) for one in document.blocks]:
        return False
    if len(new.suppressions) != len(document.suppressions) + 1:
        return False
    same = new.blocks[document.blocks.index(block)]
    inserted = range(edit.span.start, edit.span.start + len(edit.replacement))
    made = next((one for one in new.suppressions if one.place.start in inserted), None)
    if made is None or made.names != tuple(names) or whole != (made.holds is None):
        return False
    return whole or (made.holds is not None and _holds_just(new, made.holds, same))


def _look(block: Block) -> tuple[object, ...]:
    return block.kind, block.level, block.text, block.marks


def _holds_just(document: Document, holds: tuple[int, int], block: Block) -> bool:
    """Tell whether ``holds`` is about ``block``, and about no other unless that is a cell beside it."""
    inside = [one for one in document.blocks if holds[0] < _end(one) and _start(one) < holds[1]]
    cells = all(one.kind is BlockKind.TABLE_CELL for one in inside)
    return block in inside and (len(inside) == 1 or cells)
