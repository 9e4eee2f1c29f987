"""Recognises the parts of a letter that are not running text.

Length, style and score are about what the sender says. An address, a line with references or a signature
says nothing in that sense, so it must not count as a sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from b1check.documents.document import Block, BlockKind, Document
from b1check.language.patterns import Pattern

_SALUTATION = Pattern(
    r"(?:(?:geachte?|weledel\w*|edelachtbare)\b[^.!?\n]{0,80}[,!:]?"  # "Geachte heer De Vries"
    # "Dag van de Architectuur" has no comma
    r"|(?:beste|lieve|hallo|dag|hoi|goede(?:ndag|morgen|middag|navond))\b[^.!?\n]{0,80}[,!]"
    r"|l\.s\.,?)\s*$",
    re.IGNORECASE,
)
_ATTENTION = Pattern(r"aan de (bewoners?|eigenaren?|ondernemers?|gebruikers?)\b[^.\n]{0,80}$", re.IGNORECASE)
_CLOSING = Pattern(
    r"(met (vriendelijke|hartelijke|beste) groet(en)?|hoogachtend|vriendelijke groet(en)?|"
    r"(\w+e )?groet(en|jes)?( van)?(?=\s*(?:[,!]|\n|$))|"
    r"namens (burgemeester en wethouders|het college)|(het college van )?burgemeester en wethouders van)",
    re.IGNORECASE,
)
_SUBJECT = Pattern(r"(onderwerp|betreft|betr\.)\s*:?\s", re.IGNORECASE)
_REFERENCE = Pattern(
    r"(datum|verzenddatum|dagtekening|(ons|uw) kenmerk|kenmerk|zaaknummer|nummer|uw brief( van)?|behandeld door|"
    r"contactpersoon|telefoon(nummer)?|e-mail|bijlagen?|doorkiesnummer|postadres|bezoekadres|"
    r"burgerservicenummer|bsn|aanslagnummer|website|verzonden)\b\s*(\(\w+\))?\s*[:\t]",
    re.IGNORECASE,
)
_ADDRESS_LINE_WORDS = 8
_NO_FULL_STOP = Pattern(r"(?:\b[A-Z]\.|\b\w\.\w\.|\b(?:ir|ing|mr|drs|dr|jr|sr|c\.s)\.)$")
"""The end of a name such as "De Poort B.V." and "Van der Sluys v.o.f."."""
_ADDRESS_IN_LINE = Pattern(r"[^.?!\n]*\b[1-9]\d{3} ?[A-Z]{2}\b(?: [^.?!\n]{1,40})?")


def label(document: Document) -> Document:
    """Return ``document`` with the kind of its letter parts filled in; no text or place changes.

    A text without a salutation is not taken for a letter and comes back as it is.
    """
    blocks = list(document.blocks)
    # Of a typed letter a short line may have been taken for a heading; a heading with markup is one.
    kinds = _LABELLED if document.format in {"txt", "eml", "msg", "rtf", "pdf"} else frozenset({BlockKind.PARAGRAPH})
    salutation = next((i for i, block in enumerate(blocks) if block.kind in kinds and _is_salutation(block)), None)
    if salutation is None:
        return document
    blocks[salutation] = replace(blocks[salutation], kind=BlockKind.SALUTATION)
    for index in range(salutation):
        blocks[index] = _label_head(blocks[index])
    closing = next((i for i in range(salutation, len(blocks)) if _is_closing(blocks[i])), len(blocks))
    for index in range(closing, len(blocks)):
        if blocks[index].kind in _LABELLED and (index == closing or _has_short_lines(blocks[index])):
            blocks[index] = replace(blocks[index], kind=BlockKind.CLOSING)
    return replace(document, blocks=tuple(blocks))


_LABELLED = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def _is_salutation(block: Block) -> bool:
    text = block.text.strip()
    return bool(_SALUTATION.match(text) or _ATTENTION.match(text))


def _is_closing(block: Block) -> bool:
    """A sentence may begin like a signature: "Het college van burgemeester en wethouders van X heeft besloten"."""
    if block.kind not in _LABELLED or not _CLOSING.match(block.text.strip()):
        return False
    first, *rest = block.text.strip().splitlines()
    formula = _CLOSING.fullmatch(first.rstrip(" ,"))  # below it the name of the sender may be long
    return _has_short_lines(block) or bool(formula and not any(line.rstrip().endswith((".", "?")) for line in rest))


def _label_head(block: Block) -> Block:
    """Label a block that stands above the salutation."""
    text = block.text.strip()
    if _SUBJECT.match(text):
        return replace(block, kind=BlockKind.SUBJECT)
    if block.kind not in _LABELLED and block.kind is not BlockKind.TABLE_CELL:
        return block
    if any(_REFERENCE.match(line.strip()) for line in text.splitlines()):
        return replace(block, kind=BlockKind.REFERENCE)
    if block.kind is BlockKind.PARAGRAPH and (_has_short_lines(block) or _ADDRESS_IN_LINE.fullmatch(text)):
        return replace(block, kind=BlockKind.ADDRESS)
    return block


def _has_short_lines(block: Block) -> bool:
    lines = (line.rstrip() for line in block.text.splitlines())
    return all(
        len(line.split()) <= _ADDRESS_LINE_WORDS and (not line.endswith((".", "?")) or _NO_FULL_STOP.search(line))
        for line in lines
    )
