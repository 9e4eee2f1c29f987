"""What a reader must know to make bezwaar: who may do so, how long, from when, where and how.

The kind looks only at documents that tell the reader that bezwaar is possible. It checks that the parts are
there, not whether they are right in law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.language.analysis import Sentence
from b1check.rulebook import dates, genre
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, Reach

_OBJECT = r"(?:bezwaar|bezwaarschrift)"
_OFFERS = re.compile(
    rf"\b(?:kunt|kun|kan|kunnen|mag|mogen)\b[^.?!]*\b{_OBJECT}\b"
    rf"|\b(?:maak|dien|teken|stuur|schrijf|ga)\b[^.?!]*\b{_OBJECT}\b"
    rf"|\b{_OBJECT}\b[^.?!]*\bkan\b[^.?!]*\b(?:worden|tot)\b"
    rf"|\bstaat\b[^.?!]*\b{_OBJECT}\b[^.?!]*\bopen\b"
    rf"|\bmogelijk(?:heid)?\s+(?:om\s+|tot\s+|van\s+)[^.?!]*\b{_OBJECT}\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    rf"\b{_OBJECT}\b\s*(?:maken|maakt|in\b|aan\b|aantekenen|indienen|te\s+maken|gemaakt|ingediend|naar|bij|tegen|open)"
    rf"|\b(?:maak|dien|teken|stuur|schrijf|maakt)\b[^.?!]*\b{_OBJECT}\b"
    rf"|\bin\s+bezwaar\b|\b{_OBJECT}\b[^.?!]*\b(?:maken|indienen|aantekenen|sturen|ingediend|gemaakt|open|"
    rf"gaan|inleveren|schrijven|opsturen)\b|\b(?:indienen|maken)\s+van\s+(?:een\s+)?{_OBJECT}\b",
    re.IGNORECASE,
)
_NO_OFFER = re.compile(
    # no bezwaar is possible, it is about another decision or another law, or the whole story stands elsewhere
    rf"\bgeen\s+{_OBJECT}\b|\bniet\b[^.?!]{{0,30}}\b{_OBJECT}\b|\b{_OBJECT}\b[^.?!]{{0,20}}\bniet\b\s+(?:meer\s+)?"
    r"(?:maken|indienen|mogelijk)|\bpersoonsgegevens\b|\bgebruik van uw gegevens\b|\bprivacy\b|"
    r"\b(?:dat|later|volgend\w*|definitieve|komende)\s+besluit\b|"
    r"\b(?:krijgt|ontvangt|kreeg)\s+u\s+(?:een|geen)\b|"
    r"\b(?:lees|leest|staat|vindt|zie|ziet)\b[^.?!]*\b(?:bijlage|achterkant|achterzijde|folder|bijsluiter|"
    r"ommezijde|toelichting|bijgevoegde)\b",
    re.IGNORECASE,
)

_IN_LETTER = re.compile(
    r"\bin\s+(?:de|uw|die|elke)\s+(?:brief|beschikking|aanslag\w*)\s+(?:staat|leest|vindt|ziet)\b|"
    r"\b(?:staat|leest|vindt|ziet)\b[^.?!]{0,40}\bin\s+(?:de|uw|die)\s+(?:brief|beschikking|aanslag\w*)\b",
    re.IGNORECASE,
)
"""On a page: the reader gets the whole story in the letter with the decision."""
_OWN_VOICE = re.compile(r"\b(?:wij|we|ons|onze|ik|mijn)\b", re.IGNORECASE)
_DECISION = re.compile(
    r"\b(?:dit|ons|onze|mijn|deze)\s+(?:besluit|beschikking|beslissing|aanslag|aanmaning)\b|\b(?:uw|de)\s+aanslag\b|"
    r"\b(?:besluiten|besloten|beslissen|wijzen|wijs|kennen|verlenen|weigeren|trekken|leggen)\b",
    re.IGNORECASE,
)
_THIS_DECISION = re.compile(r"\b(?:tegen|met)\s+(?:dit\s+besluit|ons\s+besluit|deze\s+beschikking)\b", re.IGNORECASE)

_TERM = re.compile(r"\b(?:6|zes)\s+weken\b", re.IGNORECASE)
_LAST_DAY = re.compile(
    rf"\b(?:vóór|voor|uiterlijk|tot|t/m|tot en met)\b[^.?!]{{0,20}}?\b\d{{1,2}}\s+(?:{'|'.join(dates.MONTHS)})\b",
    re.IGNORECASE,
)
_START = re.compile(
    r"\bweken\b[^.?!]{0,60}\b(?:na|nadat|vanaf|volgend|ingaande|gerekend|te rekenen|sinds)\b|"
    r"\b(?:na|nadat|vanaf)\b[^.?!]{0,80}\bweken\b|"
    r"\b(?:begint|beginnen|gaat|gaan|loopt|lopen|start|starten|telt|tellen|ingaat|vangt)\b[^.?!]{0,40}"
    r"\b(?:op|in|na|vanaf|ingang|de dag)\b|\baanvangende\b|"
    r"\b(?:na|vanaf)\s+(?:de\s+)?(?:dag|datum|verzend\w*|dagtekening|bekendmaking)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:u|uw|je|jij|jouw|jullie|belanghebbende\w*|omwonenden|inwoners|bewoners|iedereen|wie)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:college\w*|burgemeester\w*|gemeente\w*|gemeenteraad|raad|b\s?en\s?w|b&w|"
    r"heffingsambtenaar|invorderingsambtenaar|ambtenaar|\w*bezwaar(?:schriften)?commissie|dagelijks bestuur|"
    r"belasting(?:samenwerking|kantoor|dienst)?\w*kantoor|belastingsamenwerking|omgevingsdienst|waterschap|"
    r"\w+dienst|(?:bij|aan|naar|stuur)\s+ons|onze\s+(?:website|site|balie))\b|"
    r"@[\w-]+\.\w|\bwww\.|https?://|\b[\w-]+\.(?:nl|example)\b",  # the name of a site tells whose it is
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    r"\b\d{4}\s?[A-Z]{2}\b|\b[Pp]ostbus\b|[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|\b[\w-]+\.(?:nl|example)\b|"
    r"\b[Dd]igi[Dd]\b|\b[Bb]alie\b|\b(?:ons|het|dit)\s+adres\b|\bwebsite\b|\bonline\b|\bdigitaal\b|\bformulier\b|"
    r"\be-mail\b|\b[Aa]dres\b\s*:"
)

_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "wie": "wie bezwaar mag maken",
        "termijn": "dat het binnen 6 weken moet",
        "start": "vanaf welke dag de 6 weken tellen",
        "orgaan": "bij wie de lezer bezwaar maakt",
        "kanaal": "naar welk adres of via welke website het moet",
    }
)
"""The parts of the clause, in the order of the message."""


class ObjectionClauseOptions(Options):
    """How far the clause reaches.

    Attributes:
        blocks_after: blocks after the sentence about bezwaar in which the rest may stand.
    """

    blocks_after: int = Field(
        default=6, description="Zoveel alinea's na de zin over bezwaar mag de rest van de uitleg staan."
    )


def _build(options: ObjectionClauseOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        offers = [(inside, s) for inside in view.scope for s in inside.sentences if _is_offer(s.text)]
        if not offers or not _decides(view, offers):
            return
        text = _clause(view.blocks, [inside.index for inside, _ in offers], options.blocks_after)
        if genre.is_page(view.document) and _IN_LETTER.search(text):
            return
        missing = [_PARTS[part] for part in _missing(text)]
        if missing:
            inside, sentence = offers[0]
            values = {"ontbreekt": _list(missing)}
            yield inside.index, Match(sentence.start, sentence.end, values)

    return PerDocument(find)


def _is_offer(text: str) -> bool:
    """Tell whether a sentence says that the reader can make bezwaar, rather than that someone did."""
    return bool(_OFFERS.search(text) and _ACTION.search(text)) and not _NO_OFFER.search(text)


def _decides(view: DocumentView, offers: Sequence[tuple[BlockView, Sentence]]) -> bool:
    """Tell whether the document is a decision of its sender, rather than a page about decisions of others."""
    if any(_THIS_DECISION.search(sentence.text) for _, sentence in offers):
        return True
    text = "\n".join(inside.block.text for inside in view.blocks)
    return bool(_OWN_VOICE.search(text) and _DECISION.search(text))


def _clause(views: Sequence[BlockView], offers: Sequence[int], after: int) -> str:
    """Return the text of the blocks that belong to the sentences in the blocks ``offers``."""
    inside: set[int] = set()
    for index in offers:
        inside |= {max(index - 1, 0), index}
        for following in range(index + 1, min(index + 1 + after, len(views))):
            block = views[following].block
            about_it = re.search(r"bezwaar|stur|termijn", block.text, re.IGNORECASE)
            if block.kind is BlockKind.CLOSING or (block.kind is BlockKind.HEADING and not about_it):
                break
            inside.add(following)
    return "\n".join(views[index].block.text for index in sorted(inside))


def _missing(text: str) -> Iterator[str]:
    """Yield the parts that are not in the text of the clause."""
    last_day = _LAST_DAY.search(text)
    if not _WHO.search(text):
        yield "wie"
    if not (_TERM.search(text) or last_day):
        yield "termijn"
    elif not (_START.search(text) or last_day):
        yield "start"
    if not _BODY.search(text):
        yield "orgaan"
    if not _CHANNEL.search(text):
        yield "kanaal"


def _list(parts: Sequence[str]) -> str:
    """Return "a", "a en b" or "a, b en c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


KIND = Kind(ObjectionClauseOptions, _build, Reach.DOCUMENT)
