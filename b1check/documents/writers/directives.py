"""Where the words come that switch a remark off: as close to the text as its format allows.

There are a few places to choose from. Each is tried out by reading the new text: the blocks must be what they were, and
the words must hold for the right part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from b1check.documents import directives, readers
from b1check.documents.document import Block, BlockKind, Document
from b1check.documents.source import SourceRange
from b1check.documents.writers.edits import apply
from b1check.errors import ReadError
from b1check.findings import Edit, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_TAGS = re.compile(r"[ \t]*(?:<[^<>]*>[ \t]*)+")
_MARKER = re.compile(r"[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])")
_END_TAG = re.compile(r"</")
_BEFORE_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


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
    if document.format not in directives.IN_TEXT or block is None:
        return None
    words = directives.written(names, reason, document.format, whole=whole)
    for offset, text in _places(document, block, words):
        edit = Edit(Span(offset, offset), text)
        if _is_right(document, edit, block, names, whole=whole):
            return edit
    return None


def switch_on(document: Document, place: SourceRange, words: str = "") -> Edit | None:
    """Return the edit that puts other ``words`` in the place of those that switch something off.

    Args:
        document: a text; in other formats the words stand in a comment that the writer's own program takes away.
        place: where they stand: that of one of the suppressions of ``document``.
        words: what comes there; nothing when "", and then the line that they stand on goes too, if they are all of it.

    Returns:
        The edit; None when nothing is switched off there, or the text would not read as before.
    """
    if document.format not in directives.IN_TEXT or not any(one.place == place for one in document.suppressions):
        return None
    for span in (Span(*place),) if words else _around(document, place):
        edit = Edit(span, words)
        if _reads_the_same(document, edit, more=0 if words else -1) is not None:
            return edit
    return None


def _around(document: Document, place: SourceRange) -> Iterator[Span]:
    """Yield what can go with words that go: their line, or the white space before them."""
    text = document.source.text
    line = document.source.line_start(document.source.position(place.start).line)
    end = _LINE_END.search(text, place.end)
    after = end.start() if end else len(text)
    if not text[line : place.start].strip() and not text[place.end : after].strip():
        yield Span(line, end.end() if end else len(text))
    before = text[line : place.start]
    yield Span(line + len(before.rstrip()), place.end)
    yield Span(*place)


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
    new = _reads_the_same(document, edit, more=1)
    if new is None:
        return False
    same = new.blocks[document.blocks.index(block)]
    inserted = range(edit.span.start, edit.span.start + len(edit.replacement))
    made = next((one for one in new.suppressions if one.place.start in inserted), None)
    if made is None or made.names != tuple(names) or whole != (made.holds is None):
        return False
    return whole or (made.holds is not None and _holds_just(new, made.holds, same))


def _reads_the_same(document: Document, edit: Edit, *, more: int) -> Document | None:
    """Return the text after ``edit`` when it reads as before, with so many ``more`` suppressions; else None."""
    try:
        new = readers.read_text(apply(document.source.text, [edit]), name=document.name, format=document.format)
    except ReadError:
        return None
    same = [_look(one) for one in new.blocks] == [_look(one) for one in document.blocks]
    return new if same and len(new.suppressions) == len(document.suppressions) + more else None


def _look(block: Block) -> tuple[object, ...]:
    return block.kind, block.level, block.text, block.marks


def _holds_just(document: Document, holds: tuple[int, int], block: Block) -> bool:
    """Tell whether ``holds`` is about ``block``, and about no other unless that is a cell beside it."""
    inside = [one for one in document.blocks if holds[0] < _end(one) and _start(one) < holds[1]]
    cells = all(one.kind is BlockKind.TABLE_CELL for one in inside)
    return block in inside and (len(inside) == 1 or cells)
