"""A reader of subtitles (.srt): each has a number, a line with times, and one or two lines of text.

A sentence often runs on in the next subtitle. So subtitles are joined until one ends a sentence, and each piece of text
keeps its place in the file: b1check shows a remark at the line where the words stand.
"""

from __future__ import annotations

import re

from b1check import BlockBuilder, BlockKind, Document, ReadError, SourceText, decode

_TIMES = re.compile(r"^\d\d:\d\d:\d\d[,.]\d{3} --> .*$", re.MULTILINE)
_ENDS = re.compile(r"[.?!…]['”’)]?$")
_TAG = re.compile(r"</?[biu]>|\{\\an?\d\}")


def read(data: bytes, *, name: str) -> Document:
    """Return the subtitles in ``data`` as paragraphs.

    Raises:
        ReadError: when there are no subtitles in it.
    """
    text = decode(data).text
    times = list(_TIMES.finditer(text))
    if not times:
        raise ReadError("In dit bestand staan geen ondertitels. Sla het op als SRT.")
    blocks = []
    builder = BlockBuilder()
    for number, line in enumerate(times):
        end = times[number + 1].start() if number + 1 < len(times) else len(text)
        for start, words in _lines(text, line.end(), end):
            if not builder.ends_with_space:
                builder.replaced(" ", start, start)
            _add(builder, words, start)
            if _ENDS.search(words) and (block := builder.take(BlockKind.PARAGRAPH)):
                blocks.append(block)
    if block := builder.take(BlockKind.PARAGRAPH):
        blocks.append(block)
    return Document(name, "srt", SourceText(text), tuple(blocks))


def _lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Return the lines of one subtitle with their places, up to the blank line that ends it."""
    found = []
    for line in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text[start:end].lstrip("\r\n")):
        words = line.group().strip()
        if not words:
            break
        offset = end - len(text[start:end].lstrip("\r\n"))
        found.append((offset + line.start() + line.group().index(words), words))
    return found


def _add(builder: BlockBuilder, words: str, start: int) -> None:
    """Add a line without its marks for bold, italic and position."""
    at = 0
    for tag in _TAG.finditer(words):
        builder.literal(words[at : tag.start()], start + at)
        at = tag.end()
    builder.literal(words[at:], start + at)
