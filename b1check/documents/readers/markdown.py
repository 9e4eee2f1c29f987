"""Reader of Markdown: CommonMark with tables and strikethrough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from b1check.documents import directives
from b1check.documents.document import Block, BlockKind, Cell, Document
from b1check.documents.readers import comments, templates
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.comments import Comment
from b1check.documents.readers.markdown_inline import Content, add_inline, add_plain, record_ends
from b1check.documents.readers.pauses import pause
from b1check.documents.source import SourceRange, SourceText

# The time that brackets without a partner cost grows with the square of their number.
_MAX_BRACKETS = 1000
_MAX_NESTING = 100

_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCES = {"---": {"---", "..."}, "+++": {"+++"}}
_KEY = re.compile(r"[\w-]+\s*[:=]")
_TITLE = re.compile(r"""(?:title|titel)\s*[:=]\s*(["']?)(?P<title>.*?)\1\s*""", re.IGNORECASE)
_MARKUP = re.compile(r"[\\`*_~\[\]<&]")
_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*")
_PIPE = re.compile(r"\|")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)

_NOTE_CODE = "Tekst in een codeblok is niet gecontroleerd."
_NOTE_HTML = "HTML in een lijst of citaat is niet gecontroleerd."


# Characters of which the parser makes others or that it drops at some places, as others of the same length.
_PLAIN = str.maketrans({"\0": "\ufffd", "\f": " ", "\v": " "})


class _Line(NamedTuple):
    """A line of the source without its line end; ``shown`` is what the parser gets, of the same length."""

    text: str
    shown: str
    start: int

    @property
    def end(self) -> int:
        """Where the line end starts."""
        return self.start + len(self.text)


def read(text: str, *, name: str) -> Document:
    """Read Markdown; front matter gives the title and is no part of the text."""
    lines = list(_lines(text))
    front = _front_matter_length(lines)
    blocks = _Blocks(text, lines)
    blocks.collect(front)
    title = _title(lines[:front])
    suppressions = comments.by_block(blocks.comments, blocks.blocks)
    return Document(name, "md", SourceText(text), tuple(blocks.blocks), title, tuple(blocks.notes), suppressions)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line_end in _LINE_END.finditer(text):
        yield _line(text[start : line_end.start()], start)
        start = line_end.end()
    yield _line(text[start:], start)


def _line(text: str, start: int) -> _Line:
    """Return a line; one with only special spaces, as Word leaves them, or marks that steer a template is blank."""
    blank = text.isspace() or (templates.has_marks(text) and not templates.STEERING.sub("", text).strip())
    return _Line(text, " " * len(text) if blank else text.translate(_PLAIN), start)


def _front_matter_length(lines: list[_Line]) -> int:
    """Return how many lines at the start are front matter, the fences with them."""
    ends = _FENCES.get(lines[0].text.rstrip())
    if not ends or len(lines) < 3 or not _KEY.match(lines[1].text):
        return 0
    for number, line in enumerate(lines[1:], start=2):
        if line.text.rstrip() in ends:
            return number
    return 0


def _title(front: list[_Line]) -> str:
    titles = (_TITLE.fullmatch(line.text) for line in front)
    return next((title["title"] for title in titles if title), "")


@cache
def _parser() -> MarkdownIt:
    """Return a parser of blocks; their content is parsed one by one, so that it can be looked at first."""
    options = {"maxNesting": _MAX_NESTING}
    md = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    record_ends(md)
    return md.disable(["text_join", "inline"])


@cache
def _parser_without_links() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("strikethrough").disable(["link", "image"])


