"""The navigation of the site: what ``docs/index.md`` lists under each of its headings, and nothing else.

A code forge shows that page as it is. For Sphinx each list of links also becomes a part of the menu, and links to files
that stand outside ``docs/`` lead to the page that is made of them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_ITEM = re.compile(r"^- \[[^\]]*\]\(([^)\s]+)\)", re.MULTILINE)
_LINK = re.compile(r"(?<!!)(\[(?:[^\]]*)\])\(((?:\.\./)*[\w./-]+)(#[\w-]+)?\)")
ENGLISH = "For developers"
"""The heading under which all pages are in English."""


EXAMPLES = "docs/voorbeelden/"
"""Files to take over, which are no pages."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the index and the pages that it lists, as paths from ``docs/``."""

    title: str
    pages: tuple[str, ...]


def sections(index: str) -> tuple[Section, ...]:
    """Return what ``index`` lists under each of its headings of the second level."""
    _, *rest = _HEADING.split(index)
    found = (
        Section(title, tuple(page.lstrip("/") for page in _ITEM.findall(text)))
        for title, text in zip(rest[::2], rest[1::2], strict=True)
    )
    return tuple(section for section in found if section.pages)


def menu(index: str) -> str:
    """Return the hidden lists of pages, one for each section, that Sphinx makes its menu of."""
    return "\n".join(
        "\n".join(["```{toctree}", ":hidden:", f":caption: {section.title}", "", *section.pages, "```", ""])
        for section in sections(index)
    )


def english(index: str) -> frozenset[str]:
    """Return the pages in English, as Sphinx calls them."""
    return frozenset(
        page.removesuffix(".md") for section in sections(index) if section.title == ENGLISH for page in section.pages
    )


def relink(text: str, place: str, moved: Mapping[str, str]) -> str:
    """Return ``text`` with its links to what was moved.

    Args:
        text: the page, in Markdown.
        place: path of the page where its links hold, from the folder of the project.
        moved: new path of a file or folder, from ``docs/``, by its path from the folder of the project.
    """

    def follow(match: re.Match[str]) -> str:
        words, target, anchor = match[1], match[2], match[3] or ""
        found = posixpath.normpath(posixpath.join(posixpath.dirname(place), target))
        if found in moved:
            return f"{words}(/{moved[found]}{anchor})"
        if found.startswith("docs/") and not found.startswith(EXAMPLES):
            return f"{words}(/{found.removeprefix('docs/')}{anchor})"
        return words[1:-1]  # what has no page of its own is only named

    return _LINK.sub(follow, text)
