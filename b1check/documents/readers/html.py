"""Reader of HTML pages: the main content as blocks, whatever state the tags are in.

The tags are read one by one and no tree is built: what matters of the open elements for the text inside them
is kept in one small value per element.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple, assert_never

from b1check.documents import directives
from b1check.documents.document import Block, BlockKind, Cell, Document, MarkKind
from b1check.documents.readers import comments, html_tokens, templates
from b1check.documents.readers.blocks import BlockBuilder
from b1check.documents.readers.comments import Comment
from b1check.documents.readers.html_tokens import EndTag, Reference, StartTag, Text, tokens
from b1check.documents.readers.pauses import pause
from b1check.documents.source import SourceRange, SourceText

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

_MENU, _TOP, _BOTTOM, _SIDE, _COOKIES, _BESIDE = (
    "het menu", "de bovenkant", "de voettekst", "de zijkant", "de cookiemelding", "de tekst buiten de hoofdtekst"
)  # fmt: skip
_CHROME_ELEMENTS = {"nav": _MENU, "header": _TOP, "footer": _BOTTOM, "aside": _SIDE}
_CHROME_ROLES = {
    "navigation": _MENU, "banner": _TOP, "contentinfo": _BOTTOM, "complementary": _SIDE, "search": _MENU
}  # fmt: skip
_ROADS = re.compile(
    r"(?:^|\s)(?:breadcrumbs?|kruimelpad|broodkruimels?|skip-?links?|pagination|paginering|social-?share|share-?buttons?"
    r"|main-?(?:nav|menu)|hoofd-?menu|navbar|site-?nav)(?:$|\s)",
    re.IGNORECASE,
)
_COOKIE_BAR = re.compile(
    r"cookie[\w-]*(?:bar|balk|banner|consent|dialog|melding|message|modal|notice|popup|wall)|cookiebot|consent",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COLLAPSED = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_BLANKS = " \t\n\f\r"

_MAIN_SHARE = 0.1
"""A ``main`` with a smaller part of the text than this is not where the content stands."""
_MANY_LINKS = 0.5
_ONLY_LINKS = 0.9


class _Region(IntEnum):
    """Part of a page; the highest region that holds text is its main content."""

    CHROME = 0
    BODY = 1
    ARTICLE = 2
    MAIN = 3


_NOWHERE = -1
"""Stands where no row, table or aside is."""
_MOST_COLUMNS = 1000  # as in browsers


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
    table: int = _NOWHERE
    row: int = _NOWHERE
    column: int = 0
    chrome: str = ""
    aside: int = _NOWHERE


class Page(NamedTuple):
    """What a page or a piece of HTML holds.

    Attributes:
        title: of the page.
        blocks: all its blocks.
        regions: the region of each block.
        chrome: what each block is a part of when it is no content, in Dutch; else an empty string.
        asides: for each block where the aside that it stands in starts in the source, or ``_NOWHERE``.
        notes: for the user.
        comments: those that switch remarks off.
    """

    title: str
    blocks: tuple[Block, ...]
    regions: tuple[_Region, ...]
    chrome: tuple[str, ...]
    asides: tuple[int, ...]
    notes: tuple[str, ...]
    comments: tuple[Comment, ...]


def read(text: str, *, name: str) -> Document:
    """Read an HTML page: the text of ``main``, else of the articles, else of the page without its chrome."""
    page = segment(text, 0, len(text))
    left_out = _left_out(page)
    kept = [index for index in range(len(page.blocks)) if index not in left_out]
    blocks = tuple(page.blocks[index] for index in kept)
    notes = (*page.notes, _note(set(left_out.values()))) if left_out else page.notes
    suppressions = comments.by_block(_kept_comments(page, kept), blocks)
    return Document(name, "html", SourceText(text), blocks, page.title, notes, suppressions)


def segment(source: str, start: int, end: int) -> Page:
    """Return all blocks of the HTML in ``source[start:end]``."""
    segmenter = _Segmenter(source)
    for token in tokens(source, start, end):
        pause()
        match token:
            case Text():
                segmenter.text(token)
            case Reference():
                segmenter.reference(token)
            case StartTag():
                segmenter.start(token)
            case EndTag():
                segmenter.end(token)
            case html_tokens.Comment():
                segmenter.comment(token)
            case _:
                assert_never(token)
    return segmenter.page()


def _kept_comments(page: Page, kept: Sequence[int]) -> Iterator[Comment]:
    """Yield the comments with the index of their block among those that are ``kept``.

    A comment at a block that is left out has nothing to say, unless it is about the whole text.
    """
    places = {index: place for place, index in enumerate(kept)}
    for comment in page.comments:
        at_end = comment.block == len(page.blocks)
        if comment.directive.whole or at_end or comment.block in places:
            yield comment._replace(block=places.get(comment.block, len(kept)))


def _left_out(page: Page) -> dict[int, str]:
    """Return the indices of the blocks that are not the content of the page, each with what it is a part of."""
    size: Counter[_Region] = Counter()
    for block, region in zip(page.blocks, page.regions, strict=True):
        size[region] += len(block.text)
    others = size[_Region.ARTICLE] + size[_Region.BODY]
    if size[_Region.MAIN] and size[_Region.MAIN] >= _MAIN_SHARE * others:
        lowest = _Region.MAIN
    elif size[_Region.ARTICLE] > size[_Region.BODY]:
        # An article that holds less is a teaser on a page about something else.
        lowest = _Region.ARTICLE
    elif others:
        lowest = _Region.BODY
    else:
        return {}
    left_out = {index: _part_of(page, index) for index, region in enumerate(page.regions) if region < lowest}
    kept = [index for index in range(len(page.blocks)) if index not in left_out]
    beside = _roads_beside(page, kept)
    if len(beside) < len(kept):
        left_out |= dict.fromkeys(beside, _SIDE)
    if lowest is _Region.BODY:
        left_out |= dict.fromkeys(_roads_above(page, kept), _MENU)
    return left_out


def _part_of(page: Page, index: int) -> str:
    """Return what a block outside the main content is a part of; a link to the content belongs to the menu."""
    return page.chrome[index] or (_MENU if _link_share([page.blocks[index]]) > _ONLY_LINKS else _BESIDE)


def _roads_beside(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the blocks that stand beside the content, where there is hardly any text but links."""
    asides: defaultdict[int, list[Block]] = defaultdict(list)
    for index in kept:
        asides[page.asides[index]].append(page.blocks[index])
    roads = {place for place, blocks in asides.items() if place != _NOWHERE and _link_share(blocks) > _MANY_LINKS}
    return [index for index in kept if page.asides[index] in roads]


