"""Parts of a letter that the law asks for, and what each of them tells.

Found: the remedies (see :mod:`b1check.letter.remedies`), the demand for payment (article 4:86 Awb; 4:112 for a final
demand), the request for missing papers (4:5 Awb) and the order under penalty (5:9, 5:32a and 5:32b Awb). Whether what
they tell is right in law is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from b1check.language import dates, money
from b1check.language.patterns import Pattern
from b1check.letter import omissions, remedies
from b1check.letter.model import Action, Clause, ClauseKind, DocumentType, Part, Passage
from b1check.letter.text import LetterText

DUE = (
    r"\b(?:uiterlijk|v[óo]{1,2}r|tot(?: en met)?|t/m)\s+(?:op\s+)?(?:" + dates.PATTERN + r")"
    r"|\b(?:binnen|over)\s+\w+\s+(?:dagen|weken|werkdagen|maanden?|uur)\b"
    r"|\b(?:dient|moet|hoort|behoort)\b[^.?!]{0,30}\bop\s+(?:"
    + dates.PATTERN
    + r")(?=[^.?!]*\b(?:staan|zijn|binnen)\b)"
)
"""A last day or a length of time."""
CONSEQUENCE = (
    r"\b(?:(?:doet|betaalt|reageert|komt|stuurt|levert|hebt|heeft|krijgt|voldoet|haalt|gaat|regelt|meldt"
    r"|geeft) u\b[^.?!]{0,60}\b(?:niet|niets|geen|te laat|later dan)\b"
    r"|bent u te laat|bent u er niet|als u\b[^.?!]{0,60}\b(?:niet|niets|geen|te laat)"
    r"|(?:als|wanneer) (?:de|uw|het|dit|deze|dat) \w*(?:betaling|bedrag|geld|factuur|rekening|stukken|gegevens"
    r"|papieren)\b"
    r"[^.?!,]{0,50}\b(?:niet|te laat|uitblijft|uitblijven)\b|indien\b(?![^.?!]*\bgekruist\b)[^.?!]{0,80}\b(?:niet"
    r"|geen|uitblijft|in gebreke|te laat)"
    r"|(?:krijgen|ontvangen|hebben|horen) (?:wij|we)\b[^.?!]{0,60}\b(?:niet|niets|geen)\b(?! (?:van|gekregen"
    r"|ontvangen)\b)|als (?:wij|we)\b[^.?!]*\b(?:niet|niets|geen)\b|niet of te laat"
    r"|(?:te laat|niet op tijd) (?:betaald|gereageerd|ingeleverd)\?"
    r"|(?:(?<=[.?!;,] )|^)anders\b"
    r"|bij (?:niet|gebreke|uitblijven)\b|zonder (?:deze|die|uw|dit|het|de|een)\b[^.?!]*\b(?:niet|geen)\b"
    r"|zonder \w+ (?:nemen"
    r"|kunnen|beslissen|behandelen)\b|blij(?:ft|ven)\b[^.?!]{0,30}\b(?:uit|achterwege)\b|wie te laat\b"
    r"|buiten behandeling|dwangbevel|(?:belasting)?deurwaarder|beslag|incassobureau|wettelijke rente|verbeurt"
    r"|op straffe van|(?:volgt|krijgt u|sturen wij)\b[^.?!]{0,20}\baanmaning"
    r"|aanmaning\b[^.?!]*\bkost|extra kosten|na die (?:datum|dag)\b|laat u (?:dit|dat) na\b|(?:(?<=[.?!] )"
    r"|^)na \d{1,2} \w+\b[^.?!]*\b(?:niet|geen)\b|stoppen (?:wij|we)\b)"
)
"""Words about what happens to a reader who does not do what is asked."""
_ELEMENTS: Mapping[ClauseKind, Mapping[str, Pattern]] = MappingProxyType(
    {
        "betaling": MappingProxyType(
            {
                "bedrag": Pattern(money.AMOUNT, re.IGNORECASE),
                "termijn": Pattern(DUE, re.IGNORECASE),
                "rekening": Pattern(
                    rf"\.(?:nl|example)/\S*betal|{money.ACCOUNT}|\b(?:automatische incasso|acceptgiro|iDEAL"
                    r"|QR-code|betaallink"
                    r"|schrijven wij\b[^.?!]*\baf)\b",
                    re.IGNORECASE,
                ),
                "kenmerk": Pattern(
                    r"\bomschrijving:?\s[^.?!]{0,20}\d|\b(?:betalings?kenmerk|kenmerk|(?:aanslag|factuur|vorderings|debiteur|dossier|zaak|klant"
                    r"|nota)nummer|nummer \d[\d.]*|het nummer|"
                    r"onder vermelding|referentie)\b|\bo\.?v\.?v\.? "
                    r"|\b(?:zet|vermeld|vermeldt|noem|noemt|gebruik|schrijf)\s+(?:\w+:?\s+){0,4}"
                    r"(?!€)\S*\d[\w./-]*\d\b(?! euro)"
                    r"|\b(?:zet|vermeld)\b[^.?!]{0,40}\b(?:bij"
                    r"|in)\b[^.?!]{0,30}\d[\d.]{3,}|\bautomatische incasso\b|\bQR-code\b|\bbetaallink\b"
                    r"|\bschrijven wij\b[^.?!]*\baf\b",
                    re.IGNORECASE,
                ),
                "gevolg": Pattern(CONSEQUENCE, re.IGNORECASE),
            }
        ),
        "herstelverzuim": MappingProxyType(
            {
                "wat": Pattern(
                    r"\b(?:bankafschrift\w*|kopie\w*|loonstro\w+|specificatie\w*|formulier\w*|tekening\w*|foto\w*"
                    r"|bewij\w+|huurcontract|paspoort|"
                    r"jaaropgave\w*|\w*verklaring\w*|offerte\w*|plattegrond\w*|begroting\w*|polis\w*|\w*plan"
                    r"|\w*gegevens|papieren|\w*stukken|bescheiden|documenten|"
                    r"bijlagen?|diploma\w*|rapport\w*|contract\w*|rekening\w*|handtekening)\b",
                    re.IGNORECASE,
                ),
                "termijn": Pattern(DUE, re.IGNORECASE),
                "gevolg": Pattern(CONSEQUENCE, re.IGNORECASE),
            }
        ),
        "last": MappingProxyType(
            {
                "overtreding": Pattern(
                    r"\b(?:overtre|overtrad)\w*|\bin strijd (?:is |zijn |komt )?met\b|\bniet toegestaan\b"
                    r"|\bmag\b[^.?!]{0,40}\bniet\b"
                    r"|\bverboden\b|\bzonder (?:(?:de|een) )?(?:\w+e )?(?:\w+)?vergunning\b",
                    re.IGNORECASE,
                ),
                "voorschrift": Pattern(
                    r"\b[Aa]rtikel(?:en)?\b|\b[Aa]rtt?\.|\b\w*[Vv]erordening\b|\bAPV\b|\b(?:\w+wet|Wet)\b"
                    r"|\b[Oo]mgevingsplan\b|\b[Bb]estemmingsplan\b|"
                    r"\b[Bb]esluit bouwwerken\b"
                ),
                "maatregel": Pattern(
                    r"\b(?:verwijder\w*|weghal\w*|haal\b[^.?!]*\bweg|stop\w*|staken|afbreken|breek\b[^.?!]*\baf"
                    r"|herstel\w*|beëindig\w*|verlag\w*|sluit\w*|"
                    r"ruim\b[^.?!]*\bop|opruimen|op te ruimen|weg te halen|af te breken|maak\b[^.?!]*\b(?:lager"
                    r"|kleiner)|ongedaan|stilleg\w*|weghaalt|afbreekt|weg(?:ge(?:haald|nomen|bracht))?|afgebroken"
                    r"|opgeruimd|gestopt|gestaakt|gesloten|ontruimd)\b",
                    re.IGNORECASE,
                ),
                "termijn": Pattern(DUE, re.IGNORECASE),
                "bedrag": Pattern(money.AMOUNT, re.IGNORECASE),
            }
        ),
    }
)
_SORTS: Mapping[DocumentType, ClauseKind] = MappingProxyType(
    {
        DocumentType.FINAL_DEMAND: "betaling",
        DocumentType.DEMAND: "betaling",
        DocumentType.MISSING_PAPERS: "herstelverzuim",
        DocumentType.ENFORCEMENT: "last",
    }
)
_MAY_DEMAND = frozenset({DocumentType.RECLAIM, DocumentType.REMINDER})
"""Sorts that demand money only when they say where to pay it."""
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.OTHER, Part.CONTACT, Part.REMEDY, Part.HEADING})


def find(
    text: LetterText, parts: Sequence[Part], sort: DocumentType, asked: Action | None = None
) -> tuple[Clause, ...]:
    """Return the clauses in the order of the text; what is ``asked`` tells elements that no pattern knows."""
    offered = tuple(remedies.find(text, parts, sort))
    taken = frozenset(index for one in offered for index in one.blocks)
    found = [*offered, *_of_sort(text, parts, sort, taken, asked)]
    return tuple(sorted(found, key=lambda clause: (clause.anchor.block, clause.anchor.start)))


def lacking(clause: Clause, needs: Iterable[str]) -> tuple[str, ...]:
    """Return which elements of ``needs`` a clause does not tell.

    A term that is a date, or that is missing itself, asks for no beginning.
    """
    idle = {"begin"} if "termijn" not in clause.elements or remedies.names_last_day(clause) else set()
    return tuple(name for name in needs if name not in clause.elements and name not in idle)


def _of_sort(
    text: LetterText, parts: Sequence[Part], sort: DocumentType, taken: frozenset[int], asked: Action | None
) -> Iterator[Clause]:
    """Yield the clause that a letter of this sort is as a whole, without the blocks ``taken`` by a remedy."""
    kind = _SORTS.get(sort, "betaling" if sort in _MAY_DEMAND else None)
    if kind is None or (kind == "last" and any(_LIFTS.search(one.text) for one in text.sentences)):
        return
    greeting = next((index for index, part in enumerate(parts) if part is Part.SALUTATION), -1)
    body = range(greeting + 1, len(parts))  # what stands above it are references: every letter has a number there
    blocks = tuple(index for index in body if parts[index] in _RUNNING and index not in taken)
    present = _present(text, blocks, _ELEMENTS[kind])
    if "gevolg" in _ELEMENTS[kind] and "gevolg" not in present:
        threats = (one.passage for one in text.sentences if one.block in blocks and omissions.threatens(one))
        if threat := next(threats, None):
            present["gevolg"] = threat
    if asked is not None:
        told = {"maatregel": asked.what, "termijn": asked.when, "gevolg": asked.otherwise}
        for name, passage in told.items():
            if passage is not None and name in _ELEMENTS[kind]:
                present.setdefault(name, passage)
    if sort in _MAY_DEMAND and not {"bedrag", "rekening"} <= present.keys():
        return
    first = next((sentence.passage for sentence in text.sentences), None)
    if first is not None:
        yield Clause(kind, next(iter(present.values()), first), blocks, present)


_LIFTS = Pattern(
    r"\bheffen\b[^.?!]*\b(?:last|dwangsom)\b[^.?!]*\bop\b|\b(?:last|dwangsom)\b[^.?!]*\b(?:opgeheven|ingetrokken)\b"
    r"|\btrekken\b[^.?!]*\b(?:last|dwangsom)\b[^.?!]*\bin\b",
    re.IGNORECASE,
)
"""An order that ends."""


def _present(text: LetterText, blocks: Sequence[int], elements: Mapping[str, Pattern]) -> dict[str, Passage]:
    present = {}
    for name, pattern in elements.items():
        for index in blocks:
            if found := pattern.search(text.blocks[index].block.text):
                present[name] = text.passage(index, *found.span())
                break
    return present
