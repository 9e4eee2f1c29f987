"""What sort of text a document is, as far as rules must know."""

from __future__ import annotations

from b1check.documents.document import BlockKind, Document

_WEB_FORMATS = frozenset({"html", "md"})


def is_letter(document: Document) -> bool:
    """Tell whether the document greets somebody."""
    return any(block.kind is BlockKind.SALUTATION for block in document.blocks)


def is_page(document: Document) -> bool:
    """Tell whether the document is a web page; a mail in HTML greets somebody and is none."""
    return document.format in _WEB_FORMATS and not is_letter(document)
