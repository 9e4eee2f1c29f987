"""The paragraphs of a Word file as a reader sees them: what is deleted, hidden or field code is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import starmap
from typing import NamedTuple

from lxml import etree

from b1check.documents.document import BlockKind, Cell, Mark, MarkKind
from b1check.documents.readers.docx_styles import Styles, W, is_on
from b1check.documents.readers.paragraphs import LINE_BREAK, Anchor, Node, ParagraphText, Part, placed

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_XML_SPACES = str.maketrans({"\n": " ", "\r": " "})

# Elements around paragraphs or runs of which the text is shown; that of w:del and w:moveFrom is not.
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_ANCHORS = frozenset({f"{W}commentRangeStart", f"{W}commentRangeEnd"})
_DELETED = (f"{W}del", f"{W}moveFrom")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt")
_SIMPLE_FIELD = f"{W}fldSimple"
_ALTERNATE = f"{_MC}AlternateContent"

_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": LINE_BREAK,
    f"{W}cr": LINE_BREAK,
    f"{W}noBreakHyphen": "-",
}
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]*)"', re.IGNORECASE)
_MERGE_FIELD = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]{1,60})"|([^\s"]{1,60}))', re.IGNORECASE)
_SMALL_NUMBER = re.compile("[0-9]{1,3}")
_PRIVATE_USE = range(0xE000, 0xF900)
_UNKNOWN_SYMBOL = "□"


class Piece(NamedTuple):
    """A piece of the text of a paragraph.

    Attributes:
        text: the piece.
        element: the ``w:t`` that holds just that, in text that may change; None where no ``w:t`` does.
        node: the child of a run that shows it; None in a field that Word makes anew.
    """

    text: str
    element: etree._Element | None
    node: Node | None = None


class Paragraph(NamedTuple):
    """A paragraph as a reader of the letter sees it.

    Attributes:
        element: the paragraph in the file.
        text: its text, with a line feed for each line break.
        marks: the markup over it.
        cell: where it stands in a table.
        pieces: what its text is made of.
        anchors: where the words of comments start and end.
        apart: what it is when it stands outside the body, as a footnote does; else None.
        host: the paragraph of the body that such a one hangs on.
    """

    element: etree._Element
    text: str
    marks: tuple[Mark, ...]
    cell: Cell | None
    pieces: tuple[Piece, ...]
    anchors: tuple[Anchor, ...]
    apart: BlockKind | None = None
    host: etree._Element | None = None


@dataclass(slots=True)
class _Field:
    """A field such as a page number: its code is not shown, its result is."""

    code: str = ""
    in_code: bool = True
    result: tuple[ParagraphText, int] | None = None


class Story:
    """A body, header or other root of paragraphs, walked in reading order.

    Args:
        styles: tell which runs are bold.
        targets: of the links, by the id of their relationship.
    """

    def __init__(self, styles: Styles, targets: Mapping[str, str]) -> None:
        self._styles = styles
        self._targets = targets
        self._fields: list[_Field] = []
        self._hidden_fields = 0
        self._waiting: list[str] = []
        self._tables = 0

    def paragraphs(self, root: etree._Element, cell: Cell | None = None) -> Iterator[Paragraph]:
        """Yield the paragraphs under ``root``; those of a text box follow the paragraph that holds it."""
        begun: ParagraphText | None = None
        for element in root:
            if element.tag == f"{W}p":
                text = self._text(element, begun)
                begun = text if text.length and _runs_on(element) else None
                if begun is None:
                    yield from self._paragraph(element, text, cell)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, cell)
            elif element.tag == _ALTERNATE:
                yield from self.paragraphs(_chosen(element), cell)
            elif element.tag in _WRAPPERS:
                yield from self.paragraphs(element, cell)
            elif element.tag in _ANCHORS:
                # Between paragraphs; the words start or end with the next one.
                self._waiting.append(element.get(f"{W}id", ""))

    def _table(self, table: etree._Element, around: Cell | None) -> Iterator[Paragraph]:
        self._tables += 1
        for place, cell in placed(self._tables, map(_cells, _rows(table)), around):
            yield from self.paragraphs(cell, place)

    def _text(self, element: etree._Element, begun: ParagraphText | None) -> ParagraphText:
        """Return the text of a paragraph, behind what has ``begun`` in the paragraphs before that run on in it.

        Such a paragraph is another one when somebody refuses the change, so its words are not changed and signs only
        go into the last part.
        """
        text = begun or ParagraphText()
        text.nodes[:] = [None] * len(text.nodes)
        for comment in self._waiting:
            text.anchor(comment)
        self._waiting = []
        self._runs(element, text)
        if begun:
            text.origins[:] = [None] * len(text.origins)
        return text

    def _paragraph(self, element: etree._Element, text: ParagraphText, cell: Cell | None) -> Iterator[Paragraph]:
        pieces = tuple(starmap(Piece, zip(text.pieces, text.origins, text.nodes, strict=True)))
        yield Paragraph(element, "".join(text.pieces), tuple(text.marks), cell, pieces, tuple(text.anchors))
        for box in text.boxes:
            yield from self.paragraphs(box, cell)

    def _runs(self, parent: etree._Element, text: ParagraphText) -> None:
        for element in parent:
            if element.tag == f"{W}r":
                start = text.length
                self._run(element, text)
                if self._styles.is_bold(element):
                    text.mark(MarkKind.STRONG, start)
            elif element.tag == f"{W}hyperlink":
                start = text.length
                self._runs(element, text)
                text.mark(MarkKind.LINK, start, self._target(element))
            elif element.tag == _ALTERNATE:
                self._runs(_chosen(element), text)
            elif element.tag == _SIMPLE_FIELD:
                start = text.length
                self._runs(element, text)
                self._merge_field(element.get(f"{W}instr", ""), text, start)
            elif element.tag in _WRAPPERS:
                self._runs(element, text)
            elif element.tag in _ANCHORS:
                text.anchor(element.get(f"{W}id", ""))

    def _target(self, link: etree._Element) -> str:
        anchor = link.get(f"{W}anchor", "")
        return self._targets.get(link.get(f"{R}id", ""), "") + (f"#{anchor}" if anchor else "")

    def _run(self, run: etree._Element, text: ParagraphText) -> None:
        hidden = run.find(f"{W}rPr/{W}vanish")
        shown = hidden is None or not is_on(hidden)
        for element in run:
            if element.tag == f"{W}fldChar":
                self._field(element, text)
            elif element.tag == f"{W}commentReference":
                text.anchor(element.get(f"{W}id", ""))
            elif element.tag == f"{W}instrText":
                if self._fields and self._fields[-1].in_code:
                    self._fields[-1].code += element.text or ""
            elif shown and not self._hidden_fields:
                # The result of a field is made anew by Word, so that is no text to change.
                own = element.tag == f"{W}t" and not self._fields
                text.add(_character_text(element), element if own else None, self._node(element))
                if element.tag in _DRAWINGS or element.tag == _ALTERNATE:
                    text.boxes += _text_boxes(element)

    def _node(self, element: etree._Element) -> Node | None:
        """Return what shows the text of a child of a run; the words of a link stay what they are, other fields not."""
        if not all(_LINK_FIELD.match(field.code) for field in self._fields):
            return None
        return Node(element, Part.TEXT if element.tag == f"{W}t" else Part.WHOLE)

    def _field(self, mark: etree._Element, text: ParagraphText) -> None:
        """Follow the begin, the separator and the end of a field, which may lie in different paragraphs."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._hidden_fields += 1
        elif kind == "separate" and self._fields and self._fields[-1].in_code:
            self._fields[-1].in_code = False
            self._fields[-1].result = (text, text.length)
            self._hidden_fields -= 1
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.in_code:
                self._hidden_fields -= 1
                ended.result = (text, text.length)
            if ended.result and ended.result[0] is text:
                self._merge_field(ended.code, text, ended.result[1])
            if (link := _LINK_FIELD.match(ended.code)) and ended.result and ended.result[0] is text:
                text.mark(MarkKind.LINK, ended.result[1], link[1])

    def _merge_field(self, code: str, text: ParagraphText, start: int) -> None:
        """Show a merge field as «its name» when what it shows, from ``start``, is nothing or just that name.

        Word shows nothing before its first update of a field, and programs that make Word files may leave the
        signs out. What else a field shows is the data of somebody, so that stays.
        """
        if (found := _MERGE_FIELD.match(code)) and not self._hidden_fields:
            name = (found[1] or found[2]).replace("_", " ")
            if text.since(start).strip("<> ").replace("_", " ").casefold() in {"", name.casefold()}:
                text.cut(start)
                text.add(f"«{name}»")


