"""The paragraphs of an OpenDocument text as a reader sees them: what is deleted or hidden is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from b1check.documents.document import BlockKind, Cell, MarkKind
from b1check.documents.readers.odt_styles import DRAW, OFFICE, STYLE, TABLE, TEXT, Styles, number
from b1check.documents.readers.paragraphs import LINE_BREAK, Node, ParagraphText, Part, Role, Shown, placed

_HREF = "{http://www.w3.org/1999/xlink}href"
SPACES = re.compile(r"[ \t\r\n]+")
"""White space that is shown as one space, or as none after another space."""

_MAX_SPACES = 100
_FIXED = {f"{TEXT}tab": "\t", f"{TEXT}line-break": LINE_BREAK}

# Elements around paragraphs of which the content is shown.
_WRAPPERS = frozenset({f"{TEXT}numbered-paragraph", f"{TEXT}index-body"})
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography"
    ).split()
)
_ROW_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
# What steers the text but is not shown.
_UNSEEN = frozenset(
    {f"{OFFICE}event-listeners", f"{TEXT}ruby-text"}
    | {f"{TEXT}{name}" for name in ("script", "tracked-changes", "variable-decls", "sequence-decls")}
)
_HIDDEN = {f"{TEXT}hidden-text": "is-hidden", f"{TEXT}hidden-paragraph": "is-hidden"}
_COMMENTS = frozenset({f"{OFFICE}annotation", f"{OFFICE}annotation-end"})
_MERGE_FIELD = f"{TEXT}database-display"
# What LibreOffice adds to OpenDocument, such as the fields of a form in which words are typed.
_LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands; ``item_is_new`` is set for the first paragraph of a list item."""

    cell: Cell | None = None
    depth: int = 0
    list_style: str = ""
    item_is_new: bool = False
    skipped: bool = False
    apart: BlockKind | None = None


class Paragraph(NamedTuple):
    """A paragraph: its element, what a reader sees of it, and for each piece of its text what shows that."""

    element: etree._Element
    shown: Shown
    pieces: tuple[tuple[str, Node | None], ...]


