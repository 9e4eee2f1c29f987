"""From other words for a paragraph to edits of the source, so that everything around the words stays as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from b1check.documents.document import Block, BlockKind, Document
from b1check.documents.source import Slice
from b1check.documents.writers import Editable
from b1check.documents.writers.docx import NEW_PARAGRAPH
from b1check.documents.writers.edits import after, apply, without_idle
from b1check.errors import ReadError, WriteError
from b1check.findings import Edit, Span
from b1check.serve.texts import TEXTS

_TOKENS = re.compile(r"\s+|\w+|.", re.DOTALL)
_BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What no file may hold."""
_OTHER_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_TEXTS = frozenset({"txt", "md", "html"})
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&!])")
_TAGS = {BlockKind.LIST_ITEM: "li"}
_CUT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""What can be cut in two where the markup says what a paragraph is."""


def clean(text: str) -> str:
    """Return what a writer typed without signs that no file may hold, and with our line ends."""
    return _SIGNS.sub("", _OTHER_LINE_END.sub("\n", text)).strip()


def words_of(text: str) -> list[str]:
    """Return ``text`` cut into words, white space and other signs; together they are the text."""
    return _TOKENS.findall(text)


_MOST_PAIRS = 40_000
"""Words before times words after of which we look up which stayed; comparing takes ever longer than that."""


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield how ``old`` becomes ``new``, as ``difflib`` tells it, without its cost when all words are others.

    What is the same at both ends is not compared again. When much is left in the middle, it changes as a whole: nobody
    sees which of a thousand words stayed.
    """
    shortest = min(len(old), len(new))
    start = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - start) if old[-1 - at] != new[-1 - at]), shortest - start)
    old_end, new_end = len(old) - tail, len(new) - tail
    if start:
        yield "equal", 0, start, 0, start
    if (old_end - start) * (new_end - start) > _MOST_PAIRS:
        yield "replace", start, old_end, start, new_end
    else:
        middle = SequenceMatcher(a=old[start:old_end], b=new[start:new_end], autojunk=False)
        for kind, first, last, new_first, new_last in middle.get_opcodes():
            yield kind, start + first, start + last, start + new_first, start + new_last
    if tail:
        yield "equal", old_end, len(old), new_end, len(new)


def rewrite(file: Editable, made: Sequence[Edit], document: Document, at: int, text: str) -> tuple[Edit, ...]:
    """Return the edits of ``file`` after which block ``at`` reads ``text``.

    Args:
        file: the document as it was opened.
        made: what was changed in it already.
        document: the document with those changes.
        at: which block.
        text: its new words; a line without words starts a new paragraph; without any words the block goes.

    Raises:
        WriteError: when the file has no room for it, such as for a new paragraph in a heading.
    """
    block = document.blocks[at]
    parts = _BLANK_LINE.split(text)
    if len(parts) > 1 and not _can_cut(block, document.format):
        raise WriteError(TEXTS["new_paragraph"])
    whole = _whole_line(document, block) if not text and document.format == "docx" else None
    changes = (whole,) if whole else tuple(_edits(block, text, document.format))
    edits = without_idle(file.document.source.text, after(made, changes))
    expected = [one.text for one in document.blocks]
    expected[at : at + 1] = [part for part in parts if part]
    if not _reads(file, edits, expected):
        raise WriteError(TEXTS["no_room"])
    return edits


def fits(file: Editable, edits: Sequence[Edit]) -> bool:
    """Tell whether ``file`` has room for ``edits``, which came from fixes and from :func:`rewrite`."""
    if file.document.format in _TEXTS:
        return _can_encode(file, edits)
    return file.can_place(edits)


def _whole_line(document: Document, block: Block) -> Edit | None:
    """Return the edit that takes out the paragraph of a Word file that ``block`` is, with the end of a line beside it.

    None when the paragraph holds another block too, which blank lines in it make.
    """
    source = document.source.text
    own, last = block.map.slices[0].source_start, block.map.slices[-1].source_end
    start, end = source.rfind("\n", 0, own) + 1, source.find("\n", last)
    inside = range(start, end if end >= 0 else len(source))
    if any(one is not block and one.map.slices[0].source_start in inside for one in document.blocks):
        return None
    return Edit(Span(start, end + 1) if end >= 0 else Span(max(start - 1, 0), len(source)), "")