def _runs_on(paragraph: etree._Element) -> bool:
    """Tell whether the end of a paragraph is deleted, so that its text runs on in the next paragraph."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None or all(properties.find(tag) is None for tag in _DELETED):
        return False
    return next((element.tag for element in paragraph.itersiblings(*_BLOCKS)), "") == f"{W}p"


def _character_text(element: etree._Element) -> str:
    """Return the text that a child of a run stands for."""
    tag = element.tag
    if tag == f"{W}t":
        return (element.text or "").translate(_XML_SPACES)
    if tag == f"{W}sym":
        return _symbol(element.get(f"{W}char", ""))
    return _FIXED.get(str(tag), "")


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
        # A place in a symbol font, which is no character of its own.
        return _UNKNOWN_SYMBOL if point in _PRIVATE_USE else chr(point)
    except (ValueError, OverflowError):
        return _UNKNOWN_SYMBOL


def _chosen(alternate: etree._Element) -> etree._Element:
    """Return one of the versions in which the same content is given."""
    choice = alternate.find(f"{_MC}Choice")
    fallback = alternate.find(f"{_MC}Fallback")
    return next((version for version in (choice, fallback) if version is not None), alternate)


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of the text boxes in a drawing, without those inside another text box."""
    if element.tag == f"{W}txbxContent":
        yield element
        return
    for child in _chosen(element) if element.tag == _ALTERNATE else element:
        yield from _text_boxes(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table that are not deleted."""
    for row in _parts(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their column, from 0; of cells that are merged downwards only the first one."""
    column = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in _parts(row, f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or merged.get(f"{W}val") == "restart":
            yield column, cell
        column += _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1)


def _count(element: etree._Element | None, usual: int) -> int:
    """Return the number that ``element`` gives; where there is none, or one that no table has, the usual one."""
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if _SMALL_NUMBER.fullmatch(value) else usual


def _parts(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _parts(element, tag)
