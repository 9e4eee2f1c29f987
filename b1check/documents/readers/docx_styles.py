"""What the styles and the numbering of a Word file say about a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from b1check.documents.document import BlockKind
from b1check.documents.readers.paragraphs import Role

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|kop|titre|überschrift) ?([1-9])\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|ondertitel)$", re.IGNORECASE)
_LIST = re.compile(
    r"(?:list (?:bullet|number)|lijst(?:opsom\.teken|nummering)|lijst (?:opsom\.teken|nummering)) ?(\d?)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?:intense |duidelijk )?(?:quote|citaat)$", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|bijschrift)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg) ?\d", re.IGNORECASE)
_STRONG = re.compile(r"(?:strong|zwaar|vet)$", re.IGNORECASE)

_MAX_HEADING = 6
_BODY_OUTLINE = 9


class _Style(NamedTuple):
    names: tuple[str, ...]
    parent: str
    outline: int | None
    numbering: _Numbering | None


class _Numbering(NamedTuple):
    """The list that a paragraph belongs to; ``list_id`` 0 takes it out of a list."""

    list_id: str
    level: int


class Styles:
    """The styles of a Word file and the lists they may refer to."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles = dict(_styles(styles)) if styles is not None else {}
        self._unmarked = set(_unmarked_levels(numbering)) if numbering is not None else set()

    def role(self, paragraph: etree._Element) -> Role:
        """Return what ``paragraph`` is by its own properties, else by its style and the ones below it."""
        properties = paragraph.find(f"{W}pPr")
        chain = list(self._chain(_value(properties, "pStyle")))
        if any(_CONTENTS.match(name) for style in chain for name in style.names):
            return Role(BlockKind.PARAGRAPH, skipped=True)
        if level := _heading_level(properties, chain):
            return Role(BlockKind.HEADING, level)
        names = [name for style in chain for name in style.names]
        if any(_QUOTE.match(name) for name in names):
            return Role(BlockKind.QUOTE)
        if any(_CAPTION.match(name) for name in names):
            return Role(BlockKind.LABEL)
        if level := self._list_level(properties, chain):
            return Role(BlockKind.LIST_ITEM, level)
        return Role(BlockKind.PARAGRAPH)

    def is_bold(self, run: etree._Element) -> bool:
        """Tell whether a run is bold by its own properties or by a character style such as Strong."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return False
        bold = properties.find(f"{W}b")
        if bold is not None:
            return is_on(bold)
        chain = self._chain(_value(properties, "rStyle"))
        return any(_STRONG.match(name) for style in chain for name in style.names)

    def _chain(self, style_id: str) -> Iterator[_Style]:
        """Yield the style and those it is based on, each once."""
        seen: set[str] = set()
        while style_id and style_id not in seen:
            seen.add(style_id)
            style = self._styles.get(style_id, _Style((style_id,), "", None, None))
            yield style
            style_id = style.parent

    def _list_level(self, properties: etree._Element | None, chain: list[_Style]) -> int:
        """Return the depth of the list that the paragraph is an item of, or 0."""
        own = _numbering(properties)
        by_style = next((style.numbering for style in chain if style.numbering), None)
        numbering = own or by_style
        if numbering and numbering.list_id == "":
            numbering = by_style and by_style._replace(level=numbering.level)
        depths = [found[1] for style in chain for name in style.names if (found := _LIST.match(name))]
        style_depth = max((int(depth or 1) for depth in depths), default=0)
        if numbering is None:
            return style_depth
        if numbering.list_id == "0" or numbering in self._unmarked:
            return 0
        return max(numbering.level + 1, style_depth)


def is_on(element: etree._Element) -> bool:
    """Tell whether a switch such as ``w:b`` is on: it is, unless it says otherwise."""
    return element.get(f"{W}val", "true") not in {"false", "0", "off"}


def _value(parent: etree._Element | None, name: str) -> str:
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _number(parent: etree._Element | None, name: str) -> int | None:
    value = _value(parent, name)
    return int(value) if value.isdecimal() else None


def _styles(root: etree._Element) -> Iterator[tuple[str, _Style]]:
    for element in root.iter(f"{W}style"):
        style_id = element.get(f"{W}styleId", "")
        properties = element.find(f"{W}pPr")
        names = tuple(name for name in (_value(element, "name"), style_id) if name)
        yield (
            style_id,
            _Style(names, _value(element, "basedOn"), _number(properties, "outlineLvl"), _numbering(properties)),
        )


def _numbering(properties: etree._Element | None) -> _Numbering | None:
    element = properties.find(f"{W}numPr") if properties is not None else None
    if element is None:
        return None
    return _Numbering(_value(element, "numId"), min(_number(element, "ilvl") or 0, 8))


def _heading_level(properties: etree._Element | None, chain: list[_Style]) -> int:
    own = _number(properties, "outlineLvl")
    if own is not None:
        return min(own + 1, _MAX_HEADING) if own < _BODY_OUTLINE else 0
    for style in chain:
        for name in style.names:
            if found := _HEADING.match(name):
                return min(int(found[1]), _MAX_HEADING)
            if _TITLE.match(name):
                return 1
            if _SUBTITLE.match(name):
                return 2
        if style.outline is not None:
            return min(style.outline + 1, _MAX_HEADING) if style.outline < _BODY_OUTLINE else 0
    return 0


def _unmarked_levels(root: etree._Element) -> Iterator[_Numbering]:
    """Yield the levels of lists that show no number or bullet: their paragraphs look like any other."""
    abstract: dict[str, list[int]] = {}
    for element in root.iter(f"{W}abstractNum"):
        levels = element.findall(f"{W}lvl")
        abstract[element.get(f"{W}abstractNumId", "")] = [
            int(level.get(f"{W}ilvl", "0"))
            for level in levels
            if _value(level, "numFmt") == "none" and level.get(f"{W}ilvl", "0").isdecimal()
        ]
    for element in root.iter(f"{W}num"):
        for level in abstract.get(_value(element, "abstractNumId"), ()):
            yield _Numbering(element.get(f"{W}numId", ""), level)