class _Blocks:
    """Turns the tokens of the blocks into blocks, with what surrounds them in mind."""

    def __init__(self, source: str, lines: list[_Line]) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.notes: dict[str, None] = {}
        self._source = source
        self._lines = lines
        self._builder = BlockBuilder()
        self._quotes = 0
        self._lists = 0
        self._new_items: list[bool] = []
        self._heading = 0
        self._marker = ""
        self._in_cell = False
        self._cell = Cell(0, 0, 0)
        self._cells: Iterator[list[tuple[str, int]]] = iter(())

    def collect(self, front: int) -> None:
        """Collect the blocks of all lines after the first ``front`` ones."""
        shown = [""] * front + [line.shown for line in self._lines[front:]]
        references: dict[str, object] = {}
        for token in _parser().parse("\n".join(shown), references):
            pause()
            self._token(token, references)

    def _token(self, token: Token, references: dict[str, object]) -> None:
        match token.type:
            case "inline":
                self._inline(token, references)
            case "heading_open":
                self._heading, self._marker = int(token.tag[1]), token.markup[:1]
            case "heading_close":
                self._heading, self._marker = 0, ""
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "bullet_list_open" | "bullet_list_close" | "ordered_list_open" | "ordered_list_close":
                self._lists += token.nesting
            case "list_item_open":
                self._new_items.append(True)
            case "list_item_close":
                self._new_items.pop()
            case "table_open":
                self._cell = Cell(self._line(token).start, 0, 0)
            case "tr_open":
                self._cells = iter(_row(self._line(token), nested=token.level > 2))
                self._cell = Cell(self._cell.table, self._line(token).start, -1)
            case "td_open" | "th_open" | "td_close" | "th_close":
                self._in_cell = token.nesting > 0
                self._cell = self._cell._replace(column=self._cell.column + self._in_cell)
            case "html_block":
                self._html(token)
            case "fence" | "code_block":
                self.notes[_NOTE_CODE] = None

    def _inline(self, token: Token, references: dict[str, object]) -> None:
        stretches = self._stretches(token)
        content = Content(self._source, stretches)
        if not content.text:
            return
        if _MARKUP.search(content.text):
            crowded = content.text.count("[") > _MAX_BRACKETS
            md = _parser_without_links() if crowded else _parser()
            for text, place in add_inline(self._builder, content, md.inline.parse(content.text, md, references, [])):
                self._comment(text, place)
        else:
            add_plain(self._builder, content)
        kind, level = self._kind()
        if block := self._builder.take(kind, level):
            self.blocks.append(replace(block, cell=self._cell) if kind is BlockKind.TABLE_CELL else block)

    def _comment(self, text: str, place: SourceRange) -> None:
        """Remember a comment that switches remarks off, with the block that is being collected or comes next."""
        if directive := directives.parse(text):
            self.comments.append(Comment(directive, place, len(self.blocks)))

    def _kind(self) -> tuple[BlockKind, int]:
        if self._heading:
            return BlockKind.HEADING, self._heading
        if self._quotes:
            return BlockKind.QUOTE, 0
        if self._in_cell:
            return BlockKind.TABLE_CELL, 0
        if self._new_items and self._new_items[-1]:
            # What follows in the item after its first block is a paragraph.
            self._new_items[-1] = False
            return BlockKind.LIST_ITEM, self._lists
        return BlockKind.PARAGRAPH, 0

    def _html(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        end = self._lines[last].start if last < len(self._lines) else len(self._source)
        if token.level:
            # The lines have prefixes of Markdown between them.
            if _COMMENT.sub("", token.content).strip():
                self.notes[_NOTE_HTML] = None
            else:
                places = _COMMENT.finditer(self._source, self._lines[first].start, end)
                for found, place in zip(_COMMENT.finditer(token.content), places, strict=False):
                    self._comment(found[1], SourceRange(*place.span()))
            return
        # Imported only for a text with HTML in it.
        html = import_module("b1check.documents.readers.html")
        page = html.segment(self._source, self._lines[first].start, end)
        self.comments += (found._replace(block=found.block + len(self.blocks)) for found in page.comments)
        self.blocks += page.blocks
        self.notes |= dict.fromkeys(page.notes)

    def _line(self, token: Token) -> _Line:
        return self._lines[token.map[0] if token.map else 0]

    def _stretches(self, token: Token) -> list[tuple[str, int]]:
        """Return the pieces of the source that the content of a block consists of."""
        if self._in_cell:
            return next(self._cells, [])
        first, last = token.map or (0, 0)
        shown_lines = token.content.split("\n")
        # The parser drops lines with only special spaces at the ends of a block.
        while last - first > len(shown_lines) and _is_prefix(self._lines[first]):
            first += 1
        stretches: list[tuple[str, int]] = []
        for number, shown in enumerate(shown_lines, start=first):
            if stretches:
                stretches.append(("\n", self._lines[number - 1].end))
            stretches.append(self._stretch(self._lines[number], shown.strip(" \t")))
        return stretches

    def _stretch(self, line: _Line, shown: str) -> tuple[str, int]:
        """Return the part of ``line`` that is shown: all after the prefix of its containers."""
        if self._marker == "#":
            # The content follows the marker; closing marks may follow the content.
            at = line.shown.find(shown, line.shown.find("#") + self._heading)
        else:
            at = line.shown.rfind(shown)
        at = max(at, 0)
        return line.text[at : at + len(shown)], line.start + at


def _is_prefix(line: _Line) -> bool:
    """Tell whether there is nothing in ``line`` but the prefix of its containers."""
    prefix = _CONTAINERS.match(line.text)
    return not line.text[prefix.end() if prefix else 0 :].strip()


def _row(line: _Line, *, nested: bool) -> list[list[tuple[str, int]]]:
    """Return the cells of a table row, split in the same way as the parser of tables does it.

    A pipe after a backslash belongs to the cell, the backslash does not.
    """
    prefix = _CONTAINERS.match(line.text) if nested else None
    text = line.text.rstrip(" \t")
    at = prefix.end() if prefix else 0
    at += len(text[at:]) - len(text[at:].lstrip(" \t"))
    cells: list[list[tuple[str, int]]] = [[]]
    for pipe in _PIPE.finditer(text, at):
        escaped = pipe.start() > at and text[pipe.start() - 1] == "\\"
        cells[-1].append((text[at : pipe.start() - escaped], line.start + at))
        if escaped:
            at = pipe.start()
        else:
            cells.append([])
            at = pipe.end()
    cells[-1].append((text[at:], line.start + at))
    if not any(piece for piece, _ in cells[0]):
        del cells[0]
    if cells and not any(piece for piece, _ in cells[-1]):
        del cells[-1]
    return cells