def _reads(file: Editable, edits: Sequence[Edit], expected: Sequence[str]) -> bool:
    """Tell whether the document has just the ``expected`` texts after ``edits``: that the markup held."""
    if not fits(file, edits):
        return False
    try:
        document = file.with_edits(edits)
    except ReadError:  # nothing is left
        return False
    return follows(file, edits, document) and [_flat(block.text) for block in document.blocks] == [
        _flat(text) for text in expected
    ]


def follows(file: Editable, edits: Sequence[Edit], document: Document) -> bool:
    """Tell whether the source of ``document``, read again after ``edits``, is the old one with just those edits.

    Without that, later changes would land beside their words: of a Word file an empty paragraph is no line.
    """
    if file.document.format in _TEXTS:
        return True  # of a text the source is the file itself
    return apply(file.document.source.text, edits).replace(NEW_PARAGRAPH, "\n") == document.source.text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _can_encode(file: Editable, edits: Sequence[Edit]) -> bool:
    try:
        file.write(edits)
    except UnicodeEncodeError:
        return False
    return True


def _can_cut(block: Block, format: str) -> bool:
    if format in _TEXTS and format != "html":
        return block.kind is BlockKind.PARAGRAPH
    return block.kind in _CUT


def _edits(block: Block, text: str, format: str) -> Iterator[Edit]:
    """Yield the edits of the source that give ``block`` the words ``text``, in order and without overlap."""
    old, new = words_of(block.text), words_of(text)
    starts = [0]
    for token in old:
        starts.append(starts[-1] + len(token))
    for kind, first, last, new_first, new_last in differences(old, new):
        if kind != "equal":
            words = "".join(new[new_first:new_last])
            yield from _placed(block, starts[first], starts[last], words, format)


def _placed(block: Block, start: int, end: int, words: str, format: str) -> Iterator[Edit]:
    """Yield edits that put ``words`` in the place of the text from ``start`` to ``end``.

    Each piece of the source gets an edit of its own, so that the markup between them stays. A piece that only maps as a
    whole, such as an entity, is written anew with the words around it.
    """
    pieces = [piece for piece in block.map.slices if piece.text_start < end and start < piece.text_end]
    if not pieces:  # an insertion at the edge of a piece belongs to the words before it
        pieces = [_piece_for(block, start)]
    for piece in pieces:
        cut_start, cut_end = max(start, piece.text_start), max(min(end, piece.text_end), piece.text_start)
        if piece.literal:
            from_, to = (piece.source_start + place - piece.text_start for place in (cut_start, cut_end))
            yield Edit(Span(from_, to), _written(words, format, block))
        else:
            kept = block.text[piece.text_start : cut_start], block.text[cut_end : piece.text_end]
            whole = _written(kept[0] + words + kept[1], format, block)
            yield Edit(Span(piece.source_start, piece.source_end), whole)
        words = ""


def _piece_for(block: Block, at: int) -> Slice:
    """Return the piece to which an insertion at ``at`` belongs; a piece that can take it as it is goes first."""
    beside = [piece for piece in block.map.slices if piece.text_start <= at <= piece.text_end]
    return next((piece for piece in beside if piece.literal), beside[0])


def _written(words: str, format: str, block: Block) -> str:
    """Return ``words`` as they stand in a source in ``format``."""
    if format == "html":
        tag = _TAGS.get(block.kind, "p")
        parts = [html.escape(part, quote=False).replace("\n", "<br>") for part in _BLANK_LINE.split(words)]
        return f"</{tag}>\n<{tag}>".join(parts)
    if format == "md":
        return _MARKDOWN.sub(r"\\\1", words)
    if format == "docx":
        return _LINE_END.sub(" ", _BLANK_LINE.sub(NEW_PARAGRAPH, words))
    return words
