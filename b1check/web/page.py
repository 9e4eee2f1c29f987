"""A page of a website as text and as a document, and where its links lead."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.documents.readers.decode import decode
from b1check.documents.readers.html_tokens import StartTag, tokens
from b1check.errors import ReadError
from b1check.web import addresses
from b1check.web.fetch import Answer

TYPES = frozenset({"text/html", "application/xhtml+xml"})
"""The kinds of content that are a page."""
MAX_LINKS = 2_000
"""Of one page; a page for people has fewer."""

_NO_CONTENT = "Deze pagina is leeg. Kies een andere pagina."
_NO_TEXT = "Op deze pagina staat geen tekst die b1check kan controleren. Misschien maakt een script de tekst."
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 2_048
# What browsers make of names that pages give their encoding (WHATWG).
_WINDOWS = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "cp1252"})
_UNSAID = re.compile(r"none|nofollow")


def text(data: bytes, charset: str = "") -> str:
    """Return the text of a page: by its byte order mark, what the server says, what the page says, or its bytes.

    Raises:
        ReadError: when the bytes are no text.
    """
    if not data.startswith(_BOMS):
        said = _META.search(data[:_HEAD])
        for name in (charset, said[1].decode("ascii") if said else ""):
            if (found := _decoded(data, name)) is not None:
                return found
    return decode(data).text


def _decoded(data: bytes, charset: str) -> str | None:
    """Decode ``data``; None when that does not work with this encoding."""
    name = charset.strip().lower()
    if not name or name in _WINDOWS:  # which often is not so; without a name UTF-8 is tried first
        return None
    try:
        return data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeError, ValueError):
        return None


def document(url: str, data: bytes, charset: str = "") -> Document:
    """Read a page.

    Raises:
        ReadError: when it holds no text.
    """
    if not data:
        raise ReadError(_NO_CONTENT)
    html = text(data, charset)
    try:
        return readers.read_text(html, name=url, format="html")
    except ReadError as error:
        raise ReadError(_NO_TEXT) from error


def links(answer: Answer) -> Iterator[str]:
    """Yield the addresses to which a page links, except where it asks programs not to follow."""
    if _UNSAID.search(answer.robots):
        return
    base = answer.url
    found: dict[str, None] = {}
    html = text(answer.data, answer.charset)
    for tag in tokens(html, 0, len(html)):
        if not isinstance(tag, StartTag):
            continue
        attributes = tag.attributes
        if tag.name == "base" and "href" in attributes and base == answer.url:
            base = urljoin(base, attributes["href"].strip())
        elif tag.name == "meta" and attributes.get("name", "").strip().lower() == "robots":
            if _UNSAID.search(attributes.get("content", "").lower()):
                return
        elif tag.name in {"a", "area"} and "href" in attributes:
            if "nofollow" in attributes.get("rel", "").lower().split() or len(found) == MAX_LINKS:
                continue
            if target := addresses.joined(base, attributes["href"]):
                found[target] = None
    yield from found
