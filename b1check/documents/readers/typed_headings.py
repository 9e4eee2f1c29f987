"""Which typed lines are headings: plain text has no markup, and a letter has many short lines.

Sure comes before many here: a heading that is missed is read as a short paragraph, but an address or a
signature that is read as a heading makes rules about headings wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MAX_LENGTH = 80
_MAX_WORDS = 12
_BODY_WORDS = 8
_FULL_LINE = 60
_SHORT = 0.6
_NO_HEADING_END = (".", ",", ":", ";", "!", "…", "-")

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_SALUTATION = r"(?:geachte|beste|hallo|dag|hoi|lieve|l\.s|mijne|goede(?:morgen|middag|navond))\b"
_CLOSING = r"(?:(?:met|veel|hartelijke|vriendelijke)\b.*\bgroet|hoogachtend|groet(?:en|jes)?\b)"
_SENDER = r"(?:namens|het\ college|burgemeester|wethouder|secretaris|gemeentesecretaris|gemeente\ [\w -]+$)\b"
_LABEL = r"""
    (?:aan|t\.a\.v\.?|betreft|onderwerp|(?:ons|uw|zaak)?[ ]?kenmerk|datum|verzonden|verzenddatum
    |behandeld\ door|bijlagen?|telefoon(?:nummer)?|tel\.?|e-?mail|contactpersoon|postbus|postadres|bezoekadres
    |zaaknummer|dossier|uw\ brief|pagina|iban|kvk|bsn|doorkiesnummer|afdeling|team)
    \s*(?:\(.*\))?\s*(?:[:\t]|van\s\d|\d)
    """
_NAME = r"(?:(?:dhr|mevr|mw)\.?|de\ heer|mevrouw|familie)\s | (?-i:(?:[A-Z]\.[ ]?)+(?:[a-z]+[ ])*[A-Z]\w+)"
_DATE = rf"""
    (?:[\w’' -]+,\s*)?(?:\w+dag\s+)?
    (?:\d{{1,2}}\s(?:{_MONTH})(?:\s\d{{4}})?|\d{{1,2}}([-/.])\d{{1,2}}\1\d{{2,4}})$
    """
_ADDRESS = r"""
    .*(?:@|https?://|www\.|(?-i:\b\d{4}\ ?[A-Z]{2}\b))
    | [\w .'’-]*(?:straat|laan|weg|plein|dijk|kade|gracht|hof|singel|pad|park|plantsoen|steeg|dreef|baan|markt
      |ring|wal|meent|erf|oord|veld)\ \d+\s?\w{0,3}$
    """
_LETTER_PART = re.compile(rf"{_SALUTATION}|{_CLOSING}|{_SENDER}|{_LABEL}|{_NAME}|{_DATE}", re.VERBOSE | re.IGNORECASE)
_ADDRESS_LINE = re.compile(_ADDRESS, re.VERBOSE | re.IGNORECASE)
_CLOSING_LINE = re.compile(_CLOSING, re.IGNORECASE)
_NAMED_VALUE = re.compile(r"(?!(?:stap|deel|fase|vraag|hoofdstuk|artikel)\b)[^:]{1,40}:\s", re.IGNORECASE)
_FIRST = re.compile(r"[\"'“‘(]?(?:[^\W\d_]|\d)")
_SENTENCE_END = re.compile(r"[.?!](?:\s|$)|\s\w+:$")
_LETTER = re.compile(r"[^\W\d_]")


_REMEMBERED = 4_096
"""Texts; after an edit nearly all lines of a document are those of before."""


@lru_cache(maxsize=_REMEMBERED)
def looks_like_heading(line: str, before: str) -> bool:
    """Tell whether a line between blank lines reads as a heading; ``before`` is the text before it."""
    first = _FIRST.match(line)
    letter = _LETTER.search(line)
    return (
        len(line) <= _MAX_LENGTH
        and len(line.split()) <= _MAX_WORDS
        and first is not None
        and letter is not None
        and not letter.group().islower()
        and "\t" not in line
        and not line.endswith(_NO_HEADING_END)
        and not _LETTER_PART.match(line)
        and not _ADDRESS_LINE.match(line)
        and not _NAMED_VALUE.match(line)
        # After the closing of a letter comes a name.
        and not _CLOSING_LINE.match(before)
    )


@lru_cache(maxsize=_REMEMBERED)
def may_follow_heading(paragraph: str) -> bool:
    """Tell whether a paragraph is running text, and not a part of a letter such as an address."""
    is_prose = len(paragraph.split()) >= _BODY_WORDS or _SENTENCE_END.search(paragraph)
    return bool(is_prose) and not _LETTER_PART.match(paragraph)


def heads_paragraph(line: str, next_line: str) -> bool:
    """Tell whether a line is a heading with its paragraph right below it, and not a part of that paragraph.

    A line that was broken because it was full is about as long as the next one.
    """
    is_short = len(line) <= _SHORT * len(next_line) and len(next_line) >= _FULL_LINE
    return is_short and next_line[0].isupper() and looks_like_heading(line, "") and may_follow_heading(next_line)
