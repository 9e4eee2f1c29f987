"""Reader of HTML pages: the main content as blocks, whatever state the tags are in.

The tags are read one by one and no tree is built: what matters of the open elements for the text inside them
is kept in one small value per element.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple, assert_never

from b1check.documents.document import Block, BlockKind, Document, MarkKind
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.html_tokens import EndTag, Reference, StartTag, Text, tokens
from b1check.documents.source import SourceText

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TABLE_PARTS = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot", "caption"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_LABELS = frozenset({"label", "legend", "button", "summary", "caption", "dt"})
_SECTIONS = frozenset(
    (
        "address article aside blockquote body center dd details dialog div dl fieldset figcaption figure "
        "footer form header hgroup html main nav p pre listing section table title"
    ).split()
)
_BLOCKS = _SECTIONS | _TABLE_PARTS | _LISTS | _LABELS | _HEADINGS.keys() | {"li"}

_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
# Things that stand between words on the page, even without a space around them.
_OBJECTS = frozenset("img input select textarea svg math video audio canvas object iframe embed".split())
_SKIPPED = frozenset(
    (
        "script style template noscript svg math select textarea datalist video audio canvas object iframe "
        "noembed noframes rp rt"
    ).split()
)
_SELF_CLOSING = frozenset({"svg", "math"})

_MARKS = {
    "a": MarkKind.LINK,
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "abbr": MarkKind.ABBREVIATION,
    "acronym": MarkKind.ABBREVIATION,
    "dfn": MarkKind.DEFINITION,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
}
_MARK_VALUE = {MarkKind.LINK: "href", MarkKind.ABBREVIATION: "title", MarkKind.DEFINITION: "title"}

# Elements whose start tag ends an open element of the first set, up to the nearest of the second: the end tag
# of these elements may be left out.
_ENDS_PARAGRAPH = _BLOCKS - {"button", "label", "title"} | {"hr"}
_ENDS_HEADING = _ENDS_PARAGRAPH - {"div", "summary", "details"}
_IMPLIED_ENDS = {
    "li": (("li",), _LISTS),
    "dt": (("dt", "dd"), frozenset({"dl"})),
    "dd": (("dt", "dd"), frozenset({"dl"})),
    "td": (("td", "th", "caption"), frozenset({"table"})),
    "th": (("td", "th", "caption"), frozenset({"table"})),
    "tr": (("tr", "caption"), frozenset({"table"})),
    "thead": (("thead", "tbody", "tfoot", "caption"), frozenset({"table"})),
    "tbody": (("thead", "tbody", "tfoot", "caption"), frozenset({"table"})),
    "tfoot": (("thead", "tbody", "tfoot", "caption"), frozenset({"table"})),
}
# A tag inside one of these does not end an element around it.
_FENCES = frozenset({"table", "td", "th", "caption", "object", "template"})

_CHROME_ELEMENTS = frozenset({"nav", "header", "footer", "aside"})
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_COOKIE_BAR = re.compile(
    r"cookie[\w-]*(?:bar|balk|banner|consent|dialog|melding|message|modal|notice|popup|wall)|cookiebot|consent",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COLLAPSED = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_BLANKS = " \t\n\f\r"

_NOTE_CHROME = "Alleen de inhoud van de pagina is gecontroleerd, niet het menu en de boven- en onderkant."


class _Region(IntEnum):
    """Part of a page; the highest region that holds text is its main content."""

    CHROME = 0
    BODY = 1
    ARTICLE = 2
    MAIN = 3


class _Element(NamedTuple):
    """An open element: what it and those around it say about the text inside."""

    name: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_depth: int = 0
    region: _Region = _Region.BODY
    skipped: bool = False
    inline: bool = False
    foreign: bool = False
    preformatted: bool = False
    plain_table: bool = False


class Page(NamedTuple):
    """What a page or a piece of HTML holds; ``regions`` runs parallel to ``blocks``."""

    title: str
    blocks: tuple[Block, ...]
    regions: tuple[_Region, ...]
    notes: tuple[str, ...]


def read(text: str, *, name: str) -> Document:
    """Read an HTML page: the text of ``main``, else of the articles, else of the page without its chrome."""
    page = segment(text, 0, len(text))
    blocks = _main_content(page)
    notes = page.notes if len(blocks) == len(page.blocks) else (*page.notes, _NOTE_CHROME)
    return Document(name, "html", SourceText(text), blocks, page.title, notes)


def segment(source: str, start: int, end: int) -> Page:
    """Return all blocks of the HTML in ``source[start:end]``."""
    segmenter = _Segmenter(source)
    for token in tokens(source, start, end):
        match token:
            case Text():
                segmenter.text(token)
            case Reference():
                segmenter.reference(token)
            case StartTag():
                segmenter.start(token)
            case EndTag():
                segmenter.end(token)
            case _:
                assert_never(token)
    return segmenter.page()


def _main_content(page: Page) -> tuple[Block, ...]:
    size: Counter[_Region] = Counter()
    for block, region in zip(page.blocks, page.regions, strict=True):
        size[region] += len(block.text)
    if size[_Region.MAIN]:
        lowest = _Region.MAIN
    elif size[_Region.ARTICLE] > size[_Region.BODY]:
        # An article that holds less is a teaser on a page about something else.
        lowest = _Region.ARTICLE
    elif size[_Region.ARTICLE] + size[_Region.BODY]:
        lowest = _Region.BODY
    else:
        lowest = _Region.CHROME
    return tuple(block for block, region in zip(page.blocks, page.regions, strict=True) if region >= lowest)


class _Segmenter:
    """Keeps the open elements and cuts the text into blocks."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = BlockBuilder()
        self._elements = [_Element()]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._fences = [0]
        self._item_is_new = False
        self._title: str | None = None
        self._page_language = ""
        self._foreign: dict[str, None] = {}
        self._blocks: list[Block] = []
        self._regions: list[_Region] = []

    def page(self) -> Page:
        """End the last block and return everything."""
        self._flush()
        notes = []
        if self._page_language:
            notes.append(
                f"De pagina zegt dat de taal '{self._page_language}' is. De tekst is gecontroleerd als Nederlands."
            )
        if self._foreign:
            notes.append(f"Niet gecontroleerd: tekst in een andere taal ({', '.join(self._foreign)}).")
        title = " ".join((self._title or "").split())
        return Page(title, tuple(self._blocks), tuple(self._regions), tuple(notes))

    def text(self, token: Text) -> None:
        """Add text, with each run of white space as one space."""
        element = self._elements[-1]
        if element.name == "title":
            self._title = (self._title or "") + self._source[token.start : token.end]
        elif not element.skipped:
            text = self._source[token.start : token.end]
            if element.preformatted:
                self._preformatted(text, token.start)
            else:
                self._collapsed(text, token.start)

    def reference(self, token: Reference) -> None:
        """Add the text of a character reference."""
        element = self._elements[-1]
        if element.name == "title":
            self._title = (self._title or "") + token.text
        elif not element.skipped:
            if token.text in _BLANKS and self._builder.ends_with_space:
                return
            self._builder.replaced(token.text.replace("\r", " "), token.start, token.end)

    def start(self, tag: StartTag) -> None:
        """Open an element, and end what its start tag ends."""
        name = tag.name
        if self._elements[-1].name == "title":
            return
        if self._elements[-1].skipped and name in _BLOCKS:
            self._imply_ends(name)
        if self._elements[-1].skipped:
            if name not in _VOID and not tag.self_closing:
                self._push(self._elements[-1]._replace(name=name))
            return
        if name in _OBJECTS and not self._builder.ends_with_space:
            self._builder.replaced(" ", tag.start, tag.end)
        if name in _VOID:
            self._void(tag)
            return
        if name in _SKIPPED:
            if not (tag.self_closing and name in _SELF_CLOSING):
                self._push(self._elements[-1]._replace(name=name, skipped=True, inline=True))
            return
        if name in _BLOCKS:
            self._block(tag)
        else:
            self._inline(tag)

    def end(self, tag: EndTag) -> None:
        """Close the nearest open element of that name, if there is one in reach."""
        name = tag.name
        element = self._elements[-1]
        if not element.skipped and name in _MARKS:
            self._builder.close_mark(_MARKS[name])
        place = self._nearest((name,))
        if place and place >= self._fence_of(name):
            self._pop_to(place)
        elif name in _BLOCKS and not element.skipped:
            self._flush()

    def _void(self, tag: StartTag) -> None:
        if tag.name == "hr":
            self._imply_ends(tag.name)
            self._flush()
        elif tag.name == "br":
            if self._builder.last_character == "\n":
                # Two line ends in a row are how many editors make a new paragraph.
                self._flush()
            else:
                self._builder.replaced("\n", tag.start, tag.end)

    def _block(self, tag: StartTag) -> None:
        self._imply_ends(tag.name)
        self._flush()
        element = _block_element(tag, self._elements[-1])
        language = _language(tag.attributes)
        if language and tag.name in {"html", "body"}:
            self._page_language = language
        elif language and not element.skipped:
            self._foreign[language] = None
            element = element._replace(skipped=True)
        if tag.name == "li":
            self._item_is_new = True
        self._push(element)

    def _inline(self, tag: StartTag) -> None:
        name = tag.name
        around = self._elements[-1]
        if _is_hidden(tag.attributes):
            self._push(around._replace(name=name, skipped=True, inline=True, foreign=False))
            return
        if language := _language(tag.attributes):
            self._builder.open_mark(MarkKind.FOREIGN, language)
            self._push(around._replace(name=name, inline=True, foreign=True))
        elif self._places.get(name):
            # Only to know which end tag belongs to the element that matters.
            self._push(around._replace(name=name, inline=True, foreign=False))
        if name == "code" and around.name == "pre" and self._builder.ends_with_space:
            self._push(around._replace(name=name, skipped=True, inline=True, foreign=False))
        elif name in _MARKS:
            kind = _MARKS[name]
            value = tag.attributes.get(_MARK_VALUE.get(kind, ""), "")
            if kind is not MarkKind.LINK or "href" in tag.attributes:
                self._builder.open_mark(kind, value.strip())

    def _imply_ends(self, name: str) -> None:
        """Close the elements that a start tag of this name ends without an end tag."""
        if name in _ENDS_PARAGRAPH:
            self._close_within(("p",), self._fences[-1])
        if name in _ENDS_HEADING:
            self._close_within(_HEADINGS, self._fences[-1])
        if name in _IMPLIED_ENDS:
            names, fences = _IMPLIED_ENDS[name]
            self._close_within(names, self._nearest(fences))

    def _fence_of(self, name: str) -> int:
        """Return the place of the open element beyond which an end tag of this name does not reach."""
        if name == "table":
            return 0
        return self._nearest(("table",)) if name in _TABLE_PARTS else self._fences[-1]

    def _close_within(self, names: Iterable[str], fence: int) -> None:
        """Close the outermost open element with one of these names that stands inside ``fence``."""
        open_places = (self._places[name][-1] for name in names if self._places.get(name))
        place = min((place for place in open_places if place > fence), default=0)
        if place:
            self._pop_to(place)

    def _nearest(self, names: Iterable[str]) -> int:
        """Return the place of the innermost open element with one of these names, or 0."""
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=0)

    def _push(self, element: _Element) -> None:
        self._places[element.name].append(len(self._elements))
        self._elements.append(element)
        if element.name in _FENCES:
            self._fences.append(len(self._elements) - 1)

    def _pop_to(self, place: int) -> None:
        """Close the element at ``place`` and all inside it."""
        while len(self._elements) > place:
            if not self._elements[-1].inline:
                self._flush()
            element = self._elements.pop()
            self._places[element.name].pop()
            if element.foreign:
                self._builder.close_mark(MarkKind.FOREIGN)
            if element.name in _FENCES:
                self._fences.pop()

    def _flush(self) -> None:
        """End the block that is being collected."""
        if not self._builder:
            return
        element = self._elements[-1]
        kind, level = element.kind, element.level
        if kind is BlockKind.LIST_ITEM and not self._item_is_new:
            # What follows inside the item after its first block.
            kind, level = BlockKind.PARAGRAPH, 0
        block = self._builder.take(kind, level)
        if block is None:
            return
        if kind is BlockKind.LIST_ITEM:
            self._item_is_new = False
        self._blocks.append(block)
        self._regions.append(element.region)

    def _collapsed(self, text: str, start: int) -> None:
        builder = self._builder
        at = 0
        for space in _COLLAPSED.finditer(text):
            self._words(text[at : space.start()], start + at)
            if not builder.ends_with_space:
                builder.replaced(" ", start + space.start(), start + space.end())
            at = space.end()
        self._words(text[at:], start + at)

    def _words(self, text: str, start: int) -> None:
        if text[:1] == " " and self._builder.ends_with_space:
            text, start = text[1:], start + 1
        self._builder.literal(text, start)

    def _preformatted(self, text: str, start: int) -> None:
        at = 0
        for line_end in re.finditer(r"\r\n?", text):
            self._builder.literal(text[at : line_end.start()], start + at)
            self._builder.replaced("\n", start + line_end.start(), start + line_end.end())
            at = line_end.end()
        self._builder.literal(text[at:], start + at)


