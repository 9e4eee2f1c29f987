"""The text inside one Markdown block: from inline tokens to block text with exact places.

The tokens of markdown-it carry no positions, but they come in the order of the source and nothing is lost
between them. So the content is walked token by token; each token tells how much of the content it takes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from b1check.documents.document import MarkKind
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.source import SourceRange

_Rule: TypeAlias = Callable[[StateInline, bool], bool]

_BR_TAG = re.compile(r"</?br\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*)-->", re.DOTALL)
# Tags of things that a browser shows on a line of their own, and of things that stand between words.
_LINE_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|header|hr|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?![\w-])",
    re.IGNORECASE,
)
_OBJECT_TAG = re.compile(
    r"<(?:img|input|select|textarea|svg|math|video|audio|canvas|object|iframe|embed)(?![\w-])", re.IGNORECASE
)


class Content:
    """The content of a block without its Markdown prefixes, and where each stretch of it stands.

    Args:
        source: the whole source.
        stretches: pieces of the content with their source offsets, in order. A piece is the same text in the
            source, except for a line feed, which may stand for another line end.
    """

    def __init__(self, source: str, stretches: Sequence[tuple[str, int]]) -> None:
        self.source = source
        self.text = "".join(text for text, _ in stretches)
        self._starts = list(accumulate((len(text) for text, _ in stretches), initial=0))
        self._places = [place for _, place in stretches]

    def place(self, offset: int) -> int:
        """Return the source offset of the character at ``offset``."""
        index = self._index(offset)
        return self._places[index] + offset - self._starts[index]

    def pieces(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """Yield the text from ``start`` to ``end`` in pieces with their source offsets."""
        while start < end:
            piece_end = min(end, self._starts[self._index(start) + 1])
            yield self.text[start:piece_end], self.place(start)
            start = piece_end

    def _index(self, offset: int) -> int:
        return min(max(bisect_right(self._starts, offset) - 1, 0), len(self._places) - 1)


def record_ends(md: MarkdownIt) -> None:
    """Make the rules for links and images note where they end: their tokens do not tell it."""
    md.inline.ruler.at("link", _with_end(link))
    md.inline.ruler.at("image", _with_end(image))


def _with_end(rule: _Rule) -> _Rule:
    def run(state: StateInline, silent: bool) -> bool:
        done = rule(state, silent)
        if done and not silent:
            state.tokens[-1].meta["end"] = state.pos
        return done

    return run


def add_inline(builder: BlockBuilder, content: Content, children: Sequence[Token]) -> list[tuple[str, SourceRange]]:
    """Add the text and the marks of the inline tokens of a block to ``builder``.

    Returns:
        The comments in it, each with its place in the source; they are no part of the text.
    """
    walk = _Walk(builder, content)
    for token in children:
        walk.take(token)
    return walk.comments


def add_plain(builder: BlockBuilder, content: Content) -> None:
    """Add content without any markup in it to ``builder``; much faster than by way of tokens."""
    for piece, place in content.pieces(0, len(content.text)):
        if piece == "\n":
            _add_line_end(builder, content.source, place)
        else:
            builder.literal(piece, place)


def _add_line_end(builder: BlockBuilder, source: str, place: int) -> None:
    if source.startswith("\n", place):
        builder.literal("\n", place)
    else:
        builder.replaced("\n", place, place + (2 if source.startswith("\r\n", place) else 1))


class _Walk:
    """A place in the content that moves on with each token."""

    def __init__(self, builder: BlockBuilder, content: Content) -> None:
        self._builder = builder
        self._content = content
        self.comments: list[tuple[str, SourceRange]] = []
        self._at = 0
        self._in_autolink = False

    def take(self, token: Token) -> None:
        """Add what the token holds, and move on to what comes after it."""
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special":
                self._special(token)
            case "softbreak" | "hardbreak":
                self._line_break()
            case "code_inline":
                self._code(token)
            case "html_inline":
                self._tag(token)
            case "image":
                self._image(token)
            case "link_open" | "link_close":
                self._link(token)
            case "strong_open":
                self._builder.open_mark(MarkKind.STRONG)
                self._at += len(token.markup)
            case "strong_close":
                self._builder.close_mark(MarkKind.STRONG)
                self._at += len(token.markup)
            case _:
                self._at += len(token.markup)

    def _text(self, text: str) -> None:
        if self._in_autolink:
            # The address may be shown in another form than it is written.
            self._as_shown(text, self._content.text.index(">", self._at))
        else:
            self._as_shown(text, self._at + len(text))

    def _special(self, token: Token) -> None:
        """Take a backslash escape or an entity."""
        end = self._at + len(token.markup)
        if token.info == "escape":
            self._at = end - len(token.content)
        self._as_shown(token.content, end)

    def _line_break(self) -> None:
        if self._content.text.startswith("\\", self._at):
            self._at += 1
        _add_line_end(self._builder, self._content.source, self._content.place(self._at))
        self._at += 1

    def _code(self, token: Token) -> None:
        start = self._at + len(token.markup)
        inside_end = _end_of_code(self._content.text, start, token.markup)
        inside = self._content.text[start:inside_end].replace("\n", " ")
        # One space at both ends is not part of the code, and a line end in it is shown as a space.
        self._at = start + (inside != token.content and inside[1:-1] == token.content)
        self._builder.open_mark(MarkKind.CODE)
        self._code_text(token.content)
        self._builder.close_mark(MarkKind.CODE)
        self._at = inside_end + len(token.markup)

    def _code_text(self, text: str) -> None:
        end = self._at + len(text)
        if text != self._content.text[self._at : end].replace("\n", " "):
            self._as_shown(text, end)
            return
        for piece, place in self._content.pieces(self._at, end):
            if piece == "\n":
                length = 2 if self._content.source.startswith("\r\n", place) else 1
                self._builder.replaced(" ", place, place + length)
            else:
                self._builder.literal(piece, place)

    def _tag(self, token: Token) -> None:
        end = self._at + len(token.content)
        if _BR_TAG.match(token.content):
            self._replaced("\n", end)
        elif _LINE_TAG.match(token.content):
            if not self._builder.ends_with_space:
                self._replaced("\n", end)
        elif _OBJECT_TAG.match(token.content):
            if not self._builder.ends_with_space:
                self._replaced(" ", end)
        elif comment := _COMMENT.fullmatch(token.content):
            place = SourceRange(self._content.place(self._at), self._content.place(end - 1) + 1)
            self.comments.append((comment[1], place))
        self._at = end

    def _image(self, token: Token) -> None:
        end: int = token.meta["end"]
        if not self._builder.ends_with_space:
            self._replaced(" ", end)
        self._at = end

    def _link(self, token: Token) -> None:
        opens = token.type == "link_open"
        if opens:
            self._builder.open_mark(MarkKind.LINK, str(token.attrGet("href") or ""))
        else:
            self._builder.close_mark(MarkKind.LINK)
        if token.info == "auto":
            self._in_autolink = opens
            self._at += 1
        else:
            self._at = self._at + 1 if opens else token.meta["end"]

    def _as_shown(self, text: str, end: int) -> None:
        """Add ``text``, which the content up to ``end`` is shown as, and move on to ``end``."""
        if text == self._content.text[self._at : end]:
            for piece, place in self._content.pieces(self._at, end):
                self._builder.literal(piece, place)
        else:
            self._replaced(text, end)
        self._at = end

    def _replaced(self, text: str, end: int) -> None:
        self._builder.replaced(text, self._content.place(self._at), self._content.place(end - 1) + 1)


def _end_of_code(text: str, start: int, markup: str) -> int:
    """Return where the run of exactly as many backticks as ``markup`` begins."""
    at = start
    while (at := text.find("`", at)) >= 0:
        end = at + 1
        while text.startswith("`", end):
            end += 1
        if end - at == len(markup):
            return at
        at = end
    return len(text)
