"""Sitemaps: lists of the pages of a website (sitemaps.org), also packed with gzip, and lists of such lists."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from b1check.errors import ReadError
from b1check.web import fetch

MAX_ADDRESSES = 50_000
"""In one sitemap, as its standard says."""
_LIMIT = 50_000_000
"""Bytes of a sitemap after unpacking, as its standard says."""
_GZIP = b"\x1f\x8b"

_NO_SITEMAP = "Dit is geen sitemap. Geef het adres van een sitemap of van een gewone pagina."
_BROKEN = "Deze sitemap is beschadigd. Vraag de beheerder van de website om een goede."
_UNSAFE = "Deze sitemap verwijst naar andere bestanden. Zo'n sitemap leest b1check niet."


class Sitemap(NamedTuple):
    """A list of addresses.

    Attributes:
        pages: of pages.
        sitemaps: of other sitemaps.
    """

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read(data: bytes) -> Sitemap:
    """Read a sitemap, or an index of sitemaps.

    Raises:
        ReadError: when it is none, or is broken or too large.
    """
    if data.startswith(_GZIP):
        data = fetch.unpacked(data, _LIMIT)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(_BROKEN if b"<urlset" in data or b"<sitemapindex" in data else _NO_SITEMAP) from error
    if b"<!DOCTYPE" in data:
        raise ReadError(_UNSAFE)
    found = tuple(
        location.text.strip()
        for entry in root
        for location in entry
        if isinstance(location.tag, str) and _name(location) == "loc" and location.text
    )[:MAX_ADDRESSES]
    match _name(root):
        case "urlset":
            return Sitemap(pages=found)
        case "sitemapindex":
            return Sitemap(sitemaps=found)
    raise ReadError(_NO_SITEMAP)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
