"""Names a place of a document in a message that is about two places."""

from __future__ import annotations

from b1check.documents.document import Document
from b1check.letter.model import Passage


def place_of(document: Document, passage: Passage) -> str:
    """Return where ``passage`` stands, as the report says it: "regel 12", or "alinea 3" of a Word file."""
    start = document.blocks[passage.block].map.to_source(passage.start, passage.end).start
    return f"{document.line_word} {document.source.position(start).line}"
