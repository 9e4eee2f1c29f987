"""Reads small letters for tests: a text becomes a document, and the document what it says."""

from __future__ import annotations

from b1check.documents import readers
from b1check.language.analysis import Analyser
from b1check.letter import parts, reading
from b1check.letter.model import DocumentType, Letter
from b1check.letter.text import LetterText
from b1check.rulebook.match import BlockView


def read(text: str, analyser: Analyser, *, type: DocumentType | None = None, format: str = "txt") -> Letter:
    """Return what ``text`` says."""
    document = parts.label(readers.read_text(text, name="brief", format=format))
    analyses = analyser.analyse([block.text for block in document.blocks])
    pairs = enumerate(zip(document.blocks, analyses, strict=True))
    views = tuple(BlockView(index, block, analysis) for index, (block, analysis) in pairs)
    return reading.read(LetterText(document, views), type=type)


def letter(body: str, *, subject: str = "uw aanvraag voor een parkeerkaart") -> str:
    """Return ``body`` as a whole letter."""
    return f"""Datum: 3 maart 2026
Onderwerp: {subject}

Beste mevrouw Bakker,

{body.strip()}

Met vriendelijke groet,

Sam de Boer
"""