def _block_element(tag: StartTag, around: _Element) -> _Element:
    """Return what a block element says about its text, given the element around it."""
    name, attributes = tag.name, tag.attributes
    kind, level = _kind(name, around)
    table_is_plain = around.plain_table
    if name == "table":
        table_is_plain = attributes.get("role") in {"presentation", "none"}
    return _Element(
        name=name,
        kind=kind,
        level=level,
        list_depth=around.list_depth + (name in _LISTS),
        region=_region(name, attributes, around.region),
        skipped=_is_hidden(attributes) or (name == "dialog" and "open" not in attributes),
        preformatted=around.preformatted or name in {"pre", "listing"},
        plain_table=table_is_plain,
    )


def _kind(name: str, around: _Element) -> tuple[BlockKind, int]:
    """Return the kind and level of the text in an element; quotes and cells keep theirs for all inside."""
    if name in _HEADINGS:
        return BlockKind.HEADING, _HEADINGS[name]
    if around.kind is BlockKind.QUOTE or name == "blockquote":
        return BlockKind.QUOTE, 0
    if name in _LABELS:
        # An accordion has its heading around or inside a button.
        return (around.kind, around.level) if around.kind is BlockKind.HEADING else (BlockKind.LABEL, 0)
    if name in {"td", "th"} and not around.plain_table:
        return BlockKind.TABLE_CELL, 0
    if around.kind is BlockKind.TABLE_CELL and name != "table":
        return BlockKind.TABLE_CELL, 0
    if name == "li":
        return BlockKind.LIST_ITEM, max(around.list_depth, 1)
    if name in {"table", "figcaption", "dd"} or name in _LISTS:
        return BlockKind.PARAGRAPH, 0
    return around.kind, around.level


def _region(name: str, attributes: dict[str, str], around: _Region) -> _Region:
    role = attributes.get("role", "")
    if name == "main" or role == "main":
        return _Region.MAIN
    if name == "nav" or role == "navigation":
        return _Region.CHROME
    if around is _Region.BODY:
        # Inside an article or the main content a header, footer or aside is part of it.
        names = f"{attributes.get('id', '')} {attributes.get('class', '')}"
        if name in _CHROME_ELEMENTS or role in _CHROME_ROLES or _COOKIE_BAR.search(names):
            return _Region.CHROME
        if name == "article":
            return _Region.ARTICLE
    return around


def _is_hidden(attributes: dict[str, str]) -> bool:
    if not attributes:
        return False
    hidden = attributes.get("hidden", "until-found").lower() != "until-found"
    return hidden or bool(_NOT_SHOWN.search(attributes.get("style", "")))


def _language(attributes: dict[str, str]) -> str:
    """Return the language that the attributes name, or an empty string when it is Dutch or unknown."""
    if not attributes:
        return ""
    language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip().lower()
    return "" if language.partition("-")[0] in {"", "nl", "x", "und"} else language