def _roads_above(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the links above the first heading of a page that does not tell what its menu is."""
    blocks = page.blocks
    top = (at for at, index in enumerate(kept) if (blocks[index].kind, blocks[index].level) == (BlockKind.HEADING, 1))
    return [index for index in kept[: next(top, 0)] if _link_share([blocks[index]]) > _ONLY_LINKS]


def _link_share(blocks: Sequence[Block]) -> float:
    """Return which part of the text is in a link."""
    linked = sum(mark.end - mark.start for block in blocks for mark in block.marks if mark.kind is MarkKind.LINK)
    return linked / max(sum(len(block.text) for block in blocks), 1)


def _note(parts: Collection[str]) -> str:
    """Return what to say about the parts of the page that were left out."""
    shown = [part for part in (_TOP, _MENU, _COOKIES, _BESIDE, _SIDE, _BOTTOM) if part in parts]
    return f"Niet meegelezen: {', '.join(shown[:-1])}{' en ' if shown[1:] else ''}{shown[-1]}."


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
        self._chrome: list[str] = []
        self._asides: list[int] = []
        self._columns: Counter[int] = Counter()
        self._comments: list[Comment] = []

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
        return Page(
            title,
            tuple(self._blocks),
            tuple(self._regions),
            tuple(self._chrome),
            tuple(self._asides),
            tuple(notes),
            tuple(self._comments),
        )

    def text(self, token: Text) -> None:
        """Add text, with each run of white space as one space."""
        element = self._elements[-1]
        if element.name == "title" and not element.skipped:  # a picture may have a title too
            self._title = (self._title or "") + self._source[token.start : token.end]
        elif not element.skipped:
            add = self._preformatted if element.preformatted else self._collapsed
            at = token.start
            if templates.has_marks(self._source[token.start : token.end]):
                for mark in templates.STEERING.finditer(self._source, token.start, token.end):
                    add(self._source[at : mark.start()], at)
                    at = mark.end()
                    if templates.is_between_choices(mark[0]) and not self._builder.ends_with_space:
                        self._builder.replaced(" ", mark.start(), mark.end())
            add(self._source[at : token.end], at)

    def reference(self, token: Reference) -> None:
        """Add the text of a character reference."""
        element = self._elements[-1]
        if element.name == "title" and not element.skipped:
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
        if name == "br" and not element.skipped and element.name != "title":
            self._line_break(tag)  # as browsers read it
        if not element.skipped and name in _MARKS:
            self._builder.close_mark(_MARKS[name])
        place = self._nearest((name,))
        if place and place >= self._fence_of(name):
            self._pop_to(place)
        elif name in _BLOCKS and not element.skipped:
            self._flush()

    def comment(self, token: html_tokens.Comment) -> None:
        """Remember a comment that switches remarks off, with the block that is being collected or comes next."""
        if self._elements[-1].skipped or self._elements[-1].name == "title":
            return
        if directive := directives.parse(token.text):
            self._comments.append(Comment(directive, SourceRange(token.start, token.end), len(self._blocks)))

    def _void(self, tag: StartTag) -> None:
        if tag.name == "hr":
            self._imply_ends(tag.name)
            self._flush()
        elif tag.name == "br":
            self._line_break(tag)

    def _line_break(self, tag: StartTag | EndTag) -> None:
        if self._builder.last_character == "\n":
            # Two line ends in a row are how many editors make a new paragraph.
            self._flush()
        else:
            self._builder.replaced("\n", tag.start, tag.end)

    def _block(self, tag: StartTag) -> None:
        self._imply_ends(tag.name)
        self._flush()
        element = _block_element(tag, self._elements[-1])
        if tag.name in {"td", "th"}:
            element = element._replace(column=self._columns[element.row])
            self._columns[element.row] += _span(tag.attributes)
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
        in_row = kind is BlockKind.TABLE_CELL and element.row != _NOWHERE
        cell = Cell(element.table, element.row, element.column) if in_row else None
        self._blocks.append(replace(block, cell=cell))
        self._regions.append(element.region)
        self._chrome.append(element.chrome)
        self._asides.append(element.aside)

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


def _span(attributes: Mapping[str, str]) -> int:
    """Return over how many columns a cell goes; what a browser would not take is one."""
    told = attributes.get("colspan", "")
    return min(max(int(told), 1), _MOST_COLUMNS) if told.isascii() and told.isdigit() and len(told) < 5 else 1


def _block_element(tag: StartTag, around: _Element) -> _Element:
    """Return what a block element says about its text, given the element around it."""
    name, attributes = tag.name, tag.attributes
    kind, level = _kind(name, around)
    region, chrome = _region(name, attributes, around)
    aside = name == "aside" or attributes.get("role") == "complementary"
    table_is_plain = around.plain_table
    if name == "table":
        table_is_plain = attributes.get("role") in {"presentation", "none"}
    return _Element(
        name=name,
        kind=kind,
        level=level,
        list_depth=around.list_depth + (name in _LISTS),
        region=region,
        chrome=chrome,
        aside=tag.start if aside else around.aside,
        skipped=_is_hidden(attributes) or (name == "dialog" and "open" not in attributes),
        preformatted=around.preformatted or name in {"pre", "listing"},
        plain_table=table_is_plain,
        table=tag.start if name == "table" else around.table,
        row=_NOWHERE if name == "table" else tag.start if name == "tr" else around.row,
        column=around.column,
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


def _region(name: str, attributes: dict[str, str], around: _Element) -> tuple[_Region, str]:
    """Return the region of an element, and what it is a part of when it is no content."""
    role = attributes.get("role", "")
    if around.region is _Region.CHROME and not (name == "main" or role == "main"):
        return _Region.CHROME, around.chrome
    # The names of the whole page tell its state, such as that there is a cookie bar somewhere.
    names = "" if name in {"html", "body"} else f"{attributes.get('id', '')} {attributes.get('class', '')}"
    if name == "main" or role == "main":
        return _Region.MAIN, ""
    if name == "nav" or role in {"navigation", "search"} or _ROADS.search(names):
        return _Region.CHROME, _MENU
    if around.region is _Region.BODY:
        # Inside an article or the main content a header, footer or aside is part of it.
        if chrome := _CHROME_ELEMENTS.get(name) or _CHROME_ROLES.get(role):
            return _Region.CHROME, chrome
        if name == "article":
            return _Region.ARTICLE, ""
    if _COOKIE_BAR.search(names) and (around.region is _Region.BODY or role in {"dialog", "alertdialog"}):
        return _Region.CHROME, _COOKIES
    return around.region, ""


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
