"""Attachments that the text speaks of, but that are not listed; and listed ones that nobody mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from b1check.letter.model import PAGES, Part
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, remembered

_SPOKEN_OF = re.compile(
    r"\b(?:in|zie|als)\s+(?:de\s+)?bijlagen?(?:\s+\d)?\b|\b(?:bijgevoegd|bijgesloten|bijgaand|meegestuurd|meegezonden)e?\b"
    r"|\b(?:(?:stuur|zend) ik|(?:sturen|zenden) (?:wij|we)|(?:wij|we) (?:sturen|zenden)"
    r"|ik (?:stuur|zend))\b[^.?!]{0,60}\bmee\b"
    r"|\bvindt u [^.?!]{0,40}\bbijgaand\b"
    r"|\b(?:vindt|vinden|zit|zitten|krijgt|ontvangt) (?:u )?[^.?!]{0,40}\bbij deze brief\b"
    r"|\bbij deze brief (?:vindt|zit|zitten|krijgt|ontvangt|sturen|hoort|horen)\b"
    r"|\bu (?:hierbij|bij deze brief) (?:vindt|krijgt|ontvangt)\b|\b(?:dat|die) bij deze brief (?:zit|zitten|hoort)\b",
    re.IGNORECASE,
)
_BY_READER = re.compile(
    r"\b(?:u|uw)\b[^.?!]{0,60}\b(?:bijgevoegd|meegestuurd|meegezonden)\b|^(?:stuur|voeg)\b|\bu\b[^.?!]{0,60}\bmee(?:sturen|stuurt)\b"
    r"|\bmoet u\b|\bu moet\b",
    re.IGNORECASE,
)
"""What the reader sends along is not an attachment of this letter."""


class AttachmentOptions(Options):
    """No settings."""


def _build(_options: AttachmentOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        letter = view.letter
        if letter.type.type in PAGES or not any(part is Part.SALUTATION for part in letter.parts):
            return
        listed = " ".join(
            inside.block.text
            for inside, part in zip(view.blocks, letter.parts, strict=True)
            if part is Part.ATTACHMENTS
        )
        if listed:
            yield from _not_listed(view, listed.lower())
            return
        if _in_head(view):
            return
        for inside in view.scope:
            for sentence in inside.sentences:
                found = _SPOKEN_OF.search(sentence.text)
                if found and not _BY_READER.search(sentence.text):
                    yield inside.index, Match(sentence.start + found.start(), sentence.start + found.end())
                    return

    return PerDocument(find)


_SORTS = (
    *("formulier", "folder", "plattegrond", "tekening", "specificatie", "rapport"),
    *("overeenkomst", "contract", "machtiging"),
)
_PAPER = "|".join(_SORTS)
_SENT_ALONG = re.compile(
    rf"\b(?P<noun>\w*(?:{_PAPER}))\b(?:\s+in)?,?\s+(?:dat|die)\s+"
    rf"(?:u\s+)?(?:bij\s+deze\s+brief|hierbij)\s+(?:vindt|zit|krijgt|ontvangt|hoort)\b"
    rf"|\b(?:bij deze brief|hierbij)\s+(?:vindt|krijgt|ontvangt)\s+u\s+(?:het|de|een|ons|onze)\s+(?:\w+\s+)?"
    rf"(?P<other>\w*(?:{_PAPER}))\b"
    rf"|\b(?:bijgevoegde|bijgesloten|bijgaande?|meegestuurde|meegezonden)\s+(?:\w+\s+)?"
    rf"(?P<third>\w*(?:{_PAPER}))\b"
    rf"|\b(?:(?:als|in de) bijlage\s+(?:(?:sturen|zenden) (?:wij|we) u|(?:vindt|krijgt|ontvangt) u|zit|staat)"
    rf"|(?:wij|we) (?:sturen|zenden) u(?=[^.?!]*\bmee\b))\s+(?:ook\s+)?(?:het|de|een|ons|onze)\s+(?:\w+\s+)?"
    rf"(?P<fourth>\w*(?:{_PAPER}))\b",
    re.IGNORECASE,
)
"""A paper by its name that the letter says is with it."""
_LABEL = re.compile(r"\bbijlagen?\b")
_NAMED = re.compile(r"[a-z]{4}")
"""A list that only counts, "Bijlagen: 2", names nothing."""
_ALSO_CALLED = {
    "formulier": r"formulier|verklaring|machtiging|strook|bon\b|antwoordkaart|blad|lijst",
    "folder": r"folder|brochure|flyer|informatie|uitleg|blad",
    "plattegrond": r"plattegrond|kaart|tekening|schets",
    "tekening": r"tekening|plattegrond|schets|plan",
    "specificatie": r"specificatie|overzicht|berekening|opbouw",
    "rapport": r"rapport|advies|verslag|onderzoek",
    "overeenkomst": r"overeenkomst|contract|exempla|verklaring|afspraken",
    "contract": r"contract|overeenkomst|exempla|verklaring|afspraken",
    "machtiging": r"machtiging|formulier|verklaring|volmacht|kaart|strook",
}
"""Other names for the same in a list: what is named in one of these ways is there."""


def _not_listed(view: DocumentView, listed: str) -> Iterator[tuple[int, Match]]:
    """Yield the first paper that the letter says is with it, and that its list of attachments does not have."""
    for inside in view.scope:
        for sort, match in _sent_along(inside):
            if not re.search(_ALSO_CALLED[sort], listed) and _NAMED.search(_LABEL.sub("", listed)):
                yield inside.index, match
                return


@remembered
def _sent_along(view: BlockView) -> Iterator[tuple[str, Match]]:
    """Yield the papers that a block says are with the letter, by their sort: the first of each sentence."""
    for sentence in view.sentences:
        found = _SENT_ALONG.search(sentence.text)
        noun = (found["noun"] or found["other"] or found["third"] or found["fourth"]).lower() if found else ""
        sort = next((one for one in _SORTS if noun.endswith(one)), "")
        if found and sort:
            yield sort, Match(sentence.start + found.start(), sentence.start + found.end())


def _in_head(view: DocumentView) -> bool:
    """Tell whether the lines with references or the signature name attachments."""
    heads = (Part.REFERENCE, Part.CLOSING, Part.OTHER)
    return any(
        part in heads and re.search(r"\bbijlagen?\b", inside.block.text, re.IGNORECASE)
        for inside, part in zip(view.blocks, view.letter.parts, strict=True)
    )


KIND = Kind(AttachmentOptions, _build)