class Story:
    """The body of an OpenDocument text, walked in reading order.

    Attributes:
        comments: the text of each comment that was met so far, by its name.
        notes: the footnotes and endnotes that were met so far and are still to come, in the order of the text.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.comments: dict[str, str] = {}
        self.notes: list[etree._Element] = []
        self._tables = 0

    def paragraphs(self, root: etree._Element, apart: BlockKind | None = None) -> Iterator[Paragraph]:
        """Yield the paragraphs under ``root``; those of a text box follow the paragraph that holds it.

        Args:
            root: holds the paragraphs.
            apart: what they are when they stand outside the body, as footnotes do.
        """
        yield from self._paragraphs(root, _Place(apart=apart))

    def _paragraphs(self, root: etree._Element, place: _Place) -> Iterator[Paragraph]:
        for element in root:
            tag = element.tag
            if tag in {f"{TEXT}p", f"{TEXT}h"}:
                yield from self._paragraph(element, place)
                place = replace(place, item_is_new=False)
            elif tag == f"{TEXT}list":
                yield from self._list(element, place)
            elif tag == f"{TABLE}table":
                yield from self._table(element, place)
            elif tag == f"{TEXT}section":
                if element.get(f"{TEXT}display") != "none":
                    yield from self._paragraphs(element, place)
            elif tag in _INDEXES:
                yield from self._paragraphs(element, replace(place, skipped=True))
            elif tag in _WRAPPERS or tag == f"{TEXT}index-title":
                yield from self._paragraphs(element, place)
            elif str(tag).startswith(DRAW):
                for box in _text_boxes(element):
                    yield from self._paragraphs(box, place)

    def _list(self, element: etree._Element, place: _Place) -> Iterator[Paragraph]:
        style = element.get(f"{TEXT}style-name", "") or place.list_style
        inside = replace(place, depth=place.depth + 1, list_style=style)
        for item in element:
            if item.tag in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                yield from self._paragraphs(item, replace(inside, item_is_new=item.tag == f"{TEXT}list-item"))

    def _table(self, table: etree._Element, place: _Place) -> Iterator[Paragraph]:
        self._tables += 1
        for at, cell in placed(self._tables, map(_cells, _rows(table)), place.cell):
            yield from self._paragraphs(cell, _Place(at, skipped=place.skipped, apart=place.apart))

    def _paragraph(self, element: etree._Element, place: _Place) -> Iterator[Paragraph]:
        text = ParagraphText()
        if not (self._styles.is_hidden(element) or _is_hidden_paragraph(element)):
            self._content(element, text)
        role = Role(place.apart) if place.apart else self._role(element, place)._replace(skipped=place.skipped)
        cell = None if place.apart else place.cell
        shown = Shown("".join(text.pieces), tuple(text.marks), role, cell, tuple(text.anchors))
        yield Paragraph(element, shown, tuple(zip(text.pieces, text.nodes, strict=True)))
        for box in text.boxes:
            yield from self._paragraphs(box, place)

    def _role(self, element: etree._Element, place: _Place) -> Role:
        if element.tag == f"{TEXT}h":
            return Role(BlockKind.HEADING, self._styles.heading_level(element))
        role = self._styles.role(element)
        is_item = place.item_is_new and self._styles.shows_marker(place.list_style, place.depth)
        if role.kind is BlockKind.PARAGRAPH and is_item:
            return Role(BlockKind.LIST_ITEM, place.depth)
        return role

    def _content(self, parent: etree._Element, text: ParagraphText) -> None:
        """Add the text of ``parent``, its own and that of the elements in it."""
        _add(text, parent.text, Node(parent, Part.TEXT))
        for element in parent:
            self._element(element, text)
            _add(text, element.tail, Node(element, Part.TAIL))

    def _element(self, element: etree._Element, text: ParagraphText) -> None:
        tag = str(element.tag)
        start = text.length
        if tag == f"{TEXT}s":
            spaces = " " * min(max(number(element.get(f"{TEXT}c")), 1), _MAX_SPACES)
            text.add(spaces, node=Node(element, Part.WHOLE))
        elif tag in _FIXED:
            text.add(_FIXED[tag], node=Node(element, Part.WHOLE))
        elif tag.startswith(DRAW):
            text.boxes += _text_boxes(element)
        elif tag == f"{TEXT}note":
            self.notes.append(element)
        elif tag in _COMMENTS:
            self._comment(element, text)
        elif tag in _UNSEEN or (tag in _HIDDEN and element.get(f"{TEXT}{_HIDDEN[tag]}") == "true"):
            return
        elif tag == f"{TEXT}span":
            if not self._styles.is_hidden(element):
                self._content(element, text)
                if self._styles.is_bold(element):
                    text.mark(MarkKind.STRONG, start)
        elif tag == f"{TEXT}a":
            self._content(element, text)
            text.mark(MarkKind.LINK, start, element.get(_HREF, ""))
        elif tag == _MERGE_FIELD:
            text.add(_merge_field("".join(map(str, element.itertext()))))
        elif tag.startswith((TEXT, STYLE, _LIBREOFFICE)):
            self._content(element, text)

    def _comment(self, element: etree._Element, text: ParagraphText) -> None:
        """Note where the words of a comment start or end; one without a name is about a place."""
        name = element.get(f"{OFFICE}name") or f" {len(self.comments)}"
        if element.tag == f"{OFFICE}annotation":
            lines = ("".join(map(str, line.itertext())) for line in element.iter(f"{TEXT}p"))
            self.comments[name] = " ".join(lines)
        text.anchor(name)


def _add(text: ParagraphText, characters: str | None, node: Node) -> None:
    """Add text, with each run of white space as one space: where more is shown, elements of their own say so."""
    if characters:
        collapsed = SPACES.sub(" ", characters)
        text.add(collapsed.removeprefix(" ") if _ends_with_space(text) else collapsed, node=node)


def _ends_with_space(text: ParagraphText) -> bool:
    return not text.pieces or text.pieces[-1].endswith(" ")


def _merge_field(shown: str) -> str:
    """Return a field of a database as Word shows it: LibreOffice puts its name between < and >."""
    shown = " ".join(shown.split())
    return f"«{shown[1:-1]}»" if shown.startswith("<") and shown.endswith(">") else shown


def _is_hidden_paragraph(element: etree._Element) -> bool:
    return any(mark.get(f"{TEXT}is-hidden") == "true" for mark in element.iter(f"{TEXT}hidden-paragraph"))


def _text_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements in a drawing that hold paragraphs, without those inside another text box."""
    if drawing.tag == f"{DRAW}text-box" or any(child.tag in {f"{TEXT}p", f"{TEXT}list"} for child in drawing):
        yield drawing
        return
    for child in drawing:
        if str(child.tag).startswith(DRAW):
            yield from _text_boxes(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == f"{TABLE}table-row":
            yield element
        elif element.tag in _ROW_GROUPS:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their column, from 0; covered by another cell they only count."""
    column = 0
    for cell in row:
        if cell.tag == f"{TABLE}table-cell":
            yield column, cell
        if cell.tag in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
            column += max(number(cell.get(f"{TABLE}number-columns-repeated")), 1)
