"""Where a text tells what a reader can do against a decision: nothing may change those words by itself.

Wider than the clauses that :mod:`b1check.letter.remedies` recognises, and of every sort of text. A change that is not
offered costs a writer a few words of typing; a term, a court or a condition that changes unseen can cost a reader a
right. So a paragraph is kept as soon as it names a remedy together with a term, who decides on it, how it is filed or
what must be in it, and so is all that stands under a heading about a remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from b1check.documents.document import APART, Block, BlockKind
from b1check.language import numbers
from b1check.language.patterns import Pattern
from b1check.rulebook.match import BlockView

_SIGNS = ("verzet", "bezwa", "beroep", "voorzien", "rechtsm", "rechtsb", "zienswij", "griffie", "eens", "oneens")
"""Without any of these a paragraph names no remedy; most have none, and looking for them is cheap."""
_DECISION = r"(?:besluit|beslissing|beschikking|aanslag|vergunning|uitspraak|maatregel|boete|last|vaststelling)\w*"
_AGAINST = rf"(?:tegen|met)\s+(?:(?:dit|deze|het|de|ons|onze|een|uw|dat|die|zo'n|\w+e)\s+){{0,3}}{_DECISION}"
_FILED = r"\s+(?:te\s+)?(?:maken|maakt|gemaakt|indienen|ingediend|aangetekend|mogelijk)"
_EVERYDAY = Pattern(
    # an objection or an appeal of daily life: "hebt u er bezwaar tegen dat ...?", "wij doen een beroep op u"
    r"\b(?:heb|hebt|heeft|hebben|had|hadden)\b(?:\s+(?!tijd\b|weken\b|recht\b|termijn\b|mogelijkheid\b)\w+){0,3}"
    rf"(?<! voor)(?<! tot)(?<! van)\s+bezwa(?:ar|ren)\b(?!\s+{_AGAINST}|{_FILED})"
    rf"|\b(?:geen|zonder|enige?|groot|grote|zijn|haar|hun)\s+bezwa(?:ar|ren)\b(?!{_FILED})"
    r"|\bbezwa(?:ar|ren)\s+(?:tegen\s+)?(?:hebben|hebt|heeft|heb|had)\b|\bbezwaarlijk\w*"
    r"|\bberoep(?:\s+\w+){0,2}\s+op\b|\b(?:doe|doet|doen|deed|deden|gedaan)\b[^.?!,;]{0,30}\bberoep\b"
    r"|(?<!mogelijkheid )\bvan\s+beroep\b|\bberoep\s+(?:uit|oefen)\w*"
    r"|\b(?:uw|je|mijn|zijn|haar|hun|ander|nieuw|vrij|zwaar|mooi)\s+beroep\b(?!schrift)"
    r"|\bberoep\s+(?:of|en)\s+(?:bedrijf|opleiding|inkomen|werk)\b|\bberoepen\b"
    r"|\bberoeps(?!chrift|termijn|proc|claus)\w+"
    # what became of one: "op 3 mei hebt u bezwaar gemaakt", "wij verklaren uw bezwaar ongegrond"
    r"|\b(?:hebt|heeft|had)\b[^.?!]{0,60}\b(?:bezwaar|beroep|zienswijze)\b[^.?!]{0,30}\b(?:gemaakt|ingediend|ingesteld)\b"
    r"|\buw\s+bezwaar(?:schrift)?\b[^.?!]{0,120}\b(?:on)?gegrond\b"
    r"|\b(?:besluit|beslissing|uitspraak|advies|hoorzitting|ontvangst)\s+(?:op|over|van)\s+"
    r"(?:(?:uw|het|een|de|dit|hun)\s+)?(?:bezwaar|beroep)(?:schrift)?\b",
    re.IGNORECASE,
)
_REMEDY = Pattern(
    r"\b(?:bezwaar(?:schrift|procedure|termijn|clausule)?(?:en|s)?|bezwaren|(?:hoger\s+)?beroep"
    r"|beroep(?:s)?(?:schrift|procedure|termijn|clausule)(?:en|s)?|voorlopige\s+voorziening(?:en)?|rechtsmiddel\w*"
    r"|rechtsbescherming|zienswijzen?|griffierecht|in\s+verzet|verzet(?:schrift|termijn)\w*)\b",
    re.IGNORECASE,
)
_SENT = rf"(?:{_DECISION}|\w*(?:brief|bedrag|rekening|voorstel|aanmaning|factuur|schrijven|beoordeling)\b)"
"""What a reader can disagree with."""
_DISAGREE = Pattern(
    rf"\b(?:niet\s+(?:mee\s+)?(?:eens|akkoord)|oneens)\b[^.?!]{{0,40}}\b{_SENT}"
    rf"|\b{_SENT}[^.?!]{{0,40}}\b(?:niet\s+(?:mee\s+)?(?:eens|akkoord)|oneens)\b",
    re.IGNORECASE,
)
"""Who disagrees with a decision has a remedy, though its name is not there."""
_HAS = Pattern(
    r"\b(?:hebt|heeft|heb)\b[^.?!]{0,20}\bbezwa(?:ar|ren)\b|\bbezwa(?:ar|ren)\s+(?:hebt|heeft|heb)\b", re.IGNORECASE
)
_IS_TO_FILE = Pattern(
    r"\b(?:dient|kunt|moet|kun|kan|mag)\s+(?:u|je)\b[^.?!]*\b(?:indienen|in te dienen|kenbaar|laten weten"
    r"|melden|reageren|maken|schrijven|sturen|zenden|richten)\b",
    re.IGNORECASE,
)
"""Beside "hebt u bezwaar?" and a term: then it is no objection of daily life."""
_ASKS = Pattern(r"\W*(?:hebt|heeft|heb)\s+(?:u|je|jij)\s+(?:een\s+)?bezwa(?:ar|ren)\W*", re.IGNORECASE)
_URGENT = Pattern(r"\bvoorlopige\s+voorziening|\bgriffierecht|\brechtsmiddel", re.IGNORECASE)
"""Words that only the law has."""
_TERM = Pattern(
    rf"\b(?:\d{{1,3}}|{numbers.WORD})\s+(?:\w+\s+)?(?:werkdagen|dagen|week|weken|maand|maanden)\b|\b\w*termijn\w*\b"
    r"|\b(?:op tijd|tijdig|te laat|uiterlijk|vóór|tot en met)\b",
    re.IGNORECASE,
)
_AUTHORITY = Pattern(
    r"\b(?:college|burgemeester|b\s?en\s?w|b&w|\w*ambtenaar|dagelijks bestuur|algemeen bestuur|gemeenteraad"
    r"|\w*bezwaar(?:schriften)?commissie|rechtbank|\w*rechter|rechters|gerechtshof|hof|raad van state|afdeling "
    r"bestuursrechtspraak|centrale raad|digid|postbus|griffie)\b",
    re.IGNORECASE,
)
_COURT = Pattern(r"\b(?:rechtbank|\w*rechters?|gerechtshof|raad van state)\b", re.IGNORECASE)
_FILING = Pattern(
    r"\b(?:bezwaar|beroep|bezwaar\s+(?:en|of)\s+beroep|zienswijzen?|bezwaren)\s+(?:(?:te|kunnen|worden|is|staat|kan)\s+)*"
    r"(?:maakt?|maken|gemaakt|indien\w*|ingediend|instell\w*|ingesteld|aanteken\w*|aangetekend|open|mogelijk|gaan"
    r"|tegen|bij|naar voren|geven)\b"
    r"|\b(?:indienen|instellen|maken|aantekenen)\s+van\s+(?:een\s+)?(?:bezwaar|beroep)\b"
    r"|\b(?:in|voor|tot|mogelijkheid van)\s+(?:hoger\s+)?(?:bezwaar|beroep)\b"
    r"|\bbezwaar\s+(?:en|of|/)\s*beroep\b|\bhoger\s+beroep\b"
    r"|\b(?:maakt?|maken|dien(?:t|en)?|stel(?:t|len)?|teken(?:t|en)?|stuur|stuurt|sturen|schrijf|schrijft|richt|open)\b"
    r"[^.?!]{0,80}\b(?:bezwaar|beroep|bezwaarschrift|beroepschrift|zienswijze)\b"
    r"|\b(?:bezwaar|beroep)schrift(?:en)?\b[^.?!]{0,80}\b(?:indien\w*|in te dienen|ingediend|stur\w+|stuur\w*|opstur\w+"
    r"|richt\w*|zend\w*|gezonden|toezend\w*|verzend\w*|inlever\w*|maken|schrijven|bevat\w*|onderteken\w*|ondertekend"
    r"|vermeld\w*|staan|staat|zet)\b",
    re.IGNORECASE,
)
_FILING_LOOSE = Pattern(
    r"\b(?:indien\w*|ingediend|dient|instell\w*|ingesteld|aanteken\w*|aangetekend|stuur\w*|sturen|schrijf\w*|maakt?|maken"
    r"|openstaa\w*|staat|open|verzoek\w*|vraag|vragen|behandel\w*|schors\w*|betal\w*)\b",
    re.IGNORECASE,
)
_CONTENT = Pattern(
    r"\b(?:onderteken\w*|handtekening|dagtekening|gronden|omschrijving|motivering|naam en (?:het )?adres)\b",
    re.IGNORECASE,
)
_HEADING = Pattern(
    r"\b(?:bezwaar(?:clausule|schrift|procedure|termijn)?|bezwaren|beroep(?:sclausule|schrift|sprocedure|stermijn)"
    r"|zienswijzen?|voorlopige voorziening|rechtsmiddel\w*|rechtsbescherming|griffierecht)\b"
    r"|(?:^\W*(?:\d+\W*)?|\b(?:in|tot|hoger)\s+)beroep\b|\bberoep\s+(?:bij|tegen|instellen|aantekenen)\b"
    r"|\bniet (?:mee )?(?:eens|akkoord)\b|\boneens\b",
    re.IGNORECASE,
)
_CONTACT = Pattern(
    r"(?:voor|hebt|heeft|heb|mocht|wilt|zijn er)\b[^.?!]{0,60}\b(?:vragen|inlichtingen|informatie|meer weten)\b",
    re.IGNORECASE,
)
"""How a paragraph starts with which a text goes on to whom to ask, below the remedy."""
_MOST_IN_LABEL = 9
"""Words in a line that stands above a paragraph like a heading: "Bent u het niet eens met ons besluit?"."""
_LABEL_BEFORE = Pattern(
    r"\W*(?:bezwaar|beroep|hoger beroep|bezwaar (?:en|of) beroep|\w*clausule|rechtsmiddel\w*|rechtsbescherming"
    r"|voorlopige voorziening|zienswijzen?)(?:\s+(?:maken|indienen|instellen))?\s*(?:[:.]|[–—-]\s|\n)",
    re.IGNORECASE,
)


def blocks(views: Sequence[BlockView]) -> frozenset[int]:
    """Return the indices of the blocks that tell what a reader can do against a decision."""
    return frozenset(_kept(views))


def _kept(views: Sequence[BlockView]) -> Iterator[int]:
    under: int | None = None  # the level of the heading about a remedy that this stands under
    before = False
    for view in views:
        block = view.block
        level = _level(block)
        if level is not None:
            about = is_heading(block.text)
            if under is None or level <= under:
                under = level if about else None
            before = about or under is not None
        elif block.kind in APART or block.kind is BlockKind.CLOSING:
            under, before = None, _names(view)
        elif _CONTACT.match(block.text) and not _names(view):
            under, before = None, False
        else:
            before = under is not None or _names(view) or (before and block.kind is BlockKind.LIST_ITEM)
        if before:
            yield view.index


def is_heading(text: str) -> bool:
    """Tell whether a heading announces what a reader can do against a decision."""
    if _ASKS.fullmatch(text):
        return True
    return len(text.split()) <= _MOST_IN_LABEL + 6 and bool(_HEADING.search(_EVERYDAY.sub(" ", text)))


_TYPED = 7
"""The level of a short line that stands alone in the running text, below that of every heading."""


def _level(block: Block) -> int | None:
    """Return the level of a heading, or of a line that stands above a paragraph like one; else None."""
    if block.kind is BlockKind.HEADING:
        return block.level or _TYPED
    words = block.text.rstrip()
    short = block.kind is BlockKind.PARAGRAPH and len(words.split()) <= _MOST_IN_LABEL and "\n" not in words
    return _TYPED if short and not words.endswith((".", ",", ":", "!", ";")) else None


def _names(view: BlockView) -> bool:
    """Tell whether a block names a remedy with what belongs to it."""
    memo = view.analysis.memo
    if _names not in memo:
        memo[_names] = _tells(view.block.text)
    told: bool = memo[_names]
    return told


def _tells(text: str) -> bool:
    lower = text.casefold()
    if not any(sign in lower for sign in _SIGNS):
        return False
    if _LABEL_BEFORE.match(text) or _URGENT.search(text):
        return True
    if _HAS.search(text) and _TERM.search(text) and _IS_TO_FILE.search(text):
        return True
    plain = _EVERYDAY.sub(" ", text)
    said = _REMEDY.search(plain)
    if said and (_FILING.search(plain) or (_CONTENT.search(plain) and "schrift" in lower)):
        return True
    judged, timed, filed = (bool(pattern.search(plain)) for pattern in (_AUTHORITY, _TERM, _FILING_LOOSE))
    if said and (_COURT.search(plain) or (said[0].casefold() != "beroep" and (judged or timed))):
        return True
    return bool(_DISAGREE.search(plain)) and judged + timed + filed > 1
