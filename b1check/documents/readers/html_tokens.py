"""HTML as a stream of text and tags, each with its exact place in the source.

This is the only module that knows which tokenizer is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import turbohtml
from turbohtml import TokenType

from b1check.documents.readers import templates

_LINE_FEED = re.compile("\n")


class Text(NamedTuple):
    """The source from ``start`` to ``end``, character for character."""

    start: int
    end: int


class Reference(NamedTuple):
    """A character reference such as ``&eacute;`` and the text it stands for."""

    start: int
    end: int
    text: str


class StartTag(NamedTuple):
    """A start tag; of attributes that are given twice the first one counts."""

    start: int
    end: int
    name: str
    attributes: dict[str, str]
    self_closing: bool


class EndTag(NamedTuple):
    """An end tag."""

    start: int
    end: int
    name: str


class Comment(NamedTuple):
    """A comment and what it says."""

    start: int
    end: int
    text: str


HtmlToken = Text | Reference | StartTag | EndTag | Comment


def tokens(source: str, start: int, end: int) -> Iterator[HtmlToken]:
    """Yield the tokens of ``source[start:end]`` in order; doctypes are left out.

    The tokenizer follows the HTML standard: whatever stands in the source gives tokens, never an error.
    """
    html = _same_length(source[start:end])
    line_starts = [start, *(start + feed.end() for feed in _LINE_FEED.finditer(html))]
    for token in turbohtml.tokenize(html, resolve_references=False, capture_source=True):
        at = line_starts[token.line - 1] + token.col
        if token.type is TokenType.TEXT:
            yield Text(at, at + len(token.data or ""))
        elif token.type is TokenType.CHARACTER_REFERENCE:
            yield Reference(at, at + len(token.source or ""), token.data or "")
        elif token.type is TokenType.START_TAG:
            attributes = {name: value or "" for name, value in reversed(token.attrs or ())}
            yield StartTag(at, at + len(token.source or ""), token.tag or "", attributes, token.self_closing)
        elif token.type is TokenType.END_TAG:
            yield EndTag(at, at + len(token.source or ""), token.tag or "")
        elif token.type is TokenType.COMMENT:
            yield Comment(at, at + len(token.source or ""), token.data or "")


def _same_length(html: str) -> str:
    """Return ``html`` without what the tokenizer drops or changes silently, at the same length.

    A carriage return would be joined with the line feed after it. Text goes on after ``</>`` as if nothing
    stood there; an empty comment of the same length makes two texts of it. A sign inside a mark of a template is no
    markup.
    """
    html = templates.masked(html)
    return html.replace("\r", " ").replace("\0", "\ufffd").replace("</>", "<!>")
