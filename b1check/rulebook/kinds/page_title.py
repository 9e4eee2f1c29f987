"""The title of a page: what a search engine, a tab and a screen reader say first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument, Reach

_SEPARATOR = re.compile(r"\s+[|–—·»:-]\s+")
_WHOLE_PAGE = re.compile(r"<head[\s>]", re.IGNORECASE)
_SITE = re.compile(
    r"(?:welkom (?:bij|op) (?:de )?)?(?:de )?(?:website (?:van )?)?(?:de )?"
    r"gemeente [A-ZÀ-Ý][\w'’-]*(?:[ -][A-ZÀ-Ý][\w'’-]*)*|"
    r"home(?:page)?|welkom|index|start(?:pagina)?|pagina|untitled|naamloos|document ?\d*",
    re.IGNORECASE,
)


class PageTitleOptions(Options):
    """When a title says too much or too little.

    Attributes:
        longest: number of characters, without the name of the site behind a dash, that still fits.
    """

    longest: int = Field(description="Zoveel tekens past er in een titel, zonder de naam van de site.")


def _build(options: PageTitleOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        document = view.document
        if document.format != "html" or not view.blocks or not _WHOLE_PAGE.search(document.source.text):
            return
        problem = _problem(document.title.strip(), options.longest)
        if problem:
            yield 0, Match(0, len(view.blocks[0].block.text), {"titel": document.title.strip(), "uitleg": problem})

    return PerDocument(find)


def _problem(title: str, longest: int) -> str:
    """Say what is wrong with ``title``, or return ""."""
    if not title:
        return "De pagina heeft geen titel."
    own = _SEPARATOR.split(title)[0]
    if _SITE.fullmatch(own) and _SITE.fullmatch(_SEPARATOR.split(title)[-1]):
        return f"De titel ‘{title}’ zegt niet waar de pagina over gaat."
    if len(own) > longest:
        return f"De titel is lang: {len(own)} tekens. Een zoekmachine laat er ongeveer {longest} zien."
    return ""


KIND = Kind(PageTitleOptions, _build, Reach.DOCUMENT)
