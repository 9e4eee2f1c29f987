"""A letter of 1 June 2026, a Monday, around a body."""

from __future__ import annotations

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType, Letter

from .letters import read

_LETTER = """Gemeente Waterdam
Postbus 10
1234 AB Waterdam

Datum: 1 juni 2026

Onderwerp: {subject}

{greeting}

{body}

Met vriendelijke groet,

P. de Boer
medewerker Publiekszaken
"""


def june(
    body: str,
    analyser: Analyser,
    *,
    subject: str = "uw brief",
    type: DocumentType | None = None,
    greeting: str = "Geachte mevrouw Bakker,",
) -> Letter:
    """Return what a letter with ``body`` says."""
    return read(_LETTER.format(subject=subject, greeting=greeting, body=body.strip()), analyser, type=type)
