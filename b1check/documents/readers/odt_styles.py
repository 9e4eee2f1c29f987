"""What the styles of an OpenDocument text say about its paragraphs, lists and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from b1check.documents.document import BlockKind
from b1check.documents.readers.paragraphs import Role

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (_NAMESPACE.format(name) for name in ("office", "text", "table", "style", "drawing"))
_FO = _NAMESPACE.format("xsl-fo-compatible")

_SPACE_IN_NAME = "_20_"
_HEADING = re.compile(r"(?:heading|kop) ?([1-9]|10)$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|ondertitel)$", re.IGNORECASE)
_QUOTE = re.compile(r"(?:quotations?|quote|citaat|blokcitaat)$", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|bijschrift|illustration|table|drawing|figure)$", re.IGNORECASE)
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_MAX_HEADING = 6


class _Style(NamedTuple):
    """A style of a paragraph or of words; a property that it leaves to the style below it is None."""

    names: tuple[str, ...]
    parent: str
    outline: int | None
    bold: bool | None
    hidden: bool | None


class Styles:
    """The styles of an OpenDocument text: those of ``styles.xml`` and the automatic ones of ``content.xml``."""

    def __init__(self, *roots: etree._Element) -> None:
        self._styles = {key: style for root in roots for key, style in _styles(root)}
        self._unmarked = {level for root in roots for level in _unmarked_levels(root)}

    def heading_level(self, heading: etree._Element) -> int:
        """Return the level of a ``text:h``; "0" and what is no number make it 1."""
        return min(max(number(heading.get(f"{TEXT}outline-level")), 1), _MAX_HEADING)

    def role(self, paragraph: etree._Element) -> Role:
        """Return what a ``text:p`` is by its style and the ones below it."""
        for style in self._chain("paragraph", paragraph.get(f"{TEXT}style-name", "")):
            for name in style.names:
                if found := _HEADING.match(name):
                    return Role(BlockKind.HEADING, min(int(found[1]), _MAX_HEADING))
                if _TITLE.match(name):
                    return Role(BlockKind.HEADING, 1)
                if _SUBTITLE.match(name):
                    return Role(BlockKind.HEADING, 2)
                if _QUOTE.match(name):
                    return Role(BlockKind.QUOTE)
                if _CAPTION.match(name):
                    return Role(BlockKind.LABEL)
            if style.outline:
                return Role(BlockKind.HEADING, min(style.outline, _MAX_HEADING))
        return Role(BlockKind.PARAGRAPH)

    def is_bold(self, span: etree._Element) -> bool:
        """Tell whether a ``text:span`` is bold by its style or one below it."""
        chain = self._chain("text", span.get(f"{TEXT}style-name", ""))
        return next((style.bold for style in chain if style.bold is not None), False)

    def is_hidden(self, element: etree._Element) -> bool:
        """Tell whether the words of a ``text:span`` or ``text:p`` are not shown."""
        family = "text" if element.tag == f"{TEXT}span" else "paragraph"
        chain = self._chain(family, element.get(f"{TEXT}style-name", ""))
        return next((style.hidden for style in chain if style.hidden is not None), False)

    def shows_marker(self, list_style: str, level: int) -> bool:
        """Tell whether the items at ``level`` of a list have a bullet or number, so that they look like items."""
        return (list_style, level) not in self._unmarked

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        """Yield the style and those it is based on, each once."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            style = self._styles.get((family, name), _Style((_plain(name),), "", None, None, None))
            yield style
            name = style.parent


def number(value: str | None) -> int:
    """Return a count in an attribute; 0 when it is no whole number of at most 4 digits."""
    return int(value) if value and value.isdecimal() and len(value) <= 4 else 0


def _plain(name: str) -> str:
    return name.replace(_SPACE_IN_NAME, " ")


def _styles(root: etree._Element) -> Iterator[tuple[tuple[str, str], _Style]]:
    for element in root.iter(f"{STYLE}style"):
        name = element.get(f"{STYLE}name", "")
        outline = element.get(f"{STYLE}default-outline-level")
        properties = element.find(f"{STYLE}text-properties")
        bold = properties.get(f"{_FO}font-weight") if properties is not None else None
        display = properties.get(f"{TEXT}display") if properties is not None else None
        yield (
            (element.get(f"{STYLE}family", ""), name),
            _Style(
                tuple(shown for shown in (element.get(f"{STYLE}display-name", ""), _plain(name)) if shown),
                element.get(f"{STYLE}parent-style-name", ""),
                None if outline is None else number(outline),
                None if bold is None else bold in _BOLD,
                None if display is None else display == "none",
            ),
        )


def _unmarked_levels(root: etree._Element) -> Iterator[tuple[str, int]]:
    """Yield the levels of lists that show nothing in front of their items."""
    for style in root.iter(f"{TEXT}list-style"):
        for level in style.iterfind(f"{TEXT}list-level-style-number"):
            shown = [level.get(f"{STYLE}{name}") for name in ("num-format", "num-prefix", "num-suffix")]
            if not any(shown):
                yield style.get(f"{STYLE}name", ""), number(level.get(f"{TEXT}level"))
